package sfnt_test

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"interviewkit/internal/sfnt"
)

const regular = "../../templates/pdf/page/fonts/NotoSans-Regular.ttf"

func font(t testing.TB) (*sfnt.Font, []byte) {
	t.Helper()
	b, err := os.ReadFile(regular)
	if err != nil {
		t.Fatal(err)
	}
	f, err := sfnt.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f, b
}

func TestParse(t *testing.T) {
	f, _ := font(t)
	if !f.Has('ł') || !f.Has('Ω') || !f.Has('Я') || f.Has('中') {
		t.Error("wrong characters")
	}
	if w := f.Width('m'); w < 900 || w > 960 {
		t.Errorf("m is %d wide", w)
	}
}

// A subset has the outlines it was asked for and those they are made of.
func TestSubset(t *testing.T) {
	f, whole := font(t)
	codes := []sfnt.Code{{Byte: 65, Rune: 'A'}, {Byte: 200, Rune: 'é'}, {Byte: 201, Rune: 'ż'}}
	small := f.Subset(codes)
	if len(small) > len(whole)/40 {
		t.Errorf("%d of %d bytes are left", len(small), len(whole))
	}
	if _, err := sfnt.Parse(small); err == nil { // its map is of bytes, not of Unicode
		t.Error("a symbolic font claims to know Unicode")
	}
}

// What is kept is a font again, from which the same is cut as from the whole.
func TestKeep(t *testing.T) {
	f, whole := font(t)
	kept := f.Keep([]rune("Aeéłż\U0001F680"))
	small, err := sfnt.Parse(kept)
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) > len(whole)/20 || small.Name != "NotoSans-Regular" || small.Ascent != f.Ascent || small.Box != f.Box {
		t.Errorf("%d bytes of %s, ascent %d, box %v", len(kept), small.Name, small.Ascent, small.Box)
	}
	if !small.Has('ż') || small.Has('z') || small.Width('ł') != f.Width('ł') {
		t.Error("wrong characters")
	}
	if again := small.Keep([]rune("Aeéłż")); !bytes.Equal(again, kept) {
		t.Error("what is kept twice is another font")
	}
	codes := []sfnt.Code{{Byte: 200, Rune: 'é', Width: 1200}, {Byte: 201, Rune: 'ż'}}
	if !bytes.Equal(f.Subset(codes), small.Subset(codes)) {
		t.Error("what is cut from it is another font")
	}
}

// Whatever a file holds, it is refused or can be cut, at once.
func FuzzParse(f *testing.F) {
	r, b := font(f)
	f.Add(b[:4000])
	f.Add(r.Keep([]rune("Aé")))
	f.Add([]byte("\x00\x01\x00\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		font, err := sfnt.Parse(file)
		if err != nil && !errors.Is(err, sfnt.ErrFormat) {
			t.Error(err)
		}
		if err != nil {
			return
		}
		runes := []rune{'A', 'B', 'é', '中'}
		codes := make([]sfnt.Code, len(runes))
		for i, r := range runes {
			codes[i] = sfnt.Code{Byte: byte(200 + i), Rune: r, Width: font.Width(r) + 1}
		}
		font.Subset(codes)
		kept := font.Keep(runes)
		if len(kept) > 2*len(file)+4096 {
			t.Errorf("%d bytes are cut out of %d", len(kept), len(file))
		}
		if again, err := sfnt.Parse(kept); err != nil && font.Has('A') {
			t.Errorf("what is kept is no font: %v", err)
		} else if err == nil && again.Has('A') != font.Has('A') {
			t.Error("A was lost")
		}
	})
}

// Characters that overlap would keep us busy for hours.
func TestOverlappingMaps(t *testing.T) {
	f, _ := font(t)
	kept := f.Keep([]rune("ABC"))
	at := bytes.Index(kept, []byte{0, 0, 0, 'B', 0, 0, 0, 'B'})
	for _, first := range []byte{'A', 0} {
		bad := bytes.Clone(kept)
		bad[at+3] = first
		if _, err := sfnt.Parse(bad); !errors.Is(err, sfnt.ErrFormat) {
			t.Errorf("from %d: %v", first, err)
		}
	}
}
