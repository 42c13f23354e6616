import CaseFlow
import Screens
import Testing

/// The children's lane, worked by keys: from the claim to the hand-over, without a command to remember.
@Suite struct ChildLaneKeysTests {
  /// Two grandchildren of a woman who came with them, at reception.
  private func lane() throws -> (LiveOperator, grandmother: CaseID, child: CaseID, sister: CaseID) {
    var one = LiveOperator(by: "cw1", width: 120, height: 40)
    one.type(":arrive f71/15.16gm spa hnd")
    one.press(.enter)
    let party = one.center.cases.items.suffix(3).map(\.id)
    try #require(party.count == 3 && one.center.cases[party[1]]?.isChildAlone == true)
    one.type(":children")
    one.press(.enter)
    one.state.pane.selection = .aCase(party[1])
    return (one, party[0], party[1], party[2])
  }

  @Test func aChildIsDeterminedNotifiedAskedForAndAnsweredByKeys() throws {
    var (one, _, child, _) = try lane()
    one.press(.char("a"))
    #expect(one.message == "Nobody was asked for this case yet. Offer it, or ask for a place, first.")
    one.press(.char("l"))
    #expect(one.sees.contains("determined to be alone") && one.sees.contains("once ORR accepted"))
    one.press(.char("d"))
    one.type("agency")
    one.press(.enter)
    #expect(one.center.cases[child]?.child.basis == .agencyFinding, "\(one.message)")
    one.press(.char("l"), .char("o"))
    #expect(one.center.cases[child]?.child.orrNotifiedAt != nil)
    one.press(.char("l"))
    #expect(one.sees.contains("done"))
    one.press(.char("a"))
    #expect(one.center.cases[child]?.transfer.destination == .orr)
    // Asked for twice by mistake: the first request stands, with its time.
    let asked = one.center.cases[child]?.transfer
    one.press(.char("l"), .char("a"))
    #expect(one.center.cases[child]?.transfer == asked && one.message.contains("already"), "\(one.message)")
    one.press(.char("a"))
    #expect(one.sees.contains("no place: "))
    one.press(.escape)
    one.press(.char("a"), .char("a"))
    #expect(one.center.cases[child]?.transfer.acceptedAt != nil, "\(one.message)")
    // The same key once more takes the place away from nobody.
    let accepted = one.center.cases[child]?.transfer
    one.press(.char("a"), .char("a"))
    #expect(one.center.cases[child]?.transfer == accepted && one.message.contains("already"), "\(one.message)")
    one.press(.char("l"), .char("a"))
    #expect(one.center.cases[child]?.transfer == accepted && one.message.contains("already"), "\(one.message)")
    one.press(.char("l"), .char("p"))
    one.type("21:30")
    one.press(.enter)
    #expect(one.center.cases[child]?.transfer.pickupAt != nil, "\(one.message)")
    one.press(.char("d"))
    #expect(one.sees.contains("has it left?") && one.center.cases[child]?.isOnRoll == true)
    one.press(.char("h"))
    #expect(one.center.cases[child]?.exit == .transferred, "\(one.message)")
  }

  @Test func whoWasAskedForElsewhereStandsAmongThoseWhoLeave() throws {
    var (one, _, child, _) = try lane()
    one.type(":transfer \(child.label) hospital asked")
    one.press(.enter)
    one.press(.char("8"))
    one.type("/\(child.number)")
    one.press(.enter)
    #expect(one.state.pane.selection == .aCase(child))
    #expect(one.sees.contains("hospital") && one.sees.contains("transfer asked"))
    #expect(one.sees.contains("1 on other rows"))
    one.press(.char("a"), .char("a"))
    #expect(one.center.cases[child]?.transfer.acceptedAt != nil, "\(one.message)")
  }

  @Test func aGrandmotherAndHerGrandchildrenAreShownToBelongTogether() throws {
    var (one, grandmother, child, sister) = try lane()
    one.state.open(.aCase(grandmother))
    one.refresh()
    #expect(
      one.sees.contains("Came with \(child.label), \(sister.label), children alone: keep them side by side"),
      "\(one.sees)")
    one.state.go(to: .leavingList(.ready))
    one.state.pane.selection = .aCase(grandmother)
    one.refresh()
    one.press(.char("d"))
    #expect(one.sees.contains("came with \(child.label), \(sister.label), children alone, still here"), "\(one.sees)")
    one.press(.escape)
    // The child goes where somebody is asked for it: there is nowhere to leave to yet.
    one.type(":children")
    one.press(.enter)
    one.state.pane.selection = .aCase(child)
    one.refresh()
    one.press(.char("d"))
    #expect(one.message == "Nobody was asked for this case yet. Offer it, or ask for a place, first.", "\(one.sees)")
    one.state.open(.aCase(child))
    one.refresh()
    #expect(one.sees.contains("Came with \(grandmother.label), still here."))
  }
}
