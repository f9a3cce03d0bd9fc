package kit

import (
	"errors"
	"slices"
	"strconv"

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
	m, err := newMaker(file, p, bank, o.Seed)
	if err != nil {
		return nil, err
	}
	solution, err := assemble.Solve(m.problem())
	if err != nil {
		return nil, m.noLoop(err)
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
	file    string
	p       *profile.Profile
	bank    *rubrics.Bank
	seed    int64
	serving []*rubrics.Question // written for the seniority, by id
	rounds  []profile.Round
	leftOut []string
	topics  []Topic
	pool    []*rubrics.Question // eligible for at least one round
	options [][]int             // of each in pool, its rounds
}

// newMaker finds out what is eligible for a profile. What no assembly could put
// right comes back as diag.Faults.
func newMaker(file string, p *profile.Profile, bank *rubrics.Bank, seed int64) (*maker, error) {
	m := &maker{file: file, p: p, bank: bank, seed: seed, serving: serving(bank, p.Seniority)}
	if faults := m.eligible(); len(faults) > 0 {
		return nil, m.tell(faults)
	}
	return m, nil
}

// noLoop says in the role's own words what an assembly found impossible.
func (m *maker) noLoop(err error) error {
	if inf := (*assemble.Infeasible)(nil); errors.As(err, &inf) {
		return m.tell([]fault{m.conflict()})
	}
	return err
}

// serving returns the questions of a bank that are written for a level.
func serving(bank *rubrics.Bank, level string) (list []*rubrics.Question) {
	for i := range bank.Questions {
		if q := &bank.Questions[i]; q.Serves(level) {
			list = append(list, q)
		}
	}
	return list
}

// eligible finds the rounds of each question; default rounds for which nothing
// is eligible are left out. It returns what no assembly could put right.
func (m *maker) eligible() []fault {
	m.rounds, m.leftOut = m.p.Rounds, nil
	for {
		filled := m.gather()
		empty := slices.Index(filled, false)
		switch {
		case empty < 0 || !m.p.DefaultPlan:
			return append(m.roundFaults(filled), m.pinFaults()...)
		case len(m.rounds) == 1:
			return []fault{{lack: lack{kind: nothing}, msg: "no question is eligible for any round"}}
		}
		m.leftOut = append(m.leftOut, m.rounds[empty].Name)
		m.rounds = slices.Delete(slices.Clone(m.rounds), empty, empty+1)
	}
}

// gather fills the pool and its options, and returns which rounds have a
// question in it.
func (m *maker) gather() []bool {
	m.topics = topicsOf(m.p, m.rounds, m.bank.Vocabulary)
	m.pool, m.options = nil, nil
	filled := make([]bool, len(m.rounds))
	for _, q := range m.serving {
		if barred(q, m.p, m.bank.Vocabulary) != "" {
			continue
		}
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
	return filled
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
		list = append(list, assemble.Topic{Weight: t.Weight, TwoLooks: t.wantsTwo(), Brief: t.Sort == string(rubrics.SortTechnology)})
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
