package kit_test

import (
	"testing"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/templates"
)

// What one kit costs beyond reading the bank and printing: profile to kit.
func BenchmarkMake(b *testing.B) {
	rules := rulesOf(b)
	src, err := templates.Starter("senior-backend-go")
	if err != nil {
		b.Fatal(err)
	}
	p, err := profile.Decode("role.toml", src, rules)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := kit.Make("role.toml", p, rules.Bank, kit.Options{Name: "role", Seed: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

// What the mends of many gaps cost: a profile that asks for far more than its
// rounds hold.
func BenchmarkManyGaps(b *testing.B) {
	rules := rulesOf(b)
	for _, c := range []struct{ name, src string }{
		{"default plan", manyGaps},
		{"rounds", manyGaps + "[[rounds]]\nname = \"A\"\nkind = \"technical\"\nminutes = 30\n[[rounds]]\nname = \"B\"\nkind = \"coding\"\nminutes = 45\n"},
	} {
		b.Run(c.name, func(b *testing.B) {
			gaps := 0
			for b.Loop() {
				gaps = len(makeKit(b, rules, c.src).Gaps)
			}
			b.ReportMetric(float64(gaps), "gaps")
		})
	}
}

const manyGaps = `title = "T"
seniority = "intern"
languages = ["python", "kotlin"]
technologies = ["kubernetes", "kafka"]
focus_areas = ["web-fundamentals", "algorithms", "databases", "caching", "cloud", "messaging", "architecture", "privacy", "security", "learning"]
`
