package strict_test

import (
	"fmt"
	"strings"
	"testing"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
)

type inner struct {
	Name string   `toml:"name" json:"name"`
	Tags []string `toml:"tags" json:"tags"`
}

type outer struct {
	Title string         `toml:"title" json:"title"`
	Count int            `toml:"count" json:"count"`
	Share float64        `toml:"share" json:"share"`
	On    bool           `toml:"on" json:"on"`
	Items []inner        `toml:"items" json:"items"`
	One   *inner         `toml:"one" json:"one"`
	Sizes map[string]int `toml:"sizes" json:"sizes"`
}

func TestBind(t *testing.T) {
	doc, err := strict.Parse("a.toml", []byte("title = \"T\"\ncount = 2\nshare = 1\non = true\nsizes.a = 3\n[one]\nname = \"n\"\n[[items]]\ntags = [\"x\"]\n[[items]]\nname = \"second\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var o outer
	if fs := doc.Bind(&o); len(fs) > 0 {
		t.Fatal(fs)
	}
	if o.Title != "T" || o.Count != 2 || o.Share != 1 || !o.On || o.Sizes["a"] != 3 || o.One.Name != "n" || o.Items[0].Tags[0] != "x" || o.Items[1].Name != "second" {
		t.Errorf("%+v", o)
	}
}

// Everything that does not fit is told, each at its own entry.
func TestMisfits(t *testing.T) {
	src := "title = 1\ncount = 2.5\non = \"yes\"\n[[items]]\nname = \"ok\"\n[[items]]\ntags = [1, \"x\", []]\nnmae = \"x\"\n"
	doc, err := strict.Parse("a.toml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var o outer
	got := doc.Bind(&o).Err().Error()
	for _, want := range []string{"a.toml:1:9: ", "a.toml:2:9: ", "a.toml:3:6: ", "a.toml:7:9: ", "a.toml:7:17: ", `a.toml:8:1: unknown key "nmae"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	if !doc.Misfit("items[1].tags[0]") || doc.Misfit("items[0].name") {
		t.Error("misfits are not remembered")
	}
}

func TestJSON(t *testing.T) {
	doc, err := strict.ParseJSON("a.json", []byte("{\n  \"title\": \"T\",\n  \"items\": [{\"name\": \"a\"}, {\"name\": 7}],\n \"share\": 1.5}"))
	if err != nil {
		t.Fatal(err)
	}
	var o outer
	fs := doc.Bind(&o)
	if len(fs) != 1 || fs[0].Line != 3 || fs[0].Col != 37 || fs[0].Width != 1 {
		t.Errorf("%+v", fs)
	}
	if o.Title != "T" || o.Share != 1.5 || o.Items[0].Name != "a" {
		t.Errorf("%+v", o)
	}
	for _, bad := range []string{"", "{", "[]", `{"a": 1, "a": 2}`, `{"a": 1} x`, strings.Repeat("[", 200), `{"a": }`, "{\"a\": \"\x01\"}"} {
		if _, err := strict.ParseJSON("a.json", []byte(bad)); len(diag.List(err)) != 1 {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestSet(t *testing.T) {
	doc, err := strict.Parse("a.toml", []byte("title = \"T\"\nsizes.a = 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []string{"count=3", "sizes.b=2", `one.name="x"`} {
		if err := doc.Set("--set "+a, a); err != nil {
			t.Fatal(err)
		}
	}
	var o outer
	if fs := doc.Bind(&o); len(fs) > 0 || o.Count != 3 || o.Sizes["a"] != 1 || o.Sizes["b"] != 2 || o.One.Name != "x" {
		t.Errorf("%+v, %v", o, fs)
	}
	if f := doc.Fault("sizes.b", "m", ""); f.Error() != "--set sizes.b=2: m" {
		t.Error(f)
	}
	if f := doc.Fault("sizes.a", "m", ""); f.Line != 2 {
		t.Error(f)
	}
}

func TestTooLarge(t *testing.T) {
	_, err := strict.Parse("a.toml", make([]byte, strict.MaxBytes+1))
	if err == nil || !strings.Contains(err.Error(), "at most") {
		t.Error(err)
	}
}

// JSON is read without a panic, whatever it is.
func FuzzParseJSON(f *testing.F) {
	f.Add(`{"title": "T", "items": [{"tags": ["x"]}]}`)
	f.Add(`{"a": [1, {"b": null}]}`)
	f.Fuzz(func(t *testing.T, src string) {
		doc, err := strict.ParseJSON("f.json", []byte(src))
		if (doc == nil) == (err == nil) {
			t.Fatal("neither a document nor faults")
		}
		if doc != nil {
			doc.Bind(new(outer))
		}
	})
}

// What is nested or long beyond any use is refused before a decoder makes
// tables of it.
func TestRefusesWhatNobodyWrites(t *testing.T) {
	for src, want := range map[string]string{
		"a" + strings.Repeat(".b", 10_000) + " = 1":                                "a.toml:1:1: a key of more than 64 parts",
		"x = 1\n[a" + strings.Repeat(".\"b\"", 10_000) + "]":                       "a.toml:2:2: a key of more than 64 parts",
		"a = " + strings.Repeat("{b=", 10_000) + "1" + strings.Repeat("}", 10_000): "a.toml:1:197: brackets nest deeper than 64",
		"a = \"" + strings.Repeat(". ", 100) + "\"":                                "",
	} {
		_, err := strict.Parse("a.toml", []byte(src))
		if got := fmt.Sprint(err); got != want && !(err == nil && want == "") {
			t.Errorf("%.20q: %s, want %s", src, got, want)
		}
	}
}

// A file full of mistakes is told of in no more time than one with a few.
func TestTellsOfManyKeys(t *testing.T) {
	var b strings.Builder
	for i := range 90_000 {
		fmt.Fprintf(&b, "k%05d=1\n", i)
	}
	d, err := strict.Parse("a.toml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	var dst struct {
		A string `toml:"a"`
	}
	list := diag.List(d.Bind(&dst).Err())
	if len(list) != diag.MostTold+1 || list[0].Line != 1 || list[99].Line != 100 {
		t.Errorf("%d faults: %v ...", len(list), list[0])
	}
}
