import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("What happens on synthesized days")
struct RealismTests {
  @Test("every kind of step and every way out happens on one of them")
  func steps() throws {
    var types: [String: Int] = [:]
    var exits: [ExitKind: Int] = [:]
    var reasons: Set<CallReason> = []
    var holds: Set<HoldReason> = []
    var stops: Set<StopReason> = []
    var modes: Set<InterviewMode> = []
    var hasRemote = false
    for day in try Days.samples.get() {
      for record in day.records {
        types[record.event.type, default: 0] += 1
        if case .caseCalled(let call) = record.event { reasons.insert(call.reason) }
        if case .caseHeld(let held) = record.event { holds.insert(held.reason) }
        if case .returnStopped(let stopped) = record.event { stops.insert(stopped.reason) }
        if case .interviewBooked(let booked) = record.event { modes.insert(booked.booking.mode) }
        if case .dutyListed(let duty) = record.event, duty.isRemote { hasRemote = true }
      }
      for (exit, people) in DayFigures(day).exits { exits[exit, default: 0] += people }
    }
    // What only operators at a live center enter, and what answers an alarm or hands over a shift there; a recorded
    // day is no drill.
    let live: Set = [
      "busOpened", "busCounted", "busClosed", "appointmentListed", "entryUndone", "valueConfirmed", "clockConfirmed",
      "detailsRecorded", "detailsErased", "alarmShelved", "alarmUnshelved", "serviceChanged", "thresholdChanged",
      "chargeTaken", "actionTaken", "reserveOrdered", "promiseMade", "promiseKept", "shiftSigned",
    ]
    for event in Event.blanks where !live.contains(event.type) && !event.isOfDrill {
      #expect(types[event.type, default: 0] > 0, "\(event.type) never happens")
    }
    for exit in ExitKind.allCases where exit != .enteredInError {
      #expect(exits[exit, default: 0] > 0, "nobody was \(exit.rawValue)")
    }
    #expect(reasons.isSuperset(of: [.order, .longestWaiting, .deadline, .expedited, .booked]))
    #expect(holds.isSuperset(of: [.rest, .documents, .counsel]))
    #expect(hasRemote && modes == [.inPerson, .telephone] && stops.isSuperset(of: [.changedMind, .fear]))
  }

  @Test("24 December strains the center: places fill, a crisis is proposed, declared and answered")
  func christmasEve() throws {
    let day = try Days.samples.get()[3]
    let figures = DayFigures(day)
    #expect(figures.peopleArrived == 294)
    #expect(figures.peopleProcessed > 250)
    #expect(figures.crisesDeclared == 1)
    #expect((1...12).contains(figures.breaches[.custody] ?? 0))
    let interview = figures.stages[Stage.interview.index]
    #expect(interview.casesWaitingAtEnd > 5)
    #expect((interview.waits.longest ?? .zero) > .hours(2))
    #expect(figures.stages.map(\.casesWaitingAtEnd).max() == interview.casesWaitingAtEnd)
    #expect(figures.unplacedAtEnd == 0)
    #expect(figures.refused < 20)
  }

  @Test("in the evening a shelter may close for the night, but none while a kind of place is full")
  func closings() throws {
    var closings = 0
    for day in try Days.samples.get() {
      var center = day.opening
      for record in day.records.dropFirst() {
        if case .receiverChanged(let changed) = record.event, !changed.isOpen {
          closings += 1
          #expect(Days.zone.local(record.at.milliseconds).hour >= 17)
          for kind in PlaceKind.allCases {
            let areas = center.areas.filter { $0.kind == kind }
            let people = areas.reduce(0) { $0 + $1.occupied }
            #expect(people == 0 || people < areas.reduce(0) { $0 + $1.capacity.staffed }, "\(kind.rawValue)")
          }
        }
        center.apply(record)
      }
    }
    #expect(closings > 0)
  }

  @Test("some entries are late, some are corrected, and every breach follows its clock")
  func lateEntries() throws {
    let days = try Days.samples.get()
    let lags = days.flatMap(\.records).map { ($0.recorded - $0.at).wholeSeconds }
    #expect(lags.count { $0 == 0 } > lags.count / 2)
    #expect(lags.count { $0 > 120 } > lags.count / 100)
    #expect(lags.contains { $0 > 2_400 })
    #expect(days.allSatisfy { $0.events { if case .factCorrected = $0 { true } else { false } } >= 2 })
  }

  @Test("findings are as frequent as the center file says")
  func findings() throws {
    var screened = 0
    var found: [Finding: Int] = [:]
    for day in try Days.samples.get() {
      screened += DayFigures(day).peopleProcessed
      for record in day.records {
        if case .findingRecorded(let e) = record.event { found[e.finding, default: 0] += 1 }
      }
    }
    #expect(screened > 1_000)
    // Four standard deviations of a binomial count.
    let lice = 0.065 * Double(screened)
    #expect(abs(Double(found[.lice] ?? 0) - lice) < 4 * lice.squareRoot())
    let scabies = 0.029 * Double(screened)
    #expect(abs(Double(found[.scabies] ?? 0) - scabies) < 4 * scabies.squareRoot())
  }

  @Test("of decided interviews 72 % are positive, and 5 % of all are closed")
  func outcomeShares() {
    var random = Seeded(11)
    var counts: [Outcome: Int] = [:]
    for _ in 0..<40_000 { counts[Simulator.outcome(ModelPlan(), &random), default: 0] += 1 }
    let decided = Double((counts[.positive] ?? 0) + (counts[.negative] ?? 0))
    #expect(abs(Double(counts[.positive] ?? 0) / decided - 0.72) < 0.01)
    #expect(abs(Double(counts[.closed] ?? 0) / 40_000 - 0.05) < 0.005)
  }

  @Test("outcomes do not depend on nationality or language")
  func independence() throws {
    var positive: [[Code?: Int]] = [[:], [:]]
    var decided: [[Code?: Int]] = [[:], [:]]
    for day in try Days.samples.get() {
      for item in day.closing.cases.items {
        guard let outcome = item.determination?.outcome, outcome != .closed else { continue }
        for (which, key) in [item.nationality, item.language].enumerated() {
          decided[which][key, default: 0] += 1
          if outcome == .positive { positive[which][key, default: 0] += 1 }
        }
      }
    }
    for which in 0..<2 {
      let total = decided[which].values.reduce(0, +)
      let share = Double(positive[which].values.reduce(0, +)) / Double(total)
      #expect(total > 250)
      #expect(abs(share - 0.72) < 4 * (0.72 * 0.28 / Double(total)).squareRoot() + 0.05)
      // Pearson's statistic over the groups with enough cases; 3.5 a degree of freedom is far beyond chance.
      var statistic = 0.0
      var groups = 0
      for (key, count) in decided[which] where count >= 20 {
        let difference = Double(positive[which][key] ?? 0) - share * Double(count)
        statistic += difference * difference / (share * (1 - share) * Double(count))
        groups += 1
      }
      #expect(groups >= 2)
      #expect(statistic < 3.5 * Double(groups))
    }
  }

  @Test("as many children come alone as asked, and they are a case each")
  func childrenAlone() throws {
    let day = try Days.samples.get()[5]
    let children = day.arrivals.flatMap(\.party.cases).count { $0.kind == .unaccompaniedChild }
    #expect((14...21).contains(children))
    #expect(day.closing.counts.arrived == 294)
  }
}
