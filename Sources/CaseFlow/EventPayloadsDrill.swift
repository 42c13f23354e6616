// What events of a drill carry. They stand in recordings of drills only: a center at work never records one. The fields
// stand in the order of the format.

/// A team took over from the recorded day: from here on what follows is its own branch.
package struct DrillTakenOver: Described {
  /// The branch's number in its drill, from 1.
  package var branch = 0
  /// Whose work the team does itself; everyone else is simulated.
  package var team: [Role] = []
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("branch", &branch)
    f.field("team", &team, most: Role.allCases.count)
  }
}

/// An inject of the scenario befell the center, and what the team was told of it.
package struct InjectFired: Described {
  package var inject = Code.none
  package var told = ""
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("inject", &inject)
    f.field("told", &told)
  }
}

/// The controller held an inject back, or let it go on.
package struct InjectHeld: Described {
  package var inject = Code.none
  package var held = true
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("inject", &inject)
    f.field("held", &held)
  }
}

/// A command of the team was refused: which rule said so, and about which case, if one.
package struct CommandRefused: Described {
  package var rule = Rule.unknown
  package var caseID: CaseID?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("rule", &rule)
    f.field("case", &caseID)
  }
}

/// How many keys the acting person of the team pressed since the last count.
package struct KeysCounted: Described {
  package var keys = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("keys", &keys) }
}

/// The drill ended.
package struct DrillEnded: Described {
  package var end = DrillEnd.scenario
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("end", &end) }
}

/// Somebody became a controller of the drill, who sees what is to come and changes it, or is one no more.
package struct ControlTaken: Described {
  package var taken = true
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("taken", &taken) }
}
