package generate

import (
	"path"

	"interviewkit/internal/diag"
	"interviewkit/internal/manifest"
	"interviewkit/internal/output"
	"interviewkit/internal/strict"
	"interviewkit/kit"
)

// A Renewal makes kits where some may be there already: what is current stays,
// and a kit whose profile is as it was keeps its questions.
type Renewal struct {
	Env     *Env
	Options Options
	Root    *output.Root
	Program string // the version, and which build of it

	Force      bool // as if nothing were there
	Reassemble bool // questions are chosen anew where bank or program changed
	Verify     bool // what is there is read, not only looked at
	Strict     bool // a kit with gaps is not written
	Dry        bool // nothing is written
}

// What came of a profile.
const (
	Made      = "made"      // its questions were chosen, and all is written
	Printed   = "printed"   // written again, from the kit.json that was there
	Unchanged = "unchanged" // all that is there is current
	Unwritten = "unwritten" // a dry run: it would be written
	Failed    = "failed"
)

// An Outcome is what came of a profile that has no fault.
type Outcome struct {
	Status  string
	Kits    []manifest.Kit
	Files   []manifest.File // with the sizes and hashes of what is there, or would be
	Kept    []output.Kept   // files that somebody altered
	Changes []*kit.Diff     // by kit, where other questions took the place of some; nil elsewhere
}

// A Task is what is to be done for a source.
type Task int

// The tasks.
const (
	Skip   Task = iota // all is current
	Print              // from the kit.json that is there
	Choose             // from the profile
)

// One makes the kit of a source or of all its forms, as far as it is not
// current: all or nothing. What the user must mend comes back as diag.Faults.
func (r *Renewal) One(s Source, content []byte) (*Outcome, error) {
	folder := r.Root.Folder(s.Place)
	defer folder.Close()
	if err := folder.Lock(); err != nil {
		return nil, err
	}
	now := r.inputs(s, content)
	st := r.inspect(folder, s, now)
	task, err := r.task(s, content, st, &now)
	if err != nil {
		return nil, err
	}
	if task == Skip {
		return r.skip(s, st)
	}
	var results []*Result
	if task == Print {
		results, err = r.again(s, content, st)
		now.Chosen = st.old.Inputs.Chosen
	} else {
		results, err = r.Env.MakeForms(s, content, r.Options)
	}
	if err != nil {
		return nil, err
	}
	out := r.outcome(s, results)
	out.Changes = r.changes(st, task, results)
	if r.Strict && gaps(out.Kits) > 0 {
		return out, nil
	}
	files := filesOf(s, results)
	if r.Dry {
		out.Files = records(files)
		return out, nil
	}
	if now.Saved {
		now.Look = r.lookOf(nil)
	} else {
		now.Look = r.lookOf(&results[0].Kit.Profile)
	}
	if err := r.write(s, st, now, files, out); err != nil {
		return out, err
	}
	if out.Status = Made; task == Print {
		out.Status = Printed
	}
	return out, nil
}

// gaps returns how many gaps kits have.
func gaps(kits []manifest.Kit) (n int) {
	for _, k := range kits {
		n += len(k.Gaps)
	}
	return n
}

// task decides what is to be done, and completes what the kit would be made
// from by its look.
func (r *Renewal) task(s Source, content []byte, st *standing, now *manifest.Inputs) (Task, error) {
	old := st.old
	if old == nil || r.Force {
		return Choose, nil
	}
	was := old.Inputs
	if was.Source != now.Source || was.Saved != now.Saved || string(was.Choice) != string(now.Choice) {
		return Choose, nil
	}
	stale := r.Reassemble && was.Chosen != now.Chosen
	if was.Look != "" || r.Env.Rules.Brand != nil {
		look, err := r.look(s, content, now.Saved)
		if err != nil {
			return Choose, err
		}
		now.Look = look
	}
	switch {
	case !stale && len(st.missing)+len(st.altered) == 0 && was.Look == now.Look && string(was.Print) == string(now.Print) && was.Bank == now.Bank && was.Program == now.Program:
		return Skip, nil
	case stale || now.Saved || !st.hasKits():
		return Choose, nil
	}
	return Print, nil
}

