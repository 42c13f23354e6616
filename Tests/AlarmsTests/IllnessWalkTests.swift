import CaseFlow
import Testing

@testable import Alarms

/// Linked illness on a random walk of months, against a plain list of who was where: the slow part of the walk of all
/// measures, since a link counts for three days.
struct IllnessWalkTests {
  private static let level = ThresholdLevel(
    .strained, raise: 3, clear: 2, onDelay: .minutes(5), offDelay: .minutes(10))

  @Test(arguments: [111, 112, 113, 114, 115, 116] as [UInt64])
  func illnessTurnsWhenItsValueDoes(seed: UInt64) {
    var walk = IllnessWalk(threshold("Linked illness", .plain(.linkedIllness), Self.level), Dice(seed))
    for _ in 0..<2_000 { walk.step() }
    walk.feed.board.advance(to: noon(walk.minute))
    #expect(walk.latch.turns.count >= 6, "the value hardly moved")
    #expect(turns(walk.feed.board, "Linked illness") == walk.latch.turns.map(\.0))
  }
}

/// People who come, move, fall ill and leave, told to a board and to a list alike.
private struct IllnessWalk {
  /// A case, and where it was from a minute until another one.
  private struct Guest {
    var id: CaseID
    var people: [PersonID]
    var stays: [(area: Code, from: Int, until: Int?)]
    var isHere = true
  }

  private struct Ill {
    var person: PersonID
    var guest: Int
    var finding: Finding
    var at: Int
  }

  var feed: Feed
  var latch: SlowLatch
  private(set) var minute = 0
  private var guests: [Guest] = []
  private var ill: [Ill] = []
  private var links: [(finding: Finding, guests: [Int], until: Int)] = []
  private var dice: Dice
  private static let areas: [Code] = [Code("men"), Code("fam-a"), Code("fam-b"), Code("iso")]

  init(_ threshold: Threshold, _ dice: Dice) {
    feed = Feed([threshold])
    latch = SlowLatch(level: threshold.levels[0])
    self.dice = dice
  }

  mutating func step() {
    let until = minute + Int.random(in: 1...120, using: &dice)
    while minute < until {
      minute += 1
      look()
    }
    act()
    link()
    look()
  }

  private mutating func look() {
    var cases: [Finding: Set<Int>] = [:]
    for link in links where minute < link.until { cases[link.finding, default: []].formUnion(link.guests) }
    let value = cases.values.map(\.count).max() ?? 0
    latch.look(value >= latch.level.raise, value <= latch.level.clear, second: minute * 60)
  }

  private mutating func act() {
    let here = guests.indices.filter { guests[$0].isHere }
    guard here.count > 3, let index = here.randomElement(using: &dice) else { return arrive() }
    // Some of it is entered hours after it happened: only then does the past change.
    let late = Int.random(in: 0..<4, using: &dice) == 0 ? Int.random(in: 1...300, using: &dice) : 0
    switch Int.random(in: 0..<20, using: &dice) {
    case 0...6: if here.count < 14 { arrive() }
    case 7...11: move(index, to: area(), at: minute - late)
    case 12: fallIll(index, at: minute - late)
    case 13...17: leave(index)
    default: break
    }
  }

  private mutating func area() -> Code { Self.areas[Int.random(in: Self.areas.indices, using: &dice)] }

  private mutating func arrive() {
    let before = feed.center.people.count
    let area = area()
    let id = feed.arrive(Int.random(in: 1...2, using: &dice), noon(minute), into: area)
    let people = feed.center.people.items[before...].map(\.id)
    guests.append(Guest(id: id, people: Array(people), stays: [(area, minute, nil)]))
  }

  private mutating func move(_ index: Int, to area: Code, at: Int) {
    feed.record(.casePlaced(CasePlaced(guests[index].id, in: area)), noon(minute), happened: noon(at))
    endStay(of: index, at)
    guests[index].stays.append((area, at, nil))
  }

  private mutating func leave(_ index: Int) {
    feed.leave(guests[index].id, noon(minute))
    endStay(of: index, minute)
    guests[index].isHere = false
  }

  private mutating func endStay(of index: Int, _ at: Int) {
    guard let last = guests[index].stays.indices.last else { return }
    guests[index].stays[last].until = max(at, guests[index].stays[last].from)
  }

  private mutating func fallIll(_ index: Int, at: Int) {
    var e = FindingRecorded()
    e.person = guests[index].people.randomElement(using: &dice) ?? PersonID()
    e.finding = Int.random(in: 0..<4, using: &dice) == 0 ? .varicella : .influenzaLike
    feed.record(.findingRecorded(e), noon(minute), happened: noon(at))
    // Found again, it counts from then.
    ill.removeAll { $0.person == e.person && $0.finding == e.finding }
    ill.append(Ill(person: e.person, guest: index, finding: e.finding, at: at))
  }

  /// Compares everyone with everyone, anew.
  private mutating func link() {
    ill.removeAll { $0.at < minute - 10 * 1_440 }
    links = []
    for one in ill {
      for two in ill where one.finding == two.finding && one.guest < two.guest {
        let (first, last) = (min(one.at, two.at), max(one.at, two.at))
        let days = one.finding == .varicella ? 21 : 7
        guard last - first <= 72 * 60, haveMet(one.guest, two.guest, first - days * 1_440, last) else { continue }
        links.append((one.finding, [one.guest, two.guest], last + 72 * 60))
      }
    }
  }

  private func haveMet(_ one: Int, _ two: Int, _ from: Int, _ until: Int) -> Bool {
    guests[one].stays.contains { a in
      guests[two].stays.contains { b in
        a.area == b.area && a.area != Code("iso")
          && max(a.from, b.from, from) < min(a.until ?? until, b.until ?? until, until)
      }
    }
  }
}
