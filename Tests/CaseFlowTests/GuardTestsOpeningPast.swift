import CaseFlow
import Testing

// What the guards ask of whoever leaves, an opening that tells of people who left is asked too.
extension GuardTestsOpening {
  @Test("a child who may be returned is of Mexico or Canada, known to be 14, and has claimed nothing")
  func mayReturn() throws {
    let screened = try life({ life, id in try life.note(.screened(id)) }, .child(15), from: Code("CAN"))
    let notScreened = "Case 0001 is a child alone. No return without the screening that allows it."
    for nationality in [Code("GTM"), nil] {
      #expect(refusesCase(screened) { $0.nationality = nationality } == notScreened)
    }
    #expect(refusesCase(screened) { $0.nationality = Code("MEX") } == nil)
    let tooYoung = "A child under 14 is presumed unable to decide: case 0001 is not returned."
    for age in [Years(13), nil] { #expect(refuses(screened) { $0.people[0].age = age } == tooYoung) }
    #expect(refuses(screened) { $0.people[0].age = Years(14) } == nil)
    let unclaimed = "The opening state is not sound: case 0001 was heard as another and has claimed nothing."
    for hear in [{ $0.visits.interview.startedAt = $0.changedAt }, { $0.returnStopped = .fear }]
      as [(inout Case) -> Void]
    {
      #expect(refusesCase(screened, hear) == unclaimed)
      #expect(
        refusesCase(screened) {
          hear(&$0)
          $0.child.forgetWhatWasAllowed()
          $0.child.hasClaimed = true
        } == nil)
    }
    // Whoever was heard and found to be a child carries that over.
    let heard = try life { life, id in
      try life.interview(id)
      try life.note(.caseHeld(CaseHeld(id, .rest)))
      try life.run(.correct(.age(life.members(id)[0], 16)))
    }
    #expect(refusesCase(heard) { $0.child.hasClaimed = false } == unclaimed)
  }

  @Test("nobody was released without the checklist, medicines with it where somebody needs any")
  func released() throws {
    let released = try life { life, id in
      try life.readyForRelease(id)
      try life.note(.caseReleased(ReceiverOfCase(id, Event.casa)))
    }
    for step in Guard.releaseNeeds {
      let sentence = refusesCase(released) { $0.release.steps.removeAll { $0 == step } }
      #expect(sentence?.hasPrefix("The release of case 0001 lacks: ") == true, "\(step)")
    }
    let medicine = refuses(released) {
      $0.people[0].needs = NeedSet(asked: true, [Need(code: "SM-CC")].compactMap(\.self))
    }
    #expect(medicine == "The release of case 0001 lacks: medicines.")
  }

  @Test("nobody was returned without each step, the consulate's answer, and for a child ORR's knowledge")
  func returned() throws {
    for isChild in [false, true] {
      let returned = try life(
        { life, id in
          if isChild {
            try life.takeIn(id)
            try life.note(.screened(id))
          } else {
            try life.planReturn(id)
          }
          try life.finishReturnSteps(id)
          try life.note(.returned(id))
        }, isChild ? .child(15) : .adult(), from: Code("MEX"))
      for step in ReturnStep.allCases where isChild || step != .guardian {
        let sentence = refusesCase(returned) {
          $0.returnSteps.removeAll { $0 == step }
          if step == .travelDocument { $0.travelDocumentAt = nil }
        }
        #expect(sentence?.hasPrefix("The return of case 0001 lacks a step: ") == true, "\(step)")
      }
      #expect(refusesCase(returned) { $0.consulateAnswer = nil } != nil)
      #expect((refusesCase(returned) { $0.consulateAnswer?.hasProtocol = false } == nil) == !isChild)
      #expect((refusesCase(returned) { $0.child.orrNotifiedAt = nil } == nil) == !isChild)
    }
  }

  @Test("a child went to ORR determined and announced, to a hospital announced")
  func transferredChild() throws {
    for place in [Destination.orr, .hospital] {
      let moved = try life(
        { life, id in
          try life.note(.childFound(id))
          try life.note(.orrNotified(CaseOnly(id)))
          try life.transfer(id, to: place)
        }, .child(12))
      #expect(refusesCase(moved) { $0.child.orrNotifiedAt = nil } != nil)
      #expect((refusesCase(moved) { $0.child.determinedAt = nil } == nil) == (place == .hospital))
    }
  }

  @Test("nobody was prepared to leave at no time, after leaving, or before the last step that is told")
  func prepared() throws {
    let released = try life { life, id in
      try life.readyForRelease(id)
      life.pass(.hours(1))
      try life.note(.caseReleased(ReceiverOfCase(id, Event.casa)))
    }
    let late = "The opening state is not sound: case 0001 was prepared to leave after it left, or before its last step."
    #expect(refusesCase(released) { $0.preparedAt = nil }?.hasSuffix("was prepared to leave at no time.") == true)
    #expect(refusesCase(released) { $0.preparedAt = $0.exitedAt.map { $0 + .minutes(1) } } == late)
    #expect(refusesCase(released) { $0.preparedAt = $0.release.acceptedAt.map { $0 - .minutes(1) } } == late)
  }
}

extension ChildPath {
  /// A child who claims is not one who may be returned.
  fileprivate mutating func forgetWhatWasAllowed() {
    mayReturn = false
    screener = .none
    secondScreener = .none
  }
}
