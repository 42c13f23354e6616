import CaseFlow
import Testing

@Suite("The numbered things of a center")
struct RollTests {
  private func roll(_ numbers: Int32...) -> Roll<CaseID, String> {
    var roll = Roll<CaseID, String>()
    for number in numbers { roll.insert("case \(number)", at: CaseID(number: number)) }
    return roll
  }

  @Test("are found by number, with holes between them, in the order in which they came")
  func holes() {
    let roll = roll(5, 9, 7)
    #expect(Array(roll.items) == ["case 5", "case 9", "case 7"] && roll.count == 3)
    #expect(roll[CaseID(number: 7)] == "case 7" && roll.position(of: CaseID(number: 9)) == 1)
    for number: Int32 in [4, 6, 8, 10, 0, -1, .min, .max] { #expect(roll[CaseID(number: number)] == nil) }
  }

  @Test("a hole that comes later leaves those before where they were") func lateHole() {
    let roll = roll(5, 6, 7, 9, 8)
    #expect([5, 6, 7, 8, 9].map { roll[CaseID(number: $0)] } == [5, 6, 7, 8, 9].map { "case \($0)" })
    #expect(roll[CaseID(number: 10)] == nil && roll[CaseID(number: 4)] == nil)
  }

  @Test("are found as before in a center read from a snapshot, with holes and without", arguments: [1, 3] as [Int32])
  func snapshot(step: Int32) {
    var opening = OpeningState()
    for index in 0..<200 as Range<Int32> {
      var item = Case()
      item.id = CaseID(number: 5 + index * step)
      opening.cases.append(item)
    }
    var center = Center(plan: SmallCenter.plan, rules: .us2023)
    center.apply(
      Record(seq: 0, at: SmallCenter.noon, recorded: SmallCenter.noon, by: Code("op1"), event: .stateAt(opening)))
    var held = CaseExpedited()
    held.caseID = opening.cases[100].id
    center.apply(
      Record(seq: 1, at: SmallCenter.noon, recorded: SmallCenter.noon, by: Code("op1"), event: .caseExpedited(held)))
    var writer = CompactWriter()
    center.describeState(&writer)
    var reader = CompactReader(writer.bytes)
    var read = Center(plan: SmallCenter.plan, rules: .us2023)
    read.describeState(&reader)
    #expect(reader.isSound && read.cases.count == 200)
    for number in 0...5 + 200 * step {
      let id = CaseID(number: number)
      #expect(read.cases[id]?.id == center.cases[id]?.id)
      #expect(read.cases.lastChange(of: id) == center.cases.lastChange(of: id))
    }
  }

  @Test("a number is taken once, above the first, positive, and near enough")
  func limits() {
    var roll = roll(5)
    for number: Int32 in [5, 4, 0, -3, .min, 5 + Limit.numberSpan, Limit.highestNumber, .max] {
      #expect(!roll.canInsert(CaseID(number: number)))
      roll.insert("twice", at: CaseID(number: number))
    }
    #expect(Array(roll.items) == ["case 5"])
    #expect(roll.canInsert(CaseID(number: 4 + Limit.numberSpan)))
    let empty = Roll<CaseID, String>()
    #expect(empty.canInsert(CaseID(number: Limit.highestNumber)))
    #expect(!empty.canInsert(CaseID(number: Limit.highestNumber + 1)) && !empty.canInsert(CaseID(number: 0)))
  }

  @Test("changing an unknown number changes nothing")
  func update() {
    var roll = roll(5)
    roll.update(CaseID(number: 6)) { $0 = "changed" }
    roll.update(CaseID(number: 5)) { $0 += " changed" }
    #expect(Array(roll.items) == ["case 5 changed"])
  }

  @Test("events that name nobody known are applied without effect")
  func total() {
    var center = Center(plan: SmallCenter.plan, rules: .us2023)
    for (seq, event) in Event.blanks.enumerated() {
      center.apply(
        Record(seq: Int64(seq), at: SmallCenter.noon, recorded: SmallCenter.noon, by: Code("op1"), event: event))
    }
    #expect(
      center.counts.onRoll == 0 && center.counts.areConserved && center.cases.count == 0 && center.people.count == 0)
    #expect(center.seq == Int64(Event.blanks.count - 1))
  }

  @Test("every blank event is refused or harmless in an empty center")
  func blanks() {
    let center = Center(plan: SmallCenter.plan, rules: .us2023)
    var admitted: [String] = []
    for event in Event.blanks {
      let record = Record(seq: 0, at: SmallCenter.noon, recorded: SmallCenter.noon, by: Code("op1"), event: event)
      if center.objection(to: record) == nil { admitted.append(event.type) }
    }
    #expect(
      admitted == [
        "stateAt", "busOpened", "interpretersChanged", "alarmAcknowledged", "crisisDeclared",
        "crisisStoodDown", "actionDone", "alarmShelved", "alarmUnshelved", "serviceChanged", "thresholdChanged",
        "chargeTaken", "actionTaken", "reserveOrdered", "shiftSigned", "drillTakenOver",
        "injectFired", "injectHeld", "commandRefused", "keysCounted", "drillEnded",
        "controlTaken",
      ])
  }
}

@Suite("A list in blocks")
struct ChunksTests {
  @Test("holds what was added, in order, over many blocks; a changed copy leaves the first as it was") func copies() {
    var first = Chunks<Int>()
    for number in 0..<1_000 { first.append(number) }
    #expect(Array(first) == Array(0..<1_000))
    #expect(first.last == 999 && first.count == 1_000)
    var copy = first
    copy[700] = -1
    copy.append(1_000)
    #expect(Array(first) == Array(0..<1_000))
    #expect(copy[700] == -1 && copy[699] == 699 && copy.count == 1_001)
    #expect(Array(Chunks<Int>()) == [])
  }

  @Test("takes blocks as they are, and those of another length element by element") func blocks() {
    let whole = Array(0..<Chunks<Int>.blockCount)
    var list = Chunks<Int>()
    for block in [whole, whole, [1, 2, 3], whole, []] { list.append(block: block) }
    list.append(4)
    #expect(Array(list) == whole + whole + [1, 2, 3] + whole + [4])
    #expect(list.indices.map { list[$0] } == Array(list))
    #expect(list.block(0) == whole && list.block(3) == Array(whole.suffix(3)) + [4] && list.block(4) == [])
  }
}
