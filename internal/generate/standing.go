package generate

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"

	"interviewkit/internal/manifest"
	"interviewkit/internal/output"
	"interviewkit/internal/sfnt"
	"interviewkit/kit/profile"
)

// standing is what there is of a kit.
type standing struct {
	folder  *output.Folder
	old     *manifest.Manifest // nil for none
	altered []string
	missing []string
	touched bool
	own     bool // the source is the kit.json of this folder
}

// inspect looks at what there is of a kit.
func (r *Renewal) inspect(folder *output.Folder, s Source, now manifest.Inputs) *standing {
	st := &standing{folder: folder, old: folder.Manifest()}
	st.own = now.Saved && sameFile(s.Path, folder.Path(KitFile))
	if st.old == nil {
		return st
	}
	for i := range st.old.Files {
		f := &st.old.Files[i]
		if st.own && f.Name == KitFile {
			continue // its content is the source
		}
		switch folder.Compare(f, r.Verify) {
		case output.Missing:
			st.missing = append(st.missing, f.Name)
		case output.Altered:
			st.altered = append(st.altered, f.Name)
		case output.Touched:
			st.touched = true
		}
	}
	if rec, ok := st.old.File(KitFile); ok && st.old.Inputs.Saved && st.old.Source == KitFile && !now.Saved && folder.Compare(&rec, false) < output.Altered {
		st.altered = append(st.altered, KitFile) // somebody's choice, and the profile takes its place
	}
	return st
}

func sameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// hasKits reports whether the kit.json of each kit is there, as it was
// written.
func (st *standing) hasKits() bool {
	for _, k := range st.old.Kits {
		rec, ok := st.old.File(path.Join(k.Folder, KitFile))
		if !ok || slices.Contains(st.altered, rec.Name) || slices.Contains(st.missing, rec.Name) {
			return false
		}
	}
	return true
}

// choice is the options that questions depend on.
type choice struct {
	Name    string   `json:"name"`
	Seed    int64    `json:"seed"`
	Set     []string `json:"set,omitempty"`
	Forms   int      `json:"forms,omitempty"`
	Overlap int      `json:"overlap,omitempty"`
}

// printing is the options that only documents depend on.
type printing struct {
	Formats []string `json:"formats"`
	Paper   string   `json:"paper,omitempty"`
	Large   bool     `json:"large_print,omitempty"`
	CopyFor string   `json:"copy_for,omitempty"`
	Packets bool     `json:"packets,omitempty"`
}

// inputs returns what a source's kit would be made from now, the look apart.
func (r *Renewal) inputs(s Source, content []byte) manifest.Inputs {
	o := r.Options
	in := manifest.Inputs{Source: manifest.Sum(content), Saved: IsKit(content), Bank: r.Env.Bank.Hash, Program: r.Program}
	c := choice{Name: path.Base(s.Place), Seed: o.Seed}
	if o.Forms.N > 1 {
		c.Forms, c.Overlap = o.Forms.N, o.Forms.Overlap
	}
	for _, set := range o.Overrides {
		c.Set = append(c.Set, set.Assignment)
	}
	if in.Saved {
		c = choice{} // its questions are chosen
	} else {
		in.Chosen = in.Bank + " " + in.Program
	}
	p := printing{o.formats(), o.Paper, o.Large, o.CopyFor, o.Packets}
	in.Choice, in.Print = encoded(c), encoded(p)
	return in
}

// formats returns the formats that are made, in their order.
func (o Options) formats() []string {
	if len(o.Formats) == 0 {
		return Usual()
	}
	return slices.DeleteFunc(Formats(), func(f string) bool { return !slices.Contains(o.Formats, f) })
}

// encoded returns plain data as JSON.
func encoded(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and numbers always can be
	}
	return b
}

// look returns the hash of the look that a source's kit has now, with its
// pictures and its typeface; "" for the plain one.
func (r *Renewal) look(s Source, content []byte, saved bool) (string, error) {
	if saved {
		return r.lookOf(nil), nil // the rest of it is in the kit
	}
	p, err := r.Env.profile(s, content, r.Options)
	if err != nil {
		return "", err
	}
	return r.lookOf(p), nil
}

// lookOf returns the hash of the look that is given with all profiles, and of
// a profile's own; "" for the plain one.
func (r *Renewal) lookOf(p *profile.Profile) string {
	var look []any
	if b := r.Env.Rules.Brand; b != nil {
		look = append(look, b.Brand, sumOf(b.Face))
	}
	if p != nil && (p.Brand != nil || p.Face != nil) {
		look = append(look, p.Brand, sumOf(p.Face))
	}
	if look == nil {
		return ""
	}
	return manifest.Sum(encoded(look))
}

func sumOf(face *sfnt.Font) string {
	if face == nil {
		return ""
	}
	return face.Sum()
}

// source is the way from a kit's folder to its source; "" for standard input.
func (r *Renewal) source(s Source, folder *output.Folder) string {
	if s.Path == "" {
		return ""
	}
	from, err := filepath.Abs(folder.Path(""))
	if err != nil {
		return filepath.ToSlash(s.Path)
	}
	to, err := filepath.Abs(s.Path)
	if err != nil {
		return filepath.ToSlash(s.Path)
	}
	if rel, err := filepath.Rel(from, to); err == nil {
		to = rel
	}
	return filepath.ToSlash(to)
}
