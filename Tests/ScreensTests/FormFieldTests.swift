import CaseFlow
import Screens
import Testing

/// Codes, names, unknowns and repeated values in the entry form.
@Suite struct FormFieldTests {
  /// A typist at the language of a first case on foot.
  static func atLanguage() -> FormTypist {
    var typist = FormTypist()
    typist.enter()
    return typist
  }

  @Test(arguments: ["por", "pt", "Portuguese", "portu", "POR"])
  func aLanguageByCodeOrName(_ typed: String) {
    var typist = Self.atLanguage()
    #expect(typist.field == .language)
    typist.type(typed)
    typist.enter()
    #expect(typist.value(.language) == "por" && typist.field == .secondLanguage)
  }

  @Test func whatMayBeSeveralStaysAndNamesThem() {
    var typist = Self.atLanguage()
    typist.type("mand")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.field == .language)
    #expect(typist.form.message?.text.contains("cmn Mandarin Chinese, mnk Mandinka") == true)
    typist.press(.control("U"))
    typist.type("klingonese")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.field == .language)
    #expect(typist.form.message?.text.contains("klingonese") == true)
  }

  @Test func theListBeginsWithTheMostUsedAndEnterTakesTheMarkedLine() {
    var typist = Self.atLanguage()
    typist.help.uses = { field, code in field == .language && code == "mam" ? 9 : 0 }
    typist.press(.function(4))
    typist.enter()
    #expect(typist.value(.language) == "mam")
    typist.press(.up)
    typist.press(.control("O"))
    typist.type("haitian")
    typist.enter()
    #expect(typist.value(.language) == "hat")
    typist.press(.up)
    typist.press(.control("O"))
    typist.press(.down)
    #expect(typist.press(.escape) == .nothing)
    #expect(typist.field == .language && typist.value(.language) == "hat")
  }

  @Test func howOftenACodeWasUsedNeverChangesWhatEnterTakes() {
    for favorite in ["por", "pan"] {
      var typist = Self.atLanguage()
      typist.help.uses = { _, code in code == favorite ? 99 : 0 }
      typist.type("portu")
      typist.enter()
      #expect(typist.value(.language) == "por")
    }
  }

  @Test func unknownIsAValueOfItsOwn() throws {
    var typist = FormTypist()
    typist.type("???")
    #expect(typist.field == .familyName)
    typist.type("??f?c")
    #expect(typist.value(.birth) == "?")
    typist.press(.control("D"))
    // The first is the head: of an unknown age an adult.
    typist.press(.control("U"))
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    let arrival = try #require(act.arrival)
    #expect(arrival.language == Vocabulary.unknownLanguage && arrival.nationality == Vocabulary.unknownNation)
    #expect(arrival.bookIn == nil)
    #expect(arrival.members[0].age == nil && arrival.members[0].band == .adult)
    #expect(act.details[.member(0)]?.unknown == [.familyName, .givenNames, .birthDate])
  }

  @Test func whoMayBeAChildIsNeverAnAdultByGuess() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter(2)
    typist.type("f40")
    typist.press(.control("N"))
    typist.enter()
    typist.type("m?r")
    typist.press(.control("D"))
    #expect(typist.filed.isEmpty && typist.form.place == nil)
    #expect(typist.form.faults.first?.place == FormPlace(.birth, of: 1))
    typist.type("1c")
    typist.enter()
    #expect(typist.form.place == nil)
    typist.enter()
    let arrival = try #require(typist.filed.first?.act(in: typist.context).arrival)
    #expect(arrival.members[1].band == .child && arrival.members[1].age == nil)
  }

  @Test func theRepeatKeyCopiesFromTheMemberBeforeAndTheCaseBefore() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter(2)
    typist.type("f34")
    typist.enter()
    typist.name("AB123")
    typist.press(.control("N"))
    typist.enter()
    typist.press(.char("\""))
    #expect(typist.value(.sex, of: 1) == "f" && typist.form.place == FormPlace(.birth, of: 1))
    typist.type("7")
    typist.enter()
    typist.type("c")
    typist.press(.control("D"))
    #expect(typist.filed.count == 1)
    typist.press(.control("P"))
    #expect(typist.value(.familyName) == "Flores" && typist.field == .givenNames)
  }

  @Test func nothingToRepeatRingsAndSaysSo() {
    var typist = FormTypist()
    #expect(typist.press(.char("\"")) == .bell)
    #expect(typist.form.message?.severity == .note)
  }

  @Test func needsByLettersAndCodes() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter(2)
    typist.type("f34")
    typist.enter(2)
    #expect(typist.field == .needs)
    typist.type("pi ds-bd")
    typist.enter()
    #expect(typist.value(.needs) == "SM-DP SM-OT DS-BD")
    typist.press(.control("D"))
    let needs = try #require(typist.filed.first?.act(in: typist.context).arrival).members[0].needs
    #expect(needs.asked && needs.all.map(\.code) == ["DS-BD", "SM-DP", "SM-OT"])
    typist.name("Vera")
    typist.enter(2)
    typist.type("m30")
    typist.enter(2)
    typist.type("-")
    #expect(typist.field == .note)
    typist.press(.control("D"))
    let none = try #require(typist.filed.last?.act(in: typist.context).arrival).members[0].needs
    #expect(none.asked && none.isEmpty)
  }

  @Test func namesAreKeptByteForByteAndAttacksRefused() {
    for name in ["D'Ávila-O’Neill", "Ñ", "N'Diaye", "Null", "مینا", "X"] {
      var typist = FormTypist(FormTypist.context(bus: true))
      typist.type(name)
      typist.enter()
      #expect(Array(typist.value(.familyName).utf8) == Array(name.utf8))
    }
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.type("Ma")
    #expect(typist.press(.char("\u{202E}")) == .bell)
    #expect(typist.press(.char("\u{1B}")) == .bell)
    typist.type("r\u{1F600}")
    #expect(typist.press(.enter) == .bell)
    #expect(typist.field == .familyName)
    typist.press(.control("U"))
    typist.type("  Rosa   Diaz ")
    typist.enter()
    #expect(typist.value(.familyName) == "Rosa Diaz")
  }

  @Test func aNameOfTwoAlphabetsIsQuestionedAndThatIsRecorded() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.type("M\u{0430}ria")
    #expect(typist.press(.enter) == .bell)
    typist.enter(2)
    typist.type("f34")
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    #expect(act.confirmed == [Act.Confirmation(.member(0), .name)])
  }

  @Test func editingWithinAName() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.type("Gomes")
    typist.press(.left)
    typist.press(.backspace)
    typist.type("z")
    typist.press(.delete)
    typist.press(.home)
    typist.type("de ")
    typist.press(.end)
    typist.press(.control("W"))
    typist.type("Ruiz")
    typist.enter()
    #expect(typist.value(.familyName) == "de Ruiz")
  }

  @Test func anAppointmentBringsWhatTheListKnows() throws {
    var typist = FormTypist()
    var listed = AppointmentListed()
    listed.appointment = Code("A-17")
    listed.people = 2
    listed.expected = SmallCenter.now
    listed.language = Code("hat")
    typist.context.center.apply(
      Record(seq: 1, at: SmallCenter.now, recorded: SmallCenter.now, by: Code("op1"), event: .appointmentListed(listed))
    )
    typist.enter(3)
    #expect(typist.field == .appointment)
    typist.type("a-17")
    typist.enter()
    #expect(typist.value(.language) == "hat" && typist.value(.transport) == "appointment")
    typist.name("Joseph")
    typist.enter(2)
    typist.type("m30")
    typist.press(.control("D"))
    let arrival = try #require(typist.filed.first?.act(in: typist.context).arrival)
    #expect(arrival.appointment == Code("A-17") && arrival.transport == .appointment)
  }

  @Test func aLateEntryCarriesItsTrueTime() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    for _ in 0..<7 { typist.press(.up) }
    #expect(typist.field == .arrivedAt)
    typist.type("0905")
    typist.name("Flores")
    for _ in 0..<2 { typist.press(.tab) }
    typist.type("f34")
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    #expect(act.at == SmallCenter.start + .minutes(185))
    // The pile of paper goes on at the same time.
    #expect(typist.value(.arrivedAt) == "2021-12-24 09:05")
  }
}
