package assemble

// What makes forms equivalent, besides the same topics covered and at most one
// topic's weight between their two_looks.
const (
	FormMinutes = 5  // between the minutes of a round, at most
	FormPercent = 95 // of the best form's value, at least
)

// A standard is what every form is held to: the loop that there is without
// forms, which counts as one of them in all but its value.
type standard struct {
	figure Figure
	floor  int   // covered, at least
	used   []int // minutes by round
	main   []int // minutes of its main kind that a round must have
	full   []int // minutes with which a round counts as full, or those it has when it is not
	weight int   // of the topic that weighs most among those that want two looks
}

func (m *layout) standard(s *Solution, fullPercent int) *standard {
	d := m.state(s.Choice)
	std := &standard{figure: d.figure, floor: d.figure.Covered, used: d.used, main: make([]int, len(m.p.Rounds))}
	for r, round := range m.p.Rounds {
		if d.main[r] >= round.Main {
			std.main[r] = round.Main
		}
		std.full = append(std.full, min(d.used[r], (round.Budget*fullPercent+99)/100))
	}
	all, heaviest := 0, 0
	for t, topic := range m.p.Topics {
		if topic.TwoLooks {
			std.weight = max(std.weight, topic.Weight)
		}
		if m.canLook(t) {
			all, heaviest = all+topic.Weight, max(heaviest, topic.Weight)
		}
	}
	if d.figure.Covered < all { // time is short, and topics compete for it
		std.floor = max(0, d.figure.Covered-heaviest)
	}
	return std
}

// canLook reports whether some questions could give a look at a topic.
func (m *layout) canLook(topic int) bool {
	minutes := 0
	for q := range m.p.Questions {
		minutes += m.minutesOn(q, topic)
	}
	return minutes >= LookMinutes
}

// minutesOn returns how many minutes of a question count for a topic.
func (m *layout) minutesOn(q, topic int) (minutes int) {
	for _, x := range m.p.Questions[q].Measures {
		if x.Topic == topic {
			minutes += x.Minutes
		}
	}
	return minutes
}

// least is how many minutes of questions a form has in a round, at least.
func (s *standard) least(r int) int { return max(1, s.used[r]-FormMinutes) }

// A misfit is how far forms are from being equivalent and sound.
type misfit struct {
	empty   int // rounds without a question
	main    int // minutes that are missing of main kinds
	minutes int // too few, or too far apart
	covered int // weight
	looks   int // weight
	value   int
}

// misfit compares forms with the standard and with each other.
func (s *standard) misfit(forms []*state) (x misfit) {
	for r := range s.used {
		least, most := forms[0].used[r], forms[0].used[r]
		for _, f := range forms {
			used := f.used[r]
			least, most = min(least, used), max(most, used)
			if len(f.asked[r]) == 0 {
				x.empty++
			}
			x.main += max(0, s.main[r]-f.main[r])
			x.minutes += max(0, s.least(r)-used)
		}
		x.minutes += max(0, most-least-FormMinutes)
	}
	least, most := forms[0].figure, forms[0].figure
	for _, f := range forms {
		least.Covered = min(least.Covered, f.figure.Covered)
		least.TwoLooks, most.TwoLooks = min(least.TwoLooks, f.figure.TwoLooks), max(most.TwoLooks, f.figure.TwoLooks)
		least.Value, most.Value = min(least.Value, f.figure.Value), max(most.Value, f.figure.Value)
	}
	covered := max(s.floor, least.Covered)
	for _, f := range forms {
		x.covered += max(covered-f.figure.Covered, f.figure.Covered-covered)
		x.looks += max(0, s.figure.TwoLooks-s.weight-f.figure.TwoLooks)
	}
	x.looks += max(0, most.TwoLooks-least.TwoLooks-s.weight)
	x.value = max(0, FormPercent*most.Value-100*least.Value+99) / 100
	return x
}
