package generate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/generate"
)

// A packet is named after its round in letters that every file system has; two
// rounds never share a name, and no name leads elsewhere.
func TestPacketNames(t *testing.T) {
	names := map[string]string{
		"Technical deep dive": "technical-deep-dive", "Łódź: Ångström & Søn (β)": "lodz-angstrom-son", "Première étape": "premiere-etape",
		"../../etc/passwd": "etc-passwd", "Ωμέγα": "screen", "-- C++ / Go --": "c-go", strings.Repeat("Abc ", 30): strings.TrimRight(strings.Repeat("abc-", 10), "-") + "-a",
		"CON": "con",
	}
	src := "title = \"x\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\", \"collaboration\", \"api-design\", \"security\"]\n"
	var want []string
	for name, slug := range names {
		src += fmt.Sprintf("[[rounds]]\nname = %q\nkind = \"screen\"\nminutes = 30\n", name)
		want = append(want, fmt.Sprintf("packets/%d-%s.pdf", len(want)+1, slug))
	}
	rs, err := env(t).MakeForms(generate.Source{Name: "x.toml", Place: "x"}, []byte(src), generate.Options{Formats: []string{"pdf"}, Packets: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range rs[0].Files[4:] {
		got = append(got, f.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n%v, want\n%v", got, want)
	}
}
