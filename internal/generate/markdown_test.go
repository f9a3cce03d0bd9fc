package generate_test

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"interviewkit/internal/generate"
	"interviewkit/templates"
)

// hostile is a profile whose texts try to be more than text.
const hostile = `title = '''<script>alert(1)</script> "onload=x & </style> # [x](y) | Łódź żółć 🚀 :tada: *'''
seniority = "mid"
company = "</style><img src=x onerror=y>&amp;"
team = "' onclick='z"
languages = ["go"]
focus_areas = ["databases", "testing", "api-design"]
[[rounds]]
name = "🚀 A & B | </pre> \"q\" _Łódź_"
kind = "technical"
minutes = 60
interviewers = ["<b>Ana</b>", "O'Neil & \"Sons\""]
[[rounds]]
name = "# 1. ` + "```" + ` <!-- ]] --> A 1"
kind = "coding"
minutes = 60
`

// openings makes the documents of every starter and of a hostile profile, once
// for all tests that read them.
var openings = sync.OnceValues(func() (map[string]*generate.Result, error) {
	e, err := generate.NewEnv()
	if err != nil {
		return nil, err
	}
	sources := map[string][]byte{"hostile": []byte(hostile)}
	for _, name := range templates.Starters() {
		if sources[name], err = templates.Starter(name); err != nil {
			return nil, err
		}
	}
	all := map[string]*generate.Result{}
	for name, src := range sources {
		o := generate.Options{Version: "test", Seed: 1, Formats: []string{"md", "html"}}
		if all[name], err = e.Make(generate.Source{Name: "role.toml", Place: "role"}, src, o); err != nil {
			return nil, err
		}
	}
	return all, nil
})

// eachOpening calls f with the documents of each opening.
func eachOpening(t *testing.T, f func(t *testing.T, r *generate.Result)) {
	t.Helper()
	all, err := openings()
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range all {
		t.Run(name, func(t *testing.T) { f(t, r) })
	}
}

// prose is a file's lines without those of code.
func prose(text string) (lines []string) {
	fence := ""
	for _, l := range strings.Split(text, "\n") {
		run := l[:len(l)-len(strings.TrimLeft(l, "`"))]
		switch {
		case fence == "" && len(run) >= 3:
			fence = run
		case fence == "":
			lines = append(lines, l)
		case run == l && len(run) >= len(fence):
			fence = ""
		}
	}
	return lines
}

// Each link of the contents leads to one heading, by the anchors that GitHub
// gives: lower case, nothing but letters, digits, "-" and "_", blanks as "-",
// and a number behind one that came before.
func TestMarkdownLinks(t *testing.T) {
	eachOpening(t, func(t *testing.T, r *generate.Result) {
		lines := prose(file(t, r, "kit.md"))
		seen, anchors := map[string]int{}, map[string]int{}
		for _, l := range lines {
			heading := regexp.MustCompile(`^#{1,6} (.*)$`).FindStringSubmatch(l)
			if heading == nil {
				continue
			}
			text := regexp.MustCompile("\\\\([!-/:-@[-`{-~])").ReplaceAllString(heading[1], "$1")
			slug := regexp.MustCompile(`[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]`).ReplaceAllString(strings.ToLower(text), "")
			slug = strings.ReplaceAll(slug, " ", "-")
			if seen[slug]++; seen[slug] > 1 {
				slug += fmt.Sprintf("-%d", seen[slug]-1)
			}
			anchors[slug]++
		}
		links := 0
		for _, m := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(strings.Join(lines, "\n"), -1) {
			links++
			if n := anchors[m[1]]; n != 1 {
				t.Errorf("%d headings for the link to #%s", n, m[1])
			}
		}
		questions := 0
		for _, round := range r.Kit.Rounds {
			questions += len(round.Questions)
		}
		if want := 2 + 2*len(r.Kit.Rounds) + questions; links != want {
			t.Errorf("%d links, want one for the overview, the debrief, each guide, question and scorecard: %d", links, want)
		}
	})
}

// Lines of text are short enough to be read raw, and the rows of a table have
// the cells of its head.
func TestMarkdownLines(t *testing.T) {
	eachOpening(t, func(t *testing.T, r *generate.Result) {
		for _, doc := range []string{"kit.md", "candidate.md"} {
			cells := 0
			for _, l := range prose(file(t, r, doc)) {
				row := strings.HasPrefix(l, "|")
				if row {
					n := strings.Count(strings.ReplaceAll(l, `\|`, ""), "|")
					if cells != 0 && n != cells {
						t.Errorf("a row of %s has %d lines between its cells, its table %d: %s", doc, n, cells, l)
					}
					cells = n
				} else {
					cells = 0
				}
				link := strings.HasPrefix(strings.TrimLeft(l, " "), "- [") && strings.HasSuffix(l, ")")
				if n := utf8.RuneCountInString(l); n > 101 && !row && !link && !strings.HasPrefix(l, "#") {
					t.Errorf("%d columns in %s: %s", n, doc, l)
				}
			}
		}
	})
}
