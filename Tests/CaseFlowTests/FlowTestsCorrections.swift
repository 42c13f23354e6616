import CaseFlow
import Testing

@Suite("Corrections, capacity and ledgers")
struct FlowTestsCorrections {
  @Test("a correction names the wronged entry, what was wrong and what is right")
  func naming() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    var fact = FactCorrected.age(person, 31)
    fact.wrongs = 99
    #expect(life.refuses(.correct(fact)) == "There is no such entry to correct yet.")
    fact.wrongs = -1
    #expect(life.refuses(.correct(fact)) == "There is no such entry to correct yet.")
    let empty = "A correction names whose it is and what is right, such as person=12 age=16 or case=8 nation=VEN."
    #expect(life.refuses(.correct(FactCorrected())) == empty)
    var nothing = FactCorrected()
    nothing.person = person
    #expect(life.refuses(.correct(nothing)) == empty)
    nothing = FactCorrected()
    nothing.caseID = man
    #expect(life.refuses(.correct(nothing)) == empty)
    nothing.language = Code("por")
    nothing.kind = .unaccompaniedChild
    #expect(life.refuses(.correct(nothing)) == empty)
    #expect(life.refusal(.correct(.age(PersonID(number: 50), 4))) == .unknown)
    var disagree = FactCorrected.age(person, 12)
    disagree.band = .adult
    #expect(life.refuses(.correct(disagree)) == "Person 0001: the age and child or adult do not agree.")
    // A kind that does not follow, or that follows and is not named, is refused.
    var kind = FactCorrected.age(person, 12)
    kind.band = .child
    #expect(life.verdict(.factCorrected(kind))?.rule == .childAlone)
    kind.kind = .familyUnit
    #expect(life.verdict(.factCorrected(kind)) != nil)
    kind.kind = .unaccompaniedChild
    #expect(life.verdict(.factCorrected(kind)) == nil)
  }

  @Test("a corrected language decides who can interpret, a corrected age the lane, a corrected book-in the clock")
  func effects() throws {
    var life = Live()
    let man = try life.come(.adult(), speaking: Code("xxx"))[0]
    try life.screen(man)
    try life.note(.oriented(man))
    try life.note(.waived(man))
    let desk = try life.open(.interview)
    #expect(life.refusal(.callNext(desk)) == .order)
    var fact = FactCorrected()
    fact.caseID = man
    fact.language = Code("spa")
    fact.nationality = Code("HND")
    try life.run(.correct(fact))
    #expect(life.item(man).nationality == Code("HND"))
    try life.run(.callNext(desk))
    var bookIn = FactCorrected()
    bookIn.caseID = man
    bookIn.bookIn = life.now + .hours(1)
    #expect(life.refuses(.correct(bookIn)) == "Book-in cannot lie after the arrival. Check both times.")
    bookIn.bookIn = Instant(milliseconds: .min)
    #expect(life.refusal(.correct(bookIn)) == .time)
    bookIn.bookIn = life.now - .hours(66)
    try life.run(.correct(bookIn))
    #expect(life.center.priority(of: life.item(man), at: life.now).reason == .deadline)
    // One of two parents found to be 17: still a family, and nobody moves.
    let family = try life.family()
    let events = try life.run(.correct(.age(life.members(family)[1], 17)))
    #expect(events.count == 1 && life.item(family).kind == .familyUnit)
    var sex = FactCorrected()
    sex.person = life.members(family)[1]
    sex.sex = .x
    try life.run(.correct(sex))
    #expect(life.center.people[life.members(family)[1]]?.tag == "x17")
    var band = FactCorrected()
    band.person = life.members(family)[1]
    band.band = .adult
    band.second = Code("sup1")
    try life.run(.correct(band))
    #expect(life.center.people[life.members(family)[1]]?.age == nil, "an age that is known to be wrong is unknown")
    #expect(life.center.people[life.members(family)[1]]?.tag == "x?")
  }

  @Test("a lane changed by a late correction still follows what the case did last")
  func lateCorrection() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 19))[0]
    let arrived = life.now
    life.pass(.hours(5))
    try life.screen(man)
    try life.run(.correct(.age(life.members(man)[0], 16)), at: arrived)
    #expect(life.item(man).changedAt == life.now && life.item(man).child.claimedAt == arrived)
    #expect(life.refusal(.state(.departed(man, .died)), at: arrived + .hours(1)) == .time)
  }

  @Test("the part of the capacity that binds is named, for every part")
  func capacity() {
    func usable(_ change: (inout Capacity) -> Void) -> (Int, CapacityLimit) {
      var capacity = Capacity()
      (capacity.physical, capacity.safe, capacity.staffed) = (20, 20, 20)
      change(&capacity)
      return capacity.usable
    }
    #expect(usable { _ in } == (20, .places))
    #expect(usable { $0.physical = 12 } == (12, .places))
    #expect(usable { $0.safe = 5 } == (5, .distancing))
    #expect(usable { $0.staffed = 7 } == (7, .staff))
    #expect(usable { $0.outOfOrder = 3 } == (17, .outOfOrder))
    #expect(usable { $0.held = 4 } == (16, .held))
    #expect(usable { $0.reserve = 50 } == (20, .places), "a reserve is not usable until opened")
    #expect(usable { $0.held = 40 } == (0, .held), "never below zero")
    #expect(
      usable {
        $0.safe = 5
        $0.staffed = 5
      } == (5, .staff))
    for part in CapacityPart.allCases {
      var capacity = Capacity()
      capacity[part] = 9
      #expect(capacity[part] == 9 && CapacityPart.allCases.reduce(0) { $0 + capacity[$1] } == 9)
    }
  }

  @Test("fewer safe places than people: the area says what binds")
  func whatBinds() throws {
    var life = Live()
    _ = try life.family()
    try life.note(.capacity(Code("families"), .safe, 3))
    let families = try #require(life.center.areaFigures().first { $0.area.kind == .families })
    #expect(families.area.occupied == 4 && families.usable == 3 && families.limitedBy == .distancing)
    #expect(life.center.areaFigures().count == 5)
    #expect(life.refusal(.state(.capacity(Code("attic"), .safe, 3))) == .unknown)
  }

  @Test("an announced bus is counted down by those who come on it")
  func announcements() throws {
    var life = Live()
    var e = ArrivalAnnounced()
    e.people = 3
    e.expected = life.now + .hours(1)
    try life.note(.arrivalAnnounced(e))
    #expect(life.center.announcements.map(\.people) == [3])
    for people in [0, -1, 10_001] {
      e.people = people
      #expect(life.verdict(.arrivalAnnounced(e)) != nil)
    }
    var arrival = Arrival()
    arrival.transport = .bus
    arrival.members = [.adult(), .adult()]
    try life.run(.arrive(arrival))
    #expect(life.center.announcements.map(\.people) == [1])
    try life.run(.arrive(arrival))
    #expect(life.center.announcements.isEmpty)
    try life.run(.arrive(arrival))
    #expect(life.center.counts.arrived == 6)
  }

  @Test("a breach stands on the ledger with its cause and who entered it")
  func ledger() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let unnamed = Event.breachRecorded(BreachRecorded(man, .clock, .noTransport))
    #expect(life.refuses(unnamed) == "Name the clock that ran out, such as clock=custody.")
    #expect(life.verdict(unnamed) == nil, "a record of before is read as it was")
    try life.note(.breachRecorded(BreachRecorded(man, .familySeparated, .noTransport)), by: Code("sup1"))
    try life.note(.breachRecorded(BreachRecorded(man, .childWithUnrelatedAdults, .noPlace)))
    try life.note(.breachRecorded(BreachRecorded(man, .childWithUnrelatedAdults, .noPlace)))
    #expect(life.center.breaches.map(\.cause) == [.noTransport, .noPlace])
    #expect(life.center.breaches[0].by == Code("sup1"))
    #expect(life.center.breaches[1].ended == nil)
    try life.note(.departed(man, .withdrew))
    #expect(life.center.breaches[1].ended == life.now)
    #expect(
      life.refusal(.state(.breachRecorded(BreachRecorded(CaseID(number: 9), .familySeparated, .unknown)))) == .unknown)
  }

  @Test("asked and none differs from not asked; needs and findings are of a person on the roll")
  func needs() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    #expect(life.center.people[person]?.needs.asked == false)
    var e = NeedsRecorded()
    e.person = person
    try life.note(.needsRecorded(e))
    #expect(life.center.people[person]?.needs.asked == true && life.center.people[person]?.needs.isEmpty == true)
    try life.note(.found(person, .lice))
    try life.note(.found(person, .lice))
    #expect(life.center.people[person]?.findings.map(\.finding) == [.lice])
    #expect(life.refusal(.state(.found(PersonID(number: 9), .lice))) == .unknown)
    e.person = PersonID(number: 9)
    #expect(life.refusal(.state(.needsRecorded(e))) == .unknown)
    #expect(life.refusal(.state(.careGiven(CareGiven()))) == .entry)
    #expect(life.refusal(.state(.arrivalAnnounced(ArrivalAnnounced()))) == .entry)
  }

  @Test("answers of people to alarms leave the flow as it is")
  func answers() throws {
    var life = Live()
    _ = try life.come(.adult())
    let before = life.center.openingState(exits: true)
    try life.note(.alarmAcknowledged(AlarmAnswered("families")))
    try life.note(.crisisDeclared(CrisisAnswered()))
    try life.note(.crisisStoodDown(CrisisAnswered()))
    try life.note(.actionDone(LineAnswered()))
    var (one, other) = (CanonicalBytes(), CanonicalBytes())
    one.append(before)
    other.append(life.center.openingState(exits: true))
    #expect(one.bytes == other.bytes)
  }
}
