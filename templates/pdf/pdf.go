// Package pdf prints the content of each document on paper. It has no words of
// its own: what it prints is in the view and in the catalogue.
package pdf

import (
	"strconv"
	"strings"

	"interviewkit/templates/locale"
	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// Kit prints kit.pdf: overview, a guide and a scorecard for each round, and
// the debrief sheet. Text that no typeface of ours has is a *page.Unprintable.
func Kit(v *view.Kit) ([]byte, error) {
	p := newPrinter(v.Head)
	logo := p.logo // is for the first page, which is made last
	p.logo = page.Block{}
	p.overview(&v.Overview)
	for i := range v.Rounds {
		p.guide(&v.Rounds[i])
		p.scorecard(&v.Rounds[i], 1)
	}
	p.debrief(&v.Debrief)
	p.front(&v.Overview, logo)
	return p.Bytes()
}

// Scorecards prints scorecards.pdf: one for each round.
func Scorecards(v *view.Scorecards) ([]byte, error) {
	p := newPrinter(v.Head)
	p.Fillable()
	for i := range v.Rounds {
		p.scorecard(&v.Rounds[i], 0)
	}
	return p.Bytes()
}

// printer is a document being printed, with its words.
type printer struct {
	*page.Doc
	styles
	h    view.Head
	w    *locale.Catalogue
	logo page.Block // not printed yet
}

func newPrinter(h view.Head) *printer {
	p := &printer{h: h, w: h.Words, styles: stylesOf(h)}
	o := page.Options{
		Paper: h.Paper, Large: h.Large, Title: join(" · ", h.Form, h.Role, h.Document), Subject: h.Document, KitID: h.KitID, Language: h.Words.Language, Beyond: h.Face,
		Foot: func(n, m int) (string, string) {
			return locale.Fill(p.w.Page.KitID, "id", h.KitID), locale.Fill(p.w.Page.Number, "n", strconv.Itoa(n), "m", strconv.Itoa(m))
		},
	}
	p.wear(&h.Brand, &o)
	p.Doc = page.New(o)
	p.foot(h.Brand.Confidential)
	p.section("")
	return p
}

// section names what the pages begun from now on belong to.
func (p *printer) section(name string) {
	p.Head(join(" · ", p.h.Form, p.h.Role, p.h.Document), name)
}

// part begins a page with a heading of the first order.
func (p *printer) part(text string, level int) {
	p.NewPage()
	p.Flow(page.Item{Block: p.letterhead(p.title.Lead+page.Grid, func(w float64) page.Block {
		return page.Pad(0, page.Grid, page.Para(w, text, p.title).As(finish.H1))
	}), Bookmark: text, Level: level, Keep: true})
}

// head is a heading of the second order that stays with what follows.
func (p *printer) head(text string) page.Item {
	return page.Item{Block: page.Pad(0, 4, page.Para(page.Width, text, p.heading).As(finish.H2)), Above: 18, Keep: true}
}

// paragraph is a paragraph in the flow.
func paragraph(text string, s page.Style) page.Item {
	return page.Item{Block: page.Para(page.Width, text, s), Above: 6}
}

// list prints entries behind markers: "1", "•" or "" for boxes to tick.
func list(w float64, entries []string, marker func(i int) string, s page.Style) []page.Block {
	blocks := make([]page.Block, len(entries))
	for i, e := range entries {
		var b page.Block
		b.Put(0, 0, page.Label(marker(i), s).As(finish.Lbl))
		b.Put(14, 0, page.Para(w-14, e, s).As(finish.LBody))
		blocks[i] = b.As(finish.LI)
	}
	return blocks
}

func bullet(int) string { return "•" }

func number(i int) string { return strconv.Itoa(i+1) + "." }

// items makes blocks a part of the flow, gap apart.
func items(gap float64, blocks ...page.Block) []page.Item {
	list := make([]page.Item, len(blocks))
	for i, b := range blocks {
		list[i] = page.Item{Block: b, Above: gap}
	}
	return list
}

// join joins what is not empty.
func join(sep string, parts ...string) string {
	kept := parts[:0:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

// label is a small heading inside a block.
func (p *printer) label(text string) page.Block { return page.Label(text, p.caption).As(finish.H3) }

// ticked is a label behind a box to tick.
func ticked(text string, s page.Style, f page.Field) (b page.Block) {
	b.Check(0, 0, f)
	b.Put(17, (page.Grid-s.Lead)/2, page.Label(text, s))
	b.H = page.Grid
	return b
}

// blank is a label and a line to write on behind it, w wide in all and two
// units high.
func (p *printer) blank(text string, w float64, f page.Field) (b page.Block) {
	l := page.Label(text, p.quiet)
	b.Put(0, page.Line-p.quiet.Lead, l)
	b.Write(l.W+4, page.Line-2*page.Hair, w-l.W-4)
	f.Tip = join(", ", f.Tip, text)
	b.Fill(l.W+4, 6, w-l.W-4, page.Line-6-2*page.Hair, f)
	b.W, b.H = w, page.Line
	return b
}
