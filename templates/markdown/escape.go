package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// risky is what is escaped wherever it stands in a line (CommonMark 0.31, and
// GitHub's tables, mathematics and mentions). Other characters mean something
// only at its start, or beside others: see live.
const risky = "\\`*[]<|~$^@"

// Escape returns text as it must stand in Markdown to be read as itself, on
// one line.
func Escape(text string) string {
	if strings.ContainsFunc(text, breaksLine) {
		text = strings.Join(strings.FieldsFunc(text, breaksLine), " ")
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for i, r := range text {
		if r == ' ' || r|0x20 >= 'a' && r|0x20 <= 'z' { // by far most
			b.WriteByte(byte(r))
			continue
		}
		if strings.ContainsRune(risky, r) || live(text, i, r) || startsBlock(text, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func breaksLine(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// live reports whether the character at i takes part in markup with those
// beside it: emphasis, a character's name, an emoji's name, a bare link.
func live(text string, i int, r rune) bool {
	switch r {
	case '_':
		return emphasises(text, i)
	case '&':
		return named(text[i+1:], ';', "#")
	case ':':
		return strings.HasPrefix(text[i:], "://") || named(text[i+1:], ':', "_+-")
	case '.':
		return i >= 3 && strings.EqualFold(text[i-3:i], "www")
	case '>': // of a tag: some tools look for tags before they look for escapes
		return strings.Contains(text[:i], "<")
	}
	return false
}

// emphasises reports whether the underscore at i may begin or end emphasis. A
// run of them inside a word does not, nor one between blanks: a place to write.
func emphasises(text string, i int) bool {
	before := strings.TrimRight(text[:i], "_")
	after := strings.TrimLeft(text[i:], "_")
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	word := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	apart := last == ' ' && strings.TrimSpace(before) != "" && (next == ' ' || after == "")
	return !apart && !(word(last) && word(next))
}

// named reports whether text begins with a name, of letters, digits and some
// signs, that end ends.
func named(text string, end byte, signs string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c == end:
			return i > 0
		case c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte(signs, c) >= 0:
		default:
			return false
		}
	}
	return false
}

// startsBlock reports whether the character at i could begin a heading, list,
// rule or quote, which it does only at a line's start; a closing run of # at
// the end of a heading counts too.
func startsBlock(text string, i int, r rune) bool {
	before := strings.TrimSpace(text[:i])
	switch r {
	case '#':
		return strings.Trim(before, "#\\") == "" || strings.Trim(text[i:], "# ") == ""
	case '+', '-', '=', ':', '!', '>':
		return strings.Trim(before, "-=:> ") == ""
	case '.', ')':
		return before != "" && len(before) <= 9 && strings.Trim(before, "0123456789") == ""
	}
	return false
}

// columns is how long a line of text becomes at most, where words allow.
const columns = 100

// wrap breaks text that is already escaped into lines of at most columns
// characters that begin with indent; first stands before the first line in
// place of it.
func wrap(text, first, indent string) string {
	var b strings.Builder
	b.WriteString(first)
	col, fresh := utf8.RuneCountInString(first), true
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }) {
		n := utf8.RuneCountInString(word)
		switch {
		case fresh:
		case col+1+n > columns:
			b.WriteString("\n" + indent)
			col = utf8.RuneCountInString(indent)
			word = startLine(word)
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += n
		fresh = false
	}
	return b.String()
}

// startLine escapes a word of escaped text that stood amid a line and now
// begins one: it must not begin a list, a heading, a quote, a rule or a table.
func startLine(word string) string {
	if strings.Trim(word, "_") == "" {
		return strings.ReplaceAll(word, "_", `\_`)
	}
	if strings.ContainsAny(word[:1], "#>+-=:") {
		return `\` + word
	}
	digits := strings.TrimLeft(word, "0123456789")
	if digits != word && digits != "" && strings.ContainsAny(digits[:1], ".)") {
		return word[:len(word)-len(digits)] + `\` + digits
	}
	return word
}

// fence returns a code fence longer than any run of backticks in lines.
func fence(lines []string) string {
	longest := 2
	for _, l := range lines {
		run := 0
		for _, r := range l {
			if r == '`' {
				run++
				longest = max(longest, run)
			} else {
				run = 0
			}
		}
	}
	return strings.Repeat("`", longest+1)
}
