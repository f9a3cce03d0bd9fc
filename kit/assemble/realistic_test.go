package assemble_test

import (
	"fmt"
	"math/rand/v2"

	"interviewkit/kit/assemble"
)

// realistic draws a problem shaped like those of the built-in bank: areas,
// languages and technologies; rounds of the six kinds; questions that measure
// one or two topics, long ones in parts.
func realistic(seed uint64, questions int) *assemble.Problem {
	r := rand.New(rand.NewPCG(seed, 99))
	p := &assemble.Problem{Seed: fmt.Sprint(seed)}
	areas, languages, technologies := 3+r.IntN(6), 1+r.IntN(3), r.IntN(3)
	for range areas {
		p.Topics = append(p.Topics, assemble.Topic{Weight: 1 + r.IntN(2)*r.IntN(4), TwoLooks: true})
	}
	for range languages {
		p.Topics = append(p.Topics, assemble.Topic{Weight: 1 + r.IntN(2), TwoLooks: true})
	}
	for range technologies {
		p.Topics = append(p.Topics, assemble.Topic{Weight: 1, Brief: true})
	}
	rounds := 1 + r.IntN(6)
	for i := range rounds {
		budget := []int{20, 32, 40}[r.IntN(3)]
		round := assemble.Round{Budget: budget, Knowledge: budget / (2 + 2*r.IntN(2))}
		if i%3 == 2 {
			round.Main = budget / 2
		}
		p.Rounds = append(p.Rounds, round)
	}
	for i := range questions {
		q := assemble.Question{ID: fmt.Sprintf("area.question-%04d", i), Middle: r.IntN(5) < 3}
		long := r.IntN(8) == 0
		q.Knowledge = !long && r.IntN(6) == 0
		switch {
		case long:
			q.Minutes = 24 + r.IntN(14)
		case q.Knowledge:
			q.Minutes = 3 + r.IntN(4)
		default:
			q.Minutes = 5 + r.IntN(9)
		}
		q.Measures = append(q.Measures, assemble.Measure{Topic: r.IntN(areas), Minutes: q.Minutes})
		if long {
			if t := r.IntN(areas); t != q.Measures[0].Topic {
				q.Measures = append(q.Measures, assemble.Measure{Topic: t, Minutes: q.Minutes / 3})
			}
		}
		if r.IntN(3) == 0 {
			q.Measures = append(q.Measures, assemble.Measure{Topic: areas + r.IntN(languages), Minutes: q.Minutes})
		}
		if technologies > 0 && r.IntN(5) == 0 {
			q.Measures = append(q.Measures, assemble.Measure{Topic: areas + languages + r.IntN(technologies), Minutes: q.Minutes})
		}
		for n, round := range p.Rounds {
			switch {
			case long && round.Main > 0:
				q.Options = append(q.Options, assemble.Option{Round: n, Main: true})
			case !long && r.IntN(2) == 0:
				q.Options = append(q.Options, assemble.Option{Round: n, Free: n == 0})
			}
		}
		if len(q.Options) > 0 {
			p.Questions = append(p.Questions, q)
		}
	}
	for range len(p.Questions) / 15 {
		if a, b := r.IntN(len(p.Questions)), r.IntN(len(p.Questions)); a != b {
			p.Enemies = append(p.Enemies, [2]int{a, b})
		}
	}
	if len(p.Questions) > 0 && r.IntN(4) == 0 {
		p.Questions[r.IntN(len(p.Questions))].Pinned = true
	}
	return p
}
