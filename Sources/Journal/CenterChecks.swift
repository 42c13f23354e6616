internal import Alarms
internal import CaseFlow

/// What a center's description must say beyond the form of its fields, each fault at the value at hand.
///
/// Asked of center files and of the headers of recordings alike.
struct CenterChecks<Node: FieldNode> {
  let file: CenterFile
  let root: Node
  let faults: FaultSink

  func run() {
    center()
    areas()
    stages()
    languages()
    receivers()
    consulates()
    model()
    alarms()
  }

  private func refuse(_ node: Node?, _ sentence: String) {
    if let node { faults.addToSound(node.mustBe(sentence)) }
  }

  /// Refuses a list that has nothing in it, or that is missing.
  private func require(_ node: Node, _ list: StaticString, _ sentence: String) {
    if node.member(list) == nil { return faults.add(node.fault(JournalSentences.missing(list))) }
    refuse(node.member(list), sentence)
  }

  private func center() {
    if file.plan.name.isEmpty { refuse(root.member("name"), CenterSentences.named) }
    if let rules = root.member("rules"), !file.plan.rules.isNone, RuleSet.named(file.plan.rules) == nil {
      faults.addToSound(rules.fault(JournalSentences.unknownRules(file.plan.rules.text)))
    }
  }

  private func areas() {
    let nodes = root.list("areas")
    if nodes.isEmpty { require(root, "areas", CenterSentences.someAreas) }
    unique(file.plan.areas.map(\.code), nodes.map { $0.member("code") })
    for (area, node) in zip(file.plan.areas, nodes) {
      guard let capacity = node.member("capacity") else { continue }
      if area.capacity.physical < 1 { refuse(capacity.member("physical"), CenterSentences.atLeast(1)) }
      for (part, key) in Self.capacityParts where area.capacity[part] > Limit.places {
        refuse(capacity.member(key), CenterSentences.atMost(Limit.places))
      }
    }
  }

  private static var capacityParts: [(CapacityPart, StaticString)] {
    [
      (.physical, "physical"), (.safe, "safe"), (.staffed, "staffed"), (.reserve, "reserve"), (.held, "held"),
      (.outOfOrder, "outOfOrder"),
    ]
  }

  private func stages() {
    let nodes = root.list("stages")
    var seen: Set<Stage> = []
    for (stage, node) in zip(file.plan.stages, nodes) {
      if let word = node.member("stage"), !seen.insert(stage.stage).inserted {
        faults.addToSound(word.fault(CenterSentences.givenTwice(stage.stage.rawValue)))
      }
      if stage.desks > Limit.desks { refuse(node.member("desks"), CenterSentences.atMost(Limit.desks)) }
      serviceTime(stage.service, node.member("service"))
      staff(stage, node)
    }
    let missing = Stage.allCases.filter { !seen.contains($0) }.map(\.rawValue)
    if missing.count == Stage.allCases.count {
      require(root, "stages", CenterSentences.fourStages)
    } else if let list = root.member("stages"), !missing.isEmpty {
      faults.addToSound(list.fault(CenterSentences.missingStages(missing)))
    }
  }

  private func serviceTime(_ service: ServiceTime, _ node: Node?) {
    if service.meanMinutes <= 0 || service.meanMinutes > CenterLimit.serviceMinutes {
      refuse(node?.member("meanMinutes"), CenterSentences.serviceMinutes)
    }
    if service.variation <= 0 || service.variation > CenterLimit.variation {
      refuse(node?.member("variation"), CenterSentences.variation)
    }
  }

  private func staff(_ stage: StagePlan, _ node: Node) {
    guard let list = node.member("staffedByHour") else { return }
    let hours = node.list("staffedByHour")
    if hours.count != 24, !hours.isEmpty { refuse(list, CenterSentences.everyHour(hours.count)) }
    for (desks, hour) in zip(stage.staffedByHour, hours) where desks > stage.desks {
      faults.addToSound(hour.fault(CenterSentences.moreStaffThanDesks(desks, stage.desks)))
    }
  }

  private func languages() {
    let nodes = root.list("languages")
    unique(file.plan.languages.map(\.code), nodes.map { $0.member("code") })
    for (language, node) in zip(file.plan.languages, nodes) where !Self.isLanguage(language.code) {
      refuse(node.member("code"), CenterSentences.languageCode)
    }
    aliases(nodes)
  }

  /// What is typed means one language: no alias may be a code, a name or an alias given before.
  private func aliases(_ nodes: [Node]) {
    var taken: [String: Code] = [:]
    for language in file.plan.languages {
      for word in [language.code.text, language.name] where taken[foldedName(word)] == nil {
        taken[foldedName(word)] = language.code
      }
    }
    for (language, node) in zip(file.plan.languages, nodes) {
      for (alias, item) in zip(language.aliases, node.list("aliases")) {
        let folded = foldedName(alias)
        if folded.count < CenterLimit.aliasLetters {
          faults.addToSound(item.fault(CenterSentences.shortAlias(alias)))
        } else if let other = taken.updateValue(language.code, forKey: folded) {
          faults.addToSound(item.fault(CenterSentences.takenAlias(alias, other.text)))
        }
      }
    }
  }

