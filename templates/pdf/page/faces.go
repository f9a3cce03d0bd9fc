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
	faces // our own

	beyond     = faces     // a typeface that a profile names, for what ours lack
	beyondMono = faces + 1 // the same, each character as wide as some of Mono
	allFaces   = faces + 2
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

// advance returns the advance of r in a face that has it, in em.
func advance(f Face, r rune, named *sfnt.Font) float64 {
	switch f {
	case beyond:
		return float64(named.Width(r)) / 1000
	case beyondMono:
		return float64(cells(r, named)*monoWidth) / 1000
	}
	return loaded()[f].width(r)
}

// monoWidth is how wide the characters of Mono are, in thousandths of the em.
const monoWidth = 600

// cells returns how many characters of Mono a character of a named typeface is
// as wide as.
func cells(r rune, named *sfnt.Font) int {
	return max(1, (named.Width(r)+monoWidth-1)/monoWidth)
}

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
