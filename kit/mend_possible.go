package kit

import (
	"slices"

	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// What a loop cannot hold whatever is chosen is seen without assembling one:
// these checks keep most changes from being tried in vain.

// fits reports whether a question fits a round that is otherwise empty.
func (m *maker) fits(q *rubrics.Question, r int) bool {
	limits := m.limits(m.rounds[r])
	free := q.Kind != rubrics.Knowledge || m.rounds[r].Kind == profile.Screen
	return q.Minutes <= limits.Budget && (free || q.Minutes <= limits.Knowledge)
}

// canLook reports whether a topic could have as many looks: a question of its
// own for each, in rounds of their own.
func (m *maker) canLook(topic, looks int) bool {
	minutes, questions := make([]int, len(m.rounds)), 0
	for i, q := range m.pool {
		at := slices.IndexFunc(measures(q, m.p, m.topics), func(x measure) bool { return x.topic == topic })
		if at < 0 {
			continue
		}
		questions++
		of := measures(q, m.p, m.topics)[at].minutes
		for _, r := range m.options[i] {
			if m.fits(q, r) {
				minutes[r] += of
			}
		}
	}
	rounds := 0
	for _, spent := range minutes {
		if spent >= lookMinutes {
			rounds++
		}
	}
	return min(rounds, questions) >= looks
}

// canFill reports whether some questions that are eligible for a round fill it.
func (m *maker) canFill(r int) bool {
	limits := m.limits(m.rounds[r])
	knowledge := limits.Knowledge
	if m.rounds[r].Kind == profile.Screen {
		knowledge = limits.Budget
	}
	others := m.sums(r, limits.Budget, func(q *rubrics.Question) bool { return q.Kind != rubrics.Knowledge })
	known := m.sums(r, knowledge, func(q *rubrics.Question) bool { return q.Kind == rubrics.Knowledge })
	for a, ok := range others {
		for b := range known {
			if sum := a + b; ok && known[b] && sum <= limits.Budget && sum*100 >= limits.Budget*fullPercent {
				return true
			}
		}
	}
	return false
}

// canMain reports whether questions of a round's main kind can take half of it.
func (m *maker) canMain(r int) bool {
	limits, main := m.limits(m.rounds[r]), mainKind(m.rounds[r].Kind)
	sums := m.sums(r, limits.Budget, func(q *rubrics.Question) bool { return q.Kind == main })
	return main == "" || slices.Contains(sums[limits.Main:], true)
}

// sums returns which minutes up to most the wanted questions that are eligible
// for a round can take together.
func (m *maker) sums(r, most int, wanted func(q *rubrics.Question) bool) []bool {
	sums := make([]bool, most+1)
	sums[0] = true
	for i, q := range m.pool {
		if !wanted(q) || !slices.Contains(m.options[i], r) {
			continue
		}
		for sum := most; sum >= q.Minutes; sum-- {
			sums[sum] = sums[sum] || sums[sum-q.Minutes]
		}
	}
	return sums
}
