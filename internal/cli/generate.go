package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/batch"
	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/internal/strict"
	"interviewkit/kit"
	"interviewkit/kit/profile"
)

// batchGC is GOGC for runs of many kits: collecting less often gave 10 to 80 %
// more kits a second on two cores.
const batchGC = 400

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
			"Each kit goes to its own folder below the output folder.",
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
			&cli.BoolFlag{Name: "strict", Usage: "treat gaps as faults: a kit with gaps is not written"},
			&cli.BoolFlag{Name: "json", Usage: "print one JSON object a line for each profile"},
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
	many                     bool // more than one source
	stdin                    []byte
	jobs                     int
}

// report is what came of one source, or of one form of it, and what --json
// prints.
type report struct {
	Profile   string         `json:"profile"`
	Status    string         `json:"status"`         // made, unwritten (dry run) or failed
	Form      string         `json:"form,omitempty"` // its letter, where there are several
	KitID     string         `json:"kit_id,omitempty"`
	Place     string         `json:"folder,omitempty"`
	Files     []string       `json:"files"`
	Objective *kit.Objective `json:"objective,omitempty"`
	Gaps      []kit.Gap      `json:"gaps"`
	Faults    diag.Faults    `json:"faults"`
	Error     string         `json:"error,omitempty"`

	code   int
	err    error
	result *generate.Result
}

func (s *streams) generate(c *cli.Context) error {
	r, sources, code, err := s.requested(c)
	if err != nil {
		return err
	}
	if r.many {
		debug.SetGCPercent(batchGC)
	}
	var printed error
	s.busy.Store(true)
	batch.Run(c.Context, len(sources), r.jobs, func(i int) []report { return r.one(sources[i]) },
		func(i int, p batch.Panic) []report {
			return []report{{Profile: sources[i].Name, code: exitMachine, err: fmt.Errorf("a bug: %v\n%s", p.Value, p.Stack)}}
		},
		func(_ int, forms []report) {
			for _, rep := range forms {
				code = max(code, rep.code)
				if err := s.tell(r, rep); printed == nil {
					printed = err
				}
			}
		})
	if printed != nil {
		return printed
	}
	if code != exitDone {
		return exitError(code)
	}
	return nil
}

