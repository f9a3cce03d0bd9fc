package assemble

import (
	"hash/fnv"
	"math"
	"math/bits"
	"math/rand/v2"
)

// Annealing is a search that leaves local optima: it proposes additions that
// push others out, and accepts what is worse the more readily the hotter it
// still is. Work is counted in proposals, never in time, and all of it is done
// in whole numbers, so that every machine makes the same choice.
const (
	hottest = 100 // about half of what a short question is worth
	coldest = 2
	stages  = 64 // of cooling
)

// A temper is what a unit of the first two objectives counts against value, in
// tenths of the hottest heat, at first and at the end.
type temper struct{ covered, twoLooks, coveredAtEnd, twoLooksAtEnd int }

// firm keeps the looks that it has rather than give them up for better ones.
func firm() temper { return temper{50, 20, 250, 60} }

// A stage is one heat of annealing, in 65536ths, and what the first two
// objectives count at it.
type stage struct{ heat, covered, twoLooks int }

func (t temper) stages() []stage {
	list := make([]stage, stages)
	between := func(i, first, last int) int { return hottest * (first*(stages-1-i) + last*i) / (10 * (stages - 1)) }
	for i, heat := range heats(hottest) {
		list[i] = stage{heat, between(i, t.covered, t.coveredAtEnd), between(i, t.twoLooks, t.twoLooksAtEnd)}
	}
	return list
}

// heats returns the heats of annealing from hottest down to coldest, each the
// same part of the one before, in 65536ths.
func heats(hottest int) (list [stages]int) {
	ratio := math.Pow(coldest/float64(hottest), 1.0/(stages-1))
	heat := float64(hottest)
	for i := range list {
		list[i] = int(heat*65536 + 0.5)
		heat = float64(heat * ratio)
	}
	return list
}

// losses returns, for each of 1024 equal chances, how many heats of loss it
// lets through, in 65536ths: the exponential law of Metropolis.
func losses() (list [1024]int) {
	for i := range list {
		list[i] = int(-math.Log((float64(i)+0.5)/float64(len(list)))*65536 + 0.5)
	}
	return list
}

// anneal replaces the choice by the best that it comes upon in so many
// proposals; options are what it may add.
func (s *state) anneal(proposals int, options []eligible, t temper) {
	if len(options) == 0 {
		return
	}
	best, bestChoice := s.pick(), append(Choice(nil), s.choice...)
	s.cool(proposals/stages, options, t.stages(), func() {
		if now := s.pick(); now.better(best) {
			best = now
			copy(bestChoice, s.choice)
		}
	})
	s.reset(bestChoice)
}

// cool makes so many proposals at each of some stages, and calls accepted
// after every one that it accepts.
func (s *state) cool(proposals int, options []eligible, list []stage, accepted func()) {
	h := fnv.New64a()
	h.Write([]byte(s.p.Seed))
	random := &dice{*rand.NewPCG(h.Sum64(), uint64(s.anneals)<<32|uint64(len(options)))}
	s.anneals++
	let := losses()
	out := make([]moved, 0, 8)
	for _, g := range list {
		for range proposals {
			o := options[random.below(len(options))]
			before := s.pick()
			out = s.force(o.question, o.option, random, out[:0])
			if !s.sound(o.option.Round, out) {
				s.undo(out)
				continue
			}
			s.recount(out)
			gain := g.covered*(s.figure.Covered-before.figure.Covered) + g.twoLooks*(s.figure.TwoLooks-before.figure.TwoLooks) + s.figure.Value - before.figure.Value
			if gain < 0 && -gain<<32 >= g.heat*let[random.below(len(let))] {
				s.uncount(out)
				s.figure, s.tie = before.figure, before.tie
				s.undo(out)
				continue
			}
			accepted()
		}
	}
}

// drift anneals from just below the hottest, and ends wherever it then is.
func (s *state) drift(proposals int, options []eligible) {
	if len(options) > 0 {
		list := temper{250, 60, 250, 60}.stages()[stages/8:]
		s.cool(proposals/len(list), options, list, func() {})
	}
}

