package assemble

import (
	"math"
	"math/bits"
)

// The value is bounded by a Lagrangian dual (Fisher, The Lagrangian Relaxation
// Method for Solving Integer Programming Problems, 1981). What ties the rounds
// together has a price: the minutes and looks of a topic, which every round
// sells and the topic buys; a question that several rounds could ask; two
// enemies; and the coverage that is to be kept. Each round then fills itself
// as profits it most. Whatever the prices, no loop is worth more than the
// total. All prices are whole numbers, so the bound is exact, and the same on
// every machine.

// unit is what a price of 1 of value is written as.
const unit = 1 << 14

// Limits of the work on one set of prices.
const (
	dualSteps   = 150
	maxLowering = 50_000 // steps of searches of rounds
)

type prices struct {
	minute []int64 // by topic
	look   []int64 // by topic
	once   []int64 // by question, 0 unless it has several rounds
	enemy  []int64 // by pair
	// paid for a unit of the first two objectives
	covered, twoLooks int64
}

func newPrices(p *Problem) prices {
	f := func(n int) []int64 { return make([]int64, n) }
	return prices{minute: f(len(p.Topics)), look: f(len(p.Topics)), once: f(len(p.Questions)), enemy: f(len(p.Enemies))}
}

func (a *prices) copyFrom(b *prices) {
	copy(a.minute, b.minute)
	copy(a.look, b.look)
	copy(a.once, b.once)
	copy(a.enemy, b.enemy)
	a.covered, a.twoLooks = b.covered, b.twoLooks
}

// A dual is the search for low prices, among loops that reach the first two
// objectives of goal.
type dual struct {
	c       *compiled
	goal    Figure
	several []int // questions with several rounds
	fixed   fixed // what some rounds are filled with for certain
	prices  prices
	off     prices // how far each constraint is from holding
	heading prices // where each price goes
	best    prices
	total   int64 // at best
	rounds  []roundSearch
	own     []int64 // by question, what its minutes are worth at the prices
	looks   lookPrices
}

func newDual(c *compiled, goal Figure, choice Choice) *dual {
	d := &dual{c: c, goal: goal, prices: newPrices(c.p), off: newPrices(c.p), heading: newPrices(c.p), best: newPrices(c.p), total: math.MaxInt64, own: make([]int64, len(c.p.Questions))}
	for q := range c.p.Questions {
		if len(c.p.Questions[q].Options) > 1 {
			d.several = append(d.several, q)
		}
	}
	for r := range c.p.Rounds {
		d.rounds = append(d.rounds, newRoundSearch(c, r))
	}
	d.fixed = newFixed(c)
	d.startAt(choice)
	return d
}

// startAt sets the price of a topic's minutes to what one more of them is
// worth where a known loop stands.
func (d *dual) startAt(choice Choice) {
	minutes := make([]int, len(d.c.p.Topics))
	for q, r := range choice {
		if r != Out {
			for _, m := range d.c.p.Questions[q].Measures {
				minutes[m.Topic] += m.Minutes
			}
		}
	}
	d.prices.covered, d.prices.twoLooks = 100*unit, 50*unit
	for t := range d.c.p.Topics {
		topic := &d.c.p.Topics[t]
		m := minutes[t]
		d.prices.look[t] = int64(topic.Weight) * 50 * unit
		d.prices.minute[t] = int64(topic.Weight) * unit * int64(topic.value(m+2)-topic.value(max(0, m-2))) / int64(m+2-max(0, m-2))
	}
}

// lower takes steps along the subgradient whose length follows the distance to
// a loop's value (Polyak), and keeps the lowest total.
func (d *dual) lower(found, steps int) {
	d.descend(found, steps)
	d.prices.copyFrom(&d.best)
	d.total = d.value()
}

func (d *dual) descend(found, steps int) {
	lowest := int64(math.MaxInt64)
	target := int64(found) * unit
	scale, since := int64(256), 0
	before := d.work()
	d.each(func(_, heading *int64, _, _ int64, _ bool) { *heading = 0 })
	for range steps {
		total := d.roughly()
		if total < lowest {
			lowest, since = total, 0
			d.best.copyFrom(&d.prices)
		} else if since++; since >= 12 {
			scale, since = scale*2/3, 0
		}
		norm := d.turn()
		if norm == 0 || lowest < target+unit || scale < 4 || d.work()-before > maxLowering {
			return
		}
		d.step(max(total-target, unit)*scale, norm)
	}
}

