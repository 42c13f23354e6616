package import CaseFlow

/// One crisis of a center, from proposal or declaration to its end.
package struct Crisis: Hashable, Sendable {
  /// When the rule proposed it; nil when a person declared it unprompted.
  package var proposed: Instant?
  /// What the rule saw; nil when it saw nothing.
  package var parts: CrisisParts?
  package var declared: Instant?
  /// Who declared it; `byRule` where the center file lets a proposal declare itself.
  package var declaredBy: Code?
  /// Who is in charge.
  package var charge: Code?
  /// Since when the rule's clearing part holds, with its whole delay behind it.
  package var clear: Instant?
  /// When it was stood down, or when a mere proposal lapsed.
  package var ended: Instant?
  /// Who stood it down; nil when a proposal lapsed by rule.
  package var endedBy: Code?
  /// The lines of the response plan that are done, in the order of doing.
  package var done: [ActionTick] = []
  /// The lines that someone answers for.
  package var taken: [ActionTick] = []
  package init() {}

  /// Stands for the rule where nobody declared.
  package static let byRule: Code = Code("rule" as StaticString)
}

/// The parts of the crisis rule at the moment it proposed.
package struct CrisisParts: Hashable, Sendable {
  /// The kind of place that had stood full for the whole time.
  package var kind = PlaceKind.families
  package var occupied = 0
  package var staffed = 0
  /// Since when it had stood full.
  package var fullSince = Instant()
  /// People who arrived and people processed within the rule's window.
  package var arrived = 0
  package var processed = 0
  package init() {}
}

/// A line of an action card that someone did.
package struct ActionTick: Hashable, Sendable {
  package var card = Code.none
  /// Counted from 1, as printed.
  package var line = 0
  package var at = Instant()
  package var by = Code.none
  package init() {}
}

/// Where the center stands.
package enum CrisisState: Hashable, Sendable {
  case none
  /// The rule proposes; nobody has declared.
  case proposed(Crisis)
  case declared(Crisis)
}

extension Crisis: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("proposed", &proposed)
    f.field("parts", &parts)
    f.field("declared", &declared)
    f.field("declaredBy", &declaredBy)
    f.field("charge", &charge)
    f.field("clear", &clear)
    f.field("ended", &ended)
    f.field("endedBy", &endedBy)
    f.field("done", &done, most: (AlarmLimit.cards + 1) * AlarmLimit.lines)
    f.field("taken", &taken, most: (AlarmLimit.cards + 1) * AlarmLimit.lines)
  }
}

extension CrisisParts: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("kind", &kind)
    f.field("occupied", &occupied)
    f.field("staffed", &staffed)
    f.field("fullSince", &fullSince)
    f.field("arrived", &arrived)
    f.field("processed", &processed)
  }
}

extension ActionTick: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("card", &card)
    f.field("line", &line)
    f.field("at", &at)
    f.field("by", &by)
  }
}
