import CaseFlow

/// Who is ill and who of them have been with each other, kept up from record to record.
///
/// Two people are linked by where they were until the later of them was found ill. So an ordinary record, of what happens
/// after that, links nobody anew and parts nobody; one that says what was before is looked at as a whole.
struct LinkedIllness: Sendable {
  private var ill: [Illness] = []
  private var links: [IllnessLink] = []
  /// When the last of them was found ill: what happens from then on changes no link.
  private var latest = Instant.earliest
  /// Grows whenever the links may have changed.
  private(set) var version = 0

  init() {}

  /// Takes a center as it is; what was there is forgotten.
  mutating func load(_ center: Center) {
    ill = center.illnesses
    look(at: center.now, center)
  }

  /// Takes a record that was just applied and the cases that it concerned.
  mutating func take(_ record: Record, _ concerned: [CaseID], _ center: Center, at now: Instant) {
    if case .findingRecorded(let e) = record.event, e.finding.isolates {
      return found(e, center, at: now)
    }
    guard record.at < latest || record.event.changesWhoWasTogether || center.forgetsStays(by: record.event),
      concerned.contains(where: { id in ill.contains { $0.caseID == id } })
    else { return }
    look(at: now, center)
  }

  private mutating func found(_ e: FindingRecorded, _ center: Center, at now: Instant) {
    guard !ill.contains(where: { $0.person == e.person }),
      let one = center.illnesses(of: e.person).first(where: { $0.finding == e.finding })
    else {
      // Found again, or found with something else too.
      ill += center.illnesses(of: e.person)
      return look(at: now, center)
    }
    forget(at: now)
    links += center.links(of: one, with: ill, at: now)
    ill.append(one)
    latest = max(latest, one.at)
    version += 1
  }

  private mutating func look(at now: Instant, _ center: Center) {
    var known: Set<PersonID> = []
    let people = ill.map(\.person).filter { known.insert($0).inserted }
    ill = people.flatMap { center.illnesses(of: $0) }
    forget(at: now)
    links = center.links(among: ill, at: now)
    latest = ill.map(\.at).max() ?? .earliest
    version += 1
  }

  /// Forgets who was found ill so long ago that no link to them counts any more, nor ever will.
  private mutating func forget(at now: Instant) {
    ill.removeAll { $0.isPast(at: now) }
    links.removeAll { $0.until <= now }
  }

  /// The cases of the illness that has most of them linked at a moment.
  func linked(at time: Instant) -> Int {
    guard !links.isEmpty else { return 0 }
    var cases: [Finding: Set<CaseID>] = [:]
    for link in links where time < link.until { cases[link.finding, default: []].formUnion([link.first, link.second]) }
    return cases.values.map(\.count).max() ?? 0
  }

  /// The next moment after `time` at which a link counts no more, or never.
  func nextEnd(after time: Instant) -> Instant { links.map(\.until).filter { $0 > time }.min() ?? .never }
}

extension Event {
  /// Whether it may change who has been with whom before it happened.
  fileprivate var changesWhoWasTogether: Bool {
    switch self {
    case .entryUndone, .factCorrected, .familySplit, .familyReunited, .tieStated: true
    default: false
    }
  }
}

extension Center {
  /// Whether someone of a case that was given a place has had so many that the first ones are forgotten with every new one.
  fileprivate func forgetsStays(by event: Event) -> Bool {
    guard case .casePlaced(let e) = event else { return false }
    return cases.holds(e.caseID) { $0.members.contains { people.holds($0) { $0.stays.count >= Limit.stays } } }
  }
}
