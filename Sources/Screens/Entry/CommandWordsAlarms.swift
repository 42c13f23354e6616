import CaseFlow

// Alarms, the crisis and the shift.
extension CommandWords {
  private static let alarm = CommandArgument("threshold", "ALARM", .words)
  private static let charge = CommandArgument("charge", or: .me, named: true)
  private static let undone = CommandArgument("undone", or: .none, named: true)
  private static let card = CommandArgument("card")
  private static let line = CommandArgument("line", nil, .digits)

  static let crisis: [CommandWord] = [
    CommandWord(.ack, [alarm], example: "ack families over places"),
    CommandWord(
      .shelve,
      [CommandArgument("until", nil, .digits, named: true), CommandArgument("reason", named: true), alarm],
      example: "shelve families over places until=17:00 reason=underWay"),
    CommandWord(.unshelve, [alarm], example: "unshelve families over places"),
    CommandWord(
      .service, [CommandArgument("inService", "in", named: true, words: ["yes", "no"]), alarm],
      example: "service health wait in=no"),
    CommandWord(
      .threshold,
      [
        CommandArgument("level", named: true), CommandArgument("raise", named: true),
        CommandArgument("clear", named: true), CommandArgument("onDelay", "on", or: .none, named: true),
        CommandArgument("offDelay", "off", or: .none, named: true),
        CommandArgument("minimumCount", "count", or: .none, named: true), alarm,
      ], example: "threshold families over places level=watch raise=80 clear=70 on=15 off=30"),
    CommandWord(.declare, [charge], example: "declare charge=lead"),
    CommandWord(.standdown, [charge], example: "standdown"),
    CommandWord(.charge, [CommandArgument("charge", or: .me)], example: "charge lead"),
    CommandWord(.take, [card, line, undone], example: "take F-1 3"),
    CommandWord(.tick, [card, line, undone], example: "tick F-1 3"),
    CommandWord(.reserve, [CommandArgument("reserve"), undone], example: "reserve gym"),
  ]

  static let shift: [CommandWord] = [
    CommandWord(
      .promise,
      [
        CommandArgument("text", nil, .word), CommandArgument("due", or: .none, named: true),
        CommandArgument("promise", nil, .digits, or: .nextPromise, hidden: true),
      ], example: "promise \"Water for the night bus\" due=22:00"),
    CommandWord(.kept, [CommandArgument("promise", nil, .digits)], example: "kept 3"),
    CommandWord(.sign, [CommandArgument("side")], example: "sign outgoing"),
  ]
}
