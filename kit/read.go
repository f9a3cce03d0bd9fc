package kit

import (
	"fmt"
	"slices"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
	"interviewkit/internal/tomlpos"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// Decode reads a saved kit. It is checked as a fresh one would be, since it may
// have been edited by hand; what follows from its questions (minutes, looks,
// drop ranks, objective, kit id) is worked out anew. Everything wrong comes
// back at once, as diag.Faults.
func Decode(name string, src []byte, rules profile.Rules) (*Kit, error) {
	doc, err := strict.ParseJSON(name, src)
	if err != nil {
		return nil, err
	}
	k := new(Kit)
	c := &savedChecker{doc: doc, k: k, faults: doc.Bind(k), vocabulary: rules.Bank.Vocabulary}
	if !doc.Has("profile") {
		c.fault("", "not a kit: it has no profile", "`interviewkit generate` writes a kit.json beside the documents")
	} else {
		c.faults = append(c.faults, profile.CheckSaved(doc, "profile", &k.Profile, rules)...)
	}
	if len(c.faults) == 0 {
		c.check()
	}
	if err := c.faults.Err(); err != nil {
		return nil, err
	}
	k.refresh()
	return k, k.identify()
}

// refresh works out what follows from a kit's questions.
func (k *Kit) refresh() {
	for r := range k.Rounds {
		for i := range k.Rounds[r].Questions {
			k.Rounds[r].Questions[i].Order = i + 1
		}
		k.Rounds[r].QuestionMinutes = k.Rounds[r].Clock().Questions
	}
	k.tally()
	k.rankDrops()
	problem, choice := k.asProblem()
	f := problem.Evaluate(choice)
	o := &k.Objective
	if o.Covered != f.Covered || o.TwoLooks != f.TwoLooks || o.Value != f.Value {
		*o = Objective{Covered: f.Covered, TwoLooks: f.TwoLooks, Value: f.Value, Bound: Bound{
			max(o.Bound.Covered, f.Covered), max(o.Bound.TwoLooks, f.TwoLooks), max(o.Bound.Value, f.Value),
		}}
	}
	for i := range k.Forms {
		if k.Forms[i].Form == k.Form {
			k.Forms[i] = k.formRow()
		}
	}
	k.keepGaps()
}

type savedChecker struct {
	doc        *strict.Doc
	k          *Kit
	vocabulary *rubrics.Vocabulary
	faults     diag.Faults
}

func (c *savedChecker) fault(path, msg, hint string) {
	c.faults = append(c.faults, c.doc.Fault(path, msg, hint))
}

func (c *savedChecker) check() {
	if k := c.k; k.Name == "" || strings.ContainsAny(k.Name, `/\`) || strings.HasPrefix(k.Name, ".") {
		c.fault("name", "the name "+diag.Quote(k.Name)+" cannot be a folder's", "letters, digits and hyphens")
	}
	if n := len(c.k.Rounds); n < 1 || n > profile.MaxRounds {
		c.fault("rounds", fmt.Sprintf("%d rounds; a loop has 1 to %d", n, profile.MaxRounds), "")
	}
	v := c.k.words(c.vocabulary)
	c.topics(v)
	seen := map[string]string{}
	names := map[string]bool{}
	for i := range c.k.Rounds {
		r := &c.k.Rounds[i]
		path := tomlpos.Elem("rounds", i)
		if msg, hint := profile.OneLine(strings.Join(append([]string{r.Name}, r.Interviewers...), "")); msg != "" {
			c.fault(path, msg, hint)
		}
		if strings.TrimSpace(r.Name) == "" || names[r.Name] {
			c.fault(path+".name", "a round has a name of its own, not "+diag.Quote(r.Name), "")
		}
		names[r.Name] = true
		c.round(path, r, v, seen)
	}
	c.enemies()
	c.forms()
	for _, id := range c.k.Profile.Questions.Pin {
		if _, asked := seen[id]; !asked {
			c.fault("profile.questions.pin", "pinned question "+diag.Quote(id)+" is not asked", "put it back, or take it out of the pins")
		}
	}
}

// topics works the topics out anew from the profile, with the titles that were
// saved.
func (c *savedChecker) topics(v *rubrics.Vocabulary) {
	titles := map[string]string{}
	for _, t := range c.k.Topics {
		titles[t.Sort+" "+t.Topic] = t.Title
	}
	c.k.Profile.Rounds = nil
	for _, r := range c.k.Rounds {
		c.k.Profile.Rounds = append(c.k.Profile.Rounds, profile.Round{Name: r.Name, Kind: r.Kind, Minutes: r.Minutes, FocusAreas: r.FocusAreas, Interviewers: r.Interviewers})
	}
	c.k.Topics = topicsOf(&c.k.Profile, c.k.Profile.Rounds, v)
	for i := range c.k.Topics {
		t := &c.k.Topics[i]
		if title := titles[t.Sort+" "+t.Topic]; title != "" {
			t.Title = title
		}
	}
}

// words returns a vocabulary with what the kit's own topics add: a saved kit
// may use words of a bank that is no longer at hand.
func (k *Kit) words(known *rubrics.Vocabulary) *rubrics.Vocabulary {
	v := *known
	v.Areas = slices.Clone(v.Areas)
	has := func(name string) bool {
		return v.TitleOf(name) != name || slices.Contains(v.Names(rubrics.SortArea), name)
	}
	for _, t := range k.Topics {
		if !has(t.Topic) {
			v.Areas = append(v.Areas, rubrics.Word{Name: t.Topic, Title: t.Title, Sort: "technical"})
		}
	}
	for _, r := range k.Rounds {
		for _, q := range r.Questions {
			for _, part := range q.Rated() {
				for _, area := range []string{q.Area, part.Area} {
					if !has(area) {
						sort := "technical"
						if q.Kind == rubrics.Behavioral {
							sort = "people"
						}
						v.Areas = append(v.Areas, rubrics.Word{Name: area, Title: area, Sort: sort})
					}
				}
			}
		}
	}
	return &v
}

func (c *savedChecker) round(path string, r *Round, v *rubrics.Vocabulary, seen map[string]string) {
	if !slices.Contains(profile.RoundKinds(), r.Kind) {
		c.fault(path+".kind", "unknown kind of round "+diag.Quote(r.Kind)+"; want "+diag.OneOf(profile.RoundKinds()), diag.DidYouMean(r.Kind, profile.RoundKinds()))
	}
	if r.Minutes < profile.MinMinutes || r.Minutes > profile.MaxMinutes {
		c.fault(path+".minutes", fmt.Sprintf("a round of %d minutes; want %d to %d", r.Minutes, profile.MinMinutes, profile.MaxMinutes), "")
	}
	if len(r.Questions) == 0 {
		c.fault(path, "round "+diag.Quote(r.Name)+" has no question", "")
	}
	for i := range r.Questions {
		q := &r.Questions[i]
		at := tomlpos.Elem(path+".questions", i)
		for _, f := range rubrics.Check(&q.Question, v) {
			p := strings.Replace(f.Path, "part[", "parts[", 1)
			if p != "" {
				p = "." + p
			}
			c.fault(at+p, q.ID+": "+f.Msg, f.Hint)
		}
		if where, twice := seen[q.ID]; twice {
			c.fault(at+".id", fmt.Sprintf("question %s is asked twice (also in round %s)", diag.Quote(q.ID), diag.Quote(where)), "")
		}
		seen[q.ID] = r.Name
		if why := ineligible(&q.Question, profile.Round{Name: r.Name, Kind: r.Kind, FocusAreas: r.FocusAreas}, &c.k.Profile, c.k.Topics, v); why != "" {
			c.fault(at+".id", fmt.Sprintf("question %s cannot be asked in round %s: %s", q.ID, diag.Quote(r.Name), why), "")
		}
		for _, names := range [][]string{q.Languages, q.Technologies} {
			if len(slices.Compact(slices.Sorted(slices.Values(names)))) < len(names) {
				c.fault(at, q.ID+" names a language or technology twice", "")
			}
		}
	}
	if used, room := r.Used(), r.Clock().Questions; used > room {
		c.fault(path, fmt.Sprintf("the questions of round %s take %d minutes; it has %d", diag.Quote(r.Name), used, room), "take a question out, or give the round more minutes")
	}
}

func (c *savedChecker) enemies() {
	var all []*rubrics.Question
	for i := range c.k.Rounds {
		for j := range c.k.Rounds[i].Questions {
			q := &c.k.Rounds[i].Questions[j].Question
			for _, other := range all {
				if rubrics.Enemies(q, other) {
					c.fault(tomlpos.Elem(tomlpos.Elem("rounds", i)+".questions", j)+".id", fmt.Sprintf("questions %s and %s give each other away", other.ID, q.ID), "keep one of the two")
				}
			}
			all = append(all, q)
		}
	}
}
