import CaseFlow
import Screens
import Testing

/// The entry form by its keys, as an operator uses it with the eyes on the paper.
@Suite struct FormTests {
  /// Types a party of three from the bus: a mother, her partner, their daughter, with birth dates.
  static func typeThree(_ typist: inout FormTypist, _ family: String = "Quispe Mamani") {
    typist.name(family)
    typist.enter()
    typist.name("Rosa")
    typist.enter()
    typist.type("f14051990")
    typist.press(.control("N"))
    typist.name("Abel")
    typist.enter()
    typist.type("m03021988p")
    typist.press(.control("N"))
    typist.name("Luz")
    typist.enter()
    typist.type("f25122015c")
    typist.press(.control("D"))
  }

  @Test func aPartyOfThreeWithNamesTakesFewKeys() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    Self.typeThree(&typist)
    #expect(typist.filed.count == 1)
    #expect(typist.presses == 36)
    let act = try typist.filed[0].act(in: typist.context)
    let arrival = try #require(act.arrival)
    #expect(arrival.members.map(\.tie) == [.head, .partner, .ownChild])
    #expect(arrival.members.map { $0.age?.count } == [31, 33, 5])
    #expect(arrival.language == Code("spa") && arrival.nationality == Code("VEN"))
    #expect(arrival.transport == .bus && arrival.bus == BusID(number: 1))
    #expect(arrival.bookIn == SmallCenter.now - .hours(11))
    #expect(act.details[.member(1)]?.familyName == "Quispe Mamani")
    #expect(act.details[.member(2)]?.givenNames == "Luz")
    #expect(act.details[.member(0)]?.birthDate == "1990-05-14")
    #expect(act.confirmed.isEmpty)
  }

  @Test func withoutABusAPartyOfThreeStaysWithinFortyFiveKeys() {
    var typist = FormTypist()
    typist.enter()
    typist.type("pt")
    typist.enter(2)
    typist.type("br")
    typist.enter()
    Self.typeThree(&typist, "Souza")
    #expect(typist.filed.count == 1)
    #expect(typist.presses == 44)
  }

  @Test func agesTakeFewerKeysAndAreMarkedAsEstimated() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter()
    typist.name("Ana")
    typist.enter()
    typist.type("f34")
    typist.press(.control("D"))
    #expect(typist.presses == 6)
    let details = try typist.filed[0].act(in: typist.context).details[.member(0)]
    #expect(details?.birthDate == "1987" && details?.isBirthDateEstimated == true)
  }

  @Test func thirtyThreePartiesTakeTheSameKeysEveryTime() {
    func busload() -> (presses: Int, filed: Int) {
      var typist = FormTypist(FormTypist.context(bus: true))
      for number in 0..<33 { Self.typeThree(&typist, number % 2 == 0 ? "Rojas" : "Vera") }
      #expect(typist.desk.statistics.cases == 33)
      return (typist.presses, typist.filed.count)
    }
    #expect(busload() == (33 * 36, 33))
    #expect(busload() == busload())
  }

  @Test func enterInTheMiddleNeverFilesAndOnTheLastFieldShowsTheSummary() {
    var typist = FormFamilyTests.withMother()
    #expect(typist.field == .document)
    typist.enter(3)
    #expect(typist.form.place == nil && typist.filed.isEmpty)
    typist.enter()
    #expect(typist.filed.count == 1)
    #expect(typist.form.isBlank && typist.field == .familyName)
  }

  @Test func aSummaryNobodySawFilesNothing() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter()
    typist.name("Ana")
    typist.enter()
    typist.type("f34")
    typist.isDrawn = false
    typist.enter(50)
    #expect(typist.filed.isEmpty && typist.form.place == nil)
    typist.desk.wasDrawn()
    typist.enter()
    #expect(typist.filed.count == 1)
  }

  @Test func enterHeldDownOnABlankFormEntersNobody() {
    for isDrawn in [true, false] {
      var typist = FormTypist()
      typist.isDrawn = isDrawn
      typist.enter(500)
      #expect(typist.filed.isEmpty)
      #expect(throws: LineFault.self) { try typist.form.act(in: typist.context) }
    }
  }

  @Test func whatIsCarriedOverIsOutOfTheWay() {
    var typist = FormTypist(FormTypist.context(bus: true))
    #expect(typist.field == .familyName)
    #expect(typist.value(.transport) == "bus" && typist.value(.bus) == "0001")
    #expect(typist.form[FormPlace(.language)].standing == .carried)
    // Backward beyond the beginning goes to what was carried, and over what is passed by.
    typist.press(.up)
    #expect(typist.field == .bus)
    typist.press(.backTab)
    #expect(typist.field == .transport)
  }

  @Test func aBusThatSaysNothingOfItsPeopleIsNotInTheWay() throws {
    var context = FormTypist.context()
    context.center.apply(
      Record(
        seq: 1, at: SmallCenter.now, recorded: SmallCenter.now, by: Code("op1"), event: .busOpened(BusOpened())))
    context.bus = BusID(number: 1)
    var typist = FormTypist(context)
    #expect(typist.field == .familyName)
    Self.typeThree(&typist)
    #expect(typist.presses == 36)
    #expect(try #require(typist.filed.first).act(in: context).arrival?.bus == BusID(number: 1))
    // What the first family said of where they come from, the next of the same bus most likely shares.
    for _ in 0..<2 { typist.press(.up) }
    while typist.field != .nationality { typist.press(.up) }
    typist.type("hti")
    typist.enter()
    while typist.field != .familyName { typist.enter() }
    Self.typeThree(&typist)
    #expect(typist.value(.nationality) == "HTI" && typist.field == .familyName)
  }

  @Test func theNextCaseOnFootCarriesTheLanguageAndNotTheCountry() {
    var typist = FormTypist()
    typist.type("?")
    typist.type("hat")
    typist.enter(2)
    typist.type("hti")
    typist.enter()
    typist.name("Jean")
    typist.enter(2)
    typist.type("m40")
    typist.press(.control("D"))
    #expect(typist.filed.count == 1)
    #expect(typist.value(.language) == "hat" && typist.value(.bookIn) == "?")
    #expect(typist.value(.nationality) == "" && typist.field == .nationality)
    #expect(typist.filed[0].party[.nationality].text == "HTI")
  }

  @Test func backwardFollowsTheWayTaken() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter()
    typist.name("Ana")
    typist.enter()
    typist.type("f34")
    typist.press(.control("N"))
    #expect(typist.form.place == FormPlace(.givenNames, of: 1))
    typist.press(.up)
    // The tie of the first is no question, and document, needs and note were not gone through.
    #expect(typist.form.place == FormPlace(.birth))
    typist.press(.backTab)
    #expect(typist.form.place == FormPlace(.sex))
  }

  @Test func fixedFieldsGoOnByThemselvesAndWrongOnesStayWithOneBell() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter(2)
    #expect(typist.press(.char("q")) == .bell)
    #expect(typist.field == .sex && typist.form.message?.severity == .impossible)
    typist.press(.backspace)
    typist.type("x")
    #expect(typist.field == .birth)
    typist.type("3113199")
    #expect(typist.press(.char("0")) == .bell)
    #expect(typist.field == .birth)
    typist.press(.control("U"))
    typist.type("31121990")
    #expect(typist.field == .document)
    #expect(typist.value(.birth) == "1990-12-31")
  }

  @Test func aBirthStillToComeNamesTheRuleAndTheFix() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.enter(2)
    typist.type("f25122021")
    #expect(typist.field == .birth)
    #expect(typist.form.message?.text.contains("still to come") == true)
    typist.press(.control("D"))
    #expect(typist.filed.isEmpty && typist.field == .birth)
  }

  @Test func anUnlikelyAgeIsKeptByEnterAgainAndRecorded() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter(2)
    typist.type("f104")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.field == .birth && typist.form.message?.severity == .unlikely)
    typist.enter()
    #expect(typist.field == .document)
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    #expect(act.confirmed == [Act.Confirmation(.member(0), .age)])
  }

  @Test func changingAQuestionedValueAsksAgain() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.enter(2)
    typist.type("f104")
    typist.enter()
    typist.press(.backspace)
    typist.type("5")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.field == .birth)
  }
}

extension Act {
  /// The arrival it asks for, if that is what it does.
  var arrival: Arrival? { if case .arrive(let arrival)? = command { arrival } else { nil } }
}
