import CaseFlow
import Screens
import Testing

/// Names, birth dates and documents keyed a second time by another person, of a case that has its number already.
@Suite struct FormKeyAgainTests {
  /// A mother and her daughter, entered by op1, with what is sealed of them.
  static func family() throws -> (center: Center, id: CaseID, details: [PersonID: PersonDetails]) {
    var typist = FormFamilyTests.withMother()
    typist.type("AB123")
    typist.press(.control("N"))
    typist.name("Luz")
    typist.enter()
    typist.type("f25122015c")
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    var center = typist.context.center
    var details: [PersonID: PersonDetails] = [:]
    var id = CaseID()
    func record(_ event: Event) {
      let now = SmallCenter.now
      center.apply(Record(seq: center.seq + 1, at: now, recorded: now, by: Code("op1"), event: event))
    }
    for event in try center.decide(#require(act.command), Moment(SmallCenter.now, by: Code("op1"))) {
      record(event)
      guard case .partyArrived(let e) = event else { continue }
      id = e.cases[0].caseID
      for (index, member) in e.members.enumerated() {
        details[member.person] = act.details[.member(index)]
        record(.detailsRecorded(Self.recorded(member.person, act.details[.member(index)]?.fields ?? [])))
      }
    }
    return (center, id, details)
  }

  static func recorded(_ person: PersonID, _ fields: [DetailField], again: Bool = false) -> DetailsRecorded {
    var event = DetailsRecorded()
    event.person = person
    event.fields = fields
    event.isSecondKeying = again
    event.seal = String(repeating: "0", count: 64)
    return event
  }

  private func board(
    by name: StaticString
  ) throws -> (gate: LiveOperator, id: CaseID, details: [PersonID: PersonDetails]) {
    let (center, id, details) = try Self.family()
    var gate = LiveOperator(.arrive, by: name)
    gate.center = center
    gate.refresh()
    return (gate, id, details)
  }

  @Test func oneKeyOnTheArrivalViewTakesTheNewestThatSomebodyElseKeyed() throws {
    var (gate, id, _) = try board(by: "op2")
    #expect(reduce(.char("v"), gate.model, &gate.state) == [.keyAgain(id)])
    gate.state.open(.aCase(id))
    gate.refresh()
    #expect(Footer.text(gate.model, gate.state, width: 200).contains("v key again"))
    #expect(reduce(.char("v"), gate.model, &gate.state) == [.keyAgain(id)])
    (gate, _, _) = try board(by: "OP1")
    #expect(reduce(.char("v"), gate.model, &gate.state) == [])
    #expect(gate.message == "Nothing waits to be keyed again by you.")
  }

  @Test func whoeverKeyedThemFirstIsRefused() throws {
    var (gate, id, details) = try board(by: "op1")
    gate.state.keyAgain(id, details, gate.model)
    #expect(gate.state.view == .arrive && gate.message.hasPrefix("You keyed these details yourself."))
    (gate, id, details) = try board(by: "op2")
    gate.state.keyAgain(id, [:], gate.model)
    #expect(gate.message.hasPrefix("Nothing of"))
  }

  @Test func theFirstKeyingStaysHiddenAndDifferencesAreShownAndRecorded() throws {
    var (gate, id, details) = try board(by: "op2")
    gate.state.keyAgain(id, details, gate.model)
    #expect(gate.state.view == .form && gate.sees.contains("SECOND KEYING by op2"))
    for hidden in ["Flores", "Ana", "Luz", "AB123"] { #expect(!gate.sees.contains(hidden)) }
    gate.type("Flores")
    gate.press(.enter)
    gate.type("Anna")
    gate.press(.enter)
    #expect(gate.sees.contains("First Ana, now Anna."))
    gate.press(.enter)
    // An age that was keyed as an age is the same, whatever year it stands for.
    gate.type("34")
    gate.press(.enter)
    gate.type("AB123")
    gate.press(.enter)
    gate.type("Flores")
    gate.press(.enter)
    gate.type("Luz")
    gate.press(.enter)
    gate.type("25122015")
    gate.press(.enter)
    #expect(gate.sees.contains("2 people") && gate.sees.contains("1 difference"))
    let form = try #require(gate.state.forms?.form)
    let act = try form.act(in: #require(gate.model.context(gate.state)))
    let people = gate.center.cases[id]?.members ?? []
    #expect(act.command == nil && act.isSecondKeying)
    #expect(act.details[.person(people[0])]?.givenNames == "Anna")
    #expect(act.changed[.person(people[0])] == [.givenNames] && act.changed[.person(people[1])] == [])
    #expect(act.details[.person(people[1])]?.birthDate == "2015-12-25")
    var changed = Self.recorded(people[0], [.familyName, .givenNames], again: true)
    changed.changed = [.givenNames]
    let now = gate.model.now
    let records = [
      Record(seq: gate.center.seq + 1, at: now, recorded: now, by: gate.by, event: .detailsRecorded(changed))
    ]
    gate.center.apply(records[0])
    gate.refresh()
    gate.state.recorded(.form(form), records, gate.model)
    #expect(gate.message == "\(id.checked) was keyed again by a second person, changed: given names.")
    // Back where it was begun, and the next form carries nothing of it over.
    #expect(gate.state.view == .arrive && gate.state.forms?.form.isBlank == true)
    #expect(gate.state.forms?.form.members[0][.familyName].text == "")
    #expect(reduce(.char("v"), gate.model, &gate.state) == [.keyAgain(id)])
  }

  @Test func whatWasNotKeyedAgainIsNamedAtTheSummary() throws {
    var (gate, id, details) = try board(by: "op2")
    gate.state.keyAgain(id, details, gate.model)
    gate.type("Flores")
    gate.press(.control("D"))
    #expect(gate.sees.contains("Person 1: given names is not keyed again"))
    gate.press(.char("1"))
    #expect(gate.state.forms?.form.place == FormPlace(.givenNames))
  }

  @Test func theCenterRefusesASecondKeyingByTheSamePerson() throws {
    let (center, id, _) = try Self.family()
    let person = try #require(center.cases[id]?.members.first)
    func objection(by name: StaticString) -> Refusal? {
      center.objection(
        to: Record(
          seq: center.seq + 1, at: SmallCenter.now, recorded: SmallCenter.now, by: Code(name),
          event: .detailsRecorded(Self.recorded(person, [.familyName], again: true))))
    }
    #expect(objection(by: "Op1")?.rule == .secondPerson)
    #expect(objection(by: "op2") == nil)
  }

  @Test func aScanAndATypedNumberAreTheSameDocument() throws {
    var (gate, id, details) = try board(by: "op2")
    let mother = try #require(gate.center.cases[id]?.members.first)
    details[mother]?.document = "L898902C3"
    gate.state.keyAgain(id, details, gate.model)
    for _ in 0..<3 { gate.press(.control("P")) }
    gate.press(.paste(MRZTests.passport))
    #expect(!gate.sees.contains("First L898902C3"))
  }
}
