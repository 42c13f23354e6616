package import CaseFlow

/// What a center file says: the center's plan and its alarms, one flat document.
///
/// The same description stands in the header of every recording, so that a recorded day explains itself.
package struct CenterFile: Described {
  package var plan = CenterPlan()
  package var alarms = AlarmPlan()

  package init() {}

  package init(plan: CenterPlan, alarms: AlarmPlan) {
    self.plan = plan
    self.alarms = alarms
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    plan.describe(&f)
    alarms.describe(&f)
  }
}

extension CenterFile {
  package static func check(_ bytes: [UInt8], file: String?, most: Int) -> [Fault] { [] }
}
