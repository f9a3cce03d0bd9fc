package pdf

import (
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// styles are how the texts of a document are set, in points.
type styles struct {
	body, strong, ask, title, heading, minor page.Style

	// What is not read aloud or at a glance; each is as large as the body in
	// large print.
	note, fine, caption, quiet page.Style

	// The candidate's page has more air than a kit.
	airy, lead, airyHead page.Style
	code, lineNumber     page.Style // without a size
}

func stylesOf(h view.Head) (s styles) {
	set := func(f page.Face, size, lead float64) page.Style {
		return page.Style{Face: f, Size: size, Lead: lead, Beyond: h.Face}
	}
	s.body, s.strong = set(page.Regular, 10, 12), set(page.Bold, 10, 12)
	s.ask, s.minor = set(page.Regular, 14, 18), s.strong
	s.title, s.heading = set(page.Bold, 20, 24), set(page.Bold, 13, 18)
	s.airy, s.lead, s.airyHead = set(page.Regular, 10, 14), set(page.Regular, 12, 18), set(page.Bold, 12, 18)
	s.note, s.fine, s.caption, s.quiet = set(page.Regular, 9, 12), set(page.Regular, 8, 10), set(page.Bold, 8, 12), set(page.Regular, 8, 12)
	if h.Large {
		s.note, s.fine, s.caption, s.quiet = s.body, s.body, s.strong, s.body
	}
	s.code, s.lineNumber = set(page.Mono, 0, 0), set(page.Mono, 8, 0)
	s.lineNumber.Grey = 0.45
	return s
}
