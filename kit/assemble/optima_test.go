package assemble_test

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"interviewkit/kit/assemble"
)

// An optimum is what a general solver found and proved for one instance.
type optimum struct {
	Seed       uint64          `json:"seed"`
	Questions  int             `json:"questions"`
	Best       assemble.Figure `json:"best"`
	Infeasible bool            `json:"infeasible,omitempty"`
}

var solve = flag.String("solve", "", "establish the optima anew with this cbc or glpsol, and write testdata/optima.json")

const optimaFile = "testdata/optima.json"

// TestSolveOptima makes testdata/optima.json:
//
//	go test ./kit/assemble -run TestSolveOptima -solve "$(which cbc)" -timeout 2h
func TestSolveOptima(t *testing.T) {
	if *solve == "" {
		t.Skip("only with -solve")
	}
	var all []optimum
	for seed := range uint64(60) {
		n := 30 + int(seed)*3
		p := realistic(seed, n)
		best, ok := solveLP(t, p)
		if !ok {
			t.Logf("seed %d: not solved in time", seed)
			continue
		}
		all = append(all, optimum{Seed: seed, Questions: n, Best: best, Infeasible: best == assemble.Figure{}})
	}
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(optimaFile, append(b, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
}

var objectiveLine = regexp.MustCompile(`(?m)^(?:Optimal - objective value|Objective: +obj =) +([0-9.e+]+)`)

func solveLP(t *testing.T, p *assemble.Problem) (assemble.Figure, bool) {
	dir := t.TempDir()
	lp, out := filepath.Join(dir, "p.lp"), filepath.Join(dir, "out")
	if err := os.WriteFile(lp, []byte(writeLP(p)), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(*solve, lp, "sec", "60", "ratio", "0", "solve", "solu", out)
	if filepath.Base(*solve) == "glpsol" {
		cmd = exec.Command(*solve, "--lp", lp, "--tmlim", "60", "-o", out)
	}
	if log, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if regexp.MustCompile(`(?m)^Infeasible`).Match(b) {
		return assemble.Figure{}, true
	}
	m := objectiveLine.FindSubmatch(b)
	if m == nil {
		return assemble.Figure{}, false
	}
	v, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	n := int(v + 0.5)
	return assemble.Figure{Covered: n / lpCovered, TwoLooks: n % lpCovered / lpTwoLooks, Value: n % lpTwoLooks}, true
}

// Ours against the optima that a general solver established: never better,
// which would be a broken constraint, never a bound below them, which would be
// a broken proof, and no further away than it was.
func TestAgainstOptima(t *testing.T) {
	b, err := os.ReadFile(optimaFile)
	if err != nil {
		t.Fatal(err)
	}
	var all []optimum
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	lessCovered, compared, short, above := 0, 0, 0.0, 0.0
	for _, o := range all {
		s, err := assemble.Solve(realistic(o.Seed, o.Questions))
		if err != nil {
			if !o.Infeasible {
				t.Errorf("seed %d: %v; there is a loop of %+v", o.Seed, err, o.Best)
			}
			continue
		}
		if len(s.NoMain) > 0 {
			continue // the model drops that constraint where nothing fits; the LP has none to drop
		}
		compared++
		above += float64(s.Bound.Value)/float64(o.Best.Value) - 1
		if o.Best.Less(s.Figure) {
			t.Errorf("seed %d: %+v is better than the optimum %+v", o.Seed, s.Figure, o.Best)
		}
		if s.Bound.Covered < o.Best.Covered || s.Bound.TwoLooks < o.Best.TwoLooks && s.Bound.Covered == o.Best.Covered || s.Bound.Value < o.Best.Value {
			t.Errorf("seed %d: bound %+v is below the optimum %+v", o.Seed, s.Bound, o.Best)
		}
		if s.Figure.Covered != o.Best.Covered || s.Figure.TwoLooks != o.Best.TwoLooks {
			lessCovered++
			continue
		}
		short += 1 - float64(s.Figure.Value)/float64(o.Best.Value)
	}
	mean := 100 * short / float64(compared-lessCovered)
	t.Logf("of %d optima, %d with less coverage; the value of the others is %.2f %% short on average; bounds lie %.1f %% above", compared, lessCovered, mean, 100*above/float64(compared))
	if compared < 40 || lessCovered > 10 || mean > 1 {
		t.Error("further from the optima than it was")
	}
}
