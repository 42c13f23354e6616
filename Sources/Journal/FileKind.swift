/// What a file is, as far as jpc can check it.
package enum FileKind: Equatable, Sendable {
  case recording, centerFile, scenario, dayProfile, dayTable, appointments, census, roster
  /// What jpc itself has answered in JSON, by its schema; nothing reads it again.
  case answer(schema: String)

  /// Whether it is read as a center would: with its areas, its names of languages and its time zone.
  package var isList: Bool { [.appointments, .census, .roster].contains(self) }
}

extension FileKind {
  /// What a file is by its name, and by its content where the name does not say; nil for what jpc cannot check.
  /// O(first line) for most; a text of YAML is parsed.
  init?(of path: String, _ bytes: [UInt8]) {
    let name = path.split(separator: "/").last ?? ""
    let known: FileKind? =
      switch name.split(separator: ".").last?.lowercased() {
      case "ndjson": .recording
      case "yaml", "yml": ScenarioFile.isScenario(bytes) ? .scenario : .centerFile
      case "csv": FileKind(ofTable: bytes)
      case _ where bytes.first(where: { !FileKind.isBlank($0) }) == UInt8(ascii: "{"): FileKind(ofJSON: bytes)
      default: FileKind(ofTable: bytes) ?? FileKind(ofYAML: bytes)
      }
    guard let known else { return nil }
    self = known
  }

  /// A recording is a line for each record, everything else one document.
  private init?(ofJSON bytes: [UInt8]) {
    if FileKind.hasFormat(bytes) {
      self = .recording
    } else if FileKind.says("\"arrivals_by_quarter_hour\"", bytes.prefix(DayProfileFile.bytesMax)) {
      self = .dayProfile
    } else if let schema = FileKind.schema(bytes) {
      self = .answer(schema: schema)
    } else if FileKind.firstLine(bytes).last(where: { !FileKind.isBlank($0) }) == UInt8(ascii: "}") {
      self = .recording
    } else {
      return nil
    }
  }

  /// A table is the list with whose columns it has most in common; one word in common is chance.
  private init?(ofTable bytes: [UInt8]) {
    let lists: [(kind: FileKind, columns: [String])] = [
      (.appointments, AppointmentFile.required + AppointmentFile.optional),
      (.census, CensusFile.required + CensusFile.optional), (.roster, RosterFile.required + RosterFile.optional),
      (.dayTable, DayTableFile.columns),
    ]
    let first = Array(FileKind.firstLine(bytes))
    let header = CSVTable.read(first, file: nil, faults: FaultSink(most: 1)).header.map(\.text)
    let counts = lists.map { list in (list.kind, header.count(where: list.columns.contains)) }
    guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 > 1 else { return nil }
    self = best.0
  }

  /// A center file has keys that no other file has, whatever else may be wrong with it.
  private init?(ofYAML bytes: [UInt8]) {
    let lines = bytes.split(separator: Byte.lineFeed)
    func has(_ key: String) -> Bool { lines.contains { $0.starts(with: key.utf8) } }
    if has("format:"), ScenarioFile.isScenario(bytes) {
      self = .scenario
    } else if ["areas:", "stages:", "timezone:", "name:"].contains(where: has) {
      self = .centerFile
    } else {
      return nil
    }
  }

  /// Whether a file of lines may be a recording: the first says which format it has.
  static func hasFormat(_ bytes: [UInt8]) -> Bool { says("\"format\"", firstLine(bytes)) }

  private static func schema(_ bytes: [UInt8]) -> String? {
    let root = try? JSONDocument(parsing: bytes).root
    guard let schema = try? root?.field("schema").string(bytesMax: 40), schema.hasPrefix("jpc.") else { return nil }
    return schema
  }

  private static func firstLine(_ bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.prefix { $0 != Byte.lineFeed } }

  private static func says(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [Byte.space, Byte.lineFeed, Byte.tab, Byte.carriageReturn].contains(byte)
  }
}
