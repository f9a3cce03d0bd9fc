package kit

import "fmt"

// A Phrase is something said as data, so that documents can say it in the
// language of the kit: which saying of the catalogue it is, and what its
// placeholders stand for. Topics, levels and kinds are given by name.
type Phrase struct {
	Say  string            `json:"say"`
	With map[string]string `json:"with,omitempty"`
}

// phrase makes a phrase from the names of placeholders, each with its value.
func phrase(say string, pairs ...any) Phrase {
	p := Phrase{Say: say, With: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.With[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	return p
}
