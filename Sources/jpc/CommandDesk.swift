import CaseFlow
import Journal
import Screens

/// Takes command lines one after the other, records each, and answers it: what `jpc do` and `jpc arrive` share.
struct CommandDesk {
  private var live: LiveCenter
  private let by: Code
  private let second: Code?
  /// Stands before every line: `arrive ` where lines are arrivals.
  private let prefix: String
  private var ids = CommandIDs()

  init(_ live: LiveCenter, by: Code, second: Code?, prefix: String) {
    self.live = live
    self.by = by
    self.second = second
    self.prefix = prefix
  }

  /// Answers a line of standard input.
  mutating func answer(_ line: InputLine) -> CommandAnswer {
    switch line {
    case .text(let text): return answer(text)
    case .tooLong: return unreadable("the line is longer than \(CommandInput.bytesMax) bytes; nothing was done")
    case .holdsNUL: return unreadable("the line holds a NUL byte; nothing was done")
    case .notUTF8: return unreadable("the line is not UTF-8 text; nothing was done")
    case .cutShort(let line):
      return unreadable(
        "line \(line), the last, has no line end and may be cut short; nothing of it was done: send it whole")
    }
  }

  /// Answers a command line: an optional `#ID`, and the command.
  ///
  /// An id that was recorded before is answered as it was then, whatever the line says and however the center has changed
  /// since: asking again is harmless.
  mutating func answer(_ text: String) -> CommandAnswer {
    let (own, command) = CommandDesk.parts(text)
    if let own, !LiveCenter.isCommandID(own) {
      return unreadable("after # stands an id of 1 to 64 printable ASCII characters without spaces")
    }
    let id = own ?? ids.next()
    if command.isEmpty { return .error(id: id, reason: "the line holds no command", status: 65) }
    do throws(StoreError) {
      try live.catchUp()
      if own != nil, let known = try live.known(id) { return CommandAnswer(known) }
    } catch {
      return failed(id, error)
    }
    return perform(command, id)
  }

  private mutating func perform(_ command: String, _ id: String) -> CommandAnswer {
    let act: Act
    do throws(LineFault) {
      // The context goes before the act is applied: a center that nobody else holds changes in place.
      act = try commandLine(prefix + command + secondPerson(command), in: context)
    } catch {
      let column = max(0, error.range.lowerBound - prefix.count) + 1
      return .error(id: id, reason: "column \(column): \(error.message)", status: 65)
    }
    do throws(ActError) {
      return CommandAnswer(try live.perform(act, id: id, by: by))
    } catch {
      switch error {
      case .refused(let refusal, let since):
        return .refused(id: id, reason: refusal.sentence + (since.map { " " + meanwhile($0) } ?? ""))
      case .store(let fault): return failed(id, fault)
      }
    }
  }

  /// The second person given once for all commands, for those that take one and name none.
  private func secondPerson(_ command: String) -> String {
    // Most lines come without one, and are not read twice for it.
    guard let second, prefix.isEmpty else { return "" }
    let words = command.lowercased().split(whereSeparator: \.isWhitespace)
    guard let first = words.first, !words.contains(where: { $0.hasPrefix("second=") }),
      CommandWords.all.contains(where: { $0.word == first && $0.arguments.contains { $0.name == "second" } })
    else { return "" }
    return " second=\(second.text)"
  }

  private var context: EntryContext {
    let desk = live.center.desks.first { $0.staff?.isSamePerson(as: by) == true }
    return EntryContext(center: live.center, zone: live.zone, now: live.now, by: by, desk: desk?.id)
  }

  /// Who did what, where that is why an act is refused.
  private func meanwhile(_ record: Record) -> String {
    let time = live.zone.text(record.recorded.milliseconds)
    return "\(record.by) at \(time): \(EventWording.sentence(record.event, of: nil, in: live.center))"
  }

  private func unreadable(_ reason: String) -> CommandAnswer { .error(id: "-", reason: reason, status: 65) }

  private func failed(_ id: String, _ error: StoreError) -> CommandAnswer {
    .error(id: id, reason: error.description, status: error.exitStatus)
  }

  /// The caller's id, if the line begins with one, and the command.
  private static func parts(_ text: String) -> (id: String?, command: String) {
    let line = text.drop { $0 == " " || $0 == "\t" }
    guard line.first == "#" else { return (nil, String(line)) }
    let end = line.firstIndex { $0 == " " || $0 == "\t" } ?? line.endIndex
    return (
      String(line[line.index(after: line.startIndex)..<end]), String(line[end...].drop { $0 == " " || $0 == "\t" })
    )
  }
}
