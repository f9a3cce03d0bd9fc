package kit

import (
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// ProblemOf states the problem of a profile as Make does.
func ProblemOf(p *profile.Profile, bank *rubrics.Bank, seed int64) (*assemble.Problem, error) {
	m, err := newMaker("role.toml", p, bank, seed)
	if err != nil {
		return nil, err
	}
	return m.problem(), nil
}
