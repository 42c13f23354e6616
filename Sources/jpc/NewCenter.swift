import CaseFlow
import Glibc
import Journal

/// What a center's journal begins with.
enum NewCenter {
  /// How far back the entries of a new journal may reach: the start of a custody, the arrival of people already there.
  private static let past = Span.days(10 * 366)
  /// How long the journal's own table of the zone's clock changes lasts.
  private static let future = Span.days(50 * 366)

  /// The first line of the journal of a center that begins now; it carries the center file and the zone's offsets, so
  /// that the journal explains itself on any machine. The rules are those in force now, whatever the file expects.
  static func header(_ center: CenterFile, now: Instant) throws(Failure) -> RecordingHeader {
    let until = now + future
    let zone: ZoneOffsets
    do throws(ZoneError) {
      zone = try ZoneFile.offsets(
        of: center.plan.timezone, from: (now - past).milliseconds, until: until.milliseconds)
    } catch {
      throw Failure(sentence: error.description, status: error.exitStatus)
    }
    return RecordingHeader(
      center: center, from: now, until: until, zone: zone, rules: .inForce(at: now),
      source: "The journal of \(center.plan.name), as its staff entered it; nothing in it is simulated.")
  }
}
