import CaseFlow
import Testing

@Suite("Nobody is taken off the roll by an entry that cannot be true, or along with others")
struct GuardTestsExits {
  @Test("a family with children does not run away or die as one: who did is separated first, by two people")
  func family() throws {
    var life = Live()
    let family = try life.family()
    let sentence =
      "Case 0001 has 4 people, children among them. Two people separate first who left or died (split), then that case "
      + "departs."
    for reason in [DepartureReason.died, .leftUnannounced] {
      #expect(life.refuses(.departed(family, reason)) == sentence)
      #expect(life.verdict(.departed(family, reason), by: Code("sup1"))?.rule == .partOfFamily)
    }
    let father = try life.split(family, [life.members(family)[1]], .safety)
    try life.note(.departed(father, .leftUnannounced))
    #expect(life.item(family).members.count == 3 && life.item(family).isOnRoll)
    // Two adults who came alone are no family with children; a child alone may have run away.
    let couple = try life.come(.adult(.female, 40), .adult(.male, 44, tie: .relative))
    for id in couple { try life.note(.departed(id, .leftUnannounced)) }
    let child = try life.come(.child(15))[0]
    try life.note(.orrNotified(CaseOnly(child)))
    try life.note(.departed(child, .leftUnannounced))
    // Who withdraws does so as a whole.
    try life.note(.departed(family, .withdrew))
    #expect(life.center.counts.onRoll == 0)
  }

