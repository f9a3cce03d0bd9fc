package pdf_test

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"interviewkit/templates/pdf"
	"interviewkit/templates/view"
)

// uaCheck is a point of PDF/UA-1, with the failure conditions of the
// Matterhorn Protocol 1.1 that it stands for; find returns what is wrong.
type uaCheck struct {
	name, points string
	find         func(*ua) found
}

// uaChecks goes by docs/accessibility.md.
func uaChecks() []uaCheck {
	return []uaCheck{
		{"content is tagged or an artifact", "01-003 01-004 01-005", (*ua).untagged},
		{"tree and pages agree", "01-005", (*ua).strayed},
		{"marked, and not suspect", "01-007", (*ua).unmarked},
		{"roles are standard", "02-001 02-003 02-004 09-007 09-008", (*ua).odd},
		{"metadata", "06-001 06-002 06-003", (*ua).unnamed},
		{"the window shows the title", "07-001 07-002", (*ua).untitled},
		{"elements within elements", "09-004 09-005 09-006", (*ua).misplaced},
		{"tables are regular", "09-004 15-003", (*ua).ragged},
		{"characters are known", "10-001", (*ua).unreadable},
		{"language", "11-001 11-002 11-003 11-004 11-005 11-006", (*ua).speechless},
		{"figures are described", "13-004", (*ua).undescribed},
		{"headings", "14-002 14-003 14-006 14-007", (*ua).skipped},
		{"lists say how they are numbered", "16-001 16-002", (*ua).unnumbered},
		{"heads and feet of pages", "18", (*ua).repeated},
		{"what there is none of", "17-002 17-003 19-003 19-004 20 21-001 23 25-001 26 29 30", (*ua).excluded},
		{"outline", "27", (*ua).unordered},
		{"annotations", "28-002 28-006 28-007 28-008 28-009 28-014 28-015 28-016 28-017 28-018", (*ua).strange},
		{"links", "28-004 28-011 28-012", (*ua).unlinked},
		{"fields", "28-005 28-010", (*ua).unasked},
		{"fonts are embedded", "31-009 31-011 31-030", (*ua).missing},
		{"widths", "31-016", (*ua).uneven},
		{"encodings", "31-017 31-018 31-019 31-020 31-021 31-022 31-023 31-024 31-025 31-026", (*ua).misencoded},
		{"maps to Unicode", "31-027 31-028 31-029", (*ua).unmapped},
	}
}

// passes checks a file point by point, but for those that are left out.
func passes(t *testing.T, file []byte, without ...string) {
	t.Helper()
	f := readUA(t, file)
	for _, check := range uaChecks() {
		if slices.Contains(without, check.name) {
			continue
		}
		faults := check.find(f)
		for _, fault := range faults[:min(3, len(faults))] {
			t.Errorf("%s (%s): %s", check.name, check.points, fault)
		}
		if len(faults) > 3 {
			t.Errorf("%s: and %d more", check.name, len(faults)-3)
		}
	}
}

// Packets, large print and copies with a name on every page pass as well.
func TestUAInOtherShapes(t *testing.T) {
	k, m := opening(t, seniority("senior", "letter"))
	m.Large, m.CopyFor = true, "Zoë Łącka"
	for _, d := range documents() {
		t.Run("large/"+d.name, func(t *testing.T) {
			passes(t, render(t, d, k, m), "heads and feet of pages") // it knows where they are on upright pages
		})
	}
	m.Large = false
	v := view.OfKit(k, m)
	for i, r := range v.Rounds {
		t.Run("packet/"+r.Name, func(t *testing.T) {
			file, err := pdf.Packet(v.Packet(i))
			if err != nil {
				t.Fatal(err)
			}
			passes(t, file)
			for n, texts := range read(t, file) {
				if !strings.Contains(words([][]piece{texts}), "Copy for Zoë Łącka") {
					t.Errorf("page %d does not say whose copy it is", n+1)
				}
			}
		})
	}
}

