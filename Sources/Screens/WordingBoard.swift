// What the words of the board mean, as the help says it.
extension Wording {
  /// A number where there is room for so many digits; a larger one in thousands, as after a census: `12k`.
  package static func number(_ count: Int, cells: Int) -> String {
    let text = String(count)
    return text.utf8.count <= cells ? text : "\(count / 1_000)k"
  }

  static let boardWordsTitle = "The words of the board"
  static let boardWords = [
    (waitHeading, "People waiting for a desk of the row, or called to one."),
    (oldestHeading, "The longest that anyone on the row has waited; where there are no desks, has been there."),
    (medianHeading, "Within so long half of the cases are served, those who still wait counted too."),
    (p90Heading, "Within so long nine tenths of them are served."),
    (
      joinHeading,
      "What a case that joins now can expect: the cases waiting or called, divided by the services begun in the last "
        + "hour. A dash: nobody waits, or none began."
    ),
    ("\(inHeading) \(outHeading)", "People who joined the queue, and people who were done, in the last hour."),
    (
      bindsHeading,
      "What limits a row or a kind of place: desks (all are open), staff (some are closed), or the language for which "
        + "desks stand idle."
    ),
    (clocksHeading, "The legal limits that end next, and what is left; ! is less than two hours, !! is over."),
    (alarmsHeading, "What needs a person to act: ! watch or strained, !! crisis, ~ over and not taken yet."),
    (expectedHeading, "Who was announced and has not arrived."),
  ]
}
