package import CaseFlow

/// What a board knows beyond the center when it is a live one: who sits at it, and how it stands with the journal.
package struct LiveItem: Sendable {
  /// Who acts.
  package var by: Code
  /// The desk at which they signed on.
  package var desk: DeskID?
  /// The bus whose people they are entering.
  package var bus: BusID?
  /// NOT SAVED, and why, while the journal takes nothing; the entry stays on the screen.
  package var fault: String?
  /// The details of a person, for a desk that needs them; each look is a read of the vault.
  package var details: @Sendable (PersonID) -> PersonDetails? = { _ in nil }

  /// Everybody on roll whose details are known, while a form is open: it hints at who may come again.
  package var known: [(person: PersonID, details: PersonDetails)] = []

  package init(by: Code, desk: DeskID? = nil, bus: BusID? = nil) {
    self.by = by
    self.desk = desk
    self.bus = bus
  }
}

extension BoardModel {
  /// What an entry typed at this board is read against; nil where nothing can be entered.
  package var entryContext: EntryContext? {
    live.map { EntryContext(center: center, zone: zone, now: now, by: $0.by, desk: $0.desk, bus: $0.bus) }
  }
}
