internal import CaseFlow
internal import Drill

/// What a scenario must say beyond the form of its fields, each fault at the value at hand.
///
/// What only the center of the day knows, its receivers, languages, thresholds and plans, is compared with the header of
/// the day's recording, if there is one.
struct ScenarioChecks<Node: FieldNode> {
  let scenario: Scenario
  let day: RecordingHeader?
  let root: Node
  let faults: FaultSink

  func run() {
    for (key, text) in [("title", scenario.title), ("day", scenario.day)] as [(StaticString, String)] {
      if text.isEmpty { refuse(root.member(key), ScenarioSentences.someText) }
    }
    if scenario.code.isNone { refuse(root.member("code"), ScenarioSentences.code) }
    times()
    team()
    injects()
    expected()
  }

  func refuse(_ node: Node?, _ sentence: String) {
    if let node { faults.addToSound(node.mustBe(sentence)) }
  }

  func fault(_ node: Node?, _ sentence: String) {
    if let node { faults.addToSound(node.fault(sentence)) }
  }

  private func times() {
    guard root.member("from") != nil, let until = root.member("until") else { return }
    if scenario.until <= scenario.from {
      refuse(until, ScenarioSentences.laterThanFrom)
    } else if scenario.until - scenario.from > .hours(ScenarioLimit.hours) {
      refuse(until, ScenarioSentences.atMost(hours: ScenarioLimit.hours))
    }
    guard let day, scenario.from < day.from || scenario.from >= day.until else { return }
    let text = { (instant: Instant) in day.zone.text(instant.milliseconds) }
    refuse(root.member("from"), ScenarioSentences.withinDay(text(day.from), text(day.until)))
  }

  private func team() {
    let nodes = root.list("team")
    if nodes.isEmpty {
      if let list = root.member("team") {
        refuse(list, ScenarioSentences.someRole)
      } else {
        faults.add(root.fault(JournalSentences.missing("team")))
      }
    }
    unique(scenario.team.map(\.rawValue), nodes)
  }

  /// Refuses the second of two equal words.
  private func unique(_ words: [String], _ nodes: [Node?]) {
    var seen: Set<String> = []
    for (word, node) in zip(words, nodes) where !word.isEmpty && !seen.insert(word).inserted {
      fault(node, ScenarioSentences.givenTwice(word))
    }
  }

  private func injects() {
    let nodes = root.list("injects")
    unique(scenario.injects.map(\.code.text), nodes.map { $0.member("code") })
    for (inject, node) in zip(scenario.injects, nodes) {
      if inject.code.isNone { refuse(node.member("code"), ScenarioSentences.code) }
      if let at = inject.at, !isWithin(at) { refuse(node.member("at"), ScenarioSentences.withinDrill) }
      if inject.kind == .message, inject.tell.text.isEmpty { refuse(node.member("tell"), ScenarioSentences.someText) }
      fields(of: inject, node)
      values(of: inject, node)
    }
  }

  func isWithin(_ instant: Instant) -> Bool { instant >= scenario.from && instant <= scenario.until }

  /// Whether a kind of inject has what it needs and nothing that means nothing to it.
  private func fields(of inject: Inject, _ node: Node) {
    // A kind that could not be read asks for nothing.
    guard let kind = node.member("kind"), (try? kind.text()) == inject.kind.rawValue else { return }
    let all: [StaticString] = ["count", "minutes", "stage", "language", "receiver", "finding", "refusal"]
    for field in all {
      let place = node.member(field)
      if inject.kind.needs.contains("\(field)") {
        if place == nil { fault(kind, ScenarioSentences.needs(inject.kind.rawValue, "\(field)")) }
      } else if !inject.kind.takes.contains("\(field)") {
        fault(place, ScenarioSentences.takesNo(inject.kind.rawValue, "\(field)"))
      }
    }
  }

  private func values(of inject: Inject, _ node: Node) {
    let most = inject.kind == .bus ? Limit.partyPeople : Limit.desks
    number(inject.count, node.member("count"), 1...most)
    number(inject.minutes, node.member("minutes"), 1...ScenarioLimit.minutes)
    if let finding = inject.finding, !finding.isolates { refuse(node.member("finding"), ScenarioSentences.isolating) }
    guard let plan = day?.center.plan else { return }
    know("language", inject.language, node.member("language"), plan.languages.map(\.code))
    know("receiver", inject.receiver, node.member("receiver"), plan.receivers.map(\.code))
    if inject.kind == .staffIll, let desks = plan.stages.first(where: { $0.stage == inject.stage })?.desks, desks > 0 {
      number(inject.count, node.member("count"), 1...desks)
    }
  }

  func number(_ value: Int?, _ node: Node?, _ range: ClosedRange<Int>) {
    if let value, !range.contains(value) { refuse(node, ScenarioSentences.number(range)) }
  }

  /// Refuses a code that the center of the day does not know.
  func know(_ what: String, _ code: Code?, _ node: Node?, _ known: [Code]) {
    guard let code, !known.contains(code) else { return }
    fault(node, ScenarioSentences.unknown(what, code.text, among: known.map(\.text)))
  }
}

/// Limits of a scenario.
enum ScenarioLimit {
  /// The longest drill.
  static let hours = Inject.longest / 60
  /// The longest inject and the longest window: the whole of it.
  static let minutes = Inject.longest
  /// The most records that one expected action may ask for.
  static let count = 100
}

extension InjectKind {
  /// The fields without which it cannot be carried out.
  var needs: [String] {
    switch self {
    case .message, .receiversClose, .arrivalsStop: []
    case .bus: ["count"]
    case .interpreterLeaves: ["language"]
    case .staffIll: ["count", "stage"]
    case .illness: ["finding"]
    case .powerCut: ["minutes"]
    case .orrRefuses: ["refusal"]
    }
  }

  /// The fields that may stand beside them.
  var takes: [String] {
    switch self {
    case .interpreterLeaves, .staffIll, .arrivalsStop: ["minutes"]
    case .bus: ["minutes", "language"]
    case .receiversClose: ["receiver", "minutes"]
    case .message, .illness, .powerCut, .orrRefuses: []
    }
  }
}
