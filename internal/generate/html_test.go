package generate_test

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"interviewkit/internal/generate"
)

// void is the elements that have no end.
var void = []string{"meta", "input", "link", "img", "br", "hr"}

// A tag is the start of an element, with the elements it stands in.
type tag struct {
	name       string
	attributes map[string]string
	parents    []string
}

// read returns a page's elements and its text, blanks as one, and reports what
// is not closed where it was opened.
func read(t *testing.T, page string) (tags []tag, text string) {
	t.Helper()
	var open []string
	var words strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) > 0 {
				t.Errorf("%v; not closed: %v", z.Err(), open)
			}
			return tags, strings.Join(strings.Fields(words.String()), " ")
		case html.StartTagToken:
			token := z.Token()
			e := tag{token.Data, map[string]string{}, slices.Clone(open)}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Key]; twice {
					t.Errorf("<%s> has two of %s", token.Data, a.Key)
				}
				e.attributes[a.Key] = a.Val
			}
			tags = append(tags, e)
			if !slices.Contains(void, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes nothing; open: %v", name, open)
			}
			open = open[:len(open)-1]
		case html.TextToken:
			if !slices.Contains(open, "head") {
				words.WriteString(html.UnescapeString(string(z.Raw())) + " ")
			}
		}
	}
}

func eachPage(t *testing.T, f func(t *testing.T, page string)) {
	t.Helper()
	eachOpening(t, func(t *testing.T, r *generate.Result) {
		for _, name := range []string{"kit.html", "candidate.html"} {
			t.Run(name, func(t *testing.T) { f(t, file(t, r, name)) })
		}
	})
}

// A page is balanced, says its language, and has one of each part; each id is
// there once, and each link has its target; a table's cells are headed.
func TestHTMLStructure(t *testing.T) {
	eachPage(t, func(t *testing.T, page string) {
		tags, _ := read(t, page)
		ids, count := map[string]int{}, map[string]int{}
		for _, e := range tags {
			count[e.name]++
			if id, ok := e.attributes["id"]; ok {
				ids[id]++
			}
			if e.name == "html" && e.attributes["lang"] != "en" {
				t.Error("the page does not say its language")
			}
			if scope := e.attributes["scope"]; e.name == "th" && scope == "" {
				t.Error("a th without a scope")
			}
			if e.name == "input" && e.attributes["aria-label"] == "" && !slices.Contains(e.parents, "label") {
				t.Error("a box to tick without a label")
			}
		}
		for _, name := range []string{"html", "head", "title", "style", "body", "header", "main", "h1"} {
			if count[name] != 1 {
				t.Errorf("%d of <%s>", count[name], name)
			}
		}
		for id, n := range ids {
			if n != 1 {
				t.Errorf("%d of id %s", n, id)
			}
		}
		for _, e := range tags {
			if id, ok := strings.CutPrefix(e.attributes["href"], "#"); ok && ids[id] != 1 {
				t.Errorf("no target for #%s", id)
			}
			if id := e.attributes["aria-labelledby"]; id != "" && ids[id] != 1 {
				t.Errorf("no label %s", id)
			}
		}
	})
}

// A page is itself: it runs nothing, loads nothing and sends nothing, whatever
// a profile says.
func TestHTMLStandsAlone(t *testing.T) {
	known := strings.Fields("html head meta title style body header nav main section article footer h1 h2 h3 p div span strong a ul ol li dl dt dd " +
		"blockquote figure figcaption pre code table caption thead tbody tr th td label input fieldset legend")
	attributes := strings.Fields("lang charset name content http-equiv class id href style scope colspan rowspan type role tabindex aria-label aria-labelledby")
	eachPage(t, func(t *testing.T, page string) {
		tags, _ := read(t, page)
		for _, e := range tags {
			if !slices.Contains(known, e.name) {
				t.Errorf("<%s> in the page", e.name)
			}
			for name, value := range e.attributes {
				switch {
				case !slices.Contains(attributes, name):
					t.Errorf("<%s> has %s", e.name, name)
				case name == "href" && !regexp.MustCompile(`^(#|https?://)`).MatchString(value):
					t.Errorf("a link to %s", value)
				case name == "style" && !regexp.MustCompile(`^width:[0-9]+%$`).MatchString(value):
					t.Errorf("style %q", value)
				}
			}
		}
		sheet := page[strings.Index(page, "<style>")+7 : strings.Index(page, "</style>")]
		for _, loads := range []string{"url(", "@import", "http", "<", "expression"} {
			if strings.Contains(sheet, loads) {
				t.Errorf("the style sheet has %s", loads)
			}
		}
		if n := strings.Count(sheet, "{") - strings.Count(sheet, "}"); n != 0 {
			t.Errorf("the style sheet lacks %d ends", n)
		}
	})
}

// What a profile says is read as it was written.
func TestHTMLKeepsText(t *testing.T) {
	all, err := openings()
	if err != nil {
		t.Fatal(err)
	}
	r := all["hostile"]
	p := r.Kit.Profile
	for _, name := range []string{"kit.html", "candidate.html"} {
		_, text := read(t, file(t, r, name))
		for _, want := range []string{p.Title, p.Company, p.Team, p.Rounds[0].Name, p.Rounds[1].Name, p.Rounds[0].Interviewers[0], p.Rounds[0].Interviewers[1]} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
	}
}

var (
	// marks is what Markdown says between words: what begins a line of a list, a
	// heading, a quote or code, where a link leads, rules and bars.
	marks   = regexp.MustCompile("(?m)^ *(- \\[ \\] |- |[0-9]+\\. |> ?|#+ |```+.*)|\\]\\(#[^)]*\\)|^\\|[ -|]*\\|$|█+")
	pauses  = regexp.MustCompile("[\x01|·:;.?!]")
	between = regexp.MustCompile(`[^\p{L}\p{N}]+`)
)

// Everything that the Markdown says, the page says: each stretch of words
// between marks.
func TestHTMLSaysWhatMarkdownSays(t *testing.T) {
	eachOpening(t, func(t *testing.T, r *generate.Result) {
		for _, name := range []string{"kit", "candidate"} {
			_, text := read(t, file(t, r, name+".html"))
			said := plain(text)
			for _, paragraph := range strings.Split(file(t, r, name+".md"), "\n\n") {
				paragraph = strings.ReplaceAll(marks.ReplaceAllString(paragraph, "\x01 "), `\|`, "")
				for _, words := range pauses.Split(paragraph, -1) {
					if words = plain(words); !strings.Contains(said, words) {
						t.Errorf("%s.html does not say %q", name, words)
					}
				}
			}
		}
	})
}

// plain is a text's letters and digits, in lower case, single blanks between
// words.
func plain(text string) string {
	return strings.Join(strings.Fields(between.ReplaceAllString(strings.ToLower(text), " ")), " ")
}
