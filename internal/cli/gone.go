package cli

import (
	"interviewkit/internal/generate"
	"interviewkit/internal/output"
	"interviewkit/kit"
)

// What became of a kit whose profile is gone, besides the statuses of others.
const (
	statusGone   = "gone"   // it is there
	statusPruned = "pruned" // it was removed
)

// gone tells of kits below the output folder whose profile is gone, and
// removes them where that is asked for and no argument was at fault.
func (s *streams) gone(r *request, root *output.Root, all []generate.Source, code int) error {
	places := map[string]bool{}
	for _, src := range all {
		places[src.Place] = true
	}
	list, err := root.Gone(func(place string) bool { return places[place] || !r.shard.Has(place) })
	if err != nil {
		return err
	}
	if r.prune && code != exitDone && len(list) > 0 {
		s.note("interviewkit: nothing is pruned, since not all went well\n")
	}
	for _, k := range list {
		rep := report{Profile: k.Source, Status: statusGone, Place: k.Folder, Files: []madeFile{}, Gaps: []kit.Gap{}}
		if r.prune && code == exitDone {
			kept, err := root.Prune(k)
			for _, f := range kept {
				rep.Kept = append(rep.Kept, keptFile{f.Name, f.As})
			}
			if err != nil {
				return err
			}
			rep.Status = statusPruned
		}
		if err := s.tellGone(r, rep); err != nil {
			return err
		}
	}
	return nil
}

func (s *streams) tellGone(r *request, rep report) error {
	s.tellKept(rep)
	switch {
	case r.json:
		return s.printLine(rep)
	case r.quiet:
	case rep.Status == statusPruned:
		return s.printf("pruned %s: its profile %s is gone\n", rep.Place, rep.Profile)
	default:
		s.note("%s: its profile %s is gone\nhint: --prune removes such kits\n", rep.Place, rep.Profile)
	}
	return nil
}
