package kit

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// Options is what a kit depends on besides its profile and the bank.
type Options struct {
	Name    string // the kit's name
	Version string // the program's
	Seed    int64
}

// Make assembles the kit of a profile. What makes it impossible comes back as
// diag.Faults named after file.
func Make(file string, p *profile.Profile, bank *rubrics.Bank, o Options) (*Kit, error) {
	m := &maker{file: file, p: p, bank: bank, seed: o.Seed}
	if err := m.eligible(); err != nil {
		return nil, err
	}
	solution, err := assemble.Solve(m.problem())
	if err != nil {
		return nil, m.explain(err)
	}
	k := m.kit(solution, o)
	k.Gaps = m.gaps(k)
	return k, k.identify()
}

// kit returns the kit of a solution, but for its gaps and id.
func (m *maker) kit(s *assemble.Solution, o Options) *Kit {
	k := &Kit{
		Name: o.Name, Version: o.Version, Seed: o.Seed, Form: letters[:1], Bank: m.bank.Hash,
		Profile: *m.p, Topics: slices.Clone(m.topics), LeftOut: m.leftOut,
		Objective: Objective{
			Covered: s.Figure.Covered, TwoLooks: s.Figure.TwoLooks, Value: s.Figure.Value,
			Bound: Bound(s.Bound), Optimal: s.Optimal,
		},
	}
	k.Profile.Rounds = m.rounds
	k.Rounds = m.chosen(s)
	k.settle(m.bank.Vocabulary)
	return k
}

// settle puts each round in order, ranks what is dropped first, and fills in
// what follows from the questions.
func (k *Kit) settle(v *rubrics.Vocabulary) {
	for r := range k.Rounds {
		sortRound(&k.Rounds[r])
	}
	k.tally()
	k.rankDrops()
}

// maker is the way from a profile to a problem and back.
type maker struct {
	file     string
	p        *profile.Profile
	bank     *rubrics.Bank
	seed     int64
	gapCount int // of the kit whose gaps are being mended
	rounds   []profile.Round
	leftOut  []string
	topics   []Topic
	pool     []*rubrics.Question // eligible for at least one round
	options  [][]int             // of each in pool, its rounds
}

// eligible finds the rounds of each question; default rounds for which nothing
// is eligible are left out.
func (m *maker) eligible() error {
	m.rounds = m.p.Rounds
	for {
		m.topics = topicsOf(m.p, m.rounds, m.bank.Vocabulary)
		m.pool, m.options = nil, nil
		filled := make([]bool, len(m.rounds))
		for i := range m.bank.Questions {
			q := &m.bank.Questions[i]
			var options []int
			for r, round := range m.rounds {
				if ineligible(q, round, m.p, m.topics, m.bank.Vocabulary) == "" {
					options = append(options, r)
					filled[r] = true
				}
			}
			if len(options) > 0 {
				m.pool, m.options = append(m.pool, q), append(m.options, options)
			}
		}
		empty := slices.Index(filled, false)
		if empty < 0 {
			return m.pinFaults().Err()
		}
		if !m.p.DefaultPlan {
			return m.emptyRounds(filled).Err()
		}
		m.leftOut = append(m.leftOut, m.rounds[empty].Name)
		m.rounds = slices.Delete(slices.Clone(m.rounds), empty, empty+1)
		if len(m.rounds) == 0 {
			return diag.Faults{{File: m.file, Msg: "no question is eligible for any round", Hint: "name more topics, or add a bank of your own with --bank"}}
		}
	}
}

func (m *maker) emptyRounds(filled []bool) (faults diag.Faults) {
	for r, ok := range filled {
		if !ok {
			round := m.rounds[r]
			faults = append(faults, m.p.Fault(tomlpos.Elem("rounds", r), fmt.Sprintf("round %s: no %s question is eligible", diag.Quote(round.Name), round.Kind), m.roundHint(round)))
		}
	}
	return faults
}

// roundHint says what would give an empty round its first question.
func (m *maker) roundHint(round profile.Round) string {
	count := func(r profile.Round, topics []Topic) (n int) {
		for i := range m.bank.Questions {
			if ineligible(&m.bank.Questions[i], r, m.p, topics, m.bank.Vocabulary) == "" {
				n++
			}
		}
		return n
	}
	open := round
	open.FocusAreas = nil
	if n := count(open, m.topics); n > 0 && len(round.FocusAreas) > 0 {
		return fmt.Sprintf("without its focus_areas the round has %d", n)
	}
	var areas []string
	for _, w := range m.bank.Vocabulary.Areas {
		if count(open, append(slices.Clone(m.topics), Topic{Topic: w.Name, Sort: string(rubrics.SortArea)})) > 0 {
			areas = append(areas, w.Name)
		}
	}
	if len(areas) > 0 {
		return "add one of these to the profile's focus_areas: " + diag.AllOf(areas)
	}
	return "leave the round out, or add questions with --bank"
}

