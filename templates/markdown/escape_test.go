package markdown

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"plain words, (with) 3.5 of them!": "plain words, (with) 3.5 of them!",
		"# [x](y) | <b>":                   `\# \[x\](y) \| \<b\>`,
		"a # b":                            "a # b",
		"1. one":                           `1\. one`,
		"- item":                           `\- item`,
		"+ item":                           `\+ item`,
		"two\nlines\r\nand\ttab":           "two lines and tab",
		"*a* _b_ `c` ~d~":                  "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~",
		"https://x.y":                      `https\://x.y`,
		"a & b, R&D &amp;":                 `a & b, R&D \&amp;`,
		"=====":                            `\=\=\=\=\=`,
		"user_id, __init__":                `user_id, \_\_init\_\_`,
		"weight: ____ of 9":                "weight: ____ of 9",
		"____ of 9":                        `\_\_\_\_ of 9`,
		"note: so :tada:":                  `note: so \:tada:`,
		"a -> b":                           "a -> b",
		"> quoted":                         `\> quoted`,
	} {
		if got := Escape(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWrapKeepsToColumns(t *testing.T) {
	text := strings.Repeat("word ", 19) + "- not a list 1. nor this # nor that > nor a quote ____ nor a rule " + strings.Repeat("word ", 30)
	for shift := range 60 {
		for _, line := range strings.Split(wrap(Escape(text[shift:]), "- [ ] ", "      "), "\n") {
			if n := utf8.RuneCountInString(line); n > columns+1 { // an escape comes after the count
				t.Errorf("%d columns: %q", n, line)
			}
		}
	}
}

func TestSlugs(t *testing.T) {
	s := slugs{}
	for _, c := range [][2]string{
		{"1 Oven: Guide", "1-oven-guide"}, {"Q1 A & B, user_id", "q1-a--b-user_id"}, {"Łódź 🚀 ²!", "łódź--"},
		{"1 oven guide", "1-oven-guide-1"}, {"1 Oven: Guide", "1-oven-guide-2"},
	} {
		if got := s.next(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

func TestFence(t *testing.T) {
	for lines, want := range map[string]string{"plain": "```", "a ``` b": "````", "`````": "``````"} {
		if got := fence([]string{lines}); got != want {
			t.Errorf("%q: %s", lines, got)
		}
	}
}

// A spot is a place of the documents in which a text may stand, with what
// reading it gives: the elements around the text.
type spot struct {
	write func(w *writer, text string)
	want  string
}

func spots() []spot {
	return []spot{
		{func(w *writer, s string) { w.heading(2, "A "+s) }, "<h2>A {}</h2>"},
		{func(w *writer, s string) { w.wrapped(Escape(s)) }, "<p>{}</p>"},
		{func(w *writer, s string) { w.labelled("L:", s) }, "<p><strong>L:</strong> {}</p>"},
		{func(w *writer, s string) { w.wrapped("x " + strong("A"+s+"b") + " x") }, "<p>x <strong>A{}b</strong> x</p>"},
		{func(w *writer, s string) { w.bullets([]string{"a", s, "b"}) }, "<ul> <li>a</li> <li>{}</li> <li>b</li> </ul>"},
		{func(w *writer, s string) { w.numbered([]string{"a", s}) }, "<ol> <li>a</li> <li>{}</li> </ol>"},
		{func(w *writer, s string) { w.boxes([]string{s}) }, `<ul> <li><input disabled="" type="checkbox"/> {}</li> </ul>`},
		{func(w *writer, s string) { w.line(wrap(Escape(s), "> ", "> ")) }, "<blockquote> <p>{}</p> </blockquote>"},
		{func(w *writer, s string) { w.fill(s) }, "<p>{}: ____________</p>"},
		{func(w *writer, s string) { w.line("[" + Escape(s) + "](#x)") }, `<p><a href="#x">{}</a></p>`},
		{func(w *writer, s string) {
			w.table(view.Table{Head: []string{"a", "b"}, Rows: [][]string{{s, "c"}}})
		}, "<table> <thead> <tr> <th>a</th> <th>b</th> </tr> </thead> <tbody> <tr> <td>{}</td> <td>c</td> </tr> </tbody> </table>"},
		{func(w *writer, s string) { w.exhibit(&view.Exhibit{Letter: "A", Language: s, Lines: []string{s}}) }, ""},
	}
}

// FuzzEscape holds that whatever a text says, a reader of Markdown finds it
// where it was put, as it was, and nothing else: in every place of a document,
// wrapped at every column.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"# a", "a | b", "<b>", "\\", "\\*", "![x](y)", "\u2028", "1) x", "---", "a\\", "a #", "=", "```", "a_b_ __c", "_ _ _",
		"[ ] x", "[x]: y", ":-:", "&lt;", "a  \\\n b", "<!-- x", "www.a.b", "https://a.b", "~~~", "1.", "+", "\u00a0- a", "a ____ b __c__", "*", "é_é_", "____"} {
		f.Add(s)
	}
	words, err := locale.Load("en")
	if err != nil {
		f.Fatal(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList, extension.Footnote))
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 300 {
			return
		}
		text = strings.TrimFunc(text, blank)
		said := normal(text)
		if said == "" {
			return
		}
		for i, s := range spots() {
			for _, before := range []string{"", strings.Repeat("long ", 18+len(text)%4)} {
				w := newWriter(&view.Head{Words: words})
				s.write(w, before+text)
				var out bytes.Buffer
				if err := md.Convert([]byte(w.String()), &out); err != nil {
					t.Fatal(err)
				}
				want := strings.Replace(s.want, "{}", html.EscapeString(before+said), 1)
				if s.want == "" { // code: nothing but its own elements
					if n := strings.Count(out.String(), "<"); n != 8 {
						t.Errorf("%q breaks out of its code:\n%s", before+text, out.String())
					}
				} else if got := normal(rendered(t, out.String())); got != normal(want) {
					t.Errorf("place %d: %q is read as\n%s, want\n%s, from\n%s", i, before+text, got, normal(want), w)
				}
			}
		}
	})
}

// normal is a text with every run of characters that end a line or are blank
// as one blank.
func normal(text string) string {
	return strings.Join(strings.FieldsFunc(string([]rune(text)), blank), " ")
}

func blank(r rune) bool { return r == ' ' || breaksLine(r) }

// rendered is HTML as a browser would write it, character names resolved alike.
func rendered(t *testing.T, src string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	body := doc.FirstChild.LastChild
	for c := body.FirstChild; c != nil; c = c.NextSibling {
		if err := html.Render(&b, c); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
