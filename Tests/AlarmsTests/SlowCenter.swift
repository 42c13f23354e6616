import CaseFlow

@testable import Alarms

/// What every kind of measure reads, counted anew from a plain list of who is here: written without a look at how the
/// room counts it.
struct SlowCenter {
  /// Someone here, as the story tells it.
  struct Guest {
    var id: CaseID
    var people: [PersonID]
    var arrived: Int
    /// From this second on its custody clock is near its end.
    var near: Int
    var area: Code?
    var step = Step.reception
    var speaksMam: Bool
    var isPlanned = false
    var isAccepted = false
    var isBesideAdults = false
    /// The case that was split off, while both are apart.
    var apart: CaseID?
  }

  var guests: [Guest] = []
  var isMamInterpreted = false
  var lastRecord: Int?
  /// People who had come, and gone, by the end of each second so far.
  private var come: [Int] = []
  private var gone: [Int] = []
  private var comeNow = 0
  private var goneNow = 0

  mutating func comes(_ people: Int) { comeNow += people }
  mutating func goes(_ people: Int) { goneNow += people }

  /// Keeps who had come and gone by this second, for all the seconds up to it.
  mutating func note(_ second: Int) {
    while come.count <= second {
      come.append(comeNow)
      gone.append(goneNow)
    }
    come[second] = comeNow
    gone[second] = goneNow
  }

  private func within(_ seconds: Int, _ second: Int, _ total: [Int], _ now: Int) -> Int {
    now - (second >= seconds ? total[second - seconds] : 0)
  }

  /// The value as a fraction, and the people or cases behind it.
  func value(_ measure: Measure, at second: Int) -> (amount: Int, of: Int, count: Int) {
    func people(_ isMeant: (Guest) -> Bool) -> Int {
      guests.reduce(0) { isMeant($1) ? $0 + $1.people.count : $0 }
    }
    let window = (measure.minutes ?? 60) * 60
    switch measure.of {
    case .areaOccupancy:
      let there = people { $0.area == measure.area }
      return (there * 100, 12, there)
    case .kindOccupancy:
      let there = people { $0.area == Code("fam-a") || $0.area == Code("fam-b") }
      return (there * 100, 20, there)
    case .centerOccupancy: return (people { _ in true } * 100, 60, people { _ in true })
    case .oldestWait, .p90Wait:
      let waits = guests.filter { $0.step == .reception }.map { second - $0.arrived }.sorted()
      if waits.isEmpty { return (0, 60, 0) }
      // Nine tenths of them, rounded up, have waited so long or less.
      let rank = measure.of == .oldestWait ? waits.count : (waits.count * 9 + 9) / 10
      return (waits[rank - 1], 60, waits.count)
    case .arrivalsOverProcessed:
      let arrived = within(window, second, come, comeNow)
      return (arrived - within(window, second, gone, goneNow), 1, arrived)
    case .arrivalsADay:
      let arrived = within(window, second, come, comeNow)
      return (arrived * 86_400, window, arrived)
    case .census: return (people { _ in true }, 1, people { _ in true })
    case .stockHours:
      return (people { _ in true } * 24, within(86_400, second, gone, goneNow), people { _ in true })
    case .unplaced: return (people { $0.area == nil }, 1, people { $0.area == nil })
    case .clocksNear:
      let near = guests.count { $0.near <= second }
      return (near, 1, near)
    case .interpreterShortage:
      let lacking = isMamInterpreted ? 0 : guests.count { $0.step == .interview && $0.speaksMam }
      return (lacking, 1, lacking)
    case .dataAge: return (lastRecord.map { second - $0 } ?? 0, 60, 1)
    case .releasesWithoutReceiver:
      let waiting = people { $0.step == .leaving && $0.isPlanned && !$0.isAccepted }
      return (waiting, 1, waiting)
    case .openSeparations:
      let open = guests.count { $0.apart != nil } / 2
      return (open, 1, open)
    case .coPlacements:
      let open = guests.count { $0.isBesideAdults }
      return (open, 1, open)
    case .linkedIllness, .predictedBreaches: return (0, 1, 0)
    }
  }

  /// Whether a level asks to be raised, and to be cleared; nobody at all is over no share, whatever it is a share of.
  func asks(_ level: ThresholdLevel, _ measure: Measure, at second: Int) -> (high: Bool, low: Bool) {
    let value = value(measure, at: second)
    let isShare = [.areaOccupancy, .kindOccupancy, .centerOccupancy, .stockHours].contains(measure.of)
    return (
      value.amount >= level.raise * value.of && value.count >= level.minimumCount && !(isShare && value.amount == 0),
      value.amount <= level.clear * value.of
    )
  }
}
