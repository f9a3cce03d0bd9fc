package generate

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
)

// A Source is one profile or saved kit, and where its kit goes below the
// output folder.
type Source struct {
	Name  string // what people call it: a path, or "stdin"
	Path  string // "" for standard input
	Place string // relative, with slashes
}

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// Sources expands arguments, for kits below an output folder ("" for none):
// files as they are, folders to every *.toml below
// them but those of the output folder, "-" to standard input. What cannot be
// read is a fault of its own and does not keep the others from being made; a
// place that two sources claim, or that is none, is refused before anything is
// written.
func Sources(output string, args []string) (list []Source, faults, refused diag.Faults) {
	for _, arg := range args {
		if arg == Stdin {
			list = append(list, Source{Name: "stdin", Place: "stdin"})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			faults = append(faults, diag.Fault{File: arg, Msg: diag.Cause(err).Error(), Hint: missingHint(err)})
		case info.IsDir():
			found, err := below(arg, output)
			if err != nil {
				faults = append(faults, diag.Fault{File: arg, Msg: diag.Cause(err).Error()})
			} else if saved := filepath.Join(arg, KitFile); len(found) == 0 && isFile(saved) {
				found = []Source{{Name: saved, Path: saved, Place: place(saved)}}
			} else if len(found) == 0 {
				faults = append(faults, diag.Fault{File: arg, Msg: "the folder holds no *.toml file"})
			}
			list = append(list, found...)
		default:
			list = append(list, Source{Name: arg, Path: arg, Place: place(arg)})
		}
	}
	return list, faults, refusals(output, list)
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func missingHint(err error) string {
	if os.IsNotExist(err) {
		return "`interviewkit init` writes a starter profile"
	}
	return ""
}

// place is the folder of a file's kit: its name without the ending. A saved
// kit.json stands in the folder that has its name, or in that of its form in
// there.
func place(file string) string {
	base := filepath.Base(file)
	if base == KitFile {
		if abs, err := filepath.Abs(file); err == nil {
			dir := filepath.Dir(abs)
			base = filepath.Base(dir)
			if letter, ok := strings.CutPrefix(base, formFolder); ok && len(letter) == 1 && filepath.Dir(dir) != filepath.VolumeName(dir)+string(filepath.Separator) {
				return filepath.Base(filepath.Dir(dir)) + "/" + base
			}
		}
	}
	return strings.TrimSuffix(strings.TrimSuffix(base, ".toml"), ".json")
}

// isEntry reports whether a folder's entry is what info is about.
func isEntry(d fs.DirEntry, info fs.FileInfo) bool {
	i, err := d.Info()
	return err == nil && os.SameFile(i, info)
}

func below(dir, output string) (list []Source, err error) {
	out, outErr := os.Stat(output)
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != dir && (strings.HasPrefix(d.Name(), ".") || outErr == nil && isEntry(d, out)):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".toml":
			return nil
		}
		rel, err := filepath.Rel(dir, path)
		if err == nil {
			list = append(list, Source{Name: path, Path: path, Place: strings.TrimSuffix(filepath.ToSlash(rel), ".toml")})
		}
		return err
	})
	return list, err
}

// Read returns the content of a source, which must be a regular file or
// standard input and of bounded size.
func (s Source) Read(stdin io.Reader) (content []byte, err error) {
	if s.Path == "" {
		content, err = strict.ReadAll(stdin, strict.MaxJSONBytes)
	} else {
		content, err = strict.ReadFile(s.Path, strict.MaxJSONBytes)
	}
	if err != nil {
		return nil, diag.Faults{{File: s.Name, Msg: err.Error()}}
	}
	return content, nil
}

// IsKit reports whether content is a saved kit rather than a profile.
func IsKit(content []byte) bool {
	for _, c := range content {
		switch c {
		case ' ', '\t', '\r', '\n', 0xef, 0xbb, 0xbf:
			continue
		}
		return c == '{'
	}
	return false
}
