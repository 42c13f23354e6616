package import Alarms
package import CaseFlow

/// A center at work: its journal, folded up to now, and the one way to add to it.
///
/// Several of them, in several processes, share one store. Each learns what the others recorded by `catchUp`; an act is
/// decided on the newest state, written only if that is still the newest, and else decided again.
///
///     var live = try LiveCenter(store: store, vault: vault, clock: clock)
///     let entry = try live.perform(Act(.callNext(desk), desk: desk), id: id, by: "op3")
///     entry.records  // durable, and applied to `live.center`
package struct LiveCenter {
  package private(set) var center: Center
  package private(set) var alarms: AlarmBoard
  package let store: Store
  package let vault: Vault
  /// Whether somebody waits at a screen: their entries go before those of scripts.
  package var isAttended = false
  /// The machine's time.
  private let clock: () -> Instant
  /// Who made the last record.
  private(set) var lastAuthor: Code
  /// Whether the newest news were as many as are read at once, so that there may be more.
  package private(set) var hasMore = false

  /// A center folded from what a store holds, or from a snapshot of it.
  package init(store: Store, vault: Vault, clock: @escaping () -> Instant) throws(StoreError) {
    let header = store.header
    let center = Center(plan: header.center.plan, rules: RuleSet.named(header.rules) ?? .us2023)
    try self.init(
      center: center, alarms: AlarmBoard(plan: header.center.alarms, center: center), store: store, vault: vault,
      clock: clock)
  }

  /// A center continued from a snapshot, whose last record `lastAuthor` made.
  package init(
    center: Center, alarms: AlarmBoard, lastAuthor: Code = .none, store: Store, vault: Vault,
    clock: @escaping () -> Instant
  ) throws(StoreError) {
    self.center = center
    self.alarms = alarms
    self.lastAuthor = lastAuthor
    self.store = store
    self.vault = vault
    self.clock = clock
    try catchUp()
  }

  /// The zone whose clock people read.
  package var zone: ZoneOffsets { store.header.zone }

  /// The present: what the machine's clock says, and never earlier than the last record.
  package var now: Instant { max(clock(), center.now) }
}

/// What was asked, as it stands in the journal.
package struct Entered: Sendable {
  package var command: String
  package var records: [Record]
  /// Whether the command had been recorded before: it was asked again, and is there once.
  package var wasKnown: Bool
}

/// Why an act was not recorded. Nothing of it was.
package enum ActError: Error {
  /// A rule refuses it; `since` is what somebody else recorded meanwhile about the same case, if that is why.
  case refused(Refusal, since: Record?)
  case store(StoreError)
}

extension LiveCenter {
  /// Records read at once.
  package static let readAtOnce = 10_000
  /// Records of others that a board reads before it looks for keys again: a few milliseconds' work.
  package static let newsAtOnce = 1_000
  /// How often an act is decided again before others are said to be writing for too long.
  private static let tries = 1_000
  /// How far the machine's clock may stand before what has already happened, as of two clocks that were set by hand.
  package static let clockSlack = Span.minutes(2)
  /// Characters of a command id.
  package static let idLength = 1...64

  /// Takes what others recorded since, and answers how many records that was.
  @discardableResult
  package mutating func catchUp() throws(StoreError) -> Int {
    var count = 0
    repeat {
      let records = try store.records(center.seq, LiveCenter.readAtOnce)
      for record in records { take(record) }
      count += records.count
      hasMore = records.count == LiveCenter.readAtOnce
    } while hasMore
    return count
  }

  /// What others recorded since, at most `newsAtOnce` records, or nil where others write just now and there may be
  /// more in a moment: nobody is waited for. Keys must not wait for a disk.
  package func news() throws(StoreError) -> [Record]? { try store.news(center.seq, LiveCenter.newsAtOnce) }

  /// Takes what `news` answered.
  package mutating func take(_ news: [Record]) {
    for record in news { take(record) }
    hasMore = news.count == LiveCenter.newsAtOnce
  }

