package rubrics

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"interviewkit/internal/diag"
	"interviewkit/internal/strict"
	"interviewkit/internal/tomlpos"
)

//go:embed vocabulary.toml bank/*.toml law/*.toml
var builtin embed.FS

// A Bank is all questions that a kit may be assembled from.
type Bank struct {
	Vocabulary *Vocabulary
	Questions  []Question        // by id
	Replaced   map[string]string // id of a built-in question → the file that replaces it
	Hash       string            // short hash of every file's content

	index map[string]int
	texts map[string][]byte // of files, by name
}

// BuiltinSource is what Question.Source starts with for built-in questions.
const BuiltinSource = "built-in/"

// A source is a file of a bank.
type source struct {
	name    string // for people, and for the id's stem
	content []byte
	layer   int // 0 is built in; a higher layer replaces ids of lower ones
}

// Load returns the built-in bank with the banks in the overlay folders on top,
// later ones winning. What is wrong with any file comes back as diag.Faults;
// a folder that cannot be read as another error.
func Load(overlays ...string) (*Bank, error) {
	sources, vocabularies, err := builtinSources()
	if err != nil {
		return nil, err
	}
	for i, dir := range overlays {
		more, words, err := readOverlay(dir, i+1)
		if err != nil {
			return nil, err
		}
		sources, vocabularies = append(sources, more...), append(vocabularies, words...)
	}
	v, err := mergeVocabularies(vocabularies)
	if err != nil {
		return nil, err
	}
	return assembleBank(sources, vocabularies, v)
}

func builtinSources() (questions, vocabularies []source, err error) {
	names, err := fs.Glob(builtin, "bank/*.toml")
	if err != nil {
		return nil, nil, err
	}
	for _, n := range names {
		content, err := builtin.ReadFile(n)
		if err != nil {
			return nil, nil, err
		}
		questions = append(questions, source{BuiltinSource + path.Base(n), content, 0})
	}
	words, err := builtin.ReadFile("vocabulary.toml")
	return questions, []source{{BuiltinSource + "vocabulary.toml", words, 0}}, err
}

// MaxOverlay is the most that the files of an overlay hold together, in bytes:
// ten times the built-in bank, within what a small machine can check.
const MaxOverlay = 16 << 20

// readOverlay reads the *.toml files of dir; vocabulary.toml adds words.
func readOverlay(dir string, layer int) (questions, vocabularies []source, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, diag.Faults{{File: dir, Msg: "the bank cannot be read: " + diag.Cause(err).Error(), Hint: "--bank wants a folder of *.toml files"}}
	}
	size := 0
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != ".toml" {
			continue
		}
		name := filepath.Join(dir, e.Name())
		content, err := strict.ReadFile(name, strict.MaxBytes)
		if err != nil {
			return nil, nil, diag.Faults{{File: name, Msg: err.Error()}}
		}
		if size += len(content); size > MaxOverlay {
			return nil, nil, diag.Faults{{File: dir, Msg: fmt.Sprintf("the bank has more than %d bytes", MaxOverlay), Hint: "that would be some five thousand questions; leave some out"}}
		}
		s := source{filepath.ToSlash(name), content, layer}
		if e.Name() == "vocabulary.toml" {
			vocabularies = append(vocabularies, s)
		} else {
			questions = append(questions, s)
		}
	}
	if len(questions)+len(vocabularies) == 0 {
		return nil, nil, diag.Faults{{File: dir, Msg: "the folder holds no *.toml file", Hint: "a bank is a folder with files such as databases.toml"}}
	}
	return questions, vocabularies, nil
}

func mergeVocabularies(files []source) (*Vocabulary, error) {
	all := new(Vocabulary)
	var faults diag.Faults
	for _, f := range files {
		v, err := ReadVocabulary(f.name, f.content)
		if err != nil {
			faults = append(faults, diag.List(err)...)
			continue
		}
		if f.layer > 0 && len(v.Levels) > 0 {
			faults = append(faults, diag.Fault{File: f.name, Msg: "a team's vocabulary cannot add levels", Hint: "it may add [[area]], [[language]] and [[technology]]"})
		}
		if f.layer == 0 {
			all.Levels = v.Levels
		}
		all.Areas = append(all.Areas, v.Areas...)
		all.Languages = append(all.Languages, v.Languages...)
		all.Technologies = append(all.Technologies, v.Technologies...)
		faults = append(faults, checkWords(f.name, all)...)
	}
	return all, faults.Err()
}

// checkWords reports names that stand for two words of one sort, and words
// that lack what is printed of them.
func checkWords(file string, v *Vocabulary) (faults diag.Faults) {
	for _, s := range []Sort{SortLevel, SortArea, SortLanguage, SortTechnology} {
		seen := map[string]bool{}
		for _, w := range v.Words(s) {
			if w.Name == "" || w.Title == "" || s == SortArea && w.Sort != "technical" && w.Sort != "people" {
				faults = append(faults, diag.Fault{File: file, Msg: fmt.Sprintf("%s %s needs a name, a title and, for an area, the sort technical or people", s, diag.Quote(w.Name))})
			}
			for _, l := range w.Languages {
				if _, ok := v.find(SortLanguage, l); !ok || s != SortTechnology {
					faults = append(faults, diag.Fault{File: file, Msg: fmt.Sprintf("%s %s has the language %s", s, diag.Quote(w.Name), diag.Quote(l)), Hint: "only a technology has languages, by the names of [[language]]"})
				}
			}
			for _, n := range append([]string{w.Name}, w.Aliases...) {
				if seen[n] {
					faults = append(faults, diag.Fault{File: file, Msg: fmt.Sprintf("%s %s is defined twice", s, diag.Quote(n))})
				}
				seen[n] = true
			}
		}
	}
	return faults
}

