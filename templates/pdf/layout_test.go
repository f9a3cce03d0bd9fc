package pdf_test

import "interviewkit/templates/pdf/page"

// The block of text, in points: in the middle of the page's height, 22 mm from
// its left edge, the same on both papers.
const (
	textLeft   = 22 * page.MM
	textWidth  = 170 * page.MM
	textHeight = 57 * page.Grid
)
