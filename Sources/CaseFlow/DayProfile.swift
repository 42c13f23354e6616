/// What is known of one real day: how many parties and people came in each quarter of an hour, how large the
/// parties were, which languages they spoke and where they were from. Margins only; no party can be singled out.
///
///     profile.faults()  // empty: five ways of counting the same people agree
package struct DayProfile: Hashable, Sendable {
  /// Parties and people that came in the fifteen minutes from `startMinute` of the local day on.
  package struct Quarter: Hashable, Sendable {
    package var startMinute: Int
    package var parties: Int
    package var people: Int

    package init(startMinute: Int, parties: Int, people: Int) {
      self.startMinute = startMinute
      self.parties = parties
      self.people = people
    }
  }

  /// A count under a name, such as 224 people under `Spanish`.
  package struct Share: Hashable, Sendable {
    package var name: String
    package var people: Int

    package init(name: String, people: Int) {
      self.name = name
      self.people = people
    }
  }

  package var day: CivilDate
  package var site: String
  /// IANA name of the zone in which the quarters are counted.
  package var timezone: String
  package var parties: Int
  package var people: Int
  /// In the order of the day.
  package var quarters: [Quarter]
  /// Parties by the number of their people.
  package var partiesBySize: [Int: Int]
  package var peopleByLanguage: [Share]
  package var peopleByNationality: [Share]

  package init(
    day: CivilDate, site: String, timezone: String, parties: Int, people: Int, quarters: [Quarter],
    partiesBySize: [Int: Int], peopleByLanguage: [Share], peopleByNationality: [Share]
  ) {
    self.day = day
    self.site = site
    self.timezone = timezone
    self.parties = parties
    self.people = people
    self.quarters = quarters
    self.partiesBySize = partiesBySize
    self.peopleByLanguage = peopleByLanguage
    self.peopleByNationality = peopleByNationality
  }
}

/// Why the counts of a profile cannot be those of one day.
package enum ProfileFault: Hashable, Sendable {
  /// One way of counting gives another number than the profile states; no tolerance, the five published days agree.
  case partiesByQuarter(Int), partiesBySize(Int)
  case peopleByQuarter(Int), peopleBySize(Int), peopleByLanguage(Int), peopleByNationality(Int)
  /// Nobody came, or more than a profile may hold.
  case people
  /// A quarter does not begin on a quarter of the day, stands out of order, or has fewer people than parties.
  case quarter(startMinute: Int)
  /// A size no party can have, or a count below one.
  case size(Int)
  /// A count below one.
  case share(String)
}

extension DayProfile {
  /// The most people a profile may hold.
  package static let peopleMax = 20_000

  /// Every reason why these are not the counts of one day; empty for a sound profile.
  package func faults() -> [ProfileFault] {
    guard (1...DayProfile.peopleMax).contains(people), (1...people).contains(parties) else { return [.people] }
    var faults = quarterFaults()
    for (size, count) in partiesBySize.sorted(by: { $0.key < $1.key })
    where !(1...Limit.partyPeople).contains(size) || !(1...parties).contains(count) {
      faults.append(.size(size))
    }
    for share in peopleByLanguage + peopleByNationality where !(1...people).contains(share.people) {
      faults.append(.share(share.name))
    }
    guard faults.isEmpty else { return faults }
    func check(_ found: Int, _ stated: Int, _ fault: (Int) -> ProfileFault) {
      if found != stated { faults.append(fault(found)) }
    }
    check(quarters.reduce(0) { $0 + $1.parties }, parties) { .partiesByQuarter($0) }
    check(partiesBySize.values.reduce(0, +), parties) { .partiesBySize($0) }
    check(quarters.reduce(0) { $0 + $1.people }, people) { .peopleByQuarter($0) }
    check(partiesBySize.reduce(0) { $0 + $1.key * $1.value }, people) { .peopleBySize($0) }
    check(peopleByLanguage.reduce(0) { $0 + $1.people }, people) { .peopleByLanguage($0) }
    check(peopleByNationality.reduce(0) { $0 + $1.people }, people) { .peopleByNationality($0) }
    return faults
  }

  private func quarterFaults() -> [ProfileFault] {
    var faults: [ProfileFault] = []
    var last = -1
    for quarter in quarters {
      let start = quarter.startMinute
      let isSound =
        start > last && (0..<1_440).contains(start) && start % 15 == 0 && (1...parties).contains(quarter.parties)
        && (quarter.parties...people).contains(max(quarter.people, 0))
      if !isSound { faults.append(.quarter(startMinute: start)) }
      last = max(last, start)
    }
    return faults
  }
}

extension DayProfile {
  /// The ISO 639-3 code of a language as the published days name it; nil for `unrecorded`, `other` and unknown names.
  package static func language(named name: String) -> Code? {
    languageNames.first { $0.name == name }?.code
  }

  /// The ISO 3166-1 alpha-3 code of a country as the published days name it; nil for `other` and unknown names.
  package static func nationality(named name: String) -> Code? {
    nationalityNames.first { $0.name == name }?.code
  }

  /// `Quichua` and `Quechua` are the macrolanguage; `Creole` at that site was Haitian.
  package static let languageNames: [(name: String, code: Code)] = [
    ("Spanish", Code("spa")), ("Portuguese", Code("por")), ("English", Code("eng")), ("French", Code("fra")),
    ("Haitian Creole", Code("hat")), ("Creole", Code("hat")), ("Hindi", Code("hin")), ("Gujarati", Code("guj")),
    ("Punjabi", Code("pan")), ("Romanian", Code("ron")), ("Russian", Code("rus")), ("Georgian", Code("kat")),
    ("Arabic", Code("ara")), ("Turkish", Code("tur")), ("Chinese", Code("zho")), ("Nepali", Code("nep")),
    ("Bengali", Code("ben")), ("Ukrainian", Code("ukr")), ("Uzbek", Code("uzb")), ("Wolof", Code("wol")),
    ("Quichua", Code("que")), ("Quechua", Code("que")), ("Mam", Code("mam")), ("K'iche'", Code("quc")),
    ("Q'eqchi'", Code("kek")), ("Q'anjob'al", Code("kjb")), ("Ixil", Code("ixl")), ("Garifuna", Code("cab")),
  ]

  package static let nationalityNames: [(name: String, code: Code)] = [
    ("Venezuela", Code("VEN")), ("Brazil", Code("BRA")), ("Colombia", Code("COL")), ("Cuba", Code("CUB")),
    ("Peru", Code("PER")), ("India", Code("IND")), ("Nicaragua", Code("NIC")), ("Romania", Code("ROU")),
    ("Ecuador", Code("ECU")), ("Mexico", Code("MEX")), ("Guatemala", Code("GTM")), ("Honduras", Code("HND")),
    ("El Salvador", Code("SLV")), ("Haiti", Code("HTI")), ("Chile", Code("CHL")), ("Bolivia", Code("BOL")),
    ("Dominican Republic", Code("DOM")), ("Costa Rica", Code("CRI")), ("Panama", Code("PAN")),
    ("Argentina", Code("ARG")), ("Paraguay", Code("PRY")), ("Canada", Code("CAN")), ("Russia", Code("RUS")),
    ("Ukraine", Code("UKR")), ("Georgia", Code("GEO")), ("Turkey", Code("TUR")), ("China", Code("CHN")),
    ("Nepal", Code("NPL")), ("Bangladesh", Code("BGD")), ("Uzbekistan", Code("UZB")), ("Senegal", Code("SEN")),
    ("Angola", Code("AGO")), ("Ghana", Code("GHA")), ("Cameroon", Code("CMR")),
  ]
}
