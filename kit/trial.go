package kit

import (
	"errors"
	"slices"

	"interviewkit/kit/assemble"
)

// forced returns the best loop found that asks the question at an index of the
// pool, and what no such loop exceeds. Of loops that are worth the same it is
// the one nearest to the kit: tried are only the question's own round chosen
// anew, then all rounds with what is asked staying in its round or leaving,
// then everything. An *assemble.Infeasible is returned where there is none.
func (x *explainer) forced(i int) (best *assemble.Solution, bound assemble.Figure, err error) {
	whole, err := assemble.Solve(x.pinning(i, assemble.Out))
	var inf *assemble.Infeasible
	if err != nil && !errors.As(err, &inf) {
		return nil, bound, err
	}
	for _, o := range x.problem.Questions[i].Options {
		near, nearErr := x.narrowed(i, func(q int) bool { return x.choice[q] != assemble.Out && x.choice[q] != o.Round }, func(q, round int) bool { return round == o.Round })
		if nearErr == nil && x.preferred(near, best) {
			best = near
		}
	}
	still, stillErr := x.narrowed(i, func(int) bool { return false }, func(q, _ int) bool { return x.choice[q] == assemble.Out })
	if stillErr == nil && x.preferred(still, best) {
		best = still
	}
	if err == nil {
		bound = whole.Bound
		if x.preferred(whole, best) {
			best = whole
		}
	}
	if best != nil {
		return best, bound, nil
	}
	return nil, bound, err
}

// preferred reports whether a is better than b, which may be nil: it has more
// rounds with their main kind of question, or is worth more.
func (x *explainer) preferred(a, b *assemble.Solution) bool {
	if b == nil {
		return true
	}
	if m, n := len(x.mainless(a)), len(x.mainless(b)); m != n {
		return m < n
	}
	return b.Figure.Less(a.Figure)
}

// pinning is the kit's problem with one more pin, and without that of another
// question unless free is Out.
func (x *explainer) pinning(i, free int) *assemble.Problem {
	p := *x.problem
	p.Questions = slices.Clone(p.Questions)
	p.Questions[i].Pinned = true
	if free != assemble.Out {
		p.Questions[free].Pinned = false
	}
	return &p
}

// narrowed solves the problem with the question at i pinned and fewer choices:
// those that stay are asked in their round, and others only in their own or
// where they may come.
func (x *explainer) narrowed(i int, stays func(q int) bool, comes func(q, round int) bool) (*assemble.Solution, error) {
	p := &assemble.Problem{Topics: x.problem.Topics, Rounds: x.problem.Rounds, Seed: x.problem.Seed}
	var pool []int // of each of p's questions, its index in the pool
	at := map[int]int{}
	for q, question := range x.problem.Questions {
		question.Pinned = question.Pinned || q == i || stays(q)
		question.Options = slices.DeleteFunc(slices.Clone(question.Options), func(o assemble.Option) bool {
			return o.Round != x.choice[q] && (stays(q) || !comes(q, o.Round))
		})
		if len(question.Options) > 0 {
			at[q], pool = len(pool), append(pool, q)
			p.Questions = append(p.Questions, question)
		}
	}
	for _, e := range x.problem.Enemies {
		a, hasA := at[e[0]]
		b, hasB := at[e[1]]
		if hasA && hasB {
			p.Enemies = append(p.Enemies, [2]int{a, b})
		}
	}
	s, err := assemble.Solve(p)
	if err != nil {
		return nil, err
	}
	choice := slices.Repeat(assemble.Choice{assemble.Out}, len(x.problem.Questions))
	for q, r := range s.Choice {
		choice[pool[q]] = r
	}
	s.Choice = choice
	return s, nil
}
