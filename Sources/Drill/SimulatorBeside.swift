import CaseFlow

// What goes on beside the flow: referrals, records that are opened, reasons for long stays.

extension Simulator {
  /// Refers a case to the services that its needs ask for, and some to a lawyer; it keeps its place.
  mutating func refer(_ id: CaseID, _ staff: Code, _ desk: DeskID) {
    guard let item = center.cases[id] else { return }
    let needs = Set(center.members(of: item).flatMap { $0.needs.all.map { String($0.code.prefix(2)) } })
    var services: [Referral] = item.isChildAlone ? [.childWelfare] : []
    if needs.contains("TR") { services.append(.mentalHealth) }
    if needs.contains("SV") { services.append(flow.chance(0.3) ? .safeRefuge : .psychosocial) }
    if !item.isChildAlone, flow.chance(0.08) { services.append(.legalServices) }
    for service in services {
      guard
        state(.referralAsked(ReferralOfCase(id, service)), of: id, by: staff, desk: desk, promptly: true)
      else { continue }
      enter(.attend(id, .seeReferral(service)), at: roster.officeTime(clock + flow.hours(0.7...16), 8..<19, &flow))
    }
  }

  mutating func see(_ item: Case, _ to: Referral) {
    guard let path = item.openReferral(to: to), path.seenAt == nil,
      state(.referralSeen(ReferralOfCase(item.id, to)), of: item.id, by: onDuty(serving: to), promptly: true)
    else { return }
    enter(.attend(item.id, .closeReferral(to)), at: roster.officeTime(clock + flow.hours(0.3...20), 8..<19, &flow))
  }

  mutating func close(_ item: Case, _ to: Referral) {
    guard item.openReferral(to: to) != nil else { return }
    var closed = ReferralClosed()
    closed.caseID = item.id
    closed.to = to
    closed.outcome = flow.chance(0.7) ? .served : flow.chance(0.5) ? .ongoing : .declined
    state(.referralClosed(closed), of: item.id, by: onDuty(serving: to), promptly: true)
  }

  /// Who serves a referral now: to enter what came of a protected one they are listed on duty, for what is left of the
  /// shift.
  private mutating func onDuty(serving to: Referral) -> Code {
    let staff = roster.serves(to, clock)
    if to.isProtected, !center.roles(of: staff, at: clock).contains(to.servedBy) {
      list(staff, to.servedBy, [], Window(clock, roster.window(clock).until))
    }
    return staff
  }

  /// Health staff look up the needs of some whom they screen.
  mutating func openRecord(of item: Case, _ staff: Code, _ desk: DeskID) {
    guard flow.chance(0.15), let person = center.members(of: item).first(where: { !$0.needs.isEmpty }) else { return }
    var opened = RecordOpened()
    opened.person = person.id
    opened.what = .medical
    act(.state(.recordOpened(opened)), by: staff, desk: desk)
  }

  /// A supervisor says why those stay who stay longer than the norm; some are left for the next round. Chance asks of
  /// whomever the team spoke for as if it had not: a branch is compared with doing nothing.
  mutating func explainStays() {
    for var item in center.cases.items where !item.members.isEmpty {
      let isExplained = drill.staysExplained.contains(item.id)
      if isExplained { item.stayExplainedAt = nil }
      guard center.lacksStayReason(item, at: clock), flow.chance(0.75), !isExplained else { continue }
      var explained = StayExplained()
      explained.caseID = item.id
      explained.reason = Simulator.stayReason(item)
      state(.stayExplained(explained), of: item.id, by: roster.supervisor(clock), promptly: true)
    }
  }

  private static func stayReason(_ item: Case) -> StayReason {
    if item.isolation != nil { return .medical }
    if item.isChildAlone { return .childPlacement }
    switch item.step {
    case .review: return .review
    case .leaving:
      return item.plan == .return ? .documents : item.release.acceptedAt == nil ? .noReceiver : .noTransport
    default:
      if item.counselAskedAt != nil, item.counselAnsweredAt == nil { return .counsel }
      return item.hold == .interpreter ? .noInterpreter : .noOfficer
    }
  }
}
