package lint

import (
	"fmt"
	"regexp"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

// A vague word stands in place of what one would see or hear, or praises how a
// thing is said; hint says what to write instead.
type vagueWord struct {
	re   *regexp.Regexp
	hint string
}

// vagueWords are the words, in the order in which they are looked for.
var vagueWords = []vagueWord{
	{anyOf(`(?:good|deep|strong|solid|thorough|basic|clear|great) (?:understanding|knowledge|grasp|answer|command|communication|skills?)`), "what does the candidate say or do that shows it"},
	{anyOf(`(?:understands|demonstrates|shows) (?:a |an )?(?:good|clear|deep|strong|excellent)`), "what does the candidate say or do that shows it"},
	{anyOf(`excellent|outstanding|impressive|superb`), "name what is added"},
	{anyOf(`(?:appropriate|adequate|proper|suitable)(?:ly)?`), "name the thing that would be right"},
	{anyOf(`confident(?:ly)?|articulate(?:s|ly)?|fluent(?:ly)?|polished|eloquent(?:ly)?|enthusias(?:m|tic|tically)`), "how a thing is said is not scored: say what is said"},
	{anyOf(`passionate|culture fit|cultural fit|rock ?star|ninja`), "a trait is not scored: say what is done"},
}

// anyOf matches one of some words, in any case.
func anyOf(words string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b(?:` + words + `)\b`) }

// vague finds anchors that could stand in any rubric.
func vague(r *report, q *rubrics.Question) {
	for _, v := range vagueWords {
		for _, t := range texts(q) {
			if word := v.re.FindString(t.words); word != "" && t.role == anchor {
				r.add(q, "vague", t.path, fmt.Sprintf("%s says nothing that one sees or hears", diag.Quote(word)), v.hint)
			}
		}
	}
}

var (
	genderedWords     = anyOf(`he or she|she or he|his or her|s/he|he/she|guys|manpower|man-?hours?|chairman|salesman|salesmen|foreman|mankind`)
	genderedCandidate = regexp.MustCompile(`(?i)\b(?:candidate|interviewee|applicant)\b[^.?!]*\b(?:he|she|his|her|him|hers)\b`)
)

// gendered finds words that make the candidate, or everyone, a man or a woman.
func gendered(r *report, q *rubrics.Question) {
	for _, t := range texts(q) {
		for _, re := range []*regexp.Regexp{genderedWords, genderedCandidate} {
			if word := re.FindString(t.words); word != "" {
				r.add(q, "gendered", t.path, fmt.Sprintf("%s makes a person a man or a woman", diag.Quote(word)), "they, their; people, person-hours, staff")
			}
		}
	}
}

// echo finds red flags that only repeat an anchor: they guide listening, and
// would score the same thing twice.
func echo(r *report, q *rubrics.Question) {
	for _, flag := range texts(q) {
		if !strings.HasPrefix(flag.path, "red_flags") {
			continue
		}
		for _, a := range texts(q) {
			if a.role == anchor && alike(shingles(flag.words), shingles(a.words)) > sameText {
				r.add(q, "echo", flag.path, "the red flag repeats "+a.path, "a flag is what to be wary of before any anchor is reached")
			}
		}
	}
}
