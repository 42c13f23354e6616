import ArgumentParser
import Journal

/// `jpc backup FILE [--keys FILE]`: a copy of the journal while others write, and of the keys, apart.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the journal, and the keys apart, while others write.",
    discussion: """
      The copy of the journal holds no key: names in it cannot be read without the keys. The keys go to a file of their \
      own, sealed with a passphrase; keep the two in different places. Each file appears when it is whole, is readable \
      by its owner alone, and replaces nothing.
      """)

  @Argument(help: "Where the copy of the journal is written.")
  var file: String

  @Option(help: ArgumentHelp("Where the keys are written, sealed with a passphrase.", valueName: "FILE"))
  var keys: String?

  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var folder: DataFolder

  func run() throws {
    try reporting { () throws(Failure) in
      let path = try folder.path()
      let site = try storing { () throws(StoreError) in try Site.open(path) }
      for target in [file, keys] {
        if let target, PrivateFile.exists(target) { throw Failure(StoreError.taken(file: target)) }
      }
      // Asked before anything is written; the keys are copied last, so that they open everything in the journal's copy.
      let secret = try keys.map { _ throws(Failure) in try passphrase.new() }
      let found = try storing { () throws(StoreError) in
        let found = try site.backup(to: file)
        if let keys, let secret { try site.exportKeys(to: keys, passphrase: secret) }
        return found
      }
      found.warnOfRefused(file)
      standardOutput("\(file.printable): \(found.summary)\n")
      if let keys { standardOutput("\(keys.printable): its keys; keep them in another place\n") }
    }
  }
}
