import CaseFlow

// The words of the health desk, of contacts, and of the services beside the flow.
extension Wording {
  static func finding(_ finding: Finding) -> String {
    switch finding {
    case .lice: "lice"
    case .scabies: "scabies"
    case .erReferral: "referred to a hospital"
    case .influenzaLike: "influenza-like illness"
    case .tbRuleOut: "tuberculosis to rule out"
    case .varicella: "varicella"
    case .measles: "measles"
    }
  }
  static func findingNote(_ finding: Finding) -> String {
    finding.isolates ? "isolates the whole case" : finding.isParasite ? "to be treated first" : ""
  }
  static func shortResult(_ result: CheckResult) -> String {
    switch result {
    case .clear: "clear"
    case .concern: "concern"
    case .declined: "declined"
    }
  }
  static func purposeName(_ purpose: FitFor) -> String {
    switch purpose {
    case .sharedArea: "shared area"
    case .interview: "interview"
    case .travel: "travel"
    }
  }
  static func becomes(fit: Bool) -> String { fit ? "becomes fit" : "becomes not fit" }
  static func notFit(_ purpose: FitFor) -> String { "not fit for \(Self.purpose(purpose))" }

  // Questions and answers
  static let checkDue = "still asked for"
  static let restClear = "everything asked for is clear"
  static let restClearNote = "one key for all lines still asked for"
  static let allClear = "all clear"
  static let allClearNote = "every member, at a test"
  static let notClearYet = "not clear yet"
  static let endIsolation = "end isolation"
  static let endIsolationNote = "every member was clear"
  static let referNote = "asks this service"
  static let serviceOverNote = "asks what came of it"
  static func serviceSaw(_ name: String) -> String { "seen by \(name)" }
  static func serviceOver(_ name: String) -> String { "outcome of \(name)" }
  static func question(_ question: HealthQuestion, _ model: BoardModel) -> String {
    func about(_ id: PersonID) -> String {
      model.center.people[id].map { "\(id.checked) \(model.tag($0))" } ?? id.checked
    }
    return switch question {
    case .check(let id): "\(about(id)): which line?"
    case .result(let id, let check): "\(about(id)), \(Self.check(check)):"
    case .finding(let id): "\(about(id)): what was found?"
    case .treatment(let id): "\(about(id)): what was treated?"
    case .fitness(let id): "\(about(id)): fit for what?"
    case .isolation(let id):
      model.aCase(id)?.isolation == nil ? "Isolate \(id.checked): why?" : "\(id.checked) was tested:"
    case .refer(let id): "\(id.checked): which service?"
    case .outcome(let id, let service): "\(id.checked), \(Self.service(service)): what came of it?"
    }
  }

  // The health page
  static let screeningTitle = "HEALTH"
  static let contactsTitle = "CONTACTS OF"
  static let referralsTitle = "BESIDE THE FLOW"
  static let personHeading = "PERSON"
  static let interviewHeading = "INTERVIEW"
  static let assessmentHeading = "ASSESSED"
  static let temperatureHeading = "TEMP"
  static let skinHeading = "SKIN"
  static let medicinesHeading = "MEDICINES"
  static let mentalHeading = "MENTAL"
  static let findingsHeading = "FINDINGS"
  static let missingCheck = "MISSING"
  static let checkDone = "done"
  static let treatedNote = " (treated)"
  static let treatFirst = "treat first"
  static func shortTest(_ time: String, isLate: Bool) -> String { isLate ? "test late" : "test \(time)" }
  static func testDue(_ time: String, isLate: Bool) -> String { isLate ? "test was due \(time)" : "next test \(time)" }
  static func outbreak(_ finding: Finding?, _ cases: Int) -> String {
    "OUTBREAK\(finding.map { " \(Self.finding($0))" } ?? ""), \(cases) linked cases in 72 h"
  }
  static let noMember = "Select a member of the case first."
  static let nothingToTreat = "Nothing waits for treatment: f records what was found."
  static let nothingToLookAt = "There is nothing here that your desk or duty reads."
  static let openAlready = "It is open until you leave this page."

  // Contacts
  static let togetherIn = "TOGETHER IN"
  static let togetherHeading = "TOGETHER"
  static let sameParty = "same party"
  static func ofBus(_ bus: BusID) -> String { "bus \(bus.number)" }
  static func contactsSince(_ time: String) -> String { "since \(time)" }
  static let noContacts = "Nobody has been with them in the same area, bus or party."

  // Services beside the flow
  static let serviceHeading = "SERVICE"
  static let askedHeading = "ASKED"
  static let seenHeading = "SEEN"
  static let protectedService = "A protected service"
  static let closedReferral = "closed"
  static func noReferrals(reads: Bool) -> String {
    reads
      ? "No referral is open."
      : "Referrals are read by those who serve them: sign on to a desk, or be listed on duty."
  }
  static let careTitle = "CARE"
  static let besideTitle = "BESIDE THE FLOW"
  static let lookOpens = "Needs and findings are closed: l opens what your desk or duty serves, and it is recorded."
  static func sentence(_ parts: [String]) -> String {
    EventWording.capital(parts.joined(separator: ", ")) + "."
  }
  static func needsLine(_ id: PersonID, _ needs: String) -> String { "Person \(id.label) needs: \(needs)." }
  static func medicalLine(_ id: PersonID, _ text: String) -> String { "Person \(id.label), health: \(text)." }
  static func referralLine(_ name: String, asked: String, seen: String?, outcome: String?) -> String {
    "\(name): asked \(asked)" + (seen.map { ", seen \($0)" } ?? "") + (outcome.map { ", \($0)" } ?? "") + "."
  }
}
