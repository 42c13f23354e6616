import CaseFlow

// What lists and case views say about one case.
extension Wording {
  static let waiting = "waiting"
  static let notOriented = "no orientation yet"
  static let isolated = "isolated"
  static let isolationClear = "clear"
  static let judgeDecides = "judge decides"
  static let upheld = "negative upheld"
  static let reversed = "reversed"
  static let accepted = "accepted"
  static let offered = "offered"
  static let noReceiver = "no receiver"
  static let transferAsked = "transfer asked"
  static let returnReady = "return ready"
  static let returnOpen = "steps open"
  static let noPlan = "no plan yet"
  static let orrAccepted = "ORR accepted"
  static let orrAsked = "ORR asked"
  static let orrNotified = "ORR notified"
  static let orrNotNotified = "ORR to notify"
  static let someoneAway = "member away"
  static let awaitsCounsel = "awaits counsel"
  static let counselNotBooked = "book with counsel"
  static let counselOff = "no counsel free"
  static func counselAt(_ time: String) -> String { "counsel at \(time)" }
  static let separated = "family apart"
  static let noInterpreter = "no interpreter"
  static let onHold = "on hold"

  static func calledTo(_ desk: DeskID?) -> String { desk.map { "called, desk \($0.number)" } ?? "called" }
  static func servedAt(_ desk: DeskID?) -> String { desk.map { "served, desk \($0.number)" } ?? "being served" }
  static func readyAt(_ time: String) -> String { "ready \(time)" }
  static func windowOpen(_ time: String) -> String { "ask by \(time)" }
  /// The state of a case that no desk can speak with now.
  static func waitsFor(_ language: String) -> String { "waits for \(language)" }
  static func interpreterLacks(_ language: String, onDuty: Int) -> String {
    switch onDuty {
    case 0: "It waits for a \(language) interpreter: none is on duty, no line is open, no desk speaks it."
    case 1: "It waits for a \(language) interpreter: the only one is in another interview."
    default: "It waits for a \(language) interpreter: all \(onDuty) are in other interviews."
    }
  }
  static func heldForInterpreter(_ language: String) -> String {
    "It is on hold until there is a \(language) interpreter."
  }
  /// Below the heads of a queue: `held up: interpreter Mam 2, Haitian Creole 1; member away 1`.
  static func heldUp(languages: [(name: String, cases: Int)], _ reasons: [(name: String, cases: Int)]) -> String {
    func list(_ parts: [(name: String, cases: Int)]) -> String {
      parts.map { "\($0.name) \($0.cases)" }.joined(separator: ", ")
    }
    let interpreters = languages.isEmpty ? [] : ["interpreter " + list(languages)]
    return "held up: " + (interpreters + (reasons.isEmpty ? [] : [list(reasons)])).joined(separator: "; ")
  }

  static func stands(_ row: String, _ state: String) -> String { "It is at \(row): \(state)." }
  static func priority(_ priority: Priority) -> String {
    "Priority \(priority.level.rawValue): it \(Self.priority(priority.reason))."
  }
  static func position(_ position: Int, _ all: Int, _ stage: String) -> String {
    position == 1 ? "It is next at \(stage)." : "\(position - 1) of \(all) are served before it at \(stage)."
  }
  static func blockedBy(_ what: String) -> String { "What keeps it from being called: \(what)." }
  static func gone(_ exit: ExitKind?, _ time: String?) -> String {
    "It has left the roll: \(exit.map { Self.exit($0) } ?? none)\(time.map { ", \($0)" } ?? "")."
  }
  static let notYetArrived = "not yet arrived"
  static func awaited(_ since: Span) -> String { "awaited \(TimeText.length(since))" }
  static func stepsOpen(_ names: [String]) -> String { "Still to do: \(names.joined(separator: ", "))." }
  static let arrivalAwaited = "Its arrival at the other end is not confirmed yet."
  static func clockLeft(_ left: Span) -> String {
    left < .zero ? "\(over) \(TimeText.length(Span(milliseconds: -left.milliseconds)))" : TimeText.length(left)
  }
}
