package assemble_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"interviewkit/kit/assemble"
)

func readOptima(t testing.TB) (list []optimum) {
	b, err := os.ReadFile(optimaFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// A standing is how one loop compares with the best there is.
type standing struct {
	lessLooks  bool    // of the first two objectives
	short      float64 // per cent of the value below the best, where they are equal
	proved     bool
	looksKnown bool    // the bound of the first two is tight
	gap        float64 // per cent of the bound of the value above what was found
}

// Ours against the optima that a general solver established: never better,
// which would be a broken constraint, never a bound below them, which would be
// a broken proof, and no further away than was measured.
func TestAgainstOptima(t *testing.T) {
	_, all := instances(t)
	stands := map[string][]standing{}
	for _, o := range readOptima(t) {
		s, err := assemble.Solve(all[o.Instance])
		if (err != nil) != o.Infeasible {
			t.Errorf("%s: %v; a loop: %v", o.Instance, err, !o.Infeasible)
		}
		if err != nil {
			continue
		}
		if !slices.Equal(s.NoMain, o.NoMain) {
			t.Errorf("%s: rounds %v do without their main kind; %v must", o.Instance, s.NoMain, o.NoMain)
		}
		check(t, all[o.Instance], s)
		if o.Best.Less(s.Figure) || exceeds(o.Best, s.Bound) || s.Optimal && s.Figure != o.Best {
			t.Errorf("%s: %+v, bound %+v, proved %v; the best is %+v", o.Instance, s.Figure, s.Bound, s.Optimal, o.Best)
		}
		bank := o.Instance[:strings.LastIndexByte(o.Instance, '-')]
		stands[bank] = append(stands[bank], standing{
			lessLooks: s.Figure.Covered != o.Best.Covered || s.Figure.TwoLooks != o.Best.TwoLooks,
			short:     100 * (1 - float64(s.Figure.Value)/float64(o.Best.Value)), proved: s.Optimal,
			looksKnown: s.Bound.Covered == o.Best.Covered && s.Bound.TwoLooks == o.Best.TwoLooks,
			gap:        100 * (float64(s.Bound.Value)/float64(s.Figure.Value) - 1),
		})
	}
	for bank, most := range map[string]struct {
		lessLooks   int
		worst, mean float64
	}{"builtin": {0, 2, 0.05}, "synthetic-500": {0, 1.5, 0.05}, "synthetic-5000": {2, 5, 0.6}} {
		compare(t, bank, stands[bank], most.lessLooks, most.worst, most.mean)
	}
}

func compare(t *testing.T, bank string, list []standing, lessLooks int, worst, mean float64) {
	less, proved, known, close, sum, most := 0, 0, 0, 0, 0.0, 0.0
	for _, s := range list {
		if s.proved {
			proved++
		}
		if s.looksKnown {
			known++
			if s.gap <= 1 {
				close++
			}
		}
		if s.lessLooks {
			less++
			continue
		}
		sum += s.short
		most = max(most, s.short)
	}
	average := sum / float64(len(list)-less)
	t.Logf("%s, %d loops: %d with less looks than the best; value short by %.3f %% on average, %.2f %% at worst; %d proved; the bound of looks is tight for %d, and that of value within 1 %% for %d of these",
		bank, len(list), less, average, most, proved, known, close)
	if less > lessLooks || most > worst || average > mean {
		t.Errorf("%s: further from the optima than was measured", bank)
	}
}

// BenchmarkSolve solves the problems of many profiles on banks of a size, and
// reports how long the median and the slowest hundredth take.
func BenchmarkSolve(b *testing.B) {
	for _, size := range []struct{ bank, profiles int }{{100, 200}, {500, 200}, {5000, 60}} {
		b.Run(fmt.Sprint(size.bank), func(b *testing.B) {
			var problems []*assemble.Problem
			for seed := range uint64(size.profiles) {
				problems = append(problems, synthetic(seed, size.bank))
			}
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				_, _ = assemble.Solve(problems[i%len(problems)]) // some have no loop, which takes time to see, too
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
		})
	}
}
