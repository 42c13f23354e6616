package import CaseFlow

/// Why what someone answers to an alarm or a crisis cannot be.
package enum AnswerFault: Hashable, Sendable {
  case noThreshold(String)
  case noAlarm(String)
  case shelvedAlready(String)
  case notShelved(String)
  case shelfInPast
  case shelfTooLong(Span)
  case serviceAlready(String, inService: Bool)
  case values(ThresholdFault)
  case noCard(Code, line: Int)
  case noCrisis
  case declaredAlready(Code)
  case nothingToStandDown
  case inChargeAlready(Code)
  case noReserve(Code)
  case reserveAlready(Code)
}

/// Why values of a threshold cannot work.
package enum ThresholdFault: Hashable, Sendable {
  case noThreshold(String)
  case noLevel(AlarmLevel)
  case raise, clear, minutes, order

  /// What is wrong with changed values, or nil.
  package static func of(_ e: ThresholdChanged, in plan: AlarmPlan) -> ThresholdFault? {
    guard let threshold = plan.thresholds.first(where: { $0.name == e.threshold }) else {
      return .noThreshold(e.threshold)
    }
    guard let position = threshold.levels.firstIndex(where: { $0.level == e.level }) else { return .noLevel(e.level) }
    if !(1...AlarmLimit.value).contains(e.raise) { return .raise }
    if e.clear >= e.raise || e.clear < -AlarmLimit.value { return .clear }
    let delays = Span.zero...Span.minutes(AlarmLimit.minutes)
    if !delays.contains(e.onDelay) || !delays.contains(e.offDelay) || e.minimumCount < 0 { return .minutes }
    for (index, level) in threshold.levels.enumerated() {
      if index < position && level.raise >= e.raise || index > position && level.raise <= e.raise { return .order }
    }
    return nil
  }
}

extension AnswerFault {
  /// What is wrong with an answer at a moment, or nil; any other event is right.
  package static func of(_ answer: Event, in board: AlarmBoard, at: Instant) -> AnswerFault? {
    func known(_ name: String) -> AnswerFault? {
      board.plan.thresholds.contains { $0.name == name } ? nil : .noThreshold(name)
    }
    switch answer {
    case .alarmAcknowledged(let e):
      return board.alarms.contains { $0.threshold == e.threshold && $0.acknowledged == nil }
        ? nil : .noAlarm(e.threshold)
    case .alarmShelved(let e):
      if let fault = known(e.threshold) { return fault }
      if board.shelf(of: e.threshold) != nil { return .shelvedAlready(e.threshold) }
      if e.until <= at { return .shelfInPast }
      let longest = Span.minutes(board.plan.shiftMinutes)
      return e.until > at + longest ? .shelfTooLong(longest) : nil
    case .alarmUnshelved(let e): return board.shelf(of: e.threshold) == nil ? .notShelved(e.threshold) : nil
    case .serviceChanged(let e):
      if let fault = known(e.threshold) { return fault }
      return board.isOutOfService(e.threshold) == e.inService
        ? nil : .serviceAlready(e.threshold, inService: e.inService)
    case .thresholdChanged(let e): return ThresholdFault.of(e, in: board.plan).map(AnswerFault.values)
    case .crisisDeclared(let e):
      // Declared again by another name, it hands over the charge.
      guard case .declared(let crisis) = board.crisis, crisis.charge == e.charge else { return nil }
      return .declaredAlready(e.charge)
    case .crisisStoodDown: return board.crisis == .none ? .nothingToStandDown : nil
    case .chargeTaken(let e): return board.charge?.who == e.charge ? .inChargeAlready(e.charge) : nil
    case .actionDone(let e): return board.lineFault(e.card, e.line)
    case .actionTaken(let e): return board.lineFault(e.card, e.line)
    case .reserveOrdered(let e):
      guard board.plan.plan.reserves.contains(where: { $0.code == e.reserve }) else { return .noReserve(e.reserve) }
      return board.reserves.contains { $0.reserve == e.reserve } == e.undone ? nil : .reserveAlready(e.reserve)
    default: return nil
    }
  }
}

extension AlarmBoard {
  fileprivate func lineFault(_ card: Code, _ line: Int) -> AnswerFault? {
    guard case .declared = crisis else { return .noCrisis }
    return plan.plan.has(card, line) ? nil : .noCard(card, line: line)
  }
}

extension AlarmBoard {
  /// An answer with the name of its threshold as the plan has it: people type names in any case, and cut them short.
  package func named(_ answer: Event) -> Event {
    switch answer {
    case .alarmAcknowledged(var e):
      e.threshold = name(e.threshold)
      return .alarmAcknowledged(e)
    case .alarmShelved(var e):
      e.threshold = name(e.threshold)
      return .alarmShelved(e)
    case .alarmUnshelved(var e):
      e.threshold = name(e.threshold)
      return .alarmUnshelved(e)
    case .serviceChanged(var e):
      e.threshold = name(e.threshold)
      return .serviceChanged(e)
    case .thresholdChanged(var e):
      e.threshold = name(e.threshold)
      return .thresholdChanged(e)
    default: return answer
    }
  }

  private func name(_ typed: String) -> String {
    let names = plan.thresholds.map(\.name)
    if names.contains(typed) { return typed }
    let folded = typed.lowercased()
    if let same = names.first(where: { $0.lowercased() == folded }) { return same }
    let near = names.filter { $0.lowercased().hasPrefix(folded) }
    return near.count == 1 && !folded.isEmpty ? near[0] : typed
  }
}
