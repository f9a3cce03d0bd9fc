package generate_test

import (
	"fmt"
	"regexp"
	"strings"
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

// openings returns the documents of every starter and of a hostile profile.
func openings(t *testing.T, formats ...string) map[string]*generate.Result {
	t.Helper()
	e, all := env(t), map[string]*generate.Result{}
	all["hostile"] = result(t, e, hostile, formats...)
	for _, name := range templates.Starters() {
		src, err := templates.Starter(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = result(t, e, string(src), formats...)
	}
	return all
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
	for name, r := range openings(t, "md") {
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
				t.Errorf("%s: %d headings for the link to #%s", name, n, m[1])
			}
		}
		questions := 0
		for _, round := range r.Kit.Rounds {
			questions += len(round.Questions)
		}
		if want := 2 + 2*len(r.Kit.Rounds) + questions; links != want {
			t.Errorf("%s: %d links, want one for the overview, the debrief, each guide, question and scorecard: %d", name, links, want)
		}
	}
}

// Lines of text are short enough to be read raw, and the rows of a table have
// the cells of its head.
func TestMarkdownLines(t *testing.T) {
	for name, r := range openings(t, "md") {
		for _, doc := range []string{"kit.md", "candidate.md"} {
			cells := 0
			for _, l := range prose(file(t, r, doc)) {
				row := strings.HasPrefix(l, "|")
				if row {
					n := strings.Count(strings.ReplaceAll(l, `\|`, ""), "|")
					if cells != 0 && n != cells {
						t.Errorf("%s: a row of %s has %d lines between its cells, its table %d: %s", name, doc, n, cells, l)
					}
					cells = n
				} else {
					cells = 0
				}
				link := strings.HasPrefix(strings.TrimLeft(l, " "), "- [") && strings.HasSuffix(l, ")")
				if n := utf8.RuneCountInString(l); n > 101 && !row && !link && !strings.HasPrefix(l, "#") {
					t.Errorf("%s: %d columns in %s: %s", name, n, doc, l)
				}
			}
		}
	}
}
