package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/output"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates"
)

// schemaFile is the schema that init puts beside a profile, for editors.
const schemaFile = "profile.schema.json"

// defaultProfile is the file that init writes when none is named.
const defaultProfile = "role.toml"

func (s *streams) initCommand() *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "write a commented role profile to start from",
		ArgsUsage: "[FILE]",
		Description: "On a terminal init asks for what the options do not say. Beside FILE (default role.toml) it writes " + schemaFile + ",\n" +
			"by which editors complete and check the profile.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "title", Usage: "the opening's `TITLE`"},
			&cli.StringFlag{Name: "seniority", Usage: "its `LEVEL`"},
			&cli.StringSliceFlag{Name: "languages", Usage: "its `LANGUAGES`, the most important first"},
			&cli.StringSliceFlag{Name: "technologies", Usage: "its `TECHNOLOGIES`"},
			&cli.StringSliceFlag{Name: "focus-areas", Usage: "what to assess: `AREAS`"},
			&cli.StringFlag{Name: "from", Usage: "copy the starter profile `NAME` instead (--list shows them)"},
			&cli.BoolFlag{Name: "list", Usage: "list the starter profiles"},
			&cli.BoolFlag{Name: "force", Usage: "overwrite FILE"},
		},
		Action: s.init,
	}
}

// draft is what init needs to know.
type draft struct {
	title, seniority                string
	languages, technologies, topics []string
}

func (s *streams) init(c *cli.Context) error {
	if err := wantArgs(c, 0, 1, "at most one file"); err != nil {
		return err
	}
	if c.Bool("list") {
		return s.printf("%s\n", strings.Join(templates.Starters(), "\n"))
	}
	file := c.Args().First()
	if file == "" {
		file = defaultProfile
	}
	if _, err := os.Lstat(file); err == nil && !c.Bool("force") {
		return diag.Faults{{File: file, Msg: "the file exists", Hint: "--force overwrites it; or name another: interviewkit init other.toml"}}
	}
	bank, err := rubrics.Load()
	if err != nil {
		return err
	}
	content, err := s.draftProfile(c, bank)
	if err != nil {
		return err
	}
	schema, err := schemaOf("profile", bank)
	if err != nil {
		return err
	}
	dir := filepath.Dir(file)
	if err := output.WriteFile(filepath.Join(dir, schemaFile), schema); err != nil {
		return err
	}
	if err := output.WriteFile(file, content); err != nil {
		return err
	}
	return s.printf("wrote %s and %s\nnext: interviewkit generate %s\n", file, filepath.Join(dir, schemaFile), file)
}

// draftProfile returns the new profile's text: a starter, or one written from
// the options and the answers.
func (s *streams) draftProfile(c *cli.Context, bank *rubrics.Bank) ([]byte, error) {
	if name := c.String("from"); name != "" {
		b, err := templates.Starter(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usageError{"no starter profile " + diag.Quote(name), orKnown(diag.DidYouMean(name, templates.Starters()), templates.Starters())}
		}
		return withSchemaLine(b), err
	}
	v := bank.Vocabulary
	d := draft{title: c.String("title")}
	var err error
	if d.seniority, err = wordFlag(v, rubrics.SortLevel, "seniority", c.String("seniority")); err != nil {
		return nil, err
	}
	for _, l := range []struct {
		flag string
		sort rubrics.Sort
		to   *[]string
	}{{"languages", rubrics.SortLanguage, &d.languages}, {"technologies", rubrics.SortTechnology, &d.technologies}, {"focus-areas", rubrics.SortArea, &d.topics}} {
		if *l.to, err = wordFlags(v, l.sort, l.flag, c.StringSlice(l.flag)); err != nil {
			return nil, err
		}
	}
	if s.terminal {
		if err := s.ask(c, v, &d); err != nil {
			return nil, err
		}
	}
	d.defaults()
	return []byte(d.text(v)), nil
}

// withSchemaLine points a starter's first line at the schema beside it.
func withSchemaLine(b []byte) []byte {
	if _, rest, ok := bytes.Cut(b, []byte("\n")); ok && bytes.HasPrefix(b, []byte("#:schema ")) {
		return append([]byte("#:schema ./"+schemaFile+"\n"), rest...)
	}
	return b
}

func wordFlag(v *rubrics.Vocabulary, sort rubrics.Sort, flag, word string) (string, error) {
	if word == "" {
		return "", nil
	}
	name, ok := v.Resolve(sort, strings.ToLower(word))
	if !ok {
		return "", usageError{"unknown " + flag + " " + diag.Quote(word), orKnown(v.Hint(sort, word), v.Names(sort))}
	}
	return name, nil
}

