// Package markdown renders views as Markdown that reads well raw, on GitHub
// and through other converters. Every text is escaped: it stays text.
package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

// writer collects lines.
type writer struct {
	strings.Builder
	words *locale.Catalogue
}

func (w *writer) line(s string) { w.WriteString(s + "\n") }

func (w *writer) heading(level int, text string) {
	w.line(strings.Repeat("#", level) + " " + text + "\n")
}

func (w *writer) paragraph(text string) {
	for _, p := range strings.Split(text, "\n\n") {
		w.line(wrap(Escape(p), "", "") + "\n")
	}
}

func (w *writer) bullets(items []string) {
	for _, s := range items {
		w.line(wrap(Escape(s), "- ", "  "))
	}
	w.line("")
}

func (w *writer) numbered(items []string) {
	for i, s := range items {
		first := strconv.Itoa(i+1) + ". "
		w.line(wrap(Escape(s), first, strings.Repeat(" ", len(first))))
	}
	w.line("")
}

// boxes writes a task list.
func (w *writer) boxes(items []string) {
	for _, s := range items {
		w.line(wrap(Escape(s), "- [ ] ", "      "))
	}
	w.line("")
}

func (w *writer) labelled(label, text string) {
	if text != "" {
		w.line(wrap(Escape(text), "**"+Escape(label)+"** ", "") + "\n")
	}
}

// table writes a table; cells are escaped here.
func (w *writer) table(head []string, rows [][]string) {
	w.row(head)
	w.line("|" + strings.Repeat(" --- |", len(head)))
	for _, r := range rows {
		w.row(r)
	}
	w.line("")
}

func (w *writer) row(cells []string) {
	for i, c := range cells {
		cells[i] = Escape(c)
	}
	w.line("| " + strings.Join(cells, " | ") + " |")
}

// anchor is the target of a link of ours: stable, whatever the headings say.
func (w *writer) anchor(id string) { w.line(`<a id="` + id + `"></a>` + "\n") }

// Kit returns kit.md.
func Kit(v *view.Kit) []byte {
	w := &writer{words: v.Words}
	w.heading(1, Escape(w.label(v.Role)+" "+v.Document))
	about := locale.Fill(v.Words.Page.KitID, "id", v.KitID) + " · " + v.Words.Page.Confidential
	if v.Form != "" {
		about = v.Form + " · " + about
	}
	w.line(Escape(about) + "\n")
	w.contents(v)
	w.overview(v)
	for i := range v.Rounds {
		w.guide(&v.Rounds[i])
		w.scorecard(&v.Rounds[i])
	}
	w.debrief(&v.Debrief)
	return []byte(strings.TrimRight(w.String(), "\n") + "\n")
}

func (w *writer) contents(v *view.Kit) {
	w.heading(2, Escape(w.words.Page.Contents))
	link := func(indent, text, id string) { w.line(indent + "- [" + Escape(text) + "](#" + id + ")") }
	link("", w.words.Overview.Title, "overview")
	for _, r := range v.Rounds {
		link("", fmt.Sprintf("%d %s", r.Number, r.Name), fmt.Sprintf("round-%d", r.Number))
		for _, q := range r.Questions {
			link("  ", q.Number+" "+q.Title, questionID(&r, &q))
		}
		link("  ", w.words.Scorecard.Title, fmt.Sprintf("scorecard-%d", r.Number))
	}
	link("", w.words.Debrief.Title, "debrief")
	w.line("")
}

func questionID(r *view.Round, q *view.Question) string {
	return fmt.Sprintf("round-%d-q%d", r.Number, q.Order)
}

func (w *writer) overview(v *view.Kit) {
	o, words := &v.Overview, w.words.Overview
	w.anchor("overview")
	w.heading(2, Escape(words.Title))
	for _, f := range o.Facts {
		w.line(wrap(Escape(f.Value), "- **"+Escape(w.label(f.Label))+"** ", "  "))
	}
	w.line("")
	w.heading(3, Escape(words.Rounds))
	var rows [][]string
	for _, r := range o.Rounds {
		rows = append(rows, []string{r.Name, r.Kind, w.minutes(r.Minutes), strconv.Itoa(r.Questions), r.Interviewers})
	}
	w.table([]string{words.Round, words.Kind, words.Length, words.Questions, words.Interviewers}, rows)
	if o.LeftOut != "" {
		w.paragraph(o.LeftOut)
	}
	w.coverage(&o.Coverage)
	w.paragraph(o.Objective)
	w.forms(o.Forms)
	w.gaps(o.Gaps)
	w.rules(o)
	w.laws(o.Laws)
}

