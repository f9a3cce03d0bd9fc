package assemble

import "slices"

// Solve chooses a loop that keeps every hard constraint: each question at most
// once, no enemies, every budget, every pin, no round empty, the main kind of
// a round for at least half of it, unless no such question fits. Bound holds
// in any case; Optimal says that the figure is proved to be the best. An
// *Infeasible is returned where there is no loop.
func Solve(p *Problem) (*Solution, error) {
	s := newState(p)
	dropped, err := s.begin()
	if err != nil {
		return nil, err
	}
	s.fill()
	bound := s.perfect()
	s.favour()
	return &Solution{Choice: s.choice, Figure: s.figure, Bound: bound, Optimal: s.figure == bound, NoMain: dropped}, nil
}

// Feasible returns nil where there is a loop, and otherwise an *Infeasible, as
// Solve does.
func Feasible(p *Problem) error {
	_, err := newState(p).begin()
	return err
}

// Sketch chooses a loop as Solve does, but with a fraction of its work: a good
// one that keeps every hard constraint, for a first look at what a change would
// bring. It proves nothing: Bound and Optimal are zero.
func Sketch(p *Problem) (*Solution, error) {
	s := newState(p)
	dropped, err := s.begin()
	if err != nil {
		return nil, err
	}
	s.fill()
	s.anneal(fewProposals, s.allOptions(), firm())
	s.fill()
	return &Solution{Choice: s.choice, Figure: s.figure, NoMain: dropped}, nil
}

// perfect lifts the loop as far as counted work can, and returns what no loop
// exceeds.
func (s *state) perfect() Figure {
	if len(s.p.Topics) > maxTopics {
		s.anneal(manyProposals, s.allOptions(), firm())
		s.fill()
		return s.loosely()
	}
	c := compile(s.p)
	s.search(c)
	bound := s.cover(c)
	if len(s.allOptions()) <= manyOptions {
		bound.Value = s.branch(newDual(c, s.figure, s.choice))
		return bound
	}
	for range narrowings {
		d := newDual(c, s.figure, s.choice)
		d.lower(s.figure.Value, narrowSteps)
		s.narrow(d)
	}
	d := newDual(c, s.figure, s.choice)
	d.lower(s.figure.Value, dualSteps)
	bound.Value = max(s.figure.Value, d.bound())
	return bound
}

// branch lifts the value by branch and bound, and returns what it does not
// exceed.
func (s *state) branch(d *dual) int {
	d.lower(s.figure.Value, dualSteps)
	found, value := d.improve(slices.Clone(s.choice), s.figure, func(from Choice) (Choice, Figure) {
		s.reset(from)
		s.drift(driftProposals, s.core(d))
		s.fill()
		return slices.Clone(s.choice), s.figure
	})
	s.reset(found)
	return value
}

// cover lifts the first two objectives to their best, and returns what they do
// not exceed.
func (s *state) cover(c *compiled) Figure {
	v := newCover(c)
	bound := v.bound()
	short := func() bool { return Figure{s.figure.Covered, s.figure.TwoLooks, 0}.Less(bound) }
	for tries := 0; short(); {
		better, proved := v.beat(s.figure, s.completed)
		switch {
		case better != nil:
			s.reset(better)
			s.fill()
			s.search(c)
		case proved:
			return Figure{s.figure.Covered, s.figure.TwoLooks, 0}
		default:
			before := s.figure
			for ; tries < coverTries && s.figure.Covered == before.Covered && s.figure.TwoLooks == before.TwoLooks; tries++ {
				s.anneal(coverProposals, s.allOptions(), firm())
			}
			if tries == coverTries {
				return bound
			}
		}
	}
	return bound
}

// coverTries is how often annealing looks for more looks when the search for
// them comes to no end.
const coverTries = 2

// completed adds the pins that a choice lacks, and something to every round
// that wants it; nil when that cannot be.
func (s *state) completed(c Choice) Choice {
	before := slices.Clone(s.choice)
	defer s.reset(before)
	s.reset(c)
	steps := 0
	if deepest, stuck := s.place(&steps); deepest < 0 && stuck == Out {
		return slices.Clone(s.choice)
	}
	return nil
}

// loosely bounds each objective by itself.
func (s *state) loosely() (f Figure) {
	p := s.p
	spent := make([][]int, len(p.Topics))
	for t := range spent {
		spent[t] = make([]int, len(p.Rounds))
	}
	for _, q := range p.Questions {
		for _, m := range q.Measures {
			for _, o := range q.Options {
				spent[m.Topic][o.Round] += m.Minutes
			}
		}
	}
	for t := range p.Topics {
		looks, sum := 0, 0
		for r, m := range spent[t] {
			m = min(m, p.Rounds[r].Budget)
			sum += m
			if m >= LookMinutes {
				looks++
			}
		}
		f.add(&p.Topics[t], looks, sum, 1)
	}
	for _, r := range p.Rounds {
		f.Value += 2 * r.Budget
	}
	return f
}
