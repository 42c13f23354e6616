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
    case .lost: standardOutput(lost(folder).printable + "\n")
    case .over(let sentence): if !sentence.isEmpty { standardOutput(sentence.printable + "\n") }
    case .ended(let reason): reason.leave()
    }
  }

  private enum Ending {
    case over(String)
    case lost
    case ended(EndReason)
  }

  /// The first terminal ended without a word, as when it is killed.
  private static func lost(_ folder: String) -> String {
    "The drill is over: its first terminal is gone. What was played is kept in \(folder); "
      + "jpc report drill reads it."
  }

  /// The session lives and dies in here, so that messages come after the terminal is restored.
  private static func watch(
    _ opened: consuming TerminalSession, _ descriptor: Int32, _ by: Code, _ isController: Bool
  ) -> Ending {
    var session = opened
    var reader = WireReader()
    var shown: Frame?
    let join = GuestMessage.join(
      name: by.text, isController: isController, size: session.size, glyphs: session.abilities.glyphs)
    guard send(join, descriptor) else { return .lost }
    while true {
      switch session.next(watching: [descriptor]) {
      case .keys(let keys): for key in keys where !send(.key(key), descriptor) { return .lost }
      case .resized(let size): if !send(.size(size), descriptor) { return .lost }
      case .continued: session.redraw()
      case .timeout: break
      case .ready:
        guard feed(&reader, descriptor) else { return .lost }
        while case .some(.some(let (letter, body))) = reader.next(), let message = HostMessage(letter, body) {
          switch message {
          case .frame(let bytes):
            guard let frame = Frame(bytes, after: shown) else { return .lost }
            shown = frame
            session.draw(frame)
          case .ring: session.ring()
          case .suspend: raise(SIGTSTP)
          case .redraw: session.redraw()
          case .end(let sentence): return .over(sentence)
          }
        }
      case .ended(let reason): return .ended(reason)
      }
    }
  }

  private static func feed(_ reader: inout WireReader, _ descriptor: Int32) -> Bool {
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
