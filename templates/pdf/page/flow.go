package page

// An Item is a block in the flow of pages.
type Item struct {
	Block
	Above    float64 // space above it, except on top of a page
	Keep     bool    // on one page with the next item
	Repeat   *Block  // put above it when it comes to stand on top of a page: a table's head
	Bookmark string  // "": none
	Level    int     // of the bookmark
}

// Flow fills pages with items. Blocks are never cut unless they are taller
// than a page; items kept together move to the next page as one, unless they
// are.
//
// Items at the end that are to be kept with the next wait for it.
func (d *Doc) Flow(items ...Item) {
	for _, it := range items {
		d.waiting = append(d.waiting, it)
		if !it.Keep {
			d.flush()
		}
	}
}

// flush places the items that wait for another.
func (d *Doc) flush() {
	items := d.waiting
	d.waiting = nil
	if len(items) == 0 {
		return
	}
	if len(d.pages) == 0 {
		d.NewPage()
	}
	d.chain(items)
}

// chain places items that want to stay together.
func (d *Doc) chain(items []Item) {
	whole := height(items)
	if whole <= d.Height()+slack {
		if whole-d.topless(items[0]) > d.left()+slack {
			d.NewPage()
		}
		for _, it := range items {
			d.place(it)
		}
		return
	}
	for i, it := range items {
		need := height(items[i:min(i+2, len(items))])
		if need > d.Height() {
			need = it.Above + it.H
		}
		if need-d.topless(it) > d.left()+slack {
			d.NewPage()
		}
		d.place(it)
	}
}

// topless is the space above an item that is not needed where it would stand.
func (d *Doc) topless(it Item) float64 {
	if d.fresh {
		return it.Above
	}
	return 0
}

func height(items []Item) (h float64) {
	for _, it := range items {
		h += it.Above + it.H
	}
	return h
}

// place puts an item on the page, cutting only what is taller than a page.
func (d *Doc) place(it Item) {
	if d.fresh && it.Repeat != nil {
		d.put(it.Repeat.Silent(), 0) // read once is enough
	}
	above := it.Above
	if it.Bookmark != "" {
		d.Mark(it.Level, it.Bookmark)
	}
	for b := it.Block; ; {
		room := d.left() - above
		if d.fresh {
			room = d.left()
		}
		if b.H <= room+slack {
			d.put(b, above)
			return
		}
		first, rest := b.cut(room)
		if first.H == 0 || rest.H == 0 {
			if d.fresh {
				d.put(b, above)
				return
			}
			d.NewPage()
			continue
		}
		d.put(first, above)
		d.NewPage()
		b, above = rest, 0
	}
}

// cut parts a block at the lowest place not below y that no mark crosses; upright
// rules are cut with it. Where that would leave half of the page empty, as
// between columns whose lines stand at different heights, each mark goes its
// own way. Either part may be empty.
func (b Block) cut(y float64) (first, rest Block) {
	at := b.seam(y)
	if at < y/2 {
		at = y
	}
	if at <= slack {
		return Block{}, b
	}
	from := at // of the rest
	for _, m := range b.marks {
		if top, bottom := m.extent(); !m.upright() && bottom > at+slack {
			from = min(from, max(0, top))
		}
	}
	if from <= slack { // a mark as high as the block
		return Block{}, b
	}
	first, rest = Block{W: b.W, H: at, nodes: b.nodes, err: b.err}, Block{W: b.W, H: b.H - from, nodes: b.nodes}
	for _, s := range b.spots {
		if s.y+s.h <= at+slack || s.y < from-slack {
			first.spots = append(first.spots, s)
			continue
		}
		s.y -= from
		rest.spots = append(rest.spots, s)
	}
	for _, m := range b.marks {
		_, bottom := m.extent()
		switch {
		case bottom <= at+slack:
			first.marks = append(first.marks, m)
			continue
		case m.upright() && m.y < at:
			part := m
			part.h = at - m.y
			first.marks = append(first.marks, part)
			m.y, m.h = from, bottom-from
		}
		m.y -= from
		rest.marks = append(rest.marks, m)
	}
	return first, rest
}

// seam returns the lowest place not below y that no mark crosses.
func (b Block) seam(y float64) float64 {
	for moved := true; moved; {
		moved = false
		for _, m := range b.marks {
			if top, bottom := m.extent(); !m.upright() && top < y-slack && bottom > y+slack {
				y, moved = top, true
			}
		}
	}
	return y
}

// upright reports whether a mark is a rule down the page, which can be cut.
func (m mark) upright() bool { return m.kind == rule && m.w == 0 }
