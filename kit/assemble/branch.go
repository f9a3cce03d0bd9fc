package assemble

import (
	"container/heap"
	"slices"
)

// fixed is what some rounds are filled with for certain, and what that means
// for the others.
type fixed struct {
	by    []*option // by round, nil where it is open
	spent []int     // minutes, by topic
	given []int     // looks, by topic
	out   []int     // by question, above 0 where it, or an enemy of it, is asked
	asked []bool
	worth int
	c     *compiled
}

func newFixed(c *compiled) fixed {
	n, t := len(c.p.Questions), len(c.p.Topics)
	return fixed{by: make([]*option, len(c.p.Rounds)), spent: make([]int, t), given: make([]int, t), out: make([]int, n), asked: make([]bool, n), c: c}
}

// put fills a round for certain.
func (f *fixed) put(r int, o *option) { f.by[r] = o; f.change(o, 1) }

// take opens a round again.
func (f *fixed) take(r int) { f.change(f.by[r], -1); f.by[r] = nil }

func (f *fixed) change(o *option, sign int) {
	for _, it := range o.items {
		q := it.question
		f.asked[q] = sign > 0
		f.out[q] += sign
		for _, e := range f.c.enemies[q] {
			f.out[e] += sign
		}
		for _, m := range f.c.p.Questions[q].Measures {
			f.spent[m.Topic] += sign * m.Minutes
		}
		f.worth += sign * f.c.worth[q]
	}
	o.looks.each(func(t int) { f.given[t] += sign })
}

// tied reports whether both of a pair of enemies may still be asked.
func (f *fixed) tied(p *Problem, e int) bool {
	return f.out[p.Enemies[e][0]] == 0 && f.out[p.Enemies[e][1]] == 0
}

func (f *fixed) reach() (r reach) {
	for t, n := range f.given {
		if n > 0 {
			r.once |= 1 << t
		}
		if n > 1 {
			r.twice |= 1 << t
		}
	}
	return r
}

// A branch is a part of all loops: those in which some rounds are filled so.
type branch struct {
	fills  []fill
	total  int64 // no loop of the branch is worth more
	prices prices
	age    int // for branches of equal total, the older first
}

type fill struct {
	round  int
	option *option
}

// branches is a heap, the branch with the highest total first.
type branches []*branch

func (b branches) Len() int { return len(b) }
func (b branches) Less(i, j int) bool {
	return b[i].total > b[j].total || b[i].total == b[j].total && b[i].age < b[j].age
}
func (b branches) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

// Push is for package heap.
func (b *branches) Push(x any) { *b = append(*b, x.(*branch)) }

// Pop is for package heap.
func (b *branches) Pop() any {
	last := (*b)[len(*b)-1]
	*b = (*b)[:len(*b)-1]
	return last
}

// Limits of the branch and bound. All work is counted, never timed: a unit is a
// step of a round's search, of which a core does some twenty in a microsecond.
const (
	firstNodes  = 30_000  // fillings tried at first
	rootNodes   = 150_000 // and where that may settle it, before anything is branched on
	branchNodes = 2_000   // and in each branch
	branchSteps = 25      // of the dual in each branch
	branchWork  = 40_000
	promising   = 80  // parts of the value that a bound may be above it for a search
	hopeful     = 200 // and for branches
	workOfNode  = 2   // a filling tried, in units
	// into how many parts the slack is divided at first, and once more loops are known
	widenings, lastWidenings = 16, 4
)

// A brancher improves a known loop by branch and bound: it fills the round that
// has fewest promising fillings with each of them in turn, finds new prices for
// the rest, and always goes on with the branch that promises most.
type brancher struct {
	d     *dual
	known Figure // of the best loop so far
	found Choice // that loop
	open  branches
	other int // work besides that of the rounds
	limit int // of the work
	born  int
}

