import CaseFlow

// What the health page, the list of contacts and the referrals show. Medical detail is for health staff; everyone else
// reads the lane and what to take care of.

extension BoardModel {
  /// What everyone must take care of with a case, in a few words each.
  func cautions(_ item: Case) -> [String] {
    var cautions: [String] = []
    if item.isolation != nil { cautions.append(Wording.isolated) }
    if center.isUntreated(item, at: now) { cautions.append(Wording.treatFirst) }
    for purpose in FitFor.allCases where center.unfit(item, for: purpose, at: now) != nil {
      cautions.append(Wording.notFit(purpose))
    }
    return cautions
  }

  /// When an isolated case is tested again, or that it is clear; a few cells for a list, a sentence part for a page.
  func retest(_ isolation: Isolation, short: Bool = false) -> String {
    if isolation.clear { return Wording.isolationClear }
    let due = (isolation.testedAt ?? isolation.orderedAt) + center.rules.retest
    return short
      ? Wording.shortTest(TimeText.short(due, now, zone), isLate: due < now)
      : Wording.testDue(TimeText.near(due, now, zone), isLate: due < now)
  }

  /// The outbreaks of now in a line each; which illness it is, is for health staff.
  var outbreakNotes: [Piece] {
    let isHealth = roles.readsMedical
    return center.outbreaks(at: now).map {
      let cases = $0.cases.prefix(4).map(\.label).joined(separator: ", ") + ($0.cases.count > 4 ? "..." : "")
      return Piece(
        "\(glyphs.warning) \(Wording.outbreak(isHealth ? $0.finding : nil, $0.cases.count)): \(cases)", .strained)
    }
  }

  /// What stands beside the title of the health page and of the queues of health and isolation.
  func healthNotes(_ view: BoardView) -> [Piece] {
    switch view {
    case .screening(let id):
      guard let item = aCase(id) else { return outbreakNotes }
      var notes = [Piece(who(item))]
      if let isolation = item.isolation {
        let finding = roles.readsMedical ? " \(Wording.finding(isolation.finding))" : ""
        notes.append(Piece("\(Wording.isolated)\(finding), \(retest(isolation))", .watch))
      }
      return outbreakNotes + notes
    case .queue(.health), .queue(.isolation): return outbreakNotes
    case .contacts(let id):
      guard let item = aCase(id) else { return [] }
      let from = center.contactsCount(from: item, at: now)
      return [Piece(who(item)), Piece(Wording.contactsSince(TimeText.near(from, now, zone)))]
    default: return []
    }
  }

  /// The contacts of a case, as far back as its findings ask.
  func contacts(of id: CaseID) -> [Contact] {
    guard let item = aCase(id) else { return [] }
    return center.contacts(of: item, from: center.contactsCount(from: item, at: now), until: now)
  }

  /// The open referrals that whoever sits here may see, the oldest first.
  var openReferrals: [Item] {
    let roles = roles
    guard Referral.allCases.contains(where: roles.sees) else { return [] }
    return center.casesOnRoll.flatMap { item in
      item.referrals.filter { $0.closedAt == nil && roles.sees($0.to) }.map { (item.id, $0) }
    }
    .sorted { ($0.1.askedAt, $0.0) < ($1.1.askedAt, $1.0) }.map { .referral($0.0, $0.1.to) }
  }

  /// The isolated cases, those to be tested first before the others.
  var isolatedCases: [CaseID] {
    center.casesOnRoll.filter { $0.isolation != nil }
      .sorted { ($0.isolation?.next ?? .latest, $0.id) < ($1.isolation?.next ?? .latest, $1.id) }.map(\.id)
  }
}

extension Isolation {
  /// What the next test is counted from; a clear case waits for none.
  fileprivate var next: Instant { clear ? .latest : testedAt ?? orderedAt }
}

extension ListTable {
  static let screeningColumns: [Column] = [
    .left(Wording.personHeading, 7),
    .left(Wording.whoHeading, 4),
    .left(Wording.interviewHeading, 9),
    .left(Wording.assessmentHeading, 9),
    .left(Wording.temperatureHeading, 8, rank: 4),
    .left(Wording.skinHeading, 8, rank: 3),
    .left(Wording.medicinesHeading, 9, rank: 5),
    .left(Wording.mentalHeading, 8, rank: 6),
    .right(Wording.dueHeading, 8, rank: 1),
    .left(Wording.findingsHeading, 20, rank: 2, stretch: 60),
  ]

  func screening(_ id: PersonID) -> [Piece] {
    guard let person = model.center.people[id] else { return [] }
    let isHealth = model.roles.readsMedical
    let required = model.center.requiredChecks(of: person)
    let isMissing = required.contains { person.result(of: $0) == nil }
    let due = model.center.checksDue(of: person)
    let isLate = isMissing && due < model.now
    func cell(_ check: HealthCheck) -> Piece {
      guard let done = person.result(of: check) else {
        return required.contains(check) ? Piece(Wording.missingCheck, isLate ? .strained : .watch) : Piece("")
      }
      guard isHealth else { return Piece(Wording.checkDone, .dim) }
      return Piece(Wording.shortResult(done.result), done.result == .concern ? .watch : .plain)
    }
    let cells = HealthCheck.allCases.map(cell)
    let time = isMissing ? TimeText.short(due, model.now, model.zone) + (isLate ? model.glyphs.warning : "") : ""
    return [Piece(person.id.checked), Piece(model.tag(person))] + cells
      + [Piece(time, isLate ? .strained : .plain), Piece(isHealth ? model.medical(person) : model.caution(person))]
  }

