package kit_test

import (
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates"
	"interviewkit/templates/locale"
)

// rulesOf returns what profiles are read against, with the built-in bank.
func rulesOf(t testing.TB) profile.Rules {
	t.Helper()
	bank, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := locale.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return profile.Rules{Bank: bank, Jurisdictions: rubrics.Jurisdictions(), Locales: map[string]map[string]string{"en": words.Rounds}}
}

func makeKit(t testing.TB, rules profile.Rules, src string) *kit.Kit {
	t.Helper()
	p, err := profile.Decode("role.toml", []byte(src), rules)
	if err != nil {
		t.Fatal(err)
	}
	k, err := kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// A starter is what a new user sees first: its kit has no gap.
func TestStartersHaveNoGaps(t *testing.T) {
	rules := rulesOf(t)
	if len(templates.Starters()) < 10 {
		t.Errorf("%d starter profiles", len(templates.Starters()))
	}
	for _, name := range templates.Starters() {
		t.Run(name, func(t *testing.T) {
			src, err := templates.Starter(name)
			if err != nil {
				t.Fatal(err)
			}
			k := makeKit(t, rules, string(src))
			for _, g := range k.Gaps {
				t.Errorf("gap: %s; %s", g.Message, g.Mend)
			}
			if len(k.LeftOut) > 0 {
				t.Errorf("left out: %v", k.LeftOut)
			}
		})
	}
}

// Who names a framework need not name its language to be asked about it; the
// language is then no topic of the opening.
func TestFrameworkBringsItsLanguage(t *testing.T) {
	k := makeKit(t, rulesOf(t), "title = \"T\"\nseniority = \"senior\"\nlanguages = [\"go\"]\ntechnologies = [\"rails\"]\nfocus_areas = [\"databases\", \"security\", \"testing\"]\n")
	for _, topic := range k.Topics {
		if topic.Topic == "rails" && len(topic.Looks) == 0 {
			t.Error("no look at rails")
		}
		if topic.Topic == "ruby" {
			t.Error("ruby is a topic, though the profile does not name it")
		}
	}
}
