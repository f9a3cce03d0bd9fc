package assemble

import (
	"cmp"
	"math/bits"
	"slices"
)

// maxOptions is how many fillings of one round are searched at most.
const maxOptions = 6_000

// exact looks for loops that beat a known one, over the fillings of each round
// that gain nearly the most at the prices: any loop better than the known one
// consists of such. It loses nothing by that, and when it comes to its end the
// best loop it knows is the best there is.
type exact struct {
	d      *dual
	order  []int // rounds, fewest fillings first
	lists  [][]option
	rest   []int64           // by depth, what the rounds from there on gain at most
	labels [][]label         // by depth, what they may give looks of, most gain first
	bounds []map[reach]int64 // by depth, what they gain at most when the goal is kept
	onward [][]onward        // by depth and kind of filling, the same after one of the kind
	visits int
	ends   [][]int   // by depth, questions with several rounds that none of the later ones may ask
	parts  [][]int   // by depth, pairs of enemies likewise
	left   [][]int64 // by topic and minutes, what it leaves at the prices
	shown  [][]int64 // by topic and looks, likewise
	barred []int     // by question: it, or enemies of it, are asked
	asked  []bool
	spent  []int // by topic
	given  []int // looks, by topic
	topics int64 // what all topics leave
	worth  int
	place  []*option // by depth
	nodes  int
	work   int // of everything but nodes
	limit  int // of nodes
	most   int // fillings of a round

	known  Figure
	found  Choice
	target int64 // what a bound must reach to be of interest
}

func newExact(d *dual, known Figure, limit int) *exact {
	f := &d.fixed
	x := &exact{d: d, limit: limit, most: maxOptions, known: known, target: int64(known.Value+1) * unit, worth: f.worth}
	x.barred, x.asked, x.spent, x.given = slices.Clone(f.out), slices.Clone(f.asked), slices.Clone(f.spent), slices.Clone(f.given)
	return x
}

// run searches all fillings within a slack of the best of their round; false
// when that is too much work.
func (x *exact) run(slack int64) bool {
	if !x.collect(slack) {
		return false
	}
	x.search(0, x.base(), x.d.fixed.reach())
	return x.nodes <= x.limit
}

// base is what the total counts apart from rounds and topics.
func (x *exact) base() int64 {
	d := x.d
	sum := int64(d.fixed.worth)*unit - d.prices.covered*int64(d.goal.Covered) - d.prices.twoLooks*int64(d.goal.TwoLooks)
	for _, q := range d.several {
		if d.fixed.out[q] == 0 {
			sum += d.prices.once[q]
		}
	}
	for e := range d.prices.enemy {
		if d.fixed.tied(d.c.p, e) {
			sum += d.prices.enemy[e]
		}
	}
	for t := range d.prices.minute {
		sum += d.prices.minute[t]*int64(d.fixed.spent[t]) + d.prices.look[t]*int64(d.fixed.given[t])
	}
	return sum
}

// collect lists the fillings of each round within the slack of its best; false
// when they are too many.
func (x *exact) collect(slack int64) bool {
	d := x.d
	x.lists = make([][]option, len(d.rounds))
	for r := range d.rounds {
		if d.fixed.by[r] != nil {
			continue
		}
		s := &d.rounds[r]
		if !s.near(s.best-slack-1, x.most) || len(s.noted) == 0 {
			return false
		}
		x.lists[r] = s.noted
		x.order = append(x.order, r)
	}
	slices.SortStableFunc(x.order, func(a, b int) int { return cmp.Compare(len(x.lists[a]), len(x.lists[b])) })
	n := len(x.order)
	x.place = make([]*option, n)
	x.rest, x.ends, x.parts = make([]int64, n+1), make([][]int, n), make([][]int, n)
	for depth := n - 1; depth >= 0; depth-- {
		x.rest[depth] = x.rest[depth+1] + x.lists[x.order[depth]][0].gained
	}
	x.label(slack)
	x.lastChances()
	x.tabulate()
	return true
}

// An onward is a bound that was worked out at the visit of that number.
type onward struct {
	visit int
	most  int64
}

// tabulate works out what each topic leaves with every number of minutes and
// looks that it may come to.
func (x *exact) tabulate() {
	topics := len(x.d.c.p.Topics)
	most := make([]int, topics)
	for _, q := range x.d.c.p.Questions {
		for _, m := range q.Measures {
			most[m.Topic] += m.Minutes
		}
	}
	all := 0
	for _, r := range x.d.c.p.Rounds {
		all += 2 * r.Budget // a part's area may be the question's again
	}
	x.left, x.shown = make([][]int64, topics), make([][]int64, topics)
	for t := range topics {
		x.left[t], x.shown[t] = make([]int64, min(most[t], all)+1), make([]int64, len(x.d.rounds)+1)
		for m := range x.left[t] {
			x.left[t][m], _ = x.d.buysMinutes(t, m)
		}
		for n := range x.shown[t] {
			x.shown[t][n], _ = x.d.buysLooks(t, n)
		}
		x.topics += x.left[t][x.spent[t]] + x.shown[t][x.given[t]]
	}
}

