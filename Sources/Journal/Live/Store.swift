package import CaseFlow

/// Where a center's journal is kept: its outside world as a few functions.
///
/// A store is used from one thread. Everything it answers was durable before the answer.
package struct Store {
  /// The journal's first line: the center, its zone, its rules.
  package var header: RecordingHeader
  /// The sequence number of the last record, -1 before the first.
  package var head: () throws(StoreError) -> Int64
  /// The records after a sequence number, in order, at most so many.
  package var records: (_ after: Int64, _ most: Int) throws(StoreError) -> [Record]
  /// The same without waiting for whoever writes: nil while others hold the journal.
  package var news: (_ after: Int64, _ most: Int) throws(StoreError) -> [Record]?
  /// Waits for one's turn to write, before those who are not `first`, and ends it: who decides within it mostly decides
  /// once.
  package var takeTurn: (_ first: Bool) -> Void
  package var endTurn: () -> Void
  /// Appends a command's records as a whole, durably, or changes nothing.
  package var append: (Batch) throws(StoreError) -> Appended
  /// The sequence numbers that a command was recorded under, or nil when it was not.
  package var find: (_ command: String) throws(StoreError) -> ClosedRange<Int64>?
  /// The sealed details of a person, oldest first.
  package var sealed: (PersonID) throws(StoreError) -> [[UInt8]]

  package init(
    header: RecordingHeader, head: @escaping () throws(StoreError) -> Int64,
    records: @escaping (_ after: Int64, _ most: Int) throws(StoreError) -> [Record],
    news: @escaping (_ after: Int64, _ most: Int) throws(StoreError) -> [Record]?,
    takeTurn: @escaping (_ first: Bool) -> Void = { _ in }, endTurn: @escaping () -> Void = {},
    append: @escaping (Batch) throws(StoreError) -> Appended,
    find: @escaping (_ command: String) throws(StoreError) -> ClosedRange<Int64>?,
    sealed: @escaping (PersonID) throws(StoreError) -> [[UInt8]]
  ) {
    self.header = header
    self.head = head
    self.records = records
    self.news = news
    self.takeTurn = takeTurn
    self.endTurn = endTurn
    self.append = append
    self.find = find
    self.sealed = sealed
  }
}

/// The records of one command, decided on the journal as it stood at `expects`.
package struct Batch: Sendable {
  /// The command's id: the same id is never recorded twice.
  package var command: String
  package var records: [Record]
  /// The sequence number of the last record that the decision knew.
  package var expects: Int64
  /// Sealed details that belong to `detailsRecorded` records of the batch.
  package var sealed: [Sealed]

  package init(command: String, records: [Record], expects: Int64, sealed: [Sealed] = []) {
    self.command = command
    self.records = records
    self.expects = expects
    self.sealed = sealed
  }
}

/// Details of a person as the vault sealed them.
package struct Sealed: Sendable, Hashable {
  package var person: PersonID
  /// The record whose `seal` is their hash.
  package var seq: Int64
  package var bytes: [UInt8]

  package init(person: PersonID, seq: Int64, bytes: [UInt8]) {
    self.person = person
    self.seq = seq
    self.bytes = bytes
  }
}

/// What became of a batch.
package enum Appended: Sendable, Equatable {
  /// It is durable.
  case appended
  /// Others have recorded something since; nothing was written. Decide again.
  case conflict
  /// The command had been recorded before, under these numbers; nothing was written.
  case known(ClosedRange<Int64>)
}

/// Keeps personal details unreadable without a person's own key; see `docs/security.md`.
package struct Vault {
  /// Seals details under each person's key, which is made, durably, where there is none yet.
  package var seal: ([(PersonID, PersonDetails)]) throws(StoreError) -> [[UInt8]]
  /// The details of sealed bytes, or nil when the person's key was destroyed.
  package var open: (PersonID, [UInt8]) throws(StoreError) -> PersonDetails?
  /// Destroys a person's key for good.
  package var destroy: (PersonID) throws(StoreError) -> Void
  /// Seals bytes that belong to nobody yet; see `sealDraft`.
  var sealBytes: ([UInt8]) -> [UInt8]
  /// The bytes that were sealed so, or nil when they do not open.
  var openBytes: ([UInt8]) -> [UInt8]?

  package init(
    seal: @escaping ([(PersonID, PersonDetails)]) throws(StoreError) -> [[UInt8]],
    open: @escaping (PersonID, [UInt8]) throws(StoreError) -> PersonDetails?,
    destroy: @escaping (PersonID) throws(StoreError) -> Void,
    sealBytes: @escaping ([UInt8]) -> [UInt8], openBytes: @escaping ([UInt8]) -> [UInt8]?
  ) {
    self.seal = seal
    self.open = open
    self.destroy = destroy
    self.sealBytes = sealBytes
    self.openBytes = openBytes
  }
}
