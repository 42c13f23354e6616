package import CaseFlow

/// A question of the leaving views that one key answers.
package enum LeavingQuestion: Hashable, Sendable {
  /// Which receiver.
  case offer(CaseID)
  /// What whoever was asked has answered.
  case answer(CaseID)
  /// Which line of the checklist, or of the path of a return, was done.
  case step(CaseID)
  /// On which departure.
  case seat(CaseID)
  /// Whether it has really left.
  case leave(CaseID)
  /// Whether it has really arrived at the other end: what is confirmed there is over, and not taken back.
  case arrived(CaseID)
  /// Whether the person spoke of fear: the negative does not hold any more.
  case fear(CaseID)
  /// What became of a follow-up.
  case followed(CaseID, FollowUp)
}

extension BoardModel {
  func leavingChoices(_ question: LeavingQuestion) -> [Choice] {
    switch question {
    case .offer(let id): return aCase(id).map { receivers(for: $0) } ?? []
    case .answer(let id): return aCase(id).map { answers(for: $0) } ?? []
    case .step(let id): return aCase(id).map { steps(of: $0) } ?? []
    case .seat(let id):
      guard let item = aCase(id) else { return [] }
      return center.nextDepartures(at: now).filter { $0.receiver == item.release.receiver }.map {
        let seats = Wording.seats(center.seatsFree(on: $0), TimeText.near($0.leaves, now, zone))
        return Choice(Wording.departure($0.id), beside(item, seats), .enter([DeskLine.board(id, $0.id)]))
      }
    case .leave(let id): return aCase(id).map { leaves($0) } ?? []
    case .arrived(let id):
      guard let item = aCase(id) else { return [] }
      let note = Wording.notTakenBack(EventWording.otherEnd(of: item, center))
      return [Choice(Wording.hasArrived, note, .enter([DeskLine.confirm(id)]))]
    case .fear(let id):
      return [Choice(Wording.spokeOfFear, Wording.fearNote, .enter([DeskLine.stop(id, .fear)]))]
    case .followed(let id, let followUp):
      return FollowUpOutcome.allCases.map {
        Choice(Wording.outcome($0), "", .enter([DeskLine.followed(id, followUp, $0)]))
      }
    }
  }

  /// Receivers that take the case first; the others say why not, and can be asked all the same where only their hours
  /// or their places speak against it.
  private func receivers(for item: Case) -> [Choice] {
    let asked = receivers.map { standing in (standing, center.whyNotTaken(item, by: standing, at: now)) }
    let lawful = asked.filter { center.objection(toOffering: item, to: $0.0.plan.code, at: now) == nil }
    return (lawful.filter { $0.1 == nil } + lawful.filter { $0.1 != nil }).map { standing, refusal in
      let left = Wording.placesLeft(standing.left(of: item.kind))
      return Choice(
        standing.plan.name, refusal.map { "\(left), \(Wording.about(standing.plan.code, $0.sentence))" } ?? left,
        .enter([DeskLine.offer(item.id, standing.plan.code)]))
    }
  }

  private func answers(for item: Case) -> [Choice] {
    let id = item.id
    if let place = item.transfer.destination {
      // Listed when it was said already, too: an answer keeps its letter, so that a key pressed twice refuses nothing.
      let accepted = Choice(
        Wording.accepted, done(item.transfer.acceptedAt), .enter([DeskLine.transfer(id, place, "accepted")]))
      return [accepted]
        + PlaceRefusal.allCases.map {
          Choice("\(Wording.noPlaceThere) \(Wording.refusal($0))", "", .enter([DeskLine.noPlace(id, place, $0)]))
        }
    }
    if item.isReturning {
      return [
        Choice(
          Wording.consulateAnswered, Wording.protocolNote,
          .write(DeskLine.consulateAnswer(id, center.vulnerable(item)), first: [], then: nil))
      ]
    }
    if item.release.receiver == nil { return [] }
    return [
      Choice(Wording.acceptedAll(item.members.count), "", .enter([DeskLine.accept(id)])),
      Choice(Wording.acceptedSome, Wording.partNote, .write(DeskLine.acceptSome(id), first: [], then: nil)),
      Choice(Wording.refusedByReceiver, "", .enter([DeskLine.refuse(id)])),
    ]
  }

  /// Every line, done or not, in one order: a line keeps its letter, so that a key pressed twice ticks nothing else.
  private func steps(of item: Case) -> [Choice] {
    let id = item.id
    let lane = item.isChildAlone ? childSteps(of: item) : []
    if item.isReturning {
      let asked = item.consulateAskedAt.map { Wording.stepDone(TimeText.near($0, now, zone)) }
      let ask = Choice(
        Wording.askConsulate, asked ?? (item.isChildAlone ? "" : Wording.onlyWhenFinal),
        .enter([DeskLine.consulate(id)]))
      return lane + [ask]
        + ReturnStep.needed(for: item).map {
          Choice(
            EventWording.step($0), item.returnSteps.contains($0) ? Wording.stepDone : "",
            .enter([DeskLine.step(id, $0.rawValue)]))
        }
    }
    if item.isChildAlone { return lane }
    let needed = center.releaseNeeds(item)
    return (needed + ReleaseStep.allCases.filter { !needed.contains($0) }).map {
      let isDone = item.release.steps.contains($0)
      return Choice(
        EventWording.step($0), isDone ? Wording.stepDone : needed.contains($0) ? Wording.blocksRelease : "",
        .enter([DeskLine.step(id, $0.rawValue)]))
    }
  }

  /// The way of a child alone to ORR: determined, told, asked for, picked up.
  private func childSteps(of item: Case) -> [Choice] {
    let id = item.id
    let other = item.transfer.destination.flatMap { $0 == .orr ? nil : Wording.insteadOf(Wording.destination($0)) }
    let pickup = item.transfer.pickupAt.map { TimeText.near($0, now, zone) } ?? Wording.onceAccepted
    return [
      Choice(
        Wording.stepDetermine, done(item.child.determinedAt), .write(DeskLine.child(id), first: [], then: nil)),
      Choice(Wording.stepNotify, done(item.child.orrNotifiedAt), .enter([DeskLine.notify(id)])),
      Choice(Wording.stepAskORR, other ?? done(item.transfer.askedAt), .enter([DeskLine.transfer(id, .orr, "asked")])),
      Choice(Wording.stepPickup, pickup, .write(DeskLine.pickup(id), first: [], then: nil)),
    ]
  }

  /// When a line was done, or nothing.
  private func done(_ at: Instant?) -> String { at.map { Wording.stepDone(TimeText.near($0, now, zone)) } ?? "" }

  private func leaves(_ item: Case) -> [Choice] {
    if let place = item.transfer.destination {
      let note = beside(item, Wording.destination(place))
      return [Choice(Wording.hasLeft, note, .enter([DeskLine.transfer(item.id, place, "departed")]))]
    }
    if item.isReturning {
      let note = beside(item, Wording.tagNote)
      return [Choice(Wording.handOver, note, .write(DeskLine.handOver(item.id), first: [], then: nil))]
    }
    // A child alone goes where somebody was asked for it, and nowhere else.
    if item.isChildAlone { return [] }
    let note = beside(item, EventWording.otherEnd(of: item, center))
    return [Choice(Wording.hasLeft, note, .enter([DeskLine.release(item.id)]))]
  }

  /// A note on how a case leaves, with the children alone who came with it and then have nobody here.
  private func beside(_ item: Case, _ note: String) -> String {
    let children = center.childrenBeside([item.id]).map(\.label)
    return children.isEmpty ? note : Wording.leavesBehind(note, children)
  }
}
