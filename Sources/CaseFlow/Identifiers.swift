/// A number given in order by a center and called aloud; it says nothing about anyone.
public protocol Numbered: Hashable, Comparable, Sendable {
  var number: Int32 { get }
  init(number: Int32)
}

extension Numbered {
  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
  /// The number that follows this one.
  package var next: Self { Self(number: number &+ 1) }
  /// As screens and messages write it: at least four digits.
  package var label: String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// The number of a person.
package struct PersonID: Numbered {
  package var number: Int32
  package init(number: Int32) { self.number = number }
}

/// The number of a party: the people who arrived together.
package struct PartyID: Numbered {
  package var number: Int32
  package init(number: Int32) { self.number = number }
}

/// The number of a case: the legal unit that moves through the stages together.
package struct CaseID: Numbered {
  package var number: Int32
  package init(number: Int32) { self.number = number }
}

/// The number of a bus, or of another transport with a manifest of its own.
package struct BusID: Numbered {
  package var number: Int32
  package init(number: Int32) { self.number = number }
}

/// The number of a departure with a manifest.
package struct DepartureID: Numbered {
  package var number: Int32
  package init(number: Int32) { self.number = number }
}

/// The number of a promise that a shift made.
package struct PromiseID: Numbered {
  package var number: Int32
  package init(number: Int32) { self.number = number }
}

/// A service position, written `reception-2`: the second desk of reception.
package struct DeskID: Hashable, Comparable, Sendable {
  package var stage: Stage
  package var number: UInt8

  package init(stage: Stage, number: UInt8) {
    self.stage = stage
    self.number = number
  }

  package var text: String { "\(stage.rawValue)-\(number)" }

  /// As people read it: `case management-1`.
  package var shown: String { "\(Refusal.name(of: stage))-\(number)" }

  package static func < (a: DeskID, b: DeskID) -> Bool {
    (a.stage.index, a.number) < (b.stage.index, b.number)
  }
}

/// The limits of what one center's journal may hold; hostile input stops at them by name.
package enum Limit {
  /// People in one party, a full bus with standing room several times over.
  package static let partyPeople = 500
  /// People in one case.
  package static let casePeople = 40
  /// How far apart the lowest and the highest number of one kind may lie in memory.
  package static let numberSpan: Int32 = 2_000_000
  /// The highest number that fits the width of every screen.
  package static let highestNumber: Int32 = 99_999_999
  /// Years of age.
  package static let age = 120
  /// Places in one area.
  package static let places = 100_000
  /// Interpreters of one language, and lines for it.
  package static let interpreters = 10_000
  /// Desks of one stage.
  package static let desks = 250
  /// Areas of one center.
  package static let areas = 100
  /// Buses whose manifests a center keeps; the oldest closed ones go first.
  package static let buses = 100
  /// Appointments that a center keeps.
  package static let appointments = 10_000
  /// Departures whose manifests a center keeps; the oldest that arrived go first.
  package static let departures = 200
  /// Duties of a roster that a center keeps; the oldest go first.
  package static let duties = 5_000
  /// Stays of one person in areas that are kept for tracing contacts; the oldest go first.
  package static let stays = 100
  /// Promises that a center keeps; the oldest kept ones go first.
  package static let promises = 200
  /// Signatures under hand-over sheets that a center keeps.
  package static let signatures = 20
  /// Services, follow-ups and refusals of one case.
  package static let paths = 100
  /// Characters of a free text such as a reason.
  package static let text = 200
}
