package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// barFrom is the least number of kits that a bar is drawn for; fewer are named
// one by one.
const barFrom = 25

// lineEvery is how often a run tells how far it is where no bar can be drawn.
const lineEvery = 5 * time.Second

// drawEvery is how often a bar is drawn anew.
const drawEvery = 100 * time.Millisecond

// progress tells how far a batch is: a bar on a terminal, lines every few
// seconds elsewhere, nothing for few kits or where quiet is asked for. It is
// used by one goroutine.
type progress struct {
	total, done int
	began, told time.Time
	bar         *progressbar.ProgressBar // nil without one
	undrawn     int                      // kits that the bar does not show yet
	hidden      bool                     // something was written where the bar was
	plain       io.Writer                // nil without lines
	named       bool                     // kits are named one by one
}

// newProgress begins to tell of so many kits.
func (s *streams) newProgress(r *request, total int) *progress {
	p := &progress{total: total, began: time.Now(), told: time.Now(), named: true}
	switch {
	case r.quiet || total < barFrom:
	case isTerminal(s.err):
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(s.err), progressbar.OptionSetWidth(20),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("kits"),
			progressbar.OptionClearOnFinish(), progressbar.OptionUseANSICodes(true))
		p.named = !isTerminal(s.out) // names would push the bar along
	default:
		p.plain = s.err
	}
	return p
}

// over returns a writer to the terminal that has the bar: what is written takes
// the bar's place, which is drawn again below it.
func (p *progress) over(w io.Writer) io.Writer {
	if p.bar == nil {
		return w
	}
	return overBar{p, w}
}

type overBar struct {
	p *progress
	w io.Writer
}

func (o overBar) Write(b []byte) (int, error) {
	if !o.p.hidden {
		_ = o.p.bar.Clear() // a bar that cannot be drawn is no loss
		o.p.hidden = true
	}
	return o.w.Write(b)
}

// step counts one kit that is done with.
func (p *progress) step(failed int) {
	p.done++
	if p.bar != nil {
		p.undrawn++
		if p.hidden || time.Since(p.told) >= drawEvery {
			p.draw(failed)
		}
		return
	}
	if p.plain == nil || time.Since(p.told) < lineEvery {
		return
	}
	p.told = time.Now()
	rate := float64(p.done) / p.took().Seconds()
	_, _ = fmt.Fprintf(p.plain, "%d of %d, %.0f a second, about %s left, %d failed\n", p.done, p.total, rate, time.Duration(float64(p.total-p.done)/rate*1e9).Round(time.Second), failed)
}

// draw brings the bar up to date.
func (p *progress) draw(failed int) {
	if failed > 0 {
		p.bar.Describe(fmt.Sprintf("%d failed", failed))
	}
	_ = p.bar.Add(p.undrawn)
	p.undrawn, p.hidden, p.told = 0, false, time.Now()
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil && !p.hidden {
		_ = p.bar.Clear()
		p.hidden = true
	}
}

// took is how long the run has gone on.
func (p *progress) took() time.Duration { return time.Since(p.began) }
