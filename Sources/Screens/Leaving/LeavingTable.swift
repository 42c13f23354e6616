import CaseFlow

// The columns and rows of the leaving views.

extension ListTable {
  static let leavingColumns: [Column] = [
    .left(Wording.caseHeading, 6),
    .people(14, rank: 2, stretch: 26),
    .left(Wording.planHeading, 8, rank: 3),
    .left(Wording.goesToHeading, 16, rank: 4, stretch: 12),
    .left(Wording.stateHeading, 15, rank: 1, stretch: 2),
    .right(Wording.stepsHeading, 6, rank: 5),
    .right(Wording.leaveByHeading, 6, rank: 3),
    .right(Wording.offeredHeading, 7, rank: 9),
    .right(Wording.acceptedHeading, 8, rank: 7),
    .right(Wording.departedHeading, 8, rank: 6),
    .left(Wording.clockHeading, 21, rank: 8),
  ]

  static func columns(of list: LeavingList) -> [Column] {
    switch list {
    case .ready:
      [
        .left(Wording.caseHeading, 6), .people(14, rank: 2, stretch: 2),
        .left(Wording.rowHeading, 15, rank: 4), .left(Wording.planHeading, 8, rank: 3),
        .left(Wording.whyNotHeading, 28, stretch: 90),
      ]
    case .departures:
      [
        .left("", 12), .left(Wording.receiverHeading, 18, rank: 1, stretch: 16), .right(Wording.leavesHeading, 8),
        .right(Wording.manifestHeading, 6), .right(Wording.seatsHeading, 6, rank: 2),
        .right(Wording.departedHeading, 8, rank: 3), .left(Wording.stateHeading, 16, rank: 1, stretch: 20),
      ]
    case .receivers:
      [
        .left(Wording.receiverHeading, 18, stretch: 14), .left(Wording.stateHeading, 19, rank: 2),
        .right(Wording.leftTodayHeading, 5), .right(Wording.placesTodayHeading, 5, rank: 3),
        .left(Wording.heldForUsHeading, 13, rank: 4), .left(Wording.hoursHeading, 5, rank: 5),
        .left(Wording.takesHeading, 24, rank: 6, stretch: 20), .left(Wording.whyNotHeading, 12, rank: 1, stretch: 50),
      ]
    case .followUps:
      [
        .left(Wording.caseHeading, 6), .people(14, rank: 1, stretch: 20),
        .left(Wording.followUpHeading, 12), .left(Wording.dueHeading, 22), .left(Wording.receiverHeading, 18, rank: 2),
      ]
    }
  }

