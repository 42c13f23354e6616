import Glibc

/// Ids for commands whose caller brings none: unique among all processes of a machine, printable, under 64 characters.
///
///     var ids = CommandIDs()
///     ids.next()  // "3f2-6b8d1c0a5e2f9-1"
struct CommandIDs {
  private let process: String
  private var count = 0

  init() {
    var began = timespec()
    clock_gettime(CLOCK_REALTIME, &began)
    let nanoseconds = UInt64(bitPattern: Int64(began.tv_sec)) &* 1_000_000_000 &+ UInt64(began.tv_nsec)
    process = String(getpid(), radix: 16) + "-" + String(nanoseconds, radix: 16)
  }

  mutating func next() -> String {
    count += 1
    return "\(process)-\(count)"
  }
}
