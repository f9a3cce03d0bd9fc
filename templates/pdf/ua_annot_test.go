package pdf_test

import (
	"regexp"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// annotation is called for each annotation with its page and its element.
func (d *ua) annotations(subtype string, call func(page int, a types.Dict, e *uaElem)) {
	owner := map[int]*uaElem{}
	for _, e := range d.elems {
		for _, k := range e.kids {
			owner[k.annot] = e
		}
	}
	for i, p := range d.pages {
		for _, n := range p.order {
			if got := d.name(p.annots[n]["Subtype"]); subtype == "" || got == subtype {
				call(i, p.annots[n], owner[n])
			}
		}
	}
}

// strange: there are no annotations but links and fields; on the page, and
// reached in the order of the tree.
func (d *ua) strange() (f found) {
	d.annotations("", func(page int, a types.Dict, e *uaElem) {
		p := d.pages[page]
		if s := d.name(a["Subtype"]); s != "Link" && s != "Widget" {
			f.add("page %d: an annotation %s", page+1, s)
		}
		if d.name(p.dict["Tabs"]) != "S" {
			f.add("page %d: fields are not reached in the order of the tree", page+1)
		}
		if flags := int(d.number(a["F"])); flags&4 == 0 || flags&3 != 0 {
			f.add("page %d: an annotation with flags %d is not printed, or hidden", page+1, flags)
		}
		r := d.rect(a["Rect"])
		if r[0] < 0 || r[1] < 0 || r[2] > p.wide || r[3] > p.high || r[2]-r[0] < 4 || r[3]-r[1] < 4 {
			f.add("page %d: an annotation at %.0f", page+1, r)
		}
	})
	return f
}

// unlinked: a link stands in an element Link, with its text; it says where it
// leads, and leads to a page or an address.
func (d *ua) unlinked() (f found) {
	d.annotations("Link", func(page int, a types.Dict, e *uaElem) {
		if strings.TrimSpace(d.text(a["Contents"])) == "" {
			f.add("page %d: a link does not say where it leads", page+1)
		}
		if e == nil || e.role != "Link" || strings.TrimSpace(d.spoken(e)) == "" {
			f.add("page %d: a link is in no Link with text", page+1)
		}
		action := d.dict(a["A"])
		to := d.array(a["Dest"])
		uri := d.name(action["S"]) == "URI" && d.text(action["URI"]) != "" && len(action) == 2
		if !uri && (action != nil || len(to) == 0 || d.pageAt(to[0]) < 0) {
			f.add("page %d: a link leads nowhere", page+1)
		}
	})
	for _, e := range d.elems {
		objects := 0
		for _, k := range e.kids {
			if k.annot > 0 {
				objects++
			}
		}
		if e.role == "Link" && objects == 0 || e.role == "Form" && objects != 1 || e.role != "Link" && e.role != "Form" && objects > 0 {
			f.add("%s has %d annotations", d.at(e), objects)
		}
	}
	return f
}

// unasked: a field stands in an element Form of its own and has a spoken name
// that tells it from all others; a form has fields alone, and no actions.
func (d *ua) unasked() (f found) {
	said := map[string]bool{}
	d.annotations("Widget", func(page int, a types.Dict, e *uaElem) {
		name := d.text(a["TU"])
		if name == "" || strings.HasPrefix(name, ",") || strings.HasSuffix(name, ",") {
			f.add("page %d: a field's spoken name is %q", page+1, name)
		}
		if e == nil || e.role != "Form" || d.text(e.dict["Alt"]) != name {
			f.add("page %d: field %q is in no Form of its name", page+1, name)
		}
		if a["A"] != nil || a["AA"] != nil {
			f.add("page %d: field %q has an action", page+1, name)
		}
		key := d.text(a["T"]) + d.text(d.dict(a["Parent"])["T"])
		round := regexp.MustCompile(`^[^:]*:[^:]*`).FindString(key)
		if said[round+name] {
			f.add("page %d: two fields of one round are called %q", page+1, name)
		}
		said[round+name] = true
		if d.dict(d.dict(a["AP"])["N"]) == nil {
			f.add("page %d: field %q has no appearance", page+1, name)
		}
	})
	for _, o := range d.array(d.dict(d.catalog["AcroForm"])["Fields"]) {
		field := d.dict(o)
		if d.text(field["TU"]) == "" || d.name(field["FT"]) == "" || d.text(field["T"]) == "" {
			f.add("a field %v", field)
		}
	}
	return f
}
