import CaseFlow
import Screens
import Testing

/// A party that is begun on the arrival line and finished in the form.
@Suite struct FormOfLineTests {
  private func form(_ line: String) throws -> (gate: LiveOperator, form: ArrivalForm) {
    var gate = LiveOperator(.arrive)
    gate.type(line)
    gate.press(.tab)
    #expect(gate.state.view == .form && gate.state.line.isEmpty)
    return (gate, try #require(gate.state.forms?.form))
  }

  @Test func everythingTheLineSaysStandsInTheForm() throws {
    let (gate, form) = try form("fm34+7.3c hat ht -pi also=spa at=14:05 in=24/0310 van")
    func value(_ field: FormField, _ member: Int = 0) -> String { form[FormPlace(field, of: member)].text }
    #expect(form.members.count == 6)
    #expect(value(.language) == "hat" && value(.secondLanguage) == "spa" && value(.nationality) == "HTI")
    #expect(value(.transport) == "van")
    #expect(value(.arrivedAt) == "2021-12-24 14:05" && value(.bookIn) == "2021-12-24 03:10")
    #expect((0..<6).map { value(.sex, $0) } == ["f", "m", "", "", "", ""])
    #expect((0..<6).map { value(.birth, $0) } == ["adult", "34", "7", "child", "child", "child"])
    #expect((0..<6).map { value(.tie, $0) } == ["h", "p", "c", "c", "c", "c"])
    #expect(value(.needs).contains("SM-DP") && value(.needs).contains("SM-OT"))
    // The eyes are on the paper: what is asked next is the first name.
    #expect(form.place == FormPlace(.familyName) && !form.isBlank)
    #expect(gate.sees.contains("ARRIVAL FORM"))
  }

  @Test(arguments: ["fm+7.4 spa ven", "/17 kek gt", "f71/11.8gm", "f+5/13au ?", "/16f+0", "m40/16f+0un", "f104 !"])
  func whatTheFormEntersIsWhatTheLineWould(_ line: String) throws {
    var gate = LiveOperator(.arrive)
    gate.type(line)
    let gates = try #require(gate.model.context(gate.state))
    let direct = try #require(try gate.state.arrivalEntry?.act(in: gates).arrival)
    var (typed, form) = try form(line)
    let context = try #require(typed.model.context(typed.state))
    // The form asks for every sex; the line leaves those of children open.
    for member in form.members.indices where form[FormPlace(.sex, of: member)].isEmpty {
      typed.state.forms?.form[FormPlace(.sex, of: member)].text = "x"
    }
    form = try #require(typed.state.forms?.form)
    let arrival = try #require(try form.act(in: context).arrival)
    #expect(arrival.members.map(\.tie) == direct.members.map(\.tie))
    #expect(arrival.members.map(\.relation) == direct.members.map(\.relation))
    #expect(arrival.members.map(\.band) == direct.members.map(\.band))
    #expect(arrival.members.map(\.age) == direct.members.map(\.age))
    #expect(arrival.language == direct.language && arrival.nationality == direct.nationality)
  }

  @Test func aFormInTheHandIsPutAsideAndNotLost() throws {
    var gate = LiveOperator(.arrive)
    gate.press(.tab, .enter, .enter, .enter)
    gate.type("Flores")
    gate.press(.escape)
    gate.type("fm+3")
    gate.press(.tab)
    #expect(gate.state.forms?.form.members.count == 3 && gate.state.forms?.parked.count == 1)
    gate.press(.control("R"), .char("1"))
    #expect(gate.state.forms?.form.text == "Flores")
  }

  @Test func aLineThatMeansNobodyStaysAndSaysWhy() {
    var gate = LiveOperator(.arrive)
    gate.type("fm+400")
    gate.press(.tab)
    #expect(gate.state.view == .arrive && gate.state.line.text == "fm+400" && !gate.message.isEmpty)
  }

  @Test func theFormFromThePaletteTakesTheKeptLineToo() {
    var gate = LiveOperator(.arrive)
    gate.type("f+5")
    gate.press(.escape, .char(":"))
    gate.type("form")
    gate.press(.enter)
    #expect(gate.state.view == .form && gate.state.forms?.form.members.count == 2 && gate.state.line.isEmpty)
  }

  @Test func whatAnAdultIsToTheChildrenIsStoredAndShown() throws {
    var gate = LiveOperator(.arrive, width: 120, height: 40)
    gate.type("f71/11.8gm spa")
    gate.press(.enter)
    let children = gate.center.people.items.suffix(2)
    #expect(children.map(\.relation) == [.grandmother, .grandmother])
    gate.state.open(.aCase(try #require(children.first).caseID))
    gate.refresh()
    #expect(gate.sees.contains("with grandmother"))
  }

  @Test func theSecondLanguageIsAskedBehindTheFirst() throws {
    var typist = FormTypist()
    typist.enter()
    typist.type("mam")
    typist.enter()
    #expect(typist.field == .secondLanguage)
    typist.type("mam")
    #expect(typist.press(.enter) == .bell && typist.field == .secondLanguage)
    typist.press(.control("U"))
    typist.type("spa")
    typist.enter()
    typist.type("gt")
    typist.enter()
    FormTests.typeThree(&typist)
    let arrival = try #require(typist.filed.first?.act(in: typist.context).arrival)
    #expect(arrival.language == Code("mam") && arrival.secondLanguage == Code("spa"))
  }

  @Test func aRelativesChildIsAskedForTheRelation() throws {
    var typist = FormFamilyTests.withMother()
    typist.press(.control("N"))
    typist.enter()
    typist.type("m13")
    typist.enter()
    typist.type("r")
    #expect(typist.field == .relation)
    typist.type("aunt")
    typist.enter()
    #expect(typist.field == .document && typist.value(.relation, of: 1) == "au")
    typist.press(.control("D"))
    let arrival = try #require(typist.filed.first?.act(in: typist.context).arrival)
    #expect(arrival.members.map(\.relation) == [nil, .aunt])
  }
}
