// Linked illness: two cases with the same finding who have been with each other, found within 72 hours.

/// Someone with a finding that asks for isolation.
package struct Illness: Hashable, Sendable {
  package var person: PersonID
  package var caseID: CaseID
  package var finding: Finding
  package var at: Instant

  /// Whether it was found so long ago that no link to it counts, whoever is found ill from then on.
  package func isPast(at: Instant) -> Bool { self.at + Limit.outbreak + Limit.outbreak <= at }
}

/// Two ill cases who have been with each other; it counts until 72 hours after the later finding.
package struct IllnessLink: Hashable, Sendable {
  package var finding: Finding
  package var first: CaseID
  package var second: CaseID
  package var since: Instant
  package var until: Instant { since + Limit.outbreak }
}

/// Two or more linked cases of one finding.
package struct Outbreak: Hashable, Sendable {
  package var finding: Finding
  package var cases: [CaseID]
  /// When the last of them was found.
  package var since: Instant
}

extension Limit {
  /// Two linked cases of illness within so long are an outbreak.
  package static let outbreak = Span.hours(72)
}

extension Center {
  /// The illnesses of a person that ask for isolation.
  package func illnesses(of id: PersonID) -> [Illness] {
    guard let person = people[id] else { return [] }
    return person.findings.filter(\.finding.isolates).map {
      Illness(person: id, caseID: person.caseID, finding: $0.finding, at: $0.at)
    }
  }

  /// Everyone ill, whenever that was found. Linear in the people of the roll.
  package var illnesses: [Illness] {
    people.items.indices.flatMap { people.items[$0].findings.isEmpty ? [] : illnesses(of: people.items[$0].id) }
  }

  /// The links among ill people that still count at a moment.
  package func links(among ill: [Illness], at: Instant) -> [IllnessLink] {
    let recent = ill.filter { !$0.isPast(at: at) }
    return recent.indices.flatMap { links(of: recent[$0], with: recent[($0 + 1)...], at: at) }
  }

  /// The links of someone ill with others that still count at a moment.
  package func links(of one: Illness, with others: some Sequence<Illness>, at: Instant) -> [IllnessLink] {
    var links: [IllnessLink] = []
    for two in others where one.finding == two.finding && one.caseID != two.caseID {
      let (earlier, later) = one.at <= two.at ? (one, two) : (two, one)
      guard later.at - earlier.at <= Limit.outbreak, later.at + Limit.outbreak > at,
        let first = cases[earlier.caseID], let second = cases[later.caseID],
        areContacts(first, second, from: earlier.at - one.finding.contactWindow, until: later.at)
      else { continue }
      links.append(IllnessLink(finding: one.finding, first: first.id, second: second.id, since: later.at))
    }
    return links
  }

  /// The outbreaks at a moment: linked cases of one finding, the most cases first.
  package func outbreaks(at: Instant) -> [Outbreak] {
    var outbreaks: [Outbreak] = []
    for link in links(among: illnesses, at: at) {
      var joined = Outbreak(finding: link.finding, cases: [link.first, link.second], since: link.since)
      let touched = outbreaks.filter { $0.finding == link.finding && !Set($0.cases).isDisjoint(with: joined.cases) }
      outbreaks.removeAll(where: touched.contains)
      for other in touched {
        joined.cases += other.cases
        joined.since = max(joined.since, other.since)
      }
      joined.cases = Set(joined.cases).sorted()
      outbreaks.append(joined)
    }
    return outbreaks.sorted { ($1.cases.count, $0.cases[0]) < ($0.cases.count, $1.cases[0]) }
  }
}
