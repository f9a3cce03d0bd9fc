package logo

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

// Within reads the logo at a path below a folder. A path that leads out of
// it, and one through a symbolic link, is refused: whoever wrote the path may
// not be who has it read. It fails with a *Problem.
func Within(dir, path string) (*Logo, error) {
	path = filepath.FromSlash(path)
	if !filepath.IsLocal(path) {
		return nil, &Problem{diag.Quote(path) + " leads out of the profile's folder", "put the logo beside the profile, or name it in a file that is given with --brand"}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, unread(path, err)
	}
	defer func() { _ = root.Close() }() // only read from
	parts := strings.Split(filepath.Clean(path), string(filepath.Separator))
	for i := range parts {
		at := filepath.Join(parts[:i+1]...)
		info, err := root.Lstat(at)
		if err == nil {
			err = plain(at, info, i+1 < len(parts))
		}
		if err != nil {
			return nil, unread(path, err)
		}
	}
	return read(path, func() (*os.File, error) { return root.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) })
}

// Named reads the logo at a path that may lead anywhere. It fails with a
// *Problem.
func Named(path string) (*Logo, error) {
	info, err := os.Lstat(path)
	if err == nil {
		err = plain(path, info, false)
	}
	if err != nil {
		return nil, unread(path, err)
	}
	return read(path, func() (*os.File, error) { return os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) })
}

// plain refuses what is no regular file, or no folder where one is wanted.
func plain(path string, info fs.FileInfo, folder bool) error {
	mode := info.Mode()
	switch {
	case mode&fs.ModeSymlink != 0:
		return &Problem{diag.Quote(path) + " is a symbolic link, which is not followed", "name the file itself"}
	case folder && !mode.IsDir():
		return &Problem{diag.Quote(path) + " is not a folder", ""}
	case !folder && mode.IsDir():
		return &Problem{diag.Quote(path) + " is a folder", "name the PNG or JPEG file in it"}
	case !folder && !mode.IsRegular():
		return &Problem{diag.Quote(path) + " is not a regular file", ""}
	}
	return nil
}

// read reads a file that was found to be plain; it is looked at again once it
// is open, since it may have been exchanged. Opening never waits.
func read(path string, open func() (*os.File, error)) (*Logo, error) {
	f, err := open()
	if err != nil {
		return nil, unread(path, err)
	}
	defer func() { _ = f.Close() }() // only read from
	info, err := f.Stat()
	if err == nil {
		err = plain(path, info, false)
	}
	if err != nil {
		return nil, unread(path, err)
	}
	content, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, unread(path, err)
	}
	if len(content) > MaxBytes {
		return nil, &Problem{fmt.Sprintf("the logo has more than %d bytes", MaxBytes), fmt.Sprintf("it is printed %d mm wide at most: %d pixels are plenty", Wide, 2*keptWide)}
	}
	return Decode(content)
}

func unread(path string, err error) error {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	hint := ""
	if errors.Is(err, fs.ErrNotExist) {
		hint = "the path starts from the folder of the file that it stands in"
	}
	return &Problem{"the logo " + diag.Quote(path) + " cannot be read: " + diag.Cause(err).Error(), hint}
}
