import CaseFlow
import Foundation
import Journal
import Screens
import TestSupport
import Testing

/// Command lines, read against the small center at 14:31 on 24 December, by `op1` at reception desk 1, where the
/// family of case 414 is served.
@Suite("A command line")
struct CommandLineTests {
  static let story = SmallCenter()

  static func context(desk: String? = "reception-1") -> EntryContext {
    EntryContext(
      center: story.center, zone: SmallCenter.zone, now: SmallCenter.now, by: Code("op1"),
      desk: desk.flatMap { DeskID($0) })
  }

  /// What each word asks for.
  static let lines: [(String, String)] = [
    ("open r3 por,hat", "deskOpened servedAt=reception-3 staff=op1 languages=por,hat"),
    ("open interview-2 staff=ao2", "deskOpened servedAt=interview-2 staff=ao2"),
    ("open", "deskOpened servedAt=reception-1 staff=op1"),
    ("close cm1", "deskClosed servedAt=caseManagement-1"),
    ("call", "call next reception-1"),
    ("call h2", "call next health-2"),
    ("call 417 because medical", "caseCalled case=417 servedAt=reception-1 reason=named because=medical"),
    ("call 417 r2 child", "caseCalled case=417 servedAt=reception-2 reason=named because=child"),
    ("recall", "caseRecalled case=414 servedAt=reception-1"),
    ("begin 414", "serviceStarted case=414 servedAt=reception-1"),
    ("done", "done 414"),
    ("hold interpreter", "caseHeld case=414 reason=interpreter"),
    ("hold 412 NO-SHOW", "caseHeld case=412 reason=noShow"),
    ("HOLD 0412-\(CaseID(number: 412).checkLetter) inter", "caseHeld case=412 reason=interpreter"),
    ("resume 408", "caseResumed case=408"),
    ("expedite c412 pregnancy", "caseExpedited case=412 reason=pregnancy"),
    ("place 412", "place 412"),
    ("place 412 Gymnasium", "place 412 fam-b"),
    ("place 412 men override=lead", "place 412 men-a lead"),
    ("place 412 men second=lead", "place 412 men-a lead"),
    ("needs 1105 sm-dp,WR-LC", "needsRecorded person=1105 needs=SM-DP,WR-LC"),
    ("needs 1105 none", "needsRecorded person=1105 needs="),
    ("needs 1105 p,i", "needsRecorded person=1105 needs=SM-DP,SM-OT"),
    ("finding 1105 scab", "findingRecorded person=1105 finding=scabies"),
    ("isolate varicella", "isolationOrdered case=414 finding=varicella"),
    ("retest 406 clear", "isolationRetested case=406 clear=true"),
    ("retest 406 no", "isolationRetested case=406 clear=false"),
    ("deisolate 406", "isolationEnded case=406"),
    ("care 1105,1106 shower", "careGiven people=1105,1106 care=shower"),
    ("away 1105 1106 court", "peopleWentAway people=1105,1106 to=court"),
    ("back p1105", "peopleCameBack people=1105"),
    ("orient 412", "orientationGiven case=412 language=spa"),
    ("orient 412 Haitian", "orientationGiven case=412 language=hat"),
    ("waive 412 por", "consultationWaived case=412 language=por"),
    ("counsel 412", "counselRequested case=412"),
    ("counsel 412 reached", "counselAnswered case=412 answer=reached"),
    (
      "determine 412 negative noCredibleFear reviewer=ao9",
      "determinationMade case=412 outcome=negative basis=noCredibleFear reviewer=ao9"
    ),
    (
      "determine 412 pos crediblefear ao9",
      "determinationMade case=412 outcome=positive basis=credibleFear reviewer=ao9"
    ),
    (
      "determine 412 closed withdrawn second=ao9",
      "determinationMade case=412 outcome=closed basis=withdrawn reviewer=ao9"
    ),
    ("review 401 requested", "reviewRequested case=401"),
    ("review 401 declined", "reviewDeclined case=401"),
    ("review 401 upheld", "reviewDecided case=401 result=upheld"),
    ("child 405 agency", "childDetermined case=405 basis=agencyFinding"),
    ("orr 405", "orrNotified case=405"),
    (
      "screen 405 yes yes no no second=ao9",
      "childScreened case=405 noTraffickingSigns=true noFearOfReturn=true ableToDecide=false ownDecision=false second=ao9"
    ),
    ("plan 412 return", "planMade case=412 plan=return"),
    ("step 402 hearing", "releaseStepDone case=402 step=hearing"),
    ("step 402 property", "releaseStepDone case=402 step=property"),
    ("step 402 fitness", "returnStepDone case=402 step=fitnessToTravel"),
    ("offer 403 casa-compañia", "releaseOffered case=403 receiver=casa"),
    ("accept 402", "releaseAccepted case=402 receiver=casa"),
    ("refuse 402", "releaseRefused case=402 receiver=casa"),
    ("release 402", "caseReleased case=402 receiver=casa"),
    ("consulate 401", "consulateAsked case=401"),
    ("return 401 second=lead tag=\(CaseID(number: 401).checked)", "caseReturned case=401 second=lead"),
    ("transfer 405 orr asked", "transferAsked case=405 to=orr"),
    ("transfer 405 orr accepted", "transferAccepted case=405 to=orr"),
    ("transfer 405 orr departed", "caseTransferred case=405 to=orr"),
    ("confirm 404", "releaseArrived case=404"),
    ("depart 412 left", "caseDeparted case=412 reason=leftUnannounced"),
    ("split 412 1135,1136 medical second=lead", "split 412 1135,1136 medical lead"),
    ("reunite 423 412 second=lead", "familyReunited case=423 with=412 second=lead"),
    ("tie 1113 1101 second=lead", "tieStated child=1113 adult=1101 second=lead"),
    ("capacity fam-a staffed 40", "capacityChanged area=fam-a part=staffed places=40"),
    ("interpreters mam 1 2", "interpretersChanged language=mam interpreters=1 lines=2"),
    ("interpreters mam 1", "interpretersChanged language=mam interpreters=1 lines=0"),
    ("bus 58 spa ven 24/0310", "busOpened bus=1 announced=58 language=spa nationality=VEN bookIn=24T03:10"),
    ("bus ? 23/2200", "busOpened bus=1 bookIn=23T22:00"),
    ("bus", "busOpened bus=1"),
    ("bus count #1 57", "busCounted bus=1 people=57"),
    ("bus close #1 because neverBoarded", "busClosed bus=1 because=neverBoarded"),
    ("expect 58 16:20 bus", "arrivalAnnounced people=58 expected=24T16:20 transport=bus undone=false"),
    (
      "appointment A-17 3 25/0900 spa ven",
      "appointmentListed appointment=A-17 people=3 expected=25T09:00 language=spa nationality=VEN"
    ),
    ("correct 512 person=1105 age=16", "correct wrongs=512 person=1105 age=16"),
    ("correct 512 case=412 nation=gt language=kek", "correct wrongs=512 case=412 language=kek nationality=GTM"),
    ("undo", "undo"),
    ("breach 412 placement noPlace", "breachRecorded case=412 kind=placement cause=noPlace"),
    ("clock second=lead", "clockConfirmed second=lead"),
    ("ack families over places", "alarmAcknowledged threshold=families over places"),
    ("declare", "crisisDeclared charge=op1"),
    ("standdown charge=lead", "crisisStoodDown charge=lead"),
    ("tick F-1 3", "actionDone card=F-1 line=3 undone=false"),
    ("tick F-1 3 undone=yes", "actionDone card=F-1 line=3 undone=true"),
    ("name 1105 family=\"de la Cruz\" given=Ana birth=? note=\"says \"\"no\"\"\"", "details 1105"),
    ("arrive fm+7.4", "arrive 4"),
  ]

