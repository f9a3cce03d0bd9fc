package pdf_test

import (
	"encoding/binary"
	"math"

	"interviewkit/internal/sfnt"
)

// uaFile is a font's file: which glyph a byte leads to, and how wide it is.
type uaFile struct {
	maps  [][2]uint16 // platform and encoding of each character map
	glyph func(c int, r rune) bool
	width func(c int, r rune) float64
}

// Flags of a font.
const (
	uaSymbolic    = 1 << 2
	uaNonsymbolic = 1 << 5
)

func (d *ua) symbolic(f *uaFont) bool { return int(d.number(f.about["Flags"]))&uaSymbolic != 0 }

// embedded reads the file of a font; nil where there is none that can be read.
func (d *ua) embedded(f *uaFont) *uaFile {
	if len(f.file) < 12 {
		return nil
	}
	be := binary.BigEndian
	tables := map[string][]byte{}
	for i := range int(be.Uint16(f.file[4:])) {
		entry := f.file[12+16*i:]
		tables[string(entry[:4])] = f.file[be.Uint32(entry[8:]):][:be.Uint32(entry[12:])]
	}
	cmap := tables["cmap"]
	u := &uaFile{}
	var bytes []byte // glyphs by byte
	for i := range int(be.Uint16(cmap[2:])) {
		entry := cmap[4+8*i:]
		u.maps = append(u.maps, [2]uint16{be.Uint16(entry), be.Uint16(entry[2:])})
		if sub := cmap[be.Uint32(entry[4:]):]; be.Uint16(sub) == 0 {
			bytes = sub[6:262]
		}
	}
	if !d.symbolic(f) {
		font, err := sfnt.Parse(f.file)
		if err != nil {
			return nil
		}
		u.glyph = func(_ int, r rune) bool { return font.Has(r) }
		u.width = func(_ int, r rune) float64 { return float64(font.Width(r)) }
		return u
	}
	units := float64(be.Uint16(tables["head"][18:]))
	long := int(be.Uint16(tables["hhea"][34:]))
	u.glyph = func(c int, _ rune) bool { return bytes != nil && bytes[c] > 0 }
	u.width = func(c int, _ rune) float64 {
		return float64(be.Uint16(tables["hmtx"][4*min(int(bytes[c]), long-1):])) * 1000 / units
	}
	return u
}

// shown lists the fonts in use with the bytes that are shown of each; of the
// one for fields, all that can be typed.
func (d *ua) shown() map[*uaFont]map[int]bool {
	all := map[*uaFont]map[int]bool{}
	put := func(f *uaFont, c int) {
		if all[f] == nil {
			all[f] = map[int]bool{}
		}
		all[f][c] = true
	}
	for _, p := range d.pages {
		for _, m := range p.marks {
			if m.text != "" {
				for _, c := range []byte(m.codes) {
					put(m.font, int(c))
				}
			}
		}
	}
	for _, o := range d.dict(d.dict(d.dict(d.catalog["AcroForm"])["DR"])["Font"]) {
		f := d.font(o)
		for c := range f.unicode {
			put(f, c)
		}
	}
	return all
}

// missing: each font is in the file, with a glyph for each byte that is shown.
func (d *ua) missing() (f found) {
	for font, codes := range d.shown() {
		file := d.embedded(font)
		if file == nil {
			f.add("%v is not embedded", font.dict["BaseFont"])
			continue
		}
		for c := range codes {
			if r := font.unicode[c]; !file.glyph(c, r) {
				f.add("%v has no glyph for byte %d, %q", font.dict["BaseFont"], c, r)
			}
		}
		if d.name(font.dict["BaseFont"]) != d.name(font.about["FontName"]) {
			f.add("%v is called %v", font.dict["BaseFont"], font.about["FontName"])
		}
	}
	return f
}

// uneven: widths are those of the embedded file, within a thousandth.
func (d *ua) uneven() (f found) {
	for font, codes := range d.shown() {
		file := d.embedded(font)
		for c := range codes {
			if r := font.unicode[c]; file != nil && math.Abs(font.widths[c]-file.width(c, r)) > 1 {
				f.add("%v: byte %d is %.0f wide, and %.0f in the file", font.dict["BaseFont"], c, font.widths[c], file.width(c, r))
			}
		}
	}
	return f
}

// misencoded: a symbolic font has no encoding and one character map; another
// has a standard encoding and a map that knows it.
func (d *ua) misencoded() (f found) {
	for font := range d.shown() {
		file, name := d.embedded(font), font.dict["BaseFont"]
		if s := d.name(font.dict["Subtype"]); s != "TrueType" {
			f.add("%v is of type %s", name, s)
		}
		if flags := int(d.number(font.about["Flags"])); (flags&uaSymbolic != 0) == (flags&uaNonsymbolic != 0) {
			f.add("%v has flags %d", name, flags)
		}
		switch encoding := d.name(font.dict["Encoding"]); {
		case file == nil:
		case d.symbolic(font) && (font.dict["Encoding"] != nil || len(file.maps) != 1):
			f.add("%v has encoding %v and %d character maps", name, font.dict["Encoding"], len(file.maps))
		case !d.symbolic(font) && (encoding != "WinAnsiEncoding" && encoding != "MacRomanEncoding" || !knows(file)):
			f.add("%v has encoding %v and maps %v", name, font.dict["Encoding"], file.maps)
		}
	}
	return f
}

// knows reports whether a file has a map that is not symbolic.
func knows(f *uaFile) bool {
	for _, m := range f.maps {
		if m == [2]uint16{3, 1} || m == [2]uint16{1, 0} {
			return true
		}
	}
	return false
}

// unmapped: the maps to Unicode have no characters that are none.
func (d *ua) unmapped() (f found) {
	for font := range d.shown() {
		if !font.mapped {
			f.add("%v has no map to Unicode", font.dict["BaseFont"])
		}
		for c, r := range font.unicode {
			if r == 0 || r == 0xFEFF || r == 0xFFFE {
				f.add("%v maps byte %d to %U", font.dict["BaseFont"], c, r)
			}
		}
	}
	return f
}
