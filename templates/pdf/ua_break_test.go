package pdf_test

import (
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"interviewkit/templates/pdf/finish"
	"interviewkit/templates/pdf/page"
)

// TestUABites breaks a document in each way that a check is there for, and the
// check sees it.
func TestUABites(t *testing.T) {
	kits := uaKits()
	k, m := opening(t, kits[len(kits)-1].src)
	files := map[string][]byte{"linked": linked(t)}
	for _, d := range documents()[:2] {
		files[d.name] = render(t, d, k, m)
	}
	tried := map[string]bool{}
	for _, b := range breaks() {
		d := readUA(t, files[b.document])
		b.do(d)
		for _, check := range uaChecks() {
			if check.name == b.check && len(check.find(d)) == 0 {
				t.Errorf("%q does not see it: %s", b.check, b.what)
			}
		}
		tried[b.check] = true
	}
	for _, check := range uaChecks() {
		if !tried[check.name] {
			t.Errorf("nothing breaks %q", check.name)
		}
		for name, file := range files {
			if faults := check.find(readUA(t, file)); len(faults) > 0 {
				t.Errorf("%s: %q sees a fault where there is none: %s", name, check.name, faults[0])
			}
		}
	}
}

// linked is a document with links, in the contents and in a paragraph.
func linked(t *testing.T) []byte {
	t.Helper()
	d := page.New(page.Options{Title: "Links", Language: "en", Foot: func(n, m int) (string, string) { return "near", "far" }})
	d.Head("a", "b")
	s := page.Style{Size: 10, Lead: 12}
	for _, name := range []string{"One", "Two"} {
		d.NewPage()
		d.Flow(page.Item{Block: page.Para(300, name, s).As(finish.H1), Bookmark: name})
	}
	marks := d.Bookmarks()
	d.Insert(func(front *page.Doc) {
		front.Head("a", "b")
		front.Flow(page.Item{Block: page.Para(300, "Contents", s).As(finish.H1), Bookmark: "Contents"})
		for _, m := range marks {
			front.Flow(page.Item{Block: page.Para(300, m.Title, s).To(m, "to "+m.Title).As(finish.TOCI)})
		}
	})
	b, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

type breakage struct {
	check, what, document string
	do                    func(*ua)
}

func breaks() []breakage {
	return slices.Concat(brokenPages(), brokenTree(), brokenCatalog(), brokenAnnotations(), brokenFonts())
}

func brokenPages() []breakage {
	mark := func(change func(*uaMark)) func(*ua) { return func(d *ua) { change(&d.pages[0].marks[0]) } }
	content := func(s string) func(*ua) { return func(d *ua) { d.pages[0].read([]byte(s)) } }
	const tagged = "content is tagged or an artifact"
	return []breakage{
		{tagged, "a path stands bare", "kit", mark(func(m *uaMark) { m.tag = "" })},
		{tagged, "bare", "kit", content("0 0 10 10 re f")},
		{tagged, "an artifact within content", "kit", content("/P <</MCID 0>> BDC /Artifact BMC 0 0 9 9 re f EMC EMC")},
		{tagged, "content within an artifact", "kit", content("/Artifact BMC /P <</MCID 0>> BDC 0 0 9 9 re f EMC EMC")},
		{tagged, "left open", "kit", content("/Artifact BMC 0 0 9 9 re f")},
		{tagged, "ended twice", "kit", content("/Artifact BMC 0 0 9 9 re f EMC EMC")},
		{tagged, "a shading", "kit", content("/Artifact BMC /S sh EMC")},
		{"tree and pages agree", "a piece of content more", "kit", mark(func(m *uaMark) { m.mcid = 9999 })},
		{"tree and pages agree", "no way back", "kit", func(d *ua) { delete(d.parents, 0) }},
		{"tree and pages agree", "an element without its content", "kit", func(d *ua) { first(d, "H1").kids = nil }},
		{"tree and pages agree", "a field that leads elsewhere", "scorecards", func(d *ua) { d.widget()["StructParent"] = types.Integer(99999) }},
		{"characters are known", "a byte unknown", "kit", mark(func(m *uaMark) { m.codes = "\x00" })},
		{"heads and feet of pages", "a foot that is read", "kit", func(d *ua) {
			for i := range d.pages[0].marks {
				d.pages[0].marks[i].kind = ""
			}
		}},
	}
}

// first is the first element of a role.
func first(d *ua, role string) *uaElem {
	return d.elems[slices.IndexFunc(d.elems, func(e *uaElem) bool { return e.role == role })]
}

// put sets an entry of a dictionary, or takes it out.
func put(dict types.Dict, key string, value types.Object) {
	if delete(dict, key); value != nil {
		dict[key] = value
	}
}

func brokenTree() []breakage {
	as := func(role, other string) func(*ua) { return func(d *ua) { first(d, role).role = other } }
	within := func(role, key string, value types.Object) func(*ua) {
		return func(d *ua) { put(d.dict(first(d, role).dict["A"]), key, value) }
	}
	const nested = "elements within elements"
	return []breakage{
		{"roles are standard", "a role of our own", "kit", as("P", "Question")},
		{"roles are standard", "a map", "kit", func(d *ua) { d.root["RoleMap"] = types.Dict{} }},
		{"roles are standard", "two roots", "kit", as("P", "Document")},
		{nested, "a row beside a table", "kit", as("Table", "P")},
		{nested, "a paragraph in a row", "kit", as("TD", "P")},
		{nested, "an item beside a list", "kit", as("L", "P")},
		{nested, "a paragraph in a list", "kit", as("LI", "P")},
		{nested, "two bodies", "kit", as("Lbl", "LBody")},
		{nested, "a link in the contents, bare", "linked", as("Reference", "Link")},
		{nested, "an entry beside the contents", "linked", as("TOC", "P")},
		{"tables are regular", "a cell less", "kit", func(d *ua) { r := first(d, "TR"); r.kids = r.kids[1:] }},
		{"tables are regular", "a head of nothing", "kit", within("TH", "Scope", nil)},
		{"tables are regular", "a table without heads", "kit", as("TH", "TD")},
		{"figures are described", "nothing in its place", "kit", func(d *ua) { delete(first(d, "Figure").dict, "Alt") }},
		{"figures are described", "nowhere", "kit", within("Figure", "BBox", nil)},
		{"figures are described", "elsewhere", "kit", within("Figure", "BBox", types.NewNumberArray(5, 5, 9, 9))},
		{"headings", "none of the first order", "kit", as("H1", "H2")},
		{"headings", "one left out", "kit", as("H2", "H3")},
		{"headings", "no order", "kit", as("H2", "H")},
		{"lists say how they are numbered", "it does not", "kit", func(d *ua) {
			for _, e := range d.elems {
				if e.role == "L" {
					delete(e.dict, "A")
				}
			}
		}},
		{"outline", "none", "kit", func(d *ua) { delete(d.catalog, "Outlines") }},
		{"outline", "backwards", "linked", func(d *ua) { slices.Reverse(d.pages) }},
	}
}

func brokenCatalog() []breakage {
	root := func(key string, value types.Object) func(*ua) { return func(d *ua) { put(d.catalog, key, value) } }
	return []breakage{
		{"marked, and not suspect", "not marked", "kit", root("MarkInfo", nil)},
		{"marked, and not suspect", "suspect", "kit", root("MarkInfo", types.Dict{"Marked": types.Boolean(true), "Suspects": types.Boolean(true)})},
		{"metadata", "none", "kit", root("Metadata", nil)},
		{"metadata", "another title", "kit", func(d *ua) { d.info["Title"] = types.StringLiteral("other") }},
		{"the window shows the title", "it does not", "kit", root("ViewerPreferences", nil)},
		{"language", "none", "kit", root("Lang", nil)},
		{"language", "another", "kit", root("Lang", types.StringLiteral("de"))},
		{"what there is none of", "a script", "kit", root("Names", types.Dict{"JavaScript": types.Dict{}})},
		{"what there is none of", "an action", "kit", root("OpenAction", types.Dict{})},
		{"what there is none of", "XFA", "scorecards", func(d *ua) { d.dict(d.catalog["AcroForm"])["XFA"] = types.Array{} }},
		{"what there is none of", "layers", "kit", root("OCProperties", types.Dict{})},
	}
}

// widget is the first annotation of the document.
func (d *ua) widget() types.Dict {
	for _, p := range d.pages {
		if len(p.order) > 0 {
			return p.annots[p.order[0]]
		}
	}
	return nil
}

func brokenAnnotations() []breakage {
	entry := func(key string, value types.Object) func(*ua) { return func(d *ua) { put(d.widget(), key, value) } }
	return []breakage{
		{"annotations", "a note", "scorecards", entry("Subtype", types.Name("Text"))},
		{"annotations", "another order", "scorecards", func(d *ua) { delete(d.pages[0].dict, "Tabs") }},
		{"annotations", "hidden", "scorecards", entry("F", types.Integer(2))},
		{"annotations", "off the page", "scorecards", entry("Rect", types.NewNumberArray(0, 0, 9000, 20))},
		{"links", "no words", "linked", entry("Contents", nil)},
		{"links", "a script", "linked", entry("A", types.Dict{"S": types.Name("JavaScript")})},
		{"links", "in a paragraph", "linked", func(d *ua) { first(d, "Link").role = "P" }},
		{"fields", "no name", "scorecards", entry("TU", nil)},
		{"fields", "beside its element", "scorecards", func(d *ua) { first(d, "Form").role = "P" }},
		{"fields", "a name twice", "scorecards", func(d *ua) {
			two := d.pages[0].annots[d.pages[0].order[1]]
			two["TU"] = d.widget()["TU"]
		}},
		{"fields", "an action", "scorecards", entry("AA", types.Dict{})},
	}
}

func brokenFonts() []breakage {
	font := func(change func(*uaFont)) func(*ua) {
		return func(d *ua) {
			for f := range d.shown() {
				change(f)
			}
		}
	}
	var list []breakage
	for check, change := range map[string]func(*uaFont){
		"fonts are embedded": func(f *uaFont) { f.file = nil },
		"widths":             func(f *uaFont) { f.widths['e'] += 20 },
		"maps to Unicode":    func(f *uaFont) { f.mapped = false },
	} {
		list = append(list, breakage{check, "a font without it", "kit", font(change)})
	}
	return append(list,
		breakage{"encodings", "a symbolic font with an encoding", "kit", font(func(f *uaFont) { f.dict["Encoding"] = types.Name("WinAnsiEncoding") })},
		breakage{"encodings", "fields without one", "scorecards", font(func(f *uaFont) { delete(f.dict, "Encoding") })},
		breakage{"maps to Unicode", "to nothing", "kit", font(func(f *uaFont) { f.unicode['e'] = 0xFEFF })},
		breakage{"fonts are embedded", "a byte without a glyph", "kit", func(d *ua) {
			d.pages[0].marks[0].codes, d.pages[0].marks[0].text = "\x0d", "?"
		}})
}
