package view

import (
	"cmp"
	"slices"
	"strconv"

	"interviewkit/templates/locale"
)

// A Spent is how many minutes of the loop go to one area, or to what is not
// asked.
type Spent struct {
	Label   string
	Minutes int
	Asked   bool
}

// spent parts the minutes of all rounds among the areas of what is asked, the
// longest first, and what is left for opening, questions of theirs and closing.
func (b *builder) spent() (list []Spent) {
	whole := 0
	add := func(area string, minutes int) {
		label := b.title(area)
		i := slices.IndexFunc(list, func(s Spent) bool { return s.Label == label })
		if i < 0 {
			list, i = append(list, Spent{Label: label, Asked: true}), len(list)
		}
		list[i].Minutes += minutes
		whole -= minutes
	}
	for i := range b.k.Rounds {
		r := &b.k.Rounds[i]
		whole += r.Minutes
		for j := range r.Questions {
			for _, part := range r.Questions[j].Rated() {
				add(part.Area, part.Minutes)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y Spent) int { return cmp.Compare(y.Minutes, x.Minutes) })
	return append(list, Spent{Label: b.w.Overview.SpentElse, Minutes: whole})
}

// spentSaid is the same as a sentence.
func (b *builder) spentSaid(list []Spent) string {
	text := b.w.Format.Labelled(b.w.Overview.Spent)
	for i, s := range list {
		sep := ", "
		if i == 0 {
			sep = " "
		}
		text += sep + s.Label + " " + locale.Fill(b.w.Page.Minutes, "n", strconv.Itoa(s.Minutes))
	}
	return text
}
