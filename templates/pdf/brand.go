package pdf

import (
	"interviewkit/internal/logo"
	"interviewkit/kit/profile"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// wear gives a document the team's own look: the colour of headings, and the
// logo, which is kept for the first heading.
func (p *printer) wear(b *profile.Brand, o *page.Options) {
	if rgb, ok := profile.RGB(b.Accent); ok {
		o.Accent = (*page.Color)(&rgb)
	}
	if b.Logo != "" {
		l := logo.Checked(b.Logo)
		w, h := l.Size()
		p.logo, o.Logo = page.Logo(w*page.MM, h*page.MM, b.LogoAlt), l.PNG
	}
}

// foot sets the foot of the pages begun from now on; mark is what keeps them
// within the hiring team, "" for what candidates see.
func (p *printer) foot(mark string) { p.Foot(mark, p.h.Brand.Footer, p.h.CopyFor) }

// letterhead is a document's first heading, which text makes at most w wide,
// with the logo beside it, at most high points high. Every other heading is as
// text makes it.
func (p *printer) letterhead(high float64, text func(w float64) page.Block) (b page.Block) {
	l := p.logo
	if l.W == 0 {
		return text(page.Width)
	}
	if l.H > high {
		l = page.Logo(l.W*high/l.H, high, p.h.Brand.LogoAlt)
	}
	p.logo = page.Block{}
	b.Put(0, 0, text(page.Width-l.W-page.Grid))
	b.Put(page.Width-l.W, 0, l)
	return b
}

// Packet prints what the interviewer of one round is handed: the guide, the
// scorecard, which can be filled in, and the exhibits. Text that no typeface of
// ours has is a *page.Unprintable.
func Packet(v *view.Packet) ([]byte, error) {
	p := newPrinter(v.Head)
	p.Fillable()
	p.guide(&v.Round)
	p.scorecard(&v.Round, 1)
	p.foot("") // the candidate sees the rest
	p.h.Document = p.w.Page.Handout
	p.section("")
	p.exhibits(v.Round.Exhibits(), 1)
	return p.Bytes()
}
