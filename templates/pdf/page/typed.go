package page

import (
	_ "embed"
	"sync"

	"golang.org/x/text/encoding/charmap"

	"interviewkit/templates/pdf/finish"
)

//go:embed fonts/forms.ttf
var formsTTF []byte

// typed is what people type into fields is set in. It goes by the name of
// Helvetica, whose widths it has: programs that fill in forms without a screen
// know only the standard fonts, and would refuse another.
var typed = sync.OnceValue(func() *finish.Font {
	font := builtin(formsTTF)
	t := &finish.Font{
		Name: "Helvetica", FileSize: len(formsTTF), File: finish.Pack(formsTTF), WinAnsi: true,
		Box: font.Box, Ascent: font.Ascent, Descent: font.Descent, CapHeight: 716, Stem: 88,
	}
	for c := 32; c < 256; c++ {
		if r := charmap.Windows1252.DecodeByte(byte(c)); font.Has(r) {
			t.Unicode[c], t.Widths[c] = r, font.Width(r)
		}
	}
	return t.Prepare()
})
