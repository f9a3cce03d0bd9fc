package page

import (
	_ "embed"
	"sync"

	"interviewkit/internal/sfnt"
)

// A Face is one of the typefaces.
type Face uint8

// The faces: Noto Sans, and Noto Sans Mono.
const (
	Regular Face = iota
	Bold
	Italic
	Mono
	faces
)

var (
	//go:embed fonts/NotoSans-Regular.ttf
	regularTTF []byte
	//go:embed fonts/NotoSans-Bold.ttf
	boldTTF []byte
	//go:embed fonts/NotoSans-Italic.ttf
	italicTTF []byte
	//go:embed fonts/NotoSansMono-Regular.ttf
	monoTTF []byte
)

// Of the em, the same in all faces.
const (
	capHeight = 0.714
	none      = 0xFFFF
)

// metrics is what layout needs to know of a face.
type metrics struct {
	font   *sfnt.Font
	widths []uint16 // by character, in thousandths of the em; none: no glyph
}

func (m *metrics) has(r rune) bool {
	return r >= 0 && int(r) < len(m.widths) && m.widths[r] != none
}

// width returns the advance of r, which the face has, in em.
func (m *metrics) width(r rune) float64 { return float64(m.widths[r]) / 1000 }

var loaded = sync.OnceValue(func() *[faces]metrics {
	return &[faces]metrics{load(regularTTF), load(boldTTF), load(italicTTF), load(monoTTF)}
})

// builtin reads one of our own files, which are right.
func builtin(file []byte) *sfnt.Font {
	font, err := sfnt.Parse(file)
	if err != nil {
		panic("a built-in typeface: " + err.Error())
	}
	return font
}

func load(file []byte) metrics {
	font := builtin(file)
	m := metrics{font: font, widths: make([]uint16, font.Last()+1)}
	for r := range m.widths {
		m.widths[r] = none
		if font.Has(rune(r)) {
			m.widths[r] = uint16(font.Width(rune(r)))
		}
	}
	return m
}
