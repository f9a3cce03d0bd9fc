package assemble

import "math"

// bound is what no loop exceeds, in each of the three objectives by itself.
// found is a loop's figure, which steers the search for a low bound and is
// itself no part of the proof.
func bound(p *Problem, found Figure) Figure {
	b := reachable(p)
	b.Value = min(b.Value, newDual(p).lowest(found.Value))
	return b
}

// reachable gives each topic, by itself, every question that measures it, and
// takes every minute of the loop as spent at the middle level.
func reachable(p *Problem) Figure {
	spent := make([][]int, len(p.Topics))
	for t := range spent {
		spent[t] = make([]int, len(p.Rounds))
	}
	for _, q := range p.Questions {
		for _, m := range q.Measures {
			for _, o := range q.Options {
				spent[m.Topic][o.Round] += m.Minutes
			}
		}
	}
	var f Figure
	for t := range p.Topics {
		looks, sum := 0, 0
		for r, m := range spent[t] {
			m = min(m, p.Rounds[r].Budget)
			sum += m
			if m >= LookMinutes {
				looks++
			}
		}
		f.add(&p.Topics[t], looks, sum, 1)
	}
	for _, r := range p.Rounds {
		f.Value += 2 * r.Budget
	}
	return f
}

// dual is the Lagrangian dual of the value: every constraint that ties
// questions together has a price, and then each question decides for itself.
// Whatever the prices, no loop is worth more than the total; the lowest total
// is that of the linear relaxation (Fisher, The Lagrangian Relaxation Method
// for Solving Integer Programming Problems, 1981).
type dual struct {
	p         *Problem
	topic     []float64 // of a minute counted for a topic
	budget    []float64 // of a minute of a round
	knowledge []float64 // of a minute of knowledge in a round
	main      []float64 // paid for a minute of the main kind in a round

	// how far each constraint is from holding at the questions' decisions
	offTopic, offBudget, offKnowledge, offMain []float64
}

// dualSteps bounds the work of one proof.
const dualSteps = 300

func newDual(p *Problem) *dual {
	t, r := len(p.Topics), len(p.Rounds)
	f := func(n int) []float64 { return make([]float64, n) }
	d := &dual{p, f(t), f(r), f(r), f(r), f(t), f(r), f(r), f(r)}
	for i := range d.topic {
		d.topic[i] = float64(2 * p.Topics[i].Weight)
	}
	return d
}

// lowest returns the lowest total that it finds, by steps along the
// subgradient whose length follows the distance to a loop's value (Polyak).
func (d *dual) lowest(found int) int {
	best, scale, since := math.Inf(1), 1.0, 0
	for range dualSteps {
		total := d.total()
		if total < best-1e-9 {
			best, since = total, 0
		} else if since++; since > 12 {
			scale, since = scale/2, 0
		}
		norm := d.norm()
		if norm == 0 || total <= float64(found) {
			break
		}
		d.step(scale * (total - float64(found)) / norm)
	}
	return int(math.Floor(best + 1e-6))
}

// total is the value of the best decisions at the present prices, and notes
// how far they are from every constraint.
func (d *dual) total() float64 {
	sum := 0.0
	for t := range d.topic {
		v, minutes := d.taken(t)
		sum += v
		d.offTopic[t] = -minutes
	}
	for r, round := range d.p.Rounds {
		sum += d.budget[r]*float64(round.Budget) + d.knowledge[r]*float64(round.Knowledge) - d.main[r]*float64(round.Main)
		d.offBudget[r], d.offKnowledge[r], d.offMain[r] = float64(round.Budget), float64(round.Knowledge), -float64(round.Main)
	}
	for q := range d.p.Questions {
		sum += d.decide(&d.p.Questions[q])
	}
	return sum
}

// taken is the best number of minutes to buy for a topic at its price, and
// what is left of their worth.
func (d *dual) taken(t int) (value, minutes float64) {
	for _, m := range []int{10, 20, 30} {
		if v := float64(d.p.Topics[t].Weight*d.p.Topics[t].value(m)) - d.topic[t]*float64(m); v > value {
			value, minutes = v, float64(m)
		}
	}
	return value, minutes
}

// decide puts a question where its profit is highest, or nowhere, and returns
// that profit.
func (d *dual) decide(q *Question) float64 {
	worth := float64(q.Minutes)
	if q.Middle {
		worth *= 2
	}
	for _, m := range q.Measures {
		worth += d.topic[m.Topic] * float64(m.Minutes)
	}
	best, at := 0.0, -1
	if q.Pinned {
		best = math.Inf(-1)
	}
	minutes := float64(q.Minutes)
	for i, o := range q.Options {
		profit := worth - d.budget[o.Round]*minutes
		if q.Knowledge && !o.Free {
			profit -= d.knowledge[o.Round] * minutes
		}
		if o.Main {
			profit += d.main[o.Round] * minutes
		}
		if profit > best {
			best, at = profit, i
		}
	}
	if at < 0 {
		return max(best, 0)
	}
	o := q.Options[at]
	for _, m := range q.Measures {
		d.offTopic[m.Topic] += float64(m.Minutes)
	}
	d.offBudget[o.Round] -= minutes
	if q.Knowledge && !o.Free {
		d.offKnowledge[o.Round] -= minutes
	}
	if o.Main {
		d.offMain[o.Round] += minutes
	}
	return best
}

// norm is the squared length of the subgradient, without the directions in
// which a price of nothing cannot fall.
func (d *dual) norm() (sum float64) {
	d.each(func(price *float64, off float64) {
		if *price > 0 || off < 0 {
			sum += off * off
		}
	})
	return sum
}

// step moves every price against its subgradient; none falls below nothing.
func (d *dual) step(length float64) {
	d.each(func(price *float64, off float64) { *price = max(0, *price-length*off) })
}

func (d *dual) each(visit func(price *float64, off float64)) {
	for t := range d.topic {
		visit(&d.topic[t], d.offTopic[t])
	}
	for r, round := range d.p.Rounds {
		visit(&d.budget[r], d.offBudget[r])
		visit(&d.knowledge[r], d.offKnowledge[r])
		if round.Main > 0 {
			visit(&d.main[r], d.offMain[r])
		}
	}
}
