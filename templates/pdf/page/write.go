package page

import (
	"bytes"
	"fmt"
	"math"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// sizes of paper.
var (
	a4     = gofpdf.SizeType{Wd: 595.28, Ht: 841.89}
	letter = gofpdf.SizeType{Wd: 612, Ht: 792}
)

// epoch stands in every file, so that equal content is equal bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

var small = Style{Face: Regular, Size: 8, Lead: Grid}

// Bytes returns the document as a PDF file. The same document gives the same
// bytes. It fails with an *Unprintable where a text cannot be printed.
func (d *Doc) Bytes() ([]byte, error) {
	if d.Pages() == 0 {
		d.NewPage()
	}
	title, err := clean(d.o.Title)
	d.fail(err)
	subject, err := clean(d.o.Subject)
	d.fail(err)
	d.margins()
	if d.err != nil {
		return nil, d.err
	}
	size := a4
	if d.o.Paper == "letter" {
		size = letter
	}
	w := newWriter(size, d.used())
	w.pdf.SetTitle(title, true)
	w.pdf.SetSubject(subject, true)
	w.pdf.SetKeywords(d.o.KitID, true)
	for i, s := range d.pages {
		w.pdf.AddPage()
		w.face, w.size = faces, 0
		for _, m := range d.marks {
			if m.sheet == i {
				w.bookmark(m)
			}
		}
		for _, p := range s.placed {
			for _, m := range p.b.marks {
				w.draw(p.x, p.y, m)
			}
		}
	}
	var out bytes.Buffer
	if err := w.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return out.Bytes(), nil
}

// margins puts head and foot on each page.
func (d *Doc) margins() {
	for i, s := range d.pages {
		s.placed = append(s.placed, placed{0, -headUp, ends(s.head[0], s.head[1])})
		if d.o.Foot != nil {
			near, far := d.o.Foot(i+1, len(d.pages))
			s.placed = append(s.placed, placed{0, Height + footDn, ends(near, far)})
		}
		for _, p := range s.placed {
			d.fail(p.b.err)
		}
	}
}

// ends sets text at both ends of a line; the far one is never cut.
func ends(near, far string) (b Block) {
	b.Put(0, 0, Right(Width, far, small))
	room := Width - Label(far, small).W - Grid
	b.Put(0, 0, Fit(room, near, small))
	return b
}

// used tells which faces the document uses.
func (d *Doc) used() (u [faces]bool) {
	for _, s := range d.pages {
		for _, p := range s.placed {
			for _, m := range p.b.marks {
				if m.kind == text {
					u[m.face] = true
				}
			}
		}
	}
	u[Regular] = true
	return u
}

// writer draws marks with gofpdf.
type writer struct {
	pdf  *gofpdf.Fpdf
	top  float64 // of the text block
	face Face    // the current one
	size float64
	line float64 // thickness
	ink  [3]int  // grey of text, lines and fills, 0 to 255
}

func newWriter(size gofpdf.SizeType, used [faces]bool) *writer {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	pdf.SetCatalogSort(true)
	pdf.SetProducer("interviewkit", true)
	for f, m := range loaded() {
		if used[f] { // gofpdf writes into the bytes it is given
			pdf.AddUTF8FontFromBytes(family(Face(f)), "", bytes.Clone(m.file))
		}
	}
	return &writer{pdf: pdf, top: math.Round(letter.Ht-Height)/2 + (size.Ht-letter.Ht)/2, face: faces}
}

func family(f Face) string { return [faces]string{"regular", "bold", "italic", "mono"}[f] }

func (w *writer) bookmark(m bookmark) {
	w.setFace(Regular, 10) // the title's encoding hangs on the current face
	w.pdf.Bookmark(m.title, m.level, max(0, w.top+m.y-Grid))
}

func (w *writer) setFace(f Face, size float64) {
	if w.face != f || w.size != size {
		w.pdf.SetFont(family(f), "", size)
		w.face, w.size = f, size
	}
}

// draw draws a mark of the block at (x, y) of the text block.
func (w *writer) draw(x, y float64, m mark) {
	x, y = left+x+m.x, w.top+y+m.y
	grey := int(math.Round(m.grey * 255))
	switch m.kind {
	case text:
		w.setFace(m.face, m.size)
		if w.ink[0] != grey {
			w.pdf.SetTextColor(grey, grey, grey)
			w.ink[0] = grey
		}
		w.pdf.Text(x, y, m.text)
	case shade:
		w.pdf.SetFillColor(grey, grey, grey)
		w.pdf.Rect(x, y, m.w, m.h, "F")
	case frame, check:
		w.stroke(m.size)
		w.pdf.Rect(x, y, m.w, m.h, "D")
	case rule, write:
		w.stroke(m.size)
		w.pdf.Line(x, y, x+m.w, y+m.h)
	}
}

func (w *writer) stroke(thick float64) {
	if w.line != thick {
		w.pdf.SetLineWidth(thick)
		w.line = thick
	}
}
