import CaseFlow
import Screens

/// What an act asks for, in one plain line for the tests.
func told(_ act: Act) -> String {
  switch act.command {
  case .arrive(let arrival): return "arrive \(arrival.members.count)"
  case .place(let id, let area, let override):
    return (["place", "\(id.number)"] + [area, override].compactMap { $0?.text }).joined(separator: " ")
  case .callNext(let desk): return "call next \(desk.text)"
  case .complete(let id): return "done \(id.number)"
  case .split(let id, let people, let reason, let second):
    let numbers = people.map { "\($0.number)" }.joined(separator: ",")
    return "split \(id.number) \(numbers) \(reason.rawValue) \(second)"
  case .correct(var fact):
    var teller = Teller()
    fact.describe(&teller)
    return (["correct"] + teller.words).joined(separator: " ")
  case .undo: return "undo"
  case .state(var event):
    var teller = Teller()
    event.describe(&teller)
    return ([event.type] + teller.words).joined(separator: " ")
  case .stateAll(let events): return events.map(\.type).joined(separator: " ")
  case nil:
    return act.details.keys.map { if case .person(let id) = $0 { "details \(id.number)" } else { "details" } }.joined()
  }
}

/// Collects the fields of an event as `name=value`.
private struct Teller: FieldVisitor {
  var words: [String] = []

  private func text(_ token: Token) -> String {
    switch token {
    case .int(let n): "\(n)"
    case .decimal(let d): "\(d)"
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .time(let instant): String(SmallCenter.zone.text(instant.milliseconds).dropFirst(8).prefix(8))
    }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    words.append("\(name)=\(text(value.token))")
  }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    if value != usual || S.self == Bool.self { words.append("\(name)=\(text(value.token))") }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    if let value { words.append("\(name)=\(text(value.token))") }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    if !value.isEmpty || S.self == Need.self {
      words.append("\(name)=" + value.map { text($0.token) }.joined(separator: ","))
    }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {}
}
