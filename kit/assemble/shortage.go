package assemble

import (
	"cmp"
	"slices"
)

// supply counts what there is of each thing that every form needs, when no
// question stands in two of them, and returns what runs short first, with the
// most forms that it can do for.
func (s *sharing) supply() *Shortage {
	first := &Shortage{Most: MaxForms, Topic: Out}
	note := func(most int, x Shortage) {
		if x.Most = max(1, most); x.Most < first.Most {
			*first = x
		}
	}
	for r := range s.m.p.Rounds {
		questions, forms := s.mainSupply(r)
		note(forms, Shortage{Lack: LackMain, Rounds: []int{r}, Topic: Out, Supply: questions})
	}
	for _, rounds := range subsets(len(s.m.p.Rounds)) {
		if minutes, need := s.minutesFor(rounds); need > 0 {
			note(minutes/need, Shortage{Lack: LackMinutes, Rounds: rounds, Topic: Out, Supply: minutes, Need: need})
		}
	}
	for t := range s.m.p.Topics {
		if s.needed(t) {
			questions, forms := s.lookSupply(t)
			note(forms, Shortage{Lack: LackLook, Topic: t, Supply: questions})
		}
	}
	return first
}

// countedRounds bounds how many rounds are taken together: so many have few
// enough subsets.
const countedRounds = 8

// subsets returns every choice of some of n rounds, the smallest first.
func subsets(n int) (list [][]int) {
	n = min(n, countedRounds)
	for set := 1; set < 1<<n; set++ {
		var rounds []int
		for r := range n {
			if set>>r&1 == 1 {
				rounds = append(rounds, r)
			}
		}
		list = append(list, rounds)
	}
	slices.SortStableFunc(list, func(a, b []int) int { return cmp.Compare(len(a), len(b)) })
	return list
}

// minutesFor returns how many minutes of questions some rounds have between
// them, and how many each form needs there besides the pins.
func (s *sharing) minutesFor(rounds []int) (minutes, need int) {
	for _, r := range rounds {
		need += s.std.least(r)
	}
	for q, question := range s.m.p.Questions {
		switch {
		case !slices.ContainsFunc(rounds, func(r int) bool { return s.m.options[q][r] != nil }):
		case question.Pinned:
			need -= question.Minutes
		default:
			minutes += question.Minutes
		}
	}
	return minutes, need
}

// mainSupply returns how many questions of a round's main kind there are, and
// for how many forms they can do.
func (s *sharing) mainSupply(r int) (questions, forms int) {
	need, rest := s.std.main[r], 0
	if need == 0 {
		return 0, MaxForms
	}
	for q, question := range s.m.p.Questions {
		if o := s.m.options[q][r]; o == nil || !o.Main {
			continue
		}
		questions++
		switch {
		case question.Pinned:
			return 0, MaxForms
		case question.Minutes >= need:
			forms++
		default:
			rest += question.Minutes
		}
	}
	return questions, forms + rest/need
}

// needed reports whether what a form has to cover cannot be had without a topic.
func (s *sharing) needed(topic int) bool {
	without := 0
	for t, x := range s.m.p.Topics {
		if t != topic {
			without += x.Weight
		}
	}
	return without < s.std.floor
}

// lookSupply returns how many questions count for a topic, and to how many
// forms they can give a look.
func (s *sharing) lookSupply(topic int) (questions, forms int) {
	rest := 0
	for q, question := range s.m.p.Questions {
		minutes := s.m.minutesOn(q, topic)
		if minutes == 0 {
			continue
		}
		questions++
		switch {
		case question.Pinned:
			return 0, MaxForms
		case minutes >= LookMinutes:
			forms++
		default:
			rest += minutes
		}
	}
	return questions, forms + rest/LookMinutes
}

// lack names what the forms that came nearest still lack.
func (s *sharing) lack(nearest []Choice) *Shortage {
	short := &Shortage{Topic: Out}
	var forms []*state
	for _, c := range nearest {
		forms = append(forms, s.m.state(c))
	}
	switch x := s.std.misfit(forms); {
	case x.main > 0:
		short.Lack, short.Rounds = LackMain, s.worstRound(forms, func(d *state, r int) int { return s.std.main[r] - d.main[r] })
	case x.covered > 0:
		short.Lack, short.Topic = LackLook, s.rarest(forms)
	case x.empty > 0 || x.minutes > 0:
		short.Lack, short.Rounds = LackMinutes, s.worstRound(forms, func(d *state, r int) int {
			least := s.std.least(r)
			for _, other := range forms {
				least = max(least, other.used[r]-FormMinutes)
			}
			return least - d.used[r]
		})
	case x.looks > 0:
		short.Lack = LackLooks
	default:
		short.Lack = LackValue
	}
	return short
}

// worstRound returns the round in which some form lacks most.
func (s *sharing) worstRound(forms []*state, lack func(d *state, r int) int) []int {
	worst, most := 0, 0
	for r := range s.m.p.Rounds {
		for _, d := range forms {
			if n := lack(d, r); n > most {
				worst, most = r, n
			}
		}
	}
	return []int{worst}
}

// rarest returns the topic of those with which the loop alone could be covered
// to which the fewest forms have a look.
func (s *sharing) rarest(forms []*state) int {
	alone := s.m.state(s.alone.Choice)
	rarest, fewest := 0, len(forms)+1
	for t := range s.m.p.Topics {
		n := 0
		for _, d := range forms {
			n += min(d.looks[t], 1)
		}
		if alone.looks[t] > 0 && n < fewest {
			rarest, fewest = t, n
		}
	}
	return rarest
}
