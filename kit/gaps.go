package kit

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/assemble"
	"interviewkit/rubrics"
)

// fullPercent is how full a round must be not to be a gap.
const fullPercent = 85

// gaps lists what the kit does not do: a topic without a look, a named area or
// language without two, a round that is not full, a round without its main
// kind of question.
func (m *maker) gaps(k *Kit, s *assemble.Solution) []Gap {
	gaps := []Gap{}
	for i, t := range k.Topics {
		switch {
		case len(t.Looks) == 0:
			gaps = append(gaps, Gap{Topic: t.Topic, Message: t.Topic + ": " + m.noLook(i), Mend: m.mendTopic(i, 1)})
		case len(t.Looks) == 1 && t.Named && t.Sort != string(rubrics.SortTechnology) && len(k.Rounds) > 1:
			gaps = append(gaps, Gap{Topic: t.Topic, Message: fmt.Sprintf("%s: a look in one round only (%s)", t.Topic, t.Looks[0]), Mend: m.mendTopic(i, 2)})
		}
	}
	for i, r := range k.Rounds {
		if !full(&r) {
			gaps = append(gaps, Gap{Round: r.Name, Message: fmt.Sprintf("round %s: its questions fill %d of %d minutes", diag.Quote(r.Name), r.Used(), r.QuestionMinutes), Mend: m.mendShort(i, r.Used())})
		}
	}
	for _, r := range s.NoMain {
		round := m.rounds[r]
		gaps = append(gaps, Gap{Round: round.Name, Message: fmt.Sprintf("round %s: no %s question fits", diag.Quote(round.Name), mainKind(round.Kind)), Mend: m.mendMain(r)})
	}
	return gaps
}

func full(r *Round) bool { return r.Used()*100 >= r.QuestionMinutes*fullPercent }

func (m *maker) noLook(topic int) string {
	n := 0
	for _, q := range m.pool {
		if slices.ContainsFunc(measures(q, m.p, m.topics), func(x measure) bool { return x.topic == topic }) {
			n++
		}
	}
	switch n {
	case 0:
		return fmt.Sprintf("no question for %s in these rounds", m.p.Seniority)
	case 1:
		return "no look; the one question that would give it does not fit beside the others"
	}
	return fmt.Sprintf("no look; none of its %d questions fits beside the others", n)
}
