package sfnt

import (
	"encoding/binary"
	"slices"
)

// A Code is a byte that stands for a character.
type Code struct {
	Byte byte
	Rune rune
}

// Subset returns a font that has the outlines of the characters alone, each
// found by its byte: a symbolic font with a single character map, as PDF wants
// it. At most 255 codes can be given.
func (f *Font) Subset(codes []Code) []byte {
	s := &subset{f: f, numbers: map[uint16]uint16{0: 0}, kept: []uint16{0}}
	index := make([]byte, 256)
	for _, c := range codes {
		index[c.Byte] = byte(s.keep(f.runes[c.Rune]))
	}
	glyf, loca := s.outlines()
	cmap := binary.BigEndian.AppendUint16(nil, 0)
	for _, n := range []uint16{1, 1, 0, 0, 12, 0, 262, 0} { // one table: Macintosh Roman, at 12, format 0
		cmap = binary.BigEndian.AppendUint16(cmap, n)
	}
	return assemble(map[string][]byte{
		"cmap": append(cmap, index...), "glyf": glyf, "loca": loca, "hmtx": s.metrics(),
		"head": s.head(), "hhea": s.counted("hhea", 34), "maxp": s.counted("maxp", 4),
	})
}

// subset is a font being cut: its glyphs by their numbers in the old one.
type subset struct {
	f       *Font
	numbers map[uint16]uint16 // old → new
	kept    []uint16          // new → old
}

// keep returns the new number of a glyph.
func (s *subset) keep(old uint16) uint16 {
	n, ok := s.numbers[old]
	if !ok {
		n = uint16(len(s.kept))
		s.numbers[old] = n
		s.kept = append(s.kept, old)
	}
	return n
}

// outlines returns the outlines, and where each begins. Glyphs that others are
// made of are kept as well.
func (s *subset) outlines() (glyf, loca []byte) {
	loca = make([]byte, 4, 4*len(s.kept)+64)
	for i := 0; i < len(s.kept); i++ { // grows on the way
		old := s.kept[i]
		outline := slices.Clone(s.f.tables["glyf"][s.f.loca[old]:s.f.loca[old+1]])
		s.renumber(outline)
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	}
	return glyf, loca
}

// Flags of a part of a composite glyph.
const (
	wordArgs  = 1 << 0
	scaled    = 1 << 3
	more      = 1 << 5
	scaledXY  = 1 << 6
	twoByTwo  = 1 << 7
	composite = 0x8000
)

// renumber gives the parts of a composite outline their new numbers.
func (s *subset) renumber(outline []byte) {
	if len(outline) < 10 || u16(outline)&composite == 0 {
		return
	}
	for at := 10; ; {
		flags := u16(outline[at:])
		binary.BigEndian.PutUint16(outline[at+2:], s.keep(u16(outline[at+2:])))
		if flags&more == 0 {
			return
		}
		at += 6
		if flags&wordArgs != 0 {
			at += 2
		}
		switch {
		case flags&scaled != 0:
			at += 2
		case flags&scaledXY != 0:
			at += 4
		case flags&twoByTwo != 0:
			at += 8
		}
	}
}

func (s *subset) metrics() (hmtx []byte) {
	old := s.f.tables["hmtx"]
	for _, g := range s.kept {
		hmtx = append(hmtx, old[4*min(int(g), s.f.long-1):][:2]...)
		bearing := 4*int(g) + 2
		if int(g) >= s.f.long {
			bearing = 4*s.f.long + 2*(int(g)-s.f.long)
		}
		hmtx = append(hmtx, old[bearing:bearing+2]...)
	}
	return hmtx
}

// head says that the table of outlines has wide offsets; the checksum over
// all, which nothing in a PDF reads, is nought.
func (s *subset) head() []byte {
	head := slices.Clone(s.f.tables["head"])
	clear(head[8:12])
	binary.BigEndian.PutUint16(head[50:], 1)
	return head
}

// counted returns a table with the number of glyphs put at an offset.
func (s *subset) counted(name string, at int) []byte {
	t := slices.Clone(s.f.tables[name])
	binary.BigEndian.PutUint16(t[at:], uint16(len(s.kept)))
	return t
}

// assemble joins tables to a file.
func assemble(tables map[string][]byte) []byte {
	names := needed() // in the order of the alphabet
	be := binary.BigEndian
	file := be.AppendUint32(nil, 0x00010000)
	for _, n := range []uint16{uint16(len(names)), 64, 2, uint16(16*len(names) - 64)} {
		file = be.AppendUint16(file, n)
	}
	at := 12 + 16*len(names)
	var body []byte
	for _, name := range names {
		t := tables[name]
		file = append(file, name...)
		file = be.AppendUint32(file, checksum(t))
		file = be.AppendUint32(file, uint32(at+len(body)))
		file = be.AppendUint32(file, uint32(len(t)))
		body = append(body, t...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(file, body...)
}

func checksum(t []byte) (sum uint32) {
	for len(t) >= 4 {
		sum += u32(t)
		t = t[4:]
	}
	var last [4]byte
	copy(last[:], t)
	return sum + u32(last[:])
}
