package pdf

import (
	"interviewkit/templates/locale"
	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// Packet prints what the interviewer of one round is handed: its guide, its
// scorecard to fill in, and its exhibits, a page each. Text that no typeface of
// ours has is a *page.Unprintable.
func Packet(h view.Head, r *view.Round) ([]byte, error) {
	p := newPrinter(h)
	p.Fillable()
	p.guide(r)
	p.scorecard(r, 1)
	for i := range r.Questions {
		if e := r.Questions[i].Exhibit; e != nil {
			p.section(p.w.Page.Handout)
			p.exhibitPage(e)
		}
	}
	return p.Bytes()
}

// exhibitPage prints an exhibit on a page of its own.
func (p *printer) exhibitPage(e *view.Exhibit) {
	name := locale.Fill(p.w.Handout.Exhibit, "letter", e.Letter)
	p.NewPage()
	p.Flow(page.Item{Block: page.Pad(0, 12, page.Para(page.Width, name, title).As(finish.H1)), Bookmark: name, Keep: true},
		page.Item{Block: lines(e.Lines, p.largest(e.Lines))})
}
