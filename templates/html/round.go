package html

import (
	"strconv"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

func (w *writer) guide(r *view.Round) {
	words := w.words.Guide
	w.in("section", func() {
		w.block("h2", r.Heading(words.Title))
		w.paragraph(w.RoundFacts(r), "class", "facts")
		t := w.TimelineTable(r)
		w.table(t.Head[1], t, "class", "timeline")
		w.block("h3", words.Before)
		w.list("ul", r.Before)
		w.block("h3", words.Opening)
		w.list("ul", r.Opening)
		for i := range r.Questions {
			w.question(r, &r.Questions[i])
		}
		w.block("h3", words.Close)
		w.list("ul", r.Closing)
	}, "id", guideID(r), "class", "sheet")
}

func (w *writer) question(r *view.Round, q *view.Question) {
	words := w.words.Guide
	w.in("article", func() {
		w.block("h3", q.Heading())
		w.paragraph(w.QuestionFacts(q), "class", "facts")
		w.labelled(w.words.Format.Labelled(words.Purpose), q.Purpose)
		w.label(words.Ask)
		w.in("blockquote", func() {
			for _, p := range q.Asked() {
				w.paragraph(p)
			}
		})
		if q.Exhibit != nil {
			w.exhibit(q.Exhibit)
		}
		w.label(words.Then)
		w.tickList("ol", q.Then)
		if q.Hint == "" {
			w.paragraph(words.NoHint)
		}
		w.labelled(w.words.Format.Labelled(words.Hint), q.Hint, "class", "hint")
		w.labelled(w.words.Format.Labelled(words.Answer), q.Answer)
		w.in("div", func() {
			w.listBelow(words.ListenFor, q.ListenFor)
			w.listBelow(words.Flags, q.Flags)
		}, "class", "two")
		w.anchors(q)
		w.labelled(words.Late, q.Late, "class", "late")
	}, "id", questionID(r, q))
}

// exhibit numbers the lines by the style sheet: who copies the code copies no
// numbers.
func (w *writer) exhibit(e *view.Exhibit) {
	w.in("figure", func() {
		w.block("figcaption", locale.Fill(w.words.Guide.Exhibit, "letter", e.Letter))
		w.around("pre", func() {
			w.around("code", func() {
				for _, l := range e.Lines {
					w.el("span", l)
					w.WriteString("\n")
				}
			})
		}, "tabindex", "0")
		w.WriteString("\n")
	})
}

// anchors sets the four anchors of each rated part side by side. A question
// without parts needs no name for its only row.
func (w *writer) anchors(q *view.Question) {
	head, parts := []string{"1", "2", w.Bar(&q.Rated[0]), "4"}, q.Rated[0].Title != ""
	if parts {
		head = append([]string{w.words.Guide.Part}, head...)
	}
	w.scroll(q.Heading(), func() {
		w.in("table", func() {
			w.heads(head)
			w.in("tbody", func() {
				for i := range q.Rated {
					w.in("tr", func() {
						if parts {
							w.block("th", w.Name(&q.Rated[i]), "scope", "row")
						}
						for _, a := range q.Rated[i].Anchors {
							w.block("td", a)
						}
					})
				}
			})
		}, "class", "anchors")
	})
}

func (w *writer) scorecard(r *view.Round) {
	words := w.words.Scorecard
	w.in("section", func() {
		w.block("h2", r.Heading(words.Title))
		w.in("table", func() {
			w.heads([]string{words.Candidate, words.Interviewer, words.Date, words.Start, words.End})
			w.in("tbody", func() {
				w.in("tr", func() {
					for range 5 {
						w.block("td", "\u00a0")
					}
				})
			})
		}, "class", "who")
		w.paragraph(words.HowTo)
		w.list("ul", r.ScoreRules)
		for i := range r.Questions {
			w.score(&r.Questions[i])
		}
		w.fill(words.Deviations, 2)
		w.in("div", func() {
			w.fill(words.Final, 1)
			w.fill(words.Signed, 1)
		}, "class", "two")
		w.in("div", func() {
			w.label(words.Apart)
			w.ticks(words.Recommendation)
			w.fill(words.Strongest, 2)
			w.fill(words.Against, 2)
		}, "class", "apart")
	}, "id", scorecardID(r), "class", "sheet")
}

func (w *writer) score(q *view.Question) {
	words := w.words.Scorecard
	w.block("h3", q.Heading())
	w.paragraph(w.ScoreFacts(q), "class", "facts")
	w.ticks([]string{words.Asked, words.CutShort, words.Dropped, words.Hint})
	for i := range q.Rated {
		w.rating(&q.Rated[i])
	}
}

// rating is where one rating is noted and given.
func (w *writer) rating(p *view.Rated) {
	words := w.words.Scorecard
	w.in("fieldset", func() {
		w.block("legend", w.Name(p))
		w.fill(words.Evidence, 4)
		w.in("div", func() {
			for i, a := range p.Anchors {
				w.tick(func() {
					w.el("strong", strconv.Itoa(i+1))
					w.text(" " + a)
				})
			}
			w.tick(func() { w.text(words.NotAssessed) }, "class", "not")
		}, "class", "ratings")
	})
}
