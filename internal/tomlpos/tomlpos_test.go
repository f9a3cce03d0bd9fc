package tomlpos_test

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	tomltest "github.com/toml-lang/toml-test/v2"

	"interviewkit/internal/tomlpos"
)

// Every value of every valid document of the toml-test corpus is found, and
// what stands at its span decodes to that very value.
func TestCorpus(t *testing.T) {
	documents, values := 0, 0
	err := fs.WalkDir(tomltest.TestCases(), "valid", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".toml") {
			return err
		}
		raw, err := fs.ReadFile(tomltest.TestCases(), path)
		if err != nil {
			return err
		}
		var doc map[string]any
		if _, err := toml.Decode(string(raw), &doc); err != nil {
			t.Errorf("%s: the decoder in use rejects it: %v", path, err)
			return nil
		}
		documents++
		t.Run(path, func(t *testing.T) { values += checkAll(t, string(raw), doc) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if documents < 150 || values < 800 {
		t.Errorf("looked at %d documents and %d values; the corpus should hold more", documents, values)
	}
}

func checkAll(t *testing.T, src string, doc map[string]any) int {
	ix := tomlpos.Scan(src)
	seen := 0
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				p := tomlpos.Key(path, k)
				if _, ok := ix.Keys[p]; !ok {
					if _, isTable := x.(map[string]any); !isTable && !isTables(x) {
						t.Errorf("no key at %s", p)
					}
				}
				walk(p, x)
			}
			return
		case []map[string]any:
			for i, x := range v {
				walk(tomlpos.Elem(path, i), x)
			}
			return
		case []any:
			for i, x := range v {
				walk(tomlpos.Elem(path, i), x)
			}
		}
		seen++
		span, ok := ix.Values[path]
		if !ok {
			t.Errorf("no value at %s", path)
			return
		}
		var again map[string]any
		text := src[span.Start:span.End]
		if _, err := toml.Decode("x = "+text+"\n", &again); err != nil {
			t.Errorf("%s: what stands at its span is not a value: %q: %v", path, text, err)
			return
		}
		if !same(again["x"], v) {
			t.Errorf("%s: span holds %q = %v, want %v", path, text, again["x"], v)
		}
	}
	walk("", doc)
	return seen
}

func isTables(v any) bool { _, ok := v.([]map[string]any); return ok }

func same(a, b any) bool {
	if ta, ok := a.(time.Time); ok {
		tb, ok := b.(time.Time)
		return ok && ta.Equal(tb)
	}
	if fa, ok := a.(float64); ok && fa != fa {
		fb, ok := b.(float64)
		return ok && fb != fb
	}
	if la, ok := a.([]any); ok {
		lb, ok := b.([]any)
		if !ok || len(la) != len(lb) {
			return false
		}
		for i := range la {
			if !same(la[i], lb[i]) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}

func TestLocate(t *testing.T) {
	src := "\ufeffa = 1\r\nname = \"Łódź\"  # x\n"
	ix := tomlpos.Scan(src)
	got := tomlpos.Locate(src, ix.Values["name"])
	want := tomlpos.Place{Line: 2, Col: 8, Width: 6, Text: "name = \"Łódź\"  # x"}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := tomlpos.Locate(src, ix.Keys["a"]); got.Line != 1 || got.Col != 1 || got.Text != "a = 1" {
		t.Errorf("after a byte order mark: %+v", got)
	}
}

func TestEntriesAreCounted(t *testing.T) {
	src := `
[[question]]
id = "a"
[question.bar]
mid = "x"
[[question.part]]
title = "p"
[[question]]
id = "b"
[[question.part]]
title = "q"
[[question.part]]
bar.staff = "r"
`
	ix := tomlpos.Scan(src)
	for path, want := range map[string]string{
		"question[0].id": `"a"`, "question[0].bar.mid": `"x"`, "question[0].part[0].title": `"p"`,
		"question[1].id": `"b"`, "question[1].part[0].title": `"q"`, "question[1].part[1].bar.staff": `"r"`,
	} {
		span := ix.Values[path]
		if got := src[span.Start:span.End]; got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

// Whatever the decoder accepts is scanned without a panic, and whatever it
// does not accept as well.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"a = 1", "[[a]]\nb = [1, {c = 2}]", "a.\"b.c\".'d' = '''x'''", "x = \"\\", "[", "[[", "a = {", "a = [\"\"\"\n", "a = [1= {c}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		ix := tomlpos.Scan(src)
		for _, span := range ix.Values {
			if span.Start > span.End || span.End > len(src) {
				t.Fatalf("span %v of %d bytes", span, len(src))
			}
			tomlpos.Locate(src, span)
		}
	})
}
