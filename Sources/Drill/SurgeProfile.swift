package import CaseFlow

/// A day that never was: the mix of a real day on which many more people come, in many buses.
///
///     surge(of: christmasEve)  // 2,000 people from six in the morning on
///
/// Sizes, languages and nationalities keep their shares, rounded by largest remainders; the quarters of the real
/// day are spread over a longer one, because that many buses cannot unload at once. The counts agree exactly.
package func surge(of profile: DayProfile, people: Int = 2_000) -> DayProfile {
  var surge = profile
  surge.partiesBySize = scaledSizes(profile, to: people)
  surge.people = surge.partiesBySize.reduce(0) { $0 + $1.key * $1.value }
  surge.parties = surge.partiesBySize.values.reduce(0, +)
  surge.peopleByLanguage = scaled(profile.peopleByLanguage, to: surge.people)
  surge.peopleByNationality = scaled(profile.peopleByNationality, to: surge.people)
  surge.quarters = surgeQuarters(surge.partiesBySize)
  return surge
}

/// The arrivals of the days before a surge, as a share of it: a large center's common days.
package let surgeWarmUp = 0.12...0.2

/// Sizes in the shares of the profile with exactly `people` people: what rounding leaves is made up by parties of one.
private func scaledSizes(_ profile: DayProfile, to people: Int) -> [Int: Int] {
  var sizes: [Int: Int] = [:]
  var left = people
  for (size, count) in profile.partiesBySize.sorted(by: { $0.key > $1.key }) {
    let scaled = min(left / size, Int((Double(count * people) / Double(max(1, profile.people))).rounded()))
    if scaled > 0 { sizes[size] = scaled }
    left -= scaled * size
  }
  if left > 0 { sizes[1, default: 0] += left }
  return sizes
}

/// Shares with exactly `people` people, by largest remainders; a share that rounds to nobody is left out.
private func scaled(_ shares: [DayProfile.Share], to people: Int) -> [DayProfile.Share] {
  let total = max(1, shares.reduce(0) { $0 + $1.people })
  var scaled = shares.map { DayProfile.Share(name: $0.name, people: $0.people * people / total) }
  let remainders = shares.indices.sorted {
    let first = shares[$0].people * people % total
    let second = shares[$1].people * people % total
    return (second, $0) < (first, $1)
  }
  let missing = people - scaled.reduce(0) { $0 + $1.people }
  for index in remainders.prefix(missing) { scaled[index].people += 1 }
  return scaled.filter { $0.people > 0 }
}

/// Parties in each quarter from 06:00 to 22:00, most of them around two in the afternoon.
private func surgeQuarters(_ sizes: [Int: Int]) -> [DayProfile.Quarter] {
  var parties = sizes.sorted { $0.key < $1.key }.flatMap { [Int](repeating: $0.key, count: $0.value) }
  var random = Seeded(0, stream: 9)
  random.shuffle(&parties)
  let starts = stride(from: 360, to: 1_320, by: 15).map { $0 }
  let weights = starts.map { start in max(1.0, 40 - abs(Double(start) - 840) / 12) }
  let total = weights.reduce(0, +)
  var quarters: [DayProfile.Quarter] = []
  var taken = 0
  var due = 0.0
  for (start, weight) in zip(starts, weights) {
    due += weight / total * Double(parties.count)
    let count = min(parties.count, Int(due.rounded())) - taken
    guard count > 0 else { continue }
    let people = parties[taken..<taken + count].reduce(0, +)
    quarters.append(DayProfile.Quarter(startMinute: start, parties: count, people: people))
    taken += count
  }
  return quarters
}
