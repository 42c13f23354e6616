import Alarms
import CaseFlow
import Screens
import Testing

/// View 6: late lines first, who answers for what, the checklist, the ladder, and the keys.
@Suite struct PlanViewTests {
  private static let now = SmallCenter.now + .minutes(30)
  private static let declared = now - .minutes(20)

  private static var plan: AlarmPlan {
    var plan = AlarmPlan.shipped
    var gym = Reserve()
    gym.code = Code("gym")
    gym.title = "School gymnasium"
    gym.kind = .families
    gym.places = 60
    gym.staff = 4
    gym.leadMinutes = 90
    plan.plan.reserves = [gym]
    plan.plan.standDown = ["Everyone has a bed", "The reserves are staffed"]
    return plan
  }

  /// The small center twenty minutes into a crisis, after some answers.
  private static func model(_ answers: Event...) -> BoardModel {
    let center = BoardExample.story.center
    var board = AlarmBoard(plan: plan, center: center)
    board.respond(.crisisDeclared(CrisisAnswered(Code("ortiz"))), by: Code("ortiz"), at: declared)
    for answer in answers { board.respond(answer, by: Code("diaz"), at: declared + .minutes(10)) }
    board.advance(to: now)
    var model = BoardModel(center: center, now: now)
    model.zone = SmallCenter.zone
    model.take(board)
    return model
  }

  private static func taken(_ line: Int) -> Event {
    var e = LineAnswered()
    e.card = Code("F-1")
    e.line = line
    return .actionTaken(e)
  }

  private static func ordered(_ undone: Bool = false) -> Event {
    var e = ReserveOrdered()
    e.reserve = Code("gym")
    e.undone = undone
    return .reserveOrdered(e)
  }

  private func seen(_ model: BoardModel, _ state: ViewState) -> [String] { screen(model, state, state.size).lines }

  private func state(_ model: BoardModel, _ item: Item? = nil, view: BoardView = .plan) -> ViewState {
    var state = BoardExample.state(view, model, 120, 60)
    if let item { state.pane.selection = item }
    return state
  }

  @Test func aReserveOfTheLadderIsReadWholeWhereItsColumnIsNarrow() {
    let model = Self.model()
    var narrow = BoardExample.state(.plan, model, 80, 60)
    #expect(!seen(model, narrow).joined().contains("4 staff"))
    narrow.pane.selection = .reserve(Code("gym"))
    let lines = seen(model, narrow)
    #expect(lines.contains { $0.contains("gym: 60 School gymnasium") })
    #expect(lines.contains { $0.split(separator: " ") == ["staff"] })
  }

  @Test func whatIsShortIsReadWholeAboveTheLadderWhereNothingStandsBehindIt() {
    var model = Self.model()
    model.ladderShort = [
      "families short 31, 20 ordered, at the pace of the last hour", "men short 12, at the pace of the last hour",
    ]
    #expect(seen(model, state(model)).contains { $0.contains(model.ladderShort.joined(separator: "; ")) })
  }