  @Test("asks for what its words say", arguments: lines)
  func reads(_ line: String, _ expected: String) throws {
    let act = try commandLine(line, in: Self.context())
    #expect(told(act) == expected)
    #expect(act.at == nil && act.desk == DeskID("reception-1"))
  }

  @Test("of every command is read, and each has an example that is read too")
  func everyCommandIsRead() throws {
    let words = (Self.lines + CommandLineFlowTests.lines).map(\.0).map { $0.lowercased() }
    for command in CommandWords.all {
      #expect(words.contains { $0 == command.word || $0.hasPrefix(command.word + " ") }, "\(command.word)")
      #expect(command.meaning.hasSuffix(".") && command.example.hasPrefix(command.word))
      #expect(command.arguments.allSatisfy { !$0.meaning.isEmpty && $0.meaning != $0.name.lowercased() })
    }
    #expect(Set(CommandWords.all.map(\.word)) == Set(CommandWordID.allCases.map(\.rawValue)))
    #expect(CommandWords.all.count == CommandWordID.allCases.count)
    // The examples are those of the training center, at a desk that serves case 412, with a bus open.
    let context = try Self.training.get()
    for command in CommandWords.all { #expect(throws: Never.self) { try commandLine(command.example, in: context) } }
  }

  @Test("that lacks an argument says which, and shows the whole", arguments: CommandWords.all)
  func lacking(_ command: CommandWord) throws {
    let needed = command.arguments.filter(\.isRequired)
    guard let last = needed.last, command.id != .arrive else { return }
    // Everything but the last that must be there.
    var words = command.example.split(separator: " ").map(String.init)
    let isNamed = last.isNamed
    if isNamed {
      words.removeAll { $0.hasPrefix(last.name + "=") }
    } else {
      while words.count > command.word.split(separator: " ").count, needed.count == 1 || words.count > 2 {
        words.removeLast()
      }
    }
    let line = words.joined(separator: " ")
    let fault = try #require(throws: LineFault.self) { try commandLine(line, in: try Self.training.get()) }
    #expect(fault.range == line.count..<line.count)
    #expect(fault.message.contains(" lacks "), "\(line): \(fault.message)")
    #expect(fault.message.hasSuffix("Such as: \(command.example)."))
  }

  /// The word that is wrong, as the line has it between brackets, and the beginning of the sentence.
  static let faults: [(String, String)] = [
    ("[hodl] 412 rest", "'hodl' is no command. Is it hold?"),
    ("[frobnicate]", "'frobnicate' is no command. do --list shows them all."),
    ("hold 412 [intrepreter]", "'intrepreter' is none of them. Is it interpreter?"),
    ("hold 412 [zzz]", "'zzz' is none of interpreter, counsel, medical, documents, rest or noShow."),
    ("determine 412 [c] noCredibleFear reviewer=ao9 x", "'x' is one word too many"),
    ("hold 412 rest [412]", "'412' is one word too many: hold [CASE] REASON."),
    ("hold [0412-A] rest", "The check letter of '0412-A' is another one. Read the number again."),
    ("hold [99999999999] rest", "'99999999999' is no number that a case can have."),
    ("hold [1105] rest", "1105 is a person, and a case is wanted here: theirs is 0403-"),
    ("hold [p412] rest", "'p412' is a person, and a case is wanted here."),
    ("back [412]", "0412 is a case, and a person is wanted here: 11"),
    ("back [c1105]", "'c1105' is a case, and a person is wanted here."),
    ("away 1105,[11-2] court", "'11-2' is no number of a person, such as 412 or 0412-K."),
    ("hold 412 rest [reason]=x", "hold takes no 'reason'."),
    ("place 412 [overide]=lead", "place has no 'overide'. Is it override=?"),
    ("place 412 override=lead [override]=lead", "override stands here twice."),
    ("place 412 [override]=", "Write what override is, right after the =; ? if it is not known."),
    ("place 412 [fam]", "'fam' may be fam-a or fam-b. Type more of it."),
    ("place 412 [womn-a]", "'womn-a' is none of them. Is it women-a?"),
    ("open [x1]", "'x1' is no desk, such as reception-2 or r2."),
    ("open [r0]", "'r0' is no desk"),
    ("orient 412 [spnish]", "'spnish' is no language known here. Is it Spanish?"),
    ("bus 58 spa [venezula]", "'venezula' is no country. Is it Venezuela?"),
    ("bus [5x]", "'5x' is not the number of people announced."),
    ("bus 58 spa ven [3/0310]x", "'3/0310x' is no time"),
    ("needs 1105 SM-DP,[SM-XX]", "'SM-XX' is no code of needs."),
    ("retest 406 [maybe]", "'maybe' is none of clear or no."),
    ("screen 405 yes [perhaps] no no second=ao9", "'perhaps' is neither yes nor no."),
    ("capacity fam-a staffed [9999999999]", "'9999999999' is out of range: 0 to 1000000000."),
    ("call because [medical]", "A reason belongs to a case that is named"),
    ("call 412[]", "To call a case out of its turn, say why"),
    ("name 1105 family=[\"Cruz]", "This quote is not closed."),
    ("name 1105[]", "Say what is known of them"),
    ("name 1105 birth=[2012-02-30]", "'2012-02-30' is no date of birth"),
    ("hold 412 rest at=[25:00]", "'25:00' is no time"),
    ("hold 412 rest at=[2021-12-25/0900]", "'2021-12-25/0900' is still to come."),
    ("expect 58 [2021-12-23/0900]", "'2021-12-23/0900' is past."),
    ("hold 412 rest at=[2021-12-24T10:00:00]", "'2021-12-24T10:00:00' is no time"),
    ("clock second=[a/b]", "'a/b' is no short name"),
  ]

  @Test("is refused where it is wrong, with what would be right", arguments: faults)
  func refuses(_ marked: String, _ message: String) throws {
    let line = marked.filter { $0 != "[" && $0 != "]" }
    let fault = try #require(throws: LineFault.self) { try commandLine(line, in: Self.context()) }
    #expect(fault.message.hasPrefix(message), "\(fault.message)")
    // A fault on a key covers the whole word, one on a value the value; the brackets show where it begins.
    let start = marked.distance(from: marked.startIndex, to: marked.firstIndex(of: "[") ?? marked.endIndex)
    if !message.contains("one word too many") { #expect(fault.range.lowerBound == start) }
    #expect(fault.range.upperBound <= line.count)
  }

  @Test("says when it happened: today, on a day of the month, in full, and never in an hour that did not exist")
  func times() throws {
    func at(_ text: String) throws -> String {
      try commandLine("hold 412 rest at=\(text)", in: Self.context()).at.map { SmallCenter.zone.text($0.milliseconds) }
        ?? "now"
    }
    #expect(try at("14:05") == "2021-12-24T14:05:00-07:00")
    #expect(try at("1405") == "2021-12-24T14:05:00-07:00")
    // Later than now, so it was yesterday.
    #expect(try at("23:30") == "2021-12-23T23:30:00-07:00")
    #expect(try at("15/1410") == "2021-12-15T14:10:00-07:00")
    #expect(try at("30/0800") == "2021-11-30T08:00:00-07:00")
    #expect(try at("2021-12-01/0800") == "2021-12-01T08:00:00-07:00")
    #expect(try at("2021-12-24T14:05:00-07:00") == "2021-12-24T14:05:00-07:00")

    // The night of 14 March 2021 in Chicago, where the clock is put forward; and 7 November, where it is put back.
    var context = Self.context()
    context.zone = ZoneOffsets(
      name: "America/Chicago", initialOffsetSeconds: -21_600, initialAbbreviation: "CST",
      transitions: [
        .init(at: 1_615_708_800_000, offsetSeconds: -18_000, abbreviation: "CDT"),
        .init(at: 1_636_268_400_000, offsetSeconds: -21_600, abbreviation: "CST"),
      ])
    let fault = try #require(throws: LineFault.self) {
      try commandLine("hold 412 rest at=2021-03-14/0230", in: context)
    }
    #expect(fault.message == "'2021-03-14/0230' did not exist: the clock was put forward over it. Is it 03:30?")
    let twice = try commandLine("hold 412 rest at=2021-11-07/0130", in: context)
    #expect(twice.at.map { context.zone.text($0.milliseconds) } == "2021-11-07T01:30:00-05:00")
  }

  @Test("at no desk says what is missing instead of guessing")
  func withoutDesk() throws {
    let context = Self.context(desk: nil)
    #expect(try commandLine("begin desk=r1", in: context).desk == DeskID("reception-1"))
    for (line, message) in [
      ("begin", "Which case?"), ("close", "Which desk?"), ("call", "Which desk?"), ("bus count 4", "Which bus?"),
    ] {
      let fault = try #require(throws: LineFault.self) { try commandLine(line, in: context) }
      #expect(fault.message.hasPrefix(message))
    }
    let fault = try #require(throws: LineFault.self) { try commandLine("done", in: Self.context(desk: "reception-3")) }
    #expect(fault.message == "Which case? Nobody is at reception desk 3. Such as: done.")
  }

  @Test("keeps details whole, and tells unknown from not entered")
  func details() throws {
    let act = try commandLine("name 1105 family=\"de la Cruz\" birth=? document=X1 kind=passport", in: Self.context())
    let details = try #require(act.details[.person(PersonID(number: 1105))])
    #expect(details.familyName == "de la Cruz" && details.givenNames.isEmpty)
    #expect(details.unknown == [.birthDate] && details.document == "X1" && details.documentKind == "passport")
    #expect(details.fields == [.familyName, .birthDate, .document])
    func birth(_ text: String) throws -> [String] {
      let act = try commandLine("name 1105 birth=\(text)", in: Self.context())
      return act.details.values.map { $0.birthDate + ($0.isBirthDateEstimated ? " estimated" : "") }
    }
    #expect(try birth("1982-05-14") == ["1982-05-14"] && birth("1982-05") == ["1982-05"] && birth("1982") == ["1982"])
    #expect(try birth("34") == ["1987 estimated"])
    // A doubtful name is entered once it was looked at twice; what would deceive a reader never is.
    let doubtful = "name 1105 family=Iv\u{430}n"
    let fault = try #require(throws: LineFault.self) { try commandLine(doubtful, in: Self.context()) }
    #expect(fault.message.hasSuffix("If it is so, end the line with !") && fault.range == 17..<21)
    #expect(
      try commandLine(doubtful + " !", in: Self.context()).confirmed
        == [Act.Confirmation(.person(PersonID(number: 1105)), .name)])
    #expect(throws: LineFault.self) { try commandLine("name 1105 given=Ma\u{200B}ria !", in: Self.context()) }
    #expect(throws: LineFault.self) { try commandLine("name 1105 note=\"x\u{202E}y\"", in: Self.context()) }
  }

