import CaseFlow
import Testing

@testable import Alarms

/// Every state that an alarm can be in, and every way between two of them, walked by all that can happen, against a
/// machine that was written from the words of ISA-18.2: none is missing, and there are no others.
struct StateWalkTests {
  /// From each state, where one step can lead; it can always stay where it is.
  private static let ways: [AlarmState: Set<AlarmState>] = [
    .normal: [.activeUnacknowledged, .shelved, .suppressed],
    .activeUnacknowledged: [
      .activeAcknowledged, .clearedUnacknowledged, .shelved, .suppressed, .outOfService,
    ],
    .activeAcknowledged: [.normal, .shelved, .suppressed],
    .clearedUnacknowledged: [.normal, .activeUnacknowledged, .shelved, .suppressed, .outOfService],
    .shelved: [
      .normal, .activeUnacknowledged, .clearedUnacknowledged, .suppressed, .outOfService,
    ],
    .suppressed: [
      .normal, .activeUnacknowledged, .activeAcknowledged, .clearedUnacknowledged, .shelved, .outOfService,
    ],
    .outOfService: [
      .normal, .activeUnacknowledged, .clearedUnacknowledged, .shelved, .suppressed,
    ],
  ]

  @Test func everyStateIsReachedByEveryWayAndThereAreNoOthers() {
    var ways: [AlarmState: Set<AlarmState>] = [:]
    var met: Set<Machine.Key> = []
    var toWalk = [Walker()]
    while let from = toWalk.popLast() {
      for step in Step.allCases {
        var walker = from
        walker.take(step)
        #expect(walker.state == walker.machine.state, "after \(step) in \(from.machine)")
        if walker.state != from.state { ways[from.state, default: []].insert(walker.state) }
        if met.insert(walker.machine.key).inserted { toWalk.append(walker) }
      }
    }
    #expect(ways == Self.ways)
    #expect(Set(ways.keys) == Set(AlarmState.allCases))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aRandomWalkAgreesAtEveryStep(seed: UInt64) throws {
    var dice = Dice(seed)
    var walker = Walker()
    for _ in 0..<1_500 {
      let step = try #require(Step.allCases.randomElement(using: &dice))
      walker.take(step)
      try #require(walker.state == walker.machine.state, "after \(step) in \(walker.machine)")
      try #require(walker.isEscalated == walker.machine.isEscalated, "after \(step) in \(walker.machine)")
    }
  }
}

/// What can happen to an alarm.
private enum Step: CaseIterable {
  case rises, falls, causeRises, causeFalls, isTaken, isShelved, isTakenBack, isWithdrawn, isPutBack, nothing
}

/// One threshold with one that keeps it silent: as a board sees them, and as the machine does.
private struct Walker {
  private var feed: Feed
  private(set) var machine = Machine()
  private var guest: CaseID?
  private var family: CaseID?

  init() {
    let level = ThresholdLevel(.watch, raise: 10, clear: 0)
    var watched = threshold("Watched", .places(.singleMen), level)
    watched.inhibitedBy = ["Cause"]
    feed = Feed([watched, threshold("Cause", .places(.families), level)])
  }

  private var alarm: Alarm? { feed.board.alarms.last { $0.threshold == "Watched" } }
  var state: AlarmState { alarm.map { feed.board.state(of: $0) } ?? .normal }
  var isEscalated: Bool { alarm?.escalated != nil }

  mutating func take(_ step: Step) {
    for _ in 0..<(step == .nothing ? 31 : 1) { machine.passMinute() }
    let now = noon(machine.minute)
    feed.board.advance(to: now)
    switch step {
    case .rises: if guest == nil { guest = feed.arrive(1, now, into: Code("men")) }
    case .falls:
      if let gone = guest { feed.leave(gone, now) }
      guest = nil
    case .causeRises: if family == nil { family = feed.arrive(2, now, into: Code("fam-a")) }
    case .causeFalls:
      if let gone = family { feed.leave(gone, now) }
      family = nil
    case .isTaken: feed.acknowledge("Watched", now)
    case .isShelved:
      var e = AlarmShelved()
      e.threshold = "Watched"
      e.until = now + .minutes(Machine.shelfMinutes)
      feed.record(.alarmShelved(e), now)
    case .isTakenBack: feed.record(.alarmUnshelved(AlarmAnswered("Watched")), now)
    case .isWithdrawn, .isPutBack:
      var e = ServiceChanged()
      e.threshold = "Watched"
      e.inService = step == .isPutBack
      feed.record(.serviceChanged(e), now)
    case .nothing: break
    }
    machine.take(step)
  }
}

/// The states in words: an alarm that is active or not, taken or not, under what was said of its threshold.
private struct Machine {
  static let shelfMinutes = 30

  struct Key: Hashable {
    var isHigh = false
    var isCauseHigh = false
    var isInService = true
    var isShelved = false
    var isActive = false
    var isTaken = true
    var isEscalated = false
  }

  private(set) var key = Key()
  private(set) var minute = 0
  private var shelfEnds = 0
  private var askedSince = 0

  var isEscalated: Bool { key.isEscalated }

  var state: AlarmState {
    if !key.isActive && key.isTaken { return .normal }
    if !key.isInService { return .outOfService }
    if key.isShelved { return .shelved }
    if !key.isActive { return .clearedUnacknowledged }
    if key.isCauseHigh { return .suppressed }
    return key.isTaken ? .activeAcknowledged : .activeUnacknowledged
  }

  mutating func passMinute() {
    minute += 1
    if key.isShelved, shelfEnds == minute { endShelf() }
    escalate()
  }

  mutating func take(_ step: Step) {
    switch step {
    case .rises:
      if !key.isHigh, key.isInService { raise() }
      key.isHigh = true
    case .falls:
      key.isHigh = false
      if key.isInService { key.isActive = false }
    case .causeRises: key.isCauseHigh = true
    case .causeFalls: key.isCauseHigh = false
    case .isTaken: key.isTaken = true
    case .isShelved:
      if !key.isShelved { shelfEnds = minute + Self.shelfMinutes }
      key.isShelved = true
    case .isTakenBack: if key.isShelved { endShelf() }
    case .isWithdrawn:
      key.isInService = false
      key.isActive = false
    case .isPutBack:
      if !key.isInService, key.isHigh { raise() }
      key.isInService = true
    case .nothing: break
    }
    escalate()
  }

  private mutating func raise() {
    key.isActive = true
    key.isTaken = false
    key.isEscalated = false
    askedSince = minute
  }

  /// What comes back asks for an owner anew.
  private mutating func endShelf() {
    key.isShelved = false
    guard key.isActive else { return }
    key.isTaken = false
    key.isEscalated = false
    askedSince = minute
  }

  private mutating func escalate() {
    if state == .activeUnacknowledged, minute >= askedSince + 10 { key.isEscalated = true }
  }
}
