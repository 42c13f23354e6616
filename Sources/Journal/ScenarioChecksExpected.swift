internal import Alarms
internal import CaseFlow
internal import Drill

extension ScenarioChecks {
  /// Whether every expected action is one that this team can do, in time, with something that the center has.
  func expected() {
    let nodes = root.list("expected")
    var seen: Set<Code> = []
    for (action, node) in zip(scenario.expected, nodes) {
      if action.code.isNone {
        refuse(node.member("code"), ScenarioSentences.code)
      } else if !seen.insert(action.code).inserted {
        fault(node.member("code"), ScenarioSentences.givenTwice(action.code.text))
      }
      if action.title.isEmpty { refuse(node.member("title"), ScenarioSentences.someText) }
      if !scenario.team.isEmpty, !scenario.team.contains(action.role) {
        fault(node.member("role"), ScenarioSentences.notOfTeam(action.role))
      }
      number(action.minutes, node.member("minutes"), 1...ScenarioLimit.minutes)
      number(action.count, node.member("count"), 1...ScenarioLimit.count)
      window(of: action, node)
      event(of: action, node)
      things(of: action, node)
    }
  }

  /// Whether the window begins with something and ends within the drill.
  private func window(of action: ExpectedAction, _ node: Node) {
    var opens = action.at ?? scenario.from
    if let at = action.at, !isWithin(at) { refuse(node.member("at"), ScenarioSentences.withinDrill) }
    if let code = action.inject {
      if action.at != nil { fault(node.member("at"), ScenarioSentences.twoBeginnings) }
      guard let inject = scenario.injects.first(where: { $0.code == code }) else {
        let known = scenario.injects.map(\.code.text)
        return fault(node.member("inject"), ScenarioSentences.unknown("inject", code.text, among: known))
      }
      // One that the controller fires has no time yet.
      guard let at = inject.at else { return }
      opens = at
    }
    guard 1...ScenarioLimit.minutes ~= action.minutes, isWithin(opens), scenario.until > scenario.from else { return }
    if opens + .minutes(action.minutes) > scenario.until {
      fault(node.member("minutes"), ScenarioSentences.afterTheDrill)
    }
  }

  /// Whether a team makes such records, and whether they say anything of the fields that are named.
  private func event(of action: ExpectedAction, _ node: Node) {
    let made = Event.blanks.filter { !$0.isOfDrill && $0.type != Event.stateAt(OpeningState()).type }
    guard let blank = made.first(where: { $0.type == action.event }) else {
      return fault(node.member("event"), ScenarioSentences.unknownEvent(action.event, among: made.map(\.type)))
    }
    let facts = EventFacts(blank)
    let about: [StaticString] = ["threshold", "card", "line", "reserve", "receiver", "stage", "language", "area"]
    for field in about where !facts.has("\(field)") {
      fault(node.member(field), ScenarioSentences.eventHasNo(action.event, "\(field)"))
    }
  }

  /// Whether the center of the day has what the action is about.
  private func things(of action: ExpectedAction, _ node: Node) {
    guard let center = day?.center else { return }
    let plan = center.alarms.plan
    let thresholds = center.alarms.thresholds.map(\.name)
    if let name = action.threshold, !thresholds.contains(name) {
      fault(node.member("threshold"), ScenarioSentences.unknown("threshold", name, among: thresholds))
    }
    know("card", action.card, node.member("card"), plan.cards.map(\.code) + [ResponsePlan.standDownCard])
    know("reserve", action.reserve, node.member("reserve"), plan.reserves.map(\.code))
    know("receiver", action.receiver, node.member("receiver"), center.plan.receivers.map(\.code))
    know("language", action.language, node.member("language"), center.plan.languages.map(\.code))
    know("area", action.area, node.member("area"), center.plan.areas.map(\.code))
    guard let line = action.line else { return }
    guard let code = action.card else { return fault(node.member("line"), ScenarioSentences.needs("line", "card")) }
    let card = plan.cards.first { $0.code == code }
    let lines = card?.lines.count ?? (code == ResponsePlan.standDownCard ? plan.standDown.count : 0)
    guard lines > 0, !(1...lines ~= line) else { return }
    refuse(node.member("line"), ScenarioSentences.lineOfCard(code.text, lines))
  }
}
