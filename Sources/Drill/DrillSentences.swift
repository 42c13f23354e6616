package import CaseFlow

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

extension DayProfile {
  /// What of a recorded day after this profile is real and what is simulated, for the header of the recording.
  ///
  /// `scaled` says that the counts are not the day's own but a surge drawn from their shares; `days` is how many days the
  /// recording has, of which the profile's is the last.
  package func sourceStatement(scaled: Bool = false, days: Int = 1) -> String {
    let day = "\(CivilTime.dayText(self.day)) at \(site)"
    let real =
      scaled
      ? "Nothing here happened. The shares of party sizes, languages and nationalities are those of \(day); the "
        + "\(people) people, their \(parties) parties and the quarter hours of their arrival are invented."
      : "Real: how many parties and people were entered in each quarter hour of \(day) (\(parties) parties, "
        + "\(people) people), how large the parties were, and how many people spoke each language and were of each "
        + "nationality. Which of these went together in one party is drawn by chance."
    let provenance =
      site == DayProfile.tucson
      ? " These counts were computed from the intake log that the Casa Alitas analysis published "
        + "(kendramlyons/guest-analysis-CAWC): margins only, values under 3 pooled as \"other\", so no party can be "
        + "singled out; its time is time of entry, which stands here as the time of arrival, and no unaccompanied "
        + "children were in it."
      : ""
    let before =
      days > 1
      ? " The \(days - 1) days before it never were: their parties are drawn from those of that day." : ""
    return real + before + provenance
      + " Simulated: everything else. People, ages, ties, needs, book-in times, children alone, "
      + "staff, desks, service times, findings, interviews, outcomes, releases, returns, transfers, breaches, alarms, "
      + "mistakes and the people already there are invented; the center is invented too. Outcomes are drawn at "
      + "national rates and do not depend on who a person is."
  }

  /// The site of the published days.
  static let tucson = "Casa Alitas Welcome Center, Tucson"
}

extension RecordedDays {
  /// What of a recording made of a table of days is real and what is simulated, for its header; `file` is the table.
  package static func sourceStatement(of file: String) -> String {
    "Made of \(file). Real, if that table is: how many people and parties came each day, and how many people were there "
      + "each night. Simulated: everything else. All of a day is recorded at one instant, 22:00 of the first day and every "
      + "24 hours from then on; as many leave as the census of the night asks for, those who were there longest first; "
      + "everyone is an adult without an age and a case alone, men and women in turn, and is recorded as having left "
      + "unannounced, because how people left is not in the table. Of each day only its numbers of people, and nothing "
      + "within a day, say anything."
  }
}

extension CivilTime {
  /// `24 December 2021`.
  static func dayText(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(date.day) \(months[(date.month - 1) % 12]) \(date.year)"
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
      "Corrections \(corrections), placed or released by override \(overrides), crises declared \(crisesDeclared), "
        + "commands refused \(refused), records \(records).",
    ]
    return lines
  }
}
