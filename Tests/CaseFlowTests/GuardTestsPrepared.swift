import CaseFlow
import Testing

@Suite("Nobody left before what it needs to leave was done")
struct GuardTestsPrepared {
  private let sentence = "What case 0001 needs to leave was still done after that time. Enter a later time."

  /// Everything is ready but one act, which is done an hour later; the exit is entered as if it lay before.
  private func backdated(
    _ ready: Live, _ act: (inout Live) throws -> Void, _ exit: Event, _ name: String
  ) throws {
    var life = ready
    let before = life.now
    life.pass(.hours(1))
    try act(&life)
    #expect(life.refuses(exit, at: before) == sentence, "\(name)")
    #expect(life.verdict(exit, at: before, by: Code("sup2"))?.rule == .time, "\(name): whoever enters it")
    try life.note(exit)
  }

  @Test("a release entered late lies after each line of its checklist, though they were ticked at the desk")
  func release() throws {
    var ready = Live()
    let man = try ready.come(.adult())[0]
    try ready.decide(man, .positive)
    try ready.seat(man, at: .caseManagement)
    for step in Guard.releaseNeeds.dropLast() { try ready.note(.step(man, step)) }
    let last = try #require(Guard.releaseNeeds.last)
    let casa = ReceiverOfCase(man, Event.casa)
    try backdated(
      ready,
      { life in
        // At the desk, while it is served: its completion, the offer and the acceptance are entered as of an hour ago.
        let before = life.now - .hours(1)
        try life.note(.planned(man, .release), at: before)
        try life.note(.step(man, last))
        try life.run(.complete(man), at: before)
        try life.note(.releaseOffered(casa), at: before)
        try life.note(.releaseAccepted(casa), at: before)
      }, .caseReleased(casa), "a line of the checklist")
    try backdated(
      ready,
      { life in
        let before = life.now - .hours(1)
        try life.note(.step(man, last), at: before)
        try life.note(.planned(man, .release))
        try life.run(.complete(man), at: before)
        try life.note(.releaseOffered(casa), at: before)
        try life.note(.releaseAccepted(casa), at: before)
      }, .caseReleased(casa), "the plan")
  }

  @Test("a bus did not leave before the last of its people boarded")
  func bus() throws {
    var ready = Live()
    let man = try ready.come(.adult())[0]
    try ready.readyForRelease(man)
    try ready.note(.announced(1, seats: 6, leaves: ready.now + .hours(2)))
    try backdated(ready, { try $0.note(.boarded(man)) }, .left(1, 1), "boarding")
  }

  @Test(
    "a hand-over entered late lies after each step of the return, the consulate's answer, and a child's own",
    arguments: [false, true])
  func handOver(ofChild isChild: Bool) throws {
    var ready = Live()
    let id = try ready.come(isChild ? .child(15) : .adult(), from: Code("MEX"))[0]
    if isChild {
      // The steps are prepared while the child is at the health desk: they move nothing.
      try ready.serve(id, at: .reception)
      try ready.seat(id, at: .health)
      try ready.check(id)
      try ready.note(.screened(id))
      try ready.writeBasis(id)
    } else {
      try ready.planReturn(id)
    }
    try ready.note(.consulateAsked(CaseOnly(id)))
    var acts: [(String, Event)] = ReturnStep.needed(for: ready.item(id)).map { ("\($0)", .step(id, $0)) }
    acts.append(("answer", .consulateAnswered(id)))
    if isChild { acts.append(("ORR", .orrNotified(CaseOnly(id)))) }
    for (name, last) in acts {
      var life = ready
      for (other, act) in acts where other != name { try life.note(act) }
      let before = life.now
      life.pass(.hours(1))
      try life.note(last)
      if isChild { try life.run(.complete(id), at: before) }
      let refused = life.refuses(.returned(id), at: before)
      // Of what has a time of its own, the guard of its own speaks first.
      #expect(name == "answer" || name == "ORR" ? refused != nil : refused == sentence, "\(name): \(refused ?? "done")")
      try life.note(.returned(id))
    }
    guard isChild else { return }
    // What the return rests on is written anew: it had not been handed over then.
    for (_, act) in acts { try ready.note(act) }
    try ready.run(.complete(id))
    try backdated(ready, { try $0.writeBasis(id) }, .returned(id), "basis")
  }

  @Test("a transfer lies after its preparation, but to a hospital: an ambulance does not wait for an entry")
  func transfer() throws {
    var ready = Live()
    let man = try ready.come(.adult())[0]
    try ready.note(.transferAsked(TransferOfCase(man, .custody)))
    try ready.note(.transferAccepted(TransferOfCase(man, .custody)))
    try backdated(
      ready, { try $0.note(.step(man, ReleaseStep.address)) }, .caseTransferred(TransferOfCase(man, .custody)),
      "custody")
    try ready.note(.transferAsked(TransferOfCase(man, .hospital)))
    try ready.note(.transferAccepted(TransferOfCase(man, .hospital)))
    let before = ready.now
    ready.pass(.hours(1))
    try ready.note(.step(man, ReleaseStep.address))
    try ready.note(.caseTransferred(TransferOfCase(man, .hospital)), at: before)
    // Nor does a death, or somebody who ran away: what was prepared meanwhile does not bring them back.
    var gone = Live()
    let child = try gone.come(.child(15))[0]
    let ran = gone.now
    gone.pass(.hours(1))
    try gone.note(.orrNotified(CaseOnly(child)))
    try gone.note(.departed(child, .leftUnannounced), at: ran)
  }

  @Test("a part of a family did not leave before it was parted, nor the whole before it was together")
  func family() throws {
    var life = Live()
    let family = try life.family()
    try life.decide(family, .positive)
    try life.plan(family, .release)
    for step in Guard.releaseNeeds { try life.note(.step(family, step)) }
    let before = life.now
    life.pass(.hours(1))
    let father = try life.split(family, [life.members(family)[1]], .safety)
    let casa = ReceiverOfCase(father, Event.casa)
    try life.note(.releaseOffered(casa), at: before)
    try life.note(.releaseAccepted(casa), at: before)
    #expect(life.item(father).preparedAt == life.now && life.item(family).preparedAt == life.now)
    #expect(life.refusal(.state(.caseReleased(casa)), at: before) == .time)
    try life.note(.caseReleased(casa))
  }

  @Test("what is taken back does not hold an exit up")
  func undone() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.readyForRelease(man)
    let before = life.now
    life.pass(.minutes(10))
    try life.note(.step(man, ReleaseStep.transport))
    let casa = ReceiverOfCase(man, Event.casa)
    #expect(life.refuses(.caseReleased(casa), at: before) == sentence)
    try life.run(.undo)
    try life.note(.caseReleased(casa), at: before)
  }
}
