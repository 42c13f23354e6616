import CaseFlow

/// A list beside `8 Leaving`; Tab goes on to the next.
package enum LeavingList: CaseIterable, Hashable, Sendable {
  /// Everyone on roll: who could leave now, and what forbids it of the others.
  case ready
  case departures
  case receivers
  /// What released cases are asked to come to, the next due first.
  case followUps
}

/// A case, and why it cannot leave now; nil when it can.
struct Readiness: Sendable {
  var id: CaseID
  var refusal: Refusal?
}

/// A case that is asked to come to something, and when.
struct DueFollowUp: Hashable, Sendable {
  var id: CaseID
  var followUp: FollowUp
  var due: Instant
}

extension BoardModel {
  /// Everyone on roll: first those who could leave now, then those who prepare to, then the rest.
  var readiness: [Readiness] {
    readinessOnce.value {
      let keyed = BoardRow.allCases.flatMap { figures.order[$0] ?? [] }.compactMap { id -> (Int, Int64, Readiness)? in
        guard let item = aCase(id) else { return nil }
        let refusal = center.whyNotGone(item, at: now)
        let prepares = item.step == .leaving || item.transfer.destination != nil
        let due = figures.standings[id]?.clock?.due ?? .latest
        return (refusal == nil ? 0 : prepares ? 1 : 2, due.milliseconds, Readiness(id: id, refusal: refusal))
      }
      return keyed.sorted { ($0.0, $0.1, $0.2.id) < ($1.0, $1.1, $1.2.id) }.map(\.2)
    }
  }

  /// Why a case cannot leave now, by its number; nil for one that can.
  var refusals: [CaseID: Refusal] {
    refusalsOnce.value {
      Dictionary(uniqueKeysWithValues: readiness.compactMap { ready in ready.refusal.map { (ready.id, $0) } })
    }
  }

  /// The receivers of the center as they stand today.
  var receivers: [ReceiverStanding] { receiversOnce.value { center.receiverStandings(at: now, zone) } }

  /// The departures that still concern somebody, the next to leave first, then those on their way.
  var departures: [Departure] {
    center.nextDepartures(at: now) + center.departures.filter { $0.leftAt != nil && !$0.isOver }
  }

  /// What released cases are asked to come to, without an outcome yet, the next due first.
  var followUps: [DueFollowUp] {
    followUpsOnce.value {
      center.cases.items.flatMap { item in
        item.followUps.filter { $0.outcome == nil }.map { DueFollowUp(id: item.id, followUp: $0.followUp, due: $0.due) }
      }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }
  }

  /// What a list beside the leaving view holds, in its order.
  func items(of list: LeavingList) -> [Item] {
    switch list {
    case .ready: readiness.map { .aCase($0.id) }
    case .departures: departures.flatMap { one in [.departure(one.id)] + one.cases.map { Item.aCase($0) } }
    case .receivers: center.plan.receivers.map { .receiver($0.code) }
    case .followUps: followUps.map { .followUp($0.id, $0.followUp) }
    }
  }

  /// The cases that left and are late at their other end.
  var late: [CaseID] {
    figures.onTheWay.filter { id in aCase(id).flatMap { center.lateAt($0) }.map { $0 < now } ?? false }
  }

  /// `release by 17:00, departure 0003` and what is still missing, as the page of a case says it.
  func leavingSentences(_ item: Case) -> [String] {
    var sentences: [String] = []
    if item.plan == .release, let last = center.lastDeparture(for: item, at: now, zone) {
      sentences.append(
        Wording.releaseBy(TimeText.near(last.leaves, now, zone), last.id, isBoarded: item.departure != nil))
    }
    if item.isAcceptedInPart {
      sentences.append(Wording.acceptedInPart(item.release.acceptedPeople ?? 0, of: item.members.count))
    }
    if item.plan == .release {
      let blocking = center.releaseNeeds(item).filter { !item.release.steps.contains($0) }.map { EventWording.step($0) }
      if !blocking.isEmpty { sentences.append(Wording.blocks(blocking)) }
    }
    if item.step == .leaving || item.transfer.destination != nil, let refusal = center.whyNotGone(item, at: now) {
      sentences.append(Wording.notYet(refusal.sentence))
    }
    sentences += item.transfer.refusals.map {
      Wording.hadNoPlace(Wording.destination($0.to), Wording.refusal($0.reason), TimeText.near($0.at, now, zone))
    }
    if let pickup = item.transfer.pickupAt { sentences.append(Wording.pickup(TimeText.near(pickup, now, zone))) }
    if let reason = item.returnStopped { sentences.append(Wording.wasStopped(reason)) }
    for path in item.followUps where path.outcome == nil {
      sentences.append(Wording.toFollow(Wording.followUp(path.followUp), TimeText.near(path.due, now, zone)))
    }
    return sentences
  }
}
