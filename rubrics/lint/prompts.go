package lint

import (
	"fmt"
	"regexp"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

// spoken returns the texts that are said to the candidate, the prompt first.
func spoken(q *rubrics.Question) (list []text) {
	for _, t := range texts(q) {
		if t.role == prompt || t.role == ask {
			list = append(list, t)
		}
	}
	return list
}

// questions returns the sentences that end in a question mark.
func questions(s string) (list []string) {
	for _, sentence := range sentences(s) {
		if strings.HasSuffix(sentence, "?") {
			list = append(list, sentence)
		}
	}
	return list
}

var askingClause = regexp.MustCompile(`(?i)(?:^|[,:] |\band |\bor )(?:how|why|what|which|when|where|who) [^,?]{3,}`)

// asksTwice finds prompts with two questions: candidates answer the one they
// like, and a rubric cannot tell which was asked.
func asksTwice(r *report, q *rubrics.Question) {
	asked := questions(q.Prompt)
	if len(asked) > 1 {
		r.add(q, "asks-twice", "prompt", fmt.Sprintf("the prompt asks %d questions", len(asked)), "keep one; the other is a follow-up")
	}
	for _, s := range asked {
		if m := askingClause.FindAllString(s, -1); len(m) > 1 {
			r.add(q, "asks-twice", "prompt", fmt.Sprintf("the prompt asks twice in one sentence: %s", diag.Quote(strings.TrimLeft(m[1], ",: "))), "make the second a follow-up")
		}
	}
}

var yesOrNoOpening = regexp.MustCompile(`^(?:[^,?]*, )?(?i:do|does|did|is|are|was|were|can|could|would|will|have|has|should|may|might) (?i:you|it|this|that|the|a|an|they|we|there|your|these|one)\b`)

// yesOrNo finds prompts that a word would answer.
func yesOrNo(r *report, q *rubrics.Question) {
	for _, s := range questions(q.Prompt) {
		if yesOrNoOpening.MatchString(s) {
			r.add(q, "yes-or-no", "prompt", fmt.Sprintf("yes or no would answer %s", diag.Quote(s)), "ask what, how or why")
		}
	}
}

var leadingWords = regexp.MustCompile(`(?i)(?:\bdon't you|isn't it|aren't you|wouldn't you|shouldn't we|surely|obviously|, of course|everyone knows|as you know|clearly,)`)

// leading finds what tells the candidate which answer is wanted.
func leading(r *report, q *rubrics.Question) {
	for _, t := range spoken(q) {
		if m := leadingWords.FindString(t.words); m != "" {
			r.add(q, "leading", t.path, fmt.Sprintf("%s leads to an answer", diag.Quote(m)), "leave it out")
		}
	}
}
