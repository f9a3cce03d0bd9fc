package generate

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"interviewkit/internal/diag"
)

// tempMark begins the names of files that are not whole yet.
const tempMark = ".interviewkit-"

// Write puts the files of results below the output folder and returns their
// paths, by result. Each appears whole or not at all: all are written beside
// their places first and then renamed. On failure nothing new is left behind
// of any of them.
func Write(output string, results ...*Result) (paths [][]string, err error) {
	w := new(writing)
	defer func() { w.clean(err == nil) }()
	for _, r := range results {
		if err := w.stage(filepath.Join(output, filepath.FromSlash(r.Place)), r.Files); err != nil {
			return nil, err
		}
	}
	if err := w.settle(); err != nil {
		return nil, err
	}
	for _, r := range results {
		paths = append(paths, r.paths(output))
	}
	return paths, nil
}

// paths returns where the result's files are.
func (r *Result) paths(output string) (list []string) {
	for _, f := range r.Files {
		list = append(list, filepath.Join(output, filepath.FromSlash(r.Place), filepath.FromSlash(f.Name)))
	}
	return list
}

// writing is files on their way: beside their places, then there.
type writing struct {
	dirs  []string // made, outer before inner
	temps []string
	names []string // of each temp, its place
	fresh []string // places that were empty before
}

// stage writes files beside their places.
func (w *writing) stage(dir string, files []File) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		folder := filepath.Dir(name)
		made, err := makeDirs(folder)
		w.dirs = append(w.dirs, made...)
		if err != nil {
			return fmt.Errorf("make folder %s: %w", folder, diag.Cause(err))
		}
		temp, err := writeTemp(folder, f.Content)
		if temp != "" {
			w.temps, w.names = append(w.temps, temp), append(w.names, name)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", name, diag.Cause(err))
		}
	}
	return nil
}

// settle gives the files their names.
func (w *writing) settle() error {
	for i, name := range w.names {
		_, statErr := os.Lstat(name)
		if err := os.Rename(w.temps[i], name); err != nil {
			return fmt.Errorf("write %s: %w", name, diag.Cause(err))
		}
		if errors.Is(statErr, fs.ErrNotExist) {
			w.fresh = append(w.fresh, name)
		}
	}
	return nil
}

// clean removes what is not whole, and unless all went well what is new.
func (w *writing) clean(well bool) {
	for _, t := range w.temps {
		_ = os.Remove(t) // gone already where the rename worked
	}
	if well {
		return
	}
	for _, name := range w.fresh {
		_ = os.Remove(name) // what is left is told by the error
	}
	for i := len(w.dirs) - 1; i >= 0; i-- {
		_ = os.Remove(w.dirs[i]) // stays where something else is in it
	}
}

// makeDirs makes dir with its parents and returns those that were not there.
func makeDirs(dir string) (made []string, err error) {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		made = append([]string{d}, made...)
	}
	return made, os.MkdirAll(dir, 0o755)
}

func writeTemp(dir string, content []byte) (name string, err error) {
	f, err := os.CreateTemp(dir, tempMark+"*")
	if err != nil {
		return "", err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	if _, err = f.Write(content); err != nil {
		return f.Name(), err
	}
	return f.Name(), f.Chmod(0o644)
}

// WriteFile puts one file in its place, whole or not at all.
func WriteFile(name string, content []byte) error {
	temp, err := writeTemp(filepath.Dir(name), content)
	if err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		if temp != "" {
			_ = os.Remove(temp)
		}
		return fmt.Errorf("write %s: %w", name, diag.Cause(err))
	}
	return nil
}
