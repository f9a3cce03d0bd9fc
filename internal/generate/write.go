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

// Write puts the files of a result below the output folder and returns their
// paths. Each appears whole or not at all: all are written beside their places
// first and then renamed. On failure nothing new is left behind.
func (r *Result) Write(output string) (paths []string, err error) {
	dir := filepath.Join(output, filepath.FromSlash(r.Place))
	made, err := makeDirs(dir)
	if err != nil {
		return nil, fmt.Errorf("make folder %s: %w", dir, diag.Cause(err))
	}
	var temps []string
	defer func() {
		for _, t := range temps {
			_ = os.Remove(t) // gone already where the rename worked
		}
		if err != nil {
			for i := len(made) - 1; i >= 0; i-- {
				_ = os.Remove(made[i]) // stays where something else is in it
			}
		}
	}()
	for _, f := range r.Files {
		temp, err := writeTemp(dir, f.Content)
		if temp != "" {
			temps = append(temps, temp)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", filepath.Join(dir, f.Name), diag.Cause(err))
		}
	}
	return r.settle(dir, temps)
}

// settle gives the files their names. Where one cannot have its name, those
// that were not there before go again.
func (r *Result) settle(dir string, temps []string) (paths []string, err error) {
	var fresh []string
	for i, f := range r.Files {
		to := filepath.Join(dir, f.Name)
		_, statErr := os.Lstat(to)
		if err := os.Rename(temps[i], to); err != nil {
			for _, name := range fresh {
				_ = os.Remove(name) // what is left is told by the error
			}
			return nil, fmt.Errorf("write %s: %w", to, diag.Cause(err))
		}
		if errors.Is(statErr, fs.ErrNotExist) {
			fresh = append(fresh, to)
		}
		paths = append(paths, to)
	}
	return paths, nil
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
