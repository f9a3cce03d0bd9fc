package view

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"interviewkit/internal/sfnt"
	"interviewkit/kit"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
)

// Material is what documents are made from besides the kit itself.
type Material struct {
	Words      *locale.Catalogue
	Vocabulary *rubrics.Vocabulary
	Laws       []*rubrics.Law // in the order of the profile's jurisdictions
	Large      bool           // large print
	CopyFor    string         // whose copy the documents are; "" for nobody's
	Face       *sfnt.Font     // for characters that our typefaces lack; nil for none
}

// leastPercent is how much of the weight must be assessed for a decision.
const leastPercent = 80

// area returns the printed name of an area, or of a language or technology
// that is one.
func (m Material) area(name string) string {
	if term := m.Words.Terms.Areas[name]; term != "" {
		return term
	}
	return m.Vocabulary.TitleOf(name)
}

// level returns the printed name of a seniority.
func (m Material) level(name string) string {
	if term := m.Words.Terms.Levels[name]; term != "" {
		return term
	}
	return m.Vocabulary.Title(rubrics.SortLevel, name)
}

// copyFor says whose copy a document is.
func (m *Material) copyFor() string {
	if m.CopyFor == "" {
		return ""
	}
	return locale.Fill(m.Words.Page.CopyFor, "name", m.CopyFor)
}

// builder makes content from a kit.
type builder struct {
	k *kit.Kit
	m Material
	w *locale.Catalogue
}

// OfKit returns the content of the whole kit.
func OfKit(k *kit.Kit, m Material) *Kit {
	b := &builder{k, m, m.Words}
	v := &Kit{Head: b.head(b.w.Page.Kit), Overview: b.overview(), Rounds: b.rounds()}
	v.Debrief = b.debrief(v.Rounds)
	return v
}

// as is the head of another document of the kit.
func (v *Kit) as(document string) Head {
	h := v.Head
	h.Document = document
	return h
}

// Scorecards is the content of the scorecards.
func (v *Kit) Scorecards() *Scorecards {
	return &Scorecards{v.as(v.Words.Page.Scorecards), v.Rounds}
}

// Packet is what the interviewer of round i, from 0, is handed. Exhibits have
// the letters of the handout.
func (v *Kit) Packet(i int) *Packet {
	return &Packet{v.as(v.Words.Page.Packet), v.Rounds[i]}
}

// Handout is the exhibits.
func (v *Kit) Handout() *Handout {
	h := &Handout{Head: v.as(v.Words.Page.Handout)}
	h.Brand.Confidential = "" // the candidate sees them
	for _, r := range v.Rounds {
		h.Exhibits = append(h.Exhibits, r.Exhibits()...)
	}
	return h
}

func (b *builder) head(document string) Head {
	p := &b.k.Profile
	h := Head{Role: p.Title, Document: document, KitID: b.k.KitID, Paper: p.Paper, Large: b.m.Large, Words: b.w, CopyFor: b.m.copyFor(), Face: b.m.Face}
	if p.Brand != nil {
		h.Brand = *p.Brand
	}
	if len(b.k.Forms) > 0 {
		h.Form = locale.Fill(b.w.Page.Form, "letter", strings.ToUpper(b.k.Form))
	}
	return h
}

// forms sets the forms side by side; nil for a kit alone.
func (b *builder) forms() *Forms {
	if len(b.k.Forms) == 0 {
		return nil
	}
	f := &Forms{}
	for _, r := range b.k.Rounds {
		f.Rounds = append(f.Rounds, r.Name)
	}
	for _, x := range b.k.Forms {
		f.Rows = append(f.Rows, FormRow{
			Letter: strings.ToUpper(x.Form), This: x.Form == b.k.Form, Minutes: x.Minutes,
			Questions: x.Questions, Covered: x.Covered, TwoLooks: x.TwoLooks, Value: x.Value,
		})
	}
	return f
}

// title returns the printed name of an area, language or technology: as the
// kit has it, or else as the vocabulary does.
func (b *builder) title(name string) string {
	for _, t := range b.k.Topics {
		if t.Topic == name {
			return b.topic(t)
		}
	}
	return b.m.area(name)
}

// topic returns the printed name of a topic.
func (b *builder) topic(t kit.Topic) string {
	if term := b.w.Terms.Areas[t.Topic]; term != "" && t.Sort == string(rubrics.SortArea) {
		return term
	}
	return t.Title
}

