// The next 32 hours in slots of a quarter of an hour: who is free when, as sets of slots in one word pair each.

/// Who and what is free for interviews, slot by slot.
struct SlotDay {
  /// Someone of the roster.
  private struct Staff {
    var code: Code
    var languages: [Code]
    var free: UInt128
    /// When they are here rather than at a telephone.
    var here: UInt128
  }

  private struct Room {
    var desk: DeskID
    var free: UInt128
  }

  private let begins: Instant
  private let length: Int
  private var officers: [Staff] = []
  private var interpreters: [Staff] = []
  private var rooms: [Room] = []
  /// Slots in which counsel can be had; all where nobody knows the hours of counsel.
  private var counsel = UInt128.max
  private let spokenByAll: Set<Code>
  /// Languages for which the center counts interpreters or lines, and the roster names nobody.
  private let counted: Set<Code>

  init(_ center: Center, at: Instant) {
    let slot = Limit.slot.milliseconds
    begins = Instant(milliseconds: (at.milliseconds + slot - 1) / slot * slot)
    length = center.interviewSlots
    spokenByAll = Set(center.plan.languages.filter(\.spokenByStaff).map(\.code))
    counted = Set(center.interpreters.map(\.language).filter(center.isCounted))
    for duty in center.duties where duty.role == .officer { add(duty, to: &officers) }
    for duty in center.duties where duty.role == .interpreter { add(duty, to: &interpreters) }
    officers.sort { ($0.languages.count, $0.code) < ($1.languages.count, $1.code) }
    interpreters.sort { ($0.languages.count, $0.code) < ($1.languages.count, $1.code) }
    rooms = center.rooms.map { Room(desk: $0, free: .max) }
    center.forEachBooking { id, booking in
      if let item = center.cases[id], center.bookingFault(of: item, at: at) == nil { take(booking) }
    }
    setCounsel(center, at)
    // Whoever serves someone now is taken for as long as an interview lasts.
    let served = Span(milliseconds: Int64(length) * slot)
    for desk in center.desks where desk.id.stage == .interview && desk.serving != nil {
      take(desk.staff ?? .none, desk.id, mask(Window(at, max(at, desk.changedAt + served))))
    }
  }

  /// Adds the slots of a duty to those of whoever is on it with the same languages.
  private func add(_ duty: Duty, to staff: inout [Staff]) {
    let slots = mask(duty.window, whole: true)
    guard slots != 0 else { return }
    if let index = staff.firstIndex(where: { $0.code == duty.staff && $0.languages == duty.languages }) {
      staff[index].free |= slots
      if !duty.isRemote { staff[index].here |= slots }
    } else {
      staff.append(
        Staff(code: duty.staff, languages: duty.languages, free: slots, here: duty.isRemote ? 0 : slots))
    }
  }

  private mutating func setCounsel(_ center: Center, _ at: Instant) {
    guard center.duties.contains(where: { $0.role == .legal }) else { return }
    for slot in 0..<Limit.slots where counsel & bit(slot) != 0 {
      let window = Window(time(slot), time(slot + length))
      if !center.hasCounselFree(window, besides: CaseID(), at: at) { counsel &= ~bit(slot) }
    }
  }

  private func bit(_ slot: Int) -> UInt128 { 1 << UInt128(slot) }

  private func time(_ slot: Int) -> Instant { begins + Span(milliseconds: Int64(slot) * Limit.slot.milliseconds) }

  /// The slots that a window touches, or with `whole` those that lie in it.
  private func mask(_ window: Window, whole: Bool = false) -> UInt128 {
    let slot = Limit.slot.milliseconds
    let horizon = Int64(Limit.slots) * slot
    let from = min(max(0, (window.from - begins).milliseconds), horizon)
    let until = min(max(0, (window.until - begins).milliseconds), horizon)
    let first = Int(whole ? (from + slot - 1) / slot : from / slot)
    let last = Int(whole ? until / slot : (until + slot - 1) / slot)
    return first < last ? below(last) & ~below(first) : 0
  }

  private func below(_ slot: Int) -> UInt128 { slot >= Limit.slots ? .max : bit(slot) - 1 }

  /// The slots at which an interview could begin so that all of it is free.
  private func starts(_ free: UInt128) -> UInt128 {
    var starts = free
    for shift in 1..<max(2, length) where length > 1 { starts &= free >> UInt128(shift) }
    return starts
  }

  /// Takes what a booking takes.
  mutating func take(_ booking: Booking) {
    let slots = mask(booking.window)
    take(booking.officer, booking.room, slots)
    if let interpreter = booking.interpreter { take(interpreter, nil, slots) }
    // Who else of counsel is free is asked only where the roster knows: one interview at a time is proposed.
    if booking.withCounsel { counsel &= ~startsTouching(slots) }
  }

  private func startsTouching(_ slots: UInt128) -> UInt128 {
    var starts = slots
    for shift in 0..<length { starts |= slots >> UInt128(shift) }
    return starts
  }

