package pdf_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interviewkit/rubrics"
	"interviewkit/templates/pdf"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// The block of text, in points: in the middle of the page's height, 22 mm from
// its left edge, the same on both papers.
const (
	textLeft   = 22 * page.MM
	textWidth  = 170 * page.MM
	textHeight = 57 * page.Grid
	margin     = 12 * page.MM // of heads and feet, at least
)

// laid returns what is wrong with where texts stand: none may leave the block
// of text, stand on another one, cross a line, or stand where a field is.
func (d *ua) laid() (f found) {
	for i, p := range d.pages {
		var texts []uaMark
		for _, m := range p.marks {
			if strings.TrimSpace(m.text) != "" {
				texts = append(texts, m)
				if !p.inside(m) {
					f.add("page %d: %q at %.1f leaves the block of text", i+1, m.text, m.box)
				}
			}
		}
		for n, m := range texts {
			for _, o := range texts[:n] {
				if meet(m.body(), o.body(), 0.5) {
					f.add("page %d: %q stands on %q", i+1, m.text, o.text)
				}
			}
			for _, line := range p.lines() {
				if meet(m.body(), line, 0) {
					f.add("page %d: %q at %.1f crosses a line at %.1f", i+1, m.text, m.box, line)
				}
			}
		}
		f = append(f, d.fieldsLaid(i, texts)...)
	}
	return f
}

// fieldsLaid: no field stands on another one, or on a text.
func (d *ua) fieldsLaid(at int, texts []uaMark) (f found) {
	var fields [][4]float64
	for _, n := range d.pages[at].order {
		if a := d.pages[at].annots[n]; d.name(a["Subtype"]) == "Widget" {
			fields = append(fields, d.rect(a["Rect"]))
		}
	}
	for i, r := range fields {
		for _, o := range fields[:i] {
			if meet(r, o, 0.5) {
				f.add("page %d: a field at %.1f stands on one at %.1f", at+1, r, o)
			}
		}
		for _, m := range texts {
			if meet(r, m.body(), 0.5) {
				f.add("page %d: a field at %.1f stands on %q", at+1, r, m.text)
			}
		}
	}
	return f
}

// inside reports whether a text stands where texts may.
func (p *uaPage) inside(m uaMark) bool {
	b := m.body()
	low, high := p.high/2-textHeight/2, p.high/2+textHeight/2
	if m.kind == "Pagination" {
		low, high = margin, p.high-margin
	}
	return b[0] > textLeft-0.1 && b[2] < textLeft+textWidth+0.1 && b[1] > low-0.1 && b[3] < high+0.1
}

// body is what a text takes up: its small letters and capitals, and a part of
// what hangs below the baseline.
func (m uaMark) body() [4]float64 {
	return [4]float64{m.box[0], m.box[1] - 0.12*m.size, m.box[2], m.box[3]}
}

// lines returns the lines drawn on a page, sides of boxes among them.
func (p *uaPage) lines() (list [][4]float64) {
	for _, m := range p.marks {
		b := m.box
		if m.text != "" || m.fill {
			continue
		}
		list = append(list, [4]float64{b[0], b[1], b[2], b[1]}, [4]float64{b[0], b[3], b[2], b[3]}, [4]float64{b[0], b[1], b[0], b[3]}, [4]float64{b[2], b[1], b[2], b[3]})
	}
	return list
}

// meet reports whether two rectangles share more than some points in both
// directions.
func meet(a, b [4]float64, some float64) bool {
	return min(a[2], b[2])-max(a[0], b[0]) > some-0.01 && min(a[3], b[3])-max(a[1], b[1]) > some-0.01
}

// TestLayout measures the starter profiles' documents, on both papers.
func TestLayout(t *testing.T) {
	files, err := filepath.Glob("../profiles/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no starter profiles", err)
	}
	for i, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		paper := []string{"letter", "a4"}[i%2]
		k, m := opening(t, string(src))
		k.Profile.Paper = paper
		for _, d := range documents() {
			for _, fault := range readUA(t, render(t, d, k, m)).laid() {
				t.Errorf("%s, %s, %s: %s", filepath.Base(name), paper, d.name, fault)
			}
		}
	}
}

// TestLongest measures documents in which each text is as long as a profile or
// a bank may have it, in wide letters: in words, and in one that has no end.
func TestLongest(t *testing.T) {
	for name, letters := range map[string]string{"words": "MWmw Wmwmwmwm ", "a word": "W"} {
		long := func(n int) string { return strings.Repeat(letters, n/len(letters)+1)[:n-1] + "x" }
		src := fmt.Sprintf("title = %q\ncompany = %q\nteam = %q\n", long(120), long(120), long(120)) + `seniority = "senior"
languages = ["go"]
focus_areas = ["databases", "security", "collaboration"]
jurisdictions = ["us", "uk", "eu"]
`
		for i, kind := range []string{"technical", "coding", "behavioral", "technical", "behavioral"} {
			src += fmt.Sprintf("[[rounds]]\nname = %q\nkind = %q\nminutes = 60\ninterviewers = [%q]\n", long(119)+string(rune('a'+i)), kind, long(60))
		}
		k, m := opening(t, src)
		full, cards := view.OfKit(k, m), view.OfKit(k, m).Scorecards()
		lengthen(full.Rounds, long)
		lengthen(cards.Rounds, long)
		for document, print := range map[string]func() ([]byte, error){
			"kit": func() ([]byte, error) { return pdf.Kit(full) }, "scorecards": func() ([]byte, error) { return pdf.Scorecards(cards) },
			"handout": func() ([]byte, error) { return pdf.Handout(view.OfKit(k, m).Handout()) }, "candidate": func() ([]byte, error) { return pdf.Candidate(view.OfCandidate(k.Brief(), m)) },
		} {
			b, err := print()
			if err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("INTERVIEWKIT_PDF"); dir != "" {
				_ = os.WriteFile(filepath.Join(dir, "longest-"+document+".pdf"), b, 0o666)
			}
			faults := readUA(t, b).laid()
			for _, fault := range faults[:min(len(faults), 5)] {
				t.Errorf("%s of %s: %s", document, name, fault)
			}
			if len(faults) > 5 {
				t.Errorf("%s of %s: and %d more", document, name, len(faults)-5)
			}
		}
	}
}

// lengthen makes the texts of questions as long as they may be.
func lengthen(rounds []view.Round, long func(int) string) {
	line := func(list []string) {
		for i := range list {
			list[i] = long(rubrics.MaxLine)
		}
	}
	for i := range rounds {
		for j := range rounds[i].Questions {
			q := &rounds[i].Questions[j]
			q.Title, q.Ask, q.Answer = long(rubrics.MaxTitle), long(rubrics.MaxPrompt), long(rubrics.MaxPrompt)
			q.Hint, q.Purpose = long(rubrics.MaxLine), long(rubrics.MaxLine)
			q.Then, q.ListenFor, q.Flags = make([]string, 2*rubrics.MaxAsks), make([]string, rubrics.MaxListen), make([]string, rubrics.MaxListen)
			line(q.Then)
			line(q.ListenFor)
			line(q.Flags)
			for n := range q.Rated {
				for a := range q.Rated[n].Anchors {
					q.Rated[n].Anchors[a] = long(rubrics.MaxAnchor)
				}
				if q.Rated[n].Title != "" {
					q.Rated[n].Title = long(rubrics.MaxTitle)
				}
			}
		}
	}
}
