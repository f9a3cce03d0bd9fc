package rubrics_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/rubrics"
)

const whole = `[[question]]
id        = "mine.first"
title     = "First"
area      = "databases"
kind      = "knowledge"
levels    = ["mid", "senior"]
minutes   = 5
prompt    = "Why is it slow?"
purpose   = "Whether they look first."
answer    = "It reads too much."
follow_ups = ["What else?"]
probes    = ["Which line?"]
[question.bar]
senior = "Says what it costs."
[question.rubric]
1 = "Nothing."
2 = "Something."
3 = "The cause."
4 = "The cause and a cure."
`

func read(t *testing.T, src string) diag.Faults {
	t.Helper()
	b, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, faults := rubrics.ReadQuestions("bank/mine.toml", []byte(src), b.Vocabulary)
	return faults
}

func TestRulesOfAQuestion(t *testing.T) {
	if fs := read(t, whole); len(fs) > 0 {
		t.Fatal(fs)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"stem", "mine.first", "other.first", "2:13: id \"other.first\" does not start with its file's name"},
		{"id", "mine.first", "mine.First", "2:13: id \"mine.First\" is not of the form"},
		{"area", `"databases"`, `"databasse"`, "4:13: unknown area"},
		{"kind", `"knowledge"`, `"quiz"`, "5:13: unknown kind"},
		{"minutes", "= 5", "= 9", "7:13: 9 minutes; a knowledge question takes 3 to 6"},
		{"levels apart", `["mid", "senior"]`, `["mid", "staff"]`, "6:21: levels are consecutive"},
		{"level", `"mid", `, `"middling", `, "6:14: unknown level"},
		{"bar missing", `senior = "Says what it costs."`, "", "no bar for \"senior\""},
		{"bar of the lowest", "senior = \"Says", "mid = \"Says", "14:7: a bar for \"mid\""},
		{"anchor missing", `2 = "Something."`, "", "anchor 2 is missing"},
		{"anchors alike", `2 = "Something."`, `2 = "Nothing."`, "anchors 1 and 2 are the same"},
		{"no probe", `["Which line?"]`, "[]", "12:13: 0 entries in probes"},
		{"no exhibit", `"knowledge"`, `"work-sample"`, "a work-sample question shows an exhibit"},
		{"no parts", `"knowledge"`, `"design"`, "has two to four parts, not 0"},
		{"wrong type", `["What else?"]`, `"What else?"`, "11:14: want a list"},
		{"unknown key", "answer  ", "answr  ", "10:1: unknown key \"answr\""},
		{"long answer", "It reads too much.", strings.Repeat("word ", 61), "the answer has 61 words"},
		{"itself", `probes    =`, "excludes = [\"mine.first\"]\nprobes =", "excludes itself"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fs := read(t, strings.Replace(whole, c.old, c.new, 1))
			if !strings.Contains(fs.Error(), c.want) {
				t.Errorf("want %q, got:\n%v", c.want, fs)
			}
		})
	}
}

// Inside the second [[question]] a fault is told there, not at the first.
func TestFaultInASecondQuestion(t *testing.T) {
	second := strings.Replace(strings.Replace(whole, "mine.first", "mine.second", 1), `["mid", "senior"]`, `["mid", "seniro"]`, 1)
	fs := read(t, whole+second)
	if len(fs) == 0 || fs[0].Line < 20 {
		t.Errorf("%v", fs)
	}
}

func TestOverlay(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	replacing := strings.Replace(strings.Replace(whole, "mine.first", "databases.slow-for-one-customer", 1), `"First"`, `"Ours"`, 1)
	write("databases.toml", replacing)
	write("vocabulary.toml", "[[area]]\nname = \"embedded\"\ntitle = \"Embedded\"\nsort = \"technical\"\n")
	write("mine.toml", strings.Replace(whole, `"databases"`, `"embedded"`, 1))
	b, err := rubrics.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	q, ok := b.Question("databases.slow-for-one-customer")
	if !ok || q.Title != "Ours" || !strings.HasSuffix(b.Replaced[q.ID], "databases.toml") {
		t.Errorf("%+v, replaced %v", q, b.Replaced)
	}
	if q, ok := b.Question("mine.first"); !ok || b.Vocabulary.TitleOf(q.Area) != "Embedded" {
		t.Errorf("the team's own area is lost")
	}
	built, _ := rubrics.Load()
	if built.Hash == b.Hash {
		t.Error("another bank, the same hash")
	}
	write("mine.toml", whole+whole)
	if _, err := rubrics.Load(dir); err == nil || !strings.Contains(err.Error(), "used twice") {
		t.Errorf("an id used twice: %v", err)
	}
}

// Anchor 3 holds, at a level, what every bar up to that level adds.
func TestAnchorAtLevel(t *testing.T) {
	p := rubrics.Part{Rubric: &rubrics.Rubric{One: "1", Two: "2", Three: "3", Four: "4"}, Bar: map[string]string{"mid": "+m", "senior": "+s"}}
	levels := []string{"junior", "mid", "senior"}
	for level, want := range map[string]string{"junior": "3", "mid": "3 +m", "senior": "3 +m +s"} {
		if got := p.AtLevel(levels, level)[2]; got != want {
			t.Errorf("%s: %q, want %q", level, got, want)
		}
	}
}

func TestMiddle(t *testing.T) {
	q := rubrics.Question{Levels: []string{"junior", "mid", "senior", "staff"}}
	for level, want := range map[string]bool{"junior": false, "mid": true, "senior": true, "staff": false, "intern": false} {
		if q.Middle(level) != want {
			t.Errorf("%s: %v", level, !want)
		}
	}
}

func FuzzReadQuestions(f *testing.F) {
	b, err := rubrics.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add("[[question]]\n[[question.part]]\nrubric.1 = \"x\"\nbar.mid = \"\"\n[question.exhibit]\ntext = \"\"\"\n\"\"\"")
	f.Add("question = [{id = 1, levels = [1, {}], rubric = []}]")
	f.Fuzz(func(t *testing.T, src string) {
		questions, faults := rubrics.ReadQuestions("fuzz.toml", []byte(src), b.Vocabulary)
		if len(questions) == 0 && len(faults) == 0 {
			t.Fatal("neither questions nor faults")
		}
	})
}

// Only a technology comes with languages, and only with known ones.
func TestVocabularyLanguages(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"[[technology]]\nname = \"ktor\"\ntitle = \"Ktor\"\nlanguages = [\"kotlin\"]\n", ""},
		{"[[technology]]\nname = \"ktor\"\ntitle = \"Ktor\"\nlanguages = [\"kotline\"]\n", `technology "ktor" has the language "kotline"`},
		{"[[language]]\nname = \"zig\"\ntitle = \"Zig\"\nlanguages = [\"cpp\"]\n", `language "zig" has the language "cpp"`},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "vocabulary.toml"), []byte(c.words), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := rubrics.Load(dir)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%q: %v", c.words, err)
		}
	}
}
