package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/batch"
	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/internal/output"
)

// batchOptions takes over what is about many kits and about those that are
// there.
func (r *request) batchOptions(c *cli.Context) (err error) {
	if c.IsSet("shard") {
		if r.shard, err = generate.ParseShard(c.String("shard")); err != nil {
			return usageError{"--shard " + diag.Quote(c.String("shard")) + ": " + err.Error(), "--shard 1/4 is the first of four parts"}
		}
	}
	switch {
	case r.force && r.reassemble:
		return usageError{"--force makes everything anew, --reassemble what the bank or the program changed", "take one of the two"}
	case r.prune && r.dry:
		return usageError{"--prune removes kits, and --dry-run changes nothing", "leave --prune out: kits whose profile is gone are listed"}
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// totals is what came of a whole run.
type totals struct {
	code                                      int
	made, printed, unchanged, failed, planned int
	gaps                                      int // kits that have some
}

// add counts what came of a source, its forms together.
func (t *totals) add(forms []report) {
	switch forms[0].Status {
	case generate.Made:
		t.made++
	case generate.Printed:
		t.printed++
	case generate.Unchanged:
		t.unchanged++
	case generate.Unwritten:
		t.planned++
	default:
		t.failed++
	}
	for _, rep := range forms {
		t.code = max(t.code, rep.code)
		if len(rep.Gaps) > 0 {
			t.gaps++
		}
	}
}

// errStopped is why no more kits are begun.
type errStopped struct{ why, hint string }

func (e errStopped) Error() string { return e.why }

// makeAll makes the kits of all sources; code is that of the arguments.
func (s *streams) makeAll(ctx context.Context, r *request, all []generate.Source, code int) (err error) {
	sources := r.shard.Of(all)
	if r.many {
		debug.SetGCPercent(batchGC)
		debug.SetMemoryLimit(batchMemory)
	}
	root, err := output.Open(r.output)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := root.Close(); err == nil && closeErr != nil {
			err = fmt.Errorf("close %s: %w", r.output, diag.Cause(closeErr))
		}
	}()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	if r.failFast && code != exitDone {
		stop(errStopped{"an argument is at fault", "nothing was begun (--fail-fast)"})
	}
	r.options.OneByOne = r.many
	m := &generate.Renewal{Env: r.env, Options: r.options, Root: root, Program: program(), Force: r.force, Reassemble: r.reassemble, Verify: r.verify, Strict: r.strict, Dry: r.dry}
	p := s.newProgress(r, len(sources))
	t := totals{code: code}
	errs := s.err
	s.err = p.over(errs)
	s.busy.Store(true)
	defer s.busy.Store(false)
	var printed error
	done := batch.Run(ctx, len(sources), r.jobs, func(i int) []report {
		forms := r.one(m, sources[i])
		if why := r.stops(forms[0]); why != nil {
			stop(why)
		}
		return forms
	}, func(i int, bug batch.Panic) []report {
		rep := report{Profile: sources[i].Name}.fail(fmt.Errorf("a bug: %v\n%s", bug.Value, bug.Stack))
		return []report{rep}
	}, func(_ int, forms []report) {
		t.add(forms)
		for _, rep := range forms {
			if err := s.tell(r, rep, p.named); printed == nil {
				printed = err
			}
		}
		p.step(t.failed)
	})
	p.end()
	s.err = errs
	if printed != nil {
		return printed
	}
	return s.close(ctx, r, root, all, t, p, len(sources)-done)
}

// stops returns why no more kits are to be begun after this one: somebody
// asked for that, or the output folder takes nothing more.
func (r *request) stops(rep report) error {
	for _, full := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS} {
		if errors.Is(rep.err, full) {
			return errStopped{fmt.Sprintf("nothing more can be written to %s: %v", r.output, full), "make room, or name another --output; the same command goes on from there"}
		}
	}
	if errors.Is(rep.err, fs.ErrNotExist) && rep.code == exitMachine && !isFolder(r.output) {
		return errStopped{r.output + " is gone", "the same command begins anew"}
	}
	if r.failFast && rep.err != nil {
		return errStopped{"a kit failed", "leave out --fail-fast to make the others all the same"}
	}
	return nil
}

// one makes the kit of one source, or its forms.
func (r *request) one(m *generate.Renewal, src generate.Source) []report {
	began := time.Now()
	list := r.try(m, src)
	for i := range list {
		list[i].Took = time.Since(began).Milliseconds()
	}
	return list
}

func (r *request) try(m *generate.Renewal, src generate.Source) []report {
	content, err := r.read(src)
	if err != nil {
		return failed(src, err)
	}
	out, err := m.One(src, content)
	if err != nil {
		list := failed(src, err)
		if out != nil {
			list[0].Kept = r.reports(src, out)[0].Kept
		}
		return list
	}
	list := r.reports(src, out)
	if r.strict {
		list = ungapped(list)
	}
	return list
}

// read returns the content of a source; standard input was read beforehand.
func (r *request) read(src generate.Source) ([]byte, error) {
	if src.Path == "" {
		return r.stdin, nil
	}
	return src.Read(nil)
}

// close tells what came of the whole, and of kits that are nobody's any more.
func (s *streams) close(ctx context.Context, r *request, root *output.Root, all []generate.Source, t totals, p *progress, left int) error {
	cause := context.Cause(ctx)
	if cause == nil && (r.folders || r.prune) {
		if err := s.gone(r, root, all, t.code); err != nil {
			return err
		}
	}
	if p.total == 0 && !r.quiet {
		s.note("none of %s is in this part\n", count(len(all), "profile"))
		r.quiet = true
	}
	if r.many && !r.quiet && !(r.watch && t.unchanged == p.total) {
		s.note("%s\n", t.text(p.total-left, p.took()))
	}
	var stopped errStopped
	var interrupted exitError
	switch {
	case errors.As(cause, &interrupted):
		s.note("interviewkit: interrupted, %d of %s not made; every kit that is there is whole, and the same command goes on from here\n", left, count(p.total, "kit"))
		return interrupted
	case errors.As(cause, &stopped) && left > 0:
		s.note("interviewkit: %s; %s not begun\nhint: %s\n", stopped.why, count(left, "kit"), stopped.hint)
	}
	if t.code != exitDone {
		return exitError(t.code)
	}
	return nil
}

// text is the closing line of a batch.
func (t totals) text(done int, took time.Duration) string {
	text := count(done, "profile")
	sep := ": "
	for _, part := range []struct {
		n    int
		what string
	}{{t.made, "made"}, {t.printed, "printed again"}, {t.planned, "would be made"}, {t.unchanged, "unchanged"}, {t.failed, "failed"}} {
		if part.n > 0 {
			text += fmt.Sprintf("%s%d %s", sep, part.n, part.what)
			sep = ", "
		}
	}
	if t.gaps > 0 {
		text += fmt.Sprintf("; %s with gaps", count(t.gaps, "kit"))
	}
	if took < time.Second {
		return text + "; " + took.Round(time.Millisecond).String()
	}
	text += "; " + took.Round(100*time.Millisecond).String()
	return text + fmt.Sprintf(", %.0f a second", float64(done)/took.Seconds())
}
