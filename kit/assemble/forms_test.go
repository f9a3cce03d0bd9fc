package assemble_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"interviewkit/kit/assemble"
)

// equivalent checks every criterion for every two forms, and every hard
// constraint for each; the loop alone counts as one in all but its value.
func equivalent(t *testing.T, p *assemble.Problem, alone *assemble.Solution, forms []*assemble.Solution, overlap int) {
	t.Helper()
	heaviest := 0
	for _, topic := range p.Topics {
		if topic.TwoLooks {
			heaviest = max(heaviest, topic.Weight)
		}
	}
	for i, a := range forms {
		check(t, p, a)
		for _, r := range a.NoMain {
			if !slices.Contains(alone.NoMain, r) {
				t.Errorf("a form lacks the main kind of round %d, the loop alone has it", r)
			}
		}
		near(t, p, a, alone, heaviest)
		for _, b := range forms[:i] {
			near(t, p, a, b, heaviest)
			if a.Figure.Covered != b.Figure.Covered {
				t.Errorf("covered: %+v and %+v", a.Figure, b.Figure)
			}
			if low, high := min(a.Figure.Value, b.Figure.Value), max(a.Figure.Value, b.Figure.Value); low*100 < high*95 {
				t.Errorf("values %d and %d are too far apart", low, high)
			}
			if common := inCommon(p, a, b); common > overlap {
				t.Errorf("two forms share %d questions, at most %d", common, overlap)
			}
		}
	}
}

func near(t *testing.T, p *assemble.Problem, a, b *assemble.Solution, heaviest int) {
	t.Helper()
	if a.Figure.TwoLooks < b.Figure.TwoLooks-heaviest {
		t.Errorf("two looks: %+v and %+v, the heaviest topic weighs %d", a.Figure, b.Figure, heaviest)
	}
	x, y := minutes(p, a), minutes(p, b)
	for r := range x {
		if x[r] < y[r]-5 {
			t.Errorf("round %d: %d and %d minutes", r, x[r], y[r])
		}
	}
}

func minutes(p *assemble.Problem, s *assemble.Solution) []int {
	used := make([]int, len(p.Rounds))
	for q, r := range s.Choice {
		if r != assemble.Out {
			used[r] += p.Questions[q].Minutes
		}
	}
	return used
}

func inCommon(p *assemble.Problem, a, b *assemble.Solution) (n int) {
	for q := range a.Choice {
		if a.Choice[q] != assemble.Out && b.Choice[q] != assemble.Out && !p.Questions[q].Pinned {
			n++
		}
	}
	return n
}

