package diag_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"interviewkit/internal/diag"
)

func TestRender(t *testing.T) {
	fs := diag.Faults{
		{File: "b.toml", Line: 1, Col: 1, Width: 1, Msg: "later"},
		{File: "a.toml", Line: 3, Col: 9, Width: 4, Msg: `unknown thing "日本"`, Hint: "did you mean this?", Source: "name = \"日本\" # x"},
	}
	var b strings.Builder
	diag.Render(&b, "interviewkit", fmt.Errorf("wrapped: %w", fs.Err()), diag.Style{})
	want := `a.toml:3:9: unknown thing "日本"
  3 | name = "日本" # x
    |         ^^^^^^
hint: did you mean this?
b.toml:1:1: later
`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
	b.Reset()
	diag.Render(&b, "interviewkit", errors.New("disk full"), diag.Style{Color: true})
	if !strings.HasPrefix(b.String(), "interviewkit: \x1b[1;31mdisk full\x1b[0m") {
		t.Errorf("%q", b.String())
	}
}

// A long line is shown around its fault, and the mark stays below it.
func TestLongLine(t *testing.T) {
	src := strings.Repeat("x", 300) + "HERE" + strings.Repeat("y", 300)
	var b strings.Builder
	diag.Render(&b, "p", diag.Faults{{File: "f", Line: 1, Col: 301, Width: 4, Msg: "m", Source: src}}, diag.Style{})
	lines := strings.Split(b.String(), "\n")
	if at := strings.Index(lines[1], "HERE"); at < 0 || strings.Index(lines[2], "^^^^") != at || len(lines[1]) > 130 {
		t.Errorf("%s", b.String())
	}
}

// No input moves a terminal's cursor or colours our messages.
func TestHostileText(t *testing.T) {
	var b strings.Builder
	diag.Render(&b, "p", diag.Faults{{File: "a\x1b[2J.toml", Line: 1, Col: 1, Width: 1, Msg: "unknown " + diag.Quote("x\x1b]0;pwned\a\u202e"), Hint: "\x1b[31m", Source: "\x1b[2J"}}, diag.Style{})
	if strings.ContainsAny(b.String(), "\x1b\a\u202e") {
		t.Errorf("%q", b.String())
	}
}

func TestNearest(t *testing.T) {
	words := []string{"intern", "junior", "mid", "senior", "staff", "principal", "web-fundamentals"}
	for word, want := range map[string]string{"sennior": "senior", "Senior": "senior", "seinor": "senior", "web_fundamentals": "web-fundamentals", "boss": "", "": "", "x": "", "stafff": "staff"} {
		if got := diag.Nearest(word, words); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestList(t *testing.T) {
	if got := diag.OneOf([]string{"a", "b", "c"}); got != "a, b or c" {
		t.Error(got)
	}
	if diag.List(errors.New("x")) != nil || len(diag.List(diag.Fault{Msg: "x"})) != 1 || diag.Faults(nil).Err() != nil {
		t.Error("an error that is no fault counts as one, or the other way round")
	}
}

// Of a file with very many faults the first are told, in their order; another
// file's are told all the same.
func TestErrTellsNoMoreThanAnyoneReads(t *testing.T) {
	var fs diag.Faults
	for i := range 150 {
		fs = append(fs, diag.Fault{File: "a.toml", Line: 150 - i, Msg: "wrong"})
	}
	fs = append(fs, diag.Fault{File: "a.toml"}, diag.Fault{File: "b.toml", Line: 1, Msg: "wrong"})
	list := diag.List(fs.Err())
	if n := len(list); n != diag.MostTold+2 {
		t.Fatalf("%d faults", n)
	}
	if list[0].Line != 1 || list[99].Line != 100 || list[100].Msg != "and at least 51 more faults" || list[101].File != "b.toml" {
		t.Errorf("%v", list[99:])
	}
}