  private mutating func take(_ staff: Code, _ room: DeskID?, _ slots: UInt128) {
    for index in officers.indices where officers[index].code.isSamePerson(as: staff) {
      officers[index].free &= ~slots
    }
    for index in interpreters.indices where interpreters[index].code.isSamePerson(as: staff) {
      interpreters[index].free &= ~slots
    }
    for index in rooms.indices where rooms[index].desk == room { rooms[index].free &= ~slots }
  }
}

extension SlotDay {
  /// One way in which an interview could be held, and when first.
  private struct Way {
    var slot: Int
    var officer: Code
    var mode: InterviewMode
    var language: Code
    var needsInterpreter: Bool
  }

  /// The best booking for a case in what is free, or nil when nobody could hear it within reach.
  func suggestion(for item: Case, _ priority: Priority, _ center: Center) -> Suggestion? {
    guard let eligible = center.eligibleAt(item) else { return nil }
    let first = eligible <= begins ? 0 : (eligible - begins).milliseconds / Limit.slot.milliseconds
    guard first < Limit.slots else { return nil }
    let late = eligible > time(Int(first)) ? Int(first) + 1 : Int(first)
    let allowed = ~below(late) & (item.hasCounsel ? counsel : .max)
    let deadline = (center.parties[item.party]?.bookIn ?? item.arrivedAt) + center.rules.custody
    let languages = [item.language, item.secondLanguage].compactMap(\.self)
    for (index, language) in languages.enumerated() {
      guard let way = best(language, allowed, until: deadline) else { continue }
      return suggestion(of: way, for: item, priority, deadline, isSecond: index > 0)
    }
    // Nobody for any of its languages: it is heard all the same, in the second one if it has one.
    guard let language = languages.last, let way = best(nil, allowed, until: deadline, trying: language) else {
      return nil
    }
    return suggestion(of: way, for: item, priority, deadline, isSecond: false)
  }

  /// The best way for a language: in person, unless only the telephone is in time. With no language, whoever is free.
  private func best(
    _ language: Code?, _ allowed: UInt128, until deadline: Instant, trying other: Code = .none
  ) -> Way? {
    let here = earliest(.inPerson, language, allowed, other)
    if let here, time(here.slot) <= deadline { return here }
    guard let far = earliest(.telephone, language, allowed, other) else { return here }
    return here.map { far.slot < $0.slot ? far : $0 } ?? far
  }

  /// The officers stand by how few languages they speak: the first of the earliest is taken, and one who needs no
  /// interpreter before one who does.
  private func earliest(_ mode: InterviewMode, _ language: Code?, _ allowed: UInt128, _ other: Code) -> Way? {
    var roomStarts: UInt128 = 0
    for room in rooms { roomStarts |= starts(room.free) }
    let fitting = interpreters.filter { language.map($0.languages.contains) ?? false }
    let interpreted = fitting.map { (code: $0.code, starts: starts($0.free)) }
    var best: Way?
    for officer in officers {
      let free = mode == .inPerson ? officer.free & officer.here : officer.free & ~officer.here
      var starts = starts(free) & allowed
      if mode == .inPerson { starts &= roomStarts }
      let speaks =
        language.map { officer.languages.contains($0) || spokenByAll.contains($0) || counted.contains($0) } ?? true
      if !speaks { starts &= interpreted.reduce(0) { $1.code == officer.code ? $0 : $0 | $1.starts } }
      guard starts != 0 else { continue }
      let slot = starts.trailingZeroBitCount
      if let best, (best.slot, best.needsInterpreter ? 1 : 0) <= (slot, speaks ? 0 : 1) { continue }
      best = Way(
        slot: slot, officer: officer.code, mode: mode, language: language ?? other, needsInterpreter: !speaks)
    }
    return best
  }

  private func suggestion(
    of way: Way, for item: Case, _ priority: Priority, _ deadline: Instant, isSecond: Bool
  ) -> Suggestion {
    var booking = Booking()
    booking.from = time(way.slot)
    booking.until = time(way.slot + length)
    booking.officer = way.officer
    booking.mode = way.mode
    booking.language = way.language
    booking.withCounsel = item.hasCounsel
    if way.mode == .inPerson { booking.room = rooms.first { starts($0.free) & bit(way.slot) != 0 }?.desk }
    if way.needsInterpreter {
      booking.interpreter =
        interpreters.first {
          $0.languages.contains(way.language) && $0.code != way.officer && starts($0.free) & bit(way.slot) != 0
        }?.code
    }
    let isSpoken = isSpoken(way.language, by: way.officer)
    let isUnderstood = way.needsInterpreter || isSpoken || counted.contains(way.language)
    let language: Suggestion.Language =
      !isUnderstood
      ? .nobody
      : isSecond ? .second : booking.interpreter.map { .interpreter($0) } ?? (isSpoken ? .officerSpeaks : .counted)
    return Suggestion(
      caseID: item.id, booking: booking, priority: priority, language: language, deadline: deadline, replaces: nil)
  }

  private func isSpoken(_ language: Code, by officer: Code) -> Bool {
    spokenByAll.contains(language) || officers.contains { $0.code == officer && $0.languages.contains(language) }
  }
}