// Whatever is found is equivalent in every respect, and found again.
func TestFormsAreEquivalent(t *testing.T) {
	found := 0
	for i, seed := range []uint64{1003, 1006, 1009, 1010, 1012, 1014} {
		p := synthetic(seed, 2000)
		alone, err := assemble.Solve(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		o := assemble.FormOptions{N: 2 + i%3, Overlap: i % 2, Full: 85}
		forms, err := assemble.Forms(p, o)
		var short *assemble.Shortage
		if errors.As(err, &short) {
			if short.Most < 1 || short.Most >= o.N || short.Wanted != o.N {
				t.Errorf("seed %d: %+v", seed, short)
			}
			continue
		}
		if err != nil || len(forms) != o.N {
			t.Fatal(len(forms), err)
		}
		found++
		equivalent(t, p, alone, forms, o.Overlap)
		again, err := assemble.Forms(p, o)
		if err != nil || !slices.EqualFunc(forms, again, func(a, b *assemble.Solution) bool { return slices.Equal(a.Choice, b.Choice) }) {
			t.Errorf("seed %d: a second run chose otherwise", seed)
		}
	}
	if found < 3 {
		t.Errorf("forms were found %d times", found)
	}
}

// copies returns a problem with n copies of each question, of which a loop
// takes one.
func copies(p *assemble.Problem, n int) *assemble.Problem {
	many := *p
	many.Questions, many.Enemies = nil, nil
	for i := range n {
		for q, question := range p.Questions {
			question.ID = fmt.Sprintf("%s-%d", question.ID, i)
			question.Pinned = false
			many.Questions = append(many.Questions, question)
			for j := range i {
				many.Enemies = append(many.Enemies, [2]int{j*len(p.Questions) + q, i*len(p.Questions) + q})
			}
		}
		for _, e := range p.Enemies {
			for j := range n {
				many.Enemies = append(many.Enemies, [2]int{i*len(p.Questions) + e[0], j*len(p.Questions) + e[1]})
			}
		}
	}
	return &many
}

// Where there are three of each question, there are three forms.
func TestCopiesMakeForms(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for tried := 0; tried < 10; {
		p := copies(randomProblem(r, 6+r.IntN(12)), 3)
		alone, err := assemble.Solve(p)
		if err != nil {
			continue
		}
		tried++
		forms, err := assemble.Forms(p, assemble.FormOptions{N: 3, Full: 85})
		if err != nil {
			t.Fatalf("%v\n%+v", err, p)
		}
		equivalent(t, p, alone, forms, 0)
	}
}

// one is a problem of one round of 20 minutes and two topics: plenty of
// questions on the first, few on the second.
func one(plenty, few int) *assemble.Problem {
	p := &assemble.Problem{Topics: []assemble.Topic{{Weight: 1, TwoLooks: true}, {Weight: 1, TwoLooks: true}}, Rounds: []assemble.Round{{Budget: 20}}}
	for i := range plenty + few {
		topic := 0
		if i >= plenty {
			topic = 1
		}
		p.Questions = append(p.Questions, assemble.Question{ID: fmt.Sprintf("t.q%d", i), Minutes: 10, Measures: []assemble.Measure{{Topic: topic, Minutes: 10}}, Options: []assemble.Option{{Round: 0}}})
	}
	return p
}

// A refusal says how many forms there can be and what runs short; what the
// scarce questions forbid, sharing them allows, and only them.
func TestScarceQuestions(t *testing.T) {
	p := one(6, 2)
	_, err := assemble.Forms(p, assemble.FormOptions{N: 3})
	var short *assemble.Shortage
	if !errors.As(err, &short) || short.Most != 2 || short.Lack != assemble.LackLook || short.Topic != 1 || short.Supply != 2 {
		t.Fatalf("%v %+v", err, short)
	}
	_, err = assemble.Forms(one(3, 9), assemble.FormOptions{N: 26})
	if !errors.As(err, &short) || short.Most != 3 || short.Topic != 0 || short.Supply != 3 {
		t.Fatalf("%v %+v", err, short)
	}
	forms, err := assemble.Forms(p, assemble.FormOptions{N: 3, Overlap: 2})
	if err != nil {
		t.Fatal(err)
	}
	shared := 0
	for i, a := range forms {
		for _, b := range forms[:i] {
			shared += inCommon(p, a, b)
		}
		if a.Figure.Covered != 2 {
			t.Errorf("%+v", a.Figure)
		}
	}
	if shared != 1 {
		t.Errorf("%d questions are shared, and one need be", shared)
	}
	forms, err = assemble.Forms(one(6, 3), assemble.FormOptions{N: 3, Overlap: 2})
	if err != nil || inCommon(p, forms[0], forms[1])+inCommon(p, forms[0], forms[2])+inCommon(p, forms[1], forms[2]) > 0 {
		t.Errorf("questions are shared where none need be: %v", err)
	}
}

// Two forms that need both of two lone questions may not have one in common
// and make do.
func TestOverlapIsALimit(t *testing.T) {
	p := one(6, 1)
	p.Topics = append(p.Topics, assemble.Topic{Weight: 1})
	p.Rounds[0].Budget = 30
	p.Questions = append(p.Questions, assemble.Question{ID: "t.lone", Minutes: 10, Measures: []assemble.Measure{{Topic: 2, Minutes: 10}}, Options: []assemble.Option{{Round: 0}}})
	var short *assemble.Shortage
	if _, err := assemble.Forms(p, assemble.FormOptions{N: 2, Overlap: 1}); !errors.As(err, &short) || short.Overlap != 2 {
		t.Errorf("%v %+v", err, short)
	}
	forms, err := assemble.Forms(p, assemble.FormOptions{N: 2, Overlap: 2})
	if err != nil {
		t.Fatal(err)
	}
	if n := inCommon(p, forms[0], forms[1]); n != 2 {
		t.Errorf("%d questions are shared, 2 need be", n)
	}
}

// A pin stands in every form, and no other question does.
func TestPinsStandInEveryForm(t *testing.T) {
	p := one(4, 2)
	p.Questions[4].Pinned = true
	alone, err := assemble.Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	forms, err := assemble.Forms(p, assemble.FormOptions{N: 4})
	if err != nil {
		t.Fatal(err)
	}
	equivalent(t, p, alone, forms, 0)
}

// One form is the loop alone, and what has no loop has no forms.
func TestOneForm(t *testing.T) {
	p := synthetic(3, 1000)
	alone, err := assemble.Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	forms, err := assemble.Forms(p, assemble.FormOptions{N: 1})
	if err != nil || len(forms) != 1 || !slices.Equal(forms[0].Choice, alone.Choice) {
		t.Errorf("%v %v", forms, err)
	}
	p.Rounds = append(p.Rounds, assemble.Round{Budget: 20})
	var none *assemble.Infeasible
	if _, err := assemble.Forms(p, assemble.FormOptions{N: 2}); !errors.As(err, &none) {
		t.Errorf("%v", err)
	}
}

// Where brute force over every two disjoint choices of a tiny problem finds
// two forms, they are found.
func TestNoSillyRefusal(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	possible := 0
	for tried := 0; tried < 60; {
		p := nearCopies(r)
		alone, err := assemble.Solve(p)
		if err != nil {
			continue
		}
		tried++
		if !twoForms(p, alone) {
			continue
		}
		possible++
		forms, err := assemble.Forms(p, assemble.FormOptions{N: 2})
		if err != nil {
			t.Errorf("%v\n%+v", err, p)
			continue
		}
		equivalent(t, p, alone, forms, 0)
	}
	t.Logf("%d of 60 have two forms", possible)
	if possible < 3 {
		t.Errorf("two forms are possible for %d problems only", possible)
	}
}

// nearCopies draws a tiny problem of at most two rounds in which each question
// has one like it.
func nearCopies(r *rand.Rand) *assemble.Problem {
	p := randomProblem(r, 2+r.IntN(3))
	p.Rounds = p.Rounds[:min(2, len(p.Rounds))]
	for i := range p.Rounds {
		p.Rounds[i].Main, p.Rounds[i].Budget = 0, 14+r.IntN(12)
	}
	p = copies(p, 2)
	p.Enemies = nil
	for i := range p.Questions {
		q := &p.Questions[i]
		q.Minutes += r.IntN(5)
		q.Measures = slices.Clone(q.Measures)
		for m := range q.Measures {
			q.Measures[m].Minutes += r.IntN(3)
		}
		q.Options = slices.DeleteFunc(slices.Clone(q.Options), func(o assemble.Option) bool { return o.Round >= len(p.Rounds) })
	}
	return p
}

// twoForms reports whether brute force finds two forms that cover what the
// loop alone does and are equivalent.
func twoForms(p *assemble.Problem, alone *assemble.Solution) bool {
	var all []*assemble.Solution
	choice := make(assemble.Choice, len(p.Questions))
	var try func(q int)
	try = func(q int) {
		if q == len(choice) {
			if keeps(p, choice) {
				c := slices.Clone(choice)
				all = append(all, &assemble.Solution{Choice: c, Figure: p.Evaluate(c)})
			}
			return
		}
		choice[q] = assemble.Out
		try(q + 1)
		for _, o := range p.Questions[q].Options {
			choice[q] = o.Round
			try(q + 1)
		}
	}
	try(0)
	heaviest := 0
	for _, t := range p.Topics {
		if t.TwoLooks {
			heaviest = max(heaviest, t.Weight)
		}
	}
	alike := func(a, b *assemble.Solution) bool {
		x, y := minutes(p, a), minutes(p, b)
		for r := range x {
			if max(x[r]-y[r], y[r]-x[r]) > 5 {
				return false
			}
		}
		return max(a.Figure.TwoLooks-b.Figure.TwoLooks, b.Figure.TwoLooks-a.Figure.TwoLooks) <= heaviest
	}
	all = slices.DeleteFunc(all, func(s *assemble.Solution) bool {
		return s.Figure.Covered < alone.Figure.Covered || !alike(s, alone)
	})
	for i, a := range all {
		for _, b := range all[:i] {
			low, high := min(a.Figure.Value, b.Figure.Value), max(a.Figure.Value, b.Figure.Value)
			if inCommon(p, a, b) == 0 && a.Figure.Covered == b.Figure.Covered && alike(a, b) && low*100 >= high*95 {
				return true
			}
		}
	}
	return false
}
