package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// slugs gives headings the anchors that GitHub and pandoc's gfm give them.
type slugs map[string]int // how often a slug came up

// next returns the anchor of the next heading of a document.
func (s slugs) next(text string) string {
	slug := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || unicode.IsLetter(r) || unicode.In(r, unicode.M, unicode.Nd, unicode.Pc):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
	n := s[slug]
	s[slug]++
	if n > 0 {
		slug += "-" + strconv.Itoa(n)
	}
	return slug
}