// skip tells of a kit that is current.
func (r *Renewal) skip(s Source, st *standing) (*Outcome, error) {
	out := &Outcome{Status: Unchanged, Kits: st.old.Kits, Files: st.old.Files}
	if r.Dry {
		return out, nil
	}
	source := r.source(s, st.folder)
	if st.touched || source != st.old.Source {
		st.old.Source = source
		return out, st.folder.Record(st.old)
	}
	return out, st.folder.Sweep()
}

// again returns the results of the kits that are there, printed anew with what
// the profile says of their look now.
func (r *Renewal) again(s Source, content []byte, st *standing) (list []*Result, err error) {
	p, err := r.Env.profile(s, content, r.Options)
	if err != nil {
		return nil, err
	}
	for _, was := range st.old.Kits {
		k, err := r.read(st, was)
		if err != nil {
			return nil, err
		}
		k.Profile.Brand, k.Profile.Face, k.Profile.Paper = p.Brand, p.Face, p.Paper
		if err := r.Env.keepFace(k); err != nil {
			return nil, err
		}
		files, err := r.Env.files(s, content, k, r.Options)
		if err != nil {
			return nil, err
		}
		list = append(list, &Result{Place: path.Join(s.Place, was.Folder), Kit: k, Files: files})
	}
	return list, nil
}

// read returns a kit that is there.
func (r *Renewal) read(st *standing, was manifest.Kit) (*kit.Kit, error) {
	name := path.Join(was.Folder, KitFile)
	content, err := st.folder.Read(name, strict.MaxJSONBytes)
	if err != nil {
		return nil, err
	}
	k, err := kit.Decode(st.folder.Path(name), content, r.Env.Rules)
	if faults := diag.List(err); faults != nil {
		return nil, append(faults, diag.Fault{File: st.folder.Path(name), Msg: "the kit that is there cannot be printed again with this bank and version", Hint: "--reassemble chooses its questions anew"})
	}
	return k, err
}

// outcome tells of results that are not written yet.
func (r *Renewal) outcome(s Source, results []*Result) *Outcome {
	out := &Outcome{Status: Unwritten}
	for _, res := range results {
		folder := res.folder(s)
		k := manifest.Kit{Folder: folder, KitID: res.Kit.KitID, Title: res.Kit.Profile.Title, Rounds: len(res.Kit.Rounds), Objective: res.Kit.Objective, Gaps: res.Kit.Gaps}
		if len(res.Kit.Forms) > 0 {
			k.Form = res.Kit.Form
		}
		for _, round := range res.Kit.Rounds {
			k.Questions += len(round.Questions)
		}
		out.Kits = append(out.Kits, k)
	}
	return out
}

// filesOf returns the files of results, from the folder of their source.
func filesOf(s Source, results []*Result) (list []output.File) {
	for _, res := range results {
		for _, f := range res.Files {
			list = append(list, output.File{Name: path.Join(res.folder(s), f.Name), Content: f.Content, SHA256: manifest.Sum(f.Content)})
		}
	}
	return list
}

// records returns what would be recorded of files, but for their times.
func records(files []output.File) (list []manifest.File) {
	for _, f := range files {
		list = append(list, manifest.File{Name: f.Name, Size: int64(len(f.Content)), SHA256: f.SHA256})
	}
	return list
}

// folder is the result's place in that of its source.
func (r *Result) folder(s Source) string {
	if r.Place == s.Place {
		return ""
	}
	return path.Base(r.Place)
}

// changes tells by kit what other questions took the place of some.
func (r *Renewal) changes(st *standing, task Task, results []*Result) []*kit.Diff {
	if st.old == nil || task != Choose || st.own || !st.hasKits() || len(st.old.Kits) != len(results) {
		return nil
	}
	list := make([]*kit.Diff, len(results))
	for i, res := range results {
		if st.old.Kits[i].KitID == res.Kit.KitID {
			continue
		}
		if before, err := r.read(st, st.old.Kits[i]); err == nil {
			if d := kit.Compare(before, res.Kit); !d.Empty() {
				list[i] = d
			}
		}
	}
	return list
}
