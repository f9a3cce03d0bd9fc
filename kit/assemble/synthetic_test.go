package assemble_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"interviewkit/kit/assemble"
)

// synthetic draws a bank of so many questions and a profile, both shaped as
// the design has them, and returns the problem that the two make: what kit
// would state for them, but without any of its code.
func synthetic(seed uint64, bank int) *assemble.Problem {
	r := rand.New(rand.NewPCG(seed, 2026))
	s := &synthesizer{r: r, role: drawRole(r)}
	p := &assemble.Problem{Seed: fmt.Sprint(seed % 7)}
	kinds := s.rounds(p)
	p.Topics = s.topics()
	for i := range bank {
		if q := s.question(i, kinds); len(q.Options) > 0 {
			p.Questions = append(p.Questions, q)
		}
	}
	dropEmptyRounds(p)
	s.enemiesAndPins(p)
	return p
}

const (
	technicalAreas = 20
	allAreas       = 26 // the last six are about people
	allLanguages   = 14
	allProducts    = 20
	allLevels      = 6
)

// A role is a profile in numbers.
type role struct {
	level                      int
	areas, languages, products []int
	weights                    []int // by topic, in that order
}

func drawRole(r *rand.Rand) role {
	some := func(n, of int) []int { return r.Perm(of)[:n] }
	p := role{level: r.IntN(allLevels), areas: some(1+r.IntN(8), allAreas), languages: some(1+r.IntN(4), allLanguages), products: some(r.IntN(4), allProducts)}
	for range len(p.areas) + len(p.languages) + len(p.products) + 2 {
		w := 1
		if r.IntN(4) == 0 {
			w = 1 + r.IntN(5)
		}
		p.weights = append(p.weights, w)
	}
	return p
}

type synthesizer struct {
	r      *rand.Rand
	role   role
	areas  []int // the role's, and the implied ones
	named  int   // how many of them are named
	admits [][]int
}

// The kinds of questions and of rounds, as the design has them.
const (
	knowledge = iota
	workSample
	coding
	design
	walkthrough
	behavioral
	situational
)

const (
	screenRound = iota
	codingRound
	technicalRound
	designRound
	walkthroughRound
	behavioralRound
)

var plans = [allLevels][6]int{
	{30, 45, 0, 0, 0, 30}, {30, 60, 45, 0, 0, 45}, {30, 60, 60, 45, 0, 45}, {30, 60, 60, 60, 0, 45}, {30, 0, 60, 60, 60, 60}, {45, 0, 60, 60, 60, 60},
}

// rounds draws the loop: the default plan of the level, or up to six rounds of
// any kind. It returns their kinds.
func (s *synthesizer) rounds(p *assemble.Problem) (kinds []int) {
	add := func(kind, minutes int) {
		budget := minutes - 10 - min(max(minutes-45, 0), 15)*10/15
		round := assemble.Round{Budget: budget, Knowledge: budget / 2}
		if s.role.level >= 3 {
			round.Knowledge = budget / 4
		}
		if kind == codingRound || kind == designRound {
			round.Main = budget / 2
		}
		p.Rounds, kinds = append(p.Rounds, round), append(kinds, kind)
	}
	if s.r.IntN(2) == 0 {
		for kind, minutes := range plans[s.role.level] {
			if minutes > 0 {
				add(kind, minutes)
			}
		}
	} else {
		for range 1 + s.r.IntN(6) {
			add(s.r.IntN(6), 20+5*s.r.IntN(9))
		}
	}
	s.areas, s.named = s.role.areas, len(s.role.areas)
	if slices.Contains(kinds, behavioralRound) {
		for _, implied := range []int{technicalAreas, technicalAreas + 1} {
			if !slices.Contains(s.areas, implied) {
				s.areas = append(slices.Clone(s.areas), implied)
			}
		}
	}
	s.admits = make([][]int, len(kinds))
	if s.r.IntN(5) == 0 {
		at := s.r.IntN(len(kinds))
		s.admits[at] = s.role.areas[:1+s.r.IntN(len(s.role.areas))]
	}
	return kinds
}

func (s *synthesizer) topics() (topics []assemble.Topic) {
	for i := range s.areas {
		topics = append(topics, assemble.Topic{Weight: s.role.weights[i], TwoLooks: i < s.named})
	}
	for i := range s.role.languages {
		topics = append(topics, assemble.Topic{Weight: s.role.weights[len(s.areas)+i], TwoLooks: true})
	}
	for range s.role.products {
		topics = append(topics, assemble.Topic{Weight: 1, Brief: true})
	}
	return topics
}

var kindMinutes = [7][2]int{{3, 6}, {6, 14}, {20, 40}, {25, 40}, {30, 40}, {7, 12}, {5, 8}}

