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

// A Measure is how many minutes of a question count for a topic. A question has
// at most one of each topic.
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
	Bound   Figure // no loop is better, each objective compared among those as good in the ones before it
	Optimal bool   // proved: no loop is better than Figure
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
