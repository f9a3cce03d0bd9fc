package assemble_test

import (
	"fmt"
	"strings"

	"interviewkit/kit/assemble"
)

// A stage is which objective an LP maximises; those before it are held at what
// they reached.
type stage int

const (
	forCovered stage = iota
	forTwoLooks
	forValue
)

// writeLP states a problem in the LP format that general solvers read, so that
// its optimum can be established without any of our own code.
func writeLP(p *assemble.Problem, s stage, reached assemble.Figure) string {
	w := &lpWriter{p: p}
	w.row("Maximize\n obj:")
	w.objective(s)
	w.row("Subject To")
	if s > forCovered {
		w.row(" covered:")
		w.objective(forCovered)
		w.row(" >= %d", reached.Covered)
	}
	if s > forTwoLooks {
		w.row(" two_looks:")
		w.objective(forTwoLooks)
		w.row(" >= %d", reached.TwoLooks)
	}
	w.constraints()
	w.bounds()
	return w.String()
}

type lpWriter struct {
	strings.Builder
	p *assemble.Problem
}

func x(q, r int) string { return fmt.Sprintf("x_%d_%d", q, r) }

func (w *lpWriter) row(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// segments are the widths and values a minute of F.
func segments(t assemble.Topic) [][2]int {
	if t.Brief {
		return [][2]int{{10, 4}}
	}
	return [][2]int{{10, 8}, {10, 4}, {10, 2}}
}

func (w *lpWriter) objective(s stage) {
	for t, topic := range w.p.Topics {
		switch {
		case s == forCovered:
			w.row(" + %d c_%d", topic.Weight, t)
		case s == forTwoLooks && topic.TwoLooks:
			w.row(" + %d d_%d", topic.Weight, t)
		case s == forTwoLooks:
			w.row(" + 0 d_%d", t)
		default:
			for k, piece := range segments(topic) {
				w.row(" + %d y_%d_%d", piece[1]*topic.Weight, t, k)
			}
		}
	}
	if s == forValue {
		w.spent()
	}
}

// spent is what the minutes of the chosen questions are worth by themselves.
func (w *lpWriter) spent() {
	for q, question := range w.p.Questions {
		for _, o := range question.Options {
			worth := question.Minutes
			if question.Middle {
				worth *= 2
			}
			w.row(" + %d %s", worth, x(q, o.Round))
		}
	}
}

func (w *lpWriter) constraints() {
	for q, question := range w.p.Questions {
		terms := w.asked(q)
		if terms == "" {
			continue
		}
		if question.Pinned {
			w.row(" pin_%d: %s = 1", q, terms)
		} else {
			w.row(" once_%d: %s <= 1", q, terms)
		}
	}
	for i, e := range w.p.Enemies {
		if a, b := w.asked(e[0]), w.asked(e[1]); a != "" && b != "" {
			w.row(" enemy_%d: %s %s <= 1", i, a, b)
		}
	}
	for r := range w.p.Rounds {
		w.round(r)
	}
	for t, topic := range w.p.Topics {
		w.topic(t, topic)
	}
}

func (w *lpWriter) asked(q int) string {
	var b strings.Builder
	for _, o := range w.p.Questions[q].Options {
		fmt.Fprintf(&b, " + %s", x(q, o.Round))
	}
	return b.String()
}

func (w *lpWriter) round(r int) {
	var all, used, knowledge, main strings.Builder
	for q, question := range w.p.Questions {
		for _, o := range question.Options {
			if o.Round != r {
				continue
			}
			fmt.Fprintf(&all, " + %s", x(q, r))
			fmt.Fprintf(&used, " + %d %s", question.Minutes, x(q, r))
			if question.Knowledge && !o.Free {
				fmt.Fprintf(&knowledge, " + %d %s", question.Minutes, x(q, r))
			}
			if o.Main {
				fmt.Fprintf(&main, " + %d %s", question.Minutes, x(q, r))
			}
		}
	}
	round := w.p.Rounds[r]
	w.row(" some_%d: %s >= 1", r, all.String())
	w.row(" budget_%d: %s <= %d", r, used.String(), round.Budget)
	if knowledge.Len() > 0 {
		w.row(" knowledge_%d: %s <= %d", r, knowledge.String(), round.Knowledge)
	}
	if round.Main > 0 { // where no question is of the main kind, this cannot hold
		w.row(" main_%d: %s + 0 c_0 >= %d", r, main.String(), round.Main)
	}
}

func (w *lpWriter) topic(t int, topic assemble.Topic) {
	var looks, total strings.Builder
	for r := range w.p.Rounds {
		var here, look strings.Builder
		for q, question := range w.p.Questions {
			for _, m := range question.Measures {
				for _, o := range question.Options {
					if m.Topic == t && o.Round == r {
						fmt.Fprintf(&here, " + %d %s", m.Minutes, x(q, r))
						// more than a look's minutes of one question count for no more looks
						fmt.Fprintf(&look, " + %d %s", min(m.Minutes, assemble.LookMinutes), x(q, r))
					}
				}
			}
		}
		if here.Len() == 0 {
			continue
		}
		total.WriteString(here.String())
		fmt.Fprintf(&looks, " + z_%d_%d", t, r)
		w.row(" look_%d_%d: %s - %d z_%d_%d >= 0", t, r, look.String(), assemble.LookMinutes, t, r)
	}
	if total.Len() == 0 {
		w.row(" none_%d: c_%d + d_%d + y_%d_0 + y_%d_1 + y_%d_2 <= 0", t, t, t, t, t, t)
		return
	}
	w.row(" covered_%d: %s - c_%d >= 0", t, looks.String(), t)
	w.row(" twice_%d: %s - 2 d_%d >= 0", t, looks.String(), t)
	w.row(" minutes_%d: %s - y_%d_0 - y_%d_1 - y_%d_2 >= 0", t, total.String(), t, t, t)
}

func (w *lpWriter) bounds() {
	w.row("Bounds")
	for t, topic := range w.p.Topics {
		for k := range 3 {
			most := 0
			if s := segments(topic); k < len(s) {
				most = s[k][0]
			}
			w.row(" 0 <= y_%d_%d <= %d", t, k, most)
		}
	}
	w.row("Binary")
	for q, question := range w.p.Questions {
		for _, o := range question.Options {
			w.row(" %s", x(q, o.Round))
		}
	}
	for t := range w.p.Topics {
		w.row(" c_%d\n d_%d", t, t)
		for r := range w.p.Rounds {
			w.row(" z_%d_%d", t, r)
		}
	}
	w.row("End")
}
