package pdf

import (
	"strconv"

	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// forms sets the forms of the opening side by side; this one is in bold, and a
// word says so.
func (p *printer) forms(f *view.Forms) {
	w := p.w.Overview
	columns := p.formColumns(w.Form, len(f.Rounds), []string{w.Questions, w.FormCovered, w.FormTwo, w.FormValue})
	var top page.Block
	top.Put(columns[0].w+gutter, 0, page.Label(w.FormMinutes, p.fine))
	top.Put(0, top.H-3, p.row(columns, nil))
	list := []page.Item{p.head(w.Forms), {Block: page.Para(page.Width, w.FormsAbout, p.body), Keep: true}, {Block: top, Above: 6, Keep: true}}
	for _, r := range f.Rows {
		name := r.Letter
		cells, styled := p.formCells(r), columns
		if r.This {
			name += "  " + w.FormThis
			styled = inStyle(columns, p.strong)
		}
		list = append(list, page.Item{Block: p.row(styled, append([]string{name}, cells...)), Repeat: &top})
	}
	p.Flow(list...)
}

// formColumns are narrow ones for rounds, which go by their numbers, so that
// there is room for eight, and four for figures at the right.
func (p *printer) formColumns(name string, rounds int, figures []string) []column {
	columns := []column{{name, 66, false, p.body}}
	used := columns[0].w + gutter
	widths := []float64{42, 36, 42, 30}
	for _, w := range widths {
		used += w + gutter
	}
	w := min(30, (page.Width+gutter-used)/float64(max(1, rounds))-gutter)
	for i := range rounds {
		columns = append(columns, column{strconv.Itoa(i + 1), w, true, p.body})
		used += w + gutter
	}
	columns = append(columns, column{"", page.Width - used, true, p.body}) // keeps figures at the right
	for i, text := range figures {
		columns = append(columns, column{text, widths[i], true, p.body})
	}
	return columns
}

func (p *printer) formCells(r view.FormRow) (cells []string) {
	for _, n := range r.Minutes {
		cells = append(cells, strconv.Itoa(n))
	}
	return append(append(cells, ""), p.h.FormFigures(r)...)
}

func inStyle(columns []column, s page.Style) []column {
	list := make([]column, len(columns))
	for i, c := range columns {
		c.style = s
		list[i] = c
	}
	return list
}
