package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"interviewkit/templates/pdf/page"
)

// piece is a text as it stands on a page, in points from the lower left.
type piece struct {
	x, y, size float64
	face       page.Face
	text       string
}

// width is how wide the piece is, blanks at its end apart.
func (p piece) width() float64 {
	return page.Label(strings.TrimRight(p.text, " "), page.Style{Face: p.face, Size: p.size}).W
}

var (
	contents = regexp.MustCompile(`/Contents (\d+) 0 R`)
	fontRef  = regexp.MustCompile(`/F([0-9a-f]+) (\d+) 0 R`)
	baseFont = regexp.MustCompile(`/BaseFont /utf8(\w+)`)
	setFont  = regexp.MustCompile(`^BT /F([0-9a-f]+) ([0-9.]+) Tf ET$`)
	showText = regexp.MustCompile(`(?s)^(?:q .* )?BT ([-0-9.]+) ([-0-9.]+) Td \((.*)\) Tj ET(?: Q)?$`)
	faceOf   = map[string]page.Face{"regular": page.Regular, "bold": page.Bold, "italic": page.Italic, "mono": page.Mono}
)

// read returns the texts of each page.
func read(t testing.TB, file []byte) (pages [][]piece) {
	t.Helper()
	if !bytes.Contains(file, []byte("<0000> <FFFF> <0000>")) {
		t.Fatal("glyphs do not stand for the characters of their own number")
	}
	fonts := map[string]page.Face{}
	for _, m := range fontRef.FindAllSubmatch(file, -1) {
		name := baseFont.FindSubmatch(object(t, file, string(m[2])))
		fonts[string(m[1])] = faceOf[string(name[1])]
	}
	for _, m := range contents.FindAllSubmatch(file, -1) {
		pages = append(pages, texts(t, inflate(t, object(t, file, string(m[1]))), fonts))
	}
	return pages
}

// object returns what stands in the file from an object's number on.
func object(t testing.TB, file []byte, number string) []byte {
	t.Helper()
	_, rest, ok := bytes.Cut(file, []byte("\n"+number+" 0 obj\n"))
	if !ok {
		t.Fatalf("no object %s", number)
	}
	return rest
}

func inflate(t testing.TB, object []byte) []byte {
	t.Helper()
	_, data, _ := bytes.Cut(object, []byte("stream\n"))
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// texts reads the operators of a page.
func texts(t testing.TB, stream []byte, fonts map[string]page.Face) (list []piece) {
	t.Helper()
	var now piece
	for _, op := range operators(stream) {
		if m := setFont.FindStringSubmatch(op); m != nil {
			now.face, now.size = fonts[m[1]], float(t, m[2])
		}
		if m := showText.FindStringSubmatch(op); m != nil {
			now.x, now.y, now.text = float(t, m[1]), float(t, m[2]), decode(m[3])
			list = append(list, now)
		}
	}
	return list
}

// operators parts a stream at line ends that are not within a string.
func operators(stream []byte) (list []string) {
	depth, from := 0, 0
	for i := 0; i < len(stream); i++ {
		switch stream[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		case '\n':
			if depth == 0 {
				list = append(list, string(stream[from:i]))
				from = i + 1
			}
		}
	}
	return list
}

func decode(s string) string {
	s = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(s)
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

func float(t testing.TB, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// words returns all text of a file with single blanks.
func words(pages [][]piece) string {
	var b strings.Builder
	for _, p := range pages {
		for _, t := range p {
			fmt.Fprint(&b, t.text, " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
