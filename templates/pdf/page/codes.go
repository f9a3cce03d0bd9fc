package page

import (
	"cmp"
	"hash/crc32"
	"maps"
	"slices"
	"strconv"
	"sync"

	"interviewkit/internal/sfnt"
	"interviewkit/templates/pdf/finish"
)

// In a file, text is set in single bytes: each face has an alphabet of at most
// 253 characters, and a small font that knows no others. Nearly all documents
// use one of two common alphabets, whose fonts are made once; one with other
// characters gets fonts of its own.

// signs is what every font knows besides ASCII: punctuation of questions and
// rubrics. letters are those of the languages that have a locale.
const (
	signs   = "–—‘’“”„…•·×÷±−≤≥≠→←µ°§€£½²³«»\u00a0"
	letters = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšžčřąćęłńóśźżő" +
		"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽČŘĄĆĘŁŃŚŹŻ" + "≈↔©®¥¼¾¹ª‹›¿¡"
)

// An alphabet says which byte stands for a character in one font.
type alphabet struct {
	codes map[rune]byte
	font  *finish.Font // whose key is unlike that of any other in a document
}

// plainFonts and letteredFonts are the fonts of the common alphabets.
var (
	plainFonts    = sync.OnceValue(func() *[faces]*alphabet { return fontsWith("") })
	letteredFonts = sync.OnceValue(func() *[faces]*alphabet { return fontsWith(letters) })
)

func fontsWith(more string) *[faces]*alphabet {
	var all [faces]*alphabet
	var wg sync.WaitGroup
	for f := range faces {
		wg.Go(func() { all[f] = newAlphabet(f, family(f), []rune(more)) })
	}
	wg.Wait()
	return &all
}

// alphabets are the fonts of one document, for each face as many as it needs.
type alphabets [allFaces][]*alphabet

// alphabetsFor returns fonts that know all characters that a document uses,
// some of them of a typeface that a profile names.
func alphabetsFor(used *[allFaces]map[rune]bool, named *sfnt.Font) *alphabets {
	a := new(alphabets)
	for f := range faces {
		if len(used[f]) > 0 {
			a[f] = alphabetsOf(f, used[f])
		}
	}
	for _, f := range []Face{beyond, beyondMono} {
		if len(used[f]) > 0 {
			a[f] = namedAlphabets(f, used[f], named)
		}
	}
	return a
}

// alphabetsOf returns the fonts of one face: a common one that knows all, or as
// many as it takes.
func alphabetsOf(f Face, used map[rune]bool) (list []*alphabet) {
	var more []rune
	for _, common := range []func() *[faces]*alphabet{plainFonts, letteredFonts} {
		if more = common()[f].lacks(used); len(more) == 0 {
			return []*alphabet{common()[f]}
		}
	}
	for n := 0; len(more) > 0; n++ { // a text has no character that its face lacks
		next := newAlphabet(f, family(f)+string(rune('a'+n)), append(slices.Clip(more), []rune(letters)...))
		more = slices.DeleteFunc(more, func(r rune) bool { _, ok := next.codes[r]; return ok })
		list = append(list, next)
	}
	return list
}

// lacks returns the characters of a text that the font does not know, in
// order.
func (a *alphabet) lacks(used map[rune]bool) (more []rune) {
	for r := range used {
		if _, ok := a.codes[r]; !ok {
			more = append(more, r)
		}
	}
	slices.Sort(more)
	return more
}

// newAlphabet makes a font with the common characters and as many more as
// there is room for.
func newAlphabet(f Face, name string, more []rune) *alphabet {
	m := &loaded()[f]
	a := &alphabet{codes: make(map[rune]byte, 256)}
	free := freeBytes()
	for r := rune(' '); r <= '~'; r++ {
		a.codes[r] = byte(r)
	}
	for _, r := range append([]rune(signs), more...) {
		if _, ok := a.codes[r]; !ok && m.has(r) && len(free) > 0 {
			a.codes[r], free = free[0], free[1:]
		}
	}
	a.font = fontOf(f, a.codes)
	a.font.Key = name
	return a
}

