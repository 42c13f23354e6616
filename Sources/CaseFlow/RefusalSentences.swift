// Every sentence with which the engine refuses. They stand together so that they can be read, and translated,
// together. Each says what is wrong and what to do.

extension Refusal {
  // MARK: Who and what
  static func noCase(_ id: CaseID) -> Refusal {
    Refusal(.unknown, "There is no case \(id.label) on the roll. Find it with /.")
  }
  static func noPerson(_ id: PersonID) -> Refusal {
    Refusal(.unknown, "There is no person \(id.label) on the roll. Find them with /.")
  }
  static func noDesk(_ id: DeskID) -> Refusal { Refusal(.unknown, "This center has no desk \(id.shown).") }
  static func noArea(_ code: Code) -> Refusal { Refusal(.unknown, "This center has no area \(code.text).") }
  static func noReceiver(_ code: Code) -> Refusal { Refusal(.unknown, "This center knows no receiver \(code.text).") }
  static func gone(_ item: Case) -> Refusal {
    Refusal(
      .order, "Case \(item.id.label) has left (\(item.exit.map(word) ?? "gone")). Nothing more can be done with it.")
  }
  static func personGone(_ id: PersonID) -> Refusal { Refusal(.order, "Person \(id.label) has left the roll.") }

  static let emptyPromise = Refusal(.entry, "Write what was promised, in words that name nobody.")
  static let tooManyPromises = Refusal(.entry, "So many promises are open that no more are kept here. Keep some first.")
  static func noPromise(_ id: PromiseID) -> Refusal { Refusal(.unknown, "There is no promise \(id.label).") }
  static func promiseIsKept(_ id: PromiseID) -> Refusal { Refusal(.order, "Promise \(id.label) is kept already.") }
  static let notHandedOver = Refusal(.order, "Nobody has handed over. The outgoing side signs the sheet first.")

  // MARK: Time
  static let notNow = Refusal(.time, "Nothing can be recorded before the last entry. Check this machine's clock.")
  static let future = Refusal(.time, "It cannot happen after it is recorded. Check the time entered.")
  static let tooEarly = Refusal(.time, "The time lies before 1900. Check the time entered.")
  static let tooLate = Refusal(.time, "The time lies after 9999. Check the time entered.")
  static func before(_ item: Case) -> Refusal {
    Refusal(.time, "Case \(item.id.label) was somewhere else at that time. Enter a time after its last step.")
  }
  static func beforeBus(_ id: BusID) -> Refusal {
    Refusal(.time, "The manifest of bus \(id.label) was opened later than that. Enter a later time.")
  }
  static func beforeArrival(_ item: Case) -> Refusal {
    Refusal(.time, "Case \(item.id.label) had not arrived at that time. Enter a later time, or correct its arrival.")
  }
  static func beforeAsked(_ item: Case) -> Refusal {
    Refusal(.time, "Nobody had asked for case \(item.id.label) at that time. An answer comes after its question.")
  }
  static func beforeAccepted(_ item: Case) -> Refusal {
    Refusal(.time, "Case \(item.id.label) was not accepted at that time. Enter a time after its acceptance.")
  }
  static func testTooEarly(_ item: Case) -> Refusal {
    Refusal(
      .isolation, "A test of case \(item.id.label) from before its isolation or its last test proves nothing now.")
  }
  static let bookInAfterArrival = Refusal(.time, "Book-in cannot lie after the arrival. Check both times.")