  @Test("a withdrawal takes two people, and ends with the negative: from then on the way out is a return")
  func withdrawal() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    for second in [nil, Code.none, Code("op1")] {
      #expect(
        life.refuses(.departed(man, .withdrew, second: second))
          == "Two people say that case 0001 withdraws by its own wish. Add the other: second=NAME.")
    }
    var undecided = life
    try undecided.note(.departed(man, .withdrew, second: Code("lead")))
    #expect(undecided.item(man).exit == .departed)
    // What was recorded when one person was enough is read as it was.
    #expect(life.verdict(.departed(man, .withdrew, second: nil)) == nil)

    try life.decide(man, .negative)
    var pending = life
    try pending.note(.departed(man, .withdrew))
    try life.note(.reviewRequested(CaseOnly(man)))
    try life.note(.reviewed(man, .upheld), by: Code("ij1"))
    #expect(
      life.refuses(.departed(man, .withdrew))
        == "The negative of case 0001 is final: nothing is left to withdraw. Who wants to go is returned, with every "
        + "step; who has gone left unannounced.")
    // A fact stays a fact, and nobody is recorded to have confirmed it.
    var gone = life
    let events = try gone.run(.state(.departed(man, .leftUnannounced, second: Code("lead"))))
    guard case .caseDeparted(let fact) = events.first else { return #expect(Bool(false), "\(events)") }
    #expect(fact.second == nil)
    try life.note(.departed(man, .leftUnannounced))
    #expect(life.item(man).exit == .departed)
  }

  @Test("nobody left before the last thing that is told of them here")
  func seenLater() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    try life.readyForRelease(man)
    let hourAgo = life.now
    let casa = ReceiverOfCase(man, Event.casa)
    let later: [(String, [Event])] = [
      ("a finding", [.found(person, .erReferral)]),
      ("a judgment", [.judged(person, fit: true, for: .travel)]),
      ("a check", [.checked(person, .temperature)]),
      ("a meal", [.care(.meal, [person])]),
      ("a place", [.placed(man, Code("men")), .placed(man, Code("women"), override: Code("sup1"))]),
      ("a hospital", [.went([person], to: .hospital), .peopleCameBack(PeopleOnly([person]))]),
    ]
    for (what, events) in later {
      var other = life
      other.pass(.hours(1))
      for event in events { try other.note(event) }
      let sentence = "Person 0001 was still here after that time: an entry says so. Enter a later time."
      #expect(other.refuses(.caseReleased(casa), at: hourAgo) == sentence, "\(what)")
      #expect(other.refuses(.departed(man, .leftUnannounced), at: hourAgo) == sentence, "\(what)")
      try other.note(.caseReleased(casa))
    }
    life.pass(.hours(1))
    try life.note(.caseReleased(casa), at: hourAgo)
    #expect(life.item(man).exitedAt == hourAgo)
  }

  @Test("nobody left before the last thing that was done for their case here")
  func toldLater() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let hourAgo = life.now
    life.pass(.hours(1))
    for event in [Event.counselRequested(CaseOnly(man)), .referralAsked(ReferralOfCase(man, .legalServices))] {
      var other = life
      try other.note(event)
      let sentence = "Something of case 0001 was done here after that time: an entry says so. Enter a later time."
      #expect(other.refuses(.departed(man, .leftUnannounced), at: hourAgo) == sentence, "\(event.type)")
      try other.note(.departed(man, .leftUnannounced))
    }
    try life.note(.departed(man, .leftUnannounced), at: hourAgo)
  }

  @Test("whoever is not fit to travel now does not leave or board at an earlier time")
  func unfit() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.readyForRelease(man)
    try life.note(.announced(1, seats: 6, leaves: life.now + .hours(3)))
    let before = life.now
    life.pass(.hours(1))
    try life.note(.judged(life.members(man)[0], fit: false, for: .travel))
    for at in [before, life.now] {
      #expect(life.refusal(.state(.boarded(man)), at: at) != nil)
      #expect(life.guards(.fitness, say: .caseReleased(ReceiverOfCase(man, Event.casa)), at: at) != nil)
    }
    try life.note(.judged(life.members(man)[0], fit: true, for: .travel))
    try life.note(.boarded(man))
  }

  @Test("lice and scabies are treated before anyone boards, is released, returned or transferred, but to a hospital")
  func treated() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    try life.readyForRelease(man)
    try life.note(.announced(1, seats: 6, leaves: life.now + .hours(3)))
    try life.note(.found(person, .lice))
    let sentence = "Person 0001 is to be treated before they travel beside others: record it with treat."
    #expect(life.refuses(.boarded(man)) == sentence)
    #expect(life.refuses(.caseReleased(ReceiverOfCase(man, Event.casa))) == sentence)
    #expect(life.guards(.treatment, say: .returned(man))?.sentence == sentence)
    for place in [Destination.otherCenter, .custody] {
      #expect(life.guards(.treatment, say: .caseTransferred(TransferOfCase(man, place)))?.sentence == sentence)
    }
    #expect(life.guards(.treatment, say: .caseTransferred(TransferOfCase(man, .hospital))) == nil)
    try life.note(.treated(person, .lice))
    // What they were treated with goes along.
    try life.note(.step(man, ReleaseStep.medicines))
    try life.note(.boarded(man))
  }

  @Test("a child is returned from its own lane only: received, screened by health, and with ORR notified")
  func childReturn() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    try life.note(.screened(child))
    try life.finishReturnSteps(child)
    #expect(life.refuses(.returned(child)) == "Case 0001 is not ready to leave: it is waiting, reception.")
    try life.screen(child)
    #expect(life.refuses(.returned(child))?.hasPrefix("Notify ORR of case 0001 before it leaves the roll.") == true)
    try life.note(.orrNotified(CaseOnly(child)))
    try life.note(.returned(child))
  }

  @Test("a bus that has left has released everyone on its manifest before anything else is recorded, on every path")
  func leftWithItsPeople() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.readyForRelease(man)
    try life.note(.announced(1, seats: 6, leaves: life.now + .hours(1)))
    try life.note(.boarded(man))
    #expect(life.refusal(.stateAll([.left(1, 1), .interpreters(Code("mam"), 3)])) == .release)
    // A recording that was written by hand: the departure without its releases.
    var forged = life.center
    func record(_ event: Event) -> Record {
      Record(seq: forged.seq + 1, at: life.now, recorded: life.now, by: Code("op1"), event: event)
    }
    forged.apply(record(.left(1, 1)))
    #expect(
      forged.objection(to: record(.interpreters(Code("mam"), 3)))?.sentence
        == "Case 0001 is on the departure that has left. Its release is recorded with it, first.")
    #expect(forged.objection(to: record(.caseReleased(ReceiverOfCase(man, Event.casa)))) == nil)
    try life.note(.left(1, 1))
    try life.note(.interpreters(Code("mam"), 3))
    #expect(life.item(man).exit == .released)
    _ = try life.replayed()
  }

  @Test("a determination rests on what its outcome allows")
  func basis() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.interview(man)
    var made = DeterminationMade()
    made.caseID = man
    made.reviewer = Code("sup1")
    for (outcome, bases) in [
      (Outcome.positive, [Basis.credibleFear]), (.negative, [.noCredibleFear]), (.closed, [.withdrawn, .dissolved]),
    ] {
      made.outcome = outcome
      for basis in Basis.allCases {
        made.basis = basis
        #expect((life.verdict(.determinationMade(made)) == nil) == bases.contains(basis), "\(outcome) on \(basis)")
      }
    }
    let child = try life.come(.child(15))[0]
    var found = ChildDetermined()
    found.caseID = child
    found.basis = .noCredibleFear
    #expect(
      life.refuses(.childDetermined(found))
        == "The determination of case 0002 does not rest on that. It rests on documents or ageStatement or agencyFinding."
    )
  }
}
