package schema

import (
	"maps"
	"slices"

	"interviewkit/kit"
)

// full is a record whose properties are always there.
func full(about string, properties object) object {
	return record(about, properties, slices.Sorted(maps.Keys(properties))...)
}

// explanation is the form of explain --json.
func explanation() object {
	str, n, yes := object{"type": "string"}, object{"type": "integer"}, object{"type": "boolean"}
	strs := list(str, 0, 0)
	t := topic()
	t["eligible"] = whole("Questions that measure it and that some round may ask", 0, 0)
	o := objective()
	o["covered_of"], o["two_looks_of"] = whole("Weight of all topics", 0, 0), whole("Weight of all named areas and languages", 0, 0)
	o["gap_percent"] = object{"type": "number", "minimum": 0, "description": "By which value may be short of the best"}
	e := full("Why a kit asks what it asks, as explain --json prints it", object{
		"kit_id": str, "title": str, "seniority": str, "seed": n,
		"questions": whole("In the bank", 0, 0), "eligible": whole("Of them, for at least one round", 0, 0),
		"rounds": list(full("", object{
			"name": str, "kind": str, "minutes": n, "question_minutes": n, "used": n, "eligible": n, "questions": list(full("", object{
				"order": n, "id": str, "title": str, "kind": str, "minutes": n, "drop_rank": n, "pinned": yes,
				"measures": list(full("", object{"topic": str, "minutes": n}), 0, 0),
				"adds":     added(),
			}), 1, 0),
		}), 1, 0),
		"topics": list(full("", t), 0, 0), "objective": full("", o), "gaps": gaps(), "left_out": strs,
	})
	properties, _ := e["properties"].(object)
	properties["why_not"] = list(whyNot(), 0, 0)
	return e
}

// added is what the loop loses when one question alone is taken out.
func added() object {
	o, topics := figure(), list(object{"type": "string"}, 0, 0)
	o["only_look"], o["second_look"] = topics, topics
	return full("What the loop loses when this question alone is taken out", o)
}

func whyNot() object {
	str := object{"type": "string"}
	strs := list(str, 0, 0)
	places := list(full("", object{"id": str, "title": str, "round": str}), 0, 0)
	instead := full("The best loop found that asks it", object{
		"round": str, "objective": full("", figure()), "loses": full("What the kit has more", figure()),
		"proved": object{"type": "boolean", "description": "No loop with it is worth as much as the kit"}, "leave": places, "come": places,
		"move": list(record("", object{"id": str, "title": str, "from": str, "to": str, "from_order": object{"type": "integer"}, "to_order": object{"type": "integer"}}), 0, 0),
		"gaps": strs,
	})
	return record("Why a question is not asked", object{
		"id": str, "title": str, "kind": str, "minutes": object{"type": "integer"}, "reason": oneOf("", kit.Reasons()), "message": str, "hint": str,
		"rules": list(full("What keeps it out of some rounds", object{"rounds": strs, "why": str}), 0, 0), "enemies": places, "pins": places, "instead": instead,
	}, "id", "title", "kind", "minutes", "reason", "message")
}
