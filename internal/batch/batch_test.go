package batch_test

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"

	"interviewkit/internal/batch"
)

func TestResultsComeInOrder(t *testing.T) {
	var under, most atomic.Int32
	next := 0
	n := batch.Run(context.Background(), 200, 3, func(i int) int {
		if now := under.Add(1); now > most.Load() {
			most.Store(now)
		}
		defer under.Add(-1)
		for range (200 - i) % 7 {
			runtime.Gosched()
		}
		if i == 50 {
			panic("one bad job")
		}
		return i
	}, func(i int, _ batch.Panic) int { return -i }, func(i, result int) {
		want := next
		if next == 50 {
			want = -50
		}
		if i != next || result != want {
			t.Errorf("result %d of job %d arrived in place %d", result, i, next)
		}
		next++
	})
	if n != 200 || most.Load() > 3 {
		t.Errorf("%d results, %d jobs at once", n, most.Load())
	}
}

func TestCancelStopsBeginning(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := batch.Run(ctx, 1000, 2, func(i int) int {
		if i == 10 {
			cancel()
		}
		return i
	}, nil, func(int, int) {})
	if n < 10 || n > 30 {
		t.Errorf("%d results after a cancel at job 10", n)
	}
}
