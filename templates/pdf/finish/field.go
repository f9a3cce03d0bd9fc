package finish

import (
	"fmt"
	"strings"
)

// A FieldKind is a kind of form field.
type FieldKind uint8

// The kinds of fields.
const (
	TextField FieldKind = iota // one line
	TextArea                   // several
	CheckBox
	RadioButton // one of those with the same name
)

// A Field is a place to fill in on screen. A name must be of letters, digits
// and any of "-_:/": a full stop would part it.
type Field struct {
	Kind  FieldKind
	Name  string
	Tip   string // what is spoken; of a radio button, of its group
	Value string // of a radio button
	Said  string // of a radio button: what is spoken of it alone
	Page  int
	Rect  Rect
	Elem  int
}

// fontName is what fields call their typeface.
const fontName = "Helv"

// looks are the appearances that fields share: nothing, and a tick. The boxes
// are printed on the page, so that a blank form looks as it does without
// fields.
type looks struct {
	f    *file
	off  map[[2]int]ref
	tick map[[2]int]ref
}

// of returns the empty and the ticked appearance for a size in points.
func (l *looks) of(r Rect) (off, on ref) {
	w, h := r[2]-r[0], r[3]-r[1]
	key := [2]int{int(100 * w), int(100 * h)}
	if l.off[key] == 0 {
		form := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <<>>", w, h)
		l.off[key] = l.f.addStream(form, []byte("\n"), false)
		cross := fmt.Sprintf("q 1.6 w 1 J %.2f %.2f m %.2f %.2f l S %.2f %.2f m %.2f %.2f l S Q\n", .2*w, .2*h, .8*w, .8*h, .2*w, .8*h, .8*w, .2*h)
		l.tick[key] = l.f.addStream(form, []byte(cross), false)
	}
	return l.off[key], l.tick[key]
}

// fields writes the form, and returns it; 0 when there is none.
func (a *annotations) fields() ref {
	if len(a.d.Fields) == 0 {
		return 0
	}
	f := a.f
	face := f.addFont(a.d.Typed)
	l := &looks{f, map[[2]int]ref{}, map[[2]int]ref{}}
	groups := map[string]*group{}
	var all []string
	for i := range a.d.Fields {
		field := &a.d.Fields[i]
		switch field.Kind {
		case RadioButton:
			g := groups[field.Name]
			if g == nil {
				g = &group{parent: f.reserve(1), tip: field.Tip, name: field.Name}
				groups[field.Name] = g
				all = append(all, g.parent.String())
			}
			g.kids = append(g.kids, a.button(field, l, g.parent).String())
		case CheckBox:
			all = append(all, a.box(field, l).String())
		default:
			all = append(all, a.textual(field, face).String())
		}
	}
	for _, g := range groups {
		f.objects[g.parent].body = g.body()
	}
	return f.add(fmt.Appendf(nil, "<</Fields [%s] /DA (/%s 0 Tf 0 g) /DR <</Font <</%s %s>>>>>>", strings.Join(all, " "), fontName, fontName, face))
}

// group is radio buttons of which one is chosen.
type group struct {
	parent    ref
	name, tip string
	kids      []string
}

func (g *group) body() []byte {
	const radio, canBeCleared = 1 << 15, 0
	return fmt.Appendf(nil, "<</FT /Btn /Ff %d /T %s /TU %s /V /Off /Kids [%s]>>", radio|canBeCleared, text(g.name), text(g.tip), strings.Join(g.kids, " "))
}

func (a *annotations) button(field *Field, l *looks, parent ref) ref {
	off, on := l.of(field.Rect)
	return a.put(field.Page, field.Elem, fmt.Sprintf("/Subtype /Widget /Parent %s /Rect %s /AS /Off /MK <</CA (8)>> /TU %s /Contents %s /AP <</N <</%s %s /Off %s>>>>",
		parent, field.Rect, text(field.Said), text(field.Said), field.Value, on, off))
}

func (a *annotations) box(field *Field, l *looks) ref {
	off, on := l.of(field.Rect)
	return a.put(field.Page, field.Elem, fmt.Sprintf("/Subtype /Widget /FT /Btn /T %s /TU %s /Rect %s /V /Off /AS /Off /MK <</CA (8)>> /AP <</N <</Yes %s /Off %s>>>>",
		text(field.Name), text(field.Tip), field.Rect, on, off))
}

// textual writes a field for text. Each has an appearance of its own, since
// programs that fill forms write into it.
func (a *annotations) textual(field *Field, face ref) ref {
	r := field.Rect
	look := a.f.addStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</%s %s>>>>", r[2]-r[0], r[3]-r[1], fontName, face), []byte("/Tx BMC EMC"), false)
	flags, size := 0, 10
	if field.Kind == TextArea {
		flags = 1 << 12
	}
	return a.put(field.Page, field.Elem, fmt.Sprintf("/Subtype /Widget /FT /Tx /Ff %d /T %s /TU %s /Rect %s /DA (/%s %d Tf 0 g) /AP <</N %s>>",
		flags, text(field.Name), text(field.Tip), r, fontName, size, look))
}
