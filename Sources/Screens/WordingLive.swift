package import CaseFlow

// What a live board says: desks, arrivals, the shift.

extension Wording {
  static let liveHint = "3 enters arrivals, 2 serves a queue, 9 shows the desks, Enter opens, ? explains all"
  static let liveViewKeys = "0-9"
  package static func clockLeapt(_ leap: Span) -> String {
    let way = leap < .zero ? "back" : "forward"
    // To the nearest minute: it was measured a moment later.
    let length = TimeText.length((leap < .zero ? .zero - leap : leap) + .seconds(30))
    return "THIS MACHINE'S CLOCK was put \(length) \(way); the board goes on without it. "
      + "Set it right, or two people confirm it: :clock second=NAME"
  }
  static func whoSits(_ by: Code, _ desk: DeskID?) -> String { desk.map { "\(by) at \($0.shown)" } ?? by.text }
}

// The desks.
extension Wording {
  static let noDeskOfYours = "You are at no desk: o in a queue signs on to one."
  static let noFreeDesk = "Every desk here has somebody. 9 shows who; a desk that was left is closed there."
  static let notOnHold = "The case is not on hold."
  static let selectADesk = "Select a desk first."
  static let noAnswer = "That is none of the answers: press a key shown, or Esc."
  static let nobodyToCall = "nobody waits whom it can call"
  static let freeDesk = "free"
  static let closedDesk = "closed"

  static func deskElsewhere(_ desk: DeskID) -> String {
    "Your desk is \(desk.shown); o changes to a desk here."
  }
  static func deskServes(_ id: CaseID) -> String {
    "Your desk has case \(id.checked): b begins, d is done, h holds it."
  }
  /// Why a key of the desks does nothing: what stands at the desk instead of what the key asks for.
  static func nobodyAtDesk(_ wanted: ServiceState, but there: Case?) -> String {
    switch (wanted, there?.state) {
    case (.inService, .called?): "Case \(there?.id.checked ?? "") was called and has not begun: b begins."
    case (.called, .inService?): "Case \(there?.id.checked ?? "") is being served at your desk: d is done."
    case (.called, _): "Nobody is called to your desk: c calls the next."
    default: "Nobody is being served at your desk: c calls the next."
    }
  }
  static func noDeskYet(_ by: Code) -> String { "\(by), you are at no desk yet: o signs on, c too" }
  static func deskDoes(_ state: ServiceState) -> String {
    switch state {
    case .waiting: "waiting"
    case .called: "called"
    case .inService: "in service since"
    case .onHold: "on hold"
    }
  }
  static func wouldCall(_ number: String, _ who: String, _ why: String) -> String {
    "free. c calls \(number) \(who): \(why)"
  }
  static let clockNearEnd = "a clock of it is near its end or past it"
  static func callReason(_ reason: CallReason) -> String {
    switch reason {
    case .order: "first by class and arrival"
    case .longestWaiting: "has waited longest"
    case .expedited: "expedited by a supervisor"
    case .deadline: clockNearEnd
    case .named: "named by the desk"
    case .booked: "booked for now"
    }
  }
}

