package page

import "slices"

// A Block is a rectangle of marks. Its zero value is empty. Blocks are built by
// putting blocks into blocks; a block that has been put somewhere is not
// changed any more.
type Block struct {
	W, H  float64
	marks []mark
	nodes []node // what the marks are; see structure.go
	spots []spot // fields and links
	err   error  // of the first text in it that cannot be printed
}

type kind uint8

const (
	text    kind = iota // baseline at y
	rule                // from (x, y), w to the right or h down
	shade               // a filled rectangle
	frame               // an outlined rectangle
	check               // a box to tick
	write               // a line to write on
	picture             // the logo
)

// A mark is one thing drawn. Grey is 0 for black up to 1 for white.
type mark struct {
	kind       kind
	face       Face
	size       float64 // of text; of lines, their thickness
	x, y, w, h float64
	grey       float64
	text       string
	node       int32 // index in the block's nodes, from 1; 0: decoration
	accent     bool  // in the accent colour, not grey
}

// extent returns the top and bottom of what a mark takes up.
func (m mark) extent() (top, bottom float64) {
	switch m.kind {
	case text:
		return m.y - m.size*0.8, m.y + m.size*0.25
	case write:
		return m.y - Line + slack, m.y
	}
	return m.y, m.y + m.h
}

// Put places c into b at (x, y); b grows to hold it.
func (b *Block) Put(x, y float64, c Block) {
	shift := int32(len(b.nodes))
	b.marks = slices.Grow(b.marks, len(c.marks))
	for _, m := range c.marks {
		m.x += x
		m.y += y
		if m.node > 0 {
			m.node += shift
		}
		b.marks = append(b.marks, m)
	}
	b.putNodes(x, y, shift, c)
	if b.err == nil {
		b.err = c.err
	}
	b.W, b.H = max(b.W, x+c.W), max(b.H, y+c.H)
}

// Rule draws a horizontal line of a hair's thickness.
func (b *Block) Rule(x, y, w float64) {
	b.marks = append(b.marks, mark{kind: rule, x: x, y: y, w: w, size: Hair})
}

// Stem draws a vertical line of a hair's thickness.
func (b *Block) Stem(x, y, h float64) {
	b.marks = append(b.marks, mark{kind: rule, x: x, y: y, h: h, size: Hair})
}

// Tint fills a rectangle with black of percent, at most 10.
func (b *Block) Tint(x, y, w, h, percent float64) {
	b.marks = append(b.marks, mark{kind: shade, x: x, y: y, w: w, h: h, grey: 1 - min(percent, 10)/100})
}

// Frame outlines a rectangle.
func (b *Block) Frame(x, y, w, h float64) {
	b.marks = append(b.marks, mark{kind: frame, x: x, y: y, w: w, h: h, size: Hair})
}

// Tick draws a box to tick, 4.233 mm wide and high, at (x, y).
func (b *Block) Tick(x, y float64) {
	b.marks = append(b.marks, mark{kind: check, x: x, y: y, w: box, h: box, size: Hair})
	b.W, b.H = max(b.W, x+box), max(b.H, y+box)
}

// Write draws a line to write on, whose rule is at y.
func (b *Block) Write(x, y, w float64) {
	b.marks = append(b.marks, mark{kind: write, x: x, y: y, w: w, size: Hair})
	b.W, b.H = max(b.W, x+w), max(b.H, y+Hair)
}

// Lines returns n lines to write on, 8.47 mm apart.
func Lines(w float64, n int) (b Block) {
	for i := range n {
		b.Write(0, float64(i+1)*Line-2*Hair, w)
	}
	b.W, b.H = w, float64(n)*Line
	return b
}

// Stack puts blocks below each other, gap apart.
func Stack(gap float64, blocks ...Block) (b Block) {
	for i, c := range blocks {
		if i > 0 {
			b.H += gap
		}
		b.Put(0, b.H, c)
	}
	return b
}

// Indent moves a block to the right.
func Indent(x float64, c Block) (b Block) {
	b.Put(x, 0, c)
	return b
}

// Beside puts blocks next to each other, each at its x, tops aligned.
func Beside(x []float64, blocks ...Block) (b Block) {
	for i, c := range blocks {
		b.Put(x[i], 0, c)
	}
	return b
}

// Pad puts space above and below a block.
func Pad(above, below float64, c Block) (b Block) {
	b.Put(0, above, c)
	b.H += below
	return b
}
