package page

import (
	"slices"
	"strings"

	"interviewkit/templates/pdf/finish"
)

// What is on a page is said twice: as marks for the eye, and as a tree of
// headings, paragraphs, lists and tables for those who listen. A block knows
// its part of that tree: marks name the node that they are the content of, and
// marks that name none are decoration. Nodes are read in the order in which
// blocks were put.

// node is an element of a block.
type node struct {
	role   finish.Role
	parent int32 // index in the block's nodes; -1: none
	alt    string
	scope  string
}

// spot is a place on a block that is a field, or leads somewhere.
type spot struct {
	x, y, w, h float64
	node       int32 // as of a mark
	field      *Field
	link       *link
}

// putNodes takes over the nodes and spots of a block that is put at (x, y).
func (b *Block) putNodes(x, y float64, shift int32, c Block) {
	for _, n := range c.nodes {
		if n.parent >= 0 {
			n.parent += shift
		}
		b.nodes = append(b.nodes, n)
	}
	for _, s := range c.spots {
		s.x += x
		s.y += y
		if s.node > 0 {
			s.node += shift
		}
		b.spots = append(b.spots, s)
	}
}

// As says what a block is: a heading, an item of a list, a row. A single
// paragraph becomes it; of anything else, it becomes the whole.
func (b Block) As(role finish.Role) Block {
	return b.as(node{role: role, parent: -1})
}

// AsHead makes a block the head of a column, or of a row, of a table.
func (b Block) AsHead(scope string) Block {
	return b.as(node{role: finish.TH, parent: -1, scope: scope})
}

func (b Block) as(n node) Block {
	b.nodes = slices.Clone(b.nodes)
	if cell := n.role == finish.TD || n.role == finish.TH || n.role == finish.LI || n.role == finish.TR; !cell && len(b.nodes) == 1 && b.nodes[0].role == finish.P {
		b.nodes[0] = n
		return b
	}
	for i := range b.nodes {
		if b.nodes[i].parent < 0 {
			b.nodes[i].parent = int32(len(b.nodes))
		}
	}
	b.nodes = append(b.nodes, n)
	return b
}

// Figure makes a block a picture, for which alt is read.
func (b Block) Figure(alt string) Block {
	b.marks = slices.Clone(b.marks)
	for i := range b.marks {
		b.marks[i].node = 1
	}
	b.nodes = []node{{role: finish.Figure, parent: -1, alt: alt}}
	return b
}

// Silent makes a block decoration: it is not read.
func (b Block) Silent() Block {
	b.marks = slices.Clone(b.marks)
	for i := range b.marks {
		b.marks[i].node = 0
	}
	b.nodes, b.spots = nil, nil
	return b
}

// joint is the element that adjacent elements of a role are children of.
func joint(role finish.Role) finish.Role {
	switch role {
	case finish.LI:
		return finish.L
	case finish.TR:
		return finish.Table
	case finish.TOCI:
		return finish.TOC
	}
	return ""
}

// tree is the structure of a document being put together.
type tree struct {
	elems []finish.Elem
	of    [][][]int32 // by sheet, placed block and node: the element
	fill  bool        // there are fields
}

// structure returns the tree of all pages.
func (d *Doc) structure() *tree {
	t := &tree{elems: []finish.Elem{{Role: finish.Document, Parent: -1}}, of: make([][][]int32, len(d.pages)), fill: d.fill}
	open := 0 // the joint that the next element may join
	for i, s := range d.pages {
		t.of[i] = make([][]int32, len(s.placed))
		for j := range s.placed {
			open = t.block(i, j, &s.placed[j], open)
		}
	}
	return t
}

