import CaseFlow
import Screens
import Testing

/// Who comes by appointment is matched at the door in one key.
@Suite struct LiveAppointmentTests {
  private func listed() throws -> LiveOperator {
    var clerk = LiveOperator(.arrive)
    for (reference, hours) in [("A-17", 1), ("A-18", -1), ("A-19", -3)] {
      var listed = AppointmentListed()
      listed.appointment = try #require(Code(reference))
      listed.people = 3
      listed.expected = SmallCenter.now + .hours(hours)
      listed.language = Code("spa")
      listed.nationality = Code("VEN")
      clerk.center.apply(
        Record(
          seq: clerk.center.seq + 1, at: SmallCenter.now, recorded: SmallCenter.now, by: clerk.by,
          event: .appointmentListed(listed)))
    }
    clerk.refresh()
    return clerk
  }

  @Test func beginsThePartyOfAnAppointmentWithWhatTheListSays() throws {
    var clerk = try listed()
    clerk.press(.char("l"))
    let rows = clerk.sees.split(separator: "\n").map(String.init).filter { $0.contains("A-1") }
    // Who is awaited stands first, who did not come behind them.
    #expect(rows.count == 3)
    #expect(rows.first?.contains("A-18") == true && rows.first?.contains("late ") == true)
    #expect(rows.dropFirst().first?.contains("due in ") == true && rows.last?.contains("did not come") == true)
    clerk.press(.down, .enter)
    #expect(clerk.state.view == .arrive && clerk.state.line.text == "3? spa ven appt=A-17")
    // Who really came is typed over those expected.
    clerk.type("fm+7")
    #expect(clerk.state.line.text == "fm+7 spa ven appt=A-17")
    clerk.press(.enter)
    let item = try #require(clerk.center.cases.items.last)
    #expect(item.language == Code("spa") && item.nationality == Code("VEN") && item.members.count == 3)
    #expect(clerk.center.appointment(Code("A-17"))?.party == item.party)
    // It is matched once: now it leads to whoever came.
    clerk.press(.char("l"), .end)
    #expect(clerk.sees.contains("came: \(item.id.checked)"))
    clerk.press(.enter)
    #expect(clerk.state.view == .aCase(item.id))
  }

  @Test func asManyAsExpectedAreCountedByOneDigit() throws {
    var clerk = try listed()
    clerk.press(.char("l"), .enter)
    clerk.type("0")
    #expect(clerk.state.line.text == "3?0 spa ven appt=A-18")
    clerk.press(.enter)
    #expect(clerk.center.appointment(Code("A-18"))?.party != nil)
    // Fewer came: another digit says how many, and never that so many of those expected are children alone.
    clerk.press(.char("l"), .enter)
    clerk.type("2?")
    #expect(clerk.state.line.text.hasPrefix("2? "))
    clerk.press(.control("U"), .escape, .char("l"), .enter)
    _ = clerk.state.line.press(.paste("f31+7"))
    #expect(clerk.state.line.text.hasPrefix("f31+7 "))
    clerk.press(.control("U"), .escape)
    // Enter keeps the number expected; a digit then answers how many children are alone.
    clerk.press(.char("l"), .enter, .enter)
    #expect(clerk.message.hasPrefix("Is a child without"))
    clerk.type("1")
    #expect(clerk.state.line.text.hasPrefix("3?1 "))
    clerk.press(.control("U"), .escape)
    // Once the cursor has moved nothing gives way any more.
    clerk.press(.char("l"), .enter, .left, .right)
    clerk.type("f")
    #expect(clerk.state.line.text.hasPrefix("3?f"))
  }

  @Test func whatIsTypedAlreadyIsNotOverwritten() throws {
    var clerk = try listed()
    clerk.type("m24")
    clerk.press(.escape, .char("l"), .enter)
    #expect(clerk.state.line.text == "m24" && clerk.message.hasPrefix("The arrival line holds"))
  }

  @Test func withoutAListThereIsNothingToShow() {
    var clerk = LiveOperator(.arrive)
    clerk.press(.char("l"))
    #expect(clerk.state.view == .arrive && clerk.message.contains("jpc import appointments"))
  }
}
