import CaseFlow

/// Who is played by the team of a drill; everyone else is simulated.
///
/// One gate: the simulator asks it before every act, and leaves to the team what the team does itself.
struct Cast: Sendable {
  /// Whose work the team does.
  var roles: Set<Role> = []
  /// Who has recorded something for the team: the desks they sit at are theirs, whatever the stage.
  var people: Set<Code> = []
  /// Simulated people who sat at desks of the team's roles when it took over: they finish whom they serve, then sign off.
  var leaving: Set<Code> = []

  /// Who does something that `by` would do, or nil where it is left to the team.
  ///
  /// What comes from outside the center, such as the answer of a receiver, comes whoever plays the desk that takes it;
  /// then the dispatcher enters it.
  func actor(of command: Command, _ by: Code) -> Code? {
    guard !roles.isEmpty, !leaving.contains(by), let role = Cast.role(of: by, doing: command), roles.contains(role)
    else { return by }
    return command.comesFromOutside ? Cast.dispatch : nil
  }

  /// Whether a desk is the team's: the simulator neither opens nor closes it, nor calls anyone to it.
  func holds(_ desk: Desk) -> Bool {
    guard let staff = desk.staff else { return roles.contains(desk.id.stage.role) }
    return people.contains(staff)
  }

  static let dispatch: Code = Code("dispatch")
}

extension Cast {
  /// The role in which a simulated person acts; nil for whoever no team plays: judges, receivers, the dispatcher, and
  /// those on the floor, but for what case managers do about leaving.
  private static func role(of by: Code, doing command: Command) -> Role? {
    let name = by.text
    let letters = name.prefix { ("a"..."z").contains($0) }
    guard name.count > letters.count else { return nil }
    return switch letters {
    case "op": .reception
    case "hs", "rn": .health
    case "ao": .officer
    case "cm": .caseManager
    case "sup": .supervisor
    case "cw": .childWelfare
    case "legal": .legal
    case "ps": .psychosocial
    case "tr": .transport
    case "fl": command.preparesLeaving ? .caseManager : nil
    default: nil
    }
  }
}

extension Command {
  /// Whether it befalls the center, whoever enters it: people who come, answers of partners, who is on duty.
  fileprivate var comesFromOutside: Bool {
    switch self {
    case .arrive: return true
    case .state(let event):
      switch event {
      case .counselAnswered, .reviewDecided, .releaseAccepted, .releaseRefused, .releaseArrived, .transferAccepted,
        .transferRefused, .transferArrived, .pickupPlanned, .consulateAnswered, .returnConfirmed, .departureArrived,
        .peopleCameBack, .dutyListed, .dutyEnded:
        return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether it prepares the way out of a case: a case manager's work, wherever it is done.
  fileprivate var preparesLeaving: Bool {
    guard case .state(let event) = self else { return false }
    return switch event {
    case .releaseOffered, .releaseStepDone, .consulateAsked, .returnStepDone, .returnStopped, .followUpPlanned,
      .followUpRecorded:
      true
    default: false
    }
  }
}
