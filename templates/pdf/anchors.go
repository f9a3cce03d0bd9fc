package pdf

import (
	"strconv"
	"unicode/utf8"

	"interviewkit/templates/locale"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// columns of anchors.
const anchorGap = 12.0

// anchorWidths shares a width among the four columns of anchors: the columns
// of longer texts are wider, so that the rows are low. All that is given shares
// the same widths.
func anchorWidths(w float64, rated ...view.Rated) (widths [4]float64) {
	var sums [4]float64
	total := 0.0
	for _, r := range rated {
		for i, a := range r.Anchors {
			n := float64(utf8.RuneCountInString(a) + 20)
			sums[i], total = sums[i]+n, total+n
		}
	}
	w -= 3 * anchorGap
	for i := range widths {
		widths[i] = w * (0.06 + 0.76*sums[i]/max(total, 1))
	}
	return widths
}

// ownWidths shares a width among the columns of one rating's anchors so that
// the highest of them is low: the others give to it what they can spare.
func ownWidths(w float64, r view.Rated, s page.Style) [4]float64 {
	const step, least = 4, 56
	widths := anchorWidths(w, r)
	var height [4]func(float64) float64
	for i, a := range r.Anchors {
		height[i] = page.Measure(a, s)
	}
	best, lowest := widths, 0.0
	for range 24 {
		var heights [4]float64
		high, low := 0, -1
		for i := range r.Anchors {
			heights[i] = height[i](widths[i])
			if heights[i] > heights[high] {
				high = i
			}
		}
		if lowest == 0 || heights[high] < lowest {
			best, lowest = widths, heights[high]
		}
		for i := range widths {
			if i != high && widths[i] >= least+step && (low < 0 || heights[i] < heights[low]) {
				low = i
			}
		}
		if low < 0 {
			break
		}
		widths[high], widths[low] = widths[high]+step, widths[low]-step
	}
	return best
}

// ratedIn returns all that is rated in a round.
func ratedIn(r *view.Round) (list []view.Rated) {
	for _, q := range r.Questions {
		list = append(list, q.Rated...)
	}
	return list
}

// anchors prints the four anchors side by side, each below its figure, and
// below its box when ratings are given here.
func (p *printer) anchors(r *view.Rated, widths [4]float64, s page.Style, boxes *page.Field) (b page.Block) {
	x := 0.0
	var stems []float64
	for i, a := range r.Anchors {
		name := strconv.Itoa(i + 1)
		if i == 2 {
			name += " " + locale.Fill(p.w.Guide.BarAt, "level", r.Level)
		}
		at := x
		if boxes != nil {
			b.Check(x, 0, option(*boxes, strconv.Itoa(i+1), name))
			at += 17
		}
		b.Put(at, 0, page.Fit(widths[i]+x-at, name, p.caption))
		b.Put(x, 14, page.Para(widths[i], a, s))
		x += widths[i] + anchorGap
		stems = append(stems, x-anchorGap/2)
	}
	for _, x := range stems[:3] {
		b.Stem(x, 0, b.H)
	}
	return b
}
