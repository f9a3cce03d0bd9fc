package page

import (
	_ "embed"
	"encoding/binary"
	"sync"
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
	file   []byte
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

// load reads the widths of a TrueType file of ours: 1000 units to the em, one
// cmap of format 4.
func load(file []byte) metrics {
	tables := map[string][]byte{}
	u16 := binary.BigEndian.Uint16
	u32 := binary.BigEndian.Uint32
	for i := range int(u16(file[4:])) {
		entry := file[12+16*i:]
		start := u32(entry[8:])
		tables[string(entry[:4])] = file[start : start+u32(entry[12:])]
	}
	long := int(u16(tables["hhea"][34:]))
	advance := func(glyph int) uint16 { return u16(tables["hmtx"][4*min(glyph, long-1):]) }
	cmap := tables["cmap"]
	cmap = cmap[u32(cmap[8:]):]
	n := int(u16(cmap[6:])) // twice the number of segments
	ends, starts, deltas, offsets := cmap[14:], cmap[16+n:], cmap[16+2*n:], cmap[16+3*n:]
	m := metrics{file: file}
	for s := 0; s < n; s += 2 {
		for c := int(u16(starts[s:])); c <= int(u16(ends[s:])) && c < 0xFFFF; c++ {
			glyph := c
			if off := int(u16(offsets[s:])); off != 0 {
				glyph = int(u16(offsets[s+off+2*(c-int(u16(starts[s:]))):]))
			}
			if glyph = (glyph + int(u16(deltas[s:]))) & 0xFFFF; glyph == 0 {
				continue
			}
			for len(m.widths) <= c {
				m.widths = append(m.widths, none)
			}
			m.widths[c] = advance(glyph)
		}
	}
	return m
}
