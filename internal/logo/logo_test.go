package logo_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interviewkit/internal/beside"
	"interviewkit/internal/logo"
)

// striped is a picture whose left half is see-through and whose right half is
// red.
func striped(w, h int) image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := w / 2; x < w; x++ {
			p.Set(x, y, color.NRGBA{200, 0, 0, 255})
		}
	}
	return p
}

func encoded(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A logo is opaque, small and in proportion, and is printed within its bounds.
func TestDecode(t *testing.T) {
	for _, c := range []struct {
		w, h, wantW, wantH int
	}{{40, 20, 40, 20}, {1000, 300, 472, 142}, {300, 1000, 43, 142}, {4000, 10, 472, 1}, {1, 1, 1, 1}} {
		l, err := logo.Decode(encoded(t, striped(c.w, c.h)))
		if err != nil {
			t.Fatal(c, err)
		}
		if l.W != c.wantW || l.H != c.wantH {
			t.Errorf("%d by %d is kept as %d by %d", c.w, c.h, l.W, l.H)
		}
		if w, h := l.Size(); w > logo.Wide+1e-9 || h > logo.High+1e-9 || w/h > 1.01*float64(l.W)/float64(l.H) || w/h < 0.99*float64(l.W)/float64(l.H) {
			t.Errorf("%d by %d is printed %.1f by %.1f mm", c.w, c.h, w, h)
		}
		p, err := png.Decode(bytes.NewReader(l.PNG))
		if err != nil {
			t.Fatal(err)
		}
		if p.Bounds().Dx() != l.W || p.Bounds().Dy() != l.H || p.ColorModel() != color.RGBAModel {
			t.Errorf("%v, %v", p.Bounds(), p.ColorModel())
		}
		if c.w == 1 {
			continue
		}
		if left, right := p.At(0, 0), p.At(l.W-1, 0); left != (color.RGBA{255, 255, 255, 255}) || right != (color.RGBA{200, 0, 0, 255}) {
			t.Errorf("%d by %d: left %v, right %v", c.w, c.h, left, right)
		}
	}
	if _, err := logo.Decode(asJPEG(t, striped(90, 30))); err != nil {
		t.Error(err)
	}
}

// A picture that is made smaller keeps its mean: nothing is left out.
func TestMean(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	p := image.NewGray(image.Rect(0, 0, 1511, 301))
	before := 0
	for i := range p.Pix {
		p.Pix[i] = byte(r.IntN(256))
		before += int(p.Pix[i])
	}
	l, err := logo.Decode(encoded(t, p))
	if err != nil {
		t.Fatal(err)
	}
	small, err := png.Decode(bytes.NewReader(l.PNG))
	if err != nil {
		t.Fatal(err)
	}
	after := 0
	for y := range l.H {
		for x := range l.W {
			after += int(color.GrayModel.Convert(small.At(x, y)).(color.Gray).Y)
		}
	}
	if a, b := float64(before)/float64(1511*301), float64(after)/float64(l.W*l.H); a-b > 0.5 || b-a > 0.5 {
		t.Errorf("mean %.2f became %.2f", a, b)
	}
}

// What a saved kit holds is taken again as it is.
func TestURI(t *testing.T) {
	l, err := logo.Decode(encoded(t, striped(700, 90)))
	if err != nil {
		t.Fatal(err)
	}
	again, err := logo.Parse(l.URI())
	if err != nil || !bytes.Equal(again.PNG, l.PNG) {
		t.Errorf("not the same picture: %v", err)
	}
	if c := logo.Checked(l.URI()); c.W != l.W || c.H != l.H || !bytes.Equal(c.PNG, l.PNG) {
		t.Error("not the same picture")
	}
	for _, uri := range []string{"", "logo.png", "data:image/gif;base64,R0lG", "data:image/png;base64,???", "data:image/png;base64,aGVsbG8=", "data:image/png;base64," + strings.Repeat("A", 2<<20)} {
		problem(t, uri[:min(30, len(uri))], func() error { _, err := logo.Parse(uri); return err }, "")
	}
}

// problem checks that something fails with a *Problem that says want.
func problem(t *testing.T, name string, f func() error, want string) {
	t.Helper()
	err := f()
	var p *beside.Problem
	if !errors.As(err, &p) || !strings.Contains(p.Msg, want) {
		t.Errorf("%s: %v; want %q", name, err, want)
	}
}

// bomb is a PNG that claims to be w by h.
func bomb(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, 8, 2, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestHostile(t *testing.T) {
	var g bytes.Buffer
	if err := gif.Encode(&g, striped(8, 8), nil); err != nil {
		t.Fatal(err)
	}
	whole, photo := encoded(t, striped(60, 20)), asJPEG(t, striped(60, 20))
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"bomb", bomb(60000, 60000), "60000 by 60000 pixels; at most 4 million"},
		{"largest bomb", bomb(1<<31-1, 1<<31-1), "the logo "},
		{"no width", bomb(0, 5), "the logo "},
		{"header alone", bomb(5, 5), "the logo is damaged"},
		{"cut PNG", whole[:len(whole)-20], "the logo is damaged"},
		{"cut JPEG", photo[:len(photo)/2], "the logo is damaged"},
		{"GIF", g.Bytes(), "the logo is a GIF; want a PNG or JPEG"},
		{"SVG", []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "the logo is an SVG"},
		{"empty", nil, "the logo is an empty file"},
		{"text", []byte("hello"), "no picture that is known"},
	} {
		problem(t, c.name, func() error { _, err := logo.Decode(c.file); return err }, c.want)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 { // whatever is done to a file, it is a logo or a problem
		file := bytes.Clone([][]byte{whole, photo}[r.IntN(2)])
		for range 1 + r.IntN(4) {
			file[r.IntN(len(file))] = byte(r.IntN(256))
		}
		var p *beside.Problem
		if _, err := logo.Decode(file); err != nil && !errors.As(err, &p) {
			t.Fatal(err)
		}
	}
}

// A path in a profile leads to a regular file below its folder or is refused,
// whatever stands there.
func TestWithin(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	write := func(path string, content []byte) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	picture := encoded(t, striped(9, 3))
	write(filepath.Join(dir, "img", "logo.png"), picture)
	write(filepath.Join(out, "logo.png"), picture)
	write(filepath.Join(dir, "big.png"), append(picture, make([]byte, logo.MaxBytes)...))
	for path, to := range map[string]string{"link.png": filepath.Join(out, "logo.png"), "near.png": "img/logo.png", "zero.png": "/dev/zero", "dir": out, "loop": "loop"} {
		if err := os.Symlink(to, filepath.Join(dir, path)); err != nil {
			t.Skip(err)
		}
	}
	if _, err := logo.Within(dir, "img/../img/logo.png"); err != nil {
		t.Error(err)
	}
	if _, err := logo.Named(filepath.Join(out, "logo.png")); err != nil {
		t.Error(err)
	}
	for path, want := range map[string]string{
		filepath.Join(out, "logo.png"): "leads out of the profile's folder", "../x/logo.png": "leads out", "img/../../logo.png": "leads out", "": "leads out",
		"link.png": "symbolic link", "near.png": "symbolic link", "zero.png": "symbolic link", "dir/logo.png": "symbolic link", "loop": "symbolic link",
		"img": "is a folder", ".": "is a folder", "none.png": "no such file", "big.png": "more than 1048576 bytes", "big.png/x": "is not a folder",
	} {
		problem(t, path, func() error { _, err := logo.Within(dir, path); return err }, want)
	}
	problem(t, "named", func() error { _, err := logo.Named(filepath.Join(dir, "link.png")); return err }, "symbolic link")
	problem(t, "named", func() error { _, err := logo.Named("/dev/zero"); return err }, "not a regular file")
}