  @Test("of any characters and any length is read or refused, and a fault stays inside it")
  func anything() {
    var seed = UInt64(7)
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let words =
      CommandWords.all.map(\.word)
      + [
        "412", "0412-A", "1105", "12,13", ",", "", "=", "a=", "\"", "at=", "at=14:05", "second=x", "desk=r1", "#1", "?",
        "-", "spa", "ven", "\u{0}", "\u{1B}[2J", "é\u{301}", "👩‍👩‍👧", "\r\n", "99999999999999999999", "yes", "medical",
        "r2",
        "15/0310", "2021-02-30/0000", "reviewer=", "family=\"a b\"", "none",
      ]
    for _ in 0..<6_000 {
      let line = (0..<next(8)).map { _ in words[next(words.count)] }.joined(separator: next(9) == 0 ? "" : " ")
      do throws(LineFault) { _ = try commandLine(line, in: Self.context()) } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= line.count)
        #expect(!error.message.isEmpty)
      }
    }
    for line in [String(repeating: "x", count: 10_000), String(repeating: "hold ", count: 2_000)] {
      #expect(throws: LineFault.self) { try commandLine(line, in: Self.context()) }
    }
  }

  /// The page of commands in the documents is written from the table.
  @Test func theDocumentedCommandsAreThoseOfTheTable() throws {
    let file = PackageRoot.url.appendingPathComponent("docs/commands.md")
    if ProcessInfo.processInfo.environment["JPC_UPDATE_PICTURES"] == "1" {
      try Data(CommandWords.manual.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == CommandWords.manual)
  }
}
