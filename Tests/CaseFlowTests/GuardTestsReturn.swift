import CaseFlow
import Testing

@Suite("Nobody is returned before the negative is final")
struct GuardTestsReturn {
  let undecided = "Nobody is returned while a claim is undecided: case 0001 has no final negative."
  let reviewOpen = "The review of case 0001 is open. Nobody is returned before it ends."
  let consulate = "No consulate hears of case 0001 before its negative is final."

  /// A man with a negative determination, one minute old.
  private func negative() throws -> (Live, CaseID) {
    var life = Live()
    let man = try life.come(.adult())[0]
    life.pass(.hours(1))
    try life.decide(man, .negative)
    life.pass(.minutes(1))
    return (life, man)
  }

  private func say(_ life: Live, _ id: CaseID) -> String? {
    life.guards(.returnBeforeFinal, say: .returned(id))?.sentence
  }

  @Test("not while the claim is undecided, positive or closed")
  func undecidedClaim() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    #expect(say(life, man) == undecided)
    #expect(life.refusal(.state(.returned(man))) == .order)
    for outcome in [Outcome.positive, .closed] {
      var other = life
      try other.decide(man, outcome)
      #expect(say(other, man) == undecided)
      try other.seat(man, at: .caseManagement)
      #expect(
        other.refuses(.planned(man, .return))
          == "Case 0001 was decided otherwise. Its plan must follow the determination.")
    }
  }

  @Test("nothing of a return is ticked for somebody whose return is not planned")
  func stepsAhead() throws {
    var (life, man) = try negative()
    let unplanned = "Case 0001 is not planned for return. Case management decides that."
    let early: [ReturnStep] = [.basisServed, .fitnessToTravel, .nonRefoulementCheck, .receivingContact, .property]
    for step in early { #expect(life.refuses(.step(man, step)) == unplanned, "\(step)") }
    try life.note(.reviewDeclined(CaseOnly(man)))
    try life.plan(man, .return)
    for step in early { try life.note(.step(man, step)) }
    // Who changed their mind keeps what was done; nothing is added until a return is planned anew.
    try life.note(.stopped(man, .changedMind))
    #expect(life.item(man).returnSteps == early)
    #expect(life.refuses(.step(man, .reintegrationReferral)) == unplanned)
  }

  @Test("not while the window is open, whether or not review was declined")
  func windowOpen() throws {
    let windowOpens =
      "The review window of case 0001 is open for 24 hours after the negative, even where review was declined. "
      + "Nobody is returned before it ends."
    var (life, man) = try negative()
    #expect(say(life, man) == windowOpens)
    try life.note(.reviewDeclined(CaseOnly(man)))
    try life.plan(man, .return)
    for step in [ReturnStep.identityVerified, .travelDocument] {
      #expect(life.refuses(.step(man, step)) == consulate)
    }
    #expect(life.refuses(.returned(man)) == windowOpens)
    #expect(life.refuses(.consulateAsked(CaseOnly(man))) == consulate)
    // The last millisecond of the window still belongs to it.
    let ends = try #require(life.item(man).determination).at + life.center.rules.reviewWindow
    life.now = ends - Span(milliseconds: 1)
    #expect(life.refuses(.consulateAsked(CaseOnly(man))) == consulate)
    #expect(say(life, man) == windowOpens)
    life.now = ends
    try life.finishReturnSteps(man)
    #expect(life.refuses(.returned(man), at: ends - Span(milliseconds: 1)) != nil)
    try life.note(.returned(man))
    #expect(life.item(man).exit == .returned)
  }

  @Test("not while a review is pending by request, and not by an entry that lies before its decision")
  func pendingByRequest() throws {
    var (life, man) = try negative()
    try life.note(.reviewRequested(CaseOnly(man)))
    life.pass(.days(30))
    #expect(say(life, man) == reviewOpen)
    #expect(life.refuses(.consulateAsked(CaseOnly(man))) == consulate)
    #expect(life.refuses(.reviewDeclined(CaseOnly(man))) != nil)
    try life.note(.reviewed(man, .upheld))
    // Upheld now; but it was pending an hour ago, and a late entry is held to what was true then.
    #expect(life.refuses(.consulateAsked(CaseOnly(man)), at: life.now - .hours(1)) == consulate)
    #expect(life.guards(.returnBeforeFinal, say: .returned(man), at: life.now - .hours(1))?.sentence == reviewOpen)
    #expect(life.refuses(.reviewed(man, .reversed)) == "No review of case 0001 is pending.")
    #expect(life.refuses(.reviewed(man, .reversed), at: life.now - .hours(1)) != nil)
    try life.plan(man, .return)
    try life.finishReturnSteps(man)
    try life.note(.returned(man))
  }

  @Test("not while silence counts as asking, and silence is not taken back by an entry made after it")
  func pendingBySilence() throws {
    var (life, man) = try negative()
    life.pass(.hours(30))
    #expect(say(life, man) == reviewOpen)
    #expect(
      life.refuses(.reviewDeclined(CaseOnly(man)), at: life.now - .hours(20))
        == "The review window of case 0001 is closed or a review was already asked for.")
    #expect(life.refuses(.consulateAsked(CaseOnly(man)), at: life.now - .hours(1)) == consulate)
    try life.note(.reviewed(man, .upheld))
    #expect(life.item(man).review.requestedAt == life.item(man).determination.map { $0.at + .hours(24) })
    #expect(life.center.isNegativeFinal(life.item(man), at: life.now))
  }

  @Test("not while a request made within the window is entered late, though a return was planned on a refusal")
  func lateRequest() throws {
    var (life, man) = try negative()
    try life.note(.reviewDeclined(CaseOnly(man)))
    let inWindow = life.now + .hours(2)
    life.pass(.hours(30))
    try life.plan(man, .return)
    try life.finishReturnSteps(man)
    try life.note(.reviewRequested(CaseOnly(man)), at: inWindow)
    #expect(life.refuses(.returned(man)) == reviewOpen)
    #expect(life.refuses(.reviewRequested(CaseOnly(man))) != nil)
    try life.note(.reviewed(man, .reversed))
    // A reversal leads to release: case management plans anew, and the return is off.
    #expect(life.item(man).step == .caseManagement && life.item(man).plan == nil)
    #expect(life.item(man).returnSteps.isEmpty)
    #expect(say(life, man) == undecided)
    try life.plan(man, .release)
    #expect(life.item(man).plan == .release)
  }

  @Test("a request from before the determination, or after the window, is none")
  func requestOutsideWindow() throws {
    var (life, man) = try negative()
    #expect(
      life.refuses(.reviewRequested(CaseOnly(man)), at: life.now - .minutes(10))
        == "Case 0001 has no negative determination under review.")
    try life.note(.reviewDeclined(CaseOnly(man)))
    life.pass(.hours(24))
    #expect(life.refuses(.reviewRequested(CaseOnly(man))) != nil)
    #expect(life.refuses(.reviewDeclined(CaseOnly(man))) == "Case 0001 has no negative determination under review.")
  }

  @Test(
    "not while any listed step is missing, and not by an entry from before the last step",
    arguments: ReturnStep.allCases.filter { $0 != .guardian })
  func missingStep(_ missing: ReturnStep) throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.planReturn(man)
    try life.note(.consulateAsked(CaseOnly(man)))
    for step in ReturnStep.allCases where step != missing && step != .guardian { try life.note(.step(man, step)) }
    try life.note(.consulateAnswered(man))
    let lacking = life.refuses(.returned(man)) ?? ""
    #expect(lacking.hasPrefix("The return of case 0001 lacks a step: "))
    life.pass(.hours(2))
    try life.note(.step(man, missing))
    #expect(
      life.refuses(.returned(man), at: life.now - .hours(1))
        == "What case 0001 needs to leave was still done after that time. Enter a later time.")
    #expect(life.refuses(.step(man, missing)) == "That was recorded for case 0001 already.")
    try life.note(.returned(man))
  }

  @Test("the consulate is asked before it answers, on every clock")
  func consulateOrder() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.planReturn(man)
    #expect(
      life.refuses(.step(man, .travelDocument))
        == "The consulate was not asked about case 0001 yet. Record that first.")
    life.pass(.hours(2))
    try life.note(.consulateAsked(CaseOnly(man)))
    #expect(
      life.refuses(.step(man, .travelDocument), at: life.now - .hours(1))
        == "Nobody had asked for case 0001 at that time. An answer comes after its question.")
    #expect(life.refuses(.consulateAsked(CaseOnly(man))) != nil)
    try life.note(.step(man, .travelDocument))
  }

  @Test("a family goes together or not at all: not with a part at court, not with a part split off")
  func part() throws {
    var life = Live()
    let family = try life.family()
    try life.planReturn(family)
    try life.finishReturnSteps(family)
    let people = life.members(family)
    let apart = "Part of the family of case 0001 is elsewhere. Nobody goes on without the others."
    try life.note(.went([people[3]], to: .court))
    #expect(life.refuses(.returned(family)) == apart)
    try life.note(.peopleCameBack(PeopleOnly([people[3]])))
    let father = try life.split(family, [people[1]], .ownRequest)
    #expect(life.refuses(.returned(family)) == apart)
    #expect(
      life.refuses(.returned(father))
        == "Part of the family of case 0002 is elsewhere. Nobody goes on without the others.")
    try life.note(.reunited(father, with: family))
    #expect(life.item(family).members.count == 4)
    // What was prepared was prepared for others: every step is done again, for all of them.
    #expect(life.refusal(.state(.returned(family))) == .returnBeforeFinal)
    try life.finishReturnSteps(family)
    try life.note(.returned(family))
    #expect(life.center.counts.returned == 4)
  }

  @Test("a reunion does not drop the review that one part asked for")
  func mergedReview() throws {
    var life = Live()
    let couple = try life.family()
    try life.decide(couple, .negative)
    let father = try life.split(couple, [life.members(couple)[1]], .ownRequest)
    try life.note(.reviewRequested(CaseOnly(father)))
    try life.note(.reviewDeclined(CaseOnly(couple)))
    life.pass(.hours(30))
    try life.plan(couple, .return)
    try life.finishReturnSteps(couple)
    try life.note(.reunited(father, with: couple))
    #expect(life.item(couple).step == .review && life.item(couple).plan == nil)
    #expect(say(life, couple) == reviewOpen)
    #expect(life.guards(.consulate, say: .consulateAsked(CaseOnly(couple))) != nil)
    // A silence beside a refusal is a silence: it asks.
    var other = Live()
    let pair = try other.family()
    try other.decide(pair, .negative)
    let man = try other.split(pair, [other.members(pair)[1]], .ownRequest)
    try other.note(.reviewDeclined(CaseOnly(pair)))
    try other.note(.reunited(man, with: pair))
    other.pass(.hours(30))
    #expect(other.center.reviewStanding(other.item(pair), at: other.now) != .closed)
  }

  @Test("what protects one part of a family protects the whole when they are together again")
  func mergedResults() throws {
    for (one, other, whole) in [
      (ReviewResult.upheld, ReviewResult.upheld, ReviewStanding.upheld), (.reversed, .upheld, .reversed),
      (.upheld, .reversed, .reversed),
    ] {
      var life = Live()
      let family = try life.family()
      try life.decide(family, .negative)
      let father = try life.split(family, [life.members(family)[1]], .ownRequest)
      for (id, result) in [(family, one), (father, other)] {
        try life.note(.reviewRequested(CaseOnly(id)))
        life.pass(.hours(1))
        try life.note(.reviewed(id, result))
      }
      try life.note(.reunited(father, with: family))
      #expect(life.center.reviewStanding(life.item(family), at: life.now) == whole)
      #expect(life.item(family).step == .caseManagement)
    }
    // Both declined, an hour apart: declined.
    var life = Live()
    let family = try life.family()
    try life.decide(family, .negative)
    let father = try life.split(family, [life.members(family)[1]], .ownRequest)
    try life.note(.reviewDeclined(CaseOnly(family)))
    life.pass(.hours(1))
    try life.note(.reviewDeclined(CaseOnly(father)))
    try life.note(.reunited(father, with: family))
    life.pass(.hours(30))
    #expect(life.center.reviewStanding(life.item(family), at: life.now) == .closed)
  }

  @Test("a child who joins a family with a negative is heard first, with all of it")
  func joinedByUnheardChild() throws {
    var life = Live()
    let family = try life.family()
    let child = try life.split(family, [life.members(family)[3]], .medical)
    #expect(life.refusal(.state(.called(family, .interview))) != nil)
    // The parts are interviewed apart only where the law kept them apart.
    var kept = Live()
    let whole = try kept.family()
    let small = try kept.split(whole, [kept.members(whole)[3]], .safety)
    try kept.planReturn(whole)
    try kept.finishReturnSteps(whole)
    try kept.note(.reunited(small, with: whole))
    #expect(kept.item(whole).determination == nil && kept.item(whole).step == .interview)
    #expect(kept.item(whole).returnSteps.isEmpty && kept.item(whole).consulateAskedAt == nil)
    #expect(say(kept, whole) == undecided)
    #expect(life.item(child).isChildAlone)
  }
}
