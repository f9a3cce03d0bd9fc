package pdf

import (
	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
)

// A column of a table: its width and what its cells hold.
type column struct {
	head  string
	w     float64
	right bool // figures
	style page.Style
}

// gutter is the space between columns.
const gutter = 10

// table prints rows below a head that is repeated on each page. Rows are never
// cut; a rule stands below each.
func (p *printer) table(columns []column, rows [][]string) []page.Item {
	top := p.row(columns, nil)
	list := []page.Item{{Block: top, Above: 6, Keep: true}}
	for _, cells := range rows {
		list = append(list, page.Item{Block: p.row(columns, cells), Repeat: &top})
	}
	return list
}

// row prints one row, the head when there are no cells.
func (p *printer) row(columns []column, cells []string) (b page.Block) {
	x := 0.0
	named := false // by a cell that has text, in a column with a head
	for i, c := range columns {
		text, style := c.head, p.caption
		style.Lead = 10
		if cells != nil {
			text, style = cells[i], c.style
		}
		cell := page.Para(c.w, text, style)
		if c.right {
			cell = page.Right(c.w, text, style)
		}
		switch {
		case cells == nil:
			cell = cell.AsHead(page.Column)
		case !named && text != "" && c.head != "":
			cell, named = cell.AsHead(page.Row), true
		default:
			cell = cell.As(finish.TD)
		}
		b.Put(x, 3, cell)
		x += c.w + gutter
	}
	b.W = page.Width
	b.H += 3
	b.Rule(0, b.H, page.Width)
	return b.As(finish.TR)
}
