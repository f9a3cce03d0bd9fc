// Package cli is the command line: a file for each verb, and in this one what
// they share.
//
// The rules of what a user meets:
//   - results go to standard output, everything else to standard error;
//   - flags work before and after arguments, and may be joined (-qo x);
//   - exit codes: 0 done; 1 the input is at fault; 2 the command line is; 3 the
//     machine is (disk, permission, a bug of ours); 130 and 143 interrupted;
//   - colour only on a terminal, not under NO_COLOR or TERM=dumb;
//   - -q never hides errors.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync/atomic"
	"syscall"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"interviewkit/internal/diag"
)

// Version is the program's version, which is part of every kit.
const Version = "0.1.0"

// Exit codes.
const (
	exitDone      = 0
	exitInput     = 1
	exitUsage     = 2
	exitMachine   = 3
	exitInterrupt = 130 // 128 + SIGINT
	exitTerminate = 143 // 128 + SIGTERM
)

// usageError is a fault of the command line.
type usageError struct{ msg, hint string }

func (e usageError) Error() string { return e.msg }

// exitError ends the program with a code; what there was to say is said.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// streams is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	style    diag.Style  // of standard error
	terminal bool        // a person can be asked
	annotate bool        // faults are also marked for a pull request
	busy     atomic.Bool // kits are being written: a signal lets those under way finish
}

// Main runs the program and returns its exit code.
func Main(args []string, in io.Reader, out, errs io.Writer) (code int) {
	s := &streams{in: in, out: out, err: errs, style: diag.Style{Color: colored(errs)}, terminal: isTerminal(in) && isTerminal(out)}
	defer func() {
		if v := recover(); v != nil {
			_, _ = fmt.Fprintf(errs, "interviewkit: a bug: %v\n%s\nhint: please report this with the profile that shows it\n", v, debug.Stack())
			code = exitMachine
		}
	}()
	app := newApp(s)
	if len(args) > 1 && args[1] == completeVerb {
		complete(app, out, args[2:])
		return exitDone
	}
	if len(args) > 1 && args[1] == "help" { // what many type first
		args = append(append(args[:1:1], args[2:]...), "--help")
	}
	ctx, stop := s.interruptible()
	defer stop()
	args, err := permute(app, args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	return s.finish(ctx, err)
}

// interruptible returns a context that ends on SIGINT or SIGTERM, its cause
// being the exit code. While no kit is being written, nothing is waited for.
func (s *streams) interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		code := exitError(exitInterrupt)
		if <-signals == syscall.SIGTERM {
			code = exitTerminate
		}
		cancel(code)
		if !s.busy.Load() {
			s.note("\ninterviewkit: interrupted\n")
			os.Exit(int(code))
		}
		signal.Stop(signals) // a second one ends the program at once
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}

// finish tells what went wrong and returns the exit code.
func (s *streams) finish(ctx context.Context, err error) int {
	var interrupted exitError
	if errors.As(context.Cause(ctx), &interrupted) {
		return int(interrupted)
	}
	var exit exitError
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &exit):
		return int(exit)
	case errors.As(err, &usage):
		s.report(err)
		hint := usage.hint
		if hint == "" {
			hint = "interviewkit --help"
		}
		_, _ = fmt.Fprintf(s.err, "hint: %s\n", hint)
		return exitUsage
	}
	s.report(err)
	return codeOf(err)
}

func (s *streams) report(err error) {
	diag.Render(s.err, "interviewkit", err, s.style)
	if !s.annotate {
		return
	}
	list := diag.List(err)
	if list == nil {
		list = diag.Faults{{Msg: err.Error()}}
	}
	for _, f := range list {
		annotate(s.err, "error", f)
	}
}

// codeOf returns the exit code of a failed input: 1 for its own faults, 3 for
// everything else.
func codeOf(err error) int {
	if diag.List(err) != nil {
		return exitInput
	}
	return exitMachine
}

