import CaseFlow
import Drill
import Journal
import Screens

/// What a scripted team does, line by line: `TIME WHO what`, in the order of time.
///
///     17:01 takeover
///     17:03 ana acknowledge families-staffed
///     17:05 controller fire BUS-45
///     17:07 controller inject bus 17:17 count=20 "Dispatch: twenty more"
///     17:13 back 17:04
///
/// WHO is a name, and what follows it a command of `jpc do`; `takeover`, `back`, `branch` and `wait` stand alone, and the
/// `controller` fires, holds, lets go, injects and ends. A line that begins with `#` is for those who read the script.
struct DrillScript {
  /// One line of a script.
  struct Line {
    /// Counted from 1.
    var number: Int
    var at: Instant
    var step: Step
  }

  /// What is done.
  enum Step {
    case takeOver
    /// Time passes up to here, and nobody does anything.
    case wait
    /// Shows an earlier instant.
    case back(to: Instant)
    case show(branch: Int)
    case fire(Code)
    case hold(Code, Bool)
    /// What stands after `inject` on the board's own line, and at which column of the line it begins, counted from 1.
    case inject(String, column: Int)
    case end
    /// A command of `jpc do`, which begins at a column of the line, counted from 1.
    case command(String, column: Int, by: Code)
  }

  var file: String
  var lines: [Line] = []

  /// Who does what the script's controller does.
  static let controller: Code = Code("controller")
  private static let bytesMax = 1 << 20

  /// Reads a script; the first line that cannot be meant is told with its line and column.
  init(_ file: String, _ beginning: DrillBeginning) throws(Failure) {
    self.file = file
    let bytes = try reading { () throws(ReadError) in try FileBytes.readText(file, bytesMax: DrillScript.bytesMax) }
    let text = String(decoding: bytes, as: UTF8.self)
    var injects = beginning.scenario.injects.map { DrillInject($0) }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      do throws(ScriptFault) {
        let read = try DrillScript.line(index + 1, line, words, beginning)
        try DrillScript.check(read, line, &injects, beginning)
        lines.append(read)
      } catch {
        let column = line.distance(from: line.startIndex, to: error.at) + 1
        throw fault(index + 1, column: column, error.message)
      }
    }
  }

  /// What is wrong with a line, as one says it of a file.
  func fault(_ line: Int, column: Int, _ message: String) -> Failure {
    Failure(sentence: "\(file):\(line):\(column): \(message)", status: 65)
  }

  private struct ScriptFault: Error {
    var at: Substring.Index
    var message: String

    init(_ at: Substring, _ message: String) {
      self.at = at.startIndex
      self.message = message
    }
  }

  private static func line(
    _ number: Int, _ line: Substring, _ words: [Substring], _ beginning: DrillBeginning
  ) throws(ScriptFault) -> Line {
    let at = try instant(words[0], beginning)
    guard words.count > 1 else { throw ScriptFault(line[line.endIndex...], "after the time stands who does what") }
    return Line(number: number, at: at, step: try step(line, words, beginning))
  }

  private static func step(
    _ line: Substring, _ words: [Substring], _ beginning: DrillBeginning
  ) throws(ScriptFault) -> Step {
    let rest = words.dropFirst(2)
    switch words[1] {
    case "takeover": return .takeOver
    case "wait": return .wait
    case "back":
      guard let time = rest.first else { throw ScriptFault(words[1], "back to which time? `back 17:13`") }
      return .back(to: try instant(time, beginning))
    case "branch":
      guard let number = rest.first.flatMap({ Int($0) }), number >= 0 else {
        throw ScriptFault(words[1], "which branch? `branch 1`; 0 is the recorded day")
      }
      return .show(branch: number)
    case "controller": return try direct(line, words[1], Array(rest))
    default:
      guard let by = Code(String(words[1])) else {
        throw ScriptFault(words[1], "is no name; give 1 to 16 letters, digits, dots, underscores or hyphens")
      }
      guard let first = rest.first else { throw ScriptFault(words[1], "what does \(by) do? a command of `jpc do`") }
      do throws(Failure) { try beginning.admit(by) } catch { throw ScriptFault(words[1], error.sentence) }
      let column = line.distance(from: line.startIndex, to: first.startIndex) + 1
      return .command(String(line[first.startIndex...]), column: column, by: by)
    }
  }

  private static let verbs = "the controller does one of: fire CODE, hold CODE, release CODE, inject ..., end"

  private static func direct(
    _ line: Substring, _ controller: Substring, _ words: [Substring]
  ) throws(ScriptFault) -> Step {
    if words.first == "end" { return .end }
    if words.first == "inject" {
      let start = words.dropFirst().first?.startIndex ?? line.endIndex
      let column = line.distance(from: line.startIndex, to: start) + 1
      return .inject(String(line[start...]), column: column)
    }
    guard let verb = words.first, words.count == 2, let code = Code(String(words[1])) else {
      throw ScriptFault(controller, verbs)
    }
    switch verb {
    case "fire": return .fire(code)
    case "hold": return .hold(code, true)
    case "release": return .hold(code, false)
    default: throw ScriptFault(verb, verbs)
    }
  }

  /// Refuses an inject that cannot be meant, and one of which nobody has heard, before anything is played for hours.
  /// `injects` are those of the scenario and of the lines before.
  private static func check(
    _ read: Line, _ line: Substring, _ injects: inout [DrillInject], _ beginning: DrillBeginning
  ) throws(ScriptFault) {
    switch read.step {
    case .fire(let code), .hold(let code, _):
      guard !injects.contains(where: { $0.inject.code == code }) else { return }
      throw ScriptFault(line[line.endIndex...], "no inject is called \(code.text)")
    case .inject(let text, let column):
      let center = Center(plan: beginning.day.plan, rules: beginning.day.rules)
      let context = EntryContext(center: center, zone: beginning.zone, now: read.at, by: controller)
      do throws(LineFault) {
        let inject = try InjectLine(context, injects, until: beginning.scenario.until).read(text)
        injects.removeAll { $0.inject.code == inject.code }
        injects.append(DrillInject(inject))
      } catch {
        let at = line.index(line.startIndex, offsetBy: column - 1 + error.range.lowerBound, limitedBy: line.endIndex)
        throw ScriptFault(line[(at ?? line.endIndex)...], error.message)
      }
    default: return
    }
  }

  private static func instant(_ word: Substring, _ beginning: DrillBeginning) throws(ScriptFault) -> Instant {
    do throws(Failure) {
      let instant = try Playback.instant(
        String(word), beginning.zone, from: beginning.scenario.from, until: beginning.scenario.until)
      if let instant { return instant }
    } catch {
      throw ScriptFault(word, error.sentence)
    }
    throw ScriptFault(word, "a line begins with a time")
  }
}
