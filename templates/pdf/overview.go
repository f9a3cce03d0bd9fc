package pdf

import (
	"slices"
	"strconv"
	"strings"

	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// overview prints the first pages of a kit.
func (p *printer) overview(o *view.Overview) {
	w := p.w.Overview
	p.section(w.Title)
	p.NewPage()
	p.Flow(page.Item{Block: page.Pad(0, 4, page.Para(page.Width, w.Title, p.title).As(finish.H1)), Bookmark: w.Title})
	p.Flow(p.head(w.Rounds))
	p.Flow(p.roundTable(o.Rounds)...)
	if o.LeftOut != "" {
		p.Flow(paragraph(o.LeftOut, p.note))
	}
	p.coverage(&o.Coverage)
	p.Flow(page.Item{Block: page.Para(page.Width, o.Objective, p.note), Above: 4})
	if o.Forms != nil {
		p.forms(o.Forms)
	}
	p.gaps(o.Gaps)
	p.scale(o)
	p.decision(o.Decision)
	p.laws(o.Laws)
}

func (p *printer) facts(facts []view.Fact) {
	const w = 100
	var list []page.Block
	for _, f := range facts {
		if f.Value == p.h.Role {
			continue // it is the title
		}
		list = append(list, page.Beside([]float64{0, w}, page.Para(w-gutter, f.Label, p.note).As(finish.Lbl), page.Para(page.Width-w, f.Value, p.body).As(finish.LBody)).As(finish.LI))
	}
	p.Flow(items(2, list...)...)
}

func (p *printer) roundTable(rounds []view.RoundRow) []page.Item {
	w := p.w.Overview
	columns := []column{
		{"", 12, true, p.body}, {w.Round, 130, false, p.strong}, {w.Kind, 100, false, p.body}, {w.Length, 50, true, p.body},
		{w.Questions, 56, true, p.body}, {w.Interviewers, 0, false, p.body},
	}
	fill(columns)
	var rows [][]string
	sum, questions := 0, 0
	for i, r := range rounds {
		rows = append(rows, []string{strconv.Itoa(i + 1), r.Name, r.Kind, p.h.Length(r.Minutes), strconv.Itoa(r.Questions), r.Interviewers})
		sum, questions = sum+r.Minutes, questions+r.Questions
	}
	rows = append(rows, []string{"", w.Total, "", p.h.Length(sum), strconv.Itoa(questions), ""})
	list := p.table(columns, rows)
	for i := range list[:len(list)-1] {
		list[i].Keep = true // eight rounds at most
	}
	return list
}

// fill gives the last column the width that is left.
func fill(columns []column) {
	rest := page.Width
	for _, c := range columns[:len(columns)-1] {
		rest -= c.w + gutter
	}
	columns[len(columns)-1].w = rest
}

func (p *printer) gaps(gaps []view.Gap) {
	w := p.w.Overview
	p.Flow(p.head(w.Gaps))
	if len(gaps) == 0 {
		p.Flow(paragraph(w.NoGaps, p.body))
	}
	for _, g := range gaps {
		p.Flow(page.Item{Block: page.Stack(0,
			page.Text(page.Width, page.Span{Text: g.Message, Style: p.strong}),
			page.Text(page.Width, page.Span{Text: w.Mend + " ", Style: p.body.With(page.Italic)}, page.Span{Text: g.Mend, Style: p.body})), Above: 6})
	}
}

func (p *printer) scale(o *view.Overview) {
	w := p.w.Overview
	p.Flow(p.head(w.Scale))
	var rows []page.Block
	for i, text := range o.Scale {
		rows = append(rows, page.Beside([]float64{0, 14}, page.Label(strconv.Itoa(i+1), p.strong).As(finish.Lbl), page.Para(page.Width-14, text, p.body).As(finish.LBody)).As(finish.LI))
	}
	p.Flow(items(3, rows...)...)
	p.Flow(p.head(w.Scoring))
	p.Flow(items(3, list(page.Width, o.Scoring, bullet, p.body)...)...)
}

func (p *printer) decision(rules []string) {
	w := p.w.Overview
	numbered := min(len(rules), len(w.DecisionRules))
	p.Flow(p.head(w.Decision), page.Item{Block: page.Para(page.Width, w.DecisionNote, p.body.With(page.Italic)), Keep: true})
	p.Flow(items(5, list(page.Width, rules[:numbered], number, p.body)...)...)
	for _, r := range rules[numbered:] {
		p.Flow(paragraph(r, p.body))
	}
}

func (p *printer) laws(laws []view.Law) {
	w := p.w.Overview
	if len(laws) == 0 {
		return
	}
	p.Flow(p.head(w.Avoid), page.Item{Block: page.Para(page.Width, w.AvoidIntro, p.body), Keep: true})
	for _, l := range laws {
		p.law(&l)
	}
}

func (p *printer) law(l *view.Law) {
	w := p.w.Overview
	p.Flow(page.Item{Block: page.Text(page.Width, page.Span{Text: l.Title, Style: p.strong}, page.Span{Text: "  " + l.AsOf, Style: p.quiet}).As(finish.H3), Above: 12, Keep: true})
	columns := []column{
		{w.AvoidSubject, 82, false, p.fine.With(page.Bold)}, {w.AvoidNot, 132, false, p.fine},
		{w.AvoidInstead, 132, false, p.fine}, {w.AvoidSource, 0, false, p.fine},
	}
	fill(columns)
	var rows [][]string
	for _, t := range l.Items {
		rows = append(rows, []string{t.Subject, t.Avoid, t.Instead, t.Source})
	}
	p.Flow(p.table(columns, rows)...)
	for _, n := range l.Notes {
		p.Flow(page.Item{Block: page.Text(page.Width, page.Span{Text: n.Text + " ", Style: p.note}, page.Span{Text: n.Source, Style: p.fine}), Above: 4})
	}
}

// coverage draws the matrix of topics by rounds.
func (p *printer) coverage(c *view.Coverage) {
	w := p.w.Overview
	about := c.About
	m := newMatrix(p, c)
	top := m.head()
	list := []page.Item{p.head(w.Coverage), {Block: page.Para(page.Width, about, p.body), Keep: true}, {Block: m.legend(), Above: 4, Keep: true}, {Block: top, Above: 2, Keep: true}}
	for i := range c.Rows {
		list = append(list, page.Item{Block: m.row(&c.Rows[i]), Repeat: &top, Keep: i+1 < len(c.Rows)})
	}
	list = append(list, page.Item{Block: m.foot()})
	list[len(list)-2].Keep = true
	p.Flow(list...)
}

// matrix is the measures of the coverage picture.
type matrix struct {
	p           *printer
	c           *view.Coverage
	topic, cell float64 // widths
	most        int     // minutes of the longest bar
}

const (
	matrixRow    = 18.0
	matrixWeight = 46.0
	matrixTotal  = 34.0
)

func newMatrix(p *printer, c *view.Coverage) *matrix {
	m := &matrix{p: p, c: c, topic: 136, most: 1}
	m.cell = min(70, (page.Width-m.topic-matrixWeight-matrixTotal)/float64(max(1, len(c.Rounds))))
	for _, r := range c.Rows {
		m.most = max(m.most, slices.Max(append([]int{1}, r.Minutes...)))
	}
	return m
}

func (m *matrix) x(round int) float64 { return m.topic + matrixWeight + float64(round)*m.cell }

func (m *matrix) head() (b page.Block) {
	w := m.p.w.Overview
	s := m.p.caption
	s.Lead = 10
	var cells []page.Block
	h := 10.0
	named := m.named()
	for i, name := range m.c.Rounds {
		if !named {
			name = ""
		}
		cells = append(cells, page.Stack(0, page.Label(strconv.Itoa(i+1), s), page.Para(m.cell-6, name, m.p.fine)))
		h = max(h, cells[i].H)
	}
	for i, c := range cells {
		b.Put(m.x(i)+4, 0, c)
	}
	b.Put(0, h-10, page.Label(w.Topic, s))
	b.Put(m.topic, h-10, page.Right(matrixWeight-12, w.Weight, s))
	b.Put(m.x(len(cells)), h-10, page.Right(matrixTotal, w.Total, s))
	b.W, b.H = page.Width, h+3
	b.Rule(0, b.H, m.x(len(cells))+matrixTotal)
	return b.Silent() // each row says the names
}

// named reports whether the names of all rounds can stand over their columns
// without a word being cut; their numbers do.
func (m *matrix) named() bool {
	for _, name := range m.c.Rounds {
		for _, word := range strings.Fields(name) {
			if page.Label(word, m.p.fine).W > m.cell-6 {
				return false
			}
		}
	}
	return true
}

func (m *matrix) row(r *view.CoverageRow) (b page.Block) {
	s := m.p.body
	name := page.Fit(m.topic-4, r.Topic, s)
	if r.MustHave {
		tag := page.Label(m.p.w.Overview.MustHave, m.p.fine.With(page.Italic))
		name = page.Fit(m.topic-tag.W-10, r.Topic, m.p.strong)
		b.Put(name.W+5, 4, tag)
	}
	b.Put(0, 3, name)
	b.Put(m.topic, 3, page.Right(matrixWeight-12, strconv.Itoa(r.Weight), s))
	for i, n := range r.Minutes {
		m.bar(&b, m.x(i), n, r.Looks[i])
	}
	b.Put(m.x(len(r.Minutes)), 3, page.Right(matrixTotal, strconv.Itoa(r.Total), m.p.strong))
	b.W, b.H = page.Width, matrixRow
	for i := 0; i <= len(r.Minutes); i++ {
		b.Stem(m.x(i), 0, matrixRow)
	}
	return b.Figure(r.Sentence)
}

// bar draws a round's minutes on a topic: framed and tinted for a look, a bare
// line for less.
func (m *matrix) bar(b *page.Block, x float64, minutes int, look bool) {
	if minutes == 0 {
		return
	}
	n := page.Label(strconv.Itoa(minutes), m.p.body)
	room := m.cell - 8 - 16
	length := max(2, room*float64(minutes)/float64(m.most))
	if look {
		b.Tint(x+4, 4, length, 10, 10)
		b.Frame(x+4, 4, length, 10)
		n = page.Label(strconv.Itoa(minutes), m.p.strong)
	} else {
		b.Rule(x+4, 9, length)
	}
	b.Put(x+4+length+3, 3, n)
}

func (m *matrix) foot() (b page.Block) {
	b.Rule(0, 0, m.x(len(m.c.Rounds))+matrixTotal)
	b.W, b.H = page.Width, 2
	return b
}

// legend explains the marks of the picture.
func (m *matrix) legend() (b page.Block) {
	w := m.p.w.Overview
	b.Tint(0, 1, 20, 10, 10)
	b.Frame(0, 1, 20, 10)
	l := page.Label(w.LegendLook, m.p.quiet)
	b.Put(25, 0, l)
	x := 25 + l.W + 20
	b.Rule(x, 6, 20)
	b.Put(x+25, 0, page.Label(w.LegendLess, m.p.quiet))
	b.W, b.H = page.Width, 12
	return b.Silent()
}
