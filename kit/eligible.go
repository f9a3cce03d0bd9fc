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

// barred returns why a question is out for the whole profile, "" when it is not.
func barred(q *rubrics.Question, p *profile.Profile) string {
	switch {
	case slices.Contains(p.Questions.Ban, q.ID):
		return "the profile bans it"
	case !q.Serves(p.Seniority):
		return fmt.Sprintf("it serves %s, not %s", diag.AllOf(q.Levels), p.Seniority)
	case len(q.Languages) > 0 && !shares(q.Languages, p.Languages):
		return "it needs one of the languages " + diag.OneOf(q.Languages)
	case len(q.Technologies) > 0 && !shares(q.Technologies, p.Technologies):
		return "it needs one of the technologies " + diag.OneOf(q.Technologies)
	}
	return ""
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// ineligible returns which rule keeps a question out of a round, "" when it is
// eligible there.
func ineligible(q *rubrics.Question, r profile.Round, p *profile.Profile, topics []Topic, v *rubrics.Vocabulary) string {
	if why := barred(q, p); why != "" {
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
