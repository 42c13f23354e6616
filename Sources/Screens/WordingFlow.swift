import Alarms
package import CaseFlow

// The words of the flow.
extension Wording {
  static func row(_ row: BoardRow) -> String {
    switch row {
    case .reception: "Reception"
    case .health: "Health"
    case .consultation: "Consultation"
    case .interview: "Interview"
    case .review: "Review"
    case .caseManagement: "Case management"
    case .leaving: "Leaving"
    case .childrenAlone: "Children alone"
    case .isolation: "Isolation"
    }
  }

  package static func stage(_ stage: Stage) -> String {
    switch stage {
    case .reception: "Reception"
    case .health: "Health"
    case .interview: "Interview"
    case .caseManagement: "Case management"
    }
  }

  static func step(_ step: Step) -> String {
    switch step {
    case .reception: "reception"
    case .health: "health screening"
    case .interview: "interview"
    case .review: "review"
    case .childrenAlone: "children alone"
    case .caseManagement: "case management"
    case .leaving: "leaving"
    case .exited: "exited"
    }
  }

  static func desk(_ desk: DeskID) -> String {
    switch desk.stage {
    case .reception: "reception desk \(desk.number)"
    case .health: "health desk \(desk.number)"
    case .interview: "interview desk \(desk.number)"
    case .caseManagement: "case desk \(desk.number)"
    }
  }

  static func kind(_ kind: CaseKind) -> String {
    switch kind {
    case .singleAdult: "adult"
    case .familyUnit: "family"
    case .unaccompaniedChild: "child alone"
    }
  }

  static func longKind(_ kind: CaseKind) -> String {
    switch kind {
    case .singleAdult: "single adult"
    case .familyUnit: "family unit"
    case .unaccompaniedChild: "unaccompanied child"
    }
  }

  static func places(_ kind: PlaceKind) -> String {
    switch kind {
    case .singleMen: "men"
    case .singleWomen: "women"
    case .families: "families"
    case .children: "children"
    case .isolation: "isolation"
    }
  }

  static func limit(_ limit: CapacityLimit) -> String {
    switch limit {
    case .places: "places"
    case .distancing: "distancing"
    case .staff: "staff"
    case .outOfOrder: "out of order"
    case .held: "held"
    }
  }

  static func hold(_ reason: HoldReason) -> String {
    switch reason {
    case .interpreter: "interpreter"
    case .counsel: "counsel"
    case .medical: "medical"
    case .documents: "documents"
    case .rest: "rest"
    case .noShow: "did not come"
    }
  }

  package static func clock(_ kind: ClockKind) -> String {
    switch kind {
    case .custody: "custody"
    case .notifyORR: "notify ORR"
    case .transferORR: "ORR transfer"
    case .contiguousScreening: "child screening"
    case .minorPlacement: "minor placed"
    case .healthInterview: "health check"
    case .consultation: "consultation"
    case .review: "review"
    case .retest: "re-test"
    case .coPlacement: "co-placement"
    case .shower: "shower"
    case .travelDocument: "travel document"
    case .interpreter: "interpreter"
    }
  }

  /// The name of a clock in a word, where a line of several has no room for all of it.
  static func clockBriefly(_ kind: ClockKind) -> String {
    switch kind {
    case .contiguousScreening: "screening"
    case .minorPlacement: "placement"
    case .healthInterview: "health"
    case .travelDocument: "document"
    case .custody, .notifyORR, .transferORR, .consultation, .review, .retest, .coPlacement, .shower, .interpreter:
      clock(kind)
    }
  }

  static func clockState(_ state: ClockState) -> String {
    switch state {
    case .running: "running"
    case .met: "met"
    case .breached: "broken"
    case .waived: "waived"
    }
  }

  static func reason(_ reason: PriorityReason) -> String {
    switch reason {
    case .critical: "critical"
    case .childAlone: "child alone"
    case .deadline: "clock near"
    case .expedited: "expedited"
    case .vulnerable: "vulnerable"
    case .listed: "center's list"
    case .arrival: "arrival order"
    }
  }

  static func priority(_ reason: PriorityReason) -> String {
    switch reason {
    case .critical: "needs medical care at once"
    case .childAlone: "is a child alone: the children's clock runs"
    case .deadline: "has a legal clock near its end or past it"
    case .expedited: "was expedited by a supervisor"
    case .vulnerable: "is particularly vulnerable"
    case .listed: "is on this center's list of who is served sooner"
    case .arrival: "is served in the order of arrival"
    }
  }

  static func expedite(_ reason: ExpediteReason) -> String {
    switch reason {
    case .medical: "medical"
    case .child: "a child"
    case .pregnancy: "a particular need"
    case .disability: "a particular need"
    case .trauma: "a particular need"
    case .deadline: "a deadline"
    case .transport: "transport"
    case .familyTogether: "keeping a family together"
    }
  }

  static func tie(_ tie: Tie) -> String {
    switch tie {
    case .head: "head"
    case .partner: "partner"
    case .ownChild: "own child"
    case .relative: "relative"
    case .unstated: "tie not stated"
    }
  }

  static func presence(_ presence: Presence) -> String {
    switch presence {
    case .here: "here"
    case .hospital: "at hospital"
    case .court: "at court"
    case .gone: "gone"
    }
  }

  static func transport(_ transport: Transport) -> String {
    switch transport {
    case .bus: "bus"
    case .van: "van"
    case .foot: "on foot"
    case .appointment: "by appointment"
    case .transfer: "by transfer"
    }
  }

  static func plan(_ plan: Plan) -> String {
    switch plan {
    case .release: "release"
    case .return: "return"
    case .transfer: "transfer"
    }
  }

  static func exit(_ kind: ExitKind) -> String {
    switch kind {
    case .released: "released"
    case .returned: "returned"
    case .transferred: "transferred"
    case .departed: "departed"
    case .enteredInError: "entered in error"
    }
  }

  static func destination(_ destination: Destination) -> String {
    switch destination {
    case .orr: "ORR"
    case .hospital: "a hospital"
    case .otherCenter: "another center"
    case .custody: "custody"
    }
  }

  static func grade(_ grade: AlarmGrade) -> String {
    switch grade {
    case .watch: "watch"
    case .strained: "strained"
    case .crisis: "crisis"
    }
  }

  static func standing(_ standing: AlarmStanding) -> String {
    switch standing {
    case .unacknowledged: "UNOWNED"
    case .acknowledged: "taken"
    case .clearedUnacknowledged: "cleared, not taken"
    case .suppressed: "silent"
    case .shelved: "shelved"
    case .outOfService: "out of service"
    case .cleared: "cleared"
    case .normal: "normal"
    }
  }
}
