package pdf_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWrite leaves the documents in the folder INTERVIEWKIT_PDF names, for
// someone to look at.
func TestWrite(t *testing.T) {
	dir := os.Getenv("INTERVIEWKIT_PDF")
	if dir == "" {
		t.Skip("INTERVIEWKIT_PDF is not set")
	}
	for _, level := range levels {
		k, m := opening(t, seniority(level, "a4"))
		for _, d := range documents() {
			b, err := d.print(k, m)
			if err != nil {
				t.Fatal(level, d.name, err)
			}
			if err := os.WriteFile(filepath.Join(dir, level+"-"+d.name+".pdf"), b, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}
