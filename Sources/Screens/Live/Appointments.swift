import CaseFlow

// Who is expected today by appointment, and one key that begins their party.

/// How an appointment stands.
enum AppointmentStanding: Int, Comparable {
  case due, late, noShow, came

  static func < (a: AppointmentStanding, b: AppointmentStanding) -> Bool { a.rawValue < b.rawValue }
}

extension BoardModel {
  func standing(of appointment: Appointment) -> AppointmentStanding {
    if appointment.party != nil { return .came }
    if appointment.isNoShow(at: now) { return .noShow }
    return appointment.expected < now ? .late : .due
  }

  /// Those of today, and those of the night before who may still come: awaited first, then no-shows, then who came.
  var appointmentsToday: [Appointment] {
    let today = zone.local(now.milliseconds).date
    return center.appointments
      .filter { zone.local($0.expected.milliseconds).date == today || standing(of: $0) == .late }
      .map { (key: (max(standing(of: $0), .late), $0.expected, $0.id), appointment: $0) }
      .sorted { $0.key < $1.key }.map(\.appointment)
  }
}

extension ListTable {
  static let appointmentColumns: [Column] = [
    .right(Wording.timeHeading, 6),
    .left(Wording.referenceHeading, 16),
    .right(Wording.peopleHeading, 6, rank: 1),
    .left(Wording.languageHeading, 12, rank: 3, stretch: 12),
    .left(Wording.nationHeading, 6, rank: 4),
    .left(Wording.stateHeading, 22, rank: 2, stretch: 20),
  ]

  func appointment(_ code: Code) -> [Piece] {
    guard let appointment = model.center.appointment(code) else { return [] }
    let standing = model.standing(of: appointment)
    let style: Style = standing == .came ? .dim : .plain
    let item = appointment.party.flatMap { model.center.parties[$0] }?.cases.first
    let away = Span(milliseconds: abs((appointment.expected - model.now).milliseconds))
    let state = Wording.appointment(standing, TimeText.length(away), item?.checked)
    let isAwaited = standing == .late || standing == .noShow
    return [
      Piece(TimeText.short(appointment.expected, model.now, model.zone), style), Piece(code.text, style),
      Piece(String(appointment.people), style),
      Piece(appointment.language.map { model.languageName($0) } ?? Wording.none, style),
      Piece(appointment.nationality?.text ?? Wording.none, style),
      Piece(isAwaited ? "\(model.glyphs.warning) \(state)" : state, isAwaited ? .watch : style),
    ]
  }
}

/// Enter on an appointment: the arrival line begins with what the list says of it; the people typed take the place of
/// those expected. Who came for it already is shown.
func begin(_ code: Code, _ model: BoardModel, _ state: inout ViewState) {
  guard let appointment = model.center.appointment(code) else { return }
  if let item = appointment.party.flatMap({ model.center.parties[$0] })?.cases.first { return openCase(item, &state) }
  if let reason = model.entersNothing { return state.say(reason, at: model.now, isRefusal: true) }
  guard state.line.isEmpty else { return state.say(Wording.lineNotEmpty, at: model.now, isRefusal: true) }
  // Without a language a nation would be read as one; the list completes it all the same.
  let codes = [appointment.language, appointment.language == nil ? nil : appointment.nationality]
    .compactMap { $0?.text.lowercased() }
  let words = codes + ["appt=\(code.text)"]
  state.go(to: .arrive)
  state.line = TypedText(" " + words.joined(separator: " "))
  _ = state.line.press(.home)
  // That no child is alone, a blank before the next word, a note: no people begin with these. Any other digit says how
  // many came, and must not be read as children alone among those expected.
  state.line.propose("\(appointment.people)?", answers: "0n !")
  state.say(Wording.appointmentBegun(appointment.people), at: model.now)
}
