package import CaseFlow

/// One activation of one level of a threshold, from its raising on. Times are of recording, as is all the
/// room's time: what nobody had entered could alarm nobody.
package struct Alarm: Hashable, Sendable {
  /// The name of the threshold.
  package var threshold = ""
  package var level = AlarmLevel.watch
  package var raised = Instant()
  /// The value at the moment of raising.
  package var reading = Reading()
  package var acknowledged: Instant?
  package var acknowledgedBy: Code?
  package var cleared: Instant?
  /// When nobody had taken it for too long.
  package var escalated: Instant?
  /// The threshold whose alarm came first and brought this one about, as the plan says.
  package var cause: String?
  package init() {}
}

/// Where an alarm stands, in the words of ISA-18.2.
package enum AlarmState: String, Word {
  case normal, activeUnacknowledged, activeAcknowledged, clearedUnacknowledged
  /// Put aside by a person until a time.
  case shelved
  /// Kept silent by design, while what brings it about is active.
  case suppressed
  case outOfService
}

extension Alarm {
  /// Where this activation stands by itself; once cleared and acknowledged it is history, and normal. Whether it is
  /// shelved, suppressed or out of service is known to its board.
  package var state: AlarmState {
    switch (cleared == nil, acknowledged == nil) {
    case (true, true): .activeUnacknowledged
    case (true, false): .activeAcknowledged
    case (false, true): .clearedUnacknowledged
    case (false, false): .normal
    }
  }

  package var isActive: Bool { cleared == nil }
}

extension Alarm: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("threshold", &threshold)
    f.field("level", &level)
    f.field("raised", &raised)
    f.field("reading", &reading)
    f.field("acknowledged", &acknowledged)
    f.field("acknowledgedBy", &acknowledgedBy)
    f.field("cleared", &cleared)
    f.field("escalated", &escalated)
    f.field("cause", &cause)
  }
}
