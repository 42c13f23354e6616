import CaseFlow

/// One level of one threshold as it stands: on or off, and since when the value has asked for the other.
struct Latch: Described {
  var isOn = false
  /// Since when the value has stood where the latch would turn, without a break.
  var pending: Instant?
  /// The latest activation, as a position in the board's history.
  var alarm: Int?

  enum Turn {
    case none, raised, cleared
  }

  /// Brings the latch to `time`, at which the measure reads `reading`. It turns at most once.
  mutating func settle(_ level: ThresholdLevel, _ unit: MeasureUnit, _ reading: Reading, at time: Instant) -> Turn {
    let asks =
      isOn
      ? reading.isAtMost(level.clear, unit)
      : reading.count >= level.minimumCount && reading.isAtLeast(level.raise, unit)
    guard asks else {
      pending = nil
      return .none
    }
    let since = pending ?? time
    guard since + delay(level) <= time else {
      pending = since
      return .none
    }
    isOn.toggle()
    pending = nil
    return isOn ? .raised : .cleared
  }

  mutating func describe(_ f: inout some FieldVisitor) {
    f.field("on", &isOn, usual: false)
    f.field("pending", &pending)
    f.field("alarm", &alarm)
  }

  /// When the latch turns if the value stays where it is.
  func due(_ level: ThresholdLevel) -> Instant? { pending.map { $0 + delay(level) } }

  private func delay(_ level: ThresholdLevel) -> Span { isOn ? level.offDelay : level.onDelay }
}

extension Instant {
  /// Later than any time of a journal; nothing is ever added to it.
  static let never = Instant(milliseconds: .max)
}
