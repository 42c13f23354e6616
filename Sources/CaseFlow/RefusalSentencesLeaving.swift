// The sentences of departures, receivers, follow-ups, and of what a release or a return still lacks.

extension Refusal {
  // MARK: Departures
  static func noDeparture(_ id: DepartureID) -> Refusal {
    Refusal(.unknown, "There is no departure \(id.label). Announce one first.")
  }
  static func departureGone(_ id: DepartureID) -> Refusal {
    Refusal(.order, "Departure \(id.label) has left. Announce another one.")
  }
  static func departureHere(_ id: DepartureID) -> Refusal {
    Refusal(.order, "Departure \(id.label) had not left at that time.")
  }
  static func departureDone(_ id: DepartureID) -> Refusal {
    Refusal(.order, "Departure \(id.label) arrived already. Confirm who is missing case by case.")
  }
  static func departureInUse(_ id: DepartureID) -> Refusal {
    Refusal(.order, "Departure \(id.label) has somebody on its manifest. Unboard them first.")
  }
  static func leftWithout(_ id: CaseID) -> Refusal {
    Refusal(.release, "Case \(id.label) is on the departure that has left. Its release is recorded with it, first.")
  }
  static func notOnManifest(_ item: CaseID, _ id: DepartureID) -> Refusal {
    Refusal(.order, "Case \(item.label) is not on the manifest of departure \(id.label).")
  }
  static func boarded(_ item: Case, _ id: DepartureID) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is on departure \(id.label). Unboard it, or say that it left.")
  }
  static func noSeats(_ departure: Departure, free: Int) -> Refusal {
    Refusal(.order, "Departure \(departure.id.label) has \(free) free of \(departure.seats) seats. Take another one.")
  }
  static let impossibleSeats = Refusal(.entry, "Seats and heads are counted up to \(Limit.partyPeople).")
  static let tooManyDepartures = Refusal(.entry, "Too many departures are open. Say which have arrived.")
  static let notAhead = Refusal(.entry, "It must lie ahead, within 31 days. Check the time entered.")
  static func headsDiffer(_ departure: Departure, people: Int, counted: Int, stayed: [CaseID]) -> Refusal {
    let id = departure.id.label
    let difference = "Departure \(id): \(people) on the manifest, \(counted) counted. "
    if counted > people {
      return Refusal(.release, difference + "Board who is missing on the manifest, or count again.")
    }
    let hint = stayed.prefix(4).map(\.label).joined(separator: " or ")
    return Refusal(.release, difference + "Unboard who stayed\(hint.isEmpty ? "" : " (\(hint)?)"), or count again.")
  }
  static func arrivedOthers(_ departure: Departure, _ counted: Int) -> Refusal {
    Refusal(
      .entry,
      "Departure \(departure.id.label) left with \(departure.counted ?? 0), \(counted) arrived. Give the reason; "
        + "then confirm each case.")
  }

  // MARK: Receivers
  static func receiverClosed(_ code: Code) -> Refusal {
    Refusal(.release, "\(code.text) takes nobody now. Offer the case to another receiver.")
  }
  static func notTaken(_ item: Case, _ code: Code) -> Refusal {
    Refusal(.release, "\(code.text) does not take such a case as \(item.id.label). Offer it to another receiver.")
  }
  static func receiverFull(_ code: Code, _ left: Int) -> Refusal {
    Refusal(.release, "\(code.text) has \(left) places left today. Ask it, or offer the case to another receiver.")
  }
  static func receiverShut(_ code: Code) -> Refusal {
    Refusal(.release, "\(code.text) is outside its hours. Offer the case when it opens.")
  }
  static func receiverShutThen(_ plan: ReceiverPlan, _ comes: CivilTime) -> Refusal {
    let time = "\(comes.hour):\(comes.minute < 10 ? "0" : "")\(comes.minute)"
    return Refusal(
      .release,
      "\(plan.code.text) is open from \(plan.opens):00 to \(plan.closes):00, and they would come at \(time). Let them leave "
        + "in time, or add who decided otherwise: override=NAME.")
  }
  static func takenNoMore(_ item: Case, _ code: Code) -> Refusal {
    let id = item.id.label
    let off = item.departure == nil ? "" : "unboard \(id), then "
    return Refusal(
      .release,
      "\(code.text) takes no such case as \(id) any more. Record that with \(off)refuse \(id) and offer it to another "
        + "receiver, or add who decided otherwise: override=NAME.")
  }
  static func acceptedInPart(_ item: Case, _ people: Int) -> Refusal {
    Refusal(
      .partOfFamily,
      "\(people) of the \(item.members.count) of case \(item.id.label) were accepted. Ask for all, or another receiver."
    )
  }
  static func tooManyAccepted(_ item: Case) -> Refusal {
    Refusal(.entry, "Case \(item.id.label) has \(item.members.count) people. Check how many were accepted.")
  }
  /// Somebody was named who did not get the offer.
  static func offeredElsewhere(_ item: Case, _ code: Code) -> Refusal {
    Refusal(.release, "Case \(item.id.label) was not offered to \(code.text). Offer it there first.")
  }
  static func noOffer(_ item: Case) -> Refusal {
    Refusal(.release, "Case \(item.id.label) has no receiver yet. Offer it to one.")
  }

  // MARK: After a release, transfers
  static func notReleased(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) was not released. Only a release is followed up.")
  }
  static func noFollowUp(_ item: Case) -> Refusal {
    Refusal(.order, "Nothing of this kind is open for case \(item.id.label).")
  }
  static func followUpTime(_ item: Case) -> Refusal {
    Refusal(.entry, "A follow-up of case \(item.id.label) lies after its release. Check the time entered.")
  }
  static func tooManyFollowUps(_ item: Case) -> Refusal {
    Refusal(.entry, "Case \(item.id.label) has too many follow-ups.")
  }
  static func notAsked(_ item: Case) -> Refusal {
    Refusal(.order, "Nobody there was asked for case \(item.id.label). Ask first.")
  }
  static func transferNotAsked(_ item: Case) -> Refusal {
    Refusal(.order, "No transfer of case \(item.id.label) was asked for yet. Ask first.")
  }

  static let nothingToOverride = Refusal(
    .entry, "Nothing is decided otherwise here. override=NAME belongs to who leaves, or to a place.")

  // MARK: Returns
  static func withdrawnByOne(_ item: CaseID) -> Refusal {
    Refusal(
      .secondPerson, "Two people say that case \(item.label) withdraws by its own wish. Add the other: second=NAME.")
  }
  static func nothingToWithdraw(_ item: Case) -> Refusal {
    Refusal(
      .returnBeforeFinal,
      "The negative of case \(item.id.label) is final: nothing is left to withdraw. Who wants to go is returned, with "
        + "every step; who has gone left unannounced.")
  }
  static func notReturning(_ item: Case) -> Refusal {
    Refusal(.order, "No return of case \(item.id.label) is planned. There is nothing to stop.")
  }
  static func consulateSilent(_ item: Case) -> Refusal {
    Refusal(
      .returnBeforeFinal,
      "The consulate did not say yet who of case \(item.id.label) is vulnerable. Record its answer first.")
  }
  static func noProtocol(_ item: Case) -> Refusal {
    Refusal(
      .returnBeforeFinal,
      "The other end is not ready for the vulnerable of case \(item.id.label). No hand-over before it is.")
  }
  static func basisNotWritten(_ item: Case) -> Refusal {
    Refusal(
      .childAlone,
      "Write down first on what the return of case \(item.id.label) rests: name PERSON note=...")
  }
}