var admitted = [6][]int{
	{knowledge, behavioral, situational}, {coding, workSample}, {knowledge, workSample, situational}, {design, situational}, {walkthrough}, {behavioral, situational},
}

// question draws one of the bank, and makes it eligible where the rules say so.
func (s *synthesizer) question(i int, kinds []int) assemble.Question {
	r := s.r
	area := r.IntN(allAreas)
	kind := []int{workSample, workSample, workSample, workSample, workSample, situational, situational, coding, design, knowledge}[r.IntN(10)]
	if r.IntN(25) == 0 {
		kind = walkthrough
	}
	if area >= technicalAreas {
		kind = []int{behavioral, situational}[r.IntN(2)]
	}
	low := r.IntN(allLevels)
	high := min(low+r.IntN(4), allLevels-1)
	language, product := -1, -1
	if area < technicalAreas && kind != design && kind != walkthrough {
		if r.IntN(3) == 0 {
			language = r.IntN(allLanguages)
		}
		if r.IntN(6) == 0 {
			product = r.IntN(allProducts)
		}
	}
	least, most := kindMinutes[kind][0], kindMinutes[kind][1]
	q := assemble.Question{ID: fmt.Sprintf("area%02d.question-%04d", area, i), Minutes: least + r.IntN(most-least+1), Knowledge: kind == knowledge}
	parts := s.parts(kind, area, q.Minutes)
	n := high - low + 1
	at := s.role.level - low
	q.Middle = at == n/2 || at == (n-1)/2
	if s.role.level < low || s.role.level > high || language >= 0 && !slices.Contains(s.role.languages, language) || product >= 0 && !slices.Contains(s.role.products, product) {
		return q
	}
	if kind == coding && language < 0 {
		language = s.role.languages[0]
	}
	s.measure(&q, area, parts, language, product)
	for round, k := range kinds {
		people := area >= technicalAreas
		switch {
		case !slices.Contains(admitted[k], kind), k == behavioralRound && !people, people && k >= codingRound && k <= designRound:
		case len(q.Measures) == 0, s.admits[round] != nil && !slices.Contains(s.admits[round], area):
		default:
			q.Options = append(q.Options, assemble.Option{Round: round, Main: k == codingRound && kind == coding || k == designRound && kind == design, Free: k == screenRound})
		}
	}
	return q
}

// parts draws the other areas of a long question's parts, with their minutes.
func (s *synthesizer) parts(kind, area, minutes int) map[int]int {
	if kind != coding && kind != design && kind != walkthrough {
		return nil
	}
	others := map[int]int{}
	for range 1 + s.r.IntN(3) {
		if a := s.r.IntN(technicalAreas); a != area {
			others[a] = minutes / 4
		}
	}
	return others
}

func (s *synthesizer) measure(q *assemble.Question, area int, parts map[int]int, language, product int) {
	add := func(topic, minutes int) {
		q.Measures = append(q.Measures, assemble.Measure{Topic: topic, Minutes: minutes})
	}
	for i, a := range s.areas {
		if a == area {
			add(i, q.Minutes)
		} else if parts[a] > 0 {
			add(i, parts[a])
		}
	}
	if i := slices.Index(s.role.languages, language); i >= 0 {
		add(len(s.areas)+i, q.Minutes)
	}
	if i := slices.Index(s.role.products, product); i >= 0 {
		add(len(s.areas)+len(s.role.languages)+i, q.Minutes)
	}
}

// dropEmptyRounds leaves out what the default plan would.
func dropEmptyRounds(p *assemble.Problem) {
	for r := len(p.Rounds) - 1; r >= 0; r-- {
		asks := func(q assemble.Question) bool {
			return q.Minutes <= p.Rounds[r].Budget && slices.ContainsFunc(q.Options, func(o assemble.Option) bool { return o.Round == r })
		}
		if len(p.Rounds) == 1 || slices.ContainsFunc(p.Questions, asks) {
			continue
		}
		p.Rounds = slices.Delete(p.Rounds, r, r+1)
		for i := range p.Questions {
			q := &p.Questions[i]
			q.Options = slices.DeleteFunc(q.Options, func(o assemble.Option) bool { return o.Round == r })
			for j := range q.Options {
				if q.Options[j].Round > r {
					q.Options[j].Round--
				}
			}
		}
		p.Questions = slices.DeleteFunc(p.Questions, func(q assemble.Question) bool { return len(q.Options) == 0 })
	}
}

func (s *synthesizer) enemiesAndPins(p *assemble.Problem) {
	n := len(p.Questions)
	if n < 2 {
		return
	}
	for range n / 12 {
		if a, b := s.r.IntN(n), s.r.IntN(n); a != b {
			p.Enemies = append(p.Enemies, [2]int{a, b})
		}
	}
	if s.r.IntN(4) == 0 {
		p.Questions[s.r.IntN(n)].Pinned = true
	}
}
