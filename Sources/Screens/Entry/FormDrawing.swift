import CaseFlow

/// A form as it is drawn: fields in the order of the paper, the family beside them, messages at the bottom.
///
/// What is not entered is underlined, what is entered plain, what is carried over dim, what is passed over in brackets
/// with the reason: they are told apart without colors.
struct FormPicture {
  let form: ArrivalForm
  let context: EntryContext
  let help: FormHelp
  let glyphs: Glyphs
  /// What stands at the right of the title: the operator's own figures.
  let status: String

  /// From how many columns on the family stands beside the fields.
  private static let sideFrom = 72
  private static let sideWidth = 26

  func draw(in frame: inout Frame, _ rect: Rect) {
    guard !rect.isEmpty else { return }
    frame.fill(rect)
    var body = rect
    if rect.height >= 2 {
      drawMessage(in: &frame, rect.bottom(1))
      body = body.inset(bottom: 1)
    }
    if rect.height >= 7 {
      drawHint(in: &frame, body.bottom(1))
      body = body.inset(bottom: 1)
    }
    if rect.height >= 5 {
      drawTitle(in: &frame, body.top(1))
      body = body.inset(top: 1)
    }
    if form.place == nil { return drawSummary(in: &frame, body) }
    let opened = opened
    if body.width >= FormPicture.sideFrom {
      let (left, right) = body.split(columns: body.width - FormPicture.sideWidth - 1, gap: 1)
      drawFields(in: &frame, left)
      draw(opened ?? family, in: &frame, right)
    } else if let opened, body.height >= 3 {
      drawFields(in: &frame, body.top(1))
      draw(opened, in: &frame, body.inset(top: 1))
    } else {
      drawFields(in: &frame, body)
    }
  }

  // MARK: the lines around

  private func put(_ pieces: [Piece], in frame: inout Frame, _ line: Rect) {
    frame.put(pieces.clipped(to: line.width, ellipsis: glyphs.ellipsis), row: line.row, column: line.column)
  }

  private func drawTitle(in frame: inout Frame, _ line: Rect) {
    var pieces = [Piece(" " + title, .heading)]
    let count = help.duplicates(form).count
    if count > 0 { pieces.append(Piece("  " + Wording.Form.duplicates(count), .watch)) }
    put(pieces, in: &frame, line)
    let used = pieces.reduce(0) { $0 + TextWidth.cells(of: $1.text) }
    if used + TextWidth.cells(of: status) + 3 <= line.width {
      frame.putRight(status, row: line.row, endColumn: line.endColumn - 1, style: .dim)
    }
  }

  private var title: String {
    if let check = form.check { return Wording.Form.secondKeying(by: check.by.text) }
    guard let place = form.place else { return Wording.Form.summaryTitle }
    return Wording.Form.title(member: place.field.isOfParty ? nil : place.member + 1, of: form.members.count)
  }

  private func drawMessage(in frame: inout Frame, _ line: Rect) {
    guard let message = form.message else {
      guard let place = form.place, form.text.isEmpty, form.choice == nil else { return }
      return put([Piece(" " + Wording.Form.takes(place.field, context.dateOrder), .dim)], in: &frame, line)
    }
    let style: Style =
      switch message.severity {
      case .impossible: .refusal
      case .unlikely: .strained
      case .note: .plain
      }
    put([Piece(" " + Wording.Form.sign(message.severity) + message.text, style)], in: &frame, line)
  }

  private func drawHint(in frame: inout Frame, _ line: Rect) {
    var pieces: [Piece] = []
    var used = 0
    for (keys, label) in Wording.Form.hints(atSummary: form.place == nil, inList: form.choice != nil) {
      let next = [Piece(pieces.isEmpty ? " " : "  "), Piece(keys, .key), Piece(" " + label, .dim)]
      used += next.reduce(0) { $0 + TextWidth.cells(of: $1.text) }
      if used > line.width { break }
      pieces += next
    }
    put(pieces, in: &frame, line)
  }

  // MARK: the fields

  private func drawFields(in frame: inout Frame, _ area: Rect) {
    guard let here = form.place, !area.isEmpty else { return }
    let member = here.field.isOfParty ? 0 : here.member
    var rows: [FormPlace?] = FormField.ofParty.map { FormPlace($0) }
    rows.append(nil)
    rows += FormField.ofMember.map { FormPlace($0, of: member) }
    let at = rows.firstIndex(of: here) ?? 0
    // What is typed now stays in sight, with as much before it as there is room for.
    let first = max(0, min(at - area.height / 2, rows.count - area.height))
    for (offset, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
      let line = area.line(offset)
      if let place = row {
        drawField(place, in: &frame, line)
      } else {
        put([Piece(" " + Wording.Form.memberHeading(member + 1), .heading)], in: &frame, line)
      }
    }
  }

  private func drawField(_ place: FormPlace, in frame: inout Frame, _ line: Rect) {
    let isHere = place == form.place
    let labelWidth = min(15, max(0, line.width / 3))
    let label = TextWidth.clip(Wording.Form.label(place.field), to: labelWidth - 2)
    frame.put(isHere ? glyphs.marker : " ", row: line.row, column: line.column, style: .key, limit: line.width)
    frame.put(label, row: line.row, column: line.column + 1, style: isHere ? .heading : .plain, limit: labelWidth - 1)
    let room = line.inset(left: labelWidth)
    let width = min(room.width, max(8, min(34, room.width - 16)))
    let entry = form[place]
    if isHere {
      drawTyped(in: &frame, room, width)
    } else if let reason = form.skipped(place, in: context) {
      let held = entry.isEmpty ? Wording.none : entry.text
      put([Piece("[\(held)] \(reason)", .dim)], in: &frame, room)
      return
    } else if entry.isEmpty {
      frame.fill(room.left(min(width, max(1, place.field.longest))), style: .field)
    } else {
      let style: Style = entry.standing == .carried ? .carried : .plain
      put([Piece(entry.text, style)], in: &frame, room.left(width))
    }
    put([Piece(meaning(place, isHere), .dim)], in: &frame, room.inset(left: width + 1))
  }

