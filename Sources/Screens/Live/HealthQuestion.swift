package import CaseFlow

/// A question of the health desk and of the services beside the flow.
package enum HealthQuestion: Hashable, Sendable {
  /// Which line of the screening was done.
  case check(PersonID)
  case result(PersonID, HealthCheck)
  case finding(PersonID)
  case treatment(PersonID)
  case fitness(PersonID)
  /// Isolation of the whole case: ordered, tested again, ended.
  case isolation(CaseID)
  /// Which service beside the flow.
  case refer(CaseID)
  case outcome(CaseID, Referral)
}

extension BoardModel {
  /// The answers to such a question, those that are asked for most first.
  func choices(_ question: HealthQuestion) -> [Choice] {
    switch question {
    case .check(let id): return checks(of: id)
    case .result(let id, let check):
      return CheckResult.allCases.map { Choice(Wording.shortResult($0), "", .enter([DeskLine.check(id, check, $0)])) }
    case .finding(let id): return findings(of: id)
    case .treatment(let id):
      let open = center.people[id]?.findings.filter { $0.finding.isParasite && $0.treatedAt == nil } ?? []
      return open.map { Choice(Wording.finding($0.finding), "", .enter([DeskLine.treat(id, $0.finding)])) }
    case .fitness(let id):
      return FitFor.allCases.map { purpose in
        let isFit = !(center.people[id]?.isUnfit(for: purpose, at: now) ?? false)
        return Choice(
          Wording.purposeName(purpose), Wording.becomes(fit: !isFit), .enter([DeskLine.fit(id, purpose, !isFit)]))
      }
    case .isolation(let id): return isolation(of: id)
    case .refer(let id): return services(for: id)
    case .outcome(let id, let service):
      return ReferralOutcome.allCases.map {
        Choice(Wording.outcome($0), "", .enter([DeskLine.served(id, service, $0)]))
      }
    }
  }

  /// Every line with how it stands; those still asked for first, and one answer for all of them.
  private func checks(of id: PersonID) -> [Choice] {
    guard let person = center.people[id] else { return [] }
    let required = center.requiredChecks(of: person)
    let missing = required.filter { person.result(of: $0) == nil }
    let rest = HealthCheck.allCases.filter { !missing.contains($0) }
    var choices = (missing + rest).map { check in
      let note = missing.contains(check) ? Wording.checkDue : person.result(of: check).map { Wording.result($0.result) }
      return Choice(Wording.check(check), note ?? "", .ask(.health(.result(id, check))))
    }
    if missing.count > 1 {
      choices.append(
        Choice(Wording.restClear, Wording.restClearNote, .enter(missing.map { DeskLine.check(id, $0, .clear) })))
    }
    return choices
  }

  /// A finding that isolates isolates the whole case with the same key.
  private func findings(of id: PersonID) -> [Choice] {
    let item = center.people[id].flatMap { aCase($0.caseID) }
    return Finding.allCases.map { finding in
      var lines = [DeskLine.finding(id, finding)]
      if finding.isolates, let item, item.isolation == nil { lines.append(DeskLine.isolate(item.id, finding)) }
      return Choice(Wording.finding(finding), Wording.findingNote(finding), .enter(lines))
    }
  }

  private func isolation(of id: CaseID) -> [Choice] {
    guard let isolation = aCase(id)?.isolation else {
      return Finding.allCases.filter(\.isolates).map {
        Choice(Wording.finding($0), "", .enter([DeskLine.isolate(id, $0)]))
      }
    }
    let end = Choice(Wording.endIsolation, Wording.endIsolationNote, .enter([DeskLine.deisolate(id)]))
    return [
      Choice(Wording.allClear, Wording.allClearNote, .enter([DeskLine.retest(id, clear: true)])),
      Choice(Wording.notClearYet, "", .enter([DeskLine.retest(id, clear: false)])),
    ] + (isolation.clear ? [end] : [])
  }

  /// What goes on with a service that whoever sits here may read, else the services that can be asked.
  private func services(for id: CaseID) -> [Choice] {
    guard let item = aCase(id) else { return [] }
    return Referral.allCases.flatMap { service -> [Choice] in
      let name = Wording.service(service)
      guard let path = item.openReferral(to: service), roles.reads(service) else {
        return [Choice(name, Wording.referNote, .enter([DeskLine.refer(id, service)]))]
      }
      let over = Choice(Wording.serviceOver(name), Wording.serviceOverNote, .ask(.health(.outcome(id, service))))
      if path.seenAt != nil { return [over] }
      return [Choice(Wording.serviceSaw(name), "", .enter([DeskLine.seen(id, service)])), over]
    }
  }
}

/// The command lines of the health desk and of the services beside the flow.
extension DeskLine {
  static func check(_ id: PersonID, _ check: HealthCheck, _ result: CheckResult) -> String {
    "check \(id.checked) \(check.rawValue) \(result.rawValue)"
  }
  static func finding(_ id: PersonID, _ finding: Finding) -> String { "finding \(id.checked) \(finding.rawValue)" }
  static func treat(_ id: PersonID, _ finding: Finding) -> String { "treat \(id.checked) \(finding.rawValue)" }
  static func fit(_ id: PersonID, _ purpose: FitFor, _ fit: Bool) -> String {
    "fit \(id.checked) \(purpose.rawValue) \(fit ? "yes" : "no")"
  }
  static func isolate(_ id: CaseID, _ finding: Finding) -> String { "isolate \(id.checked) \(finding.rawValue)" }
  static func retest(_ id: CaseID, clear: Bool) -> String { "retest \(id.checked) \(clear ? "clear" : "no")" }
  static func deisolate(_ id: CaseID) -> String { "deisolate \(id.checked)" }
  static func refer(_ id: CaseID, _ to: Referral) -> String { "refer \(id.checked) \(to.rawValue)" }
  static func seen(_ id: CaseID, _ to: Referral) -> String { "seen \(id.checked) \(to.rawValue)" }
  static func served(_ id: CaseID, _ to: Referral, _ outcome: ReferralOutcome) -> String {
    "served \(id.checked) \(to.rawValue) \(outcome.rawValue)"
  }
  static func look(_ id: PersonID, _ what: OpenedRecord) -> String { "look \(id.checked) \(what.rawValue)" }
}
