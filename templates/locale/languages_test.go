package locale_test

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"interviewkit/rubrics"
	"interviewkit/templates/locale"
)

// entries returns every text of a catalogue by its path; an element of a list
// has its number in the path, so that lists of other lengths have other paths.
func entries(c *locale.Catalogue) map[string]string {
	all := map[string]string{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			all[path] = v.String()
		case reflect.Slice:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(path+"."+k.String(), v.MapIndex(k))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Tag.Get("toml"), v.Field(i))
			}
		}
	}
	for i := range reflect.TypeFor[locale.Catalogue]().NumField() {
		if f := reflect.TypeFor[locale.Catalogue]().Field(i); f.Name != "Terms" {
			walk(f.Tag.Get("toml"), reflect.ValueOf(*c).Field(i))
		}
	}
	return all
}

// alike is the entries that may read as in English: in every language, and
// where a language has the same word.
var alike = map[string][]string{
	"":   {"format.decimal", "format.thousands", "format.percent", "format.month_year", "format.label", "guide.clock", "overview.hint_high", "gaps.joined", "page.minutes", "page.minutes_short"},
	"de": {"overview.team", "format.months[3]", "format.months[7]", "format.months[8]", "format.months[10]"},
	"fr": {"page.question", "overview.technologies", "overview.questions", "guide.questions"},
}

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// Every language says all that English says, with the same placeholders, in
// words of its own.
func TestLanguagesSayTheSame(t *testing.T) {
	english := entries(load(t, "en"))
	for _, name := range others() {
		own := entries(load(t, name))
		for path := range own {
			if _, ok := english[path]; !ok {
				t.Errorf("%s: %s is not in en.toml", name, path)
			}
		}
		for path, text := range english {
			said, ok := own[path]
			switch {
			case !ok:
				t.Errorf("%s: no %s", name, path)
			case forPrograms.MatchString(path):
				if said != text {
					t.Errorf("%s: %s is %q; the program reads it, and wants %q", name, path, said, text)
				}
			case said == text && !slices.Contains(alike[""], path) && !slices.Contains(alike[name], path):
				t.Errorf("%s: %s is still English: %q", name, path, text)
			}
			if want, got := holes(text), holes(said); !slices.Equal(want, got) {
				t.Errorf("%s: %s has the placeholders %v, want %v", name, path, got, want)
			}
		}
	}
}

// forPrograms is the entries that are names of rounds' kinds, not words.
var forPrograms = regexp.MustCompile(`^candidate\.preparation\[\d+\]\.kinds`)

// holes returns the placeholders of a text, each as often as it stands there
// at least once.
func holes(text string) []string {
	set := map[string]bool{}
	for _, p := range placeholder.FindAllString(text, -1) {
		set[p] = true
	}
	return slices.Sorted(maps.Keys(set))
}

func load(t *testing.T, name string) *locale.Catalogue {
	t.Helper()
	c, err := locale.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	if c.Language != name {
		t.Errorf("%s.toml calls itself %q", name, c.Language)
	}
	return c
}

func others() []string {
	return slices.DeleteFunc(locale.Names(), func(name string) bool { return name == "en" })
}

// Every language but that of the vocabulary calls its levels and areas by
// words of its own, and no two alike.
func TestTermsAreWhole(t *testing.T) {
	bank, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range others() {
		terms := load(t, name).Terms
		wantTerms(t, name+" levels", terms.Levels, bank.Vocabulary.Names(rubrics.SortLevel))
		wantTerms(t, name+" areas", terms.Areas, bank.Vocabulary.Names(rubrics.SortArea))
		wantTerms(t, name+" about", terms.About, bank.Vocabulary.Names(rubrics.SortArea))
		wantTerms(t, name+" jurisdictions", terms.Jurisdictions, rubrics.Jurisdictions())
		for _, w := range bank.Vocabulary.Areas {
			if terms.About[w.Name] == w.About {
				t.Errorf("%s: what is told of %s is English", name, w.Name)
			}
		}
	}
}

func wantTerms(t *testing.T, what string, terms map[string]string, names []string) {
	t.Helper()
	if got := slices.Sorted(maps.Keys(terms)); !slices.Equal(got, slices.Sorted(slices.Values(names))) {
		t.Errorf("%s: %v, want %v", what, got, names)
	}
	seen := map[string]string{}
	for name, term := range terms {
		if term == "" || seen[term] != "" {
			t.Errorf("%s: %s and %s are both called %q", what, name, seen[term], term)
		}
		seen[term] = name
	}
}

func TestFormat(t *testing.T) {
	en, de := load(t, "en").Format, load(t, "de").Format
	for _, c := range [][2]string{
		{en.Number(9999), "9999"}, {en.Number(1234567), "1,234,567"}, {de.Number(12345), "12.345"}, {en.Number(0), "0"},
		{en.Decimals(2.75, 2), "2.75"}, {de.Decimals(2.6, 2), "2,60"}, {de.Percents(80), "80\u00a0%"},
		{en.Month("2026-11"), "November 2026"}, {de.Month("2026-03"), "März 2026"}, {de.Month("soon"), "soon"},
		{en.Labelled("Role"), "Role:"}, {load(t, "fr").Format.Labelled("Poste"), "Poste\u00a0:"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
	for _, name := range locale.Names() {
		if n := len(load(t, name).Format.Months); n != 12 {
			t.Errorf("%s has %d months", name, n)
		}
	}
}
