package kit

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/assemble"
	"interviewkit/rubrics"
)

// An Explanation says why a kit asks what it asks. All times are in minutes.
type Explanation struct {
	KitID     string        `json:"kit_id"`
	Title     string        `json:"title"`
	Seniority string        `json:"seniority"`
	Seed      int64         `json:"seed"`
	Questions int           `json:"questions"` // in the bank
	Eligible  int           `json:"eligible"`  // of them, for at least one round
	Rounds    []RoundReason `json:"rounds"`
	Topics    []TopicReason `json:"topics"`
	Objective Reached       `json:"objective"`
	Gaps      []Gap         `json:"gaps"`
	LeftOut   []string      `json:"left_out"` // default rounds for which nothing is eligible
	WhyNot    []WhyNot      `json:"why_not,omitempty"`
}

// A RoundReason is a round with what each of its questions is there for.
type RoundReason struct {
	Name            string        `json:"name"`
	Kind            string        `json:"kind"`
	Minutes         int           `json:"minutes"`
	QuestionMinutes int           `json:"question_minutes"`
	Used            int           `json:"used"`     // of the question minutes
	Eligible        int           `json:"eligible"` // questions
	Questions       []AskedReason `json:"questions"`
}

// An AskedReason is a question that is asked and what the loop has by it.
type AskedReason struct {
	Order    int        `json:"order"`
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Kind     string     `json:"kind"`
	Minutes  int        `json:"minutes"`
	DropRank int        `json:"drop_rank"`
	Pinned   bool       `json:"pinned"`
	Measures []Measured `json:"measures"`
	Adds     Added      `json:"adds"`
}

// A Measured is how many minutes of a question count for a topic.
type Measured struct {
	Topic   string `json:"topic"`
	Minutes int    `json:"minutes"`
}

// An Added is what a loop loses when one question, and nothing else, is taken
// out: of the three objectives, and in looks.
type Added struct {
	Figure
	OnlyLook   []string `json:"only_look"`   // topics that then have no look
	SecondLook []string `json:"second_look"` // named areas and languages that then have looks in one round only
}

// A Figure is the three objectives, or a difference of them.
type Figure struct {
	Covered  int `json:"covered"`
	TwoLooks int `json:"two_looks"`
	Value    int `json:"value"`
}

func (f Figure) minus(g Figure) Figure {
	return Figure{f.Covered - g.Covered, f.TwoLooks - g.TwoLooks, f.Value - g.Value}
}

// A TopicReason is a topic with how many eligible questions measure it.
type TopicReason struct {
	Topic
	Eligible int `json:"eligible"`
}

// A Reached is a kit's objective beside what there was to reach.
type Reached struct {
	Objective
	CoveredOf  int     `json:"covered_of"`   // the weight of all topics
	TwoLooksOf int     `json:"two_looks_of"` // the weight of all named areas and languages
	GapPercent float64 `json:"gap_percent"`  // by which value may be short of the best, in per cent of it, to one decimal
}

// Explain says why a kit asks what it asks, and why the questions with the ids
// in whyNot are not asked. The questions of a saved kit stand as they were
// saved; those it does not ask are judged by bank. Ids that no question has
// come back as diag.Faults.
func Explain(k *Kit, bank *rubrics.Bank, whyNot ...string) (*Explanation, error) {
	x, err := newExplainer(k, bank)
	if err != nil {
		return nil, err
	}
	e := &Explanation{
		KitID: k.KitID, Title: k.Profile.Title, Seniority: k.Profile.Seniority, Seed: k.Seed,
		Questions: len(x.m.bank.Questions), Eligible: len(x.m.pool),
		Rounds: x.rounds(), Topics: x.topics(), Objective: k.reached(),
		Gaps: slices.Clone(k.Gaps), LeftOut: append([]string{}, k.LeftOut...),
	}
	var faults diag.Faults
	for i, id := range whyNot {
		if slices.Index(whyNot, id) < i {
			continue
		}
		q, ok := x.m.bank.Question(id)
		if !ok {
			msg, hint := x.m.bank.Unknown(id)
			faults = append(faults, diag.Fault{Msg: msg, Hint: hint})
			continue
		}
		why, err := x.whyNot(q)
		if err != nil {
			return nil, err
		}
		e.WhyNot = append(e.WhyNot, why)
	}
	return e, faults.Err()
}

