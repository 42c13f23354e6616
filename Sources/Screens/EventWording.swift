package import CaseFlow

/// One sentence for every event, as it reads in the timeline of a case.
///
/// What a need or a finding is stays with those who serve it: the general timeline says that it was recorded.
package enum EventWording {
  /// The sentence of an event seen from one case of a center.
  package static func sentence(_ event: Event, of id: CaseID?, in center: Center) -> String {
    switch event {
    case .stateAt: "Already here when the recording begins."
    case .arrivalAnnounced(let e):
      e.undone
        ? "\(e.people) people who were announced do not come, \(Wording.transport(e.transport))."
        : "\(e.people) people were announced, \(Wording.transport(e.transport))."
    case .partyArrived(let e): arrived(e, of: id)
    case .casePlaced(let e):
      "Given places in \(area(e.area, center))\(byDecision(e.override))."
    case .caseCalled(let e): "Called to \(Wording.desk(e.desk)): \(called(e))."
    case .caseRecalled(let e): "Called again to \(Wording.desk(e.desk))."
    case .serviceStarted(let e): "Service began at \(Wording.desk(e.desk))."
    case .serviceCompleted(let e): "Done at \(Wording.desk(e.desk))."
    case .caseHeld(let e): "Put on hold: \(Wording.hold(e.reason))."
    case .caseResumed: "Back in the queue, in its old place."
    case .caseExpedited(let e): "Expedited: \(Wording.expedite(e.reason))."
    case .needsRecorded(let e): "Needs of person \(e.person.label) were asked and recorded."
    case .findingRecorded(let e): "A health finding of person \(e.person.label) was recorded."
    case .isolationOrdered: "The whole case was isolated."
    case .isolationRetested(let e): e.clear ? "Tested again: all are clear." : "Tested again: not all are clear yet."
    case .isolationEnded: "Isolation ended."
    case .careGiven(let e): "\(people(e.people)) \(care(e.care))."
    case .peopleWentAway(let e): "\(people(e.people)) went to \(e.to == .court ? "court" : "hospital")."
    case .peopleCameBack(let e): "\(people(e.people)) came back."
    case .orientationGiven(let e):
      "Orientation was given in \(language(e.language, center)): the consultation period began."
    case .consultationWaived(let e): "The consultation period was waived, in \(language(e.language, center))."
    case .counselRequested: "Asked for counsel."
    case .counselAnswered(let e): e.answer == .reached ? "Counsel was reached." : "Goes on without counsel."
    default: later(event, in: center)
    }
  }

  private static func later(_ event: Event, in center: Center) -> String {
    switch event {
    case .determinationMade(let e):
      "Determination: \(outcome(e.outcome)), \(basis(e.basis)); reviewed by \(e.reviewer)."
    case .reviewRequested: "A review by a judge was asked for."
    case .reviewDeclined: "A review was declined."
    case .reviewDecided(let e):
      e.result == .upheld ? "The judge upheld the negative." : "The judge reversed the negative."
    case .childDetermined(let e): "Determined to be an unaccompanied child (\(basis(e.basis)))."
    case .orrNotified: "ORR was notified."
    case .childScreened(let e):
      e.mayReturn
        ? "The four questions were asked: return is the child's own choice, with \(e.second) as second reviewer."
        : "The four questions were asked: no return, with \(e.second) as second reviewer."
    case .planMade(let e): "Plan: \(Wording.plan(e.plan))."
    case .releaseStepDone(let e): "Release step done: \(step(e.step))."
    case .releaseOffered(let e): "Offered to \(receiver(e.receiver, center))."
    case .releaseAccepted(let e): "Accepted by \(receiver(e.receiver, center))."
    case .releaseRefused(let e): "Refused by \(receiver(e.receiver, center))."
    case .caseReleased(let e): "Released: departed to \(receiver(e.receiver, center))\(byDecision(e.override))."
    case .releaseArrived: "The receiver confirmed the arrival."
    case .consulateAsked: "The consulate was asked about identity."
    case .returnStepDone(let e): "Return step done: \(step(e.step))."
    case .caseReturned(let e): "Returned; handed over with \(e.second)."
    case .transferAsked(let e): "Transfer to \(Wording.destination(e.to)) was asked for."
    case .transferAccepted(let e): "\(capital(Wording.destination(e.to))) accepted the transfer."
    case .caseTransferred(let e): "Transferred to \(Wording.destination(e.to))."
    case .transferArrived: "Arrived where it was transferred to."
    case .caseDeparted(let e): departure(e.reason, e.second ?? .none)
    default: rest(event, in: center)
    }
  }

  private static func rest(_ event: Event, in center: Center) -> String {
    switch event {
    case .familySplit(let e):
      "\(people(e.people)) left case \(e.caseID.label) for case \(e.newCase.label) (\(split(e.reason))), with \(e.second)."
    case .familyReunited(let e):
      "Case \(e.caseID.label) was reunited with case \(e.with.label)\(e.second.isNone ? "" : ", with \(e.second)")."
    case .tieStated(let e):
      "Person \(e.child.label) was found to be the child of person \(e.adult.label), with \(e.second)."
    case .deskOpened(let e): "\(capital(Wording.desk(e.desk))) opened with \(e.staff)."
    case .deskClosed(let e): "\(capital(Wording.desk(e.desk))) closed."
    case .interpretersChanged(let e):
      "Interpreters for \(language(e.language, center)): \(e.interpreters) here, \(e.lines) lines."
    case .capacityChanged(let e): "\(capital(area(e.area, center))): \(part(e.part)) is now \(e.places)."
    case .factCorrected(let e): corrected(e)
    case .breachRecorded(let e):
      "Rule broken: \(e.clock.map { Wording.ranOut($0) } ?? breach(e.kind)), because of \(Wording.cause(e.cause))."
    case .alarmAcknowledged(let e): "Alarm taken: \(e.threshold)."
    case .crisisDeclared(let e): "Crisis declared; \(e.charge) is in charge."
    case .crisisStoodDown(let e): "Crisis stood down; \(e.charge) is in charge."
    case .actionDone(let e): "Card \(e.card), line \(e.line) was \(e.undone ? "taken back" : "done")."
    default: entry(event, in: center)
    }
  }
}

