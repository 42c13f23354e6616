import CaseFlow
import Testing

@Suite("Codes, numbers and scalars")
struct CodeTests {
  @Test("a code is 1 to 16 letters, digits, dots, underscores or hyphens, and nothing else")
  func codes() {
    for text in ["a", "men-a", "op3", "VEN", "a.b_c-d", "0", "abcdefghijklmnop"] {
      #expect(Code(String(text))?.text == text)
      #expect(Code(String(text)).map { "\($0)" } == text)
    }
    let refused = [
      "", "abcdefghijklmnopq", "ñ", "a b", "a\u{0}", "a/b", "é", "a\n", "😀", "a\u{301}", "\u{FEFF}a", "a:", "@", "[",
      "`",
      "{",
    ]
    for text in refused { #expect(Code(String(text)) == nil, "\(text.debugDescription)") }
    let literal: Code = Code("much-too-long-for-a-code")
    #expect(literal.isNone && literal == .none && Code.none.text == "")
  }

  @Test("codes sort as their texts do")
  func order() {
    let texts = ["a", "ab", "b", "B", "a-", "a0", "zz", "0", "abcdefghijklmnop", "abcdefghijklmno"]
    let codes = texts.compactMap { Code(String($0)) }.sorted()
    #expect(codes.map(\.text) == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("a desk is a stage, a hyphen and a number from 1 to 250 without leading zeros")
  func desks() {
    #expect(DeskID("reception-2") == DeskID(stage: .reception, number: 2))
    #expect(DeskID("caseManagement-250")?.text == "caseManagement-250")
    for text in [
      "", "-", "reception", "reception-", "reception-0", "reception-02", "reception-251", "reception-256",
      "reception--1", "reception-+1", "lobby-1", "Reception-1", " reception-1", "reception-1 ", "2-reception",
    ] {
      #expect(DeskID(text) == nil, "\(text.debugDescription)")
    }
    #expect(DeskID(stage: .reception, number: 9) < DeskID(stage: .health, number: 1))
    #expect(DeskID(stage: .health, number: 1) < DeskID(stage: .health, number: 2))
  }

  @Test("a number is called with at least four digits and is followed by the next")
  func numbers() {
    #expect(CaseID(number: 7).label == "0007" && CaseID(number: 12_345).label == "12345")
    #expect(CaseID(number: 7).next == CaseID(number: 8) && CaseID(number: 7) < CaseID(number: 8))
    for number in [Int64(0), -1, Int64(Limit.highestNumber) + 1, .max, .min] {
      #expect(PersonID(token: .int(number)) == nil)
    }
    #expect(PersonID(token: .int(Int64(Limit.highestNumber))) != nil && PersonID(token: .text("1")) == nil)
  }

  @Test("an age is 0 to 120 years")
  func years() {
    #expect(Years(token: .int(0)) == Years(0) && Years(token: .int(120)) == Years(120))
    for age in [Int64(-1), 121, .max, .min] { #expect(Years(token: .int(age)) == nil) }
    #expect(Years(token: .decimal(3)) == nil && Years(99_999).count == Int16.max && Years(3) < Years(4))
  }

  @Test("each scalar reads what it writes, and no other form")
  func tokens() {
    func check<S: Scalar & Equatable>(_ value: S) {
      #expect(S(token: value.token) == value)
      let others: [Token] = [.int(-1), .decimal(-0.5), .text("\u{7}"), .flag(true), .time(.latest)]
      // Whatever is taken is written back as it was.
      for token in others where S(token: token) != nil {
        #expect(S(token: token)?.token == token || S.self == Double.self || S.self == Span.self)
      }
    }
    check(true)
    check(7)
    check(1.5)
    check("text")
    check(Instant(milliseconds: 5))
    check(Span.minutes(90))
    check(Stage.interview)
    check(Years(12))
    check(PersonID(number: 5))
    check(Need.vulnerable.all[3])
    check(DeskID(stage: .health, number: 4))
    check(Code("spa") ?? .none)
    #expect(Double(token: .int(3)) == 3 && Double(token: .text("3")) == nil && Bool(token: .int(1)) == nil)
    #expect(String(token: .int(1)) == nil && Instant(token: .int(1)) == nil && Span(token: .time(.latest)) == nil)
    #expect(Int(token: .decimal(1)) == nil && Stage(token: .text("lobby")) == nil && Stage(token: .int(1)) == nil)
    #expect(Need(token: .text("XX")) == nil && Code(token: .int(1)) == nil && DeskID(token: .text("x")) == nil)
    #expect(Stage() == .reception && Need().code == "CR" && Need().label == "Child at risk")
  }

  @Test("each word of a closed list is read, and the stages stand in the order of the process")
  func words() {
    for stage in Stage.allCases { #expect(Stage.allCases[stage.index] == stage) }
    #expect(Step.allCases.compactMap(\.stage) == Stage.allCases)
    #expect(Rule.allCases.filter { !$0.isGuard } == [.unknown, .order, .entry, .time, .desk])
    #expect(Set(Guard.all.map(\.rule)).isSubset(of: Set(Rule.allCases.filter(\.isGuard))))
  }

  @Test("needs are a set in the order of the table")
  func needs() {
    var set = NeedSet(asked: true, [Need(code: "SV"), Need(code: "CR")].compactMap(\.self))
    #expect(set.all.map(\.code) == ["CR", "SV"] && set.asked && !set.isEmpty)
    #expect(set.meets(Need.vulnerable) && !set.meets(Need.critical))
    set.insert(Need(code: "SV-SS") ?? Need())
    #expect(set.all.count == 3 && Need(code: "cr") == nil)
    set.all = []
    #expect(set.isEmpty && set.asked)
    #expect(Need.table.count == Set(Need.table.map(\.code)).count && Need.table.count <= 128)
    #expect(Need() < Need.vulnerable.all[0])
  }

  @Test("spans and instants count in milliseconds, and whole seconds round toward zero")
  func spans() {
    #expect(Span.minutes(1) + .seconds(1) - .hours(0) == Span(milliseconds: 61_000))
    #expect(Span(milliseconds: -1_999).wholeSeconds == -1 && Span(milliseconds: 1_999).wholeSeconds == 1)
    #expect(Instant(milliseconds: 5) - Instant(milliseconds: 3) == Span(milliseconds: 2))
    #expect(Instant.earliest < .latest && Span.days(1) < .days(2))
  }

  @Test("a person is written as a letter and an age")
  func tags() {
    var person = Person()
    person.age = Years(34)
    #expect(person.tag == "f34")
    person.sex = .male
    person.age = nil
    #expect(person.tag == "m?")
    person.band = .child
    person.sex = .x
    #expect(person.tag == "xc" && person.isChild)
  }
}
