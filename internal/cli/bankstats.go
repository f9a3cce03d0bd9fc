package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"interviewkit/rubrics"
)

// A tally is how many questions there are of one topic, by level.
type tally struct {
	Sort   string         `json:"sort"`
	Topic  string         `json:"topic"`
	Total  int            `json:"total"`
	Levels map[string]int `json:"levels"`
}

func (s *streams) bankStats(c *cli.Context) error {
	if err := wantArgs(c, 0, 0, "no arguments"); err != nil {
		return err
	}
	bank, err := rubrics.Load(c.StringSlice("bank")...)
	if err != nil {
		return err
	}
	tallies := countBank(bank)
	kinds := map[string]int{}
	for _, q := range bank.Questions {
		kinds[string(q.Kind)]++
	}
	if c.Bool("json") {
		return s.printJSON(map[string]any{"questions": len(bank.Questions), "kinds": kinds, "topics": tallies})
	}
	return s.printf("%s", statsText(bank, tallies, kinds))
}

// countBank counts, for each topic and level, the questions that count for it.
// For an area only those that need no language or technology are counted,
// since every profile can use these.
func countBank(bank *rubrics.Bank) (tallies []tally) {
	for _, sort := range []rubrics.Sort{rubrics.SortArea, rubrics.SortLanguage, rubrics.SortTechnology} {
		for _, name := range bank.Vocabulary.Names(sort) {
			t := tally{Sort: string(sort), Topic: name, Levels: map[string]int{}}
			for i := range bank.Questions {
				q := &bank.Questions[i]
				if !countsFor(q, sort, name) {
					continue
				}
				t.Total++
				for _, l := range q.Levels {
					t.Levels[l]++
				}
			}
			tallies = append(tallies, t)
		}
	}
	return tallies
}

func countsFor(q *rubrics.Question, sort rubrics.Sort, name string) bool {
	switch sort {
	case rubrics.SortLanguage:
		return slices.Contains(q.Languages, name)
	case rubrics.SortTechnology:
		return slices.Contains(q.Technologies, name)
	}
	if len(q.Languages)+len(q.Technologies) > 0 {
		return false
	}
	return q.Area == name || slices.ContainsFunc(q.Parts, func(p rubrics.Part) bool { return p.Area == name })
}

// topicWidth is the width of the first column, which is set flush left.
const topicWidth = 20

func statsText(bank *rubrics.Bank, tallies []tally, kinds map[string]int) string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	levels := bank.Vocabulary.Names(rubrics.SortLevel)
	head := map[string]string{"area": "AREA (any language)", "language": "LANGUAGE", "technology": "TECHNOLOGY"}
	last := ""
	for _, x := range tallies {
		if x.Sort != last {
			if last != "" {
				_, _ = fmt.Fprintln(t, strings.Repeat("\t", len(levels)+2))
			}
			_, _ = fmt.Fprintf(t, "%-*s\t%s\tTOTAL\t\n", topicWidth, head[x.Sort], strings.ToUpper(strings.Join(levels, "\t")))
			last = x.Sort
		}
		cells := []string{fmt.Sprintf("%-*s", topicWidth, x.Topic)}
		for _, l := range levels {
			n := strconv.Itoa(x.Levels[l])
			if x.Levels[l] == 0 {
				n = "-"
			}
			cells = append(cells, n)
		}
		_, _ = fmt.Fprintf(t, "%s\t%d\t\n", strings.Join(cells, "\t"), x.Total)
	}
	_ = t.Flush() // into a strings.Builder
	var parts []string
	for _, k := range rubrics.Kinds() {
		parts = append(parts, fmt.Sprintf("%d %s", kinds[string(k)], k))
	}
	fmt.Fprintf(&b, "\n- marks a gap: no question serves that level.\n%d questions: %s.\n", len(bank.Questions), strings.Join(parts, ", "))
	return b.String()
}
