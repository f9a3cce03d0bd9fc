package page_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"interviewkit/internal/sfnt"
	"interviewkit/templates/pdf/page"
)

// few is a typeface of some Chinese and Japanese characters, and of a rocket.
func few(t testing.TB) *sfnt.Font {
	t.Helper()
	b, err := os.ReadFile("../../../internal/typeface/testdata/few.ttf")
	if err != nil {
		t.Fatal(err)
	}
	last := []byte{0, 0, 0xFF, 0x1F} // a full-width question mark, the highest
	f, err := sfnt.Parse(bytes.ReplaceAll(b, last, []byte{0, 1, 0xF6, 0x80}))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Text in scripts without blanks fills its lines, and no line begins with
// punctuation that closes, or ends with such as opens.
func TestUnspaced(t *testing.T) {
	s := page.Style{Size: 10, Lead: 12, Beyond: few(t)}
	text := "数据库很慢。你先看什么、（索引）「データベース」很慢，Go 1.26、ちょっと（先看）什么。数据库、数据库、数据库。"
	text = strings.ReplaceAll(text, "，", "、")
	for w := 36.0; w < 400; w += 3.7 {
		b := page.Para(w, text, s)
		lines := b.Lines()
		if got := strings.Join(lines, ""); got != text {
			t.Fatalf("%.1f wide: %q", w, got)
		}
		for i, line := range lines {
			if i > 0 && strings.ContainsAny(line[:len("、")], "、。）」ーっょ") {
				t.Errorf("%.1f wide: a line begins %q", w, line)
			}
			if i+1 < len(lines) && (strings.HasSuffix(line, "（") || strings.HasSuffix(line, "「")) {
				t.Errorf("%.1f wide: a line ends %q", w, line)
			}
		}
		if most := 1.25*page.Label(text, s).W/max(1, w-40) + 2; float64(len(lines)) > most {
			t.Errorf("%.1f wide: %d lines", w, len(lines))
		}
		if b.W > w+0.01 || w > 60 && page.Measure(text, s)(w) != b.H {
			t.Errorf("%.1f wide: %.1f by %.1f, measured %.1f high", w, b.W, b.H, page.Measure(text, s)(w))
		}
	}
}

// In a listing each character takes whole cells.
func TestColumns(t *testing.T) {
	s := page.Style{Face: page.Mono, Size: 10, Lead: 12, Beyond: few(t)}
	for line, want := range map[string]int{"abc": 3, "数据库": 6, "a数b": 4, "": 0, "имя「索引」": 11} {
		if got := page.Columns(line, s); got != want {
			t.Errorf("%q: %d columns, not %d", line, got, want)
		}
		if w := page.Label(line, s).W; w < 6*float64(want)-0.001 || w > 6*float64(want)+0.001 {
			t.Errorf("%q is %.3f wide", line, w)
		}
	}
}

func TestNamedPrintable(t *testing.T) {
	f := few(t)
	for text, want := range map[string]string{
		"数据库 Łódź 🚀 имя": "",
		"テ\u3099ータ":      "", // composed first
		"数图":             "neither our typefaces nor the profile's has it",
		"数\u0301":        "it makes no one character",
		"数א":             "letters of the script Hebrew",
		"กำ":             "letters of the script Thai",
		"क":              "letters of the script Devanagari",
		"\u1100\u1100":   "letters of the script Hangul",
	} {
		err := page.Check(text, f)
		var u *page.Unprintable
		if want == "" && err != nil || want != "" && (!errors.As(err, &u) || !strings.Contains(u.Why(), want)) {
			t.Errorf("%q: %v; want %q", text, err, want)
		}
	}
	if got := string(page.Beyond("数a库 Łódź 数 🚀א")); got != "库数🚀" {
		t.Errorf("%q is beyond our typefaces", got)
	}
}
