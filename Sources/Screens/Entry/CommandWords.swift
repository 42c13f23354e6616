import CaseFlow

/// The one table of the words that `jpc do`, the palette and the documents know.
package enum CommandWords {
  /// Every command, in the order of the process.
  package static let all: [CommandWord] = groups.flatMap(\.commands)

  /// The commands by what they are about, each group with its title.
  package static let groups: [(title: String, commands: [CommandWord])] = [
    (Wording.gateGroup, gate), (Wording.desksGroup, desks), (Wording.healthGroup, health),
    (Wording.scheduleGroup, schedule), (Wording.interviewGroup, interview), (Wording.leavingGroup, leaving),
    (Wording.departuresGroup, departures), (Wording.besideGroup, beside), (Wording.familiesGroup, families),
    (Wording.centerGroup, center), (Wording.truthGroup, truth), (Wording.crisisGroup, crisis),
    (Wording.shiftGroup, shift),
  ]

  /// The command of an id. Every id stands in the table.
  package static func command(_ id: CommandWordID) -> CommandWord {
    all.first { $0.id == id } ?? CommandWord(id, example: id.rawValue)
  }

  /// The case may be left out: then it is the one at the desk.
  static let caseHere = CommandArgument("case", nil, .number, or: .caseHere)
  static let override = CommandArgument("override", or: .none, named: true)
  static let someCase = CommandArgument("case", nil, .number)
  static let person = CommandArgument("person", nil, .number)
  private static let people = CommandArgument("people", nil, .numbers)
  static let reason = CommandArgument("reason")
  private static let second = CommandArgument("second", named: true)
  private static let deskOfCase = CommandArgument("servedAt", nil, .desk, or: .deskOfCase, hidden: true)
  static let language = CommandArgument("language", or: .none)
  private static let nation = CommandArgument("nationality", "NATION", or: .none)

  private static let gate: [CommandWord] = [
    CommandWord(.arrive, [CommandArgument("tokens", nil, .words)], example: "arrive fm+7.4 pt br"),
    CommandWord(
      .bus,
      [
        CommandArgument("announced", "PEOPLE", .digits, or: .none), language, nation,
        CommandArgument("bookIn", "BOOK-IN", .digits, or: .none),
        CommandArgument("transport", or: .none, named: true),
        CommandArgument("bus", nil, .bus, or: .nextBus, hidden: true),
      ], example: "bus 58 spa ven 15/0310"),
    CommandWord(
      .busCount, [CommandArgument("bus", "#BUS", .bus, or: .openBus), CommandArgument("people", nil, .digits)],
      example: "bus count 57"),
    CommandWord(
      .busClose,
      [CommandArgument("bus", "#BUS", .bus, or: .openBus), CommandArgument("because", "REASON", or: .none)],
      example: "bus close neverBoarded"),
    CommandWord(
      .expect,
      [
        CommandArgument("people", nil, .digits), CommandArgument("expected", "TIME", .digits),
        CommandArgument("transport", or: .none),
      ], example: "expect 58 16:20 bus"),
    CommandWord(
      .appointment,
      [
        CommandArgument("appointment", "REFERENCE"), CommandArgument("people", nil, .digits),
        CommandArgument("expected", "TIME", .digits), language, nation,
      ], example: "appointment A-17 3 2021-12-25/0900 spa"),
    CommandWord(
      .name,
      [person]
        + [
          ("familyName", "family"), ("givenNames", "given"), ("birthDate", "birth"), ("document", "document"),
          ("documentKind", "kind"), ("issuer", "issuer"), ("contact", "contact"), ("note", "note"),
        ].map { CommandArgument($0.0, $0.1, or: .none, named: true) },
      example: "name 12 family=\"de la Cruz\" given=Ana"
    ),
  ]

  private static let desks: [CommandWord] = [
    CommandWord(
      .open,
      [
        CommandArgument("servedAt", "DESK", .desk, or: .deskHere), CommandArgument("languages", nil, .words, or: .none),
        CommandArgument("staff", or: .me, named: true),
      ], example: "open r2 por,hat"),
    CommandWord(.close, [CommandArgument("servedAt", "DESK", .desk, or: .deskHere)], example: "close r2"),
    CommandWord(
      .call,
      [
        CommandArgument("case", nil, .number, or: .none), CommandArgument("servedAt", "DESK", .desk, or: .deskHere),
        CommandArgument("because", "REASON", or: .none),
      ], example: "call 412 because medical"),
    CommandWord(.recall, [caseHere, deskOfCase], example: "recall"),
    CommandWord(.begin, [caseHere, deskOfCase], example: "begin"),
    CommandWord(.done, [caseHere], example: "done"),
    CommandWord(.hold, [caseHere, reason], example: "hold 412 interpreter"),
    CommandWord(.resume, [caseHere], example: "resume 412"),
    CommandWord(.expedite, [caseHere, reason], example: "expedite 412 medical"),
    CommandWord(
      .place,
      [caseHere, CommandArgument("area", or: .none), override],
      example: "place 412 families-a"),
  ]

  private static let health: [CommandWord] = [
    CommandWord(.needs, [person, CommandArgument("needs", nil, .words)], example: "needs 12 SM-DP,WR-LC"),
    CommandWord(.finding, [person, CommandArgument("finding")], example: "finding 12 scabies"),
    CommandWord(.isolate, [caseHere, CommandArgument("finding")], example: "isolate 412 varicella"),
    CommandWord(.retest, [caseHere, CommandArgument("clear", words: ["clear", "no"])], example: "retest 412 clear"),
    CommandWord(.deisolate, [caseHere], example: "deisolate 412"),
    CommandWord(.care, [people, CommandArgument("care")], example: "care 12,13 shower"),
    CommandWord(
      .away, [people, CommandArgument("to", words: ["hospital", "court"])], example: "away 12,13 hospital"),
    CommandWord(.back, [people], example: "back 12,13"),
    CommandWord(
      .check, [person, CommandArgument("check"), CommandArgument("result")], example: "check 12 interview clear"),
    CommandWord(
      .fit, [person, CommandArgument("for"), CommandArgument("fit", words: ["yes", "no"])], example: "fit 12 travel yes"
    ),
    CommandWord(.treat, [person, CommandArgument("finding")], example: "treat 12 lice"),
  ]

  private static let interview: [CommandWord] = [
    CommandWord(.orient, [caseHere, CommandArgument("language", or: .languageOfCase)], example: "orient 412 spa"),
    CommandWord(.waive, [caseHere, CommandArgument("language", or: .languageOfCase)], example: "waive 412 spa"),
    CommandWord(
      .counsel, [caseHere, CommandArgument("answer", or: .none, words: ["asked", "reached", "declined"])],
      example: "counsel 412 reached"),
    CommandWord(
      .determine,
      [
        caseHere, CommandArgument("outcome"), CommandArgument("basis"),
        CommandArgument("reviewer", "second", named: true),
      ], example: "determine 412 negative noCredibleFear second=ao9"),
    CommandWord(
      .review, [caseHere, CommandArgument("result", words: ["requested", "declined", "upheld", "reversed"])],
      example: "review 412 requested"),
    CommandWord(.child, [caseHere, CommandArgument("basis")], example: "child 412 agencyFinding"),
    CommandWord(.orr, [caseHere], example: "orr 412"),
    CommandWord(
      .screen,
      [
        caseHere, CommandArgument("noTraffickingSigns", "NO-TRAFFICKING"), CommandArgument("noFearOfReturn", "NO-FEAR"),
        CommandArgument("ableToDecide", "ABLE"), CommandArgument("ownDecision", "OWN-DECISION"), second,
      ], example: "screen 412 yes yes yes no second=ao9"),
    CommandWord(.dispute, [person, CommandArgument("claim")], example: "dispute 12 child"),
  ]

  private static let leaving: [CommandWord] = [
    CommandWord(.plan, [caseHere, CommandArgument("plan")], example: "plan 412 release"),
    CommandWord(
      .step,
      [
        caseHere,
        CommandArgument(
          "step",
          words: ReleaseStep.allCases.map(\.rawValue)
            + ReturnStep.allCases.map(\.rawValue).filter { ReleaseStep(rawValue: $0) == nil }),
      ], example: "step 412 address"),
    CommandWord(.offer, [caseHere, CommandArgument("receiver")], example: "offer 412 casa-puente"),
    CommandWord(
      .accept,
      [
        caseHere, CommandArgument("receiver", or: .receiverOfCase),
        CommandArgument("people", nil, .digits, or: .none, named: true),
      ], example: "accept 412 people=2"),
    CommandWord(.refuse, [caseHere, CommandArgument("receiver", or: .receiverOfCase)], example: "refuse 412"),
    CommandWord(
      .release, [someCase, CommandArgument("receiver", or: .receiverOfCase), override], example: "release 412"),
    CommandWord(.consulate, [someCase], example: "consulate 412"),
    CommandWord(
      .return, [someCase, second, CommandArgument("tag", named: true)], example: "return 412 second=lead tag=0412-K"),
    CommandWord(
      .transfer,
      [someCase, CommandArgument("to"), CommandArgument("state", words: ["asked", "accepted", "departed"])],
      example: "transfer 412 orr asked"),
    CommandWord(.confirm, [someCase], example: "confirm 412"),
    CommandWord(
      .depart, [someCase, reason, CommandArgument("second", or: .none, named: true)],
      example: "depart 412 withdrew second=lead"),
    CommandWord(.noplace, [someCase, CommandArgument("to"), reason], example: "noplace 412 orr isolation"),
    CommandWord(
      .pickup, [someCase, CommandArgument("expected", "TIME", .digits)], example: "pickup 412 17:30"),
    CommandWord(
      .consulateAnswer,
      [
        someCase, CommandArgument("vulnerable", nil, .numbers, or: .none),
        CommandArgument("protocol", or: .none, named: true, words: ["yes", "no"]),
      ], example: "consulate answer 412 12,13 protocol=yes"),
    CommandWord(.stop, [someCase, reason], example: "stop 412 changedMind"),
  ]

  private static let families: [CommandWord] = [
    CommandWord(.split, [someCase, people, reason, second], example: "split 412 12,13 medical second=lead"),
    CommandWord(
      .reunite, [someCase, CommandArgument("with", nil, .number), second], example: "reunite 420 412 second=lead"),
    CommandWord(
      .tie, [CommandArgument("child", nil, .number), CommandArgument("adult", nil, .number), second],
      example: "tie 13 12 second=lead"),
  ]

  private static let center: [CommandWord] = [
    CommandWord(
      .capacity,
      [CommandArgument("area"), CommandArgument("part"), CommandArgument("places", nil, .digits)],
      example: "capacity families-a staffed 40"),
    CommandWord(
      .interpreters,
      [
        CommandArgument("language"), CommandArgument("interpreters", nil, .digits),
        CommandArgument("lines", nil, .digits, or: .linesNow),
      ], example: "interpreters mam 1 2"),
  ]

  private static let truth: [CommandWord] = [
    CommandWord(
      .correct,
      [CommandArgument("wrongs", "ENTRY", .digits)]
        + [
          ("person", "person"), ("age", "age"), ("band", "band"), ("sex", "sex"), ("case", "case"),
          ("language", "language"), ("nationality", "nation"), ("bookIn", "bookin"), ("arrived", "arrived"),
          ("oriented", "oriented"), ("second", "second"),
        ].map { CommandArgument($0.0, $0.1, or: .none, named: true) }, example: "correct 512 person=12 age=16"),
    CommandWord(.undo, example: "undo"),
    CommandWord(
      .breach,
      [
        someCase, CommandArgument("kind"), CommandArgument("cause"),
        CommandArgument("clock", or: .none, named: true),
      ], example: "breach 412 clock noStaff clock=custody"),
    CommandWord(.clock, [second], example: "clock second=lead"),
  ]
}
