import CaseFlow
import Journal
import Screens
import Testing

/// Families, the summary, undo, parked forms, drafts, second keying and scanned documents.
@Suite struct FormFamilyTests {
  /// A typist with a mother of 34 in the form, at her document.
  static func withMother() -> FormTypist {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter()
    typist.name("Ana")
    typist.enter()
    typist.type("f34")
    typist.enter()
    return typist
  }

  /// And a child of an age.
  static func withChild(_ age: String) -> FormTypist {
    var typist = withMother()
    typist.press(.control("N"))
    typist.name("Luz")
    typist.enter()
    typist.type("f" + age)
    typist.enter()
    typist.type("c")
    return typist
  }

  @Test func theNextMemberCarriesTheFamilyName() {
    var typist = Self.withMother()
    typist.press(.control("N"))
    #expect(typist.form.members.count == 2)
    #expect(typist.form[FormPlace(.familyName, of: 1)].standing == .carried)
    #expect(typist.value(.familyName, of: 1) == "Flores")
    #expect(typist.form.place == FormPlace(.givenNames, of: 1))
  }

  @Test func theKeyOfTheNextMemberHeldDownAddsOne() {
    var typist = Self.withMother()
    for _ in 0..<100 { typist.press(.control("N")) }
    #expect(typist.form.members.count == 2)
    #expect(typist.outcomes.last == .bell)
  }

  @Test func anOddGapIsShownAtTheSummaryAndItsDigitGoesThere() throws {
    var typist = Self.withChild("30")
    #expect(typist.press(.control("D")) == .bell)
    #expect(typist.form.place == nil && typist.filed.isEmpty)
    #expect(typist.form.faults.map(\.check) == [.ageGap])
    typist.type("1")
    #expect(typist.form.place == FormPlace(.birth, of: 1))
    typist.type("3")
    typist.enter()
    // From a fault the summary follows again.
    #expect(typist.form.place == nil && typist.form.faults.isEmpty)
    typist.enter()
    let act = try #require(typist.filed.first).act(in: typist.context)
    #expect(act.confirmed.isEmpty && act.arrival?.members[1].age == Years(3))
  }

  @Test func anOddGapIsFiledByEnterAgainAndRecorded() throws {
    var typist = Self.withChild("30")
    typist.press(.control("D"))
    typist.enter()
    let act = try #require(typist.filed.first).act(in: typist.context)
    #expect(act.confirmed == [Act.Confirmation(.member(1), .ageGap)])
  }

  @Test func whatIsMissingIsNamedAndNothingIsFiled() {
    var typist = Self.withMother()
    typist.press(.control("N"))
    typist.name("Luz")
    typist.press(.control("D"))
    #expect(typist.form.place == nil)
    #expect(typist.form.faults.map(\.place.field) == [.sex, .birth, .tie])
    typist.enter(10)
    #expect(typist.filed.isEmpty)
  }

  @Test(arguments: [("h", "m30", FormField.tie), ("p", "m15", .tie)])
  func tiesThatCannotBe(_ tie: String, _ person: String, _ field: FormField) {
    var typist = Self.withMother()
    typist.press(.control("N"))
    typist.enter()
    typist.type(person)
    typist.enter()
    typist.type(tie)
    typist.press(.control("D"))
    #expect(typist.filed.isEmpty)
    #expect(typist.form.faults.first?.place == FormPlace(field, of: 1))
    #expect(typist.form.faults.first?.isImpossible == true)
  }

  @Test func whatTheCenterRefusesIsSaidInItsOwnWords() {
    var typist = Self.withMother()
    for _ in 0...Limit.casePeople {
      typist.press(.control("N"))
      typist.enter()
      typist.type("x3")
      typist.enter()
      typist.type("c")
    }
    typist.press(.control("D"))
    #expect(typist.filed.isEmpty)
    #expect(typist.form.faults.first?.isImpossible == true)
    #expect(typist.form.message?.text.contains("\(Limit.casePeople)") == true)
  }

