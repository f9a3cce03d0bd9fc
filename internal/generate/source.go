package generate

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
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

// Sources expands arguments: files as they are, folders to every *.toml below
// them, "-" to standard input. What cannot be read is a fault of its own and
// does not keep the others from being made; a place that two sources claim, or
// that is none, is refused before anything is written.
func Sources(args []string) (list []Source, faults, refused diag.Faults) {
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
			found, err := below(arg)
			if err != nil {
				faults = append(faults, diag.Fault{File: arg, Msg: diag.Cause(err).Error()})
			} else if saved := filepath.Join(arg, "kit.json"); len(found) == 0 && isFile(saved) {
				found = []Source{{Name: saved, Path: saved, Place: place(saved)}}
			} else if len(found) == 0 {
				faults = append(faults, diag.Fault{File: arg, Msg: "the folder holds no *.toml file"})
			}
			list = append(list, found...)
		default:
			list = append(list, Source{Name: arg, Path: arg, Place: place(arg)})
		}
	}
	for _, s := range list {
		if base := path.Base(s.Place); s.Place == "" || base == "." || base == ".." || strings.HasPrefix(s.Place, "../") {
			refused = append(refused, diag.Fault{File: s.Name, Msg: "no folder can be named after this file", Hint: "rename it, such as backend.toml"})
		}
	}
	return list, faults, append(refused, clashes(list)...)
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
	if base == "kit.json" {
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

func below(dir string) (list []Source, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != dir:
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

// clashes reports profiles whose kits would go to one place, also on a file
// system that does not tell cases apart.
func clashes(list []Source) (faults diag.Faults) {
	seen := map[string]Source{}
	for _, s := range list {
		key := strings.ToLower(s.Place)
		other, twice := seen[key]
		switch {
		case twice && filepath.Clean(s.Name) == filepath.Clean(other.Name):
			faults = append(faults, diag.Fault{File: s.Name, Msg: "its kit would go to " + diag.Quote(s.Place) + " twice: the profile is given twice"})
		case twice:
			faults = append(faults, diag.Fault{File: s.Name, Msg: fmt.Sprintf("its kit would go to %s, as that of %s", diag.Quote(s.Place), other.Name), Hint: "rename one of the two, or make them in two runs with two --output folders"})
		}
		seen[key] = s
	}
	return faults
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
