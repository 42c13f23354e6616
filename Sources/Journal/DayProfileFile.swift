package import CaseFlow

/// Reads a day profile: published counts of one real day, in strict JSON.
package enum DayProfileFile {
  /// The most bytes a profile may have.
  package static let bytesMax = 1 << 20
  private static let countMax: Int64 = 1_000_000
  /// The most lines a list of a profile may have: every quarter of a day that changes its clock.
  private static let linesMax = 100

  /// Reads a profile whose counts agree; the first fault is thrown.
  package static func read(_ path: String) throws(ReadError) -> DayProfile {
    try read(path, known: FileBytes.readText(path, bytesMax: bytesMax))
  }

  /// The same of a file that was read already.
  static func read(_ path: String, known: [UInt8]) throws(ReadError) -> DayProfile {
    let bytes = try FileBytes.read(path, known: known, bytesMax: bytesMax)
    do throws(Fault) {
      return try read(bytes, file: path)
    } catch {
      throw .malformed(error)
    }
  }

  /// Reads the text of a profile.
  package static func read(_ bytes: [UInt8], file: String?) throws(Fault) -> DayProfile {
    let root = try JSONDocument(parsing: bytes, file: file).root
    try root.requireKeys(among: [
      "day", "site", "timezone", "parties", "people", "arrivals_by_quarter_hour", "parties_by_size",
      "people_by_language", "people_by_nationality",
    ])
    let profile = DayProfile(
      day: try day(root.field("day")), site: try root.field("site").string(bytesMax: Limit.text),
      timezone: try root.field("timezone").string(bytesMax: Limit.text), parties: try count(root.field("parties")),
      people: try count(root.field("people")), quarters: try quarters(root.field("arrivals_by_quarter_hour")),
      partiesBySize: try sizes(root.field("parties_by_size")),
      peopleByLanguage: try shares(root.field("people_by_language")),
      peopleByNationality: try shares(root.field("people_by_nationality")))
    if let fault = profile.faults().first {
      let place = try root.field(key(of: fault))
      throw place.fault(JournalSentences.profile(fault, profile))
    }
    return profile
  }

  private static func count(_ value: JSONValue) throws(Fault) -> Int { Int(try value.integer(in: 0...countMax)) }

  private static func day(_ value: JSONValue) throws(Fault) -> CivilDate {
    guard let date = CivilDate(text: try value.string(bytesMax: 10)) else {
      throw value.mustBe("a day such as 2021-12-24")
    }
    return date
  }

  /// A whole number without a sign.
  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static func quarters(_ value: JSONValue) throws(Fault) -> [DayProfile.Quarter] {
    var quarters: [DayProfile.Quarter] = []
    for item in try value.elements(countMax: linesMax) {
      try item.requireKeys(among: ["start", "parties", "people"])
      let start = try item.field("start")
      let parts = try start.string(bytesMax: 5).split(separator: ":", omittingEmptySubsequences: false)
      guard parts.map(\.utf8.count) == [2, 2], let hour = number(parts[0]), let minute = number(parts[1]), hour < 24,
        minute < 60
      else { throw start.mustBe("a quarter of the day such as 10:15") }
      quarters.append(
        DayProfile.Quarter(
          startMinute: hour * 60 + minute, parties: try count(item.field("parties")),
          people: try count(item.field("people"))))
    }
    return quarters
  }

  private static func sizes(_ value: JSONValue) throws(Fault) -> [Int: Int] {
    var sizes: [Int: Int] = [:]
    for (key, item) in try value.fields() {
      guard key.utf8.count <= 3, key.first != "0", let size = number(key[...]), sizes[size] == nil else {
        throw item.fault(JournalSentences.profileSize)
      }
      sizes[size] = try count(item)
    }
    return sizes
  }

  private static func shares(_ value: JSONValue) throws(Fault) -> [DayProfile.Share] {
    var shares: [DayProfile.Share] = []
    for (name, item) in try value.fields() { shares.append(DayProfile.Share(name: name, people: try count(item))) }
    return shares
  }

  /// The key at which a fault of the counts is shown.
  private static func key(of fault: ProfileFault) -> StaticString {
    switch fault {
    case .people: "people"
    case .partiesByQuarter, .peopleByQuarter, .quarter: "arrivals_by_quarter_hour"
    case .partiesBySize, .peopleBySize, .size: "parties_by_size"
    case .peopleByLanguage: "people_by_language"
    case .peopleByNationality: "people_by_nationality"
    case .share: "people_by_language"
    }
  }
}
