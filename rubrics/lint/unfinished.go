package lint

import (
	"strings"

	"interviewkit/rubrics"
)

// unfinished finds what a skeleton left to be written.
func unfinished(r *report, q *rubrics.Question) {
	list := append(texts(q), text{"title", q.Title, listen})
	for i, p := range q.Parts {
		list = append(list, text{partPath(i) + "title", p.Title, listen})
	}
	for _, t := range list {
		if strings.HasSuffix(strings.TrimSpace(t.words), rubrics.Placeholder) {
			r.add(q, "unfinished", t.path, t.path+" is still to be written", "")
		}
	}
	if strings.HasSuffix(q.ID, "."+rubrics.Unnamed) {
		r.add(q, "unfinished", "id", "the question has no name of its own yet", "")
	}
}
