// Package schema publishes the forms of our files as JSON Schema, draft 4:
// the one that TOML editors read.
package schema

import (
	"encoding/json"
	"fmt"

	"interviewkit/kit"
	"interviewkit/kit/profile"
	"interviewkit/rubrics"
)

// object is a JSON object; encoding/json writes its keys in order.
type object = map[string]any

const draft4 = "http://json-schema.org/draft-04/schema#"

// Names returns the forms that have a schema.
func Names() []string { return []string{"profile", "brand", "bank", "kit", "explain", "report"} }

// Of returns the schema of a form, for a vocabulary and the names of locales
// and jurisdictions there are.
func Of(name string, v *rubrics.Vocabulary, locales, jurisdictions []string) ([]byte, error) {
	s := &builder{v, locales, jurisdictions}
	var root object
	switch name {
	case "profile":
		root = s.profile()
	case "bank":
		root = record("A file of an interviewkit question bank", object{"question": list(s.question("part"), 1, 0)}, "question")
	case "brand":
		root = brand()
		root["properties"].(object)["font"] = font()
		root["description"] = "A team's own look for interviewkit, to be given with --brand"
	case "kit":
		root = s.kit()
	case "explain":
		root = explanation()
	case "report":
		root = report()
	default:
		return nil, fmt.Errorf("no schema named %q", name)
	}
	root["$schema"] = draft4
	b, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode schema: %w", err)
	}
	return append(b, '\n'), nil
}

type builder struct {
	v             *rubrics.Vocabulary
	locales       []string
	jurisdictions []string
}

