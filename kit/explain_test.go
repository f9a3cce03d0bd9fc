package kit_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// explained draws profiles until as many of them have a kit, and hands each to
// do with its source.
func explained(t *testing.T, rules profile.Rules, kits int, do func(r *rand.Rand, src string, k *kit.Kit)) {
	t.Helper()
	r := rand.New(rand.NewPCG(11, 7))
	for made := 0; made < kits; {
		src := randomProfile(r, rules.Bank.Vocabulary)
		if k, err := makePinned(rules, src, ""); err == nil {
			made++
			do(r, src, k)
		}
	}
}

// makePinned makes the kit of a profile with one question pinned, where pin is
// not "".
func makePinned(rules profile.Rules, src, pin string) (*kit.Kit, error) {
	var overrides []profile.Override
	if pin != "" {
		overrides = append(overrides, profile.Override{Origin: "test", Assignment: fmt.Sprintf("questions.pin=[%q]", pin)})
	}
	p, err := profile.Decode("role.toml", []byte(src), rules, overrides...)
	if err != nil {
		return nil, err
	}
	return kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1})
}

// What a question is said to add is what a saved kit from which it was deleted
// no longer reaches.
func TestWhatQuestionsAdd(t *testing.T) {
	rules := rulesOf(t)
	compared := 0
	explained(t, rules, 6, func(_ *rand.Rand, _ string, k *kit.Kit) { compared += checkAdds(t, rules, k) })
	if compared < 30 {
		t.Errorf("only %d questions compared", compared)
	}
}

// A question too short for a look adds none.
func TestShortQuestionAddsNoLook(t *testing.T) {
	rules := rulesOf(t)
	k := makeKit(t, rules, small+"[[rounds]]\nname = \"Screen\"\nkind = \"screen\"\nminutes = 30\n")
	for i := range k.Rounds[0].Questions {
		q := &k.Rounds[0].Questions[i]
		q.Kind, q.Minutes, q.Exhibit = rubrics.Knowledge, 4, nil
	}
	k = saved(t, rules, k)
	if checkAdds(t, rules, k) == 0 {
		t.Error("nothing compared")
	}
}

// checkAdds compares what each question of a kit is said to add with the kit
// without it, and returns how many it could compare.
func checkAdds(t *testing.T, rules profile.Rules, k *kit.Kit) (compared int) {
	t.Helper()
	e, err := kit.Explain(k, rules.Bank)
	if err != nil {
		t.Fatal(err)
	}
	weigh := func(topics []string) (sum int) {
		for _, topic := range k.Topics {
			if slices.Contains(topics, topic.Topic) {
				sum += topic.Weight
			}
		}
		return sum
	}
	for r, round := range e.Rounds {
		for i, q := range round.Questions {
			if only, second := weigh(q.Adds.OnlyLook), weigh(q.Adds.SecondLook); only != q.Adds.Covered || second != q.Adds.TwoLooks {
				t.Errorf("%s: its looks weigh %d and %d, and it adds %+v", q.ID, only, second, q.Adds)
			}
			if len(round.Questions) == 1 || q.Pinned {
				continue // a saved kit has no empty round, and asks its pins
			}
			compared++
			got := without(t, rules, k, r, i)
			if want := (kit.Figure{Covered: k.Objective.Covered - got.Covered, TwoLooks: k.Objective.TwoLooks - got.TwoLooks, Value: k.Objective.Value - got.Value}); q.Adds.Figure != want {
				t.Errorf("%s adds %+v, want %+v", q.ID, q.Adds.Figure, want)
			}
		}
	}
	return compared
}

// without is what a kit reaches when a question is deleted from its kit.json.
func without(t *testing.T, rules profile.Rules, k *kit.Kit, round, question int) kit.Objective {
	t.Helper()
	edited := *k
	edited.Rounds = slices.Clone(k.Rounds)
	edited.Rounds[round].Questions = slices.Delete(slices.Clone(k.Rounds[round].Questions), question, question+1)
	return saved(t, rules, &edited).Objective
}

