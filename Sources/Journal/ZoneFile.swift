package import CaseFlow

/// Why the offsets of a time zone could not be read.
package enum ZoneError: Error, Equatable, Sendable {
  /// The name is not of the form `Area/City`.
  case badName(String)
  case unknown(String)
  /// The machine has no time zone database.
  case noDatabase(folder: String)
  case damaged(file: String, reason: String)
  case unreadable(ReadError)
}

extension ZoneError: CustomStringConvertible {
  /// What is wrong and what to do.
  package var description: String {
    switch self {
    case .badName(let name): "'\(name)' is not a time zone name; write one like America/Denver"
    case .unknown(let name): "no time zone is called '\(name)'; names look like America/Denver"
    case .noDatabase(let folder): "\(folder): the time zone database is missing; install the package tzdata"
    case .damaged(let file, let reason): "\(file): damaged time zone file (\(reason)); install tzdata again"
    case .unreadable(let error): error.description
    }
  }

  /// The status `jpc` ends with, after sysexits.
  package var exitStatus: Int32 {
    switch self {
    case .badName, .unknown, .damaged: 65
    case .noDatabase: 69
    case .unreadable(let error): error.exitStatus
    }
  }
}

/// Reads the machine's time zone database (TZif version 2 and later, RFC 8536).
package enum ZoneFile {
  /// Where Linux systems keep the database.
  package static let systemFolder = "/usr/share/zoneinfo"
  private static let fileBytesMax = 1 << 20

  /// The offsets of a named zone from one instant to another, in milliseconds since 1970 UTC.
  ///
  ///     try ZoneFile.offsets(of: "America/Denver", from: opening, until: closing)
  ///
  /// Changes after the file's table come from the rule in its last line.
  package static func offsets(
    of name: String, from: Int64, until: Int64, folder: String = systemFolder
  ) throws(ZoneError) -> ZoneOffsets {
    guard isName(name) else { throw .badName(name) }
    let file = "\(folder)/\(name)"
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try FileBytes.read(file, bytesMax: fileBytesMax)
    } catch {
      switch error {
      case .missing: throw folderExists(folder) ? .unknown(name) : .noDatabase(folder: folder)
      case .isDirectory: throw .unknown(name)
      default: throw .unreadable(error)
      }
    }
    do throws(TZif.Damage) {
      let table = try TZif(bytes)
      return table.offsets(name: name, from: from, until: until)
    } catch {
      throw .damaged(file: file, reason: error.reason)
    }
  }

  /// Whether a name is made of words, so that it cannot lead out of the database's folder.
  static func isName(_ name: String) -> Bool {
    let words = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard name.utf8.count <= 64, words.count <= 4 else { return false }
    return words.allSatisfy { word in
      word.first.map(isLetter) == true && word.allSatisfy { isLetter($0) || "0123456789_+-".utf8.contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func folderExists(_ folder: String) -> Bool {
    do throws(ReadError) {
      _ = try FileBytes.read(folder, bytesMax: 0)
      return false
    } catch {
      return error == .isDirectory(file: folder)
    }
  }
}
