package assemble_test

import (
	"slices"
	"testing"

	"interviewkit/kit/assemble"
)

// The example of docs/assembly.md, which is worked there by hand.
func TestWorkedExample(t *testing.T) {
	const databases, testing, golang = 0, 1, 2
	const technical, coding = 0, 1
	both := []assemble.Option{{Round: technical}, {Round: coding}}
	p := &assemble.Problem{
		Seed:   "1",
		Topics: []assemble.Topic{{Weight: 2, TwoLooks: true}, {Weight: 1, TwoLooks: true}, {Weight: 1, TwoLooks: true}},
		Rounds: []assemble.Round{{Budget: 28, Knowledge: 7}, {Budget: 28, Knowledge: 7, Main: 14}},
		Questions: []assemble.Question{
			{ID: "d1", Minutes: 10, Middle: true, Measures: []assemble.Measure{{Topic: databases, Minutes: 10}}, Options: both},
			{ID: "d2", Minutes: 8, Measures: []assemble.Measure{{Topic: databases, Minutes: 8}}, Options: both[:1]},
			{ID: "t1", Minutes: 9, Middle: true, Measures: []assemble.Measure{{Topic: testing, Minutes: 9}}, Options: both},
			{ID: "g1", Minutes: 9, Measures: []assemble.Measure{{Topic: testing, Minutes: 9}, {Topic: golang, Minutes: 9}}, Options: both},
			{ID: "c1", Minutes: 20, Middle: true, Measures: []assemble.Measure{{Topic: golang, Minutes: 20}, {Topic: testing, Minutes: 8}}, Options: []assemble.Option{{Round: coding, Main: true}}},
		},
		Enemies: [][2]int{{2, 3}},
	}
	s, err := assemble.Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	want := assemble.Choice{technical, technical, assemble.Out, technical, coding}
	if f := (assemble.Figure{Covered: 4, TwoLooks: 2, Value: 547}); !slices.Equal(s.Choice, want) || s.Figure != f || s.Bound != f || !s.Optimal {
		t.Errorf("%+v", s)
	}
	if f := p.Evaluate(assemble.Choice{technical, technical, technical, assemble.Out, coding}); f != (assemble.Figure{Covered: 4, TwoLooks: 1, Value: 538}) {
		t.Errorf("with t1: %+v", f)
	}
}
