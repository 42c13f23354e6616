import CaseFlow

/// What a list says about one case, as plain words.
struct CaseLine {
  var id: CaseID
  var number: String
  var who: String
  var language: String
  var level: PriorityClass
  var waited: Span?
  var why: String
  var state: String
  var clock: LegalClock?
  var row: BoardRow?
}

extension BoardModel {
  /// The line of a case at the model's moment, or nil for a number nobody has. Constant in the center.
  func line(of id: CaseID) -> CaseLine? {
    guard let item = aCase(id) else { return nil }
    let standing = figures.standings[id]
    return CaseLine(
      id: id, number: id.label, who: who(item), language: item.language?.text ?? "?",
      level: standing?.priority.level ?? .p4,
      waited: standing?.waited, why: why(item, standing), state: state(item), clock: standing?.clock,
      row: standing?.row)
  }

  /// The people of a case: `family f34 m36 c7`.
  func who(_ item: Case) -> String {
    var text = Wording.kind(item.kind)
    for person in center.members(of: item).prefix(8) { text += " " + tag(person) }
    if item.members.count > 8 { text += " +\(item.members.count - 8)" }
    return text
  }

  /// A person's age and sex: `f34`, and `c7` for a child.
  func tag(_ person: Person) -> String {
    guard person.isChild else { return person.tag }
    return "c" + (person.age.map { String($0.count) } ?? "?")
  }

  /// What a case does now: waiting, called to a desk, in service, on hold and why.
  func state(_ item: Case) -> String {
    if item.isAwaitedElsewhere { return Wording.notYetArrived }
    if let exit = item.exit { return Wording.exit(exit) }
    switch item.state {
    case .waiting: break
    case .called: return Wording.calledTo(item.desk)
    case .inService: return Wording.servedAt(item.desk)
    case .onHold: return Wording.onHold
    }
    if let booked = bookedState(item) { return booked }
    if let lacks = figures.standings[item.id]?.lacks { return Wording.waitsFor(languageName(lacks.language)) }
    switch figures.standings[item.id]?.row {
    case .consultation:
      guard let ready = center.eligibleAt(item) else { return Wording.notOriented }
      return Wording.readyAt(TimeText.near(ready, now, zone))
    case .review: return reviewState(item)
    case .leaving: return leavingState(item)
    case .childrenAlone: return childState(item)
    case .isolation: return item.isolation.map { retest($0, short: true) } ?? Wording.isolated
    case .reception, .health, .interview, .caseManagement, nil: return Wording.waiting
    }
  }

  private func reviewState(_ item: Case) -> String {
    switch center.reviewStanding(item, at: now) {
    case .windowOpen(let until): Wording.windowOpen(TimeText.near(until, now, zone))
    case .pending: Wording.judgeDecides
    case .upheld: Wording.upheld
    case .reversed: Wording.reversed
    case .closed, .none: Wording.waiting
    }
  }

  func leavingState(_ item: Case) -> String {
    if let departure = item.departure { return "\(Wording.onBoard) \(departure.number)" }
    // Who was asked for a place goes there, whatever was planned before.
    if item.transfer.destination != nil {
      return item.transfer.acceptedAt != nil ? Wording.accepted : Wording.transferAsked
    }
    switch item.plan {
    case .release?:
      if item.isAcceptedInPart { return Wording.accepted(item.release.acceptedPeople ?? 0, of: item.members.count) }
      if item.release.acceptedAt != nil { return Wording.accepted }
      return item.release.offeredAt != nil ? Wording.offered : Wording.noReceiver
    case .return?: return returnState(item)
    case .transfer?: return Wording.notAsked
    case nil: return Wording.noPlan
    }
  }

  private func returnState(_ item: Case) -> String {
    guard item.returnSteps.count == ReturnStep.needed(for: item).count else { return Wording.returnOpen }
    guard let answer = item.consulateAnswer else { return Wording.consulateOpen }
    return answer.hasProtocol || center.vulnerable(item).isEmpty ? Wording.returnReady : Wording.protocolOpen
  }

