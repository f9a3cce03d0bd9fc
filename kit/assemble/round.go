package assemble

import (
	"cmp"
	"math"
	"slices"
)

// A priced item is an item with what it gains at the prices: by itself, and at
// most, should it be the first to give its looks.
type priced struct {
	item
	of         *item
	gain, most int64
	rate       int64 // most, a minute
}

// A roundSearch finds the filling of one round that gains most at the prices,
// or all that gain nearly as much. It is used again and again.
type roundSearch struct {
	c      *compiled
	round  *Round
	all    []*priced
	items  []*priced // those of all that may still be asked
	forced []*priced
	look   *lookPrices
	// by place, of this and later items: the most that a minute gains without
	// looks, the looks they may give, and whether they are sorted by what a
	// minute gains at most
	density []int64
	later   []topicSet
	sorted  []bool
	mains   []int // by place, main minutes of this and later items
	// by place, an earlier item that is better in every respect, -1 for none: the
	// best filling has it too
	better []int
	taken  []bool // by place, on the stack
	// by place and minutes, the most that this and later items gain in them:
	// without looks, and each with all of its looks; where they are worked out
	plain, full []int64
	tabled      bool
	short       []int
	stack       []*item
	own         []int64 // prices of questions
	out         []int   // by question, above 0 where it may not be asked
	last        []*item // the best filling at the last prices
	root        int64   // a bound of the best
	limit       int     // of the steps
	floor       int64   // what does not gain more is of no interest
	most        int     // how many fillings may be noted, when all are
	steps       int
	work        int // steps of all searches

	best   int64
	chosen []*item
	looks  topicSet
	shelf  []*item
	noted  []option // every filling above the floor, when all are wanted
}

// An option is a filling of a round with what it gains at the prices.
type option struct {
	items  []*item
	gained int64
	looks  topicSet
	kind   int // of those with the same looks
}

func newRoundSearch(c *compiled, r int) roundSearch {
	s := roundSearch{c: c, round: &c.p.Rounds[r], short: make([]int, len(c.p.Topics))}
	for i := range c.items[r] {
		if it := &c.items[r][i]; it.forced {
			s.forced = append(s.forced, &priced{item: *it, of: it})
		} else {
			s.all = append(s.all, &priced{item: *it, of: it})
		}
	}
	n := len(s.all) + 1
	s.density, s.mains, s.later, s.sorted = make([]int64, n), make([]int, n), make([]topicSet, n), make([]bool, n)
	s.better, s.taken = make([]int, n), make([]bool, n)
	return s
}

// price takes the dual's prices over and puts what gains most first.
func (s *roundSearch) price(d *dual) {
	s.look, s.own = &d.looks, d.own
	for _, list := range [][]*priced{s.forced, s.all} {
		for _, it := range list {
			it.gain = d.own[it.question]
			it.most = it.gain + s.look.of(it.may)
			it.rate = ceilDiv(it.most, int64(it.minutes))
		}
	}
	wantsMain := s.round.Main > 0
	s.arrange(wantsMain)
	s.items, s.out = s.items[:0], d.fixed.out
	for _, it := range s.all {
		if s.out[it.question] == 0 {
			s.items = append(s.items, it)
		}
	}
	n := len(s.items)
	s.density[n], s.mains[n], s.later[n] = 0, 0, 0
	for i := n - 1; i >= 0; i-- {
		it := s.items[i]
		s.density[i] = max(s.density[i+1], ceilDiv(it.gain, int64(it.minutes)))
		s.mains[i] = s.mains[i+1] + it.main
		s.later[i] = s.later[i+1] | it.may
		s.sorted[i] = !wantsMain || it.main == 0
	}
}

// fewItems is up to how many items are best put in order one by one, which is
// little work where prices have hardly changed.
const fewItems = 64

// arrange puts the items of the main kind first, where that matters, and of
// others what gains most a minute.
func (s *roundSearch) arrange(mainFirst bool) {
	if len(s.all) > fewItems {
		slices.SortFunc(s.all, func(a, b *priced) int {
			if a.before(b, mainFirst) {
				return -1
			}
			return 1
		})
		return
	}
	for i, it := range s.all {
		for ; i > 0 && it.before(s.all[i-1], mainFirst); i-- {
			s.all[i] = s.all[i-1]
		}
		s.all[i] = it
	}
}

func (a *priced) before(b *priced, mainFirst bool) bool {
	if mainFirst && (a.main > 0) != (b.main > 0) {
		return a.main > 0
	}
	if x, y := b.most*int64(a.minutes), a.most*int64(b.minutes); x != y {
		return x < y
	}
	return a.question < b.question
}

// How many steps a search takes for which it pays to work bounds out, and to
// compare items, beforehand.
const (
	someSteps = 80
	manySteps = 150
)

// compare finds for each item an earlier one that is better in every respect.
func (s *roundSearch) compare(worthwhile bool) {
	for j := range s.items {
		s.better[j] = -1
		b := s.items[j]
		if !worthwhile || len(s.c.enemies[b.question]) > 0 {
			continue
		}
		may := b.may
		for i := range j {
			if a := s.items[i]; a.beats(b, may) && len(s.c.enemies[a.question]) == 0 {
				s.better[j] = i
				break
			}
		}
	}
}

// beats reports whether a is better than b in every respect; may is every topic
// that b measures.
func (a *priced) beats(b *priced, may topicSet) bool {
	return a.minutes <= b.minutes && a.gain >= b.gain && may&^a.looks == 0 && a.knowledge <= b.knowledge && a.main >= b.main
}

