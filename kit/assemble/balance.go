package assemble

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// How the search for equivalent forms behaves. It proposes a question for a
// round of a form, taken from where it is, and accepts what is worse the more
// readily the hotter it still is. It cools several times, each time beginning
// with the best so far. Work is counted in proposals, never in time.
const (
	formProposals = 30_000 // of one cooling, for each form
	formWidest    = 8      // forms that proposals are counted for, at most
	formCoolings  = 8      // at most
	formIdle      = 2      // coolings in turn that bring nothing better, at most
	formHopeless  = 6      // the same while nothing is found
	formHottest   = 200    // of the first; about what a short question is worth
	formReheated  = 60     // of the others; of every other one while nothing is found
	formStricter  = 3      // by which a misfit counts more in each of three coolings in turn, while nothing is found
)

// cost states a misfit in units of value.
func (x misfit) cost() int {
	return 2000*x.empty + 60*x.main + 40*x.minutes + 1000*x.covered + 400*x.looks + 4*x.value
}

// A balance is forms being made equivalent.
type balance struct {
	m       *layout
	std     *standard
	overlap int // questions that two forms may share, pins apart
	strict  int // by which a misfit counts more
	random  *rand.Rand
	forms   []*state
	askers  []int   // of each question, how many forms ask it
	shared  [][]int // by two forms, how many questions they share, pins apart
	over    int     // questions beyond overlap, over all pairs
	common  int     // shared questions, over all pairs
	log     []step  // what the proposal at hand has done
}

// A step is a question put into a round of a form, or taken out of it.
type step struct {
	form, question, round int
	put                   bool
}

// newBalance returns n forms without questions.
func (m *layout) newBalance(std *standard, n, overlap int) *balance {
	h := fnv.New64a()
	h.Write([]byte(m.p.Seed))
	b := &balance{m: m, std: std, overlap: overlap, random: rand.New(rand.NewPCG(h.Sum64(), uint64(n))), askers: make([]int, len(m.p.Questions))}
	for range n {
		b.forms = append(b.forms, m.state(nil))
		b.shared = append(b.shared, make([]int, n))
	}
	return b
}

func (b *balance) put(f, q, r int) {
	b.share(f, q, 1)
	b.askers[q]++
	b.forms[f].put(q, r)
	b.log = append(b.log, step{f, q, r, true})
}

func (b *balance) take(f, q int) {
	b.log = append(b.log, step{f, q, b.forms[f].choice[q], false})
	b.forms[f].take(q)
	b.askers[q]--
	b.share(f, q, -1)
}

// share counts, or with sign -1 discounts, what form f then has in common with
// the other forms that ask q.
func (b *balance) share(f, q, sign int) {
	if b.askers[q] == 0 || b.m.p.Questions[q].Pinned {
		return
	}
	for g, other := range b.forms {
		if g == f || other.choice[q] == Out {
			continue
		}
		before := max(0, b.shared[f][g]-b.overlap)
		b.shared[f][g] += sign
		b.shared[g][f] += sign
		b.common += sign
		b.over += max(0, b.shared[f][g]-b.overlap) - before
	}
}

// undo takes the proposal at hand back.
func (b *balance) undo() {
	for _, s := range slices.Backward(slices.Clone(b.log)) {
		if s.put {
			b.take(s.form, s.question)
		} else {
			b.put(s.form, s.question, s.round)
		}
	}
}

// A grade is how good forms are that are equivalent.
type grade struct {
	common  int // shared questions, over all pairs
	covered int // of all
	thin    int // minutes that rounds lack to count as full, where they can be
	looks   int // two_looks of all
	least   int // value of the worst
	sum     int // value of all
}

func (b *balance) grade() grade {
	g := grade{common: b.common, least: b.forms[0].figure.Value}
	for _, f := range b.forms {
		for r, full := range b.std.full {
			g.thin += max(0, full-f.used[r])
		}
		g.covered += f.figure.Covered
		g.looks += f.figure.TwoLooks
		g.least = min(g.least, f.figure.Value)
		g.sum += f.figure.Value
	}
	return g
}

func (g grade) better(h grade) bool {
	return cmp.Or(cmp.Compare(h.common, g.common), cmp.Compare(g.covered, h.covered), cmp.Compare(h.thin, g.thin), cmp.Compare(g.looks, h.looks), cmp.Compare(g.least, h.least), cmp.Compare(g.sum, h.sum)) > 0
}

// energy is what the search makes small, in 65536ths of a unit of value: the
// misfit, the more so the further the search has come, against what the forms
// are worth. rise goes from 0 to 63.
func (b *balance) energy(x misfit, g grade, rise int) int {
	const end = stages - 1
	e := b.strict*x.cost()*(end*end+4*rise*rise)/(end*end) + 300*g.common + 20*g.thin - g.sum - len(b.forms)*g.least/2
	return 65536*e - 65536*(1000*(end+4*rise)*g.covered+400*(end+2*rise)*g.looks)/end
}

// A record is the best forms that a search came upon: equivalent ones, or
// while there are none, what came nearest.
type record struct {
	forms  []Choice
	sound  bool
	misfit misfit
	grade  grade
}

