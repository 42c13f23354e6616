// What a replay says while it runs.

extension Wording {
  package static let noNextAlarm = "No further alarm is raised in this recording."
  static let recordingEnds = "The recording ends here."
  package static let pausedAtAlarm = "Paused where the next alarm is raised. p goes on."
  static func loading(_ file: String) -> String { "Reading and checking \(file) ..." }
}
