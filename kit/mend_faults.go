package kit

import (
	"errors"
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// The kinds of faults: what keeps a profile from having a kit.
const (
	emptyRound    = "empty-round"    // nothing is eligible for it, or nothing that fits
	nothing       = "nothing"        // nothing is eligible for any round
	ineligiblePin = "ineligible-pin" // no round may ask it
	enemyPins     = "enemy-pins"     // two that give each other away
	crowdedPins   = "crowded-pins"   // they do not fit
	crowdedRounds = "crowded-rounds" // what is eligible does not fill them
	infeasible    = "infeasible"     // one of the last two, not looked into
)

// A fault is something that keeps a profile from having a kit.
type fault struct {
	lack
	msg string
}

func faulty(kind string) bool {
	return !slices.Contains([]string{NoLook, OneLook, NotFull, NoMain}, kind)
}

func lacksOf(faults []fault) (lacks []lack) {
	for _, f := range faults {
		lacks = append(lacks, f.lack)
	}
	return lacks
}

// tell returns faults for people, each with the smallest change that does away
// with it, and what is at fault besides them, if anything is.
func (m *maker) tell(faults []fault) error {
	rest, behind := m.besides(lacksOf(faults))
	advice := newMender(m, lacksOf(append(slices.Clone(faults), behind...))).advise(lacksOf(faults), nil)
	if len(behind) > 0 {
		advice = append(advice, newMender(rest, lacksOf(behind)).advise(lacksOf(behind), nil)...)
	}
	var told diag.Faults
	for i, f := range append(faults, behind...) {
		d := m.p.Fault(m.path(f.lack), f.msg, advice[i].text)
		if d.File == "" {
			d.File = m.file
		}
		told = append(told, d)
	}
	return told.Err()
}

// path is where in the profile a fault lies: the last of its pins, or the first
// of its rounds.
func (m *maker) path(l lack) string {
	switch {
	case len(l.pins) > 0:
		return tomlpos.Elem("questions.pin", slices.Index(m.p.Questions.Pin, l.pins[len(l.pins)-1]))
	case len(l.rounds) > 0:
		return tomlpos.Elem("rounds", m.roundAt(l.rounds[0]))
	}
	return ""
}

// roundFaults reports rounds for which nothing is eligible, or nothing that
// fits.
func (m *maker) roundFaults(filled []bool) (faults []fault) {
	for r, ok := range filled {
		round := m.rounds[r]
		switch {
		case !ok:
			faults = append(faults, fault{lack{kind: emptyRound, rounds: []string{round.Name}},
				fmt.Sprintf("round %s: no %s question is eligible", diag.Quote(round.Name), round.Kind)})
		case !slices.ContainsFunc(m.pool, func(q *rubrics.Question) bool { return m.fits(q, r) && m.mayAsk(q, r) }):
			faults = append(faults, m.crowdOfRounds([]int{r}))
		}
	}
	return faults
}

// pinFaults reports pinned questions that no round may ask, that are too long
// for every round, and that give each other away.
func (m *maker) pinFaults() (faults []fault) {
	for i, id := range m.p.Questions.Pin {
		q, _ := m.bank.Question(id)
		at := slices.Index(m.pool, q)
		if at < 0 {
			faults = append(faults, fault{lack{kind: ineligiblePin, pins: []string{id}},
				fmt.Sprintf("pinned question %s is not eligible: %s", diag.Quote(id), m.whyNot(q))})
			continue
		}
		if !slices.ContainsFunc(m.options[at], func(r int) bool { return m.fits(q, r) }) {
			faults = append(faults, m.crowd([]string{id}))
		}
		for _, other := range m.p.Questions.Pin[:i] {
			if o, _ := m.bank.Question(other); rubrics.Enemies(o, q) {
				faults = append(faults, fault{lack{kind: enemyPins, pins: []string{other, id}},
					fmt.Sprintf("pinned questions %s and %s give each other away", diag.Quote(other), diag.Quote(id))})
			}
		}
	}
	return faults
}

// whyNot returns which rule keeps a question out of every round: that of a
// round that takes its kind, where there is one.
func (m *maker) whyNot(q *rubrics.Question) string {
	why := barred(q, m.p, m.bank.Vocabulary)
	for _, r := range m.rounds {
		if why == "" || slices.Contains(admits(r.Kind), q.Kind) {
			why = ineligible(q, r, m.p, m.topics, m.bank.Vocabulary)
		}
		if slices.Contains(admits(r.Kind), q.Kind) {
			break
		}
	}
	return why
}

// crowd is the fault of pins that do not fit, placed at the last of them.
func (m *maker) crowd(pins []string) fault {
	var list []string
	var rounds []int
	knowledge, minutes := true, 0
	for _, id := range pins {
		q, _ := m.bank.Question(id)
		minutes += q.Minutes
		list = append(list, fmt.Sprintf("%s (%d minutes)", diag.Quote(id), q.Minutes))
		rounds = append(rounds, m.options[slices.Index(m.pool, q)]...)
		knowledge = knowledge && q.Kind == rubrics.Knowledge
	}
	msg := pinned(list) + " does not fit"
	if len(pins) > 1 {
		msg = pinned(list) + " do not fit together"
	}
	if len(pins) > 2*maxNamed {
		msg = fmt.Sprintf("%d of the pinned questions, of %d minutes in all, do not fit together", len(pins), minutes)
	}
	slices.Sort(rounds)
	return fault{lack{kind: crowdedPins, pins: pins}, msg + ": " + m.room(slices.Compact(rounds), knowledge)}
}

// room says how many minutes rounds have for questions, or for knowledge
// questions where only these count.
func (m *maker) room(rounds []int, knowledge bool) string {
	var list []string
	for _, r := range rounds {
		minutes, what := m.limits(m.rounds[r]).Budget, "questions"
		if knowledge && m.rounds[r].Kind != profile.Screen {
			minutes, what = m.limits(m.rounds[r]).Knowledge, "knowledge questions"
		}
		list = append(list, fmt.Sprintf("round %s has %d minutes for %s", diag.Quote(m.rounds[r].Name), minutes, what))
	}
	return diag.AllOf(list)
}

// besides returns what is at fault besides some faults, if anything is: what
// has no loop even without the pins and rounds they are about.
func (m *maker) besides(faults []lack) (rest *maker, behind []fault) {
	rest = m.after(change{rounds: true, alter: func(p *profile.Profile) {
		for _, f := range faults {
			if len(f.pins) > 0 {
				p.Questions.Pin = slices.DeleteFunc(p.Questions.Pin, func(id string) bool { return id == f.pins[len(f.pins)-1] })
			}
			p.Rounds = slices.DeleteFunc(p.Rounds, func(r profile.Round) bool { return slices.Contains(f.rounds, r.Name) })
		}
	}})
	if len(rest.p.Rounds) == 0 || len(rest.eligible()) > 0 {
		return rest, nil
	}
	if assemble.Feasible(rest.problem()) == nil {
		return rest, nil
	}
	return rest, []fault{rest.conflict()}
}

// conflict says what it is that has no loop: the pins, or the rounds, none of
// which can be taken away without there being one.
func (m *maker) conflict() fault {
	without := func(pins []string) error {
		other := m.after(change{alter: func(p *profile.Profile) { p.Questions.Pin = pins }})
		other.eligible() // without faults, as it was with more pins
		return assemble.Feasible(other.problem())
	}
	if without(nil) != nil {
		return m.crowdOfRounds(m.rivals())
	}
	f := m.crowd(least(m.p.Questions.Pin, func(some []string) bool { return without(some) != nil }))
	var inf *assemble.Infeasible
	if errors.As(without(f.pins), &inf) && inf.Question == assemble.Out && inf.Round != assemble.Out {
		f.msg = fmt.Sprintf("with %s nothing is left for round %s", pinned(quotes(f.pins)), diag.Quote(m.rounds[inf.Round].Name))
	}
	return f
}

// rivals returns the rounds that cannot each have a question, none too many.
func (m *maker) rivals() []int {
	all := make([]int, len(m.rounds))
	for r := range all {
		all[r] = r
	}
	p := m.problem()
	return least(all, func(some []int) bool {
		return len(some) > 0 && assemble.Feasible(within(p, some)) != nil
	})
}

// least takes from a list what can be taken so that it still holds.
func least[T any](list []T, holds func(some []T) bool) []T {
	for i := 0; i < len(list); {
		if rest := slices.Delete(slices.Clone(list), i, i+1); holds(rest) {
			list = rest
		} else {
			i++
		}
	}
	return list
}

// pinned names pinned questions.
func pinned(list []string) string {
	if len(list) == 1 {
		return "pinned question " + list[0]
	}
	return "pinned questions " + diag.AllOf(list)
}

func quotes(list []string) []string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = diag.Quote(s)
	}
	return quoted
}

