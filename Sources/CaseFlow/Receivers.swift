// Receivers as they stand on a local day: places taken and left, hours, whom they take, what they hold.

/// How a receiver stands at a moment.
package struct ReceiverStanding: Sendable {
  package var plan: ReceiverPlan
  /// People it takes today.
  package var places: Int
  /// It takes somebody at all: it has not said that it is closed.
  package var isOpen: Bool
  /// The moment lies within its hours.
  package var isWithinHours: Bool
  /// People offered to it today without an answer.
  package var offered = 0
  /// People it accepted today.
  package var accepted = 0
  /// People of each kind of case offered or accepted today.
  package var byKind: [CaseKind: Int] = [:]
  /// Places it still holds for this center; none once their time is over.
  package var held = 0
  package var heldUntil: Instant?

  init(plan: ReceiverPlan, now: ReceiverNow?) {
    self.plan = plan
    places = now?.places ?? plan.places
    isOpen = now?.isOpen ?? true
    isWithinHours = true
  }

  /// People it can still be offered today: what is left of its day, and at least what it holds.
  package var left: Int { isOpen ? max(places - offered - accepted, held, 0) : held }

  /// People of a kind of case it can still be offered today.
  package func left(of kind: CaseKind) -> Int {
    guard let limit = plan.takes.first(where: { $0.kind == kind })?.places else { return left }
    return min(left, max(0, limit - (byKind[kind] ?? 0)))
  }
}

extension Center {
  /// Every receiver at a moment, in the order of the center file. Linear in the cases the center has seen.
  package func receiverStandings(at: Instant, _ zone: ZoneOffsets) -> [ReceiverStanding] {
    let local = zone.local(at.milliseconds)
    let midnight = Instant(milliseconds: zone.startOfDay(local.date))
    var standings = plan.receivers.map { plan in
      let now = receivers.first { $0.receiver == plan.code }
      var standing = ReceiverStanding(plan: plan, now: now)
      standing.isWithinHours = (plan.opens..<plan.closes).contains(local.hour)
      if let now, now.held > 0, let until = now.heldUntil, at < until {
        standing.held = now.held
        standing.heldUntil = until
      }
      return standing
    }
    for item in cases.items {
      guard let code = item.release.receiver, let offered = item.release.offeredAt,
        let index = standings.firstIndex(where: { $0.plan.code == code })
      else { continue }
      let people = item.release.acceptedPeople ?? item.members.count
      // What was offered since places are held uses these first.
      if let heldAt = receivers.first(where: { $0.receiver == code })?.heldAt, offered > heldAt {
        standings[index].held = max(0, standings[index].held - people)
      }
      guard (item.release.acceptedAt ?? offered) >= midnight else { continue }
      standings[index].byKind[item.kind, default: 0] += people
      if item.release.acceptedAt == nil {
        standings[index].offered += people
      } else {
        standings[index].accepted += people
      }
    }
    return standings
  }

  /// Why a case is not offered to a receiver, or nil: it takes nobody now, or no such case.
  package func objection(toOffering item: Case, to code: Code, at: Instant) -> Refusal? {
    guard let plan = receiverPlan(code) else { return .noReceiver(code) }
    // What it holds it has promised, closed or not.
    if let now = receivers.first(where: { $0.receiver == code }), !now.isOpen, now.heldUntil.map({ $0 <= at }) ?? true {
      return .receiverClosed(code)
    }
    return takes(item, plan) ? nil : .notTaken(item, code)
  }

  /// Why a receiver does not take a case at this moment, or nil: what refuses the offer, its hours, its places.
  package func whyNotTaken(_ item: Case, by standing: ReceiverStanding, at: Instant) -> Refusal? {
    let code = standing.plan.code
    if let refusal = objection(toOffering: item, to: code, at: at) { return refusal }
    if !standing.isWithinHours { return .receiverShut(code) }
    let left = standing.left(of: item.kind)
    return left < item.members.count ? .receiverFull(code, left) : nil
  }

  /// Why nobody of a case should set out for a receiver at a time, or nil: it takes no such case any more, or is closed
  /// when they come. Its hours are not asked where nobody can tell local times.
  ///
  /// Asked of whoever enters that somebody leaves, not of what was recorded: a receiver's hours are no law, and a named
  /// person may know that somebody waits at the door.
  package func whyNotReceived(_ item: Case, by code: Code, leaving at: Instant) -> Refusal? {
    guard let there = receiverPlan(code) else { return .noReceiver(code) }
    if !takes(item, there) { return .takenNoMore(item, code) }
    guard let zone = plan.zone else { return nil }
    let comes = zone.local((at + .minutes(there.wayMinutes)).milliseconds)
    return there.opens <= comes.hour && comes.hour < there.closes ? nil : .receiverShutThen(there, comes)
  }

  /// Whether a receiver takes such cases at all. A language it does not name is no reason: an interpreter goes along.
  private func takes(_ item: Case, _ plan: ReceiverPlan) -> Bool {
    guard !plan.takes.isEmpty else { return true }
    guard let rule = plan.takes.first(where: { $0.kind == item.kind }) else { return false }
    guard let sex = rule.sex else { return true }
    return members(of: item).allSatisfy { $0.isChild || $0.sex == sex }
  }
}

extension ReceiverKind {
  /// How long somebody may be on the way there before it is asked where they are.
  package var arrivesWithin: Span {
    switch self {
    case .shelter: .hours(6)
    case .program: .hours(12)
    case .sponsor: .hours(48)
    }
  }
}

extension Center {
  /// When a case that left is late at its other end, or nil for one that is not awaited anywhere.
  package func lateAt(_ item: Case) -> Instant? {
    guard item.isAwaitedElsewhere, let left = item.exitedAt else { return nil }
    let kind = item.exit == .released ? item.release.receiver.flatMap(receiverPlan)?.kind : nil
    return left + (kind?.arrivesWithin ?? .hours(12))
  }
}