// front returns the items that fewer than so many others beat.
func (s *roundSearch) front(most int) (list []*item) {
	for j := range s.items {
		b, beaten := s.items[j], 0
		may := b.may
		for i := 0; i < len(s.items) && beaten < most; i++ {
			if i != j && s.items[i].beats(b, may) {
				beaten++
			}
		}
		if beaten < most {
			list = append(list, b.of)
		}
	}
	return list
}

func ceilDiv(a, b int64) int64 { return -floorDiv(-a, b) }

// Limits of the work on one round.
const (
	maxTries = 1_500  // steps for a good filling, while prices are sought
	maxFills = 60_000 // steps for the best filling; beyond them a bound is told
	maxNears = 60_000 // steps for all that gain nearly as much
)

// fill finds the filling that gains most, and returns what it gains, or where
// that takes more than limit steps a bound of it. What was best at the last
// prices is a good start.
func (s *roundSearch) fill(limit int) int64 {
	last := s.last[:0]
	for _, it := range s.chosen {
		if s.out[it.question] > 0 {
			last = last[:0]
			break
		}
		last = append(last, it)
	}
	s.last = last
	s.best, s.floor, s.most, s.limit = math.MinInt64/2, math.MinInt64/2, 0, limit
	if len(last) > 0 {
		s.floor = s.worth(last) - 1
	}
	if s.compare(s.steps > manySteps); s.steps > someSteps {
		s.tabulate()
		s.tabled = true
	}
	s.run()
	s.tabled = false
	if s.steps > s.limit {
		return s.root
	}
	return s.best
}

// worth is what a filling gains at the present prices.
func (s *roundSearch) worth(items []*item) (gained int64) {
	f := filling{short: s.short}
	for _, it := range items {
		gained += s.own[it.question]
		f = f.with(it)
	}
	clear(s.short)
	return gained + s.look.of(f.looks)
}

// near notes every filling that gains more than floor, those that gain most
// first; false when there are more than most, or finding them takes too long.
// What it noted before is written over, unless it was kept.
func (s *roundSearch) near(floor int64, most int) bool {
	s.floor, s.most, s.limit, s.noted, s.shelf = floor, most, maxNears, s.noted[:0], s.shelf[:0]
	s.compare(false)
	s.tabulate()
	s.tabled = true
	s.run()
	s.tabled = false
	slices.SortFunc(s.noted, func(a, b option) int { return cmp.Compare(b.gained, a.gained) })
	return len(s.noted) <= most && s.steps <= s.limit
}

// keep returns what near has noted, to stay as it is.
func (s *roundSearch) keep() (noted []option) {
	noted, s.noted, s.shelf = s.noted, nil, nil
	return noted
}

func (s *roundSearch) run() {
	s.stack, s.steps = s.stack[:0], 0
	f, gained := filling{short: s.short}, int64(0)
	for _, it := range s.forced {
		s.stack = append(s.stack, it.of)
		g := f.with(it.of)
		gained += it.gain + s.look.of(g.looks&^f.looks)
		f = g
	}
	s.root = gained + s.atMost(0, s.round.Budget-f.minutes, f.looks)
	s.try(0, s.round.Budget-f.minutes, s.round.Knowledge-f.knowledge, s.round.Main-f.main, f.looks, gained)
	clear(s.short)
	s.work += s.steps + len(s.items)
}

// try notes the filling and goes on with every later item that may lift it
// above the floor; room and known are the minutes left for items and for
// knowledge, main those still wanted of the main kind.
func (s *roundSearch) try(from, room, known, main int, looks topicSet, gained int64) {
	s.steps++
	if gained > s.floor && main <= 0 && len(s.stack) > 0 {
		s.note(looks, gained)
	}
	for i := from; i < len(s.items); i++ {
		if !s.exceeds(i, room, looks, s.floor-gained) || s.mains[i] < main || s.most > 0 && len(s.noted) > s.most || s.steps > s.limit {
			return
		}
		if b := s.better[i]; b >= 0 && !s.taken[b] {
			continue
		}
		it := s.items[i]
		if it.minutes > room || it.knowledge > known {
			continue
		}
		least := s.floor - gained - it.gain - s.look.of(it.may&^looks)
		if !s.exceeds(i+1, room-it.minutes, looks|it.looks, least) || s.clashes(it.of) {
			continue
		}
		then := looks | it.looks
		for _, m := range it.shorts {
			if s.short[m.Topic] += m.Minutes; s.short[m.Topic] >= LookMinutes {
				then |= 1 << m.Topic
			}
		}
		s.stack = append(s.stack, it.of)
		s.taken[i] = true
		s.try(i+1, room-it.minutes, known-it.knowledge, main-it.main, then, gained+it.gain+s.look.of(then&^looks))
		s.taken[i] = false
		for _, m := range it.shorts {
			s.short[m.Topic] -= m.Minutes
		}
		s.stack = s.stack[:len(s.stack)-1]
	}
}

func (s *roundSearch) note(looks topicSet, gained int64) {
	if s.most > 0 {
		from := len(s.shelf) // one array for the items of many options
		s.shelf = append(s.shelf, s.stack...)
		s.noted = append(s.noted, option{items: s.shelf[from:len(s.shelf):len(s.shelf)], gained: gained, looks: looks})
		return
	}
	s.best, s.floor, s.looks = gained, gained, looks
	s.chosen = append(s.chosen[:0], s.stack...)
}

// clashes reports whether an enemy of the item is on the stack.
func (s *roundSearch) clashes(it *item) bool {
	for _, e := range s.c.enemies[it.question] {
		for _, other := range s.stack {
			if other.question == e {
				return true
			}
		}
	}
	return false
}