// pinFaults reports pinned questions that no round may ask.
func (m *maker) pinFaults() (faults diag.Faults) {
	for i, id := range m.p.Questions.Pin {
		if slices.ContainsFunc(m.pool, func(q *rubrics.Question) bool { return q.ID == id }) {
			continue
		}
		q, _ := m.bank.Question(id)
		why := barred(q, m.p)
		for _, r := range m.rounds {
			if why == "" {
				why = ineligible(q, r, m.p, m.topics, m.bank.Vocabulary)
			}
			if slices.Contains(admits(r.Kind), q.Kind) {
				why = ineligible(q, r, m.p, m.topics, m.bank.Vocabulary)
				break
			}
		}
		faults = append(faults, m.p.Fault(pinPath(i), fmt.Sprintf("pinned question %s is not eligible: %s", diag.Quote(id), why), "take it out of questions.pin"))
	}
	return faults
}

func (m *maker) problem() *assemble.Problem {
	p := &assemble.Problem{Seed: strconv.FormatInt(m.seed, 10)}
	p.Topics = modelTopics(m.topics)
	for _, r := range m.rounds {
		p.Rounds = append(p.Rounds, m.limits(r))
	}
	for i, q := range m.pool {
		question := modelQuestion(q, m.p, m.topics)
		for _, r := range m.options[i] {
			kind := m.rounds[r].Kind
			question.Options = append(question.Options, assemble.Option{Round: r, Main: mainKind(kind) == q.Kind, Free: kind == profile.Screen})
		}
		p.Questions = append(p.Questions, question)
	}
	for a := range m.pool {
		for b := range a {
			if rubrics.Enemies(m.pool[a], m.pool[b]) {
				p.Enemies = append(p.Enemies, [2]int{b, a})
			}
		}
	}
	return p
}

// modelTopics states topics as the model has them.
func modelTopics(topics []Topic) (list []assemble.Topic) {
	for _, t := range topics {
		tech := t.Sort == string(rubrics.SortTechnology)
		list = append(list, assemble.Topic{Weight: t.Weight, TwoLooks: t.Named && !tech, Brief: tech})
	}
	return list
}

// modelQuestion states a question as the model has it, but for its rounds.
func modelQuestion(q *rubrics.Question, p *profile.Profile, topics []Topic) assemble.Question {
	question := assemble.Question{
		ID: q.ID, Minutes: q.Minutes, Middle: q.Middle(p.Seniority),
		Knowledge: q.Kind == rubrics.Knowledge, Pinned: slices.Contains(p.Questions.Pin, q.ID),
	}
	for _, x := range measures(q, p, topics) {
		question.Measures = append(question.Measures, assemble.Measure{Topic: x.topic, Minutes: x.minutes})
	}
	return question
}

// limits returns a round's minutes: knowledge takes at most half of them, a
// quarter from senior up; the main kind at least half.
func (m *maker) limits(r profile.Round) assemble.Round {
	v := m.bank.Vocabulary
	minutes := r.Clock().Questions
	limits := assemble.Round{Budget: minutes, Knowledge: minutes / 2}
	if v.Level(m.p.Seniority) >= v.Level("senior") {
		limits.Knowledge = minutes / 4
	}
	if mainKind(r.Kind) != "" {
		limits.Main = minutes / 2
	}
	return limits
}

// chosen returns the rounds with their questions.
func (m *maker) chosen(s *assemble.Solution) []Round {
	rounds := make([]Round, len(m.rounds))
	for r, round := range m.rounds {
		rounds[r] = Round{
			Name: round.Name, Kind: round.Kind, Minutes: round.Minutes, QuestionMinutes: round.Clock().Questions,
			FocusAreas: round.FocusAreas, Interviewers: round.Interviewers, Questions: []Asked{},
		}
	}
	for i, r := range s.Choice {
		if r != assemble.Out {
			rounds[r].Questions = append(rounds[r].Questions, Asked{Question: *m.pool[i], Pinned: slices.Contains(m.p.Questions.Pin, m.pool[i].ID)})
		}
	}
	return rounds
}

// explain names in the role's own words what the assembly found impossible.
func (m *maker) explain(err error) error {
	var inf *assemble.Infeasible
	if !errors.As(err, &inf) {
		return err
	}
	pin := func(q int) string { return pinPath(slices.Index(m.p.Questions.Pin, m.pool[q].ID)) }
	var f diag.Fault
	switch {
	case inf.Question == assemble.Out:
		f = m.p.Fault(tomlpos.Elem("rounds", inf.Round), fmt.Sprintf("round %s: no question that is eligible fits beside the others", diag.Quote(m.rounds[inf.Round].Name)), "make the round longer, or leave it out")
	case inf.Other != assemble.Out:
		f = m.p.Fault(pin(inf.Question), fmt.Sprintf("pinned questions %s and %s give each other away", m.pool[inf.Other].ID, m.pool[inf.Question].ID), "pin only one of the two")
	default:
		q := m.pool[inf.Question]
		f = m.p.Fault(pin(inf.Question), fmt.Sprintf("pinned question %s of %d minutes does not fit beside the other pins", diag.Quote(q.ID), q.Minutes), "make one of its rounds longer, or take a pin out")
	}
	if f.File == "" {
		f.File = m.file
	}
	return diag.Faults{f}
}

func pinPath(i int) string { return tomlpos.Elem("questions.pin", i) }
