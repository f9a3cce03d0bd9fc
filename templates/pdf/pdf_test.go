package pdf_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"sync"
	"testing"

	"interviewkit/kit"
	"interviewkit/templates/pdf"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

func render(t testing.TB, d document, k *kit.Kit, m view.Material) []byte {
	t.Helper()
	b, err := d.print(k, m)
	if err != nil {
		t.Fatal(d.name, err)
	}
	return b
}

func TestSameBytes(t *testing.T) {
	k, m := opening(t, seniority("senior", "a4"))
	for _, d := range documents() {
		first := render(t, d, k, m)
		var all [4][]byte
		var wg sync.WaitGroup
		for i := range all {
			wg.Go(func() { all[i], _ = d.print(k, m) })
		}
		wg.Wait()
		for _, b := range all {
			if !bytes.Equal(first, b) {
				t.Errorf("%s: two renders differ", d.name)
			}
		}
	}
}

// TestMargins checks that no text stands outside the block of text, 22 mm from
// the left edge, and that A4 and Letter break pages alike.
func TestMargins(t *testing.T) {
	for _, level := range levels {
		var counts [2]int
		for i, paper := range []string{"a4", "letter"} {
			high := [2]float64{841.89, 792}[i]
			k, m := opening(t, seniority(level, paper))
			for _, d := range documents() {
				pages := read(t, render(t, d, k, m))
				counts[i] += len(pages)
				for n, texts := range pages {
					for _, p := range texts {
						if p.x < holes-0.1 || p.x+p.width() > holes+page.Width+0.1 || p.y < 12*page.MM || p.y+p.size*0.8 > high-12*page.MM {
							t.Errorf("%s %s %s, page %d: %q at %.0f %.0f, %.0f wide, leaves the block of text", level, paper, d.name, n+1, p.text, p.x, p.y, p.width())
						}
						if p.size < 8 && p.face != page.Mono {
							t.Errorf("%s %s, page %d: %q is set in %g pt", level, d.name, n+1, p.text, p.size)
						}
					}
				}
			}
		}
		if counts[0] != counts[1] {
			t.Errorf("%s: %d pages on A4, %d on Letter", level, counts[0], counts[1])
		}
	}
}

// TestScorecardPages tries several kits of each level: a scorecard has two
// pages at most.
func TestScorecardPages(t *testing.T) {
	for seed := range int64(5) {
		for _, level := range levels {
			k, m := seeded(t, seniority(level, "a4"), seed)
			v := view.OfKit(k, m).Scorecards()
			rounds := v.Rounds
			for i := range rounds {
				v.Rounds = rounds[i : i+1]
				b, err := pdf.Scorecards(v)
				if err != nil {
					t.Fatal(err)
				}
				if n := len(read(t, b)); n > 2 {
					t.Errorf("%s, seed %d: the scorecard of round %s has %d pages", level, seed, rounds[i].Name, n)
				}
			}
		}
	}
}

// TestReadsBack checks that what the view says can be copied from the pages.
func TestReadsBack(t *testing.T) {
	for _, level := range levels {
		k, m := opening(t, seniority(level, "a4"))
		v := view.OfKit(k, m)
		b, err := pdf.Kit(v)
		if err != nil {
			t.Fatal(err)
		}
		got := words(read(t, b))
		for _, want := range said(v) {
			if want = strings.Join(strings.Fields(want), " "); !strings.Contains(squeeze(got), squeeze(want)) {
				t.Errorf("%s: not in the kit: %q", level, want)
			}
		}
	}
}

// squeeze takes out blanks: a word that is cut at a line's end has one more.
func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// said lists texts that a kit must print.
func said(v *view.Kit) (list []string) {
	o := &v.Overview
	list = append(list, o.Objective)
	list = append(append(list, o.Scoring...), o.Decision...)
	for _, l := range o.Laws {
		for _, i := range l.Items {
			list = append(list, i.Subject, i.Avoid, i.Instead, i.Source)
		}
	}
	for i := range v.Rounds {
		for _, q := range v.Rounds[i].Questions {
			list = append(list, q.Title, q.Ask, q.Hint, q.Answer, q.Purpose, q.Late)
			list = append(append(append(list, q.Then...), q.ListenFor...), q.Flags...)
			for _, r := range q.Rated {
				list = append(append(list, r.Title), r.Anchors[:]...)
			}
		}
	}
	return append(append(list, v.Debrief.Steps...), v.Debrief.Outcomes...)
}

