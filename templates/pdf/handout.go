package pdf

import (
	"math"
	"strconv"

	"interviewkit/templates/locale"
	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// Handout prints handout.pdf: an exhibit a page, and nothing that gives an
// answer away. Text that no typeface of ours has is a *page.Unprintable.
func Handout(v *view.Handout) ([]byte, error) {
	p := newPrinter(v.Head)
	if len(v.Exhibits) == 0 {
		p.Flow(page.Item{Block: p.letterhead(2*p.title.Lead, func(w float64) page.Block { return page.Para(w, p.w.Handout.None, p.ask) })})
	}
	p.exhibits(v.Exhibits, 0)
	return p.Bytes()
}

// exhibits prints an exhibit a page, with bookmarks of a level.
func (p *printer) exhibits(list []view.Exhibit, level int) {
	for _, e := range list {
		p.part(locale.Fill(p.w.Handout.Exhibit, "letter", e.Letter), level)
		p.Flow(page.Item{Block: p.lines(e.Lines, p.largest(e.Lines))})
	}
}

// Of listings, relative to the size of their type.
const (
	mono    = 0.6 // width of a character
	leading = 1.25
	numberW = 26.0 // points, of the line numbers
)

// largest returns the size of type, at most 11 pt, at which lines fit a page
// below a title. Many of them go on to the next rather than be smaller than
// 6 pt; a line stays whole, of whatever it is.
func (p *printer) largest(lines []string) float64 {
	columns := 1
	for _, l := range lines {
		columns = max(columns, page.Columns(l, p.code))
	}
	wide := (page.Width - numberW) / (mono * float64(columns))
	high := (p.Height() - 40) / (leading * float64(max(1, len(lines))))
	return math.Floor(10*min(wide, max(6, min(11, high)))) / 10 // whole tenths: the writer rounds sizes
}

// lines prints lines of code or text as they are, numbered in grey.
func (p *printer) lines(lines []string, size float64) (b page.Block) {
	code, grey := p.code, p.lineNumber
	code.Size, code.Lead, grey.Lead = size, size*leading, size*leading
	for i, l := range lines {
		b.Put(0, b.H, page.Right(numberW-8, strconv.Itoa(i+1), grey).Silent())
		b.Put(numberW, b.H-code.Lead, page.Label(l, code))
	}
	return b
}

// listing is an exhibit in a guide: its name, and its lines in type of size
// points, smaller where they are long.
func (p *printer) listing(e *view.Exhibit, size float64) (b page.Block) {
	b.Put(0, 0, page.Label(locale.Fill(p.w.Guide.Exhibit, "letter", e.Letter), p.caption).As(finish.H3))
	b.Put(0, 14, p.lines(e.Lines, min(size, p.largest(e.Lines)*wideW/page.Width)))
	return b
}
