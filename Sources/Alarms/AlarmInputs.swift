import CaseFlow

/// What the thresholds read of a center, kept up from event to event: a record costs what it concerns, not
/// what the center holds.
struct AlarmInputs: Sendable {
  private(set) var areas: [AreaLoad] = []
  /// Occupied and staffed places by kind, in the order of `PlaceKind`.
  private(set) var kinds = [KindLoad](repeating: KindLoad(), count: PlaceKind.allCases.count)
  private(set) var usable = 0
  private(set) var occupied = 0
  private(set) var unplaced = 0
  private(set) var openSeparations = 0
  private(set) var coPlacements = 0
  private(set) var withoutReceiver = 0
  private(set) var onRoll = 0
  /// When the first record was taken; nil before.
  var began: Instant?
  private(set) var lastRecord: Instant?
  private(set) var illness = LinkedIllness()
  private(set) var languages = InterviewLanguages()
  /// Since when each waiting case of a stage waits; an interview's may lie ahead.
  private(set) var waits = [SortedTimes](repeating: SortedTimes(), count: Stage.allCases.count)
  /// From when each case counts for a clock measure.
  private(set) var near: [SortedTimes]
  /// What the values of each `Slot` are made of, as one number: while it is the same, only time can change them.
  var marks: [Int] = []
  private let clocks: [ClockMeasure]
  /// Of each clock measure the one that counts what is over: its clock's that is near at the end only. Nil where no
  /// threshold predicts.
  let over: [Int?]
  /// The clocks that any of them asks for.
  private let watched: ClockKinds
  /// What only some centers' thresholds ask for.
  private let watches: Watches
  private var cases: [CaseInputs] = []
  /// `clocks.count` instants for each case, or never.
  private var caseNear: [Instant] = []
  /// The case of each person, by position in the center's roll.
  private var caseOfPerson: [CaseID] = []
  /// Room for the cases of one record, kept between records.
  private var concerned: [CaseID] = []
  private var arrived = 0
  private var processed = 0
  /// Cases that have left the roll, and how many of them the last entry knew.
  private var casesLeft = 0
  private var casesTold = 0
  /// How often the load of a kind of place has changed.
  var loadsVersion = 0
  /// How often someone arrived or left.
  private(set) var flows = 0

  init(clocks: [ClockMeasure], watches: Watches, center: Center) {
    self.clocks = clocks
    over = clocks.map { measure in clocks.firstIndex { $0.kind == measure.kind && $0.within == .zero } }
    watched = ClockKinds(clocks.map(\.kind))
    self.watches = watches
    if center.seq >= 0 {
      began = center.now
      lastRecord = center.now
    }
    near = [SortedTimes](repeating: SortedTimes(), count: clocks.count)
    load(center)
    takePlaces(of: center)
    arrived = center.counts.arrived
    processed = center.counts.exits
    marks = [Int](repeating: 0, count: Slot.count(clocks: clocks.count, areas: areas.count))
    markPlaces()
    mark()
  }

  /// Takes what a record that was just applied has changed, and tells who arrived and who left by it.
  mutating func take(_ record: Record, _ center: Center, at now: Instant) -> FlowEntry? {
    if began == nil { began = record.recorded }
    if case .stateAt = record.event {
      load(center)
    } else {
      takeCases(of: record, center, at: now)
    }
    if watches.languages, record.event.changesLanguages { languages.listen(center) }
    let places = record.event.touchesPlaces
    if places { takePlaces(of: center) }
    lastRecord = record.recorded
    if record.event.touchesBreaches { countCoPlacements(of: center) }
    let counts = center.counts
    let entry = FlowEntry(
      at: now, arrived: counts.arrived - arrived, processed: counts.exits - processed, casesLeft: casesLeft - casesTold)
    arrived = counts.arrived
    processed = counts.exits
    casesTold = casesLeft
    let flowed = entry.arrived != 0 || entry.processed != 0 || entry.casesLeft != 0
    if flowed { flows += 1 }
    if places { markPlaces() }
    mark()
    return flowed ? entry : nil
  }

  /// Looks at the cases that a record concerns, where it may have changed what thresholds read of them.
  private mutating func takeCases(of record: Record, _ center: Center, at now: Instant) {
    let event = record.event
    // Here and not in a closure, which would take the whole center for its own.
    var former: CaseID?
    if case .tieStated(let e) = event { former = caseOf(e.child, center) }
    var concerned = concerned
    self.concerned = []
    concerned.removeAll(keepingCapacity: true)
    event.forEachCase(in: center, former: { _ in former }, { concerned.append($0) })
    let touched = event.touchedClocks(in: center).intersection(watched)
    let waits = event.touchesWaits
    if waits || !touched.isEmpty { for id in concerned { update(id, center, waits, touched) } }
    if event.movesPeople { for id in concerned { remember(id, center) } }
    if watches.illness { illness.take(record, concerned, center, at: now) }
    self.concerned = concerned
  }

