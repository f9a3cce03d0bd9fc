package profile

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"interviewkit/internal/beside"
	"interviewkit/internal/diag"
	"interviewkit/internal/logo"
	"interviewkit/internal/sfnt"
	"interviewkit/internal/strict"
	"interviewkit/internal/typeface"
)

// A Brand is a team's own look. What is empty is as it is without one.
type Brand struct {
	// Logo is a path in what a team writes, from the folder of the file that it
	// stands in. As understood, and in a saved kit, it is the picture itself, a
	// data: URI of a small PNG, so that the kit needs no file beside it.
	Logo         string `toml:"logo" json:"logo,omitempty"`
	LogoAlt      string `toml:"logo_alt" json:"logo_alt,omitempty"`         // what is read in its place
	Accent       string `toml:"accent" json:"accent,omitempty"`             // of headings: "#rrggbb"
	Footer       string `toml:"footer" json:"footer,omitempty"`             // in the foot of each page
	Confidential string `toml:"confidential" json:"confidential,omitempty"` // in what only the hiring team sees
}

// MaxFoot is how many characters a text in the foot of pages may have.
const MaxFoot = 60

// over returns b with what top has in the place of its own.
func (b Brand) over(top Brand) Brand {
	return Brand{cmp.Or(top.Logo, b.Logo), cmp.Or(top.LogoAlt, b.LogoAlt), cmp.Or(top.Accent, b.Accent), cmp.Or(top.Footer, b.Footer), cmp.Or(top.Confidential, b.Confidential)}
}

// A BrandFile is a look that profiles share, as its own file has it.
type BrandFile struct {
	Brand
	Font string     `toml:"font"` // a path from the file's folder; see Profile.Font
	Face *sfnt.Font // what it leads to; nil when it names none
	Name string     // of the file
	Src  string
	doc  *strict.Doc
}

// ReadBrand reads the file of a look. Everything wrong with it comes back at
// once, as diag.Faults.
func ReadBrand(name string) (*BrandFile, error) {
	src, err := strict.ReadFile(name, strict.MaxBytes)
	if err != nil {
		return nil, diag.Faults{{File: name, Msg: err.Error()}}
	}
	doc, err := strict.Parse(name, src)
	if err != nil {
		return nil, err
	}
	f := &BrandFile{Name: name, Src: doc.Src, doc: doc}
	c := &checker{doc: doc, faults: doc.Bind(f)}
	c.brandTexts("", &f.Brand)
	if strings.TrimSpace(f.Logo) != "" {
		path := f.from(f.Logo)
		c.logo("logo", &f.Logo, func() (*logo.Logo, error) { return logo.Named(path) })
	}
	f.Face = c.font(f.Font, func() (*sfnt.Font, error) { return typeface.Named(f.from(f.Font)) })
	return f, c.faults.Err()
}

// from returns a path in the file as it is from where we are.
func (f *BrandFile) from(path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(f.Name), path)
}

// Dress puts a shared look over the profile's own. It fails with diag.Faults
// where a logo is left without words for those who cannot see it.
func (p *Profile) Dress(f *BrandFile) error {
	if f == nil {
		return nil
	}
	own := Brand{}
	if p.Brand != nil {
		own = *p.Brand
	}
	both := own.over(f.Brand)
	p.Brand = &both
	if f.Face != nil {
		p.Face = f.Face
		if both == (Brand{}) {
			p.Brand = nil // the file names nothing else
		}
	}
	if !p.nameLogo() {
		return diag.Faults{f.doc.Fault("logo", noAlt, noAltHint)}
	}
	return nil
}

const (
	noAlt     = "the logo says nothing to those who cannot see it"
	noAltHint = `add logo_alt = "Acme" below it, or company = "Acme" to the profile`
)

// nameLogo gives the logo the company's name where it has no other words, and
// reports whether it has some then.
func (p *Profile) nameLogo() bool {
	if p.Brand == nil || p.Brand.Logo == "" {
		return true
	}
	if p.Brand.LogoAlt == "" {
		p.Brand.LogoAlt = strings.TrimSpace(p.Company)
	}
	return p.Brand.LogoAlt != ""
}

// brand checks the profile's look, reads its logo, and puts the shared look
// over it.
func (c *checker) brand() {
	b, shared := c.p.Brand, c.rules.Brand
	if b != nil {
		c.brandTexts("brand.", b)
		switch {
		case shared != nil && shared.Logo != "":
			b.Logo = "" // not looked for: another is printed
		case strings.TrimSpace(b.Logo) != "":
			path := b.Logo
			c.logo("brand.logo", &b.Logo, func() (*logo.Logo, error) { return logo.Within(filepath.Dir(c.doc.Name), path) })
		}
	}
	if shared == nil {
		if !c.p.nameLogo() {
			c.fault("brand.logo", noAlt, noAltHint)
		}
		return
	}
	if err := c.p.Dress(shared); err != nil {
		c.faults = append(c.faults, diag.List(err)...)
	}
}

// savedBrand checks the look in a saved kit, whose logo is in the kit.
func (c *checker) savedBrand() {
	b := c.p.Brand
	if b == nil {
		return
	}
	c.brandTexts("brand.", b)
	if uri := b.Logo; uri != "" {
		c.logo("brand.logo", &b.Logo, func() (*logo.Logo, error) { return logo.Parse(uri) })
	}
	if !c.p.nameLogo() {
		c.fault("brand.logo", noAlt, noAltHint)
	}
}

// brandTexts checks all of a look but its logo; at is the path of its table.
func (c *checker) brandTexts(at string, b *Brand) {
	const foot = "it stands in the foot of every page"
	for _, t := range []struct {
		key, text string
		most      int
		why       string
	}{
		{"logo", b.Logo, 0, ""}, {"logo_alt", b.LogoAlt, maxText, "it is read in place of the logo"}, {"accent", b.Accent, 0, ""},
		{"footer", b.Footer, MaxFoot, foot}, {"confidential", b.Confidential, MaxFoot, foot},
	} {
		path := at + t.key
		if strings.TrimSpace(t.text) == "" {
			if c.has(path) {
				c.fault(path, t.key+" is empty", "leave the line out")
			}
			continue
		}
		if t.most == 0 {
			continue
		}
		if msg, hint := Line(t.text, t.most, t.why); msg != "" {
			c.fault(path, msg, hint)
		}
	}
	if b.Accent != "" {
		if msg, hint := accentProblem(b.Accent); msg != "" {
			c.fault(at+"accent", msg, hint)
		}
	}
}

// logo puts the picture that read returns in the place of its path.
func (c *checker) logo(path string, at *string, read func() (*logo.Logo, error)) {
	if l, err := read(); c.usable(path, err) {
		*at = l.URI()
	}
}

// usable reports whether a file that path names could be read; where it could
// not, it tells why.
func (c *checker) usable(path string, err error) bool {
	var p *beside.Problem
	switch {
	case err == nil:
		return true
	case errors.As(err, &p):
		c.fault(path, p.Msg, p.Hint)
	default:
		c.fault(path, err.Error(), "")
	}
	return false
}
