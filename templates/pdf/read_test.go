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
	contents  = regexp.MustCompile(`/Type /Page /.*/Contents (\d+) 0 R`)
	fontRef   = regexp.MustCompile(`/([rbimnc][a-z0-9]*) (\d+) 0 R`)
	baseFont  = regexp.MustCompile(`/BaseFont /[A-Z]{6}\+(\S+)`)
	toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	character = regexp.MustCompile(`<([0-9A-F]{2})> <([0-9A-F]{4})>`)
	showText  = regexp.MustCompile(`(?s)^BT (?:/(\S+) ([0-9.]+) Tf )?([-0-9.]+) ([-0-9.]+) Td \((.*)\) Tj ET$`)
	faceOf    = map[string]page.Face{"NotoSans-Regular": page.Regular, "NotoSans-Bold": page.Bold, "NotoSans-Italic": page.Italic, "NotoSansMono-Regular": page.Mono}
)

// font is a face, and what its bytes stand for.
type font struct {
	face  page.Face
	runes [256]rune
}

// read returns the texts of each page.
func read(t testing.TB, file []byte) (pages [][]piece) {
	t.Helper()
	all := objects(t, file)
	fonts := map[string]*font{}
	for _, m := range fontRef.FindAllStringSubmatch(all[2], -1) {
		fonts[m[1]] = readFont(t, all, number(t, m[2]))
	}
	for n := 3; n < len(all); n++ {
		if m := contents.FindStringSubmatch(all[n]); m != nil {
			pages = append(pages, texts(t, []byte(all[number(t, m[1])]), fonts))
		}
	}
	return pages
}

func readFont(t testing.TB, all []string, n int) *font {
	t.Helper()
	f := &font{face: faceOf[baseFont.FindStringSubmatch(all[n])[1]]}
	for _, m := range character.FindAllStringSubmatch(all[number(t, toUnicode.FindStringSubmatch(all[n])[1])], -1) {
		code, _ := strconv.ParseUint(m[1], 16, 8)
		r, _ := strconv.ParseUint(m[2], 16, 32)
		f.runes[code] = rune(r)
	}
	return f
}

var (
	streamHead = regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<<(.*?)>>\nstream\n`)
	streamLen  = regexp.MustCompile(`/Length (\d+)`)
	packedHead = regexp.MustCompile(`/N (\d+) /First (\d+)`)
)

// objects returns all objects by number: of a stream its content, unpacked.
func objects(t testing.TB, file []byte) (all []string) {
	t.Helper()
	put := func(n int, s string) {
		for len(all) <= n {
			all = append(all, "")
		}
		all[n] = s
	}
	for at := 0; ; {
		m := streamHead.FindSubmatchIndex(file[at:])
		if m == nil {
			return all
		}
		dict := string(file[at+m[4] : at+m[5]])
		size := number(t, streamLen.FindStringSubmatch(dict)[1])
		data := file[at+m[1]:][:size]
		if strings.Contains(dict, "/Filter /FlateDecode") {
			data = inflate(t, data)
		}
		if !strings.Contains(dict, "/Type /ObjStm") {
			put(number(t, string(file[at+m[2]:at+m[3]])), string(data))
		}
		if p := packedHead.FindStringSubmatch(dict); p != nil {
			n, first := number(t, p[1]), number(t, p[2])
			places := strings.Fields(string(data[:first]))
			for i := range n {
				from, to := first+number(t, places[2*i+1]), len(data)
				if i+1 < n {
					to = first + number(t, places[2*i+3])
				}
				put(number(t, places[2*i]), string(data[from:to]))
			}
		}
		at += m[1] + size
	}
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func inflate(t testing.TB, data []byte) []byte {
	t.Helper()
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
func texts(t testing.TB, stream []byte, fonts map[string]*font) (list []piece) {
	t.Helper()
	var now piece
	var in *font
	for _, op := range operators(stream) {
		m := showText.FindStringSubmatch(op)
		if m == nil {
			continue
		}
		if m[1] != "" {
			in = fonts[m[1]]
			now.face, now.size = in.face, float(t, m[2])
		}
		now.x, now.y, now.text = float(t, m[3]), float(t, m[4]), decode(m[5], in)
		list = append(list, now)
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

func decode(s string, in *font) string {
	s = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(s)
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(in.runes[s[i]])
	}
	return b.String()
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
