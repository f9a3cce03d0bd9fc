package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/internal/output"
	"interviewkit/rubrics"
)

func (s *streams) bankImportCommand() *cli.Command {
	return &cli.Command{
		Name: "import", Usage: "make a bank of a sheet of questions", ArgsUsage: "FILE.csv",
		Description: "The first row names the columns: area and prompt, and as many as there are of title, kind, levels, minutes, answer,\n" +
			"follow_ups, probes, hint, strong_signals, red_flags, 1, 2, 3 and 4 (the anchors). Several entries in a cell stand on\n" +
			"lines of their own or apart by |. A file is made for each area; what a row lacks is told, and `bank check` finds it.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "bank", Usage: "write the files into `DIR`"},
			bankFlag(),
		},
		Action: s.bankImport,
	}
}

func (s *streams) bankImport(c *cli.Context) error {
	if err := wantArgs(c, 1, 1, "a sheet: FILE.csv"); err != nil {
		return err
	}
	bank, err := rubrics.Load(c.StringSlice("bank")...)
	if err != nil {
		return err
	}
	path := c.Args().First()
	src, err := generate.Source{Name: path, Path: path}.Read(nil)
	if err != nil {
		return err
	}
	drafts, err := rubrics.ReadSheet(path, src, bank.Vocabulary)
	if err != nil {
		return err
	}
	written, err := writeDrafts(c.String("output"), drafts)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if len(d.Lacks) > 0 {
			s.note("%s:%d: %s lacks %s\n", path, d.Line, d.ID, diag.AllOf(d.Lacks))
		}
	}
	for _, w := range written {
		if err := s.printf("%s\n", w); err != nil {
			return err
		}
	}
	s.note("%s; `interviewkit bank check %s` says what still is to be written\n", count(len(drafts), "question"), c.String("output"))
	return nil
}

// writeDrafts writes a file for each area, and none where one of them is there
// already.
func writeDrafts(dir string, drafts []rubrics.Draft) (written []string, err error) {
	files := map[string]*strings.Builder{}
	var names []string
	for _, d := range drafts {
		name := filepath.Join(dir, d.Area+".toml")
		if files[name] == nil {
			files[name] = new(strings.Builder)
			names = append(names, name)
		}
		files[name].WriteString(rubrics.Print(d.Question))
	}
	var faults diag.Faults
	for _, name := range names {
		if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
			faults = append(faults, diag.Fault{File: name, Msg: "the file is there already", Hint: "give another folder with --output"})
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make folder %s: %w", dir, diag.Cause(err))
	}
	slices.Sort(names)
	for _, name := range names {
		if err := output.WriteFile(name, []byte(strings.TrimLeft(files[name].String(), "\n"))); err != nil {
			return written, err
		}
		written = append(written, name)
	}
	return written, nil
}
