// Package sfnt reads TrueType fonts and cuts small ones out of them.
//
// It knows what a page needs: which characters a font has, how wide they are,
// and how to keep only the outlines that a document shows. Files may be
// hostile: what Parse accepts can be cut without a fault, in no more memory
// than a few times its size.
package sfnt

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A Font is a TrueType font. Its zero value is of no use; see Parse.
type Font struct {
	Name      string // its PostScript name, of letters, digits and hyphens; "" when it has none
	Licence   uint16 // the fsType of its table OS/2; 0 when it has none
	Ascent    int    // in thousandths of the em, as all measures
	Descent   int
	Box       [4]int // of all outlines
	units     int    // to the em
	glyphs    int
	long      int // glyphs with an advance of their own
	tables    map[string][]byte
	loca      []uint32
	runes     map[rune]uint16
	mostRunes rune
}

var u16 = binary.BigEndian.Uint16
var u32 = binary.BigEndian.Uint32

// ErrFormat is what Parse fails with where a file is not a TrueType font, or
// is damaged.
var ErrFormat = errors.New("not a TrueType font")

// Parse reads a TrueType file. It fails with an ErrFormat.
func Parse(file []byte) (f *Font, err error) {
	defer func() {
		if r := recover(); r != nil { // an index beyond the file: it is damaged
			f, err = nil, fmt.Errorf("%w: it is damaged, or ends too early", ErrFormat)
		}
	}()
	if len(file) < 12 || u32(file) != 0x00010000 && string(file[:4]) != "true" {
		return nil, fmt.Errorf("%w: it does not begin like one", ErrFormat)
	}
	file = slices.Clip(file) // so that no slice of it reaches behind it
	f = &Font{tables: map[string][]byte{}}
	for i := range int(u16(file[4:])) {
		entry := file[12+16*i:]
		start, size := u32(entry[8:]), u32(entry[12:])
		f.tables[string(entry[:4])] = slices.Clip(file[start : start+size])
	}
	for _, name := range needed() {
		if _, ok := f.tables[name]; !ok { // that of outlines may be empty: blanks have none
			return nil, fmt.Errorf("%w: it has no table %s", ErrFormat, name)
		}
	}
	f.readHead()
	f.readLoca()
	f.checkOutlines()
	f.readName()
	if os2 := f.tables["OS/2"]; len(os2) > 0 {
		f.Licence = u16(os2[8:])
	}
	return f, f.readCmap()
}

// damaged ends Parse.
func damaged() { panic("damaged") }

// needed lists the tables that a font must have to be cut.
func needed() []string { return []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} }

func (f *Font) readHead() {
	head, hhea := f.tables["head"], f.tables["hhea"]
	if f.units = int(u16(head[18:])); f.units < 16 {
		damaged()
	}
	signed := func(b []byte) int { return f.thousandths(int(int16(u16(b)))) }
	for i := range f.Box {
		f.Box[i] = signed(head[36+2*i:])
	}
	f.Ascent, f.Descent = signed(hhea[4:]), signed(hhea[6:])
	f.long = max(1, int(u16(hhea[34:])))
	if f.glyphs = int(u16(f.tables["maxp"][4:])); f.glyphs == 0 {
		damaged()
	}
	_ = f.tables["hmtx"][4*f.long-1+2*max(0, f.glyphs-f.long)]
}

func (f *Font) readLoca() {
	loca := f.tables["loca"]
	wide := u16(f.tables["head"][50:]) != 0
	f.loca = make([]uint32, f.glyphs+1)
	for i := range f.loca {
		if wide {
			f.loca[i] = u32(loca[4*i:])
		} else {
			f.loca[i] = 2 * uint32(u16(loca[2*i:]))
		}
	}
}

// checkOutlines makes sure that glyphs share no bytes, and that each holds
// whatever is read of it later.
func (f *Font) checkOutlines() {
	for i := range f.glyphs {
		if f.loca[i] > f.loca[i+1] {
			damaged()
		}
		outline := f.outline(uint16(i))
		if !isComposite(outline) {
			_ = unhinted(outline)
			continue
		}
		end := parts(outline, func(at int) {
			if int(u16(outline[at+2:])) >= f.glyphs {
				damaged()
			}
		})
		if end > len(outline) {
			damaged()
		}
	}
}

func (f *Font) outline(glyph uint16) []byte {
	return f.tables["glyf"][f.loca[glyph]:f.loca[glyph+1]]
}

// readCmap reads the characters from a subtable of format 4 or 12 for Unicode.
func (f *Font) readCmap() error {
	cmap := f.tables["cmap"]
	f.runes = map[rune]uint16{}
	for _, format := range []uint16{12, 4} {
		for i := range int(u16(cmap[2:])) {
			entry := cmap[4+8*i:]
			platform, encoding := u16(entry), u16(entry[2:])
			sub := cmap[u32(entry[4:]):]
			if u16(sub) != format || platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
				continue
			}
			if format == 4 {
				f.readSegments(sub)
			} else {
				f.readGroups(sub)
			}
			return nil
		}
	}
	return fmt.Errorf("%w: it maps no Unicode characters", ErrFormat)
}

func (f *Font) readSegments(sub []byte) {
	n := int(u16(sub[6:])) // twice the number of segments
	ends, starts, deltas, offsets := sub[14:], sub[16+n:], sub[16+2*n:], sub[16+3*n:]
	for s, before := 0, -1; s < n; s += 2 {
		first, last := int(u16(starts[s:])), int(u16(ends[s:]))
		if first <= before { // else a small file could keep us busy for hours
			damaged()
		}
		before = last
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := c
			if off := int(u16(offsets[s:])); off != 0 {
				if glyph = int(u16(offsets[s+off+2*(c-first):])); glyph == 0 {
					continue
				}
			}
			f.set(rune(c), (glyph+int(u16(deltas[s:])))&0xFFFF)
		}
	}
}

func (f *Font) readGroups(sub []byte) {
	least := uint32(0) // that the next group may begin with
	for i := range int(u32(sub[12:])) {
		group := sub[16+12*i:]
		first, last, glyph := u32(group), min(u32(group[4:]), 0x10FFFF), u32(group[8:])
		if first < least {
			damaged()
		}
		least = last + 1
		for c := first; c <= last; c++ {
			f.set(rune(c), int(glyph+c-first))
		}
	}
}

func (f *Font) set(r rune, glyph int) {
	if glyph > 0 && glyph < f.glyphs {
		f.runes[r] = uint16(glyph)
		f.mostRunes = max(f.mostRunes, r)
	}
}

// Has reports whether the font has an outline for a character.
func (f *Font) Has(r rune) bool {
	_, ok := f.runes[r]
	return ok
}

// Last returns the highest character that the font has.
func (f *Font) Last() rune { return f.mostRunes }

// Width returns how wide a character is, in thousandths of the em; that of the
// missing glyph when the font has no such character.
func (f *Font) Width(r rune) int { return f.width(int(f.runes[r])) }

func (f *Font) width(glyph int) int {
	return f.thousandths(int(u16(f.tables["hmtx"][4*min(glyph, f.long-1):])))
}

func (f *Font) thousandths(units int) int { return units * 1000 / f.units }

// Sum returns the SHA-256 of all that the font was read from, in hex.
func (f *Font) Sum() string {
	h := sha256.New()
	for _, tag := range slices.Sorted(maps.Keys(f.tables)) {
		_, _ = fmt.Fprintf(h, "%q %d\n", tag, len(f.tables[tag])) // a hash takes all
		_, _ = h.Write(f.tables[tag])
	}
	return hex.EncodeToString(h.Sum(nil))
}
