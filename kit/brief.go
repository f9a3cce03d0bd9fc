package kit

import (
	"slices"

	"interviewkit/kit/profile"
)

// A Brief is what a candidate may know of a kit beforehand. It has no
// question, exhibit, rubric or id of one, so that none can leak.
type Brief struct {
	KitID     string
	Title     string
	Company   string
	Team      string
	AIPolicy  string
	Paper     string
	Languages []string // names
	Same      bool     // every candidate is asked the same questions
	Rounds    []BriefRound
	Brand     profile.Brand // without what is for the hiring team
}

// A BriefRound is an interview as announced to a candidate.
type BriefRound struct {
	Name         string
	Kind         string
	Minutes      int
	Interviewers []string
	Topics       []string // what it looks at, by name
	Exhibits     bool     // the candidate is shown something to read
}

// Brief returns what a candidate may know of the kit.
func (k *Kit) Brief() Brief {
	p := &k.Profile
	b := Brief{
		KitID: k.KitID, Title: p.Title, Company: p.Company, Team: p.Team,
		AIPolicy: p.AIPolicy, Paper: p.Paper, Languages: slices.Clone(p.Languages),
		Same: len(k.Forms) == 0,
	}
	if p.Brand != nil {
		b.Brand = *p.Brand
		b.Brand.Confidential = ""
	}
	for i := range k.Rounds {
		r := &k.Rounds[i]
		br := BriefRound{Name: r.Name, Kind: r.Kind, Minutes: r.Minutes, Interviewers: slices.Clone(r.Interviewers)}
		for t, minutes := range k.MinutesIn(r) {
			if minutes >= lookMinutes {
				br.Topics = append(br.Topics, k.Topics[t].Topic)
			}
		}
		for _, q := range r.Questions {
			br.Exhibits = br.Exhibits || q.Exhibit != nil
		}
		b.Rounds = append(b.Rounds, br)
	}
	return b
}
