package view

import (
	"slices"
	"strconv"
	"strings"

	"interviewkit/kit"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
)

func (b *builder) rounds() []Round {
	exhibits := 0
	list := make([]Round, len(b.k.Rounds))
	for i := range b.k.Rounds {
		list[i] = b.round(i, &exhibits)
	}
	return list
}

// round makes the content of one round; exhibits counts those given a letter.
func (b *builder) round(i int, exhibits *int) Round {
	r, w := &b.k.Rounds[i], b.w.Guide
	clock := r.Clock()
	v := Round{
		Number: i + 1, Name: r.Name, Kind: b.w.RoundKind[r.Kind], Minutes: r.Minutes,
		Interviewers: strings.Join(r.Interviewers, ", "), Closing: w.CloseSay, ScoreRules: b.scoring(b.w.Scorecard.Rules),
	}
	now := clock.Opening
	v.Timeline = append(v.Timeline, Span{w.Opening, 0, now, false})
	var letters []string
	for n := range r.Questions {
		q := b.question(r, n, now)
		if shown := r.Questions[n].Exhibit; shown != nil {
			q.Exhibit = &Exhibit{letter(*exhibits), shown.Language, exhibitLines(shown.Text)}
			letters = append(letters, q.Exhibit.Letter)
			*exhibits++
		}
		v.Questions = append(v.Questions, q)
		v.Timeline = append(v.Timeline, Span{q.Number, now, q.To, true})
		now = q.To
	}
	theirs := r.Minutes - clock.Close - clock.Theirs
	v.Timeline = append(v.Timeline, Span{w.Theirs, theirs, theirs + clock.Theirs, false}, Span{w.Close, theirs + clock.Theirs, r.Minutes, false})
	v.Before = b.before(letters)
	questions := w.AskSame
	if len(b.k.Forms) > 0 {
		questions = w.AskPlanned
	}
	for _, say := range w.OpeningSay {
		v.Opening = append(v.Opening, locale.Fill(say, "questions", questions, "kind", v.Kind, "minutes", strconv.Itoa(r.Minutes), "ai", w.AIPolicySay[b.k.Profile.AIPolicy]))
	}
	return v
}

// Exhibits returns what the candidate sees in the round, in the order of its
// questions.
func (r *Round) Exhibits() (list []Exhibit) {
	for _, q := range r.Questions {
		if q.Exhibit != nil {
			list = append(list, *q.Exhibit)
		}
	}
	return list
}

// before is what to do before a round; a round without exhibits needs none at
// hand.
func (b *builder) before(letters []string) []string {
	steps := slices.Clone(b.w.Guide.BeforeSteps)
	list := b.w.Guide.NoExhibits
	if len(letters) > 0 {
		names := make([]string, len(letters))
		for i, l := range letters {
			names[i] = locale.Fill(b.w.Guide.Exhibit, "letter", l)
		}
		list = locale.Fill(b.w.Guide.AtHand, "exhibits", strings.Join(names, ", "))
	}
	for i := range steps {
		steps[i] = locale.Fill(steps[i], "exhibits", list)
	}
	return steps
}

func exhibitLines(text string) []string {
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	for i, l := range lines {
		lines[i] = expandTabs(strings.TrimRight(l, " \r"))
	}
	return lines
}

// expandTabs replaces tabs by blanks up to the next multiple of four columns.
func expandTabs(line string) string {
	var b strings.Builder
	col := 0
	for _, r := range line {
		if r != '\t' {
			b.WriteRune(r)
			col++
			continue
		}
		n := 4 - col%4
		b.WriteString(strings.Repeat(" ", n))
		col += n
	}
	return b.String()
}

func (b *builder) question(r *kit.Round, n, from int) Question {
	q := &r.Questions[n]
	v := Question{
		Order: n + 1, Number: b.number(n + 1), ID: q.ID, Title: q.Title, Topics: b.topics(&q.Question), Kind: b.w.Kinds[string(q.Kind)],
		From: from, To: from + q.Minutes, Left: r.Minutes - from - q.Minutes,
		Drop: b.drop(q), Late: b.late(r, n), Purpose: flow(q.Purpose), Ask: flow(q.Prompt),
		Then: flowAll(slices.Concat(q.FollowUps, q.Probes)), Probes: len(q.Probes), Hint: flow(q.Hint),
		ListenFor: flowAll(q.StrongSignals), Flags: flowAll(q.RedFlags), Answer: flow(q.Answer),
	}
	if q.Kind == rubrics.Coding {
		v.Language = b.w.Guide.AnyLanguage
		for _, t := range b.k.Measured(&q.Question) {
			if t.Sort == string(rubrics.SortLanguage) {
				v.Language = locale.Fill(b.w.Guide.UseLanguage, "language", b.topic(t))
			}
		}
	}
	for i, part := range q.Rated() {
		rated := Rated{Number: v.Number, Topics: b.partTopics(&q.Question, part), Minutes: part.Minutes, Anchors: part.AtLevel(q.Levels, b.k.Profile.Seniority), Level: b.level()}
		for a := range rated.Anchors {
			rated.Anchors[a] = flow(rated.Anchors[a])
		}
		if len(q.Parts) > 0 {
			rated.Number += string(rune('a' + i))
			rated.Title = part.Title
		}
		v.Rated = append(v.Rated, rated)
	}
	return v
}

// number names the n-th question of a round, from 1.
func (b *builder) number(n int) string {
	return locale.Fill(b.w.Page.Question, "n", strconv.Itoa(n))
}

// topics names what a question counts for; its area alone when that is no
// topic of the kit.
func (b *builder) topics(q *rubrics.Question) string {
	var names []string
	for _, t := range b.k.Measured(q) {
		names = append(names, b.topic(t))
	}
	if len(names) == 0 {
		return b.title(q.Area)
	}
	return strings.Join(names, ", ")
}

// partTopics names the area of a part, or of a question without parts what it
// counts for.
func (b *builder) partTopics(q *rubrics.Question, part rubrics.Part) string {
	if len(q.Parts) == 0 {
		return b.topics(q)
	}
	return b.title(part.Area)
}

func (b *builder) drop(q *kit.Asked) string {
	w := b.w.Guide
	if q.Pinned {
		return w.DropNever
	}
	return locale.Fill(w.Drop, "nth", w.Nth[min(q.DropRank, len(w.Nth))-1])
}

// late says which of the questions after n goes when time runs out: the one
// that is dropped first.
func (b *builder) late(r *kit.Round, n int) string {
	w := b.w.Guide
	rest := r.Questions[n+1:]
	if len(rest) == 0 {
		return w.LateNone
	}
	first := -1
	for i, q := range rest {
		if !q.Kind.HasParts() && (first < 0 || q.DropRank < rest[first].DropRank) {
			first = i
		}
	}
	if first < 0 || len(rest) == 1 { // what is left is what the round is about
		return locale.Fill(w.LateCut, "question", b.number(n+2))
	}
	if first == 0 {
		return locale.Fill(w.LateGo, "next", b.number(n+3))
	}
	return locale.Fill(w.LateDrop, "question", b.number(n+2+first))
}

// flow joins a text's lines into paragraphs: line ends in the bank are there
// for whoever edits it.
func flow(s string) string {
	var out []string
	for _, paragraph := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n\n") {
		if p := strings.Join(strings.Fields(paragraph), " "); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

func flowAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = flow(s)
	}
	return out
}
