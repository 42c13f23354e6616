import CaseFlow
import Screens
import Testing

/// A supervisor books interviews by keys. It is 14:31.
@Suite("The day of interviews") struct ScheduleScreenTests {
  private func supervisor(width: Int = 80) -> LiveOperator {
    var one = LiveOperator(.overview, by: "sup1", width: width, height: 30)
    for line in ["duty ao7 officer 14:00 22:00 spa", "duty tel1 officer 14:00 22:00 spa remote=yes"] {
      one.type(":\(line)")
      one.press(.enter)
    }
    one.press(.char("i"))
    return one
  }

  private func bookings(_ one: LiveOperator) -> [BookedInterview] { one.center.bookings(at: one.model.now) }

  @Test func dutiesThatHaveBegunOrEndInTheMorningAreListedAsTheyAreSaid() {
    var one = LiveOperator(by: "sup1")
    one.type(":duty ao7 officer 14:00 22:00")
    one.press(.enter)
    one.type(":duty mam1 interpreter 22:00 06:00 mam")
    one.press(.enter)
    let duties = one.center.duties
    #expect(duties.map { $0.until - $0.from } == [.hours(8), .hours(8)], "\(one.message)")
    #expect(duties.first.map { $0.from < one.model.now } == true)
    #expect(duties.last.map { $0.from > one.model.now } == true)
  }

  @Test func theProposalIsBookedByOneKeyAndTakenBackByTwo() throws {
    var one = supervisor()
    #expect(one.sees.contains("INTERVIEWS") && one.sees.contains("0 booked"))
    guard case .suggestion(let id)? = one.state.pane.selection else { return #expect(Bool(false), "\(one.sees)") }
    #expect(one.sees.contains("(P"), "each proposal says why")
    one.press(.char("b"))
    #expect(bookings(one).map(\.caseID) == [id], "\(one.message)")
    #expect(one.sees.contains("1 booked"))
    one.press(.char("g"))
    #expect(one.state.pane.selection == .booking(id))
    one.press(.enter)
    #expect(one.state.view == .aCase(id) && one.sees.contains("Interview booked "))
    one.press(.escape, .char("d"))
    #expect(one.sees.contains("why?"))
    one.press(.char("c"))
    #expect(bookings(one).isEmpty, "\(one.message)")
    guard case .interviewUnbooked(let taken)? = one.events.last else { return #expect(Bool(false), "\(one.message)") }
    #expect(taken.caseID == id && taken.reason == .counsel)
    one.press(.char("b"), .char("u"))
    #expect(bookings(one).isEmpty, "u takes the booking back: \(one.message)")
  }

  @Test func aBookingIsMovedByChangingItsLine() throws {
    var one = supervisor()
    one.press(.char("b"), .char("g"), .char("r"))
    let before = try #require(bookings(one).first)
    #expect(one.state.prompt?.text.hasPrefix("book \(before.caseID.checked) ") == true)
    one.press(.enter)
    #expect(bookings(one).map(\.booking.window) == [before.booking.window], "the line says what is booked")
    #expect(bookings(one).map(\.booking.room) == [before.booking.room])
  }

  @Test func whatIsBrokenStaysToBeSeenWithItsCauseAndAnotherProposal() throws {
    var one = supervisor()
    one.press(.char("b"))
    let id = try #require(bookings(one).first?.caseID)
    one.type(":offduty ao7")
    one.press(.enter)
    #expect(one.sees.contains("1 broken") && one.sees.contains("! officer off duty"))
    #expect(one.model.schedule.suggestions[id]?.replaces == .officerOff)
    one.press(.char("0"))
    #expect(one.sees.contains("! book again"))
  }

  @Test func aWideScreenShowsOfficersDownAndTimeAcross() {
    var one = supervisor(width: 120)
    one.press(.char("b"))
    let lines = one.sees.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("14:00") && $0.contains("15:00") && $0.contains("22:00") })
    let officer = lines.first { $0.hasPrefix(" ao7 ") }
    let label = bookings(one).first?.caseID.label ?? "?"
    #expect(officer?.contains("[\(label)") == true && officer?.contains("]") == true, "\(one.sees)")
    #expect(lines.contains { $0.hasPrefix(" tel1 tel") })
  }

  @Test func nothingIsBookedInAReplay() {
    var state = ViewState(view: .schedule)
    let model = BoardModel(center: BoardExample.story.center, now: SmallCenter.now)
    state.settle(model)
    #expect(reduce(.char("b"), model, &state).isEmpty)
    #expect(state.message?.isRefusal == true)
  }
}
