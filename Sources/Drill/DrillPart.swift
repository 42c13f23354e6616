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

  /// When nobody comes, if there is such a time.
  var noArrivals: Window?
  /// Languages that nobody interprets, and receivers that take nobody, because of an inject.
  var noInterpreters: Set<Code> = []
  var shut: Set<Code> = []
  /// What ORR answers to the next child it is asked for.
  var orrRefusal: PlaceRefusal?
  /// What is on paper while the board is dark.
  var paper: Paper?
  /// How often each loose end is on the agenda already.
  private var planned: [LooseEnd: Int] = [:]
}

extension DrillPart {
  func lacksInterpreters(of language: Code) -> Bool { noInterpreters.contains(language) }
  func isShut(_ receiver: Code) -> Bool { shut.contains(receiver) }

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
