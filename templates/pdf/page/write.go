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
	w.pdf.AddPage()
	w.face, w.size, w.fill = "", 0, Color{} // where every page begins
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
	return marked
}

// piece draws marks that are the content of one element, or decoration, and
// adds the element to those that are marked on the page. elems are those of
// the block's nodes.
func (w *writer) piece(t *tree, p *placed, elems []int32, marks []mark, marked []int) []int {
	heading := false
	if node := marks[0].node; node == 0 || p.margin {
		w.pdf.RawWriteStr(decoration(p.margin))
	} else {
		e := int(elems[node-1])
		w.pdf.RawWriteStr("/" + string(t.elems[e].Role) + " <</MCID " + strconv.Itoa(len(marked)) + ">> BDC")
		t.figure(w, e, p, marks[0])
		heading = accented(t.elems[e].Role)
		marked = append(marked, e)
	}
	for _, m := range marks {
		m.accent = (m.accent || heading) && w.accent != nil
		w.draw(p.x, p.y, m)
	}
	w.pdf.RawWriteStr("EMC")
	return marked
}

// decoration begins what is not read.
func decoration(margin bool) string {
	if margin {
		return "/Artifact <</Type /Pagination>> BDC"
	}
	return "/Artifact BMC"
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

// writer draws marks with gofpdf.
type writer struct {
	pdf  *gofpdf.Fpdf
	abc  *alphabets
	high float64 // of the page
	zoom float64 // by which everything is larger than laid out
	left float64 // of the text block, on the page
	top  float64
	face string // the current font
	size float64
	thin float64 // thickness of lines
	ink  Color   // of text
	fill Color   // of tints
	pen  Color   // of lines
	raw  []byte  // an operator in the making

	logo   []byte
	accent *Color
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
			pdf.AddFontFromBytes(a.family, "", a.definition(), nil)
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
	return [allFaces]string{"regular", "bold", "italic", "mono", "beyond", "beyondmono"}[f]
}

// bookmark makes an entry of the outline; its title is written as UTF-16.
func (w *writer) bookmark(m *Bookmark) {
	w.pdf.Bookmark(string(finish.UTF16(m.Title)), m.Level, w.over(m))
}

// over returns the place a little above a bookmark, from the top of the page.
func (w *writer) over(m *Bookmark) float64 { return max(0, w.top+w.zoom*m.y-Grid) }

func (w *writer) setFont(family string, size float64) {
	if w.face != family || w.size != size {
		w.pdf.SetFont(family, "", size)
		w.face, w.size = family, size
	}
}

// draw draws a mark of the block at (x, y) of the text block.
func (w *writer) draw(x, y float64, m mark) {
	x, y = w.left+w.zoom*(x+m.x), w.top+w.zoom*(y+m.y)
	m.w, m.h, m.size = w.zoom*m.w, w.zoom*m.h, w.zoom*m.size
	switch m.kind {
	case text:
		w.ink = w.color(m)
		w.text(x, y, m)
	case shade:
		w.tint(w.color(m))
		w.rectangle(x, y, m, "f")
	case frame, check:
		w.stroke(m.size)
		w.draws(w.color(m))
		w.rectangle(x, y, m, "S")
	case picture:
		w.picture(x, y, m)
	case rule, write:
		w.stroke(m.size)
		w.draws(w.color(m))
		b := w.point(w.raw[:0], x, y)
		b = w.point(append(b, " m "...), x+m.w, y+m.h)
		w.out(append(b, " l S"...))
	}
}

// gofpdf formats its operators by fmt, which takes more time than all else that
// drawing does: the commonest are written here, as it would.

func (w *writer) out(b []byte) {
	w.raw = b
	w.pdf.RawWriteStr(string(b))
}

// point writes a place of the page, given from its top.
func (w *writer) point(b []byte, x, y float64) []byte {
	b = strconv.AppendFloat(b, x, 'f', 2, 64)
	return strconv.AppendFloat(append(b, ' '), w.high-y, 'f', 2, 64)
}

func (w *writer) rectangle(x, y float64, m mark, paint string) {
	b := w.point(w.raw[:0], x, y)
	b = strconv.AppendFloat(append(b, ' '), m.w, 'f', 2, 64)
	b = strconv.AppendFloat(append(b, ' '), -m.h, 'f', 2, 64)
	w.out(append(append(b, " re "...), paint...))
}

// line sets bytes of the current font.
func (w *writer) line(x, y float64, codes string) {
	b := w.raw[:0]
	if w.ink != w.fill {
		b = append(w.ink.append(append(b, "q "...)), ' ')
	}
	b = w.point(append(b, "BT "...), x, y)
	b = append(b, " Td ("...)
	for i := range len(codes) {
		switch c := codes[i]; c {
		case '\\', '(', ')':
			b = append(b, '\\', c)
		default:
			b = append(b, c)
		}
	}
	b = append(b, ") Tj ET"...)
	if w.ink != w.fill {
		b = append(b, " Q"...)
	}
	w.out(b)
}

// append writes the operator that fills and sets text in the colour.
func (c Color) append(b []byte) []byte {
	if c[0] == c[1] && c[1] == c[2] {
		return append(strconv.AppendFloat(b, float64(c[0])/255, 'f', 3, 64), " g"...)
	}
	for _, part := range c {
		b = append(strconv.AppendFloat(b, float64(part)/255, 'f', 3, 64), ' ')
	}
	return append(b, "rg"...)
}

// text sets a line, changing fonts where one does not know all of it.
func (w *writer) text(x, y float64, m mark) {
	for rest := m.text; rest != ""; {
		a, codes, after := w.abc.set(m.face, rest)
		if codes == "" {
			return
		}
		w.setFont(a.family, m.size)
		w.line(x, y, codes)
		for i := range len(codes) {
			x += float64(a.font.Widths[codes[i]]) * m.size / 1000
		}
		rest = after
	}
}

// color is what a mark is drawn in.
func (w *writer) color(m mark) Color {
	if m.accent {
		return *w.accent
	}
	grey := uint8(math.Round(m.grey * 255))
	return Color{grey, grey, grey}
}

// draws sets the colour of lines.
func (w *writer) draws(pen Color) {
	if w.pen != pen {
		w.pdf.SetDrawColor(int(pen[0]), int(pen[1]), int(pen[2]))
		w.pen = pen
	}
}

// tint sets the colour of tints.
func (w *writer) tint(fill Color) {
	if w.fill != fill {
		w.out(fill.append(w.raw[:0]))
		w.fill = fill
	}
}

func (w *writer) stroke(thick float64) {
	if w.thin != thick {
		w.pdf.SetLineWidth(thick)
		w.thin = thick
	}
}
