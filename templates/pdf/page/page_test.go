package page_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"interviewkit/templates/pdf/page"
)

var style = page.Style{Size: 10, Lead: 12}

func TestUnprintable(t *testing.T) {
	for text, want := range map[string]string{
		"a\u200Db":      `the typeface has no character "\u200d" (U+200D), in "a\u200db"`,
		"Senior 🚀 crew": `the typeface has no character "🚀" (U+1F680), in "Senior 🚀 crew"`,
		"שלום":          `cannot print the character "ש" (U+05E9), in "שלום": letters of the script Hebrew change beside others, or run from right to left, which is not done here`,
		"q\u0301":       "cannot print the character \"\u0301\" (U+0301), in \"q\u0301\": it makes no one character with what is before it",
	} {
		d := page.New(page.Options{})
		d.Flow(page.Item{Block: page.Para(100, text, style)})
		_, err := d.Bytes()
		var u *page.Unprintable
		if !errors.As(err, &u) || err.Error() != want {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

func TestPrintable(t *testing.T) {
	for _, r := range "aZ~ \n\täńłΩЯ…–→≤≥├─│€№ \u00A0" {
		if !page.Printable(r, nil) {
			t.Errorf("%U cannot be printed", r)
		}
	}
	for _, r := range "\x00\a\u0301\u00AD\u200B\u200D\u2060\uFEFF\uFFFD\u202Eא中🚀" {
		if page.Printable(r, nil) {
			t.Errorf("%U can be printed", r)
		}
	}
}

// TestParagraph checks that lines keep to their width and lose nothing.
func TestParagraph(t *testing.T) {
	for _, w := range []float64{20, 60, 117, 300} {
		b := page.Para(w, "GET /appointments/{appt_id}/letters/{letter_id} is read-only for antidisestablishmentarians.", style)
		if b.W > w {
			t.Errorf("%.0f wide, not %.0f", b.W, w)
		}
		if b.H < 12 || b.H != upTo(b.H, page.Grid) {
			t.Errorf("%.2f high", b.H)
		}
	}
	if h := page.Para(200, "", style).H; h != 0 {
		t.Errorf("nothing is %.0f high", h)
	}
}

// block is an empty block h units high.
func block(h float64) page.Block { return page.Block{H: h * page.Grid} }

func TestFlow(t *testing.T) {
	d := page.New(page.Options{})
	d.Flow(page.Item{Block: block(50)})
	d.Flow(page.Item{Block: block(3), Keep: true}) // a heading
	if n := d.Pages(); n != 1 {
		t.Errorf("%d pages", n)
	}
	d.Flow(page.Item{Block: block(2), Above: 12})
	if n := d.Pages(); n != 1 {
		t.Errorf("%d pages; 56 of 57 units are used", n)
	}
	d.Flow(page.Item{Block: block(1), Keep: true}, page.Item{Block: block(1)})
	if n := d.Pages(); n != 2 {
		t.Errorf("%d pages; a heading is left alone", n)
	}
	d.Flow(page.Item{Block: page.Lines(100, 200)}) // taller than a page
	if n := d.Pages(); n != 9 && n != 10 {
		t.Errorf("%d pages of 200 lines", n)
	}
	if _, err := d.Bytes(); err != nil {
		t.Error(err)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "plain words", "a\u0301 b\u00A0c\u200B", "🚀", "\xff\xfe", "שלום", strings.Repeat("x", 500), "one\n\ntwo\r\nthree\u2028four", "(\\)"} {
		f.Add(s, 80.0, false)
	}
	for _, s := range []string{"数据库", "数 a\n「", "（（（（", "。。。。。。", "a数b库c", "データ\u00a0ベース", "🚀数", "テ\u3099"} {
		f.Add(s, 30.0, true)
	}
	face := few(f)
	f.Fuzz(func(t *testing.T, s string, w float64, named bool) {
		if w < 5 || w > 1000 || len(s) > 1000 { // Fit takes the square of it
			return
		}
		style := style
		if named {
			style.Beyond = face
		}
		d := page.New(page.Options{Title: s, Beyond: style.Beyond, Foot: func(int, int) (string, string) { return s, s }})
		d.Head(s, s)
		b := page.Para(w, s, style)
		if b.W > w {
			t.Errorf("%q is %.1f wide, not %.1f", s, b.W, w)
		}
		d.Flow(page.Item{Block: b, Bookmark: "x" + s}, page.Item{Block: page.Fit(w, s, style.With(page.Mono))})
		_, err := d.Bytes()
		var u *page.Unprintable
		if err != nil && !errors.As(err, &u) {
			t.Errorf("%q: %v", s, err)
		}
	})
}

// upTo returns h rounded up to a multiple of unit.
func upTo(h, unit float64) float64 { return math.Ceil((h-0.001*page.Grid)/unit) * unit }
