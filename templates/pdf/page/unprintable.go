package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"interviewkit/internal/sfnt"
)

// An Unprintable is a character that no typeface at hand has, or that cannot be
// set one by one, from left to right.
type Unprintable struct {
	Rune  rune
	Text  string // where it stands, composed
	Named bool   // a profile's own typeface was looked through as well
}

func (e *Unprintable) Error() string {
	who := fmt.Sprintf("%s (U+%04X), in %s", strconv.Quote(string(e.Rune)), e.Rune, strconv.Quote(e.around()))
	if why := e.Why(); why != "" {
		return "cannot print the character " + who + ": " + why
	}
	return "the typeface has no character " + who
}

// Why says why the character cannot be printed; "" where our typefaces lack it
// and no other is named.
func (e *Unprintable) Why() string {
	switch script := scriptOf(e.Rune); {
	case unicode.Is(unicode.M, e.Rune):
		return "it makes no one character with what is before it"
	case !e.Settable() && script != "":
		return "letters of the script " + script + " change beside others, or run from right to left, which is not done here"
	case e.Settable() && e.Named:
		return "neither our typefaces nor the profile's has it"
	}
	return ""
}

// Settable reports whether the character could be printed if there were a
// typeface that has it.
func (e *Unprintable) Settable() bool { return settable(e.Rune) }

// settable reports whether a character is set by itself, from left to right,
// wherever it stands.
func settable(r rune) bool {
	if unicode.In(r, unicode.C, unicode.M) || r == unicode.ReplacementChar || joining(r) {
		return false
	}
	return unicode.In(r, unicode.Common, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian,
		unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul, unicode.Yi, unicode.Ethiopic, unicode.Cherokee,
		unicode.Canadian_Aboriginal, unicode.Braille, unicode.Coptic, unicode.Lisu, unicode.Ogham, unicode.Runic, unicode.Tifinagh)
}

// joining reports whether a character is a part of a Korean syllable.
func joining(r rune) bool {
	return r >= 0x1100 && r < 0x1200 || r >= 0xA960 && r < 0xA980 || r >= 0xD7B0 && r < 0xD800
}

// scriptOf returns the name of a character's script; "" of what many scripts
// share, and of what has none.
func scriptOf(r rune) string {
	for name, table := range unicode.Scripts { // a character has one
		if unicode.Is(table, r) && name != "Common" && name != "Inherited" {
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// around returns the character with some text on both sides.
func (e *Unprintable) around() string {
	const some = 24
	runes := []rune(e.Text)
	at := 0
	for i, r := range runes {
		if r == e.Rune {
			at = i
			break
		}
	}
	return strings.TrimSpace(string(runes[max(0, at-some):min(len(runes), at+some+1)]))
}

// Printable reports whether a character can be printed, in one of our typefaces
// or in another, which may be nil. Line ends and tabs can: they are set as
// breaks and blanks.
func Printable(r rune, named *sfnt.Font) bool {
	if r == '\n' || r == '\t' {
		return true
	}
	_, ok := faceFor(r, Regular, named)
	return ok
}

// Beyond returns the characters of a text that our typefaces lack, though
// another could have them, in order.
func Beyond(text string) (list []rune) {
	for _, r := range norm.NFC.String(text) {
		if r > '~' && settable(r) && !Printable(r, nil) {
			list = append(list, r)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Check returns an *Unprintable for the first character of a text that cannot be
// printed.
func Check(text string, named *sfnt.Font) error {
	_, err := clean(text, named)
	return err
}

// faceFor returns the face to set r in where want is asked for: want itself,
// or another one that has it.
func faceFor(r rune, want Face, named *sfnt.Font) (Face, bool) {
	m := loaded()
	if m[want].has(r) {
		return want, true
	}
	if r <= 0xFFFF && !unicode.In(r, unicode.M, unicode.Cf, unicode.Cc) {
		for f := range faces {
			if m[f].has(r) {
				return f, true
			}
		}
	}
	if named != nil && settable(r) && named.Has(r) {
		if want == Mono {
			return beyondMono, true
		}
		return beyond, true
	}
	return want, false
}

// oddSpaces are line ends and tabs, and what stands for them.
var oddSpaces = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

// clean composes text, replaces tabs and odd line ends by what they stand for,
// and returns an *Unprintable for the first character that cannot be printed.
// What it returns can always be printed.
func clean(s string, named *sfnt.Font) (string, error) {
	if plain(s) {
		return s, nil
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = oddSpaces.Replace(s)
	for _, r := range s {
		if !Printable(r, named) {
			return strings.Map(func(r rune) rune {
				if Printable(r, named) {
					return r
				}
				return -1
			}, s), &Unprintable{Rune: r, Text: s, Named: named != nil}
		}
	}
	return s, nil
}

// plain reports whether s is ASCII that every face has.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '\n' && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}
