package rubrics

import (
	"path"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
	"interviewkit/internal/tomlpos"
)

// ReadQuestions reads one file of a bank. Aliases become the vocabulary's
// names. What is wrong comes back as diag.Faults, all of it at once, beside
// the questions as far as they could be read.
func ReadQuestions(name string, src []byte, v *Vocabulary) ([]Question, diag.Faults) {
	doc, err := strict.Parse(name, src)
	if err != nil {
		return nil, diag.List(err)
	}
	var file struct {
		Questions []Question `toml:"question"`
	}
	faults := doc.Bind(&file)
	stem := strings.TrimSuffix(path.Base(name), ".toml")
	for i := range file.Questions {
		if len(faults) > 10*diag.MostTold {
			break // none of us reads more
		}
		q := &file.Questions[i]
		at := tomlpos.Elem("question", i)
		q.Source, q.Place = name, i
		findings := append(resolveNames(q, v), Check(q, v)...)
		if s, _, ok := strings.Cut(q.ID, "."); ok && s != stem {
			findings = append(findings, Finding{"id", "id " + diag.Quote(q.ID) + " does not start with its file's name", "in this file ids start with " + diag.Quote(stem+".")})
		}
		for _, f := range findings {
			p := at
			if f.Path != "" {
				p += "." + f.Path
			}
			faults = append(faults, doc.Fault(p, f.Msg, f.Hint))
		}
	}
	if len(file.Questions) == 0 && len(faults) == 0 {
		faults = diag.Faults{{File: name, Msg: "the file holds no question", Hint: "each begins with [[question]]"}}
	}
	return file.Questions, faults
}

// resolveNames replaces aliases and reports unknown languages and technologies.
func resolveNames(q *Question, v *Vocabulary) (findings []Finding) {
	lists := []struct {
		sort  Sort
		key   string
		names []string
	}{{SortLanguage, "languages", q.Languages}, {SortTechnology, "technologies", q.Technologies}}
	for _, l := range lists {
		seen := map[string]bool{}
		for i, word := range l.names {
			at := tomlpos.Elem(l.key, i)
			name, ok := v.Resolve(l.sort, word)
			if !ok {
				findings = append(findings, Finding{at, "unknown " + string(l.sort) + " " + diag.Quote(word), v.Hint(l.sort, word)})
				continue
			}
			if seen[name] {
				findings = append(findings, Finding{at, string(l.sort) + " " + diag.Quote(name) + " is named twice", ""})
			}
			seen[name] = true
			l.names[i] = name
		}
	}
	for i, word := range q.Levels {
		if name, ok := v.Resolve(SortLevel, word); ok {
			q.Levels[i] = name
		}
	}
	return findings
}
