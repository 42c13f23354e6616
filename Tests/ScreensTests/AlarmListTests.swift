import Alarms
import CaseFlow
import Screens
import Testing

/// The list of alarms: what stands first, what is folded away, what is put aside, by whom and until when.
struct AlarmListTests {
  private static let start = SmallCenter.now

  /// Twelve people arrive at once; every one of them raises a threshold, the last one a crisis.
  private static func flooded(escalate: Int = 10) -> AlarmBoard {
    var plan = AlarmPlan()
    plan.escalateMinutes = escalate
    plan.thresholds = (1...12).map { people in
      var threshold = Threshold()
      threshold.name = "People \(people)"
      threshold.measure = .plain(.census)
      threshold.levels = [ThresholdLevel(people == 12 ? .crisis : .watch, raise: people, clear: people - 1)]
      threshold.owner = Code("lead")
      threshold.consequence = "They stand in the rain."
      return threshold
    }
    var center = Center(plan: SmallCenter.plan, rules: .us2021)
    var board = AlarmBoard(plan: plan, center: center)
    var e = PartyArrived()
    e.party = PartyID(number: 1)
    var facts = CaseFacts()
    facts.caseID = CaseID(number: 1)
    e.cases = [facts]
    for number in Int32(1)...12 {
      var member = MemberFacts()
      member.person = PersonID(number: number)
      member.caseID = facts.caseID
      e.members.append(member)
    }
    let record = Record(seq: 0, at: start, recorded: start, by: Code("op1"), event: .partyArrived(e))
    center.apply(record)
    board.observe(record, center)
    return board
  }

  private static func service(_ name: String, _ inService: Bool) -> Event {
    var e = ServiceChanged()
    e.threshold = name
    e.inService = inService
    return .serviceChanged(e)
  }

  private static func operatorAt(_ board: AlarmBoard, _ view: BoardView = .alarms, width: Int = 120) -> Operator {
    var someone = Operator(view, width: width, height: 40)
    someone.model = BoardModel(center: BoardExample.story.center, now: board.now)
    someone.model.zone = SmallCenter.zone
    someone.model.take(board)
    someone.state = BoardExample.state(view, someone.model, width, 40)
    return someone
  }

  @Test func inAFloodWhatCameFirstStandsOnTopAndEnterUnfoldsTheRest() {
    var someone = Self.operatorAt(Self.flooded())
    #expect(someone.model.shownAlarms(9).map(\.title) == ["People 1", "People 12"])
    #expect(someone.sees.contains("FLOOD 12 since"))
    #expect(someone.sees.contains(", 12 arrived"))
    #expect(someone.sees.contains("+10 followed"))
    #expect(!someone.sees.contains("People 5"))
    someone.press(.down, .enter)
    #expect(someone.sees.contains("People 5"))
    someone.press(.enter)
    #expect(!someone.sees.contains("People 5"))
    let overview = Self.operatorAt(Self.flooded(), .overview)
    #expect(overview.sees.contains("FLOOD 12, 12 arrived"))
    #expect(!overview.sees.contains("People 5"))
  }

  @Test func aBusThatWasAnnouncedStandsOnTopOfItsFlood() throws {
    var someone = Self.operatorAt(Self.flooded())
    someone.state = BoardExample.state(.overview, someone.model, 120, 40)
    var center = someone.model.center
    var bus = BusOpened()
    bus.announced = 58
    let opened = Self.start - .minutes(20)
    center.apply(Record(seq: center.seq + 1, at: opened, recorded: opened, by: Code("op1"), event: .busOpened(bus)))
    someone.model = BoardModel(center: center, now: Self.start)
    someone.model.zone = SmallCenter.zone
    someone.model.take(Self.flooded())
    let arrived = ", EXPECTED 58, arrived \(TimeText.clock(opened, SmallCenter.zone))"
    #expect(someone.sees.contains("FLOOD 12\(arrived)"))
    // On a small screen too, on the board and at the head of the list.
    someone.state = BoardExample.state(.overview, someone.model, 80, 24)
    #expect(someone.sees.contains("FLOOD 12\(arrived)"))
    someone.state = BoardExample.state(.alarms, someone.model, 80, 24)
    #expect(someone.sees.contains("\(arrived) · 12 open, 12 UNOWNED"))
  }

