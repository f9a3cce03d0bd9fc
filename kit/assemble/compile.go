package assemble

import "math/bits"

// topicSet is a set of topics, a bit each. A problem with more topics than
// maxTopics is still solved, but its first two objectives are not proved.
type topicSet uint64

const maxTopics = 64

func (s topicSet) has(t int) bool { return s>>t&1 == 1 }

// each calls visit with every topic of the set, in order.
func (s topicSet) each(visit func(t int)) {
	for ; s != 0; s &= s - 1 {
		visit(bits.TrailingZeros64(uint64(s)))
	}
}

// An item is a question in one of its rounds, with what the search needs of it
// there.
type item struct {
	question  int
	minutes   int
	knowledge int       // minutes that count against the round's knowledge
	main      int       // minutes of the round's main kind
	looks     topicSet  // topics of which it gives a look by itself
	may       topicSet  // every topic that it measures, if ever so short
	shorts    []Measure // measures too short for a look by themselves
	forced    bool      // pinned, and this is its only round
}

// compiled is a problem laid out by rounds.
type compiled struct {
	p       *Problem
	items   [][]item // by round, the questions that fit into it at all
	enemies [][]int  // of each question
	pairs   [][]int  // of each question, the pairs of enemies it is in
	worth   []int    // of each question's minutes by themselves
	rivals  []bool   // of each question: it has several rounds, or an enemy
}

func compile(p *Problem) *compiled {
	c := &compiled{p: p, items: make([][]item, len(p.Rounds)), enemies: make([][]int, len(p.Questions)), pairs: make([][]int, len(p.Questions)), worth: make([]int, len(p.Questions)), rivals: make([]bool, len(p.Questions))}
	for i, e := range p.Enemies {
		c.pairs[e[0]], c.pairs[e[1]] = append(c.pairs[e[0]], i), append(c.pairs[e[1]], i)
		c.enemies[e[0]] = append(c.enemies[e[0]], e[1])
		c.enemies[e[1]] = append(c.enemies[e[1]], e[0])
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		c.worth[i] = q.Minutes
		if q.Middle {
			c.worth[i] = 2 * q.Minutes
		}
		c.rivals[i] = len(q.Options) > 1 || len(c.enemies[i]) > 0
		looks, shorts := split(q.Measures)
		for _, o := range q.Options {
			if q.Minutes > p.Rounds[o.Round].Budget {
				continue
			}
			it := item{question: i, minutes: q.Minutes, looks: looks, may: looks, shorts: shorts, forced: q.Pinned && len(q.Options) == 1}
			for _, m := range shorts {
				it.may |= 1 << m.Topic
			}
			if q.Knowledge && !o.Free {
				it.knowledge = q.Minutes
			}
			if o.Main {
				it.main = q.Minutes
			}
			c.items[o.Round] = append(c.items[o.Round], it)
		}
	}
	return c
}

// split tells measures that are looks from those that are too short.
func split(measures []Measure) (looks topicSet, shorts []Measure) {
	for _, m := range measures {
		if m.Minutes >= LookMinutes {
			looks |= 1 << m.Topic
		} else if m.Minutes > 0 {
			shorts = append(shorts, m)
		}
	}
	return looks, shorts
}

// A filling is a set of questions for one round, while it is put together.
type filling struct {
	minutes, knowledge, main int
	looks                    topicSet
	short                    []int // by topic, minutes of measures too short for a look
}

// with returns the filling with one more item. Its short minutes are shared
// with f: without takes them back.
func (f filling) with(it *item) filling {
	f.minutes += it.minutes
	f.knowledge += it.knowledge
	f.main += it.main
	f.looks |= it.looks
	for _, m := range it.shorts {
		if f.short[m.Topic] += m.Minutes; f.short[m.Topic] >= LookMinutes {
			f.looks |= 1 << m.Topic
		}
	}
	return f
}

func (f filling) without(it *item) {
	for _, m := range it.shorts {
		f.short[m.Topic] -= m.Minutes
	}
}

// admits reports whether there is room for one more item.
func (f *filling) admits(it *item, round *Round) bool {
	return f.minutes+it.minutes <= round.Budget && f.knowledge+it.knowledge <= round.Knowledge
}
