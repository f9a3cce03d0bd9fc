package assemble

import (
	"cmp"
	"math/bits"
	"slices"
)

// The first two objectives are settled apart from the third: what a round can
// give a look of is a set of topics, and there are few of those. This file
// finds the sets, bounds both objectives by them, and looks for a loop that
// beats a known one.

// Limits of the work, each far above what profiles need; beyond them the
// objectives are bounded more loosely.
const (
	maxCoverings  = 20_000  // ways for one round to give looks
	maxExtensions = 100_000 // steps to find them
	fewTwins      = 3       // questions that give the same looks, tried at first
	maxTwins      = 64      // and then
	maxReaches    = 4_000   // combinations of rounds
	maxSeeks      = 200_000 // steps of one search
)

// A covering is a way for a round to give looks, none of its questions idle.
type covering struct {
	items []*item
	looks topicSet
	size  int // of looks
}

// A reach is what some rounds may give together: topics with a look, and
// topics with looks in two rounds.
type reach struct{ once, twice topicSet }

func (a reach) plus(looks topicSet) reach {
	return reach{a.once | looks, a.twice | a.once&looks}
}

func (a reach) join(b reach) reach {
	return reach{a.once | b.once, a.twice | b.twice | a.once&b.once}
}

// cover is everything about the looks of one problem.
type cover struct {
	c         *compiled
	listings  map[int]*listing // by the number of twins, found when needed
	suffix    [][]reach        // by round, what it and those after it may give
	twiceable topicSet         // two different questions give looks in two rounds
	named     topicSet         // topics whose second look counts
}

func newCover(c *compiled) *cover {
	v := &cover{c: c, listings: map[int]*listing{}}
	for t := range c.p.Topics {
		if c.p.Topics[t].TwoLooks {
			v.named |= 1 << t
		}
	}
	v.twiceable = c.twiceable()
	v.suffix = make([][]reach, len(c.p.Rounds)+1)
	v.suffix[len(c.p.Rounds)] = []reach{{}}
	for r := len(c.p.Rounds) - 1; r >= 0; r-- {
		// questions in each other's way do not lower a bound: the shortest will do
		shortest, _ := c.alternatives(r, 1)
		sets, ok := c.coveringsOf(r, shortest)
		if !ok {
			sets = []covering{{looks: c.mayLook(r)}} // more than any of them gives
		}
		v.suffix[r] = v.combine(sets, v.suffix[r+1])
	}
	return v
}

// twiceable returns the topics that may have looks in two rounds at all: one
// question is asked once. Measures too short for a look are let through.
func (c *compiled) twiceable() (set topicSet) {
	for t := range c.p.Topics {
		questions, rounds := map[int]bool{}, 0
		for _, items := range c.items {
			here := false
			for i := range items {
				if items[i].may.has(t) {
					questions[items[i].question], here = true, true
				}
			}
			if here {
				rounds++
			}
		}
		if len(questions) > 1 && rounds > 1 {
			set |= 1 << t
		}
	}
	return set
}

// mayLook is every topic that some question of a round measures.
func (c *compiled) mayLook(r int) (s topicSet) {
	for i := range c.items[r] {
		s |= c.items[r][i].may
	}
	return s
}

// figure is the first two objectives of a reach.
func (v *cover) figure(r reach) (f Figure) {
	topics := v.c.p.Topics
	for s := r.once; s != 0; s &= s - 1 {
		f.Covered += topics[bits.TrailingZeros64(uint64(s))].Weight
	}
	for s := r.twice & v.named; s != 0; s &= s - 1 {
		f.TwoLooks += topics[bits.TrailingZeros64(uint64(s))].Weight
	}
	return f
}

// bound is the best that the first two objectives may be.
func (v *cover) bound() (best Figure) {
	for _, s := range v.suffix[0] {
		s.twice &= v.twiceable
		if f := v.figure(s); best.Less(f) {
			best = f
		}
	}
	return best
}

