import CTerminalRescue
import Glibc
package import Screens

/// What the loop woke up for.
package enum TerminalEvent: Equatable, Sendable {
  /// Keys in the order they were typed: all that had come, so that many keys cost one drawing.
  case keys([Key])
  /// The terminal has another size; the next frame is drawn whole.
  case resized(Size)
  /// The program was stopped and continues; what was on the screen is there again, but time has passed.
  case continued
  /// These descriptors can be read, or are at their end.
  case ready([Int32])
  /// The deadline has passed.
  case timeout
  /// There is nobody to show anything to any more: leave the loop, close the session, then `EndReason.leave()`.
  case ended(EndReason)
}

/// Why a session is over.
package enum EndReason: Equatable, Sendable {
  /// The terminal is gone: end of input, or an error on it.
  case hangUp
  /// SIGTERM, SIGHUP, SIGINT or SIGQUIT came.
  case signal(Int32)

  /// Ends the process so that whoever waits for it sees why: by the signal's default action, or with status 129 (what
  /// a shell answers for SIGHUP) when the terminal went away. Close the session before.
  package func leave() -> Never {
    switch self {
    case .hangUp: exit(129)
    case .signal(let number): rescue_end_by(number)
    }
  }
}
