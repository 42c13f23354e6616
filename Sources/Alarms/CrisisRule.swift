package import CaseFlow

/// When a crisis is proposed, and when it may be stood down.
///
/// The shipped values are the blueprint's default: more people arrived than were processed over 60 minutes,
/// and a kind of place is at 100 % of its staffed places for 15; cleared when all are under 85 % for two hours.
package struct CrisisRule: Sendable, Equatable {
  /// The window over which arrivals are held against people processed.
  package var arrivalMinutes = 60
  /// Percent of the staffed places of a kind at or above which that kind is full.
  package var placesPercent = 100
  /// How long one kind must stand full.
  package var placesMinutes = 15
  /// Percent under which every kind must be before the crisis clears.
  package var clearPercent = 85
  /// How long all must stand under it.
  package var clearMinutes = 120
  /// How long a proposal waits for a person before it is declared by itself; 0 is forever.
  package var autoDeclareMinutes = 0
  package init() {}
}

extension CrisisRule: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("arrivalMinutes", &arrivalMinutes)
    f.field("placesPercent", &placesPercent)
    f.field("placesMinutes", &placesMinutes)
    f.field("clearPercent", &clearPercent)
    f.field("clearMinutes", &clearMinutes)
    f.field("autoDeclareMinutes", &autoDeclareMinutes, usual: 0)
  }
}

/// What a center does in a crisis: action cards by role.
package struct ResponsePlan: Sendable, Equatable {
  package var cards: [ActionCard] = []
  /// The ladder of reserves, in the order of opening.
  package var reserves: [Reserve] = []
  /// What is checked before a crisis is stood down.
  package var standDown: [String] = []
  package init() {}

  /// The checklist is ticked like a card of this code.
  package static let standDownCard: Code = Code("S-0" as StaticString)

  /// Whether there is such a line on a card, or on the checklist; lines count from 1.
  func has(_ card: Code, _ line: Int) -> Bool {
    let lines =
      card == ResponsePlan.standDownCard ? standDown.count : cards.first { $0.code == card }?.lines.count ?? 0
    return line >= 1 && line <= lines
  }
}

/// One rung of the ladder of reserves: places that can be opened, with what it takes.
package struct Reserve: Hashable, Sendable, Described {
  package var code = Code.none
  package var title = ""
  /// Of which kind its places are.
  package var kind = PlaceKind.families
  package var places = 0
  /// Staff that it needs.
  package var staff = 0
  /// How long it takes to open.
  package var leadMinutes = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("title", &title)
    f.field("kind", &kind)
    f.field("places", &places)
    f.field("staff", &staff, usual: 0)
    f.field("leadMinutes", &leadMinutes)
  }
}

/// One card of a response plan.
package struct ActionCard: Sendable, Equatable {
  /// Printed on the card and carried by `actionDone`, such as `F-1`.
  package var code = Code.none
  package var title = ""
  /// The role that holds the card.
  package var role = Code.none
  package var lines: [ActionLine] = []
  package init() {}
}

/// One line of a card: what to do, who does it, and within how many minutes of the declaration.
package struct ActionLine: Sendable, Equatable {
  package var text = ""
  package var role = Code.none
  package var minutes = 0
  package init() {}
}

extension ResponsePlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("cards", &cards, most: AlarmLimit.cards)
    f.field("reserves", &reserves, most: AlarmLimit.reserves)
    f.field("standDown", &standDown, most: AlarmLimit.lines)
  }
}

extension ActionCard: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("title", &title)
    f.field("role", &role)
    f.field("lines", &lines, most: AlarmLimit.lines)
  }
}

extension ActionLine: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("text", &text)
    f.field("role", &role)
    f.field("minutes", &minutes)
  }
}
