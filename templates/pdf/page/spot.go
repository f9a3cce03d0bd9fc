package page

import "interviewkit/templates/pdf/finish"

// A Field is what can be filled in on screen at a place: see finish.Field.
type Field struct {
	Kind  finish.FieldKind
	Name  string
	Tip   string
	Value string
	Said  string
}

// link leads to a bookmark of the document.
type link struct {
	to   *Bookmark
	text string
}

// Fill makes a rectangle of b a field, in a document that has fields. A field
// without a name is none.
func (b *Block) Fill(x, y, w, h float64, f Field) {
	if f.Name == "" {
		return
	}
	b.nodes = append(b.nodes, node{role: finish.FormRole, parent: -1, alt: f.spoken()})
	b.spots = append(b.spots, spot{x: x, y: y, w: w, h: h, node: int32(len(b.nodes)), field: &f})
}

// Check draws a box to tick at (x, y) that is a field as well.
func (b *Block) Check(x, y float64, f Field) {
	b.Tick(x, y)
	b.Fill(x, y, box, box, f)
}

func (f *Field) spoken() string {
	if f.Said != "" {
		return f.Said
	}
	return f.Tip
}

// To makes a block a link to a bookmark of the document.
func (b Block) To(m *Bookmark, text string) Block {
	b = b.As(finish.LinkRole)
	b.spots = append(b.spots[:len(b.spots):len(b.spots)], spot{w: b.W, h: b.H, node: int32(len(b.nodes)), link: &link{m, text}})
	return b
}

// annotations returns the links and fields of the document, in points from the
// lower left corner.
func (d *Doc) annotations(w *writer, t *tree) (links []finish.Link, fields []finish.Field) {
	for i, s := range d.pages {
		for j, p := range s.placed {
			for _, spot := range p.b.spots {
				elem := int(t.of[i][j][spot.node-1])
				r := w.rect(p.x+spot.x, p.y+spot.y, spot.w, spot.h)
				switch {
				case spot.link != nil:
					to := spot.link.to
					links = append(links, finish.Link{Page: i, Rect: r, Elem: elem, Text: spot.link.text, To: to.sheet, Top: w.high - w.over(to)})
				case d.fill:
					f := spot.field
					fields = append(fields, finish.Field{Kind: f.Kind, Name: f.Name, Tip: f.Tip, Value: f.Value, Said: f.Said, Page: i, Rect: r, Elem: elem})
				}
			}
		}
	}
	return links, fields
}
