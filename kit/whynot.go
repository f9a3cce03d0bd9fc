package kit

import (
	"fmt"
	"slices"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// The reasons why a question is not asked.
const (
	IsAsked      = "asked"      // it is
	Banned       = "banned"     // by the profile
	WrongLevel   = "level"      // it does not serve the seniority
	NoLanguage   = "language"   // it needs one that the profile does not name
	NoTechnology = "technology" // likewise
	NoRound      = "no-round"   // no round takes it
	EnemyAsked   = "enemy"      // a question that is asked gives it away, or the other way round
	TooLong      = "minutes"    // longer than every round that takes it
	PinsInTheWay = "pins"       // it does not fit beside what the profile pins
	RuleInTheWay = "rule"       // with it a round could not be as a round must be
	Displaced    = "displaced"  // the loop is worth more without it
	AsGood       = "as-good"    // the loop is worth as much with it
	SharedOut    = "shared-out" // the loop is worth more with it, but the opening's forms share the questions
	Better       = "better"     // the loop is worth more with it, which the search did not find
)

// Reasons returns every reason why a question is not asked.
func Reasons() []string {
	return []string{IsAsked, Banned, WrongLevel, NoLanguage, NoTechnology, NoRound, EnemyAsked, TooLong, PinsInTheWay, RuleInTheWay, Displaced, AsGood, SharedOut, Better}
}

// A WhyNot is why a question is not asked.
type WhyNot struct {
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Kind    string      `json:"kind"`
	Minutes int         `json:"minutes"`
	Reason  string      `json:"reason"`
	Message string      `json:"message"`           // the reason in words
	Hint    string      `json:"hint,omitempty"`    // a change of the profile with which it is, or may be, asked
	Rules   []RoundRule `json:"rules,omitempty"`   // what keeps it out of rounds
	Enemies []Placed    `json:"enemies,omitempty"` // that are asked
	Pins    []Placed    `json:"pins,omitempty"`    // each of which is in its way
	Instead *Instead    `json:"instead,omitempty"` // the loop with it
}

// A RoundRule is a rule that keeps a question out of some rounds.
type RoundRule struct {
	Rounds []string `json:"rounds"`
	Why    string   `json:"why"`
}

// An Instead is the best loop found that asks a question which the kit does not.
type Instead struct {
	Round     string   `json:"round"`     // in which it would be asked
	Objective Figure   `json:"objective"` // of that loop
	Loses     Figure   `json:"loses"`     // what the kit's own has more; below 0 what it has less
	Proved    bool     `json:"proved"`    // that every loop with it is worth less than the kit's
	Leave     []Placed `json:"leave"`     // questions that would leave
	Come      []Placed `json:"come"`      // that would come beside it
	Move      []Moved  `json:"move"`      // that would change their round
	Gaps      []string `json:"gaps"`      // that it would make
}

// whyNot says why a question of the bank is not asked.
func (x *explainer) whyNot(q *rubrics.Question) (WhyNot, error) {
	w := WhyNot{ID: q.ID, Title: q.Title, Kind: string(q.Kind), Minutes: q.Minutes}
	if at, ok := x.places[q.ID]; ok {
		w.Reason, w.Message = IsAsked, fmt.Sprintf("it is asked: question %d of round %s", at.asked.Order, diag.Quote(at.round))
		return w, nil
	}
	i := slices.IndexFunc(x.m.pool, func(o *rubrics.Question) bool { return o.ID == q.ID })
	if i < 0 {
		x.ineligible(&w, q)
		return w, nil
	}
	for _, r := range x.k.Rounds {
		for j := range r.Questions {
			if other := &r.Questions[j].Question; rubrics.Enemies(q, other) {
				w.Enemies = append(w.Enemies, Placed{other.ID, other.Title, r.Name})
			}
		}
	}
	return w, x.try(&w, i)
}

// ineligible names the rules that keep a question out of every round.
func (x *explainer) ineligible(w *WhyNot, q *rubrics.Question) {
	w.Hint = x.admitting(q)
	if list := bars(q, x.m.p, x.m.bank.Vocabulary); len(list) > 0 {
		var why []string
		for _, b := range list {
			why = append(why, b.why)
		}
		w.Reason, w.Message = list[0].rule, strings.Join(why, "; ")
		return
	}
	w.Reason, w.Message = NoRound, "no round takes it"
	for _, r := range x.m.rounds {
		w.rule(r.Name, ineligible(q, r, x.m.p, x.m.topics, x.m.bank.Vocabulary))
	}
}

// rule adds a rule of a round to those that are the same in others.
func (w *WhyNot) rule(round, why string) {
	for i := range w.Rules {
		if w.Rules[i].Why == why {
			w.Rules[i].Rounds = append(w.Rules[i].Rounds, round)
			return
		}
	}
	w.Rules = append(w.Rules, RoundRule{[]string{round}, why})
}

// admitting returns the change of the profile that makes a question eligible,
// which has been tried; "" when there is none.
func (x *explainer) admitting(q *rubrics.Question) string {
	p := *x.m.after(change{rounds: true}).p
	var changes []string
	if slices.Contains(p.Questions.Ban, q.ID) {
		p.Questions.Ban = slices.DeleteFunc(slices.Clone(p.Questions.Ban), func(id string) bool { return id == q.ID })
		changes = append(changes, "take it out of questions.ban")
	}
	if len(q.Languages) > 0 && !shares(q.Languages, p.Languages) {
		p.Languages = append(p.Languages, q.Languages[0])
		changes = append(changes, fmt.Sprintf("add %q to languages", q.Languages[0]))
	}
	if len(q.Technologies) > 0 && !shares(q.Technologies, p.Technologies) {
		p.Technologies = append(p.Technologies, q.Technologies[0])
		changes = append(changes, fmt.Sprintf("add %q to technologies", q.Technologies[0]))
	}
	_, isArea := x.m.bank.Vocabulary.Resolve(rubrics.SortArea, q.Area)
	if isArea && len(measures(q, &p, topicsOf(&p, p.Rounds, x.m.bank.Vocabulary))) == 0 {
		p.FocusAreas = append(p.FocusAreas, q.Area)
		changes = append(changes, fmt.Sprintf("add %q to focus_areas", q.Area))
	}
	topics := topicsOf(&p, p.Rounds, x.m.bank.Vocabulary)
	if !slices.ContainsFunc(p.Rounds, func(r profile.Round) bool {
		return ineligible(q, r, &p, topics, x.m.bank.Vocabulary) == ""
	}) {
		return ""
	}
	return diag.AllOf(changes)
}
