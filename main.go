// Command interviewkit turns a role profile into a structured interview kit.
package main

import (
	"os"

	"interviewkit/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
