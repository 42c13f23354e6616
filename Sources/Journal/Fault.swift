/// One thing wrong with a text, where a person can find it: `center.yaml:12:7: unknown key 'physcal'`.
package struct Fault: Error, Equatable, Sendable {
  /// The file as the operator named it, or nil for text that came from elsewhere.
  package var file: String?
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in characters (Unicode scalars), as editors show it.
  package var column: Int
  /// What is wrong, without a final period.
  package var message: String

  /// A fault at a place; `line` and `column` count from 1.
  package init(file: String? = nil, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension Fault: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: message`, the form of `jpc check`, printable whatever the file holds and is called.
  package var description: String {
    let place = "\(line):\(column): \(message)"
    guard let file else { return place.printable }
    return "\(file):\(place)".printable
  }
}

extension Fault {
  /// The line and column of a byte offset, both from 1, when `start` is the first byte of line `firstLine`.
  ///
  /// Columns count scalars: every byte but the continuation bytes of UTF-8. O(offset - start).
  static func place(of offset: Int, in bytes: [UInt8], from start: Int, firstLine: Int) -> (line: Int, column: Int) {
    var line = firstLine
    var column = 1
    for byte in bytes[start..<max(start, min(offset, bytes.count))] {
      if byte == Byte.lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

/// The bytes that readers and writers of text name.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let delete: UInt8 = 0x7F
}