// maxNamed is how many questions a message names.
const maxNamed = 3

// crowdOfRounds is the fault of rounds that cannot each have a question.
func (m *maker) crowdOfRounds(rounds []int) fault {
	f := fault{lack: lack{kind: crowdedRounds}}
	if len(rounds) == 1 {
		f.kind = emptyRound
	}
	for _, r := range rounds {
		f.rounds = append(f.rounds, m.rounds[r].Name)
	}
	var ids []string
	for i, q := range m.pool {
		if slices.ContainsFunc(rounds, func(r int) bool { return slices.Contains(m.options[i], r) }) {
			ids = append(ids, q.ID)
		}
	}
	eligible := fmt.Sprintf("%d questions are eligible", len(ids))
	switch {
	case len(ids) == 1:
		eligible = quotes(ids)[0] + " is eligible"
	case len(ids) <= maxNamed:
		eligible = diag.AllOf(quotes(ids)) + " are eligible"
	}
	if len(rounds) > 1 {
		f.msg = fmt.Sprintf("rounds %s cannot each have a question: for them only %s", diag.AllOf(quotes(f.rounds)), eligible)
		return f
	}
	limits := m.limits(m.rounds[rounds[0]])
	f.msg = fmt.Sprintf("round %s: %s, and none fits: it has %d minutes for questions", quotes(f.rounds)[0], eligible, limits.Budget)
	if m.rounds[rounds[0]].Kind != profile.Screen {
		f.msg += fmt.Sprintf(", %d of them for knowledge", limits.Knowledge)
	}
	return f
}

// within returns the problem of some of its rounds, without pins.
func within(p *assemble.Problem, rounds []int) *assemble.Problem {
	q := &assemble.Problem{Topics: p.Topics, Seed: p.Seed}
	for _, r := range rounds {
		q.Rounds = append(q.Rounds, p.Rounds[r])
	}
	place := map[int]int{}
	for i, question := range p.Questions {
		question.Pinned, question.Options = false, slices.Clone(question.Options)
		question.Options = slices.DeleteFunc(question.Options, func(o assemble.Option) bool { return !slices.Contains(rounds, o.Round) })
		for j := range question.Options {
			question.Options[j].Round = slices.Index(rounds, question.Options[j].Round)
		}
		if len(question.Options) > 0 {
			place[i] = len(q.Questions)
			q.Questions = append(q.Questions, question)
		}
	}
	for _, e := range p.Enemies {
		a, okA := place[e[0]]
		b, okB := place[e[1]]
		if okA && okB {
			q.Enemies = append(q.Enemies, [2]int{a, b})
		}
	}
	return q
}
