/// Why a store cannot be used or did not take an entry.
package enum StoreError: Error, Equatable, Sendable {
  /// There is no journal in the folder.
  case none(folder: String)
  /// There is one already.
  case exists(folder: String)
  /// A file to be made has a name that is taken.
  case taken(file: String)
  /// The folder, or a file in it, can be read or written by others, belongs to somebody else or is a link.
  case unsafe(file: String, why: String)
  /// The file is no journal, a newer one, or its content is damaged.
  case damaged(file: String, why: String)
  /// The disk is full, read-only or fails; nothing of the entry was written.
  case notSaved(file: String, why: String)
  /// Others hold the journal for longer than one waits.
  case busy(file: String)
  /// The machine's clock stands before entries already made.
  case clockBehind(by: Int64)
  /// A file to be read in cannot be.
  case unreadable(ReadError)
  /// A key backup does not open with the passphrase given.
  case wrongPassphrase(file: String)
  /// An argument that cannot be meant, such as a command id that is too long.
  case unusable(String)
}

extension StoreError {
  /// The error, told of the file that people know where it was told of its draft.
  func told(of file: String, for draft: String) -> StoreError {
    switch self {
    case .notSaved(draft, let why): .notSaved(file: file, why: why)
    case .damaged(draft, let why): .damaged(file: file, why: why)
    default: self
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  package var description: String { JournalSentences.store(self) }

  /// The exit status after sysexits.
  package var exitStatus: Int32 {
    switch self {
    case .none: 66
    case .exists, .taken: 73
    case .unsafe, .wrongPassphrase: 77
    case .unreadable(let error): error.exitStatus
    case .damaged: 65
    case .notSaved: 74
    case .busy, .clockBehind: 69
    case .unusable: 64
    }
  }
}
