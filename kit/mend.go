package kit

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/assemble"
)

// A lack is a gap or a fault, as what a change is to do away with.
type lack struct {
	kind   string
	topic  string
	rounds []string // names
	pins   []string // ids
}

func (l lack) key() string { return fmt.Sprintf("%q", []any{l.kind, l.topic, l.rounds, l.pins}) }

func lackOf(g Gap) lack {
	l := lack{kind: g.Kind, topic: g.Topic}
	if g.Round != "" {
		l.rounds = []string{g.Round}
	}
	return l
}

// Limits of the work that is put into finding changes; a solve is one assembly
// of a loop.
const (
	maxSolves  = 100 // for a kit
	maxSingles = 24  // for a gap or fault
	maxPairs   = 12  // of changes, likewise
	minShare   = 4   // solves that every gap or fault may use
)

// A mender finds the smallest change that does away with a lack. Changes are
// tried on the model before they are advised: the loop is assembled anew with
// each, in the order of their size, and the first that mends the lack and
// causes no other is told. What was tried for one lack is known for the next.
type mender struct {
	m       *maker
	before  map[string]bool // keys of what is lacking
	crowded bool            // several pins that do not fit are among it
	tries   map[string]*try
	solves  int // still to be spent
}

func newMender(m *maker, lacks []lack) *mender {
	n := &mender{m: m, before: map[string]bool{}, tries: map[string]*try{}, solves: maxSolves}
	for _, l := range lacks {
		n.before[l.key()] = true
		n.crowded = n.crowded || l.kind == crowdedPins && len(l.pins) > 1
	}
	return n
}

// A try is a profile and bank with a change made, as far as it was looked at.
type try struct {
	change
	first  *try   // of two changes; else nil
	base   *maker // before it
	m      *maker // nil before it was looked at
	lacks  []lack // its faults, or else the gaps of its kit
	kit    *Kit   // nil where there are faults, or before it was solved
	solved bool
	sure   bool // solved in earnest, not only sketched
}

// try returns the try of a change, after another one where there is one; what
// is known of it is kept.
func (n *mender) try(before *try, c change) *try {
	t := &try{change: c, base: n.m}
	if before != nil {
		t.first, t.base = before, before.m
		t.text, t.size, t.rounds = before.text+", and "+c.text, before.size+c.size, before.rounds || c.rounds
		t.say = slices.Concat(before.say, c.say)
	}
	if known := n.tries[t.text]; known != nil {
		return known
	}
	n.tries[t.text] = t
	return t
}

// look finds out what is eligible in a try.
func (t *try) look() {
	if t.m == nil {
		t.m = t.base.after(t.change)
		t.lacks = lacksOf(t.m.eligible())
	}
}

// known reports whether it is known what a try lacks.
func (t *try) known() bool { return t.solved || len(t.lacks) > 0 }

// solve sketches the loop of a try, unless that is known or it has faults: most
// tries mend nothing, and a sketch shows that.
func (n *mender) solve(t *try) {
	if t.known() {
		return
	}
	t.solved = true
	n.solves--
	n.assemble(t, assemble.Sketch)
}

// confirm assembles the loop of a try as Make would.
func (n *mender) confirm(t *try) {
	if t.kit == nil || t.sure {
		return
	}
	t.sure = true
	n.assemble(t, assemble.Solve)
}

// assemble finds the loop of a try, and what it lacks.
func (n *mender) assemble(t *try, solve func(*assemble.Problem) (*assemble.Solution, error)) {
	t.lacks = nil
	s, err := solve(t.m.problem())
	if err != nil {
		t.lacks = []lack{{kind: infeasible}}
		if len(n.before) > 1 { // else it is enough to know that there is no loop
			t.lacks = []lack{t.m.conflict().lack}
		}
		return
	}
	t.kit = &Kit{Profile: *t.m.p, Topics: t.m.topics, Rounds: t.m.chosen(s)}
	t.kit.tally()
	for _, g := range t.kit.shortfalls() {
		t.lacks = append(t.lacks, lackOf(g))
	}
}

// mends reports whether a try does away with l and causes nothing else. What
// a kit lacks does not count against a profile that had none.
func (n *mender) mends(t *try, l lack) bool {
	return !t.still(l) && !slices.ContainsFunc(t.lacks, n.isNew(l)) && (faulty(l.kind) || n.keepsTopics(t))
}

