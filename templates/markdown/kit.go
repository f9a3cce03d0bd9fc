package markdown

import (
	"strconv"
	"strings"

	"interviewkit/templates/view"
)

// Kit returns kit.md.
func Kit(v *view.Kit) []byte {
	w := newWriter(&v.Head)
	w.heading(1, w.words.Format.Labelled(v.Role)+" "+v.Document)
	w.paragraph(v.About())
	w.heading(2, w.words.Page.Contents)
	head := w.String()
	w.Reset()
	w.overview(v)
	for i := range v.Rounds {
		w.guide(&v.Rounds[i])
		w.scorecard(&v.Rounds[i])
	}
	w.debrief(v)
	if v.Brand.Footer != "" {
		w.end()
	}
	return []byte(head + w.contents.String() + "\n" + strings.TrimRight(w.String(), "\n") + "\n")
}

func (w *writer) overview(v *view.Kit) {
	o, words := &v.Overview, w.words.Overview
	w.listed(2, words.Title, 0, words.Title)
	facts := make([]string, len(o.Facts))
	for i, f := range o.Facts {
		facts[i] = strong(w.words.Format.Labelled(f.Label)) + " " + Escape(f.Value)
	}
	w.items(bullet, facts)
	w.heading(3, words.Rounds)
	w.table(v.RoundTable())
	if o.LeftOut != "" {
		w.paragraph(o.LeftOut)
	}
	w.coverage(v)
	w.paragraph(o.Objective)
	w.forms(v.FormTable())
	w.heading(3, words.Gaps)
	if lines := v.GapLines(); len(o.Gaps) > 0 {
		w.bullets(lines)
	} else {
		w.paragraph(lines[0])
	}
	w.rules(o)
	w.laws(o.Laws)
}

// coverage draws the matrix: a bar of blocks, one for five minutes, with the
// minutes behind it.
func (w *writer) coverage(v *view.Kit) {
	c := &v.Overview.Coverage
	w.heading(3, w.words.Overview.Coverage)
	w.paragraph(c.About)
	t := view.Table{Head: v.CoverageHead()}
	for _, r := range c.Rows {
		row := []string{w.Topic(r.Topic, r.MustHave), strconv.Itoa(r.Weight)}
		for _, m := range r.Minutes {
			text := ""
			if m > 0 {
				text = strings.Repeat("█", (m+4)/5) + " " + strconv.Itoa(m)
			}
			row = append(row, text)
		}
		t.Rows = append(t.Rows, append(row, strconv.Itoa(r.Total), strconv.Itoa(r.LookCount())))
	}
	w.table(t)
}

// forms sets the forms of the opening side by side; nothing for a kit alone.
func (w *writer) forms(t view.Table) {
	if len(t.Rows) > 0 {
		w.heading(3, w.words.Overview.Forms)
		w.paragraph(w.words.Overview.FormsAbout)
		w.table(t)
	}
}

func (w *writer) rules(o *view.Overview) {
	words := w.words.Overview
	w.heading(3, words.Scale)
	w.numbered(o.Scale[:])
	w.heading(3, words.Scoring)
	w.bullets(o.Scoring)
	w.heading(3, words.Decision)
	w.paragraph(words.DecisionNote)
	w.numbered(o.Decision)
}

// laws lists what not to ask. The sentences are too long for a table that is
// read raw.
func (w *writer) laws(laws []view.Law) {
	words := w.words.Overview
	w.heading(3, words.Avoid)
	w.paragraph(words.AvoidIntro)
	for _, l := range laws {
		w.heading(4, l.Title+", "+l.AsOf)
		var items []string
		for _, t := range l.Items {
			item := strong(t.Subject+".") + " *" + Escape(words.AvoidNot) + ":* " + Escape(t.Avoid)
			if t.Instead != "" {
				item += " *" + Escape(words.AvoidInstead) + ":* " + Escape(t.Instead)
			}
			items = append(items, item+" ("+Escape(t.Source)+")")
		}
		for _, n := range l.Notes {
			items = append(items, Escape(n.Text+" ("+n.Source+")"))
		}
		w.items(bullet, items)
	}
}

func (w *writer) debrief(v *view.Kit) {
	d, words := &v.Debrief, w.words.Debrief
	w.listed(2, words.Title, 0, words.Title)
	w.numbered(d.Steps)
	w.table(w.debriefTable(d))
	w.list(words.Floors, d.Floors)
	w.label(words.Result)
	for _, l := range d.Result {
		w.paragraph(l)
	}
	w.boxes(d.Outcomes)
	for _, l := range []string{v.OverrideLabel(), words.Feedback, words.Retire, words.Signed} {
		w.fill(l)
	}
}

// debriefTable has a row for each look, the topic in the first of its rows.
func (w *writer) debriefTable(d *view.Debrief) view.Table {
	words := w.words.Debrief
	t := view.Table{Head: []string{words.Topic, words.Weight, words.Look, words.Apart, words.Mean, words.Product}}
	const space = "____"
	for _, r := range d.Rows {
		row := []string{w.Topic(r.Topic, r.MustHave), strconv.Itoa(r.Weight), w.words.Overview.CoverageNone, "", "", ""}
		for i, l := range r.Looks {
			if i > 0 {
				t.Rows = append(t.Rows, row)
				row = make([]string, len(t.Head))
			}
			row[2] = w.words.Format.Labelled(l.Round) + " " + l.Ratings + " " + space
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, []string{words.Sums, strconv.Itoa(d.Weight), "", "", "", ""})
	return t
}
