package finish

import "fmt"

// annotations are the links and fields of a document on their way into it.
type annotations struct {
	f       *file
	d       *Doc
	elems   ref     // object of the first element
	onPage  [][]ref // by page
	parents []ref   // the elements of all, in order
	ofElem  map[int][]placedAnnotation
}

type placedAnnotation struct {
	ref  ref
	page int
}

// key returns the entry that leads from an annotation to its element.
func (a *annotations) key(elem int) string {
	a.parents = append(a.parents, a.elems+ref(elem))
	return fmt.Sprintf("/StructParent %d", len(a.f.pages)+len(a.parents)-1)
}

// put makes an annotation of the entries, on a page and within an element.
func (a *annotations) put(page, elem int, entries string) ref {
	r := a.f.add(fmt.Appendf(nil, "<</Type /Annot /F 4 %s %s>>", a.key(elem), entries))
	a.onPage[page] = append(a.onPage[page], r)
	a.ofElem[elem] = append(a.ofElem[elem], placedAnnotation{r, page})
	return r
}

func (a *annotations) links() {
	for _, l := range a.d.Links {
		to := fmt.Sprintf("/Dest [%s /XYZ 0 %s null]", a.f.pages[l.To], Decimal(nil, l.Top))
		a.put(l.Page, l.Elem, fmt.Sprintf("/Subtype /Link /Border [0 0 0] /Rect %s /Contents %s %s", l.Rect, text(l.Text), to))
	}
}