  /// Lets time pass for alarms up to the present, once all that was recorded is known: or alarms would be raised by what
  /// the rest has ended.
  package mutating func advance() {
    if !hasMore { alarms.advance(to: now) }
  }

  /// Decides an act and records it, durably, or records nothing and says why.
  ///
  /// An id that was recorded before answers what it recorded then. Deciding and writing are one turn; should somebody
  /// have written all the same, the act is decided again on the new state.
  package mutating func perform(_ act: Act, id: String, by: Code) throws(ActError) -> Entered {
    guard LiveCenter.isCommandID(id) else {
      throw .store(.unusable("a command id has 1 to 64 printable ASCII characters without spaces"))
    }
    let began = center.seq
    store.takeTurn(isAttended)
    defer { store.endTurn() }
    for _ in 0..<LiveCenter.tries {
      if let known = try storing({ () throws(StoreError) in try known(id) }) { return known }
      _ = try storing { () throws(StoreError) in try catchUp() }
      let moment = try moment(of: act, by: by)
      var batch = Batch(command: id, records: [], expects: center.seq)
      do throws(Refusal) {
        batch.records = try decide(act, moment)
      } catch {
        throw .refused(error, since: others(since: began, than: by, about: act))
      }
      try seal(act, moment, &batch)
      switch try storing({ () throws(StoreError) in try store.append(batch) }) {
      case .appended:
        for record in batch.records { take(record) }
        return Entered(command: id, records: batch.records, wasKnown: false)
      case .known, .conflict: continue
      }
    }
    throw .store(.busy(file: ""))
  }

  /// Whether a caller's text can be a command id: 1 to 64 printable ASCII characters without spaces.
  package static func isCommandID(_ id: String) -> Bool {
    idLength ~= id.utf8.count && id.utf8.allSatisfy { 0x21...0x7E ~= $0 }
  }

  /// What a command was recorded as before, or nil when it was not.
  package mutating func known(_ id: String) throws(StoreError) -> Entered? {
    guard let range = try store.find(id) else { return nil }
    try catchUp()
    let records = try store.records(range.lowerBound - 1, range.count)
    return Entered(command: id, records: records, wasKnown: true)
  }

  /// Destroys the key of a person's details, after the journal says who did it and why.
  package mutating func erase(
    _ person: PersonID, because reason: String, second: Code, id: String, by: Code
  ) throws(ActError) -> Entered {
    var event = DetailsErased()
    event.person = person
    event.reason = reason
    event.second = second
    let entered = try perform(Act(.state(.detailsErased(event))), id: id, by: by)
    try storing { () throws(StoreError) in try vault.destroy(person) }
    return entered
  }

  /// What is known of a person, or nil when nothing is, or when it was erased.
  package func details(of person: PersonID) throws(StoreError) -> PersonDetails? {
    // Their key may still be there, where a crash came before its end.
    if center.people[person]?.erasedAt != nil { return nil }
    var details: PersonDetails?
    var unreadable: StoreError?
    for bytes in try store.sealed(person) {
      do throws(StoreError) {
        guard let opened = try vault.open(person, bytes) else { return nil }
        details = details?.merged(with: opened) ?? opened
      } catch {
        // Sealed under a key that was lost: what was entered since is read all the same.
        unreadable = error
      }
    }
    if details == nil, let unreadable { throw unreadable }
    return details
  }

  private mutating func take(_ record: Record) {
    center.apply(record)
    alarms.observe(record, center)
    lastAuthor = record.by
  }

  /// When an act happens and is recorded: never before the last record, and never at the same instant as an entry of
  /// the same author just before, so that neighbors recorded at one instant by one author are one entry.
  private func moment(of act: Act, by: Code) throws(ActError) -> Moment {
    let now = clock()
    let recorded = max(now, by == lastAuthor ? center.now + Span(milliseconds: 1) : center.now)
    if case .state(.clockConfirmed)? = act.command {
      return Moment(at: now, recorded: recorded, by: by, desk: act.desk)
    }
    if now + LiveCenter.clockSlack < center.latestAt {
      throw .store(.clockBehind(by: (center.latestAt - now).milliseconds / 1_000))
    }
    return Moment(at: act.at ?? max(now, center.latestAt), recorded: recorded, by: by, desk: act.desk)
  }

