// Package diag holds what is wrong with an input as plain values, and renders
// it for people in one place.
//
// The rules of what a person sees:
//   - "file:line:column: message", lower case, no full stop, user text in
//     quotes; then the line itself, underlined; then a hint where one is known.
//   - every fault of a file at once, in the order of the file.
//   - colour is the caller's choice and never part of a message.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// A Fault is one thing wrong with an input. Line, Col and Width count
// characters from 1; Line is 0 where the fault belongs to the file as a whole.
type Fault struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Col    int    `json:"column,omitempty"`
	Width  int    `json:"width,omitempty"`
	Msg    string `json:"message"`
	Hint   string `json:"hint,omitempty"`
	Source string `json:"source,omitempty"` // the text of the line, without its end
}

// Error returns the fault's first line: position and message.
func (f Fault) Error() string {
	var b strings.Builder
	if f.File != "" {
		b.WriteString(f.File)
		if f.Line > 0 {
			b.WriteString(":" + strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Col))
		}
		b.WriteString(": ")
	}
	b.WriteString(f.Msg)
	return b.String()
}

// Faults is every fault found in one input; as an error it is never empty.
type Faults []Fault

// Error joins the first lines of all faults.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// MostTold is how many faults of one file are told.
const MostTold = 100

// Err returns fs, sorted by file, line and column, as an error; nil when empty.
// Of a file with very many it keeps the first, and says that there are more;
// a fault without a message counts as one of these.
func (fs Faults) Err() error {
	if len(fs) == 0 {
		return nil
	}
	fs = fs.sorted()
	var told Faults
	seen, more := 0, 0 // in the file at hand
	for i, f := range fs {
		if seen++; f.Msg != "" && seen <= MostTold {
			told = append(told, f)
		} else {
			more++
		}
		if i+1 < len(fs) && fs[i+1].File == f.File {
			continue
		}
		if more > 0 {
			told = append(told, Fault{File: f.File, Msg: fmt.Sprintf("and at least %d more faults", more), Hint: "mend those that are told, and look again"})
		}
		seen, more = 0, 0
	}
	return told
}

func (fs Faults) sorted() Faults {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), silent(a)-silent(b), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return fs
}

// silent puts faults without a message behind the others.
func silent(f Fault) int {
	if f.Msg == "" {
		return 1
	}
	return 0
}

// Cause returns what went wrong with a file, without the path that the
// operating system's error names and the caller's message has already.
func Cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Err
	}
	return err
}

// List returns the faults that err consists of; nil when it is another error.
func List(err error) Faults {
	var fs Faults
	if errors.As(err, &fs) {
		return fs
	}
	var f Fault
	if errors.As(err, &f) {
		return Faults{f}
	}
	return nil
}
