import CaseFlow

/// What a simulated center knows of the drill it is in; of a synthesized day, nothing.
struct DrillPart: Sendable {
  var isOn = false
  var seed: UInt64 = 0
  var cast = Cast()
  /// Every inject of the branch, and how it stands.
  var injects: [DrillInject] = []
  /// Arrivals of the recorded day, of which those of injected buses are made.
  var mix: [Arrival] = []
  /// How many of those expected come as they came on the recorded day; the others come because of an inject.
  var recordedParties = 0

  /// Of what ran out and who stays long the team has said why: nobody simulated says it again.
  var causesGiven: Set<FoundBreach> = []
  var staysExplained: Set<CaseID> = []
  /// What is on paper while the board is dark.
  var paper: Paper?
  /// How often each loose end is on the agenda already.
  private var planned: [LooseEnd: Int] = [:]
}

extension DrillPart {
  /// The injects of a kind whose effects last at an instant: of several that overlap, what one ends another goes on with.
  func lasting(_ kind: InjectKind, at instant: Instant) -> [Inject] {
    injects.filter { $0.inject.kind == kind && $0.lasts?.contains(instant) == true }.map(\.inject)
  }

  /// Whether nobody interprets a language, or a receiver takes nobody, because of an inject.
  func lacksInterpreters(of language: Code, at instant: Instant) -> Bool {
    lasting(.interpreterLeaves, at: instant).contains { $0.language == language }
  }
  func isShut(_ receiver: Code, at instant: Instant) -> Bool {
    lasting(.receiversClose, at: instant).contains { $0.receiver == nil || $0.receiver == receiver }
  }
  /// How many of a stage are ill.
  func ill(of stage: Stage, at instant: Instant) -> Int {
    lasting(.staffIll, at: instant).reduce(0) { $0 + ($1.stage == stage ? $1.count ?? 1 : 0) }
  }
  /// Whether arrivals had stopped by then.
  func noneCome(at instant: Instant) -> Bool { !lasting(.arrivalsStop, at: instant).isEmpty }

  func isPlanned(_ end: LooseEnd) -> Bool { planned[end] != nil }

  mutating func plan(_ happening: Happening) {
    guard isOn, let end = happening.looseEnd else { return }
    planned[end, default: 0] += 1
  }

  mutating func begin(_ happening: Happening) {
    guard isOn, let end = happening.looseEnd, let count = planned[end] else { return }
    planned[end] = count > 1 ? count - 1 : nil
  }
}

extension DrillInject {
  /// From when to when its effects last, once it has befallen; without minutes for good.
  var lasts: Window? {
    guard case .fired(let at) = state else { return nil }
    return Window(at, inject.minutes.map { at + .minutes($0) } ?? .latest)
  }
}

/// Something that somebody simulated has to go on with, so that nothing is left hanging.
enum LooseEnd: Hashable, Sendable {
  case task(CaseID, Task)
  case service(DeskID, CaseID)
  case away(PersonID)
  case bus(DepartureID)
}

extension Happening {
  var looseEnd: LooseEnd? {
    switch self {
    case .attend(let id, let task): .task(id, task)
    case .begin(let desk, let id), .finish(let desk, let id), .interrupt(let desk, let id, _): .service(desk, id)
    case .comeBack(let person, _): .away(person)
    case .leave(let departure), .reach(let departure): .bus(departure)
    case .announce, .arrive, .staffDesks, .staffDesk, .interpreters, .serve, .round, .incident, .inject, .injectOver:
      nil
    }
  }
}
