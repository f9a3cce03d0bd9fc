package html

import (
	"fmt"
	"strconv"
	"strings"

	"interviewkit/templates/view"
)

// Kit returns kit.html.
func Kit(v *view.Kit) []byte {
	return page(&v.Head, func(w *writer) {
		w.in("header", func() {
			w.title(v.Document)
			w.paragraph(v.About(), "class", "facts")
		})
		w.in("div", func() {
			w.contents(v)
			w.in("main", func() {
				w.overview(v)
				for i := range v.Rounds {
					w.guide(&v.Rounds[i])
					w.scorecard(&v.Rounds[i])
				}
				w.debrief(v)
				if v.Brand.Footer != "" {
					w.block("footer", v.Imprint())
				}
			})
		}, "class", "beside")
	})
}

// title writes the head of the page: the role, and what the document is.
func (w *writer) title(document string) {
	w.logo()
	w.block("h1", w.Role)
	w.block("p", document, "class", "document")
}

// The anchors of a page, by what they lead to.
const overviewID, debriefID = "overview", "debrief"

func guideID(r *view.Round) string     { return fmt.Sprintf("round-%d", r.Number) }
func scorecardID(r *view.Round) string { return fmt.Sprintf("scorecard-%d", r.Number) }
func questionID(r *view.Round, q *view.Question) string {
	return guideID(r) + "-" + strings.ToLower(q.Number)
}

func (w *writer) contents(v *view.Kit) {
	link := func(text, id string) { w.el("a", text, "href", "#"+id) }
	item := func(text, id string) {
		w.in("li", func() { link(text, id) })
	}
	w.in("nav", func() {
		w.block("h2", w.words.Page.Contents, "id", "contents")
		w.in("ul", func() {
			item(w.words.Overview.Title, overviewID)
			for i := range v.Rounds {
				r := &v.Rounds[i]
				w.in("li", func() {
					link(strconv.Itoa(r.Number)+" "+r.Name, guideID(r))
					w.in("ul", func() {
						for n := range r.Questions {
							item(r.Questions[n].Heading(), questionID(r, &r.Questions[n]))
						}
						item(w.words.Scorecard.Title, scorecardID(r))
					})
				})
			}
			item(w.words.Debrief.Title, debriefID)
		})
	}, "aria-labelledby", "contents")
}

func (w *writer) overview(v *view.Kit) {
	o, words := &v.Overview, w.words.Overview
	w.in("section", func() {
		w.block("h2", words.Title)
		w.in("dl", func() {
			for _, f := range o.Facts {
				w.block("dt", f.Label)
				w.block("dd", f.Value)
			}
		})
		w.block("h3", words.Rounds)
		w.table(words.Rounds, v.RoundTable())
		if o.LeftOut != "" {
			w.paragraph(o.LeftOut)
		}
		w.coverage(v)
		w.paragraph(o.Objective)
		w.forms(v.FormTable())
		w.block("h3", words.Gaps)
		if lines := v.GapLines(); len(o.Gaps) > 0 {
			w.list("ul", lines)
		} else {
			w.paragraph(lines[0])
		}
		w.rules(o)
		w.laws(o.Laws)
	}, "id", overviewID)
}

// forms sets the forms of the opening side by side; nothing for a kit alone.
func (w *writer) forms(t view.Table) {
	if len(t.Rows) > 0 {
		w.block("h3", w.words.Overview.Forms)
		w.paragraph(w.words.Overview.FormsAbout)
		w.table(w.words.Overview.Forms, t)
	}
}

func (w *writer) rules(o *view.Overview) {
	words := w.words.Overview
	w.block("h3", words.Scale)
	w.list("ol", o.Scale[:])
	w.block("h3", words.Scoring)
	w.list("ul", o.Scoring)
	w.block("h3", words.Decision)
	w.paragraph(words.DecisionNote)
	w.list("ol", o.Decision)
}

func (w *writer) laws(laws []view.Law) {
	words := w.words.Overview
	w.block("h3", words.Avoid)
	w.paragraph(words.AvoidIntro)
	for i := range laws {
		l := &laws[i]
		name := l.Title + ", " + l.AsOf
		w.scroll(name, func() {
			w.in("table", func() {
				w.block("caption", name)
				w.heads([]string{words.AvoidSubject, words.AvoidNot, words.AvoidInstead, words.AvoidSource})
				w.in("tbody", func() {
					for i := range l.Items {
						w.lawItem(&l.Items[i])
					}
				})
			}, "class", "law")
		})
		w.in("ul", func() {
			for _, n := range l.Notes {
				w.in("li", func() {
					w.text(n.Text + " (")
					w.source(n.Source)
					w.text(")")
				})
			}
		})
	}
}

func (w *writer) lawItem(t *view.LawItem) {
	w.in("tr", func() {
		w.block("th", t.Subject, "scope", "row")
		w.block("td", t.Avoid)
		w.block("td", t.Instead)
		w.in("td", func() { w.source(t.Source) })
	})
}
