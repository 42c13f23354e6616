import CaseFlow
import Testing

@Suite("The best next bookings")
struct SuggestionTests {
  private func shift() throws -> Live {
    var life = Live()
    try life.note(.duty("ao1", .officer, ["spa"], life.window(0, 600)))
    return life
  }

  @Test("stand in the order of service, each in what those before it left over")
  func order() throws {
    var life = try shift()
    var men: [CaseID] = []
    for _ in 0..<3 {
      men.append(try life.ready())
      life.pass(.minutes(1))
    }
    var expedited = CaseExpedited()
    expedited.caseID = men[2]
    try life.note(.caseExpedited(expedited))
    let suggestions = life.center.suggestions(at: life.now)
    #expect(suggestions.map(\.caseID) == [men[2], men[0], men[1]])
    #expect(suggestions[0].priority.reason == .expedited && suggestions[0].language == .officerSpeaks)
    for (one, next) in zip(suggestions, suggestions.dropFirst()) {
      #expect(one.booking.until == next.booking.from, "one officer hears one after the other")
    }
    #expect(suggestions[0].booking.from >= life.now && suggestions[0].booking.window.length == .minutes(30))
    #expect(life.center.suggestions(at: life.now, limit: 1).count == 1)
  }

  @Test("can each be booked as they stand, one after the other")
  func admitted() throws {
    var life = try shift()
    try life.note(.duty("ao2", .officer, ["mam"], life.window(0, 600)))
    try life.note(.duty("tel1", .officer, [], life.window(0, 600), remote: true))
    try life.note(.duty("mam1", .interpreter, ["mam", "kek"], life.window(60, 300)))
    var ids: Set<CaseID> = []
    for language in ["spa", "mam", "kek", "mam", "spa", "por", "kek"] { ids.insert(try life.ready(speaking: language)) }
    let suggestions = life.center.suggestions(at: life.now)
    #expect(Set(suggestions.map(\.caseID)) == ids)
    for suggestion in suggestions {
      let booking = suggestion.booking
      try life.note(
        .booked(
          suggestion.caseID, booking.window, booking.officer.text, in: booking.language.text,
          interpreter: booking.interpreter?.text, room: booking.room?.number, mode: booking.mode))
    }
    #expect(life.center.bookings(at: life.now).count == ids.count)
    #expect(life.center.suggestions(at: life.now).isEmpty, "everyone is booked")
  }

  @Test("hear people in person before the telephone, and in their own language before a second one")
  func preferences() throws {
    var life = try shift()
    try life.note(.duty("tel1", .officer, [], life.window(0, 600), remote: true))
    let first = try life.ready()
    let second = try life.ready()
    let both = life.center.suggestions(at: life.now)
    #expect(both.map(\.caseID) == [first, second] && both.map(\.booking.mode) == [.inPerson, .inPerson])
    try life.note(.duty("kek1", .interpreter, ["kek"], life.window(240, 240)))
    let woman = try life.ready(speaking: "kek")
    let interpreted = try #require(life.center.suggestions(at: life.now).last)
    #expect(interpreted.caseID == woman && interpreted.language == .interpreter(Code("kek1")))
    #expect(interpreted.booking.from >= life.now + .minutes(240), "they wait for who interprets Kekchi")
    try life.note(.offDuty("kek1"))
    #expect(life.center.suggestions(at: life.now).last?.language == .nobody)
  }

  @Test("where the roster names no interpreter, those that the center counts serve")
  func counted() throws {
    var life = try shift()
    _ = try life.ready(speaking: "por")
    #expect(life.center.suggestions(at: life.now).map(\.language) == [.counted])
    try life.note(.interpreters(Code("por"), 0))
    #expect(life.center.suggestions(at: life.now).map(\.language) == [.nobody])
  }

  @Test("an officer who speaks a rare language is left free for those who need it")
  func rare() throws {
    var life = Live()
    try life.note(.duty("a-mam", .officer, ["spa", "mam"], life.window(0, 600)))
    try life.note(.duty("b-spa", .officer, ["spa"], life.window(0, 600)))
    _ = try life.ready()
    _ = try life.ready(speaking: "mam")
    #expect(life.center.suggestions(at: life.now).map(\.booking.officer) == [Code("b-spa"), Code("a-mam")])
  }

  @Test("wait for the end of the consultation, and leave out whoever cannot be heard")
  func eligible() throws {
    var life = try shift()
    let ends = life.now + .hours(24)
    let man = try life.come(.adult())[0]
    try life.screen(man)
    #expect(life.center.suggestions(at: life.now).isEmpty, "nobody told him of the process yet")
    try life.note(.oriented(man))
    #expect(life.center.suggestions(at: life.now).isEmpty, "nobody is on duty then")
    try life.note(.duty("ao7", .officer, [], Window(life.now + .hours(20), life.now + .hours(30))))
    #expect(life.center.suggestions(at: life.now).map(\.booking.from) == [ends])
    try life.note(.counselRequested(CaseOnly(man)))
    #expect(life.center.suggestions(at: life.now).isEmpty)
  }

  @Test("a broken booking gets another one, and says what it replaces")
  func rebooking() throws {
    var life = try shift()
    try life.note(.duty("ao2", .officer, [], life.window(0, 600)))
    let man = try life.ready()
    try life.note(.booked(man, life.window(60), "ao1"))
    #expect(life.center.suggestions(at: life.now).isEmpty)
    try life.note(.offDuty("ao1"))
    let suggestion = try #require(life.center.suggestions(at: life.now).first)
    #expect(suggestion.replaces == .officerOff && suggestion.booking.officer == Code("ao2"))
  }
}
