import CaseFlow

// What each key does in a form. The table of keys stands in docs/entry-form.md.
extension ArrivalForm {
  /// Does what a key means and answers what its holder must do. Pure; O(what the form holds).
  package mutating func press(_ key: Key, in context: EntryContext, _ help: FormHelp) -> FormOutcome {
    if key == .resize { return .nothing }
    if begunAt == nil { begunAt = context.now }
    keys += 1
    message = nil
    if let outcome = pressAnywhere(key, in: context) { return outcome }
    guard place != nil else { return pressAtSummary(key, in: context) }
    if choice != nil, let outcome = pressInList(key, in: context, help) { return outcome }
    return pressInField(key, in: context, help)
  }

  /// The keys that mean the same at a field and at the summary.
  private mutating func pressAnywhere(_ key: Key, in context: EntryContext) -> FormOutcome? {
    switch key {
    case .control("Z"): return .suspend
    case .control("L"): return .redraw
    case .control("F"): showsDuplicates.toggle()
    case .control("N"): return addMember(in: context)
    case .control("Y"), .control("_"): return takeBack(in: context)
    case .control("K"):
      if isBlank { return .bell }
      parkedAt = context.now
      return .park
    case .escape, .control("C"), .control("G"):
      if choice != nil { choice = nil } else if showsDuplicates { showsDuplicates = false } else { return .leave }
    default: return nil
    }
    return .nothing
  }

  private mutating func pressInField(_ key: Key, in context: EntryContext, _ help: FormHelp) -> FormOutcome {
    switch key {
    case .enter: return takeScannedLine(in: context) ? .nothing : goOn(in: context)
    case .tab, .down: return goOn(in: context)
    case .backTab, .up: return goBack(in: context)
    case .pageDown: return goToMember(1, in: context)
    case .pageUp: return goToMember(-1, in: context)
    case .control("D"), .function(10): return file(in: context)
    case .control("P"): return repeatPrevious(in: context)
    case .control("A"): return sameForAll(in: context)
    case .control("X"): return removeMember(in: context)
    case .control("O"), .function(4): return openList(in: context, help)
    case .character(let scalar): return type(scalar, in: context)
    case .paste(let text): return paste(text, in: context)
    default: return edit(key)
    }
  }

  private mutating func pressAtSummary(_ key: Key, in context: EntryContext) -> FormOutcome {
    switch key {
    case .enter, .control("D"), .function(10): return file(in: context)
    case .backTab, .up: return goBack(in: context)
    case .character(let scalar):
      guard let digit = Int(String(Character(scalar))), faults.indices.contains(digit - 1) else { return .bell }
      go(to: faults[digit - 1].place, in: context)
      returns = true
      return .nothing
    default: return .bell
    }
  }

  /// Files from anywhere; whatever stands against it is shown at the summary, and an unlikely form asks once more.
  private mutating func file(in context: EntryContext) -> FormOutcome {
    let isAtSummary = place == nil
    guard leave(in: context) else { return .bell }
    guard !isAtSummary || wasSummaryDrawn else { return .bell }
    if let here = place { path.append(here) }
    let wasConfirmed = isAtSummary && isConfirmed
    go(to: nil, in: context)
    if let first = faults.first(where: \.isImpossible) {
      wasSummaryDrawn = isAtSummary
      say(.impossible, first.text)
      return .bell
    }
    if !faults.isEmpty, !wasConfirmed {
      // Enter again means something only once the question has been seen.
      isConfirmed = true
      say(.unlikely, Wording.Form.enterFilesAnyway)
      return .bell
    }
    isConfirmed = wasConfirmed
    wasSummaryDrawn = true
    return .file
  }
}

// Typing into a field.
extension ArrivalForm {
  private mutating func type(_ scalar: Unicode.Scalar, in context: EntryContext) -> FormOutcome {
    guard let here = place else { return .bell }
    if isFresh || text.isEmpty, scanned.isEmpty {
      if scalar == "\"" { return repeatPrevious(in: context) }
      if scalar == "?" { return enterUnknown(here, in: context) }
    }
    guard here.field.allows(scalar), insert(scalar) else { return .bell }
    if choice != nil { choice = 0 }
    guard here.field.isFull(text), cursor == text.unicodeScalars.count, choice == nil else { return .nothing }
    if case .right = verdict(on: here, text, in: context) { return goOn(in: context) }
    // Full and wrong: it says so at once, and stays.
    return leave(in: context) ? .nothing : .bell
  }

