package profile

import (
	"fmt"
	"math"
	"strconv"
)

// leastContrast is what text needs against its ground: WCAG 2.2, success
// criterion 1.4.3 (level AA).
const leastContrast = 4.5

// RGB returns the parts of a colour written "#rrggbb"; ok is false for
// anything else.
func RGB(s string) (rgb [3]uint8, ok bool) {
	if len(s) != 7 || s[0] != '#' {
		return rgb, false
	}
	for i := range rgb {
		n, err := strconv.ParseUint(s[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return rgb, false
		}
		rgb[i] = uint8(n)
	}
	return rgb, true
}

// contrast is the ratio of a colour to white, from 1 for white to 21 for black:
// WCAG 2.2, "contrast ratio" and "relative luminance".
func contrast(rgb [3]uint8) float64 {
	luminance := 0.0
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		luminance += weight * c
	}
	return 1.05 / (luminance + 0.05)
}

// darker returns the lightest shade of a colour, as "#rrggbb", that text can be
// set in.
func darker(rgb [3]uint8) string {
	shade := rgb
	for part := 255; part >= 0 && contrast(shade) < leastContrast; part-- {
		for i := range shade {
			shade[i] = uint8((int(rgb[i])*part + 127) / 255)
		}
	}
	return fmt.Sprintf("#%02x%02x%02x", shade[0], shade[1], shade[2])
}

// accentProblem returns what is wrong with an accent colour, "" when nothing is.
func accentProblem(s string) (msg, hint string) {
	rgb, ok := RGB(s)
	if !ok {
		return "no colour: " + strconv.Quote(s), `write it as "#1a5fb4": two hexadecimal digits each of red, green and blue`
	}
	if ratio := contrast(rgb); ratio < leastContrast {
		return fmt.Sprintf("the contrast of %s with white is %.2f to 1; text needs %.1f", s, math.Floor(100*ratio)/100, leastContrast),
			fmt.Sprintf("the nearest darker shade that can be read is %q", darker(rgb))
	}
	return "", ""
}
