import CaseFlow
import Testing

@Suite("Consultation, isolation and release")
struct GuardTestsService {
  let inPeriod = "Case 0001 is in its consultation period. Wait for its end, or record that it was waived."
  let counsel = "Case 0001 asked for counsel. Record that counsel was reached or declined first."
  let isolated = "Case 0001 is in isolation. It goes on when every member is clear."

  /// A man at the interview stage, without orientation.
  private func waiting(_ rules: RuleSet = .us2023) throws -> (Live, CaseID, DeskID) {
    var life = Live(rules: rules)
    let man = try life.come(.adult())[0]
    try life.screen(man)
    let desk = try life.open(.interview)
    return (life, man, desk)
  }

  @Test("no interview before the consultation period has passed, to the millisecond, under either rule set")
  func period() throws {
    for (rules, hours) in [(RuleSet.us2021, 48), (.us2023, 24)] {
      var (life, man, desk) = try waiting(rules)
      #expect(
        life.refuses(.called(man, desk)) == "Case 0001 has had no orientation yet. Record it first.")
      try life.note(.oriented(man))
      let ends = life.now + .hours(hours)
      life.now = ends - Span(milliseconds: 1)
      #expect(life.refuses(.called(man, desk)) == inPeriod)
      #expect(life.refusal(.callNext(desk)) == .order)
      life.now = ends
      #expect(life.refuses(.called(man, desk), at: ends - Span(milliseconds: 1)) == inPeriod)
      try life.run(.callNext(desk))
      #expect(life.item(man).state == .called)
    }
  }

  @Test("a waiver needs an orientation, lies after it, and opens nothing before its own time")
  func waiver() throws {
    var (life, man, desk) = try waiting()
    #expect(life.refuses(.waived(man)) == "Case 0001 has had no orientation yet. Record it first.")
    life.pass(.hours(1))
    try life.note(.oriented(man))
    #expect(life.refusal(.state(.waived(man)), at: life.now - .minutes(30)) == .time)
    life.pass(.hours(1))
    try life.note(.waived(man))
    #expect(life.refuses(.waived(man)) == "That was recorded for case 0001 already.")
    #expect(life.refuses(.called(man, desk), at: life.now - .minutes(30)) == inPeriod)
    try life.note(.called(man, desk))
    // A finished record of a start or a determination is held to the same period.
    #expect(life.guards(.consultation, say: .serviceStarted(CaseAtDesk(man, desk)), at: life.now - .hours(1)) != nil)
    #expect(life.guards(.consultation, say: .determined(man, .negative), at: life.now - .hours(1)) != nil)
  }

  @Test("nobody is interviewed while counsel is awaited, even if it was asked for after the call")
  func counselAwaited() throws {
    var (life, man, desk) = try waiting()
    try life.note(.oriented(man))
    try life.note(.waived(man))
    try life.note(.counselRequested(CaseOnly(man)))
    #expect(life.refuses(.called(man, desk)) == counsel)
    var answer = CounselAnswered()
    answer.caseID = man
    answer.answer = .declined
    #expect(
      life.refuses(.counselAnswered(answer), at: life.now - Span(milliseconds: 1)) != nil,
      "an answer does not lie before its question")
    try life.note(.counselAnswered(answer))
    #expect(life.refuses(.counselAnswered(answer)) != nil)
    try life.note(.called(man, desk))
    try life.note(.counselRequested(CaseOnly(man)))
    #expect(life.refuses(.serviceStarted(CaseAtDesk(man, desk))) == counsel)
    try life.note(.counselAnswered(answer))
    try life.note(.serviceStarted(CaseAtDesk(man, desk)))
    try life.note(.counselRequested(CaseOnly(man)))
    #expect(life.refuses(.determined(man, .negative)) == counsel)
    try life.note(.counselAnswered(answer))
    try life.note(.determined(man, .negative))
    #expect(
      life.refuses(.counselRequested(CaseOnly(man)))
        == "Case 0001 has a determination already. It changes by review only.")
    #expect(life.refuses(.determined(man, .positive)) != nil)
  }

  @Test("an adult who joins brings along the time they need to consult, and the counsel they wait for")
  func mergedConsultation() throws {
    var life = Live()
    let family = try life.family()
    try life.screen(family)
    let father = try life.split(family, [life.members(family)[1]], .ownRequest)
    try life.note(.oriented(family))
    try life.note(.waived(family))
    let desk = try life.open(.interview)
    var silent = life
    try silent.note(.reunited(father, with: family))
    #expect(silent.refuses(.called(family, desk)) == "Case 0001 has had no orientation yet. Record it first.")
    life.pass(.hours(10))
    try life.note(.oriented(father))
    var asking = life
    try asking.note(.waived(father))
    try asking.note(.counselRequested(CaseOnly(father)))
    try asking.note(.reunited(father, with: family))
    #expect(asking.refuses(.called(family, desk)) == counsel)
    try life.note(.reunited(father, with: family))
    life.pass(.hours(23))
    #expect(life.refuses(.called(family, desk)) == inPeriod)
    life.pass(.hours(1))
    try life.note(.called(family, desk))
  }

  @Test("an isolated case is seen by health only, placed in isolation only, leaves to a hospital only")
  func isolation() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.readyForRelease(man)
    try life.note(.transferAsked(TransferOfCase(man, .custody)))
    try life.note(.transferAccepted(TransferOfCase(man, .custody)))
    let events = try life.run(.state(.isolated(man)))
    #expect(events.map(\.type) == ["isolationOrdered", "casePlaced"])
    #expect(life.area(life.members(man)[0]) == Code("isolation"))
    #expect(life.refuses(.caseReleased(ReceiverOfCase(man, Code("casa")))) == isolated)
    #expect(life.refuses(.caseTransferred(TransferOfCase(man, .custody))) == isolated)
    #expect(life.refuses(.place(man, in: Code("men"), override: Code("sup1"))) == isolated)
    #expect(life.refuses(.went(life.members(man), to: .court)) == isolated)
    #expect(life.guards(.isolation, say: .returned(man))?.sentence == isolated)
    #expect(life.guards(.isolation, say: .called(man, .interview))?.sentence == isolated)
    #expect(life.guards(.isolation, say: .called(man, DeskID(stage: .health, number: 1))) == nil)
    #expect(life.refuses(.isolated(man)) != nil)
    try life.transfer(man, to: .hospital)
  }

  @Test("a case called before it was isolated does not sit down after it")
  func isolatedAfterCall() throws {
    var (life, man, desk) = try waiting()
    try life.note(.oriented(man))
    try life.note(.waived(man))
    try life.note(.called(man, desk))
    try life.note(.isolated(man))
    #expect(life.refuses(.serviceStarted(CaseAtDesk(man, desk))) == isolated)
    try life.note(.caseHeld(CaseHeld(man, .medical)))
    try life.note(.caseResumed(CaseOnly(man)))
    #expect(life.refuses(.called(man, desk)) == isolated)
  }

  @Test("isolation ends after a test that came after it, in which every member was clear")
  func clear() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    life.pass(.hours(5))
    #expect(life.refuses(.isolationEnded(CaseOnly(man))) == "Case 0001 is not in isolation.")
    #expect(life.refuses(.retested(man, clear: true)) == "Case 0001 is not in isolation.")
    try life.note(.isolated(man))
    let notClear = "Case 0001 is not clear. Isolation ends after a test in which every member is."
    let stale = "A test of case 0001 from before its isolation or its last test proves nothing now."
    #expect(life.refuses(.isolationEnded(CaseOnly(man))) == notClear)
    #expect(life.refuses(.retested(man, clear: true), at: life.now - .hours(1)) == stale)
    life.pass(.days(5))
    try life.note(.retested(man, clear: false))
    #expect(life.refuses(.retested(man, clear: true), at: life.now - .hours(1)) == stale)
    #expect(life.refuses(.isolationEnded(CaseOnly(man))) == notClear)
    life.pass(.days(5))
    try life.note(.retested(man, clear: true))
    // A new finding after the clear test: not clear by that test. Lice do not isolate.
    try life.note(.found(person, .lice))
    #expect(life.item(man).isolation?.clear == true)
    try life.note(.treated(person, .lice))
    try life.note(.found(person, .varicella))
    #expect(life.refuses(.isolationEnded(CaseOnly(man))) == notClear)
    life.pass(.days(5))
    try life.note(.retested(man, clear: true))
    try life.note(.isolationEnded(CaseOnly(man)))
    #expect(life.item(man).isolation == nil && life.area(person) == Code("men"))
  }

  @Test("neither a split nor a reunion ends an isolation, and who joins is tested too")
  func mergedIsolation() throws {
    var life = Live()
    let family = try life.family()
    let people = life.members(family)
    let father = try life.split(family, [people[1]], .medical)
    try life.note(.isolated(father))
    var into = life
    try into.note(.reunited(father, with: family))
    #expect(into.item(family).isolation != nil && people.allSatisfy { into.area($0) == Code("isolation") })
    life.pass(.days(5))
    try life.note(.retested(father, clear: true))
    try life.note(.reunited(family, with: father))
    #expect(life.item(father).isolation?.clear == false)
    #expect(life.refusal(.state(.isolationEnded(CaseOnly(father)))) == .isolation)
    let part = try life.split(father, [people[0]], .medical)
    #expect(life.item(part).isolation != nil)
    // Both isolated, both clear: clear, and the isolation that began first is the one that counts.
    try life.note(.retested(father, clear: true))
    try life.note(.retested(part, clear: true))
    try life.note(.reunited(part, with: father))
    #expect(life.item(father).isolation?.clear == true)
    try life.note(.isolationEnded(CaseOnly(father)))
  }

  @Test("nobody departs to a receiver who did not accept them, or before it did")
  func bothEnds() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let casa = ReceiverOfCase(man, Code("casa"))
    let notAccepted = "Nobody accepted case 0001 there yet. A departure needs an acceptance."
    #expect(life.refuses(.releaseOffered(casa)) != nil)
    try life.decide(man, .positive)
    try life.plan(man, .release)
    for step in Guard.releaseNeeds { try life.note(.step(man, step)) }
    #expect(life.guards(.release, say: .caseReleased(casa))?.sentence == notAccepted)
    #expect(life.refuses(.releaseAccepted(casa)) == "Case 0001 was not offered to casa. Offer it there first.")
    let unknown = ReceiverOfCase(man, Code("cass"))
    #expect(life.refuses(.releaseAccepted(unknown)) == "This center knows no receiver cass.")
    life.pass(.hours(1))
    try life.note(.releaseOffered(casa))
    #expect(life.refuses(.caseReleased(casa)) == notAccepted)
    #expect(
      life.refuses(.releaseAccepted(casa), at: life.now - .minutes(1))
        == "Nobody had asked for case 0001 at that time. An answer comes after its question.")
    life.pass(.hours(1))
    try life.note(.releaseAccepted(casa))
    #expect(
      life.refuses(.caseReleased(casa), at: life.now - .minutes(30))
        == "Case 0001 was not accepted at that time. Enter a time after its acceptance.")
    let sister = ReceiverOfCase(man, Code("sister"))
    #expect(life.guards(.release, say: .caseReleased(sister))?.sentence == notAccepted)
    #expect(life.refuses(.releaseOffered(sister)) != nil)
    try life.note(.releaseRefused(casa))
    #expect(life.guards(.release, say: .caseReleased(casa))?.sentence == notAccepted)
    try life.note(.releaseOffered(casa))
    try life.note(.releaseAccepted(casa))
    try life.note(.caseReleased(casa))
    #expect(life.refuses(.releaseArrived(CaseOnly(man)), at: life.now - .hours(1)) != nil)
    try life.note(.releaseArrived(CaseOnly(man)))
    #expect(life.refuses(.releaseArrived(CaseOnly(man))) != nil)
  }

  @Test("a release lacks nothing that the checklist blocks on", arguments: Guard.releaseNeeds)
  func checklist(_ missing: ReleaseStep) throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.decide(man, .positive)
    try life.plan(man, .release)
    let casa = ReceiverOfCase(man, Code("casa"))
    try life.note(.releaseOffered(casa))
    try life.note(.releaseAccepted(casa))
    for step in ReleaseStep.allCases where step != missing { try life.note(.step(man, step)) }
    let refused = life.refuses(.caseReleased(casa)) ?? ""
    #expect(refused.hasPrefix("The release of case 0001 lacks: "))
    life.pass(.hours(1))
    try life.note(.step(man, missing))
    #expect(life.refusal(.state(.caseReleased(casa)), at: life.now - .minutes(30)) == .time)
    try life.note(.caseReleased(casa))
  }

  @Test("an acceptance of fewer people is not one of all: who joins is offered anew, and a transfer is asked anew")
  func mergedAcceptance() throws {
    var life = Live()
    let family = try life.family()
    try life.decide(family, .positive)
    let father = try life.split(family, [life.members(family)[1]], .court)
    try life.plan(family, .release)
    let casa = ReceiverOfCase(family, Code("casa"))
    for step in Guard.releaseNeeds { try life.note(.step(family, step)) }
    try life.note(.releaseOffered(casa))
    try life.note(.releaseAccepted(casa))
    try life.note(.transferAsked(TransferOfCase(family, .custody)))
    try life.note(.transferAccepted(TransferOfCase(family, .custody)))
    try life.note(.reunited(father, with: family))
    #expect(life.refusal(.state(.caseReleased(casa))) != nil)
    #expect(life.refusal(.state(.caseTransferred(TransferOfCase(family, .custody)))) == .release)
  }

  @Test("a transfer is asked for, accepted and done, in that order on the clock")
  func transferOrder() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let custody = TransferOfCase(man, .custody)
    #expect(life.refusal(.state(.caseTransferred(custody))) == .release)
    #expect(life.refusal(.state(.transferAccepted(custody))) == .order)
    life.pass(.hours(2))
    try life.note(.transferAsked(custody))
    #expect(life.refusal(.state(.transferAccepted(custody)), at: life.now - .hours(1)) == .time)
    life.pass(.hours(2))
    try life.note(.transferAccepted(custody))
    #expect(life.refuses(.transferAsked(custody)) != nil)
    #expect(life.refusal(.state(.caseTransferred(custody)), at: life.now - .hours(1)) == .time)
    try life.note(.caseTransferred(custody))
  }
}
