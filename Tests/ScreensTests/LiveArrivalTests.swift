import CaseFlow
import Screens
import Testing

/// An operator at the gate enters people, one line a party.
@Suite struct LiveArrivalTests {
  @Test func aLineIsExplainedWhileItIsTypedAndGivesANumber() {
    var gate = LiveOperator(.arrive)
    gate.type("fm+7.4")
    #expect(gate.sees.contains("their children 7 and 4") && gate.sees.contains("4 people: 1 family"))
    let number = gate.center.nextCase
    gate.press(.enter)
    #expect(gate.message.hasPrefix("\(number.checked) "))
    #expect(gate.center.cases[number]?.members.count == 4)
    #expect(gate.state.line.isEmpty)
    // It stands first among the last entries, and on the to-do list.
    #expect(gate.sees.contains("\(number.checked)") && gate.sees.contains("TO DO"))
    gate.press(.char("t"))
    #expect(gate.state.view == .toDo && gate.sees.contains("STILL TO ASK"))
  }

  @Test func ofALineLongerThanTheScreenItsEndIsSeen() {
    for width in [40, 80] {
      for count in [60, 190] {
        var gate = LiveOperator(.arrive)
        gate.state.size = Size(width: width, height: 24)
        gate.type(String(repeating: "a", count: count) + "end")
        #expect(gate.sees.contains(String(repeating: "a", count: 30) + "end"), "\(count) letters at \(width)")
        let marks = gate.sees.count { $0 == "^" }
        #expect(marks >= min(count, width - 4) && marks <= width, "\(marks) marks under \(count) letters at \(width)")
      }
    }
  }

  @Test func whoeverGetsNoPlaceIsSaidWithTheKeyThatShowsWhatThereIs() {
    var gate = LiveOperator(.arrive)
    for _ in 0..<300 where !gate.message.contains("NO PLACE") {
      #expect(!gate.message.contains("P on it"))
      gate.type("m30")
      gate.press(.enter)
    }
    #expect(gate.message.contains("NO PLACE") && gate.message.hasSuffix(". P on it in a list gives a place."))
    let number = CaseID(number: gate.center.nextCase.number - 1)
    gate.state = ViewState(view: .queue(.reception), size: gate.state.size)
    gate.state.pane.selection = .aCase(number)
    gate.press(.char("P"))
    #expect(gate.state.prompt != nil && gate.sees.contains("free"), "\(gate.sees)")
  }

  @Test func whoeversSexWasNotAskedIsSaidToWaitForThatAndNotForAPlace() {
    var gate = LiveOperator(.arrive)
    gate.type("x30")
    gate.press(.enter)
    #expect(gate.message.contains("NO PLACE") && gate.message.contains("Sex not asked: ask, then P"), "\(gate.message)")
  }

  @Test func whatCannotBeMeantIsMarkedWhereItStandsAndNotRecorded() {
    var gate = LiveOperator(.arrive)
    gate.type("fm+7.400 xx")
    #expect(gate.sees.contains("^"))
    gate.press(.enter)
    #expect(gate.records.isEmpty && gate.state.line.text == "fm+7.400 xx")
    gate.press(.control("U"))
    gate.type("/17 kek gt")
    #expect(gate.sees.contains("CHILD ALONE"))
    gate.press(.control("U"))
    gate.type("4?")
    gate.press(.enter)
    #expect(gate.records.isEmpty && gate.state.line.text == "4?")
  }

  @Test func aPasteOrEnterHeldDownEntersNobody() {
    var gate = LiveOperator(.arrive)
    gate.press(.paste("fm+3\nfm+4\n"))
    #expect(gate.records.isEmpty && gate.state.line.text == "fm+3 fm+4 ")
    gate.press(.control("U"), .enter, .enter, .enter)
    #expect(gate.records.isEmpty)
    #expect(gate.message.hasPrefix("Nothing is typed."))
  }

