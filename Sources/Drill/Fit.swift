import CaseFlow

/// Parties that together have exactly the counts of a day profile: so many in each quarter, of each size, so many
/// people of each language and nationality. Which of them go together the profile does not say; that is drawn.
struct Fit: Sendable {
  struct PartyShape: Sendable {
    var size: Int
    var startMinute: Int
    var language: Code?
    var nationality: Code?
  }

  var parties: [PartyShape] = []
  /// Counts that could not be met together; empty for the published days.
  var unmet: [String] = []

  init(_ profile: DayProfile, _ random: inout Seeded) {
    var sizes: [Int] = []
    for (size, count) in profile.partiesBySize.sorted(by: { $0.key < $1.key }) {
      sizes += [Int](repeating: size, count: count)
    }
    dealIntoQuarters(sizes, profile, &random)
    var best = parties
    var leastOdd = Int.max
    for _ in 0..<Fit.drawings where leastOdd > 0 {
      name(profile, &random)
      match(&random)
      let odd = parties.reduce(0) { $0 + $1.size * Fit.oddity($1.language, in: $1.nationality) }
      if odd < leastOdd { (best, leastOdd) = (parties, odd) }
    }
    parties = best
  }

  /// How often languages and nationalities are drawn; the drawing in which they go together best is kept.
  private static let drawings = 30

  private mutating func name(_ profile: DayProfile, _ random: inout Seeded) {
    let languages = allot(profile.peopleByLanguage, &random) { _, _ in 0 }
    for index in parties.indices { parties[index].language = languages[index].flatMap(DayProfile.language(named:)) }
    let nationalities = allot(profile.peopleByNationality, &random) { party, name in
      Fit.oddity(party.language, in: DayProfile.nationality(named: name))
    }
    for index in parties.indices {
      parties[index].nationality = nationalities[index].flatMap(DayProfile.nationality(named:))
    }
  }

  /// Deals the sizes so that every quarter has its parties, then trades between quarters until each has its people.
  private mutating func dealIntoQuarters(_ sizes: [Int], _ profile: DayProfile, _ random: inout Seeded) {
    var dealt = sizes
    var quarterOf: [Int] = []
    for (index, quarter) in profile.quarters.enumerated() {
      quarterOf += [Int](repeating: index, count: quarter.parties)
    }
    var best: (dealt: [Int], off: Int)?
    for _ in 0..<20 where best?.off != 0 {
      random.shuffle(&dealt)
      var people = [Int](repeating: 0, count: profile.quarters.count)
      for (index, size) in dealt.enumerated() { people[quarterOf[index]] += size }
      var off = zip(people, profile.quarters).reduce(0) { $0 + abs($1.0 - $1.1.people) }
      for _ in 0..<dealt.count * 400 where off > 0 {
        let a = random.below(dealt.count)
        let b = random.below(dealt.count)
        let (from, to) = (quarterOf[a], quarterOf[b])
        guard from != to, dealt[a] != dealt[b] else { continue }
        let change = dealt[b] - dealt[a]
        func distance(_ quarter: Int, _ more: Int) -> Int {
          abs(people[quarter] + more - profile.quarters[quarter].people)
        }
        let gain = distance(from, 0) + distance(to, 0) - distance(from, change) - distance(to, -change)
        // Trades that change nothing are made too: they lead out of dead ends.
        guard gain >= 0 else { continue }
        dealt.swapAt(a, b)
        people[from] += change
        people[to] -= change
        off -= gain
      }
      if best.map({ off < $0.off }) ?? true { best = (dealt, off) }
    }
    if let best, best.off > 0 { unmet.append(DrillSentences.unmetQuarters(people: best.off)) }
    parties = zip(best?.dealt ?? dealt, quarterOf).map { size, quarter in
      PartyShape(size: size, startMinute: profile.quarters[quarter].startMinute)
    }
  }

