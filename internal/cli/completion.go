package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/internal/schema"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates"
)

// completeVerb is the hidden verb by which a shell asks for candidates. It is
// answered before urfave/cli sees the line, whose own completion panics behind
// an option that awaits its value and runs the command behind "--".
const completeVerb = "__complete"

func shells() []string { return []string{"bash", "zsh", "fish"} }

func (s *streams) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a script that completes commands in your shell",
		ArgsUsage: "bash|zsh|fish",
		Description: "bash: add to ~/.bashrc    source <(interviewkit completion bash)\n" +
			"zsh:  add to ~/.zshrc     source <(interviewkit completion zsh)\n" +
			"fish: interviewkit completion fish > ~/.config/fish/completions/interviewkit.fish",
		Action: func(c *cli.Context) error {
			if err := wantArgs(c, 1, 1, "a shell: "+diag.OneOf(shells())); err != nil {
				return err
			}
			script, ok := completionScripts()[c.Args().First()]
			if !ok {
				return usageError{"no completion for " + diag.Quote(c.Args().First()) + "; want " + diag.OneOf(shells()), diag.DidYouMean(c.Args().First(), shells())}
			}
			return s.printf("%s", script)
		},
	}
}

func completionScripts() map[string]string {
	return map[string]string{
		"bash": `_interviewkit() {
  local cur=${COMP_WORDS[COMP_CWORD]} line
  COMPREPLY=()
  while IFS= read -r line; do
    [[ $line == "$cur"* ]] && COMPREPLY+=("$line")
  done < <(interviewkit __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [[ ${#COMPREPLY[@]} -eq 0 ]] && compopt -o default
}
complete -F _interviewkit interviewkit
`,
		"zsh": `#compdef interviewkit
_interviewkit() {
  local -a found
  found=("${(@f)$(interviewkit __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(${found:#})
  if (( ${#found} )); then compadd -a found; else _files; fi
}
compdef _interviewkit interviewkit
`,
		"fish": `function __interviewkit_complete
    set -l words (commandline -opc) (commandline -ct)
    interviewkit __complete $words[2..-1] 2>/dev/null
end
complete -c interviewkit -a '(__interviewkit_complete)'
`,
	}
}

// complete prints the candidates for the last of words, one a line; none where
// a file is wanted.
func complete(app *cli.App, out io.Writer, words []string) {
	current := ""
	if len(words) > 0 {
		current, words = words[len(words)-1], words[:len(words)-1]
	}
	for _, c := range candidates(app, words, current) {
		if strings.HasPrefix(c, current) {
			_, _ = fmt.Fprintln(out, c)
		}
	}
}

func candidates(app *cli.App, words []string, current string) []string {
	commands, flags, path := app.Commands, app.Flags, ""
	for len(words) > 0 {
		i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(words[0]) })
		if i < 0 {
			break
		}
		path += " " + commands[i].Name
		flags, commands, words = commands[i].Flags, commands[i].Subcommands, words[1:]
	}
	if len(words) > 0 && strings.HasPrefix(words[len(words)-1], "-") && awaitsValue(flags, words[len(words)-1]) {
		return flagValues(strings.TrimLeft(words[len(words)-1], "-"))
	}
	if strings.HasPrefix(current, "-") && !slices.Contains(words, "--") {
		var names []string
		for _, f := range flags {
			names = append(names, "--"+f.Names()[0])
		}
		return append(names, "--help")
	}
	if len(commands) > 0 && len(words) == 0 {
		var names []string
		for _, c := range commands {
			names = append(names, c.Name)
		}
		return names
	}
	return argValues(strings.TrimSpace(path))
}

// flagValues returns what may follow an option; nil where anything or a file may.
func flagValues(flag string) []string {
	v := func(sort rubrics.Sort) []string {
		bank, err := rubrics.Load()
		if err != nil {
			return nil
		}
		return bank.Vocabulary.Names(sort)
	}
	switch flag {
	case "why-not":
		return argValues("bank show")
	case "area", "focus-areas":
		return v(rubrics.SortArea)
	case "language", "languages":
		return v(rubrics.SortLanguage)
	case "technology", "technologies":
		return v(rubrics.SortTechnology)
	case "level", "seniority":
		return v(rubrics.SortLevel)
	case "kind":
		var names []string
		for _, k := range rubrics.Kinds() {
			names = append(names, string(k))
		}
		return names
	case "format", "f":
		return generate.Formats()
	case "paper":
		return profile.Papers()
	case "from":
		return templates.Starters()
	}
	return nil
}

// argValues returns what may stand as an argument of a command; nil where a
// file may.
func argValues(command string) []string {
	switch command {
	case "schema":
		return schema.Names()
	case "completion":
		return shells()
	case "bank show":
		bank, err := rubrics.Load()
		if err != nil {
			return nil
		}
		var ids []string
		for _, q := range bank.Questions {
			ids = append(ids, q.ID)
		}
		return ids
	}
	return nil
}
