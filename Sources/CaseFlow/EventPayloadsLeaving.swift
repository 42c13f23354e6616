// What events carry: plans, releases, returns, transfers. The fields stand in the order of the format.

/// Case management decided how a case leaves.
package struct PlanMade: Described {
  package var caseID = CaseID()
  package var plan = Plan.release
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("plan", &plan)
  }
}

/// A line of the release checklist.
package struct ReleaseStepDone: Described {
  package var caseID = CaseID()
  package var step = ReleaseStep.address
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("step", &step)
  }
}

/// A case and its receiver: offered, accepted, refused or departed.
package struct ReceiverOfCase: Described {
  package var caseID = CaseID()
  package var receiver = Code.none
  /// How many of the case it takes, where that is not all of them: a family does not leave in part.
  package var people: Int?
  /// Who decided that they leave although the receiver is closed when they come, or takes others.
  package var override: Code?
  package init() {}
  package init(_ caseID: CaseID, _ receiver: Code, override: Code? = nil) {
    self.caseID = caseID
    self.receiver = receiver
    self.override = override
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("receiver", &receiver)
    f.field("people", &people)
    f.field("override", &override)
  }
}

/// A line of the return path.
package struct ReturnStepDone: Described {
  package var caseID = CaseID()
  package var step = ReturnStep.basisServed
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("step", &step)
  }
}

/// The hand-over of a return, by two people.
package struct CaseReturned: Described {
  package var caseID = CaseID()
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("second", &second)
  }
}

/// A transfer of a whole case.
package struct TransferOfCase: Described {
  package var caseID = CaseID()
  package var to = Destination.orr
  package init() {}
  package init(_ caseID: CaseID, _ to: Destination) {
    self.caseID = caseID
    self.to = to
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("to", &to)
  }
}

/// A case left by itself.
package struct CaseDeparted: Described {
  package var caseID = CaseID()
  package var reason = DepartureReason.withdrew
  /// Who confirmed that it is the person's own decision to withdraw.
  package var second: Code?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
    f.field("second", &second)
  }
}
