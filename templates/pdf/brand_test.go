package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"interviewkit/internal/logo"
	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/templates/pdf"
	"interviewkit/templates/pdf/page"
	"interviewkit/templates/view"
)

// dressed gives a kit a look, with a logo of w by h pixels.
func dressed(t testing.TB, k *kit.Kit, w, h int, look profile.Brand) {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range p.Pix {
		p.Pix[i] = byte(i*i) | 3
	}
	p.Set(0, 0, color.Transparent)
	var file bytes.Buffer
	if err := png.Encode(&file, p); err != nil {
		t.Fatal(err)
	}
	l, err := logo.Decode(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	look.Logo, look.LogoAlt = l.URI(), "Acme (the company)"
	k.Profile.Brand = &look
}

// packet is the packet of one round, as a document.
func packet(round int) document {
	return document{fmt.Sprintf("packet %d", round+1), func(k *kit.Kit, m view.Material) ([]byte, error) { return pdf.Packet(view.OfKit(k, m).Packet(round)) }}
}

// A document with a look is a valid file; the logo is on its first page alone,
// a figure with words of its own, and the foot of each page says what it
// should, within the block of text.
func TestBrand(t *testing.T) {
	wide := func(s string) string { return strings.Repeat(s, profile.MaxFoot) }
	for i, texts := range [][3]string{{"Acme Talent", "Private", "Ana"}, {wide("V"), wide("M"), wide("W")}} {
		paper, bottom := profile.Papers()[i], [2]float64{78, 54}[i]
		k, m := opening(t, seniority("senior", paper))
		dressed(t, k, 900, 10+100*i, profile.Brand{Accent: "#1a5fb4", Footer: texts[0], Confidential: texts[1]})
		m.CopyFor = texts[2]
		for _, d := range append(documents(), packet(1)) {
			file := render(t, d, k, m)
			if err := api.Validate(bytes.NewReader(file), loose()); err != nil {
				t.Errorf("%s: %v", d.name, err)
			}
			if again := render(t, d, k, m); !bytes.Equal(file, again) {
				t.Errorf("%s: two renders differ", d.name)
			}
			checkLogo(t, d.name, file)
			checkFoot(t, d.name, read(t, file), bottom, texts)
		}
	}
}

const holes = 22 * page.MM // the left margin

func checkLogo(t *testing.T, name string, file []byte) {
	t.Helper()
	drawn, figures := 0, 0
	for _, o := range objects(t, file) {
		if m := contents.FindStringSubmatch(o); m != nil {
			stream := objects(t, file)[number(t, m[1])]
			drawn += strings.Count(stream, " Do Q")
			if strings.Contains(stream, " Do Q") && !regexp.MustCompile(`/Figure <</MCID \d+>> BDC\nq [^\n]* Do Q\nEMC`).MatchString(stream) {
				t.Errorf("%s: the logo is no figure", name)
			}
		}
		if strings.Contains(o, `/S /Figure`) && strings.Contains(o, `/Alt (Acme \(the company\))`) {
			figures++
		}
	}
	if drawn != 1 || figures != 1 {
		t.Errorf("%s: the logo is drawn %d times and told %d times", name, drawn, figures)
	}
}

// checkFoot checks what stands below the block of text, from bottom on: the
// footer, the mark of confidentiality and whose copy it is, though long ones are
// cut where not all have room.
func checkFoot(t *testing.T, d string, pages [][]piece, bottom float64, texts [3]string) {
	t.Helper()
	for n, pieces := range pages {
		var foot []piece
		for _, p := range pieces {
			if p.y < bottom {
				foot = append(foot, p)
			}
		}
		for _, p := range foot {
			if p.x < holes-0.1 || p.x+p.width() > holes+page.Width+0.1 || p.y < 12*page.MM {
				t.Errorf("%s, page %d: %q leaves the block of text", d, n+1, p.text)
			}
			for _, q := range foot {
				if q.y == p.y && q.x > p.x && q.x < p.x+p.width() {
					t.Errorf("%s, page %d: %q stands over %q", d, n+1, q.text, p.text)
				}
			}
		}
		text, page := words([][]piece{foot}), words([][]piece{pieces})
		seen := d == "candidate" || strings.Contains(page, "· Exhibits") // by candidates
		if has := strings.Contains(text, texts[1][:7]); has == seen {
			t.Errorf("%s, page %d says that it is confidential: %v", d, n+1, has)
		}
		if !strings.Contains(text, "Copy for "+texts[2][:3]) || len(texts[0]) < 20 && !strings.Contains(text, texts[0]) {
			t.Errorf("%s, page %d: the foot says %q", d, n+1, text)
		}
	}
}

// A packet is its round's guide, scorecard and exhibits; all packets together
// have the exhibits of the handout, under the same letters, and nothing but the
// exhibit on their pages.
func TestPackets(t *testing.T) {
	k, m := opening(t, seniority("senior", "a4"))
	var have [][]string
	for _, texts := range read(t, render(t, documents()[2], k, m)) {
		have = append(have, bodyOf(texts))
	}
	var got [][]string
	for i, r := range k.Rounds {
		file := render(t, packet(i), k, m)
		if err := api.Validate(bytes.NewReader(file), loose()); err != nil {
			t.Error(err)
		}
		text := words(read(t, file))
		for _, other := range k.Rounds {
			for _, q := range other.Questions {
				if has := strings.Contains(text, q.Title); has != (other.Name == r.Name) {
					t.Errorf("the packet of %s names %s: %v", r.Name, q.ID, has)
				}
			}
		}
		if fields := exported(t, file).Forms[0]; len(fields.RadioButtonGroups) < len(r.Questions) {
			t.Errorf("the scorecard of %s has %d ratings to fill in", r.Name, len(fields.RadioButtonGroups))
		}
		for _, texts := range read(t, file) {
			if strings.Contains(words([][]piece{texts}), "· "+m.Words.Page.Handout) {
				got = append(got, bodyOf(texts))
			}
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(have) {
		t.Errorf("exhibits of the packets:\n%v\nof the handout:\n%v", got, have)
	}
}

// bodyOf is the texts of a page, head and foot apart.
func bodyOf(texts []piece) (list []string) {
	for _, p := range texts {
		if p.face == page.Mono || p.size > 9 {
			list = append(list, p.text)
		}
	}
	return list
}
