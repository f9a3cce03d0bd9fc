package assemble_test

import (
	"fmt"
	"strings"

	"interviewkit/kit/assemble"
)

// writeLP states a problem in the LP format that general solvers read, so that
// its optimum can be established without any of our own code. The three
// objectives are one sum, each weighted so that the next cannot outweigh it.
func writeLP(p *assemble.Problem) string {
	w := &lpWriter{p: p}
	w.objective()
	w.constraints()
	w.bounds()
	return w.String()
}

// Weights of the first two objectives; value stays below the second.
const (
	lpTwoLooks = 20_000
	lpCovered  = 2_000_000
)

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

func (w *lpWriter) objective() {
	w.row("Maximize\n obj:")
	for t, topic := range w.p.Topics {
		w.row(" + %d c_%d", lpCovered*topic.Weight, t)
		if topic.TwoLooks {
			w.row(" + %d d_%d", lpTwoLooks*topic.Weight, t)
		}
		for k, s := range segments(topic) {
			w.row(" + %d y_%d_%d", s[1]*topic.Weight, t, k)
		}
	}
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
	w.row("Subject To")
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
	if main.Len() > 0 && round.Main > 0 {
		w.row(" main_%d: %s >= %d", r, main.String(), round.Main)
	}
}

func (w *lpWriter) topic(t int, topic assemble.Topic) {
	var looks, total strings.Builder
	for r := range w.p.Rounds {
		var here strings.Builder
		for q, question := range w.p.Questions {
			for _, m := range question.Measures {
				for _, o := range question.Options {
					if m.Topic == t && o.Round == r {
						fmt.Fprintf(&here, " + %d %s", m.Minutes, x(q, r))
					}
				}
			}
		}
		if here.Len() == 0 {
			continue
		}
		total.WriteString(here.String())
		fmt.Fprintf(&looks, " + z_%d_%d", t, r)
		w.row(" look_%d_%d: %s - %d z_%d_%d >= 0", t, r, here.String(), assemble.LookMinutes, t, r)
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
