package kit

import (
	"errors"

	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// ProblemOf states the problem of a profile as Make does.
func ProblemOf(p *profile.Profile, bank *rubrics.Bank, seed int64) (*assemble.Problem, error) {
	m := &maker{file: "role.toml", p: p, bank: bank, seed: seed, serving: serving(bank, p.Seniority)}
	if faults := m.eligible(); len(faults) > 0 {
		return nil, errors.New("no loop")
	}
	return m.problem(), nil
}
