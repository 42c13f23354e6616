package import CaseFlow

/// The forms of one operator: the one in the hand, those put aside, and how the work goes.
///
/// It encodes as a whole, names included: kept on a disk it must be sealed. Whoever holds it enters `form` when a key
/// answers `.file`, and then says `filed` or `form.refused(…)`.
package struct FormDesk: Hashable, Described {
  package var form = ArrivalForm()
  /// Forms put aside, the oldest first.
  package internal(set) var parked: [ArrivalForm] = []
  package internal(set) var statistics = FormStatistics()
  /// What the last filed form said, for the next one.
  private var last = FormValues()
  /// The marked line of the list of parked forms; nil while it is closed.
  private var choice: Int?

  package init() {}

  /// A desk with a blank form.
  package init(in context: EntryContext) { form = ArrivalForm(in: context) }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("form", &form)
    f.field("parked", &parked, most: FormDesk.parkedMost)
    f.field("statistics", &statistics)
    f.field("last", &last)
  }

  /// The forms that may be put aside at once: more of them, and none is remembered.
  package static let parkedMost = 20
}

/// What the operator's own work costs: for them first.
package struct FormStatistics: Hashable, Described {
  package var cases = 0
  package var keys = 0
  package var corrections = 0
  /// Seconds at forms, those put aside left out.
  package var seconds = 0
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("cases", &cases, usual: 0)
    f.field("keys", &keys, usual: 0)
    f.field("corrections", &corrections, usual: 0)
    f.field("seconds", &seconds, usual: 0)
  }

  /// Cases an hour; nil before the first minute.
  package var casesAnHour: Int? { seconds < 60 ? nil : cases * 3_600 / seconds }

  /// Keystrokes a case; nil before the first.
  package var keysACase: Int? { cases == 0 ? nil : keys / cases }
}

extension FormDesk {
  /// Does what a key means; `.park` is done here, `.file` and `.leave` are left to the holder.
  package mutating func press(_ key: Key, in context: EntryContext, _ help: FormHelp) -> FormOutcome {
    if choice != nil { return pressInList(key, in: context) }
    if key == .control("R") {
      guard !parked.isEmpty else {
        form.say(.note, Wording.Form.nothingParked)
        return .bell
      }
      choice = 0
      return .nothing
    }
    if key == .control("K"), parked.count >= FormDesk.parkedMost {
      form.say(.impossible, Wording.Form.tooManyParked)
      return .bell
    }
    let outcome = form.press(key, in: context, help)
    if outcome == .park { park(in: context) }
    return outcome
  }

  private mutating func park(in context: EntryContext) {
    putAside(in: context)
    form = ArrivalForm(in: context, after: last)
    form.say(.note, Wording.Form.parked(parked.count))
  }

  private mutating func putAside(in context: EntryContext) {
    statistics.seconds += worked(in: context)
    form.begunAt = nil
    form.parkedAt = form.parkedAt ?? context.now
    parked.append(form)
  }

  private func worked(in context: EntryContext) -> Int {
    form.begunAt.map { max(0, (context.now - $0).wholeSeconds) } ?? 0
  }

  /// The form stands in the journal: it is counted, and the next one is blank but for what is carried over.
  package mutating func filed(in context: EntryContext) {
    statistics.cases += 1
    statistics.keys += form.keys
    statistics.corrections += form.corrections
    statistics.seconds += worked(in: context)
    if !form.isOfRecorded { last = form.lastValues }
    form = ArrivalForm(in: context, after: last)
  }

  /// Puts another form into the hand, and aside what was typed in the one that was there.
  ///
  /// Throws when no more can be put aside.
  mutating func take(_ next: ArrivalForm, in context: EntryContext) throws(LineFault) {
    if !form.isBlank {
      guard parked.count < FormDesk.parkedMost else { throw LineFault(0..<0, Wording.Form.tooManyParked) }
      putAside(in: context)
    }
    form = next
  }

  /// Goes on with what the arrival line says; throws where it cannot be meant.
  mutating func take(_ line: ArrivalLine, in context: EntryContext) throws(LineFault) {
    try take(ArrivalForm(line, in: context, after: last), in: context)
  }

