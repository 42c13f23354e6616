import CaseFlow
import Screens
import Testing

/// A child alone is counted and found as one from the first key, whatever row it stands on.
@Suite struct ChildrenElsewhereTests {
  @Test func theRowSaysHowManyStandOnOthersAndListsThem() throws {
    var clerk = LiveOperator(.arrive, width: 120, height: 40)
    let before = clerk.model.figures.childrenElsewherePeople
    clerk.type("/17 kek gt")
    clerk.press(.enter)
    let item = try #require(clerk.center.cases.items.last)
    #expect(clerk.model.figures.childrenElsewherePeople == before + 1)
    // The rows still add up to everyone on roll.
    #expect(clerk.model.figures.rows.reduce(0) { $0 + $1.people } == clerk.model.figures.counts.onRoll)
    clerk.press(.escape)
    let lane = clerk.model.figures.row(.childrenAlone)?.people ?? 0
    let line = try #require(clerk.sees.split(separator: "\n").first { $0.contains("Children alone") })
    #expect(line.contains("\(lane + before + 1) in all, of these \(before + 1) on other rows"), "\(line)")
    #expect(line.contains(" \(lane) "))
    clerk.state.go(to: .queue(.childrenAlone))
    clerk.refresh()
    let row = try #require(clerk.sees.split(separator: "\n").first { $0.contains(item.id.label) })
    #expect(row.contains("Reception: waiting"))
  }
}
