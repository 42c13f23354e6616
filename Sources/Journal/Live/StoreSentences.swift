// What is said of a store that cannot be used; one place for every sentence.

extension JournalSentences {
  static func store(_ error: StoreError) -> String {
    switch error {
    case .none(let folder): "\(folder): holds no journal; `jpc init --center FILE` creates one"
    case .exists(let folder): "\(folder): holds a journal already; nothing was changed"
    case .taken(let file): "\(file): exists already and was not changed; choose another name"
    case .unreadable(let error): error.description
    case .wrongPassphrase(let file): "\(file): does not open with this passphrase"
    case .unsafe(let file, let why): "\(file): \(why); nothing was opened"
    case .damaged(let file, let why): "\(file): \(why); restore a backup, and keep this file for those who look into it"
    case .notSaved(let file, let why): "NOT SAVED: \(file): \(why)"
    case .busy(let file): "NOT SAVED: \(file): others are writing for too long; try again"
    case .clockBehind(let seconds):
      "NOT SAVED: this machine's clock stands \(seconds) s before the last entry; set the clock, or confirm it: "
        + "`jpc do clock second=NAME`"
    case .unusable(let why): why
    }
  }
}

// What is said of a journal file.

extension JournalSentences {
  static let noJournal = "is no journal of jpc"
  static let noHeader = "its header cannot be read"
  static let otherJournal = "another journal lies there by now; leave jpc, and look which of them is yours"
  static let otherTables = "its tables are not those of a journal"
  static let outOfSequence = "an entry's records do not follow the journal's last record"

  static func otherJournalVersion(_ version: String) -> String {
    "is a journal of version \(version), and this program reads version \(JournalSchema.version)"
  }

  static func notDurable(_ setting: String) -> String {
    "SQLite does not take the setting '\(setting)', without which entries could be lost"
  }

  static func unreadable(_ why: String) -> String { "cannot be read: \(why)" }

  static let otherNumber = "its number is another"
  static let brokenChain = "it, its command or the link before is not what was written"
  static let otherSeal = "the sealed details are not those that were recorded"
  static let strangeSeals = "there are sealed details that no record tells of"
  static let otherSnapshot = "the snapshot says otherwise than the records; remove it, it will be made anew"

  static func gap(after seq: Int64) -> String { "does not follow record \(seq)" }

  static func cutOff(_ head: Int64, known seq: Int64) -> String {
    "a snapshot knows another record of this number; the journal, which ends at \(head), was cut off or replaced"
  }

  static func noBackup(_ file: String) -> String { "\(file): is no file; name a backup of a journal" }

  static func isInUse(_ file: String) -> String {
    "\(file): is in use or was left in the middle of an entry; copy a journal with `jpc backup`"
  }
}
