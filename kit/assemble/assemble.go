// Package assemble chooses the questions of a loop: an automated test assembly
// problem in the sense of van der Linden (Linear Models for Optimal Test
// Design, 2005), stated over plain numbers. It knows nothing of files,
// profiles or banks.
package assemble

// A Problem is an integer program: which question is asked in which round.
type Problem struct {
	Topics    []Topic
	Rounds    []Round
	Questions []Question
	Enemies   [][2]int // pairs of questions of which at most one is asked
	Seed      string
}

// A Topic is what the loop is to cover.
type Topic struct {
	Weight   int
	TwoLooks bool // looks in two rounds count: named areas and languages
	Brief    bool // a technology: value 4 a minute for ten minutes
}

// A Round is one interview. All in minutes.
type Round struct {
	Budget    int // of its questions, at most
	Knowledge int // of knowledge questions, at most
	Main      int // of the round's main kind, at least
}

// A Question is one that is eligible for at least one round.
type Question struct {
	ID        string
	Minutes   int
	Middle    bool // the seniority is in the middle of its levels
	Knowledge bool
	Pinned    bool
	Measures  []Measure
	Options   []Option // by round
}

// A Measure is how many minutes of a question count for a topic.
type Measure struct{ Topic, Minutes int }

// An Option is a round that a question is eligible for.
type Option struct {
	Round int
	Main  bool // it is of the round's main kind there
	Free  bool // it does not count against the round's knowledge minutes
}

// LookMinutes is the least time on a topic in one round that counts as a look.
const LookMinutes = 5

// A Figure is the three objectives, in their order.
type Figure struct{ Covered, TwoLooks, Value int }

// Less reports whether f is worse than g.
func (f Figure) Less(g Figure) bool {
	if f.Covered != g.Covered {
		return f.Covered < g.Covered
	}
	if f.TwoLooks != g.TwoLooks {
		return f.TwoLooks < g.TwoLooks
	}
	return f.Value < g.Value
}

// Choice holds, for each question, the round it is asked in, or Out.
type Choice []int

// Out is the round of a question that is not asked.
const Out = -1

// A Solution is a loop that keeps every hard constraint.
type Solution struct {
	Choice  Choice
	Figure  Figure
	Bound   Figure // no loop is better in any of the three
	Optimal bool   // proved
	NoMain  []int  // rounds in which no question of the main kind fits
}

// Infeasible tells why there is no loop. Question is Out when the reason lies
// with the round alone.
type Infeasible struct {
	Round, Question int
	Other           int // the pinned enemy of Question, or Out
}

// Error says that there is no loop; the fields say why.
func (e *Infeasible) Error() string { return "no loop keeps every hard constraint" }

// value is F of the model: what the minutes spent on a topic are worth, before
// its weight.
func (t Topic) value(minutes int) int {
	if t.Brief {
		return 4 * min(minutes, 10)
	}
	return 8*min(minutes, 10) + 4*min(max(minutes-10, 0), 10) + 2*min(max(minutes-20, 0), 10)
}

// Evaluate returns the objectives of a choice.
func (p *Problem) Evaluate(c Choice) Figure {
	s := newState(p)
	for q, r := range c {
		if r != Out {
			s.put(q, r)
		}
	}
	return s.figure
}

// state is a choice with the sums that the objectives and limits need, kept up
// to date with every question put in or taken out.
type state struct {
	p         *Problem
	choice    Choice
	figure    Figure
	tie       int64       // the tie-break of the model
	spent     [][]int     // minutes by topic and round
	total     []int       // minutes by topic
	looks     []int       // by topic
	used      []int       // minutes by round
	knowledge []int       // by round
	main      []int       // by round
	asked     [][]int     // questions by round, in no order
	slot      []int       // of a question in asked
	barred    []int       // how many enemies of a question are asked
	enemies   [][]int     // of a question
	options   [][]*Option // by question and round, nil where it is not eligible
	ties      [][]int64   // by question and round
}

func newState(p *Problem) *state {
	n, rounds := len(p.Questions), len(p.Rounds)
	s := &state{p: p, choice: make(Choice, n), spent: make([][]int, len(p.Topics)), total: make([]int, len(p.Topics)), looks: make([]int, len(p.Topics)),
		used: make([]int, rounds), knowledge: make([]int, rounds), main: make([]int, rounds), asked: make([][]int, rounds), slot: make([]int, n),
		barred: make([]int, n), enemies: make([][]int, n), options: make([][]*Option, n), ties: ties(p)}
	for i := range s.spent {
		s.spent[i] = make([]int, rounds)
	}
	for q := range p.Questions {
		s.choice[q] = Out
		s.options[q] = make([]*Option, rounds)
		for i, o := range p.Questions[q].Options {
			s.options[q][o.Round] = &p.Questions[q].Options[i]
		}
	}
	for _, e := range p.Enemies {
		s.enemies[e[0]] = append(s.enemies[e[0]], e[1])
		s.enemies[e[1]] = append(s.enemies[e[1]], e[0])
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
	topic := &s.p.Topics[t]
	s.figure.add(topic, s.looks[t], s.total[t], -1)
	if s.spent[t][r] >= LookMinutes {
		s.looks[t]--
	}
	s.spent[t][r] += minutes
	s.total[t] += minutes
	if s.spent[t][r] >= LookMinutes {
		s.looks[t]++
	}
	s.figure.add(topic, s.looks[t], s.total[t], 1)
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

// fits reports whether question q may be added to o's round.
func (s *state) fits(q int, o *Option) bool {
	question, round := &s.p.Questions[q], &s.p.Rounds[o.Round]
	return s.choice[q] == Out && s.barred[q] == 0 &&
		s.used[o.Round]+question.Minutes <= round.Budget &&
		(!question.Knowledge || o.Free || s.knowledge[o.Round]+question.Minutes <= round.Knowledge)
}