  @Test func custodyCannotBeginAfterTheyCame() {
    var typist = Self.withMother()
    for _ in 0..<10 { typist.press(.up) }
    #expect(typist.field == .bookIn)
    typist.type("1430")
    for _ in 0..<4 { typist.press(.up) }
    #expect(typist.field == .arrivedAt)
    typist.type("1200")
    typist.press(.control("D"))
    #expect(typist.filed.isEmpty)
    #expect(typist.form.faults.map(\.place.field) == [.bookIn])
  }

  @Test func aGrandmotherWithGrandchildrenIsTwoCases() throws {
    var typist = Self.withMother()
    typist.press(.control("N"))
    typist.enter()
    typist.type("m8")
    typist.enter()
    typist.type("r")
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    let command = try #require(act.command)
    let events = try typist.context.center.decide(command, Moment(SmallCenter.now, by: Code("op1")))
    guard case .partyArrived(let party)? = events.first else { throw LineFault(0..<0, "nobody arrived") }
    #expect(party.cases.map(\.kind) == [.singleAdult, .unaccompaniedChild])
  }

  @Test func oneValueForAll() {
    var typist = Self.withChild("3")
    typist.enter()
    typist.type("-")
    typist.press(.up)
    typist.press(.control("A"))
    #expect(typist.value(.needs, of: 0) == "-" && typist.value(.needs, of: 1) == "-")
    typist.press(.control("Y"))
    #expect(typist.value(.needs, of: 0) == "" && typist.value(.needs, of: 1) == "-")
  }

  @Test func everyChangeCanBeTakenBack() {
    var typist = Self.withMother()
    typist.press(.control("X"))
    #expect(typist.form.members[0][.familyName].text == "")
    typist.press(.control("Y"))
    #expect(typist.value(.familyName) == "Flores" && typist.value(.birth) == "34")
    typist.press(.control("_"))
    #expect(typist.value(.birth) == "")
    for _ in 0..<20 { typist.press(.control("Y")) }
    #expect(typist.outcomes.last == .bell)
    #expect(typist.form.members[0][.familyName].text == "")
  }

  @Test func aMemberTakenOutLeavesTheOthers() {
    var typist = Self.withChild("3")
    typist.press(.pageUp)
    #expect(typist.form.place?.member == 0)
    typist.press(.control("X"))
    #expect(typist.form.members.count == 1)
    #expect(typist.value(.givenNames) == "Luz" && typist.value(.tie) == "h")
  }

  @Test func changingHowTheyCameLeavesTheBusOutAndKeepsIt() throws {
    var typist = Self.withMother()
    for _ in 0..<6 { typist.press(.up) }
    #expect(typist.field == .transport)
    typist.type("foot")
    typist.enter()
    #expect(typist.form.message?.text.contains("0001") == true)
    #expect(typist.value(.bus) == "0001")
    typist.press(.control("D"))
    let arrival = try #require(typist.filed.first?.act(in: typist.context).arrival)
    #expect(arrival.bus == nil && arrival.transport == .foot)
  }

  @Test func aParkedFormIsTakenUpWhereItWasLeft() {
    var typist = Self.withMother()
    typist.type("AB12")
    typist.press(.control("K"))
    #expect(typist.form.isBlank && typist.desk.parked.count == 1)
    typist.context.now = typist.context.now + .minutes(12)
    typist.press(.control("R"))
    let size = Size(width: 80, height: 20)
    var frame = Frame(size: size)
    typist.desk.draw(in: &frame, size.rect, in: typist.context, typist.help, Glyphs(.unicode))
    #expect(frame.lines[1].contains("0h12") && frame.lines[1].contains("f34 Flores Ana"))
    typist.type("1")
    #expect(typist.field == .document && typist.form.text == "AB12")
    #expect(typist.desk.parked.isEmpty)
    typist.enter()
    #expect(typist.value(.document) == "AB12")
  }

  @Test func aBlankFormIsNotParkedAndAFullTrayRefuses() {
    var typist = FormTypist(FormTypist.context(bus: true))
    #expect(typist.press(.control("K")) == .bell)
    for _ in 0..<(FormDesk.parkedMost + 5) {
      typist.type("a")
      typist.press(.control("K"))
    }
    #expect(typist.desk.parked.count == FormDesk.parkedMost)
    #expect(typist.form.text.isEmpty == false)
  }

