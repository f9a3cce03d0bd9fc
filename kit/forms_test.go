package kit_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit"
	"interviewkit/kit/profile"
)

const senior = `title = "T"
seniority = "senior"
languages = ["go"]
technologies = ["postgresql"]
focus_areas = ["api-design", "databases", "reliability", "security"]
`

func makeForms(t *testing.T, rules profile.Rules, src string, f kit.FormOptions) ([]*kit.Kit, error) {
	t.Helper()
	p, err := profile.Decode("role.toml", []byte(src), rules)
	if err != nil {
		t.Fatal(err)
	}
	return kit.MakeForms("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1}, f)
}

// Forms share no question but the pins, know each other's figures and no
// question, and are read again as they were saved.
func TestMakeForms(t *testing.T) {
	rules := rulesOf(t)
	const pin = "databases.slow-for-one-customer"
	kits, err := makeForms(t, rules, senior+"[questions]\npin = [\""+pin+"\"]\n", kit.FormOptions{N: 2})
	if err != nil || len(kits) != 2 {
		t.Fatal(len(kits), err)
	}
	asked := map[string]string{}
	for i, k := range kits {
		if k.Form != string(rune('a'+i)) || len(k.Forms) != 2 {
			t.Errorf("form %q, %d in its table", k.Form, len(k.Forms))
		}
		checkKit(t, k, rules.Bank)
		row, pinned := k.Forms[i], false
		for r := range k.Rounds {
			if row.Minutes[r] != k.Rounds[r].Used() {
				t.Errorf("form %s, round %d: %d minutes in the table, %d in the kit", k.Form, r, row.Minutes[r], k.Rounds[r].Used())
			}
			for _, q := range k.Rounds[r].Questions {
				if pinned = pinned || q.ID == pin; q.ID != pin && asked[q.ID] != "" {
					t.Errorf("%s stands in form %s and in form %s", q.ID, asked[q.ID], k.Form)
				}
				asked[q.ID] = k.Form
			}
		}
		if !pinned || row.Covered != k.Objective.Covered || row.TwoLooks != k.Objective.TwoLooks || row.Value != k.Objective.Value {
			t.Errorf("pin asked: %v; %+v, the kit has %+v", pinned, row, k.Objective)
		}
		saved, err := k.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := kit.Decode("kit.json", saved, rules)
		if err != nil {
			t.Fatal(err)
		}
		if b, _ := again.Encode(); !bytes.Equal(b, saved) {
			t.Errorf("form %s changes when it is read again", k.Form)
		}
	}
	if d := kit.Compare(kits[0], kits[1]); len(d.Profile) > 0 || len(d.In) == 0 || len(d.Out) == 0 {
		t.Errorf("%+v", d)
	}
}

// One form is the kit alone, which has no table.
func TestOneFormIsTheKitAlone(t *testing.T) {
	rules := rulesOf(t)
	kits, err := makeForms(t, rules, senior, kit.FormOptions{N: 1})
	if err != nil {
		t.Fatal(err)
	}
	one, _ := kits[0].Encode()
	alone, _ := makeKit(t, rules, senior).Encode()
	if !bytes.Equal(one, alone) || bytes.Contains(alone, []byte(`"forms"`)) {
		t.Error("one form is another kit than the kit alone")
	}
}

// Forms that the bank does not have are refused, with what is lacking and what
// would help; the help has been tried.
func TestTooManyForms(t *testing.T) {
	rules := rulesOf(t)
	src := "title = \"T\"\nseniority = \"junior\"\nlanguages = [\"go\"]\ntechnologies = [\"postgresql\"]\nfocus_areas = [\"databases\", \"testing\", \"debugging\"]\n"
	_, err := makeForms(t, rules, src, kit.FormOptions{N: 20})
	fs := diag.List(err)
	if len(fs) != 1 || !strings.Contains(fs[0].Msg, "20 equivalent forms cannot be made, ") || !strings.Contains(fs[0].Hint, "--bank") {
		t.Fatalf("%+v", err)
	}
	can := 1
	if m := regexp.MustCompile(`, (\d+) can:`).FindStringSubmatch(fs[0].Msg); m != nil {
		can = int(m[1][0] - '0')
	}
	kits, err := makeForms(t, rules, src, kit.FormOptions{N: can})
	if err != nil || len(kits) != can {
		t.Errorf("%d forms are said to be possible: %v", can, err)
	}
	_, err = makeForms(t, rules, src, kit.FormOptions{N: can + 1})
	if fs := diag.List(err); len(fs) != 1 {
		t.Fatalf("%d forms were refused in all but name: %v", can+1, err)
	} else if strings.Contains(fs[0].Hint, "--overlap 1") {
		if kits, err := makeForms(t, rules, src, kit.FormOptions{N: can + 1, Overlap: 1}); err != nil || len(kits) != can+1 {
			t.Errorf("the hint does not help: %v", err)
		}
	}
}

// A form's gaps come with words, also those that only sharing out has made.
func TestFormsTellTheirGaps(t *testing.T) {
	rules := rulesOf(t)
	kits, err := makeForms(t, rules, strings.Replace(senior, `"security"`, `"security", "communication"`, 1)+"[[rounds]]\nname = \"One\"\nkind = \"technical\"\nminutes = 90\n[[rounds]]\nname = \"Two\"\nkind = \"coding\"\nminutes = 60\n", kit.FormOptions{N: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kits {
		if !slices.ContainsFunc(k.Gaps, func(g kit.Gap) bool { return g.Kind == kit.NoLook && g.Topic == "communication" }) {
			t.Errorf("form %s tells no gap for communication: %+v", k.Form, k.Gaps)
		}
		for _, g := range k.Gaps {
			checkPhrases(t, []kit.Gap{g})
			if g.Message == "" || g.Mend == "" {
				t.Errorf("a gap without words: %+v", g)
			}
		}
	}
}

// What a hand-edited form says of itself is brought up to date in its table;
// what it says of others stays.
func TestEditedFormKnowsItself(t *testing.T) {
	rules := rulesOf(t)
	kits, err := makeForms(t, rules, senior, kit.FormOptions{N: 2})
	if err != nil {
		t.Fatal(err)
	}
	want := kits[1].Forms[1]
	kits[1].Forms = slices.Clone(kits[1].Forms)
	kits[1].Forms[0].Value, kits[1].Forms[1].Value, kits[1].Forms[1].Questions = 77, 77, 77
	saved, err := kits[1].Encode()
	if err != nil {
		t.Fatal(err)
	}
	k, err := kit.Decode("kit.json", saved, rules)
	if err != nil {
		t.Fatal(err)
	}
	if got := k.Forms[1]; got.Value != want.Value || got.Questions != want.Questions || k.Forms[0].Value != 77 {
		t.Errorf("%+v", k.Forms)
	}
}

// A table of forms that no run has written is a fault with its place.
func TestEditedForms(t *testing.T) {
	rules := rulesOf(t)
	kits, err := makeForms(t, rules, senior, kit.FormOptions{N: 2})
	if err != nil {
		t.Fatal(err)
	}
	saved, err := kits[1].Encode()
	if err != nil {
		t.Fatal(err)
	}
	text := string(saved)
	table := text[strings.Index(text, `"forms": [`):]
	for _, c := range []struct{ name, old, new, want string }{
		{"another letter", `"form": "b",` + "\n      \"min", `"form": "x",` + "\n      \"min", `form "x" stands where form b is due`},
		{"not in it", `"form": "b",` + "\n  \"bank", `"form": "c",` + "\n  \"bank", `form "c" is not in the table of forms`},
		{"one only", table, `"forms": [{"form": "a", "minutes": [1, 1, 1, 1, 1], "questions": 1, "covered": 1, "two_looks": 1, "value": 1}]` + "\n}\n", "a table of 1 form"},
		{"other rounds", table, strings.Replace(table, "\"minutes\": [\n", "\"minutes\": [\n        7,\n", 1), "minutes of 6 rounds; the kit has 5"},
		{"less than nothing", table, strings.Replace(table, `"value": `, `"value": -`, 1), "want 0 or more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(text, c.old) {
				t.Fatalf("no %s in the kit", c.old)
			}
			_, err := kit.Decode("kit.json", []byte(strings.Replace(text, c.old, c.new, 1)), rules)
			if err == nil || !strings.Contains(err.Error(), c.want) || diag.List(err)[0].Line == 0 {
				t.Errorf("%v", err)
			}
		})
	}
}
