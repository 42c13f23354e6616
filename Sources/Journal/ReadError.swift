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
    switch self {
    case .missing(let file): "\(file): no such file; check the path"
    case .isDirectory(let file): "\(file): is a folder; name a file in it"
    case .notPermitted(let file): "\(file): may not be read; ask its owner for permission"
    case .inputOutput(let file, let errno): "\(file): could not be read (system error \(errno)); check the disk"
    case .empty(let file): "\(file): is empty"
    case .tooLarge(let file, let bytesMax):
      bytesMax >= 1 << 20
        ? "\(file): is larger than \(bytesMax >> 20) MiB; split it"
        : "\(file): is larger than \(bytesMax) bytes; split it"
    case .malformed(let fault): fault.description
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
