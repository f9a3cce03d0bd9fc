// Package generate turns one profile into the files of its kit.
package generate

import (
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
	"interviewkit/templates/locale"
	"interviewkit/templates/view"
)

// An Env is what every kit of a run shares. It is read only.
type Env struct {
	Bank    *rubrics.Bank
	Rules   profile.Rules
	locales map[string]*locale.Catalogue
	laws    map[string]*rubrics.Law
}

// NewEnv loads the bank with its overlays, the locales and the laws. Faults in
// an overlay come back as diag.Faults.
func NewEnv(overlays ...string) (*Env, error) {
	bank, err := rubrics.Load(overlays...)
	if err != nil {
		return nil, err
	}
	e := &Env{Bank: bank, locales: map[string]*locale.Catalogue{}, laws: map[string]*rubrics.Law{}}
	e.Rules = profile.Rules{Bank: bank, Jurisdictions: rubrics.Jurisdictions(), Locales: map[string]map[string]string{}}
	for _, name := range locale.Names() {
		words, err := locale.Load(name)
		if err != nil {
			return nil, err
		}
		e.locales[name], e.Rules.Locales[name] = words, words.Rounds
	}
	for _, name := range e.Rules.Jurisdictions {
		if e.laws[name], err = rubrics.ReadLaw(name); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// UseBrand puts the look in a file over that of every profile. Faults in it come
// back as diag.Faults.
func (e *Env) UseBrand(file string) (err error) {
	e.Rules.Brand, err = profile.ReadBrand(file)
	return err
}

// material returns what the documents of a profile are made from.
func (e *Env) material(p *profile.Profile) view.Material {
	m := view.Material{Words: e.locales[p.Locale], Vocabulary: e.Bank.Vocabulary, Face: p.Face}
	for _, j := range p.Jurisdictions {
		m.Laws = append(m.Laws, e.laws[j])
	}
	return m
}
