// What events carry: the people already there. The fields stand in the order of the format.

/// The people already there when a recording begins: counted as carried in, not as arrived.
package struct OpeningState: Described {
  package var parties: [Party] = []
  package var people: [Person] = []
  package var cases: [Case] = []
  package var desks: [DeskOpened] = []
  package var capacities: [AreaCapacity] = []
  package var interpreters: [InterpretersChanged] = []
  package var separations: [Separation] = []
  package var breaches: [Breach] = []
  /// Clocks that ran out and stand on the ledger.
  package var brokenClocks: [BrokenClock] = []
  /// Buses announced and not here yet.
  package var announcements: [ArrivalAnnounced] = []
  /// Buses whose manifests are open, and the latest closed ones.
  package var buses: [Bus] = []
  package var appointments: [Appointment] = []
  /// Who is on duty when, by the beginnings.
  package var duties: [Duty] = []
  package var departures: [Departure] = []
  package var receivers: [ReceiverNow] = []
  package var promises: [Promise] = []
  package var signatures: [Signature] = []
  /// The last entries that can still be taken back.
  package var entries: [LastEntry] = []
  /// Calls made at each stage so far, in the order of the stages: the longest waiting get their share.
  package var calls: [Int] = []
  package var nextPerson = PersonID(number: 1)
  package var nextParty = PartyID(number: 1)
  package var nextCase = CaseID(number: 1)
  package var nextBus = BusID(number: 1)
  package var nextDeparture = DepartureID(number: 1)
  package var nextPromise = PromiseID(number: 1)
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("nextPerson", &nextPerson)
    f.field("nextParty", &nextParty)
    f.field("nextCase", &nextCase)
    f.field("nextBus", &nextBus, usual: BusID(number: 1))
    f.field("nextDeparture", &nextDeparture, usual: DepartureID(number: 1))
    f.field("nextPromise", &nextPromise, usual: PromiseID(number: 1))
    f.field("desks", &desks, most: 1_000)
    f.field("capacities", &capacities, most: Limit.areas)
    f.field("interpreters", &interpreters, most: 200)
    f.field("separations", &separations, most: 100_000)
    f.field("breaches", &breaches, most: 100_000)
    f.field("brokenClocks", &brokenClocks, most: Limit.brokenClocks)
    f.field("announcements", &announcements, most: 1_000)
    f.field("buses", &buses, most: Limit.buses)
    f.field("appointments", &appointments, most: Limit.appointments)
    f.field("duties", &duties, most: Limit.duties)
    f.field("departures", &departures, most: Limit.departures)
    f.field("receivers", &receivers, most: 200)
    f.field("promises", &promises, most: Limit.promises)
    f.field("signatures", &signatures, most: Limit.signatures)
    f.field("entries", &entries, most: Limit.authors)
    f.field("calls", &calls, most: Stage.allCases.count)
    f.field("parties", &parties, most: Int(Limit.numberSpan))
    f.field("cases", &cases, most: Int(Limit.numberSpan))
    f.field("people", &people, most: Int(Limit.numberSpan))
  }
}

/// The capacity of one area at a moment.
package struct AreaCapacity: Described {
  package var area = Code.none
  package var capacity = Capacity()
  package init() {}
  init(_ area: Code, _ capacity: Capacity) {
    self.area = area
    self.capacity = capacity
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("area", &area)
    f.field("capacity", &capacity)
  }
}

/// People of one family who are apart, until they are reunited.
package struct Separation: Described, Hashable {
  package var from = CaseID()
  package var to = CaseID()
  package var reason = SplitReason.medical
  package var since = Instant()
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("from", &from)
    f.field("to", &to)
    f.field("reason", &reason)
    f.field("since", &since)
    f.field("second", &second)
  }
}

/// A line of the breach ledger.
package struct Breach: Described, Hashable {
  package var caseID = CaseID()
  package var kind = BreachKind.clock
  package var cause = BreachCause.unknown
  package var at = Instant()
  package var by = Code.none
  /// When it ended, or nil while it lasts.
  package var ended: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("kind", &kind)
    f.field("cause", &cause)
    f.field("at", &at)
    f.field("by", &by)
    f.field("ended", &ended)
  }
}
