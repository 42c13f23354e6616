import Alarms
import CaseFlow

/// The command lines behind the keys: what a key enters could have been typed after `:` or given to `jpc do`.
enum DeskLine {
  static let undo = "undo"

  static func arrive(_ line: String) -> String { "arrive \(line)" }
  static func call(_ desk: DeskID) -> String { "call \(desk.text)" }
  static func begin(_ id: CaseID) -> String { "begin \(id.checked)" }
  static func recall(_ id: CaseID) -> String { "recall \(id.checked)" }
  static func done(_ id: CaseID) -> String { "done \(id.checked)" }
  static func hold(_ id: CaseID, _ reason: HoldReason) -> String { "hold \(id.checked) \(reason.rawValue)" }
  static func resume(_ id: CaseID) -> String { "resume \(id.checked)" }
  static func expedite(_ id: CaseID, _ reason: ExpediteReason) -> String {
    "expedite \(id.checked) \(reason.rawValue)"
  }
  static func place(_ id: CaseID, _ area: Code) -> String { "place \(id.checked) \(area.text)" }
  /// It waits for who reviews it.
  static func determine(_ id: CaseID, _ outcome: Outcome, _ basis: Basis) -> String {
    "determine \(id.checked) \(outcome.rawValue) \(basis.rawValue) reviewer="
  }
  /// `book 0412-K 14:00 15:30 ao3 language=mam interpreter=mam1 room=i2`, as it can be typed and changed.
  static func book(_ booking: Booking, of id: CaseID, _ model: BoardModel) -> String {
    var words = [
      "book", id.checked, moment(booking.from, model), moment(booking.until, model), booking.officer.text,
      "language=\(booking.language.text)",
    ]
    if let interpreter = booking.interpreter { words.append("interpreter=\(interpreter.text)") }
    if let room = booking.room { words.append("room=i\(room.number)") }
    if booking.mode == .telephone { words.append("mode=\(booking.mode.rawValue)") }
    if booking.withCounsel { words.append("counsel=yes") }
    return words.joined(separator: " ")
  }
  /// A time of today, or one with its day; where the clock shows it twice, the line says which by its offset.
  private static func moment(_ instant: Instant, _ model: BoardModel) -> String {
    let local = model.zone.local(instant.milliseconds)
    guard case .one = model.zone.instants(ofLocal: local) else {
      return RFC3339.format(milliseconds: instant.milliseconds)
    }
    let clock = TimeText.clock(instant, model.zone)
    let date = local.date
    if date == model.zone.local(model.now.milliseconds).date { return clock }
    return "\(date.year)-\(TimeText.two(date.month))-\(TimeText.two(date.day))/\(clock)"
  }
  static func unbook(_ id: CaseID, _ reason: UnbookReason) -> String { "unbook \(id.checked) \(reason.rawValue)" }
  static func plan(_ id: CaseID, _ plan: Plan) -> String { "plan \(id.checked) \(plan.rawValue)" }
  static func correct(_ entry: Int64) -> String { "correct \(entry) " }
  static func stay(_ id: CaseID, _ reason: StayReason) -> String { "stay \(id.checked) \(reason.rawValue)" }
  static func cause(_ id: CaseID, _ clock: ClockKind, _ cause: BreachCause) -> String {
    "breach \(id.checked) \(BreachKind.clock.rawValue) \(cause.rawValue) clock=\(clock.rawValue)"
  }
  /// It waits for the second reviewer.
  static func screen(_ id: CaseID, _ answers: [Bool]) -> String {
    "screen \(id.checked) \(answers.map { $0 ? "yes" : "no" }.joined(separator: " ")) second="
  }
  static func open(_ desk: DeskID) -> String { "open \(desk.text)" }
  static func close(_ desk: DeskID) -> String { "close \(desk.text)" }
  static func interpreters(_ language: Code) -> String { "interpreters \(language.text) " }
  static func sign(_ side: ShiftSide) -> String { "sign \(side.rawValue)" }
  /// They wait for what was promised, and for the number of the promise.
  static let promise = "promise \""
  static let kept = "kept "
  /// The values of a level as they are, to be changed.
  static func threshold(_ name: String, _ level: ThresholdLevel) -> String {
    let (on, off) = (level.onDelay.milliseconds / 60_000, level.offDelay.milliseconds / 60_000)
    return "threshold \(name) level=\(level.level.rawValue) raise=\(level.raise) clear=\(level.clear) "
      + "on=\(on) off=\(off) count=\(level.minimumCount)"
  }
  static func staffed(_ area: Code) -> String { "capacity \(area.text) \(CapacityPart.staffed.rawValue) " }
}
