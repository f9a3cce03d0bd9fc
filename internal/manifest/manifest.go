// Package manifest records what a kit was made from and which files it has, so
// that a later run knows what is current, what was altered, and what is ours.
//
// A manifest is removed before any file of its kit is touched and written when
// all are there: a kit without one is not whole.
package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"interviewkit/kit"
)

// Name is the file of a manifest, in the folder of its kit.
const Name = ".interviewkit.json"

// Format is the version of the form that manifests have.
const Format = 1

// A Manifest is what is known of a kit, or of all forms of one.
type Manifest struct {
	Format int    `json:"manifest"`
	Source string `json:"source"` // from the manifest's folder, with slashes; "" for standard input
	Inputs Inputs `json:"inputs"`
	Kits   []Kit  `json:"kits"`
	Files  []File `json:"files"`
}

// Inputs is what decides what a kit's files hold. Hashes are SHA-256, in hex.
type Inputs struct {
	Source string          `json:"source"`          // hash of the profile, or of the saved kit
	Saved  bool            `json:"saved,omitempty"` // the source is a saved kit
	Choice json.RawMessage `json:"choice"`          // options that questions depend on
	Print  json.RawMessage `json:"print"`           // options that documents depend on
	Look   string          `json:"look,omitempty"`  // hash of the look that is printed, with its pictures
	Bank   string          `json:"bank"`            // hash of the bank, overlays with it
	// Program is the version, and which build of it.
	Program string `json:"program"`
	// Chosen is the bank and the program that chose the questions.
	Chosen string `json:"chosen"`
}

// A Kit is what is told of a kit without reading it.
type Kit struct {
	Form      string        `json:"form,omitempty"`   // its letter, where there are several
	Folder    string        `json:"folder,omitempty"` // from the manifest's folder
	KitID     string        `json:"kit_id"`
	Title     string        `json:"title"`
	Rounds    int           `json:"rounds"`
	Questions int           `json:"questions"`
	Objective kit.Objective `json:"objective"`
	Gaps      []kit.Gap     `json:"gaps"`
}

// A File is one file of a kit.
type File struct {
	Name   string `json:"name"`   // from the manifest's folder, with slashes
	Size   int64  `json:"size"`   // bytes
	Time   int64  `json:"time"`   // last change, nanoseconds since 1970
	SHA256 string `json:"sha256"` // of its content, in hex
}

// Decode reads a manifest. Whatever is not a whole one of this form, or names
// a file outside its folder, is an error.
func Decode(content []byte) (*Manifest, error) {
	m := new(Manifest)
	if err := json.Unmarshal(content, m); err != nil {
		return nil, fmt.Errorf("decode manifest: %w", err)
	}
	if m.Format != Format || len(m.Kits) == 0 {
		return nil, fmt.Errorf("manifest of form %d; want %d", m.Format, Format)
	}
	for _, f := range m.Files {
		if f.Name == Name || !filepath.IsLocal(filepath.FromSlash(f.Name)) || f.Name != path.Clean(f.Name) || strings.Contains(f.Name, `\`) {
			return nil, fmt.Errorf("manifest names %q", f.Name)
		}
	}
	return m, nil
}

// Encode returns the manifest as it is written.
func (m *Manifest) Encode() ([]byte, error) {
	b, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("encode manifest: %w", err)
	}
	return append(b, '\n'), nil
}

// File returns the record of a file, and whether there is one.
func (m *Manifest) File(name string) (File, bool) {
	for _, f := range m.Files {
		if f.Name == name {
			return f, true
		}
	}
	return File{}, false
}

// Owns reports whether a file of the manifest is this kit's own.
func (k Kit) Owns(name string) bool {
	return k.Folder == "" || strings.HasPrefix(name, k.Folder+"/")
}

// Sum returns the hash of a content, as it is recorded.
func Sum(content []byte) string {
	h := sha256.Sum256(content)
	return hex.EncodeToString(h[:])
}