  /// Begins blank again where another bus or nothing typed makes what was carried over wrong.
  package mutating func refresh(in context: EntryContext) {
    if form.isBlank { form = ArrivalForm(in: context, after: last) }
  }

  private mutating func pressInList(_ key: Key, in context: EntryContext) -> FormOutcome {
    let marked = min(choice ?? 0, parked.count - 1)
    switch key {
    case .down, .tab: choice = min(marked + 1, parked.count - 1)
    case .up, .backTab: choice = max(0, marked - 1)
    case .enter: resume(marked, in: context)
    case .character(let scalar):
      guard let digit = Int(String(Character(scalar))), parked.indices.contains(digit - 1) else { return .bell }
      resume(digit - 1, in: context)
    case .escape, .control("C"), .control("G"), .control("R"): choice = nil
    case .control("Z"): return .suspend
    case .control("L"): return .redraw
    default: return .bell
    }
    return .nothing
  }

  /// Takes a parked form into the hand; the one that was there is put aside unless it is blank.
  private mutating func resume(_ index: Int, in context: EntryContext) {
    choice = nil
    guard parked.indices.contains(index) else { return }
    var next = parked.remove(at: index)
    next.parkedAt = nil
    if !form.isBlank { putAside(in: context) }
    let typed = next.text
    let isAtField = next.place != nil
    next.go(to: next.place, in: context)
    if isAtField { next.takeUp(typed) }
    form = next
  }

  /// Makes a desk read from a draft ready for keys again.
  package mutating func takeUp(in context: EntryContext) {
    form.mend()
    for index in parked.indices { parked[index].mend() }
    let typed = form.text
    form.go(to: form.place, in: context)
    if form.place != nil { form.takeUp(typed) }
  }
}

extension ArrivalForm {
  /// Leaves no place that does not exist: a draft may have been written by another version of the program.
  mutating func mend() {
    if members.isEmpty { members = [FormValues()] }
    if let here = place, !members.indices.contains(here.member) { place = FormPlace() }
    path.removeAll { !members.indices.contains($0.member) }
  }

  /// Puts what was being typed back into the field.
  mutating func takeUp(_ typed: String) {
    guard let place, typed != self[place].text else { return }
    text = typed
    cursor = typed.unicodeScalars.count
    isFresh = false
  }
}

extension FormDesk {
  /// Draws the form, or the list of those put aside with their ages.
  package func draw(in frame: inout Frame, _ rect: Rect, in context: EntryContext, _ help: FormHelp, _ glyphs: Glyphs) {
    guard let choice else {
      let status = Wording.Form.status(statistics, parked: parked.count, dot: glyphs.dot)
      return form.draw(in: &frame, rect, in: context, help, glyphs, status: status)
    }
    let area = rect.intersection(frame.rect)
    guard !area.isEmpty else { return }
    frame.fill(area)
    frame.put(" " + Wording.Form.parkedTitle, row: area.row, column: area.column, style: .heading, limit: area.width)
    let room = area.inset(top: 1)
    let first = max(0, min(choice - room.height / 2, parked.count - room.height))
    for (offset, form) in parked.dropFirst(first).prefix(room.height).enumerated() {
      let index = first + offset
      let line = room.line(offset)
      let age = form.parkedAt.map { TimeText.length(context.now - $0) } ?? Wording.none
      let text = Wording.Form.parkedLine(
        index + 1, age, Meaning.member(0, form, context), others: form.members.count - 1)
      frame.put(index == choice ? glyphs.marker : " ", row: line.row, column: line.column, style: .key)
      frame.put(
        TextWidth.clip(text, to: line.width - 1, ellipsis: glyphs.ellipsis), row: line.row, column: line.column + 1,
        style: index == choice ? .heading : .plain, limit: line.width - 1)
      if index == choice { frame.cursor = Position(row: line.row, column: line.column) }
    }
  }

  /// The screen showed the form.
  package mutating func wasDrawn() { form.wasDrawn() }
}
