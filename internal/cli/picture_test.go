package cli_test

import (
	"bytes"
	"image"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// picture writes a picture as a script names it: picture KIND FILE
func picture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: picture png|jpeg|gif|bomb|cut FILE")
	}
	p := image.NewPaletted(image.Rect(0, 0, 300, 90), palette.WebSafe)
	for i := range p.Pix {
		p.Pix[i] = byte(i % 200)
	}
	var b bytes.Buffer
	var err error
	switch args[0] {
	case "jpeg", "cut":
		err = jpeg.Encode(&b, p, nil)
	case "gif":
		err = gif.Encode(&b, p, nil)
	default:
		err = png.Encode(&b, p)
	}
	ts.Check(err)
	content := b.Bytes()
	switch args[0] {
	case "bomb": // the header says 65,535 by 65,535 pixels; its sum is right
		content = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00\x39\x67\x4e\x07")
	case "cut":
		content = content[:len(content)/3]
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), content, 0o600))
}
