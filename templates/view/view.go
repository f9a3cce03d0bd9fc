// Package view turns a kit into the content of each document, once: what is
// said, in which order, in the words of the kit's locale. Renderers decide how
// it looks and add no words of their own beyond the catalogue's labels.
package view

import (
	"interviewkit/internal/sfnt"
	"interviewkit/kit/profile"
	"interviewkit/templates/locale"
)

// A Head is what stands on every page of a document.
type Head struct {
	Role     string // the opening's title
	Document string // name of the document
	Form     string // "Form B"; "" for a kit alone, and for candidates
	KitID    string
	Paper    string // a4 or letter
	Large    bool   // large print
	Words    *locale.Catalogue
	Brand    profile.Brand // the zero value for the plain look
	CopyFor  string        // "Copy for Ana"; "" for nobody's
	Face     *sfnt.Font    // for characters that our typefaces lack; nil for none
}

// A Kit is the content of kit.pdf, kit.md and kit.html.
type Kit struct {
	Head
	Overview Overview
	Rounds   []Round
	Debrief  Debrief
}

// A Fact is a label with its value.
type Fact struct{ Label, Value string }

// An Overview is the first pages of a kit.
type Overview struct {
	Facts     []Fact
	Spent     []Spent
	SpentSaid string // the same in words
	Rounds    []RoundRow
	LeftOut   string // "" when no round of the default plan is left out
	Coverage  Coverage
	Objective string
	Forms     *Forms // nil for a kit alone
	Gaps      []Gap
	Scale     [4]string // what a rating means, lowest first
	Scoring   []string
	Decision  []string // rules 1 to 6
	Laws      []Law
}

// A RoundRow is a line of the table of rounds.
type RoundRow struct {
	Name, Kind   string
	Minutes      int
	Questions    int
	Interviewers string
}

// Coverage is the matrix of topics by rounds, in minutes.
type Coverage struct {
	About  string
	Rounds []string
	Rows   []CoverageRow
}

// A CoverageRow is one topic. Sentence says the row in words.
type CoverageRow struct {
	Topic    string
	Weight   int
	MustHave bool
	Minutes  []int // by round
	Looks    []bool
	Total    int
	Sentence string
}

// Forms is the forms of the opening, side by side.
type Forms struct {
	Rounds []string // names
	Rows   []FormRow
}

// A FormRow is one form, in figures.
type FormRow struct {
	Letter                              string // as printed: "B"
	This                                bool   // it is this kit
	Minutes                             []int  // of questions, by round
	Questions, Covered, TwoLooks, Value int
}

// A Gap is what the kit does not do, and what mends it.
type Gap struct{ Message, Mend string }

// A Law is what not to ask in one jurisdiction.
type Law struct {
	Title string
	AsOf  string
	Items []LawItem
	Notes []LawNote
}

// A LawItem is one subject to stay away from.
type LawItem struct{ Subject, Avoid, Instead, Source string }

// A LawNote is a duty about what is written down.
type LawNote struct{ Text, Source string }

// A Round is one interview: the content of its guide and of its scorecard.
type Round struct {
	Number       int // from 1
	Name, Kind   string
	Minutes      int
	Interviewers string // "" when unnamed
	Timeline     []Span // of the whole round
	Before       []string
	Opening      []string
	Questions    []Question
	Closing      []string
	ScoreRules   []string // the rules of scoring, in short
}

// A Span is a stretch of a round's time, in minutes from its start.
type Span struct {
	Label    string // "Opening", "Q1" ...
	From, To int
	Question bool
}

// A Question is one question in its place.
type Question struct {
	Order     int    // in its round, from 1
	Number    string // "Q1"
	ID        string
	Title     string
	Topics    string // what it counts for
	Kind      string
	From, To  int // minutes from the start of the round
	Left      int // minutes of the round left after it
	Language  string
	Drop      string // "drop 3rd"
	Late      string // what to do when time runs out
	Purpose   string
	Ask       string // may have several paragraphs or lines
	Exhibit   *Exhibit
	Then      []string // follow-ups, then probes
	Probes    int      // how many of Then, at its end, are probes
	Hint      string
	ListenFor []string
	Flags     []string
	Answer    string
	Rated     []Rated
}

// A Rated is what gets a rating of its own: a question, or a part of one.
type Rated struct {
	Number  string // "Q2" or "Q2a"
	Title   string // of the part; "" for a question without parts
	Topics  string
	Minutes int
	Anchors [4]string // at this opening's seniority
	Level   string    // its printed name
}

// An Exhibit is what the candidate sees.
type Exhibit struct {
	Letter   string // "A"
	Language string
	Lines    []string // tabs expanded
}

// A Debrief is the sheet on which ratings become a decision.
type Debrief struct {
	Steps    []string
	Rows     []DebriefRow
	Weight   int // of all topics
	Floors   []string
	Result   []string
	Outcomes []string
}

// A DebriefRow is one topic.
type DebriefRow struct {
	Topic    string
	Weight   int
	MustHave bool
	Looks    []DebriefLook
}

// A DebriefLook is one round's look at a topic, and the ratings it comes from.
type DebriefLook struct {
	Round   string
	Ratings string // "Q1 (10), Q2a (15)"
}

// A Handout is the exhibits alone.
type Handout struct {
	Head
	Exhibits []Exhibit
}

// A Packet is what the interviewer of one round is handed: its guide, its
// scorecard, and its exhibits.
type Packet struct {
	Head
	Round Round
}

// Scorecards is the content of scorecards.pdf.
type Scorecards struct {
	Head
	Rounds []Round
}

// Candidate is what a candidate is sent beforehand.
type Candidate struct {
	Head
	Intro    string
	Same     string
	Rounds   []CandidateRound
	Tools    []string
	AIPolicy string
	Advice   []locale.Advice
}

// A CandidateRound is an interview as announced.
type CandidateRound struct {
	Name    string
	Minutes int
	About   string
	Topics  string // "" when none is named
	Time    string
	Meet    string
}
