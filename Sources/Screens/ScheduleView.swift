package import CaseFlow
import Synchronization

// The day of interviews as a list: what is booked, by its time, with what is broken; then the best next bookings.

/// What the schedule shows.
package struct ScheduleFigures: Sendable {
  package var bookings: [BookedInterview] = []
  /// Who is proposed, in the order of service.
  package var proposed: [CaseID] = []
  package var suggestions: [CaseID: Suggestion] = [:]

  init(of center: Center, at: Instant) {
    bookings = center.bookings(at: at)
    let all = center.suggestions(at: at, limit: ScheduleFigures.proposedMax)
    proposed = all.map(\.caseID)
    suggestions = Dictionary(all.map { ($0.caseID, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The most proposals shown.
  static let proposedMax = 200
}

/// The schedule of one model, made when it is first asked for: most boards never show it.
final class ScheduleOnce: Sendable {
  private let made = Mutex<ScheduleFigures?>(nil)

  func figures(of center: Center, at: Instant) -> ScheduleFigures {
    made.withLock { made in
      if let made { return made }
      let figures = ScheduleFigures(of: center, at: at)
      made = figures
      return figures
    }
  }
}

extension BoardModel {
  /// Bookings by their times, then proposals in the order of service.
  var scheduleItems: [Item] {
    schedule.bookings.map { .booking($0.caseID) } + schedule.proposed.map { .suggestion($0) }
  }

  /// `3 booked · 1 broken · 5 proposed`.
  var scheduleNotes: [Piece] {
    let broken = schedule.bookings.count { $0.fault != nil }
    var notes = [Piece(Wording.booked(schedule.bookings.count))]
    if broken > 0 { notes.append(Piece("\(glyphs.warning) \(Wording.broken(broken))", .watch)) }
    notes.append(Piece(Wording.proposed(schedule.proposed.count)))
    let byChoice = center.telephonedNeedlessly
    if byChoice > 0 { notes.append(Piece(Wording.byChoice(byChoice))) }
    return notes
  }

  /// The line that books a case again, to be changed: as it is proposed, else as it is booked.
  func bookingToMove(_ id: CaseID) -> String {
    guard let booking = schedule.suggestions[id]?.booking ?? aCase(id)?.booking else { return "book \(id.checked) " }
    return DeskLine.book(booking, of: id, self)
  }

  /// What the state of a waiting case says of its booking; nil where it has none.
  func bookedState(_ item: Case) -> String? {
    guard let booking = item.booking else { return nil }
    if center.bookingFault(of: item, at: now) != nil { return "\(glyphs.warning) \(Wording.bookingBroken)" }
    return Wording.bookedFor(TimeText.near(booking.from, now, zone))
  }

  /// What the page of a case says of its booking and of an interpreter who is sought.
  func bookingSentences(_ item: Case) -> [String] {
    var sentences: [String] = []
    if let booking = item.booking {
      sentences.append(
        Wording.bookingSentence(
          span(booking.window), booking, languageName(booking.language),
          interpreter: booking.interpreter?.text))
      if let fault = center.bookingFault(of: item, at: now) { sentences.append(Wording.brokenSentence(fault)) }
    }
    if let sought = item.interpreterSoughtAt, item.determination == nil {
      sentences.append(Wording.soughtSince(TimeText.near(sought, now, zone)))
    }
    return sentences
  }

  /// `14:15-15:45`, and `17 08:00-09:30` on the 17th.
  func span(_ window: Window) -> String {
    let date = zone.local(window.from.milliseconds).date
    let day = date == zone.local(now.milliseconds).date ? "" : "\(date.day) "
    return "\(day)\(TimeText.clock(window.from, zone))-\(TimeText.clock(window.until, zone))"
  }
}

extension ListTable {
  static let scheduleColumns: [Column] = [
    .left(Wording.timeHeading, 14),
    .left(Wording.caseHeading, 6),
    .left(Wording.officerHeading, 8, stretch: 2),
    .left(Wording.roomHeading, 9, rank: 1),
    .left(Wording.languageLongHeading, 10, rank: 2, stretch: 6),
    .left(Wording.stateHeading, 26, rank: 0, stretch: 40),
    .people(14, rank: 3, stretch: 12),
  ]

  func booking(_ id: CaseID) -> [Piece] {
    guard let booked = model.schedule.bookings.first(where: { $0.caseID == id }) else { return [] }
    let state =
      booked.fault.map { "\(model.glyphs.warning) \(Wording.fault($0))" }
      ?? Wording.bookingState(booked.booking, model.aCase(id)?.state)
    return line(id, booked.booking, Piece(state, booked.fault == nil ? .plain : .watch), .plain)
  }

  func suggestion(_ id: CaseID) -> [Piece] {
    guard let suggestion = model.schedule.suggestions[id] else { return [] }
    let left = TimeText.length(suggestion.deadline - model.now)
    return line(id, suggestion.booking, Piece(Wording.suggestion(suggestion, left: left), .dim), .dim)
  }

  private func line(_ id: CaseID, _ booking: Booking, _ state: Piece, _ style: Style) -> [Piece] {
    let interpreter = booking.interpreter.map { ", \($0)" } ?? ""
    return [
      Piece(model.span(booking.window), style), Piece(id.label, style), Piece(booking.officer.text, style),
      Piece(booking.mode == .telephone ? Wording.telephone : Wording.room(booking.room), style),
      Piece(model.languageName(booking.language) + interpreter, style), state,
      Piece(model.aCase(id).map { model.who($0) } ?? "", style),
    ]
  }
}
