import CaseFlow

// When what a case waits for happens: as long after its beginning as on any day, but after now.

extension Simulator {
  /// The end of something that began at `since`: drawn again until it lies ahead; soon, if it should be over by now.
  mutating func rest(since: Instant, _ draw: (inout Seeded) -> Span) -> Instant {
    for _ in 0..<8 {
      let end = since + draw(&random)
      if end > clock { return end }
    }
    return clock + random.minutes(2...25)
  }

  private mutating func rest(
    since: Instant, _ hours: ClosedRange<Double>, in office: Range<Int>
  ) -> Instant {
    roster.officeTime(rest(since: since) { $0.hours(hours) }, office, &random)
  }

  /// When somebody does a task for a case that has waited for it since the state says so.
  mutating func time(for task: Task, _ item: Case) -> Instant {
    let arrived = item.arrivedAt
    let left = item.exitedAt ?? clock
    switch task {
    case .shower: return rest(since: item.visits.reception.doneAt ?? arrived, 1...30, in: 6..<23)
    case .bookInterpreter: return rest(since: item.changedAt, 0.7...4, in: 7..<21)
    case .resume:
      let end = item.changedAt + pause(item.hold ?? .rest)
      return end > clock ? end : clock + random.minutes(2...25)
    case .answerCounsel: return rest(since: item.counselAskedAt ?? clock, 1...9, in: 7..<21)
    case .reunite: return clock + random.minutes(10...60)
    case .retest: return timeOfRetest(item)
    case .endIsolation: return rest(since: item.isolation?.testedAt ?? clock) { $0.minutes(20...120) }
    case .decideReview: return timeOfReview(item)
    case .stateTie: return rest(since: arrived) { $0.hours(0.6...3.5) }
    case .determineChild: return rest(since: item.child.claimedAt ?? arrived, 0.7...6, in: 6..<23)
    case .notifyORR:
      return rest(since: item.child.determinedAt ?? arrived) {
        $0.chance(0.93) ? $0.hours(0.3...5) : $0.hours(20...44)
      }
    case .screenChild: return rest(since: item.child.determinedAt ?? arrived, 1...8, in: 7..<21)
    case .confirmTransfer: return rest(since: left) { $0.hours(1...8) }
    case .confirmReturn: return rest(since: left) { $0.hours(2...20) }
    case .confirmRelease:
      let end = left + travel(to: item.release.receiver ?? .none)
      return end > clock ? end : clock + random.minutes(2...25)
    case .seeReferral(let to): return rest(since: item.openReferral(to: to)?.askedAt ?? clock, 0.7...16, in: 8..<19)
    case .closeReferral(let to): return rest(since: item.openReferral(to: to)?.seenAt ?? clock, 0.3...20, in: 8..<19)
    case .recordFollowUp(let kind): return roster.officeTime(item.openFollowUp(kind)?.due ?? clock, 8..<20, &random)
    default: return timeOfLeaving(task, item)
    }
  }

  private mutating func timeOfRetest(_ item: Case) -> Instant {
    if let tested = item.isolation?.testedAt { return rest(since: tested, 22...48, in: 7..<21) }
    let test = rest(since: item.isolation?.orderedAt ?? clock) {
      $0.chance(0.65) ? $0.hours(16...40) : $0.hours(100...118)
    }
    return roster.officeTime(test, 7..<21, &random)
  }

  private mutating func timeOfReview(_ item: Case) -> Instant {
    guard case .pending(let since) = center.reviewStanding(item, at: clock) else { return clock }
    let decided = rest(since: since) { $0.chance(0.85) ? $0.hours(4...22) : $0.hours(22...60) }
    return roster.officeTime(decided, 8..<18, &random)
  }

  /// Of the ways out: asking, answering, preparing, going.
  private mutating func timeOfLeaving(_ task: Task, _ item: Case) -> Instant {
    let planned = item.visits.caseManagement.doneAt ?? clock
    let asked = item.consulateAskedAt ?? clock
    switch task {
    case .askTransfer:
      if let refused = item.transfer.refusals.last?.at { return rest(since: refused) { $0.hours(1...5) } }
      return rest(since: item.child.orrNotifiedAt ?? clock) { $0.minutes(20...180) }
    case .acceptTransfer(let to):
      for _ in 0..<8 {
        let end = (item.transfer.askedAt ?? clock) + answer(of: to)
        if end > clock { return end }
      }
      return clock + random.minutes(2...25)
    case .transfer:
      if let pickup = item.transfer.pickupAt { return max(pickup, clock + random.minutes(2...25)) }
      return rest(since: item.transfer.acceptedAt ?? clock, 0.5...4, in: 7..<21)
    case .releaseStep: return rest(since: planned, 0.3...2.6, in: 6..<23)
    case .offer: return roster.officeTime(clock + random.minutes(8...50), 7..<22, &random)
    case .answerOffer:
      let plan = item.release.receiver.flatMap(center.receiverPlan)
      let answered = rest(since: item.release.offeredAt ?? clock) { $0.minutes(8...75) }
      let opens = plan?.opens ?? 0
      return roster.officeTime(answered, opens..<max(opens + 1, plan?.closes ?? 24), &random)
    case .askConsulate: return roster.officeTime(clock + random.hours(0.5...3), 8..<17, &random)
    case .answerConsulate: return rest(since: asked, 2...16, in: 8..<17)
    case .returnStep(.identityVerified): return rest(since: asked, 3...20, in: 8..<17)
    case .returnStep(.travelDocument): return rest(since: asked, 21...72, in: 8..<17)
    case .returnStep: return rest(since: planned, 1...20, in: 7..<20)
    case .handOver: return roster.officeTime(clock + random.hours(1...8), 8..<18, &random)
    default: return clock + random.minutes(10...60)
    }
  }
}
