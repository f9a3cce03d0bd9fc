package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// ua is a document as someone meets it who cannot see it: the tree, the pages
// with what each piece of content belongs to, and the fonts. pdfcpu reads the
// objects, so that nothing here hangs on how we write them.
type ua struct {
	x       *model.XRefTable
	catalog types.Dict
	info    types.Dict
	root    types.Dict // of the structure tree
	pages   []*uaPage
	elems   []*uaElem // as they are read
	parents map[int]types.Object
	fonts   map[int]*uaFont // by object
}

// uaElem is an element of the tree.
type uaElem struct {
	object int
	dict   types.Dict
	role   string
	parent *uaElem
	kids   []uaKid
}

// uaKid is what an element holds: another one, a piece of a page's content, or
// an annotation.
type uaKid struct {
	elem  *uaElem
	page  int // index
	mcid  int // -1: none
	annot int // object; 0: none
}

type uaPage struct {
	object int
	dict   types.Dict
	high   float64
	wide   float64
	fonts  map[string]*uaFont
	annots map[int]types.Dict // by object
	order  []int              // objects of the annotations
	marks  []uaMark
	faults []string // of marked content
}

func readUA(t testing.TB, file []byte) *ua {
	t.Helper()
	ctx, err := api.ReadContext(bytes.NewReader(file), loose())
	if err != nil {
		t.Fatal(err)
	}
	d := &ua{x: ctx.XRefTable, parents: map[int]types.Object{}, fonts: map[int]*uaFont{}}
	if d.catalog, err = d.x.Catalog(); err != nil {
		t.Fatal(err)
	}
	if d.x.Info != nil {
		d.info = d.dict(*d.x.Info)
	}
	d.readPages(d.dict(d.catalog["Pages"]), nil)
	d.root = d.dict(d.catalog["StructTreeRoot"])
	for _, k := range d.kids(d.root, nil, 0) {
		d.readElem(k.elem)
	}
	nums := d.array(d.dict(d.root["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		d.parents[int(d.number(nums[i]))] = nums[i+1]
	}
	return d
}

func (d *ua) readPages(node types.Dict, resources types.Object) {
	if r, ok := node["Resources"]; ok {
		resources = r
	}
	for _, k := range d.array(node["Kids"]) {
		dict := d.dict(k)
		if d.name(dict["Type"]) == "Pages" {
			d.readPages(dict, resources)
			continue
		}
		p := &uaPage{object: object(k), dict: dict, fonts: map[string]*uaFont{}, annots: map[int]types.Dict{}}
		box := dict["MediaBox"]
		if box == nil {
			box = node["MediaBox"]
		}
		if list := d.array(box); len(list) == 4 {
			p.wide, p.high = d.number(list[2]), d.number(list[3])
		}
		own := resources
		if r, ok := dict["Resources"]; ok {
			own = r
		}
		for name, f := range d.dict(d.dict(own)["Font"]) {
			p.fonts[name] = d.font(f)
		}
		for _, a := range d.array(dict["Annots"]) {
			p.annots[object(a)] = d.dict(a)
			p.order = append(p.order, object(a))
		}
		p.read(d.stream(dict["Contents"]))
		d.pages = append(d.pages, p)
	}
}

func (d *ua) readElem(e *uaElem) {
	d.elems = append(d.elems, e)
	e.kids = d.kids(e.dict, e, d.pageAt(e.dict["Pg"]))
	for _, k := range e.kids {
		if k.elem != nil {
			d.readElem(k.elem)
		}
	}
}

// kids reads what an element, or the root, holds.
func (d *ua) kids(dict types.Dict, parent *uaElem, page int) (list []uaKid) {
	all, ok := dict["K"].(types.Array)
	if !ok && dict["K"] != nil {
		all = types.Array{dict["K"]}
	}
	for _, k := range all {
		if n, ok := k.(types.Integer); ok {
			list = append(list, uaKid{page: page, mcid: int(n)})
			continue
		}
		kid := d.dict(k)
		at := page
		if kid["Pg"] != nil {
			at = d.pageAt(kid["Pg"])
		}
		switch d.name(kid["Type"]) {
		case "MCR":
			list = append(list, uaKid{page: at, mcid: int(d.number(kid["MCID"]))})
		case "OBJR":
			list = append(list, uaKid{page: at, mcid: -1, annot: object(kid["Obj"])})
		default:
			list = append(list, uaKid{mcid: -1, elem: &uaElem{object: object(k), dict: kid, role: d.name(kid["S"]), parent: parent}})
		}
	}
	return list
}

func (d *ua) pageAt(o types.Object) int {
	for i, p := range d.pages {
		if p.object == object(o) {
			return i
		}
	}
	return -1
}

// What an object is, or nothing where it is something else.

func (d *ua) dict(o types.Object) types.Dict {
	o, _ = d.x.Dereference(o)
	switch o := o.(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (d *ua) array(o types.Object) types.Array {
	o, _ = d.x.Dereference(o)
	list, _ := o.(types.Array)
	return list
}

func (d *ua) name(o types.Object) string {
	o, _ = d.x.Dereference(o)
	name, _ := o.(types.Name)
	return string(name)
}

func (d *ua) text(o types.Object) string {
	if o == nil {
		return ""
	}
	s, _ := d.x.DereferenceText(o)
	return s
}

func (d *ua) number(o types.Object) float64 {
	f, err := d.x.DereferenceNumber(o)
	if err != nil {
		return -1
	}
	return f
}

func (d *ua) flag(o types.Object) bool {
	b, ok := o.(types.Boolean)
	return ok && bool(b)
}

func (d *ua) rect(o types.Object) (r [4]float64) {
	for i, x := range d.array(o) {
		r[i] = d.number(x)
	}
	return r
}

// stream returns what a stream holds, unpacked.
func (d *ua) stream(o types.Object) []byte {
	s, _, err := d.x.DereferenceStreamDict(o)
	if err != nil || s == nil || s.Decode() != nil {
		return nil
	}
	return s.Content
}

// object is the number of the object that o refers to; 0 when it is no
// reference.
func object(o types.Object) int {
	if r, ok := o.(types.IndirectRef); ok {
		return r.ObjectNumber.Value()
	}
	return 0
}

// roles lists the roles of the elements that e holds.
func (e *uaElem) roles() (list []string) {
	for _, k := range e.kids {
		if k.elem != nil {
			list = append(list, k.elem.role)
		}
	}
	return list
}

// spoken is what the content of an element, without that of the elements in
// it, says.
func (d *ua) spoken(e *uaElem) string {
	var b bytes.Buffer
	for _, k := range e.kids {
		if k.mcid < 0 {
			continue
		}
		for _, m := range d.pages[k.page].marks {
			if m.mcid == k.mcid {
				b.WriteString(m.text)
			}
		}
	}
	return b.String()
}

// at says which element e is, for a message.
func (d *ua) at(e *uaElem) string {
	return fmt.Sprintf("%s %q on page %d", e.role, d.spoken(e), d.pageAt(e.dict["Pg"])+1)
}

// uaFont is a font as the file has it.
type uaFont struct {
	dict, about types.Dict
	widths      map[int]float64
	unicode     map[int]rune
	mapped      bool // has a map to Unicode
	file        []byte
}

var mapping = regexp.MustCompile(`<([0-9A-F]{2})> <([0-9A-F]{4,8})>`)

func (d *ua) font(o types.Object) *uaFont {
	n := object(o)
	if f := d.fonts[n]; f != nil {
		return f
	}
	f := &uaFont{dict: d.dict(o), widths: map[int]float64{}, unicode: map[int]rune{}}
	d.fonts[n] = f
	f.about = d.dict(f.dict["FontDescriptor"])
	f.file = d.stream(f.about["FontFile2"])
	first := int(d.number(f.dict["FirstChar"]))
	for i, w := range d.array(f.dict["Widths"]) {
		f.widths[first+i] = d.number(w)
	}
	f.mapped = f.dict["ToUnicode"] != nil
	for _, m := range mapping.FindAllSubmatch(d.stream(f.dict["ToUnicode"]), -1) {
		code, _ := strconv.ParseUint(string(m[1]), 16, 8)
		r, _ := strconv.ParseUint(string(m[2]), 16, 32)
		f.unicode[int(code)] = rune(r)
	}
	return f
}
