package kit

import (
	"errors"
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
)

// try makes the loop that asks the question at an index of the pool, and says
// what comes of it.
func (x *explainer) try(w *WhyNot, i int) error {
	s, bound, err := x.forced(i)
	var inf *assemble.Infeasible
	switch {
	case errors.As(err, &inf):
		x.impossible(w, i, inf)
		return nil
	case err != nil:
		return fmt.Errorf("explain %s: %w", w.ID, err)
	}
	w.Hint = fmt.Sprintf("to have it asked all the same, add %q to questions.pin", w.ID)
	w.Instead = x.instead(s, i)
	w.Instead.Proved = bound != assemble.Figure{} && bound.Less(x.now())
	w.weigh(Figure(x.now()), x.mainless(s), len(x.k.Forms))
	return nil
}

// now is what the kit reaches.
func (x *explainer) now() assemble.Figure {
	o := x.k.Objective
	return assemble.Figure{Covered: o.Covered, TwoLooks: o.TwoLooks, Value: o.Value}
}

// instead compares the kit with a loop that asks the question at an index of
// the pool.
func (x *explainer) instead(s *assemble.Solution, i int) *Instead {
	other := &Kit{Profile: x.k.Profile, Topics: slices.Clone(x.m.topics), Rounds: x.m.chosen(s)}
	other.settle(x.m.bank.Vocabulary)
	d := &Instead{
		Round: x.m.rounds[s.Choice[i]].Name, Objective: Figure(s.Figure), Loses: Figure(x.now()).minus(Figure(s.Figure)),
		Leave: []Placed{}, Come: []Placed{}, Move: []Moved{}, Gaps: []string{},
	}
	change := Compare(x.k, other)
	d.Leave = append(d.Leave, change.Out...)
	for _, p := range change.In {
		if p.ID != x.m.pool[i].ID {
			d.Come = append(d.Come, p)
		}
	}
	for _, m := range change.Moved {
		if m.From != m.To {
			d.Move = append(d.Move, m)
		}
	}
	for _, g := range other.shortfalls() {
		if !slices.ContainsFunc(x.k.Gaps, func(has Gap) bool { return has.Kind == g.Kind && has.Topic == g.Topic && has.Round == g.Round }) {
			d.Gaps = append(d.Gaps, g.Message)
		}
	}
	return d
}

// weigh says why a question is not asked, given what the kit reaches, the
// rounds that would lose their main kind of question to it, and how many forms
// the opening has: their questions are shared out, so that none is the best.
func (w *WhyNot) weigh(now Figure, mainless []profile.Round, forms int) {
	with := fmt.Sprintf("with it, %s", now.against(w.Instead.Objective))
	switch d := assemble.Figure(w.Instead.Loses); {
	case len(w.Enemies) > 0:
		w.Reason, w.Message = EnemyAsked, fmt.Sprintf("%s would give each other away; %s", w.enemies(), with)
	case len(mainless) > 0:
		w.Reason, w.Message = RuleInTheWay, fmt.Sprintf("with it, too little of round %s would be left for %s questions, which take at least half of it", diag.Quote(mainless[0].Name), mainKind(mainless[0].Kind))
	case d == assemble.Figure{}:
		w.Reason, w.Message = AsGood, "the loop is worth exactly as much with it: the seed decided"
	case d.Less(assemble.Figure{}) && forms > 0:
		w.Reason, w.Message = SharedOut, fmt.Sprintf("the questions are shared out among %d forms; %s", forms, with)
	case d.Less(assemble.Figure{}):
		w.Reason, w.Message = Better, "the kit is not the best there is: "+with
	default:
		w.Reason, w.Message = Displaced, "others are worth more: "+with
	}
}

// enemies names the question and its enemies as the subject of a sentence.
func (w *WhyNot) enemies() string {
	list := []string{"it"}
	for _, e := range w.Enemies {
		list = append(list, fmt.Sprintf("%s, asked in round %s,", e.ID, diag.Quote(e.Round)))
	}
	return diag.AllOf(list)
}