  @Test func aFloodThatIsOverFoldsNothing() {
    var board = Self.flooded()
    board.advance(to: Self.start + .minutes(10))
    let someone = Self.operatorAt(board)
    #expect(!someone.sees.contains("FLOOD"))
    #expect(someone.sees.contains("People 5"))
  }

  @Test func whatNobodyTookStandsFirstWithItsSign() throws {
    var board = Self.flooded()
    board.respond(.alarmAcknowledged(AlarmAnswered("People 12")), by: Code("lead"), at: Self.start)
    board.advance(to: Self.start + .minutes(10))
    let someone = Self.operatorAt(board)
    let first = try #require(someone.model.alarms.first)
    #expect(first.isEscalated && first.grade == .watch)
    #expect(someone.sees.contains("^ ESCALATED"))
  }

  @Test func theHandOverSheetNamesAThresholdOnceAtItsWorst() throws {
    var plan = AlarmPlan()
    plan.thresholds = [Threshold()]
    plan.thresholds[0].name = "On roll"
    plan.thresholds[0].measure = .plain(.census)
    plan.thresholds[0].levels = [
      ThresholdLevel(.watch, raise: 1, clear: 0), ThresholdLevel(.strained, raise: 2, clear: 1),
    ]
    var center = Center(plan: SmallCenter.plan, rules: .us2021)
    var board = AlarmBoard(plan: plan, center: center)
    var e = PartyArrived()
    e.party = PartyID(number: 1)
    var facts = CaseFacts()
    facts.caseID = CaseID(number: 1)
    e.cases = [facts]
    for number in Int32(1)...2 {
      var member = MemberFacts()
      member.person = PersonID(number: number)
      member.caseID = facts.caseID
      e.members.append(member)
    }
    let record = Record(seq: 0, at: Self.start, recorded: Self.start, by: Code("op1"), event: .partyArrived(e))
    center.apply(record)
    board.observe(record, center)
    var someone = Self.operatorAt(board, .handOver)
    someone.state.size = Size(width: 120, height: 120)
    let rows = someone.sees.split(separator: "\n").filter { $0.hasPrefix(" On roll") }
    #expect(rows.count == 1 && rows.allSatisfy { $0.contains("strained") }, "\(rows)")
  }

  @Test func whatNobodyTookStandsAboveWhatSomebodyAnswersFor() {
    var board = Self.flooded()
    board.respond(.alarmAcknowledged(AlarmAnswered("People 12")), by: Code("lead"), at: Self.start)
    board.advance(to: Self.start + .minutes(9))
    let open = Self.operatorAt(board).model.alarms.filter { $0.isOpen && !$0.isFirstOut }
    #expect(open.last?.title == "People 12" && open.last?.grade == .crisis)
    // Where there is room for two only, the gravest is one of them all the same.
    let model = Self.operatorAt(board).model
    for room in 1...3 {
      let shown = model.shownAlarms(room)
      #expect(shown.count <= room && shown.contains { $0.grade == .crisis }, "\(shown.map(\.title))")
    }
    #expect(model.shownAlarms(0).isEmpty)
  }

  @Test func twoKeysShelveAnAlarmForAReasonUntilATime() {
    var board = Self.flooded()
    var someone = Self.operatorAt(board)
    someone.press(.char("h"))
    #expect(someone.sees.contains("Shelve People 1: why?"))
    someone.press(.char("k"))
    #expect(someone.sees.contains("until when?"))
    someone.press(.char("1"))
    let until = Self.start + .hours(1)
    #expect(someone.actions == [.answer(.shelve("People 1", until: until, .knownFault))])
    for case .answer(let answer) in someone.actions { board.respond(answer.event, by: Code("ana"), at: Self.start) }
    someone = Self.operatorAt(board)
    #expect(someone.sees.contains("shelved \(TimeText.clock(until, SmallCenter.zone))"))
    #expect(someone.sees.contains("People 1: known fault"))
    #expect(someone.sees.contains("ana"))
    #expect(someone.model.openAlarms.allSatisfy { $0.threshold != "People 1" })
    // What is shelved is shelved once, and taken back by one key.
    someone.press(.char("G"))
    someone.press(.char("h"))
    #expect(someone.message == "People 1 is shelved; r takes it back.")
    someone.press(.char("r"))
    #expect(someone.actions.last == .answer(.unshelve("People 1")))
  }

