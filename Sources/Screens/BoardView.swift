package import CaseFlow

/// A view of the board.
package enum BoardView: Hashable, Sendable {
  case overview
  /// The cases of one row.
  case queue(BoardRow)
  /// Every case on roll, or those that were looked for.
  case found(String)
  case aCase(CaseID)
  case alarms
  case alarm(AlarmKey)
  /// How the alarms of a shift behaved.
  case figures
  case plan
  case places
  case leaving
  /// A list beside it.
  case leavingList(LeavingList)
  /// The arrival line.
  case arrive
  /// A party entered field by field.
  case form
  /// The cases of which something is still to be asked.
  case toDo
  /// Who is expected today by appointment.
  case appointments
  /// Every child alone on roll, and how far each path has come.
  case children
  /// Every clock that runs or has run out, the next end first.
  case clocks
  /// The breach ledger.
  case ledger
  /// The desks, the interpreters and the staffed places.
  case shift
  /// The day of interviews: who hears whom when, and what is proposed.
  case schedule
  /// The health screening of a case: members as rows, checks as columns.
  case screening(CaseID)
  /// Whom the people of a case have been with.
  case contacts(CaseID)
  /// The open referrals to services beside the flow.
  case referrals
  /// The drill: what the team was told, branches, comparison; for its controller what is to come.
  case drill
  /// The hand-over sheet of the shift.
  case handOver
  case help
  case messages
}

extension BoardView {
  /// Whether its rows are cases: they can be found, filtered, sorted, marked and frozen.
  package var listsCases: Bool {
    switch self {
    case .queue, .found, .leaving, .leavingList(.ready), .toDo, .children: true
    case .overview, .aCase, .alarms, .alarm, .plan, .places, .leavingList, .arrive, .form, .appointments, .shift,
      .figures, .handOver,
      .schedule, .screening, .contacts, .referrals, .drill, .help, .messages, .clocks, .ledger:
      false
    }
  }

  /// Whether it shows cases, one of which can be acted on.
  package var showsCases: Bool {
    if case .aCase = self { return true }
    return listsCases || self == .schedule
  }

  /// Whether keys are text first.
  package var isTyped: Bool { self == .arrive || self == .form }

  /// The stage at whose desks the cases of this queue are served.
  package var stage: Stage? {
    if case .queue(let row) = self { return row.stage }
    return nil
  }

  /// Whether it is read like a page, without a selected row.
  package var isPage: Bool {
    switch self {
    case .aCase, .alarm, .figures, .handOver, .help, .messages: true
    case .overview, .queue, .found, .alarms, .plan, .places, .leaving, .leavingList, .arrive, .form, .toDo,
      .appointments, .shift, .schedule, .children, .clocks, .ledger, .screening, .contacts, .referrals, .drill:
      false
    }
  }
}

/// Something that can be selected: an identity, never a row number.
package enum Item: Hashable, Sendable {
  case row(BoardRow)
  case onRoll
  case places(PlaceKind)
  case clock(CaseID, ClockKind)
  /// A line of the breach ledger: what, of which case, since when.
  case ledger(LedgerMatter, CaseID, Instant)
  case alarm(AlarmKey)
  /// Alarms that are folded away.
  case folded(AlarmFold)
  case expected
  case aCase(CaseID)
  case area(Code)
  case card(Code)
  /// A line of a card, counted from 0.
  case cardLine(Code, Int)
  /// The head of the ladder of reserves, and its rungs.
  case ladder
  case reserve(Code)
  case desk(DeskID)
  /// The interpreters of a language.
  case interpreters(Code)
  case appointment(Code)
  case departure(DepartureID)
  case receiver(Code)
  case followUp(CaseID, FollowUp)
  /// The booked interview of a case.
  case booking(CaseID)
  /// What is proposed for a case.
  case suggestion(CaseID)
  case person(PersonID)
  /// The open referral of a case to a service.
  case referral(CaseID, Referral)
  case drill(DrillRow)
}

/// What a list of cases is sorted by.
package enum SortKey: Int, CaseIterable, Hashable, Sendable {
  /// The order of service, or the natural order of the list.
  case order
  case waited, clock, number, language, people
}

/// What leaves the room: the app carries it out.
package enum BoardAction: Hashable, Sendable {
  case quit
  case suspend
  /// Paint everything again.
  case redraw
  /// One short sound: a key did nothing, and the screen says why.
  case bell
  /// Pause, or go on.
  case pause
  case faster
  case slower
  case seek(by: Span)
  case seekTo(Instant)
  /// To the next (1) or the previous (-1) event.
  case step(Int)
  case nextAlarm
  /// The alarm of this threshold is taken.
  case acknowledge(String)
  /// An alarm is put aside, or taken back.
  case answer(AlarmAnswer)
  case declareCrisis
  case standDown
  /// Something is to be recorded in the journal of a live center.
  case enter(Entry)
  /// The details of a case are to be keyed a second time: they are read from the vault.
  case keyAgain(CaseID)
  /// A line of an action card, counted from 0, was done, or undone.
  case tick(card: Code, line: Int, undone: Bool)
  /// Someone answers for a line, or gives it back.
  case takeLine(card: Code, line: Int, undone: Bool)
  /// A reserve is ordered, or called off.
  case order(Code, undone: Bool)
  /// Whoever is here takes command.
  case takeCharge
  /// The team takes over at the instant shown: a new branch begins.
  case takeOver
  /// Another branch is shown, 0 the recorded day, at the same instant where it has it.
  case showBranch(Int)
  /// An inject befalls the center now.
  case fire(Code)
  /// An inject is held back, or let go on.
  case holdInject(Code, Bool)
  /// An inject to come is changed, or one of a new code is added.
  case changeInject(Inject)
  /// The controller ends the drill.
  case endDrill
  /// A real emergency ends the drill at once.
  case emergency
  /// This terminal becomes the controller's, or the team's again.
  case control(Bool)
  /// Somebody who asked may control the drill, or may not.
  case letControl(Code, Bool)
}
