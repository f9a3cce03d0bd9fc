package html

import (
	"net/url"
	"strconv"
	"strings"

	"interviewkit/templates/view"
)

// paragraph writes a text's paragraphs.
func (w *writer) paragraph(text string, attributes ...string) {
	for _, p := range strings.Split(text, "\n\n") {
		w.block("p", p, attributes...)
	}
}

// labelled writes a text behind its label; nothing where there is none.
func (w *writer) labelled(label, text string, attributes ...string) {
	if text == "" {
		return
	}
	w.around("p", func() {
		w.el("strong", label)
		w.text(" " + text)
	}, attributes...)
	w.WriteString("\n")
}

// label writes what stands above a list, a quote or a place to write.
func (w *writer) label(text string) {
	w.around("p", func() { w.el("strong", text) }, "class", "label")
	w.WriteString("\n")
}

func (w *writer) list(tag string, items []string, attributes ...string) {
	w.in(tag, func() {
		for _, s := range items {
			w.block("li", s)
		}
	}, attributes...)
}

// listBelow writes bullets below a label; nothing where there are none.
func (w *writer) listBelow(label string, items []string) {
	if len(items) > 0 {
		w.in("div", func() {
			w.label(label)
			w.list("ul", items)
		})
	}
}

// tick writes a box to tick, with what it stands for.
func (w *writer) tick(body func(), attributes ...string) {
	w.around("label", func() {
		w.open("input", []string{"type", "checkbox"})
		w.WriteString(" ")
		body()
	}, attributes...)
	w.WriteString("\n")
}

// ticks writes boxes in a row.
func (w *writer) ticks(items []string) {
	w.in("p", func() {
		for _, s := range items {
			w.tick(func() { w.text(s) })
		}
	}, "class", "ticks")
}

// tickList writes boxes, one below the other.
func (w *writer) tickList(tag string, items []string) {
	w.in(tag, func() {
		for _, s := range items {
			w.in("li", func() { w.tick(func() { w.text(s) }) })
		}
	}, "class", "ticks")
}

// space is a place to write, of some lines. It holds a blank that keeps it open
// where there is no style.
func (w *writer) space(lines int) {
	w.block("div", "\u00a0", "class", "write lines-"+strconv.Itoa(lines))
}

// fill asks to write something.
func (w *writer) fill(label string, lines int) {
	w.in("div", func() {
		w.label(label)
		w.space(lines)
	}, "class", "fill")
}

// scroll writes something that may be wider than a phone. It can be scrolled
// from the keyboard, and so has a name.
func (w *writer) scroll(name string, body func()) {
	w.in("div", body, "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name)
}

// heads writes the head of a table.
func (w *writer) heads(cells []string) {
	w.in("thead", func() {
		w.in("tr", func() {
			for _, c := range cells {
				w.block("th", c, "scope", "col")
			}
		})
	})
}

// table writes a table whose rows are headed by their first cell.
func (w *writer) table(name string, t view.Table, attributes ...string) {
	w.scroll(name, func() {
		w.in("table", func() {
			w.heads(t.Head)
			w.in("tbody", func() {
				for _, r := range t.Rows {
					w.in("tr", func() {
						w.block("th", r[0], "scope", "row")
						for _, c := range r[1:] {
							w.block("td", c)
						}
					})
				}
			})
		}, attributes...)
	})
}

// source names where a rule comes from; an address is a link.
func (w *writer) source(s string) {
	if u, err := url.Parse(s); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		w.el("a", s, "href", s)
		return
	}
	w.text(s)
}