  private func childState(_ item: Case) -> String {
    if item.transfer.destination == .orr {
      return item.transfer.acceptedAt != nil ? Wording.orrAccepted : Wording.orrAsked
    }
    return item.child.orrNotifiedAt != nil ? Wording.orrNotified : Wording.orrNotNotified
  }

  /// A few words on why a case stands where it stands.
  func why(_ item: Case, _ standing: CaseStanding?) -> String {
    guard item.isOnRoll, let standing else { return "" }
    if let blocked = blocked(item, standing) { return blocked }
    // Where no desk calls anyone, nobody stands in the order of arrival.
    if standing.row.stage == nil, standing.priority.reason == .arrival { return "" }
    return Wording.reason(standing.priority.reason)
  }

  /// What keeps a case from being called, or nil when nothing but a desk is missing.
  func blocked(_ item: Case, _ standing: CaseStanding) -> String? {
    if item.state == .onHold, let reason = item.hold { return Wording.hold(reason) }
    if item.members.contains(where: { id in center.people[id].map { $0.presence != .here } ?? false }) {
      return Wording.someoneAway
    }
    if item.step == .interview, item.counselAskedAt != nil, item.counselAnsweredAt == nil {
      return Wording.awaitsCounsel
    }
    if item.step == .interview, item.state == .waiting, center.lacksCounsel(item, at: now) {
      return counselLacking(item)
    }
    if item.step == .interview, center.unfit(item, for: .interview, at: now) != nil {
      return Wording.notFit(.interview)
    }
    if !center.separations(of: item.id).isEmpty { return Wording.separated }
    return standing.lacks == nil ? nil : Wording.noInterpreter
  }

  /// Why a case cannot be heard with its counsel now: nobody is booked with it any more, not yet, or counsel has gone.
  private func counselLacking(_ item: Case) -> String {
    guard let booking = item.booking, booking.withCounsel, now < booking.until else { return Wording.counselNotBooked }
    return now < booking.from ? Wording.counselAt(TimeText.near(booking.from, now, zone)) : Wording.counselOff
  }

  /// A language by its name, or by its code where the center file has no name for it.
  func languageName(_ language: Code) -> String { EventWording.language(language, center) }

  /// The sentences of a case's own view: where it stands, and why there.
  func whereItStands(_ item: Case) -> [String] {
    guard item.isOnRoll, let standing = figures.standings[item.id] else {
      let gone = Wording.gone(item.exit, item.exitedAt.map { TimeText.near($0, now, zone) })
      return [gone] + (item.isAwaitedElsewhere ? [Wording.arrivalAwaited] : []) + leavingSentences(item)
    }
    var sentences = [Wording.stands(Wording.row(standing.row), state(item))]
    sentences.append(Wording.priority(standing.priority))
    if let position = standing.position, let stage = item.stage {
      let all = figures.standings.values.count { $0.row == standing.row && $0.position != nil }
      sentences.append(Wording.position(position, all, Wording.stage(stage)))
    }
    sentences += bookingSentences(item)
    if let lack = standing.lacks {
      sentences.append(Wording.interpreterLacks(languageName(lack.language), onDuty: lack.onDuty))
    } else if item.state == .onHold, item.hold == .interpreter, let language = item.language {
      sentences.append(Wording.heldForInterpreter(languageName(language)))
    } else if let blocked = blocked(item, standing) {
      sentences.append(Wording.blockedBy(blocked))
    }
    if standing.row == .leaving, let open = openSteps(item) { sentences.append(open) }
    return sentences + leavingSentences(item)
  }

  /// The steps of a release or a return that are still open, or nil when none is.
  private func openSteps(_ item: Case) -> String? {
    let names: [String] =
      switch item.plan {
      case .release?: ReleaseStep.allCases.filter { !item.release.steps.contains($0) }.map { EventWording.step($0) }
      case .return?:
        ReturnStep.needed(for: item).filter { !item.returnSteps.contains($0) }.map { EventWording.step($0) }
      case .transfer?, nil: []
      }
    return names.isEmpty ? nil : Wording.stepsOpen(names)
  }
}