// Questions that one key answers.
extension Wording {
  static func question(_ question: Question, _ model: BoardModel) -> String {
    func about(_ id: CaseID) -> String {
      model.aCase(id).map { "\(id.checked) \(model.who($0))" } ?? id.checked
    }
    return switch question {
    case .signOn(let stage): "Which \(Wording.stage(stage).lowercased()) desk is yours?"
    case .hold(let id): "Hold \(about(id)): why?"
    case .expedite(let id): "Expedite \(about(id)): why?"
    case .place(let id): "Place \(about(id)): where?"
    case .outcome(let id): "\(about(id)): which determination?"
    case .basis(let id, let outcome): "\(about(id)): \(Wording.outcome(outcome)) on which basis?"
    case .plan(let id): "\(about(id)): which plan?"
    case .correct(let id): "\(id.checked): what is wrong?"
    case .correctPerson(_, let person): "Person \(person.checked): what is wrong?"
    case .stay(let id): "\(about(id)) stays longer than the norm: why?"
    case .cause(let id, let kind): "\(id.checked): \(ranOut(kind)). Why?"
    case .screening(let id, let answers): "\(about(id)): \(fourQuestions[min(answers.count, 3)])"
    case .leaving(let question): Self.question(question, about: about)
    case .unbook(let id): "Take back the booking of \(about(id)): why?"
    case .health(let question): Self.question(question, model)
    case .shelve(let name): "Shelve \(name): why?"
    case .shelfEnd(let name, _): "Shelve \(name): until when?"
    case .withdraw(let name): "Take \(name) out of service?"
    case .beginBranch:
      beginBranch(
        model.drill?.nextBranch ?? 1, of: model.drill?.branch ?? 0, at: TimeText.clock(model.now, model.zone))
    case .leaveDrill: leaveDrill(isPlayed: model.drill?.isBeingPlayed ?? false)
    case .letControl(let name): letControl(name)
    case .undo: model.whatUndoTakes()
    }
  }
  static let forExample = "for example"
  static func typedNow(_ argument: CommandArgument) -> String {
    "\(argument.isNamed ? argument.name + "=" : argument.name): \(argument.meaning)"
  }
  /// A word of a list as people say it: `leftUnannounced` is left unannounced.
  static func spelled(_ word: String) -> String {
    word.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
  static let questionHint = "one key answers, Esc leaves"
  static func actSign(_ id: CaseID) -> String { "\(id.checked): " }

  static func outcome(_ outcome: Outcome) -> String { EventWording.outcome(outcome) }
  static func outcomeNote(_ outcome: Outcome) -> String {
    switch outcome {
    case .positive: "goes on to case management"
    case .negative: "may ask a judge for review"
    case .closed: "no determination on the merits"
    }
  }
  static func basis(_ basis: Basis) -> String { EventWording.basis(basis) }
  static func planNote(_ plan: Plan) -> String {
    switch plan {
    case .release: "to a receiver, with a checklist"
    case .return: "only when a negative is final"
    case .transfer: "to ORR, a hospital, another center"
    }
  }
  /// The reasons to expedite, each by its own name: only the desk that gives one sees it.
  static func reasonToExpedite(_ reason: ExpediteReason) -> String {
    switch reason {
    case .medical: "medical"
    case .child: "child"
    case .pregnancy: "pregnancy"
    case .disability: "disability"
    case .trauma: "trauma"
    case .deadline: "deadline"
    case .transport: "transport"
    case .familyTogether: "family together"
    }
  }
  static func freePlaces(_ free: Int, of kind: PlaceKind, needsOverride: Bool) -> String {
    let room = free > 0 ? "\(free) free" : "full"
    return "\(room), \(places(kind))\(needsOverride ? "; a supervisor decides" : "")"
  }
}

// The arrival view.
extension Wording {
  static let arriveTitle = "ARRIVE"
  /// An example of today: whoever types it as it stands begins no clock that is over.
  static func noBus(_ model: BoardModel) -> String {
    let day = model.zone.local((model.now - .hours(24)).milliseconds).date.day
    return "no bus open; bus 58 spa ven \(TimeText.two(day))/2210 opens one"
  }
  static let lineExample = "fm+7.4    one line a party: people, language, nation, needs"
  static let nothingOnLine = "Nothing is typed. fm+7.4 enters a mother and a father with two children."
  static func notEntered(line: Bool, form: Bool, command: Bool) -> String {
    let parts = [
      line ? "the arrival line (3)" : "", form ? "a form (3, then Tab)" : "", command ? "a command (:)" : "",
    ]
    return "Not entered yet: " + parts.filter { !$0.isEmpty }.joined(separator: ", ") + "."
  }
  static let formKept = "The form is kept: Tab on the arrival line goes on with it."
  static let lineKept = "The line is kept: 3 goes on with it."
  static let noBusOpen = "No bus is open."
  static let tabCompletes = "Tab:"
  static let lastEntries = "LAST ENTRIES"
  static let unplacedNow = "NO PLACE"
  static func givePlace(isUnasked: Bool) -> String {
    isUnasked ? "Sex not asked: ask, then P on it in a list gives a place." : "P on it in a list gives a place."
  }
  static let entryTakenBack = "taken back"
  static let joinedAnother = "in another case"

