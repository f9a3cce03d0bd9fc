package cli

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/kit"
)

func (s *streams) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "say why a kit asks what it asks, and why not something else",
		ArgsUsage: "PROFILE",
		Description: "A PROFILE is a TOML file, a saved kit.json, or - for standard input. Shown are every question and what\n" +
			"it adds, every topic, and how close to the best the choice is. With --why-not only the answer to that is\n" +
			"shown; --json holds both.",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "why-not", Usage: "say why question `ID` is not asked; may be given again"},
			&cli.Int64Flag{Name: "seed", Value: 1, Usage: "choose between equally good kits by `N`"},
			bankFlag(),
			setFlag(),
			&cli.BoolFlag{Name: "json", Usage: "print one JSON object"},
		},
		Action: s.explain,
	}
}

func (s *streams) explain(c *cli.Context) error {
	if err := wantArgs(c, 1, 1, "one profile"); err != nil {
		return err
	}
	r, sources, code, err := s.requested(c)
	if err != nil {
		return err
	}
	if code != exitDone {
		return exitError(code)
	}
	if len(sources) != 1 {
		return usageError{fmt.Sprintf("explain wants one profile; %s holds %d", diag.Quote(c.Args().First()), len(sources)), "name one of them, such as " + diag.Quote(sources[0].Name)}
	}
	e, err := r.explained(sources[0], c.StringSlice("why-not"))
	if err != nil {
		return err
	}
	if r.json {
		return s.printJSON(e)
	}
	if len(e.WhyNot) > 0 {
		return s.printf("%s", whyNotText(e))
	}
	return s.printf("%s", explanationText(e))
}

func (r *request) explained(src generate.Source, whyNot []string) (*kit.Explanation, error) {
	content, err := r.read(src)
	if err != nil {
		return nil, err
	}
	k, err := r.env.Kit(src, content, r.options)
	if err != nil {
		return nil, err
	}
	return kit.Explain(k, r.env.Bank, whyNot...)
}
