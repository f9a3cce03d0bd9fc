package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"interviewkit/internal/manifest"
	"interviewkit/internal/strict"
)

// origMark ends the name under which an altered file is kept.
const origMark = ".orig"

// maxManifest is the size of the largest manifest that is read, in bytes.
const maxManifest = 1 << 20

// Manifest returns the folder's manifest, nil where there is none that can be
// read as one.
func (f *Folder) Manifest() *manifest.Manifest {
	content, err := f.read(manifest.Name, maxManifest)
	if err != nil {
		return nil
	}
	m, err := manifest.Decode(content)
	if err != nil {
		return nil
	}
	return m
}

// Read returns the content of a file of the folder, at most so many bytes.
func (f *Folder) Read(name string, most int64) ([]byte, error) {
	content, err := f.read(filepath.FromSlash(name), most)
	if err != nil {
		return nil, f.failed("read", name, err)
	}
	return content, nil
}

func (f *Folder) read(name string, most int64) ([]byte, error) {
	if f.dir == nil {
		return nil, fs.ErrNotExist
	}
	file, err := f.regular(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // only read from
	return strict.ReadAll(file, most)
}

// regular opens a regular file of the folder.
func (f *Folder) regular(name string) (io.ReadCloser, error) {
	info, err := f.dir.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	return f.dir.Open(name)
}

// State is how a file is in comparison with its record.
type State int

// The states of a file.
const (
	Intact  State = iota
	Touched       // the same content, at another time
	Altered       // another content
	Missing
)

// Compare looks at a file and says how it is in comparison with its record.
// Its content is read where size and time leave it open, or where hash asks
// for it; the record of a touched file gets its new time.
func (f *Folder) Compare(rec *manifest.File, hash bool) State {
	name := filepath.FromSlash(rec.Name)
	if f.dir == nil {
		return Missing
	}
	info, err := f.dir.Lstat(name)
	switch {
	case err != nil:
		return Missing
	case !info.Mode().IsRegular() || info.Size() != rec.Size:
		return Altered
	case info.ModTime().UnixNano() == rec.Time && !hash:
		return Intact
	case f.sum(name) != rec.SHA256:
		return Altered
	case info.ModTime().UnixNano() == rec.Time:
		return Intact
	}
	rec.Time = info.ModTime().UnixNano()
	return Touched
}

// Sum returns the hash of a file's content; "" where it cannot be read.
func (f *Folder) Sum(name string) string {
	if f.dir == nil {
		return ""
	}
	return f.sum(filepath.FromSlash(name))
}

func (f *Folder) sum(name string) string {
	file, err := f.regular(name)
	if err != nil {
		return ""
	}
	defer func() { _ = file.Close() }() // only read from
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Sweep removes what a run that was ended left behind.
func (f *Folder) Sweep() error {
	if f.dir == nil {
		return nil
	}
	list, err := f.temps()
	for _, name := range list {
		if err == nil {
			err = f.dir.RemoveAll(name)
		}
	}
	if err != nil {
		return f.failed("sweep", "", err)
	}
	return nil
}

// temps lists what a run that was ended left behind.
func (f *Folder) temps() (list []string, err error) {
	dir, err := f.dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer func() { _ = dir.Close() }() // only read from
	names, err := dir.Readdirnames(-1)
	for _, name := range names {
		if strings.HasPrefix(name, tempMark) {
			list = append(list, name)
		}
	}
	return list, err
}

// keep gives altered files other names, none of which is taken.
func (f *Folder) keep(names []string) (list []Kept, err error) {
	for _, name := range names {
		as := name + origMark
		for i := 2; ; i++ {
			if _, err := f.dir.Lstat(filepath.FromSlash(as)); errors.Is(err, fs.ErrNotExist) {
				break
			}
			as = fmt.Sprintf("%s%s.%d", name, origMark, i)
		}
		if err := f.dir.Rename(filepath.FromSlash(name), filepath.FromSlash(as)); err != nil {
			return list, f.failed("keep", name, err)
		}
		list = append(list, Kept{name, as})
	}
	return list, nil
}

// drop removes files that are no longer made, and the folders that they leave
// empty.
func (f *Folder) drop(names []string) error {
	for _, name := range names {
		if err := f.remove(name); err != nil {
			return err
		}
		for sub := path.Dir(name); sub != "."; sub = path.Dir(sub) {
			if f.dir.Remove(filepath.FromSlash(sub)) != nil {
				break // something is in it
			}
		}
	}
	return nil
}

// remove removes a file; that it is not there is no failure.
func (f *Folder) remove(name string) error {
	if err := f.dir.Remove(filepath.FromSlash(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return f.failed("remove", name, err)
	}
	return nil
}
