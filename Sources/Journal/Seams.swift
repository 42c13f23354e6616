package import CaseFlow

/// Stands in until the room of alarms has its own.
package struct AlarmPlan: Described {
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {}
}

/// Stands in until the engine has its own.
struct Refusal {
  enum Rule: String { case other }
  var rule: Rule
  var sentence: String
}

extension Center {
  func objection(to record: Record) -> Refusal? { nil }
}
