import CaseFlow
import Testing

@Suite("The return of a child alone")
struct GuardTestsChildReturn {
  let notScreened = "Case 0001 is a child alone. No return without the screening that allows it."
  let tooYoung = "A child under 14 is presumed unable to decide: case 0001 is not returned."
  let opensTheWay =
    "This would open the way to a return of case 0001, a child alone. A second person must confirm it."

  @Test("happens to Mexico or Canada only, from 14 years on, after the screening, with every step, by two people")
  func lawful() throws {
    for nationality in [Code("MEX"), Code("CAN")] {
      var life = Live()
      let child = try life.come(.child(14), from: nationality)[0]
      try life.takeIn(child)
      #expect(life.refuses(.returned(child)) == notScreened)
      #expect(life.refuses(.consulateAsked(CaseOnly(child))) != nil)
      #expect(life.refuses(.screened(child, second: Code("op1"))) != nil)
      try life.note(.screened(child))
      #expect(life.refuses(.returned(child)) == "The return of case 0001 lacks a step: basis served.")
      #expect(
        life.refuses(.step(child, .identityVerified))
          == "The consulate was not asked about case 0001 yet. Record that first.")
      try life.finishReturnSteps(child)
      #expect(life.refuses(.returned(child, second: Code("op1"))) != nil)
      try life.note(.returned(child))
      #expect(life.item(child).exit == .returned && life.center.counts.returned == 1)
    }
  }

  @Test("is refused to a child of any other country, of an unknown one, under 14, or of an unknown age")
  func notContiguous() throws {
    for (age, nationality, sentence) in [
      (16, Code("GTM"), notScreened), (16, nil, notScreened), (13, Code("MEX"), tooYoung), (nil, Code("MEX"), tooYoung),
    ] as [(Int?, Code?, String)] {
      var life = Live()
      let child = try life.come(.child(age), from: nationality)[0]
      #expect(life.refuses(.screened(child)) == sentence)
      // A screening that does not allow it may be recorded, and allows nothing.
      try life.note(.screened(child, own: false))
      #expect(life.refuses(.returned(child)) == notScreened)
      #expect(life.refuses(.screened(child)) != nil)
    }
  }

  @Test("is refused once nationality or age turn out to be others than at the screening")
  func correctedAfterScreening() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    try life.note(.screened(child))
    try life.finishReturnSteps(child)
    var other = life
    try other.run(.correct(.nationality(child, Code("GTM"))))
    #expect(other.refuses(.returned(child)) == notScreened)
    try life.run(.correct(.age(life.members(child)[0], 13)))
    #expect(life.refuses(.returned(child)) == notScreened && life.item(child).returnSteps.isEmpty)
    // The screening is made anew, for the age it has.
    #expect(life.refuses(.screened(child)) == tooYoung)
    try life.note(.screened(child, own: false))
  }

  @Test("is not opened by one person who corrects the age or the country")
  func correctedBefore() throws {
    var life = Live()
    let child = try life.come(.child(13), from: Code("GTM"))[0]
    let person = life.members(child)[0]
    #expect(life.refuses(.correct(.age(person, 15))) == opensTheWay)
    #expect(life.refuses(.correct(.nationality(child, Code("MEX")))) == opensTheWay)
    #expect(life.refuses(.correct(.nationality(child, Code("MEX"), second: Code("op1")))) == opensTheWay)
    // From 13 to 12, or from Guatemala to Honduras, nothing is opened.
    try life.run(.correct(.age(person, 12)))
    try life.run(.correct(.nationality(child, Code("HND"))))
    try life.run(.correct(.age(person, 15, second: Code("sup1"))))
    try life.run(.correct(.nationality(child, Code("MEX"), second: Code("sup1"))))
    try life.note(.screened(child))
  }

  @Test("does not rest on the negative or the steps of an adult whom it was taken for, or of its family")
  func inheritedNegative() throws {
    var life = Live()
    let family = try life.come(.adult(.female, 31), .child(16, .ownChild), from: Code("MEX"))[0]
    try life.planReturn(family)
    try life.finishReturnSteps(family)
    let child = try life.split(family, [life.members(family)[1]], .safety)
    let item = life.item(child)
    #expect(item.isChildAlone && item.determination == nil && item.returnSteps.isEmpty && item.plan == nil)
    // Nobody is returned away from their family, and the family's own steps were taken for all of it.
    #expect(life.refusal(.state(.returned(child))) == .partOfFamily)
    #expect(life.refuses(.screened(child))?.contains("a child alone whose claim to protection was heard") == true)
    try life.note(.screened(child, own: false))
    #expect(life.refusal(.state(.returned(family))) == .partOfFamily && life.item(family).returnSteps.isEmpty)
  }

  @Test("an adult is not returned on the screening of the child they were taken for")
  func grownUp() throws {
    var life = Live()
    let child = try life.come(.child(17), from: Code("MEX"))[0]
    try life.screen(child)
    try life.note(.screened(child))
    try life.finishReturnSteps(child)
    try life.run(.correct(.age(life.members(child)[0], 18, second: Code("sup1"))))
    #expect(!life.item(child).child.mayReturn && life.item(child).returnSteps.isEmpty)
    #expect(life.item(child).step == .interview)
    #expect(life.refusal(.state(.returned(child))) != nil)
    #expect(
      life.refuses(.consulateAsked(CaseOnly(child))) == "No consulate hears of case 0001 before its negative is final.")
    // Nor when they turn out to be a child after all: the screening is done again.
    #expect(life.refuses(.correct(.age(life.members(child)[0], 17))) == opensTheWay)
    try life.run(.correct(.age(life.members(child)[0], 17, second: Code("sup1"))))
    #expect(life.refuses(.returned(child)) == notScreened)
  }

  @Test("cannot be entered as if it had happened before the screening")
  func lateEntry() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    life.pass(.hours(3))
    try life.note(.screened(child))
    #expect(
      life.refuses(.consulateAsked(CaseOnly(child)), at: life.now - .hours(1))
        == "No consulate hears of case 0001 before its negative is final.")
    try life.finishReturnSteps(child)
    #expect(life.refusal(.state(.returned(child)), at: life.now - .hours(1)) != nil)
    #expect(life.refuses(.returned(child), at: life.now + .hours(1)) != nil)
  }

  @Test("waits for a child who is at the hospital")
  func apart() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    try life.takeIn(child)
    try life.note(.screened(child))
    try life.finishReturnSteps(child)
    try life.note(.went(life.members(child), to: .hospital))
    #expect(life.refusal(.state(.returned(child))) == .partOfFamily)
  }
}
