// Package tomlpos finds where in a TOML document a value stands. The decoder
// in use keeps positions by dotted key without the index of an array's
// element, so inside [[question]] it points at the wrong entry; this package
// counts the entries.
//
// It skips strings, comments and brackets, and judges nothing: of a document
// that no TOML decoder accepts it finds what stands before the first fault, or
// more.
package tomlpos

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Span is a range of bytes of the document, End excluded.
type Span struct{ Start, End int }

// An Index holds the spans of a document by path. A path is the keys joined by
// dots, an element of an array given by its index: "question[3].levels[1]".
// A key that is not bare stands quoted as by strconv.Quote.
type Index struct {
	Values map[string]Span // of the value; of the header for a table
	Keys   map[string]Span // of the key, or of the whole header
	Deep   Span            // of a key of more than MostKeys parts, which ends the scan; zero for none
}

// MostKeys is how many parts a dotted key may have.
const MostKeys = 64

// Key returns the path of key below parent ("" at the top).
func Key(parent, key string) string {
	if !isBare(key) {
		key = strconv.Quote(key)
	}
	if parent == "" {
		return key
	}
	return parent + "." + key
}

// Elem returns the path of element i of the array at parent.
func Elem(parent string, i int) string {
	return parent + "[" + strconv.Itoa(i) + "]"
}

func isBare(key string) bool {
	for _, r := range key {
		if !(r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
			return false
		}
	}
	return key != ""
}

// Scan indexes src, which must be a valid TOML document. On one that is not,
// it returns what it had found by then.
func Scan(src string) (ix *Index) {
	s := &scanner{src: src, entries: map[string]int{}, ix: &Index{Values: map[string]Span{}, Keys: map[string]Span{}}}
	if strings.HasPrefix(src, "\ufeff") {
		s.i = len("\ufeff")
	}
	for s.blank(true); s.i < len(src) && !s.bad; s.blank(true) {
		if src[s.i] == '[' {
			s.header()
		} else {
			s.pair(s.table)
		}
	}
	return s.ix
}

type scanner struct {
	src     string
	i       int
	table   string         // path of the table that pairs now belong to
	entries map[string]int // entries so far of each array of tables
	bad     bool           // the document is not valid after all
	ix      *Index
}

// header reads [a.b] or [[a.b]] and makes it the current table.
func (s *scanner) header() {
	start := s.i
	many := strings.HasPrefix(s.src[s.i:], "[[")
	s.i++
	if many {
		s.i++
	}
	keys := s.keys()
	for !s.bad && s.peek() == ']' {
		s.i++
	}
	if len(keys) == 0 {
		s.bad = true
		return
	}
	last := len(keys) - 1
	path := s.resolve("", keys[:last])
	if many {
		path = Key(path, keys[last])
		s.entries[path]++
		path = Elem(path, s.entries[path]-1)
	} else {
		path = s.resolve(path, keys[last:])
	}
	s.table = path
	span := Span{start, s.i}
	s.ix.Keys[path], s.ix.Values[path] = span, span
}

// resolve walks keys down from path, into the newest entry of each array of
// tables on the way.
func (s *scanner) resolve(path string, keys []string) string {
	for _, k := range keys {
		path = Key(path, k)
		if n := s.entries[path]; n > 0 {
			path = Elem(path, n-1)
		}
	}
	return path
}

// pair reads key = value, inside table.
func (s *scanner) pair(table string) {
	start := s.i
	keys := s.keys()
	end := s.i
	for end > start && (s.src[end-1] == ' ' || s.src[end-1] == '\t') {
		end--
	}
	path := table
	for _, k := range keys {
		path = Key(path, k)
		if _, seen := s.ix.Keys[path]; !seen {
			s.ix.Keys[path] = Span{start, end}
		}
	}
	if len(keys) == 0 || s.peek() != '=' {
		s.bad = true
		return
	}
	s.i++
	s.blank(false)
	s.value(path)
}

func (s *scanner) value(path string) {
	start := s.i
	switch s.peek() {
	case '"', '\'':
		s.text()
	case '[':
		s.array(path)
	case '{':
		s.inline(path)
	default:
		for s.i < len(s.src) && !strings.ContainsRune(",]}#\r\n", rune(s.src[s.i])) {
			s.i++
		}
		for s.i > start && (s.src[s.i-1] == ' ' || s.src[s.i-1] == '\t') {
			s.i--
		}
		s.bad = s.bad || s.i == start // nothing stands there: no value, and no end of the loops that read them
	}
	s.ix.Values[path] = Span{start, s.i}
}

func (s *scanner) array(path string) {
	s.i++
	for n := 0; !s.bad; n++ {
		if s.closes(']') {
			return
		}
		s.value(Elem(path, n))
	}
}

