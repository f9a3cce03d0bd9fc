package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
)

// settle is how long nothing must be saved before kits are made: editors write
// a file in several steps.
const settle = 150 * time.Millisecond

// watch makes the kits, and makes them again whenever something that they are
// made from is saved, until it is interrupted.
func (s *streams) watch(c *cli.Context) error {
	if slices.Contains(c.Args().Slice(), generate.Stdin) {
		return usageError{"--watch looks at files, and - is none", "name the profile's file"}
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	defer func() { _ = w.Close() }()
	seen, err := watched(c)
	if err != nil {
		return err
	}
	for _, dir := range seen.folders() {
		if err := w.Add(dir); err != nil {
			return fmt.Errorf("watch %s: %w", dir, diag.Cause(err))
		}
	}
	if err := s.again(c, false); err != nil {
		return err
	}
	s.note("watching; Ctrl-C ends it\n")
	return s.follow(c, w, seen)
}

// follow makes kits after each burst of events.
func (s *streams) follow(c *cli.Context, w *fsnotify.Watcher, seen *places) error {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	bank := false // a question was saved
	for {
		select {
		case <-c.Context.Done():
			return context.Cause(c.Context)
		case err := <-w.Errors:
			return fmt.Errorf("watch: %w", err)
		case e := <-w.Events:
			if !seen.matters(e.Name) {
				continue
			}
			if isFolder(e.Name) && e.Has(fsnotify.Create) {
				_ = w.Add(e.Name) // gone again: nothing to see
			}
			bank = bank || seen.isBank(e.Name)
			timer.Reset(settle)
		case <-timer.C:
			if err := s.again(c, bank); err != nil {
				return err
			}
			bank = false
		}
	}
}

// again makes what is not current. Faults are told and do not end the watch;
// whoever saves a question wants to see it, so kits are chosen anew then.
func (s *streams) again(c *cli.Context, reassemble bool) error {
	r, sources, code, err := s.requested(c)
	if err == nil {
		r.many, r.watch, r.reassemble = true, true, r.reassemble || reassemble
		err = s.makeAll(c.Context, r, sources, code)
	}
	var exit exitError
	var usage usageError
	switch {
	case c.Context.Err() != nil:
		return context.Cause(c.Context)
	case errors.As(err, &usage):
		return err
	case err != nil && !errors.As(err, &exit):
		s.report(err)
	}
	return nil
}

// places is what a watch looks at.
type places struct {
	trees []string // folders with all below them
	files []string // single files
	banks []string
	out   string // not looked at
}

func watched(c *cli.Context) (p *places, err error) {
	p = new(places)
	abs := func(list *[]string, names ...string) {
		for _, name := range names {
			full, absErr := filepath.Abs(name)
			if absErr != nil && err == nil {
				err = fmt.Errorf("watch %s: %w", name, absErr)
			}
			*list = append(*list, full)
		}
	}
	for _, arg := range c.Args().Slice() {
		if isFolder(arg) {
			abs(&p.trees, arg)
		} else {
			abs(&p.files, arg)
		}
	}
	if c.IsSet("brand") {
		abs(&p.files, c.String("brand"))
	}
	abs(&p.banks, c.StringSlice("bank")...)
	var out []string
	abs(&out, c.String("output"))
	p.out = out[0]
	return p, err
}

// folders lists what is to be watched: all folders of the trees, and those
// that the files are in, since a saved file is often another of its name.
func (p *places) folders() (list []string) {
	for _, tree := range slices.Concat(p.trees, p.banks) {
		_ = filepath.WalkDir(tree, func(name string, d fs.DirEntry, err error) error { // what cannot be read is told by the run
			switch {
			case err != nil || !d.IsDir():
				return nil
			case name == p.out || name != tree && strings.HasPrefix(d.Name(), "."):
				return filepath.SkipDir
			}
			list = append(list, name)
			return nil
		})
	}
	for _, f := range p.files {
		list = append(list, filepath.Dir(f))
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(dir string) bool { return !isFolder(dir) })
}

// matters reports whether a kit may be made from a file: one that is named, a
// profile, question or folder below those that are, or a picture or font, which
// profiles name.
func (p *places) matters(name string) bool {
	if isBelow(name, p.out) || strings.HasPrefix(filepath.Base(name), ".") {
		return false
	}
	if slices.Contains(p.files, name) {
		return true
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".ttf":
		return true
	case ".toml", "":
		return slices.ContainsFunc(slices.Concat(p.trees, p.banks), func(tree string) bool { return isBelow(name, tree) })
	}
	return false
}

func (p *places) isBank(name string) bool {
	return slices.ContainsFunc(p.banks, func(dir string) bool { return isBelow(name, dir) })
}

func isBelow(name, dir string) bool {
	return name == dir || strings.HasPrefix(name, dir+string(os.PathSeparator))
}
