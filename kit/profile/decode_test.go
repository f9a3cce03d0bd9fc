package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

func rules(t testing.TB) profile.Rules {
	t.Helper()
	bank, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, k := range profile.RoundKinds() {
		names[k] = strings.ToUpper(k)
	}
	return profile.Rules{Bank: bank, Jurisdictions: []string{"eu", "uk", "us"}, Locales: map[string]map[string]string{"en": names}}
}

const sound = `title = "Backend Engineer"
seniority = "mid"
languages = ["go"]
focus_areas = ["databases"]
`

// Each fault is told at its place, with the words to write instead.
func TestFaults(t *testing.T) {
	r := rules(t)
	for _, c := range []struct{ name, src, want, hint string }{
		{"unknown seniority", "title = \"T\"\nseniority  = \"sennior\"\nlanguages = [\"go\"]", `2:14: unknown seniority "sennior"; want intern, junior, mid, senior, staff or principal`, `did you mean "senior"?`},
		{"wrong case of a key", sound + `Company = "Acme"`, `5:1: unknown key "Company"`, "keys are lower case: company"},
		{"unknown key", sound + `compny = "Acme"`, `5:1: unknown key "compny"`, `did you mean "company"?`},
		{"wrong case of a name", strings.Replace(sound, `"go"`, `"Go"`, 1), `3:14: unknown language "Go"`, `names are lower case: "go"`},
		{"a language among the areas", strings.Replace(sound, `"databases"`, `"databases", "python"`, 1), `4:29: unknown focus area "python"`, `"python" is one of the languages`},
		{"twice by its alias", strings.Replace(sound, `["go"]`, `["go", "golang"]`, 1), `3:20: "golang" and "go" are the same`, "keep one of the two"},
		{"key twice", sound + `title = "again"`, `5:1: key "title" is given twice`, "keep one of the two"},
		{"empty title", strings.Replace(sound, "Backend Engineer", "  ", 1), `1:9: no title`, ""},
		{"no title", strings.Replace(sound, `title = "Backend Engineer"`, "", 1), `role.toml: no title`, ""},
		{"title is a number", strings.Replace(sound, `"Backend Engineer"`, "7", 1), `1:9: want text in quotes, not the number 7`, "put it in quotes"},
		{"text for a list", strings.Replace(sound, `["go"]`, `"go"`, 1), `3:13: want a list: [...], not the text "go"`, `write ["go"]`},
		{"nothing to assess", "title = \"T\"\nseniority = \"mid\"", `role.toml: the profile names nothing to assess`, ""},
		{"no minutes", sound + "[[rounds]]\nname = \"A\"\nkind = \"coding\"\nminutes = 0", `8:11: the round has no minutes; want 20 to 120`, ""},
		{"500 minutes", sound + "[[rounds]]\nname = \"A\"\nkind = \"coding\"\nminutes = 500", `8:11: a round of 500 minutes; want 20 to 120`, ""},
		{"second round of a name", sound + "[[rounds]]\nname = \"A\"\nkind = \"coding\"\nminutes = 60\n[[rounds]]\nname = \"A\"\nkind = \"design\"\nminutes = 60", `10:8: two rounds are named "A"`, ""},
		{"kind of round", sound + "[[rounds]]\nname = \"A\"\nkind = \"codin\"\nminutes = 60", `7:8: unknown kind of round "codin"`, `did you mean "coding"?`},
		{"topic of a round", sound + "[[rounds]]\nname = \"A\"\nkind = \"technical\"\nminutes = 60\nfocus_areas = [\"cloud\"]", `9:16: "cloud" is not a topic of this profile`, ""},
		{"negative weight", sound + "[weights]\ndatabases = -1", `6:13: weight -1; want 1 to 5`, ""},
		{"weight of another topic", sound + "[weights]\ncloud = 2", `6:9: "cloud" is not a topic of this profile`, ""},
		{"four must_have", strings.Replace(sound, `["databases"]`, `["databases", "security", "caching"]`, 1) + `must_have = ["databases", "security", "caching", "go"]`, `5:50: 4 topics in must_have; at most 3`, ""},
		{"pin that does not exist", sound + "[questions]\npin = [\"databases.slow-for-one-custmer\"]", `6:8: no question "databases.slow-for-one-custmer" in the bank`, `did you mean "databases.slow-for-one-customer"?`},
		{"pinned and banned", sound + "[questions]\npin = [\"go.vanishing-counts\"]\nban = [\"go.vanishing-counts\"]", `7:8: "go.vanishing-counts" is pinned and banned`, ""},
		{"paper", sound + `paper = "a5"`, `5:9: unknown paper "a5"; want a4 or letter`, ""},
		{"jurisdiction", sound + `jurisdictions = ["eu", "usa"]`, `5:24: unknown jurisdiction "usa"`, `did you mean "us"?`},
		{"thresholds", sound + "[decision]\nyes = 2.5\nno = 2.75", `7:6: no below 2.75, but yes from 2.5`, ""},
		{"control character", strings.Replace(sound, "Backend", `Back\u0007end`, 1), `1:9: the text holds the control character U+0007`, ""},
		{"not TOML", "title = Backend", `1:9: `, ""},
		{"not UTF-8", "title = \"a\xff\"", `1:11: byte 0xff is not UTF-8`, "save the file as UTF-8"},
		{"NUL", "title = \"a\x00\"", `1:11: the file holds a NUL byte`, ""},
		{"nesting", "x = " + strings.Repeat("[", 10000), "brackets nest deeper", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := profile.Decode("role.toml", []byte(c.src), r)
			for _, f := range diag.List(err) {
				if strings.Contains(f.Error(), c.want) && strings.Contains(f.Hint, c.hint) {
					return
				}
			}
			t.Errorf("want %q with hint %q; got %v, hints %v", c.want, c.hint, err, hints(err))
		})
	}
}

