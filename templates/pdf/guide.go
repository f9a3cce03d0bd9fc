package pdf

import (
	"slices"
	"strconv"

	"interviewkit/templates/locale"
	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// The columns of a guide's page: the clock, what is said, what is listened to.
const (
	clockW = 46.0
	sideW  = 154.0
	sideX  = page.Width - sideW
	mainW  = sideX - clockW - 16
	wideW  = page.Width - clockW
)

// guide prints what an interviewer does in a round.
func (p *printer) guide(r *view.Round) {
	w := p.w.Guide
	name := strconv.Itoa(r.Number) + " " + r.Name
	p.section(join(" · ", name, w.Title))
	p.NewPage()
	p.Mark(0, name)
	p.Mark(1, w.Title)
	p.Flow(page.Item{Block: p.letterhead(p.title.Lead, func(w float64) page.Block { return p.guideTop(r, name, w) })})
	p.Flow(page.Item{Block: p.timeline(r), Above: 6})
	p.Flow(page.Item{Block: p.beforehand(r), Above: 9})
	p.Flow(p.order(r)...)
	p.Flow(page.Item{Block: page.Stack(4, append([]page.Block{page.Label(w.Close, p.minor).As(finish.H2)}, list(page.Width, r.Closing, bullet, p.body)...)...), Above: 18})
	widths := anchorWidths(page.Width, ratedIn(r)...)
	for i := range r.Questions {
		p.Flow(p.question(&r.Questions[i], widths)...)
	}
}

// order lists the questions of a round.
func (p *printer) order(r *view.Round) []page.Item {
	w := p.w.Overview
	columns := []column{
		{"", 18, false, p.strong}, {p.w.Guide.Questions, 162, false, p.body}, {w.Topic, 116, false, p.note},
		{p.w.Page.MinutesShort, 36, true, p.note}, {"", 52, false, p.note}, {"", 0, false, p.note},
	}
	fill(columns)
	var rows [][]string
	for i := range r.Questions {
		q := &r.Questions[i]
		rows = append(rows, []string{q.Number, q.Title, q.Topics, p.h.Clock(q.From, q.To), p.exhibit(q), q.Drop})
	}
	list := p.table(columns, rows)
	list[0].Above = 18
	return list
}

// exhibit names a question's exhibit, if it has one.
func (p *printer) exhibit(q *view.Question) string {
	if q.Exhibit == nil {
		return ""
	}
	return locale.Fill(p.w.Guide.Exhibit, "letter", q.Exhibit.Letter)
}

// guideTop names a round, and behind its name, or below it where that is long,
// its kind, length and people, w wide in all.
func (p *printer) guideTop(r *view.Round, name string, w float64) (b page.Block) {
	about := join(" · ", p.w.Guide.Title, r.Kind, p.h.Length(r.Minutes), r.Interviewers)
	one := page.Label(name, p.title).As(finish.H1)
	behind := page.Label(about, p.body)
	if one.W+12+behind.W <= w {
		b.Put(0, 0, one)
		b.Put(w-behind.W, 8, behind)
		return b
	}
	return page.Stack(0, page.Para(w, name, p.title).As(finish.H1), page.Para(w, about, p.body))
}

// beforehand is what to do before the round and what to say first, side by
// side.
func (p *printer) beforehand(r *view.Round) page.Block {
	w := p.w.Guide
	const half = (page.Width - 24) / 2
	before := page.Stack(4, append([]page.Block{page.Label(w.Before, p.minor).As(finish.H2)}, list(half, r.Before, number, p.body)...)...)
	opening := page.Stack(4, append([]page.Block{page.Label(w.Opening, p.minor).As(finish.H2)}, list(half, r.Opening, bullet, p.body)...)...)
	return page.Beside([]float64{0, half + 24}, before, opening)
}

// timeline draws how the round's minutes are spent.
func (p *printer) timeline(r *view.Round) (b page.Block) {
	scale := page.Width / float64(max(1, r.Minutes))
	const h = 18.0
	top := 0.0
	for _, s := range r.Timeline {
		if page.Label(s.Label, p.quiet).W > float64(s.To-s.From)*scale-4 {
			top = 12 // for names above the bar
		}
	}
	last, above := -1.0, -1.0
	tick := func(minute int) {
		t := page.Label(strconv.Itoa(minute), p.quiet)
		x := min(max(0, float64(minute)*scale-t.W/2), page.Width-t.W)
		if x > last+2 || last < 0 {
			b.Put(x, top+h, t)
			last = x + t.W
		}
	}
	for _, s := range r.Timeline {
		x, w := float64(s.From)*scale, float64(s.To-s.From)*scale
		style := p.quiet
		if s.Question {
			style = p.caption
		} else {
			b.Tint(x, top, w, h, 10)
		}
		b.Frame(x, top, w, h)
		if l := page.Label(s.Label, style); l.W <= w-4 {
			b.Put(x+(w-l.W)/2, top+3, l)
		} else if x = min(x, page.Width-l.W); x > above {
			b.Put(x, 0, l)
			above = x + l.W
		}
		tick(s.From)
		tick(s.To)
	}
	b.W, b.H = page.Width, top+h+12
	return b.Figure(p.timelineSaid(r))
}

// timelineSaid is the timeline for those who cannot see it.
func (p *printer) timelineSaid(r *view.Round) string {
	var spans []string
	for _, s := range r.Timeline {
		spans = append(spans, s.Label+" "+p.h.Clock(s.From, s.To))
	}
	return locale.Fill(p.w.Guide.Timeline, "minutes", strconv.Itoa(r.Minutes)) + ", " + join(", ", spans...)
}

// question prints a question: what is said beside what is listened to, the
// exhibit, the anchors, and what to do when late. Where that is more than a
// page, the exhibit comes last: the candidate's copy shows it as well, and the
// anchors are wanted beside the prompts.
func (p *printer) question(q *view.Question, widths [4]float64) []page.Item {
	script := page.Item{Block: p.script(q), Above: 24}
	var core, exhibit []page.Item
	for i := range q.Rated {
		core = append(core, page.Item{Block: p.rated(&q.Rated[i], widths), Above: 10})
	}
	late := page.Text(page.Width, page.Span{Text: p.w.Guide.Late + " ", Style: p.strong}, page.Span{Text: q.Late, Style: p.body})
	core = append(core, page.Item{Block: late, Above: 8})
	if q.Exhibit != nil {
		exhibit = []page.Item{{Block: page.Indent(clockW, p.listing(q.Exhibit, 8)), Above: 12}}
	}
	whole := slices.Concat([]page.Item{script}, exhibit, core)
	if p.fits(whole) {
		return together(whole)
	}
	core = append([]page.Item{script}, core...)
	if !p.fits(core) {
		core[0].Keep = true // with the first anchors
		return append(core, exhibit...)
	}
	return append(together(core), exhibit...)
}

// fits reports whether items fit on one page.
func (p *printer) fits(items []page.Item) bool {
	height := 32.0 // what falls away at a page's top, and rounding to the grid
	for _, it := range items {
		height += it.Above + it.H
	}
	return height <= p.Height()
}

// together keeps items on one page.
func together(items []page.Item) []page.Item {
	for i := range items[:len(items)-1] {
		items[i].Keep = true
	}
	return items
}

// rated prints the anchors of a question or a part, with the part's name.
func (p *printer) rated(r *view.Rated, widths [4]float64) (b page.Block) {
	b.Rule(0, 0, page.Width)
	y := 5.0
	if r.Title != "" {
		b.Put(0, y, page.Text(page.Width, page.Span{Text: r.Number + "  " + r.Title, Style: p.strong}, page.Span{Text: "   " + join(" · ", r.Topics, p.h.Length(r.Minutes)), Style: p.quiet}).As(finish.H3))
		y = b.H + 3
	}
	b.Put(0, y, p.anchors(r, widths, p.fine, nil))
	return b
}

// script is the head of a question, and below it what is said beside what is
// listened to.
func (p *printer) script(q *view.Question) (b page.Block) {
	b.HeadRule(0, 0, page.Width)
	name := page.Para(wideW, q.Number+"  "+q.Title, p.heading).As(finish.H2)
	b.Put(clockW, 6, name)
	clock := page.Stack(2, page.Label(p.h.Clock(q.From, q.To), p.minor),
		page.Para(clockW-6, locale.Fill(p.w.Guide.Left, "n", strconv.Itoa(q.Left)), p.fine))
	b.Put(0, 9, clock)
	about := page.Para(wideW, join(" · ", q.Topics, q.Kind, p.exhibit(q), q.Drop), p.note)
	b.Put(clockW, 6+name.H, about)
	y := 6 + name.H + about.H + 6
	b.Put(clockW, y, p.said(q))
	side := p.heard(q)
	b.Put(sideX, y, side)
	b.Stem(sideX-8, y+2, b.H-y-2)
	return b
}

// said is the main column: ask, then, hint.
func (p *printer) said(q *view.Question) (b page.Block) {
	w := p.w.Guide
	b = page.Stack(2, p.label(w.Ask), page.Para(mainW, join("\n", q.Ask, q.Language), p.ask))
	b.Put(0, b.H+8, p.label(w.Then))
	for _, t := range q.Then {
		b.Put(0, b.H+4, p.tickedPara(mainW, t))
	}
	if q.Hint == "" {
		b.Put(0, b.H+8, page.Para(mainW, w.NoHint, p.quiet))
		return b
	}
	b.Put(0, b.H+8, page.Stack(2, p.label(w.Hint), page.Para(mainW, q.Hint, p.body.With(page.Italic))))
	return b
}

// tickedPara is a paragraph behind a box, at least as high as boxes are apart.
func (p *printer) tickedPara(w float64, text string) (b page.Block) {
	b.Tick(0, 0)
	b.Put(18, 0, page.Para(w-18, text, p.body).As(finish.LBody))
	b.H = max(b.H, page.BoxSet-4)
	return b.As(finish.LI)
}

// heard is the side column: what to listen for, flags, the answer.
func (p *printer) heard(q *view.Question) (b page.Block) {
	w := p.w.Guide
	block := func(name string, text ...page.Block) {
		if b.H > 0 {
			b.H += 8
		}
		b.Put(0, b.H, page.Stack(2, append([]page.Block{p.label(name)}, text...)...))
	}
	if len(q.ListenFor) > 0 {
		block(w.ListenFor, list(sideW, q.ListenFor, bullet, p.note)...)
	}
	if len(q.Flags) > 0 {
		block(w.Flags, list(sideW, q.Flags, bullet, p.note)...)
	}
	block(w.Answer, page.Para(sideW, q.Answer, p.note))
	if q.Purpose != "" {
		block(w.Purpose, page.Para(sideW, q.Purpose, p.note))
	}
	return b
}
