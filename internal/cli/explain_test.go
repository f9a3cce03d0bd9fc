package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interviewkit/internal/cli"
	"interviewkit/internal/diag"
	"interviewkit/rubrics"
	"interviewkit/templates"
)

// explain runs the verb and returns what it prints.
func explain(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := cli.Main(append([]string{"interviewkit", "explain"}, args...), strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatalf("exit code %d\n%s", code, errs.String())
	}
	return out.String()
}

func checkWidth(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if line = strings.TrimSuffix(line, "\n"); diag.Cells(line) > 100 || strings.HasSuffix(line, " ") {
			t.Errorf("%d columns, or blanks at the end: %q", diag.Cells(line), line)
		}
	}
}

// long is a profile and a bank with the longest words they may hold.
func long(t *testing.T) (file, bank string) {
	t.Helper()
	dir := t.TempDir()
	name := strings.Repeat("Źdźbłożółć", 12)
	profile := fmt.Sprintf("title = %q\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\"]\n", strings.Repeat("Inżynier ", 13))
	for i := range 3 {
		profile += fmt.Sprintf("[[rounds]]\nname = \"%d%s\"\nkind = \"technical\"\nminutes = 45\n", i, name[:len(name)-2])
	}
	profile += "[questions]\npin = [\"databases." + strings.Repeat("bardzo-", 20) + "dlugie\"]\n"
	question := "[[question]]\nid = \"databases." + strings.Repeat("bardzo-", 20) + "dlugie\"\ntitle = \"" + strings.Repeat("長い", 30) + `"
area = "databases"
kind = "work-sample"
levels = ["mid"]
minutes = 10
prompt = "Why is ours slow?"
purpose = "Whether they look first."
answer = "It reads too much."
follow_ups = ["What else?"]
probes = ["Which line?"]
excludes = ["databases.slow-for-one-customer"]
exhibit.language = "text"
exhibit.text = "a line"
[question.rubric]
1 = "Nothing."
2 = "Something."
3 = "The cause."
4 = "The cause and a cure."
`
	file, bank = filepath.Join(dir, "long.toml"), filepath.Join(dir, "bank")
	if err := os.Mkdir(bank, 0o755); err != nil {
		t.Fatal(err)
	}
	for path, text := range map[string]string{file: profile, filepath.Join(bank, "databases.toml"): question} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file, bank
}

// No line is wider than 100 columns, whatever the words.
func TestExplainFits(t *testing.T) {
	file, bank := long(t)
	text := explain(t, file, "--bank", bank)
	checkWidth(t, text)
	checkWidth(t, explain(t, file, "--bank", bank, "--why-not", "databases."+strings.Repeat("bardzo-", 20)+"dlugie", "--why-not", "databases.slow-for-one-customer", "--why-not", "go.vanishing-counts"))
	// the columns behind a title of wide characters stand where all others do
	at := map[int]bool{}
	for line := range strings.Lines(text) {
		if before, _, ok := strings.Cut(line, "work-sample "); ok && strings.HasPrefix(line, "Q") {
			at[diag.Cells(before)] = true
		}
	}
	if !strings.Contains(text, "長い") || len(at) != 1 {
		t.Errorf("kinds begin in columns %v\n%s", at, text)
	}
}

// Nor for starters with topics drawn at random, nor for what is said of
// questions that are not asked.
func TestExplainFitsEverybody(t *testing.T) {
	loaded, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	areas := loaded.Vocabulary.Names(rubrics.SortArea)
	for i, name := range templates.Starters() {
		if i%3 > 0 {
			continue
		}
		r.Shuffle(len(areas), func(a, b int) { areas[a], areas[b] = areas[b], areas[a] })
		topics, err := json.Marshal(areas[:4])
		if err != nil {
			t.Fatal(err)
		}
		args := []string{"../../templates/profiles/" + name + ".toml", "--set", "focus_areas=" + string(topics), "--set", "must_have=[]", "--set", "weights={}"}
		checkWidth(t, explain(t, args...))
		for range 8 {
			args = append(args, "--why-not", loaded.Questions[r.IntN(len(loaded.Questions))].ID)
		}
		checkWidth(t, explain(t, args...))
	}
}
