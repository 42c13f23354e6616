package import CaseFlow
package import Drill

/// The first line of a recording: which center, which days, which rules, what is real and what is simulated.
package struct RecordingHeader: Described {
  package var format = RecordingFormat.recording
  package var version = FormatVersion()
  package var center = CenterFile()
  /// The recorded stretch of time; every record was recorded within it, ends included.
  package var from = Instant()
  package var until = Instant()
  /// IANA name of the zone whose clock people read.
  package var timezone = ""
  /// The offsets of that zone, so that a replay needs no zone database.
  package var transitions: [ZoneLine] = []
  /// The rule set in force on the recorded days.
  package var rules = Code.none
  /// What is real and what is simulated.
  package var source = Prose()
  /// A recording never holds names; the word is there for readers to see.
  package var names = NoNames()
  /// Of which drill this is a branch; nil for a recorded day.
  package var drill: DrillOrigin?

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("format", &format)
    f.field("version", &version)
    f.field("center", &center)
    f.field("from", &from)
    f.field("until", &until)
    f.field("timezone", &timezone)
    f.field("transitions", &transitions, most: RecordingHeader.transitionsMax)
    f.field("rules", &rules)
    f.field("source", &source)
    f.field("names", &names)
    f.field("drill", &drill)
  }

  /// A zone changes its clock twice a year at most, for as long as any recording lasts.
  static let transitionsMax = 1_000
}

extension RecordingHeader {
  /// The header of a recording of `center` in a zone under a rule set.
  package init(
    center: CenterFile, from: Instant, until: Instant, zone: ZoneOffsets, rules: RuleSet, source: String
  ) {
    self.center = center
    self.from = from
    self.until = until
    timezone = zone.name
    transitions = ZoneLine.lines(of: zone)
    self.rules = rules.code
    self.source = Prose(source)
    self.center.plan.zone = zone
  }

  /// The zone's offsets as the header carries them; UTC where it carries none.
  package var zone: ZoneOffsets {
    ZoneOffsets(
      name: timezone, initialOffsetSeconds: transitions.first?.offset.seconds ?? 0,
      initialAbbreviation: transitions.first?.abbreviation ?? "UTC",
      transitions: transitions.dropFirst().map {
        ZoneOffsets.Transition(
          at: $0.from?.milliseconds ?? 0, offsetSeconds: $0.offset.seconds, abbreviation: $0.abbreviation)
      })
  }
}

/// The word that says what a file is.
package enum RecordingFormat: String, Word, Scalar {
  case recording = "jpc-recording"
}

/// `false`: a recording carries numbers, codes and times, and never a name.
package struct NoNames: Scalar {
  package static var form: ScalarForm { .flag }
  package init() {}
  package init?(token: Token) { if token != .flag(false) { return nil } }
  package var token: Token { .flag(false) }
}

/// A stretch of time with one offset from UTC; the first has no beginning.
package struct ZoneLine: Described, Equatable {
  package var from: Instant?
  package var offset = UTCOffset()
  /// `MST`, `CDT`; some zones have `-03`.
  package var abbreviation = ""
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("from", &from)
    f.field("offset", &offset)
    f.field("abbreviation", &abbreviation)
  }

  /// The stretches of a zone.
  static func lines(of zone: ZoneOffsets) -> [ZoneLine] {
    var first = ZoneLine()
    first.offset = UTCOffset(seconds: zone.initialOffsetSeconds)
    first.abbreviation = zone.initialAbbreviation
    return [first]
      + zone.transitions.map {
        var line = ZoneLine()
        line.from = Instant(milliseconds: $0.at)
        line.offset = UTCOffset(seconds: $0.offsetSeconds)
        line.abbreviation = $0.abbreviation
        return line
      }
  }
}

/// How far a clock is ahead of UTC, written `-07:00`; whole minutes, 14 hours at most.
package struct UTCOffset: Scalar, Equatable {
  package let seconds: Int
  package static var form: ScalarForm { .text(longest: 6, as: "an offset such as -07:00") }
  package init() { seconds = 0 }
  package init(seconds: Int) { self.seconds = seconds / 60 * 60 }
  package init?(token: Token) {
    guard case .text(let text) = token else { return nil }
    let digits = text.utf8.map { Int($0) - Int(Byte.zero) }
    guard digits.count == 6, text.hasPrefix("+") || text.hasPrefix("-"), text.utf8.dropFirst(3).first == Byte.colon,
      [1, 2, 4, 5].allSatisfy({ 0...9 ~= digits[$0] }), digits[4] <= 5
    else { return nil }
    let size = (digits[1] * 10 + digits[2]) * 3_600 + (digits[4] * 10 + digits[5]) * 60
    guard size <= RFC3339.offsetSecondsMax, size > 0 || text.hasPrefix("+") else { return nil }
    seconds = text.hasPrefix("-") ? -size : size
  }
  package var token: Token {
    let minutes = abs(seconds) / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return .text((seconds < 0 ? "-" : "+") + parts.joined(separator: ":"))
  }
}
