// What is known to whom: by what somebody does now, at a desk or listed on duty.

extension Center {
  /// What someone does at a moment: by the desks they sit at, and by the duty they are listed for.
  package func roles(of staff: Code, at: Instant) -> Set<Role> {
    var roles: Set<Role> = []
    for desk in desks where desk.staff?.isSamePerson(as: staff) ?? false { roles.insert(desk.id.stage.role) }
    for duty in duties where duty.staff.isSamePerson(as: staff) && duty.from <= at && at < duty.until {
      roles.insert(duty.role)
    }
    return roles
  }

  /// What becomes of a protected service is entered by those who serve it. Everyone else is told the same, whether
  /// somebody was referred to it or nobody: asked of who enters it, and of no record.
  func askServing(_ service: Referral, _ moment: Moment) throws(Refusal) {
    guard service.isProtected, !roles(of: moment.by, at: moment.recorded).reads(service) else { return }
    throw .notServing(service)
  }
}

extension Stage {
  /// What whoever sits at its desks does.
  package var role: Role {
    switch self {
    case .reception: .reception
    case .health: .health
    case .interview: .officer
    case .caseManagement: .caseManager
    }
  }
}

extension Set<Role> {
  /// Medical detail is for health staff only.
  package var readsMedical: Bool { contains(.health) }

  /// The needs of a person that these roles serve.
  package func needs(of person: Person) -> [Need] { person.needs.all.filter { !isDisjoint(with: $0.servedBy) } }

  /// Whether these roles read a referral: those who serve it.
  package func reads(_ service: Referral) -> Bool { contains(service.servedBy) }

  /// Whether these roles see that a referral is open, and for how long, though not what it is.
  package func sees(_ service: Referral) -> Bool { reads(service) || contains(.supervisor) }

  /// Whether these roles see which service it is: for the most protected ones only those who serve them.
  package func names(_ service: Referral) -> Bool {
    reads(service) || contains(.supervisor) && !service.isProtected
  }
}

extension Referral {
  /// Whether only those who serve it learn that somebody was referred to it, from a refusal neither.
  package var isProtected: Bool { self == .safeRefuge || self == .mentalHealth }
}

extension Need {
  /// Who serves people with it, and so reads it; by the category before the hyphen.
  package var servedBy: Set<Role> {
    switch code.prefix(2) {
    case "CR", "SC": [.childWelfare, .psychosocial]
    case "WR", "ER", "SP": [.health, .psychosocial, .caseManager]
    case "DS": [.health, .caseManager]
    case "SM": [.health]
    case "FU": [.childWelfare, .caseManager]
    case "LP": [.legal, .officer]
    default: [.health, .psychosocial]
    }
  }
}