  @Test func whatWasTypedSurvivesAsADraft() throws {
    var typist = Self.withChild("3")
    typist.type("AB")
    typist.press(.control("K"))
    typist.type("Ru")
    #expect(typist.press(.escape) == .leave)
    var writer = JSONFieldWriter(zone: .utc)
    writer.object(typist.desk)
    let faults = FaultSink(most: 10)
    let document = try JSONDocument(parsing: writer.json.bytes)
    var again = JSONFieldReader.read(FormDesk.self, from: document.root, faults: faults)
    #expect(faults.all.isEmpty)
    again.takeUp(in: typist.context)
    typist.desk = again
    #expect(typist.form.text == "Ru" && typist.field == .familyName)
    typist.type("iz")
    typist.enter()
    #expect(typist.value(.familyName) == "Ruiz")
    typist.press(.control("R"))
    typist.enter()
    #expect(typist.form.members.count == 2 && typist.form.text == "AB")
    typist.press(.control("D"))
    #expect(typist.filed.count == 1)
  }

  @Test func aDraftOfAnotherVersionLeavesNoPlaceThatDoesNotExist() throws {
    let text =
      #"{"form":{"place":{"field":"sex","member":7},"path":[{"field":"sex","member":3}]},"statistics":{},"last":{}}"#
    let faults = FaultSink(most: 10)
    var desk = JSONFieldReader.read(
      FormDesk.self, from: try JSONDocument(parsing: Array(text.utf8)).root, faults: faults)
    var typist = FormTypist()
    desk.takeUp(in: typist.context)
    typist.desk = desk
    typist.press(.up)
    typist.type("Flores")
    #expect(typist.form.members.count == 1 && typist.form.text.isEmpty == false)
  }

