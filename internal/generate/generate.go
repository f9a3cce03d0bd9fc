package generate

import (
	"fmt"
	"path"
	"slices"
	"sync"

	"interviewkit/internal/diag"
	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/templates/html"
	"interviewkit/templates/markdown"
	"interviewkit/templates/pdf"
	"interviewkit/templates/view"
)

// Options is what kits depend on besides profile and bank.
type Options struct {
	Version   string
	Seed      int64
	Formats   []string // of Formats(), in any order; none: those of Usual()
	Overrides []profile.Override
	Paper     string // "" for that of the profile
	Large     bool   // large print
	Forms     kit.FormOptions
	CopyFor   string // whose copies the documents are; "" for nobody's
	Packets   bool   // also what each round's interviewer is handed, as PDF
	OneByOne  bool   // documents are made one by one: other kits keep the cores busy
}

// Formats returns the names of the output formats.
func Formats() []string { return append(Usual(), "html") }

// Usual returns the formats that are made when none is named.
func Usual() []string { return []string{"pdf", "md", "json"} }

// A File is one document, ready to be written.
type File struct {
	Name    string // with slashes
	Content []byte
}

// A Result is one kit with its files, relative to the output folder's Place.
type Result struct {
	Place string
	Kit   *kit.Kit
	Files []File
}

// Kit returns the kit of a source's content, without forms: assembled from a
// profile, or as it was saved. The name of an assembled one is the last
// element of place.
func (e *Env) Kit(s Source, content []byte, o Options) (*kit.Kit, error) {
	o.Forms = kit.FormOptions{}
	kits, err := e.kits(s, content, o)
	if err != nil {
		return nil, err
	}
	return kits[0], nil
}

// kits returns the kits of all forms, each with what it needs of the profile's
// typeface.
func (e *Env) kits(s Source, content []byte, o Options) ([]*kit.Kit, error) {
	kits, err := e.chosen(s, content, o)
	if err != nil {
		return nil, err
	}
	for _, k := range kits {
		if err := e.keepFace(k); err != nil {
			return nil, err
		}
	}
	return kits, nil
}

// chosen returns the kits of all forms with their questions.
func (e *Env) chosen(s Source, content []byte, o Options) ([]*kit.Kit, error) {
	if IsKit(content) {
		k, err := e.saved(s, content, o)
		return []*kit.Kit{k}, err
	}
	p, err := e.profile(s, content, o)
	if err != nil {
		return nil, err
	}
	return kit.MakeForms(s.Name, p, e.Bank, kit.Options{Name: path.Base(s.Place), Version: o.Version, Seed: o.Seed}, o.Forms)
}

// profile returns the profile of a source with what the options change.
func (e *Env) profile(s Source, content []byte, o Options) (*profile.Profile, error) {
	overrides := o.Overrides
	if o.Paper != "" {
		overrides = append(slices.Clone(overrides), profile.Override{Origin: "--paper", Assignment: fmt.Sprintf("paper=%q", o.Paper)})
	}
	return profile.Decode(s.Name, content, e.Rules, overrides...)
}

func (e *Env) saved(s Source, content []byte, o Options) (*kit.Kit, error) {
	switch {
	case len(o.Overrides) > 0:
		return nil, diag.Faults{{File: s.Name, Msg: "a saved kit takes no --set", Hint: "edit the kit's profile section, or generate from the profile"}}
	case o.Forms.N > 1:
		return nil, diag.Faults{{File: s.Name, Msg: "a saved kit takes no --forms: its questions are chosen", Hint: "generate the forms from the profile, all in one run"}}
	}
	k, err := kit.Decode(s.Name, content, e.Rules)
	if err != nil {
		return nil, err
	}
	if o.Paper != "" {
		k.Profile.Paper = o.Paper // not what is asked, so the kit's id stays
	}
	return k, k.Profile.Dress(e.Rules.Brand)
}

// Make returns the kit of a source's content with its documents, without
// forms. Nothing is written. What the user must mend comes back as diag.Faults.
func (e *Env) Make(s Source, content []byte, o Options) (*Result, error) {
	o.Forms = kit.FormOptions{}
	results, err := e.MakeForms(s, content, o)
	if err != nil {
		return nil, err
	}
	return results[0], nil
}

// MakeForms is Make for all forms that the options ask for: a kit for each.
func (e *Env) MakeForms(s Source, content []byte, o Options) ([]*Result, error) {
	kits, err := e.kits(s, content, o)
	if err != nil {
		return nil, err
	}
	results := make([]*Result, len(kits))
	for i, k := range kits {
		r := &Result{Place: s.Place, Kit: k}
		if o.Forms.N > 1 {
			r.Place = path.Join(s.Place, formFolder+k.Form)
		}
		if r.Files, err = e.files(s, content, k, o); err != nil {
			return nil, err
		}
		results[i] = r
	}
	return results, nil
}

// KitFile is the file that holds a kit as data.
const KitFile = "kit.json"

// formFolder begins the name of a form's folder; its letter follows.
const formFolder = "form-"

// files returns the documents of a kit in some formats, the usual ones when
// none is named.
// They are made side by side where a single kit is waited for.
func (e *Env) files(s Source, content []byte, k *kit.Kit, o Options) ([]File, error) {
	formats := o.formats()
	m := e.material(&k.Profile)
	m.CopyFor, m.Large = o.CopyFor, o.Large
	wanted := slices.DeleteFunc(documents(k, m, o.Packets), func(d document) bool { return !slices.Contains(formats, d.format) })
	list, errs := make([]File, len(wanted)), make([]error, len(wanted))
	var wg sync.WaitGroup
	for i, d := range wanted {
		list[i].Name = d.name
		render := func() { list[i].Content, errs[i] = d.render() }
		if o.OneByOne {
			render()
		} else {
			wg.Go(render)
		}
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, e.unprintable(s, content, k, o, wanted[i].name, err)
		}
	}
	return list, nil
}

// A document is one file of a kit.
type document struct {
	name, format string
	render       func() ([]byte, error)
}

// documents lists what is made of a kit, in the order in which it is told. A
// view that documents share is made once.
func documents(k *kit.Kit, m view.Material, withPackets bool) []document {
	whole := sync.OnceValue(func() *view.Kit { return view.OfKit(k, m) })
	candidate := sync.OnceValue(func() *view.Candidate { return view.OfCandidate(k.Brief(), m) })
	list := []document{
		{"kit.pdf", "pdf", func() ([]byte, error) { return pdf.Kit(whole()) }},
		{"scorecards.pdf", "pdf", func() ([]byte, error) { return pdf.Scorecards(whole().Scorecards()) }},
		{"handout.pdf", "pdf", func() ([]byte, error) { return pdf.Handout(whole().Handout()) }},
		{"candidate.pdf", "pdf", func() ([]byte, error) { return pdf.Candidate(candidate()) }},
		{"kit.md", "md", func() ([]byte, error) { return markdown.Kit(whole()), nil }},
		{"candidate.md", "md", func() ([]byte, error) { return markdown.Candidate(candidate()), nil }},
		{"kit.html", "html", func() ([]byte, error) { return html.Kit(whole()), nil }},
		{"candidate.html", "html", func() ([]byte, error) { return html.Candidate(candidate()), nil }},
		{KitFile, "json", k.Encode},
	}
	if withPackets {
		list = append(list, packets(k, whole)...)
	}
	return list
}
