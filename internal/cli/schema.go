package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/schema"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
)

func (s *streams) schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "print the JSON Schema (draft 4) of profiles, brands, banks, kits, explanations or reports",
		ArgsUsage: strings.Join(schema.Names(), "|"),
		Flags:     []cli.Flag{bankFlag()},
		Action: func(c *cli.Context) error {
			if err := wantArgs(c, 1, 1, diag.OneOf(schema.Names())); err != nil {
				return err
			}
			name := c.Args().First()
			if !slices.Contains(schema.Names(), name) {
				return usageError{"no schema of " + diag.Quote(name) + "; want " + diag.OneOf(schema.Names()), diag.DidYouMean(name, schema.Names())}
			}
			bank, err := rubrics.Load(c.StringSlice("bank")...)
			if err != nil {
				return err
			}
			b, err := schemaOf(name, bank)
			if err != nil {
				return err
			}
			return s.printf("%s", b)
		},
	}
}

func schemaOf(name string, bank *rubrics.Bank) ([]byte, error) {
	b, err := schema.Of(name, bank.Vocabulary, locale.Names(), rubrics.Jurisdictions())
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return b, nil
}