func saved(t *testing.T, rules profile.Rules, k *kit.Kit) *kit.Kit {
	t.Helper()
	b, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := kit.Decode("kit.json", b, rules)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// Every question that is not asked has a reason, and pinning it turns out as
// the reason says.
func TestEveryQuestionHasAReason(t *testing.T) {
	rules := rulesOf(t)
	seen := map[string]int{}
	explained(t, rules, 4, func(r *rand.Rand, src string, k *kit.Kit) {
		var ids []string
		for range 6 {
			ids = append(ids, rules.Bank.Questions[r.IntN(len(rules.Bank.Questions))].ID)
		}
		for i := range rules.Bank.Questions { // most of the bank is not for this level
			if q := &rules.Bank.Questions[i]; q.Serves(k.Profile.Seniority) && len(q.Technologies)+len(q.Languages) == 0 && r.IntN(12) == 0 {
				ids = append(ids, q.ID)
			}
		}
		ids = append(ids, k.Rounds[0].Questions[0].ID)
		foreign := func(l string) bool { return !slices.Contains(k.Profile.Languages, l) }
		if i := slices.IndexFunc(rules.Bank.Questions, func(q rubrics.Question) bool {
			return q.Serves(k.Profile.Seniority) && len(q.Languages) == 1 && foreign(q.Languages[0])
		}); i >= 0 {
			ids = append(ids, rules.Bank.Questions[i].ID)
		}
		e, err := kit.Explain(k, rules.Bank, ids...)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		pinned := 0
		for _, w := range e.WhyNot {
			seen[w.Reason]++
			checkReason(t, k, &w)
			if w.Instead != nil {
				pinned++ // a kit with gaps costs a tenth of a second
			}
			if pinned <= 2 {
				checkPinned(t, rules, src, &w)
			}
		}
		if again, err := kit.Explain(saved(t, rules, k), rules.Bank, ids...); err != nil || !slices.EqualFunc(e.WhyNot, again.WhyNot, func(a, b kit.WhyNot) bool { return a.Message == b.Message }) {
			t.Errorf("the saved kit is explained otherwise (%v)\n%s", err, src)
		}
	})
	for _, reason := range []string{kit.IsAsked, kit.WrongLevel, kit.NoLanguage, kit.NoRound, kit.Displaced} {
		if seen[reason] == 0 {
			t.Errorf("no question is out for the reason %q: %v", reason, seen)
		}
	}
}

func checkReason(t *testing.T, k *kit.Kit, w *kit.WhyNot) {
	t.Helper()
	if !slices.Contains(kit.Reasons(), w.Reason) || w.Message == "" {
		t.Errorf("%s: %q: %q", w.ID, w.Reason, w.Message)
	}
	asked := slices.ContainsFunc(k.Rounds, func(r kit.Round) bool {
		return slices.ContainsFunc(r.Questions, func(q kit.Asked) bool { return q.ID == w.ID })
	})
	if asked != (w.Reason == kit.IsAsked) {
		t.Errorf("%s: asked is %v, and the reason %q", w.ID, asked, w.Reason)
	}
	d, o := w.Instead, k.Objective
	if d == nil {
		return
	}
	if now := (kit.Figure{Covered: o.Covered - d.Loses.Covered, TwoLooks: o.TwoLooks - d.Loses.TwoLooks, Value: o.Value - d.Loses.Value}); now != d.Objective {
		t.Errorf("%s: loses %+v and reaches %+v", w.ID, d.Loses, d.Objective)
	}
	worse := slices.Compare([]int{d.Loses.Covered, d.Loses.TwoLooks, d.Loses.Value}, []int{0, 0, 0})
	if want := map[int]string{-1: kit.Better, 0: kit.AsGood, 1: kit.Displaced}[worse]; w.Reason != want && w.Reason != kit.RuleInTheWay && len(w.Enemies) == 0 {
		t.Errorf("%s: %q, but it loses %+v", w.ID, w.Reason, d.Loses)
	}
	if worse != 0 && len(d.Leave)+len(d.Move)+len(d.Come) == 0 {
		t.Errorf("%s: %+v, but nothing changes", w.ID, d.Loses)
	}
}

// checkPinned pins a question that is not asked: that works where a loop with
// it was told of, and gives none that is better than that one.
func checkPinned(t *testing.T, rules profile.Rules, src string, w *kit.WhyNot) {
	t.Helper()
	pinned, err := makePinned(rules, src, w.ID)
	if possible := w.Instead != nil || w.Reason == kit.IsAsked; (err == nil) != possible {
		t.Errorf("%s: %s, but pinned: %v\n%s", w.ID, w.Message, err, src)
	}
	if w.Instead == nil || err != nil || w.Reason == kit.RuleInTheWay || slices.ContainsFunc(pinned.Gaps, func(g kit.Gap) bool { return g.Kind == kit.NoMain }) {
		return
	}
	o, told := pinned.Objective, w.Instead.Objective
	if slices.Compare([]int{o.Covered, o.TwoLooks, o.Value}, []int{told.Covered, told.TwoLooks, told.Value}) > 0 {
		t.Errorf("%s: pinned it reaches %+v, better than %+v\n%s", w.ID, o, told, src)
	}
}

const small = `title = "T"
seniority = "senior"
languages = ["go"]
technologies = ["postgresql"]
focus_areas = ["databases", "reliability", "security"]
[[rounds]]
name = "Technical"
kind = "technical"
minutes = 30
`

// A change that is advised to make a question eligible makes it so.
func TestAdmittingChange(t *testing.T) {
	rules := rulesOf(t)
	for id, change := range map[string][2]string{
		"django.floor-added":             {`add "python" to languages and add "django" to technologies`, `["go"]>["go", "python"]|["postgresql"]>["postgresql", "django"]`},
		"ai-engineering.better-says-who": {`add "ai-engineering" to focus_areas`, `"security"]>"security", "ai-engineering"]`},
	} {
		k := makeKit(t, rules, small)
		e, err := kit.Explain(k, rules.Bank, id)
		if err != nil || e.WhyNot[0].Hint != change[0] || e.WhyNot[0].Instead != nil {
			t.Errorf("%s: %+v %v", id, e, err)
			continue
		}
		src := small
		for _, c := range strings.Split(change[1], "|") {
			old, with, _ := strings.Cut(c, ">")
			src = strings.Replace(src, old, with, 1)
		}
		if e, err = kit.Explain(makeKit(t, rules, src), rules.Bank, id); err != nil || e.WhyNot[0].Reason != kit.IsAsked && e.WhyNot[0].Instead == nil {
			t.Errorf("%s: done as advised: %+v %v", id, e.WhyNot, err)
		}
	}
}

// A saved kit that asks what the bank no longer holds, or holds otherwise, is
// explained as it is.
func TestExplainKitOfAnotherBank(t *testing.T) {
	rules := rulesOf(t)
	k := makeKit(t, rules, small)
	q := &k.Rounds[0].Questions[0]
	q.ID, q.Title = "team.our-own", "Our own"
	e, err := kit.Explain(saved(t, rules, k), rules.Bank, "team.our-own")
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Rounds[0].Questions[0]; got.Title != "Our own" || got.Adds.Value == 0 || e.Questions != len(rules.Bank.Questions)+1 {
		t.Errorf("%+v, %d questions", got, e.Questions)
	}
	if w := e.WhyNot[0]; w.Reason != kit.IsAsked {
		t.Errorf("%+v", w)
	}
	if _, err := kit.Explain(k, rules.Bank, "go.nothing", "nix"); err == nil || strings.Count(err.Error(), "no question") != 2 {
		t.Errorf("%v", err)
	}
}

// Each topic counts the eligible questions that measure it, and each round
// those it may ask.
func TestEligibleCounts(t *testing.T) {
	rules := rulesOf(t)
	e, err := kit.Explain(makeKit(t, rules, small), rules.Bank)
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for i := range rules.Bank.Questions {
		q := &rules.Bank.Questions[i]
		fits := slices.Contains([]rubrics.Kind{rubrics.Knowledge, rubrics.WorkSample, rubrics.Situational}, q.Kind) && q.Serves("senior") &&
			(len(q.Languages) == 0 || slices.Contains(q.Languages, "go")) && (len(q.Technologies) == 0 || slices.Contains(q.Technologies, "postgresql"))
		if fits && q.Area == "security" {
			want++
		}
	}
	if got := e.Topics[2]; got.Topic.Topic != "security" || got.Eligible != want || want == 0 {
		t.Errorf("%+v, want %d", got, want)
	}
	if e.Rounds[0].Eligible != e.Eligible || e.Eligible == 0 {
		t.Errorf("%d in the only round, %d in all", e.Rounds[0].Eligible, e.Eligible)
	}
}
