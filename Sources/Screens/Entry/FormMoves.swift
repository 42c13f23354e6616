import CaseFlow

// How the cursor goes through a form: forward over what is skipped, backward along the way taken.
extension ArrivalForm {
  /// Why a field is passed over, in words that stand beside it; nil when it is asked.
  package func skipped(_ place: FormPlace, in context: EntryContext) -> String? {
    if let check, !check.fields.contains(place.field) { return Wording.Form.notKeyedAgain }
    switch place.field {
    case .secondLanguage where code(.language) == nil: return Wording.Form.noFirstLanguage
    case .tie where place.member == 0: return Wording.Form.firstIsHead
    case .relation: return isWithRelative(place.member, context) ? nil : Wording.Form.noRelative
    case .bus:
      if party[.transport].text != Transport.bus.rawValue, party[.transport].text != Transport.van.rawValue {
        return Wording.Form.noBusNeeded
      }
      return context.center.openBuses.isEmpty ? Wording.Form.noBusOpen : nil
    case .appointment:
      return context.center.appointments.contains { $0.party == nil } ? nil : Wording.Form.noAppointments
    default: return nil
    }
  }

  /// Whether a member is a child beside an adult who is not their parent or guardian.
  private func isWithRelative(_ member: Int, _ context: EntryContext) -> Bool {
    guard member > 0, let tie = Tie(letter: members[member][.tie].text), tie != .ownChild, tie != .partner else {
      return false
    }
    return band(member, context) == .child && band(0, context) == .adult
  }

  /// The next field after one that is asked and not carried over; nil is the summary.
  func following(_ place: FormPlace?, in context: EntryContext) -> FormPlace? {
    ordered(after: place).first { next in
      if skipped(next, in: context) != nil { return false }
      if check != nil { return true }
      // Whoever carries the first language over does not type the second for every family.
      let leading = next.field == .secondLanguage ? FormPlace(.language) : next
      return self[leading].standing != .carried
    }
  }

  private func ordered(after place: FormPlace?) -> some Sequence<FormPlace> {
    var rest = FormField.ofParty.map { FormPlace($0) }
    if let place, !place.field.isOfParty {
      rest = []
      let at = FormField.ofMember.firstIndex(of: place.field) ?? 0
      for field in FormField.ofMember[(at + 1)...] { rest.append(FormPlace(field, of: place.member)) }
    } else {
      if let place, let at = FormField.ofParty.firstIndex(of: place.field) { rest.removeFirst(at + 1) }
      for field in FormField.ofMember { rest.append(FormPlace(field)) }
    }
    for member in members.indices.dropFirst((place?.member ?? 0) + 1) {
      for field in FormField.ofMember { rest.append(FormPlace(field, of: member)) }
    }
    return rest
  }

  /// Goes to a field, or to the summary, with what it holds.
  mutating func go(to next: FormPlace?, in context: EntryContext) {
    place = next
    load()
    guard next == nil else { return }
    returns = false
    faults = findFaults(in: context)
    wasSummaryDrawn = false
    isConfirmed = false
  }

  /// Takes what the field holds into the hand.
  mutating func load() {
    text = place.map { self[$0].text } ?? ""
    cursor = text.unicodeScalars.count
    isFresh = true
    questioned = nil
    choice = nil
    scanned = []
  }

  /// Judges the field and goes on; or stays, says why, and rings.
  mutating func goOn(in context: EntryContext) -> FormOutcome {
    guard let here = place else { return .nothing }
    guard leave(in: context) else { return .bell }
    advance(from: here, in: context)
    return .nothing
  }

  mutating func advance(from here: FormPlace, in context: EntryContext) {
    remember(here)
    go(to: returns ? nil : following(here, in: context), in: context)
  }

  private mutating func remember(_ here: FormPlace) {
    path.append(here)
    if path.count > ArrivalForm.longestPath { path.removeFirst() }
  }

