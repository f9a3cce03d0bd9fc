package assemble

import (
	"cmp"
	"math/bits"
	"slices"
)

// begin finds a loop, with the main kind in as many rounds as can have it, and
// returns the rounds that cannot; of equally many it is the later ones. Their
// need for it is dropped.
func (s *state) begin() (dropped []int, err error) {
	if err := s.enemyPins(); err != nil {
		return nil, err
	}
	whole := s.p.Rounds
	var failed *Infeasible
	for _, drop := range s.drops() {
		p := *s.p
		p.Rounds = slices.Clone(whole)
		for _, r := range drop {
			p.Rounds[r].Main = 0
		}
		s.p = &p
		steps := 0
		pin, stuck := s.place(&steps)
		if pin < 0 && stuck == Out {
			return drop, nil
		}
		failed = &Infeasible{Round: stuck, Question: Out, Other: Out}
		if pin >= 0 {
			failed = &Infeasible{Round: Out, Question: pin, Other: Out}
		}
	}
	return nil, failed
}

// drops lists the sets of rounds whose main kind may have to be dropped, in the
// order in which they are tried.
func (s *state) drops() (sets [][]int) {
	var with []int
	for r, round := range s.p.Rounds {
		if round.Main > 0 {
			with = append(with, r)
		}
	}
	masks := make([]uint, 1<<len(with))
	for i := range masks {
		masks[i] = uint(i)
	}
	slices.SortFunc(masks, func(a, b uint) int {
		return cmp.Or(cmp.Compare(bits.OnesCount(a), bits.OnesCount(b)), cmp.Compare(b, a))
	})
	for _, mask := range masks {
		var set []int
		for i, r := range with {
			if mask>>i&1 == 1 {
				set = append(set, r)
			}
		}
		sets = append(sets, set)
	}
	return sets
}

func (s *state) enemyPins() error {
	for a := range s.p.Questions {
		for _, b := range s.enemies[a] {
			if b < a && s.p.Questions[a].Pinned && s.p.Questions[b].Pinned {
				return &Infeasible{Round: Out, Question: a, Other: b}
			}
		}
	}
	return nil
}

// maxPlacings bounds the work of finding a first loop.
const maxPlacings = 20_000

// place puts the pins that are not asked yet into their rounds, those with
// fewest rounds first, and then seats what every round wants, going back where
// that comes to nothing. It returns the first pin that could not be placed, -1
// when all were, and a round that stayed without what it wants, Out when none
// did.
func (s *state) place(steps *int) (pin, stuck int) {
	var pins []int
	for q := range s.p.Questions {
		if s.p.Questions[q].Pinned && s.choice[q] == Out {
			pins = append(pins, q)
		}
	}
	slices.SortStableFunc(pins, func(a, b int) int {
		return cmp.Compare(len(s.p.Questions[a].Options), len(s.p.Questions[b].Options))
	})
	deepest := 0
	stuck = Out
	var place func(i int) bool
	place = func(i int) bool {
		deepest = max(deepest, i)
		if i == len(pins) {
			var seated bool
			seated, stuck = s.seat(steps)
			return seated
		}
		for j := range s.p.Questions[pins[i]].Options {
			o := &s.p.Questions[pins[i]].Options[j]
			if *steps++; *steps > maxPlacings {
				return false
			}
			if s.fits(pins[i], o) {
				s.put(pins[i], o.Round)
				if place(i + 1) {
					return true
				}
				s.take(pins[i])
			}
		}
		return false
	}
	if place(0) {
		return -1, Out
	}
	if deepest < len(pins) {
		return pins[deepest], Out
	}
	return -1, stuck
}

// seat gives every round that is empty, or short of its main kind, a question
// more, the round with the fewest that fit first, the question that gains most
// first.
func (s *state) seat(steps *int) (seated bool, stuck int) {
	next, fewest := Out, []pick(nil)
	for r, round := range s.p.Rounds {
		wantsMain := s.main[r] < round.Main
		if len(s.asked[r]) > 0 && !wantsMain {
			continue
		}
		if list := s.candidates(r, wantsMain); next == Out || len(list) < len(fewest) {
			next, fewest = r, list
		}
	}
	if next == Out {
		return true, Out
	}
	stuck = next
	for _, c := range fewest {
		if *steps++; *steps > maxPlacings {
			break
		}
		s.put(c.question, next)
		seated, at := s.seat(steps)
		if seated {
			return true, Out
		}
		stuck = at
		s.take(c.question)
	}
	return false, stuck
}

// candidates returns the questions that may be added to a round, the one that
// gains most first; of its main kind only, when main is set.
func (s *state) candidates(r int, main bool) (list []pick) {
	for q := range s.p.Questions {
		o := s.options[q][r]
		if o == nil || !s.fits(q, o) || main && !o.Main {
			continue
		}
		s.put(q, r)
		list = append(list, pick{q, r, s.figure, s.tie})
		s.take(q)
	}
	slices.SortStableFunc(list, func(a, b pick) int {
		if a.better(b) {
			return -1
		}
		return 1
	})
	return list
}
