package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Style is how a fault is set; the zero value is plain text.
type Style struct{ Color bool }

const (
	red   = "\x1b[1;31m"
	cyan  = "\x1b[36m"
	reset = "\x1b[0m"
)

// maxSnippet is the widest part of a source line that is shown, in cells.
const maxSnippet = 100

// Render writes err for a person: each fault with its line and hint, any other
// error as one line that starts with prefix.
func Render(w io.Writer, prefix string, err error, s Style) {
	list := List(err)
	if list == nil {
		_, _ = fmt.Fprintf(w, "%s: %s\n", prefix, s.paint(red, Clean(err.Error())))
		return
	}
	for _, f := range list {
		renderFault(w, f, s)
	}
}

func renderFault(w io.Writer, f Fault, s Style) {
	pos, msg := "", Clean(f.Msg)
	if full := Clean(f.Error()); strings.HasSuffix(full, msg) {
		pos = strings.TrimSuffix(full, msg)
	}
	_, _ = fmt.Fprintf(w, "%s%s\n", pos, s.paint(red, msg))
	if f.Line > 0 && strings.TrimSpace(f.Source) != "" {
		line, mark := snippet(f)
		number := fmt.Sprint(f.Line)
		_, _ = fmt.Fprintf(w, "  %s | %s\n", number, line)
		_, _ = fmt.Fprintf(w, "  %s | %s\n", strings.Repeat(" ", len(number)), s.paint(red, mark))
	}
	if f.Hint != "" {
		_, _ = fmt.Fprintf(w, "%s %s\n", s.paint(cyan, "hint:"), Clean(f.Hint))
	}
}

func (s Style) paint(color, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return color + text + reset
}

// snippet returns the fault's line, cut around the fault where it is long, and
// the underline that belongs below it.
func snippet(f Fault) (line, mark string) {
	runes := []rune(f.Source)
	from := 0
	if f.Col > maxSnippet-20 {
		from = min(f.Col-40, len(runes))
	}
	start := max(f.Col-1, from)
	var text, under strings.Builder
	if from > 0 {
		text.WriteString("... ")
		under.WriteString("    ")
	}
	used := 0
	for i, r := range runes[from:] {
		if used >= maxSnippet {
			text.WriteString(" ...")
			break
		}
		n := cells(r)
		if unicode.IsControl(r) {
			r, n = ' ', 1
		}
		text.WriteRune(r)
		used += n
		if i+from < start {
			under.WriteString(strings.Repeat(" ", n))
		} else if i+from < start+f.Width {
			under.WriteString(strings.Repeat("^", n))
		}
	}
	if !strings.Contains(under.String(), "^") {
		under.WriteString("^")
	}
	return text.String(), under.String()
}

// cells is how many columns of a terminal r takes.
func cells(r rune) int {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || unicode.Is(unicode.Cf, r) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Cells returns how many columns of a terminal text takes.
func Cells(text string) int {
	n := 0
	for _, r := range text {
		n += cells(r)
	}
	return n
}

// Clean replaces what could move a terminal's cursor or colour its text by the
// escape that Go would print, so that no input can forge a message.
func Clean(s string) string {
	if !strings.ContainsFunc(s, isHostile) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isHostile(r) {
			q := fmt.Sprintf("%q", r)
			b.WriteString(q[1 : len(q)-1])
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isHostile holds for control and bidirectional-override characters; a line
// end is let through, as messages may have several lines.
func isHostile(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
