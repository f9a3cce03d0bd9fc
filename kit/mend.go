package kit

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// A change is an alteration of the profile, in the words of the role. Changes
// are tried on the model before they are advised: the kit is assembled anew
// with each, and the first that mends the gap, and makes no other, is told.
type change struct {
	text    string
	profile profile.Profile
}

// maxTries bounds how many changes are tried for one gap.
const maxTries = 24

// tried returns the text of the first change with which the kit is as wanted;
// "" when none of them is.
func (m *maker) tried(changes []change, wanted func(k *Kit) bool) string {
	for i, c := range changes {
		if i == maxTries {
			break
		}
		if k := m.with(c.profile); k != nil && wanted(k) && len(k.shortfalls()) < m.gapCount {
			return m.told(c)
		}
	}
	return ""
}

// told returns a change in words, with what it takes beside.
func (m *maker) told(c change) string {
	if m.p.DefaultPlan && !same(c.profile.Rounds, m.rounds) {
		return c.text + " (write all rounds out as [[rounds]]: they take the place of the default plan)"
	}
	return c.text
}

// with returns the kit of another profile, as far as gaps need it; nil when
// there is none.
func (m *maker) with(p profile.Profile) *Kit {
	other := &maker{file: m.file, p: &p, bank: m.bank, seed: m.seed}
	if err := other.eligible(); err != nil {
		return nil
	}
	s, err := assemble.Solve(other.problem())
	if err != nil {
		return nil
	}
	k := &Kit{Profile: p, Topics: other.topics, Rounds: other.chosen(s)}
	k.tally()
	return k
}

// altered returns the profile with its rounds as they are asked, for a change.
func (m *maker) altered() profile.Profile {
	p := *m.p
	p.Rounds = slices.Clone(m.rounds)
	p.Languages, p.Technologies, p.FocusAreas = slices.Clone(p.Languages), slices.Clone(p.Technologies), slices.Clone(p.FocusAreas)
	return p
}

// mendTopic returns the smallest change that gives a topic as many looks.
func (m *maker) mendTopic(topic, looks int) string {
	t := m.topics[topic]
	wanted := func(k *Kit) bool {
		return slices.ContainsFunc(k.Topics, func(x Topic) bool { return x.Topic == t.Topic && x.Sort == t.Sort && len(x.Looks) >= looks })
	}
	changes := m.longer(m.roundsOf(topic))
	if t.Weight < profile.MaxWeight && len(m.roundsOf(topic)) >= looks {
		p := m.altered()
		p.Weights = map[string]int{}
		for name, w := range m.p.Weights {
			p.Weights[name] = w
		}
		p.Weights[t.Topic] = 5
		changes = append([]change{{fmt.Sprintf("set weights.%s = 5", t.Topic), p}}, changes...)
	}
	changes = append(changes, m.unrestricted()...)
	changes = append(changes, m.naming(t)...)
	changes = append(changes, m.moreRounds(t)...)
	if text := m.tried(changes, wanted); text != "" {
		return text
	}
	return fmt.Sprintf("add questions on %s for %s with --bank", t.Topic, m.p.Seniority)
}

// roundsOf returns the rounds in which a question on the topic is eligible.
func (m *maker) roundsOf(topic int) (rounds []int) {
	for i, q := range m.pool {
		if slices.ContainsFunc(measures(q, m.p, m.topics), func(x measure) bool { return x.topic == topic }) {
			rounds = append(rounds, m.options[i]...)
		}
	}
	slices.Sort(rounds)
	return slices.Compact(rounds)
}

// longer returns the changes that lengthen one of some rounds, the least
// lengthening first.
func (m *maker) longer(rounds []int) (list []change) {
	for _, more := range []int{5, 10, 15, 30} {
		for _, r := range rounds {
			if minutes := m.rounds[r].Minutes + more; minutes <= profile.MaxMinutes {
				p := m.altered()
				p.Rounds[r].Minutes = minutes
				list = append(list, change{fmt.Sprintf("make round %s %d minutes", diag.Quote(m.rounds[r].Name), minutes), p})
			}
		}
	}
	return list
}

// unrestricted returns the changes that let a round admit every topic.
func (m *maker) unrestricted() (list []change) {
	for r, round := range m.rounds {
		if len(round.FocusAreas) > 0 {
			p := m.altered()
			p.Rounds[r].FocusAreas = nil
			list = append(list, change{fmt.Sprintf("leave out the focus_areas of round %s", diag.Quote(round.Name)), p})
		}
	}
	return list
}

