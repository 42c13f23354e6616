import CaseFlow
import Testing

@Suite("Places")
struct GuardTestsPlaces {
  let men: Code = Code("men")
  let women: Code = Code("women")
  let families: Code = Code("families")
  let children: Code = Code("children")
  let isolation: Code = Code("isolation")

  private func place(_ id: CaseID, _ area: Code, override: Code? = nil) -> Command {
    .place(id, in: area, override: override)
  }

  @Test("a child alone is never placed beside adults, whoever overrides")
  func childBesideAdults() throws {
    var life = Live()
    let child = try life.come(.child(12))[0]
    #expect(life.area(life.members(child)[0]) == children)
    for area in [men, women, families] {
      for override: Code? in [nil, Code("sup1"), Code.none] {
        #expect(
          life.refuses(place(child, area, override: override))
            == "Case 0001 is a child alone and is never placed with unrelated adults (\(area)).")
        #expect(life.verdict(.casePlaced(CasePlaced(child, in: area, override: override)))?.rule == .childAlone)
      }
    }
    try life.run(place(child, isolation, override: Code("sup1")))
  }

  @Test("no adult is placed among children alone, whoever overrides")
  func adultAmongChildren() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let family = try life.family()
    for override: Code? in [nil, Code("sup1")] {
      #expect(
        life.refuses(place(man, children, override: override))
          == "Case 0001 has adults. Area children is for children alone only.")
      #expect(life.refuses(place(family, children, override: override)) != nil)
    }
    #expect(life.area(life.members(man)[0]) == men)
  }

  @Test("a child found to be alone among men is on the breach ledger at once, and gets another place")
  func foundAmongMen() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 19))[0]
    let boy = life.members(man)[0]
    let events = try life.run(.correct(.age(boy, 16)))
    #expect(events.map(\.type) == ["factCorrected", "breachRecorded", "casePlaced"])
    #expect(life.area(boy) == children)
    let breach = try #require(life.center.breaches.first)
    #expect(life.center.breaches.count == 1 && breach.cause == .ageStatedLater && breach.ended == life.now)
  }

  @Test("a recording that leaves the breach out does not hide it, and it lasts until the child is elsewhere")
  func breachLeftOut() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 19))[0]
    try life.run(.state(.capacity(children, .staffed, 0)))
    var fact = FactCorrected.age(life.members(man)[0], 16)
    fact.band = .child
    fact.kind = .unaccompaniedChild
    #expect(life.verdict(.factCorrected(fact)) == nil)
    let record = Record(
      seq: life.center.seq + 1, at: life.now, recorded: life.now, by: Code("op1"), event: .factCorrected(fact))
    life.center.apply(record)
    #expect(life.center.breaches.count == 1 && life.center.breaches[0].ended == nil)
    #expect(life.center.breaches[0].by == Code("op1"))
    let clock = life.center.clocks(of: life.item(man), at: life.now).first { $0.kind == .coPlacement }
    #expect(clock?.left(at: life.now) == .hours(24))
    try life.run(.state(.capacity(children, .staffed, 6)))
    life.pass(.hours(2))
    // Entered with a time before it began, it ends when it began and not before.
    try life.run(place(man, children), at: life.now - .hours(2))
    #expect(life.center.breaches[0].ended == life.center.breaches[0].at)
  }

  @Test("children whom a split leaves alone give up places beside adults, in a finished record too")
  func splitApart() throws {
    var life = Live()
    let family = try life.family()
    let people = life.members(family)
    #expect(people.allSatisfy { life.area($0) == families })
    var split = FamilySplit()
    split.caseID = family
    split.people = [people[0], people[1]]
    split.newCase = life.center.nextCase
    split.reason = .safety
    split.second = Code("sup1")
    var forged = life
    forged.center.apply(
      Record(seq: life.center.seq + 1, at: life.now, recorded: life.now, by: Code("op1"), event: .familySplit(split)))
    #expect(forged.area(people[2]) == nil && forged.area(people[3]) == nil && forged.center.counts.unplaced == 2)
    try life.run(.split(family, people: split.people, reason: .safety, second: Code("sup1")))
    #expect(life.area(people[2]) == children && life.area(people[3]) == children)
  }

  @Test("a child tied to a man does not move into the men's dormitory with him")
  func tiedToMan() throws {
    var life = Live()
    let father = try life.come(.adult())[0]
    let child = try life.come(.child(6))[0]
    let (man, kid) = (life.members(father)[0], life.members(child)[0])
    var forged = life
    forged.center.apply(
      Record(
        seq: life.center.seq + 1, at: life.now, recorded: life.now, by: Code("op1"), event: .tied(kid, to: man)))
    #expect(forged.area(kid) == nil && forged.area(man) == men && forged.center.counts.unplaced == 1)
    try life.note(.tied(kid, to: man))
    #expect(life.area(kid) == families && life.area(man) == families)
    #expect(life.item(father).kind == .familyUnit && life.item(father).members.count == 2)
  }

  @Test("parents who are reunited into their children's case do not move in among children alone")
  func reunitedIntoChildren() throws {
    var life = Live()
    let family = try life.family()
    let people = life.members(family)
    let kids = try life.split(family, [people[2], people[3]], .safety)
    #expect(life.area(people[2]) == children)
    var forged = life
    forged.center.apply(
      Record(
        seq: life.center.seq + 1, at: life.now, recorded: life.now, by: Code("op1"),
        event: .reunited(family, with: kids)
      ))
    #expect(people.allSatisfy { forged.area($0) != children })
    try life.note(.reunited(family, with: kids))
    #expect(people.allSatisfy { life.area($0) == families })
    #expect(life.center.areas.reduce(0) { $0 + $1.occupied } == 4)
  }

  @Test("joining a case in a full area is no way into it without an override")
  func mergedIntoFull() throws {
    var life = Live()
    let mother = try life.come(.adult(.female), .child(3, .ownChild))[0]
    let child = try life.come(.child(6))[0]
    try life.run(.state(.capacity(families, .staffed, 2)))
    try life.note(.tied(life.members(child)[0], to: life.members(mother)[0]))
    #expect(life.center.areas.allSatisfy { $0.free >= 0 || $0.code != families })
    #expect(life.area(PersonID(number: 3)) == nil && life.center.counts.unplaced == 1)
    let override = place(mother, families, override: Code("sup1"))
    #expect(life.refuses(place(mother, families)) != nil)
    try life.run(override)
    #expect(life.center.area(families)?.free == -1 && life.center.counts.unplaced == 0)
  }

  @Test("a full area takes a case only with a supervisor's name, and the override shows as over capacity")
  func full() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.run(.state(.capacity(women, .staffed, 0)))
    let woman = try life.come(.adult(.female))[0]
    #expect(life.area(life.members(woman)[0]) == nil && life.center.counts.unplaced == 1)
    let sentence = "Area women is full. Another area, or a supervisor's override with a name."
    #expect(life.refuses(place(woman, women)) == sentence)
    #expect(life.refuses(place(woman, women, override: Code.none)) == sentence)
    #expect(
      life.refuses(.place(woman, in: nil, override: nil))
        == "No area has places for case 0002. It stays unplaced, on the overview.")
    try life.run(place(woman, women, override: Code("sup1")))
    let figures = try #require(life.center.areaFigures().first { $0.area.code == women })
    #expect(figures.area.occupied == 1 && figures.usable == 0 && figures.limitedBy == .staff)
    // Whoever has a place there already may be confirmed in it.
    try life.run(.state(.capacity(men, .staffed, 1)))
    try life.run(place(man, men))
    // A place that is promised to less than nobody does not exist.
    for part in CapacityPart.allCases {
      #expect(life.verdict(.capacity(women, part, -5))?.sentence == "Places are counted from 0 to 100000.")
      #expect(life.verdict(.capacity(women, part, 100_001)) != nil)
    }
  }

  @Test("an unsuitable area takes a case only with a supervisor's name")
  func unsuitable() throws {
    var life = Live()
    let woman = try life.come(.adult(.female))[0]
    let sentence = "Area men is not for case 0001. Another area, or a supervisor's override."
    #expect(life.refuses(place(woman, men)) == sentence)
    #expect(life.refuses(place(woman, isolation)) != nil)
    try life.run(place(woman, men, override: Code("sup1")))
    #expect(life.area(life.members(woman)[0]) == men)
    #expect(life.refuses(place(woman, Code("attic"))) == "This center has no area attic.")
    // Entered with the wrong sex, she is moved when it is corrected.
    let other = try life.come(.adult(.male))[0]
    var fact = FactCorrected()
    fact.person = life.members(other)[0]
    fact.sex = .female
    try life.run(.correct(fact))
    #expect(life.area(life.members(other)[0]) == women)
  }
}
