package generate

import (
	"path"
	"slices"

	"interviewkit/internal/manifest"
	"interviewkit/internal/output"
)

// write puts all files of the results in their places.
func (r *Renewal) write(s Source, st *standing, now manifest.Inputs, results []*Result, out *Outcome) (err error) {
	var change output.Change
	made := map[string]string{} // its hash by name
	for _, res := range results {
		for _, f := range res.Files {
			name := path.Join(res.folder(s), f.Name)
			made[name] = manifest.Sum(f.Content)
			change.Files = append(change.Files, output.File{Name: name, Content: f.Content, SHA256: made[name]})
			if st.own && name == KitFile {
				now.Source = made[name] // what the next run finds
			}
		}
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
	out.Status, out.Files = Made, m.Files
	if out.Task == Print {
		out.Status = Printed
	}
	return nil
}