// namedAlphabets returns as many fonts of a named typeface as it takes.
func namedAlphabets(f Face, used map[rune]bool, named *sfnt.Font) (list []*alphabet) {
	room := freeBytes()
	for c := byte('!'); c <= '~'; c++ { // ASCII is set in our own
		room = append(room, c)
	}
	for runes := range slices.Chunk(slices.Sorted(maps.Keys(used)), len(room)) {
		a := &alphabet{codes: make(map[rune]byte, len(runes))}
		for i, r := range runes {
			a.codes[r] = room[i]
		}
		a.font = namedFont(f, a.codes, named)
		a.font.Key = family(f) + strconv.Itoa(len(list))
		list = append(list, a)
	}
	return list
}

// freeBytes are those that stand for no character of ASCII and need no escape
// in a string, in the order in which they are given out.
func freeBytes() (list []byte) {
	for c := 127; c < 256; c++ {
		list = append(list, byte(c))
	}
	for c := byte(1); c < ' '; c++ {
		if c != '\n' && c != '\r' && c != '\t' {
			list = append(list, c)
		}
	}
	return list
}

// fontOf cuts the font of an alphabet.
func fontOf(f Face, codes map[rune]byte) *finish.Font {
	m := &loaded()[f]
	t := &finish.Font{CapHeight: 714, Stem: [faces]int{84, 148, 80, 82}[f], Fixed: f == Mono}
	if f == Italic {
		t.Slant = -12
	}
	return cut(t, m.font, [faces]string{"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSansMono-Regular"}[f], codes, m.font.Width)
}

// namedFont cuts the font of an alphabet out of a named typeface.
func namedFont(f Face, codes map[rune]byte, named *sfnt.Font) *finish.Font {
	t := &finish.Font{CapHeight: named.Ascent, Stem: 80}
	name, width := cmp.Or(named.Name, "Named"), named.Width
	if f == beyondMono {
		name, width = name+"-Cells", func(r rune) int { return cells(r, named) * monoWidth }
	}
	return cut(t, named, name, codes, width)
}

// cut completes a font with the outlines and widths of its characters.
func cut(t *finish.Font, from *sfnt.Font, name string, codes map[rune]byte, width func(rune) int) *finish.Font {
	t.Box, t.Ascent, t.Descent = from.Box, from.Ascent, from.Descent
	var list []sfnt.Code
	for r, c := range codes {
		t.Unicode[c], t.Widths[c] = r, width(r)
		code := sfnt.Code{Byte: c, Rune: r}
		if width(r) != from.Width(r) {
			code.Width = width(r)
		}
		list = append(list, code)
	}
	slices.SortFunc(list, func(a, b sfnt.Code) int { return int(a.Byte) - int(b.Byte) })
	file := from.Subset(list)
	t.FileSize, t.File = len(file), finish.Pack(file)
	t.Name = finish.Tag(crc32.ChecksumIEEE(file)) + "+" + name
	return t.Prepare()
}

// set returns the font and the bytes to set the beginning of s with, and what
// is left of it.
func (a *alphabets) set(f Face, s string) (with *alphabet, text string, rest string) {
	if f < faces && plain(s) { // each of our fonts knows it, by its own bytes
		return a[f][0], s, ""
	}
	best, end := a[f][0], 0
	for _, x := range a[f] {
		if n := x.prefix(s); n > end {
			best, end = x, n
		}
	}
	b := make([]byte, 0, end)
	for _, r := range s[:end] {
		b = append(b, best.codes[r])
	}
	return best, string(b), s[end:]
}

// prefix returns how much of the beginning of s the font knows.
func (a *alphabet) prefix(s string) int {
	for i, r := range s {
		if _, ok := a.codes[r]; !ok {
			return i
		}
	}
	return len(s)
}
