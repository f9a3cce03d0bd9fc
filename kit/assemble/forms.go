package assemble

import (
	"cmp"
	"fmt"
	"slices"
)

// MaxForms is how many forms there can be of one loop: a letter each.
const MaxForms = 26

// FormOptions says how many forms are wanted.
type FormOptions struct {
	N       int // 1 to MaxForms
	Overlap int // questions that two forms may have in common, pins apart
	Full    int // percent of its minutes with which a round counts as full: forms are, where they can be
}

// A Shortage says why there are fewer forms than wanted.
type Shortage struct {
	Wanted, Most int // forms; Most is at least 1
	Lack         Lack
	Rounds       []int // it lies with, in order; none where it lies with no round
	Topic        int   // or Out
	Supply       int   // questions or minutes that there are in all; 0 where they were not counted
	Need         int   // of minutes, how many each form wants
	Overlap      int   // with which there are as many as wanted, where that was tried and is so; else 0
}

// Lack is what forms run short of first.
type Lack int

// What forms may lack.
const (
	LackMain    Lack = iota // questions of a round's main kind; Supply counts them
	LackMinutes             // minutes of questions for rounds, or they lie too far apart
	LackLook                // a look at Topic; Supply counts the questions that give one
	LackLooks               // two_looks, near enough to each other
	LackValue               // value, near enough to the best form's
)

// Error says that there are fewer forms; the fields say why.
func (e *Shortage) Error() string {
	return fmt.Sprintf("%d forms are wanted, and there are %d", e.Wanted, e.Most)
}

// Forms chooses equivalent loops: each keeps every hard constraint, and no
// question stands in two of them but pins and, where that is needed, up to
// Overlap questions that any two have in common. Any two cover the same; their
// two_looks differ by the weight of one topic at most, the minutes of each
// round by FormMinutes, and no form is worth less than FormPercent of the best.
// The loop that Solve finds counts as one of them in all but its value, so that
// no form is made poor to make room for another. The forms come with the best
// first. Where there are not so many, a *Shortage is returned; where there is
// no loop at all, what Solve returns.
func Forms(p *Problem, o FormOptions) ([]*Solution, error) {
	alone, err := Solve(p)
	if err != nil || o.N < 2 {
		return []*Solution{alone}, err
	}
	m := newLayout(p)
	s := &sharing{m: m, std: m.standard(alone, o.Full), alone: alone, overlap: o.Overlap, starts: []Choice{alone.Choice}}
	found, short := s.forms(o.N)
	if found != nil {
		return s.solutions(found), nil
	}
	// what is not found for n is not sought for more: halve what is in between
	low, high := 1, min(o.N, short.Most+1)
	for high-low > 1 {
		n := (low + high) / 2
		found, why := s.forms(n)
		if found != nil {
			low = n
		} else {
			high, short = min(n, why.Most+1), why
		}
	}
	short.Wanted, short.Most, short.Overlap = o.N, low, s.enough(o.N, low)
	return nil, short
}

// sharing is questions being shared out among forms.
type sharing struct {
	m       *layout
	std     *standard
	alone   *Solution
	overlap int
	starts  []Choice // one loop after the other, each without the questions of those before
}

// forms returns n equivalent forms; where none are found, why, with the most
// that there may be. Questions are shared only where there are none without.
func (s *sharing) forms(n int) ([]Choice, *Shortage) {
	short := s.supply()
	if short.Most >= n {
		found := s.run(n, 0)
		if found.sound {
			return found.forms, nil
		}
		short = s.lack(found.forms)
		short.Most = n - 1
	}
	if s.overlap == 0 {
		return nil, short
	}
	found := s.run(n, s.overlap)
	if found.sound {
		return found.forms, nil
	}
	short = s.lack(found.forms)
	short.Most = n - 1
	return nil, short
}

func (s *sharing) run(n, overlap int) *record {
	return s.m.newBalance(s.std, n, overlap).run(s.start(n), s.matched(n))
}

// moreOverlap and moreForms bound how far a wish may be from what there is for
// a larger overlap to be tried.
const (
	moreOverlap = 3
	moreForms   = 2
)

// enough returns the overlap with which there are n forms, where there are
// most without; 0 when it is not near.
func (s *sharing) enough(n, most int) int {
	for overlap := s.overlap + 1; overlap <= s.overlap+moreOverlap && n <= most+moreForms; overlap++ {
		if s.run(n, overlap).sound {
			return overlap
		}
	}
	return 0
}

// start returns n loops that were solved in turn, each without the questions
// of those before; what has no loop any more begins with the pins alone.
func (s *sharing) start(n int) []Choice {
	for len(s.starts) < n {
		s.starts = append(s.starts, s.next())
	}
	return s.starts[:n]
}

func (s *sharing) next() Choice {
	p, choice := s.m.p, make(Choice, len(s.m.p.Questions))
	rest := *p
	rest.Questions, rest.Enemies = nil, nil
	at := make([]int, len(choice)) // of a question among the rest
	for q, question := range p.Questions {
		choice[q], at[q] = Out, Out
		if question.Pinned {
			choice[q] = s.alone.Choice[q]
		}
		taken := slices.ContainsFunc(s.starts, func(c Choice) bool { return c[q] != Out })
		if question.Pinned || !taken {
			at[q] = len(rest.Questions)
			rest.Questions = append(rest.Questions, question)
		}
	}
	for _, e := range p.Enemies {
		if at[e[0]] != Out && at[e[1]] != Out {
			rest.Enemies = append(rest.Enemies, [2]int{at[e[0]], at[e[1]]})
		}
	}
	solution, err := Solve(&rest)
	if err != nil { // no loop is left
		return choice
	}
	for q, i := range at {
		if i != Out {
			choice[q] = solution.Choice[i]
		}
	}
	return choice
}

// solutions returns the loops of forms, the best first.
func (s *sharing) solutions(forms []Choice) (list []*Solution) {
	for _, c := range forms {
		d := s.m.state(c)
		sol := &Solution{Choice: c, Figure: d.figure, Bound: s.alone.Bound}
		for r, round := range s.m.p.Rounds {
			if d.main[r] < round.Main {
				sol.NoMain = append(sol.NoMain, r)
			}
		}
		sol.Optimal = sol.Figure == sol.Bound
		list = append(list, sol)
	}
	slices.SortStableFunc(list, func(a, b *Solution) int {
		x, y := a.Figure, b.Figure
		return cmp.Or(cmp.Compare(y.Covered, x.Covered), cmp.Compare(y.TwoLooks, x.TwoLooks), cmp.Compare(y.Value, x.Value))
	})
	return list
}
