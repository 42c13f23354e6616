import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("A synthesized day")
struct SynthesisTests {
  @Test("has the same records for the same seed, and others for another")
  func seeds() throws {
    let first = try Days.synthesized("2021-10-18", seed: 7)
    let again = try Days.synthesized("2021-10-18", seed: 7)
    let other = try Days.synthesized("2021-10-18", seed: 8)
    #expect(bytes(first) == bytes(again))
    #expect(bytes(first) != bytes(other))
    #expect(first.closing.canonicalBytes(at: first.until) == again.closing.canonicalBytes(at: again.until))
  }

  private func bytes(_ day: SynthesizedDay) -> [UInt8] {
    var canonical = CanonicalBytes()
    for record in day.records {
      canonical.append(record.seq)
      canonical.append(record.at.milliseconds)
      canonical.append(record.recorded.milliseconds)
      if case .partyArrived(let party) = record.event { canonical.append(party) }
      if case .stateAt(let state) = record.event { canonical.append(state) }
      if case .caseCalled(let call) = record.event { canonical.append(call) }
    }
    return canonical.bytes
  }

  @Test("has exactly the arrivals of its profile", arguments: Days.published.indices)
  func margins(_ index: Int) throws {
    let day = try Days.samples.get()[index]
    let profile = try Days.profile(Days.published[index])
    #expect(day.unmet.isEmpty)
    var quarters: [Int: (parties: Int, people: Int)] = [:]
    var sizes: [Int: Int] = [:]
    var languages: [Code?: Int] = [:]
    var nationalities: [Code?: Int] = [:]
    for (record, party) in day.arrivals {
      let local = Days.zone.local(record.at.milliseconds)
      let quarter = (local.hour * 60 + local.minute) / 15 * 15
      quarters[quarter, default: (0, 0)].parties += 1
      quarters[quarter, default: (0, 0)].people += party.members.count
      sizes[party.members.count, default: 0] += 1
      for item in party.cases {
        let people = party.members.count { $0.caseID == item.caseID }
        languages[item.language, default: 0] += people
        nationalities[item.nationality, default: 0] += people
      }
    }
    #expect(quarters.count == profile.quarters.count)
    for quarter in profile.quarters {
      #expect(quarters[quarter.startMinute]?.parties == quarter.parties)
      #expect(quarters[quarter.startMinute]?.people == quarter.people)
    }
    #expect(sizes == profile.partiesBySize)
    #expect(languages == coded(profile.peopleByLanguage, DayProfile.language(named:)))
    #expect(nationalities == coded(profile.peopleByNationality, DayProfile.nationality(named:)))
  }

  private func coded(_ shares: [DayProfile.Share], _ code: (String) -> Code?) -> [Code?: Int] {
    var coded: [Code?: Int] = [:]
    for share in shares { coded[code(share.name), default: 0] += share.people }
    return coded
  }

  @Test("is admitted record by record, and its fold is the center it was made in", arguments: 0..<7)
  func replay(_ index: Int) throws {
    let day = try Days.samples.get()[index]
    var center = Center(plan: day.closing.plan, rules: day.closing.rules)
    for (position, record) in day.records.enumerated() {
      #expect(record.seq == Int64(position))
      #expect(record.at <= record.recorded)
      #expect(record.recorded >= day.from && record.recorded < day.until)
      let refusal = center.objection(to: record)
      if let refusal { Issue.record("record \(record.seq), \(record.event.type): \(refusal.sentence)") }
      guard refusal == nil else { break }
      checkReturn(record, center)
      center.apply(record)
      if position == 0 {
        #expect(center.canonicalBytes(at: day.from) == day.opening.canonicalBytes(at: day.from))
      }
    }
    #expect(center.counts.areConserved)
    #expect(center.counts.carriedIn == day.opening.counts.onRoll)
    #expect(center.canonicalBytes(at: day.until) == day.closing.canonicalBytes(at: day.until))
  }

  /// A return follows a final negative, all steps and two people, or a child's lawful own decision.
  private func checkReturn(_ record: Record, _ center: Center) {
    guard case .caseReturned(let returned) = record.event, let item = center.cases[returned.caseID] else { return }
    #expect(record.by != returned.second)
    #expect(ReturnStep.needed(for: item).allSatisfy(item.returnSteps.contains))
    if item.isChildAlone {
      #expect(item.child.mayReturn)
    } else {
      #expect(center.isNegativeFinal(item, at: record.at))
    }
  }

  @Test("opens with people at every stage, and children alone are never interviewed or released")
  func opening() throws {
    let days = try Days.samples.get()
    var rows: Set<BoardRow> = []
    for day in days {
      #expect(day.opening.counts.carriedIn > 20)
      for row in day.opening.rows(at: day.from) where row.cases > 0 { rows.insert(row.row) }
      for item in day.closing.cases.items where item.isChildAlone {
        #expect(item.determination == nil || item.visits.interview.leftAt != nil)
        #expect(item.exit == nil || item.exit == .transferred || item.child.mayReturn || item.exit == .departed)
      }
    }
    for row in BoardRow.allCases where row != .reception && row != .health { #expect(rows.contains(row)) }
  }
}

@Suite("A surge")
struct SurgeTests {
  @Test("keeps the shares of a real day, and its counts agree")
  func profile() throws {
    let surge = surge(of: try Days.profile("2021-12-24"))
    #expect(surge.people == 2_000)
    #expect(surge.faults().isEmpty)
    #expect(surge.quarters.count > 40)
    for people in [294, 500, 1_999, 7_321] {
      #expect(Drill.surge(of: try Days.profile("2022-01-01"), people: people).faults().isEmpty)
    }
  }
}
