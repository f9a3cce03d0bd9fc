// Package html renders views as pages of HTML that need nothing else: no
// network, no script, one style sheet within. The content is in plain elements,
// so that it survives being pasted where styles do not.
package html

import (
	_ "embed"
	"fmt"
	"html"
	"strings"
	"unicode"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

//go:embed style.css
var style string

// writer collects a page. Text and attributes are escaped here and nowhere
// else.
type writer struct {
	strings.Builder
	*view.Head
	words *locale.Catalogue
}

// open writes the start of an element; attributes are pairs of name and value,
// those without a value being left out.
func (w *writer) open(tag string, attributes []string) {
	w.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.WriteString(" " + attributes[i] + `="` + escape(attributes[i+1]) + `"`)
		}
	}
	w.WriteString(">")
}

// in writes an element around what body writes.
func (w *writer) in(tag string, body func(), attributes ...string) {
	w.open(tag, attributes)
	w.WriteString("\n")
	body()
	w.WriteString("</" + tag + ">\n")
}

// around is in, for elements amid text: it adds no line ends.
func (w *writer) around(tag string, body func(), attributes ...string) {
	w.open(tag, attributes)
	body()
	w.WriteString("</" + tag + ">")
}

// el writes an element of text, amid text.
func (w *writer) el(tag, text string, attributes ...string) {
	w.around(tag, func() { w.text(text) }, attributes...)
}

// block writes an element of text on a line of its own.
func (w *writer) block(tag, text string, attributes ...string) {
	w.el(tag, text, attributes...)
	w.WriteString("\n")
}

func (w *writer) text(s string) { w.WriteString(escape(s)) }

// escape returns text as it must stand in HTML, in attributes too. Characters
// that no page may hold become blanks.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE {
			return ' '
		}
		return r
	}, s))
}

// quote returns text as a string of CSS. Whatever is not a letter, a digit or
// a blank is written by its number, so that nothing ends the string, or the
// style sheet.
func quote(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%06x`, r)
		}
	}
	return `"` + b.String() + `"`
}

// page returns a whole page around what body writes into it.
func page(h *view.Head, body func(w *writer)) []byte {
	w := &writer{Head: h, words: h.Words}
	w.WriteString("<!DOCTYPE html>\n")
	w.in("html", func() {
		w.in("head", func() {
			w.open("meta", []string{"charset", "utf-8"})
			w.open("meta", []string{"name", "viewport", "content", "width=device-width, initial-scale=1"})
			w.open("meta", []string{"http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'; " + w.pictures() + "base-uri 'none'; form-action 'none'"})
			w.open("meta", []string{"name", "robots", "content", "noindex"})
			w.WriteString("\n")
			w.block("title", h.Role+": "+h.Document)
			w.WriteString("<style>\n" + w.sheet() + style + w.look() + "</style>\n")
		})
		w.in("body", func() { body(w) })
	}, "lang", h.Words.Language)
	return []byte(w.String())
}

// sheet is the paper, with what stands on each page.
func (w *writer) sheet() string {
	size := map[string]string{"a4": "A4", "letter": "letter"}[w.Paper]
	pages := quote(w.words.Page.Number)
	for name, counter := range map[string]string{"n": "page", "m": "pages"} {
		pages = strings.Replace(pages, quoted("{"+name+"}"), `" counter(`+counter+`) "`, 1)
	}
	return "@page { size: " + size + "; margin: 18mm 16mm; font: 8pt sans-serif; color: #4a4a4a;\n" +
		"  @top-left { content: " + quote(w.Role) + " }\n  @top-right { content: " + quote(w.Document) + " }\n" +
		"  @bottom-left { content: " + quote(w.FootLine()) + " }\n  @bottom-right { content: " + pages + " }\n}\n"
}

// quoted is quote without the quotation marks.
func quoted(s string) string { return strings.Trim(quote(s), `"`) }
