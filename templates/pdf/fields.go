package pdf

import (
	"strconv"
	"strings"

	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// Fields of scorecards are named KIT:rROUND:WHAT, for what is said of a round
// as a whole, and KIT:rROUND:QUESTION:PART:WHAT, so that filled cards can be
// read back: the kit's id, the round's number, the question's id with its full
// stop written "/", and the letter of the part, "-" for a question without
// parts. docs/scorecards.md lists what WHAT may be.

// cardFields names the fields of one round's card.
type cardFields struct{ kit, round string }

func (p *printer) fieldsOf(r *view.Round) cardFields {
	return cardFields{p.h.KitID, "r" + strconv.Itoa(r.Number)}
}

// of is a field that is about the round.
func (f cardFields) of(kind finish.FieldKind, what, tip string) page.Field {
	return page.Field{Kind: kind, Name: strings.Join([]string{f.kit, f.round, what}, ":"), Tip: tip}
}

// on is a field that is about a question, or a part of it.
func (f cardFields) on(kind finish.FieldKind, q *view.Question, part, what, tip string) page.Field {
	return f.of(kind, strings.Join([]string{strings.ReplaceAll(q.ID, ".", "/"), part, what}, ":"), tip)
}

// whole is the part of a question that has none.
const whole = "-"

// partOf returns the letter of a rated part.
func partOf(q *view.Question, r *view.Rated) string {
	if letter := strings.TrimPrefix(r.Number, q.Number); letter != "" {
		return letter
	}
	return whole
}

// option is one of several buttons, of which one is chosen.
func option(f page.Field, value, said string) page.Field {
	f.Value, f.Said = value, join(", ", f.Tip, said)
	return f
}
