package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
)

// MaxJSONBytes is the size of the largest JSON document that is read: a kit of
// eight rounds takes about 100 kB.
const MaxJSONBytes = 16 << 20

// ParseJSON reads src as one JSON object, to be bound by json tags. What is
// wrong with it comes back as diag.Faults.
func ParseJSON(name string, src []byte) (*Doc, error) {
	d := &Doc{Name: name, Src: string(src), tag: "json", ix: &tomlpos.Index{Values: map[string]tomlpos.Span{}, Keys: map[string]tomlpos.Span{}}}
	if len(src) > MaxJSONBytes {
		return nil, diag.Faults{{File: name, Msg: fmt.Sprintf("the file has %d bytes; at most %d are read", len(src), MaxJSONBytes)}}
	}
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	r := jsonReader{doc: d, dec: dec}
	v, err := r.value("", 0)
	if err == nil {
		if _, more := dec.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("more than one value in the file")
		}
	}
	if err != nil {
		at := int(dec.InputOffset())
		var se *json.SyntaxError
		if errors.As(err, &se) {
			at = int(se.Offset) - 1
		}
		msg := strings.TrimPrefix(err.Error(), "json: ")
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			msg = "the file ends too early"
		}
		return nil, diag.Faults{d.at(tomlpos.Span{Start: max(0, at), End: at + 1}, "not JSON: "+msg, "")}
	}
	tree, ok := v.(map[string]any)
	if !ok {
		return nil, diag.Faults{{File: name, Msg: "want a JSON object"}}
	}
	d.tree = tree
	return d, nil
}

type jsonReader struct {
	doc *Doc
	dec *json.Decoder
}

func (r *jsonReader) value(path string, depth int) (any, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("values nest deeper than %d", maxDepth)
	}
	start := r.skip(int(r.dec.InputOffset()))
	token, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	var v any = token
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			v, err = r.object(path, depth)
		} else {
			v, err = r.array(path, depth)
		}
	case json.Number:
		v, err = number(t)
	}
	r.doc.ix.Values[path] = tomlpos.Span{Start: start, End: int(r.dec.InputOffset())}
	return v, err
}

func number(n json.Number) (any, error) {
	if i, err := strconv.ParseInt(n.String(), 10, 64); err == nil {
		return i, nil
	}
	return n.Float64()
}

func (r *jsonReader) object(path string, depth int) (any, error) {
	m := map[string]any{}
	for r.dec.More() {
		start := r.skip(int(r.dec.InputOffset()))
		token, err := r.dec.Token()
		if err != nil {
			return nil, err
		}
		key, ok := token.(string)
		if !ok {
			return nil, errors.New("a key is not text")
		}
		at := tomlpos.Key(path, key)
		r.doc.ix.Keys[at] = tomlpos.Span{Start: start, End: int(r.dec.InputOffset())}
		if _, twice := m[key]; twice {
			return nil, errors.New("key " + diag.Quote(key) + " is given twice")
		}
		if m[key], err = r.value(at, depth+1); err != nil {
			return nil, err
		}
	}
	_, err := r.dec.Token()
	return m, err
}

func (r *jsonReader) array(path string, depth int) (any, error) {
	list := []any{}
	for r.dec.More() {
		v, err := r.value(tomlpos.Elem(path, len(list)), depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := r.dec.Token()
	return list, err
}

// skip returns where the next token starts at or behind i.
func (r *jsonReader) skip(i int) int {
	for i < len(r.doc.Src) && strings.IndexByte(" \t\r\n,:", r.doc.Src[i]) >= 0 {
		i++
	}
	return i
}
