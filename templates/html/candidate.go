package html

import (
	"interviewkit/templates/view"
)

// Candidate returns candidate.html.
func Candidate(v *view.Candidate) []byte {
	words := v.Words.Candidate
	return page(&v.Head, func(w *writer) {
		w.in("header", func() {
			w.title(words.Title)
			if v.CopyFor != "" {
				w.block("p", v.CopyFor, "class", "small")
			}
			w.paragraph(v.Intro)
			w.paragraph(v.Same)
		})
		w.in("main", func() {
			w.section(words.Rounds, func() {
				for i := range v.Rounds {
					w.announced(&v.Rounds[i])
				}
			})
			w.section(words.Tools, func() { w.list("ul", v.Tools) })
			w.section(words.AIPolicy, func() { w.paragraph(v.AIPolicy) })
			w.section(words.Prepare, func() {
				for _, a := range v.Advice {
					w.block("h3", a.Title)
					w.paragraph(a.Text)
					if len(a.Steps) > 0 {
						w.list("ol", a.Steps)
					}
				}
			})
			for _, s := range v.Sections() {
				w.section(s[0], func() { w.paragraph(s[1]) })
			}
		})
		w.block("footer", v.Imprint())
	})
}

func (w *writer) section(title string, body func()) {
	w.in("section", func() {
		w.block("h2", title)
		body()
	})
}

func (w *writer) announced(r *view.CandidateRound) {
	w.block("h3", r.Name+" · "+w.Length(r.Minutes))
	w.paragraph(r.Announced())
	w.labelled(w.words.Format.Labelled(w.words.Candidate.Meet), r.Meet)
}
