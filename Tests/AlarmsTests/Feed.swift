import CaseFlow

@testable import Alarms

/// A center built by hand: it writes the records of a story, applies them and shows them to a board.
struct Feed {
  var center: Center
  var board: AlarmBoard
  var records: [Record] = []
  private var nextPerson = PersonID(number: 1)
  private var nextParty = PartyID(number: 1)
  private var nextCase = CaseID(number: 1)

  init(_ plan: AlarmPlan) {
    center = Center(plan: Feed.plan, rules: .us2023)
    board = AlarmBoard(plan: plan, center: center)
  }

  init(_ thresholds: [Threshold]) {
    var plan = AlarmPlan()
    plan.thresholds = thresholds
    self.init(plan)
  }

  /// Twenty places for families, ten for everyone else, two desks a stage.
  static let plan: CenterPlan = {
    var plan = CenterPlan()
    plan.name = "Test"
    plan.areas = [
      area("men", .singleMen, 10), area("women", .singleWomen, 10), area("fam-a", .families, 12),
      area("fam-b", .families, 8), area("kids", .children, 10), area("iso", .isolation, 10),
    ]
    plan.stages = Stage.allCases.map {
      var stage = StagePlan()
      stage.stage = $0
      stage.desks = 2
      return stage
    }
    return plan
  }()

  private static func area(_ code: StaticString, _ kind: PlaceKind, _ places: Int) -> AreaPlan {
    var area = AreaPlan()
    area.code = Code(code)
    area.kind = kind
    area.capacity.physical = places
    area.capacity.safe = places
    area.capacity.staffed = places
    return area
  }

  mutating func record(_ event: Event, _ at: Instant, happened: Instant? = nil, by: Code = Code("op1")) {
    let record = Record(seq: Int64(records.count), at: happened ?? at, recorded: at, by: by, event: event)
    records.append(record)
    center.apply(record)
    board.observe(record, center)
  }

  /// One case of so many people arrives; the first is an adult, the others are children.
  @discardableResult
  mutating func arrive(_ people: Int, _ at: Instant, into area: Code? = nil) -> CaseID {
    var e = PartyArrived()
    e.party = nextParty
    var facts = CaseFacts()
    facts.caseID = nextCase
    facts.kind = people > 1 ? .familyUnit : .singleAdult
    e.cases = [facts]
    for index in 0..<people {
      var member = MemberFacts()
      member.person = nextPerson
      member.caseID = nextCase
      member.band = index == 0 ? .adult : .child
      member.tie = index == 0 ? .head : .ownChild
      e.members.append(member)
      nextPerson = nextPerson.next
    }
    let id = nextCase
    nextParty = nextParty.next
    nextCase = nextCase.next
    record(.partyArrived(e), at)
    if let area { record(.casePlaced(CasePlaced(id, in: area)), at) }
    return id
  }

  /// One case of adults who speak a language, if any is known, held since `bookIn`.
  mutating func arriveAdults(_ people: Int, _ at: Instant, speaking language: Code?, bookIn: Instant) -> CaseID {
    var e = PartyArrived()
    e.party = nextParty
    e.bookIn = bookIn
    var facts = CaseFacts()
    facts.caseID = nextCase
    facts.language = language
    e.cases = [facts]
    for index in 0..<people {
      var member = MemberFacts()
      member.person = nextPerson
      member.caseID = nextCase
      member.tie = index == 0 ? .head : .partner
      e.members.append(member)
      nextPerson = nextPerson.next
    }
    let id = nextCase
    nextParty = nextParty.next
    nextCase = nextCase.next
    record(.partyArrived(e), at)
    return id
  }

  /// A number for a case that a split makes.
  mutating func takeCaseNumber() -> CaseID {
    defer { nextCase = nextCase.next }
    return nextCase
  }

  /// A case leaves the roll.
  mutating func leave(_ id: CaseID, _ at: Instant) {
    record(.caseReleased(ReceiverOfCase(id, Code("shelter"))), at)
  }

  mutating func acknowledge(_ threshold: String, _ at: Instant, by: Code = Code("lead")) {
    record(.alarmAcknowledged(AlarmAnswered(threshold)), at, by: by)
  }

  /// The canonical bytes of the board.
  var bytes: [UInt8] { AlarmsTests.bytes(of: board) }
}

/// The canonical bytes of a board.
func bytes(of board: AlarmBoard) -> [UInt8] {
  var bytes = CanonicalBytes()
  board.encode(into: &bytes)
  return bytes.bytes
}

/// 16 March 2022, so many minutes and seconds after noon UTC.
func noon(_ minutes: Int = 0, _ seconds: Int = 0) -> Instant {
  Instant(milliseconds: 1_647_432_000_000) + .minutes(minutes) + .seconds(seconds)
}

/// A threshold of a few levels.
func threshold(_ name: String, _ measure: Measure, _ levels: ThresholdLevel...) -> Threshold {
  var threshold = Threshold()
  threshold.name = name
  threshold.measure = measure
  threshold.levels = levels
  return threshold
}

/// Numbers that are the same on every machine: SplitMix64.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
