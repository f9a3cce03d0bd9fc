// Package kit turns a role profile and a bank into a kit: which questions are
// asked in which round, in what order, and what they cover. A Kit is plain
// data; documents are made from it alone.
package kit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"

	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// A Kit is everything about the interviews of one opening. It is also the
// form of kit.json.
type Kit struct {
	KitID     string          `json:"kit_id"` // short hash of the rest
	Name      string          `json:"name"`   // the profile's file name, without its ending
	Version   string          `json:"version"`
	Seed      int64           `json:"seed"`
	Form      string          `json:"form"`
	Bank      string          `json:"bank"` // short hash of the bank it was made from
	Profile   profile.Profile `json:"profile"`
	Topics    []Topic         `json:"topics"`
	Rounds    []Round         `json:"rounds"`
	Objective Objective       `json:"objective"`
	Gaps      []Gap           `json:"gaps"`
	LeftOut   []string        `json:"left_out,omitempty"` // default rounds for which nothing is eligible
	Forms     []FormRow       `json:"forms,omitempty"`    // all forms of this opening, side by side; none for a kit alone
}

// A Topic is a focus area, language or technology that this opening assesses.
// All times are in minutes.
type Topic struct {
	Topic     string   `json:"topic"`
	Sort      string   `json:"sort"`
	Title     string   `json:"title"`
	Weight    int      `json:"weight"`
	Named     bool     `json:"named"`
	MustHave  bool     `json:"must_have"`
	Minutes   int      `json:"minutes"`
	Looks     []string `json:"looks"`     // names of the rounds with a look
	Questions []string `json:"questions"` // ids
}

// A Round is one interview with its questions, in the order they are asked.
type Round struct {
	Name            string   `json:"name"`
	Kind            string   `json:"kind"`
	Minutes         int      `json:"minutes"`
	QuestionMinutes int      `json:"question_minutes"`
	FocusAreas      []string `json:"focus_areas,omitempty"`
	Interviewers    []string `json:"interviewers,omitempty"`
	Questions       []Asked  `json:"questions"`
}

// An Asked is a question in its place in a round.
type Asked struct {
	Order    int  `json:"order"`     // from 1
	DropRank int  `json:"drop_rank"` // 1 is dropped first when time runs out
	Pinned   bool `json:"pinned,omitempty"`
	rubrics.Question
}

// An Objective is what the choice of questions reached, in the order in which
// it was sought.
type Objective struct {
	Covered  int   `json:"covered"`
	TwoLooks int   `json:"two_looks"`
	Value    int   `json:"value"`
	Bound    Bound `json:"bound"`
	Optimal  bool  `json:"optimal"` // proved
}

// A Bound is what no choice of questions exceeds.
type Bound struct {
	Covered  int `json:"covered"`
	TwoLooks int `json:"two_looks"`
	Value    int `json:"value"`
}

// GapPercent is by how much another choice may exceed the value, in per cent of
// it, to one decimal; 0 where there is no value.
func (o Objective) GapPercent() float64 {
	if o.Value == 0 {
		return 0
	}
	return math.Round(1000*float64(o.Bound.Value-o.Value)/float64(o.Value)) / 10
}

// A Gap is something the kit does not do that a user may expect, with the
// smallest change that mends it.
type Gap struct {
	Kind    string `json:"kind"` // no-look, one-look, not-full or no-main
	Topic   string `json:"topic,omitempty"`
	Round   string `json:"round,omitempty"`
	Message string `json:"message"`
	Mend    string `json:"mend"`

	Why     Phrase   `json:"why,omitzero"`      // the message as data
	Changes []Phrase `json:"changes,omitempty"` // what mends it, likewise
}

// LookMinutes is the least time on a topic in one round that counts as a look.
const LookMinutes = lookMinutes

// Clock is how the round's minutes are spent.
func (r Round) Clock() profile.Clock {
	return profile.Round{Minutes: r.Minutes}.Clock()
}

// Used is how many minutes the round's questions take.
func (r Round) Used() int {
	sum := 0
	for _, q := range r.Questions {
		sum += q.Minutes
	}
	return sum
}

// Encode returns the kit as kit.json: indented, ending in a line end.
func (k *Kit) Encode() ([]byte, error) {
	b, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode kit: %w", err)
	}
	return append(b, '\n'), nil
}

// identify sets the kit id from the rest of the kit, its look, its typeface and
// its paper apart: these are not what is asked, and a new logo makes no other
// kit.
func (k *Kit) identify() error {
	k.KitID = ""
	plain := *k
	plain.Profile.Brand, plain.Profile.Font, plain.Profile.Paper = nil, "", ""
	b, err := json.Marshal(&plain)
	if err != nil {
		return fmt.Errorf("encode kit: %w", err)
	}
	sum := sha256.Sum256(b)
	k.KitID = hex.EncodeToString(sum[:4])
	return nil
}
