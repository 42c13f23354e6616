/// A closed list of words that a recording writes as text.
package protocol Word: CaseIterable, Hashable, Sendable, RawRepresentable where RawValue == String {}

/// A stage with desks that serve cases; in the order of the process.
package enum Stage: String, Word {
  case reception, health, interview, caseManagement

  package var index: Int {
    switch self {
    case .reception: 0
    case .health: 1
    case .interview: 2
    case .caseManagement: 3
    }
  }
}

/// Where a case stands in the flow. The first, second, third and sixth have desks.
package enum Step: String, Word {
  case reception, health, interview, review, childrenAlone, caseManagement, leaving, exited

  /// The stage whose desks serve this step, or nil when no desk does.
  package var stage: Stage? {
    switch self {
    case .reception: .reception
    case .health: .health
    case .interview: .interview
    case .caseManagement: .caseManagement
    case .review, .childrenAlone, .leaving, .exited: nil
    }
  }
}

extension Step {
  /// Whether the interview lies ahead: a booking is kept so long.
  var leadsToInterview: Bool {
    switch self {
    case .reception, .health, .interview: true
    case .review, .childrenAlone, .caseManagement, .leaving, .exited: false
    }
  }
}

/// What a case does within its stage.
package enum ServiceState: String, Word {
  case waiting, called, inService, onHold
}

/// Why a case is on hold.
package enum HoldReason: String, Word {
  case interpreter, counsel, medical, documents, rest, noShow
}

/// The legal kind of a case.
package enum CaseKind: String, Word {
  case singleAdult, familyUnit, unaccompaniedChild
}

/// Whether a person counts as a child; stated even where the age in years is not known.
package enum AgeBand: String, Word {
  case child, adult
}

/// Sex as stated.
package enum Sex: String, Word {
  case female, male, x
}

/// How a person stands to the adults of the party, as stated on arrival.
package enum Tie: String, Word {
  /// Parent, legal guardian, or a person alone.
  case head
  /// Spouse or partner of the head, also a parent.
  case partner
  /// Own child or legal ward of the head.
  case ownChild
  /// Another relative: grandchild, niece, sibling. A child so tied is an unaccompanied child in law.
  case relative
  /// No tie stated; a child keeps the safeguards of an unaccompanied child.
  case unstated
}

/// What an adult is to a child who came with them and is neither their own nor their ward.
package enum Relation: String, Word {
  case grandmother, grandfather, aunt, uncle, sister, brother, cousin, stepParent, friend
}

/// How people came.
package enum Transport: String, Word {
  case bus, van, foot, appointment, transfer
}

/// Where a person is while on roll.
package enum Presence: String, Word {
  case here, hospital, court, gone
}

/// Kinds of places.
package enum PlaceKind: String, Word {
  case singleMen, singleWomen, families, children, isolation
}

/// The parts of the capacity of an area; see `Capacity`.
package enum CapacityPart: String, Word {
  case physical, safe, staffed, reserve, held, outOfOrder
}

/// What health screening may find; shares per 1,000 people stand in the domain page of the manual.
package enum Finding: String, Word {
  case lice, scabies, erReferral, influenzaLike, tbRuleOut, varicella, measles

  /// Whether it asks for isolation of the whole case.
  package var isolates: Bool {
    switch self {
    case .influenzaLike, .tbRuleOut, .varicella, .measles: true
    case .lice, .scabies, .erReferral: false
    }
  }
}

/// Care that clocks or inspectors ask about.
package enum Care: String, Word {
  case shower, meal, rest
}

/// How an asylum officer decided.
package enum Outcome: String, Word {
  case positive, negative, closed
}

/// The ground a determination names.
package enum Basis: String, Word {
  case credibleFear, noCredibleFear, withdrawn, dissolved, ownDecision, documents, ageStatement, agencyFinding
}

extension Basis {
  /// On what the determination that a child is unaccompanied may rest.
  package static let ofChildren: [Basis] = [.documents, .ageStatement, .agencyFinding]
}

extension Outcome {
  /// On what a determination with this outcome may rest.
  package var bases: [Basis] {
    switch self {
    case .positive: [.credibleFear]
    case .negative: [.noCredibleFear]
    case .closed: [.withdrawn, .dissolved]
    }
  }
}

/// What became of a review of a negative determination.
package enum ReviewResult: String, Word {
  case upheld, reversed
}

/// The answer of counsel that a case asked for.
package enum CounselAnswer: String, Word {
  case reached, declined
}

/// What case management plans for a case.
package enum Plan: String, Word {
  case release, `return`, transfer
}

/// Lines of the release checklist.
package enum ReleaseStep: String, Word {
  case address, checkIn, hearing, contact, orientation, medicines, property, transport
}

/// Lines of the return path that must be done before the final act.
package enum ReturnStep: String, Word {
  case basisServed, identityVerified, travelDocument, fitnessToTravel, nonRefoulementCheck, receivingContact,
    reintegrationReferral, property
  /// Whoever takes a child at the other end; asked of children alone only.
  case guardian

  /// The lines that a case needs, in their order.
  package static func needed(for item: Case) -> [ReturnStep] {
    item.isChildAlone ? allCases : allCases.filter { $0 != .guardian }
  }

  /// Whether a consulate hears of the case by it.
  var isOfConsulate: Bool { self == .identityVerified || self == .travelDocument }
}

/// Where a transfer goes.
package enum Destination: String, Word {
  case orr, hospital, otherCenter, custody
}

/// Why a case left by itself.
package enum DepartureReason: String, Word {
  case withdrew, leftUnannounced, died
}

/// How a case left the roll.
package enum ExitKind: String, Word {
  case released, returned, transferred, departed
  /// Whoever entered the case took the entry back: it never arrived.
  case enteredInError
}

/// The recorded reasons for which a family may be split.
package enum SplitReason: String, Word {
  case medical, safety, court, ownRequest
}

/// Why a case was called before others.
package enum CallReason: String, Word {
  /// First by class, then arrival.
  case order
  /// The share of capacity kept for the longest waiting.
  case longestWaiting
  /// A supervisor's recorded decision.
  case expedited
  /// Its deadline is near.
  case deadline
  /// The desk named this case itself, with a recorded reason.
  case named
  /// Its interview is booked for now with this officer.
  case booked
}

/// The recorded reasons for which a case is expedited or named out of turn.
package enum ExpediteReason: String, Word {
  case medical, child, pregnancy, disability, trauma, deadline, transport, familyTogether
}

/// What kind of rule was broken in a fact that has already happened.
package enum BreachKind: String, Word {
  case childWithUnrelatedAdults, familySeparated, clock, placement
}

/// The cause of a breach, for its ledger.
package enum BreachCause: String, Word {
  case noPlace, noStaff, noInterpreter, noTransport, ageStatedLater, partner, medical, unknown
}

/// Why what was announced or counted of a bus is not what was entered.
package enum BusDifference: String, Word {
  case miscounted, neverBoarded, hospitalOnTheWay, leftAtTheGate, enteredElsewhere, unknown
}

/// Which personal details are known of someone.
package enum DetailField: String, Word {
  case familyName, givenNames, birthDate, document, contact, note
}

/// What was unlikely about a value that someone confirmed.
package enum Plausibility: String, Word {
  case age, ageGap, familySize, partySize, bookIn, birthDate, name
}

/// Why an entry that could be taken back no longer can.
package enum EntryEnd: String, Word {
  /// It was taken back.
  case undone
  /// Someone has changed the same since.
  case overtaken
}
