package generate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"interviewkit/internal/diag"
	"interviewkit/internal/tomlpos"
	"interviewkit/internal/typeface"
	"interviewkit/kit"
	"interviewkit/templates/pdf/page"
)

// keepFace puts into a kit what its texts need of the profile's typeface.
func (e *Env) keepFace(k *kit.Kit) error {
	k.Profile.Font = ""
	face := k.Profile.Face
	if face == nil {
		return nil
	}
	text, err := e.text(k)
	if err != nil {
		return err
	}
	needed := slices.DeleteFunc(page.Beyond(text), func(r rune) bool { return !face.Has(r) })
	if len(needed) > 0 {
		k.Profile.Font = typeface.URI(face.Keep(needed))
	}
	return nil
}

// text returns all texts of a kit that documents may print, and some more.
func (e *Env) text(k *kit.Kit) (string, error) {
	texts := *k
	texts.Name, texts.Profile.Font = "", "" // a folder's, and no text
	content, err := texts.Encode()
	if err != nil {
		return "", err
	}
	list := []string{string(content)}
	for _, t := range k.Topics { // the candidate is told what they are
		list = append(list, e.Bank.Vocabulary.About(t.Topic))
	}
	return strings.Join(list, "\n"), nil
}

// Printable reports, as diag.Faults, the first character of a kit that its
// PDFs cannot print.
func (e *Env) Printable(s Source, content []byte, k *kit.Kit, o Options) error {
	text, err := e.text(k)
	if err != nil || page.Check(text, k.Profile.Face) == nil {
		return err
	}
	o.Formats = []string{"pdf"} // perhaps it is in what is not printed
	_, err = e.files(s, content, k, o)
	return err
}

// unprintable turns a character that no face has into a fault that points to
// it, in the profile or in the bank's file it comes from.
func (e *Env) unprintable(s Source, content []byte, k *kit.Kit, o Options, document string, err error) error {
	var u *page.Unprintable
	if !errors.As(err, &u) {
		return fmt.Errorf("%s: %w", document, err)
	}
	f := diag.Fault{File: s.Name, Msg: fmt.Sprintf("%s cannot print %q (U+%04X), in %s", document, u.Rune, u.Rune, diag.Quote(u.Text)), Hint: remedy(u, IsKit(content))}
	if why := u.Why(); why != "" {
		f.Msg += ": " + why
	}
	if strings.ContainsRune(o.CopyFor, u.Rune) && strings.Contains(u.Text, o.CopyFor) {
		f.File = "--copy-for"
		return diag.Faults{f}
	}
	e.locate(&f, u.Rune, string(content), k)
	return diag.Faults{f}
}

// locate gives a fault the place where a character first stands: in the source
// of a kit, in the look that is given with it, or in the bank.
func (e *Env) locate(f *diag.Fault, r rune, content string, k *kit.Kit) {
	if pointTo(f, r, content, 0) {
		return
	}
	if look := e.Rules.Brand; look != nil && pointTo(f, r, look.Src, 0) {
		f.File = look.Name
		return
	}
	for _, round := range k.Rounds {
		for _, q := range round.Questions {
			if q.Source == "" || !strings.ContainsRune(fmt.Sprint(q), r) {
				continue
			}
			f.File, f.Msg = q.Source, q.ID+": "+f.Msg
			pointTo(f, r, e.Bank.Text(q.Source), e.Bank.Fault(&q.Question, "", "", "").Line-1)
			return
		}
	}
	for _, file := range e.Bank.Files() { // such as a vocabulary
		if pointTo(f, r, e.Bank.Text(file), 0) {
			f.File = file
			return
		}
	}
}

// pointTo gives a fault the place where a character first stands in src behind
// so many lines, and reports whether it does.
func pointTo(f *diag.Fault, r rune, src string, lines int) bool {
	from := 0
	for ; lines > 0; lines-- {
		from += strings.IndexByte(src[from:], '\n') + 1
	}
	at := strings.IndexRune(src[from:], r)
	if at < 0 {
		return false
	}
	at += from
	p := tomlpos.Locate(src, tomlpos.Span{Start: at, End: at + len(string(r))})
	f.Line, f.Col, f.Width, f.Source = p.Line, p.Col, p.Width, p.Text
	return true
}

// remedy tells what to do about a character that cannot be printed.
func remedy(u *page.Unprintable, saved bool) string {
	const rest = "write it in other characters, or leave the PDFs out: --format md,json"
	switch {
	case !u.Settable():
		return rest
	case saved:
		return "a saved kit holds only what it needed of its typeface: generate it from its profile again, " + rest
	case u.Named:
		return "name another typeface, " + rest
	}
	return `name a typeface that has it, such as font = "NotoSansSC-Regular.ttf", ` + rest
}