func (s *scanner) inline(path string) {
	s.i++
	for !s.bad {
		if s.closes('}') {
			return
		}
		s.pair(path)
	}
}

// closes skips blanks and a comma, then reports and takes the closing bracket.
func (s *scanner) closes(bracket byte) bool {
	s.blank(true)
	if s.peek() == ',' {
		s.i++
		s.blank(true)
	}
	switch s.peek() {
	case bracket:
		s.i++
		return true
	case 0:
		s.bad = true
	}
	return false
}

// text skips a string of any of the four forms and returns its raw content.
func (s *scanner) text() string {
	quote := s.src[s.i : s.i+1]
	if long := quote + quote + quote; strings.HasPrefix(s.src[s.i:], long) {
		s.i += 3
		content := s.until(long)
		for extra := 0; extra < 2 && s.peek() == quote[0]; extra++ { // two quotes may stand before the closing three
			s.i++
		}
		return content
	}
	s.i++
	return s.until(quote)
}

// until skips to behind the closing delimiter.
func (s *scanner) until(closing string) string {
	start := s.i
	for s.i < len(s.src) && !strings.HasPrefix(s.src[s.i:], closing) {
		if s.src[s.i] == '\\' && closing[0] == '"' {
			s.i++
		}
		s.i++
	}
	if s.i >= len(s.src) {
		s.i, s.bad = len(s.src), true
		return ""
	}
	content := s.src[start:s.i]
	s.i += len(closing)
	return content
}

// keys reads a dotted key up to what follows it.
func (s *scanner) keys() (keys []string) {
	begin := s.i
	for {
		if len(keys) == MostKeys {
			s.bad, s.ix.Deep = true, Span{begin, s.i}
			return nil
		}
		s.blank(false)
		switch c := s.peek(); c {
		case '"':
			keys = append(keys, unescape(s.text()))
		case '\'':
			keys = append(keys, s.text())
		default:
			start := s.i
			for s.i < len(s.src) && !strings.ContainsRune(" \t.=]\r\n", rune(s.src[s.i])) {
				s.i++
			}
			if start == s.i {
				s.bad = true
				return keys
			}
			keys = append(keys, s.src[start:s.i])
		}
		s.blank(false)
		if s.peek() != '.' {
			return keys
		}
		s.i++
	}
}

// unescape resolves TOML's escapes in a basic string.
func unescape(raw string) string {
	if !strings.Contains(raw, `\`) {
		return raw
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' || i+1 == len(raw) {
			b.WriteByte(raw[i])
			continue
		}
		i++
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[raw[i]]
		if digits > 0 && i+digits < len(raw) {
			n, _ := strconv.ParseUint(raw[i+1:i+1+digits], 16, 32)
			b.WriteRune(rune(n))
			i += digits
			continue
		}
		if at := strings.IndexByte(`btnfre"\`, raw[i]); at >= 0 {
			b.WriteByte("\b\t\n\f\r\x1b\"\\"[at])
		}
	}
	return b.String()
}

// blank skips spaces and tabs; with lines also line ends and comments.
func (s *scanner) blank(lines bool) {
	for s.i < len(s.src) {
		switch c := s.src[s.i]; {
		case c == ' ' || c == '\t', lines && (c == '\n' || c == '\r'):
			s.i++
		case lines && c == '#':
			for s.i < len(s.src) && s.src[s.i] != '\n' {
				s.i++
			}
		default:
			return
		}
	}
}

func (s *scanner) peek() byte {
	if s.i < len(s.src) {
		return s.src[s.i]
	}
	return 0
}

// A Place is a range of characters on one line, counted from 1.
type Place struct {
	Line, Col, Width int
	Text             string // the whole line, without its end
}

// Locate returns the line, column and width in characters of span in src; a
// span of several lines is cut at the end of its first.
func Locate(src string, span Span) Place {
	start := min(max(span.Start, 0), len(src))
	end := min(max(span.End, start), len(src))
	lineStart := strings.LastIndexByte(src[:start], '\n') + 1
	lineEnd := len(src)
	if n := strings.IndexByte(src[start:], '\n'); n >= 0 {
		lineEnd = start + n
	}
	text := strings.TrimSuffix(src[lineStart:lineEnd], "\r")
	before := src[lineStart:start]
	if lineStart == 0 {
		text, before = strings.TrimPrefix(text, "\ufeff"), strings.TrimPrefix(before, "\ufeff")
	}
	return Place{
		Line:  strings.Count(src[:start], "\n") + 1,
		Col:   utf8.RuneCountInString(before) + 1,
		Width: max(1, utf8.RuneCountInString(strings.TrimRight(src[start:min(end, lineEnd)], "\r"))),
		Text:  text,
	}
}
