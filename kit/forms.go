package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
	"interviewkit/kit/assemble"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// letters names forms: a is the first.
const letters = "abcdefghijklmnopqrstuvwxyz"

// MaxForms is how many forms there can be of one opening.
const MaxForms = assemble.MaxForms

// A FormRow is a form as all forms of the opening may know it: figures, and no
// question.
type FormRow struct {
	Form      string `json:"form"`    // its letter
	Minutes   []int  `json:"minutes"` // of questions, by round
	Questions int    `json:"questions"`
	Covered   int    `json:"covered"`
	TwoLooks  int    `json:"two_looks"`
	Value     int    `json:"value"`
}

// FormOptions says how many forms an opening is to have, 1 to MaxForms, and
// how many questions two of them may have in common besides pins.
type FormOptions struct{ N, Overlap int }

// MakeForms assembles equivalent kits of a profile. One form is the kit that
// Make returns. What makes them impossible comes back as diag.Faults named
// after file.
func MakeForms(file string, p *profile.Profile, bank *rubrics.Bank, o Options, f FormOptions) ([]*Kit, error) {
	if f.N < 2 {
		k, err := Make(file, p, bank, o)
		return []*Kit{k}, err
	}
	m, err := newMaker(file, p, bank, o.Seed)
	if err != nil {
		return nil, err
	}
	problem := m.problem()
	solutions, err := assemble.Forms(problem, assemble.FormOptions{N: f.N, Overlap: f.Overlap, Full: fullPercent})
	if err != nil {
		return nil, m.explainForms(err)
	}
	kits, rows := make([]*Kit, f.N), make([]FormRow, f.N)
	for i, s := range solutions {
		kits[i] = m.kit(s, o)
		kits[i].Form = letters[i : i+1]
		rows[i] = kits[i].formRow()
	}
	if err := m.formGaps(problem, kits, o); err != nil {
		return nil, err
	}
	for _, k := range kits {
		k.Forms = rows
		if err := k.identify(); err != nil {
			return nil, err
		}
	}
	return kits, nil
}

func (k *Kit) formRow() FormRow {
	row := FormRow{Form: k.Form, Minutes: make([]int, len(k.Rounds)), Covered: k.Objective.Covered, TwoLooks: k.Objective.TwoLooks, Value: k.Objective.Value}
	for r := range k.Rounds {
		row.Minutes[r] = k.Rounds[r].Used()
		row.Questions += len(k.Rounds[r].Questions)
	}
	return row
}

// formGaps tells the gaps of each form. Those that the kit alone would have as
// well are mended as they are there; the others come from sharing questions
// out.
func (m *maker) formGaps(p *assemble.Problem, kits []*Kit, o Options) error {
	var alone []Gap
	for i, k := range kits {
		k.Gaps = k.shortfalls()
		if len(k.Gaps) == 0 {
			continue
		}
		if alone == nil {
			s, err := assemble.Solve(p)
			if err != nil {
				return m.noLoop(err)
			}
			alone = m.gaps(m.kit(s, o))
		}
		for j := range kits[i].Gaps {
			m.mendForm(&k.Gaps[j], alone)
		}
	}
	return nil
}

// mendForm says what mends the gap of a form.
func (m *maker) mendForm(g *Gap, alone []Gap) {
	for _, x := range alone {
		if x.Kind == g.Kind && x.Topic == g.Topic && x.Round == g.Round {
			g.Mend, g.Changes = x.Mend, x.Changes
			if g.Kind == NoLook {
				g.Message, g.Why = x.Message, x.Why
			}
			return
		}
	}
	about, say := "on "+g.Topic, phrase("alone-topic", "topic", g.Topic, "level", m.p.Seniority)
	if g.Round != "" {
		kind := m.rounds[slices.IndexFunc(m.rounds, func(r profile.Round) bool { return r.Name == g.Round })].Kind
		about, say = fmt.Sprintf("that a %s round admits", kind), phrase("alone-round", "round_kind", kind, "level", m.p.Seniority)
	}
	g.Mend = fmt.Sprintf("a kit alone would not have this gap: make fewer forms, or add questions %s for %s with --bank", about, m.p.Seniority)
	g.Changes = []Phrase{say}
}

