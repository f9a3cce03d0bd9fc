package rubrics

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"interviewkit/internal/diag"
)

// A Draft is a question of a team's sheet, filled up by a skeleton, with what
// the sheet did not say of it.
type Draft struct {
	*Question
	Line  int      // of the sheet, from 1
	Lacks []string // what is still to be written
}

// columns are the heads of a sheet that are understood, with other names for
// them.
func columns() map[string][]string {
	return map[string][]string{
		"title": {"name"}, "area": {"topic", "category", "focus area", "subject"}, "kind": {"type"}, "levels": {"level", "seniority"}, "minutes": {"time", "duration", "min"},
		"prompt": {"question", "text", "ask"}, "answer": {"expected answer", "model answer", "solution"}, "follow_ups": {"follow-ups", "follow ups", "followups"}, "probes": {"probe"},
		"hint": {"hints"}, "red_flags": {"red flags"}, "strong_signals": {"signals", "green flags", "strong signals"},
		"1": {"score 1", "poor"}, "2": {"score 2", "fair"}, "3": {"score 3", "good"}, "4": {"score 4", "excellent"},
	}
}

// ReadSheet reads a team's sheet of questions: CSV whose first row names the
// columns. Several entries in one cell stand on lines of their own, or apart
// by "|". What cannot be understood comes back as diag.Faults.
func ReadSheet(name string, src []byte, v *Vocabulary) ([]Draft, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))))
	r.TrimLeadingSpace, r.FieldsPerRecord = true, -1
	if first, _, _ := bytes.Cut(src, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';' // as spreadsheets write it where a comma stands in numbers
	}
	rows, err := r.ReadAll()
	if bad := (*csv.ParseError)(nil); errors.As(err, &bad) {
		return nil, diag.Faults{{File: name, Line: bad.Line, Col: bad.Column, Width: 1, Msg: bad.Err.Error(), Hint: "save the sheet as CSV in UTF-8"}}
	}
	if err != nil || len(rows) < 2 {
		return nil, diag.Faults{{File: name, Msg: "the sheet has no rows below its heads", Hint: "the first row names the columns, such as title, area, levels, prompt"}}
	}
	heads := headsOf(rows[0])
	for _, want := range []string{"area", "prompt"} {
		if !slices.Contains(heads, want) {
			return nil, diag.Faults{{File: name, Line: 1, Col: 1, Width: 1, Msg: "no column is headed " + diag.Quote(want), Hint: "also understood: " + diag.OneOf(columns()[want])}}
		}
	}
	var drafts []Draft
	var faults diag.Faults
	names := map[string]int{}
	for i, row := range rows[1:] {
		cells := map[string]string{}
		for j, cell := range row {
			if j < len(heads) && heads[j] != "" {
				cells[heads[j]] = strings.TrimSpace(cell)
			}
		}
		if strings.Join(row, "") == "" {
			continue
		}
		line := i + 2
		d, err := draftOf(cells, v)
		if err != nil {
			faults = append(faults, diag.Fault{File: name, Line: line, Col: 1, Width: 1, Msg: err.msg, Hint: err.hint})
			continue
		}
		d.Line = line
		if names[d.ID]++; names[d.ID] > 1 {
			d.ID += fmt.Sprintf("-%d", names[d.ID])
		}
		drafts = append(drafts, d)
	}
	return drafts, faults.Err()
}

// headsOf returns what each column is, "" where that is not understood.
func headsOf(row []string) []string {
	heads := make([]string, len(row))
	for i, cell := range row {
		word := strings.ToLower(strings.TrimSpace(cell))
		for head, others := range columns() {
			if word == head || slices.Contains(others, word) {
				heads[i] = head
			}
		}
	}
	return heads
}

type cellFault struct{ msg, hint string }

