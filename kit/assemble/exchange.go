package assemble

import "slices"

// Where filling all rounds at once is too much work, some are filled anew with
// the others as they are, which is a small problem of the same kind. Annealing
// that ends wherever it is leads to other loops to begin from.
const (
	exchangeSteps   = 10  // of the dual
	exchangeOptions = 300 // fillings of a round
	exchangeNodes   = 2_000
	exchangeTries   = 4 // each within a narrower slack
	exchangePasses  = 4 // over all pairs of rounds, at most
	drifts          = 2
	driftProposals  = 4_000
)

// A refill is rounds that are filled anew together.
type refill []bool

// refills lists the pairs of rounds that have something in common, and rounds
// that have nothing in common with any other.
func (c *compiled) refills() (list []refill) {
	n := len(c.p.Rounds)
	joined := func(a, b int) refill {
		f := make(refill, n)
		f[a], f[b] = true, true
		return f
	}
	for a := range n {
		alone := true
		for b := range n {
			if a == b || !c.related(a, b) {
				continue
			}
			alone = false
			if a < b {
				list = append(list, joined(a, b))
			}
		}
		if alone {
			list = append(list, joined(a, a))
		}
	}
	return list
}

// related reports whether two rounds measure a topic, or could ask a question,
// in common, or enemies.
func (c *compiled) related(a, b int) bool {
	if c.mayLook(a)&c.mayLook(b) != 0 {
		return true
	}
	for i := range c.items[a] {
		q := c.items[a][i].question
		if !c.rivals[q] {
			continue
		}
		if slices.ContainsFunc(c.items[b], func(it item) bool { return it.question == q || slices.Contains(c.enemies[q], it.question) }) {
			return true
		}
	}
	return false
}

// exchange fills rounds of the best loop anew, two at a time, until no two can
// be filled better, and then those of loops that drift leads to from it. A
// drift may end where the goal is not kept.
func (b *brancher) exchange(drift func(Choice) (Choice, Figure)) {
	if len(b.d.rounds) < 3 {
		return
	}
	root := newPrices(b.d.c.p)
	root.copyFrom(&b.d.prices)
	list := b.d.c.refills()
	b.settle(list, &root)
	for range drifts {
		from, figure := drift(b.found)
		if figure.Covered < b.known.Covered || figure.Covered == b.known.Covered && figure.TwoLooks < b.known.TwoLooks {
			continue
		}
		other := &brancher{d: b.d, known: figure, found: from}
		other.settle(list, &root)
		b.other += other.other
		if b.known.Less(other.known) {
			b.known, b.found = other.known, other.found
		}
	}
	b.d.prices.copyFrom(&root)
	b.d.total = b.d.value()
}

// settle exchanges until nothing is better.
func (b *brancher) settle(list []refill, root *prices) {
	for at, idle := 0, 0; idle < len(list) && at < exchangePasses*len(list); at++ {
		before := b.known
		b.renew(list[at%len(list)], root)
		if idle++; b.known != before {
			idle = 1
		}
	}
}

// renew fills some rounds anew.
func (b *brancher) renew(rounds refill, root *prices) {
	d, known := b.d, b.found
	for r, open := range rounds {
		if !open {
			d.fixed.put(r, d.filled(known, r))
		}
	}
	d.prices.copyFrom(root)
	d.lower(b.known.Value, exchangeSteps)
	for slack, try := d.total-b.target(), 0; slack >= 0 && try < exchangeTries; slack, try = slack/3, try+1 {
		x := newExact(d, b.known, exchangeNodes)
		x.most = exchangeOptions
		ended := x.run(slack)
		b.take(x)
		if ended || x.found != nil {
			break
		}
	}
	for r, open := range rounds {
		if !open {
			d.fixed.take(r)
		}
	}
}

// filled is what a round is filled with in a loop.
func (d *dual) filled(c Choice, r int) *option {
	o, f := new(option), filling{short: make([]int, len(d.c.p.Topics))}
	for i := range d.c.items[r] {
		if it := &d.c.items[r][i]; c[it.question] == r {
			o.items = append(o.items, it)
			f = f.with(it)
		}
	}
	o.looks = f.looks
	return o
}
