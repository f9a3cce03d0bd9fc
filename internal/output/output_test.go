package output_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"interviewkit/internal/manifest"
	"interviewkit/internal/output"
)

// write puts files into the folder at a place and returns what was kept.
func write(t *testing.T, dir, place string, c output.Change) ([]output.Kept, error) {
	t.Helper()
	root, err := output.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := root.Close(); err != nil {
			t.Error(err)
		}
	}()
	f := root.Folder(place)
	defer f.Close()
	if err := f.Lock(); err != nil {
		t.Fatal(err)
	}
	for i := range c.Files {
		c.Files[i].SHA256 = manifest.Sum(c.Files[i].Content)
	}
	return f.Write(c, func(files []manifest.File) *manifest.Manifest {
		return &manifest.Manifest{Format: manifest.Format, Kits: []manifest.Kit{{}}, Files: files}
	})
}

// tree lists files with their content, and folders.
func tree(t *testing.T, dir string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil || d.Name() == manifest.Name {
			return err
		}
		if !d.IsDir() {
			content, err := os.ReadFile(name)
			rel += "=" + string(content)
			list = append(list, rel)
			return err
		}
		list = append(list, rel+"/")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func put(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWriteKeepDrop(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kits")
	put(t, filepath.Join(dir, "a/kit.md"), "by hand")
	put(t, filepath.Join(dir, "a/kit.md.orig"), "by hand before")
	put(t, filepath.Join(dir, "a/packets/1.pdf"), "old")
	put(t, filepath.Join(dir, "a/.interviewkit-77/0"), "left by a run that was killed")
	put(t, filepath.Join(dir, "a/mine"), "never touched")
	kept, err := write(t, dir, "a", output.Change{Files: []output.File{{Name: "kit.md", Content: []byte("new")}, {Name: "form-a/kit.md", Content: []byte("x")}}, Drop: []string{"packets/1.pdf", "never-there"}, Keep: []string{"kit.md"}})
	if err != nil || !slices.Equal(kept, []output.Kept{{Name: "kit.md", As: "kit.md.orig.2"}}) {
		t.Errorf("%v, %v", kept, err)
	}
	want := []string{"a/", "a/form-a/", "a/form-a/kit.md=x", "a/kit.md=new", "a/kit.md.orig=by hand before", "a/kit.md.orig.2=by hand", "a/mine=never touched"}
	if got := tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A failed write leaves nothing new behind, keeps what was there, and leaves
// no manifest that would call it whole.
func TestFailedWriteLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a/form-b/one/full"), "in the way")
	before := tree(t, dir)
	if _, err := write(t, dir, "a", output.Change{Files: []output.File{{Name: "form-a/one", Content: []byte("1")}, {Name: "form-b/one", Content: nil}}}); err == nil {
		t.Fatal("no error")
	}
	if got := tree(t, dir); !slices.Equal(got, before) {
		t.Errorf("%q, want %q", got, before)
	}
	if _, err := os.Stat(filepath.Join(dir, "a", manifest.Name)); err == nil {
		t.Error("there is a manifest")
	}
}

// Folders that were made for a kit that failed are gone afterwards.
func TestFolderForNothing(t *testing.T) {
	dir := t.TempDir()
	if _, err := write(t, filepath.Join(dir, "x/kits"), "team/a", output.Change{Files: []output.File{{Name: "kit.md", Content: nil}, {Name: "kit.md/below", Content: nil}}}); err == nil {
		t.Fatal("no error")
	}
	if got := tree(t, dir); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
}

// Nothing is written through a symbolic link that leads out.
func TestNoWayOut(t *testing.T) {
	dir := t.TempDir()
	outside := t.TempDir()
	put(t, filepath.Join(outside, "precious"), "as it was")
	if err := os.Symlink(outside, filepath.Join(dir, "a")); err != nil {
		t.Skip(err)
	}
	root, err := output.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	f := root.Folder("a")
	defer f.Close()
	if err := f.Lock(); err == nil {
		t.Error("locked")
	}
	if _, err := f.Write(output.Change{Files: []output.File{{Name: "precious", Content: []byte("changed")}}, Drop: []string{"precious"}}, nil); err == nil || !strings.Contains(err.Error(), "escapes") {
		t.Errorf("error %v", err)
	}
	if got := tree(t, outside); !slices.Equal(got, []string{"precious=as it was"}) {
		t.Errorf("%q", got)
	}
}

func TestCompare(t *testing.T) {
	dir := t.TempDir()
	if _, err := write(t, dir, "a", output.Change{Files: []output.File{{Name: "one", Content: []byte("1")}}}); err != nil {
		t.Fatal(err)
	}
	root, err := output.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	f := root.Folder("a")
	if err := f.Lock(); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rec, name := f.Manifest().Files[0], filepath.Join(dir, "a/one")
	check := func(what string, hash bool, want output.State) {
		t.Helper()
		if got := f.Compare(&rec, hash); got != want {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	check("as written", true, output.Intact)
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	put(t, name, "2")
	check("changed", false, output.Altered)
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	check("changed, with the time of before", false, output.Intact)
	check("changed, with the time of before, hashed", true, output.Altered)
	put(t, name, "1")
	check("written again with the same", false, output.Touched)
	check("its record has its time now", false, output.Intact)
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	check("removed", false, output.Missing)
}