// draftOf makes a question of a row.
func draftOf(cells map[string]string, v *Vocabulary) (d Draft, bad *cellFault) {
	area := ""
	for _, s := range []Sort{SortArea, SortLanguage, SortTechnology} {
		if name, ok := v.Resolve(s, slug(cells["area"])); ok && area == "" {
			area = name
		}
	}
	if area == "" {
		return d, &cellFault{"unknown area " + diag.Quote(cells["area"]), v.Hint(SortArea, slug(cells["area"]))}
	}
	kind := Kind(slug(cells["kind"]))
	if _, most := kind.Minutes(); most == 0 {
		kind = likelyKind(cells["prompt"], v.IsPeople(area))
		if cells["kind"] != "" {
			return d, &cellFault{"unknown kind " + diag.Quote(cells["kind"]), fmt.Sprint("the kinds are ", Kinds())}
		}
		d.Lacks = append(d.Lacks, "kind")
	}
	levels, bad := levelsOf(cells["levels"], v)
	if bad != nil {
		return d, bad
	}
	if len(levels) == 0 {
		levels = []string{"mid"}
		d.Lacks = append(d.Lacks, "levels")
	}
	d.Question = Skeleton(area, kind, levels, v)
	d.fill(cells)
	return d, nil
}

// likelyKind guesses the kind of a question that a sheet does not tell.
func likelyKind(prompt string, people bool) Kind {
	switch {
	case people && regexp.MustCompile(`(?i)\b(?:tell me about|a time when|an example of)\b`).MatchString(prompt):
		return Behavioral
	case people || regexp.MustCompile(`(?i)\b(?:what would you|how would you|imagine|suppose)\b`).MatchString(prompt):
		return Situational
	}
	return Knowledge
}

// fill puts a row's cells into the skeleton, and notes what it has none for.
func (d *Draft) fill(cells map[string]string) {
	one := func(key string, into *string) {
		if cells[key] != "" {
			*into = cells[key]
		} else {
			d.Lacks = append(d.Lacks, key)
		}
	}
	many := func(key string, into *[]string) {
		if list := entries(cells[key]); len(list) > 0 {
			*into = list
		} else {
			d.Lacks = append(d.Lacks, key)
		}
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(cells["minutes"]), " min")); err == nil && n > 0 {
		d.Minutes = n
	} else {
		d.Lacks = append(d.Lacks, "minutes")
	}
	one("prompt", &d.Prompt)
	one("answer", &d.Answer)
	many("follow_ups", &d.FollowUps)
	many("probes", &d.Probes)
	one("title", &d.Title)
	name := slug(cells["title"])
	if name == "" {
		name = slug(strings.Join(strings.Fields(d.Prompt)[:min(4, len(strings.Fields(d.Prompt)))], " "))
	}
	if name != "" {
		d.ID = d.Area + "." + name
	}
	if d.Rubric == nil {
		d.Lacks = append(d.Lacks, "parts")
		return
	}
	for i, a := range []*string{&d.Rubric.One, &d.Rubric.Two, &d.Rubric.Three, &d.Rubric.Four} {
		if cell := cells[strconv.Itoa(i+1)]; cell != "" {
			*a = cell
		} else {
			d.Lacks = append(d.Lacks, fmt.Sprintf("anchor %d", i+1))
		}
	}
}

func levelsOf(cell string, v *Vocabulary) (levels []string, bad *cellFault) {
	for _, word := range regexp.MustCompile(`[,;/|\n]| - | to `).Split(strings.ToLower(cell), -1) {
		if word = slug(word); word == "" {
			continue
		}
		name, ok := v.Resolve(SortLevel, word)
		if !ok {
			return nil, &cellFault{"unknown level " + diag.Quote(word), v.Hint(SortLevel, word)}
		}
		levels = append(levels, name)
	}
	known := v.Names(SortLevel)
	slices.SortFunc(levels, func(a, b string) int { return v.Level(a) - v.Level(b) })
	if levels = slices.Compact(levels); len(levels) > 1 { // from the lowest to the highest
		levels = slices.Clone(known[v.Level(levels[0]) : v.Level(levels[len(levels)-1])+1])
	}
	return levels, nil
}

func entries(cell string) (list []string) {
	for _, s := range strings.FieldsFunc(cell, func(r rune) bool { return r == '|' || r == '\n' }) {
		if s = strings.Trim(s, " -\t\r•"); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// slug returns a text as a part of an id.
func slug(s string) string {
	return strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(s), "-"), "-")
}
