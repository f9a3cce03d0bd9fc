package generate

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// A Shard is one part of a batch that is split; the zero value is the whole.
type Shard struct{ part, of int }

// maxShards is the most parts that a batch is split into.
const maxShards = 10_000

// ParseShard reads "i/n": the i-th of n parts, counted from 1.
func ParseShard(text string) (Shard, error) {
	i, n, _ := strings.Cut(text, "/")
	part, errPart := strconv.Atoi(i)
	of, errOf := strconv.Atoi(n)
	if errPart != nil || errOf != nil || of < 1 || of > maxShards || part < 1 || part > of {
		return Shard{}, errors.New("want I/N, with I from 1 to N and N up to " + strconv.Itoa(maxShards))
	}
	return Shard{part, of}, nil
}

// Has reports whether the kit at a place is in this part. Only the place
// counts, so that a batch is split in the same way everywhere.
func (s Shard) Has(place string) bool {
	if s.of == 0 {
		return true
	}
	h := sha256.Sum256([]byte(place)) // FNV leaves names that differ at their end together
	return int(binary.BigEndian.Uint64(h[:])%uint64(s.of)) == s.part-1
}

// Of returns the sources in this part, in their order.
func (s Shard) Of(list []Source) []Source {
	return slices.DeleteFunc(slices.Clone(list), func(src Source) bool { return !s.Has(src.Place) })
}
