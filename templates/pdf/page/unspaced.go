package page

import (
	"strings"
	"unicode"
)

// Chinese and Japanese are written without blanks: a line may end between any
// two characters, but for punctuation that must not stand alone (a simple form
// of Unicode Standard Annex 14).

// unspaced reports whether a character is of a script without blanks. Korean
// has blanks, and is broken at them.
func unspaced(r rune) bool {
	return r >= 0x2E80 && r < 0xA4D0 || r >= 0xF900 && r < 0xFB00 || r >= 0xFE30 && r < 0xFE50 ||
		r >= 0xFF01 && r < 0xFFE7 || r >= 0x20000 && r < 0x40000
}

// unspacedBreak reports whether a line may end between two characters because
// one of them is of a script without blanks.
func unspacedBreak(r, next rune) bool {
	return (unspaced(r) || unspaced(next)) && !opens(r) && !closes(next)
}

// opens reports whether a character does not end a line: an opening bracket or
// quotation mark, or a blank that holds together what it stands between.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) || r == '\u00a0' }

// closers are characters, besides punctuation, that do not begin a line: small
// kana, dashes, blanks, and signs that belong to a figure before them.
const closers = "\u00a0\u3000ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ〜～–—°℃％‰"

// closes reports whether a character does not begin a line.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po, unicode.Lm) || strings.ContainsRune(closers, r)
}
