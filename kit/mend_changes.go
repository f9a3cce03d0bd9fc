package kit

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// A change is one alteration of a profile or of the bank, in the words of the
// role.
type change struct {
	text   string
	say    []Phrase // the same as data
	size   int
	series string // of changes that differ in how much they change; "" for one of its own
	round  string // the one it alters, where it is one
	rounds bool   // it alters the rounds, and so wants them written out
	alter  func(p *profile.Profile)
	added  []rubrics.Question // to the bank
}

// Sizes put changes in order. The unit is a minute of a candidate's time; the
// others say for how many minutes one would rather make the round longer than
// do that: what is asked of the role and of its author counts as well.
const (
	sizeAdmit    = 5  // a round admits one more topic
	sizeOpen     = 6  // a round admits every topic
	sizeName     = 12 // one more topic is assessed
	sizeUnban    = 15
	sizeWeight   = 10 // for each step: weights decide about people
	sizeQuestion = 20 // each has to be written
	sizeUnpin    = 25
	sizeKind     = 30
	sizeRound    = 15 // a round more or less, beside its minutes
)

// bySize sorts changes, the smallest first; of equal ones the first stays so.
func bySize(list []change) []change {
	slices.SortStableFunc(list, func(a, b change) int { return cmp.Compare(a.size, b.size) })
	return list
}

// after returns the maker of the profile and bank as a change leaves them.
func (m *maker) after(c change) *maker {
	p := *m.p
	p.Languages, p.Technologies, p.FocusAreas = slices.Clone(p.Languages), slices.Clone(p.Technologies), slices.Clone(p.FocusAreas)
	p.Questions.Pin, p.Questions.Ban = slices.Clone(p.Questions.Pin), slices.Clone(p.Questions.Ban)
	p.Weights = maps.Clone(p.Weights)
	if c.rounds {
		p.Rounds, p.DefaultPlan = slices.Clone(m.rounds), false
	}
	if c.alter != nil {
		c.alter(&p)
	}
	other := &maker{file: m.file, p: &p, bank: m.bank, seed: m.seed, serving: m.serving}
	if len(c.added) > 0 {
		other.serving = slices.Clone(m.serving)
		for i := range c.added {
			other.serving = append(other.serving, &c.added[i])
		}
		slices.SortFunc(other.serving, func(a, b *rubrics.Question) int { return cmp.Compare(a.ID, b.ID) })
	}
	return other
}

// onRound returns a change of one round.
func onRound(name, text string, say Phrase, size int, alter func(r *profile.Round)) change {
	return change{text: text, say: []Phrase{say}, size: size, round: name, rounds: true, alter: func(p *profile.Profile) {
		for i := range p.Rounds {
			if p.Rounds[i].Name == name {
				alter(&p.Rounds[i])
			}
		}
	}}
}

// lengths returns the changes that give a round other lengths, in steps of
// five minutes, from least up to an hour more.
func lengths(r profile.Round, least int) (list []change) {
	for minutes := (max(least, profile.MinMinutes) + 4) / 5 * 5; minutes <= min(r.Minutes+60, profile.MaxMinutes); minutes += 5 {
		if more := minutes - r.Minutes; more != 0 {
			list = append(list, onRound(r.Name, fmt.Sprintf("make round %s %d minutes", diag.Quote(r.Name), minutes), phrase("length", "round", r.Name, "minutes", minutes), max(more, -more), func(r *profile.Round) { r.Minutes = minutes }))
		}
	}
	return list
}

// longer returns the changes that lengthen a round.
func longer(r profile.Round) []change {
	list := lengths(r, r.Minutes+1)
	for i := range list {
		list[i].series = "longer " + r.Name
	}
	return list
}

// widen returns the changes that let a round admit more: one of the topics, or
// every topic.
func widen(r profile.Round, topics []string) (list []change) {
	if len(r.FocusAreas) == 0 {
		return nil
	}
	for _, t := range topics {
		if !slices.Contains(r.FocusAreas, t) {
			list = append(list, onRound(r.Name, fmt.Sprintf("add %q to the focus_areas of round %s", t, diag.Quote(r.Name)), phrase("admit", "name", t, "round", r.Name), sizeAdmit, func(r *profile.Round) {
				r.FocusAreas = append(slices.Clone(r.FocusAreas), t)
			}))
		}
	}
	return append(list, onRound(r.Name, "leave out the focus_areas of round "+diag.Quote(r.Name), phrase("admit-all", "round", r.Name), sizeOpen, func(r *profile.Round) { r.FocusAreas = nil }))
}

// kinds returns the changes that give a round another kind.
func kinds(r profile.Round) (list []change) {
	for _, kind := range profile.RoundKinds() {
		if kind != r.Kind {
			list = append(list, onRound(r.Name, fmt.Sprintf("make round %s a %s round", diag.Quote(r.Name), kind), phrase("kind", "round", r.Name, "round_kind", kind), sizeKind, func(r *profile.Round) { r.Kind = kind }))
		}
	}
	return list
}

// leaveOut returns the change that leaves a round out.
func leaveOut(r profile.Round) change {
	return change{text: "leave out round " + diag.Quote(r.Name), say: []Phrase{phrase("leave-out", "round", r.Name)}, size: sizeRound + r.Minutes, rounds: true, alter: func(p *profile.Profile) {
		p.Rounds = slices.DeleteFunc(p.Rounds, func(x profile.Round) bool { return x.Name == r.Name })
	}}
}

