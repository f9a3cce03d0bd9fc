package rubrics

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
)

// A Finding is one rule that a question breaks. Path is relative to the
// question ("levels[1]"), "" for the question as a whole.
type Finding struct {
	Path, Msg, Hint string
}

// Limits of what a page holds: a rubric row is four columns wide, an exhibit
// is set in 9 pt type with line numbers, one to a page.
const (
	MaxTitle        = 60  // characters
	MaxAnchor       = 220 // characters, bars apart
	MaxLine         = 400 // characters of a follow-up, probe, signal, flag or hint
	MaxPrompt       = 900 // characters
	MaxAnswerWords  = 60
	MaxListen       = 3  // signals, and flags
	MaxAsks         = 5  // follow-ups, and probes
	MaxExhibitLines = 60 // with 80 columns, what fits one printed page
	MaxExhibitCols  = 80
)

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)

// Check returns every rule of the bank that q breaks by itself, whatever else
// the bank holds. Names must have been resolved to the vocabulary's own.
func Check(q *Question, v *Vocabulary) []Finding {
	c := &checker{vocabulary: v}
	if !idForm.MatchString(q.ID) {
		c.add("id", "id "+diag.Quote(q.ID)+" is not of the form stem.kebab-name", `lower-case letters, digits and hyphens, such as "databases.slow-for-one-customer"`)
	}
	c.text("title", q.Title, MaxTitle)
	c.text("prompt", q.Prompt, MaxPrompt)
	c.text("purpose", q.Purpose, MaxLine)
	c.text("answer", q.Answer, MaxPrompt)
	if n := len(strings.Fields(q.Answer)); n > MaxAnswerWords {
		c.add("answer", fmt.Sprintf("the answer has %d words; at most %d", n, MaxAnswerWords), "it is read at a glance while the candidate talks")
	}
	c.area("area", q.Area)
	c.kind(q)
	c.levels(q.Levels)
	c.list("follow_ups", q.FollowUps, 1, MaxAsks)
	c.list("probes", q.Probes, 1, MaxAsks)
	c.list("strong_signals", q.StrongSignals, 0, MaxListen)
	c.list("red_flags", q.RedFlags, 0, MaxListen)
	if q.Hint != "" {
		c.text("hint", q.Hint, MaxLine)
	}
	c.exhibit(q)
	c.rating(q)
	if slices.Contains(q.Excludes, q.ID) {
		c.add("excludes", "the question excludes itself", "")
	}
	return c.findings
}

type checker struct {
	vocabulary *Vocabulary
	findings   []Finding
}

func (c *checker) add(path, msg, hint string) {
	c.findings = append(c.findings, Finding{path, msg, hint})
}

func (c *checker) text(path, s string, most int) {
	switch n := utf8.RuneCountInString(s); {
	case strings.TrimSpace(s) == "":
		name := path[strings.LastIndexByte(path, '.')+1:]
		c.add(path, "the question has no "+name, "")
	case n > most:
		c.add(path, fmt.Sprintf("%d characters; at most %d, or it does not fit its place on paper", n, most), "")
	}
}

func (c *checker) list(path string, items []string, least, most int) {
	if len(items) < least || len(items) > most {
		c.add(path, fmt.Sprintf("%d entries in %s; want %d to %d", len(items), path, least, most), "")
	}
	for i, s := range items {
		c.text(tomlpos.Elem(path, i), s, MaxLine)
	}
}

func (c *checker) area(path, area string) {
	v := c.vocabulary
	for _, s := range []Sort{SortArea, SortLanguage, SortTechnology} {
		if _, ok := v.find(s, area); ok {
			return
		}
	}
	c.add(path, "unknown area "+diag.Quote(area), v.Hint(SortArea, area))
}

func (c *checker) kind(q *Question) {
	least, most := q.Kind.Minutes()
	if most == 0 {
		var names []string
		for _, k := range Kinds() {
			names = append(names, string(k))
		}
		c.add("kind", "unknown kind "+diag.Quote(string(q.Kind))+"; want "+diag.OneOf(names), diag.DidYouMean(string(q.Kind), names))
		return
	}
	if q.Minutes < least || q.Minutes > most {
		c.add("minutes", fmt.Sprintf("%d minutes; a %s question takes %d to %d", q.Minutes, q.Kind, least, most), "")
	}
	switch people := c.vocabulary.IsPeople(q.Area); {
	case q.Kind.Takes(people):
	case people:
		c.add("area", fmt.Sprintf("a %s question is about a technical area", q.Kind), "no round would admit it")
	default:
		c.add("area", fmt.Sprintf("a %s question is about a people area", q.Kind), "")
	}
}

