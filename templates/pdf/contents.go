package pdf

import (
	"strconv"

	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// front puts before the kit what it is and where things are: the opening, the
// contents, and how the minutes are spent.
func (p *printer) front(o *view.Overview, logo page.Block) {
	entries := p.Bookmarks()
	p.section(p.w.Page.Contents)
	whole := p.Doc
	whole.Insert(func(front *page.Doc) {
		p.Doc, p.logo = front, logo
		front.NewPage()
		p.Flow(page.Item{Block: p.letterhead(p.title.Lead+p.body.Lead, func(wide float64) page.Block {
			return page.Stack(0, page.Para(wide, p.h.Role, p.title).As(finish.H1), page.Pad(0, 8, page.Para(wide, p.h.Secrecy(), p.body)))
		}), Bookmark: p.w.Page.Contents})
		p.facts(o.Facts)
		p.Flow(page.Item{Block: page.Pad(0, 6, page.Para(page.Width, p.w.Page.Contents, p.heading).As(finish.H2)), Above: 18, Keep: true})
		p.Flow(p.entries(entries)...)
		p.Flow(page.Item{Block: page.Pad(0, 4, page.Para(page.Width, p.w.Overview.Spent, p.heading).As(finish.H2)), Above: 18, Keep: true},
			page.Item{Block: p.spentBar(o)})
	})
	p.Doc = whole
}

// entries lists the parts of the kit, a line each.
func (p *printer) entries(marks []*page.Bookmark) (list []page.Item) {
	for i := 0; i < len(marks); {
		parts := i + 1
		for parts < len(marks) && marks[parts].Level > marks[i].Level {
			parts++
		}
		list = append(list, page.Item{Block: p.entry(marks[i], marks[i+1:parts])})
		i = parts
	}
	return list
}

// entry names a part of the kit, and behind it its own parts with their pages,
// such as a round's guide and scorecard; where it has none, its own page.
func (p *printer) entry(m *page.Bookmark, parts []*page.Bookmark) (b page.Block) {
	var pages []page.Block
	for _, sub := range parts {
		pages = append(pages, page.Label(sub.Title+"  "+strconv.Itoa(sub.Page()), p.body).To(sub, join(", ", m.Title, sub.Title)))
	}
	if len(parts) == 0 {
		pages = []page.Block{page.Label(strconv.Itoa(m.Page()), p.body).To(m, m.Title)}
	}
	const gap, high = 24.0, 18.0
	b.Put(0, 2, page.Fit(page.Width-220, m.Title, p.strong).To(m, m.Title))
	x := page.Width + gap
	for _, l := range pages {
		x -= l.W + gap
	}
	for _, l := range pages {
		b.Put(x, 2, l)
		x += l.W + gap
	}
	b.W, b.H = page.Width, high
	b.Rule(0, high, page.Width)
	return b.As(finish.TOCI)
}

// spentBar draws how the loop's minutes are spent: one bar, its parts named in
// them where there is room and all of them below it.
func (p *printer) spentBar(o *view.Overview) (b page.Block) {
	total := 0
	for _, s := range o.Spent {
		total += s.Minutes
	}
	const high = 24.0
	x := 0.0
	for i, s := range o.Spent {
		w := page.Width * float64(s.Minutes) / float64(max(1, total))
		if !s.Asked {
			b.Tint(x, 0, w, high, 10)
		}
		b.Frame(x, 0, w, high)
		key := letterOf(i)
		if l := page.Label(key, p.caption); l.W+4 <= w {
			b.Put(x+(w-l.W)/2, 6, l)
		}
		x += w
	}
	p.spentKey(&b, o.Spent, high+8)
	return b.Figure(o.SpentSaid)
}

// spentKey names the parts of the bar, in three columns.
func (p *printer) spentKey(b *page.Block, spent []view.Spent, top float64) {
	const columns = 3
	const w = page.Width / columns
	rows := (len(spent) + columns - 1) / columns
	for i, s := range spent {
		x, y := float64(i/rows)*w, top+float64(i%rows)*14
		b.Put(x, y, page.Label(letterOf(i), p.caption))
		minutes := page.Label(p.h.Length(s.Minutes), p.quiet)
		name := page.Fit(w-16-minutes.W-16, s.Label, p.quiet)
		b.Put(x+16, y, name)
		b.Put(x+16+name.W+6, y, minutes)
	}
	b.W = page.Width
}

// letterOf names the parts of a picture: a, b, c ...
func letterOf(i int) string { return string(rune('a' + i%26)) }
