package manifest_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"interviewkit/internal/manifest"
)

const whole = `{"manifest":1,"source":"../../role.toml","inputs":{"source":"","choice":null,"print":null,"bank":"","program":"","chosen":""},` +
	`"kits":[{"kit_id":"x","title":"","rounds":1,"questions":1,"objective":{},"gaps":[]}],"files":[{"name":"packets/1-screen.pdf","size":1,"time":2,"sha256":""}]}`

// What is no whole manifest, or names what is not below its folder, is none.
func TestDecodeRefuses(t *testing.T) {
	if _, err := manifest.Decode([]byte(whole)); err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"manifest":1`, `"manifest":2`}, {`"packets/1-screen.pdf"`, `"../kit.pdf"`}, {`"packets/1-screen.pdf"`, `"/etc/passwd"`}, {`"packets/1-screen.pdf"`, `""`},
		{`"packets/1-screen.pdf"`, `"a/../b"`}, {`"packets/1-screen.pdf"`, `".interviewkit.json"`}, {`"packets/1-screen.pdf"`, `"a\\b"`}, {`"rounds":1`, `"rounds":"one"`}, {`"kits":[{`, `"kits":[],"x":[{`},
	} {
		if _, err := manifest.Decode([]byte(strings.Replace(whole, change[0], change[1], 1))); err == nil {
			t.Errorf("accepted: %s", change[1])
		}
	}
	for n := range len(whole) {
		if _, err := manifest.Decode([]byte(whole[:n])); err == nil {
			t.Errorf("accepted: its first %d bytes", n)
		}
	}
}

// Whatever is accepted names only files below its folder, and says the same
// when it is written and read again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(whole))
	f.Fuzz(func(t *testing.T, content []byte) {
		m, err := manifest.Decode(content)
		if err != nil {
			return
		}
		for _, file := range m.Files {
			if !filepath.IsLocal(filepath.FromSlash(file.Name)) {
				t.Errorf("names %q", file.Name)
			}
		}
		once, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := manifest.Decode(once)
		if err != nil {
			t.Fatal(err)
		}
		if twice, err := again.Encode(); err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%s became %s, %v", once, twice, err)
		}
	})
}
