package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"interviewkit/internal/cli"
)

// run runs the program and returns what it printed.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	cli.Main(append([]string{"interviewkit"}, args...), strings.NewReader(""), &out, &errs)
	return out.String()
}

// Whatever comes of a profile, the line that scripts read has the published
// form.
func TestReportsAreValid(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	put := func(name, content string) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	good := "title = \"Engineer\"\nseniority = \"mid\"\nfocus_areas = [\"databases\", \"testing\", \"api-design\"]\n"
	put("p/good.toml", good)
	put("p/gone.toml", good)
	put("p/gaps.toml", "title = \"Engineer\"\nseniority = \"staff\"\nlanguages = [\"go\", \"sql\", \"rust\"]\nfocus_areas = [\"databases\", \"testing\", \"api-design\"]\n[[rounds]]\nname = \"Talk\"\nkind = \"screen\"\nminutes = 30\n")
	put("p/bad.toml", "seniority = \"boss\"\n")
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(run(t, "schema", "report")))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", schema); err != nil {
		t.Fatal(err)
	}
	form, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	check := func(args ...string) {
		t.Helper()
		for line := range strings.Lines(run(t, append(args, "--json")...)) {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
			if err == nil {
				err = form.Validate(v)
			}
			if err != nil {
				t.Errorf("%v: %v\n%s", args, err, line)
			}
			if o, ok := v.(map[string]any); ok {
				if status, ok := o["status"].(string); ok {
					seen[status] = true
				}
			}
		}
	}
	check("generate", "-f", "md,json", "p")
	check("generate", "-f", "md,json", "p")
	check("generate", "-f", "md,json", "--seed", "3", "p/good.toml")
	check("generate", "-f", "md,json", "--forms", "2", "-o", "forms", "p/good.toml")
	check("generate", "-n", "-o", "new", "p/good.toml")
	check("generate", "-o", "p/good.toml", "p/gone.toml")
	check("generate", "--strict", "-o", "strict", "p")
	check("check", "p")
	check("check", "--strict", "p")
	put("kits/good/kit.md", "by hand")
	check("generate", "-f", "md,json", "--seed", "3", "p/good.toml")
	if err := os.Remove("p/gone.toml"); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("p/bad.toml"); err != nil {
		t.Fatal(err)
	}
	check("generate", "-f", "md,json", "p")
	check("generate", "-f", "md,json", "p", "--prune")
	for _, status := range []string{"made", "printed", "unchanged", "unwritten", "failed", "gone", "pruned", "sound", "gaps"} {
		if !seen[status] {
			t.Errorf("nothing was %s", status)
		}
	}
}
