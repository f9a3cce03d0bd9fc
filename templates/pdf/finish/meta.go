package finish

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// catalog writes the document's root anew.
func (f *file) catalog(d *Doc, tree, form ref) {
	b := []byte("<</Type /Catalog /Pages 1 0 R")
	if f.outline > 0 {
		b = fmt.Appendf(b, " /Outlines %s /PageMode /UseOutlines", f.outline)
	}
	b = fmt.Appendf(b, " /Lang %s /ViewerPreferences <</DisplayDocTitle true>>", text(d.Language))
	if tree > 0 {
		b = fmt.Appendf(b, " /MarkInfo <</Marked true>> /StructTreeRoot %s", tree)
	}
	if form > 0 {
		b = fmt.Appendf(b, " /AcroForm %s", form)
	}
	meta := f.addStream("/Type /Metadata /Subtype /XML", d.packet(), false)
	b = fmt.Appendf(b, " /Metadata %s>>", meta)
	f.objects[f.root].body = b
}

// packet is the title and the language as XMP, and the claim that the document
// is made for PDF/UA-1.
func (d *Doc) packet() []byte {
	var title, language strings.Builder
	_ = xml.EscapeText(&title, []byte(d.Title)) // into a builder
	_ = xml.EscapeText(&language, []byte(d.Language))
	return fmt.Appendf(nil, `<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>interviewkit</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`, "\ufeff", title.String(), language.String())
}
