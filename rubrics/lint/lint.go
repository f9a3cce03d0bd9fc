// Package lint finds in questions what a machine can find beyond the form that
// reading a bank checks: words that say nothing, prompts that ask twice or
// answer themselves, subjects that no interviewer may touch, and questions
// that say what others say. A file for each check.
package lint

import (
	"cmp"
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
	"interviewkit/rubrics"
)

// A Finding is one thing that a check found in a question.
type Finding struct {
	diag.Fault
	Check  string   `json:"check"`
	ID     string   `json:"id"`
	Laws   []string `json:"laws,omitempty"`   // jurisdictions whose law it touches
	Source string   `json:"source,omitempty"` // of the rule, where it is law
}

// A text is one piece of a question that people read or hear.
type text struct {
	path  string
	words string
	role  role
}

// A role is what a text is for.
type role int

const (
	prompt role = iota
	ask         // a follow-up, probe or hint: spoken
	anchor      // an anchor or a bar: scored
	listen      // a signal, a flag, the purpose, the answer
)

// texts returns every text of a question.
func texts(q *rubrics.Question) []text {
	list := []text{{"prompt", q.Prompt, prompt}, {"purpose", q.Purpose, listen}, {"answer", q.Answer, listen}}
	if q.Hint != "" {
		list = append(list, text{"hint", q.Hint, ask})
	}
	each := func(key string, items []string, r role) {
		for i, s := range items {
			list = append(list, text{tomlpos.Elem(key, i), s, r})
		}
	}
	each("follow_ups", q.FollowUps, ask)
	each("probes", q.Probes, ask)
	each("strong_signals", q.StrongSignals, listen)
	each("red_flags", q.RedFlags, listen)
	for i, p := range q.Rated() {
		prefix := ""
		if len(q.Parts) > 0 {
			prefix = partPath(i)
		}
		for n, a := range p.Rubric.Anchors() {
			list = append(list, text{fmt.Sprintf("%srubric.%d", prefix, n+1), a, anchor})
		}
		for _, level := range q.Levels {
			if bar := p.Bar[level]; bar != "" {
				list = append(list, text{tomlpos.Key(prefix+"bar", level), bar, anchor})
			}
		}
	}
	return list
}

func partPath(i int) string { return tomlpos.Elem("part", i) + "." }

// A report is where checks put what they find.
type report struct {
	bank  *rubrics.Bank
	found []Finding
}

// add notes a finding, unless the question accepts the check with a reason.
func (r *report) add(q *rubrics.Question, check, path, msg, hint string) *Finding {
	if q.Accept[check] != "" {
		return new(Finding)
	}
	r.found = append(r.found, Finding{Fault: r.bank.Fault(q, path, q.ID+": "+msg, hint), Check: check, ID: q.ID})
	return &r.found[len(r.found)-1]
}

// checks of one question by itself, by the name under which a question may
// accept them.
func checks() map[string]func(r *report, q *rubrics.Question) {
	return map[string]func(r *report, q *rubrics.Question){
		"vague": vague, "asks-twice": asksTwice, "yes-or-no": yesOrNo, "leading": leading,
		"hard-to-hear": hardToHear, "gendered": gendered, "forbidden": forbidden, "echo": echo, "unfinished": unfinished,
	}
}

// Names returns the names of all checks, in order.
func Names() []string {
	names := []string{twin}
	for name := range checks() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Run checks the questions of a bank that wanted admits, those that say what
// others say against all. Findings come by file and place.
func Run(bank *rubrics.Bank, wanted func(q *rubrics.Question) bool) []Finding {
	r := &report{bank: bank, found: []Finding{}}
	all := checks()
	for i := range bank.Questions {
		q := &bank.Questions[i]
		if !wanted(q) {
			continue
		}
		r.accepted(q)
		for _, name := range Names() {
			if check := all[name]; check != nil {
				check(r, q)
			}
		}
	}
	twins(r, wanted)
	slices.SortStableFunc(r.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return r.found
}

// accepted reports what a question accepts that no check finds, or without a
// reason.
func (r *report) accepted(q *rubrics.Question) {
	for name, reason := range q.Accept {
		path := tomlpos.Key("accept", name)
		if !slices.Contains(Names(), name) {
			r.found = append(r.found, Finding{Fault: r.bank.Fault(q, path, fmt.Sprintf("%s: no check is named %s", q.ID, diag.Quote(name)), diag.DidYouMean(name, Names())), Check: "accept", ID: q.ID})
		} else if len(reason) < 10 {
			r.found = append(r.found, Finding{Fault: r.bank.Fault(q, path, q.ID+": a finding is accepted without a reason", "say in a sentence why it may stand"), Check: "accept", ID: q.ID})
		}
	}
}