// requested returns what generate or check was asked for and its sources; what
// is wrong with an argument is told at once and becomes the exit code.
func (s *streams) requested(c *cli.Context) (r *request, sources []generate.Source, code int, err error) {
	if err := wantArgs(c, 1, -1, "a profile (a TOML file, a folder, or -)"); err != nil {
		return nil, nil, 0, err
	}
	if r, err = s.request(c); err != nil {
		return nil, nil, 0, err
	}
	sources, faults, refused := generate.Sources(c.Args().Slice())
	if len(refused) > 0 {
		return nil, nil, 0, append(faults, refused...).Err()
	}
	if err := faults.Err(); err != nil {
		s.report(err)
		code = exitInput
	}
	r.many = len(sources) > 1
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
	r := &request{output: c.String("output"), strict: c.Bool("strict"), json: c.Bool("json"), quiet: c.Bool("quiet"), dry: c.Bool("dry-run"), jobs: c.Int("jobs")}
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

// one makes and writes the kit of one source, or its forms: all or none.
func (r *request) one(src generate.Source) []report {
	content, err := r.read(src)
	if err != nil {
		return failed(src, err)
	}
	results, err := r.env.MakeForms(src, content, r.options)
	if err != nil {
		return failed(src, err)
	}
	list := make([]report, len(results))
	for i, result := range results {
		list[i] = r.unwritten(src, result)
	}
	if r.strict {
		if list, ok := ungapped(list); !ok {
			return list
		}
	}
	if r.dry {
		return list
	}
	paths, err := generate.Write(r.output, results...)
	if err != nil {
		return failed(src, err)
	}
	for i := range list {
		list[i].Status, list[i].Files = "made", paths[i]
		list[i].result.Files = nil // written: a batch holds no bytes it does not need
	}
	return list
}

// failed reports a source of which nothing came.
func failed(src generate.Source, err error) []report {
	return []report{report{Profile: src.Name, Files: []string{}, Gaps: []kit.Gap{}}.fail(err)}
}

func (rep report) fail(err error) report {
	rep.Status, rep.err, rep.Faults, rep.code = "failed", err, diag.List(err), codeOf(err)
	if rep.Faults == nil {
		rep.Error = err.Error()
	}
	return rep
}

// unwritten reports a kit that is made and not written yet.
func (r *request) unwritten(src generate.Source, result *generate.Result) report {
	rep := report{Profile: src.Name, Status: "unwritten", KitID: result.Kit.KitID, Files: []string{}, Gaps: result.Kit.Gaps, Objective: &result.Kit.Objective, result: result}
	if len(result.Kit.Forms) > 0 {
		rep.Form = result.Kit.Form
	}
	rep.Place = filepath.Join(r.output, filepath.FromSlash(result.Place))
	for _, f := range result.Files {
		rep.Files = append(rep.Files, filepath.Join(rep.Place, filepath.FromSlash(f.Name)))
	}
	return rep
}

// ungapped reports whether no kit has a gap. Where one does, all fail.
func ungapped(list []report) ([]report, bool) {
	ok := true
	for _, rep := range list {
		ok = ok && len(rep.Gaps) == 0
	}
	if ok {
		return list, true
	}
	for i, rep := range list {
		rep.Files = []string{}
		msg, hint := "another form has gaps, and --strict allows none; nothing was written", ""
		if len(rep.Gaps) > 0 {
			msg, hint = fmt.Sprintf("the kit has %s, and --strict allows none; nothing was written", count(len(rep.Gaps), "gap")), rep.Gaps[0].Mend
		}
		list[i] = rep.fail(diag.Faults{{File: rep.named(), Msg: msg, Hint: hint}})
	}
	return list, false
}

// read returns the content of a source; standard input was read beforehand.
func (r *request) read(src generate.Source) ([]byte, error) {
	if src.Path == "" {
		return r.stdin, nil
	}
	return src.Read(nil)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// tell prints what came of one source.
func (s *streams) tell(r *request, rep report) error {
	if !r.quiet {
		s.tellGaps(rep)
	}
	if rep.err != nil {
		s.report(rep.fault())
	}
	if r.json {
		b, err := json.Marshal(rep)
		if err != nil {
			return fmt.Errorf("encode result: %w", err)
		}
		return s.printf("%s\n", b)
	}
	if rep.err != nil || r.quiet {
		return nil
	}
	return s.summary(r, rep)
}

func (s *streams) tellGaps(rep report) {
	for _, g := range rep.Gaps {
		s.note("%s: gap: %s\nhint: %s\n", rep.named(), diag.Clean(g.Message), diag.Clean(g.Mend))
	}
}

// named is the profile, and which of its forms is meant.
func (rep report) named() string {
	if rep.Form == "" {
		return rep.Profile
	}
	return rep.Profile + ", form " + rep.Form
}

// fault is the report's error with the profile it belongs to.
func (rep report) fault() error {
	var fs diag.Faults
	if errors.As(rep.err, &fs) {
		return rep.err
	}
	return fmt.Errorf("%s: %w", rep.named(), rep.err)
}

func (s *streams) summary(r *request, rep report) error {
	k, questions := rep.result.Kit, 0
	for _, round := range k.Rounds {
		questions += len(round.Questions)
	}
	verb := "made"
	if r.dry {
		verb = "would make"
	}
	if err := s.printf("%s %s: %s, %s, %s, kit %s\n", verb, rep.Place, diag.Clean(k.Profile.Title), count(len(k.Rounds), "round"), count(questions, "question"), k.KitID); err != nil || r.many {
		return err
	}
	for _, f := range rep.Files {
		if err := s.printf("  %-*s  %s\n", longest(rep.Files), f, aboutFile(f)); err != nil {
			return err
		}
	}
	return nil
}

func longest(list []string) (n int) {
	for _, s := range list {
		n = max(n, len(s))
	}
	return n
}

// aboutFile says whom a file is for.
func aboutFile(path string) string {
	switch filepath.Base(path) {
	case "kit.pdf", "kit.md", "kit.html":
		return "everything, for the hiring team"
	case "scorecards.pdf":
		return "one scorecard a round, to print"
	case "handout.pdf":
		return "the exhibits, to show the candidate"
	case "candidate.pdf", "candidate.md", "candidate.html":
		return "safe to send to the candidate"
	case "kit.json":
		return "the kit as data; generate takes it again"
	}
	return "for this round's interviewer: guide, scorecard, exhibits"
}
