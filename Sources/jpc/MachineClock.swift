import ArgumentParser
import CaseFlow
import Glibc
import Journal

/// The only place where the machine is asked for the time.
enum MachineClock {
  /// Milliseconds since 1970, as the machine has them.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// How much time has passed since the machine was started, while it slept too.
  static func passed() -> Span {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Span(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// What time it is for a command: the machine's, or a fixed one for tests and drills.
struct ClockOption: ParsableArguments {
  @Option(name: .customLong("now"), help: ArgumentHelp("Fix the clock at this time (RFC 3339).", valueName: "TIME"))
  var fixed: String?

  /// A clock that every question asks again.
  func clock() throws(Failure) -> () -> Instant {
    guard let fixed else { return MachineClock.now }
    let instant = try time(fixed, of: "--now")
    return { instant }
  }
}

/// The instant of an option's value, RFC 3339.
func time(_ text: String, of option: String) throws(Failure) -> Instant {
  do throws(TimeFault) {
    return Instant(milliseconds: try RFC3339.parse(text).milliseconds)
  } catch {
    throw .usage("\(option) '\(text)' is not a time: \(error.message); write it like 2026-03-14T15:42:00-06:00")
  }
}
