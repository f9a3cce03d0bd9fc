package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/manifest"
)

// tempMark begins the names of what is not whole yet.
const tempMark = ".interviewkit-"

// A File is one file to be written.
type File struct {
	Name    string // from the kit's folder, with slashes
	Content []byte
	SHA256  string // of the content, in hex
}

// A Change is what is to become of a folder's files.
type Change struct {
	Files []File   // that are to be there
	Drop  []string // that are no longer made
	Keep  []string // altered by somebody: each is kept under another name
}

// A Kept is a file that was altered by somebody, and where it is kept.
type Kept struct{ Name, As string }

// Write changes the folder's files and writes the manifest that record makes
// of what is there then. All are written beside their places before any gets
// its name, and the manifest is gone meanwhile. On failure nothing that is new
// is left behind.
func (f *Folder) Write(c Change, record func([]manifest.File) *manifest.Manifest) (kept []Kept, err error) {
	if err := f.Make(); err != nil {
		return nil, err
	}
	w, err := f.begin()
	if err != nil {
		return nil, err
	}
	defer func() { w.clean(err == nil) }()
	files, err := w.stage(c.Files)
	if err != nil {
		return nil, err
	}
	if kept, err = f.keep(c.Keep); err != nil {
		return kept, err
	}
	if err := f.remove(manifest.Name); err != nil {
		return kept, err
	}
	if err := w.settle(c.Files); err != nil {
		return kept, err
	}
	if err := f.drop(c.Drop); err != nil {
		return kept, err
	}
	return kept, w.record(record(files))
}

// Record writes the manifest anew, over the one that is there.
func (f *Folder) Record(m *manifest.Manifest) error {
	w, err := f.begin()
	if err != nil {
		return err
	}
	defer w.clean(true)
	return w.record(m)
}

// writing is files on their way: in a folder of their own, then in their
// places.
type writing struct {
	*Folder
	temp  string
	fresh []string // names that were free before
	dirs  []string // made, outer before inner
}

// begin makes room for files on their way.
func (f *Folder) begin() (*writing, error) {
	if err := f.Sweep(); err != nil {
		return nil, err
	}
	w := &writing{Folder: f, temp: fmt.Sprintf("%s%d", tempMark, os.Getpid())}
	if err := f.dir.Mkdir(w.temp, 0o755); err != nil {
		return nil, f.failed("make", w.temp, err)
	}
	return w, nil
}

// staged is the name of the i-th file on its way.
func (w *writing) staged(i int) string { return filepath.Join(w.temp, fmt.Sprint(i)) }

// stage writes files beside their places and returns their records.
func (w *writing) stage(files []File) ([]manifest.File, error) {
	list := make([]manifest.File, len(files))
	for i, file := range files {
		info, err := w.put(w.staged(i), file.Content)
		if err != nil {
			return nil, w.failed("write", file.Name, err)
		}
		list[i] = manifest.File{Name: file.Name, Size: info.Size(), Time: info.ModTime().UnixNano(), SHA256: file.SHA256}
	}
	return list, nil
}

// put writes one file and returns what the file system says of it.
func (w *writing) put(name string, content []byte) (info fs.FileInfo, err error) {
	file, err := w.dir.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	if _, err = file.Write(content); err == nil {
		info, err = file.Stat()
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr // some file systems tell of a full disk only here
	}
	return info, err
}

// settle gives the files their names.
func (w *writing) settle(files []File) error {
	for i, file := range files {
		name := filepath.FromSlash(file.Name)
		if sub := path.Dir(file.Name); sub != "." {
			if err := w.sub(sub); err != nil {
				return err
			}
		}
		_, statErr := w.dir.Lstat(name)
		if err := w.dir.Rename(w.staged(i), name); err != nil {
			return w.failed("write", file.Name, err)
		}
		if errors.Is(statErr, fs.ErrNotExist) {
			w.fresh = append(w.fresh, name)
		}
	}
	return nil
}

// sub makes a folder in the kit's own.
func (w *writing) sub(name string) error {
	at := ""
	for _, part := range strings.Split(name, "/") {
		at = filepath.Join(at, part)
		switch err := w.dir.Mkdir(at, 0o755); {
		case err == nil:
			w.dirs = append(w.dirs, at)
		case !errors.Is(err, fs.ErrExist):
			return w.failed("make", at, err)
		}
	}
	return nil
}

// record writes the manifest.
func (w *writing) record(m *manifest.Manifest) error {
	b, err := m.Encode()
	if err != nil {
		return err
	}
	temp := filepath.Join(w.temp, "manifest")
	if _, err = w.put(temp, b); err == nil {
		err = w.dir.Rename(temp, manifest.Name)
	}
	if err != nil {
		return w.failed("write", manifest.Name, err)
	}
	return nil
}

// clean removes what is on its way, and unless all went well what is new.
func (w *writing) clean(well bool) {
	_ = w.dir.RemoveAll(w.temp) // what is left is swept by the next run
	if well {
		return
	}
	for _, name := range w.fresh {
		_ = w.dir.Remove(name) // what is left is told by the error
	}
	for i := len(w.dirs) - 1; i >= 0; i-- {
		_ = w.dir.Remove(w.dirs[i]) // stays where something else is in it
	}
}

// WriteFile puts one file in its place, whole or not at all.
func WriteFile(name string, content []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(name), tempMark+"*")
	if err == nil {
		_, err = temp.Write(content)
		if chmodErr := temp.Chmod(0o644); err == nil {
			err = chmodErr
		}
		if closeErr := temp.Close(); err == nil {
			err = closeErr
		}
		if err == nil {
			err = os.Rename(temp.Name(), name)
		}
		if err != nil {
			_ = os.Remove(temp.Name())
		}
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, diag.Cause(err))
	}
	return nil
}
