package profile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
	"interviewkit/internal/tomlpos"
	"interviewkit/rubrics"
)

// Rules is what a profile is read against.
type Rules struct {
	Bank          *rubrics.Bank
	Jurisdictions []string
	// Locales holds, for each locale, what it calls a default round of a kind.
	Locales map[string]map[string]string
	// Brand is a look that all profiles share, which wins over their own; nil
	// when there is none.
	Brand *BrandFile
}

// An Override sets a key whatever the file says, as --set does.
type Override struct{ Origin, Assignment string }

// Limits of a profile.
const (
	maxText     = 120 // characters of a title, name, company or team
	maxMustHave = 3   // more floors than that and they decide everything
	MaxWeight   = 5
	MinMinutes  = 20 // of a round
	MaxMinutes  = 120
	MaxRounds   = 8
)

// Decode reads a profile. Everything wrong with it comes back at once, as
// diag.Faults.
func Decode(name string, src []byte, rules Rules, overrides ...Override) (*Profile, error) {
	doc, err := strict.Parse(name, src)
	if err != nil {
		return nil, err
	}
	for _, o := range overrides {
		if err := doc.Set(o.Origin, o.Assignment); err != nil {
			return nil, err
		}
	}
	p := new(Profile)
	c := &checker{doc: doc, rules: rules, p: p}
	p.doc = doc
	c.faults = doc.Bind(p)
	c.check()
	return p, c.faults.Err()
}

// CheckSaved checks the profile of a saved kit, which stands at path in doc.
// Its names may be those of a bank that is no longer at hand.
func CheckSaved(doc *strict.Doc, path string, p *Profile, rules Rules) diag.Faults {
	c := &checker{doc: doc, at: path + ".", rules: rules, p: p}
	c.required("title", p.Title)
	c.text("company", p.Company)
	c.text("team", p.Team)
	c.seniority()
	p.AIPolicy = c.choice("ai_policy", p.AIPolicy, "forbidden", AIPolicies())
	p.Paper = c.choice("paper", p.Paper, "a4", Papers())
	p.Locale = c.choice("locale", p.Locale, "en", keys(c.rules.Locales))
	c.jurisdictions()
	c.decision()
	c.savedFace()
	c.savedBrand()
	for _, word := range slices.Sorted(maps.Keys(p.Weights)) {
		c.weight(tomlpos.Key("weights", word), p.Weights[word])
	}
	c.savedMustHave()
	return c.faults
}

func (c *checker) savedMustHave() {
	topics := append(c.p.Topics(), Implied()...)
	if n := len(c.p.MustHave); n > maxMustHave {
		c.fault("must_have", fmt.Sprintf("%d topics in must_have; at most %d", n, maxMustHave), "")
	}
	for i, t := range c.p.MustHave {
		if !slices.Contains(topics, t) {
			c.fault(tomlpos.Elem("must_have", i), diag.Quote(t)+" is not a topic of this profile", "the profile's topics are "+diag.AllOf(topics))
		}
	}
}

// OneLine returns what keeps a text from being printed on one line, "" when
// nothing does.
func OneLine(s string) (msg, hint string) {
	return Line(s, maxText, "it is printed at the head of every page")
}

// Line is OneLine for a text of at most so many characters, for a reason:
// why.
func Line(s string, most int, why string) (msg, hint string) {
	if n := utf8.RuneCountInString(s); n > most {
		return fmt.Sprintf("%d characters; at most %d", n, most), why
	}
	if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
		r, _ := utf8.DecodeRuneInString(s[i:])
		return fmt.Sprintf("the text holds the control character U+%04X", r), "write it on one line"
	}
	return "", ""
}

type checker struct {
	doc    *strict.Doc
	at     string // path of the profile in doc, with its dot
	rules  Rules
	p      *Profile
	faults diag.Faults
}

func (c *checker) fault(path, msg, hint string) {
	if path = c.at + path; !c.doc.Misfit(path) { // of a wrong type enough is said
		c.faults = append(c.faults, c.doc.Fault(path, msg, hint))
	}
}

func (c *checker) has(path string) bool { return c.doc.Has(c.at + path) }

