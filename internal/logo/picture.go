// Package logo reads the pictures that documents carry at their head: files
// that anyone may have made, which become small plain ones.
package logo

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"

	"interviewkit/internal/beside"
)

// Limits of a logo: bytes and pixels of the file, and its size on paper in
// millimetres.
const (
	MaxBytes  = 1 << 20
	MaxPixels = 4_000_000
	Wide      = 40
	High      = 12
)

// The size in pixels at which a logo is kept: 300 to the inch where it is
// printed as large as it can be.
const (
	keptWide = Wide * 300 * 10 / 254
	keptHigh = (High*300*10 + 253) / 254
)

// wanted is what the file of a logo is.
var wanted = beside.Kind{
	What: "logo", Form: "PNG or JPEG file", Most: MaxBytes,
	Large: fmt.Sprintf("it is printed %d mm wide at most: %d pixels are plenty", Wide, 2*keptWide),
}

// Within reads the logo at a path below a folder, as beside does.
func Within(dir, path string) (*Logo, error) { return decoded(wanted.Within(dir, path)) }

// Named reads the logo at a path that may lead anywhere, as beside does.
func Named(path string) (*Logo, error) { return decoded(wanted.Named(path)) }

func problem(msg, hint string) *beside.Problem { return &beside.Problem{Msg: msg, Hint: hint} }

func decoded(file []byte, err error) (*Logo, error) {
	if err != nil {
		return nil, err
	}
	return Decode(file)
}

// A Logo is a picture as it is printed: PNG of eight bits a colour, without
// transparency, W by H pixels.
type Logo struct {
	PNG  []byte
	W, H int
}

// uriHead begins a data: URI of a PNG.
const uriHead = "data:image/png;base64,"

// URI returns the picture as a data: URI.
func (l *Logo) URI() string { return uriHead + base64.StdEncoding.EncodeToString(l.PNG) }

// Size returns how large the logo is printed, in millimetres: as large as may
// be, though no larger than at 96 pixels to the inch, where it would look
// coarse.
func (l *Logo) Size() (w, h float64) {
	scale := min(Wide/float64(l.W), High/float64(l.H), 25.4/96)
	return float64(l.W) * scale, float64(l.H) * scale
}

// Parse returns the picture of a data: URI such as URI makes, which may have
// been edited by hand. It fails with a *beside.Problem.
func Parse(uri string) (*Logo, error) {
	data, ok := strings.CutPrefix(uri, uriHead)
	if !ok || len(data) > base64.StdEncoding.EncodedLen(MaxBytes) {
		return nil, problem("not a picture: want "+uriHead+"..., as `interviewkit generate` writes it", "generate the kit from its profile again")
	}
	file, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return nil, problem("not a picture: its base64 is damaged", "generate the kit from its profile again")
	}
	return Decode(file)
}

// Checked returns the picture of a data: URI that URI made or Parse took.
func Checked(uri string) *Logo {
	file, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(uri, uriHead))
	c, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		panic("an unchecked logo: " + err.Error())
	}
	return &Logo{file, c.Width, c.Height}
}

// Decode makes a logo of the content of a PNG or JPEG file: on white, and no
// larger than it is printed. It fails with a *beside.Problem.
func Decode(file []byte) (*Logo, error) {
	config, decode := png.DecodeConfig, png.Decode
	switch sort := sortOf(file); sort {
	case "PNG":
	case "JPEG":
		config, decode = jpeg.DecodeConfig, jpeg.Decode
	default:
		return nil, problem("the logo is "+sort+"; want a PNG or JPEG picture", "what counts is the content, not the name; export it as PNG")
	}
	c, err := config(bytes.NewReader(file)) // before anything as large as it claims to be is made
	if err != nil {
		return nil, damaged(err)
	}
	if c.Width < 1 || c.Height < 1 {
		return nil, problem("the logo is empty: it has no pixels", "")
	}
	if int64(c.Width)*int64(c.Height) > MaxPixels {
		return nil, problem(fmt.Sprintf("the logo has %d by %d pixels; at most %d million in all", c.Width, c.Height, MaxPixels/1_000_000),
			fmt.Sprintf("it is printed %d mm wide at most: %d pixels are plenty", Wide, 2*keptWide))
	}
	picture, err := decode(bytes.NewReader(file))
	if err != nil {
		return nil, damaged(err)
	}
	return encode(shrunk(onWhite(picture)))
}

func damaged(err error) *beside.Problem {
	return problem("the logo is damaged: "+strings.TrimPrefix(strings.TrimPrefix(err.Error(), "png: "), "invalid JPEG format: "), "export it anew")
}

// sortOf names what a file is, by its first bytes.
func sortOf(file []byte) string {
	for _, s := range []struct{ start, sort string }{
		{"\x89PNG\r\n\x1a\n", "PNG"}, {"\xff\xd8\xff", "JPEG"}, {"GIF8", "a GIF"}, {"%PDF", "a PDF"}, {"BM", "a BMP"},
		{"RIFF", "a WebP"}, {"<svg", "an SVG"}, {"<?xml", "an SVG"},
	} {
		if bytes.HasPrefix(file, []byte(s.start)) {
			return s.sort
		}
	}
	if len(file) == 0 {
		return "an empty file"
	}
	return "no picture that is known"
}

// onWhite lays a picture on white: paper has no transparency.
func onWhite(picture image.Image) *image.RGBA {
	b := picture.Bounds()
	flat := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, picture, b.Min, draw.Over)
	return flat
}

// shrunk returns a picture at most as large as it is kept: each pixel is the
// mean of what it stands for.
func shrunk(p *image.RGBA) *image.RGBA {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	scale := min(1, float64(keptWide)/float64(w), float64(keptHigh)/float64(h))
	wide, high := max(1, int(float64(w)*scale+.5)), max(1, int(float64(h)*scale+.5))
	if wide == w && high == h {
		return p
	}
	small := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			mean(p, small, x, y)
		}
	}
	return small
}

// mean sets a pixel of small from the pixels of p that it covers. A pixel of
// p is reckoned as wide as small is in pixels, so that shares are whole.
func mean(p, small *image.RGBA, x, y int) {
	w, h, wide, high := p.Rect.Dx(), p.Rect.Dy(), small.Rect.Dx(), small.Rect.Dy()
	var sum [3]int
	for j := y * h / high; j*high < (y+1)*h; j++ {
		down := min((j+1)*high, (y+1)*h) - max(j*high, y*h)
		for i := x * w / wide; i*wide < (x+1)*w; i++ {
			share := down * (min((i+1)*wide, (x+1)*w) - max(i*wide, x*w))
			at := p.PixOffset(i, j)
			for c := range sum {
				sum[c] += share * int(p.Pix[at+c])
			}
		}
	}
	at := small.PixOffset(x, y)
	for c := range sum {
		small.Pix[at+c] = byte((sum[c] + w*h/2) / (w * h))
	}
	small.Pix[at+3] = 255
}

func encode(p *image.RGBA) (*Logo, error) {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(&out, p); err != nil {
		return nil, fmt.Errorf("encode logo: %w", err)
	}
	return &Logo{out.Bytes(), p.Rect.Dx(), p.Rect.Dy()}, nil
}