// explainForms says in the role's own words why there are fewer forms.
func (m *maker) explainForms(err error) error {
	var short *assemble.Shortage
	if !errors.As(err, &short) {
		return m.noLoop(err)
	}
	can := fmt.Sprintf("%d can", short.Most)
	fewer := fmt.Sprintf("make %d with --forms %d", short.Most, short.Most)
	if short.Most == 1 {
		can, fewer = "only one can", "make one kit, without --forms"
	}
	why, add := m.lack(short)
	hints := []string{fewer}
	if short.Overlap > 0 {
		hints = append(hints, fmt.Sprintf("let any two share up to %s with --overlap %d", counted(short.Overlap, "question"), short.Overlap))
	}
	hints = append(hints, add)
	return diag.Faults{{File: m.file, Msg: fmt.Sprintf("%d equivalent forms cannot be made, %s: %s", short.Wanted, can, why), Hint: strings.Join(hints, "; or ")}}
}

// lack says what forms run short of, and what to add.
func (m *maker) lack(s *assemble.Shortage) (why, add string) {
	bank := fmt.Sprintf("for %s with --bank", m.p.Seniority)
	add = "add questions " + bank
	round, kinds := m.roundNames(s.Rounds)
	if len(s.Rounds) > 0 {
		add = fmt.Sprintf("add questions that %s admits %s", kinds, bank)
	}
	switch s.Lack {
	case assemble.LackMain:
		kind := string(mainKind(m.rounds[s.Rounds[0]].Kind))
		why = fmt.Sprintf("%s has too few %s questions for each to have its own", round, kind)
		if s.Supply > 0 {
			why = fmt.Sprintf("%s has %s, and each form needs its own", round, counted(s.Supply, kind+" question"))
		}
		add = fmt.Sprintf("add %s questions %s", kind, bank)
	case assemble.LackMinutes:
		why = fmt.Sprintf("%s cannot be filled alike in all of them", round)
		if s.Need > 0 {
			has := "has"
			if len(s.Rounds) > 1 {
				has = "have"
			}
			why = fmt.Sprintf("%s %s questions for %d minutes in all, and each form needs %d of its own", round, has, s.Supply, s.Need)
		}
	case assemble.LackLook:
		topic := m.topics[s.Topic].Topic
		why = fmt.Sprintf("they cannot all have a look at %s", topic)
		if s.Supply > 0 {
			why = fmt.Sprintf("%s about %s, and each form needs a look at it from its own", isAre(s.Supply), topic)
		}
		add = fmt.Sprintf("add questions on %s %s", topic, bank)
	case assemble.LackLooks:
		why = "they would differ too much in the topics that have looks in two rounds"
	default:
		why = fmt.Sprintf("the worst would be worth less than %d %% of the best", assemble.FormPercent)
	}
	return why, add
}

// roundNames names rounds, and says what kinds of rounds they are.
func (m *maker) roundNames(list []int) (names, kinds string) {
	var quoted, sorts []string
	for _, r := range list {
		quoted = append(quoted, diag.Quote(m.rounds[r].Name))
		if kind := "a " + m.rounds[r].Kind; !slices.Contains(sorts, kind) {
			sorts = append(sorts, kind)
		}
	}
	if len(list) == 1 {
		return "round " + quoted[0], sorts[0] + " round"
	}
	return "rounds " + diag.AllOf(quoted), diag.OneOf(sorts) + " round"
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func isAre(n int) string {
	if n == 1 {
		return "1 question is"
	}
	return fmt.Sprintf("%d questions are", n)
}

// forms checks a saved kit's table of forms.
func (c *savedChecker) forms() {
	k := c.k
	if len(k.Forms) == 0 {
		return
	}
	if n := len(k.Forms); n < 2 || n > MaxForms {
		c.fault("forms", fmt.Sprintf("a table of %s; an opening has 2 to %d, or no table", counted(n, "form"), MaxForms), "")
		return
	}
	for i, row := range k.Forms {
		path := tomlpos.Elem("forms", i)
		if want := letters[i : i+1]; row.Form != want {
			c.fault(path+".form", fmt.Sprintf("form %s stands where form %s is due", diag.Quote(row.Form), want), "")
		}
		if len(row.Minutes) != len(k.Rounds) {
			c.fault(path, fmt.Sprintf("minutes of %s; the kit has %d", counted(len(row.Minutes), "round"), len(k.Rounds)), "without the table of forms it is a kit of its own")
		}
		if least := slices.Min(append([]int{row.Questions, row.Covered, row.TwoLooks, row.Value}, row.Minutes...)); least < 0 {
			c.fault(path, fmt.Sprintf("a figure of %d; want 0 or more", least), "")
		}
	}
	if len(k.Form) != 1 || k.Form[0] < 'a' || int(k.Form[0]-'a') >= len(k.Forms) {
		c.fault("form", "form "+diag.Quote(k.Form)+" is not in the table of forms", "")
	}
}
