package cli

import (
	"fmt"
	"strconv"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/kit"
)

// explanationText sets an explanation for a terminal.
func explanationText(e *kit.Explanation) string {
	asked := 0
	for _, r := range e.Rounds {
		asked += len(r.Questions)
	}
	var b strings.Builder
	b.WriteString(fold(tableWidth, fmt.Sprintf("%s: kit %s, seed %d", e.Title, e.KitID, e.Seed), "", "  "))
	b.WriteString(fold(tableWidth, fmt.Sprintf("%s asked of %d that are eligible; the bank has %d", count(asked, "question"), e.Eligible, e.Questions), "", "  "))
	for _, name := range e.LeftOut {
		b.WriteString(fold(tableWidth, fmt.Sprintf("round %s is left out: nothing is eligible for it", diag.Quote(name)), "", "  "))
	}
	b.WriteString("\n" + askedText(e) + "\n" + topicsText(e) + "\n" + objectiveText(&e.Objective) + "\n" + gapsText(e.Gaps))
	return b.String()
}

func askedColumns() []column {
	return []column{{right: true}, {head: "QUESTION", most: 44}, {head: "TITLE", flex: true}, {head: "KIND"}, {head: "MIN", right: true}, {head: "DROP", right: true}, {head: "VALUE", right: true}}
}

// askedText sets the questions by round, in the order they are asked.
func askedText(e *kit.Explanation) string {
	columns, rows := askedColumns(), [][]string(nil)
	for _, r := range e.Rounds {
		for _, q := range r.Questions {
			rows = append(rows, []string{fmt.Sprintf("Q%d", q.Order), q.ID, q.Title, q.Kind, strconv.Itoa(q.Minutes), strconv.Itoa(q.DropRank), fmt.Sprintf("%+d", q.Adds.Value)})
		}
	}
	wide, row := widths(columns, rows), 0
	indent := strings.Repeat(" ", wide[0]+len(gutter))
	var b strings.Builder
	b.WriteString(rowText(columns, wide, heads(columns)))
	for _, r := range e.Rounds {
		b.WriteString("\n" + fold(tableWidth, fmt.Sprintf("%s: %s, %d minutes; questions take %d of %d; %d are eligible", r.Name, r.Kind, r.Minutes, r.Used, r.QuestionMinutes, r.Eligible), "", "  "))
		for _, q := range r.Questions {
			b.WriteString(rowText(columns, wide, rows[row]))
			b.WriteString(fold(tableWidth, reasonText(q), indent, indent))
			row++
		}
	}
	b.WriteString("\n" + fold(tableWidth, fmt.Sprintf("VALUE, and the looks a question adds: what the loop would lose without it alone. A look: at least %d minutes on a topic in one round. DROP: 1 is left out first when time runs out.", kit.LookMinutes), "", ""))
	return b.String()
}

// reasonText says what a question measures and adds.
func reasonText(q kit.AskedReason) string {
	var measures, adds []string
	for _, m := range q.Measures {
		if m.Minutes < q.Minutes {
			measures = append(measures, fmt.Sprintf("%s (%d min)", m.Topic, m.Minutes))
		} else {
			measures = append(measures, m.Topic)
		}
	}
	if len(q.Adds.OnlyLook) > 0 {
		adds = append(adds, "only look at "+diag.AllOf(q.Adds.OnlyLook))
	}
	if len(q.Adds.SecondLook) > 0 {
		adds = append(adds, "second look at "+diag.AllOf(q.Adds.SecondLook))
	}
	text := "measures " + diag.AllOf(measures)
	if len(adds) > 0 {
		text += "; adds the " + strings.Join(adds, " and the ")
	}
	if q.Pinned {
		text = "pinned by the profile; " + text
	}
	return text
}

func topicsText(e *kit.Explanation) string {
	columns := []column{{head: "TOPIC", flex: true}, {head: "WEIGHT", right: true}, {head: "WHY", most: 9}, {head: "MIN", right: true}, {head: "ELIGIBLE", right: true}}
	var rows [][]string
	for _, t := range e.Topics {
		rows = append(rows, []string{t.Topic.Topic, strconv.Itoa(t.Weight), whyTopic(&t.Topic), strconv.Itoa(t.Minutes), strconv.Itoa(t.Eligible)})
	}
	wide := widths(columns, rows)
	indent := 0
	for _, w := range wide {
		indent += w + len(gutter)
	}
	var b strings.Builder
	line := func(row []string, looks string) {
		text := strings.TrimSuffix(rowText(columns, wide, row), "\n")
		first := text + strings.Repeat(" ", indent-diag.Cells(text))
		b.WriteString(strings.TrimRight(fold(tableWidth, looks, first, strings.Repeat(" ", indent)), " \n") + "\n")
	}
	line(heads(columns), "LOOKS IN")
	for i, t := range e.Topics {
		looks := strings.Join(t.Looks, ", ")
		if looks == "" {
			looks = "none"
		}
		line(rows[i], looks)
	}
	return b.String()
}

// whyTopic says how a topic came into the loop.
func whyTopic(t *kit.Topic) string {
	switch {
	case t.MustHave:
		return "must have"
	case t.Named:
		return "named"
	}
	return "implied"
}

func objectiveText(o *kit.Reached) string {
	var b strings.Builder
	line := func(name, reached, bound string) {
		b.WriteString(strings.TrimRight(fmt.Sprintf("  %-10s %-12s %s", name, reached, bound), " ") + "\n")
	}
	exceeds := func(got, bound int) string {
		if got == bound {
			return ""
		}
		return fmt.Sprintf("no choice exceeds %d", bound)
	}
	b.WriteString("OBJECTIVE, what counts most first\n")
	line("covered", fmt.Sprintf("%d of %d", o.Covered, o.CoveredOf), exceeds(o.Covered, o.Bound.Covered))
	line("two looks", fmt.Sprintf("%d of %d", o.TwoLooks, o.TwoLooksOf), exceeds(o.TwoLooks, o.Bound.TwoLooks))
	line("value", strconv.Itoa(o.Value), provedText(o))
	return b.String()
}

// provedText says how close to the best the value is known to be.
func provedText(o *kit.Reached) string {
	switch {
	case o.Optimal:
		return "proved best"
	case o.Value == o.Bound.Value:
		return "no choice exceeds it"
	case o.GapPercent == 0:
		return fmt.Sprintf("no choice exceeds %d (under 0.1 %%)", o.Bound.Value)
	}
	return fmt.Sprintf("no choice exceeds %d (%.1f %%)", o.Bound.Value, o.GapPercent)
}

func gapsText(gaps []kit.Gap) string {
	if len(gaps) == 0 {
		return "no gaps\n"
	}
	var b strings.Builder
	b.WriteString("GAPS\n")
	for _, g := range gaps {
		b.WriteString(fold(tableWidth, g.Message, "  ", "  "))
		b.WriteString(fold(tableWidth, g.Mend, "    hint: ", "          "))
	}
	return b.String()
}
