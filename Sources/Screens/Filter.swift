package import CaseFlow

/// Which cases a list shows, as an operator types it: `wait>60 lang:mam p2 family child hold`.
///
/// Every word must hold. Words: `p0` to `p4`, `family`, `adult`, `child` (a child alone), `minors` (someone under 18),
/// `hold`, `waiting`, `called`, `service`, `lang:xxx`, `nat:xxx`, `area:xxx`, `wait>60` and `wait<60` in minutes, a number.
package struct Filter: Equatable, Sendable {
  enum Term: Equatable, Sendable {
    case priority(PriorityClass)
    case kind(CaseKind)
    case minors
    case state(ServiceState)
    case language(Code)
    case nationality(Code)
    case longer(Span)
    case shorter(Span)
    case area(String)
    case number(Int32)
  }

  var terms: [Term] = []

  /// A filter that was not understood names the word.
  package enum Outcome: Equatable, Sendable {
    case filter(Filter)
    case unknown(String)
  }

  /// Reads a filter; an empty text shows everything.
  package static func read(_ text: String) -> Outcome {
    var filter = Filter()
    for word in text.lowercased().split(separator: " ") {
      guard let term = term(String(word)) else { return .unknown(String(word)) }
      filter.terms.append(term)
    }
    return .filter(filter)
  }

  /// What stands before the code of an area, in a filter and when people are looked for.
  static let areaWord = "area:"

  private static func term(_ word: String) -> Term? {
    switch word {
    case "p0": return .priority(.p0)
    case "p1": return .priority(.p1)
    case "p2": return .priority(.p2)
    case "p3": return .priority(.p3)
    case "p4": return .priority(.p4)
    case "family": return .kind(.familyUnit)
    case "adult": return .kind(.singleAdult)
    case "child": return .kind(.unaccompaniedChild)
    case "minors": return .minors
    case "hold": return .state(.onHold)
    case "waiting": return .state(.waiting)
    case "called": return .state(.called)
    case "service": return .state(.inService)
    default: break
    }
    if word.hasPrefix("lang:") { return Code(word.dropFirst(5)).map { .language($0) } }
    if word.hasPrefix("nat:") { return Code(word.dropFirst(4).uppercased()).map { .nationality($0) } }
    if word.hasPrefix(areaWord) { return .area(String(word.dropFirst(areaWord.count))) }
    if word.hasPrefix("wait>") { return minutes(word.dropFirst(5)).map { .longer($0) } }
    if word.hasPrefix("wait<") { return minutes(word.dropFirst(5)).map { .shorter($0) } }
    return CaseID(typed: word).map { .number($0.number) }
  }

  private static func minutes(_ text: Substring) -> Span? {
    guard let count = Int(text), (0...1_000_000).contains(count) else { return nil }
    return .minutes(count)
  }

  /// Whether a case passes.
  package func admits(_ id: CaseID, in model: BoardModel) -> Bool {
    guard !terms.isEmpty else { return true }
    guard let item = model.aCase(id) else { return false }
    let standing = model.figures.standings[id]
    return terms.allSatisfy { term in
      switch term {
      case .priority(let level): standing?.priority.level == level
      case .kind(let kind): item.kind == kind
      case .minors: item.members.contains { model.center.people[$0]?.isChild ?? false }
      case .state(let state): item.state == state
      case .language(let code): item.language == code || item.secondLanguage == code
      case .nationality(let code): item.nationality == code
      case .longer(let span): standing?.waited.map { $0 > span } ?? false
      case .shorter(let span): standing?.waited.map { $0 < span } ?? false
      case .area(let area): model.hasPlace(item, in: area)
      case .number(let number): item.id.number == number || item.members.contains { $0.number == number }
      }
    }
  }
}

extension BoardModel {
  /// Whether somebody of a case has a place in an area, whose code is in small letters.
  func hasPlace(_ item: Case, in area: String) -> Bool {
    item.members.contains { center.people[$0]?.area?.text.lowercased() == area }
  }

  /// What was looked for, as the title of the list found: an area by its name.
  func titleOfFound(_ text: String) -> String {
    guard text.hasPrefix(Filter.areaWord), let code = Code(text.dropFirst(Filter.areaWord.count)) else {
      return Wording.found(text)
    }
    return EventWording.area(code, center)
  }

  /// Whether a case is what an operator looks for: its number, one of its people's, its language, its nationality, the
  /// area where it lives.
  func matches(_ id: CaseID, _ text: String) -> Bool {
    guard let item = aCase(id) else { return false }
    let text = text.lowercased()
    if text.hasPrefix(Filter.areaWord) { return hasPlace(item, in: String(text.dropFirst(Filter.areaWord.count))) }
    if let number = CaseID(typed: text)?.number {
      return item.id.number == number || item.members.contains { $0.number == number }
    }
    guard let code = Code(text) else { return false }
    if item.language == code || item.secondLanguage == code { return true }
    if let nationality = item.nationality, nationality.text.lowercased() == text { return true }
    guard let language = item.language else { return false }
    return center.plan.languages.contains { $0.code == language && $0.name.lowercased() == text }
  }
}
