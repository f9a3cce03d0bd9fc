package markdown

import (
	"strings"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

// Candidate returns candidate.md.
func Candidate(v *view.Candidate) []byte {
	w := &writer{words: v.Words}
	words := v.Words.Candidate
	w.heading(1, Escape(w.label(v.Role)+" "+words.Title))
	w.paragraph(v.Intro)
	w.paragraph(v.Same)
	w.heading(2, Escape(words.Rounds))
	for _, r := range v.Rounds {
		w.heading(3, Escape(r.Name)+" · "+Escape(w.minutes(r.Minutes)))
		w.paragraph(strings.TrimSpace(r.About + " " + r.Topics + " " + r.Time))
		w.labelled(w.label(words.Meet), r.Meet)
	}
	w.heading(2, Escape(words.Tools))
	w.bullets(v.Tools)
	w.heading(2, Escape(words.AIPolicy))
	w.paragraph(v.AIPolicy)
	w.heading(2, Escape(words.Prepare))
	for _, a := range v.Advice {
		w.heading(3, Escape(a.Title))
		w.paragraph(a.Text)
		if len(a.Steps) > 0 {
			w.numbered(a.Steps)
		}
	}
	for _, s := range [][2]string{{words.Scored, words.ScoredText}, {words.Adjust, words.AdjustText}, {words.Questions, words.AskText}} {
		w.heading(2, Escape(s[0]))
		w.paragraph(s[1])
	}
	w.line("---\n")
	w.line(Escape(locale.Fill(v.Words.Page.KitID, "id", v.KitID)))
	return []byte(w.String())
}
