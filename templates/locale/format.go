package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Format is how figures, dates and labels are written.
type Format struct {
	Decimal   string   `toml:"decimal"`    // between a number and its fraction
	Thousands string   `toml:"thousands"`  // between groups of three digits
	GroupFrom int      `toml:"group_from"` // the least number that is written in groups
	Percent   string   `toml:"percent"`    // "{n} %"
	MonthYear string   `toml:"month_year"` // "{month} {year}"
	Months    []string `toml:"months"`     // twelve
	Label     string   `toml:"label"`      // "{label}:", before what it labels
}

// Number writes a whole number, from group_from on in groups of three digits.
func (f *Format) Number(n int) string {
	digits := strconv.Itoa(n)
	if n < f.GroupFrom {
		return digits
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + f.Thousands + digits[at:]
	}
	return digits
}

// Decimals writes a number with so many decimals.
func (f *Format) Decimals(x float64, decimals int) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', decimals, 64), ".", f.Decimal, 1)
}

// Percents writes a whole number of per cent.
func (f *Format) Percents(n int) string { return Fill(f.Percent, "n", strconv.Itoa(n)) }

// Month writes a month given as "2026-11"; anything else as it is.
func (f *Format) Month(date string) string {
	t, err := time.Parse("2006-01", date)
	if err != nil || len(f.Months) != 12 {
		return date
	}
	return Fill(f.MonthYear, "month", f.Months[t.Month()-1], "year", fmt.Sprint(t.Year()))
}

// Labelled writes what stands before a value: "Subject:".
func (f *Format) Labelled(label string) string { return Fill(f.Label, "label", label) }
