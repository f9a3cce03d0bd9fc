package kit_test

import (
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// An adviceCase is a role of which one gap or fault is known beforehand.
type adviceCase struct {
	name string
	role role
	want string // how the gap's or fault's message begins
	mend string // what it must advise; "" where that is the solver's to choose
}

func adviceCases() []adviceCase {
	round := func(name, kind string, minutes int, areas ...string) profile.Round {
		return profile.Round{Name: name, Kind: kind, Minutes: minutes, FocusAreas: areas}
	}
	walk := func(name, area string, minutes int) rubrics.Question {
		return rubrics.Question{ID: area + "." + name, Area: area, Kind: rubrics.Walkthrough, Levels: []string{"mid"}, Minutes: minutes}
	}
	against := func(id string) rubrics.Question {
		q := walk("short", "databases", 35)
		q.Excludes = []string{id}
		return q
	}
	onRails := []string{"rails.next-departures", "rails.same-email-twice"}
	inJava := rubrics.Question{ID: "rails.called-from-java", Area: "rails", Kind: rubrics.Knowledge, Levels: []string{"junior"}, Minutes: 5, Languages: []string{"java"}, Technologies: []string{"rails"}}
	return []adviceCase{
		{"no look without a language", role{seniority: "junior", technologies: []string{"rails"}, areas: []string{"databases", "testing"}, ban: onRails, questions: []rubrics.Question{inJava}}, "rails: no question for junior without a language", `add languages = ["java"]`},
		{"no look in restricted rounds", role{seniority: "mid", areas: []string{"databases", "security"}, rounds: []profile.Round{round("A", "technical", 60, "databases"), round("B", "technical", 60, "databases", "security")}}, "security: a look in one round only", ""},
		{"no look, all banned", role{seniority: "intern", areas: []string{"databases", "caching"}, rounds: []profile.Round{round("A", "screen", 30)}, ban: []string{"caching.three-things-to-keep"}}, "caching: no question for intern that the profile does not ban", `take "caching.three-things-to-keep" out of questions.ban`},
		{"no look, none in the bank", role{seniority: "mid", languages: []string{"kotlin"}, areas: []string{"databases", "testing"}}, "kotlin", ""},
		{"no look, full rounds", role{seniority: "senior", areas: []string{"databases", "security", "privacy", "cloud", "testing", "caching"}, rounds: []profile.Round{round("A", "technical", 45)}}, "privacy: ", ""},
		{"no look, no such round", role{seniority: "mid", areas: []string{"learning", "cloud"}, rounds: []profile.Round{round("A", "behavioral", 60)}}, "cloud: no question for mid in these rounds", ""},
		{"pinned away", role{seniority: "mid", areas: []string{"databases", "testing"}, technologies: []string{"postgresql"}, rounds: []profile.Round{round("A", "technical", 30)}, pin: []string{"databases.slow-for-one-customer", "databases.line-stop-day"}}, "testing: ", ""},
		{"not full", role{seniority: "staff", areas: []string{"data-access"}, rounds: []profile.Round{round("A", "screen", 70), round("B", "technical", 60)}}, "round \"A\": its questions fill", ""},
		{"no main", role{seniority: "mid", areas: []string{"databases", "testing"}, rounds: []profile.Round{round("A", "coding", 25)}}, "round \"A\": no coding question fits", ""},
		{"empty round", role{seniority: "intern", areas: []string{"learning"}, rounds: []profile.Round{round("A", "design", 60)}}, "round \"A\": no design question is eligible", ""},
		{"empty for its focus", role{seniority: "mid", areas: []string{"learning", "databases"}, rounds: []profile.Round{round("A", "behavioral", 45, "databases")}}, "round \"A\": no behavioral question is eligible", `add "learning" to the focus_areas of round "A"`},
		{"pin without its language", role{seniority: "mid", areas: []string{"databases"}, pin: []string{"go.vanishing-counts"}}, `pinned question "go.vanishing-counts" is not eligible`, `add languages = ["go"]`},
		{"pin for others", role{seniority: "senior", languages: []string{"go"}, areas: []string{"databases"}, pin: []string{"go.vanishing-counts"}}, `pinned question "go.vanishing-counts" is not eligible`, `take "go.vanishing-counts" out of questions.pin`},
		{"enemies", role{seniority: "mid", areas: []string{"algorithms", "security", "delivery", "databases"}, rounds: []profile.Round{round("A", "technical", 60)}, pin: []string{"delivery.renamed-column", "delivery.halfway-out"}}, `pinned questions "delivery.renamed-column" and "delivery.halfway-out" give each other away`, `take "delivery.renamed-column" out of questions.pin`},
		{"long pin", role{seniority: "mid", areas: []string{"databases"}, rounds: []profile.Round{round("A", "walkthrough", 45)}, questions: []rubrics.Question{walk("long", "databases", 35), walk("short", "databases", 30)}, pin: []string{"databases.long"}}, `pinned question "databases.long" (35 minutes) does not fit: round "A" has 32 minutes for questions`, `make round "A" 55 minutes`},
		{"crowded pins", role{seniority: "mid", areas: []string{"databases"}, technologies: []string{"postgresql"}, rounds: []profile.Round{round("A", "technical", 20), round("B", "behavioral", 45)}, pin: []string{"databases.slow-for-one-customer", "collaboration.twelve-calls", "databases.line-stop-day"}}, `pinned questions "databases.slow-for-one-customer" (10 minutes) and "databases.line-stop-day" (8 minutes) do not fit together: round "A" has 10 minutes for questions`, `make round "A" 30 minutes`},
		{"short round", role{seniority: "mid", areas: []string{"databases"}, rounds: []profile.Round{round("A", "walkthrough", 30)}, questions: []rubrics.Question{walk("long", "databases", 35)}}, `round "A": `, `make round "A" 55 minutes`},
		{"rivals", role{seniority: "senior", areas: []string{"reliability"}, rounds: []profile.Round{round("A", "walkthrough", 60), round("B", "technical", 60), round("C", "walkthrough", 60)}}, `rounds "A" and "C" cannot each have a question: for them only "reliability.worst-day" is eligible`, ""},
		{"pin takes the last", role{seniority: "mid", areas: []string{"databases"}, technologies: []string{"postgresql"}, rounds: []profile.Round{round("A", "technical", 60), round("B", "walkthrough", 60)}, questions: []rubrics.Question{against("databases.slow-for-one-customer")}, pin: []string{"databases.line-stop-day", "databases.slow-for-one-customer"}}, `with pinned question "databases.slow-for-one-customer" nothing is left for round "B"`, ""},
		{"a fault behind another", role{seniority: "mid", areas: []string{"databases"}, technologies: []string{"postgresql"}, rounds: []profile.Round{round("A", "technical", 20), round("B", "design", 60)}, pin: []string{"collaboration.between-groups", "databases.slow-for-one-customer", "databases.line-stop-day"}}, `pinned question "collaboration.between-groups" is not eligible`, `take "collaboration.between-groups" out of questions.pin`},
	}
}

// Every kind of gap and fault is named in the role's own words, and what it
// advises holds.
func TestEveryKindOfAdvice(t *testing.T) {
	rules := adviceRules(t)
	for _, c := range adviceCases() {
		t.Run(c.name, func(t *testing.T) {
			k, err := c.role.make(t, rules)
			found := false
			for _, f := range diag.List(err) {
				if strings.HasPrefix(f.Msg, c.want) {
					found = true
					c.check(t, f.Hint, func() { followFault(t, c.role, diag.List(err), f, rules) })
				}
			}
			if err == nil {
				checkPhrases(t, k.Gaps)
				for _, g := range k.Gaps {
					if strings.HasPrefix(g.Message, c.want) {
						found = true
						c.check(t, g.Mend, func() { followGap(t, c.role, k, g, rules) })
					}
				}
			}
			if !found {
				t.Errorf("nothing says %s: %v", c.want, err)
			}
		})
	}
}

func (c adviceCase) check(t *testing.T, advice string, follow func()) {
	t.Helper()
	if c.mend != "" && advice != c.mend {
		t.Errorf("want %q, got %q", c.mend, advice)
	}
	if c.mend != "" || !noMend.MatchString(advice) {
		follow()
	}
}
