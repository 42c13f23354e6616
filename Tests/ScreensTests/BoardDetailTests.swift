import CaseFlow
import Screens
import Testing

/// Small things that a tired reader would read wrongly.
@Suite struct BoardDetailTests {
  private static func lines(_ model: BoardModel, _ view: BoardView, _ width: Int, _ height: Int) -> [String] {
    screen(model, BoardExample.state(view, model, width, height), Size(width: width, height: height)).lines
  }

  @Test(arguments: [(7.5, "×7.5 "), (3.75, "×3.75 "), (1.875, "×1.88 "), (60, "×60 "), (0.25, "×0.25 ")])
  func speedsKeepTwoDecimals(_ speed: Double, _ shown: String) {
    var model = BoardExample.model()
    model.replay?.speed = speed
    #expect(Self.lines(model, .overview, 80, 24)[21].contains(shown))
  }

  @Test func namesAreASCIIWhereOnlyASCIICanBeShown() {
    let text = plain(BoardExample.model(.ascii), .leaving)
    #expect(text.contains("Pimeria Center"))
    #expect(text.contains("Casa Compania"))
    #expect(plain(BoardExample.model(), .leaving).contains("Casa Compañía"))
  }

  @Test func whoHasChargeOfACrisisStandsInTheHeader() {
    #expect(BoardExample.model().inCharge == "R.Ortiz")
    #expect(BoardExample.model(alarmed: false).inCharge == nil)
  }

  @Test func whatTakesMostPlacesBindsAKind() {
    var plan = SmallCenter.plan
    for (index, area) in plan.areas.enumerated() where area.kind == .families {
      plan.areas[index].capacity.physical = 30
      // The first misses 2 by distance, the second 12 for want of staff.
      plan.areas[index].capacity.safe = index == 2 ? 28 : 30
      plan.areas[index].capacity.staffed = index == 2 ? 30 : 18
    }
    let figures = BoardFigures(of: Center(plan: plan, rules: .us2021), at: SmallCenter.start)
    #expect(figures.areas.first { $0.area.kind == .families }?.limitedBy == .distancing)
    #expect(figures.kinds.first { $0.kind == .families }?.limitedBy == .staff)
    #expect(figures.kinds.first { $0.kind == .children }?.limitedBy == nil)
  }

  @Test func thoseOnTheWayStandBelowAndAreNotOnRoll() {
    let model = BoardExample.model()
    #expect(model.figures.onTheWay == [CaseID(number: 404)])
    #expect(!(model.figures.order[.leaving] ?? []).contains(CaseID(number: 404)))
    let lines = Self.lines(model, .leaving, 120, 40)
    #expect(lines[2].contains("2 cases, 7 people") && lines[2].contains("1 not yet arrived: released"))
    #expect(lines[6].contains("0404") && lines[6].contains("not yet arrived"))
    #expect(lines[6].contains("11:00 awaited 3h31"))
    #expect(plain(model, .aCase(CaseID(number: 404))).contains("Its arrival at the other end is not confirmed yet."))
  }

  @Test func anAreaOverItsPlacesIsMarkedThoughItsKindIsNot() {
    var plan = SmallCenter.plan
    // The families stand in the third area; another one keeps the kind below its places.
    var spare = plan.areas[2]
    plan.areas[2].capacity.staffed = 2
    spare.code = Code("F-9") ?? spare.code
    spare.capacity.physical = 60
    spare.capacity.safe = 60
    spare.capacity.staffed = 60
    plan.areas.append(spare)
    var center = Center(plan: plan, rules: .us2021)
    for record in SmallCenter().records { center.apply(record) }
    let model = BoardModel(center: center, now: SmallCenter.now)
    guard let over = model.figures.areas.first(where: { $0.area.occupied > $0.usable }) else {
      Issue.record("no area is over its places")
      return
    }
    let load = "\(over.area.code.text) \(over.area.occupied)/\(over.usable) !"
    #expect(Self.lines(model, .overview, 100, 24).contains { $0.contains(load) })
    #expect(Self.lines(model, .places, 120, 40).contains { $0.contains(" ! ") && $0.contains("families") })
  }

  @Test func aNarrowBoardLeavesOutWholeParts() {
    let model = BoardExample.model()
    for width in 30...80 {
      let line = Self.lines(model, .overview, width, 24).first { $0.contains("ON ROLL") } ?? ""
      #expect(line.hasPrefix(" ON ROLL 45") && line.contains("past 72 h 1 !!"))
      #expect(line.contains("unplaced") == line.contains("unplaced 4 !"))
      #expect(line.contains("=") == line.contains(" = 45 here + 0 away"))
    }
  }

  @Test func aBusThatIsLateSaysSinceWhen() {
    let early = Self.lines(BoardExample.model(), .overview, 80, 24)
    #expect(early.contains { $0.contains("EXPECTED bus 32 at 16:20") })
    let late = Self.lines(BoardExample.model(at: SmallCenter.start + .minutes(640)), .overview, 80, 24)
    #expect(late.contains { $0.contains("EXPECTED bus 32 late since 16:20 !") })
  }

  @Test func busesThatDoNotFitAreCounted() {
    var story = SmallCenter()
    for index in 0..<6 {
      var announced = ArrivalAnnounced()
      announced.people = 20 + index
      announced.expected = SmallCenter.start + .minutes(700 - index * 10)
      story.record(500, .arrivalAnnounced(announced))
    }
    var model = BoardModel(center: story.center, now: SmallCenter.now)
    model.zone = SmallCenter.zone
    let line = Self.lines(model, .overview, 80, 24).first { $0.contains("EXPECTED") }
    #expect(line == " EXPECTED bus 32 at 16:20  bus 25 at 16:50  bus 24 at 17:00  +4 more")
  }

  @Test func whatWasServedHasWaitedUntilThen() {
    // Joined at 12:41, service begun at 14:25, now 14:31.
    let line = Self.lines(BoardExample.model(), .queue(.reception), 120, 40).first { $0.contains("served, desk 1") }
    #expect(line?.contains("1h43") == true)
  }
}