  // MARK: Entry
  static let nobody = Refusal(.entry, "A party has at least one person.")
  static let notAnnounced = Refusal(.unknown, "So many people were not announced for that time with that transport.")
  static let crowd = Refusal(.entry, "A party has at most \(Limit.partyPeople) people. Enter it in parts.")
  static func crowdedCase(_ id: CaseID) -> Refusal {
    Refusal(.entry, "Case \(id.label) would have more than \(Limit.casePeople) people.")
  }
  static func wrongNumber(_ what: String, _ expected: String) -> Refusal {
    Refusal(.entry, "Numbers are given in order: the next \(what) is \(expected).")
  }
  static func emptyCase(_ id: CaseID) -> Refusal { Refusal(.entry, "Case \(id.label) has no members.") }
  static func strayMember(_ id: PersonID) -> Refusal {
    Refusal(.entry, "Person \(id.label) belongs to no case of this party.")
  }
  static func wrongKind(_ id: CaseID, _ kind: CaseKind) -> Refusal {
    Refusal(.childAlone, "Case \(id.label) must be a \(Refusal.word(kind)): its members' ages and ties say so.")
  }
  static func wrongBand(_ id: PersonID) -> Refusal {
    Refusal(.entry, "Person \(id.label): the age and child or adult do not agree.")
  }
  static let impossiblePlaces = Refusal(.entry, "Places are counted from 0 to \(Limit.places).")
  static let impossibleInterpreters = Refusal(
    .entry, "Interpreters and lines are counted from 0 to \(Limit.interpreters).")
  static let emptyCorrection = Refusal(
    .entry, "A correction names whose it is and what is right, such as person=12 age=16 or case=8 nation=VEN.")
  static let notYetRecorded = Refusal(.entry, "There is no such entry to correct yet.")
  static func strangers(_ id: CaseID) -> Refusal {
    Refusal(.entry, "Case \(id.label): all people named must belong to it.")
  }
  static let openingNotFirst = Refusal(.order, "The people already there can only be stated first.")
  static let partyApart = Refusal(
    .entry, "People of one party arrived, and were booked in, at one time. Give the others another party.")
  static func brokenOpening(_ why: String) -> Refusal { Refusal(.entry, "The opening state is not sound: \(why).") }

