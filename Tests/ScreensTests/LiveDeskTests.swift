import CaseFlow
import Screens
import Testing

/// Desk staff serve a queue by keys.
@Suite struct LiveDeskTests {
  private static let reception2 = DeskID(stage: .reception, number: 2)

  @Test func theQueuesBeginWithThatOfOnesOwnDesk() {
    var nurse = LiveOperator(.overview, by: "nurse2", desk: DeskID(stage: .health, number: 2))
    nurse.press(.char("2"))
    #expect(nurse.state.view == .queue(.health))
    // Whoever is at no desk goes to the row selected on the board.
    var lead = LiveOperator(.overview, by: "lead")
    lead.press(.char("j"), .char("j"), .char("2"))
    #expect(lead.state.view == .queue(.consultation))
  }

  @Test func callsBeginsAndEndsAServiceWithThreeKeys() {
    var clerk = LiveOperator(.queue(.reception), desk: Self.reception2)
    #expect(clerk.sees.contains("reception-2: free. c calls "))
    clerk.press(.char("c"))
    guard case .caseCalled(let call)? = clerk.events.last else { return #expect(Bool(false), "\(clerk.message)") }
    // Whom to call and why stand in the message; the case is selected.
    #expect(clerk.message.hasPrefix("Call \(call.caseID.checked) ") && clerk.message.contains(": P"))
    #expect(clerk.state.pane.selection == .aCase(call.caseID))
    #expect(clerk.sees.contains("reception-2: \(call.caseID.checked)"))
    // Nothing ends that has not begun, and the sentence says what to press.
    clerk.press(.char("d"))
    #expect(clerk.message == "Case \(call.caseID.checked) was called and has not begun: b begins.")
    clerk.press(.char("b"))
    #expect(clerk.center.cases[call.caseID]?.state == .inService)
    clerk.press(.char("b"))
    #expect(clerk.message == "Case \(call.caseID.checked) is being served at your desk: d is done.")
    #expect(clerk.center.cases[call.caseID]?.state == .inService)
    clerk.press(.char("d"))
    #expect(clerk.message == "\(call.caseID.checked) is done here and goes on to Health.")
    #expect(clerk.center.cases[call.caseID]?.step == .health)
  }

  @Test(arguments: [80, 120]) func aDeskReadsTheNamesOnThePageOfACase(_ width: Int) {
    var clerk = LiveOperator(.aCase(CaseID(number: 412)), width: width)
    var details = PersonDetails()
    details.familyName = "Quispe Mamani"
    details.givenNames = "Rosa"
    clerk.model.live?.details = { [details] _ in details }
    #expect(clerk.sees.contains("Quispe Mamani, Rosa"))
  }

  @Test func theKeysOfAServiceAreAboutTheOwnDeskWhateverIsSelected() {
    var clerk = LiveOperator(.queue(.reception), desk: Self.reception2)
    clerk.press(.char("c"))
    let called = clerk.center.desk(Self.reception2)?.serving
    clerk.press(.char("g"), .char("b"))
    #expect(clerk.state.pane.selection != called.map { .aCase($0) })
    #expect(called.flatMap { clerk.center.cases[$0]?.state } == .inService)
    // A busy desk calls nobody else, and says what can be done.
    clerk.press(.char("c"))
    #expect(clerk.message.hasPrefix("Your desk has case \(called?.checked ?? "")"))
  }

  @Test func lookingForSomeoneSummonsNobody() {
    var clerk = LiveOperator(.queue(.reception), desk: Self.reception2)
    clerk.type("/cbd")
    clerk.press(.enter)
    #expect(clerk.records.isEmpty)
    clerk.press(.char("1"), .char("c"))
    #expect(clerk.records.isEmpty && clerk.message.hasPrefix("call next means nothing in this view"))
  }

  @Test func signsOnByChoosingAFreeDeskAndOffAgain() {
    var officer = LiveOperator(.queue(.interview), by: "ao7")
    officer.press(.char("c"))
    #expect(officer.sees.contains("Which interview desk is yours?"))
    #expect(officer.sees.contains("3  interview-3") && !officer.sees.contains("  interview-1"))
    officer.press(.char("3"))
    // An interviewer says which languages they speak.
    #expect(officer.state.prompt?.text == "open interview-3 ")
    officer.type("mam")
    officer.press(.enter)
    let desk = DeskID(stage: .interview, number: 3)
    #expect(officer.center.desk(desk)?.staff == Code("ao7"))
    #expect(officer.center.desk(desk)?.languages == [Code("mam")])
    officer.press(.char("o"))
    #expect(officer.center.desk(desk)?.isOpen == false)
  }

  @Test func whoChangesDesksLeavesTheOldOne() {
    var nurse = LiveOperator(.queue(.caseManagement), by: "nurse2", desk: DeskID(stage: .health, number: 2))
    nurse.press(.char("c"))
    #expect(nurse.message.hasPrefix("Your desk is health-2"))
    nurse.press(.char("o"), .char("2"))
    #expect(nurse.center.desk(DeskID(stage: .caseManagement, number: 2))?.staff == Code("nurse2"))
    #expect(nurse.center.desk(DeskID(stage: .health, number: 2))?.isOpen == false)
  }

  @Test func anInterviewEndsWithItsDeterminationAndCaseManagementWithAPlan() throws {
    var officer = LiveOperator(.queue(.interview), by: "ao7")
    officer.press(.char("o"), .char("3"))
    officer.type("mam")
    officer.press(.enter, .char("c"), .char("b"))
    let id = try #require(officer.center.desk(DeskID(stage: .interview, number: 3))?.serving)
    officer.press(.char("d"))
    #expect(officer.sees.contains("which determination?") && officer.sees.contains("p  positive"))
    officer.press(.char("p"), .char("c"))
    #expect(officer.state.prompt?.text == "determine \(id.checked) positive credibleFear reviewer=")
    // Nobody reviews what they decided: the line stays to be put right.
    officer.type("ao7")
    officer.press(.enter)
    #expect(officer.center.cases[id]?.determination == nil && officer.state.prompt != nil)
    officer.press(.control("W"))
    officer.type("reviewer=ao9")
    officer.press(.enter)
    #expect(officer.center.cases[id]?.determination?.reviewer == Code("ao9"))
    #expect(officer.center.cases[id]?.step == .caseManagement && officer.state.prompt == nil)
    var manager = LiveOperator(
      .queue(.caseManagement), by: "cm1", desk: DeskID(stage: .caseManagement, number: 1))
    manager.catchUp(with: officer)
    manager.press(.char("c"), .char("b"), .char("d"), .char("r"))
    #expect(manager.center.cases[id]?.plan == .release && manager.center.cases[id]?.step == .leaving)
  }

  @Test func holdsWithAReasonByOneKeyOnceTheQuestionWasSeen() {
    var clerk = LiveOperator(.queue(.reception), desk: Self.reception2)
    guard case .aCase(let id)? = clerk.state.pane.selection else { return }
    clerk.typeAhead("hm")
    #expect(clerk.records.isEmpty && clerk.message == "What was typed before the question does not answer it.")
    clerk.state.wasDrawn()
    #expect(clerk.sees.contains("Hold \(id.checked) "))
    clerk.press(.char("y"))
    #expect(clerk.records.isEmpty)
    clerk.press(.char("m"))
    #expect(clerk.center.cases[id]?.hold == .medical)
    clerk.press(.char("R"))
    #expect(clerk.center.cases[id]?.state == .waiting)
    clerk.press(.char("e"), .char("t"))
    #expect(clerk.center.cases[id]?.expedited == .trauma || clerk.center.cases[id]?.expedited == .transport)
  }

  @Test func placesWhereThereIsRoomAndElsewhereOnlyBySomeoneNamed() {
    var clerk = LiveOperator(.queue(.reception), desk: Self.reception2, width: 120, height: 40)
    // A single man.
    clerk.type("\\adult")
    clerk.press(.enter, .char("P"))
    #expect(clerk.sees.contains("where?") && clerk.sees.contains("a supervisor decides"))
    let lines = clerk.sees.split(separator: "\n").map(String.init)
    let first = lines.firstIndex { $0.contains("free, ") } ?? 0
    // What suits and has room stands first and needs nobody's name.
    #expect(lines[first].contains("Men's hall") && !lines[first].contains("a supervisor decides"))
    clerk.press(.escape)
    #expect(clerk.records.isEmpty && clerk.message == "Nothing was done.")
  }

  @Test func anythingElseIsChosenByItsWordAndCompletedOnTheLine() {
    var clerk = LiveOperator(.queue(.reception), desk: Self.reception2)
    guard case .aCase(let id)? = clerk.state.pane.selection else { return }
    clerk.press(.char("x"))
    clerk.type("away")
    clerk.press(.enter)
    let people = clerk.center.cases[id]?.members.map(\.label).joined(separator: ",") ?? ""
    #expect(clerk.state.prompt?.text == "away \(people) ")
    #expect(clerk.sees.contains("for example away"))
    clerk.type("hospital")
    clerk.press(.enter)
    #expect(clerk.center.cases[id].map { clerk.center.members(of: $0).allSatisfy { $0.presence == .hospital } } == true)
  }

  @Test func aReplayTakesNoEntry() {
    var watcher = Operator(.queue(.reception))
    for key in "cbdrhReoPx" {
      watcher.press(.character(key.unicodeScalars.first ?? " "))
      #expect(watcher.actions.isEmpty)
      #expect(watcher.message.hasPrefix("A replay takes no entries") || watcher.message == Wording.none, "\(key)")
    }
  }
}