  private mutating func takePlaces(of center: Center) {
    areas.removeAll(keepingCapacity: true)
    for index in kinds.indices { kinds[index] = KindLoad() }
    usable = 0
    occupied = 0
    for area in center.areas {
      let places = area.capacity.usable.places
      areas.append(AreaLoad(occupied: area.occupied, usable: places))
      kinds[area.kind.index].occupied += area.occupied
      kinds[area.kind.index].staffed += max(0, area.capacity.staffed)
      usable += places
      occupied += area.occupied
    }
    unplaced = center.counts.unplaced
    onRoll = center.counts.onRoll
    openSeparations = center.separations.count
  }

  private mutating func countCoPlacements(of center: Center) {
    coPlacements = center.breaches.count { $0.kind == .childWithUnrelatedAdults && $0.ended == nil }
  }

  private mutating func update(_ id: CaseID, _ center: Center, _ waits: Bool, _ touched: ClockKinds) {
    guard let position = center.cases.position(of: id) else { return }
    while cases.count <= position {
      cases.append(CaseInputs())
      for _ in clocks { caseNear.append(.never) }
    }
    // Lent where it stands: one that is taken out is copied with all it holds.
    if waits { updateWaits(of: center.cases.items[position], position, center) }
    if !touched.isEmpty { updateClocks(of: center.cases.items[position], position, center, touched) }
  }

  private mutating func updateWaits(of item: Case, _ position: Int, _ center: Center) {
    let old = cases[position]
    let new = inputs(of: item, center)
    if old.languages != new.languages {
      if let gone = old.languages { languages.leave(gone) }
      if let come = new.languages { languages.join(come, center) }
    }
    if old.stage != new.stage || old.since != new.since {
      if let stage = old.stage { waits[stage.index].remove(old.since) }
      if let stage = new.stage { waits[stage.index].insert(new.since) }
    }
    withoutReceiver += new.withoutReceiver - old.withoutReceiver
    if new.hasLeft != old.hasLeft { casesLeft += new.hasLeft ? 1 : -1 }
    cases[position] = new
  }

  private func inputs(of item: Case, _ center: Center) -> CaseInputs {
    var inputs = center.inputs(of: item)
    if watches.languages { inputs.languages = center.languagesAwaited(by: item) }
    return inputs
  }

  private func caseOf(_ person: PersonID, _ center: Center) -> CaseID? {
    guard let position = center.people.position(of: person), position < caseOfPerson.count else { return nil }
    return caseOfPerson[position]
  }

  private mutating func remember(_ id: CaseID, _ center: Center) {
    if let position = center.cases.position(of: id) { remember(center.cases.items[position], center) }
  }

  private mutating func remember(_ item: Case, _ center: Center) {
    for member in item.members {
      guard let position = center.people.position(of: member) else { continue }
      while caseOfPerson.count <= position { caseOfPerson.append(CaseID()) }
      caseOfPerson[position] = item.id
    }
  }

  private mutating func updateClocks(of item: Case, _ position: Int, _ center: Center, _ touched: ClockKinds) {
    let running = item.isOnRoll ? center.clocks(of: item, at: .latest, only: touched) : []
    for (index, measure) in clocks.enumerated() where touched.contains(measure.kind) {
      let old = caseNear[position * clocks.count + index]
      let new = measure.near(among: running)
      guard old != new else { continue }
      if old != .never { near[index].remove(old) }
      if new != .never { near[index].insert(new) }
      caseNear[position * clocks.count + index] = new
    }
  }

  /// Takes every case of a center at once, in the time of a sort.
  private mutating func load(_ center: Center) {
    withoutReceiver = 0
    languages = InterviewLanguages()
    cases.removeAll(keepingCapacity: true)
    caseNear.removeAll(keepingCapacity: true)
    var waiting = [[Int64]](repeating: [], count: waits.count)
    var nearing = [[Int64]](repeating: [], count: clocks.count)
    for item in center.cases.items {
      let inputs = inputs(of: item, center)
      if let awaited = inputs.languages { languages.join(awaited, center) }
      cases.append(inputs)
      remember(item, center)
      withoutReceiver += inputs.withoutReceiver
      if let stage = inputs.stage { waiting[stage.index].append(inputs.since.milliseconds) }
      guard !clocks.isEmpty else { continue }
      let running = item.isOnRoll ? center.clocks(of: item, at: .latest, only: watched) : []
      for (index, measure) in clocks.enumerated() {
        let near = measure.near(among: running)
        caseNear.append(near)
        if near != .never { nearing[index].append(near.milliseconds) }
      }
    }
    for index in waits.indices { waits[index].load(waiting[index]) }
    for index in near.indices { near[index].load(nearing[index]) }
    countCoPlacements(of: center)
    if watches.illness { illness.load(center) }
  }
}
