import CaseFlow

/// Every word and sentence a user reads on the board, in one place, so that another language can follow.
///
/// The parts stand in `Wording*.swift`: this one holds headings and general words.
package enum Wording {
  package static let none = "-"
  package static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

// The frame around every view.
extension Wording {
  static let inCharge = "IN CHARGE"
  static let live = "LIVE"
  static let replay = "REPLAY"
  static let drill = "DRILL"
  static let data = "data"
  static let paused = "paused"
  static let crisis = "CRISIS"
  static let crisisProposed = "CRISIS PROPOSED"
  static let declaredBy = "declared by"
  static let since = "since"
  static let pressToDeclare = "D declares it"
  static let card = "card"

  static func linesLate(_ count: Int) -> String { "\(count) \(count == 1 ? "line" : "lines") late" }

  static func mode(_ mode: BoardMode) -> String {
    switch mode {
    case .live: live
    case .replay: replay
    case .drill: drill
    }
  }

  /// What stands where the mode does: a board that is not fed is not live.
  static func mode(of model: BoardModel) -> String {
    model.mode == .live && model.unfedSince != nil ? notFed : mode(model.mode)
  }

  static func age(_ span: Span) -> String {
    let seconds = max(0, span.milliseconds / 1_000)
    return seconds < 60 ? "\(seconds)s" : TimeText.length(span)
  }

  /// A speed of replay, with two decimals at most: `60`, `7.5`, `0.25`.
  static func speed(_ speed: Double) -> String {
    let hundredths = Int((speed * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(TimeText.two(rest))"
  }
}

// The overview.
extension Wording {
  static let stageHeading = "STAGE"
  static let casesHeading = "CASES"
  static let peopleHeading = "PEOPLE"
  static let waitHeading = "WAIT"
  static let inServiceHeading = "IN-SVC"
  static let heldHeading = "HELD"
  static let oldestHeading = "OLDEST"
  static let medianHeading = "MEDIAN"
  static let p90Heading = "P90"
  static let joinHeading = "JOIN"
  static let inHeading = "IN/h"
  static let outHeading = "OUT/h"
  static let desksHeading = "DESKS"
  static let bindsHeading = "BINDS"
  static let trendHeading = "6 h, PEOPLE"
  static let onRoll = "ON ROLL"
  static let here = "here"
  static let away = "away"
  static let unplaced = "unplaced"
  static let openSeparations = "open separations"
  static let apart = "apart"
  static let without = "without receiver"
  static let nextReady = "next ready"
  static let placesHeading = "PLACES"
  static let clocksHeading = "CLOCKS"
  static let alarmsHeading = "ALARMS"
  static let expectedHeading = "EXPECTED"
  static let nextHeading = "NEXT AT"
  static let left = "left"
  static let over = "over"
  static let noAlarm = "none"
  static let unowned = "UNOWNED"
  static let noClock = "none running"
  static let nobodyExpected = "nobody announced"
  static let noDesk = "no desk"
  static func nobodyWaits(at stages: [Stage]) -> String {
    "Nobody waits at \(stages.map { stage($0).lowercased() }.joined(separator: ", "))."
  }
  static let more = "more"
  static func exits(_ counts: Counts) -> String {
    "OUT SO FAR  \(exit(.released)) \(counts.released)  \(exit(.transferred)) \(counts.transferred)"
      + "  \(exit(.returned)) \(counts.returned)  \(exit(.departed)) \(counts.departed)"
  }

  static func pastHours(_ span: Span) -> String { "past \(span.milliseconds / 3_600_000) h" }
  static let overdueHeading = "PAST THEIR END"
  static func pastLimit(_ count: Int) -> String { "\(count) past their end" }
  static func alarmCount(open: Int, unowned: Int) -> String {
    unowned > 0 ? "\(open) open, \(unowned) \(Self.unowned)" : "\(open) open"
  }
  static func expected(_ announcement: Announcement, at time: String, isLate: Bool) -> String {
    let who = "\(transport(announcement.transport)) \(announcement.people)"
    return isLate ? "\(who) late since \(time)" : "\(who) at \(time)"
  }
  /// A value that is below its limit again says what it was: the alarm still stands until the value has stayed there.
  static func alarmLines(_ alarm: AlarmItem) -> [String] {
    let limit = alarm.was.map { "was \($0)" } ?? "limit \(alarm.limit)"
    let value = "\(alarm.title) \(alarm.value)"
    return alarm.detail.isEmpty
      ? ["\(value), \(limit)", value]
      : alarm.value.hasPrefix("+")
        ? ["\(value) \(alarm.detail), \(limit)", "\(value) \(alarm.detail)", value]
        : ["\(value), \(limit), \(alarm.detail)", "\(value), \(limit)", value]
  }
  static func alarmValue(_ alarm: AlarmItem) -> String {
    let detail = alarm.detail.isEmpty ? "" : (alarm.value.hasPrefix("+") ? " " : ", ") + alarm.detail
    let unit = alarm.unit.isEmpty ? "" : " \(alarm.unit)"
    let was = alarm.was.map { "; was \($0) when it was raised" } ?? ""
    return "\(alarm.value)\(unit)\(detail)  (limit \(alarm.limit)\(was))"
  }
  static func areaLoad(_ area: AreaFigures) -> String {
    "\(area.area.code.text) \(area.area.occupied)/\(area.usable)"
  }
  static func clocksOver(_ count: Int, _ sign: String) -> String { "\(count) \(over) \(sign)" }
  /// The header where there is no room for the center's name, the longest first.
  static func shortHeader(unowned: Int, sign: String, onRoll: Int, dot: String) -> [String] {
    guard unowned > 0 else { return ["\(Self.onRoll) \(onRoll)", "\(onRoll)"] }
    return ["\(sign)\(unowned) \(Self.unowned)\(dot)\(onRoll)", "\(sign)\(unowned)\(dot)\(onRoll)", "\(onRoll)"]
  }
  /// Keys to press first, with what they open: `7 Places`.
  static func firstKeys(_ keys: String) -> String {
    keys.split(separator: " ").map { key in
      let command = CommandTable.all.first { $0.keys.contains { $0.name == key } }
      return command.map { "\(key) \($0.label)" } ?? String(key)
    }
    .joined(separator: ", ")
  }
  static func moreOf(_ count: Int) -> String { "+\(count) \(more)" }
}

// Lists of cases.
extension Wording {
  static let placeInLine = "#"
  static let caseHeading = "CASE"
  static let whoHeading = "WHO"
  static let languageHeading = "LANG"
  static let classHeading = "CL"
  static let waitedHeading = "WAITED"
  static let whyHeading = "WHY HERE"
  static let stateHeading = "STATE"
  static let clockHeading = "NEXT CLOCK"
  static let rowHeading = "ROW"
  static let planHeading = "PLAN"
  static let receiverHeading = "RECEIVER"
  /// A receiver, a hospital, ORR, or the country of those who return.
  static let goesToHeading = "GOES TO"
  static let stepsHeading = "STEPS"
  static let nobodyHere = "Nobody is on this row now."
  static let nothingMatches = "Nothing matches. Esc clears the filter."
  static let everyone = "Everyone on roll"
  static let frozen = "FROZEN"
  static let filtered = "FILTER"
  static let sorted = "SORT"
  static let inverse = "inverted"
  static let marked = "marked"
  static let departed = "left this list"

  static func newcomers(_ count: Int) -> String { "\(count) new since" }
  static func found(_ text: String) -> String { "Found: \(text)" }
  static func casesAndPeople(_ cases: Int, _ people: Int) -> String {
    "\(cases) \(cases == 1 ? "case" : "cases"), \(people) \(people == 1 ? "person" : "people")"
  }

  static func sort(_ key: SortKey) -> String {
    switch key {
    case .order: "order of service"
    case .waited: "time waited"
    case .clock: "next clock"
    case .number: "case number"
    case .language: "language"
    case .people: "people"
    }
  }
}

// A case.
extension Wording {
  static let caseTitle = "CASE"
  static let members = "MEMBERS"
  static let clocks = "CLOCKS"
  static let timeline = "TIMELINE"
  static func entryNumber(_ seq: Int64) -> String { " [\(seq)]" }
  static let whereItStands = "WHERE IT STANDS"
  static let noPlace = "no place yet"
  static let unknownLanguage = "language not asked"
  static let startHeading = "START"
  static let dueHeading = "DUE"
  static let leftHeading = "LEFT"
  static let recordedHeading = "RECORDED"
  static let byHeading = "BY"
  static let whatHeading = "WHAT"
  static let noRecords = "Nothing has been recorded of this case yet."
  static let unknownCase = "No case has this number here."
  static let startUnknown = "The start of custody is not known: it has lasted at least so long."
  static let party = "party"
}

// Alarms, plan, places, leaving.
extension Wording {
  static let levelHeading = "LEVEL"
  static let thresholdHeading = "ALARM"
  static let valueHeading = "VALUE"
  static let limitHeading = "LIMIT"
  static let raisedHeading = "RAISED"
  static let ageHeading = "AGE"
  static let ownerHeading = "OWNER"
  static let clearedHeading = "CLEARED"
  static let quiet = "No alarm has been raised."
  static let ifIgnored = "If nobody acts"
  static let timeToAct = "Time to act"
  static let first = "Press first"
  static let about = "About"
  static let unknownAlarm = "No alarm of this name is known here."
  static let nobody = "nobody"
  static let roleHeading = "ROLE"
  static let mayStandDown = "By the rule, the crisis may be stood down since"
  static let planTitle = "RESPONSE PLAN"
  static let noCards = "This center has no action cards."
  static let noCrisisNow = "No crisis is declared or proposed."
  static let ruleSaw = "The rule saw:"
  static let done = "done"
  static let areaHeading = "AREA"
  static let kindHeading = "KIND"
  static let physicalHeading = "PHYSICAL"
  static let safeHeading = "SAFE"
  static let staffedHeading = "STAFFED"
  static let reserveHeading = "RESERVE"
  static let heldPlacesHeading = "HELD"
  static let outOfOrderHeading = "OUT"
  static let usableHeading = "USABLE"
  static let occupiedHeading = "TAKEN"
  static let loadHeading = "LOAD"
  static let offeredHeading = "OFFERED"
  static let acceptedHeading = "ACCEPTED"
  static let departedHeading = "DEPARTED"
  static let nobodyLeaves = "Nobody is leaving now."
  static let messagesTitle = "MESSAGES"
  static let noMessages = "Nothing has been said yet."
  static let helpTitle = "HELP"
  static let notNow = "Not now:"

  /// People whose arrival nobody has confirmed; not briefly, also how they left, last, where a line may be cut.
  static func onTheWay(_ people: [(exit: ExitKind, count: Int)], briefly: Bool) -> String {
    let all = "\(people.reduce(0) { $0 + $1.count }) \(notYetArrived)"
    let ways = people.map { people.count > 1 ? "\($0.count) \(exit($0.exit))" : exit($0.exit) }
    return briefly ? all : "\(all): \(ways.joined(separator: ", "))"
  }
  static func steps(_ done: Int, _ all: Int) -> String { "\(done) of \(all)" }
}
