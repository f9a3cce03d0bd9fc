package kit_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"interviewkit/kit"
	"interviewkit/templates/locale"
)

var (
	phraseCall   = regexp.MustCompile(`phrase\(("(?:[^()]|\([^()]*\))*)\)`)
	nameInQuotes = regexp.MustCompile(`"([a-z_-]+)"`)
	hole         = regexp.MustCompile(`\{([a-z_]+)\}`)
)

// Whatever this package says as data, the catalogue has a saying for it, with
// placeholders for no more than it is given.
func TestPhrasesHaveSayings(t *testing.T) {
	sayings := sayings(t)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, call := range phraseCall.FindAllStringSubmatch(string(src), -1) {
			var names []string
			for _, n := range nameInQuotes.FindAllStringSubmatch(call[1], -1) {
				names = append(names, n[1])
			}
			said[names[0]] = true
			checkSaying(t, sayings, names[0], names[1:])
		}
	}
	for say := range sayings {
		if !said[say] && !strings.HasPrefix(say, "none-") {
			t.Errorf("nothing says %s", say)
		}
	}
}

// sayings returns the English sayings of gaps and of changes.
func sayings(t *testing.T) map[string]string {
	t.Helper()
	words, err := locale.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(words.Gaps.Why)
	maps.Copy(all, words.Gaps.Changes)
	return all
}

func checkSaying(t *testing.T, sayings map[string]string, say string, names []string) {
	t.Helper()
	text, ok := sayings[say]
	if !ok {
		t.Errorf("the catalogue has no saying %q", say)
	}
	for _, h := range hole.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(names, h[1]) {
			t.Errorf("%s: {%s} is not given; there are %v", say, h[1], names)
		}
	}
}

// A gap and what mends it are said as data as well as in words.
func checkPhrases(t *testing.T, gaps []kit.Gap) {
	t.Helper()
	known := sayings(t)
	for _, g := range gaps {
		if g.Why.Say == "" || len(g.Changes) == 0 {
			t.Errorf("%s; %s: not said as data", g.Message, g.Mend)
		}
		for _, p := range append(slices.Clone(g.Changes), g.Why) {
			checkSaying(t, known, p.Say, slices.Collect(maps.Keys(p.With)))
		}
	}
}
