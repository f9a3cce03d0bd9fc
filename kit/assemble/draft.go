package assemble

// A draft is one form in the making: a choice with the sums that limits and
// criteria need, kept up to date with every question put in or taken out.
type draft struct {
	m         *formModel
	choice    Choice
	figure    Figure
	spent     [][]int // minutes by topic and round
	total     []int   // minutes by topic
	looks     []int   // by topic
	used      []int   // minutes by round
	knowledge []int   // by round
	main      []int   // by round
	asked     [][]int // questions by round, in no order
	barred    []int   // how many enemies of a question are asked
}

// formModel is a problem with what is looked up again and again.
type formModel struct {
	p       *Problem
	options [][]*Option // by question and round, nil where it is not eligible
	enemies [][]int     // of a question
}

func newFormModel(p *Problem) *formModel {
	m := &formModel{p: p, options: make([][]*Option, len(p.Questions)), enemies: make([][]int, len(p.Questions))}
	for q := range p.Questions {
		m.options[q] = make([]*Option, len(p.Rounds))
		for i, o := range p.Questions[q].Options {
			m.options[q][o.Round] = &p.Questions[q].Options[i]
		}
	}
	for _, e := range p.Enemies {
		m.enemies[e[0]] = append(m.enemies[e[0]], e[1])
		m.enemies[e[1]] = append(m.enemies[e[1]], e[0])
	}
	return m
}

// draft returns the form of a choice.
func (m *formModel) draft(c Choice) *draft {
	rounds, topics := len(m.p.Rounds), len(m.p.Topics)
	d := &draft{m: m, choice: make(Choice, len(c)), spent: make([][]int, topics), total: make([]int, topics), looks: make([]int, topics),
		used: make([]int, rounds), knowledge: make([]int, rounds), main: make([]int, rounds), asked: make([][]int, rounds), barred: make([]int, len(c))}
	for t := range d.spent {
		d.spent[t] = make([]int, rounds)
	}
	for q, r := range c {
		d.choice[q] = Out
		if r != Out {
			d.put(q, r)
		}
	}
	return d
}

// fits reports whether question q may be added to round r.
func (d *draft) fits(q, r int) bool {
	question, round, o := &d.m.p.Questions[q], &d.m.p.Rounds[r], d.m.options[q][r]
	return o != nil && d.choice[q] == Out && d.barred[q] == 0 && d.used[r]+question.Minutes <= round.Budget &&
		(!question.Knowledge || o.Free || d.knowledge[r]+question.Minutes <= round.Knowledge)
}

func (d *draft) put(q, r int) {
	d.choice[q] = r
	d.asked[r] = append(d.asked[r], q)
	d.count(q, r, 1)
}

func (d *draft) take(q int) {
	r := d.choice[q]
	d.choice[q] = Out
	list := d.asked[r]
	for i, x := range list {
		if x == q {
			list[i] = list[len(list)-1]
			d.asked[r] = list[:len(list)-1]
			break
		}
	}
	d.count(q, r, -1)
}

// count adds, or with sign -1 removes, what a question is to its round.
func (d *draft) count(q, r, sign int) {
	question := &d.m.p.Questions[q]
	minutes := sign * question.Minutes
	d.used[r] += minutes
	if o := d.m.options[q][r]; o != nil {
		if question.Knowledge && !o.Free {
			d.knowledge[r] += minutes
		}
		if o.Main {
			d.main[r] += minutes
		}
	}
	for _, e := range d.m.enemies[q] {
		d.barred[e] += sign
	}
	d.figure.Value += minutes
	if question.Middle {
		d.figure.Value += minutes
	}
	for _, x := range question.Measures {
		d.spend(x.Topic, r, sign*x.Minutes)
	}
}

// spend adds minutes to a topic in a round, and to the figure what they change.
func (d *draft) spend(t, r, minutes int) {
	topic := &d.m.p.Topics[t]
	looks := d.looks[t]
	if d.spent[t][r] >= LookMinutes {
		looks--
	}
	d.spent[t][r] += minutes
	if d.spent[t][r] >= LookMinutes {
		looks++
	}
	d.figure.Value += topic.Weight * (topic.value(d.total[t]+minutes) - topic.value(d.total[t]))
	d.total[t] += minutes
	d.figure.Covered += topic.Weight * (min(looks, 1) - min(d.looks[t], 1))
	if topic.TwoLooks {
		d.figure.TwoLooks += topic.Weight * (min(looks, 2)/2 - min(d.looks[t], 2)/2)
	}
	d.looks[t] = looks
}
