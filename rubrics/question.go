// Package rubrics holds what is asked and how it is scored: questions with
// their rubrics, the built-in bank, and the banks that teams lay over it.
package rubrics

import "slices"

// A Kind is a kind of question.
type Kind string

// The kinds of questions.
const (
	Knowledge   Kind = "knowledge"
	WorkSample  Kind = "work-sample"
	Coding      Kind = "coding"
	Design      Kind = "design"
	Walkthrough Kind = "walkthrough"
	Behavioral  Kind = "behavioral"
	Situational Kind = "situational"
)

// Kinds returns all kinds, in the order of tables.
func Kinds() []Kind {
	return []Kind{Knowledge, WorkSample, Coding, Design, Walkthrough, Behavioral, Situational}
}

// Minutes returns the least and the most minutes that a question of kind k
// may take; zeros for an unknown kind.
func (k Kind) Minutes() (least, most int) {
	switch k {
	case Knowledge:
		return 3, 6
	case Situational:
		return 5, 8
	case WorkSample:
		return 6, 14
	case Behavioral:
		return 7, 12
	case Coding:
		return 20, 40
	case Design:
		return 25, 40
	case Walkthrough:
		return 30, 40
	}
	return 0, 0
}

// Takes reports whether questions of kind k may be about a people area, or
// else about a technical one.
func (k Kind) Takes(people bool) bool {
	switch k {
	case Behavioral:
		return people
	case Knowledge, WorkSample, Coding, Design:
		return !people
	}
	return true
}

// HasParts reports whether questions of kind k are rated in parts.
func (k Kind) HasParts() bool { return k == Coding || k == Design || k == Walkthrough }

// A Question is one thing to ask, with all that its interviewer needs.
type Question struct {
	ID            string            `toml:"id" json:"id"`
	Title         string            `toml:"title" json:"title"`
	Area          string            `toml:"area" json:"area"`
	Kind          Kind              `toml:"kind" json:"kind"`
	Levels        []string          `toml:"levels" json:"levels"` // consecutive, lowest first
	Minutes       int               `toml:"minutes" json:"minutes"`
	Languages     []string          `toml:"languages" json:"languages,omitempty"`
	Technologies  []string          `toml:"technologies" json:"technologies,omitempty"`
	Prompt        string            `toml:"prompt" json:"prompt"`
	Exhibit       *Exhibit          `toml:"exhibit" json:"exhibit,omitempty"`
	Purpose       string            `toml:"purpose" json:"purpose"`
	Answer        string            `toml:"answer" json:"answer"`
	FollowUps     []string          `toml:"follow_ups" json:"follow_ups"`
	Probes        []string          `toml:"probes" json:"probes"`
	Hint          string            `toml:"hint" json:"hint,omitempty"`
	StrongSignals []string          `toml:"strong_signals" json:"strong_signals,omitempty"`
	RedFlags      []string          `toml:"red_flags" json:"red_flags,omitempty"`
	Excludes      []string          `toml:"excludes" json:"excludes,omitempty"` // enemies
	Bar           map[string]string `toml:"bar" json:"bar,omitempty"`
	Rubric        *Rubric           `toml:"rubric" json:"rubric,omitempty"`
	Parts         []Part            `toml:"part" json:"parts,omitempty"`

	// Accept says why a finding of bank check is let stand, by the check's name.
	Accept map[string]string `toml:"accept" json:"accept,omitempty"`

	Source string `toml:"-" json:"-"` // the file it was read from
	Place  int    `toml:"-" json:"-"` // its index in that file
}

// An Exhibit is code, a plan or a log that the candidate sees.
type Exhibit struct {
	Language string `toml:"language" json:"language"`
	Text     string `toml:"text" json:"text"`
}

// A Part is a separately rated piece of a long question.
type Part struct {
	Title   string            `toml:"title" json:"title"`
	Area    string            `toml:"area" json:"area"`
	Minutes int               `toml:"minutes" json:"minutes"`
	Bar     map[string]string `toml:"bar" json:"bar,omitempty"`
	Rubric  *Rubric           `toml:"rubric" json:"rubric"`
}

// A Rubric is four anchors written for one question or part.
type Rubric struct {
	One   string `toml:"1" json:"1"`
	Two   string `toml:"2" json:"2"`
	Three string `toml:"3" json:"3"`
	Four  string `toml:"4" json:"4"`
}

// Anchors returns the four anchors, lowest first.
func (r Rubric) Anchors() [4]string { return [4]string{r.One, r.Two, r.Three, r.Four} }

// Rated returns what of q is rated separately: its parts, or q itself as its
// only part.
func (q *Question) Rated() []Part {
	if len(q.Parts) > 0 {
		return q.Parts
	}
	r := q.Rubric
	if r == nil {
		r = new(Rubric)
	}
	return []Part{{Title: q.Title, Area: q.Area, Minutes: q.Minutes, Bar: q.Bar, Rubric: r}}
}

// Serves reports whether q is written for level.
func (q *Question) Serves(level string) bool { return slices.Contains(q.Levels, level) }

// Middle reports whether level is in the middle of q's levels: either of the
// two middle ones where their number is even.
func (q *Question) Middle(level string) bool {
	i, n := slices.Index(q.Levels, level), len(q.Levels)
	return i >= 0 && (i == n/2 || i == (n-1)/2)
}

// AtLevel returns a part's anchors as they hold at level: to anchor 3 is added
// what each level above the lowest, up to this one, asks in addition.
func (p Part) AtLevel(levels []string, level string) [4]string {
	a := p.Rubric.Anchors()
	for _, l := range levels {
		if more := p.Bar[l]; more != "" {
			a[2] += " " + more
		}
		if l == level {
			break
		}
	}
	return a
}
