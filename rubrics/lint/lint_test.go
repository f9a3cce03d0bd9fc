package lint_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"interviewkit/rubrics"
	"interviewkit/rubrics/lint"
)

// The built-in bank is held to what teams are held to.
func TestBuiltinBank(t *testing.T) {
	bank, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range lint.Run(bank, func(*rubrics.Question) bool { return true }) {
		t.Errorf("%s: %s", f.Check, f.Error())
	}
}

// sound is a question in which no check finds anything.
const sound = `
[[question]]
id = "databases.two-clerks"
title = "Two clerks"
area = "databases"
kind = "situational"
levels = ["mid", "senior"]
minutes = 6
prompt = "Two clerks sell the last seat on a train in the same second. What would you do so that only one of them can?"
purpose = "Whether the candidate sees where the decision has to fall."
answer = "A unique key on seat and trip, and one statement that takes the seat or fails."
follow_ups = ["How does the second clerk learn of it?"]
probes = ["Name a moment at which your way would still sell it twice."]
hint = "Who decides, if both ask at once?"
strong_signals = ["Asks what happens to the money of the second"]
red_flags = ["Locks a table for the whole sale"]
[question.bar]
senior = "Says what a retry of the same request does."
[question.rubric]
1 = "Checks first and sells then, and sees no gap between the two."
2 = "Sees the gap, but closes it in one process only."
3 = "Lets the database decide, by a key or one conditional statement."
4 = "Also shows what a crash between seat and payment leaves, and who cleans up."
`

// findings returns the checks that find something in a bank file.
func findings(t *testing.T, src string) (checks []string, all []lint.Finding) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "databases.toml"), []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	bank, err := rubrics.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	all = lint.Run(bank, func(q *rubrics.Question) bool { return !strings.HasPrefix(q.Source, rubrics.BuiltinSource) })
	for _, f := range all {
		checks = append(checks, f.Check)
	}
	slices.Sort(checks)
	return slices.Compact(checks), all
}

func TestChecks(t *testing.T) {
	if got, _ := findings(t, sound); len(got) > 0 {
		t.Fatalf("found in a sound question: %v", got)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"vague", "Lets the database decide, by a key or one conditional statement.", "Shows a good understanding of transactions.", "vague"},
		{"delivery", "Lets the database decide, by a key or one conditional statement.", "Answers confidently that the database decides.", "vague"},
		{"two questions", "only one of them can?", "only one of them can? What does it cost?", "asks-twice"},
		{"two in one", "so that only one of them can?", "so that only one of them can, and how would you test it?", "asks-twice"},
		{"yes or no", "What would you do so that only one of them can?", "Would you use a lock?", "yes-or-no"},
		{"leading", "What would you do", "Obviously a lock is slow. What would you do", "leading"},
		{"leading follow-up", "How does the second clerk learn of it?", "You would tell the second clerk, wouldn't you?", "leading"},
		{"long sentence", "Two clerks sell the last seat on a train in the same second.", strings.Repeat("two clerks sell seats and ", 8) + "leave.", "hard-to-hear"},
		{"long words", "Two clerks sell the last seat on a train in the same second.", "Organisational interoperability considerations necessitate transactional serialisability verification methodologies. Characterise architectural responsibilities, organisational interdependencies, availability characteristics and operational considerations.", "hard-to-hear"},
		{"he or she", "Asks what happens to the money of the second", "Asks how he or she is refunded", "gendered"},
		{"candidate he", "Whether the candidate sees where the decision has to fall.", "Whether the candidate sees where his decision falls.", "gendered"},
		{"family", "What would you do so that only one of them can?", "How would your husband and children see it?", "forbidden"},
		{"origin", "Name a moment at which", "Where are you from, and at which moment", "forbidden"},
		{"age", "Asks what happens to the money of the second", "Names when did you graduate as a reason", "forbidden"},
		{"past pay", "Name a moment at which your way would still sell it twice.", "What was your last salary?", "forbidden"},
		{"flag repeats anchor", "Locks a table for the whole sale", "Checks first and sells then, and sees no gap between the two", "echo"},
		{"unfinished", "Who decides, if both ask at once?", "One sentence ...", "unfinished"},
		{"built-in twin", "Two clerks sell the last seat on a train in the same second. What would you do so that only one of them can?",
			"This query serves \\\"my orders\\\", from 40 million rows. It is fast for most customers; for customer 812 it takes two and a half seconds. Read the plan. Why is it slow for this one?", "twin"},
		{"no such check", "minutes = 6", "minutes = 6\naccept.vage = \"because it is needed here\"", "accept"},
		{"no reason", "minutes = 6", "minutes = 6\naccept.vague = \"x\"", "accept"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(sound, c.old) {
				t.Fatalf("no %q", c.old)
			}
			got, all := findings(t, strings.Replace(sound, c.old, c.new, 1))
			if !slices.Contains(got, c.want) {
				t.Errorf("found %v, not %s", got, c.want)
			}
			for _, f := range all {
				if f.Line < 2 || f.Msg == "" || f.Check == "forbidden" && (len(f.Laws) == 0 || f.Hint == "" || f.Source == "") {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

// Terms of art are no fault, and a reason lets a finding stand.
func TestWhatMayStand(t *testing.T) {
	for _, prompt := range []string{
		"The browser says that CORS blocks the origin. What do you look at first?",
		"A response carries max-age of a day. How long is a price wrong?",
		"The health check of the parent process passes, and users see errors. What would explain it?",
		"Two workers have a race condition over family plans. Where is it?",
		"The union of two queries has rows twice. Why?",
	} {
		src := strings.Replace(sound, "Two clerks sell the last seat on a train in the same second. What would you do so that only one of them can?", prompt, 1)
		if got, all := findings(t, src); len(got) > 0 {
			t.Errorf("%s: %v", prompt, all)
		}
	}
	yes := strings.Replace(sound, "What would you do so that only one of them can?", "Would you use a lock?", 1)
	if got, _ := findings(t, strings.Replace(yes, "minutes = 6", "minutes = 6\naccept.yes-or-no = \"the follow-up asks why, and the pause tells\"", 1)); len(got) > 0 {
		t.Errorf("accepted with a reason, and found: %v", got)
	}
}