// explainer holds a kit beside all that it could have asked.
type explainer struct {
	k       *Kit
	m       *maker
	problem *assemble.Problem
	choice  assemble.Choice // the kit's own
	places  map[string]place
}

// newExplainer states anew the problem that a kit is a solution of, with its
// own questions as they are asked.
func newExplainer(k *Kit, bank *rubrics.Bank) (*explainer, error) {
	var asked []rubrics.Question
	for _, r := range k.Rounds {
		for _, q := range r.Questions {
			asked = append(asked, q.Question)
		}
	}
	whole := bank.With(k.words(bank.Vocabulary), asked)
	m, err := newMaker(k.Name, &k.Profile, whole, k.Seed)
	if err != nil {
		return nil, fmt.Errorf("explain the kit: %w", err)
	}
	x := &explainer{k: k, m: m, problem: m.problem()}
	x.places, _ = places(k)
	for _, q := range x.m.pool {
		// Out is what no round's name has for its index
		x.choice = append(x.choice, slices.IndexFunc(k.Rounds, func(r Round) bool { return r.Name == x.places[q.ID].round }))
	}
	return x, nil
}

func (x *explainer) rounds() []RoundReason {
	problem, choice := x.k.asProblem()
	whole := problem.Evaluate(choice)
	rounds, at := []RoundReason{}, 0
	for r := range x.k.Rounds {
		round := &x.k.Rounds[r]
		reason := RoundReason{
			Name: round.Name, Kind: round.Kind, Minutes: round.Minutes, QuestionMinutes: round.QuestionMinutes,
			Used: round.Used(), Eligible: x.eligibleIn(r), Questions: []AskedReason{},
		}
		for i := range round.Questions {
			choice[at] = assemble.Out
			loss := Figure(whole).minus(Figure(problem.Evaluate(choice)))
			choice[at] = r
			at++
			reason.Questions = append(reason.Questions, x.k.asked(round, &round.Questions[i], loss))
		}
		rounds = append(rounds, reason)
	}
	return rounds
}

func (x *explainer) eligibleIn(round int) (n int) {
	for _, options := range x.m.options {
		if slices.Contains(options, round) {
			n++
		}
	}
	return n
}

// asked says what a question of a round is there for; loss is what the loop
// lacks without it.
func (k *Kit) asked(r *Round, q *Asked, loss Figure) AskedReason {
	a := AskedReason{
		Order: q.Order, ID: q.ID, Title: q.Title, Kind: string(q.Kind), Minutes: q.Minutes, DropRank: q.DropRank, Pinned: q.Pinned,
		Measures: []Measured{}, Adds: Added{Figure: loss, OnlyLook: []string{}, SecondLook: []string{}},
	}
	here := k.MinutesIn(r)
	for _, m := range measures(&q.Question, &k.Profile, k.Topics) {
		t := &k.Topics[m.topic]
		a.Measures = append(a.Measures, Measured{t.Topic, m.minutes})
		if here[m.topic] < lookMinutes || here[m.topic]-m.minutes >= lookMinutes {
			continue // the round has no look, or keeps it
		}
		switch {
		case len(t.Looks) == 1:
			a.Adds.OnlyLook = append(a.Adds.OnlyLook, t.Topic)
		case len(t.Looks) == 2 && t.wantsTwo():
			a.Adds.SecondLook = append(a.Adds.SecondLook, t.Topic)
		}
	}
	return a
}

func (x *explainer) topics() []TopicReason {
	reasons := []TopicReason{}
	for i, t := range x.k.Topics {
		reason := TopicReason{Topic: t}
		for _, q := range x.problem.Questions {
			if slices.ContainsFunc(q.Measures, func(m assemble.Measure) bool { return m.Topic == i }) {
				reason.Eligible++
			}
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

func (k *Kit) reached() Reached {
	r := Reached{Objective: k.Objective}
	for i := range k.Topics {
		t := &k.Topics[i]
		r.CoveredOf += t.Weight
		if t.wantsTwo() {
			r.TwoLooksOf += t.Weight
		}
	}
	r.GapPercent = k.Objective.GapPercent()
	return r
}
