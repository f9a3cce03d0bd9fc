package assemble_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"interviewkit/kit/assemble"
)

// randomProblem draws a problem that may or may not have a loop.
func randomProblem(r *rand.Rand, questions int) *assemble.Problem {
	p := &assemble.Problem{Seed: fmt.Sprint(r.IntN(9))}
	for range 2 + r.IntN(6) {
		p.Topics = append(p.Topics, assemble.Topic{Weight: 1 + r.IntN(5), TwoLooks: r.IntN(3) > 0, Brief: r.IntN(4) == 0})
	}
	for range 1 + r.IntN(5) {
		budget := 20 + r.IntN(30)
		round := assemble.Round{Budget: budget, Knowledge: budget / (2 + 2*r.IntN(2))}
		if r.IntN(3) == 0 {
			round.Main = budget / 2
		}
		p.Rounds = append(p.Rounds, round)
	}
	for i := range questions {
		q := assemble.Question{ID: fmt.Sprintf("t.q%03d", i), Minutes: 3 + r.IntN(12), Middle: r.IntN(2) == 0, Knowledge: r.IntN(4) == 0, Pinned: r.IntN(40) == 0}
		if r.IntN(5) == 0 {
			q.Minutes = 20 + r.IntN(20)
		}
		for t := range p.Topics {
			if r.IntN(3) == 0 {
				q.Measures = append(q.Measures, assemble.Measure{Topic: t, Minutes: 1 + r.IntN(q.Minutes)})
			}
		}
		for round := range p.Rounds {
			if r.IntN(2) == 0 {
				q.Options = append(q.Options, assemble.Option{Round: round, Main: q.Minutes >= 20, Free: round == 0})
			}
		}
		p.Questions = append(p.Questions, q)
	}
	for range questions / 6 {
		if a, b := r.IntN(questions), r.IntN(questions); a != b {
			p.Enemies = append(p.Enemies, [2]int{a, b})
		}
	}
	return p
}

// Whatever is chosen keeps every hard constraint, and what is told of it is so.
func TestHardConstraints(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	solved := 0
	for range 400 {
		p := randomProblem(r, 5+r.IntN(60))
		s, err := assemble.Solve(p)
		if err != nil {
			var inf *assemble.Infeasible
			if !errors.As(err, &inf) {
				t.Fatal(err)
			}
			continue
		}
		solved++
		check(t, p, s)
		again, err := assemble.Solve(p)
		if err != nil || !slices.Equal(again.Choice, s.Choice) {
			t.Fatal("a second run chose otherwise")
		}
	}
	if solved < 200 {
		t.Errorf("only %d problems had a loop", solved)
	}
}

func check(t *testing.T, p *assemble.Problem, s *assemble.Solution) {
	t.Helper()
	for r, round := range p.Rounds {
		used, knowledge, main, n := 0, 0, 0, 0
		for i, at := range s.Choice {
			q := p.Questions[i]
			if at != r {
				continue
			}
			o := slices.IndexFunc(q.Options, func(o assemble.Option) bool { return o.Round == r })
			if o < 0 {
				t.Fatalf("%s is asked in a round it is not eligible for", q.ID)
			}
			n++
			used += q.Minutes
			if q.Knowledge && !q.Options[o].Free {
				knowledge += q.Minutes
			}
			if q.Options[o].Main {
				main += q.Minutes
			}
		}
		if n == 0 || used > round.Budget || knowledge > round.Knowledge {
			t.Fatalf("round %d: %d questions, %d of %d minutes, %d of %d on knowledge", r, n, used, round.Budget, knowledge, round.Knowledge)
		}
		if main < round.Main && !slices.Contains(s.NoMain, r) {
			t.Fatalf("round %d: %d minutes of its main kind, wants %d", r, main, round.Main)
		}
	}
	for _, e := range p.Enemies {
		if s.Choice[e[0]] != assemble.Out && s.Choice[e[1]] != assemble.Out {
			t.Fatalf("enemies %d and %d are both asked", e[0], e[1])
		}
	}
	for i, q := range p.Questions {
		if q.Pinned && s.Choice[i] == assemble.Out {
			t.Fatalf("pinned %s is not asked", q.ID)
		}
	}
	if f := p.Evaluate(s.Choice); f != s.Figure || exceeds(f, s.Bound) {
		t.Fatalf("figure %+v, told %+v, bound %+v", f, s.Figure, s.Bound)
	}
}

