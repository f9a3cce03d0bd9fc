package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/kit"
)

func (s *streams) diffCommand() *cli.Command {
	return &cli.Command{
		Name:        "diff",
		Usage:       "show what changed from one kit to another",
		ArgsUsage:   "KIT KIT",
		Description: "A KIT is a kit.json or the folder that holds one.",
		Flags:       []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}},
		Action: func(c *cli.Context) error {
			if err := wantArgs(c, 2, 2, "two kits"); err != nil {
				return err
			}
			env, err := generate.NewEnv()
			if err != nil {
				return err
			}
			a, errA := readKit(env, c.Args().Get(0))
			b, errB := readKit(env, c.Args().Get(1))
			if errA != nil || errB != nil {
				return diag.Faults(append(diag.List(errA), diag.List(errB)...)).Err()
			}
			return s.tellDiff(kit.Compare(a, b), c.Bool("json"))
		},
	}
}

func readKit(env *generate.Env, path string) (*kit.Kit, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, generate.KitFile)
	}
	src := generate.Source{Name: path, Path: path}
	content, err := src.Read(nil)
	if err != nil {
		return nil, err
	}
	if !generate.IsKit(content) {
		return nil, diag.Faults{{File: path, Msg: "not a kit.json", Hint: "`interviewkit generate` writes one beside the documents"}}
	}
	return kit.Decode(path, content, env.Rules)
}

func (s *streams) tellDiff(d *kit.Diff, asJSON bool) error {
	if asJSON {
		b, err := json.MarshalIndent(d, "", "  ")
		if err != nil {
			return fmt.Errorf("encode diff: %w", err)
		}
		return s.printf("%s\n", b)
	}
	if d.Empty() {
		return s.printf("no difference: both ask the same (kits %s and %s)\n", d.From, d.To)
	}
	return s.printf("%s", diffText(d))
}

// diffText tells for people what changed.
func diffText(d *kit.Diff) string {
	var lines []string
	section := func(title string, items []string) {
		if len(items) > 0 {
			lines = append(lines, title)
			for _, i := range items {
				lines = append(lines, "  "+diag.Clean(i))
			}
		}
	}
	lines = append(lines, fmt.Sprintf("kit %s -> kit %s", d.From, d.To))
	section("profile", d.Profile)
	section("in", placed("+", d.In))
	section("out", placed("-", d.Out))
	var moved []string
	for _, m := range d.Moved {
		moved = append(moved, fmt.Sprintf("%s (%s): %s Q%d -> %s Q%d", m.ID, m.Title, m.From, m.FromOrder, m.To, m.ToOrder))
	}
	section("moved", moved)
	section("edited", placed("~", d.Edited))
	var coverage, rounds []string
	for _, t := range d.Coverage {
		coverage = append(coverage, fmt.Sprintf("%s: %d -> %d minutes, %d -> %d looks", t.Topic, t.FromMinutes, t.ToMinutes, t.FromLooks, t.ToLooks))
	}
	for _, r := range d.Rounds {
		rounds = append(rounds, fmt.Sprintf("%s: %d -> %d minutes, questions %d -> %d", r.Round, r.FromMinutes, r.ToMinutes, r.FromUsed, r.ToUsed))
	}
	section("coverage", coverage)
	section("rounds", rounds)
	return strings.Join(lines, "\n") + "\n"
}

// indented sets each line off by two spaces.
func indented(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n  ") + "\n"
}

func placed(sign string, list []kit.Placed) (lines []string) {
	for _, p := range list {
		lines = append(lines, fmt.Sprintf("%s %s (%s), in %s", sign, p.ID, p.Title, p.Round))
	}
	return lines
}
