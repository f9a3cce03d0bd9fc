// Package strict reads TOML into structs and reports everything that does not
// fit at once, each with its place in the file: unknown keys, keys in the
// wrong case, values of the wrong type. What the values mean is the caller's
// to judge, who reports it through the same Doc.
package strict

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
)

// MaxBytes is the size of the largest document that is read.
const MaxBytes = 1 << 20

// maxDepth is how deep arrays and inline tables may nest. The decoder recurses,
// so what it is given is bounded first.
const maxDepth = 64

// A Doc is a TOML document with its source, for faults that point into it.
type Doc struct {
	Name string // what people call the file
	Src  string
	tree map[string]any
	ix   *tomlpos.Index
	sets []setting
	tag  string          // of the struct fields: toml or json
	bad  map[string]bool // paths whose values did not fit their fields
	told int             // faults so far
}

// mostPlaced is how many faults of a document are given their place: more are
// counted, and none of us reads them.
const mostPlaced = 10 * diag.MostTold

// A setting is a value that came from elsewhere than the file.
type setting struct{ path, origin string }

// Parse reads src as TOML. What is wrong with it comes back as diag.Faults.
func Parse(name string, src []byte) (*Doc, error) {
	d := &Doc{Name: name, Src: string(src), tag: "toml"}
	if f := d.unreadable(); f != nil {
		return nil, diag.Faults{*f}
	}
	if _, err := toml.Decode(d.Src, &d.tree); err != nil {
		return nil, diag.Faults{d.syntax(err)}
	}
	return d, nil
}

// unreadable finds what keeps a file from being TOML at all.
func (d *Doc) unreadable() *diag.Fault {
	f := diag.Fault{File: d.Name}
	switch nul := strings.IndexByte(d.Src, 0); {
	case len(d.Src) > MaxBytes:
		f.Msg = fmt.Sprintf("the file has %d bytes; at most %d are read", len(d.Src), MaxBytes)
	case bytes.HasPrefix([]byte(d.Src), []byte("\xff\xfe")), bytes.HasPrefix([]byte(d.Src), []byte("\xfe\xff")):
		f.Msg, f.Hint = "the file is UTF-16", "save it as UTF-8"
	case nul >= 0:
		f = d.at(tomlpos.Span{Start: nul, End: nul + 1}, "the file holds a NUL byte", "it may not be a text file")
	case !utf8.ValidString(d.Src):
		i := 0
		for i < len(d.Src) {
			r, n := utf8.DecodeRuneInString(d.Src[i:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			i += n
		}
		f = d.at(tomlpos.Span{Start: i, End: i + 1}, fmt.Sprintf("byte 0x%02x is not UTF-8", d.Src[i]), "save the file as UTF-8")
		f.Source = strings.ToValidUTF8(f.Source, "\ufffd")
	default:
		if at := tooDeep(d.Src); at >= 0 {
			f = d.at(tomlpos.Span{Start: at, End: at + 1}, fmt.Sprintf("brackets nest deeper than %d", maxDepth), "")
			break
		}
		if hasLongKey(d.Src) {
			if span := d.index().Deep; span.End > 0 {
				f = d.at(span, fmt.Sprintf("a key of more than %d parts", tomlpos.MostKeys), "")
				break
			}
		}
		return nil
	}
	return &f
}

// hasLongKey reports whether a line may hold a key of very many parts, each of
// which a decoder makes a table of.
func hasLongKey(src string) bool {
	for line := range strings.Lines(src) {
		if strings.Count(line, ".") >= tomlpos.MostKeys {
			return true
		}
	}
	return false
}

// tooDeep returns where brackets nest deeper than any of our formats needs,
// strings included; -1 where they do not.
func tooDeep(src string) int {
	depth := 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '[', '{':
			if depth++; depth > maxDepth {
				return i
			}
		case ']', '}':
			depth = max(0, depth-1)
		case '\n':
			if i+1 < len(src) && src[i+1] == '[' {
				depth = 0
			}
		}
	}
	return -1
}

func (d *Doc) syntax(err error) diag.Fault {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return diag.Fault{File: d.Name, Msg: err.Error()}
	}
	msg := pe.Message
	if msg == "" {
		msg = strings.TrimPrefix(err.Error(), "toml: ")
	}
	msg = strings.TrimSuffix(lowerFirst(msg), ".")
	hint := ""
	span := tomlpos.Span{Start: pe.Position.Start, End: pe.Position.Start + max(1, pe.Position.Len)}
	if key, ok := strings.CutSuffix(msg, "' has already been defined"); ok {
		msg = "key " + diag.Quote(strings.TrimPrefix(key, "key '")) + " is given twice"
		hint = "keep one of the two"
		span = d.secondKey(strings.TrimPrefix(key, "key '"), pe.Position.Line, span)
	}
	if strings.Contains(msg, "expected value but found") {
		hint = `text needs quotes: name = "value"`
	}
	return d.at(span, msg, hint)
}

