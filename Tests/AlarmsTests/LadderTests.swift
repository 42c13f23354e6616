import CaseFlow
import Testing

@testable import Alarms

/// The ladder of reserves: what it opens, and that it never opens more.
struct LadderTests {
  private func reserve(_ code: StaticString, _ places: Int, lead: Int, _ kind: PlaceKind = .families) -> Reserve {
    var reserve = Reserve()
    reserve.code = Code(code)
    reserve.title = reserve.code.text
    reserve.kind = kind
    reserve.places = places
    reserve.leadMinutes = lead
    return reserve
  }

  private func need(_ people: Int, of usable: Int, arrived: Int = 0, left: Int = 0) -> PlaceNeed {
    var need = PlaceNeed(.families)
    need.people = people
    need.usable = usable
    need.arrived = arrived
    need.left = left
    return need
  }

  private var three: [Reserve] {
    [reserve("gym", 60, lead: 120), reserve("hall", 30, lead: 45), reserve("men", 90, lead: 10, .singleMen)]
  }

  private func picked(_ rungs: Rungs) -> [String] { rungs.picked.map(\.code.text) }

  @Test func withoutAShortageNothingIsOpened() {
    let rungs = Ladder.rungs(for: need(90, of: 100), of: three, ordered: [])
    #expect(rungs.picked.isEmpty && rungs.short == 0 && rungs.missing == 0)
  }

  @Test func theShortestLeadTimeComesFirst() {
    #expect(picked(Ladder.rungs(for: need(120, of: 100), of: three, ordered: [])) == ["hall"])
  }

  @Test func thePaceOfTheLastHourIsCarriedOnUntilARungOpens() {
    // 5 are short now. Forty more come in the 45 minutes of the hall, and 107 in the two hours of the gymnasium.
    let growing = need(105, of: 100, arrived: 60, left: 7)
    let rungs = Ladder.rungs(for: growing, of: three, ordered: [])
    #expect(picked(rungs) == ["hall", "gym"])
    #expect(rungs.short == 111)
    #expect(rungs.missing == 21)
  }

  @Test func aShortageThatIsOverBeforeARungOpensOpensNothing() {
    let rungs = Ladder.rungs(for: need(110, of: 100, arrived: 0, left: 20), of: three, ordered: [])
    #expect(rungs.picked.isEmpty && rungs.short == 10)
  }

  @Test func whatIsOrderedCounts() {
    #expect(Ladder.rungs(for: need(120, of: 100), of: three, ordered: [Code("gym")]).picked.isEmpty)
    let more = Ladder.rungs(for: need(170, of: 100), of: three, ordered: [Code("gym")])
    #expect(picked(more) == ["hall"] && more.ordered == 60)
  }

  @Test func placesOfAnotherKindDoNotHelp() {
    let rungs = Ladder.rungs(for: need(300, of: 100), of: three, ordered: [])
    #expect(picked(rungs) == ["hall", "gym"])
    #expect(rungs.missing == 110)
  }

  /// 20,000 invented ladders: what is picked meets the load or is all there is, and no rung of it could be left out.
  @Test func noRungTooFewAndNoneTooMany() {
    var random = SplitMix(state: 5)
    for _ in 0..<20_000 {
      let codes: [StaticString] = ["a", "b", "c", "d", "e", "f"]
      let ladder = codes.prefix(Int(random.next() % 7)).map {
        reserve($0, 1 + Int(random.next() % 60), lead: Int(random.next() % 40) * 10)
      }
      let ordered = ladder.map(\.code).filter { _ in random.next() % 4 == 0 }
      let need = need(
        Int(random.next() % 300), of: Int(random.next() % 200), arrived: Int(random.next() % 80),
        left: Int(random.next() % 80))
      let rungs = Ladder.rungs(for: need, of: ladder, ordered: ordered)
      let places = rungs.ordered + rungs.picked.reduce(0) { $0 + $1.places }
      #expect(rungs.picked.allSatisfy { !ordered.contains($0.code) })
      #expect(rungs.picked.map(\.leadMinutes) == rungs.picked.map(\.leadMinutes).sorted())
      for rung in rungs.picked { #expect(places - rung.places < rungs.short) }
      guard places < rungs.short else { continue }
      // What is left over opens after the shortage is met or gone.
      let left = ladder.filter { rung in !ordered.contains(rung.code) && !rungs.picked.contains(rung) }
      #expect(left.allSatisfy { need.short(after: $0.leadMinutes) <= places })
    }
  }

  @Test func peopleWithoutAPlaceNeedOneOfTheirKind() throws {
    var feed = Feed(.shipped)
    feed.arrive(20, noon(), into: Code("fam-a"))
    feed.arrive(4, noon(5))
    let gone = feed.arrive(1, noon(6), into: Code("men"))
    feed.leave(gone, noon(10))
    let needs = feed.center.placeNeeds(at: noon(30))
    let families = try #require(needs.first { $0.kind == .families })
    #expect([families.people, families.usable, families.arrived, families.left] == [24, 20, 24, 0])
    let later = try #require(feed.center.placeNeeds(at: noon(65)).first { $0.kind == .families })
    #expect([later.people, later.arrived] == [24, 0])
  }

  @Test func anOrderCountsUntilItsLeadTimeIsOver() throws {
    var plan = AlarmPlan.shipped
    plan.plan.reserves = three
    var feed = Feed(plan)
    feed.arrive(24, noon(), into: Code("fam-a"))
    var order = ReserveOrdered()
    order.reserve = Code("hall")
    feed.record(.reserveOrdered(order), noon(70))
    func families(_ at: Instant) -> Rungs? {
      feed.board.advance(to: at)
      return feed.board.ladder(feed.center).first { $0.need.kind == .families }
    }
    #expect(families(noon(100))?.ordered == 30)
    #expect(families(noon(115))?.ordered == 0)
    // Nobody has opened it since: it is ordered, and not asked for again; the next rung is.
    #expect(families(noon(115)).map(picked) == ["gym"])
  }
}

private struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