// improve returns the best loop that it finds, beginning with a known one whose
// figure is the dual's goal, and what no loop that keeps the goal exceeds in
// value. drift leads from a loop to another one.
func (d *dual) improve(known Choice, figure Figure, drift func(Choice) (Choice, Figure)) (best Choice, bound int) {
	b := &brancher{d: d, known: figure, found: known}
	total, done := b.widen(d.total, widenings, firstNodes)
	if !done {
		b.exchange(drift)
		if b.near(total, promising) {
			total, done = b.widen(total, lastWidenings, rootNodes)
		}
	}
	if !done {
		b.push(nil, total)
		if b.near(total, hopeful) {
			b.limit = b.work() + branchWork
		}
	}
	for b.work() < b.limit && len(b.open) > 0 && b.open[0].total >= b.target() {
		b.split(heap.Pop(&b.open).(*branch))
	}
	bound = b.known.Value
	for _, o := range b.open {
		bound = max(bound, int(floorDiv(o.total, unit)))
	}
	return b.found, bound
}

// near reports whether a bound is so near to the best loop, as a part of its
// value, that a proof may be near as well.
func (b *brancher) near(total int64, part int) bool {
	return (total-b.target())/unit*int64(part) <= int64(b.known.Value)
}

// work is all that was done so far, in units.
func (b *brancher) work() int {
	return b.other + b.d.work()
}

func (b *brancher) target() int64 { return int64(b.known.Value+1) * unit }

// widen searches all fillings within a slack of the best of their round, and
// returns a bound of the loops that it has not searched; done when there are
// none. A loop with a filling beyond the slack is worth less than the total by
// that slack. The slack starts as a part of the whole, where good loops are
// found soonest, and widens, as long as the fillings tried do not grow so fast
// that the next search would not end.
func (b *brancher) widen(total int64, part int64, limit int) (lowest int64, done bool) {
	d := b.d
	whole := d.total
	nodes, last := 0, 0
	for ; part > 0 && nodes < limit; part /= 2 {
		x := newExact(d, b.known, limit-nodes)
		slack := (whole - x.target) / part
		if slack < 0 {
			return 0, true
		}
		ended := x.run(slack)
		b.take(x)
		nodes += x.nodes
		if !ended {
			break
		}
		total = min(total, whole-slack-1)
		if part == 1 {
			return 0, true
		}
		if last > 0 && x.nodes/last*x.nodes > limit {
			break
		}
		last = x.nodes
	}
	return total, false
}

// take adopts what a search has found.
func (b *brancher) take(x *exact) {
	b.other += x.nodes*workOfNode + x.work
	if x.found != nil {
		b.found, b.known = x.found, x.known
	}
}

func (b *brancher) push(fills []fill, total int64) {
	p := newPrices(b.d.c.p)
	p.copyFrom(&b.d.best)
	b.born++
	heap.Push(&b.open, &branch{fills, total, p, b.born})
}

// split divides a branch by the fillings of one round, bounds each part, and
// keeps those that may hold a better loop and are too large to search at once.
func (b *brancher) split(o *branch) {
	d := b.d
	for _, f := range o.fills {
		d.fixed.put(f.round, f.option)
	}
	d.prices.copyFrom(&o.prices)
	total := d.value()
	r, options := b.fewest(total - b.target())
	if r == Out {
		b.limit = 0
		b.push(o.fills, min(o.total, total))
	}
	for i := range options {
		if b.work() >= b.limit { // what is left keeps the bound of the whole
			b.push(o.fills, min(o.total, total))
			break
		}
		d.fixed.put(r, &options[i])
		d.prices.copyFrom(&o.prices)
		b.visit(append(slices.Clone(o.fills), fill{r, &options[i]}), min(o.total, total))
		d.fixed.take(r)
	}
	for _, f := range o.fills {
		d.fixed.take(f.round)
	}
}

// fewest returns the open round with the fewest fillings within a slack of its
// best, and these; Out when there are too many in every round.
func (b *brancher) fewest(slack int64) (round int, options []option) {
	round = Out
	most := maxOptions
	for r := range b.d.rounds {
		if b.d.fixed.by[r] != nil {
			continue
		}
		s := &b.d.rounds[r]
		if s.near(s.best-slack-1, most) {
			round, options = r, s.keep()
			most = len(options) - 1
		}
		if most < 1 {
			break
		}
	}
	return round, options
}

// visit bounds the branch whose rounds are fixed now, and searches it when it
// is small.
func (b *brancher) visit(fills []fill, total int64) {
	d := b.d
	d.lower(b.known.Value, branchSteps)
	if total = min(total, d.total); total < b.target() {
		return
	}
	x := newExact(d, b.known, branchNodes)
	ended := x.run(d.total - x.target)
	b.take(x)
	if !ended {
		b.push(fills, total)
	}
}