// Buses, appointments, details, what was taken back.
extension EventWording {
  private static func entry(_ event: Event, in center: Center) -> String {
    switch event {
    case .busOpened(let e): "Bus \(e.bus.label) came\(e.announced.map { ", \($0) people announced" } ?? "")."
    case .busCounted(let e): "\(e.people) people were counted on bus \(e.bus.label)."
    case .busClosed(let e): "The manifest of bus \(e.bus.label) was closed."
    case .appointmentListed(let e): "Appointment \(e.appointment) of \(e.people) people was listed."
    case .entryUndone(let e): "Entry \(e.wrongs) was taken back by its author."
    case .valueConfirmed(let e): "An unlikely value of person \(e.person.label) was questioned and confirmed."
    case .clockConfirmed(let e): "The machine's clock was confirmed, with \(e.second)."
    case .detailsRecorded(let e) where e.isSecondKeying: Wording.Form.keyedAgain("Person \(e.person.label)", e.changed)
    case .detailsRecorded(let e): "Details of person \(e.person.label) were recorded and sealed."
    case .detailsErased(let e): "The details of person \(e.person.label) were erased for good, with \(e.second)."
    default: flow(event, in: center)
    }
  }
}

// Parts of sentences.
extension EventWording {
  private static func arrived(_ e: PartyArrived, of id: CaseID?) -> String {
    let others = e.cases.count - 1
    let count = e.members.count { id == nil || $0.caseID == id }
    let with =
      id == nil || others <= 0 ? "" : ", beside \(others) other \(others == 1 ? "case" : "cases") of the same party"
    let relation = e.members.first { $0.caseID == id && $0.relation != nil }?.relation
    let whose = relation.map { " (\(Wording.relation($0)))" } ?? ""
    return "\(count) \(count == 1 ? "person" : "people") arrived, \(Wording.transport(e.transport))\(with)\(whose)."
  }

  private static func called(_ e: CaseCalled) -> String {
    switch e.reason {
    case .order: "first by class and arrival"
    case .longestWaiting: "the share of the longest waiting"
    case .expedited: "expedited"
    case .deadline: Wording.clockNearEnd
    case .booked: "booked for this time"
    case .named: "chosen by the desk\(e.because.map { " because of \(Wording.expedite($0))" } ?? "")"
    }
  }

  private static func corrected(_ e: FactCorrected) -> String {
    var parts: [String] = []
    if let person = e.person {
      if let age = e.age { parts.append("person \(person.label) is \(age.count)") }
      if let band = e.band { parts.append("person \(person.label) is \(band == .child ? "a child" : "an adult")") }
      if let sex = e.sex { parts.append("person \(person.label) is \(sex.rawValue)") }
    }
    if let language = e.language { parts.append("language \(language)") }
    if let nationality = e.nationality { parts.append("nationality \(nationality)") }
    if e.bookIn != nil { parts.append("the start of custody") }
    if e.arrived != nil { parts.append("the time of arrival") }
    if e.oriented != nil { parts.append("the time of orientation") }
    if let kind = e.kind { parts.append("now: \(Wording.longKind(kind))") }
    return
      "Entry \(e.wrongs) was wrong and is corrected: \(parts.isEmpty ? "no change" : parts.joined(separator: ", "))."
  }