func (b *builder) titles(names []string) string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = b.title(n)
	}
	return strings.Join(list, ", ")
}

func (b *builder) level() string {
	return b.m.level(b.k.Profile.Seniority)
}

func (b *builder) overview() Overview {
	o, w := Overview{}, b.w.Overview
	o.Facts = b.facts()
	o.Spent = b.spent()
	o.SpentSaid = b.spentSaid(o.Spent)
	for _, r := range b.k.Rounds {
		people := strings.Join(r.Interviewers, ", ")
		if people == "" {
			people = w.Unassigned
		}
		o.Rounds = append(o.Rounds, RoundRow{r.Name, b.w.RoundKind[r.Kind], r.Minutes, len(r.Questions), people})
	}
	if len(b.k.LeftOut) > 0 {
		o.LeftOut = locale.Fill(w.LeftOut, "rounds", strings.Join(b.k.LeftOut, ", "))
	}
	o.Coverage = b.coverage()
	o.Objective, o.Forms = b.objective(), b.forms()
	for _, g := range b.k.Gaps {
		o.Gaps = append(o.Gaps, b.gap(g))
	}
	copy(o.Scale[:], w.ScaleRows)
	o.Scoring = b.scoring(w.ScoringRules)
	o.Decision = b.decision()
	for _, l := range b.m.Laws {
		o.Laws = append(o.Laws, b.law(l))
	}
	return o
}

func (b *builder) facts() []Fact {
	w, p := b.w.Overview, &b.k.Profile
	all := []Fact{
		{w.Role, p.Title}, {w.Seniority, b.level()}, {w.Company, p.Company}, {w.Team, p.Team},
		{w.Languages, b.titles(p.Languages)}, {w.Technologies, b.titles(p.Technologies)}, {w.FocusAreas, b.titles(p.FocusAreas)},
		{w.MustHaves, b.titles(p.MustHave)}, {w.AIPolicy, b.w.Candidate.AIPolicies[p.AIPolicy]},
		{w.MadeLabel, locale.Fill(w.Made, "version", b.k.Version, "seed", strconv.FormatInt(b.k.Seed, 10), "form", b.k.Form, "bank", b.k.Bank)},
	}
	return slices.DeleteFunc(all, func(f Fact) bool { return f.Value == "" })
}

func (b *builder) objective() string {
	w, o := b.w.Overview, b.k.Objective
	n := b.w.Format.Number
	text := locale.Fill(w.Objective, "covered", n(o.Covered), "covered_max", n(o.Bound.Covered), "two", n(o.TwoLooks),
		"two_max", n(o.Bound.TwoLooks), "value", n(o.Value), "value_max", n(o.Bound.Value))
	switch {
	case o.Optimal:
		return text + " " + w.Proved
	case len(b.k.Forms) > 0:
		return text + " " + w.SharedOut
	}
	return text + " " + locale.Fill(w.NotProved, "gap", b.w.Format.Decimals(o.GapPercent(), 1))
}

func (b *builder) coverage() Coverage {
	w := b.w.Overview
	c := Coverage{About: locale.Fill(w.CoverageAbout, "look", strconv.Itoa(kit.LookMinutes))}
	minutes := make([][]int, len(b.k.Rounds))
	for i := range b.k.Rounds {
		c.Rounds = append(c.Rounds, b.k.Rounds[i].Name)
		minutes[i] = b.k.MinutesIn(&b.k.Rounds[i])
	}
	for t, topic := range b.k.Topics {
		row := CoverageRow{Topic: b.topic(topic), Weight: topic.Weight, MustHave: topic.MustHave, Total: topic.Minutes}
		var cells []string
		for r, round := range b.k.Rounds {
			m := minutes[r][t]
			row.Minutes = append(row.Minutes, m)
			row.Looks = append(row.Looks, slices.Contains(topic.Looks, round.Name))
			if m > 0 {
				cells = append(cells, locale.Fill(w.CoverageCell, "minutes", strconv.Itoa(m), "round", round.Name))
			}
		}
		if len(cells) == 0 {
			cells = []string{w.CoverageNone}
		}
		row.Sentence = locale.Fill(w.CoverageRow, "topic", row.Topic, "weight", strconv.Itoa(topic.Weight), "cells", strings.Join(cells, ", "))
		c.Rows = append(c.Rows, row)
	}
	return c
}