func (c *checker) check() {
	p := c.p
	c.required("title", p.Title)
	c.text("company", p.Company)
	c.text("team", p.Team)
	c.seniority()
	c.names("languages", rubrics.SortLanguage, p.Languages)
	c.names("technologies", rubrics.SortTechnology, p.Technologies)
	c.names("focus_areas", rubrics.SortArea, p.FocusAreas)
	if len(p.Topics()) == 0 {
		c.fault("", "the profile names nothing to assess", `add focus_areas, languages or technologies, such as focus_areas = ["databases"]`)
	}
	p.AIPolicy = c.choice("ai_policy", p.AIPolicy, "forbidden", AIPolicies())
	p.Paper = c.choice("paper", p.Paper, "a4", Papers())
	p.Locale = c.choice("locale", p.Locale, "en", keys(c.rules.Locales))
	c.jurisdictions()
	c.rounds()
	c.mustHave()
	c.weights()
	c.choices()
	c.decision()
	c.face()
	c.brand()
}

func keys(m map[string]map[string]string) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

func (c *checker) required(path, s string) {
	if strings.TrimSpace(s) == "" {
		key := path[strings.LastIndexByte(path, '.')+1:]
		c.fault(path, fmt.Sprintf("no %s", key), fmt.Sprintf("add %s = %q", key, map[string]string{"title": "Senior Backend Engineer", "name": "Technical deep dive"}[key]))
		return
	}
	c.text(path, s)
}

// text checks what a document prints on one line.
func (c *checker) text(path, s string) {
	if msg, hint := OneLine(s); msg != "" {
		c.fault(path, msg, hint)
	}
}

func (c *checker) seniority() {
	v := c.rules.Bank.Vocabulary
	if c.p.Seniority == "" {
		c.fault("seniority", "no seniority", "add seniority = \"senior\"; it is "+diag.OneOf(v.Names(rubrics.SortLevel)))
		return
	}
	name, ok := v.Resolve(rubrics.SortLevel, c.p.Seniority)
	if !ok {
		c.fault("seniority", "unknown seniority "+diag.Quote(c.p.Seniority)+"; want "+diag.OneOf(v.Names(rubrics.SortLevel)), v.Hint(rubrics.SortLevel, c.p.Seniority))
		return
	}
	c.p.Seniority = name
}

// names resolves a list of vocabulary words in place.
func (c *checker) names(key string, s rubrics.Sort, words []string) {
	v := c.rules.Bank.Vocabulary
	seen := map[string]string{}
	for i, w := range words {
		at := tomlpos.Elem(key, i)
		name, ok := v.Resolve(s, w)
		if !ok {
			what := map[rubrics.Sort]string{rubrics.SortArea: "focus area"}[s]
			if what == "" {
				what = string(s)
			}
			hint := v.Hint(s, w)
			if hint == "" {
				hint = "known: " + diag.AllOf(v.Names(s))
			}
			c.fault(at, "unknown "+what+" "+diag.Quote(w), hint)
			continue
		}
		if first, twice := seen[name]; twice {
			msg := diag.Quote(w) + " is named twice"
			if first != w {
				msg = diag.Quote(w) + " and " + diag.Quote(first) + " are the same"
			}
			c.fault(at, msg, "keep one of the two")
		}
		seen[name], words[i] = w, name
	}
}

func (c *checker) choice(key, value, standard string, allowed []string) string {
	if value == "" {
		if c.has(key) {
			c.fault(key, key+" is empty", "leave the line out for "+diag.Quote(standard))
		}
		return standard
	}
	if !slices.Contains(allowed, value) {
		c.fault(key, "unknown "+key+" "+diag.Quote(value)+"; want "+diag.OneOf(allowed), diag.DidYouMean(value, allowed))
	}
	return value
}

func (c *checker) jurisdictions() {
	known := c.rules.Jurisdictions
	if c.p.Jurisdictions == nil {
		c.p.Jurisdictions = slices.Clone(known)
		return
	}
	for i, j := range c.p.Jurisdictions {
		at := tomlpos.Elem("jurisdictions", i)
		if !slices.Contains(known, j) {
			c.fault(at, "unknown jurisdiction "+diag.Quote(j)+"; want "+diag.OneOf(known), diag.DidYouMean(j, known))
		} else if slices.Index(c.p.Jurisdictions, j) < i {
			c.fault(at, diag.Quote(j)+" is named twice", "keep one of the two")
		}
	}
}

