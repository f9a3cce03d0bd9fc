package pdf_test

import (
	"os"
	"strings"
	"testing"

	"interviewkit/internal/sfnt"
	"interviewkit/templates/view"
)

// few is a typeface of some Chinese and Japanese characters.
func few(t testing.TB) *sfnt.Font {
	t.Helper()
	b, err := os.ReadFile("../../internal/typeface/testdata/few.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := sfnt.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A document in several scripts, some of them in a typeface that the profile
// names, is as accessible as any, keeps its margins and can be copied from.
func TestNamedTypeface(t *testing.T) {
	k, m := opening(t, strings.Replace(seniority("mid", "a4"), "Backend Engineer (mid)", "高级工程师、数据库 Инженер, Łódź", 1))
	m.Face, m.CopyFor = few(t), "程高"
	var shown bool
	for i := range k.Rounds {
		k.Rounds[i].Name += "（データベース）"
		for j := range k.Rounds[i].Questions {
			q := &k.Rounds[i].Questions[j]
			q.Title = "数据库很慢 " + q.Title
			q.Prompt = "数据库很慢。你先看什么？データベース「索引」。 " + q.Prompt
			if q.Rubric != nil { // the bank's, which other tests read
				rubric := *q.Rubric
				rubric.Three = strings.Repeat("先看索引、", 9) + rubric.Three
				q.Rubric = &rubric
			}
			if q.Exhibit != nil {
				exhibit := *q.Exhibit
				exhibit.Text = "-- 索引「数据库」 имя\n" + exhibit.Text
				shown, q.Exhibit = true, &exhibit
			}
		}
	}
	if !shown {
		t.Fatal("no exhibit")
	}
	for _, d := range documents() {
		file := render(t, d, k, m)
		passes(t, file)
		got := squeeze(words(read(t, file)))
		for _, want := range []string{"高级工程师、数据库Инженер,Łódź", "程高"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s does not say %q", d.name, want)
			}
		}
		if d.name != "handout" && d.name != "candidate" {
			if !strings.Contains(got, "先看索引、先看索引、先看索引、") {
				t.Errorf("%s does not read back", d.name)
			}
		}
		if d.name == "handout" && !strings.Contains(got, "--索引「数据库」имя") {
			t.Error("the exhibit does not read back")
		}
	}
	v := view.OfKit(k, m)
	if got := squeeze(words(read(t, render(t, documents()[0], k, m)))); !strings.Contains(got, squeeze(v.Rounds[0].Questions[0].Ask)) {
		t.Errorf("%q does not read back", v.Rounds[0].Questions[0].Ask)
	}
}
