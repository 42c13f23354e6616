import CaseFlow

// The schedule of interviews, departures with a manifest, and the services beside the flow.
extension CommandWords {
  static let schedule: [CommandWord] = [
    CommandWord(
      .duty,
      [
        CommandArgument("staff", "NAME"), CommandArgument("role"),
        CommandArgument("from", nil, .digits), CommandArgument("until", nil, .digits),
        CommandArgument("languages", nil, .words, or: .none),
        CommandArgument("remote", or: .none, named: true, words: ["yes", "no"]),
      ], example: "duty mam1 interpreter 08:00 16:00 mam,spa"),
    CommandWord(.offduty, [CommandArgument("staff", "NAME")], example: "offduty mam1"),
    CommandWord(
      .book,
      [
        caseHere, CommandArgument("from", nil, .digits), CommandArgument("until", nil, .digits),
        CommandArgument("officer"), CommandArgument("interpreter", or: .none, named: true),
        CommandArgument("language", or: .languageOfCase, named: true),
        CommandArgument("room", nil, .desk, or: .none, named: true),
        CommandArgument("mode", or: .none, named: true),
        CommandArgument("counsel", or: .none, named: true, words: ["yes", "no"]),
      ], example: "book 412 14:00 15:30 ao3 interpreter=mam1 room=i2"),
    CommandWord(.unbook, [caseHere, reason], example: "unbook 412 interpreter"),
    CommandWord(.seek, [caseHere, CommandArgument("language", or: .languageOfCase)], example: "seek 412 mam"),
  ]

  private static let departureNumber = CommandArgument("departure", "#DEPARTURE", .bus, or: .openDeparture)
  private static let counted = CommandArgument("counted", "PEOPLE", .digits)
  private static let because = CommandArgument("because", "REASON", or: .none)

  static let departures: [CommandWord] = [
    CommandWord(
      .departure,
      [
        CommandArgument("receiver"), CommandArgument("seats", nil, .digits), CommandArgument("leaves", "TIME", .digits),
        CommandArgument("departure", nil, .bus, or: .nextDeparture, hidden: true),
      ], example: "departure casa-puente 41 17:00"),
    CommandWord(.board, [someCase, departureNumber], example: "board 412 #3"),
    CommandWord(
      .unboard,
      [someCase, CommandArgument("departure", "#DEPARTURE", .bus, or: .departureOfCase)], example: "unboard 412 #3"),
    CommandWord(.left, [departureNumber, counted, because, override], example: "left #3 39 stayedBehind"),
    CommandWord(.arrived, [departureNumber, counted, because], example: "arrived #3 39"),
    CommandWord(
      .held,
      [
        CommandArgument("receiver"), CommandArgument("people", nil, .digits),
        CommandArgument("until", nil, .digits, or: .none),
      ], example: "held casa-puente 20 18:00"),
    CommandWord(
      .receiver,
      [
        CommandArgument("receiver"), CommandArgument("places", nil, .digits),
        CommandArgument("open", or: .none, named: true, words: ["yes", "no"]),
      ], example: "receiver casa-puente 40"),
    CommandWord(
      .followup, [someCase, CommandArgument("followUp", "WHAT"), CommandArgument("due", nil, .digits)],
      example: "followup 412 checkIn 2026-03-20/0900"),
    CommandWord(
      .followed, [someCase, CommandArgument("followUp", "WHAT"), CommandArgument("outcome")],
      example: "followed 412 checkIn attended"),
  ]

  private static let service = CommandArgument("to", "SERVICE")

  static let beside: [CommandWord] = [
    CommandWord(.refer, [caseHere, service], example: "refer 412 legalServices"),
    CommandWord(.seen, [caseHere, service], example: "seen 412 legalServices"),
    CommandWord(.served, [caseHere, service, CommandArgument("outcome")], example: "served 412 legalServices served"),
    CommandWord(.look, [person, CommandArgument("what")], example: "look 12 needs"),
    CommandWord(.stay, [caseHere, reason], example: "stay 412 noTransport"),
  ]
}
