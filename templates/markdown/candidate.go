package markdown

import (
	"interviewkit/templates/view"
)

// Candidate returns candidate.md.
func Candidate(v *view.Candidate) []byte {
	w := newWriter(&v.Head)
	words := v.Words.Candidate
	w.heading(1, w.words.Format.Labelled(v.Role)+" "+words.Title)
	if v.CopyFor != "" {
		w.paragraph(v.CopyFor)
	}
	w.paragraph(v.Intro)
	w.paragraph(v.Same)
	w.heading(2, words.Rounds)
	for _, r := range v.Rounds {
		w.heading(3, r.Name+" · "+w.Length(r.Minutes))
		w.paragraph(r.Announced())
		w.labelled(w.words.Format.Labelled(words.Meet), r.Meet)
	}
	w.heading(2, words.Tools)
	w.bullets(v.Tools)
	w.heading(2, words.AIPolicy)
	w.paragraph(v.AIPolicy)
	w.heading(2, words.Prepare)
	for _, a := range v.Advice {
		w.heading(3, a.Title)
		w.paragraph(a.Text)
		if len(a.Steps) > 0 {
			w.numbered(a.Steps)
		}
	}
	for _, s := range v.Sections() {
		w.heading(2, s[0])
		w.paragraph(s[1])
	}
	w.end()
	return []byte(w.String())
}
