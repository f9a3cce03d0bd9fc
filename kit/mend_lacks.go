package kit

import (
	"slices"

	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// changes returns what may do away with a lack of the loop, the smallest
// change first; k is the loop as it is, nil where there is none.
func (m *maker) changes(l lack, k *Kit) []change {
	var list []change
	switch l.kind {
	case NoLook, OneLook:
		list = m.forTopic(l, k)
	case NotFull:
		list = m.forFullness(m.rounds[m.roundAt(l.rounds[0])], k)
	case NoMain:
		list = m.forMain(m.rounds[m.roundAt(l.rounds[0])])
	case ineligiblePin:
		list = m.forIneligible(l.pins[0])
	case enemyPins:
		list = unpin(l.pins)
	case crowdedPins:
		list = m.forCrowd(l.pins)
	case emptyRound, crowdedRounds:
		for _, name := range l.rounds {
			list = append(list, m.forEmpty(m.rounds[m.roundAt(name)])...)
		}
	case nothing:
		list = append(m.naming(anything), m.moreRounds(func(r profile.Round) bool { return m.serves(r, anything) })...)
	}
	return bySize(list)
}

func anything(*rubrics.Question) bool { return true }

func (m *maker) roundAt(name string) int {
	return slices.IndexFunc(m.rounds, func(r profile.Round) bool { return r.Name == name })
}

// topicAt returns the index of the topic that a lack is about, -1 when it is
// not assessed.
func (m *maker) topicAt(l lack) int {
	return slices.IndexFunc(m.topics, func(t Topic) bool { return t.Topic == l.topic })
}

// possible reports whether a loop without the lack may exist at all: a check
// that costs less than assembling one.
func (m *maker) possible(l lack) bool {
	if !m.coherent() {
		return false
	}
	switch l.kind {
	case NoLook, OneLook:
		looks := 1
		if l.kind == OneLook {
			looks = 2
		}
		t := m.topicAt(l)
		return t >= 0 && m.canLook(t, looks)
	case NotFull:
		r := m.roundAt(l.rounds[0])
		return r >= 0 && m.canFill(r)
	case NoMain:
		r := m.roundAt(l.rounds[0])
		return r >= 0 && m.canMain(r)
	}
	return true
}

// coherent reports whether everything that the profile says of topics is said
// of topics it still has: with its last behavioral round a loop loses some.
func (m *maker) coherent() bool {
	known := func(name string) bool {
		return slices.ContainsFunc(m.topics, func(t Topic) bool { return t.Topic == name })
	}
	for name := range m.p.Weights {
		if !known(name) {
			return false
		}
	}
	for _, r := range m.rounds {
		if slices.ContainsFunc(r.FocusAreas, func(name string) bool { return !known(name) }) {
			return false
		}
	}
	return !slices.ContainsFunc(m.p.MustHave, func(name string) bool { return !known(name) })
}

// forTopic returns what may give a topic a look, or a second one.
func (m *maker) forTopic(l lack, k *Kit) []change {
	t := m.topics[m.topicAt(l)]
	about := func(q *rubrics.Question) bool { return m.about(q, t) }
	list := append(unpin(m.p.Questions.Pin), m.unban(about)...)
	list = append(list, m.naming(about)...)
	if k == nil || !k.Objective.Optimal { // else whatever a weight gives to this topic it takes from another
		list = append(list, weigh(t)...)
	}
	serving := func(r profile.Round) bool { return m.serves(profile.Round{Kind: r.Kind}, about) }
	for i, r := range m.rounds {
		switch {
		case slices.Contains(t.Looks, r.Name):
		case slices.ContainsFunc(m.pool, func(q *rubrics.Question) bool { return about(q) && m.mayAsk(q, i) }):
			list = append(list, longer(r)...)
		default:
			list = append(list, slices.DeleteFunc(kinds(r), func(c change) bool { return !serving(m.changed(r, c)) })...)
		}
		list = append(list, widen(r, []string{t.Topic})...)
	}
	written := slices.ContainsFunc(m.serving, about)
	list = append(list, m.moreRounds(func(r profile.Round) bool {
		return serving(r) || !written && slices.ContainsFunc(rubrics.Kinds(), func(k rubrics.Kind) bool { return m.takes(r, t, k) })
	})...)
	return append(list, m.newOnTopic(t)...)
}

// changed returns a round as a change leaves it.
func (m *maker) changed(r profile.Round, c change) profile.Round {
	p := profile.Profile{Rounds: []profile.Round{r}}
	c.alter(&p)
	return p.Rounds[0]
}

// about reports whether a question measures a topic once all its languages and
// technologies are named.
func (m *maker) about(q *rubrics.Question, t Topic) bool {
	switch rubrics.Sort(t.Sort) {
	case rubrics.SortLanguage:
		return slices.Contains(q.Languages, t.Topic) || languageOf(q, m.p) == t.Topic
	case rubrics.SortTechnology:
		return slices.Contains(q.Technologies, t.Topic)
	}
	return q.Area == t.Topic || slices.ContainsFunc(q.Parts, func(p rubrics.Part) bool { return p.Area == t.Topic })
}

// serves reports whether some wanted question is eligible for a round.
func (m *maker) serves(r profile.Round, wanted func(q *rubrics.Question) bool) bool {
	return slices.ContainsFunc(m.serving, func(q *rubrics.Question) bool {
		return wanted(q) && ineligible(q, r, m.p, m.topics, m.bank.Vocabulary) == ""
	})
}

// mayAsk reports whether a question of the pool is eligible for a round.
func (m *maker) mayAsk(q *rubrics.Question, r int) bool {
	i := slices.Index(m.pool, q)
	return i >= 0 && slices.Contains(m.options[i], r)
}

// suiting returns the test of whether a question suits a kind of round.
func (m *maker) suiting(r profile.Round) func(q *rubrics.Question) bool {
	return func(q *rubrics.Question) bool { return unsuited(q, r, m.bank.Vocabulary) == "" }
}

// pinsFor returns the pins that may be asked in a round.
func (m *maker) pinsFor(r profile.Round) []string {
	at := m.roundAt(r.Name)
	return slices.DeleteFunc(slices.Clone(m.p.Questions.Pin), func(id string) bool {
		q, ok := m.bank.Question(id)
		return !ok || !m.mayAsk(q, at)
	})
}

// supply returns what may make more of the questions eligible for a round that
// suit it and are wanted.
func (m *maker) supply(r profile.Round, wanted func(q *rubrics.Question) bool) (list []change) {
	list = append(list, widen(r, m.p.Topics())...)
	list = append(list, m.naming(wanted)...)
	list = append(list, m.unban(wanted)...)
	return append(list, kinds(r)...)
}

// forFullness returns what may make a round full.
func (m *maker) forFullness(r profile.Round, k *Kit) []change {
	list := append(lengths(r, profile.MinMinutes), m.supply(r, m.suiting(r))...)
	list = append(list, unpin(m.pinsFor(r))...)
	used := 0
	if k != nil {
		used = k.Rounds[m.roundAt(r.Name)].Used()
	}
	return append(list, m.newForRound(r, used)...)
}

// forMain returns what may let a round ask its main kind of question.
func (m *maker) forMain(r profile.Round) []change {
	main := func(q *rubrics.Question) bool { return q.Kind == mainKind(r.Kind) && m.suiting(r)(q) }
	list := append(longer(r), m.supply(r, main)...)
	list = append(list, unpin(m.pinsFor(r))...)
	return append(list, m.newOne(r, mainKind(r.Kind))...)
}

// forEmpty returns what may give a round its first question.
func (m *maker) forEmpty(r profile.Round) []change {
	list := append(longer(r), m.supply(r, m.suiting(r))...)
	if len(m.rounds) > 1 {
		list = append(list, leaveOut(r))
	}
	return append(list, m.newOne(r, admits(r.Kind)...)...)
}

// forIneligible returns what may make a pinned question eligible.
func (m *maker) forIneligible(id string) []change {
	it := func(q *rubrics.Question) bool { return q.ID == id }
	q, _ := m.bank.Question(id)
	var topics []string
	for _, x := range measures(q, m.p, m.topics) {
		topics = append(topics, m.topics[x.topic].Topic)
	}
	list := append(m.naming(it), unpin([]string{id})...)
	for _, r := range m.rounds {
		list = append(list, widen(r, topics)...)
		list = append(list, kinds(r)...)
	}
	return append(list, m.moreRounds(func(r profile.Round) bool { return m.suiting(r)(q) })...)
}

// forCrowd returns what may make room for pinned questions.
func (m *maker) forCrowd(pins []string) []change {
	list := unpin(pins)
	for _, r := range m.rounds {
		if slices.ContainsFunc(m.pinsFor(r), func(id string) bool { return slices.Contains(pins, id) }) {
			list = append(list, longer(r)...)
		}
	}
	return append(list, m.moreRounds(func(r profile.Round) bool {
		return slices.ContainsFunc(pins, func(id string) bool {
			q, _ := m.bank.Question(id)
			return m.suiting(r)(q)
		})
	})...)
}
