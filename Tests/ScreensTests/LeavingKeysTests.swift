import CaseFlow
import Screens
import Testing

/// The keys of `8 Leaving` and the lists beside it, at the small center.
@Suite struct LeavingKeysTests {
  private static let family = CaseID(number: 403)

  private func manager(_ view: BoardView = .leaving) -> LiveOperator {
    LiveOperator(view, by: "cm1", width: 120, height: 40)
  }

  /// Selects a case in the list shown.
  private func select(_ id: CaseID, _ one: inout LiveOperator) {
    one.type("/\(id.number)")
    one.press(.enter)
    #expect(one.state.pane.selection == .aCase(id))
  }

  @Test func offersAnswersAndTicksByKeys() throws {
    var one = manager()
    select(Self.family, &one)
    one.press(.char("o"))
    #expect(one.sees.contains("to whom?") && one.sees.contains("Casa Compa"))
    one.press(.char("c"))
    #expect(one.center.cases[Self.family]?.release.receiver == Code("casa"))
    // Two of four: a family does not leave in part.
    one.press(.char("a"), .char("s"))
    one.type("2")
    one.press(.enter)
    #expect(one.center.cases[Self.family]?.isAcceptedInPart == true && one.sees.contains("2/4 accepted"))
    one.press(.char("a"), .char("a"))
    #expect(one.center.cases[Self.family]?.isAcceptedInPart == false)
    one.press(.char("l"))
    #expect(one.sees.contains("orientation") && one.sees.contains("blocks the release"))
    one.press(.char("r"))
    #expect(one.center.cases[Self.family]?.release.steps.contains(.orientation) == true)
  }

  @Test func aLineOfTheChecklistKeepsItsKeySoThatAKeyPressedTwiceTicksNothingElse() {
    var one = manager()
    select(Self.family, &one)
    let ticked = one.center.cases[Self.family]?.release.steps
    one.press(.char("l"))
    #expect(one.sees.contains("check-in office and date") && one.sees.contains("done"))
    // The check-in was done before: its key stays its own, and the contact is not ticked in its place.
    one.press(.char("c"))
    #expect(one.message.contains("was done") || one.message.contains("already"), "\(one.message)")
    #expect(one.center.cases[Self.family]?.release.steps == ticked)
  }

  @Test func seatsACaseOnABusAndTakesItOff() throws {
    var one = manager(.leavingList(.departures))
    #expect(one.sees.contains("No departure is announced"))
    one.press(.char("A"))
    one.type("casa 9 17:00")
    one.press(.enter)
    #expect(one.center.departures.count == 1 && one.sees.contains("departure 1"))
    one.press(.char("8"))
    let accepted = CaseID(number: 402)
    select(accepted, &one)
    #expect(one.sees.contains("17:00"))
    one.press(.char("b"), .char("1"))
    #expect(one.message.contains("lacks: orientation"))
    one.press(.char("l"), .char("r"))
    one.press(.char("b"), .char("1"))
    #expect(one.center.cases[accepted]?.departure == DepartureID(number: 1))
    one.press(.char("b"))
    #expect(one.center.cases[accepted]?.departure == nil)
    one.press(.char("b"), .char("1"))
    one.state.go(to: .leavingList(.departures))
    one.refresh()
    #expect(one.sees.contains("0402"))
    one.press(.char("g"), .char("d"))
    #expect(one.state.prompt?.text == "left #1 ")
    one.type("3")
    one.press(.enter)
    #expect(one.center.cases[accepted]?.exit == .released)
    one.press(.char("g"), .char("f"))
    one.type("3")
    one.press(.enter)
    #expect(one.center.cases[accepted]?.release.arrivedAt != nil)
    #expect(one.sees.contains("No departure is announced"))
  }

  @Test func tabGoesThroughTheListsAndTakesTheCaseAlong() {
    var one = manager()
    select(Self.family, &one)
    one.press(.tab)
    #expect(one.state.view == .leavingList(.ready) && one.sees.contains("Nobody accepted") == false)
    #expect(one.sees.contains("could leave now") && one.sees.contains("has no receiver yet. Offer it to one."))
    one.press(.tab)
    #expect(one.state.view == .leavingList(.departures))
    one.press(.tab)
    #expect(one.sees.contains("Casa Compa") && one.sees.contains("o offers 0403-"))
    one.press(.char("o"), .enter)
    #expect(one.center.cases[Self.family]?.release.receiver == Code("casa"))
    one.press(.char("c"))
    #expect(one.center.receivers.first?.isOpen == false && one.sees.contains("takes nobody now"))
    one.press(.char("h"))
    one.type("6 18:00")
    one.press(.enter)
    #expect(one.center.receivers.first?.held == 6 && one.sees.contains("6 to"))
    one.press(.tab)
    #expect(one.sees.contains("Nothing is to be followed up."))
    one.press(.tab)
    #expect(one.state.view == .leaving)
    one.press(.backTab)
    #expect(one.state.view == .leavingList(.followUps))
  }

  @Test func nothingGoesOutByOneKeyAndAChangeOfMindIsOne() {
    var one = manager()
    let accepted = CaseID(number: 402)
    select(accepted, &one)
    one.press(.char("S"))
    #expect(one.message == "No return of this case is planned." && one.records.isEmpty)
    one.press(.char("l"), .char("r"), .char("d"))
    #expect(one.sees.contains("has it left?") && one.center.cases[accepted]?.isOnRoll == true)
    one.press(.char("h"))
    #expect(one.center.cases[accepted]?.exit == .released)
    // Who arrived is over, and nothing takes it back: the key asks first.
    one.press(.char("f"))
    #expect(one.sees.contains("has it arrived?") && one.sees.contains("Casa Compañía; this cannot be taken back"))
    #expect(one.center.cases[accepted]?.release.arrivedAt == nil)
    one.press(.escape, .char("f"), .char("a"))
    #expect(one.center.cases[accepted]?.release.arrivedAt != nil)
    one.type(":followup 402 call 2022-01-03/0900")
    one.press(.enter)
    one.state.go(to: .leavingList(.followUps))
    one.refresh()
    #expect(one.sees.contains("0402") && one.sees.contains("call"))
    one.press(.char("f"), .char("r"))
    #expect(one.center.cases[accepted]?.followUps.first?.outcome == .reached)
  }

  @Test func theListsReadWholeWithoutABoard() {
    var model = BoardExample.model()
    for list in LeavingList.allCases {
      let text = plain(model, .leavingList(list), width: 120)
      #expect(!text.isEmpty)
    }
    model.glyphs = Glyphs(.ascii)
    #expect(plain(model, .leavingList(.ready), width: 80).allSatisfy { $0.isASCII })
  }
}
