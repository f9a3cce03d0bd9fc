package page

import (
	"math"
	"strings"
	"unicode"
)

// breakLines parts a paragraph into as few lines of width w as there can be,
// and among these into the least ragged ones. A blank at a line's end stays in
// its text and may hang out.
func breakLines(list []glyph, w float64) [][]glyph {
	if len(list) == 0 {
		return nil
	}
	pieces := cutPieces(list, w)
	ends := bestBreaks(pieces, w)
	lines := make([][]glyph, 0, len(ends))
	from := 0
	for _, end := range ends {
		to := pieces[end].to
		lines = append(lines, list[from:to])
		from = to
	}
	return lines
}

// A piece is what no line end parts.
type piece struct {
	to    int     // index behind its last glyph
	full  float64 // its width
	inked float64 // its width without the blanks at its end
}

// cutPieces finds the places where a line may end. A word wider than a line is
// cut where it must be.
func cutPieces(list []glyph, w float64) []piece {
	pieces := make([]piece, 0, len(list)/5+1)
	var p piece
	flush := func(to int) {
		p.to = to
		pieces = append(pieces, p)
		p = piece{}
	}
	long := 0 // end of a word that is cut where it can be
	for i, g := range list {
		blank := g.r == ' '
		if i == 0 || list[i-1].r == ' ' || unspaced(list[i-1].r) {
			if end, width := wordAt(list, i); width > w/2 {
				long = end
			}
		}
		if !blank && p.full+g.w > w+slack && p.full > 0 {
			flush(i)
		}
		p.full += g.w
		if !blank {
			p.inked = p.full
		}
		if i+1 < len(list) && (mayBreak(list, i) || i+1 < long && strings.ContainsRune("/.,:;=&?!)}]_-", g.r)) {
			flush(i + 1)
		}
	}
	flush(len(list))
	return pieces
}

// wordAt returns the end and the width of the word that begins at i.
func wordAt(list []glyph, i int) (end int, width float64) {
	for end = i; end < len(list) && list[end].r != ' ' && !unspaced(list[end].r); end++ {
		width += list[end].w
	}
	return end, width
}

// mayBreak reports whether a line may end behind the glyph at i.
func mayBreak(list []glyph, i int) bool {
	r, next := list[i].r, list[i+1].r
	if next == ' ' {
		return false
	}
	if unspacedBreak(r, next) {
		return true
	}
	letter := i > 0 && unicode.IsLetter(list[i-1].r)
	switch r {
	case ' ', '—', '\u2003', '\u2002', '\u2009':
		return true
	case '-', '/', '–':
		return letter && unicode.IsLetter(next)
	}
	return false
}

// bestBreaks returns the indices of the last piece of each line.
func bestBreaks(pieces []piece, w float64) []int {
	type best struct {
		lines, from int
		rag         float64
	}
	at := make([]best, len(pieces)+1) // of the pieces before it
	for j := 1; j <= len(pieces); j++ {
		at[j] = best{lines: math.MaxInt}
		width := 0.0
		for i := j - 1; i >= 0; i-- {
			inked := width + pieces[i].inked
			if i < j-1 {
				inked = width + pieces[i].full + pieces[j-1].inked - pieces[j-1].full
			}
			if inked > w+slack && i < j-1 {
				break
			}
			width += pieces[i].full
			rag := at[i].rag + ragged(w-inked, w, j == len(pieces))
			if lines := at[i].lines + 1; lines < at[j].lines || lines == at[j].lines && rag < at[j].rag {
				at[j] = best{lines, i, rag}
			}
		}
	}
	ends := make([]int, at[len(pieces)].lines)
	for j, k := len(pieces), len(ends)-1; k >= 0; k-- {
		ends[k] = j - 1
		j = at[j].from
	}
	return ends
}

// ragged is how ill a line looks that leaves rest of w blank. A last line may
// be short, though not a word alone.
func ragged(rest, w float64, last bool) float64 {
	if !last {
		return rest * rest
	}
	return max(0, rest-0.85*w) * w
}
