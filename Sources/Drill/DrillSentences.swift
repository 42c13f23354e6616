import CaseFlow

// Every sentence of this room that users read, together.

enum DrillSentences {
  static func unmetQuarters(people: Int) -> String {
    "The sizes of parties do not fit the people of each quarter: \(people) stand in other quarters."
  }
  static func unmetShares(_ names: [String]) -> String {
    "No parties of these sizes have exactly the people stated for \(names.joined(separator: ", "))."
  }

  /// `4h05`, or a dash where nothing is known.
  static func length(_ span: Span?) -> String {
    guard let span else { return "-" }
    let minutes = span.wholeSeconds / 60
    return "\(minutes / 60)h\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  static func lengths(_ lengths: DayFigures.Lengths) -> String {
    "median \(length(lengths.median)), nine in ten within \(length(lengths.p90)), longest \(length(lengths.longest))"
  }

  static func counts<Key: Word>(_ counts: [Key: Int]) -> String {
    let known = Key.allCases.compactMap { key in counts[key].map { "\(key.rawValue) \($0)" } }
    return known.isEmpty ? "none" : known.joined(separator: ", ")
  }
}

extension DayFigures {
  /// The figures as the command prints them, one line each.
  package var lines: [String] {
    var lines = [
      "People: \(carriedIn) carried in, \(peopleArrived) arrived in \(partiesArrived) parties, \(onRollAtEnd) at the end, "
        + "\(unplacedAtEnd) of them without a place.",
      "Daily intake processed: \(peopleProcessed) people through reception and health screening.",
      "Processing time, arrival to exit, \(processing.count) cases: \(DrillSentences.lengths(processing)).",
    ]
    for stage in stages {
      lines.append(
        "\(stage.stage.rawValue): \(stage.services.count) cases (\(stage.peopleServed) people) served; wait "
          + "\(DrillSentences.lengths(stage.waits)); service \(DrillSentences.lengths(stage.services)); "
          + "\(stage.casesWaitingAtEnd) cases waiting at the end.")
    }
    lines += [
      "Outcomes: \(DrillSentences.counts(outcomes)); reviews upheld \(reviewsUpheld), reversed \(reviewsReversed).",
      "Exits of people: \(DrillSentences.counts(exits)); transfers: \(DrillSentences.counts(transfers)).",
      "Custody transfers: \(transfers[.custody] ?? 0) people.",
      "Clocks that ran out: \(DrillSentences.counts(breaches)).",
      "Corrections \(corrections), placements by override \(overrides), crises declared \(crisesDeclared), "
        + "commands refused \(refused), records \(records).",
    ]
    return lines
  }
}
