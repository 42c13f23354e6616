import CaseFlow

// What random lives are asked about ways out: whether somebody left before they were ready, was heard without their
// counsel, or stands in an opening as having left in a way that no guard allows.

/// What an inspector notes of counsel and of preparations, from the records alone.
struct ExitNotes {
  private struct Counsel {
    var window: Window
    /// Whether the roster named somebody of legal services that day.
    var isListed: Bool
  }
  private var prepared: [CaseID: [(seq: Int64, at: Instant)]] = [:]
  private var reached: Set<CaseID> = []
  private var booked: [CaseID: Counsel] = [:]
  /// Determinations made with the counsel that was reached.
  private(set) var heardWithCounsel = 0
  /// Calls with counsel while others were heard with theirs.
  private(set) var calledBesideOthers = 0

  /// What is unlawful about a record, or nil. `center` is the center after it.
  mutating func see(_ record: Record, _ center: Center) -> String? {
    let at = record.at
    switch record.event {
    case .planMade(let e): note(e.caseID, record)
    case .releaseStepDone(let e): note(e.caseID, record)
    case .releaseAccepted(let e): note(e.caseID, record)
    case .returnStepDone(let e): note(e.caseID, record)
    case .consulateAnswered(let e): note(e.caseID, record)
    case .orrNotified(let e): note(e.caseID, record)
    case .childScreened(let e): note(e.caseID, record)
    case .departureBoarded(let e): note(e.caseID, record)
    case .caseReleased(let e): return isReady(e.caseID, at) ? nil : "released before it was ready"
    case .caseReturned(let e): return isReady(e.caseID, at) ? nil : "returned before it was ready"
    case .caseTransferred(let e) where e.to != .hospital:
      return isReady(e.caseID, at) ? nil : "transferred before it was ready"
    case .familySplit(let e):
      note(e.caseID, record)
      prepared[e.newCase] = prepared[e.caseID]
      if reached.contains(e.caseID) { reached.insert(e.newCase) }
    case .familyReunited(let e): if reached.contains(e.caseID) { reached.insert(e.with) }
    case .entryUndone(let e):
      for id in prepared.keys { prepared[id]?.removeAll { $0.seq == Int64(e.wrongs) } }
      look(again: center)
    default: return counsel(record, center)
    }
    return nil
  }

  private mutating func note(_ id: CaseID, _ record: Record) {
    prepared[id, default: []].append((record.seq, record.at))
  }

  private func isReady(_ id: CaseID, _ at: Instant) -> Bool { prepared[id]?.allSatisfy { $0.at <= at } ?? true }

  private mutating func counsel(_ record: Record, _ center: Center) -> String? {
    switch record.event {
    case .counselAnswered(let e):
      if e.answer == .reached { reached.insert(e.caseID) } else { reached.remove(e.caseID) }
    case .interviewBooked(let e):
      let window = e.booking.window
      let day = Window(window.from - .hours(12), window.until + .hours(12))
      let isListed = center.duties.contains { $0.role == .legal && $0.window.overlaps(day) }
      booked[e.caseID] = e.booking.withCounsel ? Counsel(window: window, isListed: isListed) : nil
    case .interviewUnbooked(let e): booked[e.caseID] = nil
    case .caseCalled(let e) where e.desk.stage == .interview: return comes(to: e.caseID, record.at, center)
    case .serviceStarted(let e) where e.desk.stage == .interview: return comes(to: e.caseID, record.at, center)
    case .determinationMade(let e):
      defer { booked[e.caseID] = nil }
      guard reached.contains(e.caseID) else { return nil }
      guard let counsel = booked[e.caseID] else { return "decided without the counsel that was reached" }
      heardWithCounsel += 1
      guard counsel.isListed else { return nil }
      let at = max(record.at, counsel.window.from)
      // Of those who are heard with counsel at once, as many are decided as counsel is there: the first booked.
      let before = othersWithCounsel(besides: e.caseID, at: at, center).count {
        ($0.booking?.from ?? at, $0.id) < (counsel.window.from, e.caseID)
      }
      return onDuty(at: at, center) > before ? nil : "decided when counsel had gone, or was with others"
    default: break
    }
    return nil
  }

  private func onDuty(at: Instant, _ center: Center) -> Int {
    Set(center.duties.filter { $0.role == .legal && $0.window.contains(at) }.map(\.staff)).count
  }

