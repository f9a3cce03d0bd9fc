package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

func (s *streams) bankNewCommand() *cli.Command {
	return &cli.Command{
		Name: "new", Usage: "print a question to fill in",
		Description: "The question is well formed; `bank check` says what still is to be written. Append it to a file named after its area:\n" +
			"interviewkit bank new --area databases --kind work-sample --levels mid,senior >> bank/databases.toml",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "area", Usage: "what it is about: an `AREA`, a language or a technology"},
			&cli.StringFlag{Name: "kind", Value: string(rubrics.WorkSample), Usage: "its `KIND`"},
			&cli.StringFlag{Name: "levels", Usage: "the `LEVELS` it serves, lowest first, as in mid,senior"},
			bankFlag(),
		},
		Action: s.bankNew,
	}
}

func (s *streams) bankNew(c *cli.Context) error {
	if err := wantArgs(c, 0, 0, "no arguments"); err != nil {
		return err
	}
	bank, err := rubrics.Load(c.StringSlice("bank")...)
	if err != nil {
		return err
	}
	v := bank.Vocabulary
	if c.String("area") == "" {
		return usageError{"bank new wants an area", "--area databases; " + orKnown("", v.Names(rubrics.SortArea))}
	}
	f, err := newFilter(c, v)
	if err != nil {
		return err
	}
	levels, err := levelList(c.String("levels"), v)
	if err != nil {
		return err
	}
	q := rubrics.Skeleton(f.area, rubrics.Kind(f.kind), levels, v)
	if why := rubrics.Unsuited(q, v); why != "" {
		return usageError{why, "bank list --area " + f.area + " shows what kinds there are"}
	}
	return s.printf("%s", rubrics.Print(q))
}

// levelList reads levels that are separated by commas.
func levelList(list string, v *rubrics.Vocabulary) (levels []string, err error) {
	known := v.Names(rubrics.SortLevel)
	for _, word := range strings.Split(list, ",") {
		word = strings.TrimSpace(word)
		name, ok := v.Resolve(rubrics.SortLevel, word)
		if !ok {
			return nil, usageError{"unknown level " + diag.Quote(word), orKnown(v.Hint(rubrics.SortLevel, word), known)}
		}
		levels = append(levels, name)
	}
	for i := range levels[1:] {
		if slices.Index(known, levels[i+1]) != slices.Index(known, levels[i])+1 {
			return nil, usageError{fmt.Sprintf("levels are consecutive, lowest first: %s does not follow %s", levels[i+1], levels[i]), ""}
		}
	}
	return levels, nil
}
