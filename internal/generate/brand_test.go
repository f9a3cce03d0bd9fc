package generate_test

import (
	"encoding/json"
	"strings"
	"testing"

	"interviewkit/internal/generate"
	"interviewkit/kit"
)

// A look is no part of what is asked: the kit's id and its questions stay, and
// so does all that is printed but the look.
func TestBrandIsNoOtherKit(t *testing.T) {
	src := "title = \"Engineer\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\", \"api-design\"]\n"
	plain := result(t, env(t), src, generate.Options{Formats: []string{"md", "json"}})
	look := result(t, env(t), src+"[brand]\naccent = \"#800000\"\nconfidential = \"Only us\"\n", generate.Options{Formats: []string{"md", "json"}})
	if plain.Kit.KitID != look.Kit.KitID {
		t.Errorf("kit %s became %s", plain.Kit.KitID, look.Kit.KitID)
	}
	if got := strings.Replace(file(t, look, "kit.md"), "Only us", "Confidential: for the hiring team", 1); got != file(t, plain, "kit.md") {
		t.Error("the Markdown differs in more than its mark")
	}
	if file(t, look, "candidate.md") != file(t, plain, "candidate.md") {
		t.Error("the candidate's brief differs")
	}
	var k kit.Kit
	if err := json.Unmarshal([]byte(file(t, look, "kit.json")), &k); err != nil {
		t.Fatal(err)
	}
	if k.Profile.Brand == nil || k.Profile.Brand.Confidential != "Only us" {
		t.Errorf("the kit's look is %+v", k.Profile.Brand)
	}
	if strings.Contains(file(t, plain, "kit.json"), "brand") {
		t.Error("a plain kit speaks of a brand")
	}
}