// TestUA goes through PDF/UA-1 on every document of kits of several levels, of
// both papers, and of one that has no exhibits, and names outside ASCII.
func TestUA(t *testing.T) {
	for _, c := range uaKits() {
		k, m := opening(t, c.src)
		for _, d := range documents() {
			t.Run(c.name+"/"+d.name, func(t *testing.T) {
				passes(t, render(t, d, k, m))
			})
		}
	}
}

// uaKits are profiles, by name.
func uaKits() (list []struct{ name, src string }) {
	for i, level := range []string{"junior", "mid", "senior", "staff"} {
		list = append(list, struct{ name, src string }{level, seniority(level, []string{"a4", "letter"}[i%2])})
	}
	return append(list, struct{ name, src string }{"bare", `title = "Łódź · a “people” manager"
seniority = "mid"
focus_areas = ["collaboration", "ownership"]
[[rounds]]
name = "Working together"
kind = "behavioral"
minutes = 45
`})
}

// found collects what is wrong.
type found []string

func (f *found) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

// untagged: all that is painted belongs to an element or is an artifact, and
// never both.
func (d *ua) untagged() (f found) {
	for i, p := range d.pages {
		for _, fault := range p.faults {
			f.add("page %d: %s", i+1, fault)
		}
		for _, m := range p.marks {
			if m.tag == "" {
				f.add("page %d: %q at %.0f stands in no marked content", i+1, m.text, m.box)
			}
		}
	}
	return f
}

// strayed: each piece of content is in the tree once, and the way back from
// the page leads to the same element; so with annotations.
func (d *ua) strayed() (f found) {
	type place struct{ page, mcid int }
	owner := map[place]*uaElem{}
	annots := map[int]*uaElem{}
	for _, e := range d.elems {
		if e.parent != nil && object(e.dict["P"]) != e.parent.object {
			f.add("%s has a wrong parent", d.at(e))
		}
		for _, k := range e.kids {
			switch {
			case k.mcid >= 0 && owner[place{k.page, k.mcid}] != nil:
				f.add("content %d of page %d is in the tree twice", k.mcid, k.page+1)
			case k.mcid >= 0:
				owner[place{k.page, k.mcid}] = e
			case k.annot > 0 && annots[k.annot] != nil:
				f.add("an annotation is in the tree twice")
			case k.annot > 0:
				annots[k.annot] = e
			}
		}
	}
	for i, p := range d.pages {
		back := d.array(d.parents[int(d.number(p.dict["StructParents"]))])
		used := map[int]bool{}
		for _, m := range p.marks {
			used[m.mcid] = used[m.mcid] || m.mcid >= 0
		}
		for id := range back {
			e := owner[place{i, id}]
			if e == nil || object(back[id]) != e.object || !used[id] {
				f.add("content %d of page %d: page, tree and way back differ", id, i+1)
			}
			delete(owner, place{i, id})
			delete(used, id)
		}
		if delete(used, -1); len(used) > 0 {
			f.add("page %d has %d pieces of content without a way back", i+1, len(used))
		}
		for n, a := range p.annots {
			if e := annots[n]; e == nil || object(d.parents[int(d.number(a["StructParent"]))]) != e.object {
				f.add("an annotation of page %d is not where the tree has it", i+1)
			}
			delete(annots, n)
		}
	}
	if len(owner)+len(annots) > 0 {
		f.add("the tree has %d pieces of content and %d annotations that no page has", len(owner), len(annots))
	}
	return f
}

func (d *ua) unmarked() (f found) {
	info := d.dict(d.catalog["MarkInfo"])
	if !d.flag(info["Marked"]) || info["Suspects"] != nil && d.flag(info["Suspects"]) {
		f.add("MarkInfo is %v", info)
	}
	return f
}

