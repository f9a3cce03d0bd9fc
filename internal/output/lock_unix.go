//go:build unix && !solaris && !aix && !illumos

package output

import (
	"errors"
	"os"
	"syscall"
)

// flock waits until no other run has the folder. File systems that know no
// locks go without.
func flock(folder *os.File) error {
	for {
		err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX)
		switch {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK), errors.Is(err, syscall.EOPNOTSUPP), errors.Is(err, syscall.EBADF):
			return nil
		default:
			return err
		}
	}
}
