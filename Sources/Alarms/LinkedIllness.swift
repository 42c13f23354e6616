import CaseFlow

/// Who is ill and who of them have been with each other, kept up from record to record.
struct LinkedIllness: Sendable {
  private var ill: [PersonID] = []
  /// Their cases when they were last looked at.
  private var cases: Set<CaseID> = []
  private var links: [IllnessLink] = []
  /// Grows whenever the links were looked at anew.
  private(set) var version = 0

  init() {}

  /// Takes a center as it is; what was there is forgotten.
  mutating func load(_ center: Center) {
    ill = center.illnesses.map(\.person)
    look(at: center.now, center)
  }

  /// Takes a record that was just applied and the cases that it concerned.
  mutating func take(_ event: Event, _ concerned: [CaseID], _ center: Center, at now: Instant) {
    switch event {
    case .findingRecorded(let e) where e.finding.isolates:
      if !ill.contains(e.person) { ill.append(e.person) }
    default:
      // Nobody who is ill was concerned: their stays, and so their contacts, are what they were.
      guard concerned.contains(where: cases.contains) else { return }
    }
    look(at: now, center)
  }

  private mutating func look(at now: Instant, _ center: Center) {
    version += 1
    let all = ill.flatMap(center.illnesses)
    links = center.links(among: all, at: now)
    cases = Set(all.map(\.caseID))
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
