import CaseFlow
import Screens
import Testing

@Suite("Stories of the desks")
struct DeskStoryTests {
  private let reception = DeskID(stage: .reception, number: 1)
  private let health = DeskID(stage: .health, number: 1)
  private let interview = DeskID(stage: .interview, number: 1)

  @Test("a grandmother with two grandchildren: the children go to ORR together, from beside her")
  func grandmother() throws {
    var day = DeskStory()
    try day.enter("arrive f71/11.8gm spa hnd")
    let cases = day.center.cases.items.map(\.id)
    let (grandmother, older, younger) = (cases[0], cases[1], cases[2])
    #expect(day.center.cases.items.map(\.kind) == [.singleAdult, .unaccompaniedChild, .unaccompaniedChild])
    #expect(day.refuses("place \(older.checked) women-a override=lead").contains("child alone"))
    for child in [older, younger] {
      try day.serve(child, at: reception)
      try day.serve(child, at: health)
      try day.enter("child \(child.checked) agencyFinding", by: "cm1")
      try day.enter("orr \(child.checked)", by: "cm1")
      let person = try #require(day.center.cases[child]?.members.first)
      let refusal = day.refuses("tie \(person.checked) 1 second=op1")
      #expect(refusal.contains("second person"), "nobody makes her a parent alone: \(refusal)")
    }
    day.pass(.hours(2))
    try day.enter("transfer \(older.checked) orr asked", by: "cm1")
    #expect(day.sees(.aCase(younger)).contains("Its referral is not that of \(older.label), who came with it"))
    try day.enter("transfer \(younger.checked) orr asked", by: "cm1")
    day.pass(.hours(5))
    for child in [older, younger] { try day.enter("noplace \(child.checked) orr familySize", by: "cm1") }
    let children = day.sees(.children)
    #expect(children.contains("no place: size of the family") && children.contains("DETERMINED"))
    day.pass(.hours(12))
    for child in [older, younger] {
      try day.enter("transfer \(child.checked) orr asked", by: "cm1")
      try day.enter("transfer \(child.checked) orr accepted", by: "cm1")
      try day.enter("pickup \(child.checked) 14:30", by: "cm1")
    }
    let page = day.sees(.aCase(older))
    #expect(page.contains("No place, ") && page.contains("ORR accepted") && page.contains("The pick-up is due"))
    #expect(page.contains("Came with \(younger.label): keep them side by side"))
    #expect(!page.contains("Its referral is not that of"))
    day.pass(.hours(5))
    for child in [older, younger] {
      #expect(day.refuses("transfer \(child.checked) custody asked").contains("child alone"))
      try day.enter("transfer \(child.checked) orr departed", by: "cm1")
      try day.enter("confirm \(child.checked)", by: "cm1")
      #expect(day.center.cases[child]?.exit == .transferred && day.center.cases[child]?.transfer.arrivedAt != nil)
      for kind in [ClockKind.notifyORR, .transferORR] {
        #expect(day.clock(child, kind)?.state(at: day.now) == .met, "\(kind)")
      }
    }
    #expect(day.center.cases[grandmother]?.isOnRoll == true)
    #expect(try day.replayed().canonicalBytes(at: day.now) == day.center.canonicalBytes(at: day.now))
  }

  @Test("a family with a feverish child: isolated as a whole, tested, released from isolation, then interviewed")
  func feverishChild() throws {
    var day = DeskStory()
    try day.enter("arrive fm+7.4 spa hnd")
    let family = try #require(day.center.cases.items.first?.id)
    let child = try #require(day.center.cases[family]?.members[2])
    try day.serve(family, at: reception)
    day.pass(.hours(1))
    try day.enter("finding \(child.checked) influenzaLike", by: "nurse1")
    try day.enter("isolate \(family.checked) influenzaLike", by: "nurse1")
    #expect(day.center.people.items.allSatisfy { $0.area == Code("iso") }, "all of them, not the child alone")
    try day.serve(family, at: health)
    try day.enter("orient \(family.checked) spa", by: "leg1")
    day.pass(.days(3))
    try day.enter("open \(interview.text) spa", by: "ao1")
    #expect(day.refuses("call \(family.checked) \(interview.text) because child").contains("isolation"))
    #expect(!day.refuses("deisolate \(family.checked)", by: "nurse1").isEmpty, "nobody was tested yet")
    try day.enter("retest \(family.checked) no", by: "nurse1")
    day.pass(.days(5))
    #expect(day.clock(family, .retest)?.left(at: day.now) == .zero)
    try day.enter("retest \(family.checked) clear", by: "nurse1")
    try day.enter("deisolate \(family.checked)", by: "nurse1")
    #expect(day.center.people.items.allSatisfy { $0.area != Code("iso") })
    #expect(day.sees(.aCase(family)).contains("It stays longer than the norm: w says why."))
    try day.enter("stay \(family.checked) medical", by: "cm1")
    try day.enter("call \(family.checked) \(interview.text) because child", by: "ao1")
    try day.enter("begin", by: "ao1", desk: interview)
    try day.enter("determine \(family.checked) positive credibleFear reviewer=ao9", by: "ao1", desk: interview)
    try day.enter("done", by: "ao1", desk: interview)
    #expect(day.center.cases[family]?.step == .caseManagement)
    // Custody ran out meanwhile: the ledger knows without being told, and asks why.
    #expect(day.sees(.ledger).contains("no cause yet"))
    try day.enter("breach \(family.checked) clock medical clock=custody", by: "cm1")
    #expect(day.sees(.ledger).contains("medical reasons"))
    #expect(try day.replayed().canonicalBytes(at: day.now) == day.center.canonicalBytes(at: day.now))
  }
}
