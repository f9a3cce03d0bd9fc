package pdf_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/form"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func loose() *model.Configuration {
	api.DisableConfigDir()
	return model.NewDefaultConfiguration()
}

// A scorecard that is filled in on screen can be read back: each value stands
// in the field that was filled.
func TestFillAndReadBack(t *testing.T) {
	k, m := opening(t, seniority("senior", "a4"))
	file := render(t, documents()[1], k, m)
	group := exported(t, file)
	f := &group.Forms[0]
	for i, x := range f.TextFields {
		x.Value = "Said 'it works' " + strings.Repeat("x", i%7)
	}
	for i, x := range f.CheckBoxes {
		x.Value = i%2 == 0
	}
	for i, x := range f.RadioButtonGroups {
		x.Value = x.Options[i%len(x.Options)]
	}
	data, err := json.Marshal(group)
	if err != nil {
		t.Fatal(err)
	}
	var filled bytes.Buffer
	if err := api.FillForm(bytes.NewReader(file), bytes.NewReader(data), &filled, loose()); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("INTERVIEWKIT_PDF"); dir != "" {
		_ = os.WriteFile(filepath.Join(dir, "filled.pdf"), filled.Bytes(), 0o666)
	}
	got := values(&exported(t, filled.Bytes()).Forms[0])
	for name, want := range values(f) {
		if got[name] != want {
			t.Errorf("%s is %q, not %q", name, got[name], want)
		}
	}
	ratings := 0
	for _, x := range f.RadioButtonGroups {
		if strings.HasSuffix(x.Name, ":rating") {
			ratings++
		}
	}
	want := 0
	for _, r := range k.Rounds {
		for _, q := range r.Questions {
			want += len(q.Rated())
		}
	}
	if ratings != want {
		t.Errorf("%d ratings, not %d", ratings, want)
	}
}

// values returns what stands in each field.
func values(f *form.Form) map[string]string {
	all := map[string]string{}
	for _, x := range f.TextFields {
		all[x.Name] = x.Value
	}
	for _, x := range f.CheckBoxes {
		all[x.Name] = strconv.FormatBool(x.Value)
	}
	for _, x := range f.RadioButtonGroups {
		all[x.Name] = x.Value
	}
	return all
}

func exported(t *testing.T, file []byte) *form.FormGroup {
	t.Helper()
	group, err := api.ExportForm(bytes.NewReader(file), "card", loose())
	if err != nil {
		t.Fatal(err)
	}
	return group
}

// Every document is a valid file.
func TestValid(t *testing.T) {
	for _, level := range levels {
		k, m := opening(t, seniority(level, "letter"))
		for _, d := range documents() {
			if err := api.Validate(bytes.NewReader(render(t, d, k, m)), loose()); err != nil {
				t.Errorf("%s %s: %v", level, d.name, err)
			}
		}
	}
}
