import CaseFlow
import Screens
import Testing

/// Somebody is looked for, by the number called aloud or by where they live.
@Suite struct FindTests {
  @Test func aNumberLeadsToTheCaseThatBearsItNotToAPersonOfAnother() {
    var clerk = LiveOperator(.arrive, width: 120, height: 40)
    clerk.center = Center(plan: SmallCenter.plan, rules: .us2021)
    clerk.refresh()
    for line in ["fm+7.4", "m30"] {
      clerk.type(line)
      clerk.press(.enter)
    }
    // The man's case has the number that the second of the family has as a person.
    let (other, wanted) = (CaseID(number: 1), CaseID(number: 2))
    #expect(clerk.center.cases[other]?.members.contains { $0.number == wanted.number } == true)
    clerk.press(.escape, .char("0"))
    clerk.type("/\(wanted.checked)")
    clerk.press(.enter)
    #expect(clerk.state.pane.selection == .aCase(wanted))
    #expect(clerk.message == "Case \(wanted.checked). A person has this number too: n goes to their case.")
    clerk.press(.char("n"))
    #expect(clerk.state.pane.selection == .aCase(other))
    // From the board, where nothing is listed, it stands first.
    clerk.press(.char("1"))
    clerk.type("/\(wanted.number)")
    clerk.press(.enter)
    #expect(clerk.state.view == .found("\(wanted.number)") && clerk.state.pane.selection == .aCase(wanted))
  }

  @Test func enterOnAnAreaListsWhoLivesThere() throws {
    var clerk = LiveOperator(.places, width: 120, height: 40)
    let area = try #require(clerk.model.figures.areas.first { $0.area.occupied > 0 }?.area)
    clerk.state.pane.selection = .area(area.code)
    clerk.press(.enter)
    let name = try #require(clerk.center.plan.areas.first { $0.code == area.code }?.name)
    #expect(clerk.sees.contains("\(name) \(clerk.model.glyphs.dot) "))
    let listed = clerk.model.contents(of: clerk.state.pane, size: clerk.state.size)
    let living = clerk.center.people.items.filter { $0.area == area.code }.map(\.caseID)
    #expect(!living.isEmpty && Set(listed) == Set(living.map { Item.aCase($0) }))
    clerk.press(.escape)
    #expect(clerk.state.view == .places && clerk.state.pane.selection == .area(area.code))
    // Any list can be narrowed to an area.
    clerk.press(.char("0"))
    clerk.type("\\area:\(area.code.text)")
    clerk.press(.enter)
    #expect(Set(clerk.model.contents(of: clerk.state.pane, size: clerk.state.size)) == Set(listed))
  }
}