  private mutating func enterUnknown(_ here: FormPlace, in context: EntryContext) -> FormOutcome {
    replace(with: FormField.unknown)
    return goOn(in: context)
  }

  private mutating func replace(with new: String) {
    text = new
    cursor = new.unicodeScalars.count
    isFresh = false
  }

  /// Puts one character at the cursor; false when there is no room or it has no shape of its own.
  private mutating func insert(_ scalar: Unicode.Scalar) -> Bool {
    guard let here = place, !ArrivalForm.isHidden(scalar) else { return false }
    if isFresh { replace(with: "") }
    guard text.unicodeScalars.count < here.field.longest else { return false }
    questioned = nil
    change { $0.insert(scalar, at: $1) }
    cursor += 1
    return true
  }

  /// What no field takes, because a reader would not see it or see something else: it could not be stored either.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  private mutating func change(_ change: (inout [Unicode.Scalar], Int) -> Void) {
    var scalars = Array(text.unicodeScalars)
    change(&scalars, min(cursor, scalars.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
  }

  /// A paste is text, and a scanned document is a document; neither submits anything.
  private mutating func paste(_ pasted: String, in context: EntryContext) -> FormOutcome {
    guard let here = place else { return .bell }
    if !here.field.isOfParty, let document = MRZ(pasted) {
      fill(document, in: context)
      return .nothing
    }
    var isWhole = true
    for scalar in pasted.unicodeScalars where isWhole {
      let isBlank = TextWidth.kind(of: scalar) == .blank
      isWhole = insert(isBlank ? " " : scalar)
    }
    if !isWhole { say(.note, Wording.Form.pasteCut) }
    return isWhole ? .nothing : .bell
  }

  private mutating func edit(_ key: Key) -> FormOutcome {
    let length = text.unicodeScalars.count
    switch key {
    case .backspace:
      guard cursor > 0 else { return .bell }
      change { $0.remove(at: $1 - 1) }
      cursor -= 1
    case .delete:
      guard cursor < length else { return .bell }
      change { $0.remove(at: $1) }
    case .control("U"): replace(with: "")
    case .control("W"):
      let kept = text.split(separator: " ").dropLast().map { $0 + " " }.joined()
      replace(with: kept)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(length, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = length
    default: return .bell
    }
    switch key {
    case .backspace, .delete, .control: corrections += 1
    default: break
    }
    isFresh = false
    questioned = nil
    return .nothing
  }
}

// The open list of a coded field.
extension ArrivalForm {
  /// The answers that fit what was typed.
  func listed(in context: EntryContext, _ help: FormHelp) -> [FormChoice] {
    guard let here = place, choice != nil else { return [] }
    return TypeAhead.list(here.field, isFresh ? "" : text, in: context, help)
  }

  private mutating func openList(in context: EntryContext, _ help: FormHelp) -> FormOutcome {
    guard let here = place, here.field.isCoded else {
      say(.note, Wording.Form.noList)
      return .bell
    }
    choice = 0
    return .nothing
  }

  /// Keys that mean something else while the list is open; nil for all others.
  private mutating func pressInList(_ key: Key, in context: EntryContext, _ help: FormHelp) -> FormOutcome? {
    let list = listed(in: context, help)
    switch key {
    case .down: choice = min((choice ?? 0) + 1, max(0, list.count - 1))
    case .up: choice = max(0, (choice ?? 0) - 1)
    case .pageDown: choice = min((choice ?? 0) + 10, max(0, list.count - 1))
    case .pageUp: choice = max(0, (choice ?? 0) - 10)
    case .enter, .tab:
      guard let here = place, let index = choice, list.indices.contains(index) else { return .bell }
      choice = nil
      if here.field == .needs {
        let words = isFresh ? [] : text.split(separator: " ", omittingEmptySubsequences: false).dropLast()
        replace(with: (words.map(String.init) + [list[index].text]).joined(separator: " "))
      } else {
        replace(with: list[index].text)
      }
      return goOn(in: context)
    default: return nil
    }
    return .nothing
  }
}