func (c *checker) mustHave() {
	if n := len(c.p.MustHave); n > maxMustHave {
		c.fault(tomlpos.Elem("must_have", maxMustHave), fmt.Sprintf("%d topics in must_have; at most %d", n, maxMustHave), "keep those without which the hire could not work")
	}
	for i, t := range c.p.MustHave {
		c.p.MustHave[i] = c.topic(tomlpos.Elem("must_have", i), t)
		if slices.Index(c.p.MustHave, c.p.MustHave[i]) < i {
			c.fault(tomlpos.Elem("must_have", i), diag.Quote(t)+" is named twice", "keep one of the two")
		}
	}
}

// assessed returns every topic of the profile, the implied ones included.
func (c *checker) assessed() []string {
	topics := c.p.Topics()
	if slices.ContainsFunc(c.p.Rounds, func(r Round) bool { return r.Kind == Behavioral }) {
		topics = append(topics, Implied()...)
	}
	return topics
}

// Implied returns the topics that a loop with a behavioral round assesses
// whether or not they are named.
func Implied() []string { return []string{"problem-solving", "collaboration"} }

// topic resolves a word that must name one of the profile's topics.
func (c *checker) topic(path, word string) string {
	v, topics := c.rules.Bank.Vocabulary, c.assessed()
	for _, s := range []rubrics.Sort{rubrics.SortArea, rubrics.SortLanguage, rubrics.SortTechnology} {
		if name, ok := v.Resolve(s, word); ok && slices.Contains(topics, name) {
			return name
		}
	}
	hint := diag.DidYouMean(word, topics)
	if hint == "" {
		hint = "the profile's topics are " + diag.AllOf(topics)
	}
	c.fault(path, diag.Quote(word)+" is not a topic of this profile", hint)
	return word
}

func (c *checker) weights() {
	resolved := make(map[string]int, len(c.p.Weights))
	for _, word := range slices.Sorted(maps.Keys(c.p.Weights)) {
		w := c.p.Weights[word]
		path := tomlpos.Key("weights", word)
		name := c.topic(path, word)
		c.weight(path, w)
		if _, twice := resolved[name]; twice {
			c.fault(path, diag.Quote(word)+" has two weights", "keep one of the two")
		}
		resolved[name] = w
	}
	c.p.Weights = resolved
}

func (c *checker) weight(path string, w int) {
	if w < 1 || w > MaxWeight {
		c.fault(path, fmt.Sprintf("weight %d; want 1 to %d", w, MaxWeight), "1 is the default; leave a topic out of the profile to ignore it")
	}
}

func (c *checker) decision() {
	d := &c.p.Decision
	for _, t := range []struct {
		key      string
		value    *float64
		standard float64
	}{{"decision.yes", &d.Yes, 2.75}, {"decision.no", &d.No, 2.60}, {"decision.floor", &d.Floor, 2}} {
		if !c.has(t.key) {
			*t.value = t.standard
		}
		if hundredths := *t.value * 100; !(*t.value >= 1 && *t.value <= 4) || hundredths-float64(int(hundredths+0.5)) > 1e-9 || float64(int(hundredths+0.5))-hundredths > 1e-9 {
			c.fault(t.key, fmt.Sprintf("threshold %v; want 1 to 4 with at most two decimals", *t.value), "")
		}
	}
	if d.No > d.Yes {
		c.fault("decision.no", fmt.Sprintf("no below %v, but yes from %v", d.No, d.Yes), "the threshold of no is at most that of yes")
	}
}

func (c *checker) choices() {
	bank := c.rules.Bank
	for _, l := range []struct {
		key string
		ids []string
	}{{"questions.pin", c.p.Questions.Pin}, {"questions.ban", c.p.Questions.Ban}} {
		for i, id := range l.ids {
			at := tomlpos.Elem(l.key, i)
			if _, ok := bank.Question(id); !ok {
				msg, hint := bank.Unknown(id)
				c.fault(at, msg, hint)
			}
			if slices.Index(l.ids, id) < i {
				c.fault(at, diag.Quote(id)+" is named twice", "keep one of the two")
			}
			if l.key == "questions.ban" && slices.Contains(c.p.Questions.Pin, id) {
				c.fault(at, diag.Quote(id)+" is pinned and banned", "keep one of the two")
			}
		}
	}
}
