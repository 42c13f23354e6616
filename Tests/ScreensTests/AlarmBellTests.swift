import CaseFlow
import Screens
import Testing

extension BoardModel {
  /// The look of a whole line about a level; the ink of a crisis is reversed by itself.
  fileprivate func bannerOf(_ grade: AlarmGrade) -> Style {
    switch grade {
    case .watch: Style(.watch, [.bold, .reverse])
    case .strained: Style(.strained, [.bold, .reverse])
    case .crisis: Style(.crisis, .bold)
    }
  }
}

/// The bell, and what a screen looks like from afar or when nobody feeds it.
struct AlarmBellTests {
  private func model(_ grades: AlarmGrade..., at second: Int, taken: Bool = false) -> BoardModel {
    var model = BoardModel(
      center: Center(plan: SmallCenter.plan, rules: .us2021), now: SmallCenter.now + .seconds(second))
    model.zone = SmallCenter.zone
    model.mode = .live
    model.live = LiveItem(by: Code("ana"))
    model.alarms = grades.enumerated().map { index, grade in
      AlarmItem(
        threshold: "Alarm \(index) \(grade)", title: "Health wait", grade: grade,
        standing: taken ? .acknowledged : .unacknowledged, value: "6h10", limit: "4h00", raised: SmallCenter.now)
    }
    return model
  }

  /// The seconds of ten minutes at which it rings.
  private func rings(_ bell: AlarmBell = AlarmBell(), _ model: (Int) -> BoardModel) -> [Int] {
    var bell = bell
    return (0...600).filter { bell.rings(for: model($0)) }
  }

  @Test func aWatchRingsOnceAMinuteStrainedEveryTenSecondsACrisis() {
    #expect(rings { model(.watch, at: $0) } == [0])
    #expect(rings { model(.strained, at: $0) } == Array(stride(from: 0, through: 600, by: 60)))
    #expect(rings { model(.crisis, at: $0) } == Array(stride(from: 0, through: 600, by: 10)))
  }

  @Test func itIsSilentWhenSomebodyTookIt() {
    #expect(rings { model(.crisis, at: $0, taken: $0 >= 25) } == [0, 10, 20])
  }

  @Test func inAFloodOfAlarmsItRingsEveryTwoSecondsAtMost() {
    let one = model(.watch, at: 0).alarms[0]
    let heard = rings { second in
      var flood = model(at: second)
      flood.alarms = (0...second).map { index in
        var alarm = one
        alarm.threshold = "Alarm \(index)"
        return alarm
      }
      return flood
    }
    #expect(zip(heard, heard.dropFirst()).allSatisfy { $1 - $0 >= 2 })
    #expect(heard.count == 301)
  }

  @Test func itKnowsWhenItRingsNext() {
    var bell = AlarmBell()
    #expect(bell.next(for: model(at: 0)) == nil)
    _ = bell.rings(for: model(.strained, at: 0))
    #expect(bell.next(for: model(.strained, at: 1)) == SmallCenter.now + .seconds(60))
  }

  @Test func aMutedBellShowsItsTimeEndsByItselfAndBreaksForACrisis() {
    var someone = Operator()
    someone.model = model(.strained, at: 0)
    someone.press(.control("N"))
    #expect(someone.sees.contains("muted 10m"))
    #expect(rings(someone.state.bell) { model(.strained, at: $0) } == [600])
    let broken = rings(someone.state.bell) { $0 < 90 ? model(.strained, at: $0) : model(.strained, .crisis, at: $0) }
    #expect(broken.first == 90)
    someone.press(.control("N"))
    #expect(!someone.sees.contains("muted 10m"))
    someone.type(":mute 31")
    someone.press(.enter)
    #expect(someone.message == "The bell is muted for 1 to 30 minutes: mute 10.")
    someone.press(.escape)
    someone.type(":mute 3")
    someone.press(.enter)
    #expect(someone.sees.contains("muted 3m"))
    someone.model = model(.strained, at: 180)
    #expect(!someone.sees.contains("muted 3m") && !someone.sees.contains("muted 0m"))
  }

