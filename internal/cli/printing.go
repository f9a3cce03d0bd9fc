package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
	"interviewkit/kit/profile"
	"interviewkit/templates/pdf/page"
)

// printOptions takes over whose copies are printed, and which besides the
// usual documents.
func (r *request) printOptions(c *cli.Context) error {
	pdfs := len(r.options.Formats) == 0 || slices.Contains(r.options.Formats, "pdf")
	r.options.Packets, r.options.CopyFor = c.Bool("packets"), strings.TrimSpace(c.String("copy-for"))
	if r.options.Packets && !pdfs {
		return usageError{"--packets are PDFs, and --format leaves these out", "add pdf to --format"}
	}
	if !c.IsSet("copy-for") {
		return nil
	}
	if r.options.CopyFor == "" {
		return usageError{"--copy-for is empty", "leave it out for nobody's copy"}
	}
	if msg, hint := profile.Line(r.options.CopyFor, profile.MaxFoot, "it stands in the foot of every page"); msg != "" {
		return usageError{"--copy-for: " + msg, hint}
	}
	for _, ch := range r.options.CopyFor {
		if ch == unicode.ReplacementChar || !unicode.IsPrint(ch) {
			return usageError{fmt.Sprintf("--copy-for %s: U+%04X cannot be printed", diag.Quote(r.options.CopyFor), ch), "write the name as it is spoken"}
		}
	}
	var u *page.Unprintable // a profile's typeface may have what ours lack
	if errors.As(page.Check(r.options.CopyFor, nil), &u) && !u.Settable() && pdfs {
		return usageError{"--copy-for: " + u.Error(), "write it in other characters, or leave the PDFs out: --format md,json"}
	}
	return nil
}
