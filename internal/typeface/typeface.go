// Package typeface reads typefaces that a profile names for characters that
// ours lack: files that anyone may have made.
package typeface

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"interviewkit/internal/beside"
	"interviewkit/internal/sfnt"
)

// MaxBytes is the size of the largest file: one of all Chinese, Japanese and
// Korean characters takes about 20 MB.
const MaxBytes = 32 << 20

// wanted is what the file of a typeface is.
var wanted = beside.Kind{
	What: "typeface", Form: "TrueType file (.ttf)", Most: MaxBytes,
	Large: "take one that covers fewer languages, such as NotoSansSC-Regular.ttf",
}

// Within reads the typeface at a path below a folder, as beside does. It fails
// with a *beside.Problem.
func Within(dir, path string) (*sfnt.Font, error) { return decoded(wanted.Within(dir, path)) }

// Named reads the typeface at a path that may lead anywhere, as beside does. It
// fails with a *beside.Problem.
func Named(path string) (*sfnt.Font, error) { return decoded(wanted.Named(path)) }

func decoded(file []byte, err error) (*sfnt.Font, error) {
	if err != nil {
		return nil, err
	}
	return Decode(file)
}

// uriHead begins a data: URI of a typeface.
const uriHead = "data:font/ttf;base64,"

// URI returns a file as a data: URI.
func URI(file []byte) string { return uriHead + base64.StdEncoding.EncodeToString(file) }

// Parse returns the typeface of a data: URI such as URI makes, which may have
// been edited by hand. It fails with a *beside.Problem.
func Parse(uri string) (*sfnt.Font, error) {
	const hint = "generate the kit from its profile again"
	data, ok := strings.CutPrefix(uri, uriHead)
	if !ok {
		return nil, &beside.Problem{Msg: "not a typeface: want " + uriHead + "..., as `interviewkit generate` writes it", Hint: hint}
	}
	file, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return nil, &beside.Problem{Msg: "not a typeface: its base64 is damaged", Hint: hint}
	}
	return Decode(file)
}

// Decode reads the content of a TrueType file that may be embedded. It fails
// with a *beside.Problem.
func Decode(file []byte) (*sfnt.Font, error) {
	if p := other(file); p != nil {
		return nil, p
	}
	font, err := sfnt.Parse(file)
	if err != nil {
		msg := strings.TrimPrefix(err.Error(), sfnt.ErrFormat.Error()+": ")
		if !errors.Is(err, sfnt.ErrFormat) {
			msg = err.Error()
		}
		return nil, &beside.Problem{Msg: "the typeface cannot be used: " + msg, Hint: "fetch the file anew; what counts is its content, TrueType, not its name"}
	}
	if why := forbidden(font.Licence); why != "" {
		return nil, &beside.Problem{Msg: fmt.Sprintf("the typeface may not be put into documents: %s (fsType 0x%04X)", why, font.Licence),
			Hint: "choose one with an open licence, such as Noto Sans"}
	}
	return font, nil
}

// other tells sorts of typefaces that are not TrueType by their first bytes.
func other(file []byte) *beside.Problem {
	const ttf = "take the family's TrueType file, which ends in .ttf"
	for _, s := range []struct{ start, msg, hint string }{
		{"OTTO", "the typeface has CFF outlines (OpenType); want TrueType outlines", ttf},
		{"ttcf", "the typeface is a collection of several; want a single one", "take one of them out of the collection, or " + ttf},
		{"wOFF", "the typeface is packed for the web (WOFF); want a TrueType file", ttf},
		{"wOF2", "the typeface is packed for the web (WOFF2); want a TrueType file", ttf},
	} {
		if bytes.HasPrefix(file, []byte(s.start)) {
			return &beside.Problem{Msg: s.msg, Hint: s.hint}
		}
	}
	if len(file) == 0 {
		return &beside.Problem{Msg: "the typeface is an empty file"}
	}
	return nil
}

// Bits of fsType: the OpenType specification, table OS/2.
const (
	usage      = 0x000F
	restricted = 0x0002
	noSubset   = 0x0100
	bitmapOnly = 0x0200
)

// forbidden tells why a licence does not allow what is done with a typeface,
// "" where it does: its outlines are embedded, only those that are needed.
func forbidden(licence uint16) string {
	switch {
	case licence&usage == restricted:
		return "its licence is restricted"
	case licence&noSubset != 0:
		return "it may not be cut to what is needed"
	case licence&bitmapOnly != 0:
		return "its outlines are excepted"
	}
	return ""
}
