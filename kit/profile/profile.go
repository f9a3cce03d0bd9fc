// Package profile reads role profiles: the TOML files that recruiters write.
package profile

import (
	_ "embed"
	"slices"

	"github.com/BurntSushi/toml"

	"interviewkit/internal/diag"
	"interviewkit/internal/sfnt"
	"interviewkit/internal/strict"
)

// A Profile is a role profile, as understood: aliases resolved and defaults
// filled in.
type Profile struct {
	Title         string         `toml:"title" json:"title"`
	Seniority     string         `toml:"seniority" json:"seniority"`
	Languages     []string       `toml:"languages" json:"languages,omitempty"`
	Technologies  []string       `toml:"technologies" json:"technologies,omitempty"`
	FocusAreas    []string       `toml:"focus_areas" json:"focus_areas,omitempty"`
	MustHave      []string       `toml:"must_have" json:"must_have,omitempty"`
	Company       string         `toml:"company" json:"company,omitempty"`
	Team          string         `toml:"team" json:"team,omitempty"`
	AIPolicy      string         `toml:"ai_policy" json:"ai_policy"`
	Jurisdictions []string       `toml:"jurisdictions" json:"jurisdictions"`
	Paper         string         `toml:"paper" json:"paper"`
	Locale        string         `toml:"locale" json:"locale"`
	Weights       map[string]int `toml:"weights" json:"weights,omitempty"`
	Rounds        []Round        `toml:"rounds" json:"rounds"`
	Questions     Choice         `toml:"questions" json:"questions"`
	Decision      Decision       `toml:"decision" json:"decision"`
	Brand         *Brand         `toml:"brand" json:"brand,omitempty"` // nil for the plain look
	// Font is a path in what a team writes, from the folder of the file that it
	// stands in, to a typeface for characters that ours lack. In a kit it is what
	// the kit needs of that typeface, a data: URI, so that the kit needs no file
	// beside it; empty where it needs nothing.
	Font string     `toml:"font" json:"font,omitempty"`
	Face *sfnt.Font `toml:"-" json:"-"` // the typeface, as read; nil when none is named

	// DefaultPlan tells that the profile gave no rounds of its own.
	DefaultPlan bool `toml:"-" json:"default_plan"`

	doc *strict.Doc // where it was read from, for faults found later
}

// Fault returns a fault at the value of path in the file that the profile was
// read from; without a place where it was not.
func (p *Profile) Fault(path, msg, hint string) diag.Fault {
	if p.doc == nil {
		return diag.Fault{Msg: msg, Hint: hint}
	}
	return p.doc.Fault(path, msg, hint)
}

// A Round is one interview of the loop.
type Round struct {
	Name         string   `toml:"name" json:"name"`
	Kind         string   `toml:"kind" json:"kind"`
	Minutes      int      `toml:"minutes" json:"minutes"`
	FocusAreas   []string `toml:"focus_areas" json:"focus_areas,omitempty"`
	Interviewers []string `toml:"interviewers" json:"interviewers,omitempty"`
}

// A Choice is what a profile says of single questions, by id.
type Choice struct {
	Pin []string `toml:"pin" json:"pin,omitempty"`
	Ban []string `toml:"ban" json:"ban,omitempty"`
}

// A Decision is the thresholds of the rule of decision, on the scale 1 to 4.
type Decision struct {
	Yes   float64 `toml:"yes" json:"yes"`     // from here on: yes
	No    float64 `toml:"no" json:"no"`       // below: no
	Floor float64 `toml:"floor" json:"floor"` // a must_have below: no
}

// The kinds of rounds, in the order of a loop.
const (
	Screen      = "screen"
	Coding      = "coding"
	Technical   = "technical"
	Design      = "design"
	Walkthrough = "walkthrough"
	Behavioral  = "behavioral"
)

// RoundKinds returns the kinds of rounds, in the order of a loop.
func RoundKinds() []string {
	return []string{Screen, Coding, Technical, Design, Walkthrough, Behavioral}
}

// AIPolicies returns the values of ai_policy.
func AIPolicies() []string { return []string{"forbidden", "disclosed", "allowed"} }

// Papers returns the values of paper.
func Papers() []string { return []string{"a4", "letter"} }

//go:embed plans.toml
var plansTOML []byte

// DefaultPlan returns the rounds of a seniority's default plan, each named by
// names[kind]; nil for a seniority without a plan.
func DefaultPlan(seniority string, names map[string]string) []Round {
	var plans map[string]map[string]int
	if err := toml.Unmarshal(plansTOML, &plans); err != nil {
		return nil // the file is embedded, and a test reads it
	}
	var rounds []Round
	for _, kind := range RoundKinds() {
		if m := plans[seniority][kind]; m > 0 {
			rounds = append(rounds, Round{Name: names[kind], Kind: kind, Minutes: m})
		}
	}
	return rounds
}

// Clock is how a round's minutes are spent.
type Clock struct {
	Opening   int // welcome and how the interview goes
	Questions int // for the round's questions
	Theirs    int // the candidate's own questions
	Close     int
}

// share is a part of a round at 30, 45 and 60 minutes.
type share [3]int

// Clock returns how a round of minutes is spent: opening, candidate's
// questions and close are 2+5+3 of 30, 5+5+3 of 45 and 7+8+5 of 60 minutes
// (Google re:Work, guide to structured interviewing), interpolated linearly
// and rounded half up; the ends hold beyond.
func (r Round) Clock() Clock {
	c := Clock{
		Opening: share{2, 5, 7}.at(r.Minutes),
		Theirs:  share{5, 5, 8}.at(r.Minutes),
		Close:   share{3, 3, 5}.at(r.Minutes),
	}
	c.Questions = r.Minutes - c.Opening - c.Theirs - c.Close
	return c
}

func (s share) at(minutes int) int {
	m := min(max(minutes, 30), 60)
	i := 0
	if m > 45 {
		i = 1
	}
	// twice the value, so that rounding half up is exact
	twice := 2 * (s[i]*15 + (s[i+1]-s[i])*(m-30-15*i))
	return (twice + 15) / 30
}

// Topics returns every topic that the profile names: focus areas, languages,
// technologies, in that order.
func (p *Profile) Topics() []string {
	return slices.Concat(p.FocusAreas, p.Languages, p.Technologies)
}