// note keeps the forms as they are, if they are better than what it has. It
// reports whether they are.
func (r *record) note(b *balance, x misfit, g grade) bool {
	sound := x == misfit{}
	switch {
	case r.forms == nil:
		for range b.forms {
			r.forms = append(r.forms, make(Choice, len(b.askers)))
		}
	case sound != r.sound:
		if r.sound {
			return false
		}
	case sound && !g.better(r.grade), !sound && x.cost() >= r.misfit.cost():
		return false
	}
	r.sound, r.misfit, r.grade = sound, x, g
	for f, d := range b.forms {
		copy(r.forms[f], d.choice)
	}
	return true
}

// run looks for equivalent forms, beginning with the best of starts, and
// returns the best it comes upon.
func (b *balance) run(starts ...[]Choice) *record {
	best := new(record)
	for _, s := range starts {
		b.restore(s)
		best.note(b, b.std.misfit(b.forms), b.grade())
	}
	options := b.m.allOptions()
	for cooling, idle := 0, 0; cooling < formCoolings && idle < formHopeless && (!best.sound || idle < formIdle); cooling++ {
		hottest := formHottest
		if cooling > 0 && (best.sound || cooling%2 == 1) {
			hottest = formReheated
		}
		b.restore(best.forms)
		b.strict = 1
		for range cooling % 3 {
			if !best.sound {
				b.strict *= formStricter
			}
		}
		if idle++; b.cool(hottest, options, best) {
			idle = 0
		}
	}
	return best
}

// cool makes proposals from hottest down to coldest and reports whether best
// became better.
func (b *balance) cool(hottest int, options []eligible, best *record) (better bool) {
	x, g := b.std.misfit(b.forms), b.grade()
	proposals := formProposals * min(len(b.forms), formWidest)
	let := losses()
	for rise, heat := range heats(hottest) {
		for range proposals / stages {
			o := options[b.random.IntN(len(options))]
			b.log = b.log[:0]
			if !b.propose(b.random.IntN(len(b.forms)), o.question, o.option.Round) || b.over > 0 {
				b.undo()
				continue
			}
			newX, newG := b.std.misfit(b.forms), b.grade()
			worse := b.energy(newX, newG, rise) - b.energy(x, g, rise)
			if worse > 0 && worse >= heat*let[b.random.IntN(len(let))]/65536 {
				b.undo()
				continue
			}
			x, g = newX, newG
			better = best.note(b, x, g) || better
		}
	}
	return better
}

// restore makes the forms what they were.
func (b *balance) restore(to []Choice) {
	for f, d := range b.forms {
		for q, r := range d.choice {
			if r != Out && r != to[f][q] {
				b.take(f, q)
			}
		}
	}
	for f, d := range b.forms {
		for q, r := range to[f] {
			if r != d.choice[q] {
				b.put(f, q, r)
			}
		}
	}
}

// propose asks question q in round r of form f, from wherever it was, takes
// out what is in its way, and gives that to where q came from if it fits. It
// reports whether that was possible.
func (b *balance) propose(f, q, r int) bool {
	d := b.forms[f]
	from, at := f, d.choice[q]
	switch {
	case at == r:
		return false
	case at == Out && b.askers[q] > 0 && (b.overlap == 0 || b.random.IntN(4) > 0):
		from = b.asker(q)
		at = b.forms[from].choice[q]
	}
	if at != Out {
		b.take(from, q)
	}
	removed := len(b.log)
	if !b.clear(f, q, r) {
		return false
	}
	taken := b.log[removed:]
	b.put(f, q, r)
	if at == Out {
		return true
	}
	for _, s := range taken {
		if b.forms[from].fits(s.question, b.m.options[s.question][at]) {
			b.put(from, s.question, at)
		}
	}
	return true
}

// asker returns a form that asks question q, any of them.
func (b *balance) asker(q int) (found int) {
	n := b.random.IntN(b.askers[q])
	for f, d := range b.forms {
		if d.choice[q] == Out {
			continue
		}
		if n == 0 {
			return f
		}
		n--
	}
	return Out
}

// clear takes out of form f what keeps question q from round r: its enemies,
// and questions of that round. It reports whether q then fits; pins stay.
func (b *balance) clear(f, q, r int) bool {
	d := b.forms[f]
	for _, e := range b.m.enemies[q] {
		if d.choice[e] == Out {
			continue
		}
		if b.m.p.Questions[e].Pinned {
			return false
		}
		b.take(f, e)
	}
	question, o := &b.m.p.Questions[q], b.m.options[q][r]
	for !d.fits(q, o) {
		knowledge := question.Knowledge && !o.Free && d.used[r]+question.Minutes <= b.m.p.Rounds[r].Budget
		x := b.inRound(d, r, knowledge)
		if x == Out {
			return false
		}
		b.take(f, x)
	}
	return true
}

// inRound returns a question that a form asks in a round and that is not
// pinned, any of them or any of the knowledge questions; Out when there is none.
func (b *balance) inRound(d *state, r int, knowledge bool) int {
	seen, found := 0, Out
	for _, q := range d.asked[r] {
		question := &b.m.p.Questions[q]
		if question.Pinned || knowledge && !question.Knowledge {
			continue
		}
		if seen++; b.random.IntN(seen) == 0 {
			found = q
		}
	}
	return found
}
