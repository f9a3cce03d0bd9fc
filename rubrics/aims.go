package rubrics

import (
	_ "embed"
	"slices"

	"github.com/BurntSushi/toml"
)

//go:embed aims.toml
var aimsTOML []byte

// Aims is how many questions a bank should have.
type Aims struct {
	Area       map[string]int    `toml:"area"` // by level
	Language   map[string]int    `toml:"language"`
	Technology map[string]int    `toml:"technology"`
	Kind       map[string]int    `toml:"kind"`
	From       map[string]string `toml:"from"` // the lowest level of an area
}

// ReadAims returns the aims.
func ReadAims() (*Aims, error) {
	a := new(Aims)
	return a, toml.Unmarshal(aimsTOML, a)
}

// A Shortage is what a bank lacks of its aims: questions on a topic for a level,
// "" for any, or of a kind.
type Shortage struct {
	Sort  string `json:"sort"` // area, language, technology or kind
	Topic string `json:"topic"`
	Level string `json:"level,omitempty"`
	Has   int    `json:"has"`
	Wants int    `json:"wants"`
}

// CountsFor reports whether a question counts for a topic: of an area, those
// that every profile can use, since they need no language or technology.
func (q *Question) CountsFor(s Sort, topic string) bool {
	switch s {
	case SortLanguage:
		return slices.Contains(q.Languages, topic)
	case SortTechnology:
		return slices.Contains(q.Technologies, topic)
	}
	return len(q.Languages)+len(q.Technologies) == 0 && (q.Area == topic || slices.ContainsFunc(q.Parts, func(p Part) bool { return p.Area == topic }))
}

// Missing returns what a bank lacks of its aims, the topics in the order of the
// vocabulary.
func (b *Bank) Missing(a *Aims) (list []Shortage) {
	for _, s := range []Sort{SortArea, SortLanguage, SortTechnology} {
		aims := map[Sort]map[string]int{SortArea: a.Area, SortLanguage: a.Language, SortTechnology: a.Technology}[s]
		for _, topic := range b.Vocabulary.Names(s) {
			if n := b.count(s, topic, ""); n < aims["all"] {
				list = append(list, Shortage{string(s), topic, "", n, aims["all"]})
			}
			for _, level := range b.Vocabulary.Names(SortLevel) {
				if b.Vocabulary.Level(level) < b.Vocabulary.Level(a.From[topic]) {
					continue
				}
				if n := b.count(s, topic, level); n < aims[level] {
					list = append(list, Shortage{string(s), topic, level, n, aims[level]})
				}
			}
		}
	}
	for _, k := range Kinds() {
		n := 0
		for i := range b.Questions {
			if b.Questions[i].Kind == k {
				n++
			}
		}
		if n < a.Kind[string(k)] {
			list = append(list, Shortage{"kind", string(k), "", n, a.Kind[string(k)]})
		}
	}
	return list
}

// count returns how many questions count for a topic and serve a level, "" for
// any.
func (b *Bank) count(s Sort, topic, level string) (n int) {
	for i := range b.Questions {
		if q := &b.Questions[i]; q.CountsFor(s, topic) && (level == "" || q.Serves(level)) {
			n++
		}
	}
	return n
}
