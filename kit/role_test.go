package kit_test

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// A role is a profile that a test can do to what a mend advises, as a
// recruiter would in an editor.
type role struct {
	seniority                      string
	languages, technologies, areas []string
	weights                        map[string]int
	rounds                         []profile.Round
	pin, ban                       []string
	questions                      []rubrics.Question // of its own bank
}

//go:embed testdata/advice-bank.txt
var adviceBank string

// adviceRules returns rules with a part of the built-in bank that stays the
// same while the bank grows: what is advised depends on what there is.
func adviceRules(t testing.TB) profile.Rules {
	rules := rulesOf(t)
	rules.Bank = frozen(rules.Bank)
	return rules
}

// frozen leaves out the built-in questions that are not in the list.
func frozen(bank *rubrics.Bank) *rubrics.Bank {
	kept := strings.Fields(adviceBank)
	part := *bank
	part.Questions = slices.DeleteFunc(slices.Clone(bank.Questions), func(q rubrics.Question) bool {
		_, listed := slices.BinarySearch(kept, q.ID)
		return !listed && strings.HasPrefix(q.Source, rubrics.BuiltinSource)
	})
	return part.With(bank.Vocabulary, nil)
}

func quoted(names []string) string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = strconv.Quote(n)
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func (r *role) toml() string {
	var b strings.Builder
	fmt.Fprintf(&b, "title = \"T\"\nseniority = %q\nlanguages = %s\ntechnologies = %s\nfocus_areas = %s\n[weights]\n", r.seniority, quoted(r.languages), quoted(r.technologies), quoted(r.areas))
	for name, w := range r.weights {
		fmt.Fprintf(&b, "%s = %d\n", name, w)
	}
	for _, x := range r.rounds {
		fmt.Fprintf(&b, "[[rounds]]\nname = %q\nkind = %q\nminutes = %d\nfocus_areas = %s\n", x.Name, x.Kind, x.Minutes, quoted(x.FocusAreas))
	}
	fmt.Fprintf(&b, "[questions]\npin = %s\nban = %s\n", quoted(r.pin), quoted(r.ban))
	return b.String()
}

// make makes the role's kit, with its own questions laid over the bank.
func (r *role) make(t testing.TB, rules profile.Rules) (*kit.Kit, error) {
	t.Helper()
	if len(r.questions) > 0 {
		bank, err := rubrics.Load(writeBank(t, r.questions))
		if err != nil {
			t.Fatal(err)
		}
		rules.Bank = frozen(bank)
	}
	p, err := profile.Decode("role.toml", []byte(r.toml()), rules)
	if err != nil {
		t.Fatalf("%v\n%s", err, r.toml())
	}
	return kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1})
}

