package kit_test

import (
	"regexp"
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/profile"
)

// What a gap advises has been tried: done, it mends the gap.
func TestMendsMend(t *testing.T) {
	rules := rulesOf(t)
	assignment := regexp.MustCompile(`^(?:set|add) (weights\.[a-z-]+ = 5|technologies = \[.*\]|languages = \[.*\])$`)
	tried := 0
	for _, src := range []string{
		"title = \"T\"\nseniority = \"intern\"\nlanguages = [\"python\"]\nfocus_areas = [\"web-fundamentals\", \"algorithms\", \"databases\", \"learning\"]\n",
		"title = \"T\"\nseniority = \"mid\"\nfocus_areas = [\"databases\"]\n",
		"title = \"T\"\nseniority = \"senior\"\nlanguages = [\"go\"]\nfocus_areas = [\"databases\", \"security\", \"privacy\", \"cloud\", \"testing\", \"caching\"]\n[[rounds]]\nname = \"One\"\nkind = \"technical\"\nminutes = 45\n",
		"title = \"T\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\"]\n[[rounds]]\nname = \"Code\"\nkind = \"coding\"\nminutes = 60\n",
	} {
		for _, g := range makeKit(t, rules, src).Gaps {
			m := assignment.FindStringSubmatch(g.Mend)
			if m == nil {
				continue
			}
			tried++
			p, err := profile.Decode("role.toml", []byte(src), rules, profile.Override{Origin: "mend", Assignment: m[1]})
			if err != nil {
				t.Errorf("%s: %v", g.Mend, err)
				continue
			}
			k, err := kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1})
			if err != nil {
				t.Errorf("%s: %v", g.Mend, err)
				continue
			}
			for _, still := range k.Gaps {
				if still.Message == g.Message {
					t.Errorf("%s: %s does not mend it", g.Message, g.Mend)
				}
			}
		}
	}
	if tried < 1 {
		t.Errorf("no mend could be tried")
	}
}
