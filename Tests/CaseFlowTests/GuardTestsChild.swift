import CaseFlow
import Testing

@Suite("A child alone")
struct GuardTestsChild {
  let inInterview = "is a child alone: never in the interview queue. Go on in its own lane."
  let leaves = "is a child alone and leaves to ORR or a hospital, to no one else."

  @Test("goes from health screening to a lane of its own, and is never called to an interview")
  func lane() throws {
    var life = Live()
    let child = try life.come(.child(12))[0]
    try life.screen(child)
    #expect(life.item(child).step == .childrenAlone)
    let desk = try life.open(.interview)
    #expect(life.refusal(.callNext(desk)) == .order)
    try life.note(.oriented(child))
    try life.note(.waived(child))
    #expect(life.verdict(.called(child, desk)) != nil)
    #expect(life.verdict(.serviceStarted(CaseAtDesk(child, desk))) != nil)
    #expect(life.verdict(.determined(child, .positive)) != nil)
    // The guard itself, where the order of the flow would let it through.
    #expect(life.guards(.childAlone, say: .called(child, desk))?.sentence == "Case 0001 \(inInterview)")
    for event in [Event.serviceStarted(CaseAtDesk(child, desk)), .determined(child, .negative)] {
      #expect(life.guards(.childAlone, say: event)?.sentence == "Case 0001 \(inInterview)")
    }
  }

