internal import CaseFlow

/// A list from outside, read: its items, each with the place of its row, and everything wrong with it.
package struct ListFile<Item: Sendable>: Sendable {
  package struct Row: Sendable {
    package var item: Item
    package var line: Int
    package var column: Int
  }

  /// The file as the operator named it.
  package var file: String
  package var rows: [Row] = []
  /// In the order of the text; nothing of a list with faults may be taken in.
  package var faults: [Fault] = []
  /// The same for the same bytes, so that the same list is taken in once.
  package var commandID = ""

  /// A fault at the beginning of a row.
  package func fault(_ row: Row, _ message: String) -> Fault {
    Fault(file: file, line: row.line, column: row.column, message: message)
  }

  /// Faults of one list after which a last line says that there are more.
  package static var faultsMax: Int { 100 }

  /// Reads the rows of a file whose columns are these; `item` gives nil for a row with a fault, which it has told. `bytes`
  /// are what the file holds, where it was read already.
  static func read(
    _ file: String, bytes: [UInt8]?, kind: String, required: [String], optional: [String], zone: ZoneOffsets,
    plan: CenterPlan, _ item: (ListRow, FaultSink) -> Item?
  ) throws(ReadError) -> ListFile<Item> {
    let bytes = try FileBytes.read(file, known: bytes, bytesMax: CSVTable.fileBytesMax)
    guard !bytes.isEmpty else { throw .empty(file: file) }
    let faults = FaultSink(most: faultsMax)
    let table = CSVTable.read(bytes, file: file, faults: faults)
    var list = ListFile(file: file)
    list.commandID = "\(kind)-\(digest(bytes).prefix(40))"
    if let columns = ListColumns(table.header, required: required, optional: optional, file: file, faults) {
      for cells in table.rows {
        let row = ListRow(cells: cells, columns: columns, file: file, zone: zone, plan: plan, faults: faults)
        guard let item = item(row, faults) else { continue }
        list.rows.append(Row(item: item, line: cells[0].line, column: cells[0].column))
      }
      if table.rows.isEmpty, faults.all.isEmpty, let cell = table.header.first {
        faults.add(cell.fault(ListSentences.noRows, file: file))
      }
    }
    list.faults = faults.all
    return list
  }
}

/// Which column holds what, by the names in the first row.
struct ListColumns {
  private var places: [String: Int] = [:]

  /// Nil, and a fault for each, when columns are missing, unknown or there twice.
  init?(_ header: [CSVCell], required: [String], optional: [String], file: String, _ faults: FaultSink) {
    let known = required + optional
    var isSound = !header.isEmpty
    for (index, cell) in header.enumerated() {
      let fault: String? =
        if !known.contains(cell.text) { ListSentences.unknownColumn(cell.text, known) } else if places[cell.text] != nil
        {
          ListSentences.columnTwice(cell.text)
        } else { nil }
      places[cell.text] = index
      guard let fault else { continue }
      faults.add(cell.fault(fault, file: file))
      isSound = false
    }
    for name in required where places[name] == nil {
      guard let first = header.first else { break }
      faults.add(first.fault(ListSentences.columnMissing(name), file: file))
      isSound = false
    }
    if !isSound { return nil }
  }

  subscript(name: String) -> Int? { places[name] }
}

/// One row, read column by column; what cannot be meant goes to the sink at its cell, and reads as nil.
struct ListRow {
  let cells: [CSVCell]
  let columns: ListColumns
  let file: String
  let zone: ZoneOffsets
  let plan: CenterPlan
  let faults: FaultSink

  /// The cell of a column; nil where the list has no such column, or the cell is empty.
  func cell(_ name: String) -> CSVCell? {
    guard let index = columns[name], !cells[index].text.isEmpty else { return nil }
    return cells[index]
  }

  /// Tells a fault at the cell of a column.
  func refuse(_ name: String, _ message: String) {
    faults.add(cells[columns[name] ?? 0].fault(message, file: file))
  }

  /// Whether a cell that must hold something does; tells it when not.
  func has(_ name: String) -> Bool {
    if cell(name) != nil { return true }
    refuse(name, ListSentences.empty(name))
    return false
  }

  func code(_ name: String) -> Code? {
    guard let cell = cell(name) else { return nil }
    if let code = Code(cell.text) { return code }
    refuse(name, ListSentences.noCode(cell.text))
    return nil
  }

  func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let cell = cell(name) else { return nil }
    if cell.text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(cell.text), range ~= number { return number }
    refuse(name, ListSentences.noNumber(cell.text, range))
    return nil
  }

  /// One of a closed list of words, as recordings write them.
  func word<W: Word>(_ name: String, _ type: W.Type = W.self) -> W? {
    guard let cell = cell(name) else { return nil }
    if let word = W(rawValue: cell.text) { return word }
    refuse(name, ListSentences.noWord(cell.text, W.allCases.map(\.rawValue)))
    return nil
  }

  /// A yes or a no; no when the cell is empty.
  func flag(_ name: String) -> Bool {
    guard let cell = cell(name), cell.text != "no" else { return false }
    if cell.text != "yes" { refuse(name, ListSentences.noFlag(cell.text)) }
    return true
  }

  /// A language by its code, or by the name that the center has for it.
  func language(_ name: String) -> Code? {
    guard let cell = cell(name) else { return nil }
    if let language = language(named: cell.text) { return language }
    refuse(name, ListSentences.noLanguage(cell.text))
    return nil
  }

  func language(named text: String) -> Code? {
    if let known = plan.languages.first(where: { $0.name.lowercased() == text.lowercased() }) { return known.code }
    return ListRow.isLetters(text, "a"..."z") ? Code(text) : nil
  }

  /// A nationality by its code.
  func nation(_ name: String) -> Code? {
    guard let cell = cell(name) else { return nil }
    if let code = Code(cell.text), ListRow.isLetters(cell.text, "A"..."Z") { return code }
    refuse(name, ListSentences.noNation(cell.text))
    return nil
  }

  private static func isLetters(_ text: String, _ letters: ClosedRange<Unicode.Scalar>) -> Bool {
    text.utf8.count == 3 && text.unicodeScalars.allSatisfy(letters.contains)
  }
}
