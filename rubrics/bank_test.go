package rubrics_test

import (
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
