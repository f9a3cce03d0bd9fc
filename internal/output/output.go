// Package output puts the files of kits into their folders below the output
// folder. Each appears whole or not at all, and none outside: every path is
// opened below the output folder, through no symbolic link that leaves it.
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"interviewkit/internal/diag"
)

// A Root is the output folder. It may be used by several goroutines.
type Root struct {
	Name string

	mu   sync.Mutex
	dir  *os.Root // nil while the folder is not there
	made []string // folders that were made for it, outer before inner
}

// Open opens an output folder, which need not be there yet. It fails
// where something else is in its place.
func Open(name string) (*Root, error) {
	r := &Root{Name: name}
	dir, err := os.OpenRoot(name)
	switch {
	case err == nil:
		r.dir = dir
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s cannot be the output folder: %w", name, diag.Cause(err))
	}
	return r, nil
}

// Close ends the use of the folder. It is removed where it was made for
// nothing.
func (r *Root) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.dir == nil {
		return nil
	}
	err := r.dir.Close()
	r.dir = nil
	for i := len(r.made) - 1; i >= 0; i-- {
		_ = os.Remove(r.made[i]) // stays where something is in it
	}
	return err
}

// open returns the folder, and makes it where it is not there.
func (r *Root) open() (dir *os.Root, err error) {
	if r.dir != nil {
		return r.dir, nil
	}
	if r.made, err = makeAll(r.Name); err == nil {
		r.dir, err = os.OpenRoot(r.Name)
	}
	if err != nil {
		return nil, fmt.Errorf("make folder %s: %w", r.Name, diag.Cause(err))
	}
	return r.dir, nil
}

// makeAll makes a folder with its parents and returns those that were not
// there.
func makeAll(dir string) (made []string, err error) {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		made = append([]string{d}, made...)
	}
	return made, os.MkdirAll(dir, 0o755)
}

// A Folder is where the files of one kit are, or of all its forms. It is
// locked against other runs from Lock or Make until Close.
type Folder struct {
	root  *Root
	place string
	dir   *os.Root // nil while the folder is not there
	lock  *os.File
	made  []string // below the output folder, outer before inner
}

// Folder returns the folder at a place below the output folder, a path with
// slashes, which need not be there yet.
func (r *Root) Folder(place string) *Folder { return &Folder{root: r, place: place} }

// Path returns where a file of the folder is, for people and other programs.
func (f *Folder) Path(name string) string {
	return filepath.Join(f.root.Name, filepath.FromSlash(f.place), filepath.FromSlash(name))
}

// Lock locks the folder where it is there.
func (f *Folder) Lock() error {
	f.root.mu.Lock()
	root := f.root.dir
	f.root.mu.Unlock()
	if root == nil {
		return nil
	}
	dir, err := root.OpenRoot(filepath.FromSlash(f.place))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return f.failed("open", "", err)
	}
	return f.take(dir)
}

// Make locks the folder, and makes it first where it is not there.
func (f *Folder) Make() error {
	if f.dir != nil {
		return nil
	}
	// two kits may share the folders above theirs, which one that fails removes
	f.root.mu.Lock()
	defer f.root.mu.Unlock()
	root, err := f.root.open()
	if err != nil {
		return err
	}
	at := ""
	for _, part := range strings.Split(f.place, "/") {
		at = path.Join(at, part)
		switch err := root.Mkdir(filepath.FromSlash(at), 0o755); {
		case err == nil:
			f.made = append(f.made, at)
		case !errors.Is(err, fs.ErrExist):
			return f.failed("make", "", err)
		}
	}
	dir, err := root.OpenRoot(filepath.FromSlash(f.place))
	if err != nil {
		return f.failed("open", "", err)
	}
	return f.take(dir)
}

func (f *Folder) take(dir *os.Root) error {
	lock, err := dir.Open(".")
	if err == nil {
		err = flock(lock)
	}
	if err != nil {
		_ = dir.Close()
		return f.failed("open", "", err)
	}
	f.dir, f.lock = dir, lock
	return nil
}

// Close lets others use the folder. Where nothing is in it, it is removed with
// the folders that were made for it.
func (f *Folder) Close() {
	if f.dir != nil {
		_, _ = f.dir.Close(), f.lock.Close() // only read from
		f.dir = nil
	}
	f.root.mu.Lock()
	defer f.root.mu.Unlock()
	for i := len(f.made) - 1; i >= 0 && f.root.dir != nil; i-- {
		if f.root.dir.Remove(filepath.FromSlash(f.made[i])) != nil {
			break // something is in it
		}
	}
}

// failed says what could not be done with a file of the folder.
func (f *Folder) failed(verb, name string, err error) error {
	return fmt.Errorf("%s %s: %w", verb, f.Path(name), diag.Cause(err))
}
