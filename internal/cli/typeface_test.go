package cli_test

import (
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// writeTypeface writes a typeface as a script names it: typeface KIND FILE
func writeTypeface(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: typeface few|half|cff|collection|large FILE")
	}
	content, err := os.ReadFile(filepath.Join(ts.Getenv("STARTERS"), "../../internal/typeface/testdata/few.ttf"))
	ts.Check(err)
	switch args[0] {
	case "half":
		content = content[:len(content)/2]
	case "cff":
		content = append([]byte("OTTO"), content[4:]...)
	case "collection":
		content = append([]byte("ttcf"), content[4:]...)
	case "large":
		content = make([]byte, 32<<20+1)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), content, 0o600))
}