// writeBank writes questions as a team would, each with all that the bank
// demands of one.
func writeBank(t testing.TB, questions []rubrics.Question) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{}
	const rubric = "rubric = { 1 = \"a\", 2 = \"b\", 3 = \"c\", 4 = \"d\" }\n"
	for _, q := range questions {
		s := fmt.Sprintf("[[question]]\nid = %q\ntitle = \"T\"\narea = %q\nkind = %q\nlevels = %s\nminutes = %d\nlanguages = %s\ntechnologies = %s\nexcludes = %s\nprompt = \"p\"\npurpose = \"p\"\nanswer = \"a\"\nfollow_ups = [\"f\"]\nprobes = [\"p\"]\n",
			q.ID, q.Area, q.Kind, quoted(q.Levels), q.Minutes, quoted(q.Languages), quoted(q.Technologies), quoted(q.Excludes))
		if q.Kind == rubrics.WorkSample {
			s += "exhibit = { language = \"text\", text = \"x\" }\n"
		}
		if q.Kind.HasParts() {
			for i, minutes := range []int{q.Minutes / 2, q.Minutes - q.Minutes/2} {
				s += fmt.Sprintf("[[question.part]]\ntitle = \"P%d\"\narea = %q\nminutes = %d\n%s", i, q.Area, minutes, rubric)
			}
		} else {
			s += rubric
		}
		files[q.Area+".toml"] += s
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var (
	writeOut  = regexp.MustCompile(` \(write all rounds out as \[\[rounds\]\]: .*\)`)
	though    = regexp.MustCompile(`, though then a look in one round only is left for (.*)$`)
	lengthIs  = regexp.MustCompile(`^make round "(.*)" (\d+) minutes$`)
	kindIs    = regexp.MustCompile(`^make round "(.*)" a ([a-z]+) round$`)
	admitOne  = regexp.MustCompile(`^add "(.*)" to the focus_areas of round "(.*)"$`)
	admitAll  = regexp.MustCompile(`^leave out the focus_areas of round "(.*)"$`)
	outRound  = regexp.MustCompile(`^leave out round "(.*)"$`)
	oneRound  = regexp.MustCompile(`^add a ([a-z]+) round of (\d+) minutes$`)
	unlist    = regexp.MustCompile(`^take "(.*)" out of questions\.(pin|ban)$`)
	weight    = regexp.MustCompile(`^set weights\.([a-z-]+) = (\d)$`)
	firstName = regexp.MustCompile(`^add (languages|technologies|focus_areas) = \["(.*)"\]$`)
	moreName  = regexp.MustCompile(`^add "(.*)" to (languages|technologies|focus_areas)$`)
	questions = regexp.MustCompile(`^add (\d) ([a-z-]+) questions? on ([a-z-]+) for ([a-z]+), of (\d+) minutes(?: each)?, with --bank$`)
)

// follow does to a role what a mend advises; k is its kit, where it has one.
func (r role) follow(t testing.TB, advice string, k *kit.Kit, v *rubrics.Vocabulary) role {
	t.Helper()
	for _, list := range []*[]string{&r.languages, &r.technologies, &r.areas, &r.pin, &r.ban} {
		*list = slices.Clone(*list)
	}
	r.rounds, r.questions = slices.Clone(r.rounds), slices.Clone(r.questions)
	if short := writeOut.ReplaceAllString(advice, ""); short != advice {
		advice = short
		for _, x := range k.Rounds {
			r.rounds = append(r.rounds, profile.Round{Name: x.Name, Kind: x.Kind, Minutes: x.Minutes})
		}
	}
	advice = though.ReplaceAllString(advice, "")
	for _, step := range strings.Split(advice, ", and ") {
		r.step(t, step, v)
	}
	return r
}

func (r *role) step(t testing.TB, advice string, v *rubrics.Vocabulary) {
	t.Helper()
	round := func(name string) *profile.Round {
		i := slices.IndexFunc(r.rounds, func(x profile.Round) bool { return x.Name == name })
		if i < 0 {
			t.Fatalf("%s: no such round", advice)
		}
		return &r.rounds[i]
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	name := func(key, word string) {
		list := map[string]*[]string{"languages": &r.languages, "technologies": &r.technologies, "focus_areas": &r.areas}[key]
		*list = append(*list, word)
	}
	switch {
	case lengthIs.MatchString(advice):
		m := lengthIs.FindStringSubmatch(advice)
		round(m[1]).Minutes = number(m[2])
	case kindIs.MatchString(advice):
		m := kindIs.FindStringSubmatch(advice)
		round(m[1]).Kind = m[2]
	case admitOne.MatchString(advice):
		m := admitOne.FindStringSubmatch(advice)
		round(m[2]).FocusAreas = append(slices.Clone(round(m[2]).FocusAreas), m[1])
	case admitAll.MatchString(advice):
		round(admitAll.FindStringSubmatch(advice)[1]).FocusAreas = nil
	case outRound.MatchString(advice):
		gone := outRound.FindStringSubmatch(advice)[1]
		r.rounds = slices.DeleteFunc(r.rounds, func(x profile.Round) bool { return x.Name == gone })
	case oneRound.MatchString(advice):
		m := oneRound.FindStringSubmatch(advice)
		r.rounds = append(r.rounds, profile.Round{Name: "One more", Kind: m[1], Minutes: number(m[2])})
	case unlist.MatchString(advice):
		m := unlist.FindStringSubmatch(advice)
		list := map[string]*[]string{"pin": &r.pin, "ban": &r.ban}[m[2]]
		*list = slices.DeleteFunc(*list, func(id string) bool { return id == m[1] })
	case weight.MatchString(advice):
		m := weight.FindStringSubmatch(advice)
		weights := map[string]int{m[1]: number(m[2])}
		for name, w := range r.weights {
			if name != m[1] {
				weights[name] = w
			}
		}
		r.weights = weights
	case firstName.MatchString(advice):
		m := firstName.FindStringSubmatch(advice)
		name(m[1], m[2])
	case moreName.MatchString(advice):
		m := moreName.FindStringSubmatch(advice)
		name(m[2], m[1])
	case questions.MatchString(advice):
		r.write(questions.FindStringSubmatch(advice), v)
	default:
		t.Fatalf("not something to do: %q", advice)
	}
}

// write adds the questions that a mend asks for to the role's own bank.
func (r *role) write(m []string, v *rubrics.Vocabulary) {
	n, _ := strconv.Atoi(m[1])
	minutes, _ := strconv.Atoi(m[5])
	for range n {
		q := rubrics.Question{ID: fmt.Sprintf("%s.of-our-own-%d", m[3], len(r.questions)), Area: m[3], Kind: rubrics.Kind(m[2]), Levels: []string{m[4]}, Minutes: minutes}
		if slices.Contains(v.Names(rubrics.SortLanguage), m[3]) {
			q.Languages = []string{m[3]}
		}
		if slices.Contains(v.Names(rubrics.SortTechnology), m[3]) {
			q.Technologies = []string{m[3]}
		}
		r.questions = append(r.questions, q)
	}
}

// randomRole draws a role that asks for more than its rounds hold, or for
// what does not go together.
func randomRole(r *rand.Rand, bank *rubrics.Bank) role {
	pick := func(names []string, least, most int) []string {
		names = slices.Clone(names)
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		return names[:least+r.IntN(most-least+1)]
	}
	v := bank.Vocabulary
	var ids []string
	x := role{seniority: pick(v.Names(rubrics.SortLevel), 1, 1)[0], languages: pick([]string{"go", "java", "python", "php", "kotlin", "ruby"}, 0, 2),
		technologies: pick(v.Names(rubrics.SortTechnology), 0, 2), areas: pick(v.Names(rubrics.SortArea), 1, 7), weights: map[string]int{}}
	for _, q := range bank.Questions {
		if q.Serves(x.seniority) && (slices.Contains(x.areas, q.Area) || r.IntN(12) == 0) {
			ids = append(ids, q.ID)
		}
	}
	if r.IntN(3) == 0 {
		x.weights[x.areas[0]] = 1 + r.IntN(5)
	}
	if r.IntN(3) > 0 {
		for i := range 1 + r.IntN(4) {
			round := profile.Round{Name: fmt.Sprintf("R%d", i), Kind: pick(profile.RoundKinds(), 1, 1)[0], Minutes: 20 + 5*r.IntN(13)}
			if r.IntN(4) == 0 {
				round.FocusAreas = pick(x.areas, 1, 1)
			}
			x.rounds = append(x.rounds, round)
		}
	}
	if chosen := pick(ids, 0, min(4, len(ids))); r.IntN(3) == 0 {
		x.pin, x.ban = chosen[:len(chosen)/2], chosen[len(chosen)/2:]
	}
	return x
}
