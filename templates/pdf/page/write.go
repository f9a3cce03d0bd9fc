package page

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"interviewkit/templates/pdf/finish"
)

// sizes of paper.
var (
	a4     = gofpdf.SizeType{Wd: 595.28, Ht: 841.89}
	letter = gofpdf.SizeType{Wd: 612, Ht: 792}
)

// epoch stands in every file, so that equal content is equal bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// noWidths stands for the widths of a font's 256 characters, which gofpdf is
// never asked for.
var noWidths = "[" + strings.Repeat("0,", 255) + "0]"

// small is the style of head and foot.
func (d *Doc) small() Style { return Style{Face: Regular, Size: 8, Lead: Grid, Beyond: d.o.Beyond} }

// Bytes returns the document as a PDF file. The same document gives the same
// bytes. It fails with an *Unprintable where a text cannot be printed.
func (d *Doc) Bytes() ([]byte, error) {
	if d.Pages() == 0 {
		d.NewPage()
	}
	title, err := clean(d.o.Title, d.o.Beyond)
	d.fail(err)
	subject, err := clean(d.o.Subject, d.o.Beyond)
	d.fail(err)
	d.margins()
	if d.err != nil {
		return nil, d.err
	}
	t := d.structure()
	w := newWriter(d.size(), d.zoom(), d.Height(), alphabetsFor(d.used(), d.o.Beyond))
	w.logo, w.accent = d.o.Logo, d.o.Accent
	w.pdf.SetTitle(title, true)
	w.pdf.SetSubject(subject, true)
	w.pdf.SetKeywords(d.o.KitID, true)
	finished := &finish.Doc{Title: title, Language: d.o.Language, Fonts: w.fonts(), Tree: t.elems}
	for i := range d.pages {
		finished.Marks = append(finished.Marks, d.page(w, t, i))
	}
	finished.Links, finished.Fields = d.annotations(w, t)
	if len(finished.Fields) > 0 {
		finished.Typed = typed()
	}
	var raw bytes.Buffer
	raw.Grow(8000 * len(d.pages))
	if err := w.pdf.Output(&raw); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return finish.Finish(raw.Bytes(), finished)
}

// page draws a page, and returns the elements that its pieces of marked
// content belong to.
func (d *Doc) page(w *writer, t *tree, at int) (marked []int) {
	w.newPage()
	for _, m := range d.marks {
		if m.sheet == at {
			w.bookmark(m)
		}
	}
	for j := range d.pages[at].placed {
		p := &d.pages[at].placed[j]
		for marks := p.b.marks; len(marks) > 0; {
			piece := 1 // marks of the same element, one behind the other
			for piece < len(marks) && (p.margin || marks[piece].node == marks[0].node) {
				piece++
			}
			marked = w.piece(t, p, t.of[at][j], marks[:piece], marked)
			marks = marks[piece:]
		}
	}
	w.flush()
	return marked
}

// piece draws marks that are the content of one element, or decoration, and
// adds the element to those that are marked on the page. elems are those of
// the block's nodes.
func (w *writer) piece(t *tree, p *placed, elems []int32, marks []mark, marked []int) []int {
	heading := false
	if node := marks[0].node; node == 0 || p.margin {
		w.raw = append(w.raw, decoration(p.margin)...)
	} else {
		e := int(elems[node-1])
		w.raw = append(append(append(w.raw, '/'), t.elems[e].Role...), " <</MCID "...)
		w.raw = append(strconv.AppendInt(w.raw, int64(len(marked)), 10), ">> BDC\n"...)
		t.figure(w, e, p, marks[0])
		heading = accented(t.elems[e].Role)
		marked = append(marked, e)
	}
	for _, m := range marks {
		m.accent = (m.accent || heading) && w.accent != nil
		w.draw(p.x, p.y, m)
	}
	w.raw = append(w.raw, "EMC\n"...)
	return marked
}

// decoration begins what is not read.
func decoration(margin bool) string {
	if margin {
		return "/Artifact <</Type /Pagination>> BDC\n"
	}
	return "/Artifact BMC\n"
}

// figure says how large a picture is: the logo, or a drawing that is a block of
// its own.
func (t *tree) figure(w *writer, elem int, p *placed, m mark) {
	e := &t.elems[elem]
	switch {
	case e.Role != finish.Figure || e.Box != (finish.Rect{}):
	case m.kind == picture:
		e.Box = w.rect(p.x+m.x, p.y+m.y, m.w, m.h)
	default:
		e.Box = w.rect(p.x, p.y, p.b.W, p.b.H)
	}
}

