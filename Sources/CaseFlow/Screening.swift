// What the health screening asks for, of whom and until when (CBP Directive 2210-004): an interview of everyone under
// 18 and of anyone with a concern, an assessment of everyone under 13 and of anyone with a concern.

/// A line of the screening that a person needs and has not had.
package struct MissingCheck: Hashable, Sendable {
  package var person: PersonID
  package var check: HealthCheck
  package var due: Instant
}

extension Person {
  /// Whether anything known of the person asks for a clinician: a need, a finding, an answer of the screening.
  package var hasHealthConcern: Bool {
    needs.meets(Need.health) || checks.contains { $0.result == .concern }
      || findings.contains { !$0.finding.isParasite }
  }

  /// Under 13, or a child whose age in years nobody has stated.
  package var mayBeUnder13: Bool { isChild && (age?.count ?? 0) < 13 }

  /// The line of the screening as it was last done, or nil.
  package func result(of check: HealthCheck) -> CheckDone? { checks.first { $0.check == check } }

  /// Whether a finding that spreads from person to person in a room stands untreated at a time.
  package func isUntreated(at: Instant) -> Bool {
    findings.contains { $0.finding.isParasite && $0.at <= at && ($0.treatedAt.map { at < $0 } ?? true) }
  }

  /// Whether the person was judged not fit for something, as it stood at a time.
  package func isUnfit(for purpose: FitFor, at: Instant) -> Bool {
    fitness.contains { $0.purpose == purpose && !$0.fit && $0.at <= at }
  }
}

extension Center {
  /// The lines of the screening that a person must have: none for an adult without a concern. Declined counts as done.
  package func requiredChecks(of person: Person) -> [HealthCheck] {
    guard let isFirst = screenedFirst(person) else { return [] }
    return isFirst ? [.interview, .assessment] : [.interview]
  }

  /// Until when they are due: children under 13 and anyone with a concern first.
  package func checksDue(of person: Person) -> Instant {
    person.arrivedAt + (screenedFirst(person) ?? false ? rules.healthPriority : rules.healthOthers)
  }

  /// Whether a person is screened before others, with an assessment too; nil where nothing is required.
  func screenedFirst(_ person: Person) -> Bool? {
    if person.mayBeUnder13 || person.hasHealthConcern { return true }
    return person.isChild ? false : nil
  }

  /// When the last required line of people was done, or nil while one is missing.
  func screenedAt(_ people: [Person]) -> Instant? {
    var last = Instant.earliest
    for person in people {
      for check in requiredChecks(of: person) {
        guard let done = person.result(of: check) else { return nil }
        last = max(last, done.at)
      }
    }
    return last
  }

  /// What the members of a case still lack, in their order.
  package func missingChecks(of item: Case) -> [MissingCheck] {
    members(of: item).flatMap { person in
      requiredChecks(of: person).filter { person.result(of: $0) == nil }.map {
        MissingCheck(person: person.id, check: $0, due: checksDue(of: person))
      }
    }
  }

  /// A member with a finding for which the whole case is to be isolated and was not since, or nil.
  package func toIsolate(_ item: Case) -> PersonID? {
    guard item.isolation == nil else { return nil }
    return members(of: item).first { person in
      person.findings.contains {
        $0.finding.isolates && $0.treatedAt == nil && $0.at > item.isolatedUntil ?? .earliest
      }
    }?.id
  }

  /// Whether a member of a case must not share a room at a time: lice or scabies that nobody has treated.
  package func isUntreated(_ item: Case, at: Instant) -> Bool {
    item.members.contains { people[$0]?.isUntreated(at: at) ?? false }
  }

  /// Whether a case may share no room now, isolated or not: someone is to be treated first, or not fit for it.
  func mustBeApart(_ item: Case) -> Bool {
    isUntreated(item, at: .latest) || unfit(item, for: .sharedArea, at: .latest) != nil
  }

  /// The first member of a case who was judged not fit for something, as it stood at a time.
  package func unfit(_ item: Case, for purpose: FitFor, at: Instant) -> PersonID? {
    item.members.first { people.holds($0) { $0.isUnfit(for: purpose, at: at) } }
  }
}

extension Finding {
  /// What is treated at the desk, before anyone shares a room.
  package var isParasite: Bool { self == .lice || self == .scabies }
}

extension Need {
  /// Needs that ask for a clinician: serious medical conditions, disability, difficult and teenage pregnancy, nursing,
  /// an older person unable to self-care, torture, sexual and gender-based violence.
  static let health = NeedSet(
    asked: true,
    table.indices.map { Need(index: UInt8($0)) }.filter { need in
      ["SM", "DS", "TR", "SV"].contains(String(need.code.prefix(2)))
        || ["CR-TP", "WR-LC", "ER-FR"].contains(need.code)
    })
}
