package assemble

import "slices"

// seeker looks for a loop whose first two objectives beat a known figure.
type seeker struct {
	*listing
	v       *cover
	known   Figure
	used    []int // by question, how often it or an enemy of it is taken
	chosen  []*covering
	steps   int
	failed  map[deadEnd]bool
	refused int // choices that could not be completed, which depends on more than a dead end tells

	complete func(Choice) Choice
}

// A deadEnd is a state of the search from which nothing was found: what is
// reached before a round, and which questions of that and later rounds are out.
type deadEnd struct {
	round int
	reach
	out string
}

// beat returns a loop whose first two objectives exceed those known, nil when
// none is found; proved tells that there is none for certain. complete adds
// what a choice of as few questions as give the looks lacks to be a loop, and
// returns nil where it cannot.
func (v *cover) beat(known Figure, complete func(Choice) Choice) (found Choice, proved bool) {
	for _, twins := range []int{fewTwins, maxTwins} {
		l := v.listing(twins)
		if twins == maxTwins && !l.whole {
			break // nothing could be proved
		}
		s := &seeker{v: v, listing: l, known: Figure{known.Covered, known.TwoLooks, 0}, used: make([]int, len(v.c.p.Questions)), complete: complete, failed: map[deadEnd]bool{}}
		if found := s.seek(0, reach{}); found != nil {
			return found, false
		}
		if s.steps > maxSeeks {
			return nil, false
		}
		if l.whole {
			return nil, true
		}
	}
	return nil, false
}

// A listing is the ways for each round to give looks.
type listing struct {
	coverings [][]covering // by round, most looks first
	rivals    [][]int      // by round, the questions of its and later coverings that may be out by then
	whole     bool         // none was left out
}

// listing returns the ways with at most so many questions that give the same
// looks; they are listed once.
func (v *cover) listing(twins int) *listing {
	if l := v.listings[twins]; l != nil {
		return l
	}
	l := &listing{whole: true}
	v.listings[twins] = l
	for r := range v.c.p.Rounds {
		items, all := v.c.alternatives(r, twins)
		list, listed := v.c.coveringsOf(r, items)
		l.coverings = append(l.coverings, list)
		if l.whole = l.whole && all && listed; !l.whole && twins == maxTwins {
			return l // of no use
		}
	}
	l.rivals = make([][]int, len(l.coverings)+1)
	seen := map[int]bool{}
	for r := len(l.coverings) - 1; r >= 0; r-- {
		l.rivals[r] = slices.Clone(l.rivals[r+1])
		for i := range l.coverings[r] {
			for _, it := range l.coverings[r][i].items {
				if q := it.question; v.c.rivals[q] && !seen[q] {
					seen[q] = true
					l.rivals[r] = append(l.rivals[r], q)
				}
			}
		}
		slices.Sort(l.rivals[r])
	}
	return l
}

// promises reports whether rounds from r on may lift what is reached above the
// known figure.
func (s *seeker) promises(r int, now reach) bool {
	for _, l := range s.v.suffix[r] {
		s.steps++
		j := now.join(l)
		j.twice &= s.v.twiceable
		if s.known.Less(s.v.figure(j)) {
			return true
		}
	}
	return false
}

func (s *seeker) seek(r int, now reach) Choice {
	if r == len(s.coverings) {
		if s.known.Less(s.v.figure(now)) {
			if found := s.complete(s.choice()); found != nil {
				return found
			}
			s.refused++
		}
		return nil
	}
	here := deadEnd{r, now, s.out(r)}
	if s.failed[here] {
		return nil
	}
	promising, refused := false, s.refused
	for i := range s.coverings[r] {
		k := &s.coverings[r][i]
		if s.steps++; s.steps > maxSeeks {
			return nil
		}
		then := now.plus(k.looks)
		if i == 0 || k.looks != s.coverings[r][i-1].looks {
			promising = s.promises(r+1, then)
		}
		if !promising || !s.free(k) {
			continue
		}
		s.take(k, 1)
		s.chosen = append(s.chosen, k)
		if found := s.seek(r+1, then); found != nil {
			return found
		}
		s.chosen = s.chosen[:len(s.chosen)-1]
		s.take(k, -1)
	}
	if s.refused == refused {
		s.failed[here] = true
	}
	return nil
}

// out tells which questions that rounds from r on might ask are taken, or
// enemies of taken ones.
func (s *seeker) out(r int) string {
	var b []byte
	for _, q := range s.rivals[r] {
		if s.used[q] > 0 {
			b = append(b, byte(q), byte(q>>8))
		}
	}
	return string(b)
}

// free reports whether a covering goes with what is chosen, and is not at odds
// with itself.
func (s *seeker) free(k *covering) bool {
	for i, it := range k.items {
		if s.used[it.question] > 0 {
			return false
		}
		for _, other := range k.items[:i] {
			if slices.Contains(s.v.c.enemies[it.question], other.question) {
				return false
			}
		}
	}
	return true
}

func (s *seeker) take(k *covering, sign int) {
	for _, it := range k.items {
		s.used[it.question] += sign
		for _, e := range s.v.c.enemies[it.question] {
			s.used[e] += sign
		}
	}
}

func (s *seeker) choice() Choice {
	c := make(Choice, len(s.v.c.p.Questions))
	for q := range c {
		c[q] = Out
	}
	for r, k := range s.chosen {
		for _, it := range k.items {
			c[it.question] = r
		}
	}
	return c
}