func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func colored(w io.Writer) bool {
	_, no := os.LookupEnv("NO_COLOR")
	return isTerminal(w) && !no && os.Getenv("TERM") != "dumb"
}

// printf writes to standard output; a failure surfaces as the machine's fault.
func (s *streams) printf(format string, args ...any) error {
	if _, err := fmt.Fprintf(s.out, format, args...); err != nil && !errors.Is(err, syscall.EPIPE) {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return nil
}

// note writes to standard error.
func (s *streams) note(format string, args ...any) { _, _ = fmt.Fprintf(s.err, format, args...) }

func newApp(s *streams) *cli.App {
	onUsage := func(c *cli.Context, err error, _ bool) error {
		return usageError{err.Error(), helpHint(c)}
	}
	app := &cli.App{
		Name:                   "interviewkit",
		Usage:                  "turn a role profile into a structured interview kit",
		UsageText:              "interviewkit COMMAND [options] [arguments]",
		Version:                Version,
		HideHelpCommand:        true,
		UseShortOptionHandling: true,
		// a comma may stand in a value of --set or in the name of a folder
		DisableSliceFlagSeparator: true,
		Reader:                    s.in, Writer: s.out, ErrWriter: s.err,
		OnUsageError:   onUsage,
		ExitErrHandler: func(*cli.Context, error) {},
		Commands:       []*cli.Command{s.initCommand(), s.checkCommand(), s.generateCommand(), s.explainCommand(), s.diffCommand(), s.bankCommand(), s.schemaCommand(), s.completionCommand()},
		Action:         unknownOrHelp,
	}
	prepare(app.Commands, onUsage)
	return app
}

// prepare gives every command what urfave/cli leaves to each: usage errors as
// values, no help command among the arguments, joined short options.
func prepare(commands []*cli.Command, onUsage cli.OnUsageErrorFunc) {
	for _, c := range commands {
		c.OnUsageError, c.HideHelpCommand, c.UseShortOptionHandling = onUsage, true, true
		if len(c.Subcommands) > 0 {
			c.Action = unknownOrHelp
		}
		for _, f := range c.Flags {
			if b, ok := f.(*cli.BoolFlag); ok {
				b.DisableDefaultText = true
			}
		}
		prepare(c.Subcommands, onUsage)
	}
}

// unknownOrHelp is what happens where a command was expected.
func unknownOrHelp(c *cli.Context) error {
	if !c.Args().Present() {
		if c.Command != nil && c.Command.Name != "" && len(c.Command.Subcommands) > 0 && c.Command.Name != c.App.Name {
			return cli.ShowSubcommandHelp(c)
		}
		return cli.ShowAppHelp(c)
	}
	var names []string
	for _, sub := range c.Command.Subcommands {
		names = append(names, sub.Name)
	}
	if len(names) == 0 {
		for _, sub := range c.App.Commands {
			names = append(names, sub.Name)
		}
	}
	word := c.Args().First()
	hint := diag.DidYouMean(word, names)
	if hint == "" {
		hint = "the commands are " + diag.AllOf(names)
	}
	return usageError{"unknown command " + diag.Quote(word), hint}
}

func helpHint(c *cli.Context) string {
	if c.Command != nil && c.Command.HelpName != "" {
		return c.Command.HelpName + " --help"
	}
	return "interviewkit --help"
}

// orHelp returns hint, or where to find help when there is none.
func orHelp(hint string, c *cli.Context) string {
	if hint == "" {
		return helpHint(c)
	}
	return hint
}

// wantArgs checks the number of arguments; most < 0 means no limit.
func wantArgs(c *cli.Context, least, most int, what string) error {
	n := c.Args().Len()
	switch {
	case n < least:
		return usageError{fmt.Sprintf("%s wants %s", c.Command.FullName(), what), helpHint(c)}
	case most >= 0 && n > most:
		return usageError{fmt.Sprintf("%s wants %s; %s is too much", c.Command.FullName(), what, diag.Quote(c.Args().Get(most))), helpHint(c)}
	}
	return nil
}
