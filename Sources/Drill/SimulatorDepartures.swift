import Alarms
import CaseFlow

// Buses out with their manifests, receivers that call, what follows a release.

extension Simulator {
  /// Seats of a bus out.
  private static let seats = 45

  /// Every case that is accepted, complete and together leaves: to a shelter that takes several on a bus, else by
  /// itself.
  mutating func departures() {
    let center = center
    let now = clock
    let ready = center.cases.items.filter { item in
      item.departure == nil && center.mayLeave(item, at: now)
        && center.releaseNeeds(item).allSatisfy(item.release.steps.contains)
    }
    var onBuses: [Code: [CaseID]] = [:]
    for item in ready {
      guard let receiver = item.release.receiver, center.receiverPlan(receiver)?.kind == .shelter else { continue }
      onBuses[receiver, default: []].append(item.id)
    }
    onBuses = onBuses.filter { $0.value.count > 1 }
    for item in ready {
      guard let receiver = item.release.receiver, onBuses[receiver] == nil,
        center.isOpen(to: item, leaving: now)
      else { continue }
      release(item, to: receiver)
    }
    for (receiver, cases) in onBuses.sorted(by: { $0.key < $1.key }) {
      // A bus that stands ready leaves within 45 minutes.
      var waiting = cases.filter { id in
        center.cases[id].map { center.isOpen(to: $0, leaving: now + .minutes(45)) } ?? false
      }
      while !waiting.isEmpty, let bus = openBus(to: receiver) {
        waiting.removeAll { board($0, on: bus) }
        enter(.leave(bus), in: flow.minutes(20...45))
      }
    }
  }

  private mutating func release(_ item: Case, to receiver: Code) {
    guard
      state(.caseReleased(ReceiverOfCase(item.id, receiver)), of: item.id, by: roster.transport(clock), promptly: true)
    else { return }
    later(item.id, .confirmRelease, in: travel(to: receiver))
  }

  /// How long the way to a receiver takes.
  mutating func travel(to receiver: Code) -> Span {
    switch center.receiverPlan(receiver)?.kind ?? .shelter {
    case .shelter: random.hours(0.6...4)
    case .program: random.hours(2...9)
    case .sponsor: random.hours(10...40)
    }
  }

  private mutating func openBus(to receiver: Code) -> DepartureID? {
    var opened = DepartureOpened()
    opened.departure = center.nextDeparture
    opened.receiver = receiver
    opened.seats = Simulator.seats
    opened.leaves = clock + .minutes(30)
    return act(.state(.departureOpened(opened)), by: roster.transport(clock)) ? opened.departure : nil
  }

  /// Whether a case has a seat now.
  private mutating func board(_ id: CaseID, on bus: DepartureID) -> Bool {
    guard let departure = center.departure(bus), let item = center.cases[id],
      center.seatsFree(on: departure) >= item.members.count
    else { return false }
    return state(.departureBoarded(DepartureOfCase(bus, id)), of: id, by: roster.transport(clock), promptly: true)
  }

  /// A bus leaves with those on its manifest who still can; now and then one case stays behind for the next one.
  mutating func leave(_ bus: DepartureID) {
    guard let departure = center.departure(bus), departure.leftAt == nil else { return }
    let now = clock
    let late = departure.cases.count > 1 && flow.chance(0.3) ? flow.pick(departure.cases) : nil
    let staying = departure.cases.filter { id in
      id == late
        || !(center.cases[id].map { center.mayLeave($0, at: now) && center.isOpen(to: $0, leaving: now) } ?? false)
    }
    for id in staying {
      state(.departureUnboarded(DepartureOfCase(bus, id)), of: id, by: roster.transport(clock), promptly: true)
    }
    var counted = DepartureCounted()
    counted.departure = bus
    counted.counted = center.departure(bus).map(center.people) ?? 0
    guard act(.state(.departureLeft(counted)), by: roster.transport(clock)), counted.counted > 0 else { return }
    enter(.reach(bus), in: flow.hours(0.6...4))
  }

