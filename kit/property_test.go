package kit_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// randomProfile draws a profile as a recruiter might write one.
func randomProfile(r *rand.Rand, v *rubrics.Vocabulary) string {
	pick := func(names []string, most int) []string {
		names = slices.Clone(names)
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		return names[:r.IntN(most+1)]
	}
	list := func(names []string) string {
		quoted := make([]string, len(names))
		for i, n := range names {
			quoted[i] = fmt.Sprintf("%q", n)
		}
		return "[" + strings.Join(quoted, ", ") + "]"
	}
	levels := v.Names(rubrics.SortLevel)
	areas := append(pick(v.Names(rubrics.SortArea), 6), "databases")
	areas = slices.Compact(slices.Sorted(slices.Values(areas)))
	var b strings.Builder
	fmt.Fprintf(&b, "title = \"T\"\nseniority = %q\nlanguages = %s\ntechnologies = %s\nfocus_areas = %s\n", levels[r.IntN(len(levels))],
		list(pick([]string{"go", "java", "python", "php", "javascript", "ruby"}, 3)), list(pick(v.Names(rubrics.SortTechnology), 2)), list(areas))
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b, "[weights]\ndatabases = %d\n", 1+r.IntN(5))
	}
	if r.IntN(2) == 0 {
		for i := range 1 + r.IntN(5) {
			kinds := profile.RoundKinds()
			fmt.Fprintf(&b, "[[rounds]]\nname = \"R%d\"\nkind = %q\nminutes = %d\n", i, kinds[r.IntN(len(kinds))], 20+r.IntN(101))
		}
	}
	return b.String()
}

// Whatever the profile, the kit keeps every rule, and is the same again.
func TestEveryKitKeepsTheRules(t *testing.T) {
	rules := rulesOf(t)
	r := rand.New(rand.NewPCG(3, 4))
	made := 0
	for range 80 {
		src := randomProfile(r, rules.Bank.Vocabulary)
		p, err := profile.Decode("role.toml", []byte(src), rules)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		k, err := kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1})
		if err != nil {
			if diag.List(err) == nil {
				t.Fatal(err)
			}
			continue
		}
		made++
		checkKit(t, k, rules.Bank)
		if t.Failed() {
			t.Fatal(src)
		}
		first, _ := k.Encode()
		again, err := kit.Decode("kit.json", first, rules)
		if err != nil {
			t.Fatalf("its own kit.json is refused: %v\n%s", err, src)
		}
		if second, _ := again.Encode(); !bytes.Equal(first, second) {
			t.Fatalf("a saved kit changes when it is read again\n%s", src)
		}
	}
	if made < 40 {
		t.Errorf("only %d of 80 profiles had a kit", made)
	}
}

func checkKit(t *testing.T, k *kit.Kit, bank *rubrics.Bank) {
	t.Helper()
	seen := map[string]bool{}
	var all []*rubrics.Question
	for i := range k.Rounds {
		round := &k.Rounds[i]
		checkRound(t, k, round)
		for j := range round.Questions {
			q := &round.Questions[j].Question
			if seen[q.ID] {
				t.Errorf("%s is asked twice", q.ID)
			}
			seen[q.ID] = true
			for _, other := range all {
				if rubrics.Enemies(q, other) {
					t.Errorf("%s and %s are enemies", q.ID, other.ID)
				}
			}
			all = append(all, q)
			if !q.Serves(k.Profile.Seniority) {
				t.Errorf("%s does not serve %s", q.ID, k.Profile.Seniority)
			}
		}
	}
	for _, topic := range k.Topics {
		told := slices.ContainsFunc(k.Gaps, func(g kit.Gap) bool { return g.Topic == topic.Topic })
		if len(topic.Looks) == 0 && !told {
			t.Errorf("%s has no look, and no gap says so", topic.Topic)
		}
	}
	for _, g := range k.Gaps {
		if g.Message == "" || g.Mend == "" {
			t.Errorf("a gap without words: %+v", g)
		}
	}
}

