package html

import (
	"strconv"

	"interviewkit/templates/view"
)

// debrief writes the sheet on which ratings become a decision.
func (w *writer) debrief(v *view.Kit) {
	d, words := &v.Debrief, w.words.Debrief
	w.in("section", func() {
		w.block("h2", words.Title)
		w.list("ol", d.Steps)
		w.scroll(words.Title, func() {
			w.in("table", func() {
				w.in("thead", func() {
					w.in("tr", func() {
						w.block("th", words.Topic, "scope", "col")
						w.block("th", words.Weight, "scope", "col")
						w.block("th", words.Look, "scope", "colgroup", "colspan", "2")
						for _, head := range []string{words.Apart, words.Mean, words.Product} {
							w.block("th", head, "scope", "col")
						}
					})
				})
				w.in("tbody", func() {
					for i := range d.Rows {
						w.debriefRow(&d.Rows[i])
					}
					w.sums(d)
				})
			}, "class", "debrief")
		})
		w.listBelow(words.Floors, d.Floors)
		w.label(words.Result)
		for _, l := range d.Result {
			w.paragraph(l)
		}
		w.tickList("ul", d.Outcomes)
		w.fill(v.OverrideLabel(), 2)
		w.fill(words.Feedback, 4)
		w.fill(words.Retire, 2)
		w.fill(words.Signed, 1)
	}, "id", debriefID, "class", "sheet")
}

// debriefRow writes a row for each look at the topic, beside the topic.
func (w *writer) debriefRow(r *view.DebriefRow) {
	looks := r.Looks
	if len(looks) == 0 {
		looks = []view.DebriefLook{{Round: w.words.Overview.CoverageNone}}
	}
	span := strconv.Itoa(len(looks))
	for i, l := range looks {
		w.in("tr", func() {
			if i == 0 {
				w.block("th", w.Topic(r.Topic, r.MustHave), "scope", "rowgroup", "rowspan", span)
				w.block("td", strconv.Itoa(r.Weight), "class", "number", "rowspan", span)
			}
			if len(r.Looks) == 0 {
				w.block("td", l.Round, "colspan", "2")
			} else {
				w.block("td", w.words.Format.Labelled(l.Round)+" "+l.Ratings)
				w.block("td", "\u00a0", "class", "figure")
			}
			if i > 0 {
				return
			}
			w.apart(len(r.Looks), span)
			w.block("td", "\u00a0", "class", "figure", "rowspan", span)
			w.block("td", "\u00a0", "class", "figure", "rowspan", span)
		})
	}
}

// apart is a box to tick where two looks lie apart; one look lies apart from
// none.
func (w *writer) apart(looks int, span string) {
	w.in("td", func() {
		if looks > 1 {
			w.open("input", []string{"type", "checkbox", "aria-label", w.words.Debrief.Apart})
		}
	}, "class", "number", "rowspan", span)
}

func (w *writer) sums(d *view.Debrief) {
	w.in("tr", func() {
		w.block("th", w.words.Debrief.Sums, "scope", "row")
		w.block("td", strconv.Itoa(d.Weight), "class", "number")
		w.block("td", "\u00a0", "colspan", "3")
		w.block("td", "\u00a0", "class", "figure")
		w.block("td", "\u00a0", "class", "figure")
	})
}
