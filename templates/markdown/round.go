package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

// blank is a line to write on.
const blank = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"

func (w *writer) guide(r *view.Round) {
	words := w.words.Guide
	w.anchor(fmt.Sprintf("round-%d", r.Number))
	w.heading(2, fmt.Sprintf("%d %s %s", r.Number, Escape(w.label(r.Name)), Escape(words.Title)))
	facts := r.Kind + ", " + w.minutes(r.Minutes)
	if r.Interviewers != "" {
		facts += " · " + r.Interviewers
	}
	w.paragraph(facts)
	var rows [][]string
	for _, s := range r.Timeline {
		rows = append(rows, []string{clock(words.Clock, s.From, s.To), s.Label})
	}
	w.table([]string{w.words.Page.MinutesShort, locale.Fill(words.Timeline, "minutes", strconv.Itoa(r.Minutes))}, rows)
	w.heading(3, Escape(words.Before))
	w.bullets(r.Before)
	w.heading(3, Escape(words.Opening))
	w.bullets(r.Opening)
	for i := range r.Questions {
		w.question(r, &r.Questions[i])
	}
	w.heading(3, Escape(words.Close))
	w.bullets(r.Closing)
}

func clock(text string, from, to int) string {
	return locale.Fill(text, "from", strconv.Itoa(from), "to", strconv.Itoa(to))
}

func (w *writer) question(r *view.Round, q *view.Question) {
	words := w.words.Guide
	w.anchor(questionID(r, q))
	w.heading(3, Escape(q.Number+" "+q.Title))
	facts := []string{clock(words.Clock, q.From, q.To) + " " + w.words.Page.MinutesShort, locale.Fill(words.Left, "n", strconv.Itoa(q.Left)), q.Topics, q.Kind, q.Drop, q.ID}
	w.line(wrap(Escape(strings.Join(facts, " · ")), "", "") + "\n")
	w.labelled(w.label(words.Purpose), q.Purpose)
	w.line("**" + Escape(words.Ask) + "**\n")
	for i, p := range strings.Split(strings.TrimSpace(q.Ask+"\n\n"+q.Language), "\n\n") {
		if i > 0 {
			w.line(">")
		}
		w.line(wrap(Escape(p), "> ", "> "))
	}
	w.line("")
	if q.Exhibit != nil {
		w.exhibit(q.Exhibit)
	}
	w.line("**" + Escape(words.Then) + "**\n")
	w.boxes(q.Then)
	if q.Hint == "" {
		w.paragraph(words.NoHint)
	}
	w.labelled(w.label(words.Hint), q.Hint)
	w.labelled(w.label(words.Answer), q.Answer)
	w.listed(words.ListenFor, q.ListenFor)
	w.listed(words.Flags, q.Flags)
	w.anchors(q)
	w.labelled(words.Late, q.Late)
}

func (w *writer) listed(label string, items []string) {
	if len(items) > 0 {
		w.line("**" + Escape(label) + "**\n")
		w.bullets(items)
	}
}

func (w *writer) exhibit(e *view.Exhibit) {
	w.line("**" + Escape(locale.Fill(w.words.Guide.Exhibit, "letter", e.Letter)) + "**\n")
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

// anchors writes the four anchors of each rated part as a table.
func (w *writer) anchors(q *view.Question) {
	var rows [][]string
	for _, p := range q.Rated {
		name := p.Number
		if p.Title != "" {
			name += " " + p.Title + " (" + p.Topics + ", " + w.minutes(p.Minutes) + ")"
		}
		rows = append(rows, append([]string{name}, p.Anchors[:]...))
	}
	w.table([]string{"", "1", "2", "3 " + locale.Fill(w.words.Guide.BarAt, "level", q.Rated[0].Level), "4"}, rows)
}

func (w *writer) scorecard(r *view.Round) {
	words := w.words.Scorecard
	w.anchor(fmt.Sprintf("scorecard-%d", r.Number))
	w.heading(2, fmt.Sprintf("%d %s %s", r.Number, Escape(w.label(r.Name)), Escape(words.Title)))
	w.table([]string{words.Candidate, words.Interviewer, words.Date, words.Start, words.End}, [][]string{{" ", " ", " ", " ", " "}})
	w.paragraph(words.HowTo)
	w.bullets(r.ScoreRules)
	for i := range r.Questions {
		w.score(&r.Questions[i])
	}
	w.fill(words.Deviations)
	w.line(Escape(words.Final) + " " + blank + " " + Escape(words.Signed) + " " + blank + "\n")
	w.line("---\n")
	w.line("**" + Escape(words.Apart) + "**\n")
	w.boxes(words.Recommendation)
	w.fill(words.Strongest)
	w.fill(words.Against)
}

func (w *writer) fill(label string) { w.line(Escape(w.label(label)) + " " + blank + "\n") }

func (w *writer) score(q *view.Question) {
	words := w.words.Scorecard
	w.heading(3, Escape(q.Number+" "+q.Title))
	w.line(wrap(Escape(strings.Join([]string{q.Topics, clock(w.words.Guide.Clock, q.From, q.To) + " " + w.words.Page.MinutesShort, q.Drop}, " · ")), "", "") + "\n")
	w.boxes([]string{words.Asked, words.CutShort, words.Dropped, words.Hint})
	for _, p := range q.Rated {
		if p.Title != "" {
			w.line("**" + Escape(p.Number+" "+p.Title) + "** " + Escape(p.Topics+", "+w.minutes(p.Minutes)) + "\n")
		}
		w.fill(words.Evidence)
		items := make([]string, 0, 5)
		for i, a := range p.Anchors {
			items = append(items, fmt.Sprintf("%d: %s", i+1, a))
		}
		w.boxes(append(items, words.NotAssessed))
	}
}

func (w *writer) debrief(d *view.Debrief) {
	words := w.words.Debrief
	w.anchor("debrief")
	w.heading(2, Escape(words.Title))
	w.numbered(d.Steps)
	var rows [][]string
	for _, r := range d.Rows {
		var looks []string
		for _, l := range r.Looks {
			looks = append(looks, w.label(l.Round)+" "+l.Ratings)
		}
		name := r.Topic
		if r.MustHave {
			name += " (" + w.words.Overview.MustHave + ")"
		}
		rows = append(rows, []string{name, strconv.Itoa(r.Weight), strings.Join(looks, "; "), " ", " ", " "})
	}
	rows = append(rows, []string{words.Sums, strconv.Itoa(d.Weight), " ", " ", " ", " "})
	w.table([]string{words.Topic, words.Weight, words.Look, words.Apart, words.Mean, words.Product}, rows)
	w.listed(words.Floors, d.Floors)
	w.line("**" + Escape(words.Result) + "**\n")
	w.bullets(d.Result)
	w.boxes(d.Outcomes)
	for _, l := range []string{words.Override + " (" + words.OverrideLine + ")", words.Feedback, words.Retire, words.Signed} {
		w.fill(l)
	}
}
