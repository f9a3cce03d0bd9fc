package page

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// An Unprintable is a character that none of the faces has, or that cannot be
// set without shaping.
type Unprintable struct {
	Rune rune
	Text string // where it stands, composed
}

func (e *Unprintable) Error() string {
	return fmt.Sprintf("the typeface has no character %s (U+%04X), in %s", strconv.Quote(string(e.Rune)), e.Rune, strconv.Quote(e.around()))
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

// Printable reports whether a character can be printed. Line ends and tabs
// can: they are set as breaks and blanks.
func Printable(r rune) bool {
	if r == '\n' || r == '\t' {
		return true
	}
	_, ok := faceFor(r, Regular)
	return ok
}

// Check returns an *Unprintable for the first character of a text that cannot be
// printed.
func Check(text string) error {
	_, err := clean(text)
	return err
}

// faceFor returns the face to set r in where want is asked for: want itself,
// or another one that has it.
func faceFor(r rune, want Face) (Face, bool) {
	m := loaded()
	if m[want].has(r) {
		return want, true
	}
	if r > 0xFFFF || unicode.In(r, unicode.M, unicode.Cf, unicode.Cc) {
		return want, false
	}
	for f := range faces {
		if m[f].has(r) {
			return f, true
		}
	}
	return want, false
}

// clean composes text, replaces tabs and odd line ends by what they stand for,
// and returns an *Unprintable for the first character that cannot be printed.
// What it returns can always be printed.
func clean(s string) (string, error) {
	if plain(s) {
		return s, nil
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(s)
	for _, r := range s {
		if !Printable(r) {
			return strings.Map(func(r rune) rune {
				if Printable(r) {
					return r
				}
				return -1
			}, s), &Unprintable{Rune: r, Text: s}
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
