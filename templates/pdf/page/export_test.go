package page

import "strings"

// Inked returns the left and the right end of what is set in a block, blanks at
// the ends of lines apart.
func (b Block) Inked() (left, right float64) {
	for _, m := range b.marks {
		x := m.x + m.w
		if m.kind == text {
			hanging := len(m.text) - len(strings.TrimRight(m.text, " "))
			x -= float64(hanging) * loaded()[m.face].width(' ') * m.size
		}
		left, right = min(left, m.x), max(right, x)
	}
	return left, right
}

// Lowest returns how far down the lowest mark reaches.
func (b Block) Lowest() (y float64) {
	for _, m := range b.marks {
		_, bottom := m.extent()
		y = max(y, bottom)
	}
	return y
}

// Cut is cut.
func (b Block) Cut(y float64) (first, rest Block) { return b.cut(y) }

// Lines returns the texts of a paragraph's lines.
func (b Block) Lines() (list []string) {
	y := -1.0
	for _, m := range b.marks {
		if m.y != y {
			list, y = append(list, ""), m.y
		}
		list[len(list)-1] += m.text
	}
	return list
}
