package pdf

import (
	"cmp"
	"slices"
	"strconv"

	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// scorecard prints what an interviewer writes on in one round, on two pages
// where it can: with five lines to write on for each rating, four, three, or
// two where nothing else fits.
func (p *printer) scorecard(r *view.Round, level int) {
	w := p.w.Scorecard
	name := strconv.Itoa(r.Number) + " " + r.Name
	p.section(w.Candidate + " ____________________     " + join(" · ", name, w.Title)) // a long name is cut at its end
	p.NewPage()
	if level == 0 {
		p.Mark(0, name)
	} else {
		p.Mark(1, w.Title)
	}
	fields := p.fieldsOf(r)
	c := &card{p: p, r: r, fields: fields, top: p.cardTop(r, name, fields), end: p.cardEnd(fields)}
	for i := range r.Questions {
		c.heads = append(c.heads, p.cardHead(&r.Questions[i], fields))
		c.lines = append(c.lines, make([]int, len(r.Questions[i].Rated)))
	}
	c.share()
	p.Flow(c.items()...)
}

// card is a scorecard whose lines to write on are still being shared out.
type card struct {
	p        *printer
	r        *view.Round
	fields   cardFields
	top, end page.Block
	heads    []page.Block // of questions
	anchors  [][]page.Block
	lines    [][]int // to write on, of each rating
	snug     bool    // as low as it can be
	parted   bool    // questions may be cut between their parts
}

// Of a card.
const (
	cardPages = 2
	mostLines = 10
)

// share finds how many lines each rating gets: the same number for all, then
// more for the longer ones while there is room. When even three are too many,
// the columns of anchors go their own ways, and then questions are cut between
// their parts; a round of many short questions may be left with two.
func (c *card) share() {
	c.rate()
	if !c.fits(5, 4, 3) {
		c.snug = true
		c.rate()
		if !c.fits(3) {
			c.parted = true
			c.fits(5, 4, 3, 2)
		}
	}
	c.grow(max(cardPages, c.pages()))
}

// rate makes the anchors of all ratings, in columns of their own widths when
// the card is to be snug, else in columns that are all alike.
func (c *card) rate() {
	const w = page.Width - unratedW - anchorGap
	style := c.p.fine
	if c.snug {
		style.Lead = 9.25
	}
	widths := anchorWidths(w, ratedIn(c.r)...)
	c.anchors = nil
	for i := range c.r.Questions {
		var list []page.Block
		for _, r := range c.r.Questions[i].Rated {
			if c.snug {
				widths = ownWidths(w, r, style)
			}
			list = append(list, c.p.rating(&c.r.Questions[i], &r, widths, style, c.fields))
		}
		c.anchors = append(c.anchors, list)
	}
}

// fits gives all ratings the first of counts with which the card fits its
// pages, or the last.
func (c *card) fits(counts ...int) bool {
	for _, n := range counts {
		for i := range c.lines {
			for j := range c.lines[i] {
				c.lines[i][j] = n
			}
		}
		if c.pages() <= cardPages {
			return true
		}
	}
	return false
}

// grow adds lines while the card takes no more than most pages.
func (c *card) grow(most int) {
	type slot struct{ i, j, minutes int }
	var slots []slot
	for i, q := range c.r.Questions {
		for j, r := range q.Rated {
			slots = append(slots, slot{i, j, r.Minutes})
		}
	}
	slices.SortStableFunc(slots, func(a, b slot) int { return cmp.Compare(b.minutes, a.minutes) })
	for grown := true; grown; {
		grown = false
		for _, s := range slots {
			if c.lines[s.i][s.j] >= mostLines {
				continue
			}
			c.lines[s.i][s.j]++
			if c.pages() > most {
				c.lines[s.i][s.j]--
				continue
			}
			grown = true
		}
	}
}

// pages tells how many pages the card takes.
func (c *card) pages() int {
	d := c.p.Same()
	d.Flow(c.layout(func(i, j int) page.Block {
		return page.Block{H: c.ratedHeight(i, j)}
	})...)
	return d.Pages()
}

// items returns the card, ready to print.
func (c *card) items() []page.Item {
	return c.layout(c.rated)
}

// layout arranges the card, rated making the block of one rating. A question
// is cut only between its parts, and only when it is taller than a page.
func (c *card) layout(rated func(i, j int) page.Block) []page.Item {
	list := []page.Item{{Block: c.top}}
	for i, q := range c.r.Questions {
		list = append(list, page.Item{Block: c.heads[i], Above: c.gap(8), Keep: true})
		for j := range q.Rated {
			list = append(list, page.Item{Block: rated(i, j), Above: float64(min(j, 1)) * c.gap(10), Keep: j+1 < len(q.Rated) && !c.parted})
		}
	}
	return append(list, page.Item{Block: c.end, Above: c.gap(10)})
}

// gap is a space between ratings, or less of it when the card is snug.
func (c *card) gap(h float64) float64 {
	if c.snug {
		return h - 4
	}
	return h
}

const partHead = 14.0

func (c *card) ratedHeight(i, j int) float64 {
	h := float64(c.lines[i][j])*page.Line + c.gap(8) + c.anchors[i][j].H
	if c.r.Questions[i].Rated[j].Title != "" {
		h += partHead
	}
	return h
}

// rated is the name of a part, lines to write on, and the anchors with their
// boxes.
func (c *card) rated(i, j int) (b page.Block) {
	r := &c.r.Questions[i].Rated[j]
	y := 0.0
	if r.Title != "" {
		about := page.Label(join(" · ", r.Topics, c.p.h.Length(r.Minutes)), c.p.quiet)
		name := page.Fit(page.Width-about.W-10, r.Number+"  "+r.Title, c.p.minor)
		b.Put(0, 2, name.As(finish.H3))
		b.Put(name.W+10, 2, about)
		y = partHead
	}
	q := &c.r.Questions[i]
	b.Put(0, y, writing(page.Width, c.lines[i][j], c.fields.on(finish.TextArea, q, partOf(q, r), "evidence", join(", ", r.Number, c.p.w.Scorecard.Evidence))))
	b.Put(0, b.H+c.gap(8), c.anchors[i][j])
	b.H = c.ratedHeight(i, j)
	return b
}

// unratedW is the width of the column for "not assessed".
const unratedW = 40.0

// rating is the anchors, each with its box, and the box for "not assessed".
func (p *printer) rating(q *view.Question, r *view.Rated, widths [4]float64, s page.Style, fields cardFields) page.Block {
	f := fields.on(finish.RadioButton, q, partOf(q, r), "rating", join(", ", r.Number, p.w.Scorecard.Rating))
	b := p.anchors(r, widths, s, &f)
	x := page.Width - unratedW
	b.Check(x, 0, option(f, "none", p.w.Scorecard.NotAssessed))
	b.Put(x, 14, page.Para(unratedW, p.w.Scorecard.NotAssessed, p.fine))
	return b
}

// writing is lines to write on, and a field of the same size.
func writing(w float64, n int, f page.Field) page.Block {
	b := page.Lines(w, n)
	b.Fill(0, 2, w, float64(n)*page.Line-4, f)
	return b
}

// headed is lines to write on, a label above the first of them, and a field
// below the label.
func headed(w float64, label page.Block, n int, f page.Field) page.Block {
	b := page.Lines(w, n)
	b.Put(0, 0, label)
	b.Fill(0, label.H, w, float64(n)*page.Line-label.H-2, f)
	return b
}

// cardHead names a question, with its place in the round and boxes for what
// became of it.
func (p *printer) cardHead(q *view.Question, fields cardFields) (b page.Block) {
	w := p.w.Scorecard
	b.HeadRule(0, 0, page.Width)
	right := page.Label(join("   ", p.h.Clock(q.From, q.To)+" "+p.w.Page.MinutesShort, q.Drop), p.quiet)
	room := page.Width - right.W - 12
	name := page.Fit(room, q.Number+"  "+q.Title, p.minor)
	b.Put(0, 4, name.As(finish.H2))
	if room > name.W+40 {
		b.Put(name.W+10, 4, page.Fit(room-name.W-10, q.Topics, p.quiet))
	}
	b.Put(page.Width-right.W, 4, right)
	var boxes []page.Block
	x := page.Width + 14
	for i, word := range []string{w.Asked, w.CutShort, w.Dropped, w.Hint} {
		what := []string{"asked", "cut-short", "dropped", "hint"}[i]
		boxes = append(boxes, ticked(word, p.quiet, fields.on(finish.CheckBox, q, whole, what, q.Number+", "+word)))
		x -= boxes[i].W + 14
	}
	for _, t := range boxes {
		b.Put(x, 18, t)
		x += t.W + 14
	}
	b.Put(0, 18, page.Label(w.Evidence, p.fine))
	b.H = 30
	return b
}

// cardTop is the head of a card.
func (p *printer) cardTop(r *view.Round, name string, fields cardFields) (b page.Block) {
	w := p.w.Scorecard
	b.Put(0, 0, p.letterhead(p.heading.Lead, func(wide float64) page.Block {
		return page.Fit(wide, name+" · "+w.Title, p.heading).As(finish.H1)
	}))
	line := func(text, what string, wide float64) page.Block {
		return p.blank(text, wide, fields.of(finish.TextField, what, name))
	}
	const gap = 14.0
	a := page.Width * 0.58
	c := page.Width - a - gap
	half := (c - gap) / 2
	b.Put(0, b.H, page.Beside([]float64{0, a + gap}, line(w.Candidate, "candidate", a), line(w.Date, "date", c)))
	b.Put(0, b.H, page.Beside([]float64{0, a + gap, a + gap + half + gap}, line(w.Interviewer, "interviewer", a), line(w.Start, "start", half), line(w.End, "end", half)))
	b.Put(0, b.H+8, page.Para(page.Width, w.HowTo, p.fine.With(page.Bold)))
	for _, rule := range r.ScoreRules {
		b.Put(0, b.H, page.Para(page.Width, rule, p.fine))
	}
	return b
}

// cardEnd is what comes behind the questions: deviations, the signature, and
// apart from them the recommendation.
func (p *printer) cardEnd(fields cardFields) (b page.Block) {
	w := p.w.Scorecard
	b.Rule(0, 0, page.Width)
	b.Put(0, 2, headed(page.Width, page.Pad(2, 0, page.Label(w.Deviations, p.fine)), 2, fields.of(finish.TextArea, "deviations", w.Deviations)))
	const third = page.Width / 3
	b.Put(0, b.H, page.Beside([]float64{0, third + 14}, p.blank(w.Final, third, fields.of(finish.TextField, "final", "")), p.blank(w.Signed, page.Width-third-14, fields.of(finish.TextField, "signed", ""))))
	y := b.H + 14
	b.Rule(0, y, page.Width)
	b.Rule(0, y+2, page.Width)
	var boxes []page.Block
	x := page.Width
	f := fields.of(finish.RadioButton, "recommendation", w.Apart)
	for i, word := range w.Recommendation {
		boxes = append(boxes, ticked(word, p.body, option(f, strconv.Itoa(i+1), word)))
		x -= boxes[i].W + 18
	}
	b.Put(0, y+8, page.Fit(x, w.Apart, p.minor).As(finish.H2))
	for _, t := range boxes {
		x += 18
		b.Put(x, y+8, t)
		x += t.W
	}
	b.Put(0, y+24, p.strongest(fields))
	return b
}

// strongest is lines for the strongest evidence for and against.
func (p *printer) strongest(fields cardFields) (b page.Block) {
	w := p.w.Scorecard
	const half = (page.Width - 24) / 2
	for i, word := range []string{w.Strongest, w.Against} {
		at := float64(i) * (half + 24)
		b.Put(at, 0, headed(half, page.Label(word, p.fine), 2, fields.of(finish.TextArea, []string{"for", "against"}[i], word)))
	}
	return b
}
