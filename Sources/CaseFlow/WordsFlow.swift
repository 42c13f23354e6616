// The closed lists of words of health screening, the schedule, referrals, departures and returns.

/// A line of the health screening of one person.
package enum HealthCheck: String, Word {
  /// The health interview: asked about illness, injury, medicines, pregnancy.
  case interview
  /// The medical assessment by a clinician.
  case assessment
  case temperature
  /// Skin and scalp: lice, scabies.
  case skin
  case medicines
  case mentalHealth
}

/// What a line of the screening came to.
package enum CheckResult: String, Word {
  case clear, concern, declined
}

/// What a person was judged fit, or not fit, for.
package enum FitFor: String, Word {
  case sharedArea, interview, travel
}

/// What someone on duty does; who may read what follows from it.
package enum Role: String, Word {
  case reception, health, officer, interpreter, caseManager, supervisor, legal, childWelfare, psychosocial, transport
}

/// How an interview is held: in person is preferred, the telephone is the stop-gap.
package enum InterviewMode: String, Word {
  case inPerson, telephone
}

/// Why a booking was taken back.
package enum UnbookReason: String, Word {
  case officer, interpreter, counsel, medical, room, moved, noShow
}

/// Why whoever was asked for a place has none.
package enum PlaceRefusal: String, Word {
  case capacity, age, gender, isolation, familySize, medical, documents, unknown
}

/// Why the heads counted at a departure are not the people on its manifest.
package enum DepartureDifference: String, Word {
  case stayedBehind, ownTransport, hospital, declined, miscounted
}

/// What someone is asked to come back for after a release; nothing is tracked.
package enum FollowUp: String, Word {
  case checkIn, hearing, healthVisit, call
}

/// What became of it.
package enum FollowUpOutcome: String, Word {
  case attended, reached, moved, missed
}

/// Why a return was stopped.
package enum StopReason: String, Word {
  /// The person changed their mind.
  case changedMind
  /// The person spoke of a fear that has not been heard.
  case fear
  case notFit, noDocument, familyApart, court
}

/// A service beside the flow that a case can be referred to without losing its place.
package enum Referral: String, Word {
  case legalServices, childWelfare, mentalHealth, psychosocial, safeRefuge

  /// The role that serves it, and reads it.
  package var servedBy: Role {
    switch self {
    case .legalServices: .legal
    case .childWelfare: .childWelfare
    case .mentalHealth: .health
    case .psychosocial, .safeRefuge: .psychosocial
    }
  }
}

/// What a referral came to.
package enum ReferralOutcome: String, Word {
  case served, ongoing, placed, declined, noNeed
}

/// Something about a person that is shown only to those who serve it; each opening is logged.
package enum OpenedRecord: String, Word {
  case names, needs, medical, referrals
}

/// Why a stay lasts longer than the norm.
package enum StayReason: String, Word {
  case noReceiver, noTransport, noInterpreter, noOfficer, counsel, review, medical, documents, childPlacement, ownWish
}

/// How bad it is.
package enum AlarmLevel: String, Word, Comparable {
  case watch, strained, crisis

  /// 0 for watch to 2 for crisis.
  package var rank: Int {
    switch self {
    case .watch: 0
    case .strained: 1
    case .crisis: 2
    }
  }

  package static func < (a: AlarmLevel, b: AlarmLevel) -> Bool { a.rank < b.rank }
}

/// Why an alarm is shelved.
package enum ShelveReason: String, Word {
  /// What is to be done is under way.
  case underWay
  case waitsForOthers, knownFault, drill
}

/// The two sides of a hand-over.
package enum ShiftSide: String, Word {
  case outgoing, incoming
}

/// How a drill ended.
package enum DrillEnd: String, Word {
  /// Its time was over.
  case scenario
  /// The controller ended it before.
  case controller
  /// A real emergency.
  case emergency
  /// The terminal at which it was opened was left.
  case left
}
