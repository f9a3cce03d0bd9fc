package kit

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
)

// A Diff is what changed from one kit to another.
type Diff struct {
	From     string        `json:"from"` // kit ids
	To       string        `json:"to"`
	Profile  []string      `json:"profile"` // keys that differ
	In       []Placed      `json:"in"`
	Out      []Placed      `json:"out"`
	Moved    []Moved       `json:"moved"`
	Edited   []Placed      `json:"edited"` // the same id with other content
	Coverage []TopicChange `json:"coverage"`
	Rounds   []RoundChange `json:"rounds"`
}

// A Placed is a question with its round.
type Placed struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Round string `json:"round"`
}

// A Moved is a question that changed its round or its place in it.
type Moved struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	From      string `json:"from"`
	To        string `json:"to"`
	FromOrder int    `json:"from_order"`
	ToOrder   int    `json:"to_order"`
}

// A TopicChange is a topic whose minutes or looks differ; a topic that one of
// the kits lacks has 0 there.
type TopicChange struct {
	Topic       string `json:"topic"`
	FromMinutes int    `json:"from_minutes"`
	ToMinutes   int    `json:"to_minutes"`
	FromLooks   int    `json:"from_looks"`
	ToLooks     int    `json:"to_looks"`
}

// A RoundChange is a round whose minutes differ, in all or for questions.
type RoundChange struct {
	Round       string `json:"round"`
	FromMinutes int    `json:"from_minutes"`
	ToMinutes   int    `json:"to_minutes"`
	FromUsed    int    `json:"from_used"`
	ToUsed      int    `json:"to_used"`
}

// Empty reports whether nothing changed.
func (d *Diff) Empty() bool {
	return len(d.Profile)+len(d.In)+len(d.Out)+len(d.Moved)+len(d.Edited)+len(d.Coverage)+len(d.Rounds) == 0
}

type place struct {
	round string
	asked Asked
}

func places(k *Kit) (map[string]place, []string) {
	all, order := map[string]place{}, []string(nil)
	for _, r := range k.Rounds {
		for _, q := range r.Questions {
			all[q.ID] = place{r.Name, q}
			order = append(order, q.ID)
		}
	}
	return all, order
}

// Compare returns what changed from a to b.
func Compare(a, b *Kit) *Diff {
	d := &Diff{From: a.KitID, To: b.KitID, Profile: profileChanges(a, b), In: []Placed{}, Out: []Placed{}, Moved: []Moved{}, Edited: []Placed{}, Coverage: []TopicChange{}, Rounds: []RoundChange{}}
	before, orderBefore := places(a)
	after, orderAfter := places(b)
	for _, id := range orderBefore {
		if was := before[id]; after[id].round == "" {
			d.Out = append(d.Out, Placed{id, was.asked.Title, was.round})
		}
	}
	for _, id := range orderAfter {
		was, is := before[id], after[id]
		switch {
		case was.round == "":
			d.In = append(d.In, Placed{id, is.asked.Title, is.round})
			continue
		case was.round != is.round || was.asked.Order != is.asked.Order:
			d.Moved = append(d.Moved, Moved{id, is.asked.Title, was.round, is.round, was.asked.Order, is.asked.Order})
		}
		if !same(was.asked.Question, is.asked.Question) {
			d.Edited = append(d.Edited, Placed{id, is.asked.Title, is.round})
		}
	}
	d.coverage(a, b)
	d.rounds(a, b)
	return d
}

// same reports whether two values would be saved alike: an absent list is an
// empty one.
func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// profileChanges returns the keys of a profile that differ, but for the
// typeface: what a kit keeps of it hangs on its texts, which are compared.
func profileChanges(a, b *Kit) []string {
	keys := []string{}
	x, y := reflect.ValueOf(a.Profile), reflect.ValueOf(b.Profile)
	for i := range x.NumField() {
		if tag := x.Type().Field(i).Tag.Get("toml"); tag != "" && tag != "-" && tag != "font" && !(isNothing(x.Field(i)) && isNothing(y.Field(i))) && !same(x.Field(i).Interface(), y.Field(i).Interface()) {
			keys = append(keys, tag)
		}
	}
	return keys
}

// isNothing holds for what a saved kit does not tell from nothing.
func isNothing(v reflect.Value) bool {
	return v.IsZero() || (v.Kind() == reflect.Map || v.Kind() == reflect.Slice) && v.Len() == 0
}

func (d *Diff) coverage(a, b *Kit) {
	changes := map[string]*TopicChange{}
	at := func(t Topic) *TopicChange {
		if changes[t.Topic] == nil {
			changes[t.Topic] = &TopicChange{Topic: t.Topic}
		}
		return changes[t.Topic]
	}
	for _, t := range a.Topics {
		c := at(t)
		c.FromMinutes, c.FromLooks = t.Minutes, len(t.Looks)
	}
	for _, t := range b.Topics {
		c := at(t)
		c.ToMinutes, c.ToLooks = t.Minutes, len(t.Looks)
	}
	for _, name := range slices.Sorted(maps.Keys(changes)) {
		if c := changes[name]; c.FromMinutes != c.ToMinutes || c.FromLooks != c.ToLooks {
			d.Coverage = append(d.Coverage, *c)
		}
	}
}

func (d *Diff) rounds(a, b *Kit) {
	changes := map[string]*RoundChange{}
	var order []string
	at := func(name string) *RoundChange {
		if changes[name] == nil {
			changes[name] = &RoundChange{Round: name}
			order = append(order, name)
		}
		return changes[name]
	}
	for _, r := range a.Rounds {
		c := at(r.Name)
		c.FromMinutes, c.FromUsed = r.Minutes, r.Used()
	}
	for _, r := range b.Rounds {
		c := at(r.Name)
		c.ToMinutes, c.ToUsed = r.Minutes, r.Used()
	}
	for _, name := range order {
		if c := changes[name]; c.FromMinutes != c.ToMinutes || c.FromUsed != c.ToUsed {
			d.Rounds = append(d.Rounds, *c)
		}
	}
}