// against says in words what decides between two loops: the first objective in
// which the other differs.
func (f Figure) against(other Figure) string {
	switch {
	case f.Covered != other.Covered:
		return fmt.Sprintf("the loop covers %d instead of %d of the topics' weight", other.Covered, f.Covered)
	case f.TwoLooks != other.TwoLooks:
		return fmt.Sprintf("the loop has two looks at %d instead of %d of the topics' weight", other.TwoLooks, f.TwoLooks)
	case f.Value != other.Value:
		return fmt.Sprintf("the loop's value is %d instead of %d", other.Value, f.Value)
	}
	return "the loop is worth exactly as much"
}

// mainless returns the rounds that lack their main kind of question in a
// solution and do not in the kit.
func (x *explainer) mainless(s *assemble.Solution) (list []profile.Round) {
	for _, r := range s.NoMain {
		round := x.m.rounds[r]
		if !slices.ContainsFunc(x.k.Gaps, func(g Gap) bool { return g.Kind == NoMain && g.Round == round.Name }) {
			list = append(list, round)
		}
	}
	return list
}

// impossible says what keeps every loop from asking the question at an index
// of the pool.
func (x *explainer) impossible(w *WhyNot, i int, inf *assemble.Infeasible) {
	if inf.Other != assemble.Out && len(w.Enemies) > 0 {
		w.Reason, w.Message = EnemyAsked, fmt.Sprintf("%s would give each other away, and the profile pins the other", w.enemies())
		w.Hint = fmt.Sprintf("take %s out of questions.pin", diag.Quote(w.Enemies[0].ID))
		return
	}
	tooLong := x.tooLong(w, i)
	w.Hint = x.lengthening(i)
	if tooLong {
		w.Reason, w.Message = TooLong, "it takes longer than any of its rounds allows"
		return
	}
	var pins []Placed
	for j, q := range x.problem.Questions {
		if !q.Pinned {
			continue
		}
		at := x.places[q.ID]
		pins = append(pins, Placed{q.ID, at.asked.Title, at.round})
		if assemble.Feasible(x.pinning(i, j)) == nil {
			w.Pins = append(w.Pins, pins[len(pins)-1])
		}
	}
	switch {
	case len(w.Pins) > 0:
		w.Reason, w.Message = PinsInTheWay, "it does not fit beside what the profile pins"
	case len(pins) > 1:
		w.Reason, w.Message, w.Pins = PinsInTheWay, "it does not fit beside what the profile pins, whichever one pin is taken out", pins
	case inf.Round != assemble.Out:
		w.Reason, w.Message = RuleInTheWay, fmt.Sprintf("with it, no question would be left for round %s", diag.Quote(x.m.rounds[inf.Round].Name))
	default:
		w.Reason, w.Message = RuleInTheWay, "no loop with it keeps every rule"
	}
}

// tooLong tells of each round that takes a question what minutes it has for
// it, and reports whether none has enough even without pins.
func (x *explainer) tooLong(w *WhyNot, i int) bool {
	q, all := &x.problem.Questions[i], true
	for _, o := range q.Options {
		round, pinned := x.problem.Rounds[o.Round], 0
		for _, asked := range x.k.Rounds[o.Round].Questions {
			if asked.Pinned {
				pinned += asked.Minutes
			}
		}
		var why string
		switch {
		case q.Minutes > round.Budget:
			why = fmt.Sprintf("it takes %d minutes, and the round has %d for questions", q.Minutes, round.Budget)
		case q.Knowledge && !o.Free && q.Minutes > round.Knowledge:
			why = fmt.Sprintf("it takes %d minutes, and knowledge at most %d of the round", q.Minutes, round.Knowledge)
		default:
			all = false
			why = fmt.Sprintf("it takes %d minutes, and pins leave %d of the round's %d free", q.Minutes, round.Budget-pinned, round.Budget)
		}
		w.rule(x.k.Rounds[o.Round].Name, why)
	}
	return all
}

// lengthening returns the least lengthening of a round with which a question
// can be asked, which has been tried; "" when there is none.
func (x *explainer) lengthening(i int) string {
	var changes []change
	for _, o := range x.problem.Questions[i].Options {
		changes = append(changes, longer(x.m.rounds[o.Round])...)
	}
	for _, c := range bySize(changes) {
		other := x.m.after(c)
		other.p.Questions.Pin = append(other.p.Questions.Pin, x.m.pool[i].ID)
		if len(other.eligible()) == 0 && assemble.Feasible(other.problem()) == nil {
			return x.m.told(c).text + " and pin it"
		}
	}
	return ""
}
