package kit_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

var writeInstances = flag.Bool("write-instances", false, "write the problems of random profiles to assemble/testdata/builtin.json.gz")

// variedProfile draws a profile over all that a profile may say: every
// seniority, one to four languages, one to eight focus areas, one to six
// rounds or the default plan, weights, pins and bans.
func variedProfile(r *rand.Rand, bank *rubrics.Bank) string {
	v := bank.Vocabulary
	some := func(s rubrics.Sort, n int) []string {
		names := slices.Clone(v.Names(s))
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		return names[:n]
	}
	level := v.Names(rubrics.SortLevel)[r.IntN(6)]
	areas, languages, products := some(rubrics.SortArea, 1+r.IntN(8)), some(rubrics.SortLanguage, 1+r.IntN(4)), some(rubrics.SortTechnology, r.IntN(4))
	var b strings.Builder
	fmt.Fprintf(&b, "title = \"T\"\nseniority = %q\nlanguages = %s\ntechnologies = %s\nfocus_areas = %s\n", level, quoted(languages), quoted(products), quoted(areas))
	if r.IntN(2) == 0 {
		b.WriteString("[weights]\n")
		for _, t := range slices.Concat(areas, languages) {
			if r.IntN(3) == 0 {
				fmt.Fprintf(&b, "%s = %d\n", t, 1+r.IntN(5))
			}
		}
	}
	if r.IntN(2) == 0 {
		for i := range 1 + r.IntN(6) {
			kinds := profile.RoundKinds()
			fmt.Fprintf(&b, "[[rounds]]\nname = \"R%d\"\nkind = %q\nminutes = %d\n", i, kinds[r.IntN(len(kinds))], 20+5*r.IntN(9))
		}
	}
	question := func() string { return fmt.Sprintf("%q", bank.Questions[r.IntN(len(bank.Questions))].ID) }
	switch r.IntN(4) {
	case 0:
		for range 50 { // until one is served that may be eligible
			q := bank.Questions[r.IntN(len(bank.Questions))]
			if q.Serves(level) && len(q.Languages)+len(q.Technologies) == 0 && slices.Contains(areas, q.Area) {
				fmt.Fprintf(&b, "[questions]\npin = [%q]\n", q.ID)
				break
			}
		}
	case 1:
		fmt.Fprintf(&b, "[questions]\nban = [%s]\n", question())
	}
	return b.String()
}

// variedProblems returns the problems of so many varied profiles that have one.
func variedProblems(t testing.TB, n int) (problems []*assemble.Problem) {
	rules := rulesOf(t)
	r := rand.New(rand.NewPCG(11, 12))
	for len(problems) < n {
		src := variedProfile(r, rules.Bank)
		p, err := profile.Decode("role.toml", []byte(src), rules)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		if problem, err := kit.ProblemOf(p, rules.Bank, 1); err == nil {
			problems = append(problems, problem)
		}
	}
	return problems
}

// TestWriteInstances freezes problems of the built-in bank, so that their
// optima can be kept while the bank grows:
//
//	go test ./kit -run TestWriteInstances -write-instances
func TestWriteInstances(t *testing.T) {
	if !*writeInstances {
		t.Skip("only with -write-instances")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if err := json.NewEncoder(z).Encode(variedProblems(t, 240)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("assemble/testdata/builtin.json.gz", packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
