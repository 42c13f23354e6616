import CaseFlow

// What u takes back: at once where it was just entered, elsewhere after a question that says what it is.

extension BoardModel {
  /// How long ago an entry was made that everybody at the keys still has in mind.
  private static let justNow = Span.minutes(1)

  /// The last entry of whoever sits here, where there is one that can be taken back.
  private var ownLastEntry: LastEntry? {
    live.flatMap { center.lastEntry(by: $0.by) }.flatMap { $0.canBeUndone ? $0 : nil }
  }

  /// The question before an entry is taken back, or nil where u takes it back at once: what was entered within the last
  /// minute, people who came only on the view where they were entered. O(1).
  func questionBeforeUndo(in view: BoardView) -> Question? {
    guard let entry = ownLastEntry else { return nil }
    let isFresh = now - entry.recorded <= Self.justNow
    return isFresh && (entry.party == nil || view == .arrive || view == .form) ? nil : .undo(entry.wrongs)
  }

  /// The answers while the entry that was asked about is still the last one.
  func answersToUndo(_ wrongs: Int) -> [Choice] {
    guard ownLastEntry?.wrongs == wrongs else { return [] }
    return [
      Choice(Wording.takeBack, "", .enter([DeskLine.undo]), key: "y"), Choice(Wording.letItStand, "", .leave, key: "n"),
    ]
  }

  /// What the question asks: the cases or the desk of the entry, and when it was entered.
  func whatUndoTakes() -> String {
    guard let entry = ownLastEntry else { return Wording.takeBackWhat("", "") }
    let cases = center.cases(of: entry).map { id in aCase(id).map { "\(id.checked) \(who($0))" } ?? id.checked }
    let what = cases.isEmpty ? entry.desk.map(\.id.shown) ?? "" : cases.joined(separator: ", ")
    let time = TimeText.near(entry.recorded, now, zone)
    return entry.party == nil ? Wording.takeBackWhat(what, time) : Wording.takeBackArrival(what, time)
  }
}
