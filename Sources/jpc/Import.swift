import ArgumentParser
import CaseFlow
import Journal

/// `jpc import census|appointments|roster FILE.csv`: lists from outside.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take in a list from outside: appointments, who is on duty, or people already there.",
    discussion: """
      Every fault is printed as FILE:LINE:COLUMN: message, and nothing of a list with a fault is taken in. The same file \
      twice is taken in once.
      """)

  enum List: String, ExpressibleByArgument, CaseIterable {
    case appointments, census, roster
  }

  @Argument(help: "What the list is.")
  var list: List

  @Argument(help: "The list (.csv).")
  var file: String

  @OptionGroup var folder: DataFolder
  @OptionGroup var actor: ActorOptions
  @OptionGroup var time: ClockOption

  func run() throws {
    try reporting { () throws(Failure) in
      let by = try actor.by()
      var center = try WorkingCenter(folder.path(), clock: time.clock())
      switch list {
      case .appointments: try appointments(&center, by)
      case .census: try census(&center, by)
      case .roster: try roster(&center, by)
      }
    }
  }

  private func appointments(_ center: inout WorkingCenter, _ by: Code) throws(Failure) {
    var list = try reading { () throws(ReadError) in
      try AppointmentFile.read(file, zone: center.live.zone, plan: center.plan)
    }
    if try isKnown(list.commandID, &center) { return }
    let missing = AppointmentFile.missing(from: center.live.center, in: &list)
    try refuse(list.faults)
    if !missing.isEmpty {
      try enter(.stateAll(missing.map { .appointmentListed($0) }), list.commandID, by, &center)
    }
    let known = list.rows.count - missing.count
    say("\(count(missing.count, "appointment")) listed" + (known == 0 ? "" : ", \(known) were listed before"))
  }

  private func roster(_ center: inout WorkingCenter, _ by: Code) throws(Failure) {
    var list = try reading { () throws(ReadError) in
      try RosterFile.read(file, zone: center.live.zone, plan: center.plan)
    }
    if try isKnown(list.commandID, &center) { return }
    let missing = RosterFile.missing(from: center.live.center, in: &list, Moment(center.live.now, by: by))
    try refuse(list.faults)
    if !missing.isEmpty { try enter(.stateAll(missing.map { .dutyListed($0) }), list.commandID, by, &center) }
    let known = list.rows.count - missing.count
    say(
      "\(missing.count) \(missing.count == 1 ? "duty" : "duties") listed"
        + (known == 0 ? "" : ", \(known) were listed before or are over"))
  }

  /// The people already there, as the first entry of a journal.
  private func census(_ center: inout WorkingCenter, _ by: Code) throws(Failure) {
    var list = try reading { () throws(ReadError) in
      try CensusFile.read(file, zone: center.live.zone, plan: center.plan)
    }
    if try isKnown(list.commandID, &center) { return }
    try refuse(list.faults)
    guard let opening = CensusFile.opening(of: center.live.center, from: &list, at: center.live.now) else {
      return try refuse(list.faults)
    }
    try enter(.state(.stateAt(opening)), list.commandID, by, &center)
    say("\(opening.people.count) people in \(count(opening.cases.count, "case")) carried in")
  }

  /// Whether the same bytes were taken in before; said, since nothing else is done then.
  private func isKnown(_ id: String, _ center: inout WorkingCenter) throws(Failure) -> Bool {
    guard try storing({ () throws(StoreError) in try center.live.known(id) }) != nil else { return false }
    say("was taken in before; nothing was changed")
    return true
  }

  private func refuse(_ faults: [Fault]) throws(Failure) {
    guard !faults.isEmpty else { return }
    for fault in faults { standardOutput("\(fault)\n") }
    throw Failure(sentence: "\(file): faults found, nothing was taken in; correct them and import again", status: 65)
  }

  private func enter(_ command: Command, _ id: String, _ by: Code, _ center: inout WorkingCenter) throws(Failure) {
    do throws(ActError) {
      _ = try center.live.perform(Act(command), id: id, by: by)
    } catch {
      throw Failure(error)
    }
  }

  private func say(_ what: String) { standardOutput("\(file.printable): \(what)\n") }

  private func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
}