// moreRounds returns the changes that add a round whose kind is wanted, at the
// loop's end.
func (m *maker) moreRounds(wanted func(r profile.Round) bool) (list []change) {
	if len(m.rounds) >= profile.MaxRounds {
		return nil
	}
	name := "Added"
	for slices.ContainsFunc(m.rounds, func(r profile.Round) bool { return r.Name == name }) {
		name += " too"
	}
	for _, kind := range profile.RoundKinds() {
		for _, minutes := range []int{30, 45, 60} {
			r := profile.Round{Name: name, Kind: kind, Minutes: minutes}
			if wanted(r) {
				list = append(list, change{text: fmt.Sprintf("add a %s round of %d minutes", kind, minutes), say: []Phrase{phrase("add-round", "round_kind", kind, "minutes", minutes)}, size: sizeRound + minutes, rounds: true, alter: func(p *profile.Profile) {
					p.Rounds = append(p.Rounds, r)
				}})
			}
		}
	}
	return list
}

// unpin and unban return the changes that take questions out of those lists.
func unpin(ids []string) (list []change) {
	for _, id := range ids {
		list = append(list, change{text: fmt.Sprintf("take %q out of questions.pin", id), say: []Phrase{phrase("unpin", "id", id)}, size: sizeUnpin, alter: func(p *profile.Profile) {
			p.Questions.Pin = slices.DeleteFunc(p.Questions.Pin, func(x string) bool { return x == id })
		}})
	}
	return list
}

func (m *maker) unban(wanted func(q *rubrics.Question) bool) (list []change) {
	for _, id := range m.p.Questions.Ban {
		if q, ok := m.bank.Question(id); !ok || !wanted(q) {
			continue
		}
		list = append(list, change{text: fmt.Sprintf("take %q out of questions.ban", id), say: []Phrase{phrase("unban", "id", id)}, size: sizeUnban, alter: func(p *profile.Profile) {
			p.Questions.Ban = slices.DeleteFunc(p.Questions.Ban, func(x string) bool { return x == id })
		}})
	}
	return list
}

// weigh returns the changes that give a topic more weight.
func weigh(t Topic) (list []change) {
	for w := t.Weight + 1; w <= profile.MaxWeight; w++ {
		list = append(list, change{text: fmt.Sprintf("set weights.%s = %d", t.Topic, w), say: []Phrase{phrase("weigh", "name", t.Topic, "weight", w)}, series: "weight", size: sizeWeight * (w - t.Weight), alter: func(p *profile.Profile) {
			if p.Weights == nil {
				p.Weights = map[string]int{}
			}
			p.Weights[t.Topic] = w
		}})
	}
	return list
}

// maxNames bounds how many names of one sort are proposed: those that make
// most questions eligible.
const maxNames = 4

// naming returns the changes that name a language, technology or area which
// is all that keeps a wanted question out.
func (m *maker) naming(wanted func(q *rubrics.Question) bool) (list []change) {
	count := map[rubrics.Sort]map[string]int{rubrics.SortLanguage: {}, rubrics.SortTechnology: {}, rubrics.SortArea: {}}
	for _, q := range m.serving {
		if !slices.Contains(m.p.Questions.Ban, q.ID) && wanted(q) {
			sort, names := m.missing(q)
			for _, n := range names {
				count[sort][n]++
			}
		}
	}
	for _, sort := range []rubrics.Sort{rubrics.SortTechnology, rubrics.SortLanguage, rubrics.SortArea} {
		names := slices.DeleteFunc(m.bank.Vocabulary.Names(sort), func(n string) bool { return count[sort][n] == 0 })
		slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(count[sort][b], count[sort][a]) })
		for _, n := range names[:min(len(names), maxNames)] {
			list = append(list, m.name(sort, n))
		}
	}
	return list
}

// name returns the change that names one more topic.
func (m *maker) name(sort rubrics.Sort, name string) change {
	key, of := "focus_areas", func(p *profile.Profile) *[]string { return &p.FocusAreas }
	switch sort {
	case rubrics.SortLanguage:
		key, of = "languages", func(p *profile.Profile) *[]string { return &p.Languages }
	case rubrics.SortTechnology:
		key, of = "technologies", func(p *profile.Profile) *[]string { return &p.Technologies }
	}
	text := fmt.Sprintf("add %s = [%q]", key, name)
	if len(*of(m.p)) > 0 {
		text = fmt.Sprintf("add %q to %s", name, key)
	}
	return change{text: text, say: []Phrase{phrase("name", "name", name, "key", key)}, size: sizeName, alter: func(p *profile.Profile) { list := of(p); *list = append(*list, name) }}
}

// missing returns the names of a sort one of which is all that a question
// lacks to be eligible somewhere; none when it lacks nothing or more.
func (m *maker) missing(q *rubrics.Question) (rubrics.Sort, []string) {
	language := len(q.Languages) > 0 && !shares(q.Languages, m.p.Languages)
	technology := len(q.Technologies) > 0 && !shares(q.Technologies, m.p.Technologies)
	switch {
	case language && technology:
		return "", nil
	case language:
		return rubrics.SortLanguage, q.Languages
	case technology:
		return rubrics.SortTechnology, q.Technologies
	case len(measures(q, m.p, m.topics)) > 0:
		return "", nil
	}
	if q.Kind == rubrics.Coding && len(q.Languages) == 0 && len(m.p.Languages) == 0 {
		return rubrics.SortLanguage, m.bank.Vocabulary.Names(rubrics.SortLanguage)
	}
	return rubrics.SortArea, []string{q.Area}
}
