import CaseFlow

// Screening, the schedule, departures, services beside the flow. Medical detail stays with those who serve the person.
extension EventWording {
  static func flow(_ event: Event, in center: Center) -> String {
    switch event {
    case .healthChecked(let e): "A line of the health screening of person \(e.person.label) was done."
    case .fitnessJudged(let e):
      "Person \(e.person.label) was judged \(e.fit ? "fit" : "not fit") for \(Wording.purpose(e.purpose))."
    case .treatmentGiven(let e): "A health finding of person \(e.person.label) was treated."
    // Which service it is, the page says to those who serve it.
    case .referralAsked: "Referred to a service beside the flow."
    case .referralSeen: "Seen by a service beside the flow."
    case .referralClosed: "A service beside the flow recorded what came of it."
    case .recordOpened(let e): "\(capital(Wording.record(e.what))) of person \(e.person.label) were opened."
    case .stayExplained(let e): "Stays longer than the norm: \(Wording.stay(e.reason))."
    case .ageDisputed(let e):
      "The age of person \(e.person.label) is disputed: \(e.claim == .child ? "says to be a child" : "said to be an adult")."
    case .dutyListed(let e): "\(capital(Wording.role(e.role))) \(e.staff) was listed on duty."
    case .dutyEnded(let e): "\(e.staff) went off duty."
    case .interviewBooked(let e):
      "Interview booked with \(e.booking.officer), \(Wording.mode(e.booking.mode)), in "
        + language(e.booking.language, center)
        + (e.booking.interpreter.map { " with interpreter \($0)" } ?? "") + "."
    case .interviewUnbooked(let e): "The booking of the interview was taken back: \(Wording.unbooked(e.reason))."
    case .interpreterSought(let e): "An interpreter for \(language(e.language, center)) is sought."
    default: outwards(event, in: center)
    }
  }

  private static func outwards(_ event: Event, in center: Center) -> String {
    switch event {
    case .transferRefused(let e):
      "\(capital(Wording.destination(e.to))) has no place: \(Wording.refusal(e.reason))."
    case .pickupPlanned: "The pick-up was planned."
    case .departureOpened(let e):
      "Departure \(e.departure.label) to \(receiver(e.receiver, center)) with \(e.seats) seats was announced."
    case .departureBoarded(let e): "Put on the manifest of departure \(e.departure.label)."
    case .departureUnboarded(let e): "Taken off the manifest of departure \(e.departure.label)."
    case .departureLeft(let e):
      "Departure \(e.departure.label) left with \(e.counted) people\(e.because.map { ": \(Wording.difference($0))" } ?? "")"
        + "\(byDecision(e.override))."
    case .departureArrived(let e): "Departure \(e.departure.label) arrived with \(e.counted) people."
    case .placesHeld(let e): "\(capital(receiver(e.receiver, center))) holds \(e.people) places."
    case .receiverChanged(let e):
      "\(capital(receiver(e.receiver, center))) takes \(e.isOpen ? "\(e.places) people a day" : "nobody for now")."
    case .followUpPlanned(let e): "To follow the release: \(Wording.followUp(e.followUp))."
    case .followUpRecorded(let e): "\(capital(Wording.followUp(e.followUp))): \(Wording.outcome(e.outcome))."
    case .consulateAnswered(let e):
      e.hasProtocol || e.vulnerable.isEmpty
        ? "The consulate answered; the other end is ready for those in a vulnerable situation."
        : "The consulate answered; the other end is not ready yet for those in a vulnerable situation."
    case .returnStopped(let e): "The return was stopped: \(Wording.stopped(e.reason))."
    case .returnConfirmed: "The other end confirmed the hand-over."
    default: shift(event, in: center)
    }
  }

  private static func shift(_ event: Event, in center: Center) -> String {
    switch event {
    case .alarmShelved(let e): "Alarm shelved: \(e.threshold)."
    case .alarmUnshelved(let e): "Alarm back from the shelf: \(e.threshold)."
    case .serviceChanged(let e): "Threshold \(e.inService ? "back in" : "out of") service: \(e.threshold)."
    case .thresholdChanged(let e): "Threshold changed: \(e.threshold), \(e.level.rawValue) at \(e.raise)."
    case .chargeTaken(let e): "\(e.charge) is in charge."
    case .actionTaken(let e): "Card \(e.card), line \(e.line) was \(e.undone ? "given back" : "taken on")."
    case .reserveOrdered(let e): "Reserve \(e.reserve) was \(e.undone ? "called off" : "ordered")."
    case .promiseMade(let e): "Promised: \(e.text)."
    case .promiseKept(let e): "Promise \(e.promise.label) was kept."
    case .drillTakenOver(let e): "The team took over: branch \(e.branch)."
    case .injectFired(let e): "Inject \(e.inject): \(e.told)"
    case .injectHeld(let e): "Inject \(e.inject) was \(e.held ? "held back" : "let go on")."
    case .commandRefused(let e): "Refused by rule \(e.rule.rawValue)."
    case .keysCounted(let e): "\(e.keys) keys pressed."
    case .drillEnded: "The drill ended."
    case .controlTaken(let e): e.taken ? "Controls the drill from now on." : "Controls the drill no more."
    case .shiftSigned(let e): e.side == .outgoing ? "The shift was handed over." : "The shift was taken over."
    default: capital(event.type)
    }
  }
}