func (d *Doc) size() gofpdf.SizeType {
	size := a4
	if d.o.Paper == "letter" {
		size = letter
	}
	if d.o.Large {
		size.Wd, size.Ht = size.Ht, size.Wd
	}
	return size
}

func (d *Doc) zoom() float64 {
	if d.o.Large {
		return largeZoom
	}
	return 1
}

// margins puts head and foot on each page.
func (d *Doc) margins() {
	for i, s := range d.pages {
		s.placed = append(s.placed, placed{0, -headUp, pair(s.head[0], s.head[1], d.small()), true})
		if d.o.Foot != nil {
			near, far := d.o.Foot(i+1, len(d.pages))
			_, room := d.o.Foot(len(d.pages), len(d.pages))
			b := s.foot.lines(near, far, room, d.small())
			s.placed = append(s.placed, placed{0, d.Height() + footDn + Grid - b.H, b, true})
		}
		for _, p := range s.placed {
			d.fail(p.b.err)
		}
	}
}

// pair sets text at both ends of a line; the far one is cut last.
func pair(near, far string, s Style) (b Block) {
	end := Fit(0.75*Width, far, s)
	b.Put(Width-end.W, 0, end)
	b.Put(0, 0, Fit(Width-end.W-Grid, near, s))
	return b
}

// used tells which characters of each face the document uses.
func (d *Doc) used() *[allFaces]map[rune]bool {
	u := new([allFaces]map[rune]bool)
	for _, s := range d.pages {
		for _, p := range s.placed {
			for _, m := range p.b.marks {
				if m.kind != text {
					continue
				}
				if u[m.face] == nil {
					u[m.face] = map[rune]bool{}
				}
				for _, r := range m.text {
					if r > '~' {
						u[m.face][r] = true
					}
				}
				if m.face < faces {
					u[m.face][' '] = true
				}
			}
		}
	}
	return u
}

// writer draws marks. gofpdf makes the file of them, with its pages, fonts and
// pictures; the operators of a page are written here, since gofpdf formats each
// by fmt, which takes more time than all else that drawing does.
type writer struct {
	pdf  *gofpdf.Fpdf
	abc  *alphabets
	high float64 // of the page
	zoom float64 // by which everything is larger than laid out
	left float64 // of the text block, on the page
	top  float64

	raw  []byte // operators of the page so far
	font *finish.Font
	size float64
	thin float64 // thickness of lines; negative: unknown
	fill Color   // of text and tints
	pen  Color   // of lines

	logo   []byte
	accent *Color
}

// newPage begins a page, in the state in which each begins.
func (w *writer) newPage() {
	w.pdf.AddPage()
	w.font, w.size, w.thin, w.fill, w.pen = nil, 0, -1, Color{}, Color{}
}

// flush hands the operators so far to gofpdf.
func (w *writer) flush() {
	if len(w.raw) > 0 {
		w.pdf.RawWriteStr(string(w.raw[:len(w.raw)-1])) // which ends with a line end of its own
		w.raw = w.raw[:0]
	}
}

func newWriter(size gofpdf.SizeType, zoom, height float64, abc *alphabets) *writer {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCompression(false) // finish compresses, all at once
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	pdf.SetCatalogSort(true)
	pdf.SetProducer("interviewkit", true)
	for _, list := range abc {
		for _, a := range list {
			pdf.AddFontFromBytes(a.font.Key, "", a.definition(), nil)
		}
	}
	w := &writer{pdf: pdf, abc: abc, high: size.Ht, zoom: zoom, left: left, top: math.Round(letter.Ht-Height)/2 + (size.Ht-letter.Ht)/2}
	if zoom != 1 {
		w.left, w.top = (size.Wd-zoom*Width)/2, (size.Ht-zoom*height)/2
	}
	return w
}

// definition is what gofpdf must know of a font: nothing but its name, since
// the font is put in afterwards.
func (a *alphabet) definition() []byte {
	return []byte(`{"Tp":"TrueType","Name":"` + a.font.Name + `","Cw":` + noWidths + `}`)
}

// fonts returns the fonts of the document.
func (w *writer) fonts() (list []*finish.Font) {
	for _, abc := range w.abc {
		for _, a := range abc {
			list = append(list, a.font)
		}
	}
	return list
}

// rect returns where a rectangle of the text block is on the page.
func (w *writer) rect(x, y, wide, high float64) finish.Rect {
	x, y = w.left+w.zoom*x, w.high-w.top-w.zoom*y
	return finish.Rect{x, y - w.zoom*high, x + w.zoom*wide, y}
}

