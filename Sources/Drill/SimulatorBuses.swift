import CaseFlow

// Buses of a drill: those that an inject sends, and those that come no more.

extension Simulator {
  /// The people of a bus come as the people of the recorded day do; of one language, if the inject says so.
  mutating func expectBus(_ inject: Inject, since fired: Instant) {
    var random = Seeded(drill.seed, stream: inject.code.stream)
    let arrives = fired + .minutes(inject.minutes ?? 0)
    let bookIn = arrives - random.hours(2.5...10)
    var left = inject.people
    var (at, entered) = (arrives, arrives)
    while left > 0 {
      var arrival = random.pick(drill.mix) ?? Arrival()
      if arrival.members.isEmpty || arrival.members.count > left {
        arrival.members = Household(size: 1, &random).members
      }
      arrival.transport = .bus
      arrival.bookIn = bookIn
      if let language = inject.language { arrival.speak(language) }
      left -= arrival.members.count
      at = at + .seconds(random.whole(4...20))
      entered = max(entered, at) + random.minutes(0.3...1.2)
      // Those who were entered before a branch began are here already.
      guard entered > clock else { continue }
      expected.parties.append(ExpectedParty(at: at, entered: entered, arrival: arrival))
      enter(.arrive(expected.parties.count - 1), at: entered)
    }
  }

  /// Dispatch calls off the buses that were to come while nobody comes, and what has not come of those that are late, but
  /// for those sent on purpose. Who is at the door is still expected, so that they come off no other bus.
  mutating func callOffBuses() {
    let sent = drill.injects.compactMap { $0.inject.kind == .bus ? $0.lasts?.until : nil }
    var atDoor = peopleAtDoor
    for announced in center.announcements where !sent.contains(announced.expected) {
      guard announced.expected < clock || drill.noneCome(at: announced.expected) else { continue }
      let stay = announced.transport == .bus ? min(atDoor, announced.people) : 0
      atDoor -= stay
      guard stay < announced.people else { continue }
      var off = ArrivalAnnounced()
      off.people = announced.people - stay
      off.expected = announced.expected
      off.transport = announced.transport
      off.undone = true
      act(.state(.arrivalAnnounced(off)), by: roster.dispatch)
    }
  }

  /// People of the recorded buses who have come and whom nobody has entered yet.
  private var peopleAtDoor: Int {
    agenda.toCome.reduce(0) { sum, happening in
      guard case .arrive(let index) = happening, index < drill.recordedParties, comes(index) else { return sum }
      let party = expected.parties[index]
      return party.arrival.transport == .bus && party.at <= clock ? sum + party.arrival.members.count : sum
    }
  }
}

extension Inject {
  /// The people of a bus.
  var people: Int { min(max(count ?? 1, 1), Limit.partyPeople) }
}

extension Code {
  /// A stream of random numbers of its own for every code.
  fileprivate var stream: UInt64 { UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits >> 64) }
}

extension Arrival {
  /// They speak a language, and come from where it is spoken.
  fileprivate mutating func speak(_ language: Code) {
    self.language = language
    secondLanguage = nil
    if let home = Fit.usualLanguages.filter({ $0.value.contains(language) }).keys.min() { nationality = home }
  }
}
