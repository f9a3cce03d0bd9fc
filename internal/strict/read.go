package strict

import (
	"errors"
	"fmt"
	"io"
	"os"

	"interviewkit/internal/diag"
)

// ReadFile returns the content of a regular file of at most so many bytes.
// Errors do not name the file.
func ReadFile(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, diag.Cause(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, diag.Cause(err)
	}
	defer func() { _ = f.Close() }() // only read from
	return ReadAll(f, most)
}

// ReadAll returns all of what r holds, at most so many bytes.
func ReadAll(r io.Reader, most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("the file cannot be read: %w", diag.Cause(err))
	}
	if int64(len(b)) > most {
		return nil, fmt.Errorf("the file has more than %d bytes", most)
	}
	return b, nil
}
