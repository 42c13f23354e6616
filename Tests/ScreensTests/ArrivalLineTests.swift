import CaseFlow
import Testing

@testable import Screens

/// Arrival lines, read against the small center: Spanish, Portuguese, Haitian Creole, Mam; 24 December, 14:31.
@Suite("An arrival line")
struct ArrivalLineTests {
  private static let context = CommandLineTests.context()

  private static func line(_ text: String, _ context: EntryContext = context) -> ArrivalLine {
    ArrivalLine(text, in: context)
  }

  /// A context in which a bus of Venezuelans who speak Spanish is open, in custody since 03:10.
  private static func withBuses(_ count: Int) throws -> EntryContext {
    var context = context
    for _ in 0..<count {
      guard case .state(let event)? = try commandLine("bus 58 spa ven 24/0310", in: context).command else { continue }
      context.center.apply(
        Record(seq: context.center.seq + 1, at: context.now, recorded: context.now, by: context.by, event: event))
    }
    return context
  }

  /// Members as `f30 head`, for comparison.
  private static func members(_ line: ArrivalLine) -> [String] {
    line.arrival.members.map { member in
      let sex = member.sex == .female ? "f" : member.sex == .male ? "m" : "x"
      return "\(sex)\(member.age.map { "\($0.count)" } ?? (member.band == .child ? "c" : "?")) \(member.tie.rawValue)"
    }
  }

  /// The lines of the design page: what they mean, whom they enter, and how many keys they take with Enter.
  static let examples: [(String, Int, [String], String)] = [
    ("fm+7.4", 7, ["f? head", "m? partner", "x7 ownChild", "x4 ownChild"], "4 people: 1 family"),
    ("f+3.0 -pi", 10, ["f? head", "x3 ownChild", "x0 ownChild"], "3 people: 1 family"),
    (
      "fm+3c pt br", 12, ["f? head", "m? partner", "xc ownChild", "xc ownChild", "xc ownChild"], "5 people: 1 family"
    ),
    ("/17 kek gt", 11, ["x17 unstated"], "1 person: 1 child alone"),
    ("/16f+0", 7, ["f16 head", "x0 ownChild"], "2 people: 1 child alone"),
    (
      "f71/11.8gm", 11, ["f71 head", "x11 relative", "x8 relative"],
      "3 people: 1 single adult and 2 children alone"
    ),
    (
      "f+5/13au ?", 11, ["f? head", "x5 ownChild", "x13 relative"], "3 people: 1 family and 1 child alone"
    ),
  ]

