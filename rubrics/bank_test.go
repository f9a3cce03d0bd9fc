package rubrics_test

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"io"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

func TestBuiltinBankLoads(t *testing.T) {
	b, err := rubrics.Load()
	for _, f := range diag.List(err) {
		t.Error(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Questions) < 100 {
		t.Errorf("the built-in bank has %d questions", len(b.Questions))
	}
}

// The built-in bank has as many questions as rubrics/aims.toml wants of each
// topic, level and kind.
func TestBuiltinBankMeetsItsAims(t *testing.T) {
	b, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	aims, err := rubrics.ReadAims()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range b.Missing(aims) {
		t.Errorf("%s %s %s: %d, wanted %d", m.Sort, m.Topic, m.Level, m.Has, m.Wants)
	}
}

// Shares are told when a bank has too little or too much of a kind.
func TestShares(t *testing.T) {
	b, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	has := func(wants rubrics.Shares) (list []string) {
		for _, m := range b.Missing(&rubrics.Aims{Share: wants}) {
			list = append(list, m.Sort+" "+m.Topic)
		}
		return list
	}
	if got := has(rubrics.Shares{LeastWorkSample: 99, MostKnowledge: 1}); !slices.Equal(got, []string{"share work-sample", "share knowledge"}) {
		t.Errorf("%q", got)
	}
	if got := has(rubrics.Shares{LeastWorkSample: 1, MostKnowledge: 99}); got != nil {
		t.Errorf("%q", got)
	}
}

// A valid Go or JSON exhibit is one that a parser takes, so that nobody is
// asked about a slip of the pen. A Go fragment may lack its package clause or
// stand for the body of a function; JSON may be a few documents in a row.
func TestExhibitsParse(t *testing.T) {
	b, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, q := range b.Questions {
		if q.Exhibit == nil {
			continue
		}
		switch q.Exhibit.Language {
		case "go":
			seen["go"]++
			if err := parsesAsGo(q.Exhibit.Text); err != nil {
				t.Errorf("%s: %v", q.ID, err)
			}
		case "json":
			seen["json"]++
			d := json.NewDecoder(strings.NewReader(q.Exhibit.Text))
			for err == nil {
				err = d.Decode(new(any))
			}
			if err != io.EOF {
				t.Errorf("%s: %v", q.ID, err)
			}
			err = nil
		}
	}
	t.Log(seen)
}

func parsesAsGo(src string) (first error) {
	for _, frame := range []string{"%s", "package p\n%s", "package p\nfunc _() {\n%s\n}"} {
		_, err := parser.ParseFile(token.NewFileSet(), "exhibit.go", strings.Replace(frame, "%s", src, 1), parser.SkipObjectResolution)
		if err == nil {
			return nil
		}
		if first == nil || frame == "package p\n%s" {
			first = err
		}
	}
	return first
}

func TestLawsLoad(t *testing.T) {
	for _, name := range rubrics.Jurisdictions() {
		law, err := rubrics.ReadLaw(name)
		if err != nil {
			t.Fatal(err)
		}
		if law.Title == "" || law.AsOf == "" || len(law.Topics) < 5 {
			t.Errorf("%s: title %q, as of %q, %d subjects", name, law.Title, law.AsOf, len(law.Topics))
		}
		for _, s := range law.Topics {
			if s.Subject == "" || s.Avoid == "" || s.Source == "" {
				t.Errorf("%s: incomplete: %+v", name, s)
			}
		}
	}
}