// lastChances finds at which depth each question with several rounds, and each
// pair of enemies, may be asked for the last time.
func (x *exact) lastChances() {
	last := make([]int, len(x.d.c.p.Questions))
	for depth, r := range x.order {
		for i := range x.d.c.items[r] {
			last[x.d.c.items[r][i].question] = depth
		}
	}
	for _, q := range x.d.several {
		if x.d.fixed.out[q] == 0 {
			x.ends[last[q]] = append(x.ends[last[q]], q)
		}
	}
	for e, pair := range x.d.c.p.Enemies {
		if !x.d.fixed.tied(x.d.c.p, e) {
			continue
		}
		at := max(last[pair[0]], last[pair[1]])
		x.parts[at] = append(x.parts[at], e)
	}
}

// search fills the round at depth with everything that may still beat what is
// known; base is what is gained so far, topics apart.
func (x *exact) search(depth int, base int64, now reach) {
	if depth == len(x.order) {
		x.finish()
		return
	}
	list, onward := x.lists[x.order[depth]], x.onward[depth]
	x.visits++
	visit := x.visits
	for i := range list {
		o := &list[i]
		if base+o.gained+x.rest[depth+1]+x.topics < x.target {
			return // those that follow gain less
		}
		if x.nodes++; x.nodes > x.limit {
			return
		}
		then := now.plus(o.looks)
		on := &onward[o.kind]
		if on.visit != visit {
			on.visit, on.most = visit, x.restFor(depth+1, then)
		}
		rest := on.most
		if base+o.gained+rest+x.topics < x.target || !x.free(o) {
			continue
		}
		x.put(o, depth, 1)
		gained := base + o.gained - x.unused(depth)
		if gained+rest+x.topics >= x.target {
			x.search(depth+1, gained, then)
		}
		x.put(o, depth, -1)
	}
}

func (x *exact) free(o *option) bool {
	for _, it := range o.items {
		if x.barred[it.question] > 0 {
			return false
		}
	}
	return true
}

func (x *exact) put(o *option, depth, sign int) {
	x.place[depth] = o
	for _, it := range o.items {
		q := it.question
		x.asked[q] = sign > 0
		x.barred[q] += sign
		for _, e := range x.d.c.enemies[q] {
			x.barred[e] += sign
		}
		for _, m := range x.d.c.p.Questions[q].Measures {
			t := m.Topic
			x.topics -= x.left[t][x.spent[t]]
			x.spent[t] += sign * m.Minutes
			x.topics += x.left[t][x.spent[t]]
		}
		x.worth += sign * x.d.c.worth[q]
	}
	for s := o.looks; s != 0; s &= s - 1 {
		t := bits.TrailingZeros64(uint64(s))
		x.topics -= x.shown[t][x.given[t]]
		x.given[t] += sign
		x.topics += x.shown[t][x.given[t]]
	}
}

// unused is what was counted for questions and pairs of enemies that, past
// depth, will not be asked any more.
func (x *exact) unused(depth int) (sum int64) {
	for _, q := range x.ends[depth] {
		if !x.asked[q] {
			sum += x.d.prices.once[q]
		}
	}
	for _, e := range x.parts[depth] {
		pair := x.d.c.p.Enemies[e]
		if !x.asked[pair[0]] && !x.asked[pair[1]] {
			sum += x.d.prices.enemy[e]
		}
	}
	return sum
}

// finish takes the loop when it beats what is known.
func (x *exact) finish() {
	f := Figure{Value: x.worth}
	for t := range x.given {
		f.add(&x.d.c.p.Topics[t], x.given[t], x.spent[t], 1)
	}
	if !x.known.Less(f) || !x.pinned() {
		return
	}
	x.known, x.target = f, int64(f.Value+1)*unit
	x.found = make(Choice, len(x.asked))
	for q := range x.found {
		x.found[q] = Out
	}
	for r, o := range x.d.fixed.by {
		if o != nil {
			for _, it := range o.items {
				x.found[it.question] = r
			}
		}
	}
	for depth, o := range x.place {
		for _, it := range o.items {
			x.found[it.question] = x.order[depth]
		}
	}
}

func (x *exact) pinned() bool {
	for q := range x.asked {
		if x.d.c.p.Questions[q].Pinned && !x.asked[q] {
			return false
		}
	}
	return true
}
