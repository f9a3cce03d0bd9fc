package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// level of compression: what 6 makes is a tenth smaller than what 1 does, at 5 %
// more time for a whole document.
const level = 6

// packers are writers to use again: one takes more than a megabyte.
var packers = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(io.Discard, level) // the level is right
	return z
}}

// Pack compresses content as streams are.
func Pack(content []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(content)/3 + 64)
	z := packers.Get().(*zlib.Writer)
	z.Reset(&out)
	_, _ = z.Write(content) // into a buffer
	_ = z.Close()
	packers.Put(z)
	return out.Bytes()
}

// perStream is how many objects are put in one compressed stream.
const perStream = 2000

// A place is where an object stands: at an offset, or as the n-th in a stream
// of objects.
type place struct {
	within ref
	at     int
}

// write returns the file. What is not a stream goes into streams of objects,
// which makes a structure tree an eighth of its size.
func (f *file) write() ([]byte, error) {
	places := f.gather()
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for n := 1; n < len(f.objects); n++ {
		o := &f.objects[n]
		if o.stream == nil {
			continue
		}
		places[n] = place{0, out.Len()}
		content, filter := o.encoded()
		fmt.Fprintf(&out, "%d 0 obj\n<<%s /Length %d%s>>\nstream\n", n, o.body, len(content), filter)
		out.Write(content)
		out.WriteString("\nendstream\nendobj\n")
	}
	return f.references(&out, places), nil
}

// leastPacked is the least size of a stream that is compressed: below it the
// looks of fields only grow.
const leastPacked = 64

// encoded returns a stream's content as it is written, and the entry that says
// how it is compressed: "" where the stream says so itself, and for metadata,
// which is to be read without a PDF program, and short ones.
func (o *object) encoded() (content []byte, filter string) {
	switch {
	case bytes.Contains(o.body, []byte("/Filter")), bytes.Contains(o.body, []byte("/Type /Metadata")):
		return o.stream, ""
	case o.packed:
		return o.stream, " /Filter /FlateDecode"
	case len(o.stream) < leastPacked:
		return o.stream, ""
	}
	return Pack(o.stream), " /Filter /FlateDecode"
}

// gather puts all that is no stream into streams of objects. It returns room
// for the places of all objects, and in it where each of these is to be found.
func (f *file) gather() []place {
	var numbers, bodies bytes.Buffer
	first := len(f.objects)
	places := make([]place, first)
	count := 0
	flush := func() {
		if count == 0 {
			return
		}
		entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d", count, numbers.Len())
		f.addStream(entries, append(bytes.Clone(numbers.Bytes()), bodies.Bytes()...), false)
		numbers.Reset()
		bodies.Reset()
		count = 0
	}
	for n := 1; n < first; n++ {
		if f.objects[n].stream != nil {
			continue
		}
		places[n] = place{ref(len(f.objects)), count}
		numbers.WriteString(strconv.Itoa(n) + " " + strconv.Itoa(bodies.Len()) + " ")
		bodies.Write(f.objects[n].body)
		bodies.WriteByte('\n')
		if count++; count == perStream {
			flush()
		}
	}
	flush()
	return append(places, make([]place, len(f.objects)-first)...)
}

// references appends the table of references, as a stream, and what tells
// where it is.
func (f *file) references(out *bytes.Buffer, places []place) []byte {
	sum := sha256.Sum256(out.Bytes())
	at := out.Len()
	self := len(places)
	rows := make([]byte, 0, 7*(self+1))
	rows = append(rows, 0, 0, 0, 0, 0, 255, 255)
	row := func(p place) {
		kind, a, b := byte(1), p.at, 0
		if p.within > 0 {
			kind, a, b = 2, int(p.within), p.at
		}
		rows = append(rows, kind, byte(a>>24), byte(a>>16), byte(a>>8), byte(a), byte(b>>8), byte(b))
	}
	for _, p := range places[1:] {
		row(p)
	}
	row(place{0, at})
	packed := Pack(rows)
	fmt.Fprintf(out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID [<%x><%x>] /Length %d /Filter /FlateDecode>>\nstream\n",
		self, self+1, f.root, f.info, sum[:16], sum[:16], len(packed))
	out.Write(packed)
	fmt.Fprintf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
	return out.Bytes()
}