func checkRound(t *testing.T, k *kit.Kit, r *kit.Round) {
	t.Helper()
	knowledge, main := 0, 0
	ranks := map[int]bool{}
	for i, q := range r.Questions {
		if q.Order != i+1 {
			t.Errorf("%s: order %d at place %d", q.ID, q.Order, i+1)
		}
		ranks[q.DropRank] = true
		if q.Kind == rubrics.Knowledge {
			knowledge += q.Minutes
		}
		if string(q.Kind) == r.Kind {
			main += q.Minutes
		}
	}
	for rank := range len(r.Questions) {
		if !ranks[rank+1] {
			t.Errorf("round %s: nothing is dropped in place %d", r.Name, rank+1)
		}
	}
	full := r.QuestionMinutes
	if len(r.Questions) == 0 || r.Used() > full {
		t.Errorf("round %s: %d questions, %d of %d minutes", r.Name, len(r.Questions), r.Used(), full)
	}
	most := full / 2
	if slices.Contains([]string{"senior", "staff", "principal"}, k.Profile.Seniority) {
		most = full / 4
	}
	if r.Kind != profile.Screen && knowledge > most {
		t.Errorf("round %s: %d minutes of knowledge, at most %d", r.Name, knowledge, most)
	}
	told := slices.ContainsFunc(k.Gaps, func(g kit.Gap) bool { return g.Round == r.Name })
	if (r.Kind == profile.Coding || r.Kind == profile.Design) && main < full/2 && !told {
		t.Errorf("round %s: %d minutes of %s, and no gap says so", r.Name, main, r.Kind)
	}
}

// Areas stay together, easier ones first, and pins are dropped last.
func TestOrderAndDrops(t *testing.T) {
	k := makeKit(t, rulesOf(t), "title = \"T\"\nseniority = \"mid\"\nlanguages = [\"go\"]\ntechnologies = [\"postgresql\"]\nfocus_areas = [\"databases\", \"security\", \"testing\"]\n[questions]\npin = [\"databases.slow-for-one-customer\"]\n")
	found := false
	for _, r := range k.Rounds {
		last := map[string]int{}
		for i, q := range r.Questions {
			if at, seen := last[q.Area]; seen && at != i-1 {
				t.Errorf("round %s: %s is torn apart", r.Name, q.Area)
			}
			last[q.Area] = i
			if q.ID == "databases.slow-for-one-customer" {
				found = true
				if !q.Pinned || q.DropRank != len(r.Questions) {
					t.Errorf("the pin is dropped in place %d of %d", q.DropRank, len(r.Questions))
				}
			}
		}
	}
	if !found {
		t.Error("the pin is not asked")
	}
}

// A ban keeps a question out; another seed may choose otherwise, the same
// figures reached.
func TestBanAndSeed(t *testing.T) {
	rules := rulesOf(t)
	src := "title = \"T\"\nseniority = \"mid\"\nlanguages = [\"go\"]\nfocus_areas = [\"databases\", \"security\", \"testing\"]\n"
	k := makeKit(t, rules, src)
	banned := k.Rounds[0].Questions[0].ID
	for _, r := range makeKit(t, rules, src+"[questions]\nban = [\""+banned+"\"]\n").Rounds {
		for _, q := range r.Questions {
			if q.ID == banned {
				t.Errorf("%s is banned and asked", banned)
			}
		}
	}
}

