/// The last entry of someone, and what it changed: as long as nobody has built on it, it can be taken back.
package struct LastEntry: Hashable, Sendable {
  package var by = Code.none
  /// The sequence number of its first record.
  package var seq: Int64 = 0
  package var cases: [CaseID] = []
  package init() {}
}

extension Center {
  func objection(toUndoing e: EntryUndone, by: Code) -> Refusal? { .nothingToUndo }

  mutating func undo(_ e: EntryUndone, by: Code) {}

  func decideUndo(_ moment: Moment) throws(Refusal) -> [Event] { throw .nothingToUndo }
}