  @Test func noShelfIsOfferedBeyondTheShift() {
    var board = Self.flooded()
    var someone = Self.operatorAt(board)
    someone.model.shiftLength = .hours(2)
    someone.model.shiftEnd = Self.start + .hours(2)
    someone.press(.char("h"))
    someone.press(.char("d"))
    #expect(!someone.sees.contains("4 hours"))
    someone.press(.char("e"))
    #expect(someone.actions == [.answer(.shelve("People 1", until: Self.start + .hours(2), .drill))])
    board.respond(.chargeTaken(CrisisAnswered(Code("lead"))), by: Code("lead"), at: Self.start)
    board.advance(to: Self.start + .hours(6))
    // Whoever took command began the shift.
    #expect(Self.operatorAt(board).model.shiftEnd == Self.start + .hours(8))
  }

  @Test func outOfServiceIsAskedTwiceAndSaysWho() {
    var board = Self.flooded()
    var someone = Self.operatorAt(board)
    someone.press(.char("O"))
    someone.press(.char("n"))
    #expect(someone.actions.isEmpty)
    someone.press(.char("O"))
    someone.press(.char("y"))
    #expect(someone.actions == [.answer(.service("People 1", inService: false))])
    for case .answer(let answer) in someone.actions { board.respond(answer.event, by: Code("ana"), at: Self.start) }
    someone = Self.operatorAt(board)
    someone.press(.char("G"))
    #expect(someone.sees.contains("out of service"))
    someone.press(.enter)
    #expect(someone.sees.contains("out of service, by ana"))
    // It was raised before; one that was not has no time of raising and no age.
    #expect(someone.sees.contains("RAISED"))
    var calm = Self.flooded()
    calm.respond(Self.service("People 1", false), by: Code("ana"), at: Self.start)
    calm.respond(.alarmAcknowledged(AlarmAnswered("People 1")), by: Code("ana"), at: Self.start)
    var other = Self.operatorAt(calm)
    other.press(.char("G"), .enter)
    #expect(other.sees.contains("out of service, by ana") && !other.sees.contains("RAISED"))
    #expect(!other.sees.contains("AGE "))
    someone.press(.char("O"))
    #expect(someone.actions == [.answer(.service("People 1", inService: true))])
  }

  @Test func thePageTellsWhatToDoAndWhatWasBefore() {
    var someone = Self.operatorAt(Self.flooded())
    someone.press(.enter)
    for text in ["They stand in the rain.", "watch at 1, clear at 0", "Raised once"] {
      #expect(someone.sees.contains(text), "\(text)")
    }
  }

