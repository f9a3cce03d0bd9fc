package rubrics

import (
	"fmt"
	"strings"
)

// What a skeleton has in place of what is still to be written: how its texts
// end, and the name in its id.
const (
	Placeholder = "..."
	Unnamed     = "name-it"
)

// Skeleton returns a question of a kind on an area that serves some levels, to
// be filled in: its texts say what belongs there, and end in three dots.
func Skeleton(area string, kind Kind, levels []string, v *Vocabulary) *Question {
	least, most := kind.Minutes()
	q := &Question{
		ID: area + "." + Unnamed, Title: "A title of a few words " + Placeholder, Area: area, Kind: kind, Levels: levels, Minutes: (least + most) / 2,
		Prompt: "One task, or one question, as it is said aloud " + Placeholder, Purpose: "Whether the candidate " + Placeholder,
		Answer:    "In at most 60 words what a right answer holds " + Placeholder,
		FollowUps: []string{"What everyone is asked next " + Placeholder}, Probes: []string{"What hangs on the answer just given " + Placeholder},
		Hint:          "One sentence, said word for word to a candidate who is stuck " + Placeholder,
		StrongSignals: []string{"What to listen for " + Placeholder}, RedFlags: []string{"What to be wary of " + Placeholder},
	}
	if _, ok := v.find(SortLanguage, area); ok {
		q.Languages = []string{area}
	}
	if _, ok := v.find(SortTechnology, area); ok {
		q.Technologies = []string{area}
	}
	if kind == WorkSample {
		q.Exhibit = &Exhibit{"text", "what the candidate sees, from a real run " + Placeholder}
	}
	if !kind.HasParts() {
		q.Rubric, q.Bar = skeletonRubric(""), skeletonBar(levels)
		return q
	}
	for i, share := range []int{q.Minutes / 2, q.Minutes - q.Minutes/2} {
		title := fmt.Sprintf("Part %d", i+1)
		q.Parts = append(q.Parts, Part{Title: title + " " + Placeholder, Area: area, Minutes: share, Rubric: skeletonRubric(title + ": "), Bar: skeletonBar(levels)})
	}
	return q
}

func skeletonRubric(part string) *Rubric {
	return &Rubric{
		One: part + "what one sees or hears well below the bar " + Placeholder, Two: part + "half of it, and which half " + Placeholder,
		Three: part + "the bar of the lowest level " + Placeholder, Four: part + "what lies above the highest bar " + Placeholder,
	}
}

func skeletonBar(levels []string) map[string]string {
	if len(levels) < 2 {
		return nil
	}
	bar := map[string]string{}
	for _, l := range levels[1:] {
		bar[l] = "What a 3 needs in addition for " + l + " " + Placeholder
	}
	return bar
}

// Unsuited returns why no round would ask a question of this kind on this area,
// "" when one would.
func Unsuited(q *Question, v *Vocabulary) string {
	for _, f := range Check(q, v) {
		if f.Path == "area" {
			return f.Msg
		}
	}
	return ""
}

// Print returns a question as it stands in a bank's file, with an empty line
// before it.
func Print(q *Question) string {
	var b strings.Builder
	line := func(key, value string) { fmt.Fprintf(&b, "%-9s = %s\n", key, value) }
	text := func(key, value string) {
		if value != "" {
			line(key, quote(value))
		}
	}
	list := func(key string, items []string) {
		if len(items) > 0 {
			line(key, listed(items))
		}
	}
	b.WriteString("\n[[question]]\n")
	text("id", q.ID)
	text("title", q.Title)
	text("area", q.Area)
	text("kind", string(q.Kind))
	list("levels", q.Levels)
	line("minutes", fmt.Sprint(q.Minutes))
	list("languages", q.Languages)
	list("technologies", q.Technologies)
	text("prompt", q.Prompt)
	if q.Exhibit != nil {
		text("exhibit.language", q.Exhibit.Language)
		text("exhibit.text", q.Exhibit.Text)
	}
	text("purpose", q.Purpose)
	text("answer", q.Answer)
	list("follow_ups", q.FollowUps)
	list("probes", q.Probes)
	text("hint", q.Hint)
	list("strong_signals", q.StrongSignals)
	list("red_flags", q.RedFlags)
	list("excludes", q.Excludes)
	if q.Rubric != nil {
		rated(&b, "question.", Part{Bar: q.Bar, Rubric: q.Rubric}, q.Levels)
	}
	for _, p := range q.Parts {
		b.WriteString("[[question.part]]\n")
		text("title", p.Title)
		text("area", p.Area)
		line("minutes", fmt.Sprint(p.Minutes))
		rated(&b, "question.part.", p, q.Levels)
	}
	return b.String()
}

// rated prints the bars and anchors of what is rated apart.
func rated(b *strings.Builder, prefix string, p Part, levels []string) {
	if len(p.Bar) > 0 {
		fmt.Fprintf(b, "[%sbar]\n", prefix)
		for _, l := range levels {
			if bar := p.Bar[l]; bar != "" {
				fmt.Fprintf(b, "%s = %s\n", l, quote(bar))
			}
		}
	}
	fmt.Fprintf(b, "[%srubric]\n", prefix)
	for i, a := range p.Rubric.Anchors() {
		fmt.Fprintf(b, "%d = %s\n", i+1, quote(a))
	}
}

// quote returns text as a TOML string, over several lines where it has any.
func quote(s string) string {
	esc := strings.NewReplacer("\\", "\\\\", "\"", "\\\"", "\t", "\\t", "\r", "\\r")
	if strings.Contains(s, "\n") {
		return "\"\"\"\n" + esc.Replace(s) + "\"\"\""
	}
	return "\"" + esc.Replace(s) + "\""
}

func listed(items []string) string {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