  @Test("is never called to an interview, not even after a correction made in the queue")
  func correctedInQueue() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 19))[0]
    try life.screen(man)
    try life.note(.oriented(man))
    try life.note(.waived(man))
    #expect(life.item(man).step == .interview)
    try life.run(.correct(.age(life.members(man)[0], 16)))
    #expect(life.item(man).step == .childrenAlone)
    #expect(!life.center.queue(of: .interview).contains(man))
    let desk = try life.open(.interview)
    #expect(life.refusal(.callNext(desk)) == .order)
  }

  @Test("called as an adult must be held before the age is corrected, and then leaves the queue")
  func correctedAtDesk() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 19))[0]
    try life.interview(man)
    let corrected = Command.correct(.age(life.members(man)[0], 16))
    #expect(life.refuses(corrected) == "Desk interview-1 has case 0001. Complete or hold it first.")
    try life.note(.caseHeld(CaseHeld(man, .documents)))
    try life.run(corrected)
    #expect(life.item(man).step == .childrenAlone)
    #expect(life.refusal(.state(.caseResumed(CaseOnly(man)))) == .order)
  }

  @Test("left alone by a split leaves the queue, and a sibling split off stays a child alone")
  func splitInQueue() throws {
    var life = Live()
    let family = try life.family()
    try life.screen(family)
    let people = life.members(family)
    let children = try life.split(family, Array(people[2...]), .safety)
    #expect(life.item(children).kind == .unaccompaniedChild && life.item(children).step == .childrenAlone)
    let sibling = try life.split(children, [people[3]], .safety)
    #expect(life.item(sibling).kind == .unaccompaniedChild && life.item(sibling).step == .childrenAlone)
    #expect(life.center.queue(of: .interview) == [family])
  }

  @Test("is not released, not even on an acceptance made while it was taken for an adult")
  func release() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 19))[0]
    try life.readyForRelease(man)
    try life.run(.correct(.age(life.members(man)[0], 17)))
    let casa = ReceiverOfCase(man, Code("casa"))
    #expect(life.item(man).release == ReleasePath() && life.item(man).plan == nil)
    for event in [Event.caseReleased(casa), .releaseOffered(casa), .releaseAccepted(casa)] {
      #expect(life.refusal(.state(event)) != nil)
      #expect(life.guards(.childAlone, say: event)?.sentence == "Case 0001 \(leaves)")
    }
    #expect(life.item(man).isOnRoll)
  }

  @Test(
    "is not transferred to custody or another center, even where the adult it was taken for was accepted",
    arguments: [Destination.custody, .otherCenter])
  func transfer(to place: Destination) throws {
    var life = Live()
    let child = try life.come(.child(15))[0]
    #expect(life.refuses(.transferAsked(TransferOfCase(child, place))) == "Case 0001 \(leaves)")
    let man = try life.come(.adult(.male, 19))[0]
    try life.note(.transferAsked(TransferOfCase(man, place)))
    try life.note(.transferAccepted(TransferOfCase(man, place)))
    try life.run(.correct(.age(life.members(man)[0], 17)))
    #expect(life.refusal(.state(.caseTransferred(TransferOfCase(man, place)))) != nil)
    #expect(life.item(man).isOnRoll)
    // The lawful way is open at once: what was accepted before does not stand in its way.
    try life.note(.childFound(man))
    try life.note(.orrNotified(CaseOnly(man)))
    try life.transfer(man, to: .orr)
    #expect(life.item(man).exit == .transferred)
  }

  @Test("leaves to ORR only when determined unaccompanied and notified, whatever the time entered")
  func orr() throws {
    var life = Live()
    let child = try life.come(.child(15))[0]
    let sentence = "Determine first that case 0001 is unaccompanied, and notify ORR."
    let orr = TransferOfCase(child, .orr)
    try life.note(.transferAsked(orr))
    try life.note(.transferAccepted(orr))
    #expect(life.refuses(.caseTransferred(orr)) == sentence)
    life.pass(.hours(2))
    try life.note(.childFound(child))
    #expect(life.refuses(.caseTransferred(orr)) == sentence)
    life.pass(.hours(1))
    try life.note(.orrNotified(CaseOnly(child)))
    // Entered late, it would lie before the determination and the notice.
    #expect(life.refuses(.caseTransferred(orr), at: life.now - .hours(2)) == sentence)
    #expect(life.refuses(.caseTransferred(orr), at: life.now - .minutes(30)) == sentence)
    try life.note(.caseTransferred(orr))
    #expect(life.item(child).exit == .transferred)
    #expect(life.refuses(.transferArrived(CaseOnly(child)), at: life.now - .hours(1)) != nil)
    try life.note(.transferArrived(CaseOnly(child)))
  }

  @Test("is taken to a hospital at once, and leaves the roll for one only when ORR knows")
  func hospital() throws {
    var life = Live()
    let child = try life.come(.child(15))[0]
    try life.note(.went(life.members(child), to: .hospital))
    let hospital = TransferOfCase(child, .hospital)
    try life.note(.transferAsked(hospital))
    try life.note(.transferAccepted(hospital))
    #expect(
      life.refuses(.caseTransferred(hospital))
        == "Notify ORR of case 0001 before it leaves the roll. Whoever goes to a hospital at once is away.")
    life.pass(.hours(1))
    try life.note(.orrNotified(CaseOnly(child)))
    #expect(life.refusal(.state(.caseTransferred(hospital)), at: life.now - .minutes(1)) == .childAlone)
    try life.note(.caseTransferred(hospital))
    #expect(life.item(child).exit == .transferred)
  }

  @Test("does not withdraw its claim alone; that it ran away or died is recorded, once ORR knows of it")
  func departure() throws {
    var life = Live()
    let child = try life.come(.child(15))[0]
    #expect(life.refuses(.departed(child, .withdrew)) == "Case 0001 \(leaves)")
    let ran = life.now
    life.pass(.minutes(30))
    for reason in [DepartureReason.leftUnannounced, .died] {
      #expect(
        life.refuses(.departed(child, reason), at: ran)
          == "Notify ORR of case 0001 before it leaves the roll. Whoever goes to a hospital at once is away.")
    }
    try life.note(.orrNotified(CaseOnly(child)))
    try life.note(.departed(child, .leftUnannounced), at: ran)
    #expect(life.item(child).exit == .departed)
  }

  @Test("adults are not sent to ORR, not even on an acceptance made while they were taken for a child")
  func adultToORR() throws {
    var life = Live()
    let child = try life.come(.child(17))[0]
    try life.note(.childFound(child))
    try life.note(.orrNotified(CaseOnly(child)))
    try life.note(.transferAsked(TransferOfCase(child, .orr)))
    try life.note(.transferAccepted(TransferOfCase(child, .orr)))
    try life.run(.correct(.age(life.members(child)[0], 18, second: Code("sup1"))))
    #expect(life.refusal(.state(.caseTransferred(TransferOfCase(child, .orr)))) != nil)
    #expect(life.refuses(.transferAsked(TransferOfCase(child, .orr))) == "Case 0001 is not a child alone.")
    try life.transfer(child, to: .custody)
  }

  @Test("keeps its protection until a second person confirms that it is an adult")
  func protection() throws {
    var life = Live()
    let child = try life.come(.child(17))[0]
    let person = life.members(child)[0]
    let sentence = "This would end the protection of case 0001 as a child. A second person must confirm it."
    #expect(life.refuses(.correct(.age(person, 18))) == sentence)
    #expect(life.refuses(.correct(.age(person, 18, second: Code("op1")))) == sentence)
    #expect(life.refuses(.correct(.age(person, 18, second: Code.none))) == sentence)
    var band = FactCorrected()
    band.person = person
    band.band = .adult
    #expect(life.refuses(.correct(band)) == sentence)
    band.kind = .singleAdult
    #expect(life.verdict(.factCorrected(band))?.sentence == sentence)
    // A record that says adult but names no kind, or a kind without a reason, is no way round.
    band.kind = nil
    #expect(life.verdict(.factCorrected(band)) != nil)
    #expect(life.item(child).isChildAlone)
    try life.run(.correct(.age(person, 18, second: Code("sup1"))))
    #expect(life.item(child).kind == .singleAdult)
  }

  @Test("becomes an adult's case only by a tie that two people state, to an adult, before the interview is decided")
  func tie() throws {
    var life = Live()
    let child = try life.come(.child(7))[0]
    let other = try life.come(.child(16))[0]
    let mother = try life.come(.adult(.female, 30))[0]
    let (kid, teen, woman) = (life.members(child)[0], life.members(other)[0], life.members(mother)[0])
    #expect(
      life.refuses(.tied(kid, to: woman, second: Code("op1")))
        == "This needs a second person. Someone else must confirm it.")
    #expect(
      life.refuses(.tied(kid, to: teen))
        == "Person 0001 cannot be tied this way: a child is tied to an adult on the roll.")
    #expect(life.refuses(.tied(woman, to: teen)) != nil)
    try life.decide(mother, .negative)
    #expect(
      life.refuses(.tied(kid, to: woman))
        == "Case 0003 is past its interview: a child who joins it must be heard first.")
    #expect(life.item(child).isChildAlone)
  }
}
