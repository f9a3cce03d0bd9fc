package cli

import (
	"time"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
)

func (s *streams) checkCommand() *cli.Command {
	return &cli.Command{
		Name:        "check",
		Usage:       "say what is wrong with role profiles, and write nothing",
		ArgsUsage:   "PROFILE...",
		Description: "A profile is read and its questions are chosen, so that what no reading shows is found as well, and so is what the PDFs cannot print.",
		Flags: append([]cli.Flag{
			bankFlag(),
			&cli.Int64Flag{Name: "seed", Value: 1, Usage: "choose between equally good kits by `N`"},
			&cli.BoolFlag{Name: "strict", Usage: "treat gaps as faults"},
			&cli.BoolFlag{Name: "json", Usage: "print one JSON object a line for each profile"},
			annotateFlag(),
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print errors only"},
		}, setFlags()...),
		Action: s.check,
	}
}

func (s *streams) check(c *cli.Context) error {
	r, sources, code, err := s.requested(c)
	if err != nil {
		return err
	}
	for _, src := range sources {
		if c.Context.Err() != nil {
			break
		}
		began := time.Now()
		rep := r.check(src)
		rep.Took = time.Since(began).Milliseconds()
		code = max(code, rep.code)
		if err := s.tellCheck(r, rep); err != nil {
			return err
		}
	}
	if code != exitDone {
		return exitError(code)
	}
	return nil
}

func (r *request) check(src generate.Source) report {
	rep := report{Profile: src.Name, Status: "sound", Files: []madeFile{}}
	content, err := r.read(src)
	if err == nil {
		k, kitErr := r.env.Kit(src, content, r.options)
		if err = kitErr; err == nil {
			rep.KitID, rep.Gaps, rep.Objective = k.KitID, k.Gaps, &k.Objective
			err = r.env.Printable(src, content, k, r.options)
		}
	}
	if err == nil && r.strict && len(rep.Gaps) > 0 {
		rep.Status, rep.code = "gaps", exitInput
	}
	if err != nil {
		rep.Status, rep.err, rep.code, rep.Faults = "failed", err, codeOf(err), diag.List(err)
	}
	return rep
}

func (s *streams) tellCheck(r *request, rep report) error {
	if r.json {
		if rep.err != nil {
			s.report(rep.fault())
		}
		return s.printLine(rep)
	}
	if !r.quiet || r.strict {
		s.tellGaps(rep)
	}
	if rep.err != nil {
		s.report(rep.fault())
	}
	if rep.err != nil || r.quiet {
		return nil
	}
	if n := len(rep.Gaps); n > 0 {
		return s.printf("%s: sound, with %s\n", rep.Profile, count(n, "gap"))
	}
	return s.printf("%s: sound\n", rep.Profile)
}
