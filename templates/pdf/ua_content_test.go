package pdf_test

import (
	"fmt"
	"strconv"
	"strings"
)

// uaMark is something painted on a page: text, or a path.
type uaMark struct {
	tag   string // of the marked content it stands in; "": none
	kind  string // of an artifact: "Pagination" or nothing
	mcid  int    // -1: none
	font  *uaFont
	size  float64
	codes string
	text  string     // "" of a path
	box   [4]float64 // left, bottom, right, top; of text from the baseline
	fill  bool       // of a path
}

// reader walks over the operators of a page.
type reader struct {
	p     *uaPage
	open  []uaMark // the marked content begun
	args  []string
	now   uaMark // font and size
	x, y  float64
	path  [4]float64
	drawn bool
}

// read reads what is painted on the page, and notes what is wrong with its
// marked content.
func (p *uaPage) read(content []byte) {
	p.marks, p.faults = nil, nil
	r := &reader{p: p}
	for s := string(content); s != ""; {
		var token string
		token, s = next(s)
		switch {
		case token == "":
		case strings.ContainsRune("/(<[+-.0123456789", rune(token[0])):
			r.args = append(r.args, token)
		default:
			r.operator(token)
			r.args = nil
		}
	}
	if len(r.open) > 0 {
		r.fault("marked content is left open")
	}
}

func (r *reader) fault(format string, args ...any) {
	r.p.faults = append(r.p.faults, fmt.Sprintf(format, args...))
}

func (r *reader) operator(op string) {
	switch op {
	case "BMC", "BDC":
		r.begin()
	case "EMC":
		if len(r.open) == 0 {
			r.fault("marked content ends that was not begun")
			return
		}
		r.open = r.open[:len(r.open)-1]
	case "Tf":
		r.now.font, r.now.size = r.p.fonts[strings.TrimPrefix(r.args[0], "/")], r.float(1)
	case "BT":
		r.x, r.y = 0, 0
	case "Td":
		r.x, r.y = r.x+r.float(0), r.y+r.float(1)
	case "Tj":
		r.show(unquote(r.args[0]))
	case "re":
		x, y, w, h := r.float(0), r.float(1), r.float(2), r.float(3)
		r.point(x, y)
		r.point(x+w, y+h)
	case "m", "l":
		r.point(r.float(0), r.float(1))
	case "S", "f":
		m := r.mark()
		m.box, m.fill = r.path, op == "f"
		r.p.marks = append(r.p.marks, m)
		r.drawn = false
	case "ET", "q", "Q", "w", "J", "j", "d", "g", "G", "rg", "RG":
	default:
		r.fault("an operator %s", op)
	}
}

// begin begins marked content.
func (r *reader) begin() {
	m := uaMark{tag: strings.TrimPrefix(r.args[0], "/"), mcid: -1}
	if len(r.args) > 1 {
		fields := strings.Fields(strings.Trim(r.args[1], "<>"))
		for i := 0; i+1 < len(fields); i += 2 {
			switch fields[i] {
			case "/MCID":
				m.mcid, _ = strconv.Atoi(fields[i+1])
			case "/Type":
				m.kind = strings.TrimPrefix(fields[i+1], "/")
			}
		}
	}
	if len(r.open) > 0 {
		r.fault("%s stands within %s", m.tag, r.open[len(r.open)-1].tag)
	}
	if m.tag != "Artifact" && m.mcid < 0 {
		r.fault("%s has no number", m.tag)
	}
	r.open = append(r.open, m)
}

// mark is what is painted now, without what it is.
func (r *reader) mark() uaMark {
	m := uaMark{mcid: -1}
	if n := len(r.open); n > 0 {
		m = r.open[n-1]
	}
	m.font, m.size = r.now.font, r.now.size
	return m
}

func (r *reader) show(codes string) {
	m := r.mark()
	m.codes = codes
	wide, inked := 0.0, 0.0
	var text strings.Builder
	for i := range len(codes) {
		c := int(codes[i])
		text.WriteRune(m.font.unicode[c])
		wide += m.font.widths[c] * m.size / 1000
		if m.font.unicode[c] != ' ' {
			inked = wide
		}
	}
	m.text = text.String()
	m.box = [4]float64{r.x, r.y, r.x + inked, r.y + 0.714*m.size}
	r.p.marks = append(r.p.marks, m)
}

func (r *reader) point(x, y float64) {
	if !r.drawn {
		r.path, r.drawn = [4]float64{x, y, x, y}, true
	}
	r.path = [4]float64{min(r.path[0], x), min(r.path[1], y), max(r.path[2], x), max(r.path[3], y)}
}

func (r *reader) float(i int) float64 {
	f, err := strconv.ParseFloat(r.args[i], 64)
	if err != nil {
		r.fault("%q is no number", r.args[i])
	}
	return f
}

// next cuts the first token off s: a name, number, operator, string, or
// dictionary without strings in it.
func next(s string) (token, rest string) {
	s = strings.TrimLeft(s, " \r\n\t")
	switch {
	case s == "":
		return "", ""
	case strings.HasPrefix(s, "<<"):
		end := strings.Index(s, ">>") + 2
		return s[:end], s[end:]
	case s[0] == '(':
		for i, depth := 0, 0; i < len(s); i++ {
			switch s[i] {
			case '\\':
				i++
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					return s[:i+1], s[i+1:]
				}
			}
		}
		return s, ""
	}
	end := strings.IndexAny(s[1:], " \r\n\t/(<[") + 1
	if end == 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

func unquote(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r", `\n`, "\n").Replace(s[1 : len(s)-1])
}
