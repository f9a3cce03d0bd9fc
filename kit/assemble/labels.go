package assemble

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// A label is what some rounds may give looks of together, and what they gain
// at most if they do.
type label struct {
	reach
	gained int64
}

// maxLabels bounds how many labels a depth has; beyond that all looks are
// taken as given.
const maxLabels = 1_000

// label works out what the rounds from each depth on may give looks of.
func (x *exact) label(slack int64) {
	n := len(x.order)
	x.labels, x.bounds = make([][]label, n+1), make([]map[reach]int64, n+1)
	x.labels[n] = []label{{}}
	x.bounds[0], x.onward = map[reach]int64{}, make([][]onward, n)
	for depth := n - 1; depth >= 0; depth-- {
		x.bounds[depth+1] = map[reach]int64{}
		best := bestByLooks(x.lists[x.order[depth]])
		x.onward[depth] = make([]onward, len(best))
		x.labels[depth] = combineLabels(best, x.labels[depth+1], x.rest[depth]-slack, &x.work)
	}
}

// bestByLooks tells fillings with the same looks from others, and returns of
// each kind the one that gains most.
func bestByLooks(list []option) (best []label) {
	kinds := map[topicSet]int{}
	for i := range list { // most gain first
		o := &list[i]
		kind, seen := kinds[o.looks]
		if !seen {
			kind = len(best)
			kinds[o.looks] = kind
			best = append(best, label{reach{once: o.looks}, o.gained})
		}
		o.kind = kind
	}
	return best
}

// combineLabels joins the labels of a round with those of later ones, without
// what gains less than least, or less than another that gives as many looks.
func combineLabels(here, later []label, least int64, work *int) []label {
	best := map[reach]int64{}
	var all []label
	for _, h := range here {
		for _, l := range later {
			gained := h.gained + l.gained
			*work++
			if gained < least {
				break
			}
			j := l.plus(h.once)
			if g, seen := best[j]; !seen || gained > g {
				best[j] = gained
			}
		}
	}
	for j, g := range best {
		all = append(all, label{j, g})
	}
	slices.SortFunc(all, func(a, b label) int {
		return cmp.Or(cmp.Compare(b.gained, a.gained), cmp.Compare(a.once, b.once), cmp.Compare(a.twice, b.twice))
	})
	var kept []label
	for _, a := range all {
		if !slices.ContainsFunc(kept, func(b label) bool { return a.once&^b.once == 0 && a.twice&^b.twice == 0 }) {
			kept = append(kept, a)
		}
		if len(kept) > maxLabels {
			u := label{gained: all[0].gained}
			for _, a := range all {
				u.once, u.twice = u.once|a.once, u.twice|a.twice
			}
			return []label{u}
		}
	}
	return kept
}

// restFor is what the rounds from depth on gain at most if, with what is
// reached already, the goal is kept; far below everything when it cannot be.
func (x *exact) restFor(depth int, now reach) int64 {
	if g, known := x.bounds[depth][now]; known {
		return g
	}
	g := int64(math.MinInt64 / 4)
	for _, l := range x.labels[depth] {
		if x.keeps(now.join(l.reach)) {
			g = l.gained
			break
		}
	}
	x.bounds[depth][now] = g
	return g
}

// keeps reports whether the looks are as many as are known to be had.
func (x *exact) keeps(r reach) bool {
	covered, two := 0, 0
	topics := x.d.c.p.Topics
	for s := r.once; s != 0; s &= s - 1 {
		covered += topics[bits.TrailingZeros64(uint64(s))].Weight
	}
	for s := r.twice; s != 0; s &= s - 1 {
		if topic := &topics[bits.TrailingZeros64(uint64(s))]; topic.TwoLooks {
			two += topic.Weight
		}
	}
	return covered > x.known.Covered || covered == x.known.Covered && two >= x.known.TwoLooks
}
