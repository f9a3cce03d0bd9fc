package cli

import (
	"fmt"
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
	if c.Bool("missing") {
		return s.bankMissing(bank, c.Bool("json"))
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

// bankMissing says what to write next: a line for each topic and kind of which
// there are too few.
func (s *streams) bankMissing(bank *rubrics.Bank, asJSON bool) error {
	aims, err := rubrics.ReadAims()
	if err != nil {
		return err
	}
	missing := append([]rubrics.Shortage{}, bank.Missing(aims)...)
	if asJSON {
		return s.printJSON(missing)
	}
	var lines []string
	for i, m := range missing {
		what := strings.TrimSpace(fmt.Sprintf("%s %d of %d", m.Level, m.Has, m.Wants))
		switch {
		case m.Sort == "share" && m.Has < m.Wants:
			what = fmt.Sprintf("%d %%, at least %d %% wanted", m.Has, m.Wants)
		case m.Sort == "share":
			what = fmt.Sprintf("%d %%, at most %d %% wanted", m.Has, m.Wants)
		}
		if i > 0 && missing[i-1].Topic == m.Topic && missing[i-1].Sort == m.Sort {
			lines[len(lines)-1] += ", " + what
			continue
		}
		lines = append(lines, fmt.Sprintf("%-10s  %-18s  %s", m.Sort, m.Topic, what))
	}
	if len(lines) == 0 {
		return s.printf("nothing: every topic, level and kind has as many questions as it should\n")
	}
	return s.printf("%s\n", strings.Join(lines, "\n"))
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
				if !q.CountsFor(sort, name) {
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
