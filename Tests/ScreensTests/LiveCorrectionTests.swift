import CaseFlow
import Screens
import Testing

/// What was entered wrong is put right by choosing it; only what is true is typed.
@Suite struct LiveCorrectionTests {
  /// A father with a child, just entered, and the page of their case.
  private func entered() throws -> (clerk: LiveOperator, item: Case) {
    var clerk = LiveOperator(.arrive, by: "op3")
    clerk.type("m41+17 spa ven")
    clerk.press(.enter)
    let item = try #require(clerk.center.cases.items.last)
    clerk.press(.escape, .char("/"))
    clerk.type(item.id.label)
    clerk.press(.enter, .enter)
    try #require(clerk.state.view == .aCase(item.id))
    return (clerk, item)
  }

  @Test func anAgeIsPutRightWithItsEntryFoundAndWhatItWasStaysToBeSeen() throws {
    var (clerk, item) = try entered()
    let child = try #require(item.members.last)
    let arrival = try #require(clerk.records.first { if case .partyArrived = $0.event { true } else { false } })
    clerk.press(.char("C"))
    #expect(clerk.sees.contains("\(item.id.checked): what is wrong?") && clerk.sees.contains("nationality"))
    clerk.press(.down, .end)
    // The members stand behind what is of the case; each is asked for its own facts.
    let row = try #require(clerk.sees.split(separator: "\n").first { $0.contains("\(child.checked) c17") })
    clerk.type(String(row.drop { $0 == " " }.prefix(1)))
    #expect(clerk.sees.contains("Person \(child.checked): what is wrong?"))
    #expect(clerk.sees.contains("a  age") && clerk.sees.contains("17"))
    clerk.press(.char("a"))
    #expect(clerk.state.prompt?.text == "correct \(arrival.seq) person=\(child.checked) age=")
    clerk.type("16")
    clerk.press(.enter)
    #expect(clerk.center.people[child]?.age?.count == 16)
    clerk.press(.char("G"))
    let page = clerk.sees.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(page.contains("age of person \(child.label) was 17, corrected to 16."), "\(page)")
    #expect(page.contains("Corrected by op3 "))
    // A second correction names the first as the wrong one.
    let first = try #require(clerk.records.last?.seq)
    clerk.press(.char("x"))
    clerk.type("correct")
    clerk.press(.enter)
    let again = try #require(clerk.sees.split(separator: "\n").first { $0.contains("\(child.checked) c16") })
    clerk.type(String(again.drop { $0 == " " }.prefix(1)) + "a")
    #expect(clerk.state.prompt?.text == "correct \(first) person=\(child.checked) age=")
  }

  @Test func aLanguageAndAnArrivalArePutRightForTheCase() throws {
    var (clerk, item) = try entered()
    clerk.press(.char("C"), .char("l"))
    #expect(clerk.state.prompt?.text.hasSuffix("case=\(item.id.checked) language=") == true)
    // The line offers what the value can be.
    clerk.type("ma")
    #expect(clerk.sees.contains("Mam"))
    clerk.press(.control("U"))
    clerk.press(.escape, .char("C"), .char("t"))
    let line = try #require(clerk.state.prompt?.text)
    #expect(line.hasSuffix("case=\(item.id.checked) arrived="))
    clerk.press(.escape, .char("C"))
    clerk.type("l")
    clerk.type("mam")
    clerk.press(.enter)
    #expect(clerk.center.cases[item.id]?.language == Code("mam"))
  }

  @Test func anArrivalIsTakenBackAtOnceOnlyWhereItWasEntered() throws {
    var (clerk, item) = try entered()
    // On the page of the case, as on any other view, u asks first and says what is at stake.
    clerk.press(.char("u"))
    #expect(clerk.sees.contains("Take back that \(item.id.checked) family"))
    clerk.press(.char("n"))
    #expect(clerk.center.cases[item.id]?.exit == nil && clerk.message == "Nothing was done.")
    clerk.press(.char("u"), .enter)
    #expect(clerk.center.cases[item.id]?.exit == nil, "Enter alone answers nothing")
    clerk.press(.char("y"))
    #expect(clerk.center.cases[item.id]?.exit == .enteredInError)
  }

  @Test func anEntryOfALittleWhileAgoIsTakenBackAfterAQuestion() throws {
    func bus(_ number: Int, _ typist: inout LiveOperator) {
      typist.press(.char(":"))
      typist.type("bus \(number)")
      typist.press(.enter)
    }
    var clerk = LiveOperator(.overview, by: "op8")
    bus(58, &clerk)
    #expect(clerk.center.openBuses.count == 1)
    clerk.press(.char("u"))
    #expect(clerk.center.openBuses.isEmpty, "what was just done is taken back at once: \(clerk.message)")
    bus(40, &clerk)
    // Two minutes later.
    var other = LiveOperator(.overview, by: "op9")
    other.catchUp(with: clerk)
    bus(30, &other)
    bus(20, &other)
    clerk.catchUp(with: other)
    clerk.press(.char("u"))
    #expect(clerk.center.openBuses.count == 3 && clerk.sees.contains("Take back your entry, made "))
    clerk.press(.char("y"))
    #expect(clerk.center.openBuses.count == 2, "\(clerk.message)")
  }
}