func TestHandoutGivesNothingAway(t *testing.T) {
	k, m := opening(t, seniority("senior", "a4"))
	got := words(read(t, render(t, documents()[2], k, m)))
	for _, r := range k.Rounds {
		for _, q := range r.Questions {
			if strings.Contains(got, q.Title) || strings.Contains(got, q.ID) {
				t.Errorf("the handout names %s", q.ID)
			}
		}
	}
	b, err := pdf.Handout(&view.Handout{Head: view.OfKit(k, m).Handout().Head})
	if err != nil || !strings.Contains(words(read(t, b)), m.Words.Handout.None) {
		t.Errorf("a handout without exhibits: %v", err)
	}
}

// The pages that interviewers use say which form they belong to; a candidate
// does not learn that there are forms.
func TestForms(t *testing.T) {
	k, m := opening(t, seniority("senior", "a4"))
	k.Form, k.Forms = "b", []kit.FormRow{
		{Form: "a", Minutes: make([]int, len(k.Rounds)), Questions: 9, Covered: 8, TwoLooks: 7, Value: 6543},
		{Form: "b", Minutes: make([]int, len(k.Rounds)), Questions: 9, Covered: 8, TwoLooks: 7, Value: 6545},
	}
	for _, d := range documents() {
		pages := read(t, render(t, d, k, m))
		for n, texts := range pages {
			if has := strings.Contains(words([][]piece{texts}), "Form B"); has != (d.name != "candidate") {
				t.Errorf("%s, page %d says which form it is: %v", d.name, n+1, has)
			}
		}
		text := words(pages)
		if told := strings.Contains(text, "6543") && strings.Contains(text, "this one"); told != (d.name == "kit") {
			t.Errorf("%s sets the forms side by side: %v", d.name, told)
		}
		if d.name == "candidate" && regexp.MustCompile(`(?i)\bforms?\b|the same questions`).MatchString(text) {
			t.Errorf("a candidate's brief lets forms be known, or says what is not so")
		}
	}
}

func TestScripts(t *testing.T) {
	k, m := opening(t, seniority("junior", "a4"))
	for _, title := range []string{"Inżynierka oprogramowania, Łódź", "Μηχανικός λογισμικού", "Инженер по данным", "Ingénieur · C++ → Go", "e\u0301clair", "Nguyễn (Việt)", `back\slash (paren`} {
		v := view.OfCandidate(k.Brief(), m)
		v.Role = title
		b, err := pdf.Candidate(v)
		if err != nil {
			t.Errorf("%s: %v", title, err)
			continue
		}
		if want := strings.ReplaceAll(title, "e\u0301", "é"); !strings.Contains(squeeze(words(read(t, b))), squeeze(want)) {
			t.Errorf("%q does not read back", title)
		}
	}
	for _, title := range []string{"Engineer 🚀", "מהנדס", "a\u200Db", "مهندس", "工程师", "x\u0301", "bad \xff", "bell\a", "soft\u00ADhyphen"} {
		for _, d := range documents() {
			other := *k
			other.Profile.Title = title
			_, err := d.print(&other, m)
			var u *page.Unprintable
			if !errors.As(err, &u) {
				t.Errorf("%s of %q: %v, not an *Unprintable", d.name, title, err)
			}
		}
	}
}

// TestLongAndMany prints what is at the limits of a profile.
func TestLongAndMany(t *testing.T) {
	src := strings.Replace(seniority("senior", "letter"), "Backend Engineer (senior)", strings.Repeat("Extraordinarilylongwordedrole ", 3)+strings.Repeat("x", 25), 1)
	for range 2 {
		src += "\n[[rounds]]\nname = \"" + strings.Repeat("Very long name of a round ", 4) + string(rune('a'+len(src)%26)) + "\"\nkind = \"technical\"\nminutes = 120\n"
	}
	k, m := opening(t, src)
	for _, d := range documents() {
		for n, texts := range read(t, render(t, d, k, m)) {
			for _, p := range texts {
				if p.x+p.width() > 22*page.MM+page.Width+0.1 || p.y < 12*page.MM {
					t.Errorf("%s, page %d: %q leaves the block of text", d.name, n+1, p.text)
				}
			}
		}
	}
}

func BenchmarkDocuments(b *testing.B) {
	k, m := opening(b, seniority("senior", "a4"))
	for _, d := range documents() {
		b.Run(d.name, func(b *testing.B) {
			for b.Loop() {
				render(b, d, k, m)
			}
		})
	}
}
