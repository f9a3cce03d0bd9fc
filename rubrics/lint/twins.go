package lint

import (
	"fmt"
	"strings"
	"unicode"

	"interviewkit/rubrics"
)

// twin is the name of the check for texts that say what others say.
const twin = "twin"

// How much of two texts is the same, as the part of their three-word runs that
// both have (Broder, On the resemblance and containment of documents, 1997).
const (
	sameText   = 0.6
	samePrompt = 0.45
	shortest   = 5 // words, below which texts may well be alike
)

// shingles returns the runs of three words of a text, in lower case.
func shingles(s string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	set := map[string]bool{}
	if len(words) < shortest {
		return set
	}
	for i := range len(words) - 2 {
		set[strings.Join(words[i:i+3], " ")] = true
	}
	return set
}

// alike is the part of the runs of two texts that both have, 0 to 1.
func alike(a, b map[string]bool) float64 {
	both := 0
	for s := range a {
		if b[s] {
			both++
		}
	}
	if all := len(a) + len(b) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 0
}

// A place is a text of a question with its runs of words.
type place struct {
	q *rubrics.Question
	text
	runs map[string]bool
}

// twins finds prompts, anchors, probes and flags that say what those of another
// question say. Only texts that share a run of words are compared.
func twins(r *report, wanted func(q *rubrics.Question) bool) {
	having := map[string][]int{}
	var places []place
	for i := range r.bank.Questions {
		q := &r.bank.Questions[i]
		for _, t := range texts(q) {
			if t.role == listen && !strings.HasPrefix(t.path, "red_flags") || strings.HasPrefix(t.path, "follow_ups") || t.path == "hint" {
				continue
			}
			p := place{q, t, shingles(t.words)}
			if strings.HasSuffix(t.words, rubrics.Placeholder) {
				p.runs = nil // still to be written
			}
			if len(p.runs) > 0 {
				r.compare(&p, places, having, wanted)
			}
			for s := range p.runs {
				having[s] = append(having[s], len(places))
			}
			places = append(places, p)
		}
	}
}

// compare reports the first earlier text of the same role, of another question,
// that is much the same.
func (r *report) compare(p *place, places []place, having map[string][]int, wanted func(q *rubrics.Question) bool) {
	shared := map[int]int{}
	for s := range p.runs {
		for _, i := range having[s] {
			shared[i]++
		}
	}
	first := -1
	for i, n := range shared {
		o := &places[i]
		most := sameText
		if p.role == prompt {
			most = samePrompt
		}
		if o.q == p.q || o.role != p.role || float64(n)/float64(len(p.runs)+len(o.runs)-n) < most || !wanted(p.q) && !wanted(o.q) {
			continue
		}
		if first < 0 || i < first {
			first = i
		}
	}
	if first < 0 {
		return
	}
	at, other := p, &places[first]
	if !wanted(at.q) {
		at, other = other, at
	}
	r.add(at.q, twin, at.path, fmt.Sprintf("%s says nearly the same as %s of %s", at.path, other.path, other.q.ID), "each is written for one question: say what is particular to this one")
}
