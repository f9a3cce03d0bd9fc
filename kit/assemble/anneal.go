package assemble

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// annealing is how the search behaves that leaves a local optimum: it proposes
// additions that push others out, and accepts what is worse the more readily
// the hotter it still is. Work is counted in proposals, never in time.
const (
	proposals = 20_000
	hottest   = 200.0 // about what a short question is worth
	coldest   = 2.0
	coverWt   = 5.0 // what a unit of covered counts against value, at first, in heats
	looksWt   = 2.0 // and of two_looks
)

// anneal replaces the choice by the best that it comes upon.
func (s *state) anneal(need []int) {
	options := s.allOptions()
	if len(options) == 0 {
		return
	}
	h := fnv.New64a()
	h.Write([]byte(s.p.Seed))
	random := rand.New(rand.NewPCG(h.Sum64(), uint64(len(options))))
	best, bestChoice := s.pick(), append(Choice(nil), s.choice...)
	cooling := math.Pow(coldest/hottest, 1.0/proposals)
	out := make([]moved, 0, 8)
	for heat, i := hottest, 0; i < proposals; heat, i = heat*cooling, i+1 {
		rise := float64(i) / proposals
		wCover, wLooks := coverWt*hottest*(1+4*rise), looksWt*hottest*(1+2*rise)
		o := options[random.IntN(len(options))]
		before := s.figure
		out = s.force(o.question, o.option, random, out[:0])
		gain := wCover*float64(s.figure.Covered-before.Covered) + wLooks*float64(s.figure.TwoLooks-before.TwoLooks) + float64(s.figure.Value-before.Value)
		if !s.sound(o.option.Round, need, out) || gain < 0 && random.Float64() >= math.Exp(gain/heat) {
			s.undo(out)
			continue
		}
		if now := s.pick(); now.better(best) {
			best = now
			copy(bestChoice, s.choice)
		}
	}
	s.reset(bestChoice)
}

// pick is the figure and tie of the present choice.
func (s *state) pick() pick { return pick{figure: s.figure, tie: s.tie} }

// An eligible is a question with one of its rounds.
type eligible struct {
	question int
	option   *Option
}

func (s *state) allOptions() (list []eligible) {
	for q := range s.p.Questions {
		for i := range s.p.Questions[q].Options {
			list = append(list, eligible{q, &s.p.Questions[q].Options[i]})
		}
	}
	return list
}

// A moved is a question with the round it was in before, or Out.
type moved struct{ question, from int }

// force asks question q in o's round, from wherever it was, and takes out what
// is in its way: its enemies, and questions of that round. It notes what it
// moved.
func (s *state) force(q int, o *Option, random *rand.Rand, out []moved) []moved {
	if s.choice[q] == o.Round {
		return out
	}
	remove := func(x int) {
		out = append(out, moved{x, s.choice[x]})
		s.take(x)
	}
	if s.choice[q] != Out {
		remove(q)
	} else {
		out = append(out, moved{q, Out})
	}
	for _, e := range s.enemies[q] {
		if s.choice[e] != Out {
			remove(e)
		}
	}
	for !s.fits(q, o) {
		x := s.inRound(o.Round, random, s.p.Questions[q].Knowledge && !o.Free && s.used[o.Round]+s.p.Questions[q].Minutes <= s.p.Rounds[o.Round].Budget)
		if x == Out {
			return out // it never fits: sound will say so
		}
		remove(x)
	}
	s.put(q, o.Round)
	return out
}

// inRound returns a question that is asked in a round, any of them or one of
// the knowledge questions; Out when there is none.
func (s *state) inRound(r int, random *rand.Rand, knowledge bool) int {
	seen, found := 0, Out
	for _, q := range s.asked[r] {
		if s.p.Questions[q].Pinned || knowledge && !s.p.Questions[q].Knowledge {
			continue
		}
		if seen++; random.IntN(seen) == 0 {
			found = q
		}
	}
	return found
}

// sound reports whether pins, main kinds and rounds are as they must be after
// what was moved.
func (s *state) sound(to int, need []int, out []moved) bool {
	for i, m := range out {
		at := s.choice[m.question]
		if at == Out && (i == 0 || s.p.Questions[m.question].Pinned) {
			return false
		}
		if m.from != Out && (len(s.asked[m.from]) == 0 || s.main[m.from] < need[m.from]) {
			return false
		}
	}
	return len(out) > 0 && s.main[to] >= need[to]
}

// undo puts back what was moved, the last first.
func (s *state) undo(out []moved) {
	for i := len(out) - 1; i >= 0; i-- {
		m := out[i]
		if s.choice[m.question] != Out {
			s.take(m.question)
		}
		if m.from != Out {
			s.put(m.question, m.from)
		}
	}
}
