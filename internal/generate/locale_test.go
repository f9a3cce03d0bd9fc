package generate_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/generate"
	"interviewkit/kit/profile"
	"interviewkit/templates"
	"interviewkit/templates/locale"
)

// A kit in another language holds none of the program's English, but for what
// the bank and the reminders of the law hold.
func TestNoEnglishIsLeft(t *testing.T) {
	small, err := os.ReadFile("testdata/role.toml") // it has gaps
	if err != nil {
		t.Fatal(err)
	}
	sources := map[*generate.Env][]string{env(t, "testdata/bank"): {string(small)}}
	builtin := env(t)
	for _, name := range []string{"junior", "senior-backend-go", "staff"} {
		for _, starter := range templates.Starters() {
			if strings.HasPrefix(starter, name) {
				src, err := templates.Starter(starter)
				if err != nil {
					t.Fatal(err)
				}
				sources[builtin] = append(sources[builtin], string(src))
				break
			}
		}
	}
	english := fragments(t)
	for e, list := range sources {
		for _, src := range list {
			for _, name := range locale.Names() {
				r := result(t, e, src, generate.Options{Formats: []string{"md"}, Overrides: speaking(name)})
				hasEnglish(t, r, name, english)
			}
		}
	}
}

// hasEnglish checks that the documents hold English just where they are to be
// English: there the test must find it.
func hasEnglish(t *testing.T, r *generate.Result, name string, english []string) {
	t.Helper()
	asked := fmt.Sprint(r.Kit.Rounds)
	for _, round := range r.Kit.Rounds {
		for _, q := range round.Questions {
			if q.Exhibit != nil { // of which the above prints where it lies
				asked += q.Exhibit.Text
			}
		}
	}
	asked = squeeze(asked)
	for _, document := range []string{"kit.md", "candidate.md"} {
		text := squeeze(file(t, r, document))
		found := slices.DeleteFunc(slices.Clone(english), func(s string) bool { return !strings.Contains(text, s) || strings.Contains(asked, s) })
		if (len(found) > 0) != (name == "en") {
			t.Errorf("%s, %s of %s: English texts: %q", name, document, r.Kit.Profile.Title, found)
		}
	}
}

var breaks = regexp.MustCompile(`\{[a-z_]+\}|\n`)

// fragments returns what stands between the placeholders of English texts, as
// far as it has more than two words.
func fragments(t *testing.T) (list []string) {
	t.Helper()
	src, err := os.ReadFile("../../templates/locale/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, quoted := range regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`).FindAllStringSubmatch(string(src), -1) {
		for _, part := range breaks.Split(quoted[1], -1) {
			if part = strings.Trim(squeeze(part), ` ",;:.()`); len(strings.Fields(part)) > 2 {
				list = append(list, part)
			}
		}
	}
	return list
}

// The rounds of a default plan, topics and levels go by the names they have in
// the kit's language.
func TestNamesAreInTheKitsLanguage(t *testing.T) {
	e := env(t)
	const src = "title = \"X\"\nseniority = \"mid\"\nlanguages = [\"go\"]\nfocus_areas = [\"databases\", \"security\"]\n"
	for _, name := range locale.Names() {
		words, err := locale.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		r := result(t, e, src, generate.Options{Formats: []string{"md"}, Overrides: speaking(name)})
		for _, round := range r.Kit.Rounds {
			if round.Name != words.Rounds[round.Kind] || !slices.Contains(profile.RoundKinds(), round.Kind) {
				t.Errorf("%s: a %s round is called %q", name, round.Kind, round.Name)
			}
		}
		for _, document := range []string{"kit.md", "candidate.md"} {
			text := file(t, r, document)
			for _, term := range []string{words.Terms.Areas["databases"], words.Terms.Areas["security"]} {
				if !strings.Contains(text, term) {
					t.Errorf("%s, %s: no %q", name, document, term)
				}
			}
		}
		if text := file(t, r, "kit.md"); !strings.Contains(text, words.Format.Decimals(2.75, 2)) || !strings.Contains(text, words.Terms.Levels["mid"]) {
			t.Errorf("%s: the level or the threshold is not as it is written there", name)
		}
	}
}
