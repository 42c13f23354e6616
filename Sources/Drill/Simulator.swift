import Alarms
package import CaseFlow

/// Everyone in a center, simulated: people come, wait and leave; staff sign on, call, serve and record.
///
/// The simulator only proposes. Every step is a command that the engine decides; what it refuses does not happen
/// and is counted. Time, people and chance come from outside: the same seed gives the same records.
package struct Simulator: Sendable {
  package internal(set) var center: Center
  /// What was recorded since the warm-up, the opening first; in a drill, since the team took over.
  package internal(set) var records: [Record] = []
  /// Commands that the engine refused, by rule.
  package internal(set) var refusals: [Rule: Int] = [:]
  /// The simulated wall clock: when things are recorded.
  var clock: Instant
  var agenda = Agenda()

  var expected: Expected
  let roster: Roster
  let alarms: AlarmPlan
  /// What people and staff do.
  var random: Seeded
  /// What officers and judges decide: a stream of its own, that no fact about a person enters.
  var outcomes: Seeded
  /// The roster, bookings, receivers and what goes on beside the flow: a stream of its own.
  var flow: Seeded

  /// When each case was last told to have done something: nothing is said to have happened before it.
  var lastTold: [CaseID: Instant] = [:]
  /// The entries of arrivals on the recorded day, for corrections to name.
  var entries: [PartyID: Int64] = [:]
  /// Clocks already found to be breached.
  var breachesFound: Set<FoundBreach> = []
  /// Desks that stay empty although the plan staffs them.
  var away = [Int](repeating: 0, count: Stage.allCases.count)
  var places = ReceiverPlaces()
  /// Cases about whose custody transfer a supervisor has thought already.
  var transfersConsidered: Set<CaseID> = []
  var duty = SupervisorDuty()
  /// Until when the roster is written, once it has been begun.
  var rosterUntil: Instant?
  /// Officers called away from their duty, to be listed again: by the inject that did it, or by none.
  var calledAway: [Code: [Duty]] = [:]
  /// Whom the team plays, and what injects do; nothing on a synthesized day.
  var drill = DrillPart()

  /// An empty center on the first day of the warm-up.
  init(
    plan: CenterPlan, rules: RuleSet, alarms: AlarmPlan, zone: ZoneOffsets, expected: Expected, from: Instant,
    seed: UInt64
  ) {
    var plan = plan
    plan.zone = zone
    center = Center(plan: plan, rules: rules)
    self.alarms = alarms
    self.expected = expected
    roster = Roster(zone: zone)
    clock = from
    random = Seeded(seed, stream: 2)
    outcomes = Seeded(seed, stream: 3)
    flow = Seeded(seed, stream: 4)
    for index in expected.parties.indices { enter(.arrive(index), at: expected.parties[index].entered) }
    for bus in expected.buses { enter(.announce(people: bus.people, expected: bus.expected), at: bus.announced) }
    for happening in [.staffDesks, .interpreters, .round(.serve), .round(.breaches), .round(.places)] as [Happening] {
      enter(happening, at: from)
    }
    for round in [.supervision, .departures, .care(.meal)] as [Round] { enter(.round(round), at: from + .minutes(7)) }
    // Who is on duty and booked matters from the day before the recorded one.
    let yesterday = from + .days(warmUpDays - 1)
    for round in [.duties, .bookings, .receivers, .stays] as [Round] { enter(.round(round), at: yesterday) }
  }
}

struct FoundBreach: Hashable, Sendable {
  var caseID: CaseID
  var clock: ClockKind
}

extension Simulator {
  /// Who states the opening: this program.
  static let scribe: Code = Code("jpc")

  /// Lets everything happen that happens before `end`, and what happens at it too if that is asked for.
  package mutating func run(until end: Instant, andAtIt isWhole: Bool = false) {
    while let next = agenda.next, next < end || isWhole && next == end {
      enterPaper(before: next)
      guard let (at, happening) = agenda.take() else { break }
      clock = max(clock, at)
      happen(happening)
    }
    enterPaper(before: end)
    clock = end
    duty.board?.advance(to: end)
  }