// work is how many steps all searches of rounds took.
func (d *dual) work() (sum int) {
	for r := range d.rounds {
		sum += d.rounds[r].work
	}
	return sum
}

// bound is the best value of any loop that keeps the goal.
func (d *dual) bound() int {
	return int(floorDiv(d.total, unit))
}

func floorDiv(a, b int64) int64 {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// value is the total at the present prices; every round's best filling is found
// or bounded.
func (d *dual) value() int64 {
	return d.sum(func(s *roundSearch) int64 { return s.fill(maxFills) })
}

// roughly is the total with fillings that are good but may not be the best,
// which will do to find prices.
func (d *dual) roughly() int64 {
	return d.sum(func(s *roundSearch) int64 { s.fill(maxTries); return s.best })
}

// sum is the total with a filling for every open round, and notes how far the
// fillings are from every constraint.
func (d *dual) sum(fill func(*roundSearch) int64) int64 {
	sum := d.constant()
	d.reprice()
	for r := range d.rounds {
		if d.fixed.by[r] != nil {
			continue
		}
		s := &d.rounds[r]
		s.price(d)
		sum += fill(s)
		for _, it := range s.chosen {
			d.count(it)
		}
		for looks := s.looks; looks != 0; looks &= looks - 1 {
			d.off.look[bits.TrailingZeros64(uint64(looks))]++
		}
	}
	return sum
}

// constant is what topics, questions, the goal and the fixed rounds leave at
// the prices.
func (d *dual) constant() int64 {
	p, sum := d.c.p, int64(d.fixed.worth)*unit
	d.off.covered, d.off.twoLooks = -int64(d.goal.Covered), -int64(d.goal.TwoLooks)
	sum -= d.prices.covered*int64(d.goal.Covered) + d.prices.twoLooks*int64(d.goal.TwoLooks)
	for t := range p.Topics {
		spent, given := d.fixed.spent[t], d.fixed.given[t]
		left, minutes := d.buysMinutes(t, spent)
		sum += left + d.prices.minute[t]*int64(spent)
		d.off.minute[t] = int64(spent - minutes)
		left, looks := d.buysLooks(t, given)
		sum += left + d.prices.look[t]*int64(given)
		d.off.look[t] = int64(given - looks)
		if looks > 0 {
			d.off.covered += int64(p.Topics[t].Weight)
		}
		if looks > 1 && p.Topics[t].TwoLooks {
			d.off.twoLooks += int64(p.Topics[t].Weight)
		}
	}
	for _, q := range d.several {
		if d.off.once[q] = 0; d.fixed.out[q] == 0 {
			sum += d.prices.once[q]
			d.off.once[q] = 1
		}
	}
	for e := range p.Enemies {
		if d.off.enemy[e] = 0; d.fixed.tied(p, e) {
			sum += d.prices.enemy[e]
			d.off.enemy[e] = 1
		}
	}
	return sum
}

// buysMinutes is how many minutes a topic buys that has some already, and what
// they are worth beyond their price, those it has being paid for.
func (d *dual) buysMinutes(t, has int) (left int64, minutes int) {
	topic, price := &d.c.p.Topics[t], d.prices.minute[t]
	worth := func(m int) int64 { return int64(topic.Weight*topic.value(m))*unit - price*int64(m) }
	left, minutes = worth(has), has
	for _, m := range [...]int{10, 20, 30} {
		if m <= has || topic.Brief && m > 10 {
			continue
		}
		if w := worth(m); w > left {
			left, minutes = w, m
		}
	}
	return left, minutes
}

// buysLooks is the same for looks.
func (d *dual) buysLooks(t, has int) (left int64, looks int) {
	topic := &d.c.p.Topics[t]
	worth := func(n int) (w int64) {
		if n > 0 {
			w += d.prices.covered * int64(topic.Weight)
		}
		if n > 1 && topic.TwoLooks {
			w += d.prices.twoLooks * int64(topic.Weight)
		}
		return w - d.prices.look[t]*int64(n)
	}
	left, looks = worth(has), has
	for n := has + 1; n <= 2; n++ {
		if w := worth(n); w > left {
			left, looks = w, n
		}
	}
	return left, looks
}

// reprice works out what each question is worth at the prices, looks apart.
func (d *dual) reprice() {
	d.looks.set(d.prices.look)
	for q := range d.c.p.Questions {
		w := int64(d.c.worth[q]) * unit
		if d.fixed.out[q] == 0 {
			w -= d.prices.once[q]
		}
		for _, m := range d.c.p.Questions[q].Measures {
			w += d.prices.minute[m.Topic] * int64(m.Minutes)
		}
		d.own[q] = w
	}
	for e, pair := range d.c.p.Enemies {
		if !d.fixed.tied(d.c.p, e) {
			continue
		}
		d.own[pair[0]] -= d.prices.enemy[e]
		d.own[pair[1]] -= d.prices.enemy[e]
	}
}

// lookPrices is what the looks of a set of topics cost together, eight topics
// at a time.
type lookPrices [][256]int64

func (l *lookPrices) set(look []int64) {
	if *l == nil {
		*l = make(lookPrices, (len(look)+7)/8)
	}
	for t, price := range look {
		part, bit := &(*l)[t/8], 1<<(t%8)
		for i := range bit {
			part[bit+i] = part[i] + price
		}
	}
}

func (l *lookPrices) of(looks topicSet) (sum int64) {
	for i := range *l {
		sum += (*l)[i][byte(looks>>(8*i))]
	}
	return sum
}

// count notes what an asked question takes and gives.
func (d *dual) count(it *item) {
	q := it.question
	for _, m := range d.c.p.Questions[q].Measures {
		d.off.minute[m.Topic] += int64(m.Minutes)
	}
	d.off.once[q]-- // without effect unless it has several rounds
	for _, e := range d.c.pairs[q] {
		if d.fixed.tied(d.c.p, e) {
			d.off.enemy[e]--
		}
	}
}

// Constraints are weighed so that one more question, look or unit of coverage
// off is about as much as the minutes that go with it.
const (
	weighMinute   = 1
	weighLook     = 20
	weighQuestion = 12
	weighGoal     = 20
)

// each visits every price with where it heads, how far its constraint is from
// holding, and what that weighs; free prices may fall below nothing.
func (d *dual) each(visit func(price, heading *int64, off, weight int64, free bool)) {
	for t := range d.prices.minute {
		visit(&d.prices.minute[t], &d.heading.minute[t], d.off.minute[t], weighMinute, false)
		visit(&d.prices.look[t], &d.heading.look[t], d.off.look[t], weighLook, false)
	}
	for _, q := range d.several {
		visit(&d.prices.once[q], &d.heading.once[q], d.off.once[q], weighQuestion, d.c.p.Questions[q].Pinned)
	}
	for e := range d.prices.enemy {
		visit(&d.prices.enemy[e], &d.heading.enemy[e], d.off.enemy[e], weighQuestion, false)
	}
	visit(&d.prices.covered, &d.heading.covered, d.off.covered, weighGoal, false)
	visit(&d.prices.twoLooks, &d.heading.twoLooks, d.off.twoLooks, weighGoal, false)
}

// A heading is the subgradient with part of the heading before, which keeps
// prices from swinging to and fro (Camerini, Fratta and Maffioli, On improving
// relaxation methods by modified gradient techniques, 1975). In 16ths.
const keptHeading = 11

// turn sets the headings, and returns their squared length, without the
// directions in which a price of nothing cannot fall.
func (d *dual) turn() (norm int64) {
	d.each(func(price, heading *int64, off, weight int64, free bool) {
		*heading = 16*off + *heading*keptHeading/16
		if free || *price > 0 || *heading < 0 {
			norm += *heading * *heading * weight * weight
		}
	})
	return norm
}

// step moves every price against its heading; none falls below nothing that may
// not.
func (d *dual) step(length, norm int64) {
	d.each(func(price, heading *int64, _, weight int64, free bool) {
		*price -= length * *heading / norm * weight * weight / 16
		if !free {
			*price = max(0, *price)
		}
	})
}
