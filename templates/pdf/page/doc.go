// Package page sets text on paper: a grid of 12 pt, four faces, paragraphs,
// boxes, lines to write on, and pages that are filled from top to bottom.
//
// Everything is laid out first, as plain data: a Block is a rectangle of marks
// (text, rules, tints, boxes), an Item is a block in the flow of pages, a Doc
// is pages of blocks. Only Bytes turns marks into PDF, so that what writes the
// file can be exchanged without touching a layout. All measures are in points
// (1/72 inch), from the upper left corner downwards, unless said otherwise.
package page

import "interviewkit/internal/sfnt"

// The grid, and the block of text on it. The block is the same on A4 and on
// Letter, 170 by 241 mm, and so is every line and page break.
const (
	MM     = 72 / 25.4    // a millimetre
	Grid   = 12.0         // the unit of height, 4.233 mm
	Width  = 170 * MM     // of the text block
	Height = 57 * Grid    // of the text block, head and foot of the page apart
	left   = 22 * MM      // margin, for holes
	headUp = 20.0         // from the top of the head's line to the text block
	footDn = 9.0          // from the text block to the top of the foot's line
	BoxSet = 24.0         // least distance of check boxes, 8.47 mm
	Line   = 2 * Grid     // distance of lines to write on, 8.47 mm
	Hair   = 0.5          // a rule
	box    = Grid         // side of a check box, 4.233 mm
	slack  = 0.001 * Grid // rounding
)

// In large print the block is laid out as wide as ever, on paper laid crosswise,
// and printed larger: body text of 10 pt comes out in 14 pt.
const (
	largeZoom   = 1.4
	largeHeight = 27 * Grid
)

// Options is what a document is besides its pages.
type Options struct {
	Paper    string // "letter", else A4
	Large    bool   // large print
	Title    string
	Subject  string
	KitID    string
	Language string     // BCP 47, such as "en"
	Fill     bool       // has fields to fill in on screen
	Logo     []byte     // PNG of eight bits, without transparency
	Accent   *Color     // of headings and their rules; nil: black
	Beyond   *sfnt.Font // has characters that our faces lack; nil: nothing has
	// Foot returns the two ends of the foot of page n of m.
	Foot func(n, m int) (near, far string)
}

// A Doc is a document in the making.
type Doc struct {
	o       Options
	head    [2]string
	foot    foot
	pages   []*sheet
	y       float64 // from the top of the text block
	fresh   bool    // nothing has been put on the last page
	marks   []*Bookmark
	waiting []Item // for what they are to be kept with
	fill    bool   // has fields
	err     error
}

type sheet struct {
	head   [2]string
	foot   foot
	placed []placed
}

type placed struct {
	x, y   float64 // of the block, from the corner of the text block
	b      Block
	margin bool // head or foot of the page
}

// A Bookmark is an entry of the outline, and the place that it leads to.
type Bookmark struct {
	Title string
	Level int
	sheet int // index
	y     float64
}

// Page returns on which page the bookmark is, from 1.
func (m *Bookmark) Page() int { return m.sheet + 1 }

// New returns a document without pages.
func New(o Options) *Doc { return &Doc{o: o} }

// Fillable makes the document a form: its fields can be filled in on screen.
func (d *Doc) Fillable() { d.fill = true }

// Head sets the two ends of the head of the pages begun from now on.
func (d *Doc) Head(near, far string) { d.head = [2]string{near, far} }

// NewPage begins a page, unless the last one is still empty.
func (d *Doc) NewPage() {
	d.flush()
	if len(d.pages) > 0 && d.fresh {
		last := d.pages[len(d.pages)-1]
		last.head, last.foot = d.head, d.foot
		return
	}
	d.pages = append(d.pages, &sheet{head: d.head, foot: d.foot})
	d.y, d.fresh = 0, true
}

// Height returns the height of the text block.
func (d *Doc) Height() float64 {
	if d.o.Large {
		return largeHeight
	}
	return Height
}

// Same returns a document without pages, of the same shape.
func (d *Doc) Same() *Doc { return New(Options{Large: d.o.Large, Beyond: d.o.Beyond}) }

// left returns how much of the page's height is left.
func (d *Doc) left() float64 { return d.Height() - d.y }

// Pages returns how many pages there are so far.
func (d *Doc) Pages() int {
	d.flush()
	return len(d.pages)
}

// Mark makes an entry of the outline, 0 being the outermost level, that
// leads to where the next item will stand, on a page begun if need be.
func (d *Doc) Mark(level int, title string) {
	d.flush()
	if len(d.pages) == 0 {
		d.NewPage()
	}
	if len(d.marks) == 0 {
		level = 0 // a first bookmark further in makes a malformed outline
	}
	title, err := clean(title, d.o.Beyond)
	d.fail(err)
	d.marks = append(d.marks, &Bookmark{title, level, len(d.pages) - 1, d.y})
}

func (d *Doc) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// put places a block at the left edge, dy below what is there, and moves on.
func (d *Doc) put(b Block, dy float64) {
	if d.fresh {
		dy = 0
	}
	d.fail(b.err)
	page := d.pages[len(d.pages)-1]
	page.placed = append(page.placed, placed{0, d.y + dy, b, false})
	d.y, d.fresh = d.y+dy+b.H, false
}
