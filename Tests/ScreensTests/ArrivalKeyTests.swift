import CaseFlow
import Screens
import Testing

/// What the arrival view makes of keys and words that begin no line of people.
@Suite struct ArrivalKeyTests {
  @Test(arguments: ["arrive fm+7 spa", "ARRIVE fm+7 spa", "fm+7 spa"]) func theCommandsOwnWordIsAccepted(_ line: String)
  {
    var gate = LiveOperator(.arrive)
    gate.type(line)
    #expect(gate.state.line.text == line)
    #expect(gate.sees.contains("their child 7") && gate.sees.contains("Spanish"))
    gate.press(.enter)
    #expect(gate.center.cases.items.last?.members.count == 3)
    #expect(gate.state.line.isEmpty)
  }

  @Test func completionGoesOnBehindTheWord() {
    var gate = LiveOperator(.arrive)
    gate.type("arr")
    #expect(!gate.sees.contains("^^^"))
    gate.press(.tab)
    #expect(gate.state.line.text == "arrive ")
    gate.type("fm+5 po")
    gate.press(.tab)
    #expect(gate.state.line.text == "arrive fm+5 por")
  }

  @Test func aFaultBehindTheWordIsMarkedWhereItStands() {
    var gate = LiveOperator(.arrive)
    gate.type("arrive fm+400")
    #expect(gate.sees.split(separator: "\n").contains { $0.hasPrefix(String(repeating: " ", count: 12) + "^^^") })
  }

  @Test func noKeyIsSwallowedSilently() {
    for scalar in "cdeghijklnoprswyzCDEGHIJKLNOPRSWYZ+-.,;#=".unicodeScalars {
      var gate = LiveOperator(.arrive)
      let before = gate.state
      let actions = reduce(.character(scalar), gate.model, &gate.state)
      let isHeard = actions == [.bell] && !gate.message.isEmpty
      let isDone = gate.state.view != before.view || gate.state.prompt != nil
      #expect(isHeard || isDone || !gate.message.isEmpty, "\(scalar)")
    }
  }

  @Test func whatEnterRefusesRings() {
    var gate = LiveOperator(.arrive)
    #expect(reduce(.enter, gate.model, &gate.state) == [.bell])
    gate.type("fm+400")
    #expect(reduce(.enter, gate.model, &gate.state) == [.bell])
    #expect(gate.records.isEmpty)
  }

  @Test func twoHundredPeopleAreAskedAboutOnceAndEnterOnceMoreEntersThem() {
    var gate = LiveOperator(.arrive)
    gate.type("200?0")
    #expect(gate.sees.contains("200 people on one line: is it so? Enter once more says yes."))
    gate.press(.enter)
    #expect(gate.records.isEmpty && gate.state.line.text == "200?0")
    // Another line is another question.
    gate.press(.home, .delete, .char("3"), .enter)
    #expect(gate.records.isEmpty && gate.message.hasPrefix("300 people on one line"))
    gate.press(.control("U"))
    gate.type("58?0")
    gate.press(.enter, .enter)
    #expect(gate.events.contains { if case .partyArrived(let e) = $0 { e.members.count == 58 } else { false } })
    #expect(gate.state.line.isEmpty)
  }

  @Test func enterAnswersTheQuestionOfManyPeopleAndNoOtherDoubt() {
    var gate = LiveOperator(.arrive)
    gate.type("58?0 in=2021-11-30/0900")
    gate.press(.enter, .enter, .enter)
    #expect(gate.records.isEmpty && gate.message.contains("Then end the line with !"))
  }

  @Test func theFooterShowsOnlyKeysThatWorkWhereTextIsTyped() {
    for width in [80, 120, 200] {
      var gate = LiveOperator(.arrive, width: width, height: 40)
      #expect(Footer.text(gate.model, gate.state, width: width).contains("? help"))
      gate.type("f")
      var footer = Footer.text(gate.model, gate.state, width: width)
      #expect(footer.contains("Enter") && !footer.contains("? help") && !footer.contains("q close"))
      gate.press(.control("U"), .tab)
      footer = Footer.text(gate.model, gate.state, width: width)
      #expect(!footer.contains("?") && !footer.contains("q ") && !footer.contains("1 ") && footer.contains("Esc"))
    }
  }
}
