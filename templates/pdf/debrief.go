package pdf

import (
	"strconv"
	"strings"

	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// debrief prints the sheet on which ratings become a decision.
func (p *printer) debrief(d *view.Debrief) {
	w := p.w.Debrief
	p.section(w.Title)
	p.part(w.Title, 0)
	third := (page.Width - 28) / 2
	p.Flow(page.Item{Block: page.Beside([]float64{0, third + 28}, p.blank(p.w.Scorecard.Candidate, third, page.Field{}), p.blank(p.w.Scorecard.Date, third, page.Field{}))})
	p.Flow(items(4, list(page.Width, d.Steps, number, p.body)...)...)
	top := p.debriefHead()
	rows := []page.Item{{Block: top, Above: 12, Keep: true}}
	for i := range d.Rows {
		rows = append(rows, page.Item{Block: p.debriefRow(&d.Rows[i]), Repeat: &top})
	}
	rows[len(rows)-1].Keep = true
	p.Flow(append(rows, page.Item{Block: p.sums(d)})...)
	p.result(d)
	p.aftermath()
}

// The columns of the debrief table: left edges, and the width of the boxes to
// write a figure in.
const (
	weightX  = 118.0
	lookX    = 160.0
	figureW  = 44.0
	apartX   = page.Width - 40
	productX = apartX - figureW - 12
	meanX    = productX - figureW - 8
	lookMean = meanX - figureW - 14
)

func (p *printer) debriefHead() (b page.Block) {
	w := p.w.Debrief
	s := p.caption
	s.Lead = 10
	heads := []struct {
		x, w float64
		text string
	}{{0, weightX - 8, w.Topic}, {weightX, lookX - weightX - 4, w.Weight}, {lookX, meanX - lookX - 14, w.Look}, {meanX, figureW, w.Mean}, {productX, figureW, w.Product}, {apartX, page.Width - apartX, w.Apart}}
	for _, h := range heads {
		b.Put(h.x, 0, page.Para(h.w, h.text, s).AsHead(page.Column))
	}
	b.W, b.H = page.Width, b.H+3
	b.Rule(0, b.H, page.Width)
	return b.As(finish.TR)
}

func (p *printer) debriefRow(r *view.DebriefRow) (b page.Block) {
	topic := page.Para(weightX-8, r.Topic, p.strong)
	if r.MustHave {
		topic = page.Stack(0, topic, page.Label(p.w.Overview.MustHave, p.fine.With(page.Italic)))
	}
	b.Put(0, 6, topic.AsHead(page.Row))
	b.Put(weightX, 6, page.Label(strconv.Itoa(r.Weight), p.body).As(finish.TD))
	var looks page.Block
	y := 0.0
	for _, l := range r.Looks {
		what := page.Text(lookMean-lookX-6, page.Span{Text: l.Round + "  ", Style: p.fine.With(page.Bold)}, page.Span{Text: l.Ratings, Style: p.fine})
		looks.Put(0, y+7, what)
		b.Write(lookMean, y+20, figureW)
		y += max(24, what.H+10)
	}
	if len(r.Looks) == 0 {
		looks.Put(0, 7, page.Para(lookMean-lookX, p.w.Overview.CoverageNone, p.fine.With(page.Italic)))
	}
	b.Put(lookX, 0, looks.As(finish.TD))
	for range 3 { // mean, product, apart: to be filled in by hand
		b.Put(0, 0, page.Block{}.As(finish.TD))
	}
	b.H = max(b.H+4, y+4, 28)
	b.Write(meanX, 20, figureW)
	b.Write(productX, 20, figureW)
	if len(r.Looks) > 1 {
		b.Tick(apartX, 6)
	}
	b.W = page.Width
	b.Rule(0, b.H, page.Width)
	return b.As(finish.TR)
}

func (p *printer) sums(d *view.Debrief) (b page.Block) {
	b.Put(0, 6, page.Label(p.w.Debrief.Sums, p.strong).AsHead(page.Row))
	for range 5 {
		b.Put(0, 0, page.Block{}.As(finish.TD))
	}
	b.Write(meanX, 20, figureW)
	b.Write(productX, 20, figureW)
	b.W, b.H = page.Width, 24
	return b.As(finish.TR)
}

// result is the floors, the figures and the outcome.
func (p *printer) result(d *view.Debrief) {
	w := p.w.Debrief
	const half = (page.Width - 24) / 2
	var floors, figures page.Block
	floors.Put(0, 0, page.Label(w.Floors, p.minor).As(finish.H2))
	for _, f := range d.Floors {
		floors.Put(0, floors.H+6, p.tickedPara(half, f))
	}
	figures.Put(0, 0, page.Label(w.Result, p.minor).As(finish.H2))
	for _, o := range d.Outcomes {
		figures.Put(0, figures.H+6, p.tickedPara(half, o))
	}
	var b page.Block
	for _, l := range d.Result {
		b.Put(0, b.H, p.blanks(l))
	}
	b.Put(0, b.H+12, page.Beside([]float64{0, half + 24}, floors, figures))
	p.Flow(page.Item{Block: b, Above: 12})
}

// blanks prints a line in which runs of "_" are lines to write on.
func (p *printer) blanks(text string) (b page.Block) {
	x := 0.0
	for text != "" {
		at := strings.IndexByte(text, '_')
		if at < 0 {
			at = len(text)
		}
		l := page.Label(text[:at], p.body)
		b.Put(x, page.Line-p.body.Lead, l)
		x += l.W
		rest := strings.TrimLeft(text[at:], "_")
		if n := len(text) - at - len(rest); n > 0 {
			b.Write(x, page.Line-2*page.Hair, float64(n)*12)
			x += float64(n) * 12
		}
		text = rest
	}
	b.H = page.Line
	return b
}

// aftermath is override, feedback and questions to retire.
func (p *printer) aftermath() {
	w := p.w.Debrief
	for _, part := range []struct {
		head, text string
		lines      int
		signed     bool
	}{{w.Override, w.OverrideLine, 2, true}, {w.Feedback, "", 3, false}, {w.Retire, "", 2, false}} {
		b := page.Label(part.head, p.minor).As(finish.H2)
		y := b.H
		if part.text != "" {
			b.Put(0, y+2, page.Label(part.text, p.fine))
		}
		b.Put(0, y+4, page.Lines(page.Width, part.lines))
		if part.signed {
			b.Put(page.Width/2, b.H, p.blank(w.Signed, page.Width/2, page.Field{}))
		}
		p.Flow(page.Item{Block: b, Above: 14})
	}
}
