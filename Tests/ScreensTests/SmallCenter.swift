import Alarms
import CaseFlow
import Screens

/// A small center made by hand: some forty people, one of everything that a screen has a word for.
///
/// It is a story, told in records: carried-in cases near their clocks' ends, a bus, a child alone, a family in
/// isolation, a hold, a negative in review, releases with and without a receiver. Times count from 06:00 local.
struct SmallCenter {
  var center: Center
  var records: [Record] = []
  /// 2021-12-24 06:00 in Phoenix, seven hours behind UTC.
  static let start = Instant(milliseconds: 1_640_350_800_000)
  static let zone = ZoneOffsets(
    name: "America/Phoenix", initialOffsetSeconds: -25_200, initialAbbreviation: "MST", transitions: [])

  private var seq: Int64 = 0
  private var person: Int32 = 1100
  private var party: Int32 = 400
  private var number: Int32 = 400

  /// The center after the whole story, at 14:31.
  static let now = start + .minutes(511)

  init() {
    center = Center(plan: Self.plan, rules: .us2021)
    tell()
  }

  static var plan: CenterPlan {
    var plan = CenterPlan()
    plan.name = "Pimería Center"
    plan.code = Code("pimeria")
    plan.timezone = "America/Phoenix"
    plan.areas = [
      area("men-a", "Men's hall", .singleMen, 20, 18, 18), area("women-a", "Women's hall", .singleWomen, 12, 12, 12),
      area("fam-a", "Family rooms", .families, 24, 20, 16), area("fam-b", "Gymnasium", .families, 10, 10, 4),
      area("kids", "Children's house", .children, 8, 8, 8), area("iso", "Isolation", .isolation, 6, 6, 6),
    ]
    plan.stages = [
      stage(.reception, 3, 12), stage(.health, 2, 15), stage(.interview, 4, 120), stage(.caseManagement, 2, 30),
    ]
    plan.languages = [
      language("spa", "Spanish", true), language("por", "Portuguese", false), language("hat", "Haitian Creole", false),
      language("mam", "Mam", false),
    ]
    var shelter = ReceiverPlan()
    shelter.code = Code("casa")
    shelter.name = "Casa Compañía"
    plan.receivers = [shelter]
    return plan
  }

  private static func area(
    _ code: StaticString, _ name: String, _ kind: PlaceKind, _ physical: Int, _ safe: Int, _ staffed: Int
  ) -> AreaPlan {
    var area = AreaPlan()
    area.code = Code(code)
    area.name = name
    area.kind = kind
    area.capacity.physical = physical
    area.capacity.safe = safe
    area.capacity.staffed = staffed
    return area
  }

  private static func stage(_ stage: Stage, _ desks: Int, _ minutes: Double) -> StagePlan {
    var plan = StagePlan()
    plan.stage = stage
    plan.desks = desks
    plan.service.meanMinutes = minutes
    return plan
  }

  private static func language(_ code: StaticString, _ name: String, _ spoken: Bool) -> LanguagePlan {
    var plan = LanguagePlan()
    plan.code = Code(code)
    plan.name = name
    plan.spokenByStaff = spoken
    return plan
  }
}

// How the story is told.
extension SmallCenter {
  /// Records an event so many minutes after the start, entered later by `late` minutes.
  mutating func record(_ minutes: Int, _ event: Event, by: StaticString = "op1", late: Int = 0) {
    let at = Self.start + .minutes(minutes)
    let record = Record(seq: seq, at: at, recorded: at + .minutes(late), by: Code(by), event: event)
    seq += 1
    records.append(record)
    center.apply(record)
  }

  /// People arrive as one case; `ages` are of heads first: 34 is a man of 34, -36 a woman of 36, below 18 a child.
  @discardableResult
  mutating func arrive(
    _ minutes: Int, _ ages: [Int], _ language: StaticString, _ nation: StaticString, area: StaticString? = nil,
    bookIn: Int? = nil, needs: NeedSet = NeedSet()
  ) -> CaseID {
    party += 1
    number += 1
    var arrival = PartyArrived()
    arrival.party = PartyID(number: party)
    arrival.transport = .bus
    arrival.bookIn = bookIn.map { Self.start + .minutes($0) }
    let id = CaseID(number: number)
    var facts = CaseFacts()
    facts.caseID = id
    facts.language = Code(language)
    facts.nationality = Code(nation)
    let children = ages.count { abs($0) < 18 }
    facts.kind = children == ages.count ? .unaccompaniedChild : ages.count > 1 ? .familyUnit : .singleAdult
    arrival.cases = [facts]
    for (index, age) in ages.enumerated() {
      person += 1
      var member = MemberFacts()
      member.person = PersonID(number: person)
      member.caseID = id
      member.age = Years(abs(age))
      member.band = abs(age) < 18 ? .child : .adult
      member.sex = age < 0 ? .female : .male
      member.tie = abs(age) < 18 ? (children == ages.count ? .unstated : .ownChild) : index == 0 ? .head : .partner
      if index == 0 { member.needs = needs }
      arrival.members.append(member)
    }
    record(minutes, .partyArrived(arrival))
    if let area { record(minutes, .casePlaced(CasePlaced(id, in: Code(area)))) }
    return id
  }

  /// A whole service at a desk: called, begun, done.
  mutating func serve(_ id: CaseID, _ stage: Stage, _ number: UInt8, _ from: Int, _ minutes: Int) {
    call(id, stage, number, from)
    record(from + 1, .serviceStarted(CaseAtDesk(id, DeskID(stage: stage, number: number))))
    record(from + minutes, .serviceCompleted(CaseAtDesk(id, DeskID(stage: stage, number: number))))
  }

  mutating func call(_ id: CaseID, _ stage: Stage, _ number: UInt8, _ at: Int) {
    var call = CaseCalled()
    call.caseID = id
    call.desk = DeskID(stage: stage, number: number)
    record(at, .caseCalled(call))
  }

  mutating func open(_ stage: Stage, _ number: UInt8, _ staff: StaticString, _ languages: [Code] = []) {
    var opened = DeskOpened()
    opened.desk = DeskID(stage: stage, number: number)
    opened.staff = Code(staff)
    opened.languages = languages
    record(0, .deskOpened(opened))
  }

  mutating func orient(_ id: CaseID, _ at: Int, waived: Bool) {
    var told = CaseInLanguage()
    told.caseID = id
    told.language = Code("spa")
    record(at, .orientationGiven(told))
    if waived { record(at + 1, .consultationWaived(told)) }
  }

  mutating func determine(_ id: CaseID, _ at: Int, _ outcome: Outcome) {
    var made = DeterminationMade()
    made.caseID = id
    made.outcome = outcome
    made.basis = outcome == .negative ? .noCredibleFear : .credibleFear
    made.reviewer = Code("ao9")
    record(at, .determinationMade(made), by: "ao2")
  }
}