// coveringsOf lists the ways for some items of a round to give looks, most
// looks first; false when there are too many to list.
func (c *compiled) coveringsOf(r int, items []*item) ([]covering, bool) {
	e := &coverer{round: &c.p.Rounds[r], items: items}
	f := filling{short: make([]int, len(c.p.Topics))}
	for i := range c.items[r] {
		if it := &c.items[r][i]; it.forced {
			f = f.with(it)
			e.stack = append(e.stack, it)
		}
	}
	e.extend(0, f)
	slices.SortFunc(e.found, func(a, b covering) int {
		if a.size != b.size {
			return b.size - a.size
		}
		return cmp.Compare(a.looks, b.looks)
	})
	return e.found, len(e.found) <= maxCoverings && e.steps <= maxExtensions
}

// alternatives returns the items of a round by their minutes, without those
// that a shorter one replaces in every respect: one that gives the same looks
// and has no rivals, or so many that have. It reports whether such a number
// was cut off.
func (c *compiled) alternatives(r, most int) (list []*item, all bool) {
	type class struct {
		looks     topicSet
		knowledge bool
		main      int
	}
	sorted := make([]*item, len(c.items[r]))
	for i := range c.items[r] {
		sorted[i] = &c.items[r][i]
	}
	slices.SortStableFunc(sorted, func(a, b *item) int { return cmp.Compare(a.minutes, b.minutes) })
	taken, settled := map[class]int{}, map[class]bool{}
	all = true
	for _, it := range sorted {
		k := class{it.looks, it.knowledge > 0, it.main}
		if it.forced {
			continue
		}
		// two that give the same looks may both be needed for the main kind
		several := it.main > 0 && it.main < c.p.Rounds[r].Main
		if len(it.shorts) == 0 && !several && !c.p.Questions[it.question].Pinned {
			if settled[k] {
				continue
			}
			if taken[k] == most {
				all = false
				continue
			}
			taken[k]++
			settled[k] = !c.rivals[it.question]
		}
		list = append(list, it)
	}
	return list, all
}

type coverer struct {
	round *Round
	items []*item
	stack []*item
	found []covering
	steps int
}

// extend notes the filling and goes on with every item that adds to it.
func (e *coverer) extend(from int, f filling) {
	if e.steps++; e.steps > maxExtensions || len(e.found) > maxCoverings {
		return
	}
	if f.main >= e.round.Main {
		e.found = append(e.found, covering{slices.Clone(e.stack), f.looks, bits.OnesCount64(uint64(f.looks))})
	}
	for i := from; i < len(e.items); i++ {
		it := e.items[i]
		if f.minutes+it.minutes > e.round.Budget {
			break
		}
		idle := it.may&^f.looks == 0 && (it.main == 0 || f.main >= e.round.Main)
		if idle || !f.admits(it, e.round) {
			continue
		}
		e.stack = append(e.stack, it)
		e.extend(i+1, f.with(it))
		f.without(it)
		e.stack = e.stack[:len(e.stack)-1]
	}
}

// combine joins the looks of a round with what later rounds may give, without
// what something else gives as well.
func (v *cover) combine(here []covering, later []reach) []reach {
	seen := map[reach]bool{}
	var all []reach
	for _, looks := range maximal(here) {
		for _, l := range later {
			j := l.plus(looks)
			j.twice &= v.named
			if !seen[j] {
				seen[j] = true
				all = append(all, j)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b reach) int { return cmp.Compare(b.size(), a.size()) })
	var kept []reach
	for _, a := range all {
		if !slices.ContainsFunc(kept, func(b reach) bool { return a.once&^b.once == 0 && a.twice&^b.twice == 0 }) {
			kept = append(kept, a)
		}
		if len(kept) > maxReaches { // settle for what every round may give together
			return []reach{union(all)}
		}
	}
	return kept
}

func (a reach) size() int {
	return bits.OnesCount64(uint64(a.once)) + bits.OnesCount64(uint64(a.twice))
}

func union(all []reach) (u reach) {
	for _, a := range all {
		u.once, u.twice = u.once|a.once, u.twice|a.twice
	}
	return u
}

// maximal returns the look sets of coverings that no other contains.
func maximal(list []covering) (kept []topicSet) {
	for _, a := range list { // most looks first
		if !slices.ContainsFunc(kept, func(b topicSet) bool { return a.looks&^b == 0 }) {
			kept = append(kept, a.looks)
		}
	}
	return kept
}