  // MARK: Order of the flow
  static func notWaiting(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not waiting there: it is \(Refusal.place(item)).")
  }
  static func notEligible(_ item: Case) -> Refusal {
    Refusal(
      .consultation,
      "Case \(item.id.label) is in its consultation period. Wait for its end, or record that it was waived.")
  }
  static func notOriented(_ item: Case) -> Refusal {
    Refusal(.consultation, "Case \(item.id.label) has had no orientation yet. Record it first.")
  }
  static func counselOpen(_ item: Case) -> Refusal {
    Refusal(
      .consultation, "Case \(item.id.label) asked for counsel. Record that counsel was reached or declined first.")
  }
  static func notCalledHere(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) was not called to this desk: it is \(Refusal.place(item)).")
  }
  static func notInService(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not being served there: it is \(Refusal.place(item)).")
  }
  static func recalledOut(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) was recalled often enough. Put it on hold as a no-show: it keeps its turn.")
  }
  static func onHold(_ item: Case) -> Refusal { Refusal(.order, "Case \(item.id.label) is on hold already.") }
  static func notOnHold(_ item: Case) -> Refusal { Refusal(.order, "Case \(item.id.label) is not on hold.") }
  static func namedWithoutReason(_ item: Case) -> Refusal {
    Refusal(.order, "Calling case \(item.id.label) out of turn needs a recorded reason.")
  }
  static func noDetermination(_ item: Case) -> Refusal {
    Refusal(.order, "The interview of case \(item.id.label) ends with a determination. Record it with its reviewer.")
  }
  static func noPlan(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) has no plan yet: release, return or transfer. Record it first.")
  }
  static func decided(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) has a determination already. It changes by review only.")
  }
  static func basisDiffers(_ item: Case, _ bases: [Basis]) -> Refusal {
    let words = bases.map(\.rawValue).joined(separator: " or ")
    return Refusal(.entry, "The determination of case \(item.id.label) does not rest on that. It rests on \(words).")
  }
  static func noNegative(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) has no negative determination under review.")
  }
  static func reviewNotPending(_ item: Case) -> Refusal {
    Refusal(.order, "No review of case \(item.id.label) is pending.")
  }
  static func reviewOver(_ item: Case) -> Refusal {
    Refusal(.order, "The review window of case \(item.id.label) is closed or a review was already asked for.")
  }
  static func nobodyWaiting(_ stage: Stage) -> Refusal {
    Refusal(.order, "Nobody can be called to \(Refusal.word(stage)) now.")
  }
  static func done(_ item: Case) -> Refusal {
    Refusal(.order, "That was recorded for case \(item.id.label) already.")
  }
  static func notLeaving(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not ready to leave: it is \(Refusal.place(item)).")
  }
  static func notPlanned(_ item: Case, _ plan: Plan) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not planned for \(plan.rawValue). Case management decides that.")
  }
  static func notAChildAlone(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not a child alone.")
  }
  static func notArriving(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not on its way anywhere.")
  }
  static func wrongPresence(_ id: PersonID) -> Refusal {
    Refusal(.order, "Person \(id.label) is not where this entry says. Check who left and who came back.")
  }

  // MARK: Desks
  static func closed(_ desk: DeskID) -> Refusal { Refusal(.desk, "Desk \(desk.shown) is closed. Open it first.") }
  static func otherwiseUsed(_ desk: DeskID) -> Refusal {
    Refusal(.time, "Desk \(desk.shown) was closed or had another case at that time. Enter a later time.")
  }
  static func opened(_ desk: DeskID) -> Refusal { Refusal(.desk, "Desk \(desk.shown) is open already.") }
  static func busy(_ desk: DeskID, _ id: CaseID) -> Refusal {
    Refusal(.desk, "Desk \(desk.shown) has case \(id.label). Complete or hold it first.")
  }
  static func staffElsewhere(_ staff: Code, _ desk: DeskID) -> Refusal {
    Refusal(.desk, "\(staff.text) is at desk \(desk.shown). Nobody works at two desks.")
  }
  static func noInterpreter(_ item: Case) -> Refusal {
    Refusal(
      .desk,
      "No interpreter for \(item.language?.text ?? "an unknown language") is free for case \(item.id.label). "
        + "Hold it for an interpreter, or call another.")
  }

  // MARK: Guards
  static let samePerson = Refusal(.secondPerson, "This needs a second person. Someone else must confirm it.")
  static func undecided(_ item: Case) -> Refusal {
    Refusal(
      .returnBeforeFinal, "Nobody is returned while a claim is undecided: case \(item.id.label) has no final negative.")
  }
  static func reviewOpen(_ item: Case) -> Refusal {
    Refusal(.returnBeforeFinal, "The review of case \(item.id.label) is open. Nobody is returned before it ends.")
  }
  static func reviewWindow(_ item: Case, _ window: Span) -> Refusal {
    Refusal(
      .returnBeforeFinal,
      "The review window of case \(item.id.label) is open for \(window.milliseconds / 3_600_000) hours after the "
        + "negative, even where review was declined. Nobody is returned before it ends.")
  }
  static func stepMissing(_ item: Case, _ step: ReturnStep) -> Refusal {
    Refusal(.returnBeforeFinal, "The return of case \(item.id.label) lacks a step: \(Refusal.word(step)).")
  }
  static func consulateTooEarly(_ item: Case) -> Refusal {
    Refusal(.consulate, "No consulate hears of case \(item.id.label) before its negative is final.")
  }
  static func consulateNotAsked(_ item: Case) -> Refusal {
    Refusal(.consulate, "The consulate was not asked about case \(item.id.label) yet. Record that first.")
  }
  static func childInterview(_ item: Case) -> Refusal {
    Refusal(.childAlone, "Case \(item.id.label) is a child alone: never in the interview queue. Go on in its own lane.")
  }
  static func childLeaves(_ item: Case) -> Refusal {
    Refusal(.childAlone, "Case \(item.id.label) is a child alone and leaves to ORR or a hospital, to no one else.")
  }
  static func childReturn(_ item: Case) -> Refusal {
    Refusal(.childAlone, "Case \(item.id.label) is a child alone. No return without the screening that allows it.")
  }
  static func childClaimed(_ item: Case) -> Refusal {
    Refusal(
      .childAlone,
      "Case \(item.id.label) is a child alone whose claim to protection was heard. No screening returns it: ask ORR.")
  }
  static func notNotified(_ item: Case) -> Refusal {
    Refusal(
      .childAlone,
      "Notify ORR of case \(item.id.label) before it leaves the roll. Whoever goes to a hospital at once is away.")
  }
  static func childTooYoung(_ item: Case) -> Refusal {
    Refusal(.childAlone, "A child under 14 is presumed unable to decide: case \(item.id.label) is not returned.")
  }
  static func childWithAdults(_ item: Case, _ area: Area) -> Refusal {
    Refusal(
      .childAlone,
      "Case \(item.id.label) is a child alone and is never placed with unrelated adults (\(area.code.text)).")
  }
  static func adultWithChildren(_ item: Case, _ area: Area) -> Refusal {
    Refusal(.childAlone, "Case \(item.id.label) has adults. Area \(area.code.text) is for children alone only.")
  }
  static func notDetermined(_ item: Case) -> Refusal {
    Refusal(.childAlone, "Determine first that case \(item.id.label) is unaccompanied, and notify ORR.")
  }
  static func notAccepted(_ item: Case) -> Refusal {
    Refusal(.release, "Nobody accepted case \(item.id.label) there yet. A departure needs an acceptance.")
  }
  static func protectionLowered(_ item: Case) -> Refusal {
    Refusal(
      .childAlone, "This would end the protection of case \(item.id.label) as a child. A second person must confirm it."
    )
  }
  static func decidesSooner(_ item: Case) -> Refusal {
    Refusal(
      .childAlone,
      "This would open the way to a return of case \(item.id.label), a child alone. A second person must confirm it.")
  }
  static func wholeFamily(_ item: Case) -> Refusal {
    Refusal(.familySplit, "This would leave nobody in case \(item.id.label). Name some of its members, not all.")
  }
  static func notSeparated(_ item: Case) -> Refusal {
    Refusal(.familySplit, "Case \(item.id.label) was not separated from that case. Only a family is reunited.")
  }
  static func noTie(_ id: PersonID) -> Refusal {
    Refusal(.childAlone, "Person \(id.label) cannot be tied this way: a child is tied to an adult on the roll.")
  }
  static func tieTooLate(_ item: Case) -> Refusal {
    Refusal(.childAlone, "Case \(item.id.label) is past its interview: a child who joins it must be heard first.")
  }
  static func apart(_ item: Case) -> Refusal {
    Refusal(
      .partOfFamily, "Part of the family of case \(item.id.label) is elsewhere. Nobody goes on without the others.")
  }
  static func separatedFirst(_ item: Case) -> Refusal {
    Refusal(
      .partOfFamily,
      "Case \(item.id.label) has \(item.members.count) people, children among them. Two people separate first who left or "
        + "died (split), then that case departs.")
  }
  static func full(_ area: Area) -> Refusal {
    Refusal(.place, "Area \(area.code.text) is full. Another area, or a supervisor's override with a name.")
  }
  static func unsuitable(_ area: Area, _ item: Case) -> Refusal {
    Refusal(
      .place, "Area \(area.code.text) is not for case \(item.id.label). Another area, or a supervisor's override.")
  }
  static func noPlace(_ item: Case) -> Refusal {
    Refusal(.place, "No area has places for case \(item.id.label). It stays unplaced, on the overview.")
  }
  static func isolated(_ item: Case) -> Refusal {
    Refusal(.isolation, "Case \(item.id.label) is in isolation. It goes on when every member is clear.")
  }
  static func notIsolated(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not in isolation.")
  }
  static func notClear(_ item: Case) -> Refusal {
    Refusal(.isolation, "Case \(item.id.label) is not clear. Isolation ends after a test in which every member is.")
  }
  static func releaseLacks(_ item: Case, _ step: ReleaseStep) -> Refusal {
    Refusal(.release, "The release of case \(item.id.label) lacks: \(Refusal.word(step)).")
  }
  static func negativeReleased(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) was decided otherwise. Its plan must follow the determination.")
  }

  // MARK: Words inside sentences
  static func place(_ item: Case) -> String {
    let state: String =
      switch item.state {
      case .waiting: "waiting"
      case .called: "called to \(item.desk?.shown ?? "a desk")"
      case .inService: "in service at \(item.desk?.shown ?? "a desk")"
      case .onHold: "on hold"
      }
    guard let stage = item.stage else { return "at \(word(item.step))" }
    return "\(state), \(word(stage))"
  }

  static func word(_ stage: Stage) -> String {
    switch stage {
    case .reception: "reception"
    case .health: "health screening"
    case .interview: "the interview"
    case .caseManagement: "case management"
    }
  }

  /// The stage as the names of its desks begin.
  static func name(of stage: Stage) -> String {
    switch stage {
    case .reception: "reception"
    case .health: "health"
    case .interview: "interview"
    case .caseManagement: "case management"
    }
  }

  static func word(_ step: Step) -> String {
    switch step {
    case .reception, .health, .interview, .caseManagement: step.stage.map(word) ?? ""
    case .review: "review"
    case .childrenAlone: "the lane of children alone"
    case .leaving: "leaving"
    case .exited: "the exit"
    }
  }

  static func word(_ exit: ExitKind) -> String {
    switch exit {
    case .released: "released"
    case .returned: "returned"
    case .transferred: "transferred"
    case .departed: "departed"
    case .enteredInError: "entered in error"
    }
  }

  static func word(_ kind: CaseKind) -> String {
    switch kind {
    case .singleAdult: "single adult"
    case .familyUnit: "family unit"
    case .unaccompaniedChild: "child alone"
    }
  }

  static func word(_ step: ReturnStep) -> String {
    switch step {
    case .basisServed: "basis served"
    case .identityVerified: "identity verified by the consulate"
    case .travelDocument: "travel document"
    case .fitnessToTravel: "fitness to travel"
    case .nonRefoulementCheck: "non-refoulement check"
    case .receivingContact: "receiving contact"
    case .reintegrationReferral: "reintegration referral"
    case .property: "property handed back"
    case .guardian: "a guardian at the other end"
    }
  }

  static func word(_ step: ReleaseStep) -> String {
    switch step {
    case .address: "verified address"
    case .checkIn: "check-in office and date"
    case .hearing: "hearing date"
    case .contact: "contact"
    case .orientation: "orientation in the language"
    case .medicines: "medicines"
    case .property: "property"
    case .transport: "transport"
    }
  }

  // MARK: Buses, appointments, details
  static func noBus(_ id: BusID) -> Refusal { Refusal(.unknown, "There is no bus \(id.label). Open one first.") }
  static func busIsClosed(_ id: BusID) -> Refusal {
    Refusal(.order, "The manifest of bus \(id.label) is closed. Open another bus for people who came later.")
  }
  static func unreconciled(_ bus: Bus) -> Refusal {
    let announced = bus.announced.map(String.init) ?? "?"
    let counted = bus.counted.map(String.init) ?? "?"
    return Refusal(
      .entry,
      "Bus \(bus.id.label): announced \(announced), counted \(counted), entered \(bus.entered). "
        + "Enter who is missing, count again, or close with a reason.")
  }
  static let tooManyBuses = Refusal(.entry, "Too many buses are open. Close one first.")
  static func appointmentTwice(_ code: Code) -> Refusal {
    Refusal(.entry, "Appointment \(code.text) is on the list already.")
  }
  static func noAppointment(_ code: Code) -> Refusal {
    Refusal(.unknown, "There is no appointment \(code.text) on the list. Enter the arrival without it.")
  }
  static func appointmentMet(_ code: Code) -> Refusal {
    Refusal(.order, "Somebody has come for appointment \(code.text) already. Check the reference.")
  }
  static let noReference = Refusal(.entry, "An appointment needs a reference.")
  static let tooManyAppointments = Refusal(.entry, "The list of appointments is full.")
  static func noDetails(_ id: PersonID) -> Refusal {
    Refusal(.entry, "Nothing was entered about person \(id.label), or its seal is no SHA-256.")
  }
  static func erased(_ id: PersonID) -> Refusal {
    Refusal(.order, "The details of person \(id.label) were erased for good.")
  }
  static func busInUse(_ id: BusID) -> Refusal {
    Refusal(.order, "Bus \(id.label) has been counted, entered or closed since. Close its manifest with a reason.")
  }

  static func clockSetBack(_ item: Case) -> Refusal {
    Refusal(
      .secondPerson, "This gives case \(item.id.label) less protection by its clocks. Someone else must confirm it.")
  }

  // MARK: Undo
  /// What was answered to an alarm or a crisis cannot be; the alarm room says why.
  package static func answer(_ sentence: String) -> Refusal { Refusal(.order, sentence) }
  package static let drillOnly = Refusal(.order, "That belongs to a drill; a center at work never records it.")
  static let nothingToUndo = Refusal(.order, "There is nothing of yours to undo here.")
  static func cannotUndo(_ end: EntryEnd?) -> Refusal {
    let why =
      switch end {
      case .undone: "Your last entry is taken back already; those before it stand. Correct them instead."
      case .overtaken: "Someone has changed the same since your last entry. Correct it instead."
      case nil:
        "Your last entry is of a kind that cannot be taken back. It stays on the record: enter what is true now."
      }
    return Refusal(.order, why)
  }
  static let undoTooLate = Refusal(
    .order, "Your last entry is older than \(Limit.undo.milliseconds / 60_000) minutes. Correct it instead.")
  static func builtOn(_ id: CaseID) -> Refusal {
    Refusal(.order, "Others have gone on with case \(id.label) since. Correct the entry instead.")
  }
}
