package finish

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// A ref is the number of an object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// An object is a value, or a stream with its dictionary. Of a stream's
// dictionary, length and filter are the writer's to add.
type object struct {
	body   []byte // the value; the dictionary's entries for a stream
	stream []byte // nil when it is none
	packed bool   // the stream is compressed already
}

// resources is the object of what all pages use.
const resources = ref(2)

// A file is the objects of a PDF, by number; the first, 0, is none.
type file struct {
	objects []object
	pages   []ref
	info    ref
	root    ref
	outline ref // 0 when there is none
}

var errFormat = errors.New("not as gofpdf writes it")

// add makes a new object.
func (f *file) add(body []byte) ref {
	f.objects = append(f.objects, object{body: body})
	return ref(len(f.objects) - 1)
}

// addStream makes a new stream; packed when its content is compressed.
func (f *file) addStream(entries string, content []byte, packed bool) ref {
	f.objects = append(f.objects, object{body: []byte(entries), stream: content, packed: packed})
	return ref(len(f.objects) - 1)
}

// reserve makes n objects to be filled in, and returns the first.
func (f *file) reserve(n int) ref {
	first := ref(len(f.objects))
	f.objects = append(f.objects, make([]object, n)...)
	return first
}

// read finds the objects of a file by its table of references.
func read(raw []byte) (*file, error) {
	size, offsets, err := table(raw)
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([]object, size), root: ref(size - 1), info: ref(size - 2)}
	for n := 1; n < size; n++ {
		if f.objects[n], err = parse(raw[offsets[n]:]); err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
	}
	for n := 3; n < size && bytes.HasPrefix(f.objects[n].body, []byte("<</Type /Page\n")); n += 2 {
		f.pages = append(f.pages, ref(n))
	}
	if len(f.pages) == 0 {
		return nil, errFormat
	}
	catalog := f.objects[f.root].body
	if _, after, ok := bytes.Cut(catalog, []byte("/Outlines ")); ok {
		f.outline = ref(number(after))
	}
	return f, nil
}

// table returns the number of objects, and where each begins.
func table(raw []byte) (size int, offsets []int, err error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return 0, nil, errFormat
	}
	start := number(raw[at+10:])
	if start <= 0 || start >= len(raw) || !bytes.HasPrefix(raw[start:], []byte("xref\n0 ")) {
		return 0, nil, errFormat
	}
	head := raw[start+7:]
	size = number(head)
	_, rows, _ := bytes.Cut(head, []byte("\n"))
	if size < 5 || len(rows) < 20*size {
		return 0, nil, errFormat
	}
	offsets = make([]int, size)
	for n := range offsets {
		offsets[n] = number(bytes.TrimLeft(rows[20*n:20*n+10], "0"))
		if offsets[n] >= start {
			return 0, nil, errFormat
		}
	}
	return size, offsets, nil
}

// number reads the digits that b begins with; 0 when there are none.
func number(b []byte) (n int) {
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<40 {
			break
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// parse reads the object that b begins with.
func parse(b []byte) (object, error) {
	_, b, ok := bytes.Cut(b, []byte(" obj\n"))
	if !ok {
		return object{}, errFormat
	}
	end := bytes.Index(b, []byte("\nendobj"))
	data := bytes.Index(b, []byte("\nstream\n"))
	if end < 0 {
		return object{}, errFormat
	}
	if data < 0 || data > end {
		return object{body: b[:end]}, nil
	}
	return parseStream(b[:data], b[data+len("\nstream\n"):])
}

// parseStream takes length and filter out of a stream's dictionary: they are
// written anew.
func parseStream(dict, rest []byte) (object, error) {
	at := bytes.Index(dict, []byte("/Length "))
	if at < 0 {
		return object{}, errFormat
	}
	n := number(dict[at+8:])
	if n > len(rest) {
		return object{}, errFormat
	}
	o := object{stream: rest[:n]}
	entries := bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimSpace(dict), []byte("<<")), []byte(">>"))
	entries = bytes.Replace(entries, []byte("/Length "+strconv.Itoa(n)), nil, 1)
	if filter := []byte("/Filter /FlateDecode"); bytes.Contains(entries, filter) {
		entries, o.packed = bytes.Replace(entries, filter, nil, 1), true
	}
	o.packed = o.packed || bytes.Contains(entries, []byte("/Filter")) // a picture's own
	o.body = bytes.Join(bytes.Fields(entries), []byte(" "))
	return o, nil
}

// text returns a text string: plain where it is ASCII, else UTF-16.
func text(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] >= ' ' && s[i] <= '~'
	}
	if plain {
		return "(" + string(escaped([]byte(s))) + ")"
	}
	return fmt.Sprintf("<%X>", UTF16(s))
}

// UTF16 returns a text as the bytes of a text string that is not ASCII.
func UTF16(s string) []byte {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// escaped puts a backslash before what ends a string.
func escaped(s []byte) []byte {
	out := make([]byte, 0, len(s)+8)
	for _, c := range s {
		if c == '(' || c == ')' || c == '\\' {
			out = append(out, '\\')
		}
		out = append(out, c)
	}
	return out
}

// Decimal appends a measure with at most two decimals.
func Decimal(b []byte, x float64) []byte {
	b = strconv.AppendFloat(b, x, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

func (r Rect) String() string {
	b := []byte{'['}
	for i, x := range r {
		if i > 0 {
			b = append(b, ' ')
		}
		b = Decimal(b, x)
	}
	return string(append(b, ']'))
}
