package sfnt_test

import (
	"errors"
	"os"
	"testing"

	"interviewkit/templates/pdf/sfnt"
)

const regular = "../page/fonts/NotoSans-Regular.ttf"

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

func FuzzParse(f *testing.F) {
	_, b := font(f)
	f.Add(b[:4000])
	f.Add(b)
	f.Add([]byte("\x00\x01\x00\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		font, err := sfnt.Parse(file)
		if err != nil && !errors.Is(err, sfnt.ErrFormat) {
			t.Error(err)
		}
		if err == nil {
			font.Width('a')
		}
	})
}
