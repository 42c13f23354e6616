import CaseFlow
import Screens

/// The sheets to write on while there is no screen, and to enter from afterwards: fields stand in the order of the entry
/// form, so that the eyes go down the paper once.
///
///     PaperForm(plan: center.plan, pages: 4).text
struct PaperForm {
  /// Columns of a sheet: a page of letter paper or A4 in a typewriter font.
  static let columns = 76
  /// Lines of a sheet.
  static let lines = 60
  /// Sheets of one kind that may be asked for at once.
  static let sheetsMost = 1...200

  var plan: CenterPlan
  /// Arrival sheets; one sheet of desk entries and one of codes follow.
  var sheets: Int

  /// Every sheet, with a form feed between two.
  var text: String {
    let sheets = (1...sheets).map(arrivalSheet) + [deskSheet] + codeSheets
    return sheets.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}")
  }
}

// The sheets.
extension PaperForm {
  /// Parties on one arrival sheet, and lines for the people of each.
  private static let parties = 3
  private static let people = 3

  private func arrivalSheet(_ number: Int) -> [String] {
    var lines = head("ARRIVALS", "sheet \(number) of \(sheets)")
    lines += [
      "ASK FIRST: is a child here without a parent or legal guardian? Tick CHILD",
      "ALONE: own area, own clocks, never placed with unrelated adults.",
    ]
    for party in 1...PaperForm.parties { lines += PaperForm.party(party) }
    return lines
  }

  private static func party(_ number: Int) -> [String] {
    [
      "",
      ruled("PARTY \(number)", right: "number in jpc ________  entered by ________"),
      "arrived ____ : ____   book-in day ____ time ____ : ____   [ ] book-in unknown",
      "language _______________   second _______________   nation _______________",
      "[ ] goes on from the party above, which has more people than lines",
      "came by [ ] foot  [ ] van  [ ] bus no. ______   appointment ________________",
    ] + (1...people).flatMap(person)
  }

  private static func person(_ number: Int) -> [String] {
    [
      "\(number) family name ________________________ given names ______________________",
      "  sex [ ]f [ ]m [ ]x   born ______-____-____ or age _____   [ ] CHILD ALONE",
      "  tie [ ]head [ ]partner [ ]own child [ ]relative   document ________________",
      "  needs [ ]none [ ]p [ ]b [ ]w [ ]i [ ]v other ______  note _________________",
    ]
  }

  private var deskSheet: [String] {
    var lines = head("DESKS AND PLACES", "what happened, when it happened")
    lines += [
      "One line for every call, start, end, hold, move, departure. The true time",
      "counts: clocks are computed from it, whenever it is entered.",
      "",
      "time      number   what happened, and its outcome or reason    desk / area  by",
    ]
    while lines.count + 2 < PaperForm.lines {
      lines += ["", "____:____ ________  __________________________________________ ____________ ___"]
    }
    return lines
  }

  /// The codes to write; as many sheets as a center with many languages needs.
  private var codeSheets: [[String]] {
    let languages = plan.languages.map { "\($0.code) \($0.name)" }
    let areas = plan.areas.map { "\($0.code) \($0.name)" }
    let receivers = plan.receivers.map { "\($0.code) \($0.name)" }
    var lines = [
      "", PaperForm.ruled("Ties"),
      "head       parent or legal guardian of the children, or a person alone",
      "partner    spouse or partner of the head",
      "own child  child or legal ward of the head",
      "relative   grandchild, niece, brother: in law such a child is alone",
      "", PaperForm.ruled("Needs"),
      "p pregnant   b baby   w walks with difficulty   i ill   v wants a private talk",
      "none: asked, and there are none. No tick: not asked yet.",
    ]
    for (title, items) in [("Languages", languages), ("Areas", areas), ("Receivers", receivers)] where !items.isEmpty {
      lines += ["", PaperForm.ruled(title)] + PaperForm.columns(of: items)
    }
    lines += [
      "", PaperForm.ruled("Entering the sheets"),
      "jpc arrive fm+7.4 spa ven at=14:05       a party that came at five past two",
      "jpc do begin 0412-K desk=r1 at=14:20     a service that began at twenty past",
      "jpc do --list                            every command",
    ]
    let head = head("CODES", "for the sheets before")
    let room = PaperForm.lines - head.count
    return stride(from: 0, to: lines.count, by: room).map { head + lines[$0..<min($0 + room, lines.count)] }
  }

  private func head(_ title: String, _ part: String) -> [String] {
    [
      PaperForm.spread(plan.name, part),
      PaperForm.ruled(title, right: "date ______-____-____  written by ____________"),
    ]
  }
}

// Lines of text.
extension PaperForm {
  /// A title at the left and something to fill in at the right, with a rule of dashes between.
  private static func ruled(_ title: String, right: String = "") -> String {
    let space = columns - TextWidth.cells(of: title) - TextWidth.cells(of: right) - (right.isEmpty ? 1 : 2)
    return title + " " + String(repeating: "-", count: max(2, space)) + (right.isEmpty ? "" : " " + right)
  }

  private static func spread(_ left: String, _ right: String) -> String {
    TextWidth.pad(left, to: columns - right.count) + right
  }

  /// Items side by side, in as many columns as fit, read downwards.
  private static func columns(of items: [String]) -> [String] {
    let width = min(columns, items.map { TextWidth.cells(of: $0) + 2 }.max() ?? columns)
    let across = columns / width
    let rows = (items.count + across - 1) / across
    return (0..<rows).map { row in
      stride(from: row, to: items.count, by: rows).map { TextWidth.pad(items[$0], to: width) }.joined().trimmed
    }
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
