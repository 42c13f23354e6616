package import CaseFlow

// What befalls a drill.
extension Wording {
  static func injectKind(_ kind: InjectKind) -> String {
    switch kind {
    case .message: "message"
    case .bus: "bus"
    case .interpreterLeaves: "interpreter leaves"
    case .staffIll: "staff ill"
    case .illness: "illness"
    case .powerCut: "power cut"
    case .orrRefuses: "ORR refuses"
    case .receiversClose: "receivers close"
    case .arrivalsStop: "arrivals stop"
    }
  }
  /// What an inject does with what: `bus 120 people, 30 min`.
  static func inject(_ what: Inject) -> String {
    var parts: [String] = []
    if let count = what.count { parts.append("\(count)") }
    parts += [what.language?.text, what.receiver?.text, what.stage.map { stage($0).lowercased() }].compactMap { $0 }
    if let finding = what.finding { parts.append(finding.rawValue) }
    if let refusal = what.refusal { parts.append(spelled(refusal.rawValue)) }
    if let minutes = what.minutes { parts.append("\(minutes) min") }
    return ([injectKind(what.kind)] + parts).joined(separator: " ")
  }
  static let waitsForTarget = "waits"
  /// Why an inject whose time has come has not befallen yet.
  package static func fitsNobody(_ what: Inject) -> String {
    switch what.kind {
    case .message, .bus, .powerCut, .receiversClose, .arrivalsStop: "has not befallen yet"
    case .illness: "no family waits that could fall ill"
    case .orrRefuses: "no child waits for ORR's answer"
    case .staffIll: "no desk of \(what.stage.map { stage($0).lowercased() } ?? "the stage") is open"
    case .interpreterLeaves: "nobody interprets \(what.language?.text ?? "the language")"
    }
  }
  package static func injectWaits(_ what: Inject) -> String {
    "Inject \(what.code) waits: \(fitsNobody(what)). It befalls the first whom it fits."
  }
  static func comes(in left: Span) -> String { "in \(TimeText.length(max(.zero, left)))" }
}

// A line that adds or changes an inject.
extension Wording {
  static let injectUsage =
    "inject KIND or CODE [time] [count=] [minutes=] [stage=] [language=] [receiver=] [finding=] [refusal=] [\"told\"]"
  static let injectKinds = "KIND: " + InjectKind.allCases.map(\.rawValue).joined(separator: ", ")
  static let injectLacksKind = "Name a kind, or the code of an inject to come: inject bus 14:10 count=120"
  static func injectLacks(_ kind: InjectKind, _ fields: [String]) -> String {
    "An inject of kind \(kind.rawValue) needs \(fields.map { "\($0)=" }.joined(separator: " "))."
  }
  static let messageLacksText = "A message needs its words: \"Dispatch: a bus of 120 in half an hour\""
  static func noInjectField(_ key: String) -> String { "An inject has no \(key)=: it has \(injectFields)." }
  static let injectFields = "at count minutes stage language receiver finding refusal tell"
  static func hasPassed(_ time: String) -> String { "\(time) has passed, and the drill ends before it comes again." }
  static func afterEnd(_ time: String) -> String { "The drill ends before \(time)." }
  static let doesNotIsolate = "An illness is one that isolates: influenzaLike, tbRuleOut, varicella or measles."
  static func injectCount(_ most: Int) -> String { "count= is a number from 1 to \(most)." }
  static func injectMinutes(_ most: Int) -> String { "minutes= is a number from 1 to \(most)." }
  static let injectTooMany = "This is said already: an inject has one time and one text."
}
