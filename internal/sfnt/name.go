package sfnt

import (
	"strings"
	"unicode/utf16"
)

// mostNames is how large a table of names is at most that is read, and kept.
const mostNames = 16 << 10

// postScript is the number of a font's PostScript name among its names.
const postScript = 6

// name returns the table of names; nil where there is none, or a huge one.
func (f *Font) name() []byte {
	t := f.tables["name"]
	if len(t) == 0 || len(t) > mostNames {
		return nil
	}
	return t
}

// readName finds the PostScript name.
func (f *Font) readName() {
	t := f.name()
	if t == nil {
		return
	}
	for i := range int(u16(t[2:])) {
		entry := t[6+12*i:][:12]
		if u16(entry[6:]) != postScript {
			continue
		}
		text := t[int(u16(t[4:]))+int(u16(entry[10:])):][:u16(entry[8:])]
		if u16(entry) != 1 { // of Macintosh: in ASCII
			text = fromUTF16(text)
		}
		if f.Name = plainName(string(text)); f.Name != "" {
			return
		}
	}
}

func fromUTF16(b []byte) []byte {
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, u16(b))
	}
	return []byte(string(utf16.Decode(units)))
}

// plainName returns the letters, digits and hyphens of a name, at most 63: all
// that a PostScript name should have.
func plainName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
	return s[:min(len(s), 63)]
}
