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
