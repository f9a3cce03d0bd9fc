package rubrics

import (
	"slices"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
)

// A Sort is which list of the vocabulary a word stands in.
type Sort string

// The sorts of topics, and levels.
const (
	SortLevel      Sort = "level"
	SortArea       Sort = "area"
	SortLanguage   Sort = "language"
	SortTechnology Sort = "technology"
)

// A Word is a level, focus area, language or technology.
type Word struct {
	Name    string   `toml:"name"`
	Title   string   `toml:"title"`
	Sort    string   `toml:"sort"` // of an area: technical or people
	Aliases []string `toml:"aliases"`
	About   string   `toml:"about"` // what a candidate is told of an area

	// Languages that a technology is written for: who names it may be asked in them.
	Languages []string `toml:"languages"`
}

// A Vocabulary is all words that profiles and questions may use.
type Vocabulary struct {
	Levels       []Word `toml:"level"` // lowest first
	Areas        []Word `toml:"area"`
	Languages    []Word `toml:"language"`
	Technologies []Word `toml:"technology"`
}

// ReadVocabulary reads a vocabulary file. What is wrong with it comes back as
// diag.Faults.
func ReadVocabulary(name string, src []byte) (*Vocabulary, error) {
	doc, err := strict.Parse(name, src)
	if err != nil {
		return nil, err
	}
	v := new(Vocabulary)
	return v, doc.Bind(v).Err()
}

// Words returns the words of one sort, in order.
func (v *Vocabulary) Words(s Sort) []Word {
	switch s {
	case SortLevel:
		return v.Levels
	case SortArea:
		return v.Areas
	case SortLanguage:
		return v.Languages
	}
	return v.Technologies
}

// Names returns the names of one sort, in order.
func (v *Vocabulary) Names(s Sort) []string {
	words := v.Words(s)
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = w.Name
	}
	return names
}

// Resolve returns the name that word stands for in a sort, by name or alias;
// false when it is none. Case counts: a profile is data, not prose.
func (v *Vocabulary) Resolve(s Sort, word string) (string, bool) {
	for _, w := range v.Words(s) {
		if w.Name == word || slices.Contains(w.Aliases, word) {
			return w.Name, true
		}
	}
	return "", false
}

// Title returns the printed name of a word; the word itself when unknown.
func (v *Vocabulary) Title(s Sort, name string) string {
	if w, ok := v.find(s, name); ok {
		return w.Title
	}
	return name
}

// TitleOf returns the printed name of an area, language or technology.
func (v *Vocabulary) TitleOf(name string) string {
	for _, s := range []Sort{SortArea, SortLanguage, SortTechnology} {
		if w, ok := v.find(s, name); ok {
			return w.Title
		}
	}
	return name
}

// About returns what a candidate is told of an area, "" when there is nothing.
func (v *Vocabulary) About(area string) string {
	w, _ := v.find(SortArea, area)
	return w.About
}

// LanguagesOf returns the languages that a technology is written for, none when
// it is for any.
func (v *Vocabulary) LanguagesOf(technology string) []string {
	w, _ := v.find(SortTechnology, technology)
	return w.Languages
}

func (v *Vocabulary) find(s Sort, name string) (Word, bool) {
	words := v.Words(s)
	i := slices.IndexFunc(words, func(w Word) bool { return w.Name == name })
	if i < 0 {
		return Word{}, false
	}
	return words[i], true
}

// Level returns the rank of a level from 0, -1 when unknown.
func (v *Vocabulary) Level(name string) int {
	return slices.IndexFunc(v.Levels, func(w Word) bool { return w.Name == name })
}

// IsPeople reports whether area is a people area. An area that is the name of
// a language or technology is technical.
func (v *Vocabulary) IsPeople(area string) bool {
	w, ok := v.find(SortArea, area)
	return ok && w.Sort == "people"
}

// Hint says what was probably meant by an unknown word of a sort: a near name
// or alias, or the sort that does hold the word.
func (v *Vocabulary) Hint(s Sort, word string) string {
	lower := strings.ToLower(word)
	if name, ok := v.Resolve(s, lower); ok && lower != word {
		return "names are lower case: " + diag.Quote(name)
	}
	keys := map[Sort]string{SortArea: "focus_areas", SortLanguage: "languages", SortTechnology: "technologies", SortLevel: "seniority"}
	for _, other := range []Sort{SortArea, SortLanguage, SortTechnology} {
		if name, ok := v.Resolve(other, lower); ok && other != s {
			return diag.Quote(name) + " is one of the " + keys[other]
		}
	}
	var known []string
	for _, w := range v.Words(s) {
		known = append(append(known, w.Name), w.Aliases...)
	}
	if near := diag.Nearest(word, known); near != "" {
		name, _ := v.Resolve(s, near)
		return "did you mean " + diag.Quote(name) + "?"
	}
	return ""
}
