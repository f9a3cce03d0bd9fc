package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

func (s *streams) bankCommand() *cli.Command {
	asJSON := &cli.BoolFlag{Name: "json", Usage: "print JSON"}
	filters := []cli.Flag{
		&cli.StringFlag{Name: "area", Usage: "only questions whose area, or a part's, is `AREA`"},
		&cli.StringFlag{Name: "language", Usage: "only questions that need `LANGUAGE`"},
		&cli.StringFlag{Name: "level", Usage: "only questions that serve `LEVEL`"},
		&cli.StringFlag{Name: "kind", Usage: "only questions of `KIND`"},
		&cli.StringFlag{Name: "technology", Usage: "only questions that need `TECHNOLOGY`"},
	}
	return &cli.Command{
		Name:  "bank",
		Usage: "look into the question bank, and check your own",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list questions", Flags: append(filters, bankFlag(), asJSON), Action: s.bankList},
			{Name: "show", Usage: "show one question whole", ArgsUsage: "ID", Flags: []cli.Flag{bankFlag(), asJSON}, Action: s.bankShow},
			s.bankCheckCommand(asJSON),
			{Name: "stats", Usage: "count questions by area, language, technology and level", Flags: []cli.Flag{bankFlag(), asJSON, &cli.BoolFlag{Name: "missing", Usage: "say what to write next"}}, Action: s.bankStats},
			s.bankNewCommand(),
			s.bankImportCommand(),
		},
	}
}

// filter is what bank list was asked for; empty fields admit everything.
type filter struct{ area, language, level, kind, technology string }

func newFilter(c *cli.Context, v *rubrics.Vocabulary) (filter, error) {
	f := filter{kind: c.String("kind")}
	for _, w := range []struct {
		flag string
		sort rubrics.Sort
		to   *string
	}{{"language", rubrics.SortLanguage, &f.language}, {"level", rubrics.SortLevel, &f.level}, {"technology", rubrics.SortTechnology, &f.technology}} {
		word := c.String(w.flag)
		name, ok := v.Resolve(w.sort, word)
		if word != "" && !ok {
			return f, usageError{"unknown " + w.flag + " " + diag.Quote(word), orKnown(v.Hint(w.sort, word), v.Names(w.sort))}
		}
		*w.to = name
	}
	var kinds []string
	for _, k := range rubrics.Kinds() {
		kinds = append(kinds, string(k))
	}
	if f.kind != "" && !slices.Contains(kinds, f.kind) {
		return f, usageError{"unknown kind " + diag.Quote(f.kind), orKnown(diag.DidYouMean(f.kind, kinds), kinds)}
	}
	if area := c.String("area"); area != "" {
		for _, sort := range []rubrics.Sort{rubrics.SortArea, rubrics.SortLanguage, rubrics.SortTechnology} {
			if name, ok := v.Resolve(sort, area); ok && f.area == "" {
				f.area = name
			}
		}
		if f.area == "" {
			return f, usageError{"unknown area " + diag.Quote(area), orKnown(v.Hint(rubrics.SortArea, area), v.Names(rubrics.SortArea))}
		}
	}
	return f, nil
}

func orKnown(hint string, names []string) string {
	if hint != "" {
		return hint
	}
	return "known: " + diag.AllOf(names)
}

func (f filter) admits(q *rubrics.Question) bool {
	return (f.area == "" || q.Area == f.area || slices.ContainsFunc(q.Parts, func(p rubrics.Part) bool { return p.Area == f.area })) &&
		(f.language == "" || slices.Contains(q.Languages, f.language)) &&
		(f.level == "" || q.Serves(f.level)) &&
		(f.kind == "" || string(q.Kind) == f.kind) &&
		(f.technology == "" || slices.Contains(q.Technologies, f.technology))
}

func (s *streams) bankList(c *cli.Context) error {
	if err := wantArgs(c, 0, 0, "no arguments"); err != nil {
		return err
	}
	bank, err := rubrics.Load(c.StringSlice("bank")...)
	if err != nil {
		return err
	}
	f, err := newFilter(c, bank.Vocabulary)
	if err != nil {
		return err
	}
	found := []rubrics.Question{}
	for _, q := range bank.Questions {
		if f.admits(&q) {
			found = append(found, q)
		}
	}
	if c.Bool("json") {
		return s.printJSON(found)
	}
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(t, "ID\tKIND\tMIN\tLEVELS\tTITLE")
	for _, q := range found {
		title := q.Title
		if by := bank.Replaced[q.ID]; by != "" {
			title += "  (replaces the built-in one: " + by + ")"
		} else if !strings.HasPrefix(q.Source, rubrics.BuiltinSource) {
			title += "  (" + q.Source + ")"
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%d\t%s\t%s\n", q.ID, q.Kind, q.Minutes, levelRange(q.Levels), diag.Clean(title))
	}
	_ = t.Flush() // into a strings.Builder
	if err := s.printf("%s", b.String()); err != nil {
		return err
	}
	s.note("%s\n", count(len(found), "question"))
	return nil
}

func levelRange(levels []string) string {
	if len(levels) == 1 {
		return levels[0]
	}
	return levels[0] + "-" + levels[len(levels)-1]
}

func (s *streams) printJSON(v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	return s.printf("%s\n", b)
}
