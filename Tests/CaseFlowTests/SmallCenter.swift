import CaseFlow

/// A small invented center for tests: a few desks of every stage and an area of every kind.
enum SmallCenter {
  static let plan: CenterPlan = {
    var plan = CenterPlan()
    plan.name = "Test Center"
    plan.code = Code("TST")
    plan.timezone = "America/Phoenix"
    plan.rules = Code("us-2023")
    for (code, kind, places) in [
      ("men", PlaceKind.singleMen, 12), ("women", .singleWomen, 8), ("families", .families, 20),
      ("children", .children, 6), ("isolation", .isolation, 6),
    ] {
      var area = AreaPlan()
      area.code = Code(code) ?? .none
      area.name = code
      area.kind = kind
      area.capacity.physical = places
      area.capacity.safe = places
      area.capacity.staffed = places
      plan.areas.append(area)
    }
    for stage in Stage.allCases {
      var desks = StagePlan()
      desks.stage = stage
      desks.desks = 3
      desks.service.meanMinutes = 20
      plan.stages.append(desks)
    }
    for (code, spoken, interpreters) in [("spa", true, 0), ("mam", false, 1), ("por", false, 2)] {
      var language = LanguagePlan()
      language.code = Code(code) ?? .none
      language.name = code
      language.spokenByStaff = spoken
      language.interpreters = interpreters
      plan.languages.append(language)
    }
    for code in ["casa", "sister"] {
      var receiver = ReceiverPlan()
      receiver.code = Code(code) ?? .none
      receiver.name = code
      receiver.places = 50
      plan.receivers.append(receiver)
    }
    return plan
  }()

  /// Noon of 16 March 2024 in Phoenix.
  static let noon = Instant(milliseconds: 1_710_615_600_000)
}

/// A center that lives: commands go in, records come out, time passes when told.
struct Live {
  var center: Center
  var records: [Record] = []
  var now = SmallCenter.noon
  var by: Code = Code("op1")

  init(rules: RuleSet = .us2023) { center = Center(plan: SmallCenter.plan, rules: rules) }

  /// Does a command now, or at an earlier time that is entered late.
  @discardableResult
  mutating func run(_ command: Command, at: Instant? = nil, by: Code? = nil) throws(Refusal) -> [Event] {
    // A judge decides reviews, unless the test says who.
    var actor = by ?? self.by
    if by == nil, case .state(.reviewDecided) = command { actor = Code("judge1") }
    let events = try center.decide(command, Moment(at: at ?? now, recorded: now, by: actor))
    for event in events {
      let record = Record(seq: center.seq + 1, at: at ?? now, recorded: now, by: actor, event: event)
      center.apply(record)
      records.append(record)
    }
    return events
  }

  /// The rule that refuses a command, or nil when it is done.
  mutating func refusal(_ command: Command, at: Instant? = nil, by: Code? = nil) -> Rule? {
    do {
      try run(command, at: at, by: by)
      return nil
    } catch {
      return error.rule
    }
  }

  mutating func pass(_ span: Span) { now = now + span }

  /// A center rebuilt from the records alone, asking every guard on the way.
  func replayed() throws(Refusal) -> Center {
    var copy = Center(plan: center.plan, rules: center.rules)
    for record in records {
      if let refusal = copy.objection(to: record) { throw refusal }
      copy.apply(record)
    }
    return copy
  }
}

/// A small generator with a seed (SplitMix64, Steele and others 2014), so that a failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