  @Test func aCaseThatBecamePartOfAnotherSaysSoAmongTheLastEntries() throws {
    var gate = LiveOperator(.arrive)
    gate.type("f30/9au")
    gate.press(.enter)
    let (aunt, child) = (
      CaseID(number: gate.center.nextCase.number - 2), CaseID(number: gate.center.nextCase.number - 1)
    )
    func number(_ id: CaseID) throws -> Int32 { try #require(gate.center.cases[id]?.members.first).number }
    gate.type(":tie \(try number(child)) \(try number(aunt)) second=op9")
    gate.press(.enter)
    #expect(gate.center.cases[child]?.members.isEmpty == true, "\(gate.message)")
    let row = gate.sees.split(separator: "\n").first { $0.contains(" \(child.checked) ") }
    #expect(row?.contains("in another case") == true)
  }

  @Test func aFormThatWaitsIsNamedWhereArrivalsAreEntered() {
    var gate = LiveOperator(.arrive)
    gate.press(.tab)
    gate.type("2")
    gate.press(.escape)
    #expect(gate.sees.contains("a form is begun: Tab"))
    gate.press(.tab, .control("K"), .escape)
    #expect(gate.sees.contains("1 parked: Tab, then ^R") && !gate.sees.contains("a form is begun"))
  }

  @Test func whatABusSaysOfItsPeopleIsReadWholeOnANarrowScreen() {
    var gate = LiveOperator(.arrive)
    gate.type("bus 58 spa ven 24/0310")
    gate.press(.enter)
    #expect(gate.sees.contains("entered 0, counted ?, announced 58"))
    #expect(gate.sees.contains("Spanish VEN \(gate.model.glyphs.dot) in custody since 03:10"))
  }

  @Test func theLineIsEditedWithACursor() {
    var gate = LiveOperator(.arrive)
    gate.type("f+4")
    gate.press(.left, .left)
    gate.type("m")
    #expect(gate.state.line.text == "fm+4")
    gate.press(.home, .delete, .end, .backspace)
    #expect(gate.state.line.text == "m+")
    gate.type("5 spa ve")
    gate.press(.control("W"))
    #expect(gate.state.line.text == "m+5 spa ")
    gate.press(.control("U"))
    gate.type("fm+5 po")
    gate.press(.tab)
    #expect(gate.state.line.text == "fm+5 por")
  }

  @Test func aBusIsOpenedOnTheSameLineAndItsPeopleAreCounted() {
    var gate = LiveOperator(.arrive, width: 120, height: 40)
    gate.type("bus 58 spa ven")
    gate.press(.enter)
    #expect(gate.center.openBuses.map(\.announced) == [58])
    gate.type("fm+7.4")
    gate.press(.enter)
    #expect(gate.sees.contains("entered 4, counted ?, announced 58"))
    #expect(gate.center.cases.items.last?.language == Code("spa"))
    gate.type("bus count 4")
    gate.press(.enter)
    #expect(gate.sees.contains("entered 4, counted 4, announced 58"))
  }

  @Test func onAnEmptyLineKeysThatBeginNoLineAreCommands() {
    var gate = LiveOperator(.arrive)
    gate.press(.char("?"))
    #expect(gate.state.view == .help)
    gate.press(.escape, .char(":"))
    #expect(gate.state.prompt?.kind == .palette)
    gate.press(.escape, .char("q"))
    #expect(gate.state.view == .overview)
  }

  @Test func aLineThatWasLeftIsThereAgain() {
    var gate = LiveOperator(.arrive)
    gate.type("fm+3c pt")
    gate.press(.escape)
    #expect(gate.state.view == .overview && gate.message == "The line is kept: 3 goes on with it.")
    gate.press(.char("3"))
    #expect(gate.state.line.text == "fm+3c pt")
    // A crash leaves a draft; the next board goes on with it.
    var next = LiveOperator(.overview)
    next.state.resume(gate.state.draft, next.model)
    #expect(next.message == "Not entered yet: the arrival line (3).")
    next.press(.char("3"))
    #expect(next.state.line.text == "fm+3c pt")
    // A command is offered where commands are typed; no question waits for the first keys.
    gate.press(.control("U"))
    gate.type(":hold 412 med")
    next = LiveOperator(.overview)
    next.state.resume(gate.state.draft, next.model)
    #expect(next.state.prompt?.kind != .palette)
    next.press(.char(":"))
    #expect(next.state.prompt?.text == "hold 412 med")
  }

  @Test func whatWasNotSavedStaysOnTheScreenUntilItIs() {
    var gate = LiveOperator(.arrive)
    gate.type("fm+7.4")
    gate.fault = "NOT SAVED: journal.db: the disk is full"
    gate.press(.enter)
    #expect(gate.records.isEmpty && gate.state.line.text == "fm+7.4")
    #expect(gate.sees.contains("NOT SAVED: journal.db: the disk is full"))
    gate.fault = nil
    gate.refresh()
    gate.press(.enter)
    #expect(!gate.records.isEmpty && gate.state.line.isEmpty)
    #expect(!gate.sees.contains("NOT SAVED"))
  }

  @Test func aKeyWhoseEntryWasNotSavedLeavesItsLineToAskAgain() {
    var clerk = LiveOperator(.queue(.reception), desk: DeskID(stage: .reception, number: 2))
    clerk.fault = "NOT SAVED: journal.db: others are writing for too long; try again"
    clerk.press(.char("c"))
    #expect(clerk.state.prompt?.text == "call reception-2")
    clerk.fault = nil
    clerk.refresh()
    clerk.press(.enter)
    #expect(clerk.records.count == 1 && clerk.state.prompt == nil)
  }

  @Test func anEntryIsTypedInThePaletteToo() {
    var lead = LiveOperator(.overview)
    guard let id = lead.center.queue(of: .reception).first else { return }
    lead.type(":hold \(id.number) medicl")
    lead.press(.enter)
    // Refused, it stays to be put right.
    #expect(lead.records.isEmpty && lead.state.prompt != nil && !lead.message.isEmpty)
    lead.press(.control("W"))
    lead.type("medical")
    lead.press(.enter)
    #expect(lead.center.cases[id]?.hold == .medical && lead.state.prompt == nil)
  }

  @Test func theShiftChangesByEnter() {
    var lead = LiveOperator(.shift, by: "lead", width: 120, height: 40)
    #expect(lead.sees.contains("reception-1") && lead.sees.firstMatch(of: /in service since \d\d:\d\d/) != nil)
    lead.press(.down, .down, .enter)
    #expect(lead.center.desk(DeskID(stage: .reception, number: 3))?.isOpen == false)
    lead.press(.enter)
    #expect(lead.center.desk(DeskID(stage: .reception, number: 3))?.staff == Code("lead"))
    lead.press(.char("G"), .enter)
    #expect(lead.state.prompt?.text.hasPrefix("capacity ") == true)
  }
}