  /// As many arrive as left.
  mutating func reach(_ bus: DepartureID) {
    guard let departure = center.departure(bus), let left = departure.counted else { return }
    var counted = DepartureCounted()
    counted.departure = bus
    counted.counted = left
    guard act(.state(.departureArrived(counted)), by: departure.receiver) else { return }
    for id in departure.cases { planFollowUp(id) }
  }
}

extension Simulator {
  /// Receivers call: shelters that were closed open in the morning, and one holds places; in the evening one may close,
  /// unless the center is full: what people are there counts, and not what anyone declared.
  mutating func hearReceivers() {
    let shelters = center.plan.receivers.filter { $0.kind == .shelter }
    guard roster.local(clock).hour < 12 else {
      // Chance is asked first: what befalls later must not hang on how many places a team has opened.
      guard flow.chance(0.6), let shelter = flow.pick(shelters), !center.isFull else { return }
      change(shelter, isOpen: false)
      return
    }
    let closed = center.receivers.filter { !$0.isOpen }.map(\.receiver)
    for shelter in shelters where closed.contains(shelter.code) && !drill.isShut(shelter.code, at: clock) {
      change(shelter, isOpen: true)
    }
    guard flow.chance(0.7), let shelter = flow.pick(shelters) else { return }
    var held = PlacesHeld()
    held.receiver = shelter.code
    held.people = max(1, shelter.places / 10)
    held.until = clock + .hours(8)
    act(.state(.placesHeld(held)), by: roster.dispatch)
  }

  mutating func change(_ receiver: ReceiverPlan, isOpen: Bool) {
    var changed = ReceiverChanged()
    changed.receiver = receiver.code
    changed.places = center.receivers.first { $0.receiver == receiver.code }?.places ?? receiver.places
    changed.isOpen = isOpen
    act(.state(.receiverChanged(changed)), by: roster.dispatch)
  }

  /// Some are asked to come back, or to be called; nothing is tracked.
  mutating func planFollowUp(_ id: CaseID) {
    guard flow.chance(0.5), let kind = flow.pick(FollowUp.allCases) else { return }
    var planned = FollowUpPlanned()
    planned.caseID = id
    planned.followUp = kind
    planned.due =
      switch kind {
      case .call: clock + flow.hours(2...20)
      case .healthVisit, .checkIn: clock + flow.hours(48...240)
      case .hearing: clock + flow.hours(1_000...9_000)
      }
    guard act(.state(.followUpPlanned(planned)), by: roster.floor(clock)), kind == .call else { return }
    enter(.attend(id, .recordFollowUp(kind)), at: roster.officeTime(planned.due, 8..<20, &flow))
  }

  mutating func record(_ kind: FollowUp, of item: Case) {
    // Chance is asked first: it must not matter to anyone else whether the team has called already.
    let outcome: FollowUpOutcome = flow.chance(0.7) ? .reached : flow.chance(0.4) ? .moved : .missed
    guard item.openFollowUp(kind) != nil else { return }
    var recorded = FollowUpRecorded()
    recorded.caseID = item.id
    recorded.followUp = kind
    recorded.outcome = outcome
    act(.state(.followUpRecorded(recorded)), by: roster.floor(clock))
  }
}

extension Center {
  /// Whether as many people as there are staffed places, or more, are in the places of some kind.
  fileprivate var isFull: Bool {
    PlaceKind.allCases.contains { kind in
      let areas = areas.filter { $0.kind == kind }
      let people = areas.reduce(0) { $0 + $1.occupied }
      return people > 0 && people >= areas.reduce(0) { $0 + max(0, $1.capacity.staffed) }
    }
  }

  /// Whether nothing about the people of an accepted case keeps them from a bus.
  fileprivate func mayLeave(_ item: Case, at: Instant) -> Bool {
    item.isOnRoll && item.step == .leaving && item.plan == .release && item.release.acceptedAt != nil
      && item.isolation == nil && toIsolate(item) == nil && isTogether(item) && unfit(item, for: .travel, at: at) == nil
  }

  /// Whether the receiver of a case is open when the case comes.
  fileprivate func isOpen(to item: Case, leaving at: Instant) -> Bool {
    item.release.receiver.map { whyNotReceived(item, by: $0, leaving: at) == nil } ?? false
  }
}
