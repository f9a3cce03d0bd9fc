package html

import (
	"strconv"

	"interviewkit/templates/view"
)

// coverage draws the matrix: the minutes of each topic in each round, a bar
// below them, and each row once more as a sentence.
func (w *writer) coverage(v *view.Kit) {
	c, words := &v.Overview.Coverage, w.words.Overview
	most := 1
	for _, r := range c.Rows {
		for _, m := range r.Minutes {
			most = max(most, m)
		}
	}
	w.block("h3", words.Coverage)
	w.paragraph(c.About)
	w.scroll(words.Coverage, func() {
		w.in("table", func() {
			w.heads(v.CoverageHead())
			w.in("tbody", func() {
				for i := range c.Rows {
					w.coverageRow(&c.Rows[i], most)
				}
			})
		}, "class", "coverage")
	})
	w.around("p", func() {
		w.bar("bar look", 100)
		w.text(" " + words.LegendLook + " ")
		w.bar("bar", 100)
		w.text(" " + words.LegendLess)
	}, "class", "legend")
	w.WriteString("\n")
	var sentences []string
	for _, r := range c.Rows {
		sentences = append(sentences, r.Sentence)
	}
	w.list("ul", sentences, "class", "small")
}

// coverageRow draws bars as wide, of most minutes, as a round's minutes are:
// filled where they are a look.
func (w *writer) coverageRow(r *view.CoverageRow, most int) {
	w.in("tr", func() {
		w.block("th", w.Topic(r.Topic, r.MustHave), "scope", "row")
		w.block("td", strconv.Itoa(r.Weight), "class", "number")
		for i, m := range r.Minutes {
			w.around("td", func() {
				if m == 0 {
					return
				}
				w.text(strconv.Itoa(m))
				class := "bar"
				if r.Looks[i] {
					class = "bar look"
				}
				w.bar(class, 100*m/most)
			}, "class", "minutes")
			w.WriteString("\n")
		}
		w.block("td", strconv.Itoa(r.Total), "class", "number")
		w.block("td", strconv.Itoa(r.LookCount()), "class", "number")
	})
}

func (w *writer) bar(class string, percent int) {
	w.el("span", "", "class", class, "style", "width:"+strconv.Itoa(percent)+"%")
}