func (c *checker) levels(levels []string) {
	if len(levels) == 0 {
		c.add("levels", "the question serves no level", `such as levels = ["mid", "senior"]`)
	}
	previous := -1
	for i, l := range levels {
		path := tomlpos.Elem("levels", i)
		rank := c.vocabulary.Level(l)
		switch {
		case rank < 0:
			c.add(path, "unknown level "+diag.Quote(l)+"; want "+diag.OneOf(c.vocabulary.Names(SortLevel)), c.vocabulary.Hint(SortLevel, l))
		case previous >= 0 && rank != previous+1:
			c.add(path, "levels are consecutive, lowest first", "")
		}
		previous = rank
	}
}

func (c *checker) exhibit(q *Question) {
	if q.Exhibit == nil {
		if q.Kind == WorkSample {
			c.add("", "a work-sample question shows an exhibit", `add exhibit.language and exhibit.text`)
		}
		return
	}
	if strings.TrimSpace(q.Exhibit.Text) == "" {
		c.add("exhibit.text", "the exhibit is empty", "")
	}
	lines := strings.Split(strings.TrimRight(q.Exhibit.Text, "\n"), "\n")
	if len(lines) > MaxExhibitLines {
		c.add("exhibit.text", fmt.Sprintf("the exhibit has %d lines; at most %d fit a page", len(lines), MaxExhibitLines), "trim it to what the question needs")
	}
	for i, l := range lines {
		if n := utf8.RuneCountInString(strings.ReplaceAll(l, "\t", "    ")); n > MaxExhibitCols {
			c.add("exhibit.text", fmt.Sprintf("line %d of the exhibit has %d characters; at most %d fit a page", i+1, n, MaxExhibitCols), "")
		}
	}
}

// rating checks what of q is rated: its parts, or its own rubric.
func (c *checker) rating(q *Question) {
	if !q.Kind.HasParts() {
		if len(q.Parts) > 0 {
			c.add("part", fmt.Sprintf("a %s question has no parts", q.Kind), "it is one part itself")
		}
		c.rubric("", q.Rubric, q.Bar, q.Levels)
		return
	}
	if q.Rubric != nil || len(q.Bar) > 0 {
		c.add("rubric", fmt.Sprintf("the rubric of a %s question belongs to its parts", q.Kind), "")
	}
	if n := len(q.Parts); n < 2 || n > 4 {
		c.add("", fmt.Sprintf("a %s question has two to four parts, not %d", q.Kind, n), "add [[question.part]]")
	}
	sum := 0
	for i, p := range q.Parts {
		path := tomlpos.Elem("part", i)
		c.text(path+".title", p.Title, MaxTitle)
		c.area(path+".area", p.Area)
		if p.Minutes < 1 {
			c.add(path+".minutes", "a part takes at least a minute", "")
		}
		sum += p.Minutes
		c.rubric(path+".", p.Rubric, p.Bar, q.Levels)
	}
	if len(q.Parts) > 0 && sum != q.Minutes {
		c.add("minutes", fmt.Sprintf("the parts take %d minutes, the question %d", sum, q.Minutes), "")
	}
}

func (c *checker) rubric(prefix string, r *Rubric, bar map[string]string, levels []string) {
	if r == nil {
		c.add(strings.TrimSuffix(prefix, "."), "no rubric", "four anchors: rubric.1 to rubric.4")
		return
	}
	seen := map[string]int{}
	for i, a := range r.Anchors() {
		path := fmt.Sprintf("%srubric.%d", prefix, i+1)
		if strings.TrimSpace(a) == "" {
			c.add(path, fmt.Sprintf("anchor %d is missing", i+1), "")
			continue
		}
		c.text(path, a, MaxAnchor)
		if n := seen[a]; n > 0 {
			c.add(path, fmt.Sprintf("anchors %d and %d are the same", n, i+1), "")
		}
		seen[a] = i + 1
	}
	for l, text := range bar {
		path := tomlpos.Key(prefix+"bar", l)
		if i := slices.Index(levels, l); i < 1 {
			c.add(path, "a bar for "+diag.Quote(l)+", which is not one of the question's higher levels", "the bar of the lowest level is anchor 3")
		}
		c.text(path, text, MaxAnchor)
	}
	for _, l := range levels[min(1, len(levels)):] {
		if bar[l] == "" {
			c.add(strings.TrimSuffix(prefix, "."), "no bar for "+diag.Quote(l), "say what a 3 needs there in addition: bar."+l)
		}
	}
}
