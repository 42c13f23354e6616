import CaseFlow

extension Expected {
  /// What comes to a center after an instant, as a recorded day has it: the same parties at the same times, entered as
  /// late; the same announcements; as many staff more or fewer. The numbers that parties were given are not theirs any
  /// more.
  init(_ records: [Record], after instant: Instant, areas: [AreaPlan], zone: ZoneOffsets) {
    self.init(zone: zone)
    let undone = Set(
      records.compactMap { record -> Int64? in
        guard case .entryUndone(let e) = record.event else { return nil }
        return Int64(e.wrongs)
      })
    for record in records where record.recorded > instant && !undone.contains(record.seq) {
      switch record.event {
      case .partyArrived(let e):
        parties.append(ExpectedParty(at: record.at, entered: record.recorded, arrival: Arrival(e)))
      // What was called off comes no more.
      case .arrivalAnnounced(let e) where e.undone:
        buses.removeAll { $0.expected == e.expected && $0.people == e.people }
      case .arrivalAnnounced(let e):
        buses.append(ExpectedBus(announced: record.recorded, expected: e.expected, people: e.people))
      default: break
      }
    }
    staff = Expected.staff(in: records, areas).filter { $0.at > instant }
    desks = ExpectedDesks(records)
  }

  /// When staffed places became more or fewer, but for reserves that somebody opened: that is an answer to what
  /// happened, and not what happened.
  private static func staff(in records: [Record], _ areas: [AreaPlan]) -> [ExpectedStaff] {
    var staffed: [Code: Int] = [:]
    for area in areas { staffed[area.code] = area.capacity.staffed }
    var opened: Set<OpenedReserve> = []
    for record in records {
      guard case .capacityChanged(let e) = record.event, e.part == .reserve else { continue }
      opened.insert(OpenedReserve(area: e.area, at: record.at))
    }
    var changes: [ExpectedStaff] = []
    for record in records {
      switch record.event {
      case .stateAt(let opening):
        for area in opening.capacities { staffed[area.area] = area.capacity.staffed }
      case .capacityChanged(let e) where e.part == .staffed:
        if !opened.contains(OpenedReserve(area: e.area, at: record.at)) {
          changes.append(
            ExpectedStaff(at: record.recorded, area: e.area, more: e.places - (staffed[e.area] ?? e.places)))
        }
        staffed[e.area] = e.places
      default: break
      }
    }
    return changes
  }
}

/// When which desks were staffed on a recorded day: who is away there is away in a drill, too.
struct ExpectedDesks: Sendable {
  /// When each desk was opened and closed, in the order of recording.
  private var changes: [DeskID: [(at: Instant, isOpen: Bool)]] = [:]
  /// Stages at which anyone ever sat: of the others the day says nothing.
  private var stages: Set<Stage> = []
  private var until: Instant

  init(_ records: [Record]) {
    until = records.last?.recorded ?? .earliest
    for record in records {
      switch record.event {
      case .stateAt(let opening):
        for desk in opening.desks { note(desk.desk, record.recorded, isOpen: true) }
      case .deskOpened(let e): note(e.desk, record.recorded, isOpen: true)
      case .deskClosed(let e): note(e.desk, record.recorded, isOpen: false)
      default: break
      }
    }
  }

  private mutating func note(_ desk: DeskID, _ at: Instant, isOpen: Bool) {
    changes[desk, default: []].append((at, isOpen))
    if isOpen { stages.insert(desk.stage) }
  }

  /// Whether somebody sat at a desk, but for so many of the last ones of its stage; nil where the day does not say: after
  /// its end, or of a stage at which nobody ever sat.
  func isStaffed(_ desk: DeskID, at instant: Instant, away: Int) -> Bool? {
    guard stages.contains(desk.stage), instant <= until else { return nil }
    guard isOpen(desk, at: instant) else { return false }
    guard away > 0 else { return true }
    let later = changes.keys.count { $0.stage == desk.stage && $0 > desk && isOpen($0, at: instant) }
    return later >= away
  }

  private func isOpen(_ desk: DeskID, at instant: Instant) -> Bool {
    changes[desk]?.last { $0.at <= instant }?.isOpen == true
  }

  /// When anything changes after an instant.
  func changes(after instant: Instant) -> [(at: Instant, desk: DeskID)] {
    changes.flatMap { desk, changes in changes.filter { $0.at > instant }.map { ($0.at, desk) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }
}

/// A reserve of an area that was opened at an instant.
private struct OpenedReserve: Hashable {
  var area: Code
  var at: Instant
}

extension Arrival {
  /// What was entered about a party that came, but for the bus and the appointment by which it was known.
  init(_ e: PartyArrived) {
    self.init()
    transport = e.transport
    bookIn = e.bookIn
    language = e.cases.first?.language
    secondLanguage = e.cases.first?.secondLanguage
    nationality = e.cases.first?.nationality
    members = e.members.map {
      ArrivalMember(
        age: $0.age, band: $0.band, sex: $0.sex, tie: $0.tie, relation: $0.relation, needs: $0.needs)
    }
  }
}
