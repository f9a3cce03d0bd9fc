package finish

import (
	"cmp"
	"fmt"
	"strconv"
)

// tree writes the structure of the document, and returns its root; 0 when
// there is none. Elements are the objects from a.elems on.
func (f *file) tree(d *Doc, a *annotations) ref {
	if len(d.Tree) == 0 {
		return 0
	}
	root := f.reserve(1)
	kids := make([][]byte, len(d.Tree))
	f.content(d, kids)
	for i := 1; i < len(d.Tree); i++ {
		p := d.Tree[i].Parent
		kids[p] = append(append(kids[p], ' '), (a.elems + ref(i)).String()...)
	}
	for i, list := range a.ofElem {
		for _, x := range list {
			kids[i] = fmt.Appendf(kids[i], " <</Type /OBJR /Obj %s /Pg %s>>", x.ref, f.pages[x.page])
		}
	}
	for i := range d.Tree {
		parent := root
		if i > 0 {
			parent = a.elems + ref(d.Tree[i].Parent)
		}
		f.objects[a.elems+ref(i)].body = f.elem(&d.Tree[i], parent, kids[i])
	}
	f.objects[root].body = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d>>", a.elems, f.parents(d, a), len(f.pages)+len(a.parents))
	return root
}

// content puts the pieces of marked content among the kids of their elements.
// A piece on the page where its element begins goes by its number alone.
func (f *file) content(d *Doc, kids [][]byte) {
	for page, list := range d.Marks {
		for id, e := range list {
			if page == d.Tree[e].Page {
				kids[e] = strconv.AppendInt(append(kids[e], ' '), int64(id), 10)
				continue
			}
			kids[e] = fmt.Appendf(kids[e], " <</Type /MCR /Pg %s /MCID %d>>", f.pages[page], id)
		}
	}
}

func (f *file) elem(e *Elem, parent ref, kids []byte) []byte {
	b := make([]byte, 0, 64+len(kids))
	b = append(b, "<</S /"...)
	b = append(b, e.Role...)
	b = append(b, " /P "...)
	b = append(b, parent.String()...)
	b = append(b, " /Pg "...)
	b = append(b, f.pages[e.Page].String()...)
	if e.Alt != "" {
		b = append(b, " /Alt "...)
		b = append(b, text(e.Alt)...)
	}
	switch {
	case e.Scope != "":
		b = fmt.Appendf(b, " /A <</O /Table /Scope /%s>>", e.Scope)
	case e.Role == Figure:
		b = fmt.Appendf(b, " /A <</O /Layout /BBox %s /Placement /Block>>", e.Box)
	case e.Role == L:
		b = fmt.Appendf(b, " /A <</O /List /ListNumbering /%s>>", cmp.Or(e.Labels, "None"))
	}
	b = append(b, " /K ["...)
	if len(kids) > 0 {
		b = append(b, kids[1:]...)
	}
	return append(b, "]>>"...)
}

// parents writes the way back from content to elements: an array for each
// page, then one entry for each annotation.
func (f *file) parents(d *Doc, a *annotations) ref {
	b := []byte("<</Nums [")
	for page := range f.pages {
		b = strconv.AppendInt(b, int64(page), 10)
		b = append(b, " ["...)
		if page < len(d.Marks) {
			for _, e := range d.Marks[page] {
				b = append(append(b, (a.elems+ref(e)).String()...), ' ')
			}
		}
		b = append(b, "] "...)
	}
	for i, e := range a.parents {
		b = fmt.Appendf(b, "%d %s ", len(f.pages)+i, e)
	}
	return f.add(append(b, "]>>"...))
}

// page writes a page anew: its content is the object behind it.
func (f *file) page(i int, annots []ref, tagged bool) {
	b := fmt.Appendf(nil, "<</Type /Page /Parent 1 0 R /Resources 2 0 R /Contents %s", f.pages[i]+1)
	if tagged {
		b = fmt.Appendf(b, " /StructParents %d /Tabs /S", i)
	}
	if len(annots) > 0 {
		b = append(b, " /Annots ["...)
		for _, a := range annots {
			b = append(append(b, a.String()...), ' ')
		}
		b = append(b, ']')
	}
	f.objects[f.pages[i]].body = append(b, ">>"...)
}
