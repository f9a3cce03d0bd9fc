package profile_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
)

// branded is a sound profile with a look.
func branded(table string) string { return sound + "[brand]\n" + table }

// folder is a new folder with a file for each pair of name and content; a
// picture for names that end in .png.
func folder(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		content := []byte(files[i+1])
		if strings.HasSuffix(files[i], ".png") {
			var b bytes.Buffer
			if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, len(files[i])))); err != nil {
				t.Fatal(err)
			}
			content = b.Bytes()
		}
		if err := os.WriteFile(filepath.Join(dir, files[i]), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestBrandFaults(t *testing.T) {
	dir, r := folder(t, "logo.png", "", "text.jpg", "hello"), rules(t)
	for _, c := range []struct{ name, table, want, hint string }{
		{"no colour", `accent = "blue"`, `:6:10: no colour: "blue"`, "#1a5fb4"},
		{"short colour", `accent = "#fff"`, `:6:10: no colour: "#fff"`, ""},
		{"too light", `accent = "#999999"`, `:6:10: the contrast of #999999 with white is 2.84 to 1; text needs 4.5`, `"#767676"`},
		{"nearly", `accent = "#777777"`, `is 4.47 to 1`, `"#767676"`},
		{"long", `footer = "` + strings.Repeat("ö", 61) + `"`, `:6:10: 61 characters; at most 60`, "foot"},
		{"two lines", `confidential = "a\nb"`, `:6:16: the text holds the control character U+000A`, ""},
		{"empty", `footer = ""`, `:6:10: footer is empty`, "leave the line out"},
		{"unknown", `acent = "#000000"`, `:6:1: unknown key "acent"`, `"accent"`},
		{"no words", `logo = "logo.png"`, `:6:8: the logo says nothing`, "logo_alt"},
		{"no file", "logo = \"no.png\"\nlogo_alt = \"x\"", `:6:8: the logo "no.png" cannot be read: no such file`, "folder of the file"},
		{"no picture", "logo = \"text.jpg\"\nlogo_alt = \"x\"", `:6:8: the logo is no picture that is known`, "PNG"},
		{"out", "logo = \"../logo.png\"\nlogo_alt = \"x\"", `:6:8: "../logo.png" leads out of the profile's folder`, "--brand"},
		{"wrong type", `logo = 7`, `:6:8: want text in quotes`, ""},
	} {
		_, err := profile.Decode(filepath.Join(dir, "role.toml"), []byte(branded(c.table)), r)
		fs := diag.List(err)
		if len(fs) != 1 || !strings.Contains(fs[0].Error(), c.want) || !strings.Contains(fs[0].Hint, c.hint) {
			t.Errorf("%s: %v, hints %v", c.name, err, hints(err))
		}
	}
}

// A file of its own wins key by key; what it does not say stays. Its logo is
// found from where it is, and the profile's is not looked for.
func TestSharedBrand(t *testing.T) {
	dir := folder(t, "brand.toml", "accent = \"#000080\"\nlogo = \"shared-logo.png\"\n", "shared-logo.png", "")
	r := rules(t)
	var err error
	if r.Brand, err = profile.ReadBrand(filepath.Join(dir, "brand.toml")); err != nil {
		t.Fatal(err)
	}
	src := strings.Replace(branded("accent = \"#800000\"\nfooter = \"ours\"\nlogo = \"gone.png\"\n"), "title", "company = \"Acme\"\ntitle", 1)
	p, err := profile.Decode("role.toml", []byte(src), r)
	if err != nil {
		t.Fatal(err)
	}
	if b := p.Brand; b.Accent != "#000080" || b.Footer != "ours" || b.LogoAlt != "Acme" || b.Logo != r.Brand.Logo || !strings.HasPrefix(b.Logo, "data:image/png;base64,") {
		t.Errorf("%+v", b)
	}
	if _, err := profile.Decode("role.toml", []byte(sound), r); err == nil || !strings.Contains(err.Error(), "brand.toml:2:8: the logo says nothing") {
		t.Errorf("a logo without words: %v", err)
	}
	for content, want := range map[string]string{"accent = \"#ffffff\"\nfoter = \"x\"": "brand.toml:1:10: the contrast", "logo = [": "brand.toml:1:"} {
		_, err := profile.ReadBrand(filepath.Join(folder(t, "brand.toml", content), "brand.toml"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", content, err)
		}
	}
	if _, err := profile.ReadBrand(dir); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a folder: %v", err)
	}
}

// The shade that a fault names can be used, and none between it and the colour
// can.
func TestDarkerShade(t *testing.T) {
	r := rules(t)
	fault := func(accent string) string {
		_, err := profile.Decode("role.toml", []byte(branded(fmt.Sprintf("accent = %q", accent))), r)
		if err == nil {
			return ""
		}
		return diag.List(err)[0].Hint
	}
	for _, accent := range []string{"#ffffff", "#ffff00", "#00ff00", "#ff8800", "#1a9fff", "#f0f0f8", "#FF00FF"} {
		hint := fault(accent)
		at := strings.Index(hint, `"#`)
		if at < 0 {
			t.Errorf("%s passes", accent)
			continue
		}
		shade := hint[at+1 : at+8]
		if fault(shade) != "" {
			t.Errorf("%s: the shade %s is refused as well", accent, shade)
		}
		rgb, _ := profile.RGB(shade)
		for i := range rgb {
			rgb[i] = uint8(min(255, int(rgb[i])*103/100+1))
		}
		if lighter := fmt.Sprintf("#%02x%02x%02x", rgb[0], rgb[1], rgb[2]); fault(lighter) == "" {
			t.Errorf("%s: %s is as good as %s, and lighter", accent, lighter, shade)
		}
	}
}
