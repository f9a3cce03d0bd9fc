package assemble

import "testing"

// Each criterion is held to by itself: what one form has too much or too
// little of is a misfit, as far as it goes beyond what is allowed.
func TestMisfit(t *testing.T) {
	std := &standard{figure: Figure{Covered: 9, TwoLooks: 6, Value: 1500}, floor: 9, used: []int{20, 40}, main: []int{0, 20}, full: []int{17, 34}, weight: 2}
	form := func(covered, looks, value int, used ...int) *state {
		return &state{figure: Figure{covered, looks, value}, used: used, main: []int{0, 30}, asked: [][]int{{0}, {1}}}
	}
	lacking := form(9, 6, 1000, 20, 40)
	lacking.main[1] = 17
	empty := form(9, 6, 1000, 20, 40)
	empty.asked[0] = nil
	for _, c := range []struct {
		name string
		b    *state
		want misfit
	}{
		{"alike", form(9, 6, 1000, 20, 40), misfit{}},
		{"as far apart as may be", form(9, 4, 950, 15, 35), misfit{}},
		{"a round too far below", form(9, 6, 1000, 20, 33), misfit{minutes: 2 + 2}}, // below the kit alone, and below the other form
		{"a round too far above", form(9, 6, 1000, 27, 40), misfit{minutes: 2}},
		{"covers less", form(8, 6, 1000, 20, 40), misfit{covered: 1}},
		{"covers more", form(11, 6, 1000, 20, 40), misfit{covered: 2}},
		{"two looks too few", form(9, 3, 1000, 20, 40), misfit{looks: 1 + 1}},
		{"two looks too many", form(9, 9, 1000, 20, 40), misfit{looks: 1}},
		{"worth too little", form(9, 6, 949, 20, 40), misfit{value: 1}},
		{"lacks its main kind", lacking, misfit{main: 3}},
		{"an empty round", empty, misfit{empty: 1}},
	} {
		if got := std.misfit([]*state{form(9, 6, 1000, 20, 40), c.b}); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
