import CaseFlow

/// The crisis rule at work: since when each kind of place is full, since when all are well under, and who
/// came and went within the window.
struct CrisisWatch: Sendable {
  let rule: CrisisRule
  private(set) var window: FlowWindow
  /// Since when each kind has stood full, in the order of `PlaceKind`.
  private(set) var fullSince = [Instant?](repeating: nil, count: PlaceKind.allCases.count)
  /// Since when every kind has stood under the clearing value.
  private(set) var underSince: Instant?
  /// The rule's parts have not all held since it last proposed: only then may it propose again.
  private(set) var isArmed = true
  /// The next instant at which something may turn without an event.
  private(set) var next = Instant.never
  /// What it read when it was brought to a moment last: while that is the same, and until `next`, nothing can turn.
  private var seen: Int?

  init(rule: CrisisRule) {
    self.rule = rule
    window = FlowWindow(length: .minutes(rule.arrivalMinutes))
  }

  mutating func add(_ entry: FlowEntry) { window.add(entry) }

  /// Has everything looked at anew, after a person answered for a crisis, or what is remembered was read.
  mutating func forget() { seen = nil }

  /// Whether anything can have turned since the last look.
  func isDue(_ inputs: AlarmInputs, at time: Instant) -> Bool { next <= time || seen != inputs.crisisMark }

  /// Brings the rule to a moment and the crises with it.
  mutating func settle(_ inputs: AlarmInputs, _ crises: inout [Crisis], at time: Instant) {
    seen = inputs.crisisMark
    window.expire(at: time)
    observePlaces(inputs, at: time)
    let parts = parts(inputs, at: time)
    if parts == nil {
      isArmed = true
    } else if isArmed {
      isArmed = false
      if crises.last.map({ $0.ended != nil }) ?? true {
        var crisis = Crisis()
        crisis.proposed = time
        crisis.parts = parts
        crises.append(crisis)
      }
    }
    settleClear(&crises, at: time)
    declareItself(&crises, at: time)
    schedule(after: time, crises.last)
  }

  private mutating func observePlaces(_ inputs: AlarmInputs, at time: Instant) {
    var allUnder = true
    for (index, load) in inputs.kinds.enumerated() {
      let reading = Reading(amount: load.occupied, of: load.staffed, count: load.occupied)
      fullSince[index] = reading.isAtLeast(rule.placesPercent, .percent) ? fullSince[index] ?? time : nil
      if reading.isAtLeast(rule.clearPercent, .percent) { allUnder = false }
    }
    underSince = allUnder ? underSince ?? time : nil
  }

  /// The parts of the rule, if all of them hold; of several full kinds the one that was full first.
  private func parts(_ inputs: AlarmInputs, at time: Instant) -> CrisisParts? {
    guard window.arrived > window.processed else { return nil }
    var parts: CrisisParts?
    for kind in PlaceKind.allCases {
      guard let since = fullSince[kind.index], since + .minutes(rule.placesMinutes) <= time else { continue }
      if let earlier = parts, earlier.fullSince <= since { continue }
      var found = CrisisParts()
      found.kind = kind
      found.occupied = inputs.kinds[kind.index].occupied
      found.staffed = inputs.kinds[kind.index].staffed
      found.fullSince = since
      found.arrived = window.arrived
      found.processed = window.processed
      parts = found
    }
    return parts
  }

  /// A proposal whose clearing part holds lapses; a declared crisis may be stood down from then on.
  private func settleClear(_ crises: inout [Crisis], at time: Instant) {
    guard let last = crises.indices.last, crises[last].ended == nil else { return }
    guard let since = underSince, since + .minutes(rule.clearMinutes) <= time else {
      crises[last].clear = nil
      return
    }
    // A crisis that someone declared while all was under is clear from its declaration on.
    let begun = crises[last].proposed ?? crises[last].declared ?? time
    if crises[last].clear == nil { crises[last].clear = max(begun, since + .minutes(rule.clearMinutes)) }
    if crises[last].declared == nil { crises[last].ended = time }
  }

  /// A proposal that waited for a person long enough is declared by the rule, where the center file says so.
  private func declareItself(_ crises: inout [Crisis], at time: Instant) {
    guard let last = crises.indices.last, let due = ownDeclaration(of: crises[last]), due <= time else { return }
    crises[last].declared = time
    crises[last].declaredBy = Crisis.byRule
  }

  /// When a proposal is declared without a person, or nil.
  private func ownDeclaration(of crisis: Crisis?) -> Instant? {
    guard rule.autoDeclareMinutes > 0, let crisis, crisis.ended == nil, crisis.declared == nil else { return nil }
    return crisis.proposed.map { $0 + .minutes(rule.autoDeclareMinutes) }
  }

  private mutating func schedule(after time: Instant, _ crisis: Crisis?) {
    next = window.nextExpiry ?? .never
    if let due = ownDeclaration(of: crisis), due > time { next = min(next, due) }
    for since in fullSince {
      guard let since else { continue }
      let due = since + .minutes(rule.placesMinutes)
      if due > time { next = min(next, due) }
    }
    if let underSince {
      let due = underSince + .minutes(rule.clearMinutes)
      if due > time { next = min(next, due) }
    }
  }
}

extension CrisisWatch {
  /// Visits what the rule remembers.
  mutating func describeState(_ f: inout some FieldVisitor) {
    window.describeState(&f)
    for index in fullSince.indices { f.field("fullSince", &fullSince[index]) }
    f.field("underSince", &underSince)
    f.field("armed", &isArmed)
  }
}
