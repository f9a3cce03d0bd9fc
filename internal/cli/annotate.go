package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"interviewkit/internal/diag"
)

func annotateFlag() cli.Flag {
	return &cli.StringFlag{Name: "annotate", Usage: "also print faults and gaps as `SERVICE` marks them in a pull request: github", Action: func(_ *cli.Context, v string) error {
		if v != "github" {
			return usageError{"unknown service " + diag.Quote(v) + "; want github", "leave --annotate out elsewhere"}
		}
		return nil
	}}
}

// annotate writes a fault as a workflow command of GitHub Actions, which marks
// it in a pull request.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
func annotate(w io.Writer, level string, f diag.Fault) {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var at []string
	if f.File != "" {
		at = append(at, "file="+property.Replace(f.File))
	}
	if f.Line > 0 {
		at = append(at, fmt.Sprintf("line=%d,col=%d,endColumn=%d", f.Line, f.Col, f.Col+max(f.Width, 1)))
	}
	at = append(at, "title=interviewkit")
	msg := diag.Clean(f.Msg)
	if f.Hint != "" {
		msg += "\nhint: " + diag.Clean(f.Hint)
	}
	_, _ = fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(at, ","), data.Replace(msg))
}
