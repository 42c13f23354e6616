import ArgumentParser
import Glibc
import Journal

/// `jpc restore FILE [--keys FILE]`: a data folder from a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a data folder from a backup.",
    discussion: """
      The folder appears when the journal in it has been verified, or not at all; one that holds anything is left as it \
      is. The keys must be those of this journal. Keys of people whom the journal says were erased stay behind, however old the backup of the keys. Without \
      --keys, names recorded before stay unreadable.
      """)

  @Argument(help: "The copy of the journal.")
  var file: String

  @Option(help: ArgumentHelp("The copy of the keys.", valueName: "FILE"))
  var keys: String?

  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var folder: DataFolder

  func run() throws {
    try reporting { () throws(Failure) in
      let path = RestoreCommand.withoutSlashes(try folder.path())
      guard RestoreCommand.isFree(path) else { throw Failure(StoreError.taken(file: path)) }
      let secret = try keys.map { _ throws(Failure) in try passphrase.known() }
      let draft = "\(path).\(getpid()).part"
      defer { RestoreCommand.remove(draft) }
      let found = try storing { () throws(StoreError) in try restore(to: draft, secret) }
      guard rename(draft, path) == 0 else {
        throw Failure(sentence: "\(path): the restored folder could not be put in place (error \(errno))", status: 74)
      }
      PrivateFile.syncFolder(of: path)
      standardOutput("\(path.printable): restored; \(found.summary)\n")
      found.warnOfRefused(path)
      if keys == nil { standardError("warning: without its keys, every name recorded before stays unreadable") }
    }
  }

  /// Puts journal and keys into a new folder.
  private func restore(to draft: String, _ secret: String?) throws(StoreError) -> Verification {
    guard let keys, let secret else {
      let found = try Site.restore(from: file, to: draft)
      _ = try KeyFile.create(draft)
      return found
    }
    return try Site.restore(from: file, to: draft, keys: try KeyCopy.read(keys, passphrase: secret))
  }
}

// The folder and its draft.
extension RestoreCommand {
  /// A draft stands beside the folder, not in it.
  private static func withoutSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Whether nothing would be lost: there is no such folder, or nothing in it.
  private static func isFree(_ path: String) -> Bool {
    !PrivateFile.exists(path) || PrivateFile.names(in: path)?.isEmpty == true
  }

  private static func remove(_ draft: String) {
    for name in PrivateFile.names(in: draft) ?? [] { unlink("\(draft)/\(name)") }
    rmdir(draft)
  }
}
