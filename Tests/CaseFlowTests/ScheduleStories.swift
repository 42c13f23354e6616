import CaseFlow

// Words for telling who is on duty and what is booked.

extension Event {
  static func duty(
    _ staff: String, _ role: Role, _ languages: [String] = [], _ window: Window, remote: Bool = false
  ) -> Event {
    var e = Duty()
    e.staff = Code(staff) ?? .none
    e.role = role
    e.languages = languages.compactMap { Code($0) }
    e.from = window.from
    e.until = window.until
    e.isRemote = remote
    return .dutyListed(e)
  }
  static func offDuty(_ staff: String) -> Event {
    var e = StaffOnly()
    e.staff = Code(staff) ?? .none
    return .dutyEnded(e)
  }
  static func booked(
    _ id: CaseID, _ window: Window, _ officer: String, in language: String = "spa", interpreter: String? = nil,
    room: UInt8? = 1, mode: InterviewMode = .inPerson, counsel: Bool = false
  ) -> Event {
    var booking = Booking()
    booking.from = window.from
    booking.until = window.until
    booking.officer = Code(officer) ?? .none
    booking.mode = mode
    booking.room = room.map { DeskID(stage: .interview, number: $0) }
    booking.language = Code(language) ?? .none
    booking.interpreter = interpreter.flatMap { Code($0) }
    booking.withCounsel = counsel
    return .interviewBooked(InterviewBooked(id, booking))
  }
  static func unbooked(_ id: CaseID, _ reason: UnbookReason = .moved) -> Event {
    var e = InterviewUnbooked()
    e.caseID = id
    e.reason = reason
    return .interviewUnbooked(e)
  }
  static func sought(_ id: CaseID, _ language: String = "mam") -> Event {
    var e = CaseInLanguage()
    e.caseID = id
    e.language = Code(language) ?? .none
    return .interpreterSought(e)
  }
  static func counsel(_ id: CaseID, _ answer: CounselAnswer) -> Event {
    var e = CounselAnswered()
    e.caseID = id
    e.answer = answer
    return .counselAnswered(e)
  }
}

extension Live {
  /// The window that begins so many minutes from now.
  func window(_ from: Int, _ minutes: Int = 60) -> Window {
    Window(now + .minutes(from), now + .minutes(from + minutes))
  }

  /// A man at the interview stage who may be heard at once.
  mutating func ready(speaking language: String = "spa") throws -> CaseID {
    let id = try come(.adult(), speaking: Code(language))[0]
    try screen(id)
    try note(.oriented(id))
    try note(.waived(id))
    return id
  }
}
