package kit

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

// fullPercent is how full a round must be not to be a gap.
const fullPercent = 85

// The kinds of gaps.
const (
	NoLook  = "no-look"  // a topic without a look
	OneLook = "one-look" // a named area or language without looks in two rounds
	NotFull = "not-full" // a round under 85 % full
	NoMain  = "no-main"  // a coding or design round less than half of which is that
)

// shortfalls lists what the kit does not do, without the changes that mend it.
func (k *Kit) shortfalls() []Gap {
	gaps := []Gap{}
	for _, t := range k.Topics {
		switch {
		case len(t.Looks) == 0:
			gaps = append(gaps, Gap{Kind: NoLook, Topic: t.Topic, Message: t.Topic + ": no look", Why: phrase("no-look", "topic", t.Topic)})
		case len(t.Looks) == 1 && t.wantsTwo() && len(k.Rounds) > 1:
			gaps = append(gaps, Gap{Kind: OneLook, Topic: t.Topic, Message: fmt.Sprintf("%s: a look in one round only (%s)", t.Topic, t.Looks[0]),
				Why: phrase("one-look", "topic", t.Topic, "round", t.Looks[0])})
		}
	}
	for i := range k.Rounds {
		r := &k.Rounds[i]
		if !full(r) {
			gaps = append(gaps, Gap{Kind: NotFull, Round: r.Name, Message: fmt.Sprintf("round %s: its questions fill %d of %d minutes", diag.Quote(r.Name), r.Used(), r.QuestionMinutes),
				Why: phrase("not-full", "round", r.Name, "used", r.Used(), "minutes", r.QuestionMinutes)})
		}
		if main := mainKind(r.Kind); main != "" && minutesOf(r, main) < r.QuestionMinutes/2 {
			gaps = append(gaps, Gap{Kind: NoMain, Round: r.Name, Message: fmt.Sprintf("round %s: no %s question fits", diag.Quote(r.Name), main),
				Why: phrase("no-main", "round", r.Name, "kind", main)})
		}
	}
	return gaps
}

func full(r *Round) bool { return r.Used()*100 >= r.QuestionMinutes*fullPercent }

func minutesOf(r *Round, kind rubrics.Kind) (sum int) {
	for _, q := range r.Questions {
		if q.Kind == kind {
			sum += q.Minutes
		}
	}
	return sum
}

// gaps lists what the kit does not do, each with the smallest change that
// mends it and causes nothing else.
func (m *maker) gaps(k *Kit) []Gap {
	gaps := k.shortfalls()
	var lacks []lack
	for _, g := range gaps {
		lacks = append(lacks, lackOf(g))
	}
	advice := newMender(m, lacks).advise(lacks, k)
	for i := range gaps {
		g := &gaps[i]
		if g.Kind == NoLook {
			g.Message, g.Why = m.noLook(m.topicAt(lacks[i]))
		}
		g.Mend, g.Changes = advice[i].text, advice[i].say
	}
	return gaps
}

// keepGaps brings a saved kit's gaps up to date: what still holds keeps its
// words, and what its editor caused is told anew.
func (k *Kit) keepGaps() {
	saved := k.Gaps
	k.Gaps = k.shortfalls()
	for i := range k.Gaps {
		g := &k.Gaps[i]
		g.Mend, g.Changes = "put questions back in kit.json, or generate the kit from its profile", []Phrase{phrase("restore")}
		for _, s := range saved {
			if s.Kind == g.Kind && s.Topic == g.Topic && s.Round == g.Round && (s.Message == g.Message || s.Kind == NoLook || s.Kind == NoMain) {
				*g = s
			}
		}
	}
}

// noLook says why a topic has no look.
func (m *maker) noLook(topic int) (string, Phrase) {
	t := m.topics[topic].Topic
	n := 0
	for _, q := range m.pool {
		if slices.ContainsFunc(measures(q, m.p, m.topics), func(x measure) bool { return x.topic == topic }) {
			n++
		}
	}
	switch n {
	case 0:
		wanting, say := m.wanting(m.topics[topic])
		return fmt.Sprintf("%s: no question for %s %s", t, m.p.Seniority, wanting), phrase(say, "topic", t, "level", m.p.Seniority)
	case 1:
		return t + ": no look; the one question that would give it does not fit beside the others", phrase("one-does-not-fit", "topic", t)
	}
	return fmt.Sprintf("%s: no look; none of its %d questions fits beside the others", t, n), phrase("none-fits", "topic", t, "n", n)
}

// wanting says what keeps every question on a topic out, and by which saying.
func (m *maker) wanting(t Topic) (text, say string) {
	out, banned := map[rubrics.Sort]int{}, 0
	for _, q := range m.serving {
		switch {
		case !m.about(q, t):
		case slices.Contains(m.p.Questions.Ban, q.ID):
			banned++
		default:
			sort, _ := m.missing(q)
			out[sort]++
		}
	}
	another := func(named []string, sort rubrics.Sort) (string, string) {
		if len(named) > 0 {
			return "without another " + string(sort), "none-without-another-" + string(sort)
		}
		return "without a " + string(sort), "none-without-" + string(sort)
	}
	switch {
	case len(out) == 0 && banned > 0:
		return "that the profile does not ban", "none-allowed"
	case len(out) == 0:
		return "in the bank", "none-in-bank"
	case len(out) == 1 && out[rubrics.SortLanguage] > 0:
		return another(m.p.Languages, rubrics.SortLanguage)
	case len(out) == 1 && out[rubrics.SortTechnology] > 0:
		return another(m.p.Technologies, rubrics.SortTechnology)
	}
	return "in these rounds", "none-in-rounds"
}