  @Test(arguments: GlyphLevel.allCases)
  func aScreenThatIsNotFedCrossesItselfOutAndDatesItself(level: GlyphLevel) {
    var model = model(at: 0)
    model.glyphs = Glyphs(level)
    let fed = screen(model, BoardExample.state(.overview, model, 80, 24), Size(width: 80, height: 24))
    #expect(!fed.text.contains("NOT FED"))
    model.unfedSince = SmallCenter.now
    for view in [BoardView.overview, .alarms, .places] {
      let old = screen(model, BoardExample.state(view, model, 80, 24), Size(width: 80, height: 24))
      #expect(old.text.contains("NOT FED SINCE \(TimeText.clockSeconds(SmallCenter.now, SmallCenter.zone))"))
      #expect(old.lines.filter { $0.contains("\\") && $0.contains("/") }.count >= 16)
      #expect(old.lines[0].contains("NOT FED") && !old.lines[0].contains("LIVE"))
    }
    for side in 0...12 {
      _ = screen(model, BoardExample.state(.overview, model, side, side), Size(width: side, height: side))
    }
  }

  @Test(arguments: [AlarmGrade.watch, .strained, .crisis], GlyphLevel.allCases)
  func theWallShowsTheWorstAlarmBySignWordAndReverse(grade: AlarmGrade, level: GlyphLevel) throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      var model = model(.watch, grade, at: 0)
      model.glyphs = Glyphs(level)
      var state = BoardExample.state(.overview, model, columns, rows)
      state.isWall = true
      let wall = screen(model, state, Size(width: columns, height: rows))
      let line = try #require(wall.lines.first { $0.contains("Health wait") })
      #expect(line.contains(["watch": "! WATCH", "strained": "! STRAINED", "crisis": "!! CRISIS"]["\(grade)"] ?? ""))
      #expect(wall[1, 1].style == model.bannerOf(grade))
      #expect(wall.text.contains(level == .unicode ? "███" : "###"))
      #expect(wall.lines.contains { $0.contains("ON ROLL") })
    }
  }

  @Test func theWallCountsThoseWithoutAPlace() {
    var model = model(at: 0)
    var state = BoardExample.state(.overview, model, 120, 40)
    state.isWall = true
    #expect(!screen(model, state, state.size).text.contains("NO PLACE"))
    var arrival = PartyArrived()
    arrival.party = PartyID(number: 1)
    var facts = CaseFacts()
    facts.caseID = CaseID(number: 1)
    arrival.cases = [facts]
    var member = MemberFacts()
    member.person = PersonID(number: 1)
    member.caseID = facts.caseID
    arrival.members = [member]
    var center = model.center
    center.apply(
      Record(seq: 0, at: SmallCenter.now, recorded: SmallCenter.now, by: Code("ana"), event: .partyArrived(arrival)))
    model = BoardModel(center: center, now: SmallCenter.now)
    #expect(screen(model, state, state.size).text.contains("NO PLACE"))
    #expect(plainWall(model, Size(width: 80, height: 24)).contains("NO PLACE"))
  }

  /// A crisis is declared, and families are over their places: the last of the figures but two.
  @Test func theWallSaysThatThereIsACrisisAndLeavesOutWhatIsCalmFirst() throws {
    let model = BoardExample.model()
    try #require(model.crisis.standing != .none)
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      let wall = plainWall(model, Size(width: columns, height: rows))
      let line = try #require(wall.split(separator: "\n").dropFirst().first)
      #expect(line.contains("CRISIS") && !line.contains("Ortiz"))
      #expect(wall.contains("families /"), "\(columns)x\(rows)")
    }
  }

  @Test func theWallNamesNobodyAndNeedsNoKeys() {
    var model = BoardExample.model()
    var state = BoardExample.state(.overview, model, 120, 40)
    state.isWall = true
    let text = screen(model, state, state.size).text
    #expect(!text.contains("Ortiz") && !text.contains("0407"))
    #expect(reduce(.char("j"), model, &state).isEmpty && reduce(.char(":"), model, &state).isEmpty)
    #expect(state.prompt == nil)
    #expect(reduce(.char("q"), model, &state) == [.quit])
    model.unfedSince = model.now
    #expect(screen(model, state, state.size).text.contains("NOT FED SINCE"))
    for side in 0...30 { _ = screen(model, state, Size(width: side * 3, height: side)) }
  }
}