// pick is the figure and tie of the present choice.
func (s *state) pick() pick { return pick{figure: s.figure, tie: s.tie} }

// An eligible is a question with one of its rounds.
type eligible struct {
	question int
	option   *Option
}

func (l *layout) allOptions() (list []eligible) {
	for q := range l.p.Questions {
		for i := range l.p.Questions[q].Options {
			list = append(list, eligible{q, &l.p.Questions[q].Options[i]})
		}
	}
	return list
}

// A moved is a question with the round it was in before, or Out.
type moved struct{ question, from int }

// dice draws the numbers that rand.Rand draws of the same source.
type dice struct{ rand.PCG }

// below returns a number from 0 up to n, all but exactly each as likely.
func (d *dice) below(n int) int {
	if n&(n-1) == 0 {
		return int(d.Uint64() & uint64(n-1))
	}
	high, _ := bits.Mul64(d.Uint64(), uint64(n))
	return int(high)
}

// force asks question q in o's round, from wherever it was, and takes out what
// is in its way: its enemies, and questions of that round. It notes what it
// moved, and leaves it to recount what that is worth.
func (s *state) force(q int, o *Option, random *dice, out []moved) []moved {
	at := s.choice[q]
	if at == o.Round {
		return out
	}
	out = append(out, moved{q, at})
	if at != Out {
		s.leave(q)
	}
	c := &s.cards[q]
	for _, e := range c.enemies {
		if s.choice[e] != Out {
			out = append(out, moved{e, s.choice[e]})
			s.leave(e)
		}
	}
	for !s.fits(q, o) {
		x := s.inRound(o.Round, random, c.knowledge && !o.Free && s.used[o.Round]+c.minutes <= s.p.Rounds[o.Round].Budget)
		if x == Out {
			return out // it never fits: sound will say so
		}
		out = append(out, moved{x, o.Round})
		s.leave(x)
	}
	s.enter(q, o.Round)
	return out
}

// inRound returns a question that is asked in a round, any of them or one of
// the knowledge questions; Out when there is none.
func (s *state) inRound(r int, random *dice, knowledge bool) int {
	seen, found := 0, Out
	for _, q := range s.asked[r] {
		if c := &s.cards[q]; c.pinned || knowledge && !c.knowledge {
			continue
		}
		if seen++; random.below(seen) == 0 {
			found = q
		}
	}
	return found
}

// sound reports whether pins, main kinds and rounds are as they must be after
// what was moved.
func (s *state) sound(to int, out []moved) bool {
	for i, m := range out {
		at := s.choice[m.question]
		if at == Out && (i == 0 || s.cards[m.question].pinned) {
			return false
		}
		if m.from != Out && (len(s.asked[m.from]) == 0 || s.main[m.from] < s.p.Rounds[m.from].Main) {
			return false
		}
	}
	return len(out) > 0 && s.main[to] >= s.p.Rounds[to].Main
}

// recount brings the figure up to date with what was moved, and uncount takes
// that back but for the figure and the tie.
func (s *state) recount(out []moved) {
	for _, m := range out {
		if m.from != Out {
			s.count(m.question, m.from, -1)
		}
		if at := s.choice[m.question]; at != Out {
			s.count(m.question, at, 1)
		}
	}
}

func (s *state) uncount(out []moved) {
	for _, m := range out {
		if m.from != Out {
			s.discount(m.question, m.from, -1)
		}
		if at := s.choice[m.question]; at != Out {
			s.discount(m.question, at, 1)
		}
	}
}

// undo puts back what was moved, the last first.
func (s *state) undo(out []moved) {
	for i := len(out) - 1; i >= 0; i-- {
		m := out[i]
		if s.choice[m.question] != Out {
			s.leave(m.question)
		}
		if m.from != Out {
			s.enter(m.question, m.from)
		}
	}
}
