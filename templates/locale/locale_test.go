package locale_test

import (
	"testing"

	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
)

// Every language has every entry, those by kind included.
func TestNothingIsMissing(t *testing.T) {
	for _, name := range locale.Names() {
		c, err := locale.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range c.Missing() {
			t.Errorf("%s: no %s", name, path)
		}
		for _, k := range profile.RoundKinds() {
			if c.Rounds[k] == "" || c.RoundKind[k] == "" || c.Candidate.Kinds[k] == "" {
				t.Errorf("%s: a %s round lacks words", name, k)
			}
		}
		for _, k := range rubrics.Kinds() {
			if c.Kinds[string(k)] == "" {
				t.Errorf("%s: no word for %s", name, k)
			}
		}
		for _, p := range profile.AIPolicies() {
			if c.Candidate.AIPolicies[p] == "" || c.Guide.AIPolicySay[p] == "" {
				t.Errorf("%s: no words for the AI policy %s", name, p)
			}
		}
		if len(c.Overview.ScaleRows) != 4 || len(c.Scorecard.Recommendation) != 4 || len(c.Overview.DecisionRules) != 6 {
			t.Errorf("%s: the scale, the recommendation or the rule of decision is not whole", name)
		}
	}
}

func TestFill(t *testing.T) {
	if got := locale.Fill("{a} of {b}, {c}", "a", "1", "b", "{a}"); got != "1 of {a}, {c}" {
		t.Error(got)
	}
}
