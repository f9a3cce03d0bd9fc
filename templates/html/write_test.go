package html

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

// escapes is the characters that quote writes by their numbers.
var escapes = regexp.MustCompile(`\\([0-9a-f]{6})`)

// FuzzEscape holds that whatever a text says, a browser finds it where it was
// put, as it was, and nothing else: as text, in an attribute, in code, as the
// title, and in the style sheet.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"<script>alert(1)</script>", `"onload=`, "</style>", "' onclick='x", "a & b &amp; &lt", "Łódź 🚀", "\x00\x1b", "</title>", "-->", "]]>", "\\", "\u2028", "}", "\ufffe", "\n</pre>"} {
		f.Add(s)
	}
	words, err := locale.Load("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		h := &view.Head{Role: text, Document: "D", KitID: "1", Paper: "a4", Words: words}
		out := string(page(h, func(w *writer) {
			w.block("p", text, "class", text+"x")
			w.exhibit(&view.Exhibit{Letter: "A", Lines: []string{"a" + text}})
		}))
		doc, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		var names []string
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				names = append(names, n.Data)
			}
			if n.Type == html.TextNode {
				said[n.Parent.Data] += n.Data
			}
			if n.Type == html.ElementNode && n.Data == "p" && (len(n.Attr) != 1 || n.Attr[0].Val != readable(text)+"x") {
				t.Errorf("%q is read as %v", text, n.Attr)
			}
		}
		if got := strings.Join(names, " "); got != "html head meta meta meta meta title style body p figure figcaption pre code span" {
			t.Fatalf("%q makes %s", text, got)
		}
		if said["p"] != readable(text) || said["span"] != "a"+readable(text) || said["title"] != readable(text)+": D" {
			t.Errorf("%q is read as %q", text, said)
		}
		if got := strings.Count(said["style"], `"`); got != strings.Count(style, `"`)+12 {
			t.Errorf("%q ends a string of the style sheet", text)
		}
		inside := strings.Trim(quote(text), `"`)
		if strings.ContainsAny(escapes.ReplaceAllString(inside, ""), "\"\\<>{}();\n\r\f'") {
			t.Errorf("%q stands bare in the style sheet: %s", text, inside)
		}
		back := escapes.ReplaceAllStringFunc(inside, func(s string) string {
			n, err := strconv.ParseInt(s[1:], 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			return string(rune(n))
		})
		if back != string([]rune(text)) {
			t.Errorf("%q is %q in the style sheet", text, back)
		}
	})
}

// readable is a text as a page can hold it.
func readable(text string) string { return html.UnescapeString(escape(text)) }

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"Łódź & \"<b>\" 🚀": "Łódź &amp; &#34;&lt;b&gt;&#34; 🚀",
		"a\x00b\x1bc\r":    "a b c ",
		"two\nlines":       "two\nlines",
	} {
		if got := escape(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Only an address of the web is a link.
func TestSource(t *testing.T) {
	for source, want := range map[string]string{
		"https://eur-lex.europa.eu/eli/reg/2016/679/oj": `<a href="https://eur-lex.europa.eu/eli/reg/2016/679/oj">https://eur-lex.europa.eu/eli/reg/2016/679/oj</a>`,
		"javascript:alert(1)":                           "javascript:alert(1)",
		"Title VII, 42 U.S.C. 2000e-2":                  "Title VII, 42 U.S.C. 2000e-2",
		"https:///nowhere":                              "https:///nowhere",
	} {
		w := &writer{}
		w.source(source)
		if w.String() != want {
			t.Errorf("%q: %s", source, w)
		}
	}
}
