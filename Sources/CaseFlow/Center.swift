/// Everything a center knows at a moment: a fold of its journal.
///
/// A value: keeping a copy is a snapshot. It changes only through `apply`, which is total.
package struct Center: Sendable {
  package let plan: CenterPlan
  package let rules: RuleSet
  /// The sequence number of the last record, -1 before the first.
  package internal(set) var seq: Int64 = -1
  /// When the last record was recorded.
  package internal(set) var now: Instant = .earliest

  package internal(set) var parties = Roll<PartyID, Party>()
  package internal(set) var people = Roll<PersonID, Person>()
  package internal(set) var cases = Roll<CaseID, Case>()
  package internal(set) var desks: [Desk]
  package internal(set) var areas: [Area]
  package internal(set) var interpreters: [InterpretersChanged]
  package internal(set) var separations: [Separation] = []
  package internal(set) var breaches: [Breach] = []
  /// Clocks that ran out, of cases that have left, or whose cause was said.
  package internal(set) var brokenClocks: [BrokenClock] = []
  package internal(set) var announcements: [Announcement] = []
  /// Buses whose manifests are open, and the latest closed ones.
  package internal(set) var buses: [Bus] = []
  package internal(set) var appointments: [Appointment] = []
  /// Who is on duty when, by the beginnings.
  package internal(set) var duties: [Duty] = []
  /// Departures with a manifest, open ones and the latest that left.
  package internal(set) var departures: [Departure] = []
  /// The cases of the departure that has just left: each is released before anything else is recorded.
  var leaving: [CaseID] = []
  /// What was promised, and who signed the last hand-over sheets.
  package internal(set) var promises: [Promise] = []
  package internal(set) var signatures: [Signature] = []
  /// Receivers that take other numbers than the center file says, or hold places.
  package internal(set) var receivers: [ReceiverNow] = []
  /// The last entry of each person who acts here.
  package internal(set) var entries: [LastEntry] = []
  /// Whose they are.
  var authors: [Code] = []
  /// Who made the last record.
  var author = Code.none
  /// The entry that the last record took back.
  package internal(set) var undone: LastEntry?
  /// The latest time at which anything happened, since the machine's clock was last confirmed.
  package internal(set) var latestAt = Instant.earliest
  package internal(set) var counts = Counts()
  package internal(set) var nextPerson = PersonID(number: 1)
  package internal(set) var nextParty = PartyID(number: 1)
  package internal(set) var nextCase = CaseID(number: 1)
  package internal(set) var nextBus = BusID(number: 1)
  package internal(set) var nextDeparture = DepartureID(number: 1)
  package internal(set) var nextPromise = PromiseID(number: 1)
  /// Calls made at each stage, for the share kept for the longest waiting.
  package internal(set) var calls = [Int](repeating: 0, count: Stage.allCases.count)
  /// The sequence number of the record that last changed each desk.
  var deskChanges: [Int64]
  /// The cases of each stage, waiting, called, in service or on hold, by when they joined, then by number.
  var queues = [[CaseID]](repeating: [], count: Stage.allCases.count)

  /// An empty center under a plan and the rules that hold.
  package init(plan: CenterPlan, rules: RuleSet) {
    self.plan = plan
    self.rules = rules
    desks = plan.stages.flatMap { stage in
      (0..<min(stage.desks, Limit.desks)).map { Desk(id: DeskID(stage: stage.stage, number: UInt8($0 + 1))) }
    }
    deskChanges = [Int64](repeating: -1, count: desks.count)
    areas = plan.areas.map { Area(code: $0.code, kind: $0.kind, capacity: $0.capacity) }
    interpreters = plan.languages.map {
      var change = InterpretersChanged()
      change.language = $0.code
      change.interpreters = $0.interpreters
      change.lines = $0.lines
      return change
    }
  }
}

/// A desk as it is now.
package struct Desk: Hashable, Sendable {
  package var id: DeskID
  /// Who works here; nil is closed.
  package var staff: Code?
  package var languages: [Code] = []
  /// The case called to it or served at it.
  package var serving: CaseID?
  /// When it was last opened, closed, taken or left: nobody else was served there before.
  package var changedAt = Instant.earliest

  package var isOpen: Bool { staff != nil }
}

/// An area as it is now.
package struct Area: Hashable, Sendable {
  package var code: Code
  package var kind: PlaceKind
  package var capacity: Capacity
  /// People who have a place here, those at hospital or court included: their place is kept.
  package var occupied = 0

  package var free: Int { capacity.usable.places - occupied }
}

/// People who were said to come and have not been matched with an arrival.
package struct Announcement: Hashable, Sendable {
  package var people: Int
  package var expected: Instant
  package var transport: Transport
}

/// How many people, counted so that arrived + carriedIn = onRoll + released + returned + transferred + departed.
package struct Counts: Hashable, Sendable {
  package var onRoll = 0
  package var onSite = 0
  package var away = 0
  package var unplaced = 0
  package var carriedIn = 0
  package var arrived = 0
  package var released = 0
  package var returned = 0
  package var transferred = 0
  package var departed = 0
  package init() {}

  /// Whether nobody was lost and nobody was made up.
  package var areConserved: Bool {
    arrived + carriedIn == onRoll + released + returned + transferred + departed && onRoll == onSite + away
  }
}

extension Center {
  /// The people of a case, in the order of its members.
  package func members(of item: Case) -> [Person] { item.members.compactMap { people[$0] } }

  package func desk(_ id: DeskID) -> Desk? { desks.first { $0.id == id } }

  package func area(_ code: Code) -> Area? { areas.first { $0.code == code } }

  /// The cases of a stage in the order in which they joined it, whatever their state.
  package func queue(of stage: Stage) -> [CaseID] { queues[stage.index] }

  /// The open separations that a case is one end of.
  package func separations(of id: CaseID) -> [Separation] {
    separations.isEmpty ? [] : separations.filter { $0.from == id || $0.to == id }
  }

  /// The cases on roll.
  package var casesOnRoll: [Case] { cases.items.filter(\.isOnRoll) }
}
