package generate

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"interviewkit/internal/diag"
	"interviewkit/internal/manifest"
	"interviewkit/templates/view"
)

// refusals reports sources whose kits have no place of their own below the
// output folder; nothing is written then.
func refusals(output string, list []Source) (faults diag.Faults) {
	fold := cases.Fold()
	seen := map[string]Source{}
	key := func(place string) string { return norm.NFC.String(fold.String(place)) }
	links := map[string]string{}
	for _, s := range list {
		if msg, hint := unfit(s.Place); msg != "" {
			faults = append(faults, diag.Fault{File: s.Name, Msg: msg, Hint: hint})
			continue
		}
		if link := symlink(output, s.Place, links); link != "" {
			faults = append(faults, diag.Fault{File: s.Name, Msg: "its kit would go through the symbolic link " + link, Hint: "remove the link, or name the folder it leads to with --output"})
		}
		other, twice := seen[key(s.Place)]
		switch {
		case twice && filepath.Clean(s.Name) == filepath.Clean(other.Name):
			faults = append(faults, diag.Fault{File: s.Name, Msg: "its kit would go to " + diag.Quote(s.Place) + " twice: the profile is given twice"})
		case twice:
			faults = append(faults, diag.Fault{File: s.Name, Msg: fmt.Sprintf("its kit would go to %s, as that of %s", diag.Quote(s.Place), other.Name), Hint: "rename one of the two, or make them in two runs with two --output folders"})
		}
		seen[key(s.Place)] = s
	}
	for _, s := range list {
		for at := path.Dir(s.Place); at != "." && at != "/"; at = path.Dir(at) {
			other, nested := seen[key(at)]
			rest := strings.TrimPrefix(s.Place, at+"/")
			if first, _, _ := strings.Cut(rest, "/"); nested && isOurs(key(first)) {
				faults = append(faults, diag.Fault{File: s.Name, Msg: fmt.Sprintf("its kit would go to %s, which belongs to that of %s", diag.Quote(s.Place), other.Name), Hint: "rename one of the two"})
			}
		}
	}
	return faults
}

// isOurs reports whether a name in a kit's folder is that of its own files or
// folders.
func isOurs(name string) bool {
	if name == PacketFolder || name == manifest.Name || strings.HasPrefix(name, formFolder) {
		return true
	}
	for _, d := range documents(nil, view.Material{}, false) {
		if d.name == name {
			return true
		}
	}
	return false
}

// reserved are names that Windows takes for devices, with whatever follows a
// dot.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|(com|lpt)[1-9])(\.|$)`)

// unfit returns what keeps a place from being folders on every common system,
// "" when nothing does.
func unfit(place string) (msg, hint string) {
	const rename = "rename it, such as backend.toml"
	if base := path.Base(place); place == "" || base == "." || base == ".." || strings.HasPrefix(place, "../") {
		return "no folder can be named after this file", rename
	}
	for _, part := range strings.Split(place, "/") {
		if reserved.MatchString(part) {
			return "no folder on Windows can be called " + diag.Quote(part), rename
		}
		if strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") {
			return "no folder on Windows can be called " + diag.Quote(part) + ": its last character is lost there", rename
		}
		if i := strings.IndexFunc(part, func(r rune) bool { return r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"\|?*`, r) }); i >= 0 {
			return "no folder on Windows can be called " + diag.Quote(part) + ": it has a character that names there cannot have", rename
		}
	}
	return "", ""
}

// symlink returns the symbolic link on the way to a place below the output
// folder, "" where there is none; links holds what is known already.
func symlink(output, place string, links map[string]string) string {
	if output == "" || place == "." || place == "/" {
		return ""
	}
	if link, known := links[place]; known {
		return link
	}
	link := symlink(output, path.Dir(place), links)
	if name := filepath.Join(output, filepath.FromSlash(place)); link == "" {
		if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			link = name
		}
	}
	links[place] = link
	return link
}
