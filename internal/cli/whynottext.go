package cli

import (
	"fmt"
	"strconv"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/kit"
)

// whyNotText sets for a terminal why some questions are not asked.
func whyNotText(e *kit.Explanation) string {
	var list []string
	for i := range e.WhyNot {
		list = append(list, whyText(&e.WhyNot[i], &e.Objective))
	}
	return strings.Join(list, "\n")
}

func whyText(w *kit.WhyNot, now *kit.Reached) string {
	var b strings.Builder
	b.WriteString(fold(tableWidth, fmt.Sprintf("%s: %s (%s, %d min)", w.ID, w.Title, w.Kind, w.Minutes), "", "  "))
	verdict := "  not asked: "
	if w.Reason == kit.IsAsked {
		verdict = "  "
	}
	b.WriteString(fold(tableWidth, w.Message, verdict, "  "))
	for _, r := range w.Rules {
		b.WriteString(fold(tableWidth, strings.Join(r.Rounds, ", ")+": "+r.Why, "  - ", "    "))
	}
	b.WriteString(placedText("pinned", w.Pins))
	if w.Instead != nil {
		b.WriteString(insteadText(w.Instead, now))
	}
	if w.Hint != "" {
		b.WriteString(fold(tableWidth, w.Hint, "hint: ", "      "))
	}
	return b.String()
}

// insteadText sets what the loop would be like with the question.
func insteadText(d *kit.Instead, now *kit.Reached) string {
	columns := []column{{}, {head: "NOW", right: true}, {head: "WITH IT", right: true}, {right: true}}
	var rows [][]string
	for _, o := range []struct {
		name                string
		now, with, lessThan int
	}{{"covered", now.Covered, d.Objective.Covered, d.Loses.Covered}, {"two looks", now.TwoLooks, d.Objective.TwoLooks, d.Loses.TwoLooks}, {"value", now.Value, d.Objective.Value, d.Loses.Value}} {
		change := "="
		if o.lessThan != 0 {
			change = fmt.Sprintf("%+d", -o.lessThan)
		}
		rows = append(rows, []string{o.name, strconv.Itoa(o.now), strconv.Itoa(o.with), change})
	}
	wide := widths(columns, rows)
	var b strings.Builder
	b.WriteString("  " + rowText(columns, wide, heads(columns)))
	for _, row := range rows {
		b.WriteString("  " + rowText(columns, wide, row))
	}
	found := "the best loop found with it asks it in round " + diag.Quote(d.Round)
	if d.Proved {
		found += "; no loop with it is worth as much as the kit: proved"
	}
	b.WriteString(fold(tableWidth, found, "  ", "  "))
	b.WriteString(placedText("leaves", d.Leave))
	b.WriteString(placedText("comes", d.Come))
	for _, m := range d.Move {
		b.WriteString(fold(tableWidth, fmt.Sprintf("%s, from %s to %s", m.ID, m.From, m.To), "  moves   ", "          "))
	}
	for _, g := range d.Gaps {
		b.WriteString(fold(tableWidth, g, "  new gap ", "          "))
	}
	return b.String()
}

func placedText(verb string, list []kit.Placed) string {
	var b strings.Builder
	for _, p := range list {
		b.WriteString(fold(tableWidth, fmt.Sprintf("%s (%s), in %s", p.ID, p.Title, p.Round), fmt.Sprintf("  %-7s ", verb), "          "))
	}
	return b.String()
}
