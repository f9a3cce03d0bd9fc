package html

import (
	"math"
	"strconv"

	"interviewkit/internal/logo"
	"interviewkit/kit/profile"
)

// pictures is the policy that lets the page show the logo in it, where there
// is one.
func (w *writer) pictures() string {
	if w.Brand.Logo == "" {
		return ""
	}
	return "img-src data:; "
}

// logo writes the logo as large as it is on paper.
func (w *writer) logo() {
	if w.Brand.Logo == "" {
		return
	}
	const pixel = 25.4 / 96 // of a style sheet, in millimetres
	wide, high := logo.Checked(w.Brand.Logo).Size()
	length := func(x float64) string { return strconv.Itoa(max(1, int(math.Round(x/pixel)))) }
	w.open("img", []string{"class", "logo", "src", w.Brand.Logo, "alt", w.Brand.LogoAlt, "width", length(wide), "height", length(high)})
	w.WriteString("\n")
}

// look is the styles of the team's brand.
func (w *writer) look() (css string) {
	if w.Brand.Logo != "" {
		css = ".logo { float: right; margin: 0 0 .5rem 1rem; }\n"
	}
	if _, ok := profile.RGB(w.Brand.Accent); ok {
		css += "h1, h2 { color: " + w.Brand.Accent + "; }\nh2 { border-color: " + w.Brand.Accent + "; }\n"
	}
	return css
}
