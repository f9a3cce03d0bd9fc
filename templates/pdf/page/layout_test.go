package page_test

import (
	"strings"
	"testing"

	"interviewkit/templates/pdf/page"
)

// What is set in a block stays in it, however long the text or narrow the
// block.
func TestWithinBlock(t *testing.T) {
	for _, text := range []string{"x", "A line of words, which ends.", strings.Repeat("W", 400), strings.Repeat("Wide mmm-words/and signs; ", 30), "one\ntwo words\n\nthree", "a  b   c  "} {
		for _, w := range []float64{12, 30, 56, 120, 480} {
			for _, s := range []page.Style{style, {Size: 8, Lead: 9.25}, {Face: page.Bold, Size: 20, Lead: 24}, {Face: page.Mono, Size: 9, Lead: 12}} {
				for name, b := range map[string]page.Block{"para": page.Para(w, text, s), "spans": page.Text(w, page.Span{Text: text, Style: s}, page.Span{Text: text, Style: s.With(page.Italic)}), "fit": page.Fit(w, text, s), "right": page.Right(w, text, s)} {
					left, right := b.Inked()
					if s.Size < w && (left < -0.01 || right > w+0.01 || b.Lowest() > b.H+0.5) {
						t.Errorf("%s of %.20q in %g pt: from %.1f to %.1f of %g wide, %.1f down of %.1f", name, text, s.Size, left, right, w, b.Lowest(), b.H)
					}
				}
			}
		}
	}
}

// A block taller than a page is parted so that neither part has more than its
// height holds, even where two columns have no line end at one height.
func TestCut(t *testing.T) {
	var b page.Block
	b.Put(0, 0, page.Para(200, strings.Repeat("word ", 900), style))
	b.Put(220, 5, page.Para(200, strings.Repeat("other ", 700), page.Style{Size: 9, Lead: 10}))
	b.Stem(210, 0, b.H)
	for _, y := range []float64{100, 333, 600} {
		first, rest := b.Cut(y)
		if first.H > y || first.Lowest() > y+0.1 || rest.Lowest() > rest.H+0.1 || first.H < y/2 || rest.H >= b.H {
			t.Errorf("at %.0f: %.1f high with marks down to %.1f, and %.1f with marks down to %.1f", y, first.H, first.Lowest(), rest.H, rest.Lowest())
		}
	}
	framed := page.Block{W: 100, H: 900}
	framed.Frame(0, 0, 100, 900)
	if first, rest := framed.Cut(300); first.H != 0 || rest.H != framed.H {
		t.Errorf("a frame is parted: %.0f and %.0f", first.H, rest.H)
	}
}
