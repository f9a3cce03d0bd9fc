package view

import (
	"strings"

	"interviewkit/kit"
	"interviewkit/templates/locale"
)

// gap says a gap in the words of the catalogue; in its own where a saved kit
// has it as text only.
func (b *builder) gap(g kit.Gap) Gap {
	words := b.w.Gaps
	said := Gap{g.Message, g.Mend}
	if why, ok := b.say(words.Why, g.Why); ok {
		said.Message = why
	}
	var changes []string
	for _, c := range g.Changes {
		change, ok := b.say(words.Changes, c)
		if !ok {
			return said
		}
		changes = append(changes, change)
	}
	if len(changes) > 0 {
		said.Mend = strings.Join(changes, words.Joined)
	}
	return said
}

// say puts what a phrase stands for into its saying; false when there is no
// such saying.
func (b *builder) say(sayings map[string]string, p kit.Phrase) (string, bool) {
	text, ok := sayings[p.Say]
	var pairs []string
	for name, value := range p.With {
		switch name {
		case "topic":
			value = b.title(value)
		case "level":
			value = b.m.level(value)
		case "kind":
			value = b.w.Kinds[value]
		case "round_kind":
			value = b.w.RoundKind[value]
		}
		pairs = append(pairs, name, value)
	}
	return locale.Fill(text, pairs...), ok
}