  /// The records of an act, details apart.
  private func decide(_ act: Act, _ moment: Moment) throws(Refusal) -> [Record] {
    var events: [Event] = []
    if let command = act.command { events = try center.decide(command, moment) }
    if store.header.drill == nil, events.contains(where: \.isOfDrill) { throw .drillOnly }
    for index in events.indices {
      events[index] = alarms.named(events[index])
      if let fault = AnswerFault.of(events[index], in: alarms, at: moment.recorded) {
        throw .answer(AlarmSentences.sentence(of: fault))
      }
    }
    for confirmation in act.confirmed {
      guard let person = LiveCenter.person(confirmation.subject, events) else { continue }
      var event = ValueConfirmed()
      event.person = person
      event.check = confirmation.check
      events.append(.valueConfirmed(event))
    }
    let first = max(center.seq, 0) + 1
    return events.enumerated().map { index, event in
      var seq = first + Int64(index)
      if case .stateAt = event { seq = 0 }
      return Record(
        seq: seq, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk, event: event)
    }
  }

  /// Seals the details of an act and adds the records that say so.
  private func seal(_ act: Act, _ moment: Moment, _ batch: inout Batch) throws(ActError) {
    let events = batch.records.map(\.event)
    var people: [(PersonID, PersonDetails)] = []
    for (subject, details) in act.details where !details.fields.isEmpty {
      if let person = LiveCenter.person(subject, events) { people.append((person, details)) }
    }
    guard !people.isEmpty else { return }
    people.sort { $0.0 < $1.0 }
    let before = batch
    var after = center
    for record in before.records { after.apply(record) }
    var seq = max(after.seq, 0)
    for (person, details) in people {
      seq += 1
      var event = DetailsRecorded()
      event.person = person
      event.fields = details.fields
      event.isSecondKeying = act.isSecondKeying
      event.seal = String(repeating: "0", count: 64)
      let record = Record(
        seq: seq, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk,
        event: .detailsRecorded(event))
      if let refusal = after.objection(to: record) { throw .refused(refusal, since: nil) }
    }
    let sealed = try storing { () throws(StoreError) in try vault.seal(people) }
    for ((person, details), bytes) in zip(people, sealed) {
      var event = DetailsRecorded()
      event.person = person
      event.fields = details.fields
      event.isSecondKeying = act.isSecondKeying
      event.changed = act.changed[.person(person)] ?? []
      event.seal = digest(bytes)
      let seq = max(batch.records.last?.seq ?? center.seq, 0) + 1
      batch.records.append(
        Record(
          seq: seq, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk,
          event: .detailsRecorded(event)))
      batch.sealed.append(Sealed(person: person, seq: seq, bytes: bytes))
    }
  }

  private static func person(_ subject: Act.Subject, _ events: [Event]) -> PersonID? {
    switch subject {
    case .person(let id): return id
    case .member(let index):
      for case .partyArrived(let e) in events where e.members.indices.contains(index) { return e.members[index].person }
      return nil
    }
  }

  /// The latest record by somebody else, since the operator last looked, that concerns the cases of an act.
  private func others(since seq: Int64, than by: Code, about act: Act) -> Record? {
    guard let command = act.command, center.seq > seq, let records = try? store.records(seq, LiveCenter.readAtOnce)
    else { return nil }
    let cases = command.cases(in: center)
    return records.last { record in
      guard record.by != by else { return false }
      var concerns = false
      record.event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { id in
        if cases.contains(id) { concerns = true }
      }
      return concerns
    }
  }
}

private func storing<Value>(_ body: () throws(StoreError) -> Value) throws(ActError) -> Value {
  do throws(StoreError) { return try body() } catch { throw .store(error) }
}
