import CaseFlow

/// What the supervisor on duty knows of alarms.
struct SupervisorDuty: Sendable {
}

extension Simulator {
  mutating func answerAlarms() {}
}
