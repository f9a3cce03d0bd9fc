package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"interviewkit/internal/generate"
	"interviewkit/internal/schema"
	"interviewkit/kit"
	"interviewkit/rubrics"
	"interviewkit/templates"
	"interviewkit/templates/locale"
)

func text(t *testing.T, name string) []byte {
	t.Helper()
	bank, err := rubrics.Load()
	if err != nil {
		t.Fatal(err)
	}
	b, err := schema.Of(name, bank.Vocabulary, locale.Names(), rubrics.Jurisdictions())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func compile(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name+".json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON turns what a TOML file holds into what a JSON file would.
func asJSON(t *testing.T, src string) any {
	t.Helper()
	var tree map[string]any
	if _, err := toml.Decode(src, &tree); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What we read and write ourselves is what the schemas say.
func TestOurOwnFilesAreValid(t *testing.T) {
	profiles, kits, banks := compile(t, "profile"), compile(t, "kit"), compile(t, "bank")
	env, err := generate.NewEnv()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range templates.Starters() {
		src, err := templates.Starter(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := profiles.Validate(asJSON(t, string(src))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		r, err := env.Make(generate.Source{Name: name, Place: name}, src, generate.Options{Seed: 1, Formats: []string{"json"}})
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(r.Files[0].Content))
		if err != nil {
			t.Fatal(err)
		}
		if err := kits.Validate(v); err != nil {
			t.Errorf("kit of %s: %v", name, err)
		}
	}
	look := "\n[brand]\nlogo_alt = \"Acme\"\naccent = \"#1a5fb4\"\nfooter = \"Acme\"\nconfidential = \"Acme only\"\n"
	if err := compile(t, "brand").Validate(asJSON(t, strings.Replace(look, "[brand]", "", 1))); err != nil {
		t.Errorf("a brand: %v", err)
	}
	senior, err := templates.Starter("senior-backend-go")
	senior = append(senior, look...)
	if err != nil {
		t.Fatal(err)
	}
	if err := profiles.Validate(asJSON(t, string(senior))); err != nil {
		t.Errorf("a profile with a brand: %v", err)
	}
	forms, err := env.MakeForms(generate.Source{Name: "x", Place: "x"}, senior, generate.Options{Seed: 1, Formats: []string{"json"}, Forms: kit.FormOptions{N: 2}})
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(forms[1].Files[0].Content))
	if err != nil {
		t.Fatal(err)
	}
	if err := kits.Validate(v); err != nil {
		t.Errorf("a form: %v", err)
	}
	files, err := filepath.Glob("../../rubrics/bank/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := banks.Validate(asJSON(t, string(src))); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// What explain --json prints is what its schema says, whatever the reasons.
func TestExplanationsAreValid(t *testing.T) {
	explanations := compile(t, "explain")
	env, err := generate.NewEnv()
	if err != nil {
		t.Fatal(err)
	}
	src := []byte("title = \"T\"\nseniority = \"senior\"\nlanguages = [\"go\"]\nfocus_areas = [\"databases\"]\n" +
		"[[rounds]]\nname = \"A\"\nkind = \"technical\"\nminutes = 30\n[questions]\nban = [\"go.vanishing-counts\"]\n")
	k, err := env.Kit(generate.Source{Name: "role", Place: "role"}, src, generate.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, q := range env.Bank.Questions {
		ids = append(ids, q.ID)
	}
	for _, whyNot := range [][]string{nil, ids} {
		e, err := kit.Explain(k, env.Bank, whyNot...)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := explanations.Validate(v); err != nil {
			t.Error(err)
		}
	}
}

// What the program calls a fault, an editor underlines.
func TestFaultsAreInvalid(t *testing.T) {
	s := compile(t, "profile")
	sound := "title = \"T\"\nseniority = \"mid\"\nlanguages = [\"go\"]\n"
	if err := s.Validate(asJSON(t, sound)); err != nil {
		t.Fatal(err)
	}
	for _, src := range []string{
		"seniority = \"mid\"", strings.Replace(sound, "mid", "boss", 1), sound + "colour = 1", sound + "paper = \"a5\"",
		sound + "[weights]\ngo = 9", sound + "[[rounds]]\nname = \"a\"\nkind = \"coding\"\nminutes = 500", strings.Replace(sound, `["go"]`, `["go", "go"]`, 1),
	} {
		if err := s.Validate(asJSON(t, src)); err == nil {
			t.Errorf("valid: %s", src)
		}
	}
}

// The schema beside the starters is the one that the program prints.
func TestStartersSchemaIsCurrent(t *testing.T) {
	b, err := os.ReadFile("../../templates/profiles/profile.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b, text(t, "profile")) {
		t.Error("run: go run . schema profile > templates/profiles/profile.schema.json")
	}
}
