package kit_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates"
)

// opening draws a profile with the default rounds as companies write them: one
// to three languages, up to two technologies, three to six areas of which at
// most one is about people.
func opening(r *rand.Rand, v *rubrics.Vocabulary) string {
	draw := func(names []string, n int) []string {
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		return names[:n]
	}
	level := []string{"junior", "mid", "senior", "staff"}[r.IntN(4)]
	var technical, people []string
	for _, a := range v.Areas {
		switch {
		case a.Sort == "technical":
			technical = append(technical, a.Name)
		case a.Name != "leadership" || level == "senior" || level == "staff":
			people = append(people, a.Name)
		}
	}
	nPeople := r.IntN(2)
	areas := append(draw(technical, 3+r.IntN(4)-nPeople), draw(people, nPeople)...)
	return fmt.Sprintf("title = \"Developer\"\nseniority = %q\nlanguages = %s\ntechnologies = %s\nfocus_areas = %s\n", level,
		quoted(draw(v.Names(rubrics.SortLanguage), 1+r.IntN(3))), quoted(draw(v.Names(rubrics.SortTechnology), r.IntN(3))), quoted(areas))
}

// openings is how many are drawn; OPENINGS in the environment draws more.
func openings(t *testing.T) int {
	n := 300
	if s := os.Getenv("OPENINGS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// The built-in bank serves whatever opening is written with its words: every
// topic has a look, every round is at least 85 % full, and of all named areas
// and languages at least 95 % have two looks.
func TestBankServesEveryOpening(t *testing.T) {
	rules := rulesOf(t)
	r := rand.New(rand.NewPCG(11, 24))
	sources := make([]string, openings(t))
	for i := range sources {
		sources[i] = opening(r, rules.Bank.Vocabulary)
	}
	named, twice := 0, 0
	var mu sync.Mutex
	var wg sync.WaitGroup
	queue := make(chan string)
	for range 2 {
		wg.Go(func() {
			for src := range queue {
				n, two, found := served(src, rules)
				mu.Lock()
				named, twice = named+n, twice+two
				for _, f := range found {
					t.Errorf("%s\n%s", f, src)
				}
				mu.Unlock()
			}
		})
	}
	for _, src := range sources {
		queue <- src
	}
	close(queue)
	wg.Wait()
	t.Logf("%d of %d named areas and languages have two looks", twice, named)
	if 100*twice < 95*named {
		t.Errorf("only %d of %d named areas and languages have two looks", twice, named)
	}
}

// served makes the kit of an opening and returns how many areas and languages
// it names, how many of these have two looks, and what is not as promised.
func served(src string, rules profile.Rules) (named, twice int, found []string) {
	p, err := profile.Decode("role.toml", []byte(src), rules)
	if err != nil {
		return 0, 0, []string{err.Error()}
	}
	k, err := kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1})
	if err != nil {
		return 0, 0, []string{fmt.Sprint(diag.List(err))}
	}
	for _, topic := range k.Topics {
		if len(topic.Looks) == 0 {
			found = append(found, "no look at "+topic.Topic)
		}
		if topic.Named && topic.Sort != string(rubrics.SortTechnology) {
			named++
			if len(topic.Looks) > 1 {
				twice++
			}
		}
	}
	for _, round := range k.Rounds {
		if 100*round.Used() < 85*round.QuestionMinutes {
			found = append(found, fmt.Sprintf("round %s uses %d of %d minutes", round.Name, round.Used(), round.QuestionMinutes))
		}
	}
	for _, name := range k.LeftOut {
		found = append(found, "round "+name+" is left out")
	}
	return named, twice, found
}

// Every starter profile has three forms that share no question.
func TestStartersHaveThreeForms(t *testing.T) {
	rules := rulesOf(t)
	for _, name := range templates.Starters() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			src, err := templates.Starter(name)
			if err != nil {
				t.Fatal(err)
			}
			p, err := profile.Decode(name, src, rules)
			if err != nil {
				t.Fatal(err)
			}
			kits, err := kit.MakeForms(name, p, rules.Bank, kit.Options{Name: "role", Version: "test", Seed: 1}, kit.FormOptions{N: 3})
			if err != nil {
				t.Fatal(err)
			}
			form := map[string]string{}
			for _, k := range kits {
				for _, r := range k.Rounds {
					for _, q := range r.Questions {
						if other, seen := form[q.ID]; seen {
							t.Errorf("%s stands in forms %s and %s", q.ID, other, k.Form)
						}
						form[q.ID] = k.Form
					}
				}
			}
		})
	}
}