// mendsSurely reports the same of the loop that Make would find.
func (n *mender) mendsSurely(t *try, l lack) bool {
	if !n.mends(t, l) {
		return false
	}
	n.confirm(t)
	return n.mends(t, l)
}

// still reports whether a try has a lack.
func (t *try) still(l lack) bool {
	return slices.ContainsFunc(t.lacks, func(x lack) bool { return x.key() == l.key() })
}

// isNew returns the test of whether a lack was caused by what mends l. Of pins
// that do not fit one may take the place of another.
func (n *mender) isNew(l lack) func(x lack) bool {
	return func(x lack) bool {
		return !n.before[x.key()] && (faulty(x.kind) || !faulty(l.kind)) && !(x.kind == crowdedPins && n.crowded && l.kind != crowdedPins)
	}
}

// keepsTopics reports whether a try still assesses every topic.
func (n *mender) keepsTopics(t *try) bool {
	return !slices.ContainsFunc(n.m.topics, func(x Topic) bool {
		return !slices.ContainsFunc(t.m.topics, func(y Topic) bool { return x.Topic == y.Topic && x.Sort == y.Sort })
	})
}

// An advice is what mends a lack, in words and as data.
type advice struct {
	text string
	say  []Phrase
}

// told is the advice that a change makes.
func (m *maker) told(c change) advice {
	if m.p.DefaultPlan && c.rounds {
		return advice{c.text + " (write all rounds out as [[rounds]]: they take the place of the default plan)", append(slices.Clone(c.say), phrase("write-rounds"))}
	}
	return advice{c.text, c.say}
}

// advise returns for each lack the smallest change that does away with it, or
// says that none was found. Each gets its share of what may be spent, and what
// is left in the end goes to those without a change.
func (n *mender) advise(lacks []lack, k *Kit) []advice {
	list, firm := make([]advice, len(lacks)), make([]bool, len(lacks))
	for range 2 {
		open := len(lacks)
		for i, l := range lacks {
			if !firm[i] {
				list[i], firm[i] = n.mend(l, k, max(n.solves/open, minShare))
			}
			open--
		}
	}
	return list
}

// mend returns the smallest change that does away with a lack, or one that
// does in part, or says that none was found; it spends at most so many solves.
// It reports whether there is nothing more to be found.
func (n *mender) mend(l lack, k *Kit, solves int) (a advice, firm bool) {
	var singles []*try
	for _, c := range n.m.changes(l, k) {
		if t := n.try(nil, c); !slices.Contains(singles, t) {
			singles = append(singles, t)
		}
	}
	found, tried, all := n.first(l, singles, min(solves, maxSingles))
	if found == nil && all {
		found, _, _ = n.first(l, n.pairs(l, singles), min(solves, maxPairs))
	}
	half, one := n.half(l, singles)
	switch {
	case found != nil:
		return n.m.told(found.change), true
	case half != nil:
		a = n.m.told(half.change)
		a.text += ", though then a look in one round only is left for " + diag.AllOf(one)
		for _, topic := range one {
			a.say = append(slices.Clone(a.say), phrase("then-one-look", "topic", topic))
		}
		return a, all
	case all:
		return advice{fmt.Sprintf("no single change mends this; tried %d", tried), []Phrase{phrase("no-single", "n", tried)}}, true
	}
	return advice{fmt.Sprintf("no change was found that mends this; tried %d", tried), []Phrase{phrase("none-found", "n", tried)}}, false
}

// half returns the first try that gives a topic a look, though the loop then
// has topics, which are returned as well, that have a look in one round only:
// a first look counts for more than a second. It is nil when there is none.
func (n *mender) half(l lack, tries []*try) (*try, []string) {
	for _, t := range tries {
		halfway := func() bool {
			rest := *t
			rest.lacks = slices.DeleteFunc(slices.Clone(t.lacks), func(x lack) bool { return x.kind == OneLook })
			return n.mends(&rest, l)
		}
		if l.kind != NoLook || t.kit == nil || !t.m.possible(l) || !halfway() {
			continue
		}
		if n.confirm(t); !halfway() {
			continue
		}
		var one []string
		for _, x := range t.lacks {
			if n.isNew(l)(x) {
				one = append(one, x.topic)
			}
		}
		return t, one
	}
	return nil, nil
}

