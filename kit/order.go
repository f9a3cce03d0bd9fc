package kit

import (
	"cmp"
	"slices"

	"interviewkit/kit/assemble"
	"interviewkit/rubrics"
)

// demand is how much a kind of question asks of the candidate; a round goes
// from little to much.
func demand(k rubrics.Kind) int {
	switch k {
	case rubrics.Knowledge, rubrics.Behavioral:
		return 0
	case rubrics.Situational:
		return 1
	case rubrics.WorkSample:
		return 2
	}
	return 3
}

func compareDemand(a, b Asked) int {
	return cmp.Or(cmp.Compare(demand(a.Kind), demand(b.Kind)), cmp.Compare(a.Minutes, b.Minutes), cmp.Compare(a.ID, b.ID))
}

// sortRound puts a round's questions in the order they are asked: areas stay
// together, the areas by their least demand, questions in an area by demand.
func sortRound(r *Round) {
	least := map[string]Asked{}
	for _, q := range r.Questions {
		if first, ok := least[q.Area]; !ok || compareDemand(q, first) < 0 {
			least[q.Area] = q
		}
	}
	slices.SortFunc(r.Questions, func(a, b Asked) int {
		if a.Area != b.Area {
			return compareDemand(least[a.Area], least[b.Area])
		}
		return compareDemand(a, b)
	})
	for i := range r.Questions {
		r.Questions[i].Order = i + 1
	}
}

// rankDrops ranks each round's questions by what their removal costs: rank 1
// costs least, rank 2 least with 1 gone, and so on; pins last, ties by id.
func (k *Kit) rankDrops() {
	problem, choice := k.asProblem()
	first := 0
	for r := range k.Rounds {
		questions := k.Rounds[r].Questions
		gone := slices.Clone(choice)
		left := make([]int, len(questions))
		for i := range left {
			left[i] = i
		}
		for rank := 1; len(left) > 0; rank++ {
			at := cheapest(problem, gone, questions, left, first)
			questions[left[at]].DropRank = rank
			gone[first+left[at]] = assemble.Out
			left = slices.Delete(left, at, at+1)
		}
		first += len(questions)
	}
}

// cheapest returns the place in left of the question whose removal costs
// least; first is the index of the round's first question in the choice.
func cheapest(p *assemble.Problem, now assemble.Choice, questions []Asked, left []int, first int) int {
	best, bestFigure := -1, assemble.Figure{}
	for at, i := range left {
		without := slices.Clone(now)
		without[first+i] = assemble.Out
		f := p.Evaluate(without)
		if best < 0 || cheaper(questions[i], f, questions[left[best]], bestFigure) {
			best, bestFigure = at, f
		}
	}
	return best
}

// cheaper reports whether dropping a, which leaves fa, comes before b and fb.
func cheaper(a Asked, fa assemble.Figure, b Asked, fb assemble.Figure) bool {
	switch {
	case a.Pinned != b.Pinned:
		return !a.Pinned
	case fa != fb:
		return fb.Less(fa)
	}
	return a.ID < b.ID
}

// asProblem states the chosen questions as a problem of their own, each in its
// round, so that a choice without some of them can be valued.
func (k *Kit) asProblem() (*assemble.Problem, assemble.Choice) {
	p := &assemble.Problem{Topics: modelTopics(k.Topics), Rounds: make([]assemble.Round, len(k.Rounds))}
	var choice assemble.Choice
	for r := range k.Rounds {
		for i := range k.Rounds[r].Questions {
			q := &k.Rounds[r].Questions[i].Question
			p.Questions = append(p.Questions, modelQuestion(q, &k.Profile, k.Topics))
			choice = append(choice, r)
		}
	}
	return p, choice
}
