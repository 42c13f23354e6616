import ArgumentParser
import CaseFlow
import Journal
import Screens

/// `jpc erase PERSON --second NAME --reason TEXT`: nobody reads a person's details again.
struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Destroy the key of a person's details.",
    discussion: """
      Their name, birth date, document and notes can never be read again; the journal keeps the numbers, says who erased \
      them and why, and still verifies. It takes two people. The reason is kept in clear, so it names nobody.
      """)

  @Argument(help: "The person's number, with or without its check letter.")
  var person: String

  @Option(help: ArgumentHelp("Why, in words that name nobody.", valueName: "TEXT"))
  var reason: String

  @OptionGroup var folder: DataFolder
  @OptionGroup var actor: ActorOptions
  @OptionGroup var time: ClockOption

  func run() throws {
    try reporting { () throws(Failure) in
      guard let id = PersonID(typed: person) else {
        throw .usage("'\(person)' is not a person's number, or its check letter is wrong; look the number up again")
      }
      let by = try actor.by()
      guard let second = try actor.other(than: by) else {
        throw .usage("erasing takes two people; name the other one with --second NAME")
      }
      guard reason.contains(where: { !$0.isWhitespace }) else {
        throw .usage("--reason is blank; say why, in words that name nobody")
      }
      var center = try WorkingCenter(folder.path(), clock: time.clock())
      if let erased = center.live.center.people[id]?.erasedAt {
        standardOutput(try again(id, erased, center.live))
      } else {
        try erase(id, by, second, &center.live)
        standardOutput("person \(id.checked): the key is destroyed; nobody reads their details again\n")
      }
    }
  }

  /// Says when and by whom it was erased. A journal that says so may have been cut off before the key was destroyed: that
  /// is made good.
  private func again(_ id: PersonID, _ erased: Instant, _ live: LiveCenter) throws(Failure) -> String {
    let record = try storing { () throws(StoreError) in
      try live.vault.destroy(id)
      return try live.erasure(of: id, at: erased)
    }
    let time = "\(TimeText.day(erased, live.zone)) \(TimeText.clock(erased, live.zone))"
    var text = "person \(id.checked): was erased already, on \(time)"
    if let record, case .detailsErased(let e) = record.event { text += " by \(record.by) with \(e.second)" }
    return text + "; nobody reads their details again\n"
  }

  private func erase(_ id: PersonID, _ by: Code, _ second: Code, _ live: inout LiveCenter) throws(Failure) {
    var ids = CommandIDs()
    do throws(ActError) {
      _ = try live.erase(id, because: reason, second: second, id: ids.next(), by: by)
    } catch {
      throw Failure(error)
    }
  }
}
