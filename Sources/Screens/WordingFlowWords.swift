package import CaseFlow

// The words of screening, the schedule, departures and the services beside the flow.
extension Wording {
  static func purpose(_ purpose: FitFor) -> String {
    switch purpose {
    case .sharedArea: "a shared area"
    case .interview: "an interview"
    case .travel: "travel"
    }
  }

  static func check(_ check: HealthCheck) -> String {
    switch check {
    case .interview: "health interview"
    case .assessment: "medical assessment"
    case .temperature: "temperature"
    case .skin: "skin and scalp"
    case .medicines: "medicines"
    case .mentalHealth: "mental health"
    }
  }

  static func result(_ result: CheckResult) -> String {
    switch result {
    case .clear: "clear"
    case .concern: "a concern"
    case .declined: "declined"
    }
  }

  package static func role(_ role: Role) -> String {
    switch role {
    case .reception: "reception"
    case .health: "health"
    case .officer: "asylum officer"
    case .interpreter: "interpreter"
    case .caseManager: "case manager"
    case .supervisor: "supervisor"
    case .legal: "legal services"
    case .childWelfare: "child welfare"
    case .psychosocial: "psychosocial care"
    case .transport: "transport"
    }
  }

  static func mode(_ mode: InterviewMode) -> String { mode == .inPerson ? "in person" : "by telephone" }

  static func service(_ service: Referral) -> String {
    switch service {
    case .legalServices: "legal services"
    case .childWelfare: "child welfare"
    case .mentalHealth: "mental health care"
    case .psychosocial: "psychosocial care"
    case .safeRefuge: "safe refuge"
    }
  }

  static func outcome(_ outcome: ReferralOutcome) -> String {
    switch outcome {
    case .served: "served"
    case .ongoing: "goes on elsewhere"
    case .placed: "a place was found"
    case .declined: "declined by the person"
    case .noNeed: "no need was found"
    }
  }

  static func record(_ record: OpenedRecord) -> String {
    switch record {
    case .names: "names"
    case .needs: "needs"
    case .medical: "medical details"
    case .referrals: "referrals"
    }
  }

  static func stay(_ reason: StayReason) -> String {
    switch reason {
    case .noReceiver: "no receiver"
    case .noTransport: "no transport"
    case .noInterpreter: "no interpreter"
    case .noOfficer: "no officer"
    case .counsel: "counsel"
    case .review: "a review"
    case .medical: "medical"
    case .documents: "documents"
    case .childPlacement: "no place for the child"
    case .ownWish: "own wish"
    }
  }

  static func unbooked(_ reason: UnbookReason) -> String {
    switch reason {
    case .officer: "no officer"
    case .interpreter: "no interpreter"
    case .counsel: "counsel"
    case .medical: "medical"
    case .room: "no room"
    case .moved: "moved to another time"
    case .noShow: "nobody came"
    }
  }

  static func refusal(_ reason: PlaceRefusal) -> String {
    switch reason {
    case .capacity: "full"
    case .age: "age"
    case .gender: "gender"
    case .isolation: "no isolation place"
    case .familySize: "size of the family"
    case .medical: "medical"
    case .documents: "documents"
    case .unknown: "no reason given"
    }
  }

  static func difference(_ difference: DepartureDifference) -> String {
    switch difference {
    case .stayedBehind: "someone stayed behind"
    case .ownTransport: "own transport"
    case .hospital: "hospital"
    case .declined: "declined to go"
    case .miscounted: "miscounted"
    }
  }

  static func followUp(_ followUp: FollowUp) -> String {
    switch followUp {
    case .checkIn: "check-in"
    case .hearing: "hearing"
    case .healthVisit: "health visit"
    case .call: "call"
    }
  }

  static func outcome(_ outcome: FollowUpOutcome) -> String {
    switch outcome {
    case .attended: "attended"
    case .reached: "reached"
    case .moved: "moved to another date"
    case .missed: "missed"
    }
  }

  static func stopped(_ reason: StopReason) -> String {
    switch reason {
    case .changedMind: "the person changed their mind"
    case .fear: "the person spoke of fear"
    case .notFit: "not fit to travel"
    case .noDocument: "no travel document"
    case .familyApart: "the family is apart"
    case .court: "by order of a court"
    }
  }
}