  static let contactColumns: [Column] = [
    .left(Wording.caseHeading, 7),
    .people(16, stretch: 20),
    .left(Wording.togetherIn, 16, rank: 1, stretch: 10),
    .right(Wording.sinceHeading, 12, rank: 2),
    .right(Wording.togetherHeading, 8),
    .left(Wording.rowHeading, 15, rank: 3),
  ]

  func contact(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id), let contact = contacts[id] else { return [] }
    let row = model.figures.standings[id].map { Wording.row($0.row) }
    let style: Style = item.isOnRoll ? .plain : .dim
    return [
      Piece(id.checked, style), Piece(model.who(item), style), Piece(model.place(of: contact), style),
      Piece(TimeText.near(contact.since, model.now, model.zone), style),
      Piece(contact.together == .zero ? Wording.none : TimeText.length(contact.together), style),
      Piece(row ?? model.state(item), style),
    ]
  }

  static let referralColumns: [Column] = [
    .left(Wording.serviceHeading, 20),
    .left(Wording.caseHeading, 7),
    .people(16, rank: 2, stretch: 30),
    .right(Wording.askedHeading, 12, rank: 1),
    .right(Wording.ageHeading, 6),
    .right(Wording.seenHeading, 12, rank: 3),
    .left(Wording.rowHeading, 15, rank: 4),
  ]

  func referral(_ id: CaseID, _ service: Referral) -> [Piece] {
    guard let item = model.aCase(id), let path = item.openReferral(to: service) else { return [] }
    let row = model.figures.standings[id].map { Wording.row($0.row) } ?? ""
    return [
      Piece(model.roles.names(service) ? EventWording.capital(Wording.service(service)) : Wording.protectedService),
      Piece(id.checked), Piece(model.who(item)), Piece(TimeText.near(path.askedAt, model.now, model.zone)),
      Piece(TimeText.length(model.now - path.askedAt)),
      Piece(path.seenAt.map { TimeText.near($0, model.now, model.zone) } ?? Wording.none), Piece(row, .dim),
    ]
  }

  /// An isolated case among the areas: whom, where, since when, when the next test is due.
  func isolated(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id), let isolation = item.isolation else { return [] }
    let area = model.center.people[item.members.first ?? PersonID()]?.area
    let place = area.map { EventWording.area($0, model.center) } ?? Wording.noPlace
    return [
      Piece("\(id.checked) \(place)", .dim), Piece(Wording.isolated, .watch), Piece(String(item.members.count)),
      Piece(""), Piece(""), Piece(model.retest(isolation, short: true)),
      Piece(TimeText.near(isolation.orderedAt, model.now, model.zone), .dim),
    ]
  }
}

extension BoardModel {
  /// A person's findings, what is treated, and what they are not fit for: for health staff.
  func medical(_ person: Person) -> String {
    let found = person.findings.map { Wording.finding($0.finding) + ($0.treatedAt == nil ? "" : Wording.treatedNote) }
    let unfit = FitFor.allCases.filter { person.isUnfit(for: $0, at: now) }.map { Wording.notFit($0) }
    return (found + unfit).joined(separator: ", ")
  }

  /// What others are told of them.
  func caution(_ person: Person) -> String {
    let treat = person.isUntreated(at: now) ? [Wording.treatFirst] : []
    return (treat + FitFor.allCases.filter { person.isUnfit(for: $0, at: now) }.map { Wording.notFit($0) })
      .joined(separator: ", ")
  }

  /// Where two cases were together.
  fileprivate func place(of contact: Contact) -> String {
    var places = contact.area.map { [EventWording.area($0, center)] } ?? []
    if let bus = contact.bus { places.append(Wording.ofBus(bus)) }
    if contact.isSameParty { places.append(Wording.sameParty) }
    return places.joined(separator: ", ")
  }
}

extension Page {
  /// What to take care of, and to those who serve it and have opened it, why; then the services beside the flow.
  mutating func addCare(_ item: Case, isOpened: Bool) {
    let cautions = model.cautions(item)
    let shown = isOpened ? model.center.members(of: item).flatMap(opened) : []
    let hidden = isOpened ? [] : model.readable(of: item)
    if !cautions.isEmpty || !shown.isEmpty || !hidden.isEmpty {
      heading(Wording.careTitle)
      if !cautions.isEmpty { add(Wording.sentence(cautions), .watch) }
      if let isolation = item.isolation { add(Wording.sentence([model.retest(isolation)])) }
      for line in shown { add(line) }
      if !hidden.isEmpty { add(Wording.lookOpens, .dim) }
    }
    let paths = item.referrals.filter { model.roles.sees($0.to) }
    guard !paths.isEmpty else { return }
    heading(Wording.besideTitle)
    for path in paths {
      let name =
        model.roles.names(path.to) ? EventWording.capital(Wording.service(path.to)) : Wording.protectedService
      func time(_ instant: Instant) -> String { TimeText.near(instant, model.now, model.zone) }
      add(
        Wording.referralLine(
          name, asked: time(path.askedAt), seen: path.seenAt.map(time),
          outcome: path.outcome.map { model.roles.names(path.to) ? Wording.outcome($0) : Wording.closedReferral }))
    }
  }

  private func opened(_ person: Person) -> [String] {
    let roles = model.roles
    var lines: [String] = []
    let needs = roles.needs(of: person)
    if !needs.isEmpty {
      lines.append(Wording.needsLine(person.id, needs.map { "\($0.code) \($0.label)" }.joined(separator: ", ")))
    }
    let medical = roles.readsMedical ? model.medical(person) : ""
    if !medical.isEmpty { lines.append(Wording.medicalLine(person.id, medical)) }
    return lines
  }
}
