import CaseFlow

/// What the thresholds read of one case.
struct CaseInputs: Sendable {
  /// The stage at which it waits to be served, or nil.
  var stage: Stage?
  /// Since when, while it waits.
  var since = Instant.never
  /// Its people, while it leaves by a release that no receiver has accepted.
  var withoutReceiver = 0
  /// 1 while it waits for an interview in languages that nobody on duty speaks or interprets.
  var withoutInterpreter = 0

  init() {}
}

extension Center {
  /// What the thresholds read of a case. A function and no initializer: that would take the whole center for its own.
  func inputs(of item: Case) -> CaseInputs {
    var inputs = CaseInputs()
    guard item.isOnRoll else { return inputs }
    if item.step == .leaving, item.plan == .release, item.release.acceptedAt == nil || item.isAcceptedInPart {
      inputs.withoutReceiver = item.members.count
    }
    guard let stage = item.stage, item.state == .waiting || item.state == .called,
      // The isolated wait for nothing but health; nobody waits for an interview before the consultation is over.
      item.isolation == nil || stage == .health,
      let since = queuedSince(item, at: .latest)
    else { return inputs }
    inputs.stage = stage
    inputs.since = since
    return inputs
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
  /// Whether a case waits for an interview in languages that no open desk speaks and nobody on duty interprets. Who is
  /// busy does not count: that passes by itself.
  func lacksLanguage(_ item: Case) -> Bool {
    guard item.isOnRoll, item.step == .interview, item.state != .inService, let language = item.language else {
      return false
    }
    return ![language, item.secondLanguage].compactMap(\.self).contains { code in
      interpreters.contains { $0.language == code && $0.interpreters + $0.lines > 0 }
        || desks.contains { $0.id.stage == .interview && $0.isOpen && isSpoken(code, at: $0.id) }
        || plan.languages.contains { $0.code == code && $0.spokenByStaff }
    }
  }
}