// secondKey is where on line the key that was given twice stands.
func (d *Doc) secondKey(key string, line int, fallback tomlpos.Span) tomlpos.Span {
	start := 0
	for n := 1; n < line; n++ {
		end := strings.IndexByte(d.Src[start:], '\n')
		if end < 0 {
			return fallback
		}
		start += end + 1
	}
	text, _, _ := strings.Cut(d.Src[start:], "\n")
	last := key[strings.LastIndexByte(key, '.')+1:]
	if at := strings.Index(text, last); at >= 0 {
		return tomlpos.Span{Start: start + at, End: start + at + len(last)}
	}
	return fallback
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// Fault returns a fault at the value of path; at the nearest table above where
// path is not in the document.
func (d *Doc) Fault(path, msg, hint string) diag.Fault {
	return d.place(d.index().Values, path, msg, hint)
}

// KeyFault returns a fault at the key of path.
func (d *Doc) KeyFault(path, msg, hint string) diag.Fault {
	return d.place(d.index().Keys, path, msg, hint)
}

func (d *Doc) place(spans map[string]tomlpos.Span, path, msg, hint string) diag.Fault {
	if d.told++; d.told > mostPlaced {
		return diag.Fault{File: d.Name}
	}
	if origin := d.setBy(path); origin != "" {
		return diag.Fault{File: origin, Msg: msg, Hint: hint}
	}
	return d.at(d.find(spans, path), msg, hint)
}

func (d *Doc) index() *tomlpos.Index {
	if d.ix == nil {
		d.ix = tomlpos.Scan(d.Src)
	}
	return d.ix
}

func (d *Doc) find(spans map[string]tomlpos.Span, path string) tomlpos.Span {
	for path != "" {
		if span, ok := spans[path]; ok {
			return span
		}
		if span, ok := d.ix.Keys[path]; ok {
			return span
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return tomlpos.Span{Start: -1}
}

func (d *Doc) at(span tomlpos.Span, msg, hint string) diag.Fault {
	f := diag.Fault{File: d.Name, Msg: msg, Hint: hint}
	if span.Start >= 0 {
		p := tomlpos.Locate(d.Src, span)
		f.Line, f.Col, f.Width, f.Source = p.Line, p.Col, p.Width, p.Text
	}
	return f
}

// Set overrides a value: assignment is "key=value", a dotted key and a TOML
// value. origin is what a fault in the value is reported for, such as the
// option it came by.
func (d *Doc) Set(origin, assignment string) error {
	tree, err := parseAssignment(assignment)
	if err != nil {
		for _, f := range diag.List(err) {
			f.File = origin
			return diag.Faults{f}
		}
	}
	if d.tree == nil {
		d.tree = map[string]any{}
	}
	d.merge("", d.tree, tree, origin)
	return nil
}

func (d *Doc) merge(path string, into, from map[string]any, origin string) {
	for key, v := range from {
		at := tomlpos.Key(path, key)
		below, isTable := v.(map[string]any)
		if isTable && len(below) > 0 {
			old, ok := into[key].(map[string]any)
			if !ok {
				old = map[string]any{}
				into[key] = old
			}
			d.merge(at, old, below, origin)
			continue
		}
		into[key] = v
		d.sets = append(d.sets, setting{at, origin})
	}
}

// setBy returns what set the value at path, "" when the file did.
func (d *Doc) setBy(path string) string {
	for _, s := range d.sets {
		if rest, ok := strings.CutPrefix(path, s.path); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return s.origin
		}
	}
	return ""
}

// Has reports whether the document, or what was set over it, has path.
func (d *Doc) Has(path string) bool {
	_, value := d.index().Values[path]
	_, key := d.ix.Keys[path]
	return value || key || d.setBy(path) != ""
}

// Misfit reports whether Bind has found the value at path to be of a wrong
// type, so that nothing more need be said of it.
func (d *Doc) Misfit(path string) bool { return d.bad[path] }

// CheckAssignment reports, as diag.Faults without a file, what keeps an
// assignment from being "key=value" with a TOML value.
func CheckAssignment(assignment string) error {
	_, err := parseAssignment(assignment)
	return err
}

func parseAssignment(assignment string) (tree map[string]any, err error) {
	key, value, found := strings.Cut(assignment, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	_, err = toml.Decode(assignment, &tree)
	if err == nil && found && !strings.ContainsAny(assignment, "\n\r") {
		return tree, nil
	}
	hint := `such as title='"Backend Engineer"' or weights.databases=3`
	if key != "" && value != "" && !strings.ContainsAny(value, "\n\r\"'[{") {
		hint = fmt.Sprintf("text needs quotes: %s='%q'", key, value)
	}
	return nil, diag.Faults{{Msg: "not key=value with a TOML value: " + diag.Quote(assignment), Hint: hint}}
}