  /// Gives every party a name so that the people under each name are as many as stated: the rarest names first,
  /// each by an exact sum over a shuffled remainder, the least odd parties first; the most frequent name takes what
  /// is left.
  private mutating func allot(
    _ shares: [DayProfile.Share], _ random: inout Seeded, _ oddity: (PartyShape, String) -> Int
  ) -> [String?] {
    let order = shares.sorted { ($0.people, $0.name) < ($1.people, $1.name) }
    var names = [String?](repeating: nil, count: parties.count)
    for attempt in 0..<50 {
      names = [String?](repeating: order.last?.name, count: parties.count)
      var free = Array(parties.indices)
      var isExact = true
      for share in order.dropLast() {
        random.shuffle(&free)
        let odd = free.map { oddity(parties[$0], share.name) }
        let order = free.indices.sorted { (odd[$0], $0) < (odd[$1], $1) }
        free = order.map { free[$0] }
        guard let chosen = sum(free, to: share.people) else {
          isExact = false
          continue
        }
        for index in chosen { names[index] = share.name }
        let taken = Set(chosen)
        free.removeAll(where: taken.contains)
      }
      if isExact { break }
      if attempt == 49 {
        let sentence = DrillSentences.unmetShares(order.map(\.name))
        if !unmet.contains(sentence) { unmet.append(sentence) }
      }
    }
    return names
  }

  /// Parties among `free` whose people add up to `target`, or nil. Every sum is reached by the earliest party that can.
  private func sum(_ free: [Int], to target: Int) -> [Int]? {
    var reachedBy = [Int](repeating: -1, count: target + 1)
    for (position, index) in free.enumerated() {
      let size = parties[index].size
      guard size <= target else { continue }
      for total in stride(from: target, through: size, by: -1)
      where reachedBy[total] < 0 && (total == size || reachedBy[total - size] >= 0) {
        reachedBy[total] = position
      }
      if reachedBy[target] >= 0 { break }
    }
    guard reachedBy[target] >= 0 else { return nil }
    var chosen: [Int] = []
    var total = target
    while total > 0 {
      let index = free[reachedBy[total]]
      chosen.append(index)
      total -= parties[index].size
    }
    return chosen
  }

  /// Trades languages between parties of one size until nearly all speak one of their country.
  private mutating func match(_ random: inout Seeded) {
    for _ in 0..<parties.count * 300 {
      let a = random.below(parties.count)
      let b = random.below(parties.count)
      guard parties[a].size == parties[b].size, parties[a].language != parties[b].language else { continue }
      let (first, second) = (parties[a], parties[b])
      let before =
        Fit.oddity(first.language, in: first.nationality) + Fit.oddity(second.language, in: second.nationality)
      let after =
        Fit.oddity(second.language, in: first.nationality) + Fit.oddity(first.language, in: second.nationality)
      guard after < before else { continue }
      parties[a].language = second.language
      parties[b].language = first.language
    }
  }

  /// The language of the site when nothing else is known.
  static let spanish: Code = Code("spa")

  /// How odd it is that people of a country speak a language: 0 is usual.
  static func oddity(_ language: Code?, in nationality: Code?) -> Int {
    guard let nationality else { return 1 }
    let usual = usualLanguages[nationality] ?? [Code("spa")]
    guard let language else { return usual.contains(Code("spa")) ? 1 : 0 }
    if language == usual[0] { return 0 }
    return usual.contains(language) ? 0 : language == Code("spa") ? 2 : 3
  }

  /// Languages of countries where Spanish is not the only usual one.
  static let usualLanguages: [Code: [Code]] = [
    Code("BRA"): [Code("por")], Code("IND"): [Code("pan"), Code("hin"), Code("guj")], Code("ROU"): [Code("ron")],
    Code("HTI"): [Code("hat"), Code("fra")], Code("ECU"): [Code("spa"), Code("que")],
    Code("GTM"): [Code("spa"), Code("mam"), Code("quc"), Code("kek")], Code("RUS"): [Code("rus")],
    Code("GEO"): [Code("kat"), Code("rus")], Code("TUR"): [Code("tur")], Code("CHN"): [Code("zho")],
    Code("NPL"): [Code("nep")], Code("BGD"): [Code("ben")], Code("UKR"): [Code("ukr"), Code("rus")],
    Code("UZB"): [Code("uzb"), Code("rus")], Code("SEN"): [Code("fra"), Code("wol")], Code("AGO"): [Code("por")],
  ]

  /// A language that people with a rare first one often speak too, and how many do.
  static let secondLanguages: [Code: (code: Code, share: Double)] = [
    Code("mam"): (Code("spa"), 0.6), Code("quc"): (Code("spa"), 0.65), Code("kek"): (Code("spa"), 0.55),
    Code("que"): (Code("spa"), 0.7), Code("hat"): (Code("spa"), 0.45), Code("guj"): (Code("hin"), 0.6),
    Code("pan"): (Code("hin"), 0.5), Code("ron"): (Code("eng"), 0.3), Code("fra"): (Code("spa"), 0.2),
  ]
}