// A hand-edited kit is held to the same rules.
func TestEditedKit(t *testing.T) {
	rules := rulesOf(t)
	k := makeKit(t, rules, "title = \"T\"\nseniority = \"mid\"\nlanguages = [\"go\"]\nfocus_areas = [\"databases\", \"security\", \"testing\"]\n")
	b, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	first := k.Rounds[0].Questions[0]
	for _, c := range []struct{ name, old, new, want string }{
		{"empty anchor", fmt.Sprintf("%q", first.Rated()[0].Rubric.Two), `""`, "anchor 2 is missing"},
		{"too long", fmt.Sprintf("\"minutes\": %d,\n      \"question_minutes\"", k.Rounds[0].Minutes), "\"minutes\": 500,\n      \"question_minutes\"", "a round of 500 minutes"},
		{"unknown key", `"seed"`, `"sed"`, `unknown key "sed"`},
		{"wrong type", `"kind": "screen"`, `"kind": 7`, "want text in quotes"},
		{"other level", `"seniority": "mid"`, `"seniority": "boss"`, "unknown seniority"},
		{"threshold", `"yes": 2.75`, `"yes": 9`, "threshold 9; want 1 to 4"},
		{"control character", "\"name\": \"Coding\",\n      \"kind\": \"coding\",\n      \"minutes\": 60,\n      \"question", "\"name\": \"Co\\u001bding\",\n      \"kind\": \"coding\",\n      \"minutes\": 60,\n      \"question", "control character U+001B"},
		{"knowledge of a person", `"ai_policy": "forbidden"`, `"ai_policy": "some"`, "unknown ai_policy"},
		{"folder", `"name": "role"`, `"name": "../role"`, "cannot be a folder's"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(text, c.old) {
				t.Fatalf("no %s in the kit", c.old)
			}
			_, err := kit.Decode("kit.json", []byte(strings.Replace(text, c.old, c.new, 1)), rules)
			if err == nil || !strings.Contains(err.Error(), c.want) || diag.List(err)[0].Line == 0 {
				t.Errorf("%v", err)
			}
		})
	}
	edited, err := kit.Decode("kit.json", []byte(strings.Replace(text, fmt.Sprintf("%q", first.Title), `"Another title"`, 1)), rules)
	if err != nil || edited.KitID == k.KitID {
		t.Errorf("an edited kit keeps its id: %v", err)
	}
	for _, c := range [][2]string{
		{`"decision": {`, `"decision": {"no": 2.6, "floor": 2}, "was": {`},
		{`"questions": {}`, fmt.Sprintf(`"questions": {"ban": [%q]}`, first.ID)},
		{`"questions": {}`, `"questions": {"pin": ["go.not-asked"]}`},
	} {
		if _, err := kit.Decode("kit.json", []byte(strings.Replace(text, c[0], c[1], 1)), rules); err == nil {
			t.Errorf("accepted: %s", c[1])
		}
	}
	d := kit.Compare(k, edited)
	if len(d.Edited) != 1 || d.Edited[0].ID != first.ID || len(d.In)+len(d.Out)+len(d.Moved) > 0 {
		t.Errorf("%+v", d)
	}
}

// An edit that leaves a round half empty is told as a gap.
func TestEditedKitTellsItsGaps(t *testing.T) {
	rules := rulesOf(t)
	k := makeKit(t, rules, "title = \"T\"\nseniority = \"mid\"\nlanguages = [\"go\"]\nfocus_areas = [\"databases\", \"security\", \"testing\"]\n")
	k.Rounds[2].Minutes = 120
	b, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	edited, err := kit.Decode("kit.json", b, rules)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(edited.Gaps, func(g kit.Gap) bool { return g.Kind == kit.NotFull && g.Round == k.Rounds[2].Name && g.Mend != "" }) {
		t.Errorf("%+v", edited.Gaps)
	}
}

// Lists are compared as lists, not as the text they print as.
func TestCompareTellsListsApart(t *testing.T) {
	rules := rulesOf(t)
	src := "title = \"T\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\"]\n[[rounds]]\nname = \"One\"\nkind = \"technical\"\nminutes = 60\ninterviewers = "
	a, b := makeKit(t, rules, src+"[\"Ana Tomasz\"]"), makeKit(t, rules, src+"[\"Ana\", \"Tomasz\"]")
	if d := kit.Compare(a, b); !slices.Equal(d.Profile, []string{"rounds"}) {
		t.Errorf("%+v", d)
	}
	if d := kit.Compare(a, a); !d.Empty() {
		t.Errorf("%+v", d)
	}
}
