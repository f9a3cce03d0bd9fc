// Package templates holds what a kit looks like: starter profiles, the words
// of each language, and below it the views and their renderers.
package templates

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed profiles/*.toml
var profiles embed.FS

// Starters returns the names of the starter profiles, in order.
func Starters() []string {
	files, _ := fs.Glob(profiles, "profiles/*.toml") // the pattern is constant and valid
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".toml")
	}
	return files
}

// Starter returns a starter profile; fs.ErrNotExist wrapped when there is none.
func Starter(name string) ([]byte, error) { return profiles.ReadFile("profiles/" + name + ".toml") }
