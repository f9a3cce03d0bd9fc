package kit

import (
	"fmt"
	"slices"

	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// maxQuestions bounds how many questions a change adds to the bank.
const maxQuestions = 3

// asking returns the change that adds n questions of one kind on a topic to
// the bank, each of so many minutes and written for this seniority.
func (m *maker) asking(t Topic, kind rubrics.Kind, minutes, n int) change {
	c := change{size: n * sizeQuestion}
	for i := range n {
		q := rubrics.Question{ID: m.newID(t.Topic, i), Area: t.Topic, Kind: kind, Levels: []string{m.p.Seniority}, Minutes: minutes}
		switch rubrics.Sort(t.Sort) {
		case rubrics.SortLanguage:
			q.Languages = []string{t.Topic}
		case rubrics.SortTechnology:
			q.Technologies = []string{t.Topic}
		}
		c.added = append(c.added, q)
	}
	c.say = []Phrase{phrase("write", "n", n, "kind", kind, "topic", t.Topic, "level", m.p.Seniority, "minutes", minutes)}
	c.text = fmt.Sprintf("add 1 %s question on %s for %s, of %d minutes, with --bank", kind, t.Topic, m.p.Seniority, minutes)
	if n > 1 {
		c.text = fmt.Sprintf("add %d %s questions on %s for %s, of %d minutes each, with --bank", n, kind, t.Topic, m.p.Seniority, minutes)
	}
	return c
}

// newID returns an id on a topic that no question has, another one for
// each i.
func (m *maker) newID(topic string, i int) string {
	for n := i + 1; ; n += maxQuestions {
		id := fmt.Sprintf("%s.added-%d", topic, n)
		if !slices.ContainsFunc(m.serving, func(q *rubrics.Question) bool { return q.ID == id }) {
			return id
		}
	}
}

// takes reports whether a question of a kind on a topic could be asked in a
// round, were there one.
func (m *maker) takes(r profile.Round, t Topic, kind rubrics.Kind) bool {
	q := m.asking(t, kind, 0, 1).added[0]
	return kind.Takes(m.bank.Vocabulary.IsPeople(t.Topic)) && ineligible(&q, r, m.p, m.topics, m.bank.Vocabulary) == ""
}

// usual returns how long a question of a kind is in a round: in the middle of
// what the kind takes, or where it must fill the round's better half, as long
// as that; 0 where none fits.
func (m *maker) usual(r profile.Round, kind rubrics.Kind) int {
	least, most := kind.Minutes()
	limits := m.limits(r)
	most = min(most, limits.Budget)
	if kind == rubrics.Knowledge && r.Kind != profile.Screen {
		most = min(most, limits.Knowledge)
	}
	minutes := (least + most) / 2
	if kind.HasParts() {
		minutes = max(least, (limits.Budget*fullPercent+99)/100) // on its own it fills the round
	}
	if minutes = min(minutes, most); minutes < least {
		return 0
	}
	return minutes
}

// newOnTopic returns the changes that add questions on a topic to the bank,
// of each kind and length that one of the rounds takes.
func (m *maker) newOnTopic(t Topic) (list []change) {
	for _, kind := range rubrics.Kinds() {
		var done []int
		for _, r := range m.rounds {
			if !m.takes(r, t, kind) {
				continue
			}
			least, _ := kind.Minutes()
			for _, minutes := range []int{m.usual(r, kind), max(least, lookMinutes)} {
				if minutes < lookMinutes || slices.Contains(done, minutes) {
					continue
				}
				done = append(done, minutes)
				for n := range maxQuestions {
					list = append(list, m.asking(t, kind, minutes, n+1))
				}
			}
		}
	}
	return list
}

// newForRound returns the changes that add questions to the bank which fill a
// round, beside the minutes that are used or in their place: each kind that it
// takes, on the topics that have least time so far.
func (m *maker) newForRound(r profile.Round, used int) (list []change) {
	for _, kind := range admits(r.Kind) {
		topics := slices.DeleteFunc(slices.Clone(m.topics), func(t Topic) bool { return !m.takes(r, t, kind) })
		slices.SortStableFunc(topics, func(a, b Topic) int { return a.Minutes - b.Minutes })
		for _, t := range topics[:min(2, len(topics))] {
			for n := 1; n <= maxQuestions; n++ {
				for _, kept := range []int{used, 0} {
					if minutes := m.filling(r, kind, kept, n); minutes > 0 {
						list = append(list, m.asking(t, kind, minutes, n))
					}
				}
			}
		}
	}
	return list
}

// filling returns how long n questions of a kind are that fill a round beside
// the minutes that are used; 0 where such a question is not so long.
func (m *maker) filling(r profile.Round, kind rubrics.Kind, used, n int) int {
	budget := m.limits(r).Budget
	lack := (budget*fullPercent+99)/100 - used
	least, most := kind.Minutes()
	if minutes := max(least, (lack+n-1)/n); minutes <= most && n*minutes <= budget-used {
		return minutes
	}
	return 0
}

// newOne returns the changes that add one question to the bank for a round, of
// one of some kinds.
func (m *maker) newOne(r profile.Round, kinds ...rubrics.Kind) (list []change) {
	for _, kind := range kinds {
		for _, t := range m.topics {
			if minutes := m.usual(r, kind); minutes > 0 && m.takes(r, t, kind) {
				list = append(list, m.asking(t, kind, minutes, 1))
			}
		}
	}
	return list
}