// block adds the elements of a placed block, and returns the joint that stays
// open behind it.
func (t *tree) block(sheet, at int, p *placed, open int) int {
	nodes := p.b.nodes
	if len(nodes) == 0 || p.margin {
		return open
	}
	of := make([]int32, len(nodes))
	t.of[sheet][at] = of
	full := t.filled(&p.b)
	kids := make([][]int32, len(nodes)+1) // the last: those without a parent
	for i, n := range nodes {
		if full[i] {
			parent := int(n.parent)
			if parent < 0 {
				parent = len(nodes)
			}
			kids[parent] = append(kids[parent], int32(i))
		}
	}
	var add func(i int32, parent int)
	siblings := func(list []int32, parent, open int) int {
		for _, i := range list {
			want := joint(nodes[i].role)
			labels := p.b.labels(kids[i])
			under := parent
			switch {
			case want == "":
				open = 0
				under = t.wrap(nodes[i].role, parent, sheet)
			case open == 0 || t.elems[open].Role != want || t.elems[open].Labels != labels || startsTable(nodes, kids, i):
				t.elems = append(t.elems, finish.Elem{Role: want, Parent: parent, Page: sheet, Labels: labels})
				open = len(t.elems) - 1
			}
			if want != "" {
				under = open
			}
			add(i, under)
		}
		return open
	}
	add = func(i int32, parent int) {
		n := &nodes[i]
		e := finish.Elem{Role: n.role, Parent: parent, Alt: n.alt, Scope: n.scope, Page: sheet}
		t.elems = append(t.elems, e)
		of[i] = int32(len(t.elems) - 1)
		siblings(kids[i], len(t.elems)-1, 0)
	}
	return siblings(kids[len(nodes)], 0, open)
}

// wrap returns what an element of a role is to be put under: its parent, or,
// since links stand within a line of text, an element made for it.
func (t *tree) wrap(role finish.Role, parent, sheet int) int {
	if role != finish.LinkRole {
		return parent
	}
	around := finish.P
	switch t.elems[parent].Role {
	case finish.TOCI:
		around = finish.RefRole
	case finish.Document, finish.TD, finish.TH, finish.LBody:
	default:
		return parent
	}
	t.elems = append(t.elems, finish.Elem{Role: around, Parent: parent, Page: sheet})
	return len(t.elems) - 1
}

// labels tells how a list is numbered by the parts of an item of it: "" for
// what is no such item, or has no number and no bullet.
func (b *Block) labels(parts []int32) string {
	if len(parts) == 0 || b.nodes[parts[0]].role != finish.Lbl {
		return ""
	}
	at := slices.IndexFunc(b.marks, func(m mark) bool { return m.node == parts[0]+1 })
	if at < 0 {
		return ""
	}
	label := b.marks[at].text
	if label == "•" {
		return "Disc"
	}
	if n := strings.TrimSuffix(label, "."); n != "" && strings.Trim(n, "0123456789") == "" {
		return "Decimal"
	}
	return ""
}

// startsTable reports whether a row is the head of a new table: all its cells
// are heads.
func startsTable(nodes []node, kids [][]int32, row int32) bool {
	if nodes[row].role != finish.TR {
		return false
	}
	for _, k := range kids[row] {
		if nodes[k].scope != Column {
			return false
		}
	}
	return true
}

// What the head of a table's cells stands over.
const (
	Column = "Column"
	Row    = "Row"
)

// filled tells which nodes of a block have content, their own or further in.
func (t *tree) filled(b *Block) []bool {
	full := make([]bool, len(b.nodes))
	for i := range b.marks {
		if n := b.marks[i].node; n > 0 {
			full[n-1] = true
		}
	}
	for _, s := range b.spots {
		if s.node > 0 && (s.field == nil || t.fill) {
			full[s.node-1] = true
		}
	}
	cell := func(i int) bool { return b.nodes[i].role == finish.TD || b.nodes[i].role == finish.TH }
	for i, n := range b.nodes { // an empty cell is one, too
		full[i] = full[i] || cell(i) && n.parent >= 0
	}
	for changed := true; changed; {
		changed = false
		for i, n := range b.nodes {
			if full[i] && n.parent >= 0 && !full[n.parent] {
				full[n.parent], changed = true, true
			}
		}
	}
	return full
}
