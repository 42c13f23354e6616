import CaseFlow
import Screens
import Testing

/// What the lists of those who leave say of whoever stays, and of whoever has not arrived.
@Suite("Who stays behind, and who has not arrived yet")
struct LeftBehindTests {
  /// A grandmother on the manifest of a bus; her two grandchildren, children alone, are not on it.
  private func boarded() throws -> (desks: Desks, grandmother: CaseID, children: [CaseID]) {
    var desks = Desks()
    try desks.open()
    _ = try desks.arrive("f71/11.8gm spa hnd")
    let ids = desks.center.cases.items.map(\.id)
    let grandmother = try #require(desks.center.cases.items.first { !$0.isChildAlone }).id
    try desks.hear(grandmother, "positive credibleFear")
    try desks.planRelease(grandmother)
    try desks.enter("departure casa 9 25/2100")
    try desks.enter("board \(grandmother.label)")
    return (desks, grandmother, ids.filter { $0 != grandmother })
  }

  private func manager(_ desks: Desks) -> LiveOperator {
    var one = LiveOperator(.leavingList(.departures), by: "cm1", width: 120, height: 40)
    one.center = desks.center
    one.refresh()
    return one
  }

  @Test("the bus that takes a grandmother names the grandchildren it leaves, before it goes and after")
  func bus() throws {
    let (desks, grandmother, children) = try boarded()
    var one = manager(desks)
    let both = children.map(\.label).joined(separator: ", ")
    #expect(children.count == 2 && one.sees.contains("2 children stay"))
    one.press(.char("g"), .char("d"))
    let warning = "\(both), children alone, stay here without who came with them: b on a case takes it off the bus."
    #expect(one.message == warning)
    #expect(one.sees.contains("takes it off the bus"))
    one.type("1")
    one.press(.enter)
    #expect(one.center.cases[grandmother]?.exit == .released)
    #expect(one.message.contains("\(both), children alone, stay here"))
    #expect(one.message.contains("+ refers to child welfare"))
  }

  @Test("whoever departs, by whatever way, is told whose grandchildren have nobody here now")
  func departs() throws {
    let (desks, grandmother, children) = try boarded()
    var one = manager(desks)
    for line in ["unboard \(grandmother.label)", "depart \(grandmother.label) leftUnannounced"] {
      one.type(":\(line)")
      one.press(.enter)
    }
    #expect(one.center.cases[grandmother]?.exit == .departed)
    #expect(one.message.contains("\(children.map(\.label).joined(separator: ", ")), children alone, stay here"))
  }

  @Test("a grandmother who is taken to a hospital for good leaves her grandchildren here, and the screen says so")
  func hospital() throws {
    let (desks, grandmother, children) = try boarded()
    var one = manager(desks)
    let id = grandmother.label
    for line in ["unboard \(id)"] + ["asked", "accepted", "departed"].map({ "transfer \(id) hospital \($0)" }) {
      one.type(":\(line)")
      one.press(.enter)
    }
    #expect(one.center.cases[grandmother]?.exit == .transferred)
    #expect(one.message.contains("\(children.map(\.label).joined(separator: ", ")), children alone, stay here"))
  }

  @Test("children whose aunt stays are not called alone when their grandmother leaves")
  func aunt() throws {
    var desks = Desks()
    try desks.open()
    _ = try desks.arrive("f71f45/11.8gm spa hnd")
    let adults = desks.center.cases.items.filter { !$0.isChildAlone }.map(\.id)
    #expect(adults.count == 2 && desks.center.childrenBeside([adults[0]]).isEmpty)
    #expect(desks.center.childrenBeside(adults).count == 2)
  }

  @Test("a case that was released has arrived at its receiver, whatever transfer was asked for before")
  func receiver() throws {
    var (desks, grandmother, _) = try boarded()
    try desks.enter("transfer \(grandmother.label) custody asked")
    try desks.enter("left #1 1")
    var one = LiveOperator(.leaving, by: "cm1", width: 120, height: 40)
    one.center = desks.center
    one.refresh()
    one.press(.char("g"), .char("f"))
    #expect(one.center.cases[grandmother]?.exit == .released)
    #expect(one.sees.contains("Casa Compañía; this cannot be taken back"))
  }

  @Test("a bus that leaves nobody's child behind says nothing of it")
  func nobody() throws {
    var (desks, grandmother, children) = try boarded()
    for child in children {
      try desks.serve(child, by: "op1")
      try desks.enter("away \(desks.item(child).members[0].label) hospital")
      try desks.enter("orr \(child.label)")
      try desks.enter("transfer \(child.label) hospital asked")
      try desks.enter("transfer \(child.label) hospital accepted")
      try desks.enter("transfer \(child.label) hospital departed")
    }
    var one = manager(desks)
    #expect(!one.sees.contains("children stay"))
    one.press(.char("g"), .char("d"))
    one.type("1")
    one.press(.enter)
    #expect(one.center.cases[grandmother]?.exit == .released && !one.message.contains("stay"))
  }

  @Test("the heading of Leaving counts a returned family until its hand-over is confirmed")
  func returned() throws {
    var desks = Desks()
    try desks.open()
    let family = try desks.arrive("fm+7 spa hnd")
    try desks.prepareReturn(family)
    let people = desks.item(family).members.map(\.label).joined(separator: ",")
    try desks.enter("consulate answer 1 \(people) protocol=yes")
    try desks.enter("return 1 second=lead tag=\(family.checked)")
    func heading() -> String {
      var model = BoardModel(center: desks.center, now: desks.now)
      model.zone = SmallCenter.zone
      return plain(model, .leaving, width: 80)
    }
    #expect(heading().contains("3 not yet arrived: returned"))
    try desks.enter("confirm 1")
    #expect(!heading().contains("not yet arrived"))
  }
}
