import CaseFlow
import Testing

@Suite("The census of people already there")
struct CensusTests {
  private let center = Center(plan: SmallCenter.plan, rules: .us2023)
  private let now = SmallCenter.noon

  private func row(_ party: String, _ age: Int, _ sex: Sex = .male, tie: Tie = .head, in area: Code? = nil) -> CensusRow
  {
    var row = CensusRow()
    row.party = party
    row.age = Years(age)
    row.band = age < 18 ? .child : .adult
    row.sex = sex
    row.tie = tie
    row.area = area
    row.language = Code("spa")
    row.arrived = now - .hours(30)
    row.bookIn = now - .hours(40)
    return row
  }

  private func opened(_ rows: [CensusRow]) throws -> Center {
    var center = center
    let opening = try center.opening(census: rows, at: now)
    let record = Record(seq: 0, at: now, recorded: now, by: Code("sup1"), event: .stateAt(opening))
    #expect(center.objection(to: record) == nil)
    center.apply(record)
    return center
  }

  @Test("forms families and children alone as an arrival does, with places and the starts of clocks")
  func families() throws {
    var waiting = row("b", 40, in: Code("men"))
    waiting.step = .interview
    waiting.oriented = now - .hours(3)
    var decided = row("c", 25, .female, in: Code("women"))
    decided.step = .caseManagement
    decided.outcome = .positive
    decided.decided = now - .hours(2)
    decided.officer = Code("ao1")
    decided.reviewer = Code("ao2")
    let center = try opened([
      row("a", 30, .female, in: Code("families")), waiting, row("a", 6, tie: .ownChild, in: Code("families")),
      row("a", 16, tie: .relative, in: Code("children")), decided,
    ])
    #expect(center.counts.carriedIn == 5 && center.counts.arrived == 0 && center.counts.areConserved)
    #expect(center.counts.unplaced == 0)
    let kinds = center.cases.items.map(\.kind)
    #expect(kinds == [.familyUnit, .unaccompaniedChild, .singleAdult, .singleAdult])
    let family = center.cases.items[0]
    #expect(center.clocks(of: family, at: now).first { $0.kind == .custody }?.start == now - .hours(40))
    #expect(center.queue(of: .reception) == [CaseID(number: 1), CaseID(number: 2)])
    #expect(center.eligibleAt(center.cases.items[2]) == now + .hours(21))
    #expect(center.queue(of: .caseManagement) == [CaseID(number: 4)])
    #expect(center.nextPerson == PersonID(number: 6) && center.nextParty == PartyID(number: 4))
  }

  @Test("people carried in go on through every stage")
  func goOn() throws {
    var life = Live()
    life.center = try opened([row("a", 30, in: Code("men"))])
    life.pass(.minutes(1))
    try life.decide(CaseID(number: 1), .positive)
    #expect(life.item(CaseID(number: 1)).step == .caseManagement)
  }

  @Test("names the row that cannot be", arguments: 0..<9)
  func faults(which: Int) throws {
    var rows = [row("a", 30, in: Code("men")), row("b", 41, in: Code("men")), row("b", 9, tie: .ownChild)]
    rows[1].area = Code("families")
    #expect(throws: Never.self) { try center.opening(census: rows, at: now) }
    switch which {
    case 0: rows[2].area = Code("nowhere")
    case 1: rows[2].band = .adult
    case 2: rows[2].arrived = now + .hours(1)
    case 3: rows[2].isolatedAt = now + .hours(1)
    case 4: rows[2].tie = .relative; rows[2].area = Code("men")
    case 5: rows[1].step = .leaving
    case 6: rows[1].step = .caseManagement
    case 7: rows[1].bookIn = rows[1].arrived + .minutes(1); rows[2].bookIn = rows[1].bookIn
    default: rows[1].area = Code("children")
    }
    do {
      _ = try center.opening(census: rows, at: now)
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.row == (which < 4 ? 2 : 1), "\(error.refusal.sentence)")
    }
  }
}
