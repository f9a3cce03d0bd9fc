package rubrics

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"interviewkit/internal/strict"
)

// A Law is what an interviewer in one jurisdiction must not ask. It reminds;
// it is no legal advice.
type Law struct {
	Name   string    `toml:"name"`
	Title  string    `toml:"title"`
	AsOf   string    `toml:"as_of"` // year and month of the last review
	Topics []LawItem `toml:"topic"`
	Notes  []LawNote `toml:"note"`
}

// A LawItem is one subject to stay away from, what may be asked in its place,
// and the source of the rule.
type LawItem struct {
	Subject string `toml:"subject" json:"subject"`
	Avoid   string `toml:"avoid" json:"avoid"`
	Instead string `toml:"instead" json:"instead,omitempty"`
	Source  string `toml:"source" json:"source"`
}

// A LawNote is a duty about what is written down.
type LawNote struct {
	Text   string `toml:"text" json:"text"`
	Source string `toml:"source" json:"source"`
}

// Jurisdictions returns the names that have a law file, in order.
func Jurisdictions() []string {
	files, _ := fs.Glob(builtin, "law/*.toml") // the pattern is constant and valid
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".toml")
	}
	return files
}

// ReadLaw returns the reminders of one jurisdiction.
func ReadLaw(name string) (*Law, error) {
	src, err := builtin.ReadFile("law/" + name + ".toml")
	if err != nil {
		return nil, fmt.Errorf("no reminders for jurisdiction %q: %w", name, err)
	}
	doc, err := strict.Parse(name+".toml", src)
	if err != nil {
		return nil, err
	}
	law := new(Law)
	return law, doc.Bind(law).Err()
}
