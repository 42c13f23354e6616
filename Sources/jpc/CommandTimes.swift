import CaseFlow
import Drill
import Journal

// Times as the command line takes them.

extension Playback {
  /// The instant of a time as the command line takes it; nil where none is given.
  func instant(_ text: String?, _ zone: ZoneOffsets) throws(Failure) -> Instant? {
    try Playback.instant(text, zone, from: from, until: until)
  }

  static func instant(_ text: String?, _ zone: ZoneOffsets, from: Instant, until: Instant) throws(Failure) -> Instant? {
    guard let text else { return nil }
    let instant: Instant
    do throws(TimeFault) {
      instant = Instant(milliseconds: try RFC3339.parse(text).milliseconds)
    } catch {
      guard let local = localTime(text, zone, from) else {
        throw .usage("'\(text)' is not a time: \(error.message); give RFC 3339 or HH:MM")
      }
      instant = local
    }
    guard instant >= from, instant <= until else {
      let range = "\(zone.text(from.milliseconds)) to \(zone.text(until.milliseconds))"
      throw .usage("'\(text)' lies outside the recording, which lasts from \(range)")
    }
    return instant
  }

  /// `HH:MM` or `HH:MM:SS` on the local day on which the recording begins.
  private static func localTime(_ text: String, _ zone: ZoneOffsets, _ from: Instant) -> Instant? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), let second = parts.count == 3 ? Int(parts[2]) : 0,
      let time = CivilTime(date: zone.local(from.milliseconds).date, hour: hour, minute: minute, second: second)
    else { return nil }
    switch zone.instants(ofLocal: time) {
    case .none: return nil
    case .one(let milliseconds), .two(let milliseconds, _): return Instant(milliseconds: milliseconds)
    }
  }
}

extension PlaybackClock {
  /// The speed asked for by `--speed`; `max` is the fastest the board shows.
  static func speed(_ text: String) throws(Failure) -> Double {
    if text == "max" { return fastest }
    guard let value = Double(text), value >= slowest, value <= fastest else {
      throw .usage("--speed \(text) is not a speed; give a number from 0.25 to 3600, or max")
    }
    return value
  }
}
