import CaseFlow

// What the leaving views say.
extension Wording {
  static let selectOne = "Select one first."
  static let selectACase = "Select one of its cases: j goes down."
  static let noDepartureThere = "No departure to its receiver is announced: Tab, then A announces one."
  static let noReturnPlanned = "No return of this case is planned."
  static let accepts = "takes it"
  static let couldLeave = "could leave now"
  static let noPlaceThere = "no place:"
  static let consulateAnswered = "the consulate answered"
  static let protocolNote = "who is vulnerable; protocol=yes when the other end is ready for them"
  static let acceptedSome = "some of them"
  static let partNote = "a family does not leave in part"
  static let refusedByReceiver = "refused"
  static let askConsulate = "ask the consulate"
  static let onlyWhenFinal = "only when the negative is final"
  static let blocksRelease = "blocks the release"
  static let hasLeft = "has left"
  static let hasArrived = "arrived"
  static func notTakenBack(_ place: String) -> String { "\(place); this cannot be taken back" }
  static let stepDone = "done"
  static func stepDone(_ time: String) -> String { "\(stepDone) \(time)" }
  static let stepDetermine = "determined to be alone"
  static let stepNotify = "ORR notified"
  static let stepAskORR = "asked ORR for a place"
  static func countedElsewhere(_ people: Int) -> String { "\(people) on other rows" }
  static func insteadOf(_ place: String) -> String { "instead of \(place)" }
  static let stepPickup = "pick-up"
  static let onceAccepted = "once ORR accepted"
  static let nobodyAsked = "Nobody was asked for this case yet. Offer it, or ask for a place, first."
  static func leavesBehind(_ note: String, _ children: [String]) -> String {
    "\(note); came with \(children.joined(separator: ", ")), \(childrenAlone(children.count)), still here"
  }
  static func staysBehind(_ children: [String]) -> String {
    children.count == 1 ? "\(children[0]) stays here" : "\(children.count) children stay"
  }
  static func busLeavesBehind(_ children: [String]) -> String {
    "\(alone(children)) here without who came with them: b on a case takes it off the bus."
  }
  static func stayedBehind(_ children: [String]) -> String {
    "\(alone(children)) here without who came with them: + refers to child welfare, 0 shows everyone."
  }
  private static func alone(_ children: [String]) -> String {
    let stay = children.count == 1 ? "stays" : "stay"
    return "\(children.joined(separator: ", ")), \(childrenAlone(children.count)), \(stay)"
  }
  static let handOver = "hand over"
  static let tagNote = "type the number with its letter, and the second person"
  static let toHearAgain = "fear to hear"
  static let spokeOfFear = "yes"
  static let fearNote = "the return ends, the case is heard again; this cannot be taken back"
  static let wrongTag = "tag= takes the number with its letter, as it stands on the paper of the case itself"
  static func accepted(_ people: Int, of all: Int) -> String { "\(people)/\(all) accepted" }
  static let consulateOpen = "consulate open"
  static let protocolOpen = "protocol open"
  static let onBoard = "on departure"

  static func departure(_ id: DepartureID) -> String { "departure \(id.number)" }
  static func seats(_ free: Int, _ time: String) -> String { "\(free) seats free, leaves \(time)" }
  static func placesLeft(_ count: Int) -> String { "\(count) places left today" }
  static func acceptedAll(_ count: Int) -> String { count == 1 ? "accepted" : "all \(count) accepted" }

  static func list(_ list: LeavingList) -> String {
    switch list {
    case .ready: "READY TO LEAVE"
    case .departures: "DEPARTURES"
    case .receivers: "RECEIVERS"
    case .followUps: "AFTER RELEASE"
    }
  }
  static func empty(_ list: LeavingList) -> String {
    switch list {
    case .ready: "Nobody is here."
    case .departures: "No departure is announced: A announces one."
    case .receivers: "This center's file names no receiver."
    case .followUps: "Nothing is to be followed up."
    }
  }
  static func question(_ question: LeavingQuestion, about: (CaseID) -> String) -> String {
    switch question {
    case .offer(let id): "Offer \(about(id)): to whom?"
    case .answer(let id): "\(about(id)): what was answered?"
    case .step(let id): "\(about(id)): what was done?"
    case .seat(let id): "\(about(id)): on which departure?"
    case .leave(let id): "\(about(id)): has it left?"
    case .arrived(let id): "\(about(id)): has it arrived?"
    case .fear(let id): "\(about(id)): was fear spoken of?"
    case .followed(let id, let followUp): "\(about(id)), \(Wording.followUp(followUp)): what became of it?"
    }
  }
}

