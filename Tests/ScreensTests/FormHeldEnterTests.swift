import CaseFlow
import Screens
import Testing

/// An Enter that is held down never records anything; the time between keys is handed in, in milliseconds.
@Suite struct FormHeldEnterTests {
  /// A board with a form at its last field, complete.
  static func atLastField() -> LiveOperator {
    var gate = LiveOperator(.arrive)
    gate.press(.tab)
    gate.press(.enter, .enter, .enter)
    gate.type("Flores")
    gate.press(.enter)
    gate.type("Ana")
    gate.press(.enter)
    gate.type("f34")
    gate.press(.enter, .enter, .enter)
    #expect(gate.state.forms?.form.place?.field == .note)
    return gate
  }

  @Test func enterHeldDownOnTheLastFieldShowsTheSummaryAndFilesNothing() {
    // A keyboard waits half a second, then repeats, the fast ones and the slow ones.
    for interval in [25, 33, 92] {
      var gate = Self.atLastField()
      gate.press(.enter, at: 1_000)
      for time in stride(from: 1_500, to: 9_000, by: interval) {
        gate.pass(UInt64(time) - 1)
        gate.press(.enter, at: UInt64(time))
      }
      gate.pass(20_000)
      #expect(gate.records.isEmpty && gate.message.hasPrefix("Enter was held down"))
      // Let go and pressed once, it files.
      gate.press(.enter, at: 21_000)
      #expect(gate.records.isEmpty)
      gate.pass(21_100)
      #expect(gate.records.count > 0 && gate.state.forms?.form.isBlank == true)
    }
  }

  @Test func enterAtTheSummaryFilesWhateverKeyComesNext() {
    var gate = Self.atLastField()
    gate.press(.enter, at: 1_000)
    gate.press(.enter, at: 1_200)
    #expect(gate.records.isEmpty && gate.state.enter.due != nil)
    // Eyes on the paper, the next name is typed at once: it goes into the next form.
    gate.press(.char("?"), at: 1_220)
    #expect(!gate.records.isEmpty)
    #expect(gate.state.forms?.form[FormPlace(.bookIn)].text == "?")
  }

  @Test func enterBehindAnotherKeyCountsAtOnce() {
    var gate = LiveOperator(.arrive)
    for scalar in "fm+3".unicodeScalars { gate.press(.character(scalar), at: 10) }
    gate.press(.enter, at: 10)
    #expect(!gate.records.isEmpty)
  }

  @Test func enterHeldDownOnTheArrivalLineEntersOnce() {
    var gate = LiveOperator(.arrive)
    gate.type("fm+3")
    for time in [1_000, 1_500, 1_533, 1_566] as [UInt64] { gate.press(.enter, at: time) }
    gate.pass(9_000)
    #expect(gate.events.count { if case .partyArrived = $0 { true } else { false } } == 1)
    // A line that was kept is not entered by the Enter that opened the view.
    gate.type("f+5")
    gate.press(.escape, at: 10_000)
    for scalar in ":arrive".unicodeScalars { gate.press(.character(scalar), at: 10_000) }
    let before = gate.records.count
    for time in [11_000, 11_500, 11_533, 11_566] as [UInt64] { gate.press(.enter, at: time) }
    gate.pass(20_000)
    #expect(gate.state.view == .arrive && gate.state.line.text == "f+5")
    #expect(gate.records.count == before)
  }

  @Test func anUnlikelyFormIsNotConfirmedByAnEnterHeldDown() {
    var gate = Self.atLastField()
    for _ in 0..<2 { gate.press(.up) }
    gate.press(.up)
    gate.type("104")
    gate.press(.enter, at: 1_000)
    for time in stride(from: 1_500, to: 4_000, by: 33) { gate.press(.enter, at: UInt64(time)) }
    gate.pass(9_000)
    #expect(gate.records.isEmpty)
  }

  @Test func aKeyThatIsRefusedRingsTheBell() {
    var gate = Self.atLastField()
    #expect(reduce(.control("N"), gate.model, &gate.state) == [])
    #expect(reduce(.control("N"), gate.model, &gate.state) == [.bell])
  }
}

extension LiveOperator {
  /// Presses a key at a time, in milliseconds.
  mutating func press(_ key: Key, at milliseconds: UInt64) {
    for key in state.admit(key, at: milliseconds * 1_000_000, model) { press(key) }
  }

  /// Lets time pass up to a moment.
  mutating func pass(_ milliseconds: UInt64) {
    for key in state.admit(nil, at: milliseconds * 1_000_000, model) { press(key) }
  }
}
