package import CaseFlow

// What an operator is told of an entry once it is durable.

extension BoardModel {
  /// The sentence of an entry: of an arrival the numbers given with their check letters, the places and what runs out
  /// first; of anything else what it says in the timeline. `undone` are the records that an undo took back.
  ///
  /// The model is that of after the entry.
  package func receipt(_ records: [Record], undone: [Record] = []) -> String {
    if let sentence = keyedAgain(records) { return sentence }
    var sentences: [String] = []
    for record in records {
      switch record.event {
      case .partyArrived(let e): sentences.append(arrived(e))
      case .caseCalled(let e): sentences.append(called(e))
      case .caseRecalled(let e): sentences.append(recalled(e))
      case .serviceCompleted(let e): sentences.append(done(e))
      // The arrival has said where.
      case .casePlaced where records.contains(where: \.isArrival): continue
      // The bus has said that everyone on it left, or arrived.
      case .caseReleased where records.contains(where: \.isDeparture): continue
      case .releaseArrived where records.contains(where: \.isDeparture): continue
      case .detailsRecorded where records.count > 1: continue
      case .entryUndone: sentences.append(Wording.takenBack(undone.first.map { told($0) } ?? ""))
      default: sentences.append(told(record))
      }
    }
    let children = center.childrenBeside(records.compactMap(\.leaver))
    if !children.isEmpty { sentences.append(Wording.stayedBehind(children.map(\.label))) }
    return sentences.joined(separator: " ")
  }

  /// What a second keying of a case's details found.
  private func keyedAgain(_ records: [Record]) -> String? {
    var changed: [DetailField] = []
    var subject: CaseID?
    for case .detailsRecorded(let e) in records.map(\.event) where e.isSecondKeying {
      subject = center.people[e.person]?.caseID
      changed += e.changed.filter { !changed.contains($0) }
    }
    return subject.map { Wording.Form.keyedAgain($0.checked, changed) }
  }

  /// What somebody else recorded meanwhile: who, when, what.
  package func meanwhile(_ record: Record) -> String {
    Wording.meanwhile(record.by, TimeText.clock(record.recorded, zone), told(record))
  }

  private func told(_ record: Record) -> String {
    var subject: CaseID?
    record.event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { subject = subject ?? $0 }
    let sentence = EventWording.sentence(record.event, of: subject, in: center)
    return subject.map { "\($0.checked): \(sentence)" } ?? sentence
  }

  private func arrived(_ e: PartyArrived) -> String {
    let cases = e.cases.compactMap { aCase($0.caseID) }
    let parts = cases.map { item in
      let place = area(of: item).map { EventWording.area($0, center) } ?? Wording.unplacedNow
      // Entered by a form that was filed unread, this is where it is said first.
      return "\(item.id.checked) \(place)" + (item.isChildAlone ? " (\(Wording.kind(item.kind)))" : "")
    }
    let clock = cases.compactMap { figures.standings[$0.id]?.clock }.min { $0.due < $1.due }
    let runs = clock.map { clock in
      "; \(Wording.clockRuns(clock.kind, TimeText.near(clock.due, now, zone), isOver: clock.due < now))"
    }
    let lacking = cases.filter { area(of: $0) == nil }
    let hint = lacking.isEmpty ? "" : " " + Wording.givePlace(isUnasked: lacking.contains { center.isSexUnasked($0) })
    return parts.joined(separator: ", ") + (runs ?? "") + "." + hint
  }

  /// Where those who have just come were placed, all of a case together; nil where they were not.
  private func area(of item: Case) -> Code? { item.members.first.flatMap { center.people[$0]?.area } }

  /// Whom to call, and why they are next.
  private func called(_ e: CaseCalled) -> String {
    guard let item = aCase(e.caseID) else { return e.caseID.checked }
    let priority = figures.standings[e.caseID]?.priority
    let byOrder = priority.map { "\($0.level.label) \(Wording.reason($0.reason))" } ?? ""
    let why = e.reason == .order ? byOrder : Wording.callReason(e.reason)
    return Wording.callNow(e.caseID.checked, who(item), why)
  }

  /// How often it has been called by now, and what comes after the last call.
  private func recalled(_ e: CaseAtDesk) -> String {
    let call = (aCase(e.caseID)?.recalls ?? 0) + 1
    return Wording.calledAgain(e.caseID.checked, call, of: center.rules.recalls + 1, e.desk)
  }

  private func done(_ e: CaseAtDesk) -> String {
    Wording.doneGoesTo(e.caseID.checked, figures.standings[e.caseID].map { Wording.row($0.row) })
  }
}

extension Record {
  fileprivate var isDeparture: Bool {
    switch event {
    case .departureLeft, .departureArrived: true
    default: false
    }
  }
  /// The case that left the roll by it.
  fileprivate var leaver: CaseID? {
    switch event {
    case .caseReleased(let e): e.caseID
    case .caseReturned(let e): e.caseID
    case .caseTransferred(let e): e.caseID
    case .caseDeparted(let e): e.caseID
    default: nil
    }
  }
  fileprivate var isArrival: Bool { if case .partyArrived = event { true } else { false } }
}

extension ViewState {
  /// An entry stands in the journal: what was typed for it is gone from the screen, and the operator reads what became
  /// of it. A case that was called is selected. The model is that of after the entry.
  package mutating func recorded(
    _ entry: Entry, _ records: [Record], undone: [Record] = [], _ model: BoardModel
  ) {
    switch entry {
    case .line(let text):
      if isTyped(text) { prompt = nil }
      if Prompt.trimmed(keptCommand) == text { keptCommand = "" }
      if arrivalEntry == entry { line = TypedText() }
    case .form(let form):
      if let context = model.context(self) { forms?.filed(in: context) }
      if form.isOfRecorded, view == .form { _ = close() }
    }
    for case .caseCalled(let e) in records.map(\.event) where view.listsCases { pane.selection = .aCase(e.caseID) }
    say(model.receipt(records, undone: undone), at: model.now)
  }

  /// An entry was refused: what was typed stays, to be put right.
  package mutating func refused(_ entry: Entry?, _ sentence: String, at now: Instant) {
    if case .form? = entry, view == .form {
      forms?.form.refused(sentence)
    } else {
      say(sentence, at: now, isRefusal: true)
    }
  }

  /// The journal took nothing: the entry stays on the screen, so that Enter asks for it again.
  package mutating func kept(_ entry: Entry) {
    isMessageShown = false
    guard case .line(let text) = entry, !holds(entry) else { return }
    prompt = Prompt(.palette, text: text)
  }

  /// Whether what an entry says stands on the screen.
  package func holds(_ entry: Entry) -> Bool {
    switch entry {
    case .line(let text): isTyped(text) || arrivalEntry == entry
    case .form(let form): forms.map { $0.form.saysSame(as: form) } ?? false
    }
  }

  private func isTyped(_ text: String) -> Bool {
    prompt?.kind == .palette && Prompt.trimmed(prompt?.text ?? "") == text
  }
}

extension Entry {
  /// Whether another entry asks for the same: a form does, whatever keys went into it.
  package func asksSame(as other: Entry) -> Bool {
    if case .form(let form) = self, case .form(let otherForm) = other { return form.saysSame(as: otherForm) }
    return self == other
  }
}

extension ArrivalForm {
  fileprivate func saysSame(as other: ArrivalForm) -> Bool {
    party == other.party && members == other.members && check == other.check
  }
}
