import CaseFlow

// The words of clocks, of the breach ledger, of children alone and of stays over the norm.
extension Wording {
  static let expectedAtHeading = "EXPECTED"
  static let startedByHeading = "BY"
  static let ledgerTitle = "BREACH LEDGER"
  static let lateHeading = "LATE"
  static let causeHeading = "CAUSE"
  static let atHeading = "AT"
  static let determinedHeading = "DETERMINED"
  static let noticeHeading = "ORR NOTICE"
  static let referralHeading = "REFERRAL TO ORR"
  static let pickupHeading = "PICK-UP"
  static let noBreach = "No rule was broken."
  static let clockPaused = "paused"
  static let noCauseYet = "no cause yet"
  static let notRunOut = "This clock has not run out: only one that did asks for a cause."
  static let notAClock = "Select a clock that ran out: its cause can be said."
  static let withinNorm = "This case does not stay longer than the norm."
  static let notContiguous = "The four questions are for a child alone of Mexico or Canada."
  static let screenedAlready = "The four questions were asked already."

  static func pausedFor(_ span: Span) -> String { "\(clockPaused) \(TimeText.length(span))" }
  static func paused(_ state: String, _ span: Span) -> String { "\(state), \(pausedFor(span))" }
  static func ranOut(_ kind: ClockKind) -> String { "the clock of \(clock(kind)) ran out" }
  static func clockCounts(overdue: Int, running: Int) -> String { "\(overdue) past their end, \(running) running" }
  static func unexplainedStays(_ count: Int) -> String { "\(count) over the norm, no reason yet" }
  static func causes(_ counts: [(cause: String, count: Int)]) -> String {
    counts.map { "\($0.cause) \($0.count)" }.joined(separator: ", ")
  }

  static func matter(_ matter: LedgerMatter) -> String {
    switch matter {
    case .clock(let kind): clock(kind)
    case .rule(.childWithUnrelatedAdults): "child with adults"
    case .rule(.familySeparated), .separation: "family apart"
    case .rule(.clock): "a clock"
    case .rule(.placement): "placement"
    }
  }

  static func cause(_ cause: BreachCause) -> String {
    switch cause {
    case .noPlace: "no place"
    case .noStaff: "no staff"
    case .noInterpreter: "no interpreter"
    case .noTransport: "no transport"
    case .ageStatedLater: "an age stated later"
    case .partner: "a partner"
    case .medical: "medical reasons"
    case .unknown: "an unknown cause"
    }
  }

  /// The questions of 8 USC 1232(a), as they are asked; yes to the first two is what forbids a return.
  static let fourQuestions = [
    "is there any sign of trafficking?", "does the child fear to return?",
    "is the child able to decide alone?", "is going back the child's own decision?",
  ]
  static let yes = "yes"
  static let no = "no"
}

// What the page of a case says of its child, its age in dispute, its stay.
extension Wording {
  static func determined(_ time: String, _ by: String, _ basis: String?) -> String {
    "Determined to be alone \(time) by \(by)\(basis.map { ", on \($0)" } ?? "")."
  }
  static let notDetermined =
    "Not yet determined to be alone: l in the list of children records it, and starts the transfer clock."
  static func notified(_ time: String) -> String { "ORR was notified \(time)." }
  static let notNotified = "ORR is still to be notified: orr CASE records it."
  static func askedORR(_ time: String) -> String { "ORR was asked for a place \(time)." }
  static func acceptedORR(_ time: String) -> String { "ORR accepted \(time)." }
  static func pickup(_ time: String, isLate: Bool) -> String {
    "The pick-up is \(isLate ? "late since" : "due") \(time)."
  }
  static func noPlaceAnswer(_ time: String, _ reason: String) -> String { "No place, \(time): \(reason)." }
  static let toBeAsked = "ORR is not asked for a place now: l in the list of children asks it."
  static let toBeScreened = "The four questions are still to be asked: f asks them."
  static func screened(_ time: String, _ mayReturn: Bool) -> String {
    "The four questions were asked \(time): \(mayReturn ? "return is the child's own choice" : "no return")."
  }
  static let claimWasHeard = "Its claim to protection was heard: no screening returns it, it goes to ORR."
  static func waived(_ time: String, _ by: String, _ language: String?) -> String {
    "The consultation period was waived \(time)\(language.map { ", in \($0)" } ?? ""), recorded by \(by)."
  }
  static func siblings(_ numbers: [String]) -> String {
    "Came with \(numbers.joined(separator: ", ")): keep them side by side until the pick-up."
  }
  static func cameWith(_ numbers: [String]) -> String {
    "Came with \(numbers.joined(separator: ", ")), still here."
  }
  static func cameWithChild(_ numbers: [String]) -> String {
    let children = childrenAlone(numbers.count)
    return "Came with \(numbers.joined(separator: ", ")), \(children): keep them side by side until the pick-up."
  }
  static func childrenAlone(_ count: Int) -> String { count == 1 ? "a child alone" : "children alone" }
  static func siblingsDiffer(_ numbers: [String]) -> String {
    "Its referral is not that of \(numbers.joined(separator: ", ")), who came with it: ask ORR for places together."
  }
  static func disputed(_ person: String, _ claim: AgeBand?, _ time: String) -> String {
    switch claim {
    case .child?: "Person \(person) says to be a child, since \(time): treated as one until two people find otherwise."
    case .adult?: "Person \(person) is said to be an adult, since \(time), and stays a child until two people find so."
    case nil: "The age of person \(person) is disputed since \(time)."
    }
  }
  static let stayUnexplained = "It stays longer than the norm: w says why."
  static func stayExplained(_ reason: String, _ time: String) -> String {
    "It stays longer than the norm: \(reason) (said \(time))."
  }
  static let ageDisputed = "age?"
  static func refusals(_ count: Int, _ last: String) -> String {
    count > 1 ? "no place x\(count): \(last)" : "no place: \(last)"
  }
  static let notAsked = "not asked"
}
