package generate_test

import (
	"fmt"
	"testing"

	"interviewkit/internal/generate"
)

// The parts of a batch are disjoint, make up the whole, and are of about one
// size; where a place belongs never changes.
func TestShards(t *testing.T) {
	var all []generate.Source
	for i := range 1000 {
		all = append(all, generate.Source{Name: fmt.Sprintf("x/team/role-%d.toml", i), Place: fmt.Sprintf("team/role-%d", i)})
	}
	for _, n := range []int{1, 2, 3, 8, 20} {
		seen := map[string]int{}
		for i := 1; i <= n; i++ {
			s, err := generate.ParseShard(fmt.Sprintf("%d/%d", i, n))
			if err != nil {
				t.Fatal(err)
			}
			part := s.Of(all)
			if want := len(all) / n; len(part) < want*6/10 || len(part) > want*15/10 {
				t.Errorf("part %d of %d has %d", i, n, len(part))
			}
			for _, src := range part {
				seen[src.Place]++
			}
		}
		for place, times := range seen {
			if times != 1 {
				t.Errorf("%s is in %d of %d parts", place, times, n)
			}
		}
		if len(seen) != len(all) {
			t.Errorf("%d of %d are in a part", len(seen), len(all))
		}
	}
	for place, want := range map[string]bool{"backend": true, "team/backend": false, "Ωmega": true} {
		s, err := generate.ParseShard("2/3")
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Has(place); got != want {
			t.Errorf("%s: %v", place, got)
		}
	}
	for _, bad := range []string{"", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", "1/999999", "01/ 2"} {
		if _, err := generate.ParseShard(bad); err == nil {
			t.Errorf("accepted %q", bad)
		}
	}
}