// odd: no roles but those we use; one Document is the root of all.
func (d *ua) odd() (f found) {
	const standard = " Document H1 H2 H3 P L LI Lbl LBody Table Caption TR TH TD TOC TOCI Reference Link Figure Code Form Sect Span "
	if d.root["RoleMap"] != nil {
		f.add("there is a role map")
	}
	for i, e := range d.elems {
		if !strings.Contains(standard, " "+e.role+" ") {
			f.add("role %q", e.role)
		}
		if (e.role == "Document") != (i == 0) || (e.parent == nil) != (i == 0) {
			f.add("%s: the root is one Document", d.at(e))
		}
	}
	if len(d.elems) == 0 {
		f.add("there is no tree")
	}
	return f
}

// unnamed: the metadata give the title and the claim to be PDF/UA-1.
func (d *ua) unnamed() (f found) {
	xmp := string(d.stream(d.catalog["Metadata"]))
	title := d.text(d.info["Title"])
	if title == "" || !strings.Contains(xmp, `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`+html.EscapeString(title)+"</rdf:li>") {
		f.add("the metadata do not give the title %q", title)
	}
	if !strings.Contains(xmp, `xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`) || !strings.Contains(xmp, "<pdfuaid:part>1</pdfuaid:part>") {
		f.add("the metadata do not say PDF/UA-1")
	}
	if !strings.HasPrefix(xmp, "<?xpacket begin=\"\ufeff\"") || !strings.HasSuffix(xmp, "<?xpacket end=\"w\"?>") {
		f.add("the metadata are no packet")
	}
	return f
}

func (d *ua) untitled() (f found) {
	if !d.flag(d.dict(d.catalog["ViewerPreferences"])["DisplayDocTitle"]) {
		f.add("a window shows the file's name")
	}
	return f
}

// unreadable: each byte shown stands for a character.
func (d *ua) unreadable() (f found) {
	for i, p := range d.pages {
		for _, m := range p.marks {
			for _, c := range []byte(m.codes) {
				if m.font.unicode[int(c)] == 0 {
					f.add("page %d: byte %d of %q", i+1, c, m.text)
				}
			}
		}
	}
	return f
}

// speechless: one language holds for all that is said.
func (d *ua) speechless() (f found) {
	if lang := d.text(d.catalog["Lang"]); lang != "en" {
		f.add("the language is %q", lang)
	}
	if !strings.Contains(string(d.stream(d.catalog["Metadata"])), "<dc:language><rdf:Bag><rdf:li>en</rdf:li>") {
		f.add("the metadata have no language")
	}
	return f
}

// repeated: what stands in a page's margins is a head or a foot, and only that.
func (d *ua) repeated() (f found) {
	for i, p := range d.pages {
		heads := 0
		for _, m := range p.marks {
			margin := m.box[1] > p.high/2+textHeight/2 || m.box[3] < p.high/2-textHeight/2
			if m.text != "" && margin != (m.kind == "Pagination") {
				f.add("page %d: %q in %s %s", i+1, m.text, m.tag, m.kind)
			}
			if m.kind == "Pagination" {
				heads++
			}
		}
		if heads < 3 {
			f.add("page %d: %d pieces of head and foot", i+1, heads)
		}
	}
	return f
}

// excluded: nothing of what a document could have and ours have not: formulas,
// notes, layers, attachments, signatures, other forms, encryption, scripts,
// objects placed on pages.
func (d *ua) excluded() (f found) {
	for _, key := range []string{"OCProperties", "OpenAction", "AA", "Threads", "Collection", "Perms"} {
		if d.catalog[key] != nil {
			f.add("the catalog has %s", key)
		}
	}
	for _, key := range []string{"EmbeddedFiles", "JavaScript"} {
		if d.dict(d.catalog["Names"])[key] != nil {
			f.add("there is %s", key)
		}
	}
	if d.x.Encrypt != nil {
		f.add("the file is encrypted")
	}
	form := d.dict(d.catalog["AcroForm"])
	if form["XFA"] != nil || form["SigFlags"] != nil || form["CO"] != nil {
		f.add("the form is of another kind: %v", form)
	}
	for i, p := range d.pages {
		if len(d.dict(d.dict(p.dict["Resources"])["XObject"])) > 0 || p.dict["AA"] != nil {
			f.add("page %d has objects or actions", i+1)
		}
	}
	return f
}
