import CaseFlow
import Testing

@Suite("What cannot have been is refused where it is entered")
struct PlausibleTests {
  @Test("a second shower within half an hour, and a second meal, before or after")
  func tooSoon() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let people = life.members(man)
    life.pass(.hours(2))
    for care in [Care.shower, .meal] {
      try life.note(.care(care, people))
      #expect(life.refusal(.state(.care(care, people))) == .time, "\(care) at the same time")
      #expect(life.refusal(.state(.care(care, people)), at: life.now - .minutes(29)) == .time, "late, yet too near")
      try life.note(.care(care, people), at: life.now - .minutes(30))
    }
    #expect(
      life.refuses(.state(.care(.meal, people)))
        == "Person 0001 had a meal near that time already, or too many. Check time and people.")
    #expect(life.refusal(.state(.care(.meal, people + people))) == .time, "one person twice")
    try life.note(.care(.rest, people))
    try life.note(.care(.rest, people))
  }

  @Test("a seventh meal in a day")
  func tooMany() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let people = life.members(man)
    for _ in 0..<6 {
      life.pass(.hours(3))
      try life.note(.care(.meal, people))
    }
    life.pass(.hours(3))
    #expect(life.refusal(.state(.care(.meal, people))) == .time)
    #expect(life.refusal(.state(.care(.meal, people)), at: life.now - .hours(1)) == .time, "nor entered late")
    life.pass(.hours(7))
    try life.note(.care(.meal, people))
    #expect(try life.replaysTheSame())
  }

  @Test("care for someone who was away then; a late entry of care before they left is taken")
  func away() throws {
    var life = Live()
    let id = try life.come(.adult())[0]
    let people = life.members(id)
    life.pass(.hours(2))
    try life.note(.went(people, to: .hospital))
    life.pass(.hours(2))
    #expect(life.refusal(.state(.care(.meal, people))) == .order)
    #expect(life.refusal(.state(.care(.meal, people)), at: life.now - .hours(1)) == .order)
    try life.note(.care(.meal, people), at: life.now - .hours(3))
    try life.note(.peopleCameBack(PeopleOnly(people)))
    #expect(life.refusal(.state(.care(.shower, people)), at: life.now - .hours(1)) == .order, "they were away then")
    #expect(life.refusal(.state(.care(.shower, people)), at: life.now - .hours(5)) == .time, "before they arrived")
  }

  @Test("served at a desk after everyone had left")
  func servedAndAway() throws {
    var life = Live()
    let family = try life.family()
    let man = try life.come(.adult())[0]
    life.pass(.hours(1))
    try life.serve(man, at: .reception)
    try life.serve(family, at: .reception)
    life.pass(.hours(1))
    let left = life.now - .minutes(90)
    #expect(
      life.refuses(.state(.went(life.members(man), to: .hospital)), at: left)
        == "Case 0002 was served at a desk after that time. Check when they left.")
    try life.note(.went([life.members(family)[3]], to: .hospital), at: left)
    try life.note(.went(life.members(man), to: .hospital), at: life.now - .minutes(30))
  }

  @Test("in two areas at once: a place told for a time before the present one began")
  func twoAreas() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    life.pass(.hours(2))
    try life.run(.place(man, in: nil, override: nil))
    try life.run(.place(man, in: Code("women"), override: Code("sup1")))
    #expect(
      life.refuses(.place(man, in: Code("men"), override: nil), at: life.now - .hours(1))
        == "Case 0001 was given its present place later than that. Enter a later time.")
    try life.run(.place(man, in: Code("men"), override: nil))
  }

  @Test("an entry made late asks for no place that cannot have been")
  func lateIsolation() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    life.pass(.hours(2))
    try life.run(.place(man, in: Code("women"), override: Code("sup1")))
    let events = try life.run(.state(.isolated(man)), at: life.now - .hours(1))
    #expect(events.map(\.type) == ["isolationOrdered"])
    #expect(try life.replaysTheSame())
  }
}