  @Test("of the design page enters who it says, in as many keys as it says", arguments: examples)
  func enters(_ text: String, _ keys: Int, _ members: [String], _ summary: String) throws {
    let line = Self.line(text)
    #expect(text.count + 1 == keys)
    #expect(line.fault == nil && line.asks == nil && line.questions.isEmpty)
    #expect(Self.members(line) == members)
    #expect(line.summary == summary)
    // What the line says it would do is what is done.
    let act = try line.get()
    guard case .arrive(let arrival)? = act.command else { return #expect(Bool(false)) }
    let events = try Self.context.center.decide(.arrive(arrival), Moment(Self.context.now, by: Code("op1")))
    guard case .partyArrived(let arrived)? = events.first else { return #expect(Bool(false)) }
    #expect(Dictionary(grouping: arrived.cases, by: \.kind).mapValues(\.count) == line.cases)
  }

  /// Each token in words, with the characters it stands on.
  @Test("is spelled out, token by token")
  func spelledOut() {
    func words(_ text: String) -> [String] {
      Self.line(text).parts.map { part in
        let characters = Array(text)[part.range]
        return "\(String(characters))|\(part.meaning)"
      }
    }
    #expect(words("fm+7.4") == ["f|woman", "m|man", "+7.4|their children 7 and 4"])
    #expect(
      words("f+3.0 -pi") == ["f|woman", "+3.0|her children 3 and 0", "p|pregnant", "i|someone ill"])
    #expect(
      words("FM+3C PT BR") == [
        "F|woman", "M|man", "+3C|their 3 children", "PT|Portuguese", "BR|Brazil",
      ])
    #expect(words("/17 kek gt") == ["/17|child alone, 17", "kek|Q'eqchi'", "gt|Guatemala"])
    #expect(words("/16f+0") == ["16f|mother of 16, a child too", "+0|her child 0"])
    #expect(words("f71/11.8gm") == ["f71|woman, 71", "/11.8|2 children alone, 11 and 8", "gm|grandmother"])
    #expect(
      words("f+5/13au ?") == [
        "f|woman", "+5|her child 5", "/13|child alone, 13", "au|aunt", "?|language not known",
      ])
    #expect(words("m?+7f,?m") == ["m?|man, age not known", "+7f,?m|his children 7 (girl) and of unknown age (boy)"])
    #expect(words("x+4.2c") == ["x|adult", "+4.2c|their children 4 and 2 with ages to come"])
    #expect(
      words("/9.16f+0") == ["/9.16f|child alone, 9", "16f|mother of 16, a child too", "+0|her child 0"])
    #expect(words("f - van") == ["f|woman", "-|needs asked, none", "van|van"])
    #expect(
      words("f in=24/0310 at=14:05 also=eng") == [
        "f|woman", "in=24/0310|in custody since 03:10", "at=14:05|came 14:05", "also=eng|also English",
      ])
  }

  @Test("says aloud that a child is alone, and only then")
  func notice() {
    #expect(Self.line("fm+7.4").notice == nil)
    #expect(Self.line("/1").notice?.hasPrefix("CHILD ALONE: own lane, own clocks") == true)
    #expect(Self.line("/16f+0").notice?.hasPrefix("2 CHILDREN ALONE: own lane, own clocks") == true)
    #expect(Self.line("f71/11gm").notice?.hasPrefix("CHILD ALONE") == true)
    #expect(Self.line("4?1").notice?.hasPrefix("CHILD ALONE") == true)
    // Even before the line is whole.
    #expect(Self.line("/17 zz").notice?.hasPrefix("CHILD ALONE") == true)
  }

  @Test("that only counts people asks first whether a child is alone, and its second form answers")
  func counted() throws {
    let asked = Self.line("4?")
    #expect("4?".count + 1 == 3)
    #expect(asked.fault == nil)
    #expect(
      asked.asks == LineFault(0..<2, "Is a child without parent or guardian among them? None: 4?0. One: 4?1."))
    #expect(throws: LineFault.self) { try asked.get() }
    for none in ["4?0", "4?n", "4?N"] {
      let line = Self.line(none)
      #expect(line.asks == nil && line.summary == "4 people: 4 single adults")
      #expect(
        line.missing == ["names of 4", "4 ages", "sex of 4", "language", "nationality", "start of custody", "needs"])
    }
    #expect(Self.line("4?1").summary == "4 people: 3 single adults and 1 child alone")
    #expect(Self.line("20?0").asks == nil)
    #expect(try Self.line("4?2").get().confirmed.isEmpty)
    #expect(Self.line("4?5").fault?.range == 2..<3)
    #expect(Self.line("0?").fault?.range == 0..<1)
    #expect(Self.line("501?").fault != nil && Self.line("99999999999999999999?").fault?.range == 0..<20)
  }

  @Test("of more than 20 people asks once whether they are so many, and a ! says so for the record")
  func many() throws {
    for text in ["200?0", "21?1", String(repeating: "x", count: 200), String(repeating: "f", count: 21) + " spa"] {
      let line = Self.line(text)
      #expect(
        line.fault == nil && line.asks?.message.hasSuffix("is it so? Then end the line with !") == true, "\(text)")
      #expect(throws: LineFault.self) { try line.get() }
      #expect(try Self.line(text + " !").get().confirmed.map(\.check) == [.partySize])
    }
  }

  /// The characters that cannot be meant, and the beginning of the sentence.
  static let faults: [(String, Range<Int>, String)] = [
    ("", 0..<0, "Who came?"), ("   ", 0..<0, "Who came?"), ("at=14:05", 0..<8, "Who came stands first"),
    ("z", 0..<1, "'z' is not understood here"), ("fmk", 2..<3, "'k' is not understood here"),
    ("f17", 0..<3, "17 is a child. Alone: /17f. With a parent: f+17f. With a child of their own: /17f+0."),
    ("m30f16+0", 3..<6, "16 is a child. Alone: /16f."),
    ("f+18", 2..<4, "18 is no child."), ("/18", 1..<3, "18 is no child."),
    ("f121", 1..<4, "Nobody is 121. Ages go to 120."),
    ("f99999999999999999999", 1..<21, "Nobody is 99999999999999999999."),
    ("f+", 2..<2, "An age stands here"), ("f+7.", 4..<4, "An age stands here"), ("/", 1..<1, "An age stands here"),
    ("f+.4", 2..<3, "An age stands here"), ("f+7z", 3..<4, "'z' is not understood here"),
    ("+7", 0..<1, "Whose children?"), ("f+41c", 2..<5, "'41' is out of range: 1 to 40."),
    ("f+20c.20c", 6..<9, "A line takes at most 40 people."), ("f+0c", 2..<4, "'0' is out of range"),
    ("/11gm", 3..<5, "There is no adult here for that."), ("f/11zz", 4..<6, "'zz' says of no adult"),
    ("f+5/16f+0", 7..<9, "Enter the young parent and the child on a line of their own"),
    ("/16f+16", 5..<7, "A child of 16 is not the child of someone of 16."),
    ("f spanich", 2..<9, "'spanich' is no language known here. Is it Spanish?"),
    ("f spa venezula", 6..<14, "'venezula' is no country. Is it Venezuela?"),
    ("f spa ven col", 10..<13, "'col' is one word too many"),
    ("f -pk", 4..<5, "'k' is no need: p pregnant, b nursing a baby"),
    ("m -p", 3..<4, "Nobody on this line can be pregnant."), ("m+7f -b", 6..<7, "Nobody on this line can be nursing"),
    ("f #7", 2..<4, "The manifest of bus 0007 is not open. No bus is open."), ("f #x", 2..<4, "'#x' is no bus"),
    ("f appt=A-1", 7..<10, "No open appointment is called 'A-1'."), ("f ref=1", 2..<7, "arrive has no 'ref'."),
    ("f at=1431x", 5..<10, "'1431x' is no time"), ("f in=24/1500", 5..<12, "'24/1500' is still to come."),
  ]

  @Test("that cannot be meant is refused where it stands", arguments: faults)
  func refuses(_ text: String, _ range: Range<Int>, _ message: String) {
    let line = Self.line(text)
    #expect(
      line.fault?.range == range && line.fault?.message.hasPrefix(message) == true, "\(String(describing: line.fault))")
    #expect(throws: LineFault.self) { try line.get() }
    // As a command the fault stands where it stands there.
    let shifted = #expect(throws: LineFault.self) { try commandLine("arrive " + text, in: Self.context) }
    if !range.isEmpty { #expect(shifted?.range == (range.lowerBound + 7)..<(range.upperBound + 7)) }
  }

  @Test("names languages and countries by their codes, their names, or enough of them")
  func codes() {
    func codes(_ text: String) -> [String] {
      let arrival = Self.line("f " + text).arrival
      return [arrival.language?.text ?? "-", arrival.nationality?.text ?? "-"]
    }
    #expect(codes("pt br") == ["por", "BRA"])
    #expect(codes("POR bra") == ["por", "BRA"])
    #expect(codes("portug brazil") == ["por", "BRA"])
    #expect(codes("\"Haitian Creole\" haiti") == ["hat", "HTI"])
    #expect(codes("haitian-creole ht") == ["hat", "HTI"])
    #expect(codes("español") == ["-", "-"])
    #expect(codes("? ?") == ["und", "XXX"])
    #expect(codes("k'iche' \"El Salvador\"") == ["quc", "SLV"])
    #expect(codes("qeqchi guatemala") == ["kek", "GTM"])
    // A country alone is the nation; `ve` is Venezuela where nobody speaks Venda.
    #expect(codes("ve") == ["-", "VEN"])
    #expect(codes("ven") == ["-", "VEN"] && codes("slv") == ["-", "SLV"])
    #expect(codes("ven ven") == ["ven", "VEN"] && codes("por") == ["por", "-"])
    #expect(codes("gtm") == ["-", "GTM"])
    #expect(codes("es") == ["spa", "-"])
    #expect(codes("ht ht") == ["hat", "HTI"])
    #expect(Self.line("f mongo").fault == nil && Self.line("f mon").fault == nil)
    #expect(Self.line("f spa guin").fault?.message == "'guin' may be Guinea or Guinea-Bissau. Type more of it.")
  }

  @Test("takes from the open bus what it leaves out, and never guesses between two")
  func buses() throws {
    let one = try Self.withBuses(1)
    let line = Self.line("fm+7.4", one)
    #expect(line.arrival.bus == BusID(number: 1) && line.arrival.transport == .bus)
    #expect(line.arrival.language == Code("spa") && line.arrival.nationality == Code("VEN"))
    #expect(line.arrival.bookIn.map { SmallCenter.zone.text($0.milliseconds) } == "2021-12-24T03:10:00-07:00")
    #expect(line.parts.last?.meaning == "from bus 0001: Spanish, Venezuela, in custody since 03:10")
    #expect(line.parts.last?.range == 6..<6)
    #expect(line.missing == ["names of 4", "2 ages", "sex of 2", "needs"])
    let other = Self.line("f pt br in=23/2200", one)
    #expect(other.arrival.language == Code("por") && other.arrival.bus == BusID(number: 1))
    #expect(other.parts.last?.meaning == "bus 0001")
    #expect(Self.line("f ?", one).arrival.language == Vocabulary.unknownLanguage)
    #expect(Self.line("f foot", one).arrival.bus == nil && Self.line("f foot", one).arrival.language == nil)
    #expect(Self.line("f", Self.context).arrival.transport == .foot)

    var two = try Self.withBuses(2)
    #expect(Self.line("f", two).fault == LineFault(1..<1, "Which bus? #1 or #2; foot if they came on none."))
    #expect(Self.line("f #2", two).arrival.bus == BusID(number: 2))
    two.bus = BusID(number: 1)
    #expect(Self.line("f", two).arrival.bus == BusID(number: 1))
  }

  @Test("matches an appointment in one word")
  func appointments() throws {
    var context = Self.context
    guard case .state(let event)? = try commandLine("appointment A-17 2 15:00 por bra", in: context).command else {
      return
    }
    context.center.apply(
      Record(seq: context.center.seq + 1, at: context.now, recorded: context.now, by: context.by, event: event))
    let line = Self.line("fm appt=a-17", context)
    #expect(line.arrival.appointment == Code("A-17") && line.arrival.transport == .appointment)
    #expect(line.arrival.language == Code("por") && line.arrival.nationality == Code("BRA"))
    #expect(line.parts.last?.meaning == "appointment of 2 people, 15:00")
    #expect(Self.line("fm appt=A-71", context).fault?.message == "No open appointment is called 'A-71'. Is it A-17?")
  }

  @Test("notes needs for whoever can have them, and tells asked from not asked")
  func needs() {
    func needs(_ text: String) -> [[String]] {
      Self.line(text).arrival.members.map { $0.needs.asked ? $0.needs.all.map(\.code) : ["not asked"] }
    }
    #expect(needs("mf+3 -pi") == [["SM-OT"], ["SM-DP"], ["not asked"]])
    #expect(
      needs("/16f+0 -pb") == [
        ["CR-TP", "WR-LC"].sorted { Need(code: $0) ?? Need() < Need(code: $1) ?? Need() }, ["not asked"],
      ])
    #expect(needs("fm -wv") == [["DS-PM", "LP"], ["not asked"]])
    #expect(needs("fm -") == [[], []])
    #expect(needs("m+15 -p") == [["not asked"], ["CR-TP"]])
    #expect(Self.line("fm -").missing.contains("needs") == false)
  }

  @Test("questions what is seldom right, enters it all the same, and records what was confirmed")
  func questions() throws {
    let old = Self.line("f106")
    #expect(old.questions.map(\.message) == ["106 years old: is it so?"] && old.questions.first?.range == 0..<4)
    #expect(try old.get().confirmed.isEmpty)
    #expect(
      try Self.line("f106 !").get().confirmed == [Act.Confirmation(.member(0), .age)])
    #expect(
      Self.line("f20+9").questions.map(\.message) == ["A parent of 20 and a child of 9: is it their own child or ward?"]
    )
    #expect(Self.line("f70+9").questions.count == 1 && Self.line("m70+9").questions.isEmpty)
    #expect(Self.line("f40+13c").questions.map(\.message) == ["13 children of their own: is it so?"])
    #expect(Self.line("/11f+0").questions.map(\.message).first == "A parent of 11: is it so?")
    #expect(Self.line("f30m31+7.4").questions.isEmpty)
    #expect(Self.line("f in=2021-11-30/0900").questions.map(\.message) == ["In custody for 24 days: is it so?"])
    #expect(Self.line("f in=20/0900").questions.isEmpty)
  }

  @Test("other names of a language, as the center file gives them, are understood by the line and by the form")
  func aliases() {
    var plan = SmallCenter.plan
    let mam = plan.languages.firstIndex { $0.code == Code("mam") } ?? 0
    plan.languages[mam].aliases = ["Qyool", "Zulu", "blz", "Belize"]
    var context = Self.context
    context.center = Center(plan: plan, rules: .us2023)
    func line(_ text: String) -> ArrivalLine { ArrivalLine(text, in: context) }
    for typed in ["qyool", "Qyo", "QYOOL", "zulu", "mam"] {
      #expect(line("f \(typed)").arrival.language == Code("mam"), "\(typed)")
      guard case .one(let choice) = TypeAhead.read(.language, typed, in: context) else {
        Issue.record("\(typed) means nothing in the form")
        continue
      }
      #expect(choice.text == "mam")
    }
    // A country stays a country.
    for typed in ["blz", "belize"] {
      #expect(line("f \(typed)").arrival.language == nil && line("f \(typed)").arrival.nationality != nil, "\(typed)")
    }
    #expect(ArrivalLine.completions(of: "f qy", at: 4, in: context).map(\.text) == ["mam"])
    #expect(Self.line("f qyool").fault != nil, "a center that has no such name")
  }

  @Test("offers what the word under the cursor may become, the center's own languages first")
  func completions() {
    func offered(_ text: String, at cursor: Int? = nil) -> [String] {
      ArrivalLine.completions(of: text, at: cursor ?? text.count, in: Self.context).map { "\($0.text) \($0.meaning)" }
    }
    #expect(offered("f ").prefix(4) == ["spa Spanish", "por Portuguese", "hat Haitian Creole", "mam Mam"])
    #expect(offered("f p").first == "por Portuguese")
    #expect(offered("f creole") == ["hat Haitian Creole"])
    #expect(offered("f spa ").first == "ven Venezuela")
    #expect(offered("f spa gua").prefix(1) == ["gtm Guatemala"])
    #expect(offered("f spa ven ").isEmpty && offered("f").isEmpty)
    #expect(offered("fm+7 po pe", at: 6).first == "por Portuguese")
    #expect(offered("f71/11g") == ["gm grandmother", "gf grandfather"])
    #expect(offered("f -p").contains("i someone ill") && !offered("f -p").contains("p pregnant"))
    #expect(offered("f van sp") == ["spa Spanish"])
    let first = ArrivalLine.completions(of: "f por", at: 5, in: Self.context).first
    #expect(first?.range == 2..<5 && first?.text == "por" && first?.meaning == "Portuguese")
  }

  @Test("a young mother beside her own mother stays with her baby, and her mother is a relative")
  func youngMother() throws {
    let line = Self.line("f45/16f+0gm")
    #expect(Self.members(line) == ["f45 relative", "f16 head", "x0 ownChild"])
    let events = try Self.context.center.decide(
      .arrive(line.arrival), Moment(Self.context.now, by: Code("op1")))
    guard case .partyArrived(let arrived)? = events.first else { return #expect(Bool(false)) }
    #expect(arrived.cases.map(\.kind) == [.singleAdult, .unaccompaniedChild])
    #expect(arrived.members[1].caseID == arrived.members[2].caseID)
  }

  @Test("of any characters and any length is explained or refused, inside its characters, and enters what it says")
  func anything() throws {
    var seed = UInt64(11)
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let pieces = [
      "f", "m", "x", "+", "/", ".", ",", "?", "c", "0", "7", "16", "34", "3c", "gm", "au", "fr", " ", " ", "spa", "pt",
      "ven", "br",
      "-", "-p", "-bwiv", "#1", "at=", "at=10:00", "in=24/0310", "!", "van", "foot", "\"", "é", "👩‍👧", "\u{0}", "\r\n",
      "999999999999999999999",
    ]
    var entered = 0
    for round in 0..<8_000 {
      let heads = ["", "f", "fm+", "/", "f71/11", "m30+7.", "4?"]
      let text = heads[next(heads.count)] + (0..<next(6)).map { _ in pieces[next(pieces.count)] }.joined()
      let line = Self.line(text)
      for range in line.parts.map(\.range) + line.questions.map(\.range)
        + [line.fault, line.asks].compactMap({ $0?.range })
      {
        #expect(range.lowerBound >= 0 && range.upperBound <= text.count)
      }
      _ = ArrivalLine.completions(of: text, at: next(text.count + 2), in: Self.context)
      guard round % 4 == 0, let act = try? line.get(), case .arrive(let arrival)? = act.command else { continue }
      entered += 1
      let events = try Self.context.center.decide(.arrive(arrival), Moment(Self.context.now, by: Code("op1")))
      guard case .partyArrived(let arrived)? = events.first else { continue }
      #expect(Dictionary(grouping: arrived.cases, by: \.kind).mapValues(\.count) == line.cases, "\(text)")
    }
    #expect(entered > 50)
    for long in ["f", "f+7.", "/", "9", "f -", "\""].map({ String(repeating: $0, count: 10_000) }) {
      #expect(Self.line(long).fault != nil)
    }
  }
}
