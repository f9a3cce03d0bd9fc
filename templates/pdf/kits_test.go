package pdf_test

import (
	"fmt"
	"sync"
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
	"interviewkit/templates/pdf"
	"interviewkit/templates/view"
)

// bank is the built-in bank, read once for all tests.
var bank = sync.OnceValues(func() (*rubrics.Bank, error) { return rubrics.Load() })

// opening returns a kit and what its documents are made of.
func opening(t testing.TB, src string) (*kit.Kit, view.Material) {
	t.Helper()
	return seeded(t, src, 1)
}

// seeded is opening with a seed of its own.
func seeded(t testing.TB, src string, seed int64) (*kit.Kit, view.Material) {
	t.Helper()
	b, err := bank()
	if err != nil {
		t.Fatal(err)
	}
	words, err := locale.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Decode("x.toml", []byte(src), profile.Rules{Bank: b, Jurisdictions: rubrics.Jurisdictions(), Locales: map[string]map[string]string{"en": words.Rounds}})
	if err != nil {
		t.Fatal(err)
	}
	k, err := kit.Make("x.toml", p, b, kit.Options{Name: "x", Version: "test", Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	m := view.Material{Words: words, Vocabulary: b.Vocabulary}
	for _, name := range rubrics.Jurisdictions() {
		law, err := rubrics.ReadLaw(name)
		if err != nil {
			t.Fatal(err)
		}
		m.Laws = append(m.Laws, law)
	}
	return k, m
}

// seniority is a profile of an opening at one level.
func seniority(level, paper string) string {
	return fmt.Sprintf(`title = "Backend Engineer (%s)"
seniority = "%s"
languages = ["go", "python"]
technologies = ["postgresql"]
focus_areas = ["api-design", "databases", "scalability", "security", "reliability"]
must_have = ["databases"]
company = "Acme"
team = "Payments"
paper = "%s"
jurisdictions = ["us", "uk", "eu"]
weights.databases = 3
`, level, level, paper)
}

var levels = []string{"intern", "junior", "mid", "senior", "staff", "principal"}

// document is one of the documents of a kit.
type document struct {
	name  string
	print func(*kit.Kit, view.Material) ([]byte, error)
}

func documents() []document {
	return []document{
		{"kit", func(k *kit.Kit, m view.Material) ([]byte, error) { return pdf.Kit(view.OfKit(k, m)) }},
		{"scorecards", func(k *kit.Kit, m view.Material) ([]byte, error) {
			return pdf.Scorecards(view.OfKit(k, m).Scorecards())
		}},
		{"handout", func(k *kit.Kit, m view.Material) ([]byte, error) { return pdf.Handout(view.OfKit(k, m).Handout()) }},
		{"candidate", func(k *kit.Kit, m view.Material) ([]byte, error) {
			return pdf.Candidate(view.OfCandidate(k.Brief(), m))
		}},
	}
}
