package assemble

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// Evaluate returns the objectives of a choice.
func (p *Problem) Evaluate(c Choice) Figure {
	return newLayout(p).state(c).figure
}

// A layout is a problem with what is looked up again and again.
type layout struct {
	p        *Problem
	enemies  [][]int     // of a question
	options  [][]*Option // by question and round, nil where it is not eligible
	eligible [][]int     // questions by round
	ties     [][]int64   // by question and round
	worth    [][]int     // by topic and minutes, their value times its weight; beyond the last it stays
}

// fullMinutes is from where on more minutes of a topic are worth nothing.
const fullMinutes = 30

func newLayout(p *Problem) *layout {
	n := len(p.Questions)
	l := &layout{p: p, enemies: make([][]int, n), options: make([][]*Option, n), eligible: make([][]int, len(p.Rounds)), ties: ties(p)}
	for _, t := range p.Topics {
		worth := make([]int, fullMinutes+1)
		for m := range worth {
			worth[m] = t.Weight * t.value(m)
		}
		l.worth = append(l.worth, worth)
	}
	for q := range p.Questions {
		l.options[q] = make([]*Option, len(p.Rounds))
		for i, o := range p.Questions[q].Options {
			l.options[q][o.Round] = &p.Questions[q].Options[i]
			l.eligible[o.Round] = append(l.eligible[o.Round], q)
		}
	}
	for _, e := range p.Enemies {
		l.enemies[e[0]] = append(l.enemies[e[0]], e[1])
		l.enemies[e[1]] = append(l.enemies[e[1]], e[0])
	}
	return l
}

// state is a choice with the sums that the objectives and limits need, kept up
// to date with every question put in or taken out.
type state struct {
	*layout
	p         *Problem // the layout's, but for main kinds that had to be dropped
	choice    Choice
	figure    Figure
	tie       int64   // the tie-break of the model
	spent     [][]int // minutes by topic and round
	total     []int   // minutes by topic
	looks     []int   // by topic
	used      []int   // minutes by round
	knowledge []int   // by round
	main      []int   // by round
	asked     [][]int // questions by round, in no order
	slot      []int   // of a question in asked
	barred    []int   // how many enemies of a question are asked
	first     Choice  // a loop to begin anew from, nil for none
	anneals   int     // how often it was annealed, for other random numbers each time
}

func newState(p *Problem) *state { return newLayout(p).state(nil) }

// state returns the state of a choice; nil is one without questions.
func (l *layout) state(c Choice) *state {
	n, rounds, topics := len(l.p.Questions), len(l.p.Rounds), len(l.p.Topics)
	s := &state{layout: l, p: l.p, choice: make(Choice, n), spent: make([][]int, topics), total: make([]int, topics), looks: make([]int, topics),
		used: make([]int, rounds), knowledge: make([]int, rounds), main: make([]int, rounds), asked: make([][]int, rounds), slot: make([]int, n), barred: make([]int, n)}
	for t := range s.spent {
		s.spent[t] = make([]int, rounds)
	}
	for q := range s.choice {
		s.choice[q] = Out
	}
	for q, r := range c {
		if r != Out {
			s.put(q, r)
		}
	}
	return s
}

func (s *state) put(q, r int) {
	s.choice[q] = r
	s.slot[q] = len(s.asked[r])
	s.asked[r] = append(s.asked[r], q)
	s.move(q, r, 1)
}

func (s *state) take(q int) {
	r := s.choice[q]
	s.choice[q] = Out
	last := len(s.asked[r]) - 1
	moved := s.asked[r][last]
	s.asked[r][s.slot[q]], s.slot[moved] = moved, s.slot[q]
	s.asked[r] = s.asked[r][:last]
	s.move(q, r, -1)
}

func (s *state) move(q, r, sign int) {
	question := &s.p.Questions[q]
	for _, m := range question.Measures {
		s.spend(m.Topic, r, sign*m.Minutes)
	}
	minutes := sign * question.Minutes
	s.used[r] += minutes
	if o := s.options[q][r]; o != nil {
		if question.Knowledge && !o.Free {
			s.knowledge[r] += minutes
		}
		if o.Main {
			s.main[r] += minutes
		}
	}
	s.figure.Value += minutes
	if question.Middle {
		s.figure.Value += minutes
	}
	s.tie += int64(sign) * s.ties[q][r]
	for _, e := range s.enemies[q] {
		s.barred[e] += sign
	}
}

// spend adds minutes to a topic in a round, and to the figure what they change.
func (s *state) spend(t, r, minutes int) {
	had := s.spent[t][r] >= LookMinutes
	s.spent[t][r] += minutes
	if has := s.spent[t][r] >= LookMinutes; has != had {
		s.look(t, has)
	}
	worth := s.worth[t]
	s.figure.Value -= worth[min(s.total[t], len(worth)-1)]
	s.total[t] += minutes
	s.figure.Value += worth[min(s.total[t], len(worth)-1)]
}

// look counts one look more at a topic, or one less.
func (s *state) look(t int, more bool) {
	topic, step := &s.p.Topics[t], -1
	if more {
		step = 1
	}
	s.looks[t] += step
	switch n := max(s.looks[t], s.looks[t]-step); { // the higher of before and after
	case n == 1:
		s.figure.Covered += step * topic.Weight
	case n == 2 && topic.TwoLooks:
		s.figure.TwoLooks += step * topic.Weight
	}
}

// add counts, or with sign -1 discounts, what a topic is worth with so many
// looks and minutes.
func (f *Figure) add(t *Topic, looks, minutes, sign int) {
	if looks > 0 {
		f.Covered += sign * t.Weight
	}
	if looks > 1 && t.TwoLooks {
		f.TwoLooks += sign * t.Weight
	}
	f.Value += sign * t.Weight * t.value(minutes)
}

// fits reports whether question q may be added to o's round; o may be nil.
func (s *state) fits(q int, o *Option) bool {
	if o == nil {
		return false
	}
	question, round := &s.p.Questions[q], &s.p.Rounds[o.Round]
	return s.choice[q] == Out && s.barred[q] == 0 &&
		s.used[o.Round]+question.Minutes <= round.Budget &&
		(!question.Knowledge || o.Free || s.knowledge[o.Round]+question.Minutes <= round.Knowledge)
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

// favour exchanges questions for others that leave the loop worth the same, as
// long as that lifts the tie-break: the seed decides between equally good loops.
func (s *state) favour() {
	for again := true; again; {
		again = false
		for q, r := range s.choice {
			if r == Out || s.p.Questions[q].Pinned {
				continue
			}
			now := s.pick()
			s.take(q)
			twin := Out
			for _, o := range s.eligible[r] {
				if !s.fits(o, s.options[o][r]) {
					continue
				}
				s.put(o, r)
				if p := s.pick(); p.figure == now.figure && p.tie > now.tie && s.main[r] >= s.p.Rounds[r].Main {
					now, twin, again = p, o, true
				}
				s.take(o)
			}
			if twin == Out {
				twin = q
			}
			s.put(twin, r)
		}
	}
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
