import CaseFlow
import Testing

@testable import Alarms

/// One level, watched second by second. It counts how long the value has asked for a change.
struct SlowLatch {
  let level: ThresholdLevel
  var isOn = false
  var asking: Int?
  var turns: [(Int, Bool)] = []

  mutating func look(_ isHigh: Bool, _ isLow: Bool, second: Int) {
    let asks = isOn ? isLow : isHigh
    asking = asks ? (asking ?? second) : nil
    let delay = isOn ? level.offDelay.wholeSeconds : level.onDelay.wholeSeconds
    if let asking, second - asking >= delay {
      isOn.toggle()
      turns.append((second, isOn))
      self.asking = nil
    }
  }
}

/// The seconds after noon at which a threshold was raised and cleared, one after the other.
func turns(_ board: AlarmBoard, _ name: String) -> [Int] {
  board.alarms.filter { $0.threshold == name }.flatMap { alarm in
    [alarm.raised, alarm.cleared].compactMap { $0.map { ($0 - noon()).wholeSeconds } }
  }
}

/// Against a model that knows nothing of instants of interest: it looks at every second.
struct ReferenceTests {
  @Test func aRandomWalkAroundAThresholdOfPlaces() {
    let level = ThresholdLevel(.strained, raise: 95, clear: 85, onDelay: .minutes(3), offDelay: .minutes(4))
    var feed = Feed([threshold("Families", .places(.families), level)])
    var slow = SlowLatch(level: level)
    var dice = Dice(77)
    var here: [CaseID] = []
    var second = 0
    for _ in 0..<20_000 {
      let until = second + Int.random(in: 1...90, using: &dice)
      while second < until {
        slow.look(here.count * 100 >= 95 * 20, here.count * 100 <= 85 * 20, second: second)
        second += 1
      }
      if here.count < 14 || here.count < 24 && Bool.random(using: &dice) {
        // Placed in one record each, so that the walk is of one step.
        here.append(feed.arrive(1, noon(0, second), into: Code("fam-a")))
      } else {
        feed.leave(here.removeLast(), noon(0, second))
      }
      slow.look(here.count * 100 >= 95 * 20, here.count * 100 <= 85 * 20, second: second)
    }
    #expect(slow.turns.count > 100)
    #expect(turns(feed.board, "Families") == slow.turns.map(\.0))
  }

  @Test func waitsAndWindowsOfARandomDay() {
    let wait = ThresholdLevel(.watch, raise: 20, clear: 8, onDelay: .minutes(2), offDelay: .minutes(3), minimumCount: 2)
    let flow = ThresholdLevel(.watch, raise: 6, clear: 1, onDelay: .minutes(4), offDelay: .minutes(1))
    var feed = Feed([
      threshold("Wait", .oldestWait(.reception), wait),
      threshold("Flow", .arrivalsOverProcessed(minutes: 60), flow),
    ])
    var slowWait = SlowLatch(level: wait)
    var slowFlow = SlowLatch(level: flow)
    var dice = Dice(5)
    var waiting: [(id: CaseID, since: Int)] = []
    var flows: [(second: Int, people: Int)] = []
    var second = 0
    func look() {
      let oldest = waiting.map(\.since).min().map { second - $0 } ?? 0
      slowWait.look(oldest >= 1_200 && waiting.count >= 2, oldest <= 480, second: second)
      flows.removeAll { $0.second + 3_600 <= second }
      let net = flows.reduce(0) { $0 + $1.people }
      let arrived = flows.reduce(0) { $0 + max(0, $1.people) }
      slowFlow.look(net >= 6 && arrived >= 0, net <= 1, second: second)
    }
    for _ in 0..<3_000 {
      let until = second + Int.random(in: 1...240, using: &dice)
      while second < until {
        look()
        second += 1
      }
      if waiting.isEmpty || waiting.count < 9 && Int.random(in: 0..<20, using: &dice) < 10 {
        let people = Int.random(in: 1...2, using: &dice)
        waiting.append((feed.arrive(people, noon(0, second)), second))
        flows.append((second, people))
      } else {
        let gone = waiting.remove(at: Int.random(in: 0..<min(3, waiting.count), using: &dice))
        let people = feed.center.cases[gone.id]?.members.count ?? 0
        feed.leave(gone.id, noon(0, second))
        flows.append((second, -people))
      }
      look()
    }
    #expect(slowWait.turns.count > 50)
    #expect(slowFlow.turns.count > 50)
    #expect(turns(feed.board, "Wait") == slowWait.turns.map(\.0))
    #expect(turns(feed.board, "Flow") == slowFlow.turns.map(\.0))
  }
}
