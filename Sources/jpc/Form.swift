import ArgumentParser
import CaseFlow
import Journal

/// `jpc form`: sheets to write on while there is no screen.
struct Form: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the paper form for an outage.",
    discussion: """
      Arrival sheets with the fields in the order of the entry form, a sheet for what happens at the desks, and the \
      codes of the center, \(PaperForm.columns) columns by \(PaperForm.lines) lines, a form feed between two sheets. Print \
      them before they are needed:

        jpc form --center center.yaml --sheets 20 | lp
      """)

  @OptionGroup var folder: DataFolder

  @Option(help: ArgumentHelp("The center file; the journal's own center without it.", valueName: "FILE"))
  var center: String?

  @Option(help: ArgumentHelp("Arrival sheets, three parties on each.", valueName: "N"))
  var sheets = 4

  func run() throws {
    try reporting { () throws(Failure) in
      guard PaperForm.sheetsMost ~= sheets else {
        throw .usage("--sheets \(sheets) is not a number from 1 to \(PaperForm.sheetsMost.upperBound)")
      }
      standardOutput(PaperForm(plan: try plan(), sheets: sheets).text)
    }
  }

  private func plan() throws(Failure) -> CenterPlan {
    guard let center else { return try WorkingCenter(folder.path(), clock: MachineClock.now).plan }
    return try reading { () throws(ReadError) in try CenterFile.read(center) }.plan
  }
}