func record(about string, properties object, required ...string) object {
	o := object{"type": "object", "properties": properties, "additionalProperties": false}
	if about != "" {
		o["description"] = about
	}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

func text(about string, most int) object {
	o := object{"type": "string", "minLength": 1, "description": about}
	if most > 0 {
		o["maxLength"] = most
	}
	return o
}

func whole(about string, least, most int) object {
	o := object{"type": "integer", "minimum": least, "description": about}
	if most > 0 {
		o["maximum"] = most
	}
	return o
}

func oneOf(about string, names []string) object {
	return object{"type": "string", "enum": names, "description": about}
}

// list is an array; most 0 means no limit.
func list(items object, least, most int) object {
	o := object{"type": "array", "items": items}
	if least > 0 {
		o["minItems"] = least
	}
	if most > 0 {
		o["maxItems"] = most
	}
	return o
}

func set(about string, items object, most int) object {
	o := list(items, 0, most)
	o["uniqueItems"], o["description"] = true, about
	return o
}

// words are the names and aliases of a sort.
func (s *builder) words(sort rubrics.Sort) object {
	var names []string
	for _, w := range s.v.Words(sort) {
		names = append(append(names, w.Name), w.Aliases...)
	}
	return object{"type": "string", "enum": names}
}

func (s *builder) profile() object {
	topic := object{"type": "string", "minLength": 1}
	number := object{"type": "number", "minimum": 1, "maximum": 4}
	return record("An interviewkit role profile", object{
		"title":         text("The opening, as printed: Senior Backend Engineer, Payments", 120),
		"seniority":     s.described(rubrics.SortLevel, "The level that the bar is set for"),
		"languages":     set("Programming languages, the most important first", s.words(rubrics.SortLanguage), 0),
		"technologies":  set("Products and frameworks", s.words(rubrics.SortTechnology), 0),
		"focus_areas":   set("What to assess", s.words(rubrics.SortArea), 0),
		"must_have":     set("Topics without which the hire could not work: a floor each", topic, 3),
		"company":       text("Printed on the candidate's brief", 120),
		"team":          text("Printed on the candidate's brief", 120),
		"ai_policy":     oneOf("What candidates may use; default forbidden", profile.AIPolicies()),
		"jurisdictions": set("Which reminders of what not to ask are printed; default all", oneOf("", s.jurisdictions), 0),
		"paper":         oneOf("Default a4", profile.Papers()),
		"locale":        oneOf("Language of what the program prints; default en", s.locales),
		"weights":       object{"type": "object", "description": "Weight of any topic, 1 to 5; default 1", "additionalProperties": whole("", 1, profile.MaxWeight)},
		"rounds": list(record("One interview", object{
			"name":         text("Unique", 120),
			"kind":         oneOf("What is asked in it", profile.RoundKinds()),
			"minutes":      whole("Whole length, opening and close included", profile.MinMinutes, profile.MaxMinutes),
			"focus_areas":  set("The only topics this round admits", topic, 0),
			"interviewers": list(text("", 120), 0, 0),
		}, "name", "kind", "minutes"), 1, profile.MaxRounds),
		"questions": record("Single questions, by id", object{
			"pin": set("Always asked", topic, 0), "ban": set("Never asked", topic, 0),
		}),
		"decision": record("Thresholds of the rule of decision, on the scale 1 to 4", object{"yes": number, "no": number, "floor": number}),
		"brand":    brand(),
		"font":     font(),
	}, "title", "seniority")
}

// font is a typeface of a profile's own.
func font() object {
	return text("TrueType file of at most 32 MB, for characters that the built-in typefaces lack; a path from the folder of this file", 0)
}

// brand is a team's own look: a table of a profile, or a file for --brand.
func brand() object {
	return record("A team's own look", object{
		"logo":         text("PNG or JPEG, at most 1 MB and 4 million pixels; a path from the folder of this file", 0),
		"logo_alt":     text("What is read in the logo's place; default the company's name", 120),
		"accent":       object{"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$", "description": "Colour of headings, such as #1a5fb4; its contrast with white is at least 4.5 to 1"},
		"footer":       text("In the foot of every page", profile.MaxFoot),
		"confidential": text("In place of the usual line on the overview, and in the foot of what only the hiring team sees", profile.MaxFoot),
	})
}

func (s *builder) described(sort rubrics.Sort, about string) object {
	o := s.words(sort)
	o["description"] = about
	return o
}

func (s *builder) rubric() object {
	a := func(about string) object { return text(about, rubrics.MaxAnchor) }
	return record("Four anchors: what one sees or hears", object{
		"1": a("Below the bar"), "2": a("Part of the bar"), "3": a("The bar of the question's lowest level"), "4": a("Above the bar of its highest level"),
	}, "1", "2", "3", "4")
}

// question is the form of a question; parts is the key of its parts, which a
// TOML file calls part and a kit parts.
func (s *builder) question(parts string) object {
	var kinds []string
	for _, k := range rubrics.Kinds() {
		kinds = append(kinds, string(k))
	}
	line := text("", rubrics.MaxLine)
	levels := s.v.Names(rubrics.SortLevel)
	bar := object{"type": "object", "description": "What a 3 needs in addition, for each level above the lowest", "additionalProperties": text("", rubrics.MaxAnchor)}
	return record("One question", object{
		"id":           object{"type": "string", "pattern": `^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`, "description": "file-name.kebab-name"},
		"title":        text("", rubrics.MaxTitle),
		"area":         text("A focus area; a language or technology where it is purely about that", 0),
		"kind":         oneOf("", kinds),
		"levels":       list(oneOf("Consecutive, lowest first", levels), 1, 0),
		"minutes":      whole("", 3, 40),
		"languages":    list(object{"type": "string"}, 0, 0),
		"technologies": list(object{"type": "string"}, 0, 0),
		"prompt":       text("Asked aloud as it stands", rubrics.MaxPrompt),
		"exhibit": record("What the candidate sees", object{
			"language": object{"type": "string"}, "text": text(fmt.Sprintf("At most %d lines of %d characters", rubrics.MaxExhibitLines, rubrics.MaxExhibitCols), 0),
		}, "text"),
		"purpose":        text("What it tells about the candidate", rubrics.MaxLine),
		"answer":         text("What a right answer holds, in at most 60 words", rubrics.MaxPrompt),
		"follow_ups":     list(line, 1, rubrics.MaxAsks),
		"probes":         list(line, 1, rubrics.MaxAsks),
		"hint":           line,
		"strong_signals": list(line, 0, rubrics.MaxListen),
		"red_flags":      list(line, 0, rubrics.MaxListen),
		"excludes":       list(text("Id of a question that gives this one away, or the other way round", 0), 0, 0),
		"bar":            bar,
		"rubric":         s.rubric(),
		parts: list(record("A separately rated piece of a coding, design or walkthrough question", object{
			"title": text("", rubrics.MaxTitle), "area": text("", 0), "minutes": whole("", 1, 40), "bar": bar, "rubric": s.rubric(),
		}, "title", "area", "minutes", "rubric"), 2, 4),
	}, "id", "title", "area", "kind", "levels", "minutes", "prompt", "purpose", "answer", "follow_ups", "probes")
}

func (s *builder) kit() object {
	str, n := object{"type": "string"}, object{"type": "integer"}
	strs := list(str, 0, 0)
	asked := s.question("parts")
	properties, _ := asked["properties"].(object)
	properties["order"], properties["drop_rank"] = whole("Place in the round", 1, 0), whole("1 is dropped first", 1, 0)
	properties["pinned"] = object{"type": "boolean"}
	p := s.profile()
	saved, _ := p["properties"].(object)
	saved["default_plan"] = object{"type": "boolean"}
	look := brand()
	look["properties"].(object)["logo"] = text("The logo itself, as a data: URI of a PNG", 0)
	saved["brand"] = look
	saved["font"] = text("What the kit needs of the profile's typeface, as a data: URI of a TrueType file", 0)
	return record("An interviewkit kit", object{
		"kit_id": text("Short hash of the rest, brand and font apart", 0), "name": text("", 0), "version": str, "seed": n, "form": str, "bank": str,
		"profile": p,
		"topics":  list(record("", topic(), "topic", "sort", "title", "weight"), 0, 0),
		"rounds": list(record("", object{
			"name": str, "kind": oneOf("", profile.RoundKinds()), "minutes": whole("", profile.MinMinutes, profile.MaxMinutes), "question_minutes": n,
			"focus_areas": strs, "interviewers": strs, "questions": list(asked, 1, 0),
		}, "name", "kind", "minutes", "questions"), 1, profile.MaxRounds),
		"objective": record("", objective()),
		"gaps":      gaps(),
		"left_out":  strs,
		"forms": list(record("One of the equivalent kits of this opening, without its questions", object{
			"form": str, "minutes": list(n, 1, profile.MaxRounds), "questions": n, "covered": n, "two_looks": n, "value": n,
		}, "form", "minutes", "questions", "covered", "two_looks", "value"), 2, kit.MaxForms),
	}, "name", "profile", "topics", "rounds")
}

// topic is what a kit says of a topic.
func topic() object {
	str, n, yes := object{"type": "string"}, object{"type": "integer"}, object{"type": "boolean"}
	strs := list(str, 0, 0)
	return object{
		"topic": str, "sort": oneOf("", []string{"area", "language", "technology"}), "title": str, "weight": n, "named": yes,
		"must_have": yes, "minutes": n, "looks": strs, "questions": strs,
	}
}

// figure is the three objectives.
func figure() object {
	n := object{"type": "integer"}
	return object{"covered": n, "two_looks": n, "value": n}
}

// objective is what a kit reached, and what none exceeds.
func objective() object {
	o := figure()
	o["bound"], o["optimal"] = record("", figure()), object{"type": "boolean"}
	return o
}

func gaps() object {
	str := object{"type": "string"}
	phrase := record("Something said as data: which saying of a catalogue, and what its placeholders stand for",
		object{"say": str, "with": object{"type": "object", "additionalProperties": str}}, "say")
	return list(record("", object{"kind": oneOf("", []string{"no-look", "one-look", "not-full", "no-main"}), "topic": str, "round": str, "message": str, "mend": str,
		"why": phrase, "changes": list(phrase, 0, 0)}, "message", "mend"), 0, 0)
}