  func leaving(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id) else { return [] }
    let isTransfer =
      item.isOnRoll ? item.plan == .transfer || item.transfer.destination != nil : item.exit == .transferred
    let isGone = !item.isOnRoll
    func time(_ instant: Instant?) -> Piece {
      Piece(instant.map { TimeText.short($0, model.now, model.zone) } ?? Wording.none, isGone ? .dim : .plain)
    }
    let going =
      isTransfer ? Plan.transfer : item.exit == .released ? .release : item.exit == .returned ? .return : item.plan
    let plan = going.map { Wording.plan($0) } ?? Wording.none
    // As it is counted: whoever is asked for elsewhere leaves by the plan as long as that is not changed.
    let isWaiting = !isGone && item.plan == .release && (item.release.acceptedAt == nil || item.isAcceptedInPart)
    let style: Style = isGone ? .dim : .plain
    let last = item.plan == .release && !isGone ? model.center.lastDeparture(for: item, at: model.now, model.zone) : nil
    return [
      Piece(item.id.label, style), Piece(model.who(item), style), Piece(plan, style),
      Piece(EventWording.otherEnd(of: item, model.center), style),
      Piece(
        isGone ? model.state(item) : (isWaiting ? "\(model.glyphs.warning) " : "") + model.leavingState(item),
        isWaiting ? .watch : style),
      Piece(isGone ? "" : steps(of: item)), Piece(last.map { TimeText.short($0.leaves, model.now, model.zone) } ?? ""),
      time(isTransfer ? item.transfer.askedAt : item.release.offeredAt),
      time(isTransfer ? item.transfer.acceptedAt : item.release.acceptedAt), time(item.exitedAt),
      isGone ? awaited(item) : model.clockPiece(model.figures.standings[id]?.clock, normal: .plain),
    ]
  }

  private func steps(of item: Case) -> String {
    switch item.plan {
    case .release?: Wording.steps(item.release.steps.count, ReleaseStep.allCases.count)
    case .return?: Wording.steps(item.returnSteps.count, ReturnStep.needed(for: item).count)
    case .transfer?, nil: ""
    }
  }

  /// How long a case that left has been on its way, marked once it should have arrived.
  private func awaited(_ item: Case) -> Piece {
    let text = Wording.awaited(model.now - (item.exitedAt ?? model.now))
    let isLate = model.center.lateAt(item).map { $0 < model.now } ?? false
    return isLate ? Piece("\(model.glyphs.warning) \(text)", .watch) : Piece(text, .dim)
  }

  func ready(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id) else { return [] }
    let refusal = model.refusals[id]
    let style: Style = refusal == nil ? .plain : .dim
    let way = item.transfer.destination == nil ? item.plan : .transfer
    return [
      Piece(item.id.label, style), Piece(model.who(item), style),
      Piece(model.figures.standings[id].map { Wording.row($0.row) } ?? Wording.none, style),
      Piece(way.map { Wording.plan($0) } ?? Wording.none, style),
      refusal.map { Piece(Wording.about(item.id, $0.sentence), .dim) }
        ?? Piece("\(model.glyphs.check) \(Wording.couldLeave)", .plain.bold),
    ]
  }

  func departure(_ id: DepartureID) -> [Piece] {
    guard let departure = model.center.departure(id) else { return [] }
    let people = departure.counted ?? model.center.people(on: departure)
    let left = departure.leftAt
    let isLate = left == nil && departure.leaves < model.now
    return [
      Piece(Wording.departure(id), .plain.bold), Piece(EventWording.receiver(departure.receiver, model.center)),
      Piece(
        TimeText.short(departure.leaves, model.now, model.zone) + (isLate ? " \(model.glyphs.warning)" : ""),
        isLate ? .watch : .plain),
      Piece(String(people)), Piece(String(departure.seats), .dim),
      Piece(left.map { TimeText.short($0, model.now, model.zone) } ?? Wording.none),
      Piece(left == nil ? Wording.waiting : Wording.notYetArrived),
    ]
  }

  /// The children alone who came with a case and stay here without anyone when its bus has left.
  private func childrenLeft(by item: Case) -> [CaseID] {
    let leaving = item.departure.flatMap { model.center.departure($0)?.cases } ?? [item.id]
    let own = model.center.companions(of: item).map(\.id)
    return item.isChildAlone ? [] : model.center.childrenBeside(leaving).filter(own.contains)
  }

  /// A case below the departure on whose manifest it stands.
  func passenger(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id) else { return [] }
    let hasArrived = item.release.arrivedAt != nil
    let behind = item.isOnRoll ? childrenLeft(by: item).map(\.label) : []
    let stands = item.isOnRoll ? behind.isEmpty ? "" : Wording.staysBehind(behind) : Wording.notYetArrived
    return [
      Piece("  \(item.id.label)"), Piece(model.who(item)), Piece(""), Piece(String(item.members.count)), Piece(""),
      Piece(""), Piece(hasArrived ? Wording.exit(.released) : stands, behind.isEmpty ? .dim : .watch),
    ]
  }

  func receiver(_ code: Code, offering item: CaseID?) -> [Piece] {
    guard let standing = model.receivers.first(where: { $0.plan.code == code }) else { return [] }
    let state =
      !standing.isOpen ? Wording.closedReceiver : standing.isWithinHours ? Wording.openReceiver : Wording.shutReceiver
    let isFull = standing.left == 0
    let style: Style = isFull || !standing.isOpen ? .dim : .plain
    let held = standing.heldUntil.map { Wording.heldUntil(standing.held, TimeText.short($0, model.now, model.zone)) }
    let takes = standing.plan.takes.map { Wording.takes($0) }.joined(separator: ", ")
    let why = item.flatMap { model.aCase($0) }.map { model.center.whyNotTaken($0, by: standing, at: model.now) }
    return [
      Piece(standing.plan.name, style), Piece(state, style), Piece(String(standing.left), isFull ? .watch : style),
      Piece(String(standing.places), .dim), Piece(standing.held > 0 ? held ?? "" : "", style),
      Piece(Wording.hours(standing.plan.opens, standing.plan.closes), .dim),
      Piece(takes.isEmpty ? Wording.everyoneTaken : takes, .dim),
      Piece(why.map { $0.map { Wording.about(code, $0.sentence) } ?? Wording.accepts } ?? "", .dim),
    ]
  }

  func followUp(_ id: CaseID, _ followUp: FollowUp) -> [Piece] {
    guard let item = model.aCase(id), let path = item.openFollowUp(followUp) else { return [] }
    let isLate = path.due < model.now
    let time = TimeText.near(path.due, model.now, model.zone)
    return [
      Piece(item.id.label), Piece(model.who(item)), Piece(Wording.followUp(followUp)),
      Piece(Wording.due(isLate, time) + (isLate ? " \(model.glyphs.warning)" : ""), isLate ? .watch : .plain),
      Piece(item.release.receiver.map { EventWording.receiver($0, model.center) } ?? Wording.none, .dim),
    ]
  }
}
