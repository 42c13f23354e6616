import CaseFlow
import Testing

@Suite("A bus out: whoever boards could leave this moment, and whoever left was counted")
struct GuardTestsDepartures {
  /// A man and a family of four, both ready, and a bus of six seats at three in the afternoon.
  private func ready() throws -> (Live, man: CaseID, family: CaseID) {
    var life = Live()
    let man = try life.come(.adult())[0]
    let family = try life.family()
    for id in [man, family] { try life.readyForRelease(id) }
    try life.note(.announced(1, seats: 6, leaves: life.now + .hours(3)))
    return (life, man, family)
  }

  @Test("nobody boards whom the receiver did not accept as a whole, who lacks a line, or for whom there is no seat")
  func boarding() throws {
    var (life, man, family) = try ready()
    let other = try life.come(.adult(.female, 40))[0]
    #expect(
      life.refuses(.boarded(other)) == "Case 0003 is not planned for release. Case management decides that.")
    #expect(life.refuses(.boarded(man, 2)) == "There is no departure 0002. Announce one first.")
    try life.note(.announced(2, to: Code("sister"), seats: 6, leaves: life.now + .hours(1)))
    #expect(life.refusal(.state(.boarded(man, 2))) != nil)
    try life.note(.boarded(family))
    #expect(
      life.refuses(.boarded(family)) == "Case 0002 is on departure 0001. Unboard it, or say that it left.")
    #expect(life.refuses(.caseReleased(ReceiverOfCase(family, Event.casa))) != nil)
    #expect(life.refuses(.releaseRefused(ReceiverOfCase(family, Event.casa))) != nil)
    try life.note(.isolated(man))
    #expect(life.refusal(.state(.boarded(man))) == .isolation)
    try life.note(.retested(man, clear: true))
    try life.note(.isolationEnded(CaseOnly(man)))
    let couple = try life.family()
    try life.readyForRelease(couple)
    #expect(
      life.refuses(.boarded(couple)) == "Departure 0001 has 2 free of 6 seats. Take another one.")
    try life.note(.boarded(man))
    #expect(try life.replayed().departures == life.center.departures)
  }

  /// A man accepted by a shelter that is open from 9 to 18, an hour away, in Phoenix.
  private func accepted() throws -> (Live, CaseID) {
    var plan = SmallCenter.plan
    plan.zone = ZoneOffsets(name: "America/Phoenix", initialOffsetSeconds: -25_200, initialAbbreviation: "MST")
    plan.receivers[0].opens = 9
    plan.receivers[0].closes = 18
    plan.receivers[0].wayMinutes = 60
    var life = Live()
    life.center = Center(plan: plan, rules: .us2023)
    let man = try life.come(.adult())[0]
    try life.readyForRelease(man)
    return (life, man)
  }

  @Test("nobody leaves for a receiver that is closed when they come, unless somebody decides it by name")
  func hours() throws {
    var (life, man) = try accepted()
    let release = ReceiverOfCase(man, Event.casa)
    let shut =
      "casa is open from 9:00 to 18:00, and they would come at 18:10. Let them leave in time, or add who decided "
      + "otherwise: override=NAME."
    life.now = SmallCenter.noon + .minutes(59 + 240)
    #expect(life.center.whyNotGone(life.item(man), at: life.now) == nil)
    var intime = life
    try intime.note(.caseReleased(release))
    life.now = SmallCenter.noon + .minutes(70 + 240)
    #expect(life.refuses(.caseReleased(release)) == shut)
    #expect(life.center.whyNotGone(life.item(man), at: life.now)?.sentence == shut)
    // What was recorded before this was asked, or elsewhere, is read all the same.
    #expect(life.verdict(.caseReleased(release)) == nil)
    var bus = life
    try bus.note(.announced(1, seats: 6, leaves: bus.now + .hours(1)))
    try bus.note(.boarded(man))
    #expect(bus.refuses(.left(1, 1)) == shut)
    var left = DepartureCounted()
    left.departure = DepartureID(number: 1)
    left.counted = 1
    left.override = Code("sup1")
    let events = try bus.run(.state(.departureLeft(left)))
    #expect(events.map(\.type) == ["departureLeft", "caseReleased"])
    if case .caseReleased(let e) = events[1] { #expect(e.override == Code("sup1")) }
    try life.note(.caseReleased(ReceiverOfCase(man, Event.casa, override: Code("sup1"))))
    #expect(life.item(man).exit == .released)
  }

  @Test("who decided otherwise is recorded where there was something to decide, and nowhere else")
  func unneeded() throws {
    var (life, man, _) = try ready()
    let lead = ReceiverOfCase(man, Event.casa, override: Code("sup1"))
    let nothing = "Nothing is decided otherwise here. override=NAME belongs to who leaves, or to a place."
    for event in [Event.releaseOffered(lead), .releaseAccepted(lead)] {
      #expect(life.refuses(event) == nothing, "\(event.type)")
    }
    // What was recorded with somebody's name is read as it was.
    #expect(life.refuses(.releaseRefused(lead)) == nothing && life.verdict(.releaseRefused(lead)) == nil)
    var alone = life
    #expect(try alone.run(.state(.caseReleased(lead))).map(deciding) == [nil])

    try life.note(.boarded(man))
    var counted = DepartureCounted()
    counted.departure = DepartureID(number: 1)
    counted.counted = 1
    counted.override = Code("sup1")
    #expect(try life.run(.state(.departureLeft(counted))).map(deciding) == [nil, nil])
    life.pass(.minutes(30))
    #expect(life.refuses(.departureArrived(counted)) == nothing)
    counted.override = nil
    try life.note(.departureArrived(counted))
  }

  /// Who is recorded to have decided otherwise.
  private func deciding(_ event: Event) -> Code? {
    switch event {
    case .caseReleased(let e): e.override
    case .departureLeft(let e): e.override
    default: Code("nobody")
    }
  }

  @Test("nor for one that does not take them as they are by now")
  func kinds() throws {
    var life = Live()
    var plan = SmallCenter.plan
    var women = ReceiverTakes()
    women.kind = .singleAdult
    women.sex = .female
    plan.receivers[0].takes = [women]
    life.center = Center(plan: plan, rules: .us2023)
    let id = try life.come(.adult(.female))[0]
    try life.readyForRelease(id)
    var before = life
    try before.note(.caseReleased(ReceiverOfCase(id, Event.casa)))
    var corrected = FactCorrected()
    corrected.person = life.members(id)[0]
    corrected.sex = .male
    try life.run(.correct(corrected))
    #expect(
      life.refuses(.caseReleased(ReceiverOfCase(id, Event.casa)))
        == "casa takes no such case as 0001 any more. Record that with refuse 0001 and offer it to another receiver, or "
        + "add who decided otherwise: override=NAME.")
    // What the sentence says is possible.
    try life.note(.releaseRefused(ReceiverOfCase(id, Event.casa)))
  }

  @Test("a journal that goes on carries a boarding that can still be taken back")
  func carriedOver() throws {
    var (life, man, _) = try ready()
    life.pass(.minutes(1))
    try life.note(.boarded(man))
    let opening = life.center.openingState(exits: false, continues: true)
    #expect(opening.entries.contains { $0.item?.id == man && $0.item?.departure == nil })
    let record = Record(
      seq: life.center.seq, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))
    #expect(Center(plan: life.center.plan, rules: life.center.rules).objection(to: record)?.sentence == nil)
  }

  @Test("heads that are not the people on the manifest are refused, and who may have stayed is named")
  func heads() throws {
    var (life, man, family) = try ready()
    try life.note(.boarded(man))
    try life.note(.boarded(family))
    #expect(
      life.refuses(.left(1, 4, .stayedBehind))
        == "Departure 0001: 5 on the manifest, 4 counted. Unboard who stayed (0001?), or count again.")
    #expect(
      life.refuses(.left(1, 6))
        == "Departure 0001: 5 on the manifest, 6 counted. Board who is missing on the manifest, or count again.")
    // A recording that says so by itself is told the same.
    #expect(life.verdict(.left(1, 4, .miscounted))?.rule == .release)
    try life.note(.unboarded(man))
    #expect(life.item(man).departure == nil && life.item(man).step == .leaving)
    let events = try life.run(.state(.left(1, 4, .stayedBehind)))
    #expect(events.map(\.type) == ["departureLeft", "caseReleased"])
    #expect(life.item(family).exit == .released && life.item(man).isOnRoll)
    #expect(life.refuses(.boarded(man)) == "Departure 0001 has left. Announce another one.")
    #expect(
      life.refuses(.arrived(1, 3)) == "Departure 0001 left with 4, 3 arrived. Give the reason; then confirm each case.")
    var short = life
    try short.note(.arrived(1, 3, .hospital))
    #expect(short.item(family).release.arrivedAt == nil && short.item(family).isAwaitedElsewhere)
    try short.note(.releaseArrived(CaseOnly(family)))
    #expect(try life.run(.state(.arrived(1, 4))).map(\.type) == ["departureArrived", "releaseArrived"])
    #expect(!life.item(family).isAwaitedElsewhere)
    #expect(try life.replayed().canonicalBytes(at: life.now) == life.center.canonicalBytes(at: life.now))
  }

  @Test("a family of which only some were accepted does not leave, until all of them are")
  func inPart() throws {
    var life = Live()
    let family = try life.family()
    try life.decide(family, .positive)
    try life.plan(family, .release)
    for step in Guard.releaseNeeds { try life.note(.step(family, step)) }
    try life.note(.releaseOffered(ReceiverOfCase(family, Event.casa)))
    #expect(life.refuses(.accepted(family, people: 5)) == "Case 0001 has 4 people. Check how many were accepted.")
    try life.note(.accepted(family, people: 2))
    #expect(
      life.refuses(.caseReleased(ReceiverOfCase(family, Event.casa)))
        == "2 of the 4 of case 0001 were accepted. Ask for all, or another receiver.")
    try life.note(.announced(1, seats: 40, leaves: life.now + .hours(1)))
    #expect(life.refusal(.state(.boarded(family))) == .partOfFamily)
    try life.note(.accepted(family, people: 4))
    try life.note(.boarded(family))
  }

  @Test("medicines block a release where somebody needs them")
  func medicines() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    var needs = NeedsRecorded()
    needs.person = life.members(man)[0]
    needs.needs = [Need(code: "SM-CI")].compactMap(\.self)
    try life.note(.needsRecorded(needs))
    try life.readyForRelease(man)
    let casa = ReceiverOfCase(man, Event.casa)
    #expect(life.refuses(.caseReleased(casa)) == "The release of case 0001 lacks: medicines.")
    try life.note(.step(man, ReleaseStep.medicines))
    try life.note(.caseReleased(casa))
  }

  @Test("whoever leaves otherwise, is split off or found alone is on no manifest any more")
  func offTheManifest() throws {
    var (life, man, family) = try ready()
    try life.note(.boarded(family))
    try life.note(.boarded(man))
    try life.note(.departed(man, .leftUnannounced))
    #expect(life.center.departures[0].cases == [family])
    let part = try life.split(family, [life.members(family)[1]], .medical)
    #expect(life.center.departures[0].cases.isEmpty && life.item(family).departure == nil)
    // Who was accepted together is asked for again, each half by itself.
    #expect(life.item(part).release.acceptedAt == nil && life.item(family).release.acceptedAt == nil)
    try life.note(.reunited(part, with: family))
    #expect(life.item(family).departure == nil)
  }

  @Test("receivers: places of the day, held ones, whom they take, and one that takes nobody")
  func receivers() throws {
    var (life, man, _) = try ready()
    func casa() -> ReceiverStanding { life.center.receiverStandings(at: life.now, .utc)[0] }
    #expect(casa().accepted == 5 && casa().left == 45)
    try life.note(.takes(Event.casa, 3))
    #expect(casa().left == 0)
    try life.note(.held(Event.casa, 4, until: life.now + .hours(2)))
    #expect(casa().left == 4 && casa().held == 4)
    life.pass(.hours(3))
    #expect(casa().left == 0 && casa().heldUntil == nil)
    #expect(life.refuses(.held(Event.casa, 4, until: life.now - .hours(1))) != nil)
    try life.note(.takes(Event.casa, 50, isOpen: false))
    try life.note(.releaseRefused(ReceiverOfCase(man, Event.casa)))
    #expect(
      life.refuses(.releaseOffered(ReceiverOfCase(man, Event.casa)))
        == "casa takes nobody now. Offer the case to another receiver.")
    life.pass(.hours(24))
    #expect(casa().accepted == 0)
    var plan = SmallCenter.plan
    var only = ReceiverTakes()
    only.kind = .familyUnit
    only.places = 3
    plan.receivers[0].takes = [only]
    var strict = life
    strict.center = Center(plan: plan, rules: .us2023)
    strict.records = []
    let family = try strict.family()
    #expect(
      strict.center.objection(toOffering: strict.item(family), to: Event.casa, at: strict.now) == nil
        && strict.center.whyNotTaken(
          strict.item(family), by: strict.center.receiverStandings(at: strict.now, .utc)[0], at: strict.now)?
          .sentence == "casa has 3 places left today. Ask it, or offer the case to another receiver."
    )
    let woman = try strict.come(.adult(.female, 30))[0]
    #expect(
      strict.center.objection(toOffering: strict.item(woman), to: Event.casa, at: strict.now)?.sentence
        == "casa does not take such a case as 0002. Offer it to another receiver.")
  }

  @Test("a release is followed up, nobody else is; an outcome closes what was asked")
  func followUp() throws {
    var (life, man, _) = try ready()
    let due = life.now + .days(20)
    #expect(
      life.refuses(.toFollow(man, .checkIn, due: due))
        == "Case 0001 was not released. Only a release is followed up.")
    try life.note(.caseReleased(ReceiverOfCase(man, Event.casa)))
    life.pass(.hours(1))
    #expect(life.refuses(.toFollow(man, .checkIn, due: life.now - .hours(2))) != nil)
    try life.note(.toFollow(man, .checkIn, due: due))
    #expect(life.refuses(.toFollow(man, .checkIn, due: due)) != nil)
    #expect(life.refuses(.followed(man, .hearing, .attended)) != nil)
    try life.note(.releaseArrived(CaseOnly(man)))
    // It is still known the next day, though everyone has arrived.
    #expect(life.center.openingState(exits: false).cases.contains { $0.id == man })
    try life.note(.followed(man, .checkIn, .attended))
    #expect(!life.center.openingState(exits: false).cases.contains { $0.id == man })
    try life.note(.toFollow(man, .checkIn, due: due))
  }

  @Test("a transfer that has no place says why, is asked anew, and is picked up when it was accepted")
  func transfers() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    #expect(
      life.refuses(.noPlace(man, .hospital, .capacity)) == "Nobody there was asked for case 0001. Ask first.")
    try life.note(.transferAsked(TransferOfCase(man, .hospital)))
    #expect(life.refusal(.state(.pickup(man, life.now + .hours(1)))) == .release)
    try life.note(.noPlace(man, .hospital, .isolation))
    #expect(life.item(man).transfer.destination == nil && life.item(man).transfer.refusals[0].reason == .isolation)
    try life.note(.transferAsked(TransferOfCase(man, .hospital)))
    try life.note(.transferAccepted(TransferOfCase(man, .hospital)))
    #expect(life.refuses(.pickup(man, life.now - .hours(1))) != nil)
    try life.note(.pickup(man, life.now + .hours(1)))
    #expect(life.center.whyNotGone(life.item(man), at: life.now) == nil)
    try life.note(.caseTransferred(TransferOfCase(man, .hospital)))
    #expect(life.item(man).transfer.refusals.count == 1)
  }

  @Test("who could leave now is asked of the guards themselves")
  func readiness() throws {
    var (life, man, family) = try ready()
    let child = try life.come(.child(9))[0]
    func why(_ id: CaseID) -> String? { life.center.whyNotGone(life.item(id), at: life.now)?.sentence }
    #expect(why(man) == nil && why(family) == nil)
    #expect(why(child) == "No transfer of case 0003 was asked for yet. Ask first.")
    try life.note(.isolated(family))
    #expect(why(family) == life.verdict(.caseReleased(ReceiverOfCase(family, Event.casa)))?.sentence)
    try life.note(.transferAsked(TransferOfCase(child, .orr)))
    #expect(why(child) == life.verdict(.caseTransferred(TransferOfCase(child, .orr)))?.sentence)
    let other = try life.come(.adult())[0]
    try life.planReturn(other)
    #expect(why(other) == "The return of case 0004 lacks a step: basis served.")
    try life.finishReturnSteps(other)
    #expect(why(other) == nil)
  }

  @Test("the last departure of the day to its receiver says by when a case must be released")
  func lastBus() throws {
    var (life, man, _) = try ready()
    try life.note(.announced(2, to: Code("sister"), seats: 9, leaves: life.now + .hours(5)))
    try life.note(.announced(3, seats: 9, leaves: life.now + .hours(4)))
    try life.note(.announced(4, seats: 9, leaves: life.now + .hours(30)))
    #expect(
      life.center.lastDeparture(for: life.item(man), at: life.now, .utc)?.id == DepartureID(number: 3))
    try life.note(.boarded(man))
    #expect(life.center.lastDeparture(for: life.item(man), at: life.now, .utc)?.id == DepartureID(number: 1))
  }

  @Test("an opening state brings in nobody on two buses, on a bus that did not accept them, or beyond its seats")
  func opening() throws {
    var (life, man, family) = try ready()
    try life.note(.boarded(man))
    func refused(_ change: (inout OpeningState) -> Void) -> Bool {
      var opening = life.center.openingState(exits: false)
      change(&opening)
      let empty = Center(plan: SmallCenter.plan, rules: .us2023)
      let record = Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))
      return empty.objection(to: record) != nil
    }
    #expect(!refused { _ in })
    #expect(refused { $0.departures[0].cases.append(family) })
    #expect(refused { $0.departures[0].seats = 0 })
    #expect(refused { $0.departures[0].receiver = Code("nobody") })
    #expect(refused { $0.departures[0].arrivedAt = life.now })
    #expect(refused { $0.departures = [] })
    #expect(refused { $0.nextDeparture = DepartureID(number: 1) })
    #expect(refused { opening in opening.cases[0].release.acceptedAt = nil })
    #expect(refused { opening in opening.cases[1].release.acceptedPeople = 9 })
    #expect(refused { opening in opening.cases[1].returnConfirmedAt = life.now })
    #expect(refused { opening in opening.cases[1].followUps = [FollowUpPath()] })
    #expect(refused { $0.receivers = [ReceiverNow()] })
  }
}
