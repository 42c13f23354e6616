import CaseFlow

/// The languages of a case that waits for an interview: the first one it asks for and, where it has one, the second.
struct Languages: Hashable, Sendable {
  var first: Code
  var second: Code?
}

/// Cases that wait for an interview, counted by their languages: who opens a desk or sends interpreters home changes
/// what a few languages find, however many people wait.
struct InterviewLanguages: Sendable {
  private struct Waiting {
    var cases = 0
    var isLacking = false
  }

  private var waiting: [Languages: Waiting] = [:]
  /// Cases in languages that no open desk speaks and nobody on duty interprets.
  private(set) var lacking = 0

  mutating func join(_ languages: Languages, _ center: Center) {
    var entry = waiting[languages] ?? Waiting(isLacking: !center.isUnderstood(languages))
    entry.cases += 1
    waiting[languages] = entry
    if entry.isLacking { lacking += 1 }
  }

  mutating func leave(_ languages: Languages) {
    guard var entry = waiting[languages] else { return }
    entry.cases -= 1
    waiting[languages] = entry.cases > 0 ? entry : nil
    if entry.isLacking { lacking -= 1 }
  }

  /// Asks again of every language that somebody waits with.
  mutating func listen(_ center: Center) {
    lacking = 0
    for languages in waiting.keys {
      let isLacking = !center.isUnderstood(languages)
      waiting[languages]?.isLacking = isLacking
      if isLacking { lacking += waiting[languages]?.cases ?? 0 }
    }
  }
}

extension Event {
  /// Whether it changes which languages are spoken or interpreted here.
  var changesLanguages: Bool {
    switch self {
    case .deskOpened(let e): e.desk.stage == .interview
    case .deskClosed(let e): e.desk.stage == .interview
    case .interpretersChanged, .entryUndone: true
    default: false
    }
  }
}

extension Center {
  /// The languages of a case that waits for an interview, or nil while it waits for none or nobody asked for them.
  func languagesAwaited(by item: Case) -> Languages? {
    guard item.isOnRoll, item.step == .interview, item.state != .inService, let first = item.language else {
      return nil
    }
    return Languages(first: first, second: item.secondLanguage)
  }

  /// Whether an open desk speaks one of these languages, or someone on duty interprets it. Who is busy does not count:
  /// that passes by itself.
  fileprivate func isUnderstood(_ languages: Languages) -> Bool {
    isUnderstood(languages.first) || languages.second.map(isUnderstood) ?? false
  }

  private func isUnderstood(_ language: Code) -> Bool {
    interpreters.contains { $0.language == language && $0.interpreters + $0.lines > 0 }
      || desks.contains { $0.id.stage == .interview && $0.isOpen && $0.languages.contains(language) }
      || plan.languages.contains { $0.code == language && $0.spokenByStaff }
  }
}