// Headings and rows.
extension Wording {
  static let leaveByHeading = "BUS AT"
  static let whyNotHeading = "WHY NOT"
  static let seatsHeading = "SEATS"
  static let manifestHeading = "ABOARD"
  static let leavesHeading = "LEAVES"
  static let placesTodayHeading = "TODAY"
  static let leftTodayHeading = "LEFT"
  static let takesHeading = "TAKES"
  static let hoursHeading = "HOURS"
  static let heldForUsHeading = "HELD"
  static let followUpHeading = "WHAT"
  static let openReceiver = "open"
  static let shutReceiver = "outside its hours"
  static let closedReceiver = "takes nobody now"
  static let everyoneTaken = "everyone"

  /// A sentence where its case stands before it in the row: `The return lacks a step: basis served.`
  static func about(_ id: CaseID, _ sentence: String) -> String {
    sentence.replacing(" of case \(id.label)", with: "").replacing("Case \(id.label)", with: "It")
      .replacing("case \(id.label)", with: "it")
  }
  /// A sentence where its receiver stands before it by name: `is outside its hours`.
  static func about(_ receiver: Code, _ sentence: String) -> String {
    let code = "\(receiver.text) "
    return sentence.hasPrefix(code) ? String(sentence.dropFirst(code.count)) : sentence
  }
  static func couldLeave(_ ready: Int) -> String { "\(ready) \(couldLeave)" }
  static func heldUntil(_ count: Int, _ time: String) -> String { "\(count) to \(time)" }
  static func hours(_ opens: Int, _ closes: Int) -> String { "\(opens)-\(closes)" }
  static func takes(_ rule: ReceiverTakes) -> String {
    let places = rule.places.map { " \($0)" } ?? ""
    let sex = rule.sex.map { " \($0.rawValue)" } ?? ""
    return kind(rule.kind) + sex + places
  }
  static func counted(_ count: Int, of left: Int?) -> String { left.map { "\(count) of \($0)" } ?? "\(count)" }
  static func due(_ late: Bool, _ time: String) -> String { late ? "due since \(time)" : time }
  static func offering(_ number: String) -> String { "o offers \(number)" }
  static func lateArrivals(_ count: Int) -> String { "\(count) not arrived" }
  static func bus(_ time: String, seats: Int) -> String { "bus \(time), \(seats) seats" }
}

// The page of a case.
extension Wording {
  static func releaseBy(_ time: String, _ id: DepartureID, isBoarded: Bool) -> String {
    isBoarded
      ? "It stands on the manifest of departure \(id.number), which leaves \(time)."
      : "Release by \(time): then the last departure that can take it today leaves (\(id.number))."
  }
  static func acceptedInPart(_ people: Int, of all: Int) -> String {
    "\(people) of its \(all) people were accepted: it does not leave in part."
  }
  static func blocks(_ steps: [String]) -> String { "What blocks its release: \(steps.joined(separator: ", "))." }
  static func notYet(_ sentence: String) -> String { "It cannot leave now. \(sentence)" }
  static func hadNoPlace(_ place: String, _ reason: String, _ time: String) -> String {
    "\(place) had no place at \(time): \(reason)."
  }
  static func pickup(_ time: String) -> String { "It is picked up \(time)." }
  static func wasStopped(_ reason: StopReason) -> String { "Its return was stopped: \(stopped(reason))." }
  static func toFollow(_ what: String, _ time: String) -> String { "To follow its release: \(what), \(time)." }
}
