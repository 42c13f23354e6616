import CaseFlow

/// The local clock of a simulated center and who is on duty by it.
struct Roster: Sendable {
  let zone: ZoneOffsets

  func local(_ at: Instant) -> CivilTime { zone.local(at.milliseconds) }

  /// 0, 1 or 2: mornings from 6, evenings from 14, nights from 22.
  func shift(_ at: Instant) -> Int {
    switch local(at).hour {
    case 6..<14: 0
    case 14..<22: 1
    default: 2
    }
  }

  /// The shift in which an instant lies.
  func window(_ at: Instant) -> Window {
    let time = local(at)
    let today = time.date
    let (yesterday, tomorrow) = (today.advanced(byDays: -1), today.advanced(byDays: 1))
    return switch time.hour {
    case ..<6: Window(instant(yesterday, minute: 1_320), instant(today, minute: 360))
    case ..<14: Window(instant(today, minute: 360), instant(today, minute: 840))
    case ..<22: Window(instant(today, minute: 840), instant(today, minute: 1_320))
    default: Window(instant(today, minute: 1_320), instant(tomorrow, minute: 360))
    }
  }

  /// Who sits at a desk in a shift: everyone has one desk, so nobody is ever at two.
  func staff(at desk: DeskID, _ now: Instant) -> Code { staff(at: desk, ofShift: shift(now)) }

  /// Whether somebody sits at desks of a stage, in whatever shift.
  func hasDesk(_ staff: Code, among desks: [DeskID]) -> Bool {
    desks.contains { desk in (0..<3).contains { self.staff(at: desk, ofShift: $0) == staff } }
  }

  private func staff(at desk: DeskID, ofShift shift: Int) -> Code {
    let prefix =
      switch desk.stage {
      case .reception: "op"
      case .health: "hs"
      case .interview: "ao"
      case .caseManagement: "cm"
      }
    return code(prefix, shift * 100 + Int(desk.number))
  }

  func supervisor(_ now: Instant) -> Code { code("sup", shift(now) + 1) }
  func childWelfare(_ now: Instant) -> Code { code("cw", shift(now) + 1) }
  func reviewer(_ now: Instant) -> Code { code("sao", shift(now) + 1) }
  func nurse(_ now: Instant) -> Code { code("rn", shift(now) + 1) }
  func floor(_ now: Instant) -> Code { code("fl", shift(now) + 1) }
  func transport(_ now: Instant) -> Code { code("tr", shift(now) + 1) }
  func transportSecond(_ now: Instant) -> Code { code("tr", shift(now) + 11) }
  /// Officers at a telephone far away, with what they speak.
  let remote: [(staff: Code, languages: [Code])] = [
    (Code("ro1"), [Code("por")]), (Code("ro2"), [Code("fra"), Code("hat")]), (Code("ro3"), []),
  ]
  let judge: Code = Code("ij1")
  let legal: Code = Code("legal1")
  let psychosocial: Code = Code("ps1")
  let dispatch: Code = Code("dispatch")

  /// Interpreters for a language, numbered through the day.
  func interpreter(_ language: Code, _ number: Int) -> Code { code("in-" + language.text, number) }

  /// Who serves a referral.
  func serves(_ referral: Referral, _ now: Instant) -> Code {
    switch referral.servedBy {
    case .legal: legal
    case .childWelfare: childWelfare(now)
    case .health: nurse(now)
    default: psychosocial
    }
  }

  private func code(_ prefix: String, _ number: Int) -> Code { Code(prefix + String(number)) ?? .none }

  /// Languages that one in a few officers speaks beyond those of all staff.
  func languages(at desk: DeskID) -> [Code] {
    guard desk.stage == .interview else { return [] }
    return desk.number % 4 == 2 ? [Code("por")] : desk.number % 6 == 5 ? [Code("fra")] : []
  }

  /// The instant itself in office hours, else some minutes into the next ones.
  func officeTime(_ at: Instant, _ hours: Range<Int>, _ random: inout Seeded) -> Instant {
    let time = local(at)
    if hours.contains(time.hour) { return at }
    let date = time.hour < hours.lowerBound ? time.date : time.date.advanced(byDays: 1)
    return max(at, instant(date, minute: hours.lowerBound * 60) + random.minutes(5...110))
  }

  /// The instant of a minute of a local day; of two, the earlier; of none, as far after the change.
  func instant(_ date: CivilDate, minute: Int) -> Instant {
    guard let time = CivilTime(date: date, hour: minute / 60, minute: minute % 60) else {
      return Instant(milliseconds: zone.startOfDay(date))
    }
    switch zone.instants(ofLocal: time) {
    case .none(let offered): return Instant(milliseconds: offered)
    case .one(let only): return Instant(milliseconds: only)
    case .two(let earlier, _): return Instant(milliseconds: earlier)
    }
  }
}
