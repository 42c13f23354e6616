import CaseFlow

/// One threshold at work: where its value comes from and when that must be looked at next.
struct Watcher: Sendable {
  let source: Source
  let unit: MeasureUnit
  /// The raise and clear values between which a value that grows with time moves.
  let levels: [ThresholdLevel]
  /// The position of its first latch; its others follow.
  let firstLatch: Int
  /// The entries of a `flow`.
  var window: FlowWindow?
  /// What the value was made of when it was last looked at; see `mark`.
  var seen: Mark?
  /// The next instant at which something may turn without an event.
  var next = Instant.never

  enum Source: Sendable {
    case area(Int)
    case kind(Int)
    case center
    case wait(Int)
    case flow
    case unplaced
    case near(Int)
    case withoutReceiver
    case openSeparations
    case coPlacements
    /// The measure names an area or a clock that is not there: it reads nothing, forever.
    case nothing
  }

  /// The value at a moment. A window must have been brought to it.
  func reading(_ inputs: AlarmInputs, at time: Instant) -> Reading {
    switch source {
    case .area(let index):
      let load = inputs.areas[index]
      return Reading(amount: load.occupied, of: load.usable, count: load.occupied)
    case .kind(let index):
      let load = inputs.kinds[index]
      return Reading(amount: load.occupied, of: load.staffed, count: load.occupied)
    case .center:
      let people = inputs.occupied + inputs.unplaced
      return Reading(amount: people, of: inputs.usable, count: people)
    case .wait(let stage):
      let oldest = inputs.waits[stage].first.map { max(.zero, time - $0) } ?? .zero
      return Reading(amount: Int(oldest.milliseconds), count: inputs.waits[stage].countAtMost(time))
    case .flow:
      guard let window else { return Reading() }
      return Reading(amount: window.arrived - window.processed, count: window.arrived)
    case .unplaced: return plain(inputs.unplaced)
    case .near(let index): return plain(inputs.near[index].countAtMost(time))
    case .withoutReceiver: return plain(inputs.withoutReceiver)
    case .openSeparations: return plain(inputs.openSeparations)
    case .coPlacements: return plain(inputs.coPlacements)
    case .nothing: return Reading()
    }
  }

  private func plain(_ count: Int) -> Reading { Reading(amount: count, count: count) }

  /// What the value is made of: while it is the same, and until `next`, nothing can turn.
  enum Mark: Hashable, Sendable {
    case value(Reading)
    case times(version: Int)
    case window(arrived: Int, processed: Int)
  }

  func mark(_ inputs: AlarmInputs, at time: Instant) -> Mark {
    switch source {
    case .wait(let stage): .times(version: inputs.waits[stage].version)
    case .near(let index): .times(version: inputs.near[index].version)
    case .flow: .window(arrived: window?.arrived ?? 0, processed: window?.processed ?? 0)
    default: .value(reading(inputs, at: time))
    }
  }

  /// Looks at what the value is made of; false while nothing can have turned since the last look.
  ///
  /// In place, though it is a question nearly always: a watcher taken out of the board's list would be copied.
  mutating func look(_ inputs: AlarmInputs, at time: Instant) -> Bool {
    if next > time, seen == mark(inputs, at: time) { return false }
    window?.expire(at: time)
    seen = mark(inputs, at: time)
    return true
  }

  /// The first instant after `time` at which the value, left alone, may pass a raise or a clear value.
  func nextChange(_ inputs: AlarmInputs, after time: Instant) -> Instant {
    switch source {
    case .area, .kind, .center, .unplaced, .withoutReceiver, .openSeparations, .coPlacements, .nothing: return .never
    case .flow: return window?.nextExpiry ?? .never
    case .near(let index): return inputs.near[index].first(after: time) ?? .never
    case .wait(let stage):
      guard let oldest = inputs.waits[stage].first else { return .never }
      var next = Instant.never
      for level in levels {
        let raised = oldest + .minutes(level.raise)
        if raised > time { next = min(next, raised) }
        // A wait is at its clear value for the last time a millisecond before it is over it.
        let notClear = oldest + .minutes(level.clear) + Span(milliseconds: 1)
        if notClear > time { next = min(next, notClear) }
        if level.minimumCount > 1, let joins = inputs.waits[stage].first(after: time) { next = min(next, joins) }
      }
      return next
    }
  }
}

extension Watcher {
  init(_ threshold: Threshold, firstLatch: Int, clocks: [ClockMeasure], center: Center) {
    unit = threshold.measure.of.unit
    levels = threshold.levels
    self.firstLatch = firstLatch
    let measure = threshold.measure
    switch measure.of {
    case .areaOccupancy:
      source = center.areas.firstIndex { $0.code == measure.area }.map(Source.area) ?? .nothing
    case .kindOccupancy: source = measure.kind.map { .kind($0.index) } ?? .nothing
    case .centerOccupancy: source = .center
    case .oldestWait: source = measure.stage.map { .wait($0.index) } ?? .nothing
    case .arrivalsOverProcessed:
      source = .flow
      window = FlowWindow(length: .minutes(measure.minutes ?? Measure.usualWindow))
    case .unplaced: source = .unplaced
    case .clocksNear:
      source = measure.nearness.flatMap(clocks.firstIndex).map(Source.near) ?? .nothing
    case .releasesWithoutReceiver: source = .withoutReceiver
    case .openSeparations: source = .openSeparations
    case .coPlacements: source = .coPlacements
    }
  }
}

extension Measure {
  /// Minutes of a window whose measure names none.
  static let usualWindow = 60

  /// The clock of `clocksNear` and how near is near.
  var nearness: ClockMeasure? {
    guard of == .clocksNear, let clock else { return nil }
    return ClockMeasure(kind: clock, within: .minutes(minutes ?? 0))
  }
}
