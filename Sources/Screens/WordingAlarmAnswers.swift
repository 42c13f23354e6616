import Alarms
import CaseFlow

// Putting alarms aside, floods, and the figures of a shift.
extension Wording {
  static let noAlarmSelected = "Select an alarm first; 5 lists them."
  static let halfHour = "30 minutes"
  static let oneHour = "1 hour"
  static let fourHours = "4 hours"
  static let endOfShift = "end of shift"
  static let withdraw = "yes, out of service"
  static let withdrawNote = "it raises nothing until it is put back"
  static let keepInService = "no"
  static let foldHint = "Enter folds and unfolds"
  static let figuresTitle = "How the alarms behaved"
  static let escalated = "^ ESCALATED"
  static let delayed = "normal, delayed"
  static let asideHeading = "put aside"
  static let broughtAboutHeading = "brought about by"
  static let valuesHeading = "values"

  static let noSound = "Only a live board rings; a replay is silent."
  static let muteLength = "The bell is muted for 1 to 30 minutes: mute 10."
  static let ringsAgain = "The bell rings again."
  static let worst = "WORST"

  static func muted(_ minutes: Int) -> String { "muted \(minutes)m" }
  static func mutedFor(_ minutes: Int) -> String {
    "The bell is muted for \(minutes) \(minutes == 1 ? "minute" : "minutes"); a new crisis rings all the same."
  }

  static let notFed = "NOT FED"

  /// Since when nothing of what the screen shows is known to be true.
  static func notFed(since: String) -> String { "\(notFed) SINCE \(since): what stands here is old" }

  static func standing(_ alarm: AlarmItem) -> String {
    if alarm.isDelayed { return delayed }
    return alarm.isEscalated && alarm.standing == .unacknowledged ? escalated : standing(alarm.standing)
  }

  static func isAside(_ alarm: AlarmItem) -> String {
    alarm.standing == .outOfService
      ? "\(alarm.title) is out of service; O puts it back." : "\(alarm.title) is shelved; r takes it back."
  }

  static func notShelved(_ alarm: AlarmItem) -> String {
    alarm.standing == .outOfService
      ? "\(alarm.title) is out of service; O puts it back." : "\(alarm.title) is not shelved."
  }

  static func reasonToShelve(_ reason: ShelveReason) -> String {
    switch reason {
    case .underWay: "under way"
    case .waitsForOthers: "waits for others"
    case .knownFault: "known fault"
    case .drill: "drill"
    }
  }

  static func answered(_ answer: AlarmAnswer, _ now: Instant, _ zone: ZoneOffsets) -> String {
    switch answer {
    case .shelve(let name, let until, let reason):
      "\(name) is shelved until \(TimeText.near(until, now, zone)): \(reasonToShelve(reason))."
    case .unshelve(let name): "\(name) is back and asks for an owner."
    case .service(let name, let inService):
      inService ? "\(name) is in service again." : "\(name) is out of service: it raises nothing until O puts it back."
    }
  }

  package static func shelfEnded(_ name: String) -> String { "\(name) is back from the shelf." }

  /// Who put an alarm aside, why and until when.
  static func aside(_ aside: AlarmAside, _ now: Instant, _ zone: ZoneOffsets) -> String {
    let since = "by \(aside.by) \(TimeText.near(aside.since, now, zone))"
    guard let until = aside.until else { return "out of service, \(since)" }
    let why = aside.reason.map { ", \(reasonToShelve($0))" } ?? ""
    return "until \(TimeText.near(until, now, zone)), \(since)\(why)"
  }

  static func values(_ level: ThresholdLevel, _ measure: Measure) -> String {
    var text = "\(grade(level.level)) at \(limit(level.raise, measure)), clear at \(limit(level.clear, measure))"
    if level.onDelay > .zero { text += ", after \(TimeText.length(level.onDelay))" }
    if level.offDelay > .zero { text += ", clear after \(TimeText.length(level.offDelay))" }
    if level.minimumCount > 0 { text += ", with \(level.minimumCount) or more" }
    return text
  }

  /// Who changed values, and when.
  static func changed(_ values: String, by: String, at: String) -> String { "\(values); changed by \(by) \(at)" }

  static func folded(_ fold: AlarmFold, _ count: Int) -> String {
    switch fold {
    case .flood: "+\(count) followed"
    case .suppressed: "+\(count) silent"
    }
  }

  /// What goes on in a flood, for the head of the list.
  static func flood(_ flood: FloodItem, _ zone: ZoneOffsets) -> String {
    "FLOOD \(flood.count) since \(TimeText.clock(flood.since, zone))\(arrival(flood, zone))"
  }

  /// What came first in a flood, the longest first: the arrival that was before it, its name, how many followed.
  static func floodLines(_ flood: FloodItem, _ alarm: AlarmItem, _ zone: ZoneOffsets) -> [String] {
    let text = "FLOOD \(flood.count)\(arrival(flood, zone))"
    return ["\(text): \(alarm.title) \(alarm.value)", "\(text): \(alarm.title)", text, "FLOOD \(flood.count)"]
  }

  private static func arrival(_ flood: FloodItem, _ zone: ZoneOffsets) -> String {
    guard let people = flood.people, let arrived = flood.arrived else { return "" }
    let time = TimeText.clock(arrived, zone)
    return flood.wasExpected ? ", EXPECTED \(people), arrived \(time)" : ", \(people) arrived \(time)"
  }

  /// The value that an alarm had that is over.
  static func was(_ value: String) -> String { "was \(value)" }

  static func raisings(_ count: Int) -> String { count == 1 ? "Raised once" : "Raised \(count) times" }

  /// One raising in a line: when, how far, when it cleared, who took it.
  static func raising(_ alarm: Alarm, _ now: Instant, _ zone: ZoneOffsets) -> String {
    var parts = ["\(TimeText.near(alarm.raised, now, zone)) \(grade(alarm.level))"]
    if let cleared = alarm.cleared { parts.append("cleared after \(TimeText.length(cleared - alarm.raised))") }
    if let at = alarm.acknowledged {
      parts.append("taken by \(alarm.acknowledgedBy?.text ?? none) after \(TimeText.length(at - alarm.raised))")
    }
    if let at = alarm.escalated { parts.append("escalated \(TimeText.near(at, now, zone))") }
    if let cause = alarm.cause { parts.append("brought about by \(cause)") }
    return parts.joined(separator: ", ")
  }

  static func shift(_ from: Instant, _ until: Instant, _ now: Instant, _ zone: ZoneOffsets) -> String {
    "\(TimeText.near(from, now, zone)) to \(TimeText.near(until, now, zone))"
  }

  static func figures(_ figures: AlarmFigures) -> [String] {
    var lines = [
      "\(figures.raised) raised, \(figures.tenthsAnHour / 10).\(figures.tenthsAnHour % 10) an hour, "
        + "at most \(figures.mostInTenMinutes) in ten minutes",
      "\(figures.acknowledged) taken"
        + (figures.medianAnswer.map { ", half of them within \(TimeText.length($0))" } ?? "")
        + ", \(figures.escalated) escalated",
    ]
    if !figures.frequent.isEmpty {
      lines.append("most often: " + figures.frequent.map { "\($0.threshold) \($0.raised)" }.joined(separator: ", "))
    }
    if !figures.standing.isEmpty {
      lines.append("standing for more than a day: " + figures.standing.map(\.threshold).joined(separator: ", "))
    }
    if !figures.chattering.isEmpty { lines.append("chattering: " + figures.chattering.joined(separator: ", ")) }
    return lines
  }
}
