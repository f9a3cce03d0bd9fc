package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// permute puts the options of a command before its arguments, since urfave/cli
// stops looking for options at the first argument: `generate a.toml -o x`
// would take -o for a file. A lone "-" is an argument, and everything behind
// "--" is.
func permute(app *cli.App, args []string) ([]string, error) {
	if len(args) == 0 {
		return args, nil
	}
	out, rest := args[:1:1], args[1:]
	commands, flags := app.Commands, app.Flags
	for len(rest) > 0 {
		i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(rest[0]) })
		if i < 0 {
			break
		}
		out = append(out, rest[0])
		flags, commands, rest = commands[i].Flags, commands[i].Subcommands, rest[1:]
	}
	if len(commands) > 0 { // a command is still to come, or it is unknown
		return append(out, rest...), nil
	}
	var options, arguments []string
	for i := 0; i < len(rest); i++ {
		arg := rest[i]
		if arg == "--" {
			arguments = append(arguments, rest[i+1:]...)
			break
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			arguments = append(arguments, arg)
			continue
		}
		if arg == "-h" || arg == "--help" { // behind it an argument would be taken for a topic of help
			return append(out, arg), nil
		}
		options = append(options, arg)
		if awaitsValue(flags, arg) {
			if i++; i == len(rest) {
				return nil, usageError{"option " + arg + " wants a value", strings.Join(append([]string{"interviewkit"}, out[1:]...), " ") + " --help"}
			}
			options = append(options, rest[i])
		}
	}
	out = append(out, options...)
	if len(arguments) > 0 {
		out = append(append(out, "--"), arguments...)
	}
	return out, nil
}

// awaitsValue reports whether the option takes the next word as its value: a
// long one without "=", or short ones of which the last takes a value.
func awaitsValue(flags []cli.Flag, arg string) bool {
	if strings.Contains(arg, "=") {
		return false
	}
	name := strings.TrimLeft(arg, "-")
	if takes, known := takesValue(flags, name); known || strings.HasPrefix(arg, "--") {
		return takes
	}
	takes, _ := takesValue(flags, name[len(name)-1:])
	return takes
}

func takesValue(flags []cli.Flag, name string) (takes, known bool) {
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			_, isBool := f.(*cli.BoolFlag)
			return !isBool, true
		}
	}
	return false, false
}
