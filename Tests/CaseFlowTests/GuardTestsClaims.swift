import CaseFlow
import Testing

@Suite("A correction opens no way to the return of a child")
struct GuardTestsClaims {
  private let opens =
    "This would open the way to a return of case 0001, a child alone. A second person must confirm it."
  private let heard =
    "Case 0001 is a child alone whose claim to protection was heard. No screening returns it: ask ORR."

  @Test("whose claim was heard while it was taken for an adult: that it was claimed stays on the case")
  func heardAsAdult() throws {
    for outcome in Outcome.allCases {
      var life = Live()
      let man = try life.come(.adult(.male, 18), from: Code("MEX"))[0]
      try life.decide(man, outcome)
      let person = life.members(man)[0]
      #expect(life.refuses(.correct(.age(person, 16))) == opens)
      try life.run(.correct(.age(person, 16, second: Code("sup1"))))
      #expect(life.item(man).isChildAlone && life.item(man).determination == nil)
      #expect(life.refuses(.screened(man)) == heard)
      try life.note(.screened(man, own: false))
      #expect(life.refusal(.state(.consulateAsked(CaseOnly(man)))) == .consulate)
      #expect(life.refusal(.state(.returned(man))) == .childAlone)
      // The lawful way is open.
      try life.note(.childFound(man))
      try life.note(.orrNotified(CaseOnly(man)))
      try life.transfer(man, to: .orr)
    }
  }

  @Test("whose interview had begun, or whose claim was heard together with another's")
  func heardInPart() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 18), from: Code("MEX"))[0]
    try life.interview(man)
    try life.note(.caseHeld(CaseHeld(man, .rest)))
    try life.run(.correct(.age(life.members(man)[0], 16, second: Code("sup1"))))
    #expect(life.refuses(.screened(man)) == heard)
  }

  @Test("protects at once by one person all the same: a dispute makes a child of whoever says to be one")
  func dispute() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 18), from: Code("MEX"))[0]
    try life.note(.disputed(life.members(man)[0], .child))
    #expect(life.item(man).isChildAlone)
    #expect(life.refuses(.screened(man)) == "A child under 14 is presumed unable to decide: case 0001 is not returned.")
  }

  @Test("in a family neither: its age, its country and a child found among adults each need a second person")
  func inFamily() throws {
    var life = Live()
    let family = try life.come(.adult(.female, 35), .child(13, .ownChild), from: Code("MEX"))[0]
    let child = life.members(family)[1]
    #expect(life.refuses(.correct(.age(child, 15))) == opens)
    try life.run(.correct(.age(child, 12)))
    var guatemalan = Live()
    let other = try guatemalan.come(.adult(.female, 35), .child(15, .ownChild), from: Code("GTM"))[0]
    #expect(guatemalan.refuses(.correct(.nationality(other, Code("MEX")))) == opens)
    try guatemalan.run(.correct(.nationality(other, Code("HND"))))
    // Nor is it opened beside a correction of somebody else.
    let stranger = try guatemalan.come(.adult(.male, 40))[0]
    var beside = FactCorrected.nationality(other, Code("MEX"))
    beside.person = guatemalan.members(stranger)[0]
    beside.sex = .female
    #expect(guatemalan.refusal(.correct(beside)) != nil)
    // Where no child could decide, or of another country, nothing is opened.
    try guatemalan.run(.correct(.age(guatemalan.members(other)[1], 16)))
    try life.run(.correct(.nationality(family, Code("GTM"))))
    try life.run(.correct(.age(child, 15)))
  }

  @Test("siblings alone who come together are screened and told to ORR together")
  func siblings() throws {
    var life = Live()
    let family = try life.come(.adult(.female, 35), .child(16, .ownChild), .child(15, .ownChild), from: Code("MEX"))[0]
    let people = life.members(family)
    let mother = try life.split(family, [people[0]], .safety)
    #expect(life.item(mother).kind == .singleAdult && life.item(family).isChildAlone)
    let younger = try life.split(family, [people[2]], .safety)
    try life.screen(family)
    try life.note(.orrNotified(CaseOnly(family)))
    try life.note(.screened(family))
    #expect(life.item(family).child.mayReturn && life.item(family).child.orrNotifiedAt != nil)
    try life.note(.reunited(younger, with: family))
    let both = life.item(family)
    #expect(both.members.count == 2 && both.isChildAlone)
    #expect(!both.child.mayReturn && both.child.screenedAt == nil)
    #expect(both.child.determinedAt == nil && both.child.orrNotifiedAt == nil)
    #expect(life.refusal(.state(.consulateAsked(CaseOnly(family)))) == .consulate)
    // A transfer that was agreed for one does not take the other along unannounced.
    try life.note(.transferAsked(TransferOfCase(family, .orr)))
    try life.note(.transferAccepted(TransferOfCase(family, .orr)))
    #expect(life.refusal(.state(.caseTransferred(TransferOfCase(family, .orr)))) != nil)
  }
}
