package markdown

import (
	"strings"
	"unicode"
)

// risky is what is escaped wherever it stands in a line (CommonMark 0.31, and
// GitHub's tables); other characters mean
// something only at its start.
const risky = "\\`*_[]<>|~&$^@"

// Escape returns text as it must stand in Markdown to be read as itself, on
// one line.
func Escape(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }), " ")
	var b strings.Builder
	for i, r := range text {
		if strings.ContainsRune(risky, r) || r == ':' && strings.HasPrefix(text[i:], "://") || r == '.' && strings.HasSuffix(strings.ToLower(text[:i]), "www") || startsBlock(text, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// startsBlock reports whether the character at i could begin a heading, list,
// rule or quote, which it does only at a line's start; a closing run of # at
// the end of a heading counts too.
func startsBlock(text string, i int, r rune) bool {
	before := strings.TrimSpace(text[:i])
	switch r {
	case '#':
		return strings.Trim(before, "#\\") == "" || strings.Trim(text[i:], "# ") == ""
	case '+', '-', '=', ':', '!':
		return strings.Trim(before, "-=: ") == ""
	case '.', ')':
		return before != "" && len(before) <= 9 && strings.Trim(before, "0123456789") == ""
	}
	return false
}

// wrap breaks text that is already escaped into lines of about 100 characters
// that begin with indent; first stands before the first line in place of it.
// A word that would mean something at the start of a line keeps its place, and
// no-break spaces hold.
func wrap(text, first, indent string) string {
	var b strings.Builder
	b.WriteString(first)
	col, fresh := len([]rune(first)), true
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		n := len([]rune(word))
		switch {
		case fresh:
		case col+1+n > 100 && safeStart(word):
			b.WriteString("\n" + indent)
			col = len([]rune(indent))
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

// safeStart reports whether word may begin a line without becoming a block.
func safeStart(word string) bool {
	if strings.ContainsAny(word[:1], "#>+-=*:") {
		return false
	}
	digits := strings.TrimLeft(word, "0123456789")
	return digits == word || !strings.HasPrefix(digits, ".") && !strings.HasPrefix(digits, ")")
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