  private static func isLanguage(_ code: Code) -> Bool {
    code.text.utf8.count == 3 && code.text.utf8.allSatisfy { 0x61...0x7A ~= $0 }
  }

  /// Nobody travels longer than two days.
  private static var wayMax: Int { 2_880 }

  private func receivers() {
    let nodes = root.list("receivers")
    unique(file.plan.receivers.map(\.code), nodes.map { $0.member("code") })
    for (receiver, node) in zip(file.plan.receivers, nodes) {
      if receiver.closes > 24 { refuse(node.member("closes"), CenterSentences.atMost(24)) }
      if receiver.wayMinutes > CenterChecks.wayMax {
        refuse(node.member("wayMinutes"), CenterSentences.atMost(CenterChecks.wayMax))
      }
      if receiver.opens >= receiver.closes {
        refuse(node.member("opens") ?? node.member("closes"), CenterSentences.opensFirst)
      }
      takes(receiver, node)
    }
  }

  /// Whom a receiver takes: each kind once, and never a child alone, who leaves to ORR.
  private func takes(_ receiver: ReceiverPlan, _ node: Node) {
    var seen: Set<CaseKind> = []
    for (rule, place) in zip(receiver.takes, node.list("takes")) {
      if rule.kind == .unaccompaniedChild { refuse(place.member("kind"), CenterSentences.receivedKinds) }
      if let kind = place.member("kind"), !seen.insert(rule.kind).inserted {
        faults.addToSound(kind.fault(CenterSentences.givenTwice(rule.kind.rawValue)))
      }
      if let places = rule.places, places > receiver.places {
        refuse(place.member("places"), CenterSentences.atMost(receiver.places))
      }
    }
    for (language, place) in zip(receiver.languages, node.list("languages")) where !Self.isLanguage(language) {
      faults.addToSound(place.fault(CenterSentences.mustBeLanguage))
    }
  }

  private func consulates() {
    let nodes = root.list("consulates")
    unique(file.plan.consulates.map(\.nation), nodes.map { $0.member("nation") })
    for (consulate, node) in zip(file.plan.consulates, nodes) {
      let letters = consulate.nation.text.utf8
      if letters.count != 3 || !letters.allSatisfy({ 0x41...0x5A ~= $0 }) {
        refuse(node.member("nation"), CenterSentences.nationCode)
      }
      if !(1...CenterLimit.documentHours ~= consulate.documentHours) {
        refuse(node.member("documentHours"), CenterSentences.documentHours)
      }
    }
  }

  private func model() {
    guard let node = root.member("model") else { return }
    let model = file.plan.model
    let rates = node.list("arrivalsPerHour")
    if rates.count != 24, !rates.isEmpty {
      refuse(node.member("arrivalsPerHour"), CenterSentences.everyHour(rates.count))
    }
    if model.batchMean < 1 { refuse(node.member("batchMean"), CenterSentences.atLeast(1)) }
    let shares: [(StaticString, Double)] = [
      ("childrenAlone", model.childrenAlone), ("positive", model.positive), ("closed", model.closed),
      ("waived", model.waived), ("reversed", model.reversed),
    ]
    for (key, share) in shares where share > 1 { refuse(node.member(key), CenterSentences.share) }
    let findings: [(StaticString, Double)] = [
      ("lice", model.lice), ("scabies", model.scabies), ("erReferral", model.erReferral),
      ("influenzaLike", model.influenzaLike), ("tbRuleOut", model.tbRuleOut), ("varicella", model.varicella),
    ]
    for (key, count) in findings where count > 1_000 { refuse(node.member(key), CenterSentences.perThousand) }
  }

  /// Refuses the second of two equal codes.
  private func unique(_ codes: [Code], _ nodes: [Node?]) {
    var seen: Set<Code> = []
    for (code, node) in zip(codes, nodes) {
      guard let node, !code.isNone, !seen.insert(code).inserted else { continue }
      faults.addToSound(node.fault(CenterSentences.givenTwice(code.text)))
    }
  }
}

/// Limits of a center's description that the engine does not need.
enum CenterLimit {
  /// The fewest letters of another name of a language: what is shorter could be a code.
  static let aliasLetters = 3
  /// The longest mean service time, a day.
  static let serviceMinutes = 1_440.0
  /// The longest time a consulate takes for a document, a year.
  static let documentHours = 8_760
  /// The largest standard deviation over mean of a service time.
  static let variation = 5.0
}
