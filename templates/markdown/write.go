// Package markdown renders views as Markdown that reads well raw, on GitHub
// and through other converters. Every text is escaped: it stays text.
package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

// place is a line to write on. Between blanks it is no markup.
const place = "____________"

// writer collects a document.
type writer struct {
	strings.Builder
	*view.Head
	words    *locale.Catalogue
	slugs    slugs
	contents strings.Builder // links to the headings that were listed
}

func newWriter(h *view.Head) *writer {
	return &writer{Head: h, words: h.Words, slugs: slugs{}}
}

func (w *writer) line(s string) { w.WriteString(s + "\n") }

// heading writes a heading and returns its anchor.
func (w *writer) heading(level int, text string) string {
	text = strings.Join(strings.FieldsFunc(text, breaksLine), " ")
	w.line(strings.Repeat("#", level) + " " + Escape(text) + "\n")
	return w.slugs.next(text)
}

// listed writes a heading that the table of contents lists, depth steps in, as
// text.
func (w *writer) listed(level int, heading string, depth int, text string) {
	slug := w.heading(level, heading)
	w.contents.WriteString(strings.Repeat("  ", depth) + "- [" + Escape(text) + "](#" + slug + ")\n")
}

// wrapped writes a paragraph of escaped text.
func (w *writer) wrapped(text string) { w.line(wrap(text, "", "") + "\n") }

func (w *writer) paragraph(text string) {
	for _, p := range strings.Split(text, "\n\n") {
		w.wrapped(Escape(p))
	}
}

// end writes what stands at the foot of pages on paper, whose copy it is apart:
// that stands at the head.
func (w *writer) end() {
	w.line("---\n")
	w.line(Escape(w.Imprint()))
}

func strong(text string) string { return "**" + strings.TrimSpace(Escape(text)) + "**" }

// items writes a list of escaped texts, each behind its mark.
func (w *writer) items(mark func(i int) string, items []string) {
	for i, s := range items {
		first := mark(i)
		w.line(wrap(s, first, strings.Repeat(" ", len(first))))
	}
	w.line("")
}

func escaped(items []string) []string {
	list := make([]string, len(items))
	for i, s := range items {
		list[i] = Escape(s)
	}
	return list
}

func bullet(int) string   { return "- " }
func box(int) string      { return "- [ ] " }
func number(i int) string { return strconv.Itoa(i+1) + ". " }

func (w *writer) bullets(items []string)  { w.items(bullet, escaped(items)) }
func (w *writer) numbered(items []string) { w.items(number, escaped(items)) }

// boxes writes a task list.
func (w *writer) boxes(items []string) { w.items(box, escaped(items)) }

// label writes what stands above a list or a quote.
func (w *writer) label(text string) { w.wrapped(strong(text)) }

// labelled writes a text behind its label; nothing where there is none.
func (w *writer) labelled(label, text string) {
	if text != "" {
		w.wrapped(strong(label) + " " + Escape(text))
	}
}

// list writes bullets below a label; nothing where there are none.
func (w *writer) list(label string, items []string) {
	if len(items) > 0 {
		w.label(label)
		w.bullets(items)
	}
}

// fill asks to write something.
func (w *writer) fill(label string) { w.wrapped(Escape(w.words.Format.Labelled(label)) + " " + place) }

// table writes a table: with even columns where they fit into a line, else
// with rules as long as the columns should be wide, by which pandoc shares out
// the page.
func (w *writer) table(t view.Table) {
	rows, widths := [][]string{escaped(t.Head)}, make([]int, len(t.Head))
	for _, r := range t.Rows {
		rows = append(rows, escaped(r))
	}
	total := 1
	for c := range widths {
		widths[c] = 3
		for _, r := range rows {
			widths[c] = max(widths[c], utf8.RuneCountInString(r[c]))
		}
		total += widths[c] + 3
	}
	even := total <= columns
	w.row(rows[0], widths, even)
	rule := make([]string, len(widths))
	for c, n := range widths {
		if !even {
			n = max(3, n*columns/total)
		}
		rule[c] = strings.Repeat("-", n)
	}
	w.row(rule, widths, false)
	for _, r := range rows[1:] {
		w.row(r, widths, even)
	}
	w.line("")
}

func (w *writer) row(cells []string, widths []int, even bool) {
	for c, text := range cells {
		w.WriteString("| " + text)
		if even {
			w.WriteString(strings.Repeat(" ", widths[c]-utf8.RuneCountInString(text)))
		}
		w.WriteString(" ")
	}
	w.line("|")
}
