package cli

import (
	"fmt"
	"os"
	"runtime/debug"
)

// program tells builds apart: the version with the commit that it was built
// from, or where that is unknown or was changed, with the executable's own
// size and time.
func program() string {
	build := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			build[s.Key] = s.Value
		}
	}
	if rev := build["vcs.revision"]; rev != "" && build["vcs.modified"] == "false" {
		return Version + " " + rev
	}
	name, err := os.Executable()
	if err != nil {
		return Version
	}
	info, err := os.Stat(name)
	if err != nil {
		return Version
	}
	return fmt.Sprintf("%s %d bytes of %d", Version, info.Size(), info.ModTime().UnixNano())
}
