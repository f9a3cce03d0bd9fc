// Package batch runs many jobs on a few workers and hands on their results in
// the order of the jobs, whatever finishes first.
package batch

import (
	"context"
	"runtime/debug"
)

// A Panic is what a job panicked with.
type Panic struct {
	Value any
	Stack []byte
}

// window is how many results may wait for their turn: enough that one slow job
// does not hold up the workers.
const window = 128

// Run calls job for 0 to n-1 on at most workers goroutines, and emit with each
// result, in order, on the caller's goroutine. At most window results wait for
// their turn. A job that panics yields panicked(Panic). When ctx ends, jobs
// under way are finished and the rest are not begun; Run returns how many
// results were emitted.
func Run[T any](ctx context.Context, n, workers int, job func(i int) T, panicked func(i int, p Panic) T, emit func(i int, result T)) int {
	workers = max(1, min(workers, n))
	slots := make(chan chan T, window)
	gate := make(chan struct{}, workers)
	go func() {
		defer close(slots)
		for i := range n {
			select {
			case <-ctx.Done():
				return
			case gate <- struct{}{}:
			}
			if ctx.Err() != nil {
				return
			}
			slot := make(chan T, 1)
			slots <- slot
			go func() {
				defer func() { <-gate }()
				defer func() {
					if v := recover(); v != nil {
						slot <- panicked(i, Panic{v, debug.Stack()})
					}
				}()
				slot <- job(i)
			}()
		}
	}()
	i := 0
	for slot := range slots {
		emit(i, <-slot)
		i++
	}
	return i
}
