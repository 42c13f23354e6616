import Glibc

/// Time that only goes forward, for deadlines of the loop; it says nothing about the time of day.
package enum MonotonicClock {
  /// Nanoseconds since some moment in the past.
  package static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
