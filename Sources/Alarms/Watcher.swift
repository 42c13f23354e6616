import CaseFlow

/// One threshold at work: where its value comes from and when that must be looked at next.
struct Watcher: Sendable {
  let source: Source
  let unit: MeasureUnit
  /// The raise and clear values between which a value that grows with time moves.
  var levels: [ThresholdLevel]
  /// The position of its first latch; its others follow.
  let firstLatch: Int
  /// Out of service it is looked at no more.
  var isInService = true
  /// The entries of a `flow`.
  var window: FlowWindow?
  /// Where what its value is made of is marked.
  let slot: Int
  /// The mark when it was last looked at: while it is the same, and until `next`, nothing can turn.
  var seen: Int?
  /// The next instant at which something may turn without an event.
  var next = Instant.never

  enum Source: Sendable {
    case area(Int)
    case kind(Int)
    case center
    case wait(Int)
    case p90(Int)
    case flow
    case arrivals(minutes: Int)
    case census
    case stock
    case unplaced
    case near(Int)
    case predicted(near: Int, over: Int, minutes: Int)
    case interpreters
    case dataAge
    case withoutReceiver
    case openSeparations
    case coPlacements
    case linkedIllness
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
    case .p90(let stage):
      let waiting = inputs.waits[stage].countAtMost(time)
      guard waiting > 0 else { return Reading() }
      return Reading(amount: Int((time - inputs.waits[stage][waiting / 10]).milliseconds), count: waiting)
    case .flow:
      guard let window else { return Reading() }
      return Reading(amount: window.arrived - window.processed, count: window.arrived)
    case .arrivals(let minutes):
      let arrived = window?.arrived ?? 0
      return Reading(amount: arrived, of: minutes, count: arrived)
    case .census: return plain(inputs.onRoll)
    case .stock: return Reading(amount: inputs.onRoll, of: window?.processed ?? 0, count: inputs.onRoll)
    case .predicted(let near, let over, let minutes):
      guard let began = inputs.began, began + .minutes(Watcher.dayMinutes) <= time else { return Reading() }
      let due = inputs.near[near].countAtMost(time) - inputs.near[over].countAtMost(time)
      let leaving = (window?.casesLeft ?? 0) * minutes / Watcher.dayMinutes
      return Reading(amount: max(0, due - leaving), count: due)
    case .interpreters: return plain(inputs.languages.lacking)
    case .dataAge:
      guard let last = inputs.lastRecord else { return Reading() }
      return Reading(amount: Int(max(.zero, time - last).milliseconds), count: 1)
    case .unplaced: return plain(inputs.unplaced)
    case .near(let index): return plain(inputs.near[index].countAtMost(time))
    case .withoutReceiver: return plain(inputs.withoutReceiver)
    case .openSeparations: return plain(inputs.openSeparations)
    case .coPlacements: return plain(inputs.coPlacements)
    case .linkedIllness: return plain(inputs.illness.linked(at: time))
    case .nothing: return Reading()
    }
  }

  /// The window over which a pace is taken.
  static let dayMinutes = 1_440

  private func plain(_ count: Int) -> Reading { Reading(amount: count, count: count) }

  /// Whether anything can have turned since the last look.
  func isDue(_ marks: [Int], at time: Instant) -> Bool { isInService && (next <= time || seen != marks[slot]) }

  /// The value at a moment, and when to look again; nil while nothing can have turned since the last look.
  ///
  /// In place and all at once: a watcher taken out of the board's list would be copied.
  mutating func look(_ inputs: AlarmInputs, at time: Instant) -> Reading? {
    guard isDue(inputs.marks, at: time) else { return nil }
    window?.expire(at: time)
    seen = inputs.marks[slot]
    next = nextChange(inputs, after: time)
    return reading(inputs, at: time)
  }

  /// The first instant after `time` at which the value, left alone, may pass a raise or a clear value.
  private func nextChange(_ inputs: AlarmInputs, after time: Instant) -> Instant {
    switch source {
    case .area, .kind, .center, .census, .unplaced, .interpreters, .withoutReceiver, .openSeparations, .coPlacements,
      .nothing:
      return .never
    case .flow, .arrivals, .stock: return window?.nextExpiry ?? .never
    case .predicted(let near, let over, _):
      let seen = inputs.began.map { $0 + .minutes(Watcher.dayMinutes) } ?? .never
      if seen > time { return seen }
      let turns = [inputs.near[near].first(after: time), inputs.near[over].first(after: time), window?.nextExpiry]
      return turns.compactMap(\.self).min() ?? .never
    case .dataAge: return inputs.lastRecord.map { growth(from: $0, after: time) } ?? .never
    case .p90(let stage):
      // Who waits for something that lies ahead joins then, and moves the tenth.
      let joins = inputs.waits[stage].first(after: time) ?? .never
      let waiting = inputs.waits[stage].countAtMost(time)
      guard waiting > 0 else { return joins }
      return min(joins, growth(from: inputs.waits[stage][waiting / 10], after: time))
    case .linkedIllness: return inputs.illness.nextEnd(after: time)
    case .near(let index): return inputs.near[index].first(after: time) ?? .never
    case .wait(let stage):
      guard let oldest = inputs.waits[stage].first else { return .never }
      var next = growth(from: oldest, after: time)
      for level in levels where level.minimumCount > 1 {
        if let joins = inputs.waits[stage].first(after: time) { next = min(next, joins) }
      }
      return next
    }
  }

  /// When a time that has run since `start` next passes a raise or a clear value.
  private func growth(from start: Instant, after time: Instant) -> Instant {
    var next = Instant.never
    for level in levels {
      let raised = start + .minutes(level.raise)
      if raised > time { next = min(next, raised) }
      // A wait is at its clear value for the last time a millisecond before it is over it.
      let notClear = start + .minutes(level.clear) + Span(milliseconds: 1)
      if notClear > time { next = min(next, notClear) }
    }
    return next
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
    case .p90Wait: source = measure.stage.map { .p90($0.index) } ?? .nothing
    case .arrivalsADay:
      let minutes = max(1, measure.minutes ?? Watcher.dayMinutes)
      source = .arrivals(minutes: minutes)
      window = FlowWindow(length: .minutes(minutes))
    case .census: source = .census
    case .stockHours:
      source = .stock
      window = FlowWindow(length: .minutes(Watcher.dayMinutes))
    case .predictedBreaches:
      let read = measure.clocksRead.compactMap(clocks.firstIndex)
      source = read.count == 2 ? .predicted(near: read[0], over: read[1], minutes: measure.minutes ?? 0) : .nothing
      window = FlowWindow(length: .minutes(Watcher.dayMinutes))
    case .interpreterShortage: source = .interpreters
    case .dataAge: source = .dataAge
    case .unplaced: source = .unplaced
    case .clocksNear:
      source = measure.clocksRead.first.flatMap(clocks.firstIndex).map(Source.near) ?? .nothing
    case .releasesWithoutReceiver: source = .withoutReceiver
    case .openSeparations: source = .openSeparations
    case .coPlacements: source = .coPlacements
    case .linkedIllness: source = .linkedIllness
    }
    slot = Slot.of(source, clocks: clocks.count)
  }
}

extension Measure {
  /// Minutes of a window whose measure names none.
  static let usualWindow = 60

  /// What it counts by a clock: of `clocksNear` which is near, of `predictedBreaches` which is near and which is over.
  var clocksRead: [ClockMeasure] {
    guard of == .clocksNear || of == .predictedBreaches, let clock else { return [] }
    let near = ClockMeasure(kind: clock, within: .minutes(minutes ?? 0))
    return of == .clocksNear ? [near] : [near, ClockMeasure(kind: clock, within: .zero)]
  }
}
