package kit

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// admits is which kinds of question a kind of round takes.
func admits(round string) []rubrics.Kind {
	switch round {
	case profile.Screen:
		return []rubrics.Kind{rubrics.Knowledge, rubrics.Behavioral, rubrics.Situational}
	case profile.Technical:
		return []rubrics.Kind{rubrics.Knowledge, rubrics.WorkSample, rubrics.Situational}
	case profile.Coding:
		return []rubrics.Kind{rubrics.Coding, rubrics.WorkSample}
	case profile.Design:
		return []rubrics.Kind{rubrics.Design, rubrics.Situational}
	case profile.Walkthrough:
		return []rubrics.Kind{rubrics.Walkthrough}
	}
	return []rubrics.Kind{rubrics.Behavioral, rubrics.Situational}
}

// mainKind is the kind of question that must take at least half of a round;
// "" where there is none.
func mainKind(round string) rubrics.Kind {
	switch round {
	case profile.Coding:
		return rubrics.Coding
	case profile.Design:
		return rubrics.Design
	}
	return ""
}

// A bar is a rule that keeps a question out for the whole profile.
type bar struct{ rule, why string }

// bars returns every rule that keeps a question out for the whole profile.
func bars(q *rubrics.Question, p *profile.Profile, v *rubrics.Vocabulary) (list []bar) {
	if slices.Contains(p.Questions.Ban, q.ID) {
		list = append(list, bar{Banned, "the profile bans it"})
	}
	if !q.Serves(p.Seniority) {
		list = append(list, bar{WrongLevel, fmt.Sprintf("it serves %s, not %s", diag.AllOf(q.Levels), p.Seniority)})
	}
	if len(q.Languages) > 0 && !shares(q.Languages, p.Languages) && !shares(q.Languages, brought(q, p, v)) {
		list = append(list, bar{NoLanguage, "it needs one of the languages " + diag.OneOf(q.Languages)})
	}
	if len(q.Technologies) > 0 && !shares(q.Technologies, p.Technologies) {
		list = append(list, bar{NoTechnology, "it needs one of the technologies " + diag.OneOf(q.Technologies)})
	}
	return list
}

// brought returns the languages that come with the technologies which question
// and profile share: who names Django need not name Python to be asked on it.
func brought(q *rubrics.Question, p *profile.Profile, v *rubrics.Vocabulary) (languages []string) {
	for _, t := range q.Technologies {
		if slices.Contains(p.Technologies, t) {
			languages = append(languages, v.LanguagesOf(t)...)
		}
	}
	return languages
}

// barred returns why a question is out for the whole profile, "" when it is not.
func barred(q *rubrics.Question, p *profile.Profile, v *rubrics.Vocabulary) string {
	if list := bars(q, p, v); len(list) > 0 {
		return list[0].why
	}
	return ""
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// ineligible returns which rule keeps a question out of a round, "" when it is
// eligible there.
func ineligible(q *rubrics.Question, r profile.Round, p *profile.Profile, topics []Topic, v *rubrics.Vocabulary) string {
	if why := barred(q, p, v); why != "" {
		return why
	}
	if why := unsuited(q, r, v); why != "" {
		return why
	}
	ms := measures(q, p, topics)
	admitted := func(m measure) bool {
		return len(r.FocusAreas) == 0 || slices.Contains(r.FocusAreas, topics[m.topic].Topic)
	}
	if !slices.ContainsFunc(ms, admitted) {
		if len(ms) == 0 {
			return "it measures no topic of the profile"
		}
		return "it measures no topic that the round admits"
	}
	return ""
}

// unsuited returns why a question does not suit a kind of round, whatever the
// profile; "" when it does.
func unsuited(q *rubrics.Question, r profile.Round, v *rubrics.Vocabulary) string {
	if !slices.Contains(admits(r.Kind), q.Kind) {
		return fmt.Sprintf("a %s round takes no %s question", r.Kind, q.Kind)
	}
	people := v.IsPeople(q.Area)
	switch r.Kind {
	case profile.Behavioral:
		if !people {
			return fmt.Sprintf("a behavioral round is about people areas, and %s is technical", q.Area)
		}
	case profile.Technical, profile.Coding, profile.Design:
		if people {
			return fmt.Sprintf("a %s round is about technical areas, and %s is a people area", r.Kind, q.Area)
		}
	}
	return ""
}
