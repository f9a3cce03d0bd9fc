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
