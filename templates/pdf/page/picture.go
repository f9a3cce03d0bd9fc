package page

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"

	"interviewkit/templates/pdf/finish"
)

// A Color is a colour on the screen: red, green and blue.
type Color [3]uint8

// Logo is the document's logo, w wide and h high; alt is read in its place.
func Logo(w, h float64, alt string) (b Block) {
	b.marks = []mark{{kind: picture, w: w, h: h, node: 1}}
	b.nodes = []node{{role: finish.Figure, parent: -1, alt: alt}}
	b.W, b.H = w, h
	return b
}

// HeadRule draws the rule above a heading, in the accent colour where there is
// one.
func (b *Block) HeadRule(x, y, w float64) {
	b.marks = append(b.marks, mark{kind: rule, x: x, y: y, w: w, size: Hair, accent: true})
}

// accented reports whether elements of a role are set in the accent colour.
func accented(role finish.Role) bool { return role == finish.H1 || role == finish.H2 }

// picture draws the logo, which is put into the file once.
func (w *writer) picture(x, y float64, m mark) {
	const name = "logo"
	w.pdf.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(w.logo))
	w.pdf.ImageOptions(name, x, y, m.w, m.h, false, gofpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}
