// Package locale holds every word that the program itself prints in a
// document, by language. A language is one TOML file here; adding one needs no
// code.
package locale

import (
	"embed"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"interviewkit/internal/strict"
)

//go:embed *.toml
var files embed.FS

// A Catalogue is all words of one language. In a text, {name} stands for what
// is put there by Fill.
type Catalogue struct {
	Language  string            `toml:"language"` // BCP 47 tag, such as "en"
	Format    Format            `toml:"format"`
	Terms     Terms             `toml:"terms"`
	Gaps      Gaps              `toml:"gaps"`
	Page      Page              `toml:"page"`
	Rounds    map[string]string `toml:"rounds"`     // name of a default round, by kind
	RoundKind map[string]string `toml:"round_kind"` // what a kind of round is
	Kinds     map[string]string `toml:"kinds"`      // of questions
	Overview  Overview          `toml:"overview"`
	Guide     Guide             `toml:"guide"`
	Scorecard Scorecard         `toml:"scorecard"`
	Debrief   Debrief           `toml:"debrief"`
	Handout   Handout           `toml:"handout"`
	Candidate Candidate         `toml:"candidate"`
}

// Terms is what the words of the vocabulary are called, by name. What is not
// here, such as a word that a team adds, goes by its title there.
type Terms struct {
	Levels        map[string]string `toml:"level"`
	Areas         map[string]string `toml:"area"`
	About         map[string]string `toml:"about"`        // what a candidate is told of an area
	Jurisdictions map[string]string `toml:"jurisdiction"` // whose law reminders are of
}

// Gaps is the sayings that tell what a kit does not do, by the names that
// phrases have.
type Gaps struct {
	Why     map[string]string `toml:"why"`
	Changes map[string]string `toml:"change"` // what mends it
	Joined  string            `toml:"joined"` // between two changes
}

// Page is what stands on every page.
type Page struct {
	Kit          string `toml:"kit"` // names of the documents
	Scorecards   string `toml:"scorecards"`
	Handout      string `toml:"handout"`
	Candidate    string `toml:"candidate"`
	Number       string `toml:"number"`
	KitID        string `toml:"kit_id"`
	Form         string `toml:"form"` // "{letter}", where there are several
	Confidential string `toml:"confidential"`
	Contents     string `toml:"contents"`
	Question     string `toml:"question"`      // "Q{n}"
	Minutes      string `toml:"minutes"`       // "{n} min"
	MinutesShort string `toml:"minutes_short"` // head of a column
	CopyFor      string `toml:"copy_for"`      // "Copy for {name}"
	Packet       string `toml:"packet"`        // name of a document
}

// Overview is the words of the kit's first pages.
type Overview struct {
	Title         string   `toml:"title"`
	Role          string   `toml:"role"`
	Seniority     string   `toml:"seniority"`
	Company       string   `toml:"company"`
	Team          string   `toml:"team"`
	Languages     string   `toml:"languages"`
	Technologies  string   `toml:"technologies"`
	FocusAreas    string   `toml:"focus_areas"`
	AIPolicy      string   `toml:"ai_policy"`
	Made          string   `toml:"made"` // "{version}, seed {seed}, form {form}, bank {bank}"
	MadeLabel     string   `toml:"made_label"`
	Rounds        string   `toml:"rounds"`
	Round         string   `toml:"round"`
	Kind          string   `toml:"kind"`
	Length        string   `toml:"length"`
	Questions     string   `toml:"questions"`
	Interviewers  string   `toml:"interviewers"`
	Unassigned    string   `toml:"unassigned"`
	LeftOut       string   `toml:"left_out"` // "{rounds}"
	Coverage      string   `toml:"coverage"`
	CoverageAbout string   `toml:"coverage_about"`
	Topic         string   `toml:"topic"`
	Weight        string   `toml:"weight"`
	Total         string   `toml:"total"`
	Looks         string   `toml:"looks"`
	MustHave      string   `toml:"must_have"`
	MustHaves     string   `toml:"must_haves"` // as a label
	LegendLook    string   `toml:"legend_look"`
	LegendLess    string   `toml:"legend_less"`
	CoverageRow   string   `toml:"coverage_row"` // a sentence a row, for those who cannot see the picture
	CoverageCell  string   `toml:"coverage_cell"`
	CoverageNone  string   `toml:"coverage_none"`
	Objective     string   `toml:"objective"`
	Proved        string   `toml:"proved"`
	NotProved     string   `toml:"not_proved"`
	SharedOut     string   `toml:"shared_out"` // in place of proved, where there are forms
	Forms         string   `toml:"forms"`
	FormsAbout    string   `toml:"forms_about"`
	Form          string   `toml:"form"` // heads of columns
	FormThis      string   `toml:"form_this"`
	FormMinutes   string   `toml:"form_minutes"`
	FormCovered   string   `toml:"form_covered"`
	FormTwo       string   `toml:"form_two"`
	FormValue     string   `toml:"form_value"`
	Gaps          string   `toml:"gaps"`
	NoGaps        string   `toml:"no_gaps"`
	Mend          string   `toml:"mend"`
	Scale         string   `toml:"scale"`
	ScaleRows     []string `toml:"scale_rows"` // four, lowest first
	Scoring       string   `toml:"scoring"`
	ScoringRules  []string `toml:"scoring_rules"`
	HintHigh      string   `toml:"hint_high"` // "{n}": at most, when the hint was used
	Decision      string   `toml:"decision"`
	DecisionRules []string `toml:"decision_rules"`
	DecisionNote  string   `toml:"decision_note"`
	NoMustHave    string   `toml:"no_must_have"`
	Avoid         string   `toml:"avoid"`
	AvoidIntro    string   `toml:"avoid_intro"`
	AvoidAsOf     string   `toml:"avoid_as_of"` // "{date}"
	AvoidSubject  string   `toml:"avoid_subject"`
	AvoidNot      string   `toml:"avoid_not"`
	AvoidInstead  string   `toml:"avoid_instead"`
	AvoidSource   string   `toml:"avoid_source"`
	Spent         string   `toml:"spent"`
	SpentElse     string   `toml:"spent_else"`
}

