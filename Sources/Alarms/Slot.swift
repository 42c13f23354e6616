import CaseFlow

/// The places of `AlarmInputs.marks`: one for each source that values may have.
enum Slot {
  static let nothing = 0
  static let center = 1
  static let unplaced = 2
  static let flow = 3
  static let census = 4
  static let stock = 5
  static let separations = 6
  static let coPlacements = 7
  static let receivers = 8
  static let interpreters = 9
  static let dataAge = 10
  static let illness = 11
  /// From here on one for each kind of place, each stage, each clock that is near, each clock that is predicted, each area.
  private static let first = 12
  // Counted once: each `allCases` is made anew.
  private static let kinds = PlaceKind.allCases.count
  private static let stages = Stage.allCases.count

  static func kind(_ index: Int) -> Int { first + index }
  static func wait(_ stage: Int) -> Int { first + kinds + stage }
  static func near(_ clock: Int) -> Int { first + kinds + stages + clock }
  static func predicted(_ clock: Int, of clocks: Int) -> Int { near(clocks) + clock }
  static func area(_ index: Int, clocks: Int) -> Int { predicted(clocks, of: clocks) + index }
  static func count(clocks: Int, areas: Int) -> Int { area(areas, clocks: clocks) }
}

extension Slot {
  /// Where what a source reads is marked, where there are so many clock measures.
  static func of(_ source: Watcher.Source, clocks: Int) -> Int {
    switch source {
    case .area(let index): area(index, clocks: clocks)
    case .kind(let index): kind(index)
    case .center: center
    case .wait(let stage), .p90(let stage): wait(stage)
    case .flow, .arrivals: flow
    case .census: census
    case .stock: stock
    case .unplaced: unplaced
    case .near(let index): near(index)
    case .predicted(let near, _, _): predicted(near, of: clocks)
    case .interpreters: interpreters
    case .dataAge: dataAge
    case .withoutReceiver: receivers
    case .openSeparations: separations
    case .coPlacements: coPlacements
    case .linkedIllness: illness
    case .nothing: nothing
    }
  }
}

extension AlarmInputs {
  /// Writes the marks of what is read of places and of everyone's number.
  mutating func markPlaces() {
    marks[Slot.center] = pair(occupied + unplaced, usable)
    marks[Slot.unplaced] = unplaced
    marks[Slot.census] = onRoll
    marks[Slot.separations] = openSeparations
    for index in kinds.indices {
      let load = pair(kinds[index].occupied, kinds[index].staffed)
      if marks[Slot.kind(index)] != load { loadsVersion += 1 }
      marks[Slot.kind(index)] = load
    }
    for index in areas.indices {
      marks[Slot.area(index, clocks: near.count)] = pair(areas[index].occupied, areas[index].usable)
    }
  }

  /// Writes all other marks anew: a few dozen numbers, which each threshold then compares with the one that it has seen.
  mutating func mark() {
    marks[Slot.flow] = flows
    marks[Slot.stock] = pair(flows, onRoll)
    marks[Slot.coPlacements] = coPlacements
    marks[Slot.receivers] = withoutReceiver
    marks[Slot.interpreters] = languages.lacking
    marks[Slot.dataAge] = Int(lastRecord?.milliseconds ?? .min)
    marks[Slot.illness] = illness.version
    for index in waits.indices { marks[Slot.wait(index)] = waits[index].version }
    for index in near.indices {
      marks[Slot.near(index)] = near[index].version
      // Each only grows: their sum is the same while all are.
      let over = over[index].map { near[$0].version } ?? 0
      marks[Slot.predicted(index, of: near.count)] = near[index].version + over + flows
    }
  }

  /// What the crisis rule reads, as one number. Both only grow: their sum is the same while they are.
  var crisisMark: Int { loadsVersion + flows }

  /// Two counts as one number.
  private func pair(_ one: Int, _ other: Int) -> Int { one << 32 ^ other }
}
