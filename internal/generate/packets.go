package generate

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"interviewkit/kit"
	"interviewkit/templates/pdf"
	"interviewkit/templates/view"
)

// PacketFolder is where the packets of a kit are, within its folder.
const PacketFolder = "packets"

// packets lists a document for each round: what its interviewer is handed.
func packets(k *kit.Kit, whole func() *view.Kit) []document {
	list := make([]document, len(k.Rounds))
	for i := range k.Rounds {
		list[i] = document{packetName(i+1, &k.Rounds[i]), "pdf", func() ([]byte, error) { return pdf.Packet(whole().Packet(i)) }}
	}
	return list
}

// packetName is the file of a round's packet: the round's number, and its name
// in small ASCII letters, digits and hyphens; its kind where no letter of the
// name can be written so.
func packetName(number int, r *kit.Round) string {
	return fmt.Sprintf("%s/%d-%s.pdf", PacketFolder, number, cmp.Or(slug(r.Name), r.Kind))
}

// longestSlug is how many characters of a name stand in that of a file.
const longestSlug = 40

// plainLetters are letters that no accent is to be taken from.
var plainLetters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i")

// slug writes a name in small ASCII letters and digits, with a hyphen for
// whatever stands between them.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(plainLetters.Replace(strings.ToLower(name))) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		case !unicode.Is(unicode.Mn, r):
			gap = true
		}
		if b.Len() >= longestSlug {
			break
		}
	}
	return b.String()
}