// The value of a topic's minutes, as the model states it.
func TestValue(t *testing.T) {
	for minutes, want := range map[int]int{0: 0, 5: 40, 10: 80, 15: 100, 20: 120, 30: 140, 45: 140} {
		p := &assemble.Problem{Topics: []assemble.Topic{{Weight: 1}}, Rounds: []assemble.Round{{Budget: 60}},
			Questions: []assemble.Question{{Minutes: minutes, Measures: []assemble.Measure{{Topic: 0, Minutes: minutes}}}}}
		if got := p.Evaluate(assemble.Choice{0}).Value - minutes; got != want {
			t.Errorf("%d minutes: %d, want %d", minutes, got, want)
		}
	}
}

// exceeds reports whether a figure is above a bound, each objective being
// bounded for loops that are as good in those before it.
func exceeds(f, bound assemble.Figure) bool { return bound.Less(f) }

// Brute force over every choice of tiny problems agrees: a loop is found where
// there is one, with the main kind in as many rounds, it is the best there is,
// and what is proved is so.
func TestAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	feasible, optimal, proved := 0, 0, 0
	for range 600 {
		p := tiny(r)
		best, dropped, ok := best(p)
		s, err := assemble.Solve(p)
		if (err == nil) != ok {
			t.Fatalf("there is a loop: %v; Solve says %v\n%+v", ok, err, p)
		}
		if !ok {
			continue
		}
		feasible++
		if best.Less(s.Figure) || exceeds(best, s.Bound) || s.Optimal && s.Figure != best || !slices.Equal(dropped, s.NoMain) {
			t.Fatalf("best %+v without the main kind of %v; found %+v, bound %+v, proved %v, without %v\n%+v", best, dropped, s.Figure, s.Bound, s.Optimal, s.NoMain, p)
		}
		if s.Figure == best {
			optimal++
		}
		if s.Optimal {
			proved++
		}
	}
	t.Logf("of %d, %d optimal, %d proved", feasible, optimal, proved)
	if feasible < 200 || optimal < feasible || proved*100 < feasible*95 {
		t.Errorf("of %d tiny problems %d were solved to the optimum, %d proved", feasible, optimal, proved)
	}
}

// tiny draws a problem of at most seven questions and three rounds.
func tiny(r *rand.Rand) *assemble.Problem {
	p := randomProblem(r, 3+r.IntN(5))
	p.Rounds = p.Rounds[:min(len(p.Rounds), 3)]
	for i := range p.Rounds {
		p.Rounds[i].Budget = 12 + r.IntN(12)
		p.Rounds[i].Main = r.IntN(2) * r.IntN(2) * p.Rounds[i].Budget / 2
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		q.Options = slices.DeleteFunc(q.Options, func(o assemble.Option) bool { return o.Round >= len(p.Rounds) })
		for j := range q.Options {
			q.Options[j].Main = r.IntN(2) == 0
		}
	}
	return p
}

// best finds the best loop by brute force, and the rounds that must do without
// their main kind.
func best(p *assemble.Problem) (f assemble.Figure, dropped []int, ok bool) {
	for _, drop := range dropOrder(p) {
		if f, ok = bruteForce(withoutMains(p, drop)); ok {
			return f, drop, true
		}
	}
	return f, nil, false
}

func bruteForce(p *assemble.Problem) (best assemble.Figure, ok bool) {
	choice := make(assemble.Choice, len(p.Questions))
	var try func(q int)
	try = func(q int) {
		if q == len(choice) {
			if keeps(p, choice) {
				if f := p.Evaluate(choice); !ok || best.Less(f) {
					best, ok = f, true
				}
			}
			return
		}
		choice[q] = assemble.Out
		if !p.Questions[q].Pinned {
			try(q + 1)
		}
		for _, o := range p.Questions[q].Options {
			choice[q] = o.Round
			try(q + 1)
		}
		choice[q] = assemble.Out
	}
	try(0)
	return best, ok
}

func keeps(p *assemble.Problem, c assemble.Choice) bool {
	for r, round := range p.Rounds {
		used, knowledge, main, n := 0, 0, 0, 0
		for q, at := range c {
			if at != r {
				continue
			}
			n++
			used += p.Questions[q].Minutes
			for _, o := range p.Questions[q].Options {
				if o.Round == r && p.Questions[q].Knowledge && !o.Free {
					knowledge += p.Questions[q].Minutes
				}
				if o.Round == r && o.Main {
					main += p.Questions[q].Minutes
				}
			}
		}
		if n == 0 || used > round.Budget || knowledge > round.Knowledge || main < round.Main {
			return false
		}
	}
	return !slices.ContainsFunc(p.Enemies, func(e [2]int) bool { return c[e[0]] != assemble.Out && c[e[1]] != assemble.Out })
}
