package generate

import (
	"slices"

	"interviewkit/internal/manifest"
	"interviewkit/internal/output"
)

// write puts all files in their places.
func (r *Renewal) write(s Source, st *standing, now manifest.Inputs, files []output.File, out *Outcome) (err error) {
	change := output.Change{Files: files}
	made := map[string]string{} // its hash by name
	for _, f := range files {
		made[f.Name] = f.SHA256
	}
	if sum := made[KitFile]; st.own && sum != "" {
		now.Source = sum // what the next run finds
	}
	for _, name := range st.altered {
		if st.folder.Sum(name) != made[name] {
			change.Keep = append(change.Keep, name)
		}
	}
	m := &manifest.Manifest{Format: manifest.Format, Source: r.source(s, st.folder), Inputs: now, Kits: out.Kits}
	if st.old != nil {
		for _, f := range st.old.Files {
			switch {
			case made[f.Name] != "" || slices.Contains(st.altered, f.Name):
			case st.own && f.Name == KitFile:
				m.Files = append(m.Files, f) // the source itself stays
			default:
				change.Drop = append(change.Drop, f.Name)
			}
		}
	}
	out.Kept, err = st.folder.Write(change, func(files []manifest.File) *manifest.Manifest {
		m.Files = append(m.Files, files...)
		return m
	})
	if err != nil {
		return err
	}
	out.Files = m.Files
	return nil
}
