import Alarms
package import CaseFlow

/// What someone answers to an alarm beyond taking it.
package enum AlarmAnswer: Hashable, Sendable {
  case shelve(String, until: Instant, ShelveReason)
  case unshelve(String)
  case service(String, inService: Bool)
}

extension AlarmAnswer {
  /// The event that says so.
  package var event: Event {
    switch self {
    case .shelve(let threshold, let until, let reason):
      var e = AlarmShelved()
      e.threshold = threshold
      e.until = until
      e.reason = reason
      return .alarmShelved(e)
    case .unshelve(let threshold): return .alarmUnshelved(AlarmAnswered(threshold))
    case .service(let threshold, let inService):
      var e = ServiceChanged()
      e.threshold = threshold
      e.inService = inService
      return .serviceChanged(e)
    }
  }
}

extension BoardView {
  /// Whether alarms are its rows, or it is about one.
  var listsAlarms: Bool {
    if case .alarm = self { return true }
    return self == .alarms
  }
}

extension CommandTable {
  /// The alarm shown, or selected in the list.
  static func alarmSelected(_ model: BoardModel, _ state: ViewState) -> AlarmItem? {
    if case .alarm(let key) = state.view { return model.alarms.first { $0.key == key } }
    if case .alarm(let key)? = state.pane.selection { return model.alarms.first { $0.key == key } }
    return nil
  }

  /// Why an answer cannot be given to the alarm selected.
  static func alarm(for id: CommandID) -> @Sendable (BoardModel, ViewState) -> String? {
    { model, state in
      if let refused = model.answersRefused { return refused }
      guard let alarm = alarmSelected(model, state) else { return Wording.noAlarmSelected }
      switch id {
      case .shelve: return alarm.aside == nil ? nil : Wording.isAside(alarm)
      case .takeBack: return alarm.standing == .shelved ? nil : Wording.notShelved(alarm)
      default: return nil
      }
    }
  }
}

/// What a key of the alarm list does: an answer, or first a question.
func answerAlarm(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let alarm = CommandTable.alarmSelected(model, state) else { return [] }
  func answer(_ answer: AlarmAnswer) -> [BoardAction] {
    state.say(Wording.answered(answer, model.now, model.zone), at: model.now)
    return [.answer(answer)]
  }
  switch id {
  case .shelve: state.ask(.shelve(alarm.threshold))
  case .takeBack: return answer(.unshelve(alarm.threshold))
  case .service where alarm.standing == .outOfService: return answer(.service(alarm.threshold, inService: true))
  case .service: state.ask(.withdraw(alarm.threshold))
  case .values: state.prompt = Prompt(.palette, text: alarm.edit)
  default: break
  }
  return []
}

extension BoardModel {
  /// The answers to the questions about putting an alarm aside.
  func asides(_ question: Question) -> [Choice] {
    switch question {
    case .shelve(let name):
      return ShelveReason.allCases.map { Choice(Wording.reasonToShelve($0), "", .ask(.shelfEnd(name, $0))) }
    case .shelfEnd(let name, let reason):
      let longest = now + shiftLength
      let ends: [(String, Instant, Unicode.Scalar)] = [
        (Wording.halfHour, now + .minutes(30), "3"), (Wording.oneHour, now + .hours(1), "1"),
        (Wording.fourHours, now + .hours(4), "4"), (Wording.endOfShift, shiftEnd, "e"),
      ]
      return ends.filter { $0.1 <= longest }.map { label, until, key in
        Choice(label, TimeText.near(until, now, zone), .answer(.shelve(name, until: until, reason)), key: key)
      }
    case .withdraw(let name):
      return [
        Choice(Wording.withdraw, Wording.withdrawNote, .answer(.service(name, inService: false)), key: "y"),
        Choice(Wording.keepInService, "", .leave, key: "n"),
      ]
    default: return []
    }
  }

