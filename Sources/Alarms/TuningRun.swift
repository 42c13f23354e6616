package import CaseFlow

/// One raising of one level as people met it.
package struct Activation: Hashable, Sendable {
  package var threshold: String
  package var level: AlarmLevel
  /// When it asked for someone: at its raising, or when what kept it silent was over.
  package var raised: Instant
  /// When the value was well again; nil while it was not at the end.
  package var cleared: Instant?

  package init(threshold: String, level: AlarmLevel, raised: Instant, cleared: Instant? = nil) {
    self.threshold = threshold
    self.level = level
    self.raised = raised
    self.cleared = cleared
  }
}

/// The alarms that a center would have had under a plan: a fold of its records, like `AlarmBoard`, that also notes when
/// each alarm first asked for someone.
///
/// ```swift
/// var run = TuningRun(plan: candidate, center: center)
/// for record in records {
///   center.apply(record)
///   run.observe(record, center)
/// }
/// run.advance(to: until)
/// run.activations
/// ```
package struct TuningRun: Sendable {
  private var board: AlarmBoard
  private let keepsValues: Bool
  /// When each alarm of the board first asked for someone; nil while it is silent.
  private var announced: [Instant?] = []
  /// The alarms that are active and have been silent so far.
  private var silent: [Int] = []

  /// `keepsValues` leaves out the values that people changed on the way: whoever tries out values wants to see those.
  package init(plan: AlarmPlan, center: Center, keepsValues: Bool) {
    board = AlarmBoard(plan: plan, center: center)
    self.keepsValues = keepsValues
    note()
  }

  /// Takes a record that `center` has just applied.
  package mutating func observe(_ record: Record, _ center: Center) {
    advance(to: record.recorded)
    var record = record
    // An answer that names no threshold: something was recorded, and no value changes.
    if keepsValues, case .thresholdChanged = record.event { record.event = .alarmAcknowledged(AlarmAnswered()) }
    board.observe(record, center)
    note()
  }

  /// Lets time pass up to and including `instant`, stopping wherever an alarm may turn.
  package mutating func advance(to instant: Instant) {
    while let turn = board.nextTurn, turn <= instant {
      board.advance(to: turn)
      note()
    }
    board.advance(to: instant)
  }

  private mutating func note() {
    while announced.count < board.alarms.count {
      silent.append(announced.count)
      announced.append(nil)
    }
    guard !silent.isEmpty else { return }
    silent.removeAll { index in
      let alarm = board.alarms[index]
      guard alarm.isActive else { return true }
      guard board.state(of: alarm) == alarm.state else { return false }
      announced[index] = board.now
      return true
    }
  }
}

extension TuningRun {
  /// The alarms that asked for someone, in the order of their raising.
  package var activations: [Activation] {
    zip(board.alarms, announced).compactMap { alarm, announced in
      announced.map {
        Activation(threshold: alarm.threshold, level: alarm.level, raised: $0, cleared: alarm.cleared)
      }
    }
  }

  /// Alarms that never asked for anyone: they were suppressed or shelved for as long as they were active.
  package var silentAlarms: Int { announced.count { $0 == nil } }

  /// The crises that the rule proposed, each until it ended, as raisings without a threshold.
  package var proposals: [Activation] {
    board.crises.compactMap { crisis in
      crisis.proposed.map { Activation(threshold: "", level: .crisis, raised: $0, cleared: crisis.ended) }
    }
  }
}