  /// The field under the cursor: the end of a long text, and the cursor in it.
  private func drawTyped(in frame: inout Frame, _ room: Rect, _ width: Int) {
    guard width > 0 else { return }
    frame.fill(room.left(width), style: .field)
    let scalars = Array(form.text.unicodeScalars)
    let cursor = min(form.cursor, scalars.count)
    var start = 0
    func cells(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + TextWidth.width(of: $1) } }
    while start < cursor, cells(start..<cursor) >= width { start += 1 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start...])
    let isCarried = form.isFresh && form.place.map { form[$0].standing == .carried } ?? false
    frame.put(
      String(view), row: room.row, column: room.column, style: isCarried ? Style.carried.underlined : .field,
      limit: width)
    frame.cursor = Position(row: room.row, column: room.column + cells(start..<cursor))
  }

  /// What a field's text means, beside it: the decoded code, the age of a date, the year of an age.
  private func meaning(_ place: FormPlace, _ isHere: Bool) -> String {
    let kept = form[place].text
    guard isHere, !form.isFresh else { return Meaning.of(place, kept, form, context) }
    guard form.text != FormField.unknown else { return Wording.Form.unknown }
    if place.field.isCoded, place.field != .needs {
      switch TypeAhead.read(place.field, form.text, in: context) {
      case _ where form.text.isEmpty: return ""
      case .one(let choice): return choice.name
      case .several(let some): return Wording.Form.several(some)
      case .none: return ""
      }
    }
    guard case .right(let text, _) = form.verdict(on: place, form.text, in: context) else { return "" }
    return Meaning.of(place, text, form, context)
  }

  // MARK: the side

  private struct Side {
    var title: String
    var lines: [(text: String, isMarked: Bool)]
  }

  private var opened: Side? {
    if let choice = form.choice {
      let list = form.listed(in: context, help)
      let lines = list.enumerated().map { (text: $1.text + " " + $1.name, isMarked: $0 == choice) }
      return Side(title: lines.isEmpty ? Wording.Form.nothingFits : Wording.Form.listTitle(list.count), lines: lines)
    }
    guard form.showsDuplicates else { return nil }
    let found = help.duplicates(form)
    return Side(
      title: Wording.Form.duplicates(found.count),
      lines: found.map { (text: Wording.Form.duplicate($0), isMarked: false) })
  }

  private var family: Side {
    let here = form.place.flatMap { $0.field.isOfParty ? nil : $0.member }
    return Side(
      title: Wording.Form.family(form.members.count),
      lines: form.members.indices.map { (text: Meaning.line(ofMember: $0, form, context), isMarked: $0 == here) })
  }

  private func draw(_ side: Side, in frame: inout Frame, _ area: Rect) {
    guard !area.isEmpty else { return }
    put([Piece(side.title, .heading)], in: &frame, area.line(0))
    let room = area.inset(top: 1)
    let marked = side.lines.firstIndex(where: \.isMarked) ?? 0
    let first = max(0, min(marked - room.height / 2, side.lines.count - room.height))
    for (offset, line) in side.lines.dropFirst(first).prefix(room.height).enumerated() {
      let sign = line.isMarked ? glyphs.marker : " "
      put([Piece(sign, .key), Piece(line.text, line.isMarked ? .heading : .plain)], in: &frame, room.line(offset))
    }
  }

  // MARK: the summary

  private func drawSummary(in frame: inout Frame, _ area: Rect) {
    guard !area.isEmpty else { return }
    var lines = Page.wrap(Meaning.summary(of: form, context), to: max(8, area.width - 2)).map { Piece($0, .heading) }
    if let alone = Meaning.childAlone(form, context) { lines.append(Piece(alone, .strained)) }
    lines += form.faults.enumerated().map { index, fault in
      let digit = index < 9 ? "\(index + 1) " : "  "
      let sign = Wording.Form.sign(fault.isImpossible ? .impossible : .unlikely)
      return Piece(digit + sign + fault.text, fault.isImpossible ? .refusal : .strained)
    }
    lines += form.members.indices.map { Piece("  " + Meaning.line(ofMember: $0, form, context)) }
    for (offset, line) in lines.prefix(area.height).enumerated() {
      put([Piece(" "), line], in: &frame, area.line(offset))
    }
    frame.cursor = Position(row: area.row, column: area.column)
  }
}

extension ArrivalForm {
  /// Draws the form into a part of a frame and puts the cursor where the next character goes.
  ///
  /// `status` is what the title says at its right. Any size is lawful.
  package func draw(
    in frame: inout Frame, _ rect: Rect, in context: EntryContext, _ help: FormHelp, _ glyphs: Glyphs,
    status: String = ""
  ) {
    FormPicture(form: self, context: context, help: help, glyphs: glyphs, status: status)
      .draw(in: &frame, rect.intersection(frame.rect))
  }
}
