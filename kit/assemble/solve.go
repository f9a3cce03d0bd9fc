package assemble

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
)

// Solve chooses a loop that keeps every hard constraint: each question at most
// once, no enemies, every budget, every pin, no round empty, the main kind of
// a round for at least half of it. Within these it adds what gains most, and
// then exchanges questions as long as that gains. The figure is proved to be
// the best only where Optimal says so; Bound holds in any case. An *Infeasible is returned where
// there is no loop.
func Solve(p *Problem) (*Solution, error) {
	s := newState(p)
	if err := s.pinned(); err != nil {
		return nil, err
	}
	need := s.mains()
	s.fill()
	s.anneal(need)
	s.fill()
	for s.improve(need) {
	}
	if err := s.noneEmpty(); err != nil {
		return nil, err
	}
	sol := &Solution{Choice: s.choice, Figure: s.figure}
	bounded := *p
	bounded.Rounds = slices.Clone(p.Rounds)
	for r, round := range p.Rounds {
		if s.main[r] < round.Main {
			sol.NoMain = append(sol.NoMain, r)
			bounded.Rounds[r].Main = 0 // dropped, so nothing may be concluded from it
		}
	}
	sol.Bound = bound(&bounded, s.figure)
	sol.Optimal = sol.Figure == sol.Bound
	return sol, nil
}

// ties returns the model's tie-break of each question in each of its rounds:
// the first four bytes of SHA-256("seed/id/round").
func ties(p *Problem) [][]int64 {
	all := make([][]int64, len(p.Questions))
	for q, question := range p.Questions {
		all[q] = make([]int64, len(p.Rounds))
		for _, o := range question.Options {
			sum := sha256.Sum256([]byte(fmt.Sprintf("%s/%s/%d", p.Seed, question.ID, o.Round)))
			all[q][o.Round] = int64(binary.BigEndian.Uint32(sum[:4]))
		}
	}
	return all
}

// pinned places every pinned question, those with fewest rounds first, going
// back where one does not fit.
func (s *state) pinned() error {
	var pins []int
	for q := range s.p.Questions {
		if s.p.Questions[q].Pinned {
			pins = append(pins, q)
		}
	}
	slices.SortStableFunc(pins, func(a, b int) int {
		return cmp.Compare(len(s.p.Questions[a].Options), len(s.p.Questions[b].Options))
	})
	for i, a := range pins {
		for _, b := range pins[:i] {
			if slices.Contains(s.enemies[a], b) {
				return &Infeasible{Round: Out, Question: a, Other: b}
			}
		}
	}
	// first so that every round has its main kind, then anyhow
	deepest, stuck := s.place(pins, s.shortestMain())
	if stuck != Out || deepest < len(pins) {
		deepest, stuck = s.place(pins, make([]int, len(s.p.Rounds)))
	}
	switch {
	case deepest < len(pins):
		return &Infeasible{Round: Out, Question: pins[deepest], Other: Out}
	case stuck != Out:
		return &Infeasible{Round: stuck, Question: Out, Other: Out}
	}
	return nil
}

// shortestMain returns, for each round, how many minutes its main kind takes
// at least: half of it, or the shortest question that is as long.
func (s *state) shortestMain() []int {
	room := make([]int, len(s.p.Rounds))
	for _, q := range s.p.Questions {
		for _, o := range q.Options {
			round := s.p.Rounds[o.Round]
			if o.Main && q.Minutes >= round.Main && q.Minutes <= round.Budget && (room[o.Round] == 0 || q.Minutes < room[o.Round]) {
				room[o.Round] = q.Minutes
			}
		}
	}
	for r, round := range s.p.Rounds {
		if round.Main == 0 {
			room[r] = 0
		}
	}
	return room
}

// maxPlacings bounds the work of finding a first loop.
const maxPlacings = 20_000

// place puts the pins into their rounds and something into every round, of the
// main kind where room says that there is such a question, going back where
// that comes to nothing. It returns how many pins it could place at once, and
// a round that stayed empty, Out when none did.
func (s *state) place(pins, room []int) (deepest, stuck int) {
	steps := 0
	stuck = Out
	var place func(i int) bool
	place = func(i int) bool {
		deepest = max(deepest, i)
		if i == len(pins) {
			var seated bool
			seated, stuck = s.seat(room, &steps)
			return seated
		}
		for j := range s.p.Questions[pins[i]].Options {
			o := &s.p.Questions[pins[i]].Options[j]
			if steps++; steps > maxPlacings {
				return false
			}
			if s.fits(pins[i], o) && s.leaves(pins[i], o, room[o.Round]) {
				s.put(pins[i], o.Round)
				if place(i + 1) {
					return true
				}
				s.take(pins[i])
			}
		}
		return false
	}
	place(0)
	return deepest, stuck
}

// seat gives every round that still wants one a question, the round with the
// fewest that fit first, the question that gains most first.
func (s *state) seat(room []int, steps *int) (seated bool, stuck int) {
	next, fewest := Out, []pick(nil)
	for r, round := range s.p.Rounds {
		wantsMain := room[r] > 0 && s.main[r] < round.Main
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
		if seated, at := s.seat(room, steps); seated {
			return true, Out
		} else {
			stuck = at
		}
		s.take(c.question)
	}
	return false, stuck
}

