package strict

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
)

// Bind copies the document into the struct that dst points to, by its toml
// (or json) tags, and returns a fault for every key that has no field and every value
// that does not fit its field. It fills what does fit.
//
// Fields may be strings, ints, floats, bools, structs, pointers to structs, slices of
// these, and maps with string keys.
func (d *Doc) Bind(dst any) diag.Faults {
	d.bad = map[string]bool{}
	b := binder{doc: d}
	b.table("", d.tree, reflect.ValueOf(dst).Elem())
	return b.faults
}

type binder struct {
	doc    *Doc
	faults diag.Faults
}

func (b *binder) table(path string, tree map[string]any, dst reflect.Value) {
	fields := map[string]reflect.Value{}
	b.fieldsOf(dst, fields)
	names := slices.Sorted(maps.Keys(fields))
	for _, key := range b.keys(path, tree) {
		value := tree[key]
		at := tomlpos.Key(path, key)
		if field, ok := fields[key]; ok {
			b.value(at, value, field)
			continue
		}
		hint := ""
		if b.doc.told < mostPlaced { // none is read beyond
			hint = keyHint(key, names)
		}
		b.faults = append(b.faults, b.doc.KeyFault(at, "unknown key "+diag.Quote(key), hint))
	}
}

// keys returns the keys of a table; those of a large one in their order, so that
// the same faults are told every time.
func (b *binder) keys(path string, tree map[string]any) []string {
	keys := slices.Collect(maps.Keys(tree))
	if len(keys) > diag.MostTold {
		spans := b.doc.index().Keys
		slices.SortFunc(keys, func(x, y string) int {
			return cmp.Or(spans[tomlpos.Key(path, x)].Start-spans[tomlpos.Key(path, y)].Start, strings.Compare(x, y))
		})
	}
	return keys
}

func keyHint(key string, names []string) string {
	if near := diag.Nearest(key, names); near != "" {
		if strings.EqualFold(near, key) {
			return "keys are lower case: " + near
		}
		return "did you mean " + diag.Quote(near) + "?"
	}
	return "the keys here are " + diag.AllOf(names)
}

// fieldsOf collects a struct's fields by the names in their tags, those of
// embedded structs included.
func (b *binder) fieldsOf(dst reflect.Value, fields map[string]reflect.Value) {
	t := dst.Type()
	for i := range t.NumField() {
		if t.Field(i).Anonymous {
			b.fieldsOf(dst.Field(i), fields)
			continue
		}
		name, _, _ := strings.Cut(t.Field(i).Tag.Get(b.doc.tag), ",")
		if name != "" && name != "-" {
			fields[name] = dst.Field(i)
		}
	}
}

func (b *binder) value(path string, v any, dst reflect.Value) {
	switch dst.Kind() {
	case reflect.String, reflect.Bool:
		if rv := reflect.ValueOf(v); rv.Kind() == dst.Kind() {
			dst.Set(rv.Convert(dst.Type()))
			return
		}
	case reflect.Int, reflect.Int64:
		if n, ok := v.(int64); ok {
			dst.SetInt(n)
			return
		}
	case reflect.Float64:
		switch n := v.(type) {
		case int64:
			dst.SetFloat(float64(n))
			return
		case float64:
			dst.SetFloat(n)
			return
		}
	case reflect.Pointer:
		if m, ok := v.(map[string]any); ok {
			dst.Set(reflect.New(dst.Type().Elem()))
			b.table(path, m, dst.Elem())
			return
		}
	case reflect.Struct:
		if m, ok := v.(map[string]any); ok {
			b.table(path, m, dst)
			return
		}
	case reflect.Map:
		if m, ok := v.(map[string]any); ok {
			b.mapping(path, m, dst)
			return
		}
	case reflect.Slice:
		if list, ok := elements(v); ok {
			b.slice(path, list, dst)
			return
		}
	}
	b.doc.bad[path] = true
	b.faults = append(b.faults, b.doc.Fault(path, "want "+b.wanted(dst.Type())+", not "+given(v), typeHint(v, dst.Kind())))
}

func (b *binder) mapping(path string, m map[string]any, dst reflect.Value) {
	dst.Set(reflect.MakeMapWithSize(dst.Type(), len(m)))
	for _, key := range b.keys(path, m) {
		v := m[key]
		e := reflect.New(dst.Type().Elem()).Elem()
		before := len(b.faults)
		b.value(tomlpos.Key(path, key), v, e)
		if len(b.faults) == before {
			dst.SetMapIndex(reflect.ValueOf(key), e)
		}
	}
}

// mostListed is how many entries a list may have, or questions a file.
const mostListed = 5000

func (b *binder) slice(path string, list []any, dst reflect.Value) {
	if len(list) > mostListed {
		b.doc.bad[path] = true
		b.faults = append(b.faults, b.doc.Fault(tomlpos.Elem(path, mostListed), fmt.Sprintf("a list of %d; at most %d are read", len(list), mostListed), ""))
		return
	}
	dst.Set(reflect.MakeSlice(dst.Type(), len(list), len(list)))
	for i, v := range list {
		b.value(tomlpos.Elem(path, i), v, dst.Index(i))
	}
}

func elements(v any) ([]any, bool) {
	switch v := v.(type) {
	case []any:
		return v, true
	case []map[string]any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = v[i]
		}
		return list, true
	}
	return nil, false
}

// wanted names a field's type in a recruiter's words.
func (b *binder) wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text in quotes"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct && b.doc.tag == "toml" {
			return "tables, each headed [[...]]"
		}
		return "a list: [...]"
	}
	if b.doc.tag == "json" {
		return "an object: {...}"
	}
	return "a table"
}

func given(v any) string {
	switch v := v.(type) {
	case string:
		return "the text " + diag.Quote(v)
	case int64:
		return fmt.Sprintf("the number %d", v)
	case float64:
		return fmt.Sprintf("the number %v", v)
	case bool:
		return fmt.Sprint(v)
	case time.Time:
		return "a date"
	case []any, []map[string]any:
		return "a list"
	}
	return "a table"
}

func typeHint(v any, want reflect.Kind) string {
	switch s, isText := v.(string); {
	case isText && want == reflect.Slice:
		return fmt.Sprintf("write [%q]", s)
	case isText && (want == reflect.Int || want == reflect.Float64):
		return "leave the quotes out"
	case want == reflect.String && given(v) != "a table" && given(v) != "a list":
		return "put it in quotes"
	}
	return ""
}