func family(f Face) string {
	return [allFaces]string{"r", "b", "i", "m", "n", "c"}[f]
}

// bookmark makes an entry of the outline; its title is written as UTF-16.
func (w *writer) bookmark(m *Bookmark) {
	w.pdf.Bookmark(string(finish.UTF16(m.Title)), m.Level, w.over(m))
}

// over returns the place a little above a bookmark, from the top of the page.
func (w *writer) over(m *Bookmark) float64 { return max(0, w.top+w.zoom*m.y-Grid) }

// draw draws a mark of the block at (x, y) of the text block.
func (w *writer) draw(x, y float64, m mark) {
	x, y = w.left+w.zoom*(x+m.x), w.top+w.zoom*(y+m.y)
	m.w, m.h, m.size = w.zoom*m.w, w.zoom*m.h, w.zoom*m.size
	switch m.kind {
	case text:
		w.fills(w.color(m))
		w.text(x, y, m)
	case shade:
		w.fills(w.color(m))
		w.rectangle(x, y, m, 'f')
	case frame, check:
		w.strokes(m.size, w.color(m))
		w.rectangle(x, y, m, 'S')
	case picture:
		w.flush()
		w.picture(x, y, m)
	case rule, write:
		w.strokes(m.size, w.color(m))
		w.point(x, y)
		w.raw = append(w.raw, " m "...)
		w.point(x+m.w, y+m.h)
		w.raw = append(w.raw, " l S\n"...)
	}
}

// point writes a place of the page, given from its top.
func (w *writer) point(x, y float64) {
	w.raw = finish.Decimal(append(finish.Decimal(w.raw, x), ' '), w.high-y)
}

func (w *writer) rectangle(x, y float64, m mark, paint byte) {
	w.point(x, y)
	w.raw = finish.Decimal(append(w.raw, ' '), m.w)
	w.raw = finish.Decimal(append(w.raw, ' '), -m.h)
	w.raw = append(append(w.raw, " re "...), paint, '\n')
}

// text sets a line, changing fonts where one does not know all of it.
func (w *writer) text(x, y float64, m mark) {
	for rest := m.text; rest != ""; {
		a, codes, after := w.abc.set(m.face, rest)
		if codes == "" {
			return
		}
		w.show(x, y, a.font, m.size, codes)
		for i := range len(codes) {
			x += float64(a.font.Widths[codes[i]]) * m.size / 1000
		}
		rest = after
	}
}

// show sets bytes of a font.
func (w *writer) show(x, y float64, font *finish.Font, size float64, codes string) {
	w.raw = append(w.raw, "BT "...)
	if w.font != font || w.size != size {
		w.font, w.size = font, size
		w.raw = append(append(append(w.raw, '/'), font.Key...), ' ')
		w.raw = append(finish.Decimal(w.raw, size), " Tf "...)
	}
	w.point(x, y)
	w.raw = append(w.raw, " Td ("...)
	for i := range len(codes) {
		switch c := codes[i]; c {
		case '\\', '(', ')':
			w.raw = append(w.raw, '\\', c)
		default:
			w.raw = append(w.raw, c)
		}
	}
	w.raw = append(w.raw, ") Tj ET\n"...)
}

// color is what a mark is drawn in.
func (w *writer) color(m mark) Color {
	if m.accent {
		return *w.accent
	}
	grey := uint8(math.Round(m.grey * 255))
	return Color{grey, grey, grey}
}

// fills sets the colour of text and tints.
func (w *writer) fills(c Color) {
	if w.fill != c {
		w.fill = c
		w.raw = c.append(w.raw, "g", "rg")
	}
}

// strokes sets thickness and colour of lines.
func (w *writer) strokes(thick float64, c Color) {
	if w.thin != thick {
		w.thin = thick
		w.raw = append(finish.Decimal(w.raw, thick), " w\n"...)
	}
	if w.pen != c {
		w.pen = c
		w.raw = c.append(w.raw, "G", "RG")
	}
}

// append writes the operator that sets a colour: grey for a shade of it, else
// full.
func (c Color) append(b []byte, grey, full string) []byte {
	parts := c[:]
	if c[0] == c[1] && c[1] == c[2] {
		parts, full = c[:1], grey
	}
	for _, part := range parts {
		b = append(strconv.AppendFloat(b, math.Round(float64(part)/255*1000)/1000, 'f', -1, 64), ' ')
	}
	return append(append(b, full...), '\n')
}
