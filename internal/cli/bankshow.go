package cli

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

func (s *streams) bankShow(c *cli.Context) error {
	if err := wantArgs(c, 1, 1, "the id of a question"); err != nil {
		return err
	}
	bank, err := rubrics.Load(c.StringSlice("bank")...)
	if err != nil {
		return err
	}
	id := c.Args().First()
	q, ok := bank.Question(id)
	if !ok {
		msg, hint := bank.Unknown(id)
		return diag.Faults{{Msg: msg, Hint: hint}}
	}
	if c.Bool("json") {
		return s.printJSON(q)
	}
	return s.printf("%s", diag.Clean(questionText(q, bank)))
}

// textWidth is how wide a question is shown, in columns.
const textWidth = 88

// questionText sets a question for a terminal.
func questionText(q *rubrics.Question, bank *rubrics.Bank) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s", q.Title)
	line("%s", strings.Repeat("=", diag.Cells(q.Title)))
	facts := []string{q.ID, string(q.Kind), fmt.Sprintf("%d min", q.Minutes), q.Area, strings.Join(q.Levels, ", ")}
	for _, names := range [][]string{q.Languages, q.Technologies} {
		if len(names) > 0 {
			facts = append(facts, strings.Join(names, ", "))
		}
	}
	b.WriteString(fold(textWidth, strings.Join(facts, " · "), "", ""))
	line("from %s", q.Source)
	if by := bank.Replaced[q.ID]; by != "" {
		line("replaces the built-in question")
	}
	line("")
	b.WriteString(fold(textWidth, q.Prompt, "ASK      ", "         "))
	if q.Exhibit != nil {
		line("")
		for i, l := range strings.Split(strings.Trim(q.Exhibit.Text, "\n"), "\n") {
			line("  %3d | %s", i+1, strings.ReplaceAll(l, "\t", "    "))
		}
		line("")
	}
	items := func(label string, list []string) {
		for i, item := range list {
			if i > 0 {
				label = ""
			}
			b.WriteString(fold(textWidth, item, fmt.Sprintf("%-9s- ", label), "           "))
		}
	}
	items("THEN", q.FollowUps)
	items("PROBE", q.Probes)
	if q.Hint != "" {
		b.WriteString(fold(textWidth, q.Hint, "HINT     ", "         "))
	}
	b.WriteString(fold(textWidth, q.Purpose, "SHOWS    ", "         "))
	b.WriteString(fold(textWidth, q.Answer, "ANSWER   ", "         "))
	items("LISTEN", q.StrongSignals)
	items("FLAGS", q.RedFlags)
	items("ENEMIES", q.Excludes)
	for _, p := range q.Rated() {
		line("")
		if len(q.Parts) > 0 {
			line("%s (%s, %d min)", p.Title, p.Area, p.Minutes)
		}
		b.WriteString(ratingText(p, q.Levels))
	}
	return b.String()
}

func ratingText(p rubrics.Part, levels []string) string {
	var b strings.Builder
	for i, a := range p.Rubric.Anchors() {
		b.WriteString(fold(textWidth, a, fmt.Sprintf("%9d  ", i+1), "           "))
		if i != 2 {
			continue
		}
		for _, l := range levels {
			if more := p.Bar[l]; more != "" {
				b.WriteString(fold(textWidth, more, fmt.Sprintf("           at %s: ", l), "             "))
			}
		}
	}
	return b.String()
}
