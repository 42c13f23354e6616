package import CaseFlow

// What fields say about each other: looked at when the summary comes up.
extension ArrivalForm {
  /// Everything that stands against filing, what cannot be before what is unlikely.
  func findFaults(in context: EntryContext) -> [FormFault] {
    if isOfRecorded { return notKeyedAgain() }
    var faults: [FormFault] = []
    if members.count == 1, members[0].isUntouched {
      return [FormFault(place: FormPlace(.familyName), check: nil, text: Wording.Form.nobody)]
    }
    for member in members.indices { faults += memberFaults(member, context) }
    if let at = instant(.arrivedAt, context), let bookIn = instant(.bookIn, context), bookIn > at {
      faults.append(FormFault(place: FormPlace(.bookIn), check: nil, text: Wording.Form.bookInLater))
    }
    if members.count > ArrivalForm.largeFamily {
      let text = Wording.Form.manyMembers(members.count)
      faults.append(FormFault(place: FormPlace(.familyName), check: .familySize, text: text))
    }
    if !faults.contains(where: \.isImpossible), let refusal = refusal(in: context) {
      faults.append(FormFault(place: FormPlace(.familyName), check: nil, text: refusal))
    }
    return faults.filter(\.isImpossible) + faults.filter { !$0.isImpossible }
  }

  /// People from whom on a family is large enough to be questioned.
  static let largeFamily = 12
  /// Years that usually lie between a parent and a child.
  static let usualGap = 12...60

  private func memberFaults(_ member: Int, _ context: EntryContext) -> [FormFault] {
    let values = members[member]
    func fault(_ field: FormField, _ text: String, _ check: Plausibility? = nil) -> FormFault {
      FormFault(place: FormPlace(field, of: member), check: check, text: Wording.Form.ofMember(member + 1, text))
    }
    if values.isUntouched { return [fault(.familyName, Wording.Form.isEmpty)] }
    var faults: [FormFault] = []
    if values[.sex].isEmpty { faults.append(fault(.sex, Wording.Form.noSex)) }
    if values[.birth].isEmpty { faults.append(fault(.birth, Wording.Form.noBirthEntered)) }
    guard let tie = Tie(letter: values[.tie].text) else { return faults + [fault(.tie, Wording.Form.noTie)] }
    if values[.birth].text == FormField.unknown, tie == .relative || tie == .unstated {
      faults.append(fault(.birth, Wording.Form.childOrAdult))
    }
    if member > 0, tie == .head, members[0][.tie].text == Tie.head.letter {
      faults.append(fault(.tie, Wording.Form.twoHeads))
    }
    if band(member, context) == .child, tie == .partner { faults.append(fault(.tie, Wording.Form.childPartner)) }
    if tie == .ownChild, let head = age(0, context), let own = age(member, context),
      !ArrivalForm.usualGap.contains(head - own)
    {
      faults.append(fault(.birth, Wording.Form.oddGap(head, own), .ageGap))
    }
    return faults
  }

  /// Why the center would refuse it as it stands, in its own words.
  private func refusal(in context: EntryContext) -> String? {
    let moment = Moment(
      at: instant(.arrivedAt, context) ?? max(context.now, context.center.now),
      recorded: max(context.now, context.center.now), by: context.by, desk: context.desk)
    do throws(Refusal) {
      _ = try context.center.decide(.arrive(arrival(in: context)), moment)
      return nil
    } catch {
      return error.sentence
    }
  }
}

// What the form asks for.
extension ArrivalForm {
  /// What the form asks for once it is complete; a fault says what is missing. Nothing about it is a position in a line.
  package func act(in context: EntryContext) throws(LineFault) -> Act {
    let faults = findFaults(in: context)
    if let fault = faults.first(where: \.isImpossible) { throw LineFault(0..<0, fault.text) }
    if let check, isOfRecorded { return actOfSecondKeying(check, context) }
    var act = Act(.arrive(arrival(in: context)), at: instant(.arrivedAt, context), desk: context.desk)
    for member in members.indices {
      let details = details(member, context)
      if !details.fields.isEmpty { act.details[.member(member)] = details }
    }
    act.confirmed = confirmations(faults)
    return act
  }

  private func confirmations(_ faults: [FormFault]) -> [Act.Confirmation] {
    var confirmed: [Act.Confirmation] = []
    func add(_ member: Int, _ check: Plausibility) {
      let next = Act.Confirmation(.member(member), check)
      if !confirmed.contains(next) { confirmed.append(next) }
    }
    for field in FormField.ofParty { for check in party[field].confirmed { add(0, check) } }
    for member in members.indices {
      for field in FormField.ofMember { for check in members[member][field].confirmed { add(member, check) } }
    }
    for fault in faults { if let check = fault.check { add(fault.place.member, check) } }
    return confirmed
  }

