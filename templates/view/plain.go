package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"interviewkit/templates/locale"
)

// This file holds what documents without pages of a fixed size, Markdown and
// HTML, say alike: tables and lines of facts.

// A Table is rows of cells below their heads.
type Table struct {
	Head []string
	Rows [][]string
}

// Length prints a number of minutes.
func (h *Head) Length(minutes int) string {
	return locale.Fill(h.Words.Page.Minutes, "n", strconv.Itoa(minutes))
}

// Clock prints a stretch of a round's time, without its unit.
func (h *Head) Clock(from, to int) string {
	return locale.Fill(h.Words.Guide.Clock, "from", strconv.Itoa(from), "to", strconv.Itoa(to))
}

// Topic prints a topic's title, and that it is a must-have.
func (h *Head) Topic(title string, mustHave bool) string {
	if mustHave {
		return title + " (" + h.Words.Overview.MustHave + ")"
	}
	return title
}

// Secrecy says whom a document of the hiring team is for.
func (h *Head) Secrecy() string {
	return cmp.Or(h.Brand.Confidential, h.Words.Page.Confidential)
}

// Imprint is what stands at the foot of a document: the kit's id, the mark of
// confidentiality and the footer of the team's brand.
func (h *Head) Imprint() string {
	return facts(locale.Fill(h.Words.Page.KitID, "id", h.KitID), h.Brand.Confidential, h.Brand.Footer)
}

// FootLine is what stands in the foot of every page besides its number.
func (h *Head) FootLine() string { return facts(h.Imprint(), h.CopyFor) }

// About is the line below the title of a kit: its form, its id, whom it is for, and whose copy it
// is.
func (v *Kit) About() string {
	about := []string{locale.Fill(v.Words.Page.KitID, "id", v.KitID), v.Secrecy(), v.CopyFor}
	if v.Form != "" {
		about = append([]string{v.Form}, about...)
	}
	return facts(about...)
}

// RoundTable is the rounds of the loop.
func (v *Kit) RoundTable() Table {
	w := v.Words.Overview
	t := Table{Head: []string{w.Round, w.Kind, w.Length, w.Questions, w.Interviewers}}
	for _, r := range v.Overview.Rounds {
		t.Rows = append(t.Rows, []string{r.Name, r.Kind, v.Length(r.Minutes), strconv.Itoa(r.Questions), r.Interviewers})
	}
	return t
}

// FormTable sets the forms of the opening side by side; without rows for a kit
// alone.
func (v *Kit) FormTable() (t Table) {
	f, w := v.Overview.Forms, v.Words.Overview
	if f == nil {
		return t
	}
	t.Head = append(append([]string{w.Form}, f.Rounds...), w.Questions, w.FormCovered, w.FormTwo, w.FormValue)
	for _, r := range f.Rows {
		name := r.Letter
		if r.This {
			name += " (" + w.FormThis + ")"
		}
		row := []string{name}
		for _, m := range r.Minutes {
			row = append(row, v.Length(m))
		}
		t.Rows = append(t.Rows, append(row, v.FormFigures(r)...))
	}
	return t
}

// FormFigures is what a form reached, as printed: its questions, topics covered,
// topics with two looks, and value.
func (h *Head) FormFigures(r FormRow) (cells []string) {
	for _, n := range []int{r.Questions, r.Covered, r.TwoLooks, r.Value} {
		cells = append(cells, h.Words.Format.Number(n))
	}
	return cells
}

// CoverageHead is the heads of the coverage matrix.
func (v *Kit) CoverageHead() []string {
	w := v.Words.Overview
	return append(append([]string{w.Topic, w.Weight}, v.Overview.Coverage.Rounds...), w.Total, w.Looks)
}

// LookCount is how many rounds have a look at the topic.
func (r *CoverageRow) LookCount() (n int) {
	for _, look := range r.Looks {
		if look {
			n++
		}
	}
	return n
}

// GapLines says each gap with what mends it; where there is none, that.
func (v *Kit) GapLines() (lines []string) {
	for _, g := range v.Overview.Gaps {
		lines = append(lines, g.Message+". "+v.Words.Overview.Mend+" "+g.Mend+".")
	}
	if len(lines) == 0 {
		return []string{v.Words.Overview.NoGaps}
	}
	return lines
}

// Heading names a round with one of its two parts: its guide or its scorecard.
func (r *Round) Heading(part string) string {
	return strconv.Itoa(r.Number) + " " + r.Name + " · " + part
}

// RoundFacts is the line below the heading of a round's guide.
func (h *Head) RoundFacts(r *Round) string {
	return facts(r.Kind+", "+h.Length(r.Minutes), r.Interviewers)
}

// TimelineTable is the course of a round.
func (h *Head) TimelineTable(r *Round) Table {
	t := Table{Head: []string{h.Words.Page.MinutesShort, locale.Fill(h.Words.Guide.Timeline, "minutes", strconv.Itoa(r.Minutes))}}
	for _, s := range r.Timeline {
		t.Rows = append(t.Rows, []string{h.Clock(s.From, s.To), s.Label})
	}
	return t
}

// Heading names a question in its round.
func (q *Question) Heading() string { return q.Number + " " + q.Title }

// span is the question's stretch of the round's time, with its unit.
func (h *Head) span(q *Question) string {
	return h.Clock(q.From, q.To) + " " + h.Words.Page.MinutesShort
}

// QuestionFacts is the line below the heading of a question in the guide.
func (h *Head) QuestionFacts(q *Question) string {
	left := locale.Fill(h.Words.Guide.Left, "n", strconv.Itoa(q.Left))
	return facts(h.span(q), left, q.Topics, q.Kind, q.Drop, q.ID)
}

// ScoreFacts is the line below the heading of a question on the scorecard.
func (h *Head) ScoreFacts(q *Question) string { return facts(q.Topics, h.span(q), q.Drop) }

// Asked returns the paragraphs that are read aloud.
func (q *Question) Asked() []string {
	return strings.Split(strings.TrimSpace(q.Ask+"\n\n"+q.Language), "\n\n")
}

// Name names what is rated: the question by its number, a part also by its
// title, topics and minutes.
func (h *Head) Name(p *Rated) string {
	if p.Title == "" {
		return p.Number
	}
	return facts(p.Number+" "+p.Title, p.Topics, h.Length(p.Minutes))
}

// Bar is what stands at anchor 3: "3 at Senior".
func (h *Head) Bar(p *Rated) string {
	return "3 " + locale.Fill(h.Words.Guide.BarAt, "level", p.Level)
}

// OverrideLabel asks for an override and says what it needs.
func (v *Kit) OverrideLabel() string {
	return v.Words.Debrief.Override + " (" + v.Words.Debrief.OverrideLine + ")"
}

// Announced is what a candidate is told of a round besides whom they meet.
func (r *CandidateRound) Announced() string {
	return join(" ", r.About, r.Topics, r.Time)
}

// Sections is what the candidate's brief ends with: titles and texts.
func (v *Candidate) Sections() [][2]string {
	w := v.Words.Candidate
	return [][2]string{{w.Scored, w.ScoredText}, {w.Adjust, w.AdjustText}, {w.Questions, w.AskText}}
}

// facts prints what is said in one line of facts.
func facts(list ...string) string { return join(" · ", list...) }

// join joins what is not empty.
func join(sep string, list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), sep)
}
