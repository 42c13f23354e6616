import CaseFlow
import Testing

@testable import Alarms

/// Every kind of measure on a random walk around its values, against a model that looks at every second: two thousand
/// steps from each of seven seeds for sixteen kinds. Those that take days, linked illness and breaches ahead, walk by
/// themselves: breaches ahead another 12,000 steps, 236,000 steps of a value in all.
struct MeasureWalkTests {
  private static func level(_ raise: Int, _ clear: Int, on: Int = 0, off: Int = 0, least: Int = 0) -> ThresholdLevel {
    ThresholdLevel(
      .watch, raise: raise, clear: clear, onDelay: .seconds(on), offDelay: .seconds(off), minimumCount: least)
  }

  /// A threshold for each kind but those that take days, which have walks of their own, with values that the walk crosses
  /// often.
  private static let thresholds: [Threshold] = MeasureKind.allCases.filter {
    $0 != .linkedIllness && $0 != .predictedBreaches
  }.map { kind in
    let (measure, level): (Measure, ThresholdLevel) =
      switch kind {
      case .areaOccupancy: (.area(Code("fam-a")), level(25, 9, on: 20, off: 30))
      case .kindOccupancy: (.places(.families), level(25, 15, off: 40))
      case .centerOccupancy: (.plain(kind), level(37, 30, on: 10, off: 10))
      case .oldestWait: (.oldestWait(.reception), level(12, 9, on: 15, off: 15, least: 2))
      case .p90Wait: (.p90Wait(.reception), level(8, 6, off: 20, least: 3))
      case .arrivalsOverProcessed: (.arrivalsOverProcessed(minutes: 5), level(3, 0, on: 10, off: 10))
      case .arrivalsADay: (.arrivalsADay(minutes: 10), level(4_032, 3_456, off: 15))
      case .census: (.plain(kind), level(22, 18, on: 5))
      case .stockHours: (.plain(kind), level(2, 1, on: 30, least: 5))
      case .unplaced: (.plain(kind), level(15, 12, off: 5))
      case .clocksNear: (.clocksNear(.custody, minutes: 60), level(8, 5, on: 10))
      case .interpreterShortage: (.plain(kind), level(2, 0, on: 5))
      case .dataAge: (.plain(kind), level(5, 1, on: 30))
      case .releasesWithoutReceiver: (.plain(kind), level(3, 1, on: 20))
      case .openSeparations: (.plain(kind), level(1, 0, off: 10))
      case .coPlacements, .linkedIllness, .predictedBreaches: (.plain(kind), level(2, 0, on: 5))
      }
    return threshold(kind.rawValue, measure, level)
  }

  @Test(arguments: [101, 102, 103, 104, 105, 106, 107] as [UInt64])
  func everyMeasureTurnsWhenItsValueDoes(seed: UInt64) {
    var walk = Walk(Self.thresholds, seed: seed)
    for _ in 0..<2_000 { walk.step() }
    walk.feed.board.advance(to: noon(0, walk.second))
    for (threshold, latch) in zip(Self.thresholds, walk.latches) {
      #expect(latch.turns.count >= 2, "\(threshold.name) hardly moved")
      #expect(turns(walk.feed.board, threshold.name) == latch.turns.map(\.0), "\(threshold.name)")
    }
  }
}

/// A story of people who come, are served and leave, told to a board and to a slow center alike.
private struct Walk {
  let thresholds: [Threshold]
  var feed: Feed
  var slow = SlowCenter()
  var latches: [SlowLatch]
  var second = 0
  private var asks: [(high: Bool, low: Bool)]
  private var dice: Dice

  init(_ thresholds: [Threshold], seed: UInt64) {
    self.thresholds = thresholds
    let growing: [MeasureKind] = [
      .oldestWait, .p90Wait, .arrivalsOverProcessed, .arrivalsADay, .stockHours, .clocksNear, .dataAge,
    ]
    self.growing = Set(thresholds.indices.filter { growing.contains(thresholds[$0].measure.of) })
    asks = thresholds.map { _ in (false, true) }
    feed = Feed(thresholds)
    latches = thresholds.map { SlowLatch(level: $0.levels[0]) }
    dice = Dice(seed)
  }

  private static let areas: [Code] = [Code("fam-a"), Code("fam-b"), Code("men")]

  mutating func step() {
    let isPause = Int.random(in: 0..<200, using: &dice) == 0
    let until = second + Int.random(in: isPause ? 1_200...2_400 : 1...9, using: &dice)
    let growing = growing
    while second < until {
      second += 1
      look { growing.contains($0) }
    }
    act()
  }

  /// The places of the thresholds whose values may turn when only time passes; the others ask for what they asked for.
  let growing: Set<Int>

  private mutating func look(_ isAsked: (Int) -> Bool = { _ in true }) {
    slow.note(second)
    for index in thresholds.indices {
      if isAsked(index) { asks[index] = slow.asks(latches[index].level, thresholds[index].measure, at: second) }
      latches[index].look(asks[index].high, asks[index].low, second: second)
    }
  }