func wordFlags(v *rubrics.Vocabulary, sort rubrics.Sort, flag string, words []string) (names []string, err error) {
	for _, w := range words {
		for _, one := range strings.Split(w, ",") {
			if one = strings.TrimSpace(one); one == "" {
				continue
			}
			name, err := wordFlag(v, sort, flag, one)
			if err != nil {
				return nil, err
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, nil
}

// ask asks on the terminal for what no option said; an answer that is not
// understood is asked for again, an empty one takes what stands in brackets.
func (s *streams) ask(c *cli.Context, v *rubrics.Vocabulary, d *draft) error {
	in := bufio.NewReader(s.in)
	var err error
	if !c.IsSet("title") {
		if d.title, err = s.prompt(in, "Title of the opening [Backend Engineer]: "); err != nil {
			return err
		}
	}
	one := func(flag, question string, sort rubrics.Sort, to *[]string) error {
		for err == nil && !c.IsSet(flag) {
			answer, readErr := s.prompt(in, question)
			if readErr != nil {
				return readErr
			}
			names, wordErr := wordFlags(v, sort, flag, []string{answer})
			var u usageError
			if errors.As(wordErr, &u) {
				s.note("%s\nhint: %s\n", u.msg, u.hint)
				continue
			}
			*to = names
			return nil
		}
		return nil
	}
	level := []string{d.seniority}
	if err := one("seniority", "Seniority ("+diag.OneOf(v.Names(rubrics.SortLevel))+") [mid]: ", rubrics.SortLevel, &level); err != nil {
		return err
	}
	if len(level) > 0 {
		d.seniority = level[0]
	}
	if err := one("languages", "Languages, the most important first, with commas (such as go, python) []: ", rubrics.SortLanguage, &d.languages); err != nil {
		return err
	}
	return one("focus-areas", "Focus areas, with commas [api-design, databases, testing]: ", rubrics.SortArea, &d.topics)
}

func (s *streams) prompt(in *bufio.Reader, question string) (string, error) {
	if err := s.printf("%s", question); err != nil {
		return "", err
	}
	line, err := in.ReadString('\n')
	if errors.Is(err, io.EOF) {
		s.note("\n")
		return "", usageError{"no answer; nothing was written", "give the answers as options: interviewkit init --title ... --seniority ..."}
	}
	return strings.TrimSpace(line), err
}

func (d *draft) defaults() {
	if d.seniority == "" {
		d.seniority = "mid"
	}
	if strings.TrimSpace(d.title) == "" {
		d.title = "Backend Engineer"
	}
	if len(d.topics) == 0 {
		d.topics = []string{"api-design", "databases", "testing"}
	}
}

// text writes the profile, with what else could stand in it as comments.
func (d *draft) text(v *rubrics.Vocabulary) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("#:schema ./%s", schemaFile)
	line("# A role profile for interviewkit. Then: interviewkit generate FILE")
	line("title        = %s", tomlString(d.title))
	line("seniority    = %s    # %s", tomlString(d.seniority), diag.OneOf(v.Names(rubrics.SortLevel)))
	line("languages    = %s    # the most important first", tomlList(d.languages))
	line("technologies = %s    # such as postgresql, django, kafka", tomlList(d.technologies))
	line("focus_areas  = %s", tomlList(d.topics))
	line("# all areas: %s", strings.Join(v.Names(rubrics.SortArea), ", "))
	line("must_have    = []    # at most three of the topics above: a score below 2.00 in one of them decides")
	line("")
	line("# company       = \"Acme\"")
	line("# team          = \"Payments\"")
	line("# ai_policy     = \"forbidden\"     # what candidates may use: %s", diag.OneOf(profile.AIPolicies()))
	line("# jurisdictions = [\"us\", \"eu\"]    # which reminders of what not to ask are printed: %s", diag.OneOf(rubrics.Jurisdictions()))
	line("# paper         = \"a4\"            # %s", diag.OneOf(profile.Papers()))
	line("")
	line("# [weights]                       # 1 to 5, default 1")
	line("# %s = 2", d.topics[0])
	line("")
	line("# The default plan for this seniority; write your own in its place by taking the # away.")
	for _, r := range profile.DefaultPlan(d.seniority, roundNames()) {
		line("# [[rounds]]")
		line("# name    = %s", tomlString(r.Name))
		line("# kind    = %s", tomlString(r.Kind))
		line("# minutes = %d", r.Minutes)
	}
	line("")
	line("# [brand]                         # your own look, for all documents")
	line("# logo         = \"logo.png\"     # PNG or JPEG, beside this file")
	line("# accent       = \"#1a5fb4\"      # of headings")
	line("# footer       = \"Acme Talent, talent@acme.example\"")
	line("# confidential = \"Acme: for the hiring team only\"")
	line("")
	line("# [questions]                     # `interviewkit bank list` shows their ids")
	line("# pin = []")
	line("# ban = []")
	return b.String()
}

func roundNames() map[string]string {
	names := map[string]string{}
	for _, k := range profile.RoundKinds() {
		names[k] = strings.ToUpper(k[:1]) + k[1:]
	}
	return names
}

// tomlString returns s as a basic string of TOML.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

func tomlList(items []string) string {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = tomlString(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
