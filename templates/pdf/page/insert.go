package page

// Bookmarks returns the entries of the outline so far, in order.
func (d *Doc) Bookmarks() []*Bookmark { return d.marks }

// Insert puts pages before all others, such as a table of contents, which can
// be made only when the rest is there. fill fills an empty document of the same
// shape, with the head and foot of what would come next; the bookmarks already
// know which pages they will be on.
func (d *Doc) Insert(fill func(front *Doc)) {
	d.flush()
	for moved, n := 0, 1; ; {
		d.move(n - moved)
		moved = n
		front := d.Same()
		front.head, front.foot = d.head, d.foot
		fill(front)
		if n = front.Pages(); n == moved {
			d.pages = append(front.pages, d.pages...)
			d.marks = append(front.marks, d.marks...)
			d.fail(front.err)
			return
		}
	}
}

// move moves all bookmarks n pages on.
func (d *Doc) move(n int) {
	for _, m := range d.marks {
		m.sheet += n
	}
}