  /// One record, told to both.
  private mutating func tell(_ event: Event, _ change: (inout SlowCenter) -> Void) {
    feed.record(event, noon(0, second))
    change(&slow)
    slow.lastRecord = second
    look()
  }

  private mutating func act() {
    let people = slow.guests.reduce(0) { $0 + $1.people.count }
    guard people >= 10, people > 32 || Int.random(in: 0..<100, using: &dice) < 76,
      let index = slow.guests.indices.filter({ slow.guests[$0].apart == nil }).randomElement(using: &dice)
    else { return arrive() }
    let guest = slow.guests[index]
    switch Int.random(in: people > 32 ? 0..<5 : 0..<16, using: &dice) {
    case 0, 1, 2, 3: leave(index)
    case 4, 5, 6, 7, 8: serve(index)
    case 9, 10:
      let area = Self.areas[Int.random(in: Self.areas.indices, using: &dice)]
      tell(.casePlaced(CasePlaced(guest.id, in: area))) {
        $0.guests[index].area = area
        $0.guests[index].isBesideAdults = false
      }
    case 11:
      guard !guest.isBesideAdults else { return leave(index) }
      tell(.breachRecorded(BreachRecorded(guest.id, .childWithUnrelatedAdults, .noPlace))) {
        $0.guests[index].isBesideAdults = true
      }
    case 12: interpret()
    case 13, 14: part(index)
    default: reunite()
    }
  }

  private mutating func arrive() {
    let people = Int.random(in: 1...2, using: &dice)
    let near = second + Int.random(in: -300...900, using: &dice)
    let isMam = Bool.random(using: &dice)
    // The clock runs 72 hours and is near in its last one.
    let bookIn = noon(0, near) - .hours(71)
    let (before, second) = (feed.center.people.count, second)
    let id = feed.arriveAdults(
      people, noon(0, second), speaking: isMam ? Code("mam") : nil, bookIn: bookIn)
    let members = feed.center.people.items[before...].map(\.id)
    slow.guests.append(
      SlowCenter.Guest(id: id, people: Array(members), arrived: second, near: near, speaksMam: isMam))
    slow.comes(people)
    slow.lastRecord = second
    look()
  }

  private mutating func leave(_ index: Int) {
    let guest = slow.guests[index]
    tell(.caseReleased(ReceiverOfCase(guest.id, Code("shelter")))) {
      $0.guests.remove(at: index)
      $0.goes(guest.people.count)
    }
  }

  private mutating func serve(_ index: Int) {
    let guest = slow.guests[index]
    func done(_ stage: Stage) -> Event { .serviceCompleted(CaseAtDesk(guest.id, DeskID(stage: stage, number: 1))) }
    switch guest.step {
    case .reception: tell(done(.reception)) { $0.guests[index].step = .health }
    case .health: tell(done(.health)) { $0.guests[index].step = .interview }
    case .interview: tell(done(.interview)) { $0.guests[index].step = .caseManagement }
    case .caseManagement where !guest.isPlanned:
      var e = PlanMade()
      e.caseID = guest.id
      tell(.planMade(e)) { $0.guests[index].isPlanned = true }
    case .caseManagement: tell(done(.caseManagement)) { $0.guests[index].step = .leaving }
    case .leaving where !guest.isAccepted:
      tell(.releaseAccepted(ReceiverOfCase(guest.id, Code("shelter")))) { $0.guests[index].isAccepted = true }
    default: leave(index)
    }
  }

  private mutating func interpret() {
    var e = InterpretersChanged()
    e.language = Code("mam")
    e.interpreters = slow.isMamInterpreted ? 0 : 1
    tell(.interpretersChanged(e)) { $0.isMamInterpreted.toggle() }
  }

  private mutating func part(_ index: Int) {
    let guest = slow.guests[index]
    guard guest.people.count == 2, guest.step == .health, guest.area == nil, !guest.isBesideAdults else {
      return serve(index)
    }
    var e = FamilySplit()
    e.caseID = guest.id
    e.people = [guest.people[1]]
    e.newCase = feed.takeCaseNumber()
    tell(.familySplit(e)) {
      var other = guest
      other.id = e.newCase
      other.people = [guest.people[1]]
      other.apart = guest.id
      $0.guests[index].people = [guest.people[0]]
      $0.guests[index].apart = e.newCase
      $0.guests.append(other)
    }
  }

  private mutating func reunite() {
    guard let index = slow.guests.firstIndex(where: { $0.apart != nil }),
      let other = slow.guests.firstIndex(where: { $0.id == slow.guests[index].apart })
    else { return interpret() }
    var e = FamilyReunited()
    e.caseID = slow.guests[other].id
    e.with = slow.guests[index].id
    tell(.familyReunited(e)) {
      $0.guests[index].people += $0.guests[other].people
      $0.guests[index].apart = nil
      $0.guests.remove(at: other)
    }
  }
}
