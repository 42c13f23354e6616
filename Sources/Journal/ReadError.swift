/// Why a file could not be read, with the sentence the operator reads and the exit status that goes with it.
package enum ReadError: Error, Equatable, Sendable {
  case missing(file: String)
  case isDirectory(file: String)
  case notPermitted(file: String)
  case inputOutput(file: String, errno: Int32)
  case empty(file: String)
  case tooLarge(file: String, bytesMax: Int)
  /// The file's first bytes are not UTF-8 text.
  case malformed(Fault)
}

extension ReadError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  package var description: String {
    if case .malformed(let fault) = self { return fault.description }
    return "\(file ?? ""): \(sentence)".printable
  }

  /// The file as the operator named it.
  private var file: String? {
    switch self {
    case .missing(let file), .isDirectory(let file), .notPermitted(let file), .inputOutput(let file, _),
      .empty(let file), .tooLarge(let file, _):
      file
    case .malformed(let fault): fault.file
    }
  }

  private var sentence: String {
    switch self {
    case .missing: "no such file; check the path"
    case .isDirectory: "is a folder; name a file in it"
    case .notPermitted: "may not be read; ask its owner for permission"
    case .inputOutput(_, let errno): "could not be read (system error \(errno)); check the disk"
    case .empty: "is empty"
    case .tooLarge(_, let bytesMax):
      "is larger than \(bytesMax >= 1 << 20 ? "\(bytesMax >> 20) MiB" : "\(bytesMax) bytes"); split it"
    case .malformed(let fault): fault.message
    }
  }

  /// What is wrong with the content of a file that could be read, as a fault at its beginning; else nil.
  var contentFault: Fault? {
    switch self {
    case .empty, .tooLarge: Fault(file: file, line: 1, column: 1, message: sentence)
    case .malformed(let fault): fault
    case .missing, .isDirectory, .notPermitted, .inputOutput: nil
    }
  }

  /// The status `jpc` ends with, after sysexits.
  package var exitStatus: Int32 {
    switch self {
    case .missing, .isDirectory: 66
    case .notPermitted: 77
    case .inputOutput: 74
    case .empty, .tooLarge, .malformed: 65
    }
  }
}