  @Test func possibleDuplicatesAreCountedAndNeverInTheWay() {
    var known = PersonDetails()
    known.familyName = "FLORES"
    known.birthDate = "1987-02-03"
    let people = [KnownPerson(PersonID(number: 12), known)]
    var typist = Self.withMother()
    typist.help.duplicates = { $0.possibleDuplicates(among: people) }
    #expect(typist.form.possibleDuplicates(among: people).isEmpty)
    typist.press(.up)
    typist.type("03021987")
    #expect(
      typist.form.possibleDuplicates(among: people)
        == [FormDuplicate(member: 0, person: PersonID(number: 12), because: .nameAndBirth)])
    typist.press(.control("F"))
    #expect(typist.form.showsDuplicates && typist.field == .document)
    typist.press(.control("D"))
    #expect(typist.filed.count == 1)
  }

  @Test func aSecondPersonKeysAgainAndSeesWhereTheyDiffer() throws {
    var typist = Self.withMother()
    let first = typist.form
    #expect(first.keyedAgain(by: Code("OP1"), in: typist.context) == nil)
    let again = try #require(first.keyedAgain(by: Code("op2"), in: typist.context))
    typist.desk.form = again
    #expect(typist.value(.familyName) == "")
    typist.type("Flores")
    typist.enter()
    typist.type("Anna")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.form.message?.text.contains("First Ana, now Anna") == true)
    typist.enter()
    #expect(typist.field == .birth)
    typist.type("43")
    typist.enter()
    typist.press(.control("P"))
    #expect(typist.value(.birth) == "34")
    let differences = try #require(typist.form.check).differences
    #expect(differences.map(\.place.field) == [.givenNames])
    #expect(differences.map(\.first) == ["Ana"] && differences.map(\.kept) == ["Anna"])
    typist.press(.control("D"))
    #expect(typist.filed.first?.members[0][.givenNames].text == "Anna")
  }

  @Test func theOperatorsFiguresComeFirst() {
    var typist = FormTypist(FormTypist.context(bus: true))
    for _ in 0..<3 {
      typist.type("x")
      typist.context.now = typist.context.now + .minutes(2)
      typist.press(.backspace)
      FormTests.typeThree(&typist, "Rojas")
    }
    let statistics = typist.desk.statistics
    #expect(statistics.cases == 3 && statistics.casesAnHour == 30 && statistics.corrections == 3)
    #expect(statistics.keysACase == 36 + 2 + "RojasRosaAbelLuz".count)
  }

  @Test func aPasteIsTextAndNeverSubmits() {
    var typist = FormTypist(FormTypist.context(bus: true))
    #expect(typist.press(.paste("Flores\nAna\n\n\n\n")) == .nothing)
    #expect(typist.field == .familyName && typist.form.text == "Flores Ana    ")
    typist.enter()
    #expect(typist.value(.familyName) == "Flores Ana")
    typist.press(.paste(String(repeating: "a", count: 60_000)))
    #expect(typist.form.text.count == 200)
  }

  @Test(arguments: [MRZTests.passport, MRZTests.card, MRZTests.tall])
  func aPastedDocumentFillsTheMember(_ zone: String) throws {
    var typist = FormTypist()
    for _ in 0..<3 { typist.enter() }
    typist.press(.paste(zone))
    #expect(typist.value(.familyName) == "ERIKSSON" && typist.value(.givenNames) == "ANNA MARIA")
    #expect(typist.value(.birth) == "1974-08-12" && typist.value(.sex) == "f")
    #expect(typist.field == .needs)
    typist.press(.control("D"))
    let details = try #require(typist.filed.first).act(in: typist.context).details[.member(0)]
    #expect(details?.issuer == "UTO" && details?.document.contains(" ") == false)
  }

  @Test func aWedgeTypesADocumentLineByLine() {
    var typist = Self.withMother()
    for line in MRZTests.passport.split(separator: "\n") {
      typist.type(String(line))
      typist.enter()
    }
    #expect(typist.filed.isEmpty)
    #expect(typist.value(.familyName) == "ERIKSSON" && typist.value(.document) == "L898902C3 P UTO")
    #expect(typist.field == .needs)
    typist.press(.control("Y"))
    #expect(typist.value(.familyName) == "Flores" && typist.value(.birth) == "34")
  }

  @Test func whatACheckDigitDoesNotConfirmIsLeftToBeTyped() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.press(.paste(MRZTests.passport.replacing("7408122", with: "7408132")))
    #expect(typist.value(.familyName) == "ERIKSSON" && typist.value(.birth) == "")
    #expect(typist.field == .birth)
    #expect(typist.form.message?.text.contains("birth date") == true)
  }

  @Test func aScanBrokenOffIsSaidAndNothingIsKept() {
    var typist = Self.withMother()
    typist.type(String(MRZTests.passport.split(separator: "\n")[0]))
    typist.enter()
    typist.type("L8989")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.value(.document) == "" && typist.field == .document)
    #expect(typist.form.message?.severity == .impossible)
  }

  @Test func anyKeysAreAnsweredAndWhatIsFiledCanBeEntered() throws {
    let alphabet: [Key] =
      "fmxhpcrn?\"-0123456789 aeñ<é٣".unicodeScalars.map { .character($0) }
      + "NDPAXOYKRFUWLCG_".unicodeScalars.map { .control($0) }
      + [
        .enter, .enter, .enter, .tab, .backTab, .up, .down, .left, .right, .home, .end, .backspace, .delete, .pageUp,
        .pageDown, .escape, .resize, .unknown, .paste(MRZTests.card), .paste("a\nb"), .function(4), .function(10),
      ]
    var random = SystemRandomNumberGenerator()
    var typist = FormTypist(FormTypist.context(bus: true))
    var frame = Frame(width: 80, height: 22)
    for step in 0..<6_000 {
      typist.isDrawn = Bool.random(using: &random)
      typist.press(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      if step % 10 == 0 {
        frame = Frame(width: Int.random(in: 0...90, using: &random), height: Int.random(in: 0...24, using: &random))
        typist.desk.draw(in: &frame, frame.rect, in: typist.context, typist.help, Glyphs(.ascii))
      }
      if step % 500 == 499 {
        typist.context.now = typist.context.now + .minutes(1)
        FormTests.typeThree(&typist)
      }
    }
    for form in typist.filed {
      let act = try form.act(in: typist.context)
      #expect(act.arrival?.members.isEmpty == false)
    }
  }
}
