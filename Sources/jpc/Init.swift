import ArgumentParser
import CaseFlow
import Journal

/// `jpc init --center FILE`: the journal of a center.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create the journal of a center.",
    discussion: """
      The center file is copied into the journal, with the clock changes of its time zone, so that the journal explains \
      itself. The folder is made for its owner alone. A journal that is there already stays as it is.
      """)

  @OptionGroup var folder: DataFolder

  @Option(help: ArgumentHelp("The center file (.yaml).", valueName: "FILE"))
  var center: String

  @OptionGroup var time: ClockOption

  func run() throws {
    try reporting { () throws(Failure) in
      let path = try folder.path()
      let file = try reading { () throws(ReadError) in try CenterFile.read(center) }
      let header = try NewCenter.header(file, now: time.clock()())
      if header.rules != file.plan.rules {
        let begins = "the journal begins with \(header.rules), which is in force now"
        standardError("warning: \(center.printable): names the rules \(file.plan.rules); \(begins)")
      }
      _ = try storing { () throws(StoreError) in try Site.create(path, header, site: file.plan.code) }
      standardOutput(
        "\(path.printable): the journal of \(file.plan.name) (\(file.plan.code)) is ready; `jpc` opens its board\n")
    }
  }
}