  /// Ends the warm-up: the people there become an opening state, and the center is from now on exactly what a
  /// reader of the recording has.
  mutating func beginRecording(incidents: [(Incident, at: Instant)]) {
    let opening = center.openingState(exits: false)
    center = Center(plan: center.plan, rules: center.rules)
    records = []
    refusals = [:]
    entries = [:]
    record(.stateAt(opening), Moment(clock, by: Simulator.scribe), seq: 0)
    for (incident, at) in incidents { enter(.incident(incident), at: at) }
    duty.board = AlarmBoard(plan: alarms, center: center)
    enter(.round(.alarms), at: clock + .minutes(1))
  }

  mutating func enter(_ happening: Happening, at: Instant) {
    drill.plan(happening)
    agenda.enter(happening, at: max(at, clock))
  }

  mutating func enter(_ happening: Happening, in span: Span) { enter(happening, at: clock + span) }

  /// Has someone attend to a case later.
  mutating func later(_ id: CaseID, _ task: Task, in span: Span) { enter(.attend(id, task), at: clock + span) }

  /// Asks the engine; what it decides is recorded and applied, what it refuses is counted.
  @discardableResult
  mutating func act(_ command: Command, by: Code, at: Instant? = nil, desk: DeskID? = nil) -> Bool {
    guard let by = drill.cast.actor(of: command, by) else { return false }
    let moment = Moment(at: at ?? clock, recorded: clock, by: by, desk: desk)
    do throws(Refusal) {
      for event in try center.decide(command, moment) { record(event, moment, seq: center.seq + 1) }
      return true
    } catch {
      refusals[error.rule, default: 0] += 1
      return false
    }
  }

  /// States a fact about a case, entered a little after it happened and sometimes much later, never as having
  /// happened before the case's last step.
  @discardableResult
  mutating func state(_ event: Event, of id: CaseID, by: Code, desk: DeskID? = nil, promptly: Bool = false) -> Bool {
    guard let item = center.cases[id] else { return false }
    let happened = promptly ? clock : clock - lag()
    let last = max(item.changedAt, item.arrivedAt, item.preparedAt ?? item.arrivedAt, lastTold[id] ?? item.arrivedAt)
    let at = min(clock, max(happened, last))
    guard act(.state(event), by: by, at: at, desk: desk) else { return false }
    lastTold[id] = at
    return true
  }

  /// How long after a fact it is entered.
  private mutating func lag() -> Span {
    let draw = random.unit()
    if draw < 0.62 { return .zero }
    if draw < 0.90 { return .seconds(random.whole(10...120)) }
    if draw < 0.985 { return random.minutes(2...9) }
    if draw < 0.999 { return random.minutes(10...25) }
    return random.minutes(40...70)
  }

  private mutating func record(_ event: Event, _ moment: Moment, seq: Int64) {
    let record = Record(
      seq: seq, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk, event: event)
    center.apply(record)
    if drill.paper != nil {
      drill.paper?.facts.append(record)
    } else {
      duty.board?.observe(record, center)
      records.append(record)
    }
  }

  private mutating func happen(_ happening: Happening) {
    drill.begin(happening)
    switch happening {
    case .announce(let people, let expected): if !drill.noneCome(at: expected) { announce(people, expected) }
    case .arrive(let index): if comes(index) { arrive(expected.parties[index]) }
    case .staffDesks:
      for desk in center.desks { enter(.staffDesk(desk.id), in: random.minutes(0...6)) }
      enter(.staffDesks, in: .hours(1))
    case .staffDesk(let desk): reconcile(desk)
    case .interpreters: staffInterpreters()
    case .serve(let stage): serve(stage)
    case .begin(let desk, let id): begin(desk, id)
    case .finish(let desk, let id): finish(desk, id)
    case .interrupt(let desk, let id, let reason): interrupt(desk, id, reason)
    case .attend(let id, let task): attend(id, task)
    case .comeBack(let person, let companion): comeBack(person, companion)
    case .leave(let departure): leave(departure)
    case .reach(let departure): reach(departure)
    case .round(let round): go(round)
    case .incident(let incident): befall(incident)
    case .inject(let code, let at): fireWhenDue(code, at)
    case .injectOver(let code): end(code)
    }
  }
}
