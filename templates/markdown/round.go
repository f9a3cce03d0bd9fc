package markdown

import (
	"strconv"
	"strings"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

func (w *writer) guide(r *view.Round) {
	words := w.words.Guide
	w.listed(2, r.Heading(words.Title), 0, strconv.Itoa(r.Number)+" "+r.Name)
	w.paragraph(w.RoundFacts(r))
	w.table(w.TimelineTable(r))
	w.heading(3, words.Before)
	w.bullets(r.Before)
	w.heading(3, words.Opening)
	w.bullets(r.Opening)
	for i := range r.Questions {
		w.question(&r.Questions[i])
	}
	w.heading(3, words.Close)
	w.bullets(r.Closing)
}

func (w *writer) question(q *view.Question) {
	words := w.words.Guide
	w.listed(3, q.Heading(), 1, q.Heading())
	w.paragraph(w.QuestionFacts(q))
	w.labelled(w.words.Format.Labelled(words.Purpose), q.Purpose)
	w.label(words.Ask)
	for i, p := range q.Asked() {
		if i > 0 {
			w.line(">")
		}
		w.line(wrap(Escape(p), "> ", "> "))
	}
	w.line("")
	if q.Exhibit != nil {
		w.exhibit(q.Exhibit)
	}
	w.label(words.Then)
	w.boxes(q.Then)
	if q.Hint == "" {
		w.paragraph(words.NoHint)
	}
	w.labelled(w.words.Format.Labelled(words.Hint), q.Hint)
	w.labelled(w.words.Format.Labelled(words.Answer), q.Answer)
	w.list(words.ListenFor, q.ListenFor)
	w.list(words.Flags, q.Flags)
	for i := range q.Rated {
		w.anchors(&q.Rated[i])
	}
	w.labelled(words.Late, q.Late)
}

func (w *writer) exhibit(e *view.Exhibit) {
	w.label(locale.Fill(w.words.Guide.Exhibit, "letter", e.Letter))
	f := fence(e.Lines)
	w.line(f + language(e.Language))
	for _, l := range e.Lines {
		w.line(l)
	}
	w.line(f + "\n")
}

// language is an info string that no exhibit can break out of.
func language(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// anchors lists the four anchors of what is rated: their numbers are those of
// the list.
func (w *writer) anchors(p *view.Rated) {
	w.wrapped(strong(w.Name(p)) + " · " + Escape(w.Bar(p)))
	w.numbered(p.Anchors[:])
}

func (w *writer) scorecard(r *view.Round) {
	words := w.words.Scorecard
	w.listed(2, r.Heading(words.Title), 1, words.Title)
	w.table(view.Table{Head: []string{words.Candidate, words.Interviewer, words.Date, words.Start, words.End}, Rows: [][]string{make([]string, 5)}})
	w.paragraph(words.HowTo)
	w.bullets(r.ScoreRules)
	for i := range r.Questions {
		w.score(&r.Questions[i])
	}
	w.fill(words.Deviations)
	w.wrapped(Escape(words.Final) + " " + place + " " + Escape(words.Signed) + " " + place)
	w.line("---\n")
	w.label(words.Apart)
	w.boxes(words.Recommendation)
	w.fill(words.Strongest)
	w.fill(words.Against)
}

func (w *writer) score(q *view.Question) {
	words := w.words.Scorecard
	w.heading(3, q.Heading())
	w.paragraph(w.ScoreFacts(q))
	w.boxes([]string{words.Asked, words.CutShort, words.Dropped, words.Hint})
	for i := range q.Rated {
		p := &q.Rated[i]
		if p.Title != "" {
			w.label(w.Name(p))
		}
		w.fill(words.Evidence)
		items := make([]string, 0, 5)
		for i, a := range p.Anchors {
			items = append(items, strong(strconv.Itoa(i+1))+" "+Escape(a))
		}
		w.items(box, append(items, Escape(words.NotAssessed)))
	}
}
