package page

// tight is how far apart the two lines of a foot stand.
const tight = 10.0

// foot is what is said of pages at their foot, besides their number.
type foot struct{ mark, left, right string }

// Foot sets what stands in the foot of the pages begun from now on, besides
// what Options.Foot gives. All of it stands in one line where it fits; else
// left and right stand in a line above, at its two ends.
func (d *Doc) Foot(mark, left, right string) { d.foot = foot{mark, left, right} }

// lines sets the foot of a page between its two ends. room is the far end on
// the document's last page, which is the widest.
func (f foot) lines(near, far, room string, s Style) (b Block) {
	one := behind(near, f.mark, f.left, f.right)
	if f.left+f.right == "" || Label(one, s).W+Grid+Label(room, s).W <= Width {
		return pair(one, far, s)
	}
	s.Lead = tight
	b.Put(0, 0, pair(f.left, f.right, s))
	b.Put(0, tight, pair(behind(near, f.mark), far, s))
	return b
}

// behind puts the texts that there are behind the first.
func behind(first string, texts ...string) string {
	for _, s := range texts {
		if s != "" {
			first += " · " + s
		}
	}
	return first
}
