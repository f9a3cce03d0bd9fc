package kit

import (
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// ProblemOf states the problem of a profile as Make does.
func ProblemOf(p *profile.Profile, bank *rubrics.Bank, seed int64) (*assemble.Problem, error) {
	m := &maker{file: "role.toml", p: p, bank: bank, seed: seed}
	if err := m.eligible(); err != nil {
		return nil, err
	}
	return m.problem(), nil
}