// Guide is the words of a round's guide.
type Guide struct {
	Title       string            `toml:"title"`
	Timeline    string            `toml:"timeline"`
	Opening     string            `toml:"opening"`
	Questions   string            `toml:"questions"`
	Theirs      string            `toml:"theirs"`
	Close       string            `toml:"close"`
	Before      string            `toml:"before"`
	BeforeSteps []string          `toml:"before_steps"`
	OpeningSay  []string          `toml:"opening_say"`
	AskSame     string            `toml:"ask_same"`         // what is said of the questions
	AskPlanned  string            `toml:"ask_planned"`      // the same, where there are forms
	AtHand      string            `toml:"exhibits_at_hand"` // "{exhibits}"
	NoExhibits  string            `toml:"no_exhibits"`
	CloseSay    []string          `toml:"close_say"`
	AIPolicySay map[string]string `toml:"ai_policy_say"` // by policy
	Clock       string            `toml:"clock"`         // "{from}-{to}"
	Left        string            `toml:"left"`          // "{n} min left"
	Exhibit     string            `toml:"exhibit"`       // "{letter}"
	Ask         string            `toml:"ask"`
	Then        string            `toml:"then"`
	Hint        string            `toml:"hint"`
	NoHint      string            `toml:"no_hint"`
	ListenFor   string            `toml:"listen_for"`
	Flags       string            `toml:"flags"`
	Answer      string            `toml:"answer"`
	Purpose     string            `toml:"purpose"`
	BarAt       string            `toml:"bar_at"` // "{level}", behind anchor 3
	Late        string            `toml:"late"`
	LateGo      string            `toml:"late_go"`   // "{next}"
	LateDrop    string            `toml:"late_drop"` // "{question}"
	LateNone    string            `toml:"late_none"`
	LateCut     string            `toml:"late_cut"` // "{question}"
	Part        string            `toml:"part"`
	Drop        string            `toml:"drop"` // "drop {nth}"
	DropNever   string            `toml:"drop_never"`
	Nth         []string          `toml:"nth"` // 1st, 2nd ...
	UseLanguage string            `toml:"use_language"`
	AnyLanguage string            `toml:"any_language"`
}

// Scorecard is the words of a scorecard.
type Scorecard struct {
	Title          string   `toml:"title"`
	Candidate      string   `toml:"candidate"`
	Interviewer    string   `toml:"interviewer"`
	Date           string   `toml:"date"`
	Start          string   `toml:"start"`
	End            string   `toml:"end"`
	HowTo          string   `toml:"how_to"`
	Rules          []string `toml:"rules"` // scoring rules, in short
	Asked          string   `toml:"asked"`
	CutShort       string   `toml:"cut_short"`
	Dropped        string   `toml:"dropped"`
	Hint           string   `toml:"hint"`
	Evidence       string   `toml:"evidence"`
	Rating         string   `toml:"rating"`
	NotAssessed    string   `toml:"not_assessed"`
	Deviations     string   `toml:"deviations"`
	Final          string   `toml:"final"`
	Signed         string   `toml:"signed"`
	Apart          string   `toml:"apart"`
	Recommendation []string `toml:"recommendation"` // four, no to yes
	Strongest      string   `toml:"strongest"`
	Against        string   `toml:"against"`
}

// Debrief is the words of the debrief sheet.
type Debrief struct {
	Title        string   `toml:"title"`
	Steps        []string `toml:"steps"`
	Topic        string   `toml:"topic"`
	Weight       string   `toml:"weight"`
	Look         string   `toml:"look"`
	Mean         string   `toml:"mean"`
	Product      string   `toml:"product"`
	Sums         string   `toml:"sums"`
	Apart        string   `toml:"apart"`
	Floors       string   `toml:"floors"`
	FloorLine    string   `toml:"floor_line"` // "{topic} {floor}"
	NoFloors     string   `toml:"no_floors"`
	Result       string   `toml:"result"`
	ResultLines  []string `toml:"result_lines"`
	Outcomes     []string `toml:"outcomes"`
	Override     string   `toml:"override"`
	OverrideLine string   `toml:"override_line"`
	Feedback     string   `toml:"feedback"`
	Retire       string   `toml:"retire"`
	Signed       string   `toml:"signed"`
	Guide        string   `toml:"guide"` // where each look's ratings come from
}

