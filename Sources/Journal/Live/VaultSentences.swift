internal import CaseFlow
internal import Glibc

// What is said of files that are not private, of keys and of key backups; one place for every sentence.

extension JournalSentences {
  static let isLink = "is a link; name the place itself"
  static let isNoFolder = "is no folder"
  static let isNoFile = "is no plain file"
  static let isSomebodyElses = "belongs to another user; work as its owner"
  static let noFileName = "a file name is empty or holds a NUL"
  static let folderMissing = "its folder does not exist; create it first"
  static let notPermitted = "may not be opened or written by this user"

  static func isOpenToOthers(isFolder: Bool) -> String {
    "can be read or written by other users; `chmod \(isFolder ? 700 : 600)` it, and ask who has read it"
  }

  static let isNoKeyFile = "is no key file of jpc"
  static let isNewerKeyFile = "is a key file of another version of jpc"
  static let keysMissing = "is missing, and with it every name; restore the keys from their backup"
  static let otherKeys = "holds the keys of another center by now; leave jpc, and put back this center's own"
  static let noCenterKey = "holds no center key"
  static let detailsUnreadable = "details hold characters that no text may hold"

  static let isNoKeyBackup = "is no key backup of jpc"
  static let isCut = "is cut short, or has something behind its end"
  static func otherCenter(_ keys: String, _ theirs: JournalOwner, _ journal: String, _ own: JournalOwner) -> String {
    "\(keys): holds the keys of \(theirs.name), but \(journal) is the journal of \(own.name); nothing was restored: "
      + "name the keys that were written with this journal"
  }
  static let asksTooMuch = "asks for more memory or work than a key backup of jpc does; it was changed"
  static let wasChanged = "was changed after it was written"
  static let noMemory = "there is not enough memory to turn the passphrase into a key"
  static let passphraseLength =
    "a passphrase has \(KeyFile.passphraseLength.lowerBound) to \(KeyFile.passphraseLength.upperBound) characters"

  static func settingRefused(_ setting: String) -> String { "SQLite does not take \(setting)" }
  static func isErased(_ person: PersonID) -> String {
    "the details of person \(person.label) were erased; nothing more can be kept of them"
  }
  static func noKey(_ person: PersonID) -> String {
    "holds no key of person \(person.label): it is older than the entry"
  }
  static func keyDamaged(_ person: PersonID) -> String { "the key of person \(person.label) is damaged" }
  static func detailsDamaged(_ person: PersonID) -> String {
    "does not open the details of person \(person.label): they were changed, or the keys are of another center"
  }

  static let isFull = "the disk is full; make room on it, then do this again"
  static let isReadOnly = "the disk or the folder is read-only; make it writable, then do this again"
  static func fails(_ why: String) -> String { "the disk fails (\(why)); see to it, then do this again" }
  static let unknownFailure = "the database failed"

  /// What an error of the system says of the disk; else the system's own words.
  static func system(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: isFull
    case EROFS: isReadOnly
    case EIO: fails(String(cString: strerror(code)))
    default: String(cString: strerror(code))
    }
  }
}
