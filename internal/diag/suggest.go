package diag

import "strings"

// Nearest returns the candidate that a person most likely meant by word; ""
// when none is near. A word that differs only by case, blanks, hyphens or
// underscores is always near.
func Nearest(word string, candidates []string) string {
	best, bestDist := "", len([]rune(word))/3+1
	if bestDist > 3 {
		bestDist = 3
	}
	folded := fold(word)
	for _, c := range candidates {
		if fold(c) == folded {
			return c
		}
		if d := distance(folded, fold(c)); d < bestDist || d == bestDist && best == "" && len(folded) > 2 {
			best, bestDist = c, d
		}
	}
	return best
}

func fold(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "", ".", "").Replace(strings.ToLower(s))
}

// distance is the number of single-character changes between a and b, a swap
// of neighbours counting as one (optimal string alignment).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	if len(s) > 64 || len(t) > 64 {
		return 64
	}
	rows := make([][]int, len(s)+1)
	for i := range rows {
		rows[i] = make([]int, len(t)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(s)][len(t)]
}

// DidYouMean returns the hint for word, "" when no candidate is near.
func DidYouMean(word string, candidates []string) string {
	if n := Nearest(word, candidates); n != "" {
		return "did you mean " + Quote(n) + "?"
	}
	return ""
}

// OneOf lists words as an English choice: "a, b or c".
func OneOf(words []string) string { return list(words, " or ") }

// AllOf lists words as an English enumeration: "a, b and c".
func AllOf(words []string) string { return list(words, " and ") }

func list(words []string, last string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + last + words[n]
}

// Quote puts a user's text in double quotes, escaping only what must be, and
// shortens it when it is long.
func Quote(s string) string {
	r := []rune(s)
	if len(r) > 60 {
		s = string(r[:57]) + "..."
	}
	return `"` + Clean(strings.NewReplacer("\n", `\n`, "\t", `\t`, `"`, `\"`).Replace(s)) + `"`
}
