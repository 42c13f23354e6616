// What events carry: the desks. The fields stand in the order of the format.

/// A case was called to a desk, with why it was next.
package struct CaseCalled: Described {
  package var caseID = CaseID()
  package var desk = DeskID()
  package var reason = CallReason.order
  /// Required when the desk named the case itself.
  package var because: ExpediteReason?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("servedAt", &desk)
    f.field("reason", &reason)
    f.field("because", &because)
  }
}

/// A case at a desk.
package struct CaseAtDesk: Described {
  package var caseID = CaseID()
  package var desk = DeskID()
  package init() {}
  package init(_ caseID: CaseID, _ desk: DeskID) {
    self.caseID = caseID
    self.desk = desk
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("servedAt", &desk)
  }
}

/// A case was put on hold.
package struct CaseHeld: Described {
  package var caseID = CaseID()
  package var reason = HoldReason.rest
  package init() {}
  package init(_ caseID: CaseID, _ reason: HoldReason) {
    self.caseID = caseID
    self.reason = reason
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}

/// A supervisor moved a case ahead.
package struct CaseExpedited: Described {
  package var caseID = CaseID()
  package var reason = ExpediteReason.medical
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}
