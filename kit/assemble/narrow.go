package assemble

import "slices"

// How many proposals annealing makes: at first, for more looks, and where
// nothing else is done.
const (
	fewProposals   = 8_000
	coverProposals = 20_000
	manyProposals  = 120_000
)

// How many questions a narrowed problem has in each round, and how often it is
// narrowed.
const (
	narrowRound = 24
	narrowings  = 2
	narrowSteps = 40 // of the dual that tells which look best
)

// narrow lifts the loop with those questions alone that look best at the dual's
// prices, as if there were no others.
func (s *state) narrow(d *dual) {
	kept := make([]bool, len(s.choice))
	for r := range d.rounds {
		front := d.rounds[r].front(3)
		for _, it := range front[:min(len(front), narrowRound)] {
			kept[it.question] = true
		}
	}
	p := &Problem{Topics: s.p.Topics, Rounds: s.p.Rounds, Seed: s.p.Seed}
	var whole []int // index in s of each question of p
	part := make([]int, len(s.choice))
	for q := range s.p.Questions {
		if kept[q] = kept[q] || s.choice[q] != Out; kept[q] {
			part[q] = len(whole)
			whole = append(whole, q)
			p.Questions = append(p.Questions, s.p.Questions[q])
		}
	}
	for _, e := range s.p.Enemies {
		if kept[e[0]] && kept[e[1]] {
			p.Enemies = append(p.Enemies, [2]int{part[e[0]], part[e[1]]})
		}
	}
	t := newState(p)
	for i, q := range whole {
		if r := s.choice[q]; r != Out {
			t.put(i, r)
		}
	}
	t.branch(newDual(compile(p), s.figure, t.choice))
	if s.figure.Less(t.figure) {
		better := slices.Clone(s.choice)
		for i, q := range whole {
			better[q] = t.choice[i]
		}
		s.reset(better)
	}
}

// manyOptions is how many questions in their rounds annealing can handle without
// a choice among them.
const manyOptions = 400

// search anneals over all options; where they are many, over those that look
// best from the present loop, which makes them look different again.
func (s *state) search(c *compiled) {
	if options := s.allOptions(); len(options) <= manyOptions {
		s.anneal(fewProposals, options, firm())
	} else {
		for range 3 {
			s.anneal(2*fewProposals, s.core(newDual(c, s.figure, s.choice)), firm())
		}
	}
	s.fill()
}

// core returns all options, or where they are many those of each round that few
// others of it are better than in every respect at the prices.
func (s *state) core(d *dual) (options []eligible) {
	if options = s.allOptions(); len(options) <= manyOptions {
		return options
	}
	options = nil
	d.reprice()
	for r := range d.rounds {
		d.rounds[r].price(d)
		for _, it := range d.rounds[r].front(6) {
			options = append(options, eligible{it.question, s.options[it.question][r]})
		}
	}
	return options
}
