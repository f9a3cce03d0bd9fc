package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"syscall"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/internal/manifest"
	"interviewkit/kit"
)

// report is what came of one source, or of one form of it, and what --json
// prints; its schema is that of `schema report`.
type report struct {
	Profile   string         `json:"profile"`
	Status    string         `json:"status"`
	Form      string         `json:"form,omitempty"` // its letter, where there are several
	KitID     string         `json:"kit_id,omitempty"`
	Place     string         `json:"folder,omitempty"`
	Files     []madeFile     `json:"files"`
	Kept      []keptFile     `json:"kept,omitempty"`
	Changes   *kit.Diff      `json:"changes,omitempty"`
	Objective *kit.Objective `json:"objective,omitempty"`
	Gaps      []kit.Gap      `json:"gaps"`
	Faults    diag.Faults    `json:"faults"`
	Error     string         `json:"error,omitempty"`
	Took      int64          `json:"milliseconds"`

	code int
	err  error
	kit  manifest.Kit
}

// madeFile is a file that is there, or would be.
type madeFile struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// keptFile is a file that somebody altered, and where it is kept.
type keptFile struct {
	Path string `json:"path"`
	As   string `json:"as"`
}

// failed reports a source of which nothing came.
func failed(src generate.Source, err error) []report {
	return []report{report{Profile: src.Name, Files: []madeFile{}, Gaps: []kit.Gap{}}.fail(err)}
}

func (rep report) fail(err error) report {
	rep.Status, rep.err, rep.Faults, rep.code = generate.Failed, err, diag.List(err), codeOf(err)
	if rep.Faults == nil {
		rep.Error = err.Error()
	}
	return rep
}

// reports tells of each kit of a source what came of it.
func (r *request) reports(src generate.Source, out *generate.Outcome) []report {
	list := make([]report, len(out.Kits))
	home := filepath.Join(r.output, filepath.FromSlash(src.Place))
	for i, k := range out.Kits {
		rep := report{Profile: src.Name, Status: out.Status, Form: k.Form, KitID: k.KitID, Files: []madeFile{}, Gaps: k.Gaps, Objective: &out.Kits[i].Objective, kit: k}
		rep.Place = filepath.Join(home, k.Folder)
		for _, f := range out.Files {
			if k.Owns(f.Name) {
				rep.Files = append(rep.Files, madeFile{filepath.Join(home, filepath.FromSlash(f.Name)), f.Size, f.SHA256})
			}
		}
		for _, f := range out.Kept {
			if k.Owns(f.Name) || i == 0 && path.Dir(f.Name) == "." {
				rep.Kept = append(rep.Kept, keptFile{filepath.Join(home, filepath.FromSlash(f.Name)), filepath.Join(home, filepath.FromSlash(f.As))})
			}
		}
		if len(out.Changes) > i {
			rep.Changes = out.Changes[i]
		}
		list[i] = rep
	}
	return list
}

// ungapped returns the reports of kits none of which may have a gap: where one
// does, all fail.
func ungapped(list []report) []report {
	if !slices.ContainsFunc(list, func(rep report) bool { return len(rep.Gaps) > 0 }) {
		return list
	}
	for i, rep := range list {
		rep.Files = []madeFile{}
		msg, hint := "another form has gaps, and --strict allows none; nothing was written", ""
		if len(rep.Gaps) > 0 {
			msg, hint = fmt.Sprintf("the kit has %s, and --strict allows none; nothing was written", count(len(rep.Gaps), "gap")), rep.Gaps[0].Mend
		}
		list[i] = rep.fail(diag.Faults{{File: rep.named(), Msg: msg, Hint: hint}})
	}
	return list
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// tell prints what came of one source.
func (s *streams) tell(r *request, rep report, lines bool) error {
	if !r.quiet && !(r.many && rep.Status == generate.Unchanged) {
		s.tellGaps(rep)
	}
	s.tellKept(rep)
	if rep.err != nil {
		s.report(rep.fault())
	}
	if r.json {
		return s.printLine(rep)
	}
	if rep.err != nil || r.quiet {
		return nil
	}
	if d := rep.Changes; d != nil && len(d.In)+len(d.Out)+len(d.Edited) > 0 {
		s.note("%s", changed(rep, r.reassemble))
	}
	if !lines || r.many && rep.Status == generate.Unchanged {
		return nil
	}
	return s.summary(r, rep)
}

// tellKept says where files are that somebody altered.
func (s *streams) tellKept(rep report) {
	for _, k := range rep.Kept {
		s.note("%s: altered since it was made; kept as %s\n", k.Path, filepath.Base(k.As))
	}
}

// printLine prints a value as one line.
func (s *streams) printLine(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode result: %w", err)
	}
	return s.printf("%s\n", b)
}

// changed tells which questions took the place of which.
func changed(rep report, whole bool) string {
	d := rep.Changes
	head := fmt.Sprintf("%s: its questions changed, %d in, %d out", rep.Place, len(d.In), len(d.Out))
	if n := len(d.Edited); n > 0 {
		head += fmt.Sprintf(", %d edited", n)
	}
	if whole {
		return head + "\n" + indented(diffText(d))
	}
	return head + "\n"
}

func (s *streams) tellGaps(rep report) {
	for _, g := range rep.Gaps {
		s.note("%s: gap: %s\nhint: %s\n", rep.named(), diag.Clean(g.Message), diag.Clean(g.Mend))
		if s.annotate {
			annotate(s.err, "warning", diag.Fault{File: rep.Profile, Msg: g.Message, Hint: g.Mend})
		}
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
	if errors.Is(rep.err, syscall.EMFILE) {
		return fmt.Errorf("%s: %w (-j 1 needs fewer, ulimit -n allows more)", rep.named(), rep.err)
	}
	return fmt.Errorf("%s: %w", rep.named(), rep.err)
}

// verb says in a word what came of a kit.
func (rep report) verb() string {
	switch rep.Status {
	case generate.Unwritten:
		return "would make"
	case generate.Printed:
		return "printed again"
	}
	return rep.Status
}

func (s *streams) summary(r *request, rep report) error {
	k := rep.kit
	if err := s.printf("%s %s: %s, %s, %s, kit %s\n", rep.verb(), rep.Place, diag.Clean(k.Title), count(k.Rounds, "round"), count(k.Questions, "question"), k.KitID); err != nil || r.many || rep.Status == generate.Unchanged {
		return err
	}
	for _, f := range rep.Files {
		if err := s.printf("  %-*s  %s\n", longest(rep.Files), f.Path, aboutFile(f.Path)); err != nil {
			return err
		}
	}
	return nil
}

func longest(list []madeFile) (n int) {
	for _, f := range list {
		n = max(n, len(f.Path))
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
	case generate.KitFile:
		return "the kit as data; generate takes it again"
	}
	return "for this round's interviewer: guide, scorecard, exhibits"
}
