package profile

import (
	"fmt"
	"slices"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
)

// rounds checks the given rounds, or fills in the default plan.
func (c *checker) rounds() {
	p := c.p
	if len(p.Rounds) == 0 {
		p.DefaultPlan = true
		p.Rounds = DefaultPlan(p.Seniority, c.rules.Locales[p.Locale])
		if c.has("rounds") {
			c.fault("rounds", "a loop has at least one round", "leave rounds out for the default plan")
		}
		return
	}
	if n := len(p.Rounds); n > MaxRounds {
		c.fault(tomlpos.Elem("rounds", MaxRounds), fmt.Sprintf("%d rounds; a loop has at most %d", n, MaxRounds), "")
	}
	names := map[string]bool{}
	for i := range p.Rounds {
		c.round(tomlpos.Elem("rounds", i), &p.Rounds[i], names)
	}
}

func (c *checker) round(path string, r *Round, names map[string]bool) {
	c.required(path+".name", r.Name)
	if names[r.Name] && r.Name != "" {
		c.fault(path+".name", "two rounds are named "+diag.Quote(r.Name), "documents tell rounds apart by name")
	}
	names[r.Name] = true
	if !slices.Contains(RoundKinds(), r.Kind) {
		msg := "unknown kind of round " + diag.Quote(r.Kind)
		if r.Kind == "" {
			msg = "the round has no kind"
		}
		c.fault(path+".kind", msg+"; want "+diag.OneOf(RoundKinds()), diag.DidYouMean(r.Kind, RoundKinds()))
	}
	if r.Minutes < MinMinutes || r.Minutes > MaxMinutes {
		msg := fmt.Sprintf("a round of %d minutes; want %d to %d", r.Minutes, MinMinutes, MaxMinutes)
		if r.Minutes == 0 {
			msg = fmt.Sprintf("the round has no minutes; want %d to %d", MinMinutes, MaxMinutes)
		}
		c.fault(path+".minutes", msg, "")
	}
	for j, t := range r.FocusAreas {
		at := tomlpos.Elem(path+".focus_areas", j)
		r.FocusAreas[j] = c.topic(at, t)
		if slices.Index(r.FocusAreas, r.FocusAreas[j]) < j {
			c.fault(at, diag.Quote(t)+" is named twice", "keep one of the two")
		}
	}
	for j, name := range r.Interviewers {
		c.required(tomlpos.Elem(path+".interviewers", j), name)
	}
}
