package pdf_test

import (
	"strconv"
	"strings"
	"testing"

	"interviewkit/templates/pdf"
	"interviewkit/templates/view"
)

// heard is all that is read of a document, in the order of the tree, with what
// is said in place of figures and fields: one line for each element.
func (d *ua) heard() string {
	var b strings.Builder
	for _, e := range d.elems {
		said := d.spoken(e)
		if alt := d.text(e.dict["Alt"]); alt != "" {
			said = alt
		}
		b.WriteString(said + "\n")
	}
	return spaced(b.String())
}

// spaced has single blanks in place of blanks and line ends.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// inOrder checks that the texts are heard one after the other, word for word.
func inOrder(t *testing.T, heard string, texts []string) {
	t.Helper()
	at, last := 0, ""
	for _, want := range texts {
		if want = spaced(want); want == "" {
			continue
		}
		n := strings.Index(heard[at:], want)
		if n < 0 {
			where := "nowhere"
			if strings.Contains(heard, want) {
				where = "elsewhere"
			}
			t.Errorf("%q is heard %s, not behind %q, where it is: %q", want, where, last, heard[at:min(len(heard), at+200)])
			continue
		}
		at, last = at+n+len(want), want
	}
}

// TestReadingOrder compares what is heard with the view, in the order in which
// someone reads the page.
func TestReadingOrder(t *testing.T) {
	for _, c := range uaKits() {
		k, m := opening(t, c.src)
		v := view.OfKit(k, m)
		order := overviewOrder(&v.Overview)
		for i := range v.Rounds {
			order = append(append(order, guideOrder(&v.Rounds[i])...), cardOrder(&v.Rounds[i])...)
		}
		docs := documents()
		inOrder(t, readUA(t, render(t, docs[0], k, m)).heard(), append(order, debriefOrder(&v.Debrief)...))
		var cards, exhibits []string
		for i := range v.Rounds {
			cards = append(cards, cardOrder(&v.Rounds[i])...)
		}
		inOrder(t, readUA(t, render(t, docs[1], k, m)).heard(), cards)
		for _, e := range view.OfKit(k, m).Handout().Exhibits {
			exhibits = append(append(exhibits, "Exhibit "+e.Letter), e.Lines...)
		}
		inOrder(t, readUA(t, render(t, docs[2], k, m)).heard(), exhibits)
		inOrder(t, readUA(t, render(t, docs[3], k, m)).heard(), candidateOrder(view.OfCandidate(k.Brief(), m)))
	}
}

func overviewOrder(o *view.Overview) (list []string) {
	for _, f := range o.Facts[1:] { // the first is the title
		list = append(list, f.Label+" "+f.Value)
	}
	for i, r := range o.Rounds {
		list = append(list, strconv.Itoa(i+1)+" "+r.Name+" "+r.Kind)
	}
	list = append(list, o.Coverage.About)
	for _, r := range o.Coverage.Rows {
		list = append(list, r.Sentence)
	}
	list = append(list, o.Objective)
	for _, g := range o.Gaps {
		list = append(list, g.Message, g.Mend)
	}
	for i, s := range o.Scale {
		list = append(list, strconv.Itoa(i+1)+" "+s)
	}
	list = append(append(list, o.Scoring...), o.Decision...)
	for _, l := range o.Laws {
		list = append(list, l.Title)
		for _, i := range l.Items {
			list = append(list, i.Subject+" "+i.Avoid+" "+i.Instead+" "+i.Source)
		}
		for _, n := range l.Notes {
			list = append(list, n.Text+" "+n.Source)
		}
	}
	return list
}

// guideOrder is a guide page. An exhibit stands before the anchors, or behind
// all where it has to go to another page.
func guideOrder(r *view.Round) (list []string) {
	list = append(list, strconv.Itoa(r.Number)+" "+r.Name)
	list = append(append(list, r.Before...), r.Opening...)
	for _, q := range r.Questions {
		list = append(list, q.Number+" "+q.Title)
	}
	list = append(list, r.Closing...)
	for _, q := range r.Questions {
		list = append(append(list, q.Number+" "+q.Title, q.Ask, q.Language), q.Then...)
		list = append(append(append(list, q.Hint), q.ListenFor...), q.Flags...)
		list = append(list, q.Answer, q.Purpose)
		for _, r := range q.Rated {
			list = append(append(list, r.Title), r.Anchors[:]...)
		}
		list = append(list, q.Late)
	}
	return list
}

func cardOrder(r *view.Round) (list []string) {
	list = append(list, strconv.Itoa(r.Number)+" "+r.Name, "Candidate", "Date", "Interviewer", "Start", "End")
	list = append(list, r.ScoreRules...)
	for _, q := range r.Questions {
		list = append(list, q.Number+" "+q.Title, q.Topics, q.Drop, "asked", "cut short", "dropped", "hint", "What they said or did")
		for _, r := range q.Rated {
			list = append(list, r.Title)
			for i, a := range r.Anchors {
				list = append(list, strconv.Itoa(i+1), a)
			}
			list = append(list, "not assessed")
		}
	}
	return append(list, "Deviations", "signed")
}

func debriefOrder(d *view.Debrief) (list []string) {
	list = append(list, d.Steps...)
	for _, r := range d.Rows {
		list = append(list, r.Topic)
		for _, l := range r.Looks {
			list = append(list, l.Round+" "+l.Ratings)
		}
	}
	return append(append(list, d.Floors...), d.Outcomes...)
}

func candidateOrder(v *view.Candidate) (list []string) {
	list = append(list, v.Intro, v.Same)
	for _, r := range v.Rounds {
		list = append(list, r.Name, r.About, r.Topics, r.Time, r.Meet)
	}
	list = append(append(list, v.Tools...), v.AIPolicy)
	for _, a := range v.Advice {
		list = append(append(list, a.Title, a.Text), a.Steps...)
	}
	return list
}

// Lines that end within a text are heard with a blank between them.
func TestLineEndsAreHeard(t *testing.T) {
	k, m := opening(t, seniority("mid", "a4"))
	v := view.OfKit(k, m)
	q := &v.Rounds[0].Questions[0]
	q.Ask = "First of two lines.\nSecond of two lines, which is so long that it does not fit the width of the column it is set in.\n\nAnd a paragraph."
	b, err := pdf.Kit(v)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(readUA(t, b).heard(), spaced(q.Ask)) {
		t.Error("words run together at a line's end")
	}
}