// hintCap is the highest rating of an answer that needed the scripted hint.
func (b *builder) hintCap() string {
	if b.m.Vocabulary.Level(b.k.Profile.Seniority) <= b.m.Vocabulary.Level("junior") {
		return "3"
	}
	return "2"
}

func (b *builder) scoring(rules []string) []string {
	list := make([]string, len(rules))
	for i, r := range rules {
		list[i] = locale.Fill(r, "hint", locale.Fill(b.w.Overview.HintHigh, "n", b.hintCap()))
	}
	return list
}

func (b *builder) decision() []string {
	d := b.k.Profile.Decision
	list := slices.Clone(b.w.Overview.DecisionRules)
	for i, r := range list {
		list[i] = locale.Fill(r, "percent", b.w.Format.Percents(leastPercent),
			"yes", b.hundredths(d.Yes), "no", b.hundredths(d.No), "floor", b.hundredths(d.Floor))
	}
	if len(b.k.Profile.MustHave) == 0 {
		list = append(list, b.w.Overview.NoMustHave)
	}
	return list
}

func (b *builder) hundredths(x float64) string { return b.w.Format.Decimals(x, 2) }

// law returns reminders in their own language, under a head in the kit's.
func (b *builder) law(l *rubrics.Law) Law {
	law := Law{Title: l.Title, AsOf: locale.Fill(b.w.Overview.AvoidAsOf, "date", b.w.Format.Month(l.AsOf))}
	if term := b.w.Terms.Jurisdictions[l.Name]; term != "" {
		law.Title = term
	}
	for _, t := range l.Topics {
		law.Items = append(law.Items, LawItem{t.Subject, t.Avoid, t.Instead, t.Source})
	}
	for _, n := range l.Notes {
		law.Notes = append(law.Notes, LawNote{n.Text, n.Source})
	}
	return law
}

// letter names the n-th exhibit from 0: A to Z, then AA.
func letter(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

func (b *builder) debrief(rounds []Round) Debrief {
	w, d := b.w.Debrief, b.k.Profile.Decision
	v := Debrief{Steps: w.Steps}
	for t, topic := range b.k.Topics {
		row := DebriefRow{Topic: b.topic(topic), Weight: topic.Weight, MustHave: topic.MustHave}
		v.Weight += topic.Weight
		for i := range b.k.Rounds {
			r := &b.k.Rounds[i]
			if slices.Contains(topic.Looks, r.Name) {
				row.Looks = append(row.Looks, DebriefLook{r.Name, b.ratings(r, &rounds[i], t)})
			}
		}
		v.Rows = append(v.Rows, row)
		if topic.MustHave {
			v.Floors = append(v.Floors, locale.Fill(w.FloorLine, "topic", row.Topic, "floor", b.hundredths(d.Floor)))
		}
	}
	if len(v.Floors) == 0 {
		v.Floors = []string{w.NoFloors}
	}
	least := strconv.Itoa((v.Weight*leastPercent + 99) / 100)
	fill := func(lines []string) (list []string) {
		for _, l := range lines {
			list = append(list, locale.Fill(l, "weight", strconv.Itoa(v.Weight), "least", least, "percent", b.w.Format.Percents(leastPercent), "yes", b.hundredths(d.Yes), "no", b.hundredths(d.No)))
		}
		return list
	}
	v.Result, v.Outcomes = fill(w.ResultLines), fill(w.Outcomes)
	return v
}

// ratings lists the ratings of a round that measure the topic at index t, with
// their minutes.
func (b *builder) ratings(r *kit.Round, v *Round, t int) string {
	topic := b.k.Topics[t]
	var list []string
	for i := range r.Questions {
		q := &r.Questions[i].Question
		parts := q.Rated()
		whole := topic.Topic == q.Area && topic.Sort == string(rubrics.SortArea) || topic.Sort != string(rubrics.SortArea) && b.counts(q, topic)
		for j, part := range parts {
			if whole || topic.Sort == string(rubrics.SortArea) && part.Area == topic.Topic {
				list = append(list, fmt.Sprintf("%s (%d)", v.Questions[i].Rated[j].Number, part.Minutes))
			}
		}
	}
	return strings.Join(list, ", ")
}

func (b *builder) counts(q *rubrics.Question, topic kit.Topic) bool {
	return slices.ContainsFunc(b.k.Measured(q), func(t kit.Topic) bool { return t.Topic == topic.Topic && t.Sort == topic.Sort })
}
