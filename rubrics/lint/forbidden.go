package lint

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

//go:embed forbidden.toml
var forbiddenTOML []byte

// A subject is what no question may touch.
type subject struct {
	Name     string   `toml:"name"`
	Patterns []string `toml:"patterns"`
	Reason   string   `toml:"reason"`
	Instead  string   `toml:"instead"`
	Laws     []string `toml:"laws"`
	Source   string   `toml:"source"`

	re *regexp.Regexp
}

// subjects reads the subjects; the file is embedded, and a test reads it.
var subjects = sync.OnceValue(func() []subject {
	var file struct {
		AsOf     string    `toml:"as_of"`
		Subjects []subject `toml:"subject"`
	}
	if err := toml.Unmarshal(forbiddenTOML, &file); err != nil {
		panic(err)
	}
	for i := range file.Subjects {
		s := &file.Subjects[i]
		s.re = regexp.MustCompile(`(?i)\b(?:` + strings.Join(s.Patterns, "|") + `)`)
	}
	return file.Subjects
})

// forbidden finds what is said to a candidate, or listened for, about subjects
// that the law protects.
func forbidden(r *report, q *rubrics.Question) {
	for _, t := range texts(q) {
		for _, s := range subjects() {
			if m := s.re.FindString(t.words); m != "" {
				f := r.add(q, "forbidden", t.path, fmt.Sprintf("%s: %s", diag.Quote(m), s.Reason), s.Instead)
				f.Laws, f.Source = s.Laws, s.Source
			}
		}
	}
}
