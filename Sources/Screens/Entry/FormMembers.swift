import CaseFlow

// Families: members added and taken out, values repeated, one value for all; and taking changes back.
extension ArrivalForm {
  /// Begins the next member: the family name is carried over.
  mutating func addMember(in context: EntryContext) -> FormOutcome {
    let here = place
    guard leave(in: context) else { return .bell }
    guard check == nil else {
      say(.impossible, Wording.Form.notWhileKeyedAgain)
      return .bell
    }
    guard let last = members.last, !last.isUntouched else {
      say(.impossible, Wording.Form.memberIsEmpty(members.count))
      return .bell
    }
    guard members.count < Limit.partyPeople else {
      say(.impossible, Wording.Form.partyIsFull)
      return .bell
    }
    remember()
    if let here { path.append(here) }
    let shared = members[here?.member ?? members.count - 1][.familyName].text
    var next = FormValues()
    next[.familyName] = FieldEntry(.familyName, shared == FormField.unknown ? "" : shared, .carried)
    members.append(next)
    returns = false
    let first = FormPlace(.familyName, of: members.count - 1)
    go(to: next[.familyName].isEmpty ? first : following(first, in: context), in: context)
    return .nothing
  }

  /// Takes the member at the cursor out of the form; the one who is left alone is emptied.
  mutating func removeMember(in context: EntryContext) -> FormOutcome {
    guard let here = place, !here.field.isOfParty, check == nil else { return .bell }
    remember()
    corrections += 1
    if members.count == 1 {
      members[0] = FormValues()
    } else {
      members.remove(at: here.member)
    }
    path = path.compactMap { step in
      if step.field.isOfParty || step.member < here.member { return step }
      return step.member == here.member ? nil : FormPlace(step.field, of: step.member - 1)
    }
    members[0][.tie] = FieldEntry(.tie, Tie.head.letter, .carried)
    go(to: FormPlace(.familyName, of: min(here.member, members.count - 1)), in: context)
    say(.note, Wording.Form.memberRemoved(here.member + 1))
    return .nothing
  }

  /// Repeats what the member before said in this field, or the case before, and goes on; in a second keying it takes
  /// what the first said.
  mutating func repeatPrevious(in context: EntryContext) -> FormOutcome {
    guard let here = place else { return .bell }
    let source =
      if let check { check[here] } else if here.member > 0 { members[here.member - 1][here.field] } else {
        previous[here.field]
      }
    guard !source.isEmpty else {
      say(.note, Wording.Form.nothingToRepeat)
      return .bell
    }
    check?.differences.removeAll { $0.place == here }
    keep(FieldEntry(here.field, source.text, .entered), at: here, in: context)
    advance(from: here, in: context)
    return .nothing
  }

  /// Gives every member what stands in this field.
  mutating func sameForAll(in context: EntryContext) -> FormOutcome {
    guard let here = place, check == nil, leave(in: context) else { return .bell }
    guard !here.field.isOfParty, here.field != .tie, members.count > 1 else {
      say(.note, here.field.isOfParty ? Wording.Form.isShared : Wording.Form.noOthers)
      return .bell
    }
    remember()
    let entry = self[here]
    for member in members.indices { members[member][here.field] = entry }
    load()
    say(.note, Wording.Form.sameForAll(here.field, members.count))
    return .nothing
  }

  /// Takes back what was typed since the field was entered, or the last change.
  mutating func takeBack(in context: EntryContext) -> FormOutcome {
    corrections += 1
    if let place, !isFresh || !scanned.isEmpty, text != self[place].text || !scanned.isEmpty {
      load()
      return .nothing
    }
    guard let last = history.popLast() else {
      say(.note, Wording.Form.nothingToTakeBack)
      return .bell
    }
    party = last.party
    members = last.members
    path.removeAll { !members.indices.contains($0.member) }
    go(to: last.place, in: context)
    say(.note, Wording.Form.takenBack)
    return .nothing
  }
}

// A scanned document.
extension ArrivalForm {
  /// Takes one line of a scan that a wedge types; true when it was one.
  mutating func takeScannedLine(in context: EntryContext) -> Bool {
    let line = text.uppercased()
    guard let here = place, !here.field.isOfParty, MRZ.isLine(line) || !scanned.isEmpty && isNextLine(line) else {
      return false
    }
    scanned.append(line)
    text = ""
    cursor = 0
    isFresh = false
    if scanned.count == MRZ.lineCounts[line.utf8.count] {
      let lines = scanned.joined(separator: "\n")
      if let document = MRZ(lines) {
        fill(document, in: context)
      } else {
        load()
        say(.impossible, Wording.Form.scanUnreadable)
      }
    }
    return true
  }

  private func isNextLine(_ line: String) -> Bool { line.utf8.count == scanned[0].utf8.count }

  /// Fills what a document says; what its check digits do not confirm is left to be typed.
  mutating func fill(_ document: MRZ, in context: EntryContext) {
    guard let here = place else { return }
    remember()
    func put(_ field: FormField, _ text: String) {
      let place = FormPlace(field, of: here.member)
      if !text.isEmpty, text != self[place].text { self[place] = FieldEntry(field, text, .entered) }
    }
    put(.familyName, document.familyName)
    put(.givenNames, document.givenNames)
    put(.sex, document.sex?.letter ?? "")
    if !document.doubtful.contains(.birth) { put(.birth, document.birthDate(today: context.today)?.text ?? "") }
    if !document.doubtful.contains(.number) {
      let parts = [document.number, document.documentKind, document.issuer]
      put(.document, parts.filter { !$0.isEmpty }.joined(separator: " "))
    }
    let nation = Vocabulary.nations.item(Code(document.nationality) ?? .none)?.code.text ?? ""
    var note = Wording.Form.scanned(document)
    if nation.isEmpty || self[FormPlace(.nationality)].isEmpty {
      put(.nationality, nation)
    } else if self[FormPlace(.nationality)].text != nation {
      note = Wording.Form.otherNation(nation)
    }
    let open = FormField.ofMember.map { FormPlace($0, of: here.member) }
      .first { self[$0].isEmpty && skipped($0, in: context) == nil }
    path.append(here)
    go(to: open ?? following(FormPlace(.note, of: here.member), in: context), in: context)
    say(document.doubtful.isEmpty ? .note : .unlikely, note)
  }
}
