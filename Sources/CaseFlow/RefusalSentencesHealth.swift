// The sentences with which screening, fitness and referrals refuse.

extension Refusal {
  // MARK: Screening
  static func checkMissing(_ missing: MissingCheck) -> Refusal {
    Refusal(
      .order, "Person \(missing.person.label) lacks the \(word(missing.check)). Record it, or that it was declined.")
  }
  static func checkedSince(_ id: PersonID) -> Refusal {
    Refusal(.time, "A later entry about person \(id.label) stands already. Enter a time after it.")
  }
  static func untreated(_ id: PersonID) -> Refusal {
    Refusal(
      .treatment, "Person \(id.label) is to be treated first: record it with treat, or give a place in isolation.")
  }
  static func untreatedLeaving(_ id: PersonID) -> Refusal {
    Refusal(
      .treatment, "Person \(id.label) is to be treated before they travel beside others: record it with treat.")
  }
  static let notOfHealth = Refusal(
    .order, "Medical details are opened by health staff. Sit down at a health desk, or have your duty listed.")
  static func notIsolated(_ id: PersonID) -> Refusal {
    Refusal(
      .isolation,
      "Person \(id.label) has a finding that asks for isolation: isolate the case, or record that it was treated.")
  }
  static func noFinding(_ id: PersonID) -> Refusal {
    Refusal(.order, "Person \(id.label) has no such finding that waits for treatment.")
  }
  static func beforeFound(_ id: PersonID) -> Refusal {
    Refusal(.time, "That was not found of person \(id.label) before then. A treatment comes after its finding.")
  }
  static func unfit(_ id: PersonID, for purpose: FitFor) -> Refusal {
    Refusal(.fitness, "Person \(id.label) is not fit for \(word(purpose)). Health judges again with fit.")
  }

  // MARK: Referrals
  static func referred(_ item: Case, _ to: Referral) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is with \(word(to)) already. Record what came of it first.")
  }
  static func notReferred(_ item: Case, _ to: Referral) -> Refusal {
    Refusal(.order, "Case \(item.id.label) was not referred to \(word(to)). Refer it first.")
  }
  static func notServing(_ to: Referral) -> Refusal {
    Refusal(
      .order,
      "What becomes of \(word(to)) is entered by who serves it: at a desk or on duty for \(to.servedBy.rawValue).")
  }
  static func tooManyPaths(_ item: Case) -> Refusal {
    Refusal(.entry, "Case \(item.id.label) has had \(Limit.paths) referrals. No more can be recorded.")
  }

  // MARK: Words inside sentences
  static func word(_ check: HealthCheck) -> String {
    switch check {
    case .interview: "health interview"
    case .assessment: "medical assessment"
    case .temperature: "temperature"
    case .skin: "check of skin and scalp"
    case .medicines: "question about medicines"
    case .mentalHealth: "question about mental health"
    }
  }

  static func word(_ purpose: FitFor) -> String {
    switch purpose {
    case .sharedArea: "a shared area"
    case .interview: "an interview"
    case .travel: "travel"
    }
  }

  static func word(_ service: Referral) -> String {
    switch service {
    case .legalServices: "legal services"
    case .childWelfare: "child welfare"
    case .mentalHealth: "mental health care"
    case .psychosocial: "psychosocial care"
    case .safeRefuge: "safe refuge"
    }
  }
}
