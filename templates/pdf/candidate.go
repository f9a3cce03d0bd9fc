package pdf

import (
	"interviewkit/templates/locale"
	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// Candidate prints candidate.pdf. Text that no typeface of ours has is a
// *page.Unprintable.
func Candidate(v *view.Candidate) ([]byte, error) {
	p := newPrinter(v.Head)
	w := p.w.Candidate
	p.part(w.Title, 0)
	p.Flow(page.Item{Block: page.Para(page.Width, v.Intro, p.lead)}, page.Item{Block: page.Para(page.Width, v.Same, p.airy), Above: 4})
	p.airyPart(w.Rounds)
	for i := range v.Rounds {
		p.Flow(page.Item{Block: p.announced(&v.Rounds[i]), Above: 7})
	}
	p.airyPart(w.Tools)
	p.Flow(items(3, list(page.Width, v.Tools, bullet, p.airy)...)...)
	p.airyPart(w.AIPolicy)
	p.Flow(page.Item{Block: page.Para(page.Width, v.AIPolicy, p.airy)})
	p.airyPart(w.Prepare)
	for _, a := range v.Advice {
		p.Flow(page.Item{Block: p.advice(a), Above: 5})
	}
	for _, part := range [][2]string{{w.Scored, w.ScoredText}, {w.Adjust, w.AdjustText}, {w.Questions, w.AskText}} {
		p.airyPart(part[0])
		p.Flow(page.Item{Block: page.Para(page.Width, part[1], p.airy)})
	}
	return p.Bytes()
}

func (p *printer) airyPart(text string) {
	p.Flow(page.Item{Block: page.Pad(0, 2, page.Para(page.Width, text, p.airyHead).As(finish.H2)), Above: 13, Keep: true, Bookmark: text, Level: 1})
}

// announced is a round: its length in the margin, what it is beside it.
func (p *printer) announced(r *view.CandidateRound) (b page.Block) {
	const x, w = 66, page.Width - 66
	b.Put(x, 0, page.Para(w, r.Name, p.airy.With(page.Bold)).As(finish.H3))
	b.Put(0, 0, page.Label(p.h.Length(r.Minutes), p.airy))
	b.Put(x, b.H, page.Para(w, join(" ", r.About, r.Topics, r.Time), p.airy))
	b.Put(x, b.H, page.Text(w, page.Span{Text: p.w.Format.Labelled(p.w.Candidate.Meet) + " ", Style: p.airy.With(page.Italic)}, page.Span{Text: r.Meet, Style: p.airy}))
	return b
}

func (p *printer) advice(a locale.Advice) page.Block {
	blocks := []page.Block{page.Para(page.Width, a.Title, p.airy.With(page.Bold)).As(finish.H3), page.Para(page.Width, a.Text, p.airy)}
	return page.Stack(0, append(blocks, list(page.Width, a.Steps, bullet, p.airy)...)...)
}