func assembleBank(sources, vocabularies []source, v *Vocabulary) (*Bank, error) {
	read, faults := readAll(sources, v)
	b := &Bank{Vocabulary: v, Replaced: map[string]string{}, index: map[string]int{}, texts: map[string][]byte{}}
	for _, s := range slices.Concat(sources, vocabularies) {
		b.texts[s.name] = s.content
	}
	layer := map[string]int{}
	for i, questions := range read {
		for _, q := range questions {
			at, seen := b.index[q.ID]
			switch {
			case !seen:
				b.index[q.ID] = len(b.Questions)
				b.Questions = append(b.Questions, q)
			case layer[q.ID] == sources[i].layer:
				faults = append(faults, diag.Fault{File: q.Source, Msg: fmt.Sprintf("id %s is used twice (also in %s)", diag.Quote(q.ID), b.Questions[at].Source)})
			default:
				b.Replaced[q.ID] = q.Source
				b.Questions[at] = q
			}
			layer[q.ID] = sources[i].layer
		}
	}
	b.sort()
	faults = append(faults, b.checkExcludes()...)
	b.Hash = hash(append(slices.Clone(vocabularies), sources...))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return b, nil
}

// readAll reads every file, each in its own goroutine: decoding is most of
// what a single kit costs.
func readAll(sources []source, v *Vocabulary) ([][]Question, diag.Faults) {
	read := make([][]Question, len(sources))
	found := make([]diag.Faults, len(sources))
	var wg sync.WaitGroup
	for i, s := range sources {
		wg.Go(func() { read[i], found[i] = ReadQuestions(s.name, s.content, v) })
	}
	wg.Wait()
	return read, slices.Concat(found...)
}

func (b *Bank) checkExcludes() (faults diag.Faults) {
	var ids []string
	for _, q := range b.Questions {
		ids = append(ids, q.ID)
	}
	for _, q := range b.Questions {
		for _, other := range q.Excludes {
			if _, ok := b.index[other]; !ok {
				faults = append(faults, diag.Fault{File: q.Source, Msg: fmt.Sprintf("%s excludes %s, which is not in the bank", q.ID, diag.Quote(other)), Hint: diag.DidYouMean(other, ids)})
			}
		}
	}
	return faults
}

func hash(sources []source) string {
	h := sha256.New()
	for _, s := range sources {
		_, _ = fmt.Fprintf(h, "%d %s %d\n", s.layer, path.Base(s.name), len(s.content))
		h.Write(s.content)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// Fault returns a fault at a path of a question ("rubric.3"), in the file that
// it was read from.
func (b *Bank) Fault(q *Question, path, msg, hint string) diag.Fault {
	doc, err := strict.Parse(q.Source, b.texts[q.Source])
	if err != nil {
		return diag.Fault{File: q.Source, Msg: msg, Hint: hint}
	}
	at := tomlpos.Elem("question", q.Place)
	if path != "" {
		at += "." + path
	}
	return doc.Fault(at, msg, hint)
}

// Files returns the names of the bank's files, in order.
func (b *Bank) Files() []string { return slices.Sorted(maps.Keys(b.texts)) }

// Text returns the content of a file of the bank.
func (b *Bank) Text(file string) string { return string(b.texts[file]) }

// Question returns the question with this id; false when there is none.
func (b *Bank) Question(id string) (*Question, bool) {
	i, ok := b.index[id]
	if !ok {
		return nil, false
	}
	return &b.Questions[i], true
}

// Nearest returns the id that was most likely meant by id, "" when none.
func (b *Bank) Nearest(id string) string {
	ids := make([]string, len(b.Questions))
	for i, q := range b.Questions {
		ids[i] = q.ID
		if _, name, _ := strings.Cut(q.ID, "."); name == id {
			return q.ID
		}
	}
	return diag.Nearest(id, ids)
}

// Unknown returns what is said of an id that no question has: the message, and
// the hint that goes with it.
func (b *Bank) Unknown(id string) (msg, hint string) {
	hint = "`interviewkit bank list` shows all ids"
	if near := b.Nearest(id); near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	return "no question " + diag.Quote(id) + " in the bank", hint
}

// With returns a bank of other words in which some questions take the place of
// those with the same id, or are added.
func (b *Bank) With(v *Vocabulary, questions []Question) *Bank {
	all := &Bank{Vocabulary: v, Questions: slices.Clone(b.Questions), Replaced: b.Replaced, Hash: b.Hash, index: map[string]int{}}
	for _, q := range questions {
		if i, ok := b.index[q.ID]; ok {
			all.Questions[i] = q
		} else {
			all.Questions = append(all.Questions, q)
		}
	}
	all.sort()
	return all
}

// sort puts the questions in the order of their ids.
func (b *Bank) sort() {
	slices.SortFunc(b.Questions, func(x, y Question) int { return cmp.Compare(x.ID, y.ID) })
	for i, q := range b.Questions {
		b.index[q.ID] = i
	}
}

// Enemies reports whether one of the two questions gives the other away.
func Enemies(a, b *Question) bool {
	return slices.Contains(a.Excludes, b.ID) || slices.Contains(b.Excludes, a.ID)
}
