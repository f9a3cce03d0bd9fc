package typeface_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"

	"interviewkit/internal/beside"
	"interviewkit/internal/typeface"
)

func file(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// licensed is a sound typeface with an fsType.
func licensed(t *testing.T, fsType uint16) []byte {
	t.Helper()
	b := file(t, "../../templates/pdf/page/fonts/NotoSans-Regular.ttf")
	entry := bytes.Index(b[:500], []byte("OS/2"))
	binary.BigEndian.PutUint16(b[binary.BigEndian.Uint32(b[entry+8:])+8:], fsType)
	return b
}

func TestDecode(t *testing.T) {
	few := file(t, "testdata/few.ttf")
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"sound", few, ""},
		{"installable", licensed(t, 0), ""},
		{"editable", licensed(t, 8), ""},
		{"preview, though restricted as well", licensed(t, 2|4), ""},
		{"restricted", licensed(t, 2), "its licence is restricted (fsType 0x0002)"},
		{"not to be cut", licensed(t, 8|0x100), "may not be cut to what is needed (fsType 0x0108)"},
		{"bitmaps alone", licensed(t, 0x200), "its outlines are excepted"},
		{"CFF", []byte("OTTO\x00\x0a"), "has CFF outlines"},
		{"collection", []byte("ttcf\x00\x01"), "a collection of several"},
		{"web", []byte("wOF2\x00\x01"), "WOFF2"},
		{"empty", nil, "an empty file"},
		{"text", []byte("hello, I am no font"), "cannot be used: it does not begin like one"},
		{"half", few[:len(few)/2], "cannot be used: it is damaged"},
	} {
		f, err := typeface.Decode(c.file)
		var p *beside.Problem
		switch {
		case c.want == "" && (err != nil || !f.Has('A') && !f.Has('索')):
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (!errors.As(err, &p) || !strings.Contains(p.Msg, c.want)):
			t.Errorf("%s: %v; want %q", c.name, err, c.want)
		}
	}
}

// What a saved kit holds is taken again as it is, and nothing else is.
func TestURI(t *testing.T) {
	few := file(t, "testdata/few.ttf")
	f, err := typeface.Parse(typeface.URI(few))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(f.Keep([]rune("。「」しスターっデとベょ、")), f.Keep([]rune("。「」しスターっデとベょ、"))) || f.Name != "DroidSansFallback" {
		t.Error(f.Name)
	}
	for _, uri := range []string{"few.ttf", "data:font/ttf;base64,***", typeface.URI(few[:3000]), typeface.URI(nil)} {
		var p *beside.Problem
		if _, err := typeface.Parse(uri); !errors.As(err, &p) {
			t.Errorf("%.30s: %v", uri, err)
		}
	}
}
