import CaseFlow

// The words of the schedule of interviews.
extension Wording {
  static let scheduleTitle = "INTERVIEWS"
  static let officerHeading = "OFFICER"
  static let roomHeading = "ROOM"
  static let languageLongHeading = "LANGUAGE"
  static let nothingScheduled =
    "Nothing is booked, and nobody who waits can be booked: see who is on duty (duty, offduty)."
  static let noSuggestion = "Select a proposal: a line in parentheses that is not booked yet."
  static let noBooking = "This case is not booked."
  static let telephone = "telephone"
  static let telephoneShort = "tel"
  static let bookingBroken = "book again"

  static func room(_ desk: DeskID?) -> String { desk.map { "room \($0.number)" } ?? none }
  static func booked(_ count: Int) -> String { "\(count) booked" }
  static func broken(_ count: Int) -> String { "\(count) broken" }
  static func proposed(_ count: Int) -> String { "\(count) proposed" }
  static func byChoice(_ count: Int) -> String { "\(count) by telephone though a room was free" }
  static func moreOfficers(_ count: Int) -> String { "+\(count) more" }
  static func bookedFor(_ time: String) -> String { "booked \(time)" }

  static func bookingState(_ booking: Booking, _ state: ServiceState?) -> String {
    switch state {
    case .called?: "called"
    case .inService?: "is heard"
    case .onHold?: "booked, on hold: resume it first"
    case .waiting?, nil:
      (booking.isUnderstood ? "booked" : "booked to try, no interpreter")
        + (booking.withCounsel ? ", counsel comes" : "")
    }
  }

  /// Why a booking cannot be held, in a few words.
  static func fault(_ fault: BookingFault) -> String {
    switch fault {
    case .childAlone: "a child alone is not interviewed"
    case .noOrientation: "no orientation yet"
    case .consultation: "still in consultation then"
    case .counselOpen: "counsel is awaited"
    case .isolated: "isolated"
    case .apart: "family apart"
    case .away: "member away"
    case .officerOff: "officer off duty"
    case .officerFar: "officer is far away"
    case .interpreterOff: "interpreter off duty"
    case .counselOff: "no counsel free"
    case .taken(let staff, _): "\(staff) is booked twice"
    case .roomTaken: "room is booked twice"
    case .passed: "its time has passed"
    }
  }

  /// Why a booking is proposed: class, how they understand each other, how, and what is left of custody.
  static func suggestion(_ suggestion: Suggestion, left: String) -> String {
    let how =
      switch suggestion.language {
      case .officerSpeaks: "spoken"
      case .interpreter, .counted: "interpreted"
      case .second: "second language"
      case .nobody: "no interpreter: to try"
      }
    let instead = suggestion.replaces == nil ? "" : "instead: "
    let priority = "\(suggestion.priority.level.label) \(reason(suggestion.priority.reason))"
    return "(\(instead)\(priority), \(how), custody \(left))"
  }

  static func bookingSentence(_ span: String, _ booking: Booking, _ language: String, interpreter: String?) -> String {
    let place = booking.mode == .telephone ? "by telephone" : "in person, \(room(booking.room))"
    let how = interpreter.map { " with \($0)" } ?? (booking.isUnderstood ? "" : " without an interpreter, to try")
    let counsel = booking.withCounsel ? ", with counsel" : ""
    return "Interview booked \(span) with \(booking.officer) \(place), in \(language)\(how)\(counsel)."
  }
  static func brokenSentence(_ fault: BookingFault) -> String {
    "It cannot be held as booked: \(Self.fault(fault)). Book it again, or take it back (i)."
  }
  static func soughtSince(_ time: String) -> String { "An interpreter has been sought since \(time)." }
}
