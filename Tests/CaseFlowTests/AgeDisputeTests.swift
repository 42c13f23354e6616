import CaseFlow
import Testing

@Suite("A dispute of age never lowers protection")
struct AgeDisputeTests {
  @Test("an adult who says to be a child is a child alone at once, out of the interview, away from the men")
  func believed() throws {
    var life = Live()
    let id = try life.come(.adult(.male, 19))[0]
    let boy = life.members(id)[0]
    try life.interview(id)
    #expect(life.item(id).state == .inService)
    life.pass(.minutes(5))
    let events = try life.run(.state(.disputed(boy, .child)), by: Code("ao1"))
    #expect(events.map(\.type) == ["ageDisputed", "casePlaced"])
    let item = life.item(id)
    #expect(item.isChildAlone && item.step == .childrenAlone && item.desk == nil)
    #expect(life.center.desk(.interview)?.serving == nil, "the interview stops where it stands")
    #expect(life.area(boy) == Code("children"))
    #expect(item.child.claimedAt == life.now && item.child.claimedBy == Code("ao1"))
    #expect(life.clock(id, .notifyORR)?.startedBy == Code("ao1"))
    let breach = try #require(life.center.breaches.first)
    #expect(breach.kind == .childWithUnrelatedAdults && breach.cause == .ageStatedLater && breach.ended == life.now)
    #expect(try life.replaysTheSame())
  }

  @Test("a parent who says to be a child makes the whole case children alone")
  func parent() throws {
    var life = Live()
    let id = try life.come(.adult(.female, 18), .child(0, .ownChild))[0]
    try life.note(.disputed(life.members(id)[0], .child))
    #expect(life.item(id).isChildAlone && life.item(id).members.count == 2)
    #expect(life.members(id).allSatisfy { life.area($0) == Code("children") })
  }

  @Test("a child said to be an adult stays a child, and the claim can be taken back")
  func doubted() throws {
    var life = Live()
    let id = try life.come(.child(16))[0]
    let child = life.members(id)[0]
    life.pass(.minutes(1))
    try life.note(.disputed(child, .adult))
    let person = try #require(life.center.people[child])
    #expect(person.isChild && person.age == Years(16) && person.ageDisputedAt == life.now)
    #expect(life.item(id).isChildAlone)
    try life.run(.undo)
    #expect(life.center.people[child]?.ageDisputedAt == nil)
  }

  @Test("only two people end it: one alone is refused, under any spelling of the name")
  func settled() throws {
    var life = Live()
    let id = try life.come(.adult(.male, 19))[0]
    let boy = life.members(id)[0]
    life.pass(.minutes(1))
    try life.note(.disputed(boy, .child))
    #expect(life.refusal(.undo) == .order, "what raised a protection is not taken back by one person")
    #expect(life.refusal(.correct(.age(boy, 19))) == .childAlone)
    #expect(life.refusal(.correct(.age(boy, 19, second: Code("OP1")))) == .childAlone)
    try life.run(.correct(.age(boy, 13)))
    #expect(life.center.people[boy]?.ageDisputedAt != nil, "an age stated by one person settles nothing")
    try life.run(.correct(.age(boy, 19, second: Code("sup1"))))
    let person = try #require(life.center.people[boy])
    #expect(!person.isChild && person.ageDisputedAt == nil && person.ageClaim == nil)
    #expect(!life.item(id).isChildAlone && life.area(boy) != Code("children"))
    #expect(try life.replaysTheSame())
  }

  @Test("a claim that says what is recorded is no dispute")
  func nothing() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let child = try life.come(.child(15))[0]
    #expect(
      life.refuses(.state(.disputed(life.members(man)[0], .adult)))
        == "Person 0001 is recorded as an adult already.")
    #expect(life.refuses(.state(.disputed(life.members(child)[0], .child))) != nil)
  }

  @Test("an opening state cannot bring in someone whose claim is not believed")
  func opening() throws {
    var life = Live()
    let id = try life.come(.adult(.male, 19))[0]
    try life.note(.disputed(life.members(id)[0], .child))
    var opening = life.center.openingState(exits: false)
    func verdict() -> Rule? {
      Center(plan: life.center.plan, rules: life.center.rules).objection(
        to: Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening)))?.rule
    }
    #expect(verdict() == nil)
    opening.people[0].band = .adult
    opening.cases[0].kind = .singleAdult
    opening.people[0].area = nil
    #expect(verdict() == .entry)
  }
}