func hints(err error) (list []string) {
	for _, f := range diag.List(err) {
		list = append(list, f.Hint)
	}
	return list
}

// All faults are told at once, in the order of the file.
func TestAllAtOnce(t *testing.T) {
	src := "seniority = \"boss\"\ntitle = 3\nlanguages = [\"goo\", 7]\npaper = \"a5\"\ncolour = 1\n"
	_, err := profile.Decode("role.toml", []byte(src), rules(t))
	fs := diag.List(err)
	if len(fs) != 6 {
		t.Fatalf("%d faults: %v", len(fs), err)
	}
	for i := 1; i < len(fs); i++ {
		if fs[i].Line < fs[i-1].Line {
			t.Errorf("out of order: %v", err)
		}
	}
}

func TestDefaultsAndAliases(t *testing.T) {
	src := "title = \"T\"\nseniority = \"sr\"\nlanguages = [\"golang\", \"js\"]\nfocus_areas = [\"db\", \"rest\"]\ntechnologies = [\"postgres\"]\n[weights]\ndb = 3\n"
	p, err := profile.Decode("role.toml", []byte(src), rules(t))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintln(p.Seniority, p.Languages, p.FocusAreas, p.Technologies, p.Weights, p.AIPolicy, p.Paper, p.Locale, p.Jurisdictions, p.Decision, len(p.Rounds), p.DefaultPlan)
	want := "senior [go javascript] [databases api-design] [postgresql] map[databases:3] forbidden a4 en [eu uk us] {2.75 2.6 2} 5 true\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestOverrides(t *testing.T) {
	r := rules(t)
	p, err := profile.Decode("role.toml", []byte(sound), r, profile.Override{Origin: "--set", Assignment: "weights.databases=3"}, profile.Override{Origin: "--paper", Assignment: `paper="letter"`})
	if err != nil || p.Weights["databases"] != 3 || p.Paper != "letter" {
		t.Fatalf("%+v, %v", p, err)
	}
	_, err = profile.Decode("role.toml", []byte(sound), r, profile.Override{Origin: "--set seniority=boss", Assignment: `seniority="boss"`})
	if err == nil || !strings.HasPrefix(err.Error(), "--set seniority=boss: unknown seniority") {
		t.Errorf("%v", err)
	}
	_, err = profile.Decode("role.toml", []byte(sound), r, profile.Override{Origin: "--set", Assignment: `seniority=senior`})
	if fs := diag.List(err); len(fs) != 1 || !strings.Contains(fs[0].Hint, `seniority='"senior"'`) {
		t.Errorf("%v", err)
	}
}

// The minutes of a round, as the design's table and rule of interpolation
// have them.
func TestClock(t *testing.T) {
	for minutes, want := range map[int]profile.Clock{
		30: {2, 20, 5, 3}, 45: {5, 32, 5, 3}, 60: {7, 40, 8, 5}, 20: {2, 10, 5, 3}, 120: {7, 100, 8, 5},
		40: {4, 28, 5, 3}, 50: {6, 34, 6, 4},
	} {
		if got := (profile.Round{Minutes: minutes}).Clock(); got != want {
			t.Errorf("%d minutes: %+v, want %+v", minutes, got, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	r := rules(f)
	f.Add(sound)
	f.Add("[[rounds]]\nname = 1\n[weights]\n\"a.b\" = 2\n[questions]\npin = [[]]")
	f.Add("title = \"\"\"\nx\"\"\"\nrounds = [{name = \"a\", kind = \"coding\", minutes = 60}]")
	f.Fuzz(func(t *testing.T, src string) {
		p, err := profile.Decode("fuzz.toml", []byte(src), r)
		if (p == nil || err != nil) && len(diag.List(err)) == 0 {
			t.Fatalf("neither a profile nor faults: %v", err)
		}
	})
}