  private static func people(_ ids: [PersonID]) -> String {
    guard let first = ids.first, ids.count == 1 else { return "\(ids.count) people" }
    return "Person \(first.label)"
  }

  private static func care(_ care: Care) -> String {
    switch care {
    case .shower: "showered"
    case .meal: "had a meal"
    case .rest: "rested"
    }
  }

  static func byDecision(_ override: Code?) -> String { override.map { ", by decision of \($0)" } ?? "" }

  static func area(_ code: Code, _ center: Center) -> String {
    center.plan.areas.first { $0.code == code }.map { $0.name.isEmpty ? code.text : $0.name } ?? code.text
  }

  static func language(_ code: Code, _ center: Center) -> String {
    center.plan.languages.first { $0.code == code }.map { $0.name.isEmpty ? code.text : $0.name } ?? code.text
  }

  static func receiver(_ code: Code, _ center: Center) -> String {
    center.plan.receivers.first { $0.code == code }.map { $0.name.isEmpty ? code.text : $0.name } ?? code.text
  }

  /// Who takes a case in at the other end. Of one that has left it is told by how it left: a transfer that was asked for
  /// and never answered still stands beside its release.
  static func otherEnd(of item: Case, _ center: Center) -> String {
    let isAsked = item.plan == .transfer || item.transfer.destination != nil
    let way = item.exit ?? (isAsked ? .transferred : item.isReturning ? .returned : .released)
    let to: String? =
      switch way {
      case .transferred: item.transfer.destination.map { Wording.destination($0) }
      case .returned: item.nationality.map { Wording.nation($0) }
      case .released, .departed, .enteredInError: item.release.receiver.map { receiver($0, center) }
      }
    return to ?? Wording.none
  }

  static func capital(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .positive: "positive"
    case .negative: "negative"
    case .closed: "closed"
    }
  }

  static func basis(_ basis: Basis) -> String {
    switch basis {
    case .credibleFear: "credible fear"
    case .noCredibleFear: "no credible fear"
    case .withdrawn: "withdrawn"
    case .dissolved: "dissolved"
    case .ownDecision: "own decision"
    case .documents: "documents"
    case .ageStatement: "stated age"
    case .agencyFinding: "finding of the agency"
    }
  }

  static func step(_ step: ReleaseStep) -> String {
    switch step {
    case .address: "verified address"
    case .checkIn: "check-in office and date"
    case .hearing: "hearing"
    case .contact: "contact"
    case .orientation: "orientation"
    case .medicines: "medicines"
    case .property: "property"
    case .transport: "transport"
    }
  }

  static func step(_ step: ReturnStep) -> String {
    switch step {
    case .basisServed: "basis served"
    case .identityVerified: "identity verified"
    case .travelDocument: "travel document"
    case .fitnessToTravel: "fitness to travel"
    case .nonRefoulementCheck: "non-refoulement check"
    case .receivingContact: "receiving contact"
    case .reintegrationReferral: "reintegration referral"
    case .property: "property"
    case .guardian: "guardian at the other end"
    }
  }

  private static func departure(_ reason: DepartureReason, _ second: Code) -> String {
    switch reason {
    case .withdrew: second.isNone ? "Withdrew and departed." : "Withdrew and departed, confirmed by \(second.text)."
    case .leftUnannounced: "Left without notice."
    case .died: "Died."
    }
  }

  static func split(_ reason: SplitReason) -> String {
    switch reason {
    case .medical: "medical"
    case .safety: "safety"
    case .court: "court"
    case .ownRequest: "own request"
    }
  }

  private static func part(_ part: CapacityPart) -> String {
    switch part {
    case .physical: "places that exist"
    case .safe: "safe places"
    case .staffed: "staffed places"
    case .reserve: "reserve"
    case .held: "held places"
    case .outOfOrder: "places out of order"
    }
  }

  static func breach(_ kind: BreachKind) -> String {
    switch kind {
    case .childWithUnrelatedAdults: "a child lived with unrelated adults"
    case .familySeparated: "a family was separated"
    case .clock: "a legal clock ran out"
    case .placement: "a placement"
    }
  }
}
