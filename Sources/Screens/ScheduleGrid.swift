import CaseFlow

/// The day of interviews as a picture, where the screen is wide: officers down, time across in quarters of an hour.
///
/// Dots are free, blanks off duty, `[0412  ]` a booking, `!0412  !` a broken one, `(0413  )` a proposal.
struct ScheduleGrid {
  private let model: BoardModel
  private let width: Int
  private let rows: Int
  private let begins: Instant

  /// The cells of a quarter of an hour.
  private static let slotWidth = 2
  private static let slot = Span.minutes(15)
  /// The cells before the first quarter: the name of an officer.
  private static let nameWidth = 14
  /// The narrowest screen that has the picture.
  private static let widthMin = 100

  init(_ model: BoardModel, width: Int, rows: Int) {
    self.model = model
    self.width = width
    self.rows = rows
    let hour: Int64 = 3_600_000
    begins = Instant(milliseconds: model.now.milliseconds / hour * hour)
  }

  /// The lines it takes of a body: none on a narrow or low screen, or where nobody is on duty.
  static func rows(_ model: BoardModel, width: Int, room: Int) -> Int {
    let officers = ScheduleGrid(model, width: width, rows: 0).officers.count
    return width < widthMin || room < 14 || officers == 0 ? 0 : min(officers + 1, room / 2)
  }

  private var slots: Int { max(0, (width - ScheduleGrid.nameWidth) / ScheduleGrid.slotWidth) }

  private var shown: Window {
    Window(begins, begins + Span(milliseconds: Int64(slots) * ScheduleGrid.slot.milliseconds))
  }

  /// Who is on duty as an officer in the time shown, those who are here first.
  private var officers: [(code: Code, isRemote: Bool)] {
    var officers: [(code: Code, isRemote: Bool)] = []
    for duty in model.center.duties where duty.role == .officer && duty.window.overlaps(shown) {
      if let index = officers.firstIndex(where: { $0.code == duty.staff }) {
        officers[index].isRemote = officers[index].isRemote && duty.isRemote
      } else {
        officers.append((duty.staff, duty.isRemote))
      }
    }
    return officers.sorted { ($0.isRemote ? 1 : 0, $0.code) < ($1.isRemote ? 1 : 0, $1.code) }
  }

  /// Draws the hours and one row for each officer, and answers how many lines that took.
  func draw(in frame: inout Frame, row: Int, selected: Item?) -> Int {
    guard rows > 0 else { return 0 }
    drawHours(in: &frame, row: row)
    let officers = officers
    let room = rows - 1
    for (index, officer) in officers.prefix(room).enumerated() {
      if index == room - 1, officers.count > room {
        frame.put(Wording.moreOfficers(officers.count - index), row: row + 1 + index, column: 1, style: .dim)
      } else {
        draw(officer, in: &frame, row: row + 1 + index, selected)
      }
    }
    return rows
  }

  private func column(_ instant: Instant) -> Int {
    let slot = (instant - begins).milliseconds / ScheduleGrid.slot.milliseconds
    return ScheduleGrid.nameWidth + Int(min(Int64(slots), max(0, slot))) * ScheduleGrid.slotWidth
  }

  private func drawHours(in frame: inout Frame, row: Int) {
    for slot in stride(from: 0, to: slots - 3, by: 4) {
      let hour = begins + Span(milliseconds: Int64(slot) * ScheduleGrid.slot.milliseconds)
      frame.put(TimeText.clock(hour, model.zone), row: row, column: column(hour), style: .heading)
    }
  }

  private func draw(
    _ officer: (code: Code, isRemote: Bool), in frame: inout Frame, row: Int, _ selected: Item?
  ) {
    let name = officer.code.text + (officer.isRemote ? " \(Wording.telephoneShort)" : "")
    frame.put(
      TextWidth.clip(name, to: ScheduleGrid.nameWidth - 2, ellipsis: model.glyphs.ellipsis), row: row, column: 1)
    for duty in model.center.duties where duty.staff == officer.code && duty.role == .officer {
      for at in stride(from: column(duty.from), to: column(duty.until), by: ScheduleGrid.slotWidth) {
        frame.put(model.glyphs.dot, row: row, column: at, style: .dim)
      }
    }
    for (id, suggestion) in model.schedule.suggestions where suggestion.booking.officer == officer.code {
      draw(id, suggestion.booking, "(", ")", .dim, selected == .suggestion(id), in: &frame, row: row)
    }
    for booked in model.schedule.bookings where booked.booking.officer == officer.code {
      let isBroken = booked.fault != nil
      draw(
        booked.caseID, booked.booking, isBroken ? "!" : "[", isBroken ? "!" : "]", isBroken ? .watch : .plain,
        selected == .booking(booked.caseID), in: &frame, row: row)
    }
  }

  private func draw(
    _ id: CaseID, _ booking: Booking, _ left: String, _ right: String, _ style: Style, _ isSelected: Bool,
    in frame: inout Frame, row: Int
  ) {
    let from = column(booking.from)
    // What ends within a quarter is shown to the end of it.
    let until = column(booking.until + ScheduleGrid.slot - Span(milliseconds: 1))
    guard until - from >= ScheduleGrid.slotWidth else { return }
    let inside = TextWidth.pad(id.label, to: until - from - 2, .left, ellipsis: "")
    frame.put(left + inside + right, row: row, column: from, style: isSelected ? style.reversed : style)
  }
}
