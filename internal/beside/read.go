// Package beside reads files that a profile names, such as a logo: whoever
// wrote the name may not be who has the file read.
package beside

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"interviewkit/internal/diag"
)

// A Problem is what is wrong with a file, and what mends it.
type Problem struct{ Msg, Hint string }

func (p *Problem) Error() string { return p.Msg }

// A Kind is what a file is wanted to be.
type Kind struct {
	What  string // "logo"
	Form  string // "PNG or JPEG file"
	Most  int    // bytes
	Large string // the hint where it has more
}

// Within reads the file at a path below a folder. A path that leads out of
// it, and one through a symbolic link, is refused: whoever wrote the path may
// not be who has it read. It fails with a *Problem.
func (k Kind) Within(dir, path string) ([]byte, error) {
	path = filepath.FromSlash(path)
	if !filepath.IsLocal(path) {
		return nil, &Problem{diag.Quote(path) + " leads out of the profile's folder", "put the " + k.What + " beside the profile, or name it in a file that is given with --brand"}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, k.unread(path, err)
	}
	defer func() { _ = root.Close() }() // only read from
	parts := strings.Split(filepath.Clean(path), string(filepath.Separator))
	for i := range parts {
		at := filepath.Join(parts[:i+1]...)
		info, err := root.Lstat(at)
		if err == nil {
			err = k.plain(at, info, i+1 < len(parts))
		}
		if err != nil {
			return nil, k.unread(path, err)
		}
	}
	return k.read(path, func() (*os.File, error) { return root.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) })
}

// Named reads the file at a path that may lead anywhere. It fails with a
// *Problem.
func (k Kind) Named(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err == nil {
		err = k.plain(path, info, false)
	}
	if err != nil {
		return nil, k.unread(path, err)
	}
	return k.read(path, func() (*os.File, error) { return os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) })
}

// plain refuses what is no regular file, or no folder where one is wanted.
func (k Kind) plain(path string, info fs.FileInfo, folder bool) error {
	mode := info.Mode()
	switch {
	case mode&fs.ModeSymlink != 0:
		return &Problem{diag.Quote(path) + " is a symbolic link, which is not followed", "name the file itself"}
	case folder && !mode.IsDir():
		return &Problem{diag.Quote(path) + " is not a folder", ""}
	case !folder && mode.IsDir():
		return &Problem{diag.Quote(path) + " is a folder", "name the " + k.Form + " in it"}
	case !folder && !mode.IsRegular():
		return &Problem{diag.Quote(path) + " is not a regular file", ""}
	}
	return nil
}

// read reads a file that was found to be plain; it is looked at again once it
// is open, since it may have been exchanged. Opening never waits.
func (k Kind) read(path string, open func() (*os.File, error)) ([]byte, error) {
	f, err := open()
	if err != nil {
		return nil, k.unread(path, err)
	}
	defer func() { _ = f.Close() }() // only read from
	info, err := f.Stat()
	if err == nil {
		err = k.plain(path, info, false)
	}
	if err != nil {
		return nil, k.unread(path, err)
	}
	content, err := io.ReadAll(io.LimitReader(f, int64(k.Most)+1))
	if err != nil {
		return nil, k.unread(path, err)
	}
	if len(content) > k.Most {
		return nil, &Problem{fmt.Sprintf("the %s has more than %d bytes", k.What, k.Most), k.Large}
	}
	return content, nil
}

func (k Kind) unread(path string, err error) error {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	hint := ""
	if errors.Is(err, fs.ErrNotExist) {
		hint = "the path starts from the folder of the file that it stands in"
	}
	return &Problem{"the " + k.What + " " + diag.Quote(path) + " cannot be read: " + diag.Cause(err).Error(), hint}
}
