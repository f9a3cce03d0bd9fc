package assemble

import "slices"

// atMost is what items from a place on can add to a filling within so many
// minutes: the lower of two bounds, one that lets every item give all its
// looks, one that takes every look that is left as given.
func (s *roundSearch) atMost(from, room int, has topicSet) int64 {
	bound := s.density[from]*int64(room) + s.look.of(s.later[from]&^has)
	if !s.sorted[from] {
		return bound
	}
	sum := int64(0)
	for _, it := range s.items[from:] {
		if sum >= bound || it.most <= 0 {
			break
		}
		if it.minutes >= room {
			return min(bound, sum+it.rate*int64(room))
		}
		sum += it.most
		room -= it.minutes
	}
	return min(bound, sum)
}

// exceeds reports whether atMost is more than so much, without working it out
// further than that takes.
func (s *roundSearch) exceeds(from, room int, has topicSet, much int64) bool {
	if s.tabled {
		at := from*(s.round.Budget+1) + max(0, room)
		return s.full[at] > much && s.plain[at]+s.look.of(s.later[from]&^has) > much
	}
	sorted := s.sorted[from] && much >= 0
	if sorted && (from == len(s.items) || s.items[from].rate*int64(room) <= much) || s.density[from]*int64(room)+s.look.of(s.later[from]&^has) <= much {
		return false
	}
	if !sorted {
		return true
	}
	for _, it := range s.items[from:] {
		if it.rate*int64(room) <= much { // those that follow gain less a minute
			return false
		}
		if it.minutes >= room {
			return true
		}
		if much -= it.most; much < 0 {
			return true
		}
		room -= it.minutes
	}
	return false
}

// tabulate works out what every number of minutes gains with the items from
// each place on: it takes a while, and makes for bounds that are tighter and
// at hand.
func (s *roundSearch) tabulate() {
	width := s.round.Budget + 1
	size := (len(s.items) + 1) * width
	s.plain, s.full = slices.Grow(s.plain[:0], size)[:size], slices.Grow(s.full[:0], size)[:size]
	clear(s.plain[size-width:])
	clear(s.full[size-width:])
	for i := len(s.items) - 1; i >= 0; i-- {
		it, from := s.items[i], i*width
		knapsack(s.plain[from:from+width], s.plain[from+width:from+2*width], it.minutes, it.gain)
		knapsack(s.full[from:from+width], s.full[from+width:from+2*width], it.minutes, it.most)
	}
}

// knapsack works out with one item more what is known without it.
func knapsack(with, without []int64, minutes int, gain int64) {
	copy(with, without)
	if gain <= 0 || minutes > len(with) {
		return
	}
	with = with[minutes:]
	for i, rest := range without[:len(with)] {
		with[i] = max(with[i], rest+gain)
	}
}
