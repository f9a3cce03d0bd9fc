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
	cards    []card
	seats    []seat  // by question, and of one question by round
	worth    []worth // by topic
}

// A card is of a question what putting it into a round needs.
type card struct {
	minutes, worth    int // worth is of its minutes by themselves
	knowledge, pinned bool
	measures          []Measure
	enemies           []int
}

// A seat is a question's place in a round.
type seat struct {
	knowledge, main int // minutes that count there as such
	tie             int64
}

// fullMinutes is from where on more minutes of a topic are worth nothing.
const fullMinutes = 30

// worth is what minutes of a topic are worth, times its weight.
type worth [fullMinutes + 1]int

func (w *worth) of(minutes int) int { return w[min(minutes, fullMinutes)] }

func newLayout(p *Problem) *layout {
	n := len(p.Questions)
	l := &layout{p: p, enemies: make([][]int, n), options: make([][]*Option, n), eligible: make([][]int, len(p.Rounds)), worth: make([]worth, len(p.Topics))}
	for t, topic := range p.Topics {
		for m := range l.worth[t] {
			l.worth[t][m] = topic.Weight * topic.value(m)
		}
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
	l.deal()
	return l
}

// deal writes out the cards and seats.
func (l *layout) deal() {
	l.cards, l.seats = make([]card, len(l.p.Questions)), make([]seat, len(l.p.Questions)*len(l.p.Rounds))
	for q := range l.cards {
		question := &l.p.Questions[q]
		c := card{question.Minutes, question.Minutes, question.Knowledge, question.Pinned, question.Measures, l.enemies[q]}
		if question.Middle {
			c.worth *= 2
		}
		l.cards[q] = c
		for _, o := range question.Options {
			s := l.in(q, o.Round)
			if question.Knowledge && !o.Free {
				s.knowledge = question.Minutes
			}
			if o.Main {
				s.main = question.Minutes
			}
			s.tie = l.p.tie(q, o.Round)
		}
	}
}

func (l *layout) in(q, r int) *seat { return &l.seats[q*len(l.p.Rounds)+r] }

// state is a choice with the sums that the objectives and limits need, kept up
// to date with every question put in or taken out.
type state struct {
	*layout
	p         *Problem // the layout's, but for main kinds that had to be dropped
	choice    Choice
	figure    Figure
	tie       int64   // the tie-break of the model
	spent     []int   // minutes by topic, and of one topic by round
	total     []int   // minutes by topic
	looks     []int   // by topic
	used      []int   // minutes by round
	knowledge []int   // by round
	main      []int   // by round
	asked     [][]int // questions by round, in no order
	slot      []int   // of a question in asked
	barred    []int   // how many enemies of a question are asked
	anneals   int     // how often it was annealed, for other random numbers each time
}

func newState(p *Problem) *state { return newLayout(p).state(nil) }

// state returns the state of a choice; nil is one without questions.
func (l *layout) state(c Choice) *state {
	n, rounds, topics := len(l.p.Questions), len(l.p.Rounds), len(l.p.Topics)
	s := &state{layout: l, p: l.p, choice: make(Choice, n), spent: make([]int, topics*rounds), total: make([]int, topics), looks: make([]int, topics),
		used: make([]int, rounds), knowledge: make([]int, rounds), main: make([]int, rounds), asked: make([][]int, rounds), slot: make([]int, n), barred: make([]int, n)}
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
	s.enter(q, r)
	s.count(q, r, 1)
}

func (s *state) take(q int) {
	s.count(q, s.choice[q], -1)
	s.leave(q)
}

// enter puts a question into a round, and leave takes it out, as far as the
// limits are concerned: what the objectives need is for count.
func (s *state) enter(q, r int) {
	s.choice[q] = r
	s.slot[q] = len(s.asked[r])
	s.asked[r] = append(s.asked[r], q)
	c, seat := &s.cards[q], s.in(q, r)
	s.used[r] += c.minutes
	s.knowledge[r] += seat.knowledge
	s.main[r] += seat.main
	for _, e := range c.enemies {
		s.barred[e]++
	}
}

func (s *state) leave(q int) {
	r := s.choice[q]
	s.choice[q] = Out
	asked := s.asked[r]
	last := len(asked) - 1
	moved := asked[last]
	asked[s.slot[q]], s.slot[moved] = moved, s.slot[q]
	s.asked[r] = asked[:last]
	c, seat := &s.cards[q], s.in(q, r)
	s.used[r] -= c.minutes
	s.knowledge[r] -= seat.knowledge
	s.main[r] -= seat.main
	for _, e := range c.enemies {
		s.barred[e]--
	}
}

// count adds what a question in a round is worth, or with sign -1 takes it
// away.
func (s *state) count(q, r, sign int) {
	c := &s.cards[q]
	value := sign * c.worth
	for _, m := range c.measures {
		minutes := sign * m.Minutes
		spent := &s.spent[m.Topic*len(s.used)+r]
		had := *spent >= LookMinutes
		*spent += minutes
		if has := *spent >= LookMinutes; has != had {
			s.look(m.Topic, has)
		}
		worth, total := &s.worth[m.Topic], &s.total[m.Topic]
		before := *total
		*total += minutes
		value += worth.of(*total) - worth.of(before)
	}
	s.figure.Value += value
	s.tie += int64(sign) * s.in(q, r).tie
}

// discount undoes count but for the figure and the tie.
func (s *state) discount(q, r, sign int) {
	for _, m := range s.cards[q].measures {
		minutes := sign * m.Minutes
		spent := &s.spent[m.Topic*len(s.used)+r]
		had := *spent >= LookMinutes
		*spent -= minutes
		if has := *spent >= LookMinutes; has && !had {
			s.looks[m.Topic]++
		} else if had && !has {
			s.looks[m.Topic]--
		}
		s.total[m.Topic] -= minutes
	}
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
	c, round := &s.cards[q], &s.p.Rounds[o.Round]
	return s.choice[q] == Out && s.barred[q] == 0 && s.used[o.Round]+c.minutes <= round.Budget &&
		(!c.knowledge || s.knowledge[o.Round]+s.in(q, o.Round).knowledge <= round.Knowledge)
}

// tie is the model's tie-break of a question in a round: the first four bytes
// of SHA-256("seed/id/round").
func (p *Problem) tie(q, r int) int64 {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%s/%s/%d", p.Seed, p.Questions[q].ID, r)))
	return int64(binary.BigEndian.Uint32(sum[:4]))
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