// Handout is the words of the exhibits.
type Handout struct {
	Exhibit string `toml:"exhibit"` // "Exhibit {letter}"
	None    string `toml:"none"`
}

// Candidate is the words of the candidate's brief.
type Candidate struct {
	Title       string            `toml:"title"`
	Intro       string            `toml:"intro"`      // "{role}"
	IntroAt     string            `toml:"intro_at"`   // "{role} {company}"
	IntroTeam   string            `toml:"intro_team"` // "{role} {company} {team}"
	Same        string            `toml:"same"`
	Alike       string            `toml:"alike"` // in place of same, where there are forms; it does not say so
	Rounds      string            `toml:"rounds"`
	Round       string            `toml:"round"`
	Length      string            `toml:"length"`
	About       string            `toml:"about"`
	Meet        string            `toml:"meet"`
	MeetUnknown string            `toml:"meet_unknown"`
	Kinds       map[string]string `toml:"kinds"` // what a kind of round is like
	Topics      string            `toml:"topics"`
	TopicsMore  string            `toml:"topics_more"` // "{topics}"
	Time        string            `toml:"time"`        // "{questions} {theirs}"
	Tools       string            `toml:"tools"`
	ToolsCode   string            `toml:"tools_code"`
	ToolsLang   string            `toml:"tools_lang"` // "{languages}"
	ToolsRead   string            `toml:"tools_read"`
	ToolsDraw   string            `toml:"tools_draw"`
	ToolsTalk   string            `toml:"tools_talk"`
	AIPolicy    string            `toml:"ai_policy"`
	AIPolicies  map[string]string `toml:"ai_policies"`
	Prepare     string            `toml:"prepare"`
	Preparation []Advice          `toml:"preparation"`
	Scored      string            `toml:"scored"`
	ScoredText  string            `toml:"scored_text"`
	Adjust      string            `toml:"adjust"`
	AdjustText  string            `toml:"adjust_text"`
	Questions   string            `toml:"questions"`
	AskText     string            `toml:"ask_text"`
}

// Advice is one way to prepare.
type Advice struct {
	Title string   `toml:"title"`
	Text  string   `toml:"text"`
	Steps []string `toml:"steps"`
	Kinds []string `toml:"kinds"` // rounds it is for; none: all
}

// Names returns the languages there are, in order.
func Names() []string {
	list, _ := fs.Glob(files, "*.toml") // the pattern is constant and valid
	for i, f := range list {
		list[i] = strings.TrimSuffix(f, ".toml")
	}
	return list
}

// Load returns the catalogue of a language.
func Load(name string) (*Catalogue, error) {
	src, err := files.ReadFile(name + ".toml")
	if err != nil {
		return nil, fmt.Errorf("no catalogue for locale %q: %w", name, err)
	}
	doc, err := strict.Parse(name+".toml", src)
	if err != nil {
		return nil, err
	}
	c := new(Catalogue)
	return c, doc.Bind(c).Err()
}

// Missing returns the paths of the entries that are empty.
func (c *Catalogue) Missing() []string {
	return missing("", reflect.ValueOf(*c))
}

func missing(path string, v reflect.Value) (paths []string) {
	switch v.Kind() {
	case reflect.String:
		if v.String() == "" {
			return []string{path}
		}
	case reflect.Map, reflect.Slice:
		if v.Len() == 0 && !mayBeEmpty(path) {
			return []string{path}
		}
		if v.Kind() == reflect.Slice {
			for i := range v.Len() {
				paths = append(paths, missing(path, v.Index(i))...)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			paths = append(paths, missing(path+"."+v.Type().Field(i).Tag.Get("toml"), v.Field(i))...)
		}
	}
	return paths
}

// mayBeEmpty reports whether an entry needs nothing: advice without steps or
// for every round, and terms, for which the vocabulary has titles.
func mayBeEmpty(path string) bool {
	return strings.HasSuffix(path, ".steps") || strings.HasSuffix(path, ".preparation.kinds") || strings.HasPrefix(path, ".terms.")
}

// Fill puts values into a text: Fill("{n} min", "n", "5") is "5 min".
func Fill(text string, pairs ...string) string {
	var b strings.Builder
	b.Grow(len(text) + 16)
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		value, end := "", -1
		for i := 0; i+1 < len(pairs) && end < 0; i += 2 {
			if rest, ok := strings.CutPrefix(text[open+1:], pairs[i]); ok && strings.HasPrefix(rest, "}") {
				value, end = pairs[i+1], open+len(pairs[i])+2
			}
		}
		if end < 0 { // a brace that is none of ours
			value, end = "{", open+1
		}
		b.WriteString(text[:open])
		b.WriteString(value)
		text = text[end:]
	}
	b.WriteString(text)
	return b.String()
}
