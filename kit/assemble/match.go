package assemble

// matched returns n forms that are made after the loop alone: each question of
// it has the question that is most like it in each other form, where there is
// one that fits.
func (s *sharing) matched(n int) []Choice {
	forms := []*state{s.m.state(s.alone.Choice)}
	for range n - 1 {
		d := s.m.state(nil)
		for q, r := range s.alone.Choice {
			if r != Out && s.m.p.Questions[q].Pinned {
				d.put(q, r)
			}
		}
		forms = append(forms, d)
	}
	taken := make([]bool, len(s.alone.Choice))
	for q, r := range s.alone.Choice {
		taken[q] = r != Out
	}
	for q, r := range s.alone.Choice {
		if r == Out || s.m.p.Questions[q].Pinned {
			continue
		}
		for _, d := range forms[1:] {
			if twin := s.twin(d, q, r, taken); twin != Out {
				d.put(twin, r)
				taken[twin] = true
			}
		}
	}
	choices := make([]Choice, n)
	for f, d := range forms {
		choices[f] = d.choice
	}
	return choices
}

// twin returns the question most like q of those that may be added to round r
// and are not taken; Out when there is none.
func (s *sharing) twin(d *state, q, r int, taken []bool) int {
	nearest, least := Out, 0
	for x := range taken {
		if taken[x] || !d.fits(x, d.options[x][r]) {
			continue
		}
		if n := s.unlike(q, x, r); nearest == Out || n < least {
			nearest, least = x, n
		}
	}
	return nearest
}

// unlike is how much questions a and b differ in round r, in minutes.
func (s *sharing) unlike(a, b, r int) (n int) {
	x, y := &s.m.p.Questions[a], &s.m.p.Questions[b]
	topics := make([]int, len(s.m.p.Topics))
	for _, m := range x.Measures {
		topics[m.Topic] += m.Minutes
	}
	for _, m := range y.Measures {
		topics[m.Topic] -= m.Minutes
	}
	n = distance(x.Minutes, y.Minutes)
	for _, minutes := range topics {
		n += distance(minutes, 0)
	}
	if s.m.options[a][r].Main != s.m.options[b][r].Main {
		n += x.Minutes
	}
	if x.Middle != y.Middle {
		n += min(x.Minutes, y.Minutes)
	}
	return n
}

func distance(a, b int) int { return max(a-b, b-a) }