  private mutating func comes(to id: CaseID, _ at: Instant, _ center: Center) -> String? {
    guard reached.contains(id) else { return nil }
    guard let counsel = booked[id], counsel.window.from - .minutes(10) <= at, at < counsel.window.until else {
      return "called at another time than its counsel"
    }
    let begins = max(at, counsel.window.from)
    guard counsel.isListed else { return nil }
    // Who is called before their time counts on it that an interview whose end has passed is over by then.
    let withOthers = othersWithCounsel(besides: id, at: begins, center).filter {
      begins == at || $0.booking.map { begins < $0.until } ?? false
    }
    if !withOthers.isEmpty { calledBesideOthers += 1 }
    return onDuty(at: begins, center) > withOthers.count ? nil : "called while counsel was off duty, or with others"
  }

  /// Who else is heard at a time with counsel beside them.
  private func othersWithCounsel(besides id: CaseID, at: Instant, _ center: Center) -> [Case] {
    center.cases.items.filter {
      guard $0.id != id, $0.step == .interview, $0.state == .inService, let other = $0.booking else { return false }
      return other.withCounsel && other.from <= at
    }
  }

  /// What an author took back is as the center has it.
  private mutating func look(again center: Center) {
    for item in center.cases.items {
      if item.hasCounsel { reached.insert(item.id) } else { reached.remove(item.id) }
      guard let booking = item.booking, booking.withCounsel else {
        booked[item.id] = nil
        continue
      }
      if booked[item.id]?.window != booking.window {
        booked[item.id] = Counsel(window: booking.window, isListed: false)
      }
    }
  }
}

/// Openings that tell what a life made, but for one thing that a guard would have refused.
struct ForgedOpenings {
  /// How many were tried.
  private(set) var tried = 0

  /// What was wrong with an opening that was admitted all the same, or nil.
  mutating func admitted(_ life: Live) -> String? {
    var honest = life.center.openingState(exits: true)
    let gone = Set(honest.cases.filter(\.members.isEmpty).map(\.id))
    honest.cases.removeAll { gone.contains($0.id) }
    honest.breaches.removeAll { gone.contains($0.caseID) }
    honest.brokenClocks.removeAll { gone.contains($0.caseID) }
    if let refusal = refusal(honest, life) { return "what was lived is refused: \(refusal.sentence)" }
    let forgeries: [(String, (Case) -> Bool, (inout Case) -> Void)] = [
      ("a release without an address", { $0.exit == .released }, { $0.release.steps.removeAll { $0 == .address } }),
      ("a return without its property", { $0.exit == .returned }, { $0.returnSteps.removeAll { $0 == .property } }),
      ("an exit prepared at no time", { $0.exit == .released || $0.exit == .returned }, { $0.preparedAt = nil }),
      ("a child of Guatemala who may be returned", \.child.mayReturn, { $0.nationality = Code("GTM") }),
      (
        "a transfer before it was prepared", { $0.exit == .transferred && $0.transfer.destination != .hospital },
        { $0.preparedAt = $0.exitedAt.map { $0 + .minutes(1) } }
      ),
      (
        "a release of which a part was accepted", { $0.exit == .released && $0.members.count > 1 },
        { $0.release.acceptedPeople = $0.members.count - 1 }
      ),
      (
        "a child who left and of whom ORR never heard",
        { $0.isChildAlone && ($0.exit == .transferred || $0.exit == .departed) }, { $0.child.orrNotifiedAt = nil }
      ),
      (
        "a child who was heard and claimed nothing",
        { $0.isChildAlone && $0.visits.interview.startedAt != nil }, { $0.child.hasClaimed = false }
      ),
    ]
    for (name, fits, change) in forgeries {
      guard let index = honest.cases.firstIndex(where: fits) else { continue }
      var forged = honest
      change(&forged.cases[index])
      tried += 1
      if refusal(forged, life) == nil { return name }
    }
    guard let child = honest.cases.first(where: \.child.mayReturn)?.members.first,
      let index = honest.people.firstIndex(where: { $0.id == child })
    else { return nil }
    honest.people[index].age = Years(13)
    tried += 1
    return refusal(honest, life) == nil ? "a child of 13 who may be returned" : nil
  }

  private func refusal(_ opening: OpeningState, _ life: Live) -> Refusal? {
    let center = Center(plan: life.center.plan, rules: life.center.rules)
    return center.objection(
      to: Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening)))
  }
}
