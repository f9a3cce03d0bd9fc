package cli

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/internal/strict"
	"interviewkit/kit"
	"interviewkit/kit/profile"
)

// batchGC is GOGC for runs of many kits: collecting less often gave 10 to 80 %
// more kits a second on two cores.
const batchGC = 800

// batchMemory is GOMEMLIMIT for them, in bytes: from there on it is collected
// as often as it takes.
const batchMemory = 180 << 20

func bankFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "bank", Usage: "lay the questions of `DIR` over the built-in bank; may be given again"}
}

func setFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "set", Usage: "set a key of every profile, as in weights.databases=3; text needs quotes of its own: `KEY=VALUE`"}
}

func setFlags() []cli.Flag {
	return []cli.Flag{
		setFlag(),
		&cli.StringFlag{Name: "paper", Usage: "print for `PAPER`: a4 or letter"},
		&cli.StringFlag{Name: "brand", Usage: "put the look in `FILE` (logo, accent, footer, confidential) over that of every profile"},
	}
}

func (s *streams) generateCommand() *cli.Command {
	return &cli.Command{
		Name:      "generate",
		Usage:     "make the kits of role profiles: PDF, Markdown, JSON and HTML",
		ArgsUsage: "PROFILE...",
		Description: "A PROFILE is a TOML file, a folder (every *.toml below it), a saved kit.json, or - for standard input.\n" +
			"Each kit goes to its own folder below the output folder. What is there and current is left alone.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "kits", Usage: "write kits below `DIR`"},
			&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, DefaultText: strings.Join(generate.Usual(), ","), Usage: "make only these `FORMATS`: " + strings.Join(generate.Formats(), ", ")},
			&cli.Int64Flag{Name: "seed", Value: 1, Usage: "choose between equally good kits by `N`"},
			bankFlag(),
			&cli.IntFlag{Name: "forms", Value: 1, Usage: "make `N` equivalent kits of each profile, with different questions: form-a, form-b ..."},
			&cli.IntFlag{Name: "overlap", Usage: "let any two forms share up to `K` questions where there are too few"},
			&cli.StringFlag{Name: "copy-for", Usage: "print on every page that it is the copy for `NAME`"},
			&cli.BoolFlag{Name: "packets", Usage: "also make a PDF a round: guide, scorecard and exhibits, for its interviewer"},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Value: runtime.NumCPU(), DefaultText: "all cores", Usage: "make up to `N` kits at a time"},
			&cli.BoolFlag{Name: "large-print", Usage: "print the PDFs in 14 point, on paper laid crosswise"},
			&cli.BoolFlag{Name: "force", Usage: "make everything anew, as if nothing were there"},
			&cli.BoolFlag{Name: "reassemble", Usage: "choose questions anew where the bank or the program changed, and say what changed"},
			&cli.BoolFlag{Name: "verify", Usage: "read what is there to see whether it is intact; else size and time are looked at"},
			&cli.BoolFlag{Name: "prune", Usage: "remove kits below the output folder whose profile is gone"},
			&cli.StringFlag{Name: "shard", Usage: "make only the `I/N`th part of all: 1/4, 2/4 ..."},
			&cli.BoolFlag{Name: "watch", Usage: "stay, and make kits again when a profile or a question is saved"},
			&cli.BoolFlag{Name: "fail-fast", Usage: "begin no more kits once one has failed"},
			&cli.BoolFlag{Name: "strict", Usage: "treat gaps as faults: a kit with gaps is not written"},
			&cli.BoolFlag{Name: "json", Usage: "print one JSON object a line for each profile"},
			annotateFlag(),
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print errors only"},
			&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "do everything but write"},
		}, setFlags()...),
		Action: s.generate,
	}
}

// request is what generate was asked for.
type request struct {
	env                      *generate.Env
	options                  generate.Options
	output                   string
	strict, json, quiet, dry bool
	force, reassemble        bool
	verify, prune, failFast  bool
	shard                    generate.Shard
	many                     bool // more than one source
	watch                    bool // one of many runs of a watch
	folders                  bool // some of them found in a folder
	stdin                    []byte
	jobs                     int
}

func (s *streams) generate(c *cli.Context) error {
	if c.Bool("watch") {
		return s.watch(c)
	}
	r, sources, code, err := s.requested(c)
	if err != nil {
		return err
	}
	return s.makeAll(c.Context, r, sources, code)
}

