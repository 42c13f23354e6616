import CaseFlow

// Children alone: how far the path of each has come, from the claim to the hand-over. Nobody who is disputed to be a child
// is left out, and children who came together are shown to belong together.

extension BoardView {
  /// Whether the four questions to a child can be begun here.
  var asksChildren: Bool {
    switch self {
    case .aCase, .children, .queue(.childrenAlone): true
    default: false
    }
  }
}

extension ListTable {
  static let childColumns: [Column] = [
    .left(Wording.caseHeading, 6),
    .left(Wording.whoHeading, 13, stretch: 16),
    .left(Wording.atHeading, 13, rank: 6),
    .right(Wording.determinedHeading, 10, rank: 2),
    .right(Wording.noticeHeading, 10, rank: 4),
    .left(Wording.referralHeading, 28, rank: 1, stretch: 8),
    .right(Wording.pickupHeading, 8, rank: 3),
    .right(Wording.leftHeading, 8),
    .left(Wording.clockHeading, 14, rank: 5),
  ]

  func child(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id) else { return [] }
    func time(_ instant: Instant?) -> Piece {
      guard let instant else { return Piece(model.glyphs.warning, .watch) }
      return Piece(TimeText.short(instant, model.now, model.zone))
    }
    let members = model.center.members(of: item)
    let isDisputed = members.contains { $0.ageDisputedAt != nil }
    // All of them are alone here: their ages say enough.
    let who = members.map { model.tag($0) } + (isDisputed ? [Wording.ageDisputed] : [])
    let isApart = model.center.siblings(of: item).contains { !$0.hasSameReferral(as: item) }
    let standing = model.figures.standings[id]
    return [
      Piece(id.label),
      Piece(who.joined(separator: " "), isDisputed ? .watch : .plain),
      Piece(standing.map { Wording.row($0.row) } ?? Wording.none, .dim), time(item.child.determinedAt),
      time(item.child.orrNotifiedAt),
      Piece(
        model.referral(item) + (isApart ? " \(model.glyphs.warning)" : ""),
        item.transfer.askedAt == nil || isApart ? .watch : .plain),
      Piece(item.transfer.pickupAt.map { TimeText.short($0, model.now, model.zone) } ?? Wording.none),
    ] + model.leftPieces(standing?.clock, normal: .plain)
  }
}

extension BoardModel {
  /// How the referral of a child to ORR stands: asked, accepted, or why there was no place.
  fileprivate func referral(_ item: Case) -> String {
    let transfer = item.transfer
    if transfer.destination == .orr {
      if transfer.acceptedAt != nil { return Wording.accepted }
      if let asked = transfer.askedAt { return "\(Wording.orrAsked) \(TimeText.short(asked, now, zone))" }
    }
    guard let last = transfer.refusals.last(where: { $0.to == .orr }) else { return Wording.notAsked }
    return Wording.refusals(transfer.refusals.count { $0.to == .orr }, Wording.refusal(last.reason))
  }

  /// What the page of a case says beyond where it stands: ages in dispute, the path of a child alone, a stay too long.
  func truths(of item: Case) -> [String] {
    var sentences: [String] = []
    for person in center.members(of: item) {
      guard let since = person.ageDisputedAt else { continue }
      sentences.append(Wording.disputed(person.id.label, person.ageClaim, near(since)))
    }
    guard item.isOnRoll else { return sentences }
    if item.isChildAlone { sentences += path(of: item) }
    let companions = center.companions(of: item).map(\.id.label)
    if !companions.isEmpty {
      sentences.append(item.isChildAlone ? Wording.cameWith(companions) : Wording.cameWithChild(companions))
    }
    if let waived = item.consultation.waivedAt, item.determination == nil, !item.isChildAlone {
      let by = item.consultation.waivedBy.isNone ? Wording.nobody : item.consultation.waivedBy.text
      let language = item.consultation.waivedIn.map { EventWording.language($0, center) }
      sentences.append(Wording.waived(near(waived), by, language))
    }
    if center.lacksStayReason(item, at: now) {
      sentences.append(Wording.stayUnexplained)
    } else if let reason = item.stayReason, let said = item.stayExplainedAt {
      sentences.append(Wording.stayExplained(Wording.stay(reason), near(said)))
    }
    return sentences
  }

  private func near(_ time: Instant) -> String { TimeText.near(time, now, zone) }

  private func path(of item: Case) -> [String] {
    let child = item.child
    var sentences: [String] = []
    if let determined = child.determinedAt {
      let by = child.determinedBy.isNone ? Wording.nobody : child.determinedBy.text
      sentences.append(Wording.determined(near(determined), by, child.basis.map { EventWording.basis($0) }))
    } else {
      sentences.append(Wording.notDetermined)
    }
    sentences.append(child.orrNotifiedAt.map { Wording.notified(near($0)) } ?? Wording.notNotified)
    if child.hasClaimed {
      sentences.append(Wording.claimWasHeard)
    } else if center.isContiguous(item) {
      sentences.append(child.screenedAt.map { Wording.screened(near($0), child.mayReturn) } ?? Wording.toBeScreened)
    }
    return sentences + transfer(of: item) + together(item)
  }

  private func transfer(of item: Case) -> [String] {
    let transfer = item.transfer
    var sentences = transfer.refusals.filter { $0.to == .orr }.map {
      Wording.noPlaceAnswer(near($0.at), Wording.refusal($0.reason))
    }
    guard transfer.destination == .orr, let asked = transfer.askedAt else { return sentences + [Wording.toBeAsked] }
    sentences.append(transfer.acceptedAt.map { Wording.acceptedORR(near($0)) } ?? Wording.askedORR(near(asked)))
    if let pickup = transfer.pickupAt { sentences.append(Wording.pickup(near(pickup), isLate: pickup < now)) }
    return sentences
  }

  private func together(_ item: Case) -> [String] {
    let siblings = center.siblings(of: item)
    guard !siblings.isEmpty else { return [] }
    let apart = siblings.filter { !$0.hasSameReferral(as: item) }
    return [Wording.siblings(siblings.map(\.id.label))]
      + (apart.isEmpty ? [] : [Wording.siblingsDiffer(apart.map(\.id.label))])
  }

  /// The next of the four questions; after the last, the line that waits for the second reviewer.
  func screening(_ id: CaseID, _ answers: [Bool]) -> [Choice] {
    [true, false].map { isYes in
      // Yes to a sign of trafficking, or to fear, is no to what would allow a return.
      let answer = answers.count < 2 ? !isYes : isYes
      let all = answers + [answer]
      return Choice(
        isYes ? Wording.yes : Wording.no, "",
        all.count < Wording.fourQuestions.count
          ? .ask(.screening(id, all)) : .write(DeskLine.screen(id, all), first: [], then: nil))
    }
  }
}
