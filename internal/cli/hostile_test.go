//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"interviewkit/internal/cli"
)

// Whatever is given in place of a profile or a bank is refused by a clear
// error, soon, and nothing is written.
func TestHostileInputIsRefused(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	base := "title = \"X\"\nseniority = \"mid\"\nfocus_areas = [\"databases\"]\n"
	texts := map[string]string{
		"deep.toml": base + "a = " + strings.Repeat("[", 10_000), "dotted.toml": base + "a" + strings.Repeat(".b", 100_000) + " = 1",
		"keys.toml": base + strings.Repeat("k = 1\n", 1_000_000), "zeros.toml": base + "company = \"a\x00b\"", "latin.toml": base + "company = \"caf\xe9\"",
		"utf16.toml": "\xff\xfet\x00", "rounds.toml": base + strings.Repeat("[[rounds]]\n", 60_000), "json.json": strings.Repeat(`{"a":`, 100_000),
		"long.toml":      base + "company = \"" + strings.Repeat("y", 900_000) + "\"",
		"way.toml":       base + "company = \"../../../etc\"\n[brand]\nlogo = \"../../../../etc/passwd\"\n",
		"bank/junk.toml": strings.Repeat("[[question]]\n", 75_000),
	}
	for name, text := range texts {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile("big.toml", []byte(base), 0o600))
	must(os.Truncate("big.toml", 200<<20))
	must(os.Mkdir("huge", 0o755))
	must(os.WriteFile("huge/huge.toml", []byte(base), 0o600))
	must(os.Truncate("huge/huge.toml", 200<<20))
	must(os.Mkdir("zero", 0o755))
	must(os.Symlink("/dev/zero", "zero/zero.toml"))
	must(os.Symlink("loop.toml", "loop.toml"))
	must(os.Mkdir("folder.toml", 0o755))
	must(syscall.Mkfifo("pipe.toml", 0o600))
	must(os.WriteFile("good.toml", []byte(base), 0o600))
	for want, args := range map[string][]string{
		"big.toml: the file has more than":                {"big.toml"},
		"deep.toml:4:69: brackets nest deeper than 64":    {"deep.toml"},
		"dotted.toml:4:1: a key of more than 64 parts":    {"dotted.toml"},
		"keys.toml: the file has ":                        {"keys.toml"},
		"zeros.toml:4:13: the file holds a NUL byte":      {"zeros.toml"},
		"latin.toml:4:15: byte 0xe9 is not UTF-8":         {"latin.toml"},
		"utf16.toml: the file is UTF-16":                  {"utf16.toml"},
		"rounds.toml:5004:1: a list of 60000; at most":    {"rounds.toml"},
		"json.json:1:325: not JSON: values nest deeper":   {"json.json"},
		"long.toml:4:11: 900000 characters; at most":      {"long.toml"},
		"way.toml:6:8: ":                                  {"way.toml"},
		"loop.toml: too many levels of symbolic links":    {"loop.toml"},
		"pipe.toml: not a regular file":                   {"pipe.toml"},
		"zero.toml: not a regular file":                   {"zero"},
		"folder.toml: the folder holds no *.toml file":    {"folder.toml"},
		"bank/junk.toml:5001:1: a list of 75000; at most": {"--bank", "bank", "good.toml"},
		"huge/huge.toml: the file has more than":          {"--bank", "huge", "good.toml"},
		"zero/zero.toml: not a regular file":              {"--bank", "zero", "good.toml"},
	} {
		var out, errs bytes.Buffer
		if code := cli.Main(append([]string{"interviewkit", "generate"}, args...), nil, &out, &errs); code != 1 || !strings.Contains(errs.String(), want) || errs.Len() > 40_000 {
			t.Errorf("%v: exit %d, %.300s, want %s", args, code, errs.String(), want)
		}
	}
	if _, err := os.Stat("kits"); err == nil {
		t.Error("something was written")
	}
}