func (w *writer) label(s string) string { return w.words.Format.Labelled(s) }

func (w *writer) minutes(n int) string {
	return locale.Fill(w.words.Page.Minutes, "n", strconv.Itoa(n))
}

// coverage draws the matrix: a bar of blocks, one for five minutes, with the
// minutes behind it.
func (w *writer) coverage(c *view.Coverage) {
	words := w.words.Overview
	w.heading(3, Escape(words.Coverage))
	w.paragraph(c.About)
	head := append([]string{words.Topic, words.Weight}, c.Rounds...)
	head = append(head, words.Total, words.Looks)
	var rows [][]string
	for _, r := range c.Rows {
		name := r.Topic
		if r.MustHave {
			name += " (" + words.MustHave + ")"
		}
		row := []string{name, strconv.Itoa(r.Weight)}
		looks := 0
		for i, m := range r.Minutes {
			text := ""
			if m > 0 {
				text = strings.TrimSpace(strings.Repeat("█", (m+4)/5) + " " + strconv.Itoa(m))
			}
			if r.Looks[i] {
				looks++
			}
			row = append(row, text)
		}
		rows = append(rows, append(row, strconv.Itoa(r.Total), strconv.Itoa(looks)))
	}
	w.table(head, rows)
}

// forms sets the forms of the opening side by side.
func (w *writer) forms(f *view.Forms) {
	if f == nil {
		return
	}
	words := w.words.Overview
	w.heading(3, Escape(words.Forms))
	w.paragraph(words.FormsAbout)
	head := append([]string{words.Form}, f.Rounds...)
	var rows [][]string
	for _, r := range f.Rows {
		name := r.Letter
		if r.This {
			name += " (" + words.FormThis + ")"
		}
		row := []string{name}
		for _, m := range r.Minutes {
			row = append(row, w.minutes(m))
		}
		rows = append(rows, append(row, strconv.Itoa(r.Questions), strconv.Itoa(r.Covered), strconv.Itoa(r.TwoLooks), w.words.Format.Number(r.Value)))
	}
	w.table(append(head, words.Questions, words.FormCovered, words.FormTwo, words.FormValue), rows)
}

func (w *writer) gaps(gaps []view.Gap) {
	words := w.words.Overview
	w.heading(3, Escape(words.Gaps))
	if len(gaps) == 0 {
		w.paragraph(words.NoGaps)
		return
	}
	var items []string
	for _, g := range gaps {
		items = append(items, g.Message+". "+words.Mend+" "+g.Mend+".")
	}
	w.bullets(items)
}

func (w *writer) rules(o *view.Overview) {
	words := w.words.Overview
	w.heading(3, Escape(words.Scale))
	w.numbered(o.Scale[:])
	w.heading(3, Escape(words.Scoring))
	w.bullets(o.Scoring)
	w.heading(3, Escape(words.Decision))
	w.paragraph(words.DecisionNote)
	w.numbered(o.Decision)
}

func (w *writer) laws(laws []view.Law) {
	words := w.words.Overview
	w.heading(3, Escape(words.Avoid))
	w.paragraph(words.AvoidIntro)
	for _, l := range laws {
		w.heading(4, Escape(l.Title+", "+l.AsOf))
		var rows [][]string
		for _, t := range l.Items {
			rows = append(rows, []string{t.Subject, t.Avoid, t.Instead, t.Source})
		}
		w.table([]string{words.AvoidSubject, words.AvoidNot, words.AvoidInstead, words.AvoidSource}, rows)
		var notes []string
		for _, n := range l.Notes {
			notes = append(notes, n.Text+" ("+n.Source+")")
		}
		w.bullets(notes)
	}
}
