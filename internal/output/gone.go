package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/manifest"
)

// A Gone is a kit whose profile is gone.
type Gone struct {
	Place  string // below the output folder
	Folder string // for people
	Source string // where its profile was
}

// Gone lists the kits below the output folder whose profile is gone, but for
// those at places that known holds for, in the order of their places.
func (r *Root) Gone(known func(place string) bool) (list []Gone, err error) {
	if r.dir == nil {
		return nil, nil
	}
	err = fs.WalkDir(r.dir.FS(), ".", func(at string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), tempMark):
			return fs.SkipDir
		case d.IsDir() || d.Name() != manifest.Name || known(path.Dir(at)):
			return nil
		}
		if k, ok := r.gone(path.Dir(at)); ok {
			list = append(list, k)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look through %s: %w", r.Name, diag.Cause(err))
	}
	return list, nil
}

// gone returns the kit at a place and whether its profile is gone.
func (r *Root) gone(place string) (Gone, bool) {
	f := r.Folder(place)
	if err := f.Lock(); err != nil {
		return Gone{}, false
	}
	defer f.Close()
	m := f.Manifest()
	if m == nil || m.Source == "" {
		return Gone{}, false
	}
	source := filepath.FromSlash(m.Source)
	if !filepath.IsAbs(source) {
		source = filepath.Join(f.Path(""), source)
	}
	_, err := os.Stat(source)
	return Gone{place, f.Path(""), source}, errors.Is(err, fs.ErrNotExist)
}

// Prune removes a kit: what its manifest names, and the folders that this
// leaves empty. Files that somebody altered are kept under other names; both
// names of these are paths for people.
func (r *Root) Prune(k Gone) (kept []Kept, err error) {
	f := r.Folder(k.Place)
	if err := f.Lock(); err != nil {
		return nil, err
	}
	defer f.Close()
	m := f.Manifest()
	if m == nil {
		return nil, nil
	}
	var ours, altered []string
	for _, file := range m.Files {
		switch f.Compare(&file, false) {
		case Altered:
			altered = append(altered, file.Name)
		case Intact, Touched:
			ours = append(ours, file.Name)
		}
	}
	if kept, err = f.keep(altered); err != nil {
		return kept, err
	}
	for i, file := range kept {
		kept[i] = Kept{f.Path(file.Name), f.Path(file.As)}
	}
	if err := f.drop(append(slices.Clone(ours), manifest.Name)); err != nil {
		return kept, err
	}
	for at := k.Place; at != "."; at = path.Dir(at) {
		f.made = append([]string{at}, f.made...) // removed when empty
	}
	return kept, f.Sweep()
}