  /// The rows of the alarm list: what is folded away stands as one row until it is unfolded.
  func alarmRows(_ pane: Pane) -> [Item] {
    var rows: [Item] = []
    func fold(_ fold: AlarmFold) {
      let folded = alarms.filter { $0.fold == fold }
      guard !folded.isEmpty else { return }
      rows.append(.folded(fold))
      if pane.unfolded.contains(fold) { rows += folded.map { .alarm($0.key) } }
    }
    for alarm in alarms where alarm.isOpen && alarm.fold == nil {
      rows.append(.alarm(alarm.key))
      if alarm.isFirstOut { fold(.flood) }
    }
    fold(.suppressed)
    return rows + alarms.filter { !$0.isOpen && $0.fold == nil }.map { .alarm($0.key) }
  }
}

extension ListTable {
  /// A row of the alarm list.
  func alarm(_ key: AlarmKey) -> [Piece] {
    guard let alarm = model.alarms.first(where: { $0.key == key }) else { return [] }
    let style = model.style(of: alarm)
    let sign = alarm.isActive ? model.sign(alarm.grade) : alarm.standing == .clearedUnacknowledged ? "~" : ""
    let age = alarm.wasRaised ? TimeText.length((alarm.cleared ?? model.now) - alarm.raised) : ""
    let why = alarm.aside?.reason.map { ": \(Wording.reasonToShelve($0))" } ?? ""
    let until = alarm.aside?.until.map { " \(TimeText.clock($0, model.zone))" } ?? ""
    // Two levels of one threshold that are over differ by nothing else, where their column has no room.
    let hasLevel = layout.places.count > 2 && layout.places[2] != nil
    let level = alarm.standing == .cleared && !hasLevel ? " (\(Wording.grade(alarm.grade)))" : ""
    return [
      Piece(sign, style), Piece(Wording.standing(alarm) + level + until, style),
      Piece(alarm.wasRaised ? Wording.grade(alarm.grade) : "", style),
      Piece(alarm.title + why, style),
      // What is over reads what it read when it was raised, and says so.
      Piece(alarm.cleared == nil ? alarm.value : Wording.was(alarm.value)), Piece(alarm.limit, .dim),
      Piece(alarm.wasRaised ? TimeText.near(alarm.raised, model.now, model.zone) : ""), Piece(age),
      Piece(alarm.aside?.by ?? alarm.owner ?? Wording.none),
      Piece(alarm.cleared.map { TimeText.near($0, model.now, model.zone) } ?? ""),
    ]
  }

  /// The row that stands for what is folded away.
  func folded(_ fold: AlarmFold) -> [Piece] {
    let count = model.alarms.count { $0.fold == fold }
    return [
      Piece(model.glyphs.bullet, .dim), Piece(Wording.folded(fold, count), .dim), Piece(""),
      Piece(Wording.foldHint, .dim),
    ]
  }
}

extension Page {
  /// Everything a threshold raised, the newest first.
  mutating func fillRaisings(of threshold: String) {
    let raisings = model.raisings.filter { $0.threshold == threshold }
    guard !raisings.isEmpty else { return }
    heading(Wording.raisings(raisings.count))
    for alarm in raisings.reversed().prefix(Self.raisingsShown) {
      add(Wording.raising(alarm, model.now, model.zone))
    }
  }

  private static let raisingsShown = 20

  /// How the alarms of this shift and of the one before behaved.
  mutating func fillFigures() {
    title = [Piece(Wording.figuresTitle, .heading)]
    let begin = model.shiftStart
    // What is raised this moment counts.
    let end = model.now + Span(milliseconds: 1)
    for (from, until) in [(begin, end), (begin - model.shiftLength, begin)] {
      heading(Wording.shift(from, until, model.now, model.zone))
      let figures = AlarmFigures(of: model.raisings, from: from, until: until)
      for line in Wording.figures(figures) { add(line) }
    }
  }
}
