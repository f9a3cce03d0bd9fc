package finish

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// A Font is a face in which one byte stands for one character, with a file of
// its own that knows no other characters. All measures but sizes are in
// thousandths of the em. It is not changed by being used.
type Font struct {
	Name      string // as gofpdf was told
	Key       string // by which pages call it
	File      []byte // compressed
	FileSize  int    // before that
	Widths    [256]int
	Unicode   [256]rune // 0: the byte stands for nothing
	Box       [4]int
	Ascent    int
	Descent   int
	CapHeight int
	Slant     int // degrees, negative to the right
	Stem      int // thickness of upright strokes
	Fixed     bool
	WinAnsi   bool // bytes are Windows-1252, and the file knows Unicode

	toUnicode []byte // compressed
}

// Prepare does what is the same for all documents that use the font.
func (t *Font) Prepare() *Font {
	t.toUnicode = Pack(t.characters())
	return t
}

// Tag returns six capital letters that stand before a subset's name, from a
// sum over what is in it.
func Tag(sum uint32) string {
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(tag[:])
}

// characters says which character each byte stands for.
func (t *Font) characters() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
	var rows []string
	for code, r := range t.Unicode {
		if r != 0 {
			rows = append(rows, fmt.Sprintf("<%02X> <%X>\n", code, UTF16(string(r))[2:]))
		}
	}
	for len(rows) > 0 {
		n := min(100, len(rows))
		b.WriteString(strconv.Itoa(n) + " beginbfchar\n")
		for _, row := range rows[:n] {
			b.WriteString(row)
		}
		b.WriteString("endbfchar\n")
		rows = rows[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// fonts puts all fonts of the document in the places that gofpdf made for them,
// and gives them their names in pages.
func (f *file) fonts(list []*Font) error {
	var names []byte
	for _, t := range list {
		at, err := f.placeOf(t)
		if err != nil {
			return err
		}
		f.replace(at, t)
		names = fmt.Appendf(names, "/%s %s ", t.Key, at)
	}
	before, rest, ok := bytes.Cut(f.objects[resources].body, []byte("/Font <<"))
	_, after, closed := bytes.Cut(rest, []byte(">>"))
	if !ok || !closed {
		return fmt.Errorf("no resources: %w", errFormat)
	}
	f.objects[resources].body = slices.Concat(before, []byte("/Font <<"), names, []byte(">>"), after)
	return nil
}

// placeOf returns the object that gofpdf made for a font.
func (f *file) placeOf(t *Font) (ref, error) {
	mark := []byte("/BaseFont /" + t.Name + "\n")
	for n := range f.objects {
		if o := &f.objects[n]; o.stream == nil && bytes.HasPrefix(o.body, []byte("<</Type /Font\n")) && bytes.Contains(o.body, mark) {
			return ref(n), nil
		}
	}
	return 0, fmt.Errorf("no font %s: %w", t.Name, errFormat)
}

// replace puts a font in the place of the one that gofpdf wrote: three objects,
// the font, its widths and its description.
func (f *file) replace(at ref, t *Font) {
	f.objects[at+1] = object{stream: t.toUnicode, packed: true}
	f.objects[at].body = t.dictionary(at+2, at+1)
	f.objects[at+2].body = f.description(t)
}

// addFont adds a font that gofpdf knows nothing of.
func (f *file) addFont(t *Font) ref {
	unicode := f.addStream("", t.toUnicode, true)
	return f.add(t.dictionary(f.add(f.description(t)), unicode))
}

func (t *Font) dictionary(descriptor, unicode ref) []byte {
	first, last := 0, 255
	for first < 255 && t.Unicode[first] == 0 {
		first++
	}
	for last > first && t.Unicode[last] == 0 {
		last--
	}
	widths := []byte{'['}
	for _, w := range t.Widths[first : last+1] {
		widths = strconv.AppendInt(append(widths, ' '), int64(w), 10)
	}
	encoding := ""
	if t.WinAnsi {
		encoding = " /Encoding /WinAnsiEncoding"
	}
	return fmt.Appendf(nil, "<</Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar %d /LastChar %d /Widths %s]%s /FontDescriptor %s /ToUnicode %s>>",
		t.Name, first, last, widths, encoding, descriptor, unicode)
}

// Flags of a font.
const (
	fixed    = 1 << 0
	symbolic = 1 << 2
	latin    = 1 << 5 // nothing but standard Latin characters
	italic   = 1 << 6
)

// description describes a font, and embeds its file.
func (f *file) description(t *Font) []byte {
	stream := f.addStream(fmt.Sprintf("/Length1 %d", t.FileSize), t.File, true)
	flags := symbolic
	if t.WinAnsi {
		flags = latin
	}
	if t.Fixed {
		flags |= fixed
	}
	if t.Slant != 0 {
		flags |= italic
	}
	return fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /Ascent %d /Descent %d /CapHeight %d /ItalicAngle %d /StemV %d /FontFile2 %s>>",
		t.Name, flags, t.Box[0], t.Box[1], t.Box[2], t.Box[3], t.Ascent, t.Descent, t.CapHeight, t.Slant, t.Stem, stream)
}
