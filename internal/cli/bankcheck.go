package cli

import (
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
	"interviewkit/rubrics/lint"
)

func (s *streams) bankCheckCommand(asJSON cli.Flag) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "check the bank in DIR, or the built-in one", ArgsUsage: "[DIR]",
		Description: "Beyond the form of every question it finds words that say nothing, prompts that ask twice or answer themselves,\n" +
			"subjects that no interviewer may touch, and questions that say what others say. A question lets a finding stand\n" +
			"with a reason, as in: accept.CHECK = \"why\". The checks are " + diag.AllOf(lint.Names()) + ".",
		Flags: []cli.Flag{bankFlag(), asJSON}, Action: s.bankCheck,
	}
}

func (s *streams) bankCheck(c *cli.Context) error {
	if err := wantArgs(c, 0, 1, "at most one folder"); err != nil {
		return err
	}
	dirs := append(c.StringSlice("bank"), c.Args().Slice()...)
	bank, err := rubrics.Load(dirs...)
	if err != nil && diag.List(err) == nil {
		return err
	}
	wanted := func(q *rubrics.Question) bool { // a team is not told of what it cannot change
		return len(dirs) == 0 || !strings.HasPrefix(q.Source, rubrics.BuiltinSource)
	}
	found := []lint.Finding{}
	for _, f := range diag.List(err) {
		found = append(found, lint.Finding{Fault: f, Check: "form"})
	}
	if err == nil {
		found = lint.Run(bank, wanted)
	}
	if c.Bool("json") {
		if err := s.printJSON(found); err != nil {
			return err
		}
	} else if err := s.tellFindings(bank, found, wanted); err != nil {
		return err
	}
	if len(found) > 0 {
		return exitError(exitInput)
	}
	return nil
}

// tellFindings prints what was found for people.
func (s *streams) tellFindings(bank *rubrics.Bank, found []lint.Finding, wanted func(q *rubrics.Question) bool) error {
	if len(found) > 0 {
		var faults diag.Faults
		for _, f := range found {
			if f.Check != "form" {
				f.Msg += " (" + f.Check + lawsOf(f) + ")"
			}
			faults = append(faults, f.Fault)
		}
		s.report(faults)
		return nil
	}
	n := 0
	for i := range bank.Questions {
		if wanted(&bank.Questions[i]) {
			n++
		}
	}
	if err := s.printf("%s, no faults\n", count(n, "question")); err != nil {
		return err
	}
	for _, q := range bank.Questions {
		if by := bank.Replaced[q.ID]; by != "" {
			s.note("%s replaces the built-in question (%s)\n", q.ID, by)
		}
	}
	return nil
}

func lawsOf(f lint.Finding) string {
	if len(f.Laws) == 0 {
		return ""
	}
	return "; " + strings.ToUpper(strings.Join(f.Laws, ", ")) + ": " + f.Source
}
