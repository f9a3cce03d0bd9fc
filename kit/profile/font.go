package profile

import (
	"path/filepath"
	"strings"

	"interviewkit/internal/sfnt"
	"interviewkit/internal/typeface"
)

// font returns the typeface that a path leads to; nil where none is named or
// it cannot be used, which is told.
func (c *checker) font(path string, read func() (*sfnt.Font, error)) *sfnt.Font {
	if strings.TrimSpace(path) == "" {
		if c.has("font") {
			c.fault("font", "font is empty", "leave the line out")
		}
		return nil
	}
	if face, err := read(); c.usable("font", err) {
		return face
	}
	return nil
}

// face reads the profile's typeface, unless another is put in its place.
func (c *checker) face() {
	path := c.p.Font
	c.p.Font = "" // until it is known what a kit needs of it
	if shared := c.rules.Brand; shared != nil && shared.Face != nil {
		c.p.Face = shared.Face
		return
	}
	c.p.Face = c.font(path, func() (*sfnt.Font, error) { return typeface.Within(filepath.Dir(c.doc.Name), path) })
}

// savedFace reads the typeface that a saved kit holds.
func (c *checker) savedFace() {
	c.p.Face = c.font(c.p.Font, func() (*sfnt.Font, error) { return typeface.Parse(c.p.Font) })
}
