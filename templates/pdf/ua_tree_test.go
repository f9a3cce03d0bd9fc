package pdf_test

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// within says what elements may hold, of those that may not hold anything:
// expressions over the roles of the kids, each followed by a blank.
func within() map[string]*regexp.Regexp {
	all := map[string]*regexp.Regexp{}
	for role, form := range map[string]string{
		"Table": `(Caption )?(TR )+`, "TR": `(T[HD] )+`,
		"L": `(Caption )?(LI |L )+`, "LI": `(Lbl )?(LBody )?`,
		"TOC": `(Caption )?(TOCI |TOC )+`, "TOCI": `(Lbl |Reference |NonStruct |P |TOC )+`,
		"H1": `(Span |Link )*`, "H2": `(Span |Link )*`, "H3": `(Span |Link )*`, "P": `(Span |Link )*`,
		"Figure": ``, "Form": ``, "Link": `(Span )*`, "Lbl": `(Span |Link )*`, "Reference": `(Link |Span )+`,
	} {
		all[role] = regexp.MustCompile(`^` + form + `$`)
	}
	return all
}

// over says what elements must stand in.
func over() map[string]string {
	return map[string]string{"TR": "Table", "TH": "TR", "TD": "TR", "LI": "L", "LBody": "LI", "TOCI": "TOC"}
}

// misplaced: tables, lists and contents hold their own parts and nothing else.
func (d *ua) misplaced() (f found) {
	allowed, wanted := within(), over()
	for _, e := range d.elems {
		kids := ""
		for _, role := range e.roles() {
			kids += role + " "
		}
		if form := allowed[e.role]; form != nil && !form.MatchString(kids) {
			f.add("%s holds %s", d.at(e), kids)
		}
		if want := wanted[e.role]; want != "" && (e.parent == nil || e.parent.role != want) {
			f.add("%s stands in no %s", d.at(e), want)
		}
		if slices.Contains([]string{"Document", "L", "LI", "Table", "TR", "TOC", "TOCI"}, e.role) && len(kids) == 0 {
			f.add("%s is empty", d.at(e))
		}
		for _, k := range e.kids {
			if k.mcid >= 0 && slices.Contains([]string{"Document", "L", "LI", "Table", "TR", "TOC", "TOCI"}, e.role) {
				f.add("%s holds content of its own", d.at(e))
			}
		}
		if e.role == "Link" && slices.Contains([]string{"Document", "L", "LI", "Table", "TR", "TOC", "TOCI"}, e.parent.role) {
			f.add("%s stands in no paragraph", d.at(e))
		}
	}
	return f
}

// ragged: the rows of a table have the same number of cells, its heads say
// what they are the heads of, and there are some over columns and in rows.
func (d *ua) ragged() (f found) {
	for _, e := range d.elems {
		switch e.role {
		case "TH":
			a := d.dict(e.dict["A"])
			if scope := d.name(a["Scope"]); d.name(a["O"]) != "Table" || scope != "Column" && scope != "Row" {
				f.add("%s has scope %q", d.at(e), scope)
			}
		case "Table":
			first := e.kids[0].elem
			for _, k := range e.kids {
				if n, want := len(k.elem.kids), len(first.kids); n != want {
					f.add("%s: a row has %d cells, the first %d", d.at(k.elem), n, want)
				}
				if k.elem != first && !slices.Contains(k.elem.roles(), "TH") {
					f.add("%s: a row without a head", d.at(k.elem))
				}
			}
			if slices.Contains(first.roles(), "TD") || len(e.kids) < 2 {
				f.add("%s: a table without heads, or without rows", d.at(first))
			}
		}
	}
	return f
}

// undescribed: figures have words in their place, and say where they are.
func (d *ua) undescribed() (f found) {
	for _, e := range d.elems {
		if e.role != "Figure" {
			continue
		}
		if strings.TrimSpace(d.text(e.dict["Alt"])) == "" {
			f.add("%s has no description", d.at(e))
		}
		box, page := d.rect(d.dict(e.dict["A"])["BBox"]), d.pages[d.pageAt(e.dict["Pg"])]
		if box[0] < 0 || box[1] < 0 || box[2] > page.wide || box[3] > page.high || box[2] <= box[0] || box[3] <= box[1] {
			f.add("%s is at %.0f", d.at(e), box)
		}
		for _, k := range e.kids {
			for _, m := range page.marks {
				if m.mcid == k.mcid && k.mcid >= 0 && (m.box[0] < box[0]-1 || m.box[1] < box[1]-1 || m.box[2] > box[2]+1 || m.box[3] > box[3]+1) {
					f.add("%s is at %.0f, and draws at %.0f", d.at(e), box, m.box)
				}
			}
		}
	}
	return f
}

// skipped: headings begin with the first order and leave none out on the way
// down.
func (d *ua) skipped() (f found) {
	last := 0
	for _, e := range d.elems {
		if len(e.role) < 1 || e.role[0] != 'H' {
			continue
		}
		level := strings.Index("123456", strings.TrimPrefix(e.role, "H")) + 1
		if e.role == "H" || level == 0 || level > last+1 {
			f.add("%s follows a heading of order %d", d.at(e), last)
		}
		if strings.TrimSpace(d.spoken(e)) == "" {
			f.add("%s is empty", d.at(e))
		}
		last = level
	}
	return f
}

// unnumbered: a list with numbers says that they are, one with bullets too, and
// one without labels says nothing.
func (d *ua) unnumbered() (f found) {
	for _, e := range d.elems {
		if e.role != "L" {
			continue
		}
		want := "None"
		for _, k := range e.kids {
			if label := k.elem.kids[0].elem; label.role == "Lbl" {
				want = kindOf(d.spoken(label))
			}
		}
		if got := d.name(d.dict(e.dict["A"])["ListNumbering"]); got != want {
			f.add("%s of %q is numbered %q, not %q", d.at(e), d.spoken(e.kids[0].elem.kids[0].elem), got, want)
		}
	}
	return f
}

// kindOf tells how a list is numbered by a label of it.
func kindOf(label string) string {
	switch {
	case label == "•":
		return "Disc"
	case regexp.MustCompile(`^\d+\.?$`).MatchString(label):
		return "Decimal"
	}
	return "None"
}

// unordered: what has headings has an outline, which leads on from page to
// page and from top to bottom.
func (d *ua) unordered() (f found) {
	page, top, entries := 0, 1e9, 0
	var walk func(o types.Object)
	walk = func(o types.Object) {
		for ; o != nil; o = d.dict(o)["Next"] {
			entry := d.dict(o)
			dest := d.array(entry["Dest"])
			if d.text(entry["Title"]) == "" || len(dest) < 4 {
				f.add("an entry %v", entry)
				return
			}
			at, y := d.pageAt(dest[0]), d.number(dest[3])
			if at < page || at == page && y > top {
				f.add("entry %q leads back", d.text(entry["Title"]))
			}
			page, top = at, y
			entries++
			walk(entry["First"])
		}
	}
	walk(d.dict(d.catalog["Outlines"])["First"])
	headings := slices.ContainsFunc(d.elems, func(e *uaElem) bool { return e.role == "H1" })
	if headings && entries == 0 || headings && d.name(d.catalog["PageMode"]) != "UseOutlines" {
		f.add("there is no outline, or it is not shown")
	}
	return f
}