  @Test func editingBeginsWithTheValuesOfNow() {
    var someone = Self.operatorAt(Self.flooded())
    someone.press(.char("E"))
    #expect(someone.message.contains("replay"))
    someone.model.live = LiveItem(by: Code("ana"))
    someone.press(.char("E"))
    #expect(
      someone.state.prompt?.text == "threshold People 1 level=watch raise=1 clear=0 on=0 off=0 count=0")
  }

  @Test func atEightyColumnsTheLineOfValuesKeepsItsWordAndItsEnd() throws {
    var someone = Self.operatorAt(Self.flooded(), width: 80)
    someone.model.live = LiveItem(by: Code("ana"))
    someone.press(.char("E"))
    let line = try #require(someone.sees.split(separator: "\n").last { $0.contains("threshold") })
    #expect(line.hasPrefix(":threshold ") && line.contains("count=0"), "\(line)")
    someone.type(String(repeating: "1", count: 40))
    let long = try #require(someone.sees.split(separator: "\n").last { $0.contains("threshold") })
    #expect(long.hasPrefix(":threshold …") && long.contains("count=0111"), "\(long)")
  }

  @Test func thePageSaysWhoChangedValuesAndWhen() {
    var board = Self.flooded()
    var e = ThresholdChanged()
    e.threshold = "People 1"
    e.raise = 2
    e.clear = 1
    board.respond(.thresholdChanged(e), by: Code("diaz"), at: Self.start)
    var someone = Self.operatorAt(board)
    someone.press(.enter)
    let time = TimeText.clock(Self.start, SmallCenter.zone)
    #expect(someone.sees.contains("watch at 2, clear at 1; changed by diaz \(time)"))
  }

  /// Two thresholds of which nothing was raised: one that reads the pace of a day, one that waits before it is raised.
  private static func quiet(after hours: Int) -> AlarmBoard {
    var plan = AlarmPlan()
    plan.thresholds = [Threshold(), Threshold()]
    plan.thresholds[0].name = "Breaches ahead"
    plan.thresholds[0].measure = .predictedBreaches(.custody, minutes: 720)
    plan.thresholds[0].levels = [ThresholdLevel(.watch, raise: 5, clear: 2)]
    plan.thresholds[1].name = "On roll"
    plan.thresholds[1].measure = .plain(.census)
    plan.thresholds[1].levels = [ThresholdLevel(.watch, raise: 1, clear: 0, onDelay: .minutes(2_880))]
    var center = Center(plan: SmallCenter.plan, rules: .us2021)
    var board = AlarmBoard(plan: plan, center: center)
    var e = PartyArrived()
    e.party = PartyID(number: 1)
    var facts = CaseFacts()
    facts.caseID = CaseID(number: 1)
    e.cases = [facts]
    var member = MemberFacts()
    member.person = PersonID(number: 1)
    member.caseID = facts.caseID
    e.members = [member]
    let record = Record(seq: 0, at: start, recorded: start, by: Code("op1"), event: .partyArrived(e))
    center.apply(record)
    board.observe(record, center)
    board.advance(to: start + .hours(hours))
    return board
  }

  @Test func everyThresholdStandsInTheListWithItsValueAlsoWhenNothingWasRaised() throws {
    var someone = Self.operatorAt(Self.quiet(after: 3))
    #expect(someone.model.openAlarms.isEmpty)
    let rows = someone.sees.split(separator: "\n")
    // What reads the pace of a day says before it has seen one that it does not know, and from when on it will.
    let ahead = try #require(rows.first { $0.contains("Breaches ahead") })
    #expect(ahead.contains("normal") && ahead.contains("unknown"))
    let roll = try #require(rows.first { $0.contains("On roll") })
    #expect(roll.contains("normal, delayed") && roll.contains("1"))
    someone.press(.enter)
    let known = TimeText.near(Self.start + .hours(24), Self.start + .hours(3), SmallCenter.zone)
    #expect(someone.sees.contains("unknown, known once a day was seen, from \(known) on"))
    #expect(!someone.sees.contains("RAISED") && !someone.sees.contains("OWNER"))
    var later = Self.operatorAt(Self.quiet(after: 24))
    #expect(!later.sees.contains("unknown"))
    // Cases are fewer than people: the page says which it counts.
    later.press(.enter)
    #expect(later.sees.contains("0 cases"))
    later.press(.escape, .down, .enter)
    #expect(later.sees.contains("1 person"))
  }

  @Test func theValuesOfAThresholdThatWasNeverRaisedAreChangedInTheList() {
    var someone = Self.operatorAt(Self.quiet(after: 3))
    someone.model.live = LiveItem(by: Code("ana"))
    someone.press(.char("E"))
    #expect(
      someone.state.prompt?.text == "threshold \"Breaches ahead\" level=watch raise=5 clear=2 on=0 off=0 count=0"
        || someone.state.prompt?.text == "threshold Breaches ahead level=watch raise=5 clear=2 on=0 off=0 count=0")
  }

  @Test func whatIsOverSaysItsLevelWhereTheColumnHasNoRoom() throws {
    var board = Self.flooded()
    board.respond(.alarmAcknowledged(AlarmAnswered("People 1")), by: Code("lead"), at: Self.start)
    var e = ThresholdChanged()
    e.threshold = "People 1"
    e.raise = 30
    e.clear = 20
    board.respond(.thresholdChanged(e), by: Code("lead"), at: Self.start)
    board.advance(to: Self.start + .minutes(10))
    #expect(Self.operatorAt(board, width: 80).sees.contains("cleared (watch)"))
    #expect(!Self.operatorAt(board, width: 120).sees.contains("cleared (watch)"))
  }

  @Test func theFiguresOfTheShift() {
    var someone = Self.operatorAt(Self.flooded())
    someone.type(":figures")
    someone.press(.enter)
    #expect(someone.sees.contains("12 raised"))
    #expect(someone.sees.contains("at most 12 in ten minutes"))
  }
}
