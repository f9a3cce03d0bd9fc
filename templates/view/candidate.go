package view

import (
	"slices"
	"strconv"
	"strings"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
)

// OfCandidate returns what a candidate is sent beforehand. It is made from a
// brief, never from a kit, so that no question can leak.
func OfCandidate(brief kit.Brief, m Material) *Candidate {
	w := m.Words.Candidate
	c := &Candidate{
		Head: Head{Role: brief.Title, Document: m.Words.Page.Candidate, KitID: brief.KitID, Paper: brief.Paper, Large: m.Large, Words: m.Words, Brand: brief.Brand, CopyFor: m.copyFor(), Face: m.Face},
		Same: w.Same, AIPolicy: w.AIPolicies[brief.AIPolicy],
	}
	if !brief.Same {
		c.Same = w.Alike
	}
	intro := w.Intro
	switch {
	case brief.Company != "" && brief.Team != "":
		intro = w.IntroTeam
	case brief.Company != "":
		intro = w.IntroAt
	}
	c.Intro = locale.Fill(intro, "role", brief.Title, "company", brief.Company, "team", brief.Team)
	said := map[string]bool{}
	for _, r := range brief.Rounds {
		c.Rounds = append(c.Rounds, candidateRound(r, m, said))
	}
	c.Tools = tools(brief, m)
	for _, a := range w.Preparation {
		if len(a.Kinds) == 0 || slices.ContainsFunc(brief.Rounds, func(r kit.BriefRound) bool { return slices.Contains(a.Kinds, r.Kind) }) {
			c.Advice = append(c.Advice, a)
		}
	}
	return c
}

// candidateRound announces a round; what a topic means is said where it first
// comes up, which said keeps.
func candidateRound(r kit.BriefRound, m Material, said map[string]bool) CandidateRound {
	w := m.Words.Candidate
	clock := profile.Round{Minutes: r.Minutes}.Clock()
	v := CandidateRound{
		Name: r.Name, Minutes: r.Minutes, About: w.Kinds[r.Kind], Meet: strings.Join(r.Interviewers, ", "),
		Time: locale.Fill(w.Time, "questions", strconv.Itoa(clock.Questions), "theirs", strconv.Itoa(clock.Theirs)),
	}
	if v.Meet == "" {
		v.Meet = w.MeetUnknown
	}
	var topics []string
	for _, a := range r.Topics {
		topic := m.area(a)
		if about := m.about(a); about != "" && !said[a] {
			topic += " (" + about + ")"
			said[a] = true
		}
		topics = append(topics, topic)
	}
	if len(topics) > 0 {
		v.Topics = locale.Fill(w.TopicsMore, "topics", strings.Join(topics, ", "))
	}
	return v
}

// about is what a candidate is told of an area, "" when there is nothing.
func (m Material) about(area string) string {
	if term := m.Words.Terms.About[area]; term != "" {
		return term
	}
	return m.Vocabulary.About(area)
}

// tools is what the candidate needs for the rounds there are.
func tools(brief kit.Brief, m Material) (list []string) {
	w := m.Words.Candidate
	has := func(kind string) bool {
		return slices.ContainsFunc(brief.Rounds, func(r kit.BriefRound) bool { return r.Kind == kind })
	}
	if has(profile.Coding) {
		list = append(list, w.ToolsCode)
		var names []string
		for _, l := range brief.Languages {
			names = append(names, m.Vocabulary.Title(rubrics.SortLanguage, l))
		}
		if len(names) > 0 {
			list = append(list, locale.Fill(w.ToolsLang, "languages", strings.Join(names, ", ")))
		}
	}
	if slices.ContainsFunc(brief.Rounds, func(r kit.BriefRound) bool { return r.Exhibits }) {
		list = append(list, w.ToolsRead)
	}
	if has(profile.Design) || has(profile.Walkthrough) {
		list = append(list, w.ToolsDraw)
	}
	return append(list, w.ToolsTalk)
}
