package sfnt

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// A Code is a byte that stands for a character.
type Code struct {
	Byte  byte
	Rune  rune
	Width int // in thousandths of the em; 0: as the font has it
}

// Subset returns a font that has the outlines of the characters alone, each
// found by its byte: a symbolic font with a single character map, as PDF wants
// it. At most 255 codes can be given.
func (f *Font) Subset(codes []Code) []byte {
	s := newSubset(f)
	index := make([]byte, 256)
	for _, c := range codes {
		n := s.keep(f.runes[c.Rune])
		index[c.Byte] = byte(n)
		if c.Width > 0 {
			s.widths[n] = uint16(c.Width * f.units / 1000)
		}
	}
	// one table: Macintosh Roman, at 12, format 0
	return s.file(append(words(0, 1, 1, 0, 0, 12, 0, 262, 0), index...), nil)
}

// Keep returns the font with the outlines of some characters alone, which must
// be in order. It can be parsed again: it has the name and measures of the
// whole one, and what is cut from it is the same, byte for byte.
func (f *Font) Keep(runes []rune) []byte {
	s := newSubset(f)
	var groups []byte
	for _, r := range runes {
		if n := s.keep(f.runes[r]); n > 0 {
			groups = append(groups, words(uint16(r>>16), uint16(r), uint16(r>>16), uint16(r), 0, n)...)
		}
	}
	size, n := 16+len(groups), len(groups)/12
	// one table: Windows, all of Unicode, at 12, format 12
	cmap := words(0, 1, 3, 10, 0, 12, 12, 0, uint16(size>>16), uint16(size), 0, 0, uint16(n>>16), uint16(n))
	return s.file(append(cmap, groups...), f.name())
}

// words returns numbers of two bytes, one behind the other.
func words(list ...uint16) (b []byte) {
	for _, n := range list {
		b = binary.BigEndian.AppendUint16(b, n)
	}
	return b
}

// subset is a font being cut: its glyphs by their numbers in the old one.
type subset struct {
	f       *Font
	numbers map[uint16]uint16 // old → new
	kept    []uint16          // new → old
	widths  map[uint16]uint16 // of new ones that are not as wide as they were
}

func newSubset(f *Font) *subset {
	return &subset{f: f, numbers: map[uint16]uint16{0: 0}, kept: []uint16{0}, widths: map[uint16]uint16{}}
}

// file returns what was kept as a font, with a map of characters and, unless
// it is nil, a table of names.
func (s *subset) file(cmap, name []byte) []byte {
	glyf, loca := s.outlines()
	tables := map[string][]byte{
		"cmap": cmap, "glyf": glyf, "loca": loca, "hmtx": s.metrics(),
		"head": s.head(), "hhea": s.counted("hhea", 34), "maxp": s.counted("maxp", 4),
	}
	if name != nil {
		tables["name"] = name
	}
	return assemble(tables)
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
		outline := unhinted(s.f.outline(s.kept[i]))
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
	hinted    = 1 << 8
	composite = 0x8000
)

func isComposite(outline []byte) bool { return len(outline) > 0 && u16(outline)&composite != 0 }

// parts calls do with the place of each part of a composite outline, and
// returns where the last one ends.
func parts(outline []byte, do func(at int)) int {
	for at := 10; ; {
		do(at)
		flags := u16(outline[at:])
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
		if flags&more == 0 {
			return at
		}
	}
}

// unhinted returns a copy of an outline without its instructions, which call
// upon tables that are left out.
func unhinted(outline []byte) []byte {
	if len(outline) == 0 {
		return nil
	}
	if isComposite(outline) {
		had := uint16(0)
		outline = slices.Clone(outline)
		end := parts(outline, func(at int) {
			flags := u16(outline[at:])
			had |= flags & hinted
			binary.BigEndian.PutUint16(outline[at:], flags&^hinted)
		})
		if had != 0 {
			outline = outline[:end]
		}
		return outline
	}
	contours := int(u16(outline))
	if contours == 0 {
		return slices.Clone(outline)
	}
	at := 10 + 2*contours
	behind := outline[at+2+int(u16(outline[at:])):]
	return slices.Concat(outline[:at], []byte{0, 0}, behind)
}

// renumber gives the parts of a composite outline their new numbers.
func (s *subset) renumber(outline []byte) {
	if isComposite(outline) {
		parts(outline, func(at int) {
			binary.BigEndian.PutUint16(outline[at+2:], s.keep(u16(outline[at+2:])))
		})
	}
}

func (s *subset) metrics() (hmtx []byte) {
	old := s.f.tables["hmtx"]
	for n, g := range s.kept {
		if w, ok := s.widths[uint16(n)]; ok {
			hmtx = append(hmtx, words(w)...)
		} else {
			hmtx = append(hmtx, old[4*min(int(g), s.f.long-1):][:2]...)
		}
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
	names := slices.Sorted(maps.Keys(tables))
	be := binary.BigEndian
	file := be.AppendUint32(nil, 0x00010000)
	log := bits.Len(uint(len(names))) - 1
	file = append(file, words(uint16(len(names)), 16<<log, uint16(log), uint16(16*len(names)-16<<log))...)
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
