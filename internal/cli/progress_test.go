package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/schollz/progressbar/v3"
)

// What is said during a batch stands on a line of its own, and the bar is
// there again below it, with all that has failed.
func TestBarComesBack(t *testing.T) {
	var screen bytes.Buffer
	p := &progress{total: 30, began: time.Now(), bar: progressbar.NewOptions(30, progressbar.OptionSetWriter(&screen), progressbar.OptionShowCount(), progressbar.OptionUseANSICodes(true))}
	errs := p.over(&screen)
	for i := range 30 {
		if i == 12 {
			_, _ = fmt.Fprintln(errs, "role.toml: a fault") // into a buffer
			_, _ = fmt.Fprintln(errs, "hint: mend it")
		}
		p.step(i / 12)
	}
	p.end()
	before, after, found := strings.Cut(screen.String(), "role.toml: a fault\nhint: mend it\n")
	if !found || !strings.HasSuffix(before, "\x1b[2K\r") && !strings.HasSuffix(before, "\r") {
		t.Errorf("the message does not stand alone: %q", before[max(0, len(before)-40):])
	}
	if !strings.Contains(after, "1 failed") || !strings.Contains(after, "(13/30)") {
		t.Errorf("no bar below the message: %q", after[:min(len(after), 200)])
	}
}
