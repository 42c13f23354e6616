// Everything a center derives, described in place: a snapshot is written and read through it.

extension Center {
  /// Visits all that `apply` has made of the records so far; plan and rules are known beforehand.
  ///
  /// A field that is not told here is lost in a snapshot: a test compares every stored property.
  package mutating func describeState<Visitor: FieldVisitor>(_ f: inout Visitor) {
    describeWork(&f)
    describePeople(&f)
  }

  /// Visits who came: of a long journal half of all, which can be told beside the rest.
  @specialized(where Visitor == CompactReader)
  @specialized(where Visitor == CompactWriter)
  package mutating func describePeople<Visitor: FieldVisitor>(_ f: inout Visitor) {
    parties.describe(&f) { $0.id }
    people.describe(&f) { $0.id }
  }

  /// Takes over who came from another center, into which it was read.
  package mutating func takePeople(of other: Center) {
    parties = other.parties
    people = other.people
  }

  /// Whether a state that was read can be gone on with: as many desks as the center of the same plan had at its beginning,
  /// and numbers of people that can be added up. A file whose bytes fit may still tell what no fold makes.
  package func canGoOn(from blank: Center) -> Bool {
    func isPossible(_ count: Int) -> Bool { count.magnitude <= UInt(Limit.numberSpan) }
    return calls.count == blank.calls.count && desks.count == blank.desks.count && deskChanges.count == desks.count
      && areas.count == blank.areas.count
      && areas.allSatisfy { area in
        let capacity = area.capacity
        return [
          area.occupied, capacity.physical, capacity.safe, capacity.staffed, capacity.reserve, capacity.held,
          capacity.outOfOrder,
        ].allSatisfy(isPossible)
      }
  }

  /// Visits all but who came.
  @specialized(where Visitor == CompactReader)
  @specialized(where Visitor == CompactWriter)
  package mutating func describeWork<Visitor: FieldVisitor>(_ f: inout Visitor) {
    var last = Int(seq)
    f.field("seq", &last)
    seq = Int64(last)
    f.field("now", &now)
    f.field("latestAt", &latestAt)
    f.field("nextPerson", &nextPerson)
    f.field("nextParty", &nextParty)
    f.field("nextCase", &nextCase)
    f.field("nextBus", &nextBus)
    f.field("nextDeparture", &nextDeparture)
    f.field("nextPromise", &nextPromise)
    f.field("counts", &counts)
    f.field("calls", &calls, most: Stage.allCases.count)
    f.field("desks", &desks, most: Limit.desks * Stage.allCases.count)
    var changed = deskChanges.map(Int.init)
    f.field("deskChanges", &changed, most: Limit.desks * Stage.allCases.count)
    if changed.count == deskChanges.count { deskChanges = changed.map(Int64.init) }
    f.field("areas", &areas, most: Limit.areas)
    f.field("interpreters", &interpreters, most: Int(Limit.numberSpan))
    f.field("separations", &separations, most: Int(Limit.numberSpan))
    f.field("breaches", &breaches, most: Int(Limit.numberSpan))
    f.field("brokenClocks", &brokenClocks, most: Limit.brokenClocks)
    f.field("announcements", &announcements, most: Int(Limit.numberSpan))
    f.field("buses", &buses, most: Limit.buses)
    f.field("appointments", &appointments, most: Limit.appointments)
    f.field("duties", &duties, most: Limit.duties)
    f.field("departures", &departures, most: Limit.departures)
    f.field("leaving", &leaving, most: Limit.partyPeople)
    f.field("promises", &promises, most: Limit.promises)
    f.field("signatures", &signatures, most: Limit.signatures)
    f.field("receivers", &receivers, most: 200)
    f.field("entries", &entries, most: Limit.authors)
    for index in entries.indices { entries[index].describeStanding(&f) }
    authors = entries.map(\.by)
    f.field("author", &author)
    f.field("undone", &undone)
    undone?.describeStanding(&f)
    for index in queues.indices { f.field("queue", &queues[index], most: Int(Limit.numberSpan)) }
    cases.describe(&f) { $0.id }
  }
}

extension LastEntry {
  /// Visits where the case stood, which an opening state tells as a whole case: here it stands as a case without the rest.
  fileprivate mutating func describeStanding(_ f: inout some FieldVisitor) {
    var stood = standing.map { standing in
      var item = Case()
      item.id = standing.id
      return standing.before(item)
    }
    f.field("standing", &stood)
    standing = stood.map { FlowStanding($0) }
  }
}

extension Area: Described {
  package init() { self.init(code: .none, kind: .singleMen, capacity: Capacity()) }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("area", &code)
    f.field("kind", &kind)
    f.field("capacity", &capacity)
    f.field("occupied", &occupied)
  }
}

extension Announcement: Described {
  package init() { self.init(people: 0, expected: Instant(), transport: .bus) }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("people", &people)
    f.field("expected", &expected)
    f.field("transport", &transport)
  }
}

extension Counts: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("onRoll", &onRoll)
    f.field("onSite", &onSite)
    f.field("away", &away)
    f.field("unplaced", &unplaced)
    f.field("carriedIn", &carriedIn)
    f.field("arrived", &arrived)
    f.field("released", &released)
    f.field("returned", &returned)
    f.field("transferred", &transferred)
    f.field("departed", &departed)
  }
}
