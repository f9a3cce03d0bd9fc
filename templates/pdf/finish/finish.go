// Package finish completes what gofpdf wrote: it reads the file into objects,
// puts in small fonts, a structure tree, form fields, links and metadata, and
// writes it anew, compressed, with an identifier that hangs on the content
// alone.
//
// gofpdf's output is regular, which is what Read relies on: pages are objects
// 3, 5, 7 ..., each followed by its content; the last two objects are the
// document's information and its catalog.
package finish

import "fmt"

// A Doc is what is added to a file. All measures are in points from the lower
// left corner of a page; pages are counted from 0.
type Doc struct {
	Title    string
	Language string // BCP 47, such as "en"
	Fonts    []*Font
	Typed    *Font   // what is typed into fields is set in; nil where there are none
	Tree     []Elem  // the first is the document; parents stand before their children
	Marks    [][]int // by page: which element each piece of marked content belongs to
	Links    []Link
	Fields   []Field
}

// A Rect is a rectangle: left, bottom, right, top.
type Rect [4]float64

// An Elem is a part of the document's structure.
type Elem struct {
	Role   Role
	Parent int    // index; -1 for the document
	Alt    string // what is read in place of a figure or a field
	Scope  string // of a table's head: Column or Row
	Labels string // of a list: Decimal or Disc; "" when it has no such labels
	Box    Rect   // of a figure
	Page   int    // on which the element begins
}

// A Role is a standard structure type of PDF.
type Role string

// The roles in use.
const (
	Document Role = "Document"
	H1       Role = "H1"
	H2       Role = "H2"
	H3       Role = "H3"
	P        Role = "P"
	L        Role = "L"
	LI       Role = "LI"
	Lbl      Role = "Lbl"
	LBody    Role = "LBody"
	Table    Role = "Table"
	Caption  Role = "Caption"
	TR       Role = "TR"
	TH       Role = "TH"
	TD       Role = "TD"
	TOC      Role = "TOC"
	TOCI     Role = "TOCI"
	RefRole  Role = "Reference"
	LinkRole Role = "Link"
	Figure   Role = "Figure"
	Code     Role = "Code"
	FormRole Role = "Form"
)

// A Link is a place on a page that leads to another.
type Link struct {
	Page int
	Rect Rect
	Elem int
	Text string // what it says
	To   int    // page
	Top  float64
}

// Finish returns the file with all of d in it. It fails where the file is not
// as gofpdf writes it.
func Finish(raw []byte, d *Doc) ([]byte, error) {
	f, err := read(raw)
	if err != nil {
		return nil, fmt.Errorf("finish: %w", err)
	}
	if err := f.fonts(d.Fonts); err != nil {
		return nil, fmt.Errorf("finish: %w", err)
	}
	a := &annotations{f: f, d: d, onPage: make([][]ref, len(f.pages)), parents: make([]ref, 0, 64), ofElem: map[int][]placedAnnotation{}}
	elems := f.reserve(len(d.Tree))
	a.elems = elems
	a.links()
	form := a.fields()
	root := f.tree(d, a)
	for i := range f.pages {
		f.page(i, a.onPage[i], len(d.Tree) > 0)
	}
	f.catalog(d, root, form)
	return f.write()
}
