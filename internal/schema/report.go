package schema

// Statuses returns what may have come of a profile, in a report.
func Statuses() []string {
	return []string{"made", "printed", "unchanged", "unwritten", "failed", "gone", "pruned", "sound", "gaps"}
}

// report is the form of a line of generate --json and check --json.
func report() object {
	str, n := object{"type": "string"}, object{"type": "integer"}
	strs := list(str, 0, 0)
	hash := object{"type": "string", "pattern": "^[0-9a-f]{64}$"}
	placed := list(full("", object{"id": str, "title": str, "round": str}), 0, 0)
	files := list(full("", object{"path": str, "size": whole("Bytes", 0, 0), "sha256": hash}), 0, 0)
	kept := list(full("A file that somebody altered, and where it is kept", object{"path": str, "as": str}), 0, 0)
	faults := list(record("", object{"file": str, "line": n, "column": n, "width": n, "message": str, "hint": str, "source": str}, "file", "message"), 0, 0)
	faults["type"] = []string{"array", "null"}
	found := gaps()
	found["type"] = []string{"array", "null"}
	changes := full("Which questions took the place of which, as diff --json prints it", object{
		"from": str, "to": str, "profile": strs, "in": placed, "out": placed, "edited": placed,
		"moved":    list(full("", object{"id": str, "title": str, "from": str, "to": str, "from_order": n, "to_order": n}), 0, 0),
		"coverage": list(full("", object{"topic": str, "from_minutes": n, "to_minutes": n, "from_looks": n, "to_looks": n}), 0, 0),
		"rounds":   list(full("", object{"round": str, "from_minutes": n, "to_minutes": n, "from_used": n, "to_used": n}), 0, 0),
	})
	return record("What came of a profile, or of one of its forms: a line of generate --json or check --json", object{
		"profile": str, "form": object{"type": "string", "pattern": "^[a-z]$"}, "kit_id": str, "folder": str, "files": files, "kept": kept, "changes": changes,
		"status":    oneOf("made; printed: again, from the kit.json that was there; unchanged; unwritten: a dry run; failed; gone: its profile is; pruned; of check: sound, gaps or failed", Statuses()),
		"objective": full("", objective()), "gaps": found, "faults": faults, "error": object{"type": "string", "description": "What failed that is no fault of the profile"},
		"milliseconds": whole("How long it took", 0, 0),
	}, "profile", "status", "files", "gaps", "faults", "milliseconds")
}
