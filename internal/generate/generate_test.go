package generate_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/internal/generate"
	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/templates"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func env(t testing.TB, banks ...string) *generate.Env {
	t.Helper()
	e, err := generate.NewEnv(banks...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func result(t testing.TB, e *generate.Env, src string, o generate.Options) *generate.Result {
	t.Helper()
	o.Version, o.Seed = "test", 1
	r, err := e.Make(generate.Source{Name: "role.toml", Place: "role"}, []byte(src), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func file(t testing.TB, r *generate.Result, name string) string {
	t.Helper()
	for _, f := range r.Files {
		if f.Name == name {
			return string(f.Content)
		}
	}
	t.Fatalf("no %s", name)
	return ""
}

// The Markdown of a small bank's kit, as it reads, in English and in German;
// -update rewrites it.
func TestGoldenMarkdown(t *testing.T) {
	src, err := os.ReadFile("testdata/role.toml")
	if err != nil {
		t.Fatal(err)
	}
	e := env(t, "testdata/bank")
	for folder, overrides := range map[string][]profile.Override{"": nil, "de": speaking("de")} {
		r := result(t, e, string(src), generate.Options{Formats: []string{"md"}, Overrides: overrides})
		for _, name := range []string{"kit.md", "candidate.md"} {
			got := file(t, r, name)
			golden := filepath.Join("testdata", folder, name)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			// the bank's hash is in it, and with it the kit's id: they change with every question
			if mask(got) != mask(string(want)) {
				t.Errorf("%s differs from its golden file; look at the change, then run with -update", golden)
			}
		}
	}
}

func speaking(name string) []profile.Override {
	return []profile.Override{{Origin: "--set", Assignment: fmt.Sprintf("locale=%q", name)}}
}

var hash = regexp.MustCompile(`\b[0-9a-f]{8,12}\b`)

func mask(s string) string { return hash.ReplaceAllString(s, "HASH") }

// No sentence of any question, rubric or note, no id and no title reaches what
// a candidate is sent.
func TestCandidateLeaksNothing(t *testing.T) {
	e := env(t)
	for _, starter := range templates.Starters() {
		src, err := templates.Starter(starter)
		if err != nil {
			t.Fatal(err)
		}
		r := result(t, e, string(src), generate.Options{Formats: []string{"md", "html", "json"}})
		_, page := read(t, file(t, r, "candidate.html"))
		brief := squeeze(file(t, r, "candidate.md")) + "\n" + squeeze(page)
		var k kit.Kit
		if err := json.Unmarshal([]byte(file(t, r, "kit.json")), &k); err != nil {
			t.Fatal(err)
		}
		for _, round := range k.Rounds {
			for _, q := range round.Questions {
				for _, s := range sentences(q) {
					if strings.Contains(brief, squeeze(s)) {
						t.Errorf("%s: the candidate's brief holds %q of %s", starter, s, q.ID)
					}
				}
			}
		}
	}
}

// Nor does anything of a form reach a candidate: not that there are others,
// not a question of any of them, and nothing that is true of one form only.
func TestCandidateKnowsNoForms(t *testing.T) {
	e := env(t)
	src, err := templates.Starter("senior-backend-go")
	if err != nil {
		t.Fatal(err)
	}
	results, err := e.MakeForms(generate.Source{Name: "role.toml", Place: "role"}, src, generate.Options{Version: "test", Seed: 1, Formats: []string{"md", "html"}, Forms: kit.FormOptions{N: 2}})
	if err != nil || len(results) != 2 {
		t.Fatal(len(results), err)
	}
	for _, r := range results {
		_, page := read(t, file(t, r, "candidate.html"))
		brief := squeeze(file(t, r, "candidate.md")) + "\n" + squeeze(page)
		if m := regexp.MustCompile(`\bforms?\b|equivalent|asked the same`).FindString(brief); m != "" {
			t.Errorf("form %s: the candidate's brief says %q", r.Kit.Form, m)
		}
		whole := squeeze(file(t, r, "kit.md") + file(t, r, "kit.html"))
		for _, of := range results {
			for _, round := range of.Kit.Rounds {
				for _, q := range round.Questions {
					for _, s := range sentences(q) {
						if strings.Contains(brief, squeeze(s)) {
							t.Errorf("form %s: the candidate's brief holds %q of %s", r.Kit.Form, s, q.ID)
						}
					}
					if of != r && strings.Contains(whole, q.ID) {
						t.Errorf("kit.md of form %s names %s of form %s", r.Kit.Form, q.ID, of.Kit.Form)
					}
				}
			}
		}
		if r.Place != "role/form-"+r.Kit.Form {
			t.Errorf("form %s goes to %s", r.Kit.Form, r.Place)
		}
	}
}

func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(s), `\`, "")), " ")
}

// sentences returns every text of a question that says more than a word or two.
func sentences(q kit.Asked) (list []string) {
	all := []string{q.ID, q.Title, q.Prompt, q.Purpose, q.Answer, q.Hint}
	all = append(append(append(append(all, q.FollowUps...), q.Probes...), q.StrongSignals...), q.RedFlags...)
	if q.Exhibit != nil {
		all = append(all, strings.Split(q.Exhibit.Text, "\n")...)
	}
	for _, p := range q.Rated() {
		a := p.Rubric.Anchors()
		all = append(append(all, a[:]...), p.Title)
		for _, bar := range p.Bar {
			all = append(all, bar)
		}
	}
	for _, text := range all {
		for _, s := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".?!;\n", r) }) {
			if s = strings.TrimSpace(s); len(s) > 15 {
				list = append(list, s)
			}
		}
	}
	return append(list, q.ID)
}

// A title stays text in Markdown, whatever is in it.
func TestTitleStaysText(t *testing.T) {
	title := "# [x](y) | <b> *i* `c` www.a.b 1. ~~s~~ &amp; _u_ \\\\"
	r := result(t, env(t), "title = '''"+title+"'''\nseniority = \"mid\"\ncompany = \"<script>\"\nfocus_areas = [\"databases\", \"testing\", \"api-design\"]\n", generate.Options{Formats: []string{"md"}})
	for _, name := range []string{"kit.md", "candidate.md"} {
		text := file(t, r, name)
		for _, live := range []string{"[x](y)", "<b>", "<script>", "*i*", "`c`", " www.a", "&amp;"} {
			if strings.Contains(strings.ReplaceAll(text, `\&`, ""), live) {
				t.Errorf("%s: %q is live", name, live)
			}
		}
		if !strings.Contains(text, `\# \[x\](y) \| \<b\>`) {
			t.Errorf("%s: the title is not there:\n%.200s", name, text)
		}
	}
}

// A character without a place in the typeface is told with its place in the
// profile, and what to do.
func TestUnprintable(t *testing.T) {
	src := "title = \"Backend 🚀 Engineer\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\", \"api-design\"]\n"
	_, err := env(t).Make(generate.Source{Name: "role.toml", Place: "role"}, []byte(src), generate.Options{Version: "test", Seed: 1})
	fs := diag.List(err)
	if len(fs) != 1 || fs[0].Line != 1 || fs[0].Col != 18 || !strings.Contains(fs[0].Msg, "U+1F680") || !strings.Contains(fs[0].Hint, "--format md,json") {
		t.Errorf("%+v", err)
	}
	for _, title := range []string{"Łódź żółć", "Инженер", "Μηχανικός", "e\u0301cole", "“quoted” – dash…"} {
		result(t, env(t), "title = \""+title+"\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\", \"api-design\"]\n", generate.Options{})
	}
}
