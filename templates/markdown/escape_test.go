package markdown

import (
	"strings"
	"testing"
)

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"plain words, (with) 3.5 of them!": "plain words, (with) 3.5 of them!",
		"# [x](y) | <b>":                   `\# \[x\](y) \| \<b\>`,
		"a # b":                            "a # b",
		"1. one":                           `1\. one`,
		"- item":                           `\- item`,
		"+ item":                           `\+ item`,
		"two\nlines\r\nand\ttab":           "two lines and tab",
		"*a* _b_ `c` ~d~":                  "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~",
		"https://x.y":                      `https\://x.y`,
		"a & b &amp;":                      `a \& b \&amp;`,
		"=====":                            `\=\=\=\=\=`,
	} {
		if got := Escape(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWrapNeverStartsABlock(t *testing.T) {
	text := strings.Repeat("word ", 19) + "- not a list 1. nor this # nor that > nor a quote " + strings.Repeat("word ", 30)
	for _, line := range strings.Split(wrap(Escape(text), "", ""), "\n") {
		if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "1. ") || strings.HasPrefix(line, "> ") {
			t.Errorf("a line begins a block: %q", line)
		}
	}
}

func TestFence(t *testing.T) {
	for lines, want := range map[string]string{"plain": "```", "a ``` b": "````", "`````": "``````"} {
		if got := fence([]string{lines}); got != want {
			t.Errorf("%q: %s", lines, got)
		}
	}
}

// Whatever the text, it stays on one line, and no character of markup stands
// in it without its escape.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"# a", "a | b", "<b>", "\\", "\\*", "![x](y)", "\u2028", "1) x", "---", "a\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Escape(text)
		if strings.ContainsAny(got, "\n\r\u2028\u2029") {
			t.Fatalf("%q: several lines", got)
		}
		for i := 0; i < len(got); i++ {
			if got[i] == '\\' {
				i++
				continue
			}
			if strings.IndexByte("*_`[]<>|~&", got[i]) >= 0 {
				t.Fatalf("%q: %q stands bare", got, got[i])
			}
		}
	})
}
