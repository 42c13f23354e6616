import CaseFlow

extension [DrillInject] {
  /// Injects as they stand after some records: fired, held back, or still to come.
  init(_ injects: [Inject], after records: some Sequence<Record>) {
    self = injects.map { DrillInject($0) }
    for record in records {
      switch record.event {
      case .injectFired(let e): set(.fired(record.recorded), of: e.inject)
      case .injectHeld(let e): set(e.held ? .held : .toCome, of: e.inject)
      default: break
      }
    }
  }

  private mutating func set(_ state: DrillInject.State, of code: Code) {
    guard let index = firstIndex(where: { $0.inject.code == code }) else { return }
    self[index].state = state
  }
}

/// What the controller changed at an instant at which nobody plays: the branch that begins next takes it up.
struct KeptInjects: Sendable {
  private var changed: [Inject] = []
  private var held: [Code: Bool] = [:]

  /// Keeps a change of an inject, or one that is added.
  mutating func change(_ inject: Inject) {
    changed.removeAll { $0.code == inject.code }
    changed.append(inject)
  }

  /// Keeps that an inject is held back, or that it goes on.
  mutating func hold(_ code: Code, _ isHeld: Bool) { held[code] = isHeld }

  /// Injects as they stand, with what was changed of those that have not befallen.
  func laid(over injects: [DrillInject]) -> [DrillInject] {
    let codes = Set(injects.map(\.inject.code))
    let all = injects + changed.filter { !codes.contains($0.code) }.map { DrillInject($0) }
    return all.map { item in
      guard !item.isFired else { return item }
      let inject = changed.first { $0.code == item.inject.code } ?? item.inject
      var laid = DrillInject(inject, held[inject.code].map { $0 ? .held : .toCome } ?? item.state)
      if inject.at == item.inject.at { laid.waitsSince = item.waitsSince }
      return laid
    }
  }
}