  /// The party as the center takes it.
  func arrival(in context: EntryContext) -> Arrival {
    var arrival = Arrival()
    arrival.transport = Transport(rawValue: party[.transport].text) ?? .foot
    arrival.bookIn = instant(.bookIn, context)
    if isOnBus(in: context) { arrival.bus = BusID(typed: party[.bus].text) }
    arrival.appointment = Code(party[.appointment].text)
    arrival.language = code(.language, Vocabulary.unknownLanguage)
    if skipped(FormPlace(.secondLanguage), in: context) == nil { arrival.secondLanguage = code(.secondLanguage) }
    arrival.nationality = code(.nationality, Vocabulary.unknownNation)
    arrival.members = members.indices.map { index in
      let values = members[index]
      let band = band(index, context)
      let years = band == nil ? nil : age(index, context)
      return ArrivalMember(
        age: years.map { Years($0) }, band: band ?? .adult,
        sex: values[.sex].text.first.flatMap { Sex(letter: $0) } ?? .x,
        tie: Tie(letter: values[.tie].text) ?? .unstated,
        relation: skipped(FormPlace(.relation, of: index), in: context) == nil
          ? Relation(letters: values[.relation].text) : nil,
        needs: needs(values[.needs].text))
    }
    return arrival
  }

  /// The code of a field; what stands for it where it was asked and is not known.
  func code(_ field: FormField, _ unknown: Code? = nil) -> Code? {
    let text = party[field].text
    return text == FormField.unknown ? unknown : Code(text)
  }

  private func needs(_ text: String) -> NeedSet {
    if text.isEmpty || text == FormField.unknown { return NeedSet() }
    return NeedSet(asked: true, text.split(separator: " ").compactMap { Need(code: String($0)) })
  }

  /// A time of the party; nil for now and for unknown.
  func instant(_ field: FormField, _ context: EntryContext) -> Instant? {
    switch TypedMoment.read(party[field].text, now: context.now, context.zone, context.dateOrder) {
    case .at(let instant), .twice(let instant): instant
    case .skipped, .wrongSide, .unreadable: nil
    }
  }

  /// The day on which they came, on which ages are counted.
  func day(_ context: EntryContext) -> CivilDate {
    instant(.arrivedAt, context).map { context.zone.local($0.milliseconds).date } ?? context.today
  }

  private func birth(_ member: Int, _ context: EntryContext) -> TypedBirth? {
    TypedBirth(members[member][.birth].text, today: context.today, context.dateOrder)
  }

  /// Completed years of a member, if they are known.
  func age(_ member: Int, _ context: EntryContext) -> Int? { birth(member, context)?.years(on: day(context)) }

  /// Child or adult; of an unknown age, what the tie says. Nil when neither tells.
  func band(_ member: Int, _ context: EntryContext) -> AgeBand? {
    if let birth = birth(member, context) { return birth.band(on: day(context)) }
    switch Tie(letter: members[member][.tie].text) {
    case .head, .partner: return .adult
    case .ownChild: return .child
    case .relative, .unstated, nil: return nil
    }
  }

  /// What is sealed of a member.
  func details(_ member: Int, _ context: EntryContext) -> PersonDetails {
    var details = PersonDetails()
    for (field, kept) in [
      (FormField.familyName, DetailField.familyName), (.givenNames, .givenNames), (.document, .document),
      (.note, .note),
    ] {
      let text = members[member][field].text
      if text == FormField.unknown { details.unknown.append(kept) } else { details[kept] = text }
    }
    if members[member][.birth].text == FormField.unknown { details.unknown.append(.birthDate) }
    if let birth = birth(member, context) {
      (details.birthDate, details.isBirthDateEstimated) = birth.birthDate(on: day(context))
    }
    let document = DocumentParts(details.document)
    details.document = document.number
    details.documentKind = document.kind
    details.issuer = document.issuer
    return details
  }
}

/// A document as its field holds it: a scan leaves the number, the kind and the issuer; what was typed by hand is a
/// number as it is.
struct DocumentParts {
  var number: String
  var kind = ""
  var issuer = ""

  init(_ text: String) {
    number = text
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[1].utf8.count <= 2, parts[2].utf8.count <= 3,
      parts[1...].allSatisfy({ $0.utf8.allSatisfy { 0x41...0x5A ~= $0 } })
    else { return }
    number = String(parts[0])
    kind = String(parts[1])
    issuer = String(parts[2])
  }
}
