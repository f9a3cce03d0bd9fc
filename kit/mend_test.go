package kit_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit"
	"interviewkit/kit/profile"
)

// What a gap advises has been tried: done, it mends the gap.
func TestMendsMend(t *testing.T) {
	rules := adviceRules(t)
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

// A gapName is what tells a gap from another.
type gapName struct{ kind, topic, round string }

func nameOf(g kit.Gap) gapName { return gapName{g.Kind, g.Topic, g.Round} }

func gapsOf(k *kit.Kit) (list []gapName) {
	for _, g := range k.Gaps {
		list = append(list, nameOf(g))
	}
	return list
}

var noMend = regexp.MustCompile(`^no (single change mends this|change was found that mends this); tried \d+$`)

// followGap does what a gap advises: the gap is gone, and no other has come.
func followGap(t *testing.T, r role, k *kit.Kit, g kit.Gap, rules profile.Rules) {
	t.Helper()
	next := r.follow(t, g.Mend, k, rules.Bank.Vocabulary)
	mended, err := next.make(t, rules)
	if err != nil {
		t.Errorf("%s: %s: %v\n%s", g.Message, g.Mend, err, r.toml())
		return
	}
	before := gapsOf(k)
	if m := though.FindStringSubmatch(g.Mend); m != nil {
		for _, topic := range strings.FieldsFunc(strings.ReplaceAll(m[1], " and ", ","), func(r rune) bool { return r == ',' || r == ' ' }) {
			before = append(before, gapName{kind: kit.OneLook, topic: topic})
		}
	}
	for _, still := range gapsOf(mended) {
		if still == nameOf(g) {
			t.Errorf("%s: %s does not mend it\n%s", g.Message, g.Mend, r.toml())
		} else if !slices.Contains(before, still) {
			t.Errorf("%s: %s causes %v\n%s", g.Message, g.Mend, still, r.toml())
		}
	}
}

// followFault does what the hint of a fault advises: the fault is gone, and no
// other has come.
func followFault(t *testing.T, r role, faults diag.Faults, f diag.Fault, rules profile.Rules) {
	t.Helper()
	next := r.follow(t, f.Hint, nil, rules.Bank.Vocabulary)
	_, err := next.make(t, rules)
	reason := regexp.MustCompile(`^(round "[^"]*": |pinned question "[^"]*" is not eligible: ).*$`)
	same := func(a, b diag.Fault) bool { // the reason may be another
		return reason.ReplaceAllString(a.Msg, "$1") == reason.ReplaceAllString(b.Msg, "$1")
	}
	for _, still := range diag.List(err) {
		if same(still, f) {
			t.Errorf("%s: %s does not mend it\n%s", f.Msg, f.Hint, r.toml())
		} else if !slices.ContainsFunc(faults, func(x diag.Fault) bool { return same(x, still) }) {
			t.Errorf("%s: %s causes: %s\n%s", f.Msg, f.Hint, still.Msg, r.toml())
		}
	}
}

// Whatever the role, what its gaps and faults advise has been tried and holds.
func TestAdviceHolds(t *testing.T) {
	rules := adviceRules(t)
	r := rand.New(rand.NewPCG(5, 6))
	followed := 0
	for range 6 {
		x := randomRole(r, rules.Bank)
		k, err := x.make(t, rules)
		for _, f := range diag.List(err) {
			if !noMend.MatchString(f.Hint) {
				followed++
				followFault(t, x, diag.List(err), f, rules)
			}
		}
		if err != nil {
			continue
		}
		for _, g := range k.Gaps {
			if !noMend.MatchString(g.Mend) {
				followed++
				followGap(t, x, k, g, rules)
			}
		}
	}
	if followed < 6 {
		t.Errorf("only %d mends could be followed", followed)
	}
}
