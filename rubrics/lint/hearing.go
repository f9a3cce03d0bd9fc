package lint

import (
	"fmt"
	"strings"
	"unicode"

	"interviewkit/rubrics"
)

// Limits of what a second-language listener follows at first hearing. Reading
// ease is Flesch's (A new readability yardstick, Journal of Applied Psychology
// 32, 1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word. From 30
// to 50 he calls a text difficult; words such as "database" cannot be helped.
const (
	leastEase    = 40
	mostWords    = 34 // of a sentence
	fewestToRate = 25 // words, below which the figure says little
)

// hardToHear finds prompts with long sentences and long words.
func hardToHear(r *report, q *rubrics.Question) {
	words, syllables, n := 0, 0, 0
	for _, s := range sentences(q.Prompt) {
		list := strings.Fields(s)
		n++
		words += len(list)
		for _, w := range list {
			syllables += syllablesOf(w)
		}
		if len(list) > mostWords {
			r.add(q, "hard-to-hear", "prompt", fmt.Sprintf("a sentence of the prompt has %d words; at most %d can be followed at first hearing", len(list), mostWords), "make two of it")
		}
	}
	if words < fewestToRate {
		return
	}
	ease := 206.835 - 1.015*float64(words)/float64(n) - 84.6*float64(syllables)/float64(words)
	if ease < leastEase {
		r.add(q, "hard-to-hear", "prompt", fmt.Sprintf("the prompt's reading ease is %.0f; at least %d can be followed at first hearing", ease, leastEase), "shorter sentences and plainer words; the question itself need not be easier")
	}
}

// sentences splits a text at full stops, question and exclamation marks, and
// colons.
func sentences(s string) (list []string) {
	s = strings.Join(strings.Fields(s), " ")
	from := 0
	for i, c := range s {
		end := i+1 == len(s) || s[i+1] == ' '
		if strings.ContainsRune(".?!:;", c) && end || i+1 == len(s) {
			if t := strings.TrimSpace(s[from : i+len(string(c))]); t != "" {
				list = append(list, t)
			}
			from = i + len(string(c))
		}
	}
	return list
}

// syllablesOf counts groups of vowels, without a silent e at the end; a figure
// counts as three, as most are when they are said.
func syllablesOf(word string) int {
	if strings.ContainsFunc(word, unicode.IsDigit) {
		return 3
	}
	w := strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
	n, vowel := 0, false
	for _, r := range w {
		is := strings.ContainsRune("aeiouy", r)
		if is && !vowel {
			n++
		}
		vowel = is
	}
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") && n > 1 {
		n--
	}
	return max(1, n)
}