  @Test func lateLinesStandFirstOnTheirCardAndAnUnownedOneInTheHeader() throws {
    let model = Self.model()
    let items = model.contents(of: Pane(.plan), size: Size(width: 120, height: 60))
    // Lines 1 and 6 are due after 5 and 15 minutes.
    #expect(
      Array(items.prefix(4)) == [
        .card(Code("F-1")), .cardLine(Code("F-1"), 0), .cardLine(Code("F-1"), 5), .cardLine(Code("F-1"), 1),
      ])
    #expect(try #require(seen(model, state(model)).first { $0.contains("CRISIS") }).contains("F-1 1 UNOWNED"))
    let owned = Self.model(Self.taken(1))
    #expect(try #require(seen(owned, state(owned)).first { $0.contains("CRISIS") }).contains("F-1 6 UNOWNED"))
  }

  @Test func aLateLineThatNobodyAnswersForSaysSo() throws {
    let model = Self.model(Self.taken(6))
    let lines = seen(model, BoardExample.state(.plan, model, 80, 24))
    #expect(try #require(lines.first { $0.contains("[ ] Read the places") }).contains("UNOWNED"))
    #expect(try #require(lines.first { $0.contains("[ ] Keep children alone") }).contains("diaz"))
    #expect(try #require(lines.first { $0.contains("[ ] Open the reserve") }).contains("shift-lead"))
  }

  @Test func atEightyColumnsTheAnswerIsSeenWhileTheCrisisIsStoodDown() {
    let model = Self.model()
    var state = BoardExample.state(.plan, model, 80, 24)
    _ = reduce(.char("S"), model, &state)
    state.wasDrawn()
    for scalar in "stand down".unicodeScalars { _ = reduce(.character(scalar), model, &state) }
    let lines = seen(model, state)
    #expect(lines.contains { $0.contains("Stand the crisis down? Not checked: S-0 1, 2.") })
    #expect(lines.contains { $0.hasPrefix("> stand down") })
  }

  @Test func theHandOverSheetOpensByNameFromEveryView() {
    let model = Self.model()
    for view in [BoardView.overview, .alarms, .plan, .places, .shift] {
      var state = BoardExample.state(view, model, 80, 24)
      for key in ":handover".unicodeScalars { _ = reduce(.character(key), model, &state) }
      _ = reduce(.enter, model, &state)
      #expect(state.view == .handOver, "from \(view)")
    }
  }

  @Test func aLineIsTakenAndGivenBack() {
    var model = Self.model()
    model.live = nil
    var state = state(model, .cardLine(Code("F-1"), 1))
    #expect(reduce(.char("o"), model, &state) == [.takeLine(card: Code("F-1"), line: 1, undone: false)])
    let taken = Self.model(Self.taken(2))
    #expect(seen(taken, self.state(taken)).contains { $0.contains("Open the reserve places") && $0.contains("diaz") })
    #expect(reduce(.char("o"), taken, &state) == [.takeLine(card: Code("F-1"), line: 1, undone: true)])
  }

  @Test func aReserveIsOrderedAndSaysWhenItIsReady() throws {
    let model = Self.model()
    var state = state(model, .reserve(Code("gym")))
    #expect(reduce(.char("O"), model, &state) == [.order(Code("gym"), undone: false)])
    let line = try #require(seen(model, state).first { $0.contains("School gymnasium") })
    #expect(line.contains("gym: 60 School gymnasium, families, 4 staff") && line.contains("opens in 1h30"))
    let ordered = Self.model(Self.ordered())
    #expect(reduce(.char("O"), ordered, &state) == [.order(Code("gym"), undone: true)])
    let ready = try #require(seen(ordered, self.state(ordered)).first { $0.contains("School gymnasium") })
    #expect(ready.contains("diaz") && ready.contains("ready "))
  }

  /// In a replay nothing of what its viewer says is drafted.
  @Test(
    arguments: [
      (BoardMode.live, "jpc report crisis drafts"), (.drill, "with the branch's recording"), (.replay, "stood down."),
    ])
  func standingDownSaysWhatIsNotCheckedAndWhereTheDraftIs(_ mode: BoardMode, _ draft: String) throws {
    var tick = LineAnswered()
    tick.card = Code("S-0")
    tick.line = 1
    var model = Self.model(.actionDone(tick))
    model.mode = mode
    var state = state(model)
    #expect(reduce(.char("S"), model, &state).isEmpty)
    #expect(seen(model, state).contains { $0.contains("Not checked: S-0 2.") })
    state.wasDrawn()
    for scalar in "stand down".unicodeScalars { _ = reduce(.character(scalar), model, &state) }
    #expect(reduce(.enter, model, &state) == [.standDown])
    #expect(state.message?.text.contains(draft) == true)
    #expect(state.message?.text.hasSuffix("stood down.") == (mode == .replay))
  }

  @Test func commandIsTakenWithAWordAndStandsInTheHeaderWithoutACrisis() {
    let model = Self.model()
    var state = state(model)
    #expect(reduce(.char("c"), model, &state).isEmpty)
    state.wasDrawn()
    for scalar in "command".unicodeScalars { _ = reduce(.character(scalar), model, &state) }
    #expect(reduce(.enter, model, &state) == [.takeCharge])
    let calm = Self.model(
      .crisisStoodDown(CrisisAnswered(Code("ortiz"))), .chargeTaken(CrisisAnswered(Code("diaz"))))
    #expect(calm.crisis.standing == .none)
    #expect(seen(calm, self.state(calm, view: .overview))[0].contains("IN CHARGE diaz"))
    // Who sits at a desk reads it too, however narrow the terminal and whatever stands beside it.
    var seated = calm
    seated.mode = .live
    seated.live = LiveItem(by: Code("alejandro.ruiz"), desk: DeskID(stage: .caseManagement, number: 12))
    var narrow = self.state(seated, view: .overview)
    for width in [60, 80, 120] {
      narrow.size = Size(width: width, height: 24)
      #expect(seen(seated, narrow)[0].contains("IN CHARGE diaz"), "\(width) columns")
    }
  }

  @Test func oneRoleSeesItsLinesOnly() {
    let model = Self.model()
    var state = state(model)
    let all = model.contents(of: state.pane, size: state.size).count
    _ = reduce(.char("f"), model, &state)
    #expect(state.pane.filter == "shift-lead")
    #expect(model.contents(of: state.pane, size: state.size).count < all)
    for _ in 0..<4 where state.pane.filter != "health-lead" { _ = reduce(.char("f"), model, &state) }
    let health = model.contents(of: state.pane, size: state.size)
    #expect(health.contains(.card(Code("H-1"))) && !health.contains(.cardLine(Code("F-1"), 0)))
    _ = reduce(.escape, model, &state)
    #expect(model.contents(of: state.pane, size: state.size).count == all)
  }

  @Test func theHandOverSheetIsAPageOfTheShift() {
    let model = Self.model(Self.ordered())
    var state = state(model, view: .shift)
    _ = reduce(.char("h"), model, &state)
    #expect(state.view == .handOver)
    state.size = Size(width: 120, height: 160)
    let lines = seen(model, state)
    for section in ["Signed", "On duty", "Clocks near their end", "Open separations", "Promises to keep"] {
      #expect(lines.contains { $0.hasPrefix(section) }, "\(section)")
    }
    #expect(lines.contains { $0.contains("gym") && $0.contains("School gymnasium") && $0.contains("diaz") })
  }

  @Test func atEightyColumnsTheSheetSaysWhoAnswersForAnActionAndUntilWhen() throws {
    let model = Self.model(Self.taken(1))
    var state = state(model, view: .handOver)
    state.size = Size(width: 80, height: 160)
    let lines = seen(model, state)
    let due = TimeText.clock(Self.declared + .minutes(Self.plan.plan.cards[0].lines[0].minutes), SmallCenter.zone)
    let row = try #require(lines.firstIndex { $0.contains("F-1 1") && $0.contains("diaz") && $0.contains(due) })
    let text = Self.plan.plan.cards[0].lines[0].text
    let words = Set((lines[row] + " " + lines[row + 1] + " " + lines[row + 2]).split(separator: " "))
    #expect(words.isSuperset(of: text.split(separator: " ")), "\(lines[row])")
  }

  @Test func theShiftIsSignedByTwoPeopleAndTheSecondIsInCharge() throws {
    var first = LiveOperator(.handOver, by: "diaz")
    first.press(.char("s"))
    first.type("sign")
    first.press(.enter)
    #expect(first.records.map(\.event.type) == ["shiftSigned"], "\(first.message)")
    #expect(first.state.prompt == nil, "the word would stand in the question of who takes over")
    // The same person cannot take over from herself.
    first.press(.char("s"))
    first.type("sign")
    first.press(.enter)
    #expect(first.records.count == 1)
    var second = LiveOperator(.handOver, by: "ortiz")
    second.catchUp(with: first)
    second.press(.char("s"))
    second.type("sign")
    second.press(.enter)
    #expect(second.records.map(\.event.type) == ["shiftSigned", "chargeTaken"], "\(second.message)")
    guard case .chargeTaken(let e)? = second.records.last?.event else {
      Issue.record("nobody is in charge")
      return
    }
    #expect(e.charge == Code("ortiz"))
  }
}