// naming returns the changes that name a technology or language with which a
// question on t becomes eligible.
func (m *maker) naming(t Topic) (list []change) {
	for _, sort := range []rubrics.Sort{rubrics.SortTechnology, rubrics.SortLanguage} {
		for _, name := range m.bank.Vocabulary.Names(sort) {
			p := m.altered()
			text, names := "technologies", &p.Technologies
			if sort == rubrics.SortLanguage {
				text, names = "languages", &p.Languages
			}
			if slices.Contains(*names, name) {
				continue
			}
			*names = append(*names, name)
			if m.serves(p, t) {
				list = append(list, change{fmt.Sprintf("add %s = [%q]", text, name), p})
			}
		}
	}
	return list
}

// moreRounds returns the changes that add a round which admits a question on t.
func (m *maker) moreRounds(t Topic) (list []change) {
	for _, kind := range profile.RoundKinds() {
		for _, minutes := range []int{30, 60} {
			p := m.altered()
			added := profile.Round{Name: "Added", Kind: kind, Minutes: minutes}
			p.Rounds = []profile.Round{added}
			if !m.serves(p, t) {
				continue
			}
			p.Rounds = append(slices.Clone(m.rounds), added)
			list = append(list, change{fmt.Sprintf("add a round of kind %q and %d minutes", kind, minutes), p})
		}
	}
	return list
}

// serves reports whether, with a profile, some question on t is eligible.
func (m *maker) serves(p profile.Profile, t Topic) bool {
	for i := range m.bank.Questions {
		for _, r := range p.Rounds {
			if ineligible(&m.bank.Questions[i], r, &p, []Topic{t}, m.bank.Vocabulary) == "" {
				return true
			}
		}
	}
	return false
}

// mendShort returns what makes a round full: another length, or one more area.
func (m *maker) mendShort(r, used int) string {
	name := m.rounds[r].Name
	wanted := func(k *Kit) bool {
		return slices.ContainsFunc(k.Rounds, func(x Round) bool { return x.Name == name && full(&x) })
	}
	changes := m.unrestricted()
	for _, step := range []int{-5, 5, -10, 10, -15, 15} {
		minutes := m.rounds[r].Minutes + step
		if minutes < profile.MinMinutes || minutes > profile.MaxMinutes || step < 0 && (profile.Round{Minutes: minutes}).Clock().Questions < used {
			continue
		}
		p := m.altered()
		p.Rounds[r].Minutes = minutes
		changes = append(changes, change{fmt.Sprintf("make it %d minutes", minutes), p})
	}
	for _, area := range m.bank.Vocabulary.Names(rubrics.SortArea) {
		p := m.altered()
		p.Rounds = p.Rounds[r : r+1]
		if slices.Contains(p.FocusAreas, area) || !m.serves(p, Topic{Topic: area, Sort: string(rubrics.SortArea)}) {
			continue
		}
		p = m.altered()
		p.FocusAreas = append(p.FocusAreas, area)
		changes = append(changes, change{fmt.Sprintf("add %q to focus_areas", area), p})
	}
	if text := m.tried(changes, wanted); text != "" {
		return text
	}
	return fmt.Sprintf("name more topics that a %s round admits, or add questions with --bank", m.rounds[r].Kind)
}

// mendMain returns what lets a round ask its main kind of question.
func (m *maker) mendMain(r int) string {
	name, kind := m.rounds[r].Name, mainKind(m.rounds[r].Kind)
	wanted := func(k *Kit) bool {
		for _, x := range k.Rounds {
			if x.Name == name {
				return slices.ContainsFunc(x.Questions, func(q Asked) bool { return q.Kind == kind })
			}
		}
		return false
	}
	changes := m.longer([]int{r})
	for _, language := range m.bank.Vocabulary.Names(rubrics.SortLanguage) {
		if p := m.altered(); len(p.Languages) == 0 {
			p.Languages = []string{language}
			changes = append(changes, change{fmt.Sprintf("add languages = [%q]", language), p})
			break
		}
	}
	for _, area := range m.bank.Vocabulary.Names(rubrics.SortArea) {
		if p := m.altered(); !slices.Contains(p.FocusAreas, area) {
			p.FocusAreas = append(p.FocusAreas, area)
			changes = append(changes, change{fmt.Sprintf("add %q to focus_areas", area), p})
		}
	}
	if text := m.tried(changes, wanted); text != "" {
		return text
	}
	return fmt.Sprintf("add a %s question with --bank", kind)
}
