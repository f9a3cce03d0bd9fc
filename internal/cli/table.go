package cli

import (
	"strings"

	"interviewkit/internal/diag"
)

// tableWidth is how wide tables and what stands below them are set, in columns
// of a terminal.
const tableWidth = 100

// gutter is what stands between two columns of a table.
const gutter = "  "

// A column of a table.
type column struct {
	head  string
	right bool // set flush right
	most  int  // widest, in columns of a terminal; 0 for any width
	flex  bool // shortened so that a line is at most tableWidth wide
}

// widths returns how wide each column is with these rows.
func widths(columns []column, rows [][]string) []int {
	list, sum, flex := make([]int, len(columns)), 0, -1
	for i, c := range columns {
		list[i] = diag.Cells(c.head)
		for _, row := range rows {
			list[i] = max(list[i], diag.Cells(diag.Clean(row[i])))
		}
		if c.most > 0 {
			list[i] = min(list[i], c.most)
		}
		if c.flex {
			flex = i
		}
		sum += list[i] + len(gutter)
	}
	if over := sum - len(gutter) - tableWidth; over > 0 && flex >= 0 {
		list[flex] = max(1, list[flex]-over)
	}
	return list
}

// heads returns the heads of columns, as a row.
func heads(columns []column) []string {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.head
	}
	return row
}

// rowText sets a row on one line; what is wider than its column is shortened.
func rowText(columns []column, widths []int, row []string) string {
	var b strings.Builder
	for i, c := range columns {
		text := shorten(diag.Clean(row[i]), widths[i])
		blank := strings.Repeat(" ", widths[i]-diag.Cells(text))
		if c.right {
			text = blank + text
		} else {
			text += blank
		}
		if i > 0 {
			b.WriteString(gutter)
		}
		b.WriteString(text)
	}
	return strings.TrimRight(b.String(), " ") + "\n"
}

// shorten returns text in at most so many columns of a terminal, ending in an
// ellipsis where something was left out.
func shorten(text string, cells int) string {
	if diag.Cells(text) <= cells {
		return text
	}
	head, _ := cut(text, cells-1)
	return strings.TrimRight(head, " ") + "…"
}

// cut splits text before the first character that does not fit into so many
// columns of a terminal.
func cut(text string, cells int) (head, tail string) {
	used := 0
	for i, r := range text {
		if used += diag.Cells(string(r)); used > cells {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// fold breaks text into lines of at most width columns; first begins the first
// line, indent the others. A word that is wider than a line is broken.
func fold(width int, text, first, indent string) string {
	var b strings.Builder
	b.WriteString(first)
	col, fresh := diag.Cells(first), true
	room := max(2, width-max(col, diag.Cells(indent)))
	words := strings.Fields(diag.Clean(text))
	for len(words) > 0 {
		word, rest := cut(words[0], room)
		if words = words[1:]; rest != "" {
			words = append([]string{rest}, words...)
		}
		n := diag.Cells(word)
		if !fresh && col+1+n > width {
			b.WriteString("\n" + indent)
			col, fresh = diag.Cells(indent), true
		}
		if !fresh {
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col, fresh = col+n, false
	}
	return b.String() + "\n"
}