  /// Back along the way taken; before its beginning, to what was carried over.
  mutating func goBack(in context: EntryContext) -> FormOutcome {
    guard let here = place else {
      returns = false
      go(to: path.popLast() ?? FormPlace(.familyName), in: context)
      return .nothing
    }
    guard leave(in: context) else { return .bell }
    while let before = path.popLast() {
      guard before != here, before.member < members.count, skipped(before, in: context) == nil else { continue }
      go(to: before, in: context)
      return .nothing
    }
    let earlier =
      FormField.ofParty.map { FormPlace($0) }
      + members[...here.member].indices.flatMap { member in FormField.ofMember.map { FormPlace($0, of: member) } }
    guard let at = earlier.firstIndex(of: here),
      let before = earlier[..<at].last(where: { skipped($0, in: context) == nil })
    else { return .bell }
    go(to: before, in: context)
    return .nothing
  }

  /// To the same field of the member before or behind; from the party to the first.
  mutating func goToMember(_ step: Int, in context: EntryContext) -> FormOutcome {
    guard let here = place else { return .bell }
    let target = here.field.isOfParty ? (step > 0 ? 0 : -1) : here.member + step
    guard members.indices.contains(target), leave(in: context) else { return .bell }
    remember(here)
    go(to: FormPlace(here.field.isOfParty ? .familyName : here.field, of: target), in: context)
    return .nothing
  }
}

// Leaving a field: what was typed is judged and kept, or stays in the hand.
extension ArrivalForm {
  /// Keeps what was typed; false when it cannot be, or not yet.
  mutating func leave(in context: EntryContext) -> Bool {
    guard let here = place else { return true }
    guard scanned.isEmpty else {
      say(.impossible, Wording.Form.scanIncomplete)
      load()
      return false
    }
    if isFresh { return check == nil || isSameAgain(self[here].text, here) }
    let typed = trimmed(text)
    guard !typed.isEmpty else { return isSameAgain("", here) && keep(FieldEntry(here.field), at: here, in: context) }
    switch verdict(on: here, typed, in: context) {
    case .impossible(let sentence):
      say(.impossible, sentence)
      questioned = nil
      return false
    case .unlikely(let kept, let check, let sentence):
      guard questioned == typed else {
        questioned = typed
        say(.unlikely, Wording.Form.enterAgain(sentence))
        return false
      }
      var entry = FieldEntry(here.field, kept, .entered)
      entry.confirmed = [check]
      return keep(entry, at: here, in: context)
    case .right(let kept, let note):
      guard isSameAgain(kept, here) else { return false }
      if let note { say(.note, note) }
      return keep(FieldEntry(here.field, kept, .entered), at: here, in: context)
    }
  }

  /// Puts a value into its field; what it was can be taken back.
  @discardableResult
  mutating func keep(_ entry: FieldEntry, at here: FormPlace, in context: EntryContext) -> Bool {
    let before = self[here]
    isFresh = true
    guard before != entry else { return true }
    if before.standing == .entered { corrections += 1 }
    remember()
    let wasAsked = party[.bus].isEmpty ? nil : skipped(FormPlace(.bus), in: context)
    self[here] = entry
    if here.field == .appointment { takeOver(entry.text, in: context) }
    if here.field == .transport, !party[.bus].isEmpty, wasAsked == nil, skipped(FormPlace(.bus), in: context) != nil {
      say(.note, Wording.Form.busLeftOut(party[.bus].text))
    }
    return true
  }

  /// What an appointment says of its people stands where nothing was entered.
  private mutating func takeOver(_ appointment: String, in context: EntryContext) {
    guard let listed = Code(appointment).flatMap({ context.center.appointment($0) }) else { return }
    let said: [(FormField, String?)] = [
      (.transport, Transport.appointment.rawValue), (.language, listed.language?.text),
      (.nationality, listed.nationality?.text),
    ]
    for case (let field, let text?) in said where party[field].standing != .entered {
      party[field] = FieldEntry(field, text, .carried)
    }
  }

  /// Keeps how everything stood, for taking the next change back.
  mutating func remember() {
    history.append(Snapshot(party: party, members: members, place: place))
    if history.count > ArrivalForm.longestHistory { history.removeFirst() }
  }
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return String(text)
}
