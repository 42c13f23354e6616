internal import Glibc

/// Why a file could not be written, with the sentence the operator reads and the exit status that goes with it.
package enum WriteError: Error, Equatable, Sendable {
  case noFolder(file: String)
  case isDirectory(file: String)
  case notPermitted(file: String)
  case diskFull(file: String)
  case inputOutput(file: String, errno: Int32)
}

extension WriteError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  package var description: String {
    let sentence =
      switch self {
      case .noFolder(let file): "\(file): its folder does not exist; create it first"
      case .isDirectory(let file): "\(file): is a folder; name a file in it"
      case .notPermitted(let file): "\(file): may not be written here; choose another folder"
      case .diskFull(let file): "\(file): the disk is full; make room, then write it again"
      case .inputOutput(let file, let errno): "\(file): could not be written (system error \(errno)); check the disk"
      }
    return sentence.printable
  }

  /// The status `jpc` ends with, after sysexits.
  package var exitStatus: Int32 {
    switch self {
    case .noFolder, .isDirectory: 73
    case .notPermitted: 77
    case .diskFull, .inputOutput: 74
    }
  }
}

extension WriteError {
  /// The reason a system call gave.
  init(_ code: Int32, _ file: String) {
    self =
      switch code {
      case ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP: .noFolder(file: file)
      case EISDIR: .isDirectory(file: file)
      case EACCES, EPERM, EROFS: .notPermitted(file: file)
      case ENOSPC, EDQUOT, EFBIG: .diskFull(file: file)
      default: .inputOutput(file: file, errno: code)
      }
  }
}