// first returns the first of some tries that mends a lack, how many were
// looked at, and whether these were all: at most so many are solved.
func (n *mender) first(l lack, tries []*try, solves int) (found *try, looked int, all bool) {
	all = true
	var unknown []string // series of which a smaller change was not tried
	for i, t := range tries {
		if most := lastOf(t.series, tries[i+1:]); most != nil {
			solves -= n.spend(most, l, solves)
			if most.m != nil && (!most.m.possible(l) || most.solved && most.still(l)) {
				continue // what most of it does not mend, less of it does not
			}
		}
		solves -= n.spend(t, l, solves)
		hopeless := t.m != nil && !t.m.possible(l)
		switch {
		case !hopeless && !t.known() || t.series != "" && slices.Contains(unknown, t.series):
			all, unknown = false, append(unknown, t.series)
			continue
		case !hopeless && n.mendsSurely(t, l) && n.steady(t, l):
			return t, looked + 1, all
		}
		looked++
	}
	return nil, looked, all
}

// lastOf returns the last try of a series, nil when there is none.
func lastOf(series string, tries []*try) *try {
	for _, t := range slices.Backward(tries) {
		if series != "" && t.series == series {
			return t
		}
	}
	return nil
}

// spend looks at a try as far as solves allow, and returns how many it took.
func (n *mender) spend(t *try, l lack, solves int) int {
	if t.solved || solves <= 0 {
		return 0
	}
	if t.look(); t.known() || !t.m.possible(l) {
		return 0
	}
	n.solve(t)
	return 1
}

// steady reports whether a try that mends a lack does so in earnest: whatever
// ids the questions that it adds to the bank will have, since of equally good
// loops ids choose one; and with nothing at fault behind faults that are left.
func (n *mender) steady(t *try, l lack) bool {
	if faulty(l.kind) && len(t.lacks) > 0 && t.kit == nil {
		if _, behind := t.m.besides(t.lacks); slices.ContainsFunc(lacksOf(behind), n.isNew(l)) {
			return false
		}
	}
	if !t.adds() {
		return true
	}
	for _, ending := range []string{"-again", "-once-more"} {
		again := n.renamed(t, ending)
		again.look()
		n.solve(again)
		if !n.mendsSurely(again, l) {
			return false
		}
	}
	return true
}

// adds reports whether a try adds questions to the bank.
func (t *try) adds() bool { return len(t.added) > 0 || t.first != nil && t.first.adds() }

// renamed returns a try like t with other ids of what it adds to the bank.
func (n *mender) renamed(t *try, ending string) *try {
	c := t.change
	c.text += ending
	if known := n.tries[c.text]; known != nil {
		return known
	}
	c.added = slices.Clone(c.added)
	for i := range c.added {
		c.added[i].ID += ending
	}
	again := &try{change: c, first: t.first, base: t.base}
	if t.first != nil && t.first.adds() {
		again.first = n.renamed(t.first, ending)
		again.first.look()
		again.base = again.first.m
	}
	n.tries[c.text] = again
	return again
}

// Limits of how many pairs of changes are looked at.
const (
	maxFirsts  = 6
	maxSeconds = 16
)

// pairs returns tries of two changes, where no single one mends a lack: after
// one that mends it and causes another, what would mend that; after one that
// does not, what else might. The smallest pair comes first.
func (n *mender) pairs(l lack, singles []*try) (list []*try) {
	causing, idle := 0, 0
	for _, t := range singles {
		if t.m == nil {
			continue
		}
		next, count := l, &idle
		if t.solved && !t.still(l) && t.m.possible(l) {
			at := slices.IndexFunc(t.lacks, n.isNew(l))
			if at < 0 || t.kit == nil {
				continue
			}
			next, count = t.lacks[at], &causing
		}
		if *count++; *count > maxFirsts {
			continue
		}
		seconds := t.m.changes(next, t.kit)
		for _, c := range seconds[:min(len(seconds), maxSeconds)] {
			if c.round != "" && n.m.roundAt(c.round) < 0 || c.rounds && !t.rounds && len(t.m.rounds) != len(n.m.rounds) {
				continue // it is of a round that the first has added, or of one that the kit at hand does not show
			}
			list = append(list, n.try(t, c))
		}
	}
	slices.SortStableFunc(list, func(a, b *try) int { return a.size - b.size })
	return list
}
