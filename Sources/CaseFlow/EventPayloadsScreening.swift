// What events carry: health screening, referrals, what was opened. The fields stand in the order of the format.

/// A line of the health screening of a person was done.
package struct HealthChecked: Described {
  package var person = PersonID()
  package var check = HealthCheck.interview
  package var result = CheckResult.clear
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("check", &check)
    f.field("result", &result)
  }
}

/// Health staff judged a person fit, or not fit, for something.
package struct FitnessJudged: Described {
  package var person = PersonID()
  package var purpose = FitFor.travel
  package var fit = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("for", &purpose)
    f.field("fit", &fit)
  }
}

/// A case was referred to a service beside the flow, was seen there, or the service came to an outcome.
package struct ReferralOfCase: Described {
  package var caseID = CaseID()
  package var to = Referral.legalServices
  package init() {}
  package init(_ caseID: CaseID, _ to: Referral) {
    self.caseID = caseID
    self.to = to
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("to", &to)
  }
}

/// A service beside the flow came to an outcome.
package struct ReferralClosed: Described {
  package var caseID = CaseID()
  package var to = Referral.legalServices
  package var outcome = ReferralOutcome.served
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("to", &to)
    f.field("outcome", &outcome)
  }
}

/// Someone opened what is shown only to those who serve it.
package struct RecordOpened: Described {
  package var person = PersonID()
  package var what = OpenedRecord.needs
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("what", &what)
  }
}

/// Why a case stays longer than the norm.
package struct StayExplained: Described {
  package var caseID = CaseID()
  package var reason = StayReason.noReceiver
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}

/// The age of a person is disputed; protection is never lowered by it.
package struct AgeDisputed: Described {
  package var person = PersonID()
  /// What is claimed against what was stated.
  package var claim = AgeBand.child
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("claim", &claim)
  }
}
