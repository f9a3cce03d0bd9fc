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
	Neutral    map[string]int    `toml:"neutral"` // of a kind, without a language
	Share      Shares            `toml:"share"`
	From       map[string]string `toml:"from"` // the lowest level of an area
}

// Shares is how many per cent of the technical questions that are not long may
// be of a kind.
type Shares struct {
	LeastWorkSample int `toml:"least_work_sample"`
	MostKnowledge   int `toml:"most_knowledge"`
}

// ReadAims returns the aims.
func ReadAims() (*Aims, error) {
	a := new(Aims)
	return a, toml.Unmarshal(aimsTOML, a)
}

// A Shortage is what a bank lacks of its aims: questions on a topic for a level,
// "" for any, of a kind, of a kind without a language, or in a share (then Has
// and Wants are per cent, and Wants is the most for knowledge).
type Shortage struct {
	Sort  string `json:"sort"` // area, language, technology, kind, neutral or share
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
	return append(list, b.missingKinds(a)...)
}

func (b *Bank) missingKinds(a *Aims) (list []Shortage) {
	all, neutral, short := map[Kind]int{}, map[Kind]int{}, map[Kind]int{}
	sum := 0
	for i := range b.Questions {
		q := &b.Questions[i]
		all[q.Kind]++
		if len(q.Languages) == 0 {
			neutral[q.Kind]++
		}
		if !q.Kind.HasParts() && !b.Vocabulary.IsPeople(q.Area) {
			short[q.Kind]++
			sum++
		}
	}
	for _, k := range Kinds() {
		if all[k] < a.Kind[string(k)] {
			list = append(list, Shortage{"kind", string(k), "", all[k], a.Kind[string(k)]})
		}
		if neutral[k] < a.Neutral[string(k)] {
			list = append(list, Shortage{"neutral", string(k), "", neutral[k], a.Neutral[string(k)]})
		}
	}
	if n := 100 * short[WorkSample]; n < a.Share.LeastWorkSample*sum {
		list = append(list, Shortage{"share", string(WorkSample), "", n / sum, a.Share.LeastWorkSample})
	}
	if n := 100 * short[Knowledge]; n > a.Share.MostKnowledge*sum {
		list = append(list, Shortage{"share", string(Knowledge), "", n / sum, a.Share.MostKnowledge})
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