// candidates returns the questions that may be added to a round, the one that
// gains most first; of its main kind, and long enough, when main is set.
func (s *state) candidates(r int, main bool) (list []pick) {
	for q := range s.p.Questions {
		o := s.options[q][r]
		if o == nil || !s.fits(q, o) || main && (!o.Main || s.p.Questions[q].Minutes < s.p.Rounds[r].Main) {
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

// leaves reports whether, with q in o, the round still has room minutes for
// its main kind, counting what it holds of it.
func (s *state) leaves(q int, o *Option, room int) bool {
	others := s.used[o.Round] - s.main[o.Round]
	return o.Main || others+s.p.Questions[q].Minutes+max(room, s.main[o.Round]) <= s.p.Rounds[o.Round].Budget
}

// mains gives each round its questions of the main kind, and returns what each
// round holds of it that must be kept.
func (s *state) mains() []int {
	need := make([]int, len(s.p.Rounds))
	for r, round := range s.p.Rounds {
		for s.main[r] < round.Main {
			q := s.best(func(q int, o *Option) bool { return o.Round == r && o.Main && s.p.Questions[q].Minutes >= round.Main })
			if q.question == Out {
				q = s.best(func(_ int, o *Option) bool { return o.Round == r && o.Main })
			}
			if q.question == Out {
				break
			}
			s.put(q.question, r)
		}
		need[r] = min(round.Main, s.main[r])
	}
	return need
}

// A pick is a question for a round and what the loop is then worth.
type pick struct {
	question, round int
	figure          Figure
	tie             int64
}

func (a pick) better(b pick) bool {
	if a.figure != b.figure {
		return b.figure.Less(a.figure)
	}
	return a.tie > b.tie
}

// best returns the addition that gains most among those allowed.
func (s *state) best(allowed func(q int, o *Option) bool) pick {
	top := pick{question: Out}
	for q := range s.p.Questions {
		for i := range s.p.Questions[q].Options {
			o := &s.p.Questions[q].Options[i]
			if !s.fits(q, o) || !allowed(q, o) {
				continue
			}
			s.put(q, o.Round)
			if now := (pick{q, o.Round, s.figure, s.tie}); top.question == Out || now.better(top) {
				top = now
			}
			s.take(q)
		}
	}
	return top
}

func anything(int, *Option) bool { return true }

// fill adds questions, the best first, until none fits; rounds that are still
// empty come before others.
func (s *state) fill() {
	for {
		q := s.best(func(_ int, o *Option) bool { return len(s.asked[o.Round]) == 0 })
		if q.question == Out {
			q = s.best(anything)
		}
		if q.question == Out {
			return
		}
		s.put(q.question, q.round)
	}
}

// improve takes each question out in turn and fills the gap anew; it keeps the
// first exchange that gains, and reports whether there was one.
func (s *state) improve(need []int) bool {
	for q := range s.p.Questions {
		r := s.choice[q]
		if r == Out || s.p.Questions[q].Pinned && len(s.p.Questions[q].Options) == 1 {
			continue
		}
		before, old := pick{figure: s.figure, tie: s.tie}, slices.Clone(s.choice)
		if s.exchange(q, before, need) {
			return true
		}
		s.reset(old)
	}
	return false
}

// exchange takes q out and tries every first addition, each followed by
// filling up; the best outcome stays when it beats before.
func (s *state) exchange(q int, before pick, need []int) bool {
	s.take(q)
	start := slices.Clone(s.choice)
	best, bestChoice := before, Choice(nil)
	for first := range s.p.Questions {
		for i := range s.p.Questions[first].Options {
			o := &s.p.Questions[first].Options[i]
			if first == q && o.Round == before.round || !s.fits(first, o) {
				continue
			}
			s.put(first, o.Round)
			if now := (pick{figure: s.figure, tie: s.tie}); s.promising(now.figure, best.figure) {
				s.fill()
				now = pick{figure: s.figure, tie: s.tie}
				if now.better(best) && s.keeps(need) {
					best, bestChoice = now, slices.Clone(s.choice)
				}
				s.reset(start)
				continue
			}
			s.take(first)
		}
	}
	if bestChoice == nil {
		return false
	}
	s.reset(bestChoice)
	return true
}

// promising reports whether filling up from now could still beat best: one
// more question hardly adds more than a tenth.
func (s *state) promising(now, best Figure) bool {
	return now.Covered >= best.Covered-1 && now.Value*10 >= best.Value*9
}

// keeps reports whether the pins and the main kinds are as they must be.
func (s *state) keeps(need []int) bool {
	for q := range s.p.Questions {
		if s.p.Questions[q].Pinned && s.choice[q] == Out {
			return false
		}
	}
	for r := range s.p.Rounds {
		if s.main[r] < need[r] || len(s.asked[r]) == 0 {
			return false
		}
	}
	return true
}

func (s *state) reset(c Choice) {
	for q := range s.choice {
		if s.choice[q] != c[q] && s.choice[q] != Out {
			s.take(q)
		}
	}
	for q, r := range c {
		if s.choice[q] != r {
			s.put(q, r)
		}
	}
}

func (s *state) noneEmpty() error {
	for r, asked := range s.asked {
		if len(asked) == 0 {
			return &Infeasible{Round: r, Question: Out, Other: Out}
		}
	}
	return nil
}
