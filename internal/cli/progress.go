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

// progress tells how far a batch is: a bar on a terminal, lines every few
// seconds elsewhere, nothing for few kits or where quiet is asked for. It is
// used by one goroutine.
type progress struct {
	total, done int
	began, told time.Time
	bar         *progressbar.ProgressBar // nil without one
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
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionUseANSICodes(true))
		p.named = !isTerminal(s.out) // names would push the bar along
	default:
		p.plain = s.err
	}
	return p
}

// lines reports whether what is made is named kit by kit.
func (p *progress) lines() bool { return p.named }

// before makes room for what is printed of a kit.
func (p *progress) before() {
	if p.bar != nil {
		_ = p.bar.Clear() // a bar that cannot be drawn is no loss
	}
}

// step counts one kit that is done with.
func (p *progress) step(failed int) {
	p.done++
	if p.bar != nil {
		if failed > 0 {
			p.bar.Describe(fmt.Sprintf("%d failed", failed))
		}
		_ = p.bar.Add(1)
		return
	}
	if p.plain == nil || time.Since(p.told) < lineEvery {
		return
	}
	p.told = time.Now()
	rate := float64(p.done) / p.took().Seconds()
	_, _ = fmt.Fprintf(p.plain, "%d of %d, %.0f a second, about %s left, %d failed\n", p.done, p.total, rate, time.Duration(float64(p.total-p.done)/rate*1e9).Round(time.Second), failed)
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// took is how long the run has gone on.
func (p *progress) took() time.Duration { return time.Since(p.began) }
