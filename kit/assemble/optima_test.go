package assemble_test

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"math/bits"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"interviewkit/kit/assemble"
)

// An optimum is what a general solver found and proved for one instance.
type optimum struct {
	Instance   string          `json:"instance"`
	Best       assemble.Figure `json:"best"`
	NoMain     []int           `json:"no_main,omitempty"` // rounds whose main kind had to be dropped
	Infeasible bool            `json:"infeasible,omitempty"`
}

var (
	solve   = flag.String("solve", "", "establish the optima anew with this cbc, and write testdata/optima.json")
	sample  = flag.Int("sample", 0, "with -solve: establish only so many optima, spread over all, and compare them with the file")
	seconds = flag.Int("seconds", 60, "how long the solver may take for one objective of one instance")
)

const optimaFile = "testdata/optima.json"

// instances returns the fixed set: problems of the built-in bank as it was when
// they were frozen, and of synthetic banks.
func instances(t testing.TB) (names []string, all map[string]*assemble.Problem) {
	all = map[string]*assemble.Problem{}
	add := func(name string, p *assemble.Problem) {
		names, all[name] = append(names, name), p
	}
	for i, p := range builtin(t) {
		add(fmt.Sprintf("builtin-%03d", i), p)
	}
	for seed := range uint64(80) {
		add(fmt.Sprintf("synthetic-500-%03d", seed), synthetic(seed, 500))
	}
	for seed := range uint64(20) {
		add(fmt.Sprintf("synthetic-5000-%03d", seed), synthetic(1000+seed, 5000))
	}
	return names, all
}

// builtin reads the frozen problems of the built-in bank.
func builtin(t testing.TB) (problems []*assemble.Problem) {
	f, err := os.Open("testdata/builtin.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // only read from
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.NewDecoder(z).Decode(&problems); err != nil {
		t.Fatal(err)
	}
	return problems
}

// TestSolveOptima makes testdata/optima.json:
//
//	go test ./kit/assemble -run TestSolveOptima -solve "$(which cbc)" -timeout 4h
func TestSolveOptima(t *testing.T) {
	if *solve == "" {
		t.Skip("only with -solve")
	}
	names, all := instances(t)
	if *sample > 0 {
		compareSample(t, names, all)
		return
	}
	found := make([]*optimum, len(names))
	gate, wg := make(chan bool, 2), sync.WaitGroup{}
	for i, name := range names {
		wg.Go(func() {
			gate <- true
			defer func() { <-gate }()
			found[i] = establish(t, name, all[name])
		})
	}
	wg.Wait()
	found = slices.DeleteFunc(found, func(o *optimum) bool { return o == nil })
	b, err := json.MarshalIndent(found, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(optimaFile, append(b, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
}

// compareSample establishes some optima anew, to see that the file is right.
func compareSample(t *testing.T, names []string, all map[string]*assemble.Problem) {
	kept := readOptima(t)
	if len(kept) != len(names) {
		t.Fatalf("%d optima for %d instances", len(kept), len(names))
	}
	for i := range *sample {
		at := i * len(names) / *sample
		if o := establish(t, names[at], all[names[at]]); o != nil && !reflect.DeepEqual(*o, kept[at]) {
			t.Errorf("the optimum is %+v; the file has %+v", *o, kept[at])
		}
	}
}

// establish solves one instance, with as many rounds holding their main kind as
// can; nil when that takes too long.
func establish(t *testing.T, name string, p *assemble.Problem) *optimum {
	for _, drop := range dropOrder(p) {
		var f assemble.Figure
		solved := true
		for s, into := range []*int{&f.Covered, &f.TwoLooks, &f.Value} {
			n, state := runSolver(t, writeLP(withoutMains(p, drop), stage(s), f))
			if state == "infeasible" {
				solved = false
				break
			}
			if state != "optimal" {
				t.Logf("%s: stage %d not solved in time", name, s)
				return nil
			}
			*into = n
		}
		if solved {
			return &optimum{Instance: name, Best: f, NoMain: drop}
		}
	}
	return &optimum{Instance: name, Infeasible: true}
}

// dropOrder lists the sets of rounds whose main kind may be dropped, fewest
// first, and of equally many the latest rounds first.
func dropOrder(p *assemble.Problem) (sets [][]int) {
	var with []int
	for r, round := range p.Rounds {
		if round.Main > 0 {
			with = append(with, r)
		}
	}
	masks := make([]int, 1<<len(with))
	for i := range masks {
		masks[i] = i
	}
	slices.SortFunc(masks, func(a, b int) int {
		if n := bits.OnesCount(uint(a)) - bits.OnesCount(uint(b)); n != 0 {
			return n
		}
		return b - a
	})
	for _, mask := range masks {
		var set []int
		for i, r := range with {
			if mask>>i&1 == 1 {
				set = append(set, r)
			}
		}
		sets = append(sets, set)
	}
	return sets
}

func withoutMains(p *assemble.Problem, rounds []int) *assemble.Problem {
	q := *p
	q.Rounds = slices.Clone(p.Rounds)
	for _, r := range rounds {
		q.Rounds[r].Main = 0
	}
	return &q
}

var objectiveLine = regexp.MustCompile(`(?m)^Optimal - objective value +([0-9.e+-]+)`)

// runSolver solves an LP file by a process of its own.
func runSolver(t *testing.T, lp string) (best int, state string) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "p.lp"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, []byte(lp), 0o600); err != nil {
		t.Fatal(err)
	}
	log, err := exec.Command(*solve, in, "sec", strconv.Itoa(*seconds), "ratio", "0", "solve", "solu", out).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(string(b), "\n"); strings.Contains(strings.ToLower(first), "infeasible") {
		return 0, "infeasible"
	}
	m := objectiveLine.FindSubmatch(b)
	if m == nil {
		return 0, "late"
	}
	v, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return int(v + 0.5), "optimal"
}
