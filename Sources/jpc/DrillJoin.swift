import CaseFlow
import Glibc
import Journal
import Screens
import Terminal

/// A second terminal of a drill: it sends keys and shows screens, and knows nothing else.
enum DrillJoin {
  /// Joins the drill of a folder and stays until it is left or over.
  static func run(_ folder: String, by: Code, isController: Bool) throws(Failure) {
    let descriptor = try DrillDoor.knock(folder)
    defer { close(descriptor) }
    let session: TerminalSession
    do throws(TerminalError) { session = try TerminalSession(logPath: LogFile.path()) } catch { throw Failure(error) }
    switch watch(session, descriptor, by, isController) {
    case .unanswered: standardOutput(unanswered(folder).printable + "\n")
    case .lost: standardOutput(lost(folder).printable + "\n")
    case .over(let sentence): if !sentence.isEmpty { standardOutput(sentence.printable + "\n") }
    case .ended(let reason): reason.leave()
    }
  }

  private enum Ending {
    case over(String)
    case lost, unanswered
    case ended(EndReason)
  }

  /// The keys that were typed since the drill answered last, as far as they matter.
  private struct Silence {
    private var since: UInt64?
    private var wantsToLeave = false

    /// How long the drill may answer nothing to who wants to leave, in nanoseconds.
    private static let longest: UInt64 = 2_000_000_000

    mutating func typed(_ key: Key, at time: UInt64) {
      since = since ?? time
      if key == .control("C") || key == .char("Q") { wantsToLeave = true }
    }

    /// When who wants to leave leaves without an answer; nil where nobody does.
    var due: UInt64? { wantsToLeave ? since.map { $0 + Self.longest } : nil }

    func isOver(at time: UInt64) -> Bool { due.map { $0 <= time } ?? false }
  }

  /// Since when the drill has been silent: a screen that is no longer fed says so within five seconds.
  private struct Feed {
    private let since: UInt64
    var isCrossedOut = false

    private static let longest: UInt64 = 4_500_000_000

    init(at time: UInt64) { since = time }

    /// When the screen is to be crossed out, nil once it is.
    var due: UInt64? { isCrossedOut ? nil : since + Self.longest }

    func isOver(at time: UInt64) -> Bool { due.map { $0 <= time } ?? false }
  }

  /// The first terminal ended without a word, as when it is killed.
  private static func lost(_ folder: String) -> String {
    "The drill is over: its first terminal is gone. What was played is kept in \(folder); "
      + "jpc report drill reads it."
  }

  /// The first terminal is there and does nothing, as when it is suspended.
  private static func unanswered(_ folder: String) -> String {
    "The first terminal of the drill does not answer, so you left by yourself. The drill goes on with it; "
      + "jpc drill --join \(folder) joins it again."
  }

  /// The session lives and dies in here, so that messages come after the terminal is restored.
  private static func watch(
    _ opened: consuming TerminalSession, _ descriptor: Int32, _ by: Code, _ isController: Bool
  ) -> Ending {
    var session = opened
    var reader = WireReader()
    var shown: Frame?
    var silence = Silence()
    var feed = Feed(at: MonotonicClock.now())
    let ellipsis = Glyphs(session.abilities.glyphs).ellipsis
    let join = GuestMessage.join(
      name: by.text, isController: isController, size: session.size, glyphs: session.abilities.glyphs)
    guard send(join, descriptor) else { return .lost }
    while true {
      switch session.next(deadline: [silence.due, feed.due].compactMap(\.self).min(), watching: [descriptor]) {
      case .keys(let keys):
        for key in keys {
          guard send(.key(key), descriptor) else { return .lost }
          silence.typed(key, at: MonotonicClock.now())
        }
        if silence.isOver(at: MonotonicClock.now()) { return .unanswered }
      case .resized(let size):
        guard send(.size(size), descriptor) else { return .lost }
        if feed.isCrossedOut { session.draw(crossedOut(shown, size, ellipsis)) }
      case .continued:
        silence = Silence()
        feed = Feed(at: MonotonicClock.now())
        if let shown { session.draw(shown) }
        session.redraw()
      case .timeout:
        if silence.isOver(at: MonotonicClock.now()) { return .unanswered }
        guard feed.isOver(at: MonotonicClock.now()) else { break }
        feed.isCrossedOut = true
        session.draw(crossedOut(shown, session.size, ellipsis))
      case .ready:
        guard take(&reader, descriptor) else { return .lost }
        silence = Silence()
        if feed.isCrossedOut, let shown { session.draw(shown) }
        feed = Feed(at: MonotonicClock.now())
        while case .some(.some(let (letter, body))) = reader.next(), let message = HostMessage(letter, body) {
          switch message {
          case .frame(let bytes):
            guard let frame = Frame(bytes, after: shown) else { return .lost }
            shown = frame
            session.draw(frame)
          case .ring: session.ring()
          case .suspend: raise(SIGTSTP)
          case .redraw: session.redraw()
          case .heard: break
          case .end(let sentence): return .over(sentence)
          }
        }
      case .ended(let reason): return .ended(reason)
      }
    }
  }

  /// What was shown last, or nothing yet, crossed out.
  private static func crossedOut(_ shown: Frame?, _ size: Size, _ ellipsis: String) -> Frame {
    var frame = shown ?? Frame(width: size.width, height: size.height)
    frame.crossOut(frame.rect, saying: Wording.drillNotFed, ellipsis: ellipsis)
    return frame
  }

  private static func take(_ reader: inout WireReader, _ descriptor: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count > 0 { reader.feed(buffer[..<count]) }
      return count > 0
    }
  }

  private static func send(_ message: GuestMessage, _ descriptor: Int32) -> Bool {
    var rest = message.bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
