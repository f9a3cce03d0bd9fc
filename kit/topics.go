package kit

import (
	"slices"

	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// topicsOf returns what a loop of rounds assesses: what the profile names, and
// problem-solving and collaboration where a behavioral round exists.
func topicsOf(p *profile.Profile, rounds []profile.Round, v *rubrics.Vocabulary) []Topic {
	var topics []Topic
	add := func(s rubrics.Sort, names []string, named bool) {
		for _, n := range names {
			if slices.ContainsFunc(topics, func(t Topic) bool { return t.Topic == n && t.Sort == string(s) }) {
				continue
			}
			topics = append(topics, Topic{
				Topic: n, Sort: string(s), Title: v.Title(s, n), Named: named,
				Weight: max(1, p.Weights[n]), MustHave: slices.Contains(p.MustHave, n),
				Looks: []string{}, Questions: []string{},
			})
		}
	}
	add(rubrics.SortArea, p.FocusAreas, true)
	if slices.ContainsFunc(rounds, func(r profile.Round) bool { return r.Kind == profile.Behavioral }) {
		add(rubrics.SortArea, profile.Implied(), false)
	}
	add(rubrics.SortLanguage, p.Languages, true)
	add(rubrics.SortTechnology, p.Technologies, true)
	return topics
}

// wantsTwo reports whether looks in two rounds count for a topic: for named
// areas and languages.
func (t *Topic) wantsTwo() bool {
	return t.Named && t.Sort != string(rubrics.SortTechnology)
}

// A measure is how many minutes of a question count for the topic at an index.
type measure struct{ topic, minutes int }

// measures returns what a question counts for: its area, its technologies and
// the first of its languages in profile order for all its minutes; the other
// areas of its parts for those parts' minutes. Coding without a language is
// done in the profile's first.
func measures(q *rubrics.Question, p *profile.Profile, topics []Topic) []measure {
	var ms []measure
	add := func(s rubrics.Sort, name string, minutes int) {
		i := slices.IndexFunc(topics, func(t Topic) bool { return t.Topic == name && t.Sort == string(s) })
		if i < 0 {
			return
		}
		if at := slices.IndexFunc(ms, func(m measure) bool { return m.topic == i }); at >= 0 {
			ms[at].minutes += minutes
			return
		}
		ms = append(ms, measure{i, minutes})
	}
	add(rubrics.SortArea, q.Area, q.Minutes)
	for _, part := range q.Parts {
		if part.Area != q.Area {
			add(rubrics.SortArea, part.Area, part.Minutes)
		}
	}
	if l := languageOf(q, p); l != "" {
		add(rubrics.SortLanguage, l, q.Minutes)
	}
	for _, t := range q.Technologies {
		add(rubrics.SortTechnology, t, q.Minutes)
	}
	return ms
}

// languageOf returns the language that a question is asked in for a profile,
// "" when it is about none.
func languageOf(q *rubrics.Question, p *profile.Profile) string {
	for _, l := range p.Languages {
		if slices.Contains(q.Languages, l) || q.Kind == rubrics.Coding && len(q.Languages) == 0 {
			return l
		}
	}
	return ""
}

// lookMinutes is the least time on a topic in one round that counts as a look.
const lookMinutes = assemble.LookMinutes

// tally fills in what the chosen questions measure of each topic.
func (k *Kit) tally() {
	for i := range k.Topics {
		t := &k.Topics[i]
		t.Minutes, t.Looks, t.Questions = 0, []string{}, []string{}
	}
	for _, r := range k.Rounds {
		here := make([]int, len(k.Topics))
		for _, q := range r.Questions {
			for _, m := range measures(&q.Question, &k.Profile, k.Topics) {
				here[m.topic] += m.minutes
				k.Topics[m.topic].Minutes += m.minutes
				k.Topics[m.topic].Questions = append(k.Topics[m.topic].Questions, q.ID)
			}
		}
		for t, minutes := range here {
			if minutes >= lookMinutes {
				k.Topics[t].Looks = append(k.Topics[t].Looks, r.Name)
			}
		}
	}
}

// MinutesIn returns how many minutes of a round count for each topic of the
// kit, in the order of its topics.
func (k *Kit) MinutesIn(r *Round) []int {
	minutes := make([]int, len(k.Topics))
	for i := range r.Questions {
		for _, m := range measures(&r.Questions[i].Question, &k.Profile, k.Topics) {
			minutes[m.topic] += m.minutes
		}
	}
	return minutes
}

// Measured returns the topics that a question counts for in this kit, in the
// order of the kit's topics.
func (k *Kit) Measured(q *rubrics.Question) []Topic {
	var topics []Topic
	for _, m := range measures(q, &k.Profile, k.Topics) {
		topics = append(topics, k.Topics[m.topic])
	}
	return topics
}