// requested returns what generate or check was asked for and its sources; what
// is wrong with an argument is told at once and becomes the exit code.
func (s *streams) requested(c *cli.Context) (r *request, sources []generate.Source, code int, err error) {
	if err := wantArgs(c, 1, -1, "a profile (a TOML file, a folder, or -)"); err != nil {
		return nil, nil, 0, err
	}
	s.annotate = c.IsSet("annotate")
	if r, err = s.request(c); err != nil {
		return nil, nil, 0, err
	}
	sources, faults, refused := generate.Sources(r.output, c.Args().Slice())
	if len(refused) > 0 {
		return nil, nil, 0, append(faults, refused...).Err()
	}
	if err := faults.Err(); err != nil {
		s.report(err)
		code = exitInput
	}
	r.many = len(sources) > 1
	r.folders = slices.ContainsFunc(c.Args().Slice(), isFolder)
	for _, src := range sources {
		if src.Path == "" {
			if r.stdin, err = src.Read(s.in); err != nil {
				return nil, nil, 0, err
			}
		}
	}
	return r, sources, code, nil
}

func (s *streams) request(c *cli.Context) (*request, error) {
	r := &request{output: c.String("output"), strict: c.Bool("strict"), json: c.Bool("json"), quiet: c.Bool("quiet"), dry: c.Bool("dry-run"), jobs: c.Int("jobs"),
		force: c.Bool("force"), reassemble: c.Bool("reassemble"), verify: c.Bool("verify"), prune: c.Bool("prune"), failFast: c.Bool("fail-fast")}
	r.options = generate.Options{Version: Version, Seed: c.Int64("seed"), Overrides: overrides(c), Paper: c.String("paper"), Large: c.Bool("large-print")}
	for _, o := range r.options.Overrides {
		if err := strict.CheckAssignment(o.Assignment); err != nil {
			fault := diag.List(err)[0]
			return nil, usageError{"--set: " + fault.Msg, fault.Hint}
		}
	}
	for _, list := range c.StringSlice("format") {
		for _, f := range strings.Split(list, ",") {
			f = strings.TrimSpace(f)
			if !slices.Contains(generate.Formats(), f) {
				return nil, usageError{"unknown format " + diag.Quote(f) + "; want " + diag.OneOf(generate.Formats()), diag.DidYouMean(f, generate.Formats())}
			}
			r.options.Formats = append(r.options.Formats, f)
		}
	}
	if err := r.formOptions(c); err != nil {
		return nil, err
	}
	if err := r.printOptions(c); err != nil {
		return nil, err
	}
	if err := r.batchOptions(c); err != nil {
		return nil, err
	}
	if p := c.String("paper"); p != "" && !slices.Contains(profile.Papers(), p) {
		return nil, usageError{"unknown paper " + diag.Quote(p) + "; want " + diag.OneOf(profile.Papers()), orHelp(diag.DidYouMean(p, profile.Papers()), c)}
	}
	if c.IsSet("jobs") && r.jobs < 1 {
		return nil, usageError{fmt.Sprintf("--jobs %d; want at least 1", r.jobs), helpHint(c)}
	}
	if c.IsSet("output") && r.output == "" {
		return nil, usageError{"--output is empty", "leave it out for the folder kits"}
	}
	var err error
	if r.env, err = generate.NewEnv(c.StringSlice("bank")...); err == nil && c.IsSet("brand") {
		err = r.env.UseBrand(c.String("brand"))
	}
	return r, err
}

// overrides returns what --set says.
func overrides(c *cli.Context) (list []profile.Override) {
	for _, a := range c.StringSlice("set") {
		list = append(list, profile.Override{Origin: "--set " + a, Assignment: a})
	}
	return list
}

// formOptions takes over how many forms are wanted.
func (r *request) formOptions(c *cli.Context) error {
	f := kit.FormOptions{N: c.Int("forms"), Overlap: c.Int("overlap")}
	switch {
	case c.IsSet("forms") && (f.N < 1 || f.N > kit.MaxForms):
		return usageError{fmt.Sprintf("--forms %d; want 1 to %d", f.N, kit.MaxForms), "a form is an equivalent kit with other questions; two or three are usual"}
	case c.IsSet("overlap") && f.N < 2:
		return usageError{"--overlap is about forms, and there is one kit only", "add --forms 2, or leave --overlap out"}
	case f.Overlap < 0:
		return usageError{fmt.Sprintf("--overlap %d; want 0 or more", f.Overlap), "0 keeps every question in one form"}
	}
	r.options.Forms = f
	return nil
}
