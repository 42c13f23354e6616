// How a case stands in an opening state, and under a digest.

extension Case: Described {
  package init() {
    id = CaseID()
    kind = .singleAdult
    party = PartyID()
    members = []
    arrivedAt = Instant()
    step = .reception
    state = .waiting
    joinedAt = Instant()
    changedAt = Instant()
    recalls = 0
    visits = Visits()
    consultation = Consultation()
    returnSteps = []
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &id)
    f.field("kind", &kind)
    f.field("party", &party)
    f.field("members", &members, most: Limit.casePeople)
    f.field("language", &language)
    f.field("secondLanguage", &secondLanguage)
    f.field("nationality", &nationality)
    f.field("arrived", &arrivedAt)
    f.field("step", &step)
    f.field("state", &state, usual: .waiting)
    f.field("joined", &joinedAt)
    f.field("changed", &changedAt)
    f.field("prepared", &preparedAt)
    f.field("desk", &desk)
    f.field("recalls", &recalls, usual: 0)
    f.field("hold", &hold)
    f.field("expedited", &expedited)
    f.field("visits", &visits)
    f.field("isolation", &isolation)
    f.field("isolatedUntil", &isolatedUntil)
    f.field("split", &splitAt)
    f.field("oriented", &consultation.orientedAt)
    f.field("orientedBy", &consultation.orientedBy, usual: .none)
    f.field("waived", &consultation.waivedAt)
    f.field("waivedBy", &consultation.waivedBy, usual: .none)
    f.field("waivedIn", &consultation.waivedIn)
    f.field("counselAsked", &counselAskedAt)
    f.field("counselAnswered", &counselAnsweredAt)
    f.field("hasCounsel", &hasCounsel, usual: false)
    f.field("determination", &determination)
    f.field("review", &review)
    f.field("child", &child)
    f.field("plan", &plan)
    f.field("release", &release)
    f.field("returnSteps", &returnSteps, most: ReturnStep.allCases.count)
    f.field("consulateAsked", &consulateAskedAt)
    f.field("consulateAskedBy", &consulateAskedBy, usual: .none)
    f.field("transfer", &transfer)
    f.field("booking", &booking)
    f.field("interpreterSought", &interpreterSoughtAt)
    f.field("interpreterSoughtBy", &interpreterSoughtBy, usual: .none)
    f.field("referrals", &referrals, most: Limit.paths)
    f.field("followUps", &followUps, most: Limit.paths)
    f.field("departure", &departure)
    f.field("consulateAnswer", &consulateAnswer)
    f.field("travelDocument", &travelDocumentAt)
    f.field("returnStopped", &returnStopped)
    f.field("returnConfirmed", &returnConfirmedAt)
    f.field("stayReason", &stayReason)
    f.field("stayExplained", &stayExplainedAt)
    f.field("exit", &exit)
    f.field("exited", &exitedAt)
  }
}

extension Visit: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("joined", &joinedAt)
    f.field("started", &startedAt)
    f.field("done", &doneAt)
    f.field("left", &leftAt)
  }
}

extension Visits: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("reception", &reception)
    f.field("health", &health)
    f.field("interview", &interview)
    f.field("caseManagement", &caseManagement)
  }
}

extension Isolation: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("ordered", &orderedAt)
    f.field("finding", &finding)
    f.field("tested", &testedAt)
    f.field("clear", &clear, usual: false)
    f.field("by", &by, usual: .none)
  }
}

extension Determination: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("at", &at)
    f.field("outcome", &outcome)
    f.field("basis", &basis)
    f.field("officer", &officer)
    f.field("reviewer", &reviewer)
  }
}

extension Review: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("requested", &requestedAt)
    f.field("requestedBy", &requestedBy, usual: .none)
    f.field("declined", &declinedAt)
    f.field("decided", &decidedAt)
    f.field("result", &result)
  }
}

extension ChildPath: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("claimed", &claimedAt)
    f.field("claimedBy", &claimedBy, usual: .none)
    f.field("determined", &determinedAt)
    f.field("determinedBy", &determinedBy, usual: .none)
    f.field("basis", &basis)
    f.field("orrNotified", &orrNotifiedAt)
    f.field("screened", &screenedAt)
    f.field("mayReturn", &mayReturn, usual: false)
    f.field("hasClaimed", &hasClaimed, usual: false)
    f.field("screener", &screener, usual: .none)
    f.field("secondScreener", &secondScreener, usual: .none)
  }
}

extension ReleasePath: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("steps", &steps, most: ReleaseStep.allCases.count)
    f.field("receiver", &receiver)
    f.field("offered", &offeredAt)
    f.field("accepted", &acceptedAt)
    f.field("acceptedPeople", &acceptedPeople)
    f.field("arrived", &arrivedAt)
  }
}

extension TransferPath: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("destination", &destination)
    f.field("asked", &askedAt)
    f.field("accepted", &acceptedAt)
    f.field("arrived", &arrivedAt)
    f.field("pickup", &pickupAt)
    f.field("refusals", &refusals, most: Limit.paths)
  }
}

extension ConsulateAnswer: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("at", &at)
    f.field("vulnerable", &vulnerable, most: Limit.casePeople)
    f.field("protocol", &hasProtocol, usual: false)
  }
}