  /// What is known of how many are on a bus.
  static func bus(_ bus: Bus, openBuses: Int) -> [String] {
    func count(_ number: Int?) -> String { number.map(String.init) ?? "?" }
    let counts = "entered \(bus.entered), counted \(count(bus.counted)), announced \(count(bus.announced))"
    return ["bus \(bus.id.number)", counts] + (openBuses > 1 ? ["\(openBuses) open, Up and Down choose"] : [])
  }
  /// What a bus says of everyone on it who says nothing else.
  static func carried(by bus: Bus, in model: BoardModel) -> [String] {
    let common = [bus.language.map { EventWording.language($0, model.center) }, bus.nationality?.text]
    let custody = bus.bookIn.map { bookedIn(TimeText.near($0, model.now, model.zone)) }
    return [common.compactMap { $0 }.joined(separator: " "), custody ?? ""].filter { !$0.isEmpty }
  }
  static func stillToAsk(_ missing: [String]) -> String { "still to ask: \(missing.joined(separator: ", "))" }
  static func toDo(_ count: Int) -> String {
    count == 0 ? "" : "TO DO  details are missing of \(count) \(count == 1 ? "case" : "cases"): t lists them"
  }
  /// What the form still holds: Tab leads to it, from an empty line.
  static func formsWaiting(_ forms: FormDesk) -> String {
    let parts = [
      forms.form.isBlank ? "" : "a form is begun: Tab",
      forms.parked.isEmpty ? "" : "\(forms.parked.count) parked: Tab, then ^R",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

// Children alone, wherever they are.
extension Wording {
  static func childrenInAll(_ all: Int, _ others: Int) -> String { "\(all) in all, of these \(others) on other rows" }
  static func childrenShort(_ all: Int, _ others: Int) -> String { "\(all) in all, \(others) on other rows" }
  static func atRow(_ row: String, _ state: String) -> String { "\(row): \(state)" }
}

// Appointments.
extension Wording {
  static let appointmentsTitle = "APPOINTMENTS TODAY"
  static let timeHeading = "TIME"
  static let referenceHeading = "REFERENCE"
  static let nationHeading = "NATION"
  static let noAppointments = "Nobody is listed for today: jpc import appointments reads a list."
  static let lineNotEmpty = "The arrival line holds what is not entered yet: 3 goes on with it."
  static func appointmentBegun(_ people: Int) -> String {
    "Type who came, such as fm+7 or 2?; or 0 when all \(people) came and no child is alone. Then Enter."
  }
  static func appointment(_ standing: AppointmentStanding, _ away: String, _ number: String?) -> String {
    switch standing {
    case .due: "due in \(away)"
    case .late: "late \(away)"
    case .noShow: "did not come"
    case .came: "came: \(number ?? none)"
    }
  }
}

// What is still to be asked.
extension Wording {
  static let toDoTitle = "TO DO"
  static let nothingToDo = "Nothing is missing of anyone."
  static let missingHeading = "STILL TO ASK"
  static let arrivedHeading = "ARRIVED"
  static func missing(_ missing: Missing) -> String {
    switch missing {
    case .name: "names"
    case .age: "ages"
    case .needs: "needs"
    case .language: "language"
    case .nationality: "nationality"
    case .bookIn: "start of custody"
    case .stay: "why the stay lasts (w)"
    }
  }
}

// The shift.
extension Wording {
  static let shiftTitle = "SHIFT"
  static let whatColumn = "DESK"
  static let staffHeading = "STAFF"
  static let sinceHeading = "SINCE"
  static let interpretersOf = "Interpreters"
  static let placesOf = "Places"
  static func busEntered(_ bus: Bus) -> String { "entered \(bus.entered)" }
  static func capitalDesk(_ desk: DeskID) -> String { desk.shown }
  static func onDuty(_ interpreters: Int, lines: Int) -> String {
    let parts = [
      interpreters > 0 ? "\(interpreters) here" : "", lines > 1 ? "\(lines) lines" : lines == 1 ? "1 line" : "",
    ]
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty ? "none" : text
  }
  static func freeInterpreters(_ count: Int) -> String { "\(count) free" }
  static func staffedPlaces(_ count: Int) -> String { "\(count) staffed" }
  static func takenPlaces(_ taken: Int, of usable: Int, limit: CapacityLimit) -> String {
    "\(taken) of \(usable) taken" + (limit == .places ? "" : ", bound by \(Wording.limit(limit))")
  }
}

// What became of an entry.
extension Wording {
  static func clockRuns(_ kind: ClockKind, _ due: String, isOver: Bool) -> String {
    "\(clock(kind)) \(isOver ? "over since" : "until") \(due)"
  }
  static func callNow(_ number: String, _ who: String, _ why: String) -> String { "Call \(number) \(who): \(why)." }
  static func calledAgain(_ number: String, _ call: Int, of all: Int, _ desk: DeskID) -> String {
    let last = call >= all ? " If nobody comes, r puts it on hold; it keeps its turn." : ""
    return "\(number) is called to \(Self.desk(desk)) again: call \(call) of \(all).\(last)"
  }
  static func calls(_ call: Int, of all: Int) -> String { "call \(call) of \(all)" }
  static func doneGoesTo(_ number: String, _ row: String?) -> String {
    row.map { "\(number) is done here and goes on to \($0)." } ?? "\(number) is done."
  }
  static func takenBack(_ what: String) -> String { what.isEmpty ? "Taken back." : "Taken back: \(what)" }
  static func meanwhile(_ by: Code, _ time: String, _ what: String) -> String {
    "\(by) was faster at \(time): \(what)"
  }
}
