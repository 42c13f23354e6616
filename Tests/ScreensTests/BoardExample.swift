import Alarms
import CaseFlow
import Screens

/// The model of the small center that the tests look at: a paused replay with alarms, a declared crisis, two cards.
enum BoardExample {
  static let story = SmallCenter()

  static func model(
    _ level: GlyphLevel = .unicode, alarmed: Bool = true, at now: Instant = SmallCenter.now
  ) -> BoardModel {
    let story = story
    var model = BoardModel(center: story.center, now: now)
    model.zone = SmallCenter.zone
    model.glyphs = Glyphs(level)
    var alarms = AlarmBoard(plan: .shipped, center: Center(plan: SmallCenter.plan, rules: .us2021))
    var center = Center(plan: SmallCenter.plan, rules: .us2021)
    for record in story.records.sorted(by: { ($0.recorded, $0.seq) < ($1.recorded, $1.seq) }) {
      center.apply(record)
      alarms.observe(record, center)
    }
    alarms.advance(to: now)
    if alarmed {
      var answered = CrisisAnswered()
      answered.charge = Code("R.Ortiz")
      alarms.respond(.crisisDeclared(answered), by: Code("R.Ortiz"), at: now)
      if let first = alarms.active.first {
        alarms.respond(.alarmAcknowledged(AlarmAnswered(first.threshold)), by: Code("R.Ortiz"), at: now)
      }
      model.take(alarms)
    }
    let start = SmallCenter.start
    model.replay = ReplayBar(
      title: "2021-12-24", from: start, until: start + .hours(18), now: now, speed: 60, isPaused: false,
      pastAlarms: alarms.alarms.map(\.raised))
    for (index, row) in BoardRow.allCases.enumerated() {
      model.trends[row] = (0..<24).map { ($0 * (index + 3) + index * 7) % 11 + ($0 > 17 && index < 2 ? 14 : 0) }
    }
    let records = story.records
    model.records = { id in
      records.filter { record in
        record.event.concerns(id, in: story.center)
      }
    }
    return model
  }

  static func state(_ view: BoardView, _ model: BoardModel, _ width: Int, _ height: Int) -> ViewState {
    var state = ViewState(view: view, size: Size(width: width, height: height))
    state.settle(model)
    return state
  }
}

extension Event {
  /// Whether it belongs into the timeline of a case: a plain reading for the tests.
  func concerns(_ id: CaseID, in center: Center) -> Bool {
    switch self {
    case .partyArrived(let e): e.cases.contains { $0.caseID == id }
    case .casePlaced(let e): e.caseID == id
    case .caseCalled(let e): e.caseID == id
    case .serviceStarted(let e), .serviceCompleted(let e): e.caseID == id
    case .caseHeld(let e): e.caseID == id
    case .caseExpedited(let e): e.caseID == id
    case .orientationGiven(let e), .consultationWaived(let e): e.caseID == id
    case .determinationMade(let e): e.caseID == id
    case .reviewRequested(let e), .orrNotified(let e): e.caseID == id
    case .childDetermined(let e): e.caseID == id
    case .isolationOrdered(let e): e.caseID == id
    case .planMade(let e): e.caseID == id
    case .releaseStepDone(let e): e.caseID == id
    case .releaseOffered(let e), .releaseAccepted(let e), .caseReleased(let e): e.caseID == id
    default: false
    }
  }
}
