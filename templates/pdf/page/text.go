package page

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"interviewkit/internal/sfnt"
	"interviewkit/templates/pdf/finish"
)

// A Style is how text is set. Size and Lead, the distance of lines, are in
// points; Grey is 0 for black up to 1 for white.
type Style struct {
	Face       Face
	Size, Lead float64
	Grey       float64
	Beyond     *sfnt.Font // has characters that the faces lack; nil: nothing has
}

// With returns the style in another face.
func (s Style) With(f Face) Style {
	s.Face = f
	return s
}

// baseline returns how far below the top of its line text stands: capitals are
// in the middle of the line.
func (s Style) baseline() float64 { return (s.Lead + capHeight*s.Size) / 2 }

// A Span is text in one style.
type Span struct {
	Text  string
	Style Style
}

// glyph is one character as it is set.
type glyph struct {
	r     rune
	face  Face
	style *Style
	w     float64
}

// glyphLists are lists to use again: a kit sets half a million characters.
var glyphLists = sync.Pool{New: func() any { return new([]glyph) }}

// done gives back a list of which nothing is kept.
func done(list []glyph) {
	if cap(list) > 0 {
		list = list[:0]
		glyphLists.Put(&list)
	}
}

// glyphs returns the characters of spans, and the first fault among them. The
// list may be given back when it is done with.
func glyphs(spans []Span) (list []glyph, err error) {
	list = *glyphLists.Get().(*[]glyph)
	m := loaded()
	for i := range spans {
		s := &spans[i]
		text, fault := clean(s.Text, s.Style.Beyond)
		if err == nil {
			err = fault
		}
		for _, r := range text {
			g := glyph{r: r, style: &s.Style, face: s.Style.Face}
			if own := &m[g.face]; own.has(r) { // by far most
				g.w = own.width(r) * s.Style.Size
			} else if r != '\n' {
				g.face, _ = faceFor(r, s.Style.Face, s.Style.Beyond)
				g.w = advance(g.face, r, s.Style.Beyond) * s.Style.Size
			}
			list = append(list, g)
		}
	}
	return list, err
}

// setLine puts the glyphs of one line into b, the left end of its baseline at
// (x, y), and returns its width.
func (b *Block) setLine(x, y float64, line []glyph) float64 {
	run := make([]byte, 0, len(line)+8)
	start := x
	from := x
	for i, g := range line {
		run = utf8.AppendRune(run, g.r)
		x += g.w
		if i+1 < len(line) && line[i+1].face == g.face && line[i+1].style == g.style {
			continue
		}
		b.marks = append(b.marks, mark{kind: text, face: g.face, size: g.style.Size, grey: g.style.Grey, x: from, y: y, w: x - from, text: string(run), node: 1})
		run = run[:0]
		from = x
	}
	return x - start
}

// Text returns a paragraph of width w, ragged right. Line ends in the text are
// kept; an empty line is half a line high.
func Text(w float64, spans ...Span) (b Block) {
	b.W = w
	list, err := glyphs(spans)
	b.err = err
	if len(spans) == 0 || len(list) == 0 {
		return b
	}
	b.nodes = []node{{role: finish.P, parent: -1}}
	lead, base := spans[0].Style.Lead, spans[0].Style.baseline()
	defer done(list)
	for len(list) > 0 {
		n := 0
		for n < len(list) && list[n].r != '\n' {
			n++
		}
		if n == 0 {
			b.H += lead / 2
		}
		end := min(n+1, len(list))
		if n > 0 && n < end { // who hears the text hears a blank
			list[n].r, list[n].w = ' ', loaded()[list[n].face].width(' ')*list[n].style.Size
			n = end
		}
		for _, line := range breakLines(list[:n], w) {
			b.setLine(0, b.H+base, line)
			b.H += lead
		}
		list = list[end:]
	}
	return b
}

// Measure returns how high a paragraph would be at a width, without setting
// it: for trying many widths. A word wider than a line counts as one line.
func Measure(text string, s Style) func(w float64) float64 {
	list, _ := glyphs([]Span{{text, s}})
	defer done(list)
	type word struct{ width, gap float64 } // the gap is before it: 1 for a blank
	var words []word
	next, blank := word{}, 0.0
	for i, g := range list {
		if g.r == ' ' || g.r == '\n' {
			words, next, blank = append(words, next), word{gap: 1}, g.w
			continue
		}
		next.width += g.w
		if i+1 < len(list) && list[i+1].r != '\n' && unspacedBreak(g.r, list[i+1].r) {
			words, next = append(words, next), word{}
		}
	}
	words = append(words, next)
	return func(w float64) float64 {
		lines, at := 1, 0.0
		for _, word := range words {
			gap := word.gap * blank
			if at > 0 && at+gap+word.width > w+slack {
				lines, at = lines+1, word.width
				continue
			}
			if at > 0 {
				at += gap
			}
			at += word.width
		}
		return float64(lines) * s.Lead
	}
}

// Para returns a paragraph in one style.
func Para(w float64, text string, s Style) Block { return Text(w, Span{text, s}) }

// Columns returns how many characters of Mono a line is as wide as.
func Columns(line string, s Style) int {
	n := utf8.RuneCountInString(line)
	list, _ := glyphs([]Span{{line, s.With(Mono)}})
	defer done(list)
	for _, g := range list {
		if g.face == beyondMono {
			n += cells(g.r, s.Beyond) - 1
		}
	}
	return n
}

// Label returns one line of text as wide as it is.
func Label(text string, s Style) (b Block) {
	list, err := glyphs([]Span{{strings.ReplaceAll(text, "\n", " "), s}})
	defer done(list)
	b.err = err
	if len(list) > 0 {
		b.nodes = []node{{role: finish.P, parent: -1}}
	}
	b.W = b.setLine(0, s.baseline(), list)
	b.H = s.Lead
	return b
}

// Fit returns a label at most w wide, its end cut off where it must be.
func Fit(w float64, text string, s Style) Block {
	b := Label(text, s)
	for runes := []rune(text); b.W > w && len(runes) > 0; {
		runes = runes[:len(runes)-1]
		err := b.err
		b = Label(strings.TrimRightFunc(string(runes), unicode.IsSpace)+"…", s)
		b.err = err
	}
	return b
}

// Right returns a label at the right end of a block w wide.
func Right(w float64, text string, s Style) (b Block) {
	l := Fit(w, text, s)
	b.Put(w-l.W, 0, l)
	b.W = w
	return b
}
