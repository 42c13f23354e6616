import CaseFlow
import Screens
import Testing

/// Clocks, the ledger, stays and children alone, by keys.
@Suite struct LiveTruthTests {
  @Test func everyClockIsListedAndOpensItsCase() throws {
    var lead = LiveOperator(width: 120, height: 40)
    lead.press(.char("C"))
    #expect(lead.state.view == .clocks)
    #expect(lead.sees.contains("CLOCKS") && lead.sees.contains("EXPECTED") && lead.sees.contains("past their end"))
    guard case .clock(let id, _)? = lead.state.pane.selection else { return #expect(Bool(false)) }
    lead.press(.enter)
    #expect(lead.state.view == .aCase(id))
  }

  @Test func aClockOfTheBoardIsTheOneSelectedAmongAll() throws {
    var lead = LiveOperator(width: 120, height: 40)
    let clock = try #require(lead.model.figures.clocks.first)
    lead.state.pane.selection = .clock(clock.caseID, clock.kind)
    lead.press(.enter)
    #expect(lead.state.view == .clocks && lead.state.pane.selection == .clock(clock.caseID, clock.kind))
  }

  @Test func aBrokenClockAsksForItsCauseByOneKey() throws {
    var lead = LiveOperator(width: 120, height: 40)
    lead.press(.char("L"))
    #expect(lead.sees.contains("BREACH LEDGER") && lead.sees.contains("no cause yet"))
    guard case .ledger(.clock(let kind), let id, _)? = lead.state.pane.selection else {
      return #expect(Bool(false), "\(String(describing: lead.state.pane.selection))")
    }
    lead.press(.char("w"))
    #expect(lead.sees.contains("ran out. Why?"))
    lead.press(.char("m"))
    guard case .breachRecorded(let e)? = lead.events.last else { return #expect(Bool(false), "\(lead.message)") }
    #expect(e.caseID == id && e.clock == kind && e.cause == .medical)
    #expect(lead.sees.contains("medical reasons"))
    #expect(lead.message.contains("the clock of "))
  }

  @Test func onlyAClockThatRanOutAsksForACause() throws {
    var lead = LiveOperator(.clocks, width: 120, height: 40)
    let running = try #require(lead.model.figures.clocks.last)
    lead.state.pane.selection = .clock(running.caseID, running.kind)
    lead.press(.char("w"))
    #expect(lead.records.isEmpty && lead.message.hasPrefix("This clock has not run out"))
  }

  @Test func aStayOverTheNormAsksForOneReasonUntilItIsGiven() throws {
    let story = LiveOperator()
    let overNorm = story.center.casesOnRoll.first { story.center.lacksStayReason($0, at: story.model.now) }
    let id = try #require(overNorm?.id)
    var lead = LiveOperator(.aCase(id), width: 120, height: 60)
    #expect(lead.sees.contains("It stays longer than the norm: w says why."))
    let asked = lead.model.figures.unexplainedStays
    lead.press(.char("w"), .char("a"))
    #expect(lead.center.cases[id]?.stayReason == .review, "\(lead.message)")
    #expect(lead.sees.contains("It stays longer than the norm: a review"))
    #expect(lead.model.figures.unexplainedStays == asked - 1)
  }

  @Test func theRowOfChildrenAloneOpensTheirPaths() throws {
    var lead = LiveOperator(width: 120, height: 40)
    lead.state.pane.selection = .row(.childrenAlone)
    lead.press(.enter)
    #expect(lead.state.view == .children)
    #expect(lead.sees.contains("REFERRAL TO ORR") && lead.sees.contains("not asked"))
  }

  @Test func anAdultWhoSaysToBeAChildStandsAmongThemAtOnce() throws {
    var officer = LiveOperator(width: 120, height: 40)
    officer.type(":arrive m18 spa ven")
    officer.press(.enter)
    let item = try #require(officer.center.cases.items.last)
    officer.type(":dispute \(item.members[0].checked) child")
    officer.press(.enter)
    #expect(officer.center.cases[item.id]?.isChildAlone == true, "\(officer.message)")
    officer.type(":children")
    officer.press(.enter)
    #expect(officer.sees.contains("age?"))
    officer.type(":\(item.id.label)")
    officer.press(.escape)
    officer.state.pane.selection = .aCase(item.id)
    officer.press(.enter)
    #expect(officer.sees.contains("says to be a child, since"))
  }

  @Test func theFourQuestionsAreAskedOneByOneAndWaitForASecondReviewer() throws {
    var officer = LiveOperator(width: 120, height: 40)
    officer.type(":arrive /16m spa mex")
    officer.press(.enter)
    let id = try #require(officer.center.cases.items.last?.id)
    officer.state.open(.aCase(id))
    officer.press(.char("f"))
    #expect(officer.sees.contains("is there any sign of trafficking?"))
    officer.press(.char("n"))
    #expect(officer.sees.contains("does the child fear to return?"))
    officer.press(.char("n"), .char("y"))
    #expect(officer.sees.contains("own decision?"))
    officer.press(.char("y"))
    #expect(officer.state.prompt?.text == "screen \(id.checked) yes yes yes yes second=")
    officer.type("lead")
    officer.press(.enter)
    #expect(officer.center.cases[id]?.child.mayReturn == true, "\(officer.message)")
    officer.press(.char("f"))
    #expect(officer.message == "The four questions were asked already.")
  }

  @Test func aSignOfTraffickingForbidsTheReturn() throws {
    var officer = LiveOperator(width: 120, height: 40)
    officer.type(":arrive /16m spa mex")
    officer.press(.enter)
    let id = try #require(officer.center.cases.items.last?.id)
    officer.state.open(.aCase(id))
    officer.press(.char("f"), .char("y"), .char("n"), .char("y"), .char("y"))
    officer.type("lead")
    officer.press(.enter)
    #expect(officer.center.cases[id]?.child.screenedAt != nil && officer.center.cases[id]?.child.mayReturn == false)
  }
}
