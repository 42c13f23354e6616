import CaseFlow

extension AlarmPlan {
  /// What stands for the parts that a center file leaves out: the blueprint's crisis rule, a threshold for everything the
  /// board shows that somebody must act on, and action cards that make room, hands and voices. None of them
  /// slows down or turns away anyone.
  package static let shipped: AlarmPlan = {
    var plan = AlarmPlan()
    plan.thresholds = places + waits + flows + clocks + families
    for index in plan.thresholds.indices {
      plan.thresholds[index].effectOf = causes[plan.thresholds[index].name] ?? []
    }
    plan.plan.cards = cards
    return plan
  }()

  /// What brings what about: places fill and lines grow because more come than are processed, and clocks run out
  /// because lines are long. Nothing of it is kept silent: in a flood it is folded under what came first.
  private static let causes: [String: [String]] = {
    var causes: [String: [String]] = [:]
    for threshold in places + waits { causes[threshold.name] = ["Arrivals over processing"] }
    causes["People without a place"]? += ["Center over places", "Families over places"]
    causes["Interview wait"]? += ["No interpreter"]
    causes["Interviews wait long"]? += ["No interpreter"]
    causes["Custody breaches ahead"] = ["Interview wait", "Interviews wait long", "No interpreter"]
    causes["Custody ends within 4 hours"] = ["Custody breaches ahead"]
    causes["More stay than leave"] = ["Releases without a receiver", "Case management wait"]
    return causes
  }()

  static let leadRole: Code = Code("shift-lead")
  static let healthRole: Code = Code("health-lead")
  static let asylumRole: Code = Code("asylum-lead")
  static let childrenRole: Code = Code("child-welfare")
  static let releaseRole: Code = Code("release-desk")

  private static func threshold(
    _ name: String, _ measure: Measure, _ owner: Code, act: Int, keys: String, _ consequence: String,
    _ levels: [ThresholdLevel]
  ) -> Threshold {
    var threshold = Threshold()
    threshold.name = name
    threshold.measure = measure
    threshold.levels = levels
    threshold.owner = owner
    threshold.consequence = consequence
    threshold.actMinutes = act
    threshold.firstKeys = keys
    return threshold
  }

  /// The occupancy levels: on after a quarter of an hour, so that a bus being placed raises nothing.
  private static let full = [
    ThresholdLevel(.watch, raise: 85, clear: 75, onDelay: .minutes(15), offDelay: .minutes(30)),
    ThresholdLevel(.strained, raise: 95, clear: 85, onDelay: .minutes(15), offDelay: .minutes(30)),
    ThresholdLevel(.crisis, raise: 100, clear: 90, onDelay: .minutes(15), offDelay: .minutes(30)),
  ]

  private static let places = [
    threshold(
      "Families over places", .places(.families), leadRole, act: 30, keys: "7",
      "Families sleep without a place, and the next bus has nowhere to go.", full),
    threshold(
      "Men over places", .places(.singleMen), leadRole, act: 30, keys: "7",
      "Men sleep without a place.", full),
    threshold(
      "Women over places", .places(.singleWomen), leadRole, act: 30, keys: "7",
      "Women sleep without a place.", full),
    threshold(
      "Children over places", .places(.children), childrenRole, act: 15, keys: "7",
      "A child alone has no safe place tonight.", full),
    threshold(
      "Isolation over places", .places(.isolation), healthRole, act: 30, keys: "7",
      "The next infectious family cannot be kept apart.", full),
    threshold(
      "Center over places", .plain(.centerOccupancy), leadRole, act: 60, keys: "7",
      "The center holds more people than it has places for.", full),
    threshold(
      "People without a place", .plain(.unplaced), leadRole, act: 15, keys: "7",
      "Someone has been received and has nowhere to be.",
      [
        ThresholdLevel(.strained, raise: 1, clear: 0, onDelay: .minutes(10), offDelay: .minutes(5)),
        ThresholdLevel(.crisis, raise: 20, clear: 10, onDelay: .minutes(30), offDelay: .minutes(15)),
      ]),
  ]

  private static func wait(_ watch: Int, _ strained: Int, _ crisis: Int) -> [ThresholdLevel] {
    [
      ThresholdLevel(.watch, raise: watch, clear: watch * 3 / 4, offDelay: .minutes(15)),
      ThresholdLevel(.strained, raise: strained, clear: strained * 3 / 4, offDelay: .minutes(15)),
      ThresholdLevel(.crisis, raise: crisis, clear: crisis * 3 / 4, offDelay: .minutes(15)),
    ]
  }

  private static let waits = [
    threshold(
      "Reception wait", .oldestWait(.reception), leadRole, act: 30, keys: "2",
      "People who have just arrived stand in line without food, water or a name.", wait(120, 240, 480)),
    threshold(
      "Health wait", .oldestWait(.health), healthRole, act: 30, keys: "2",
      "Someone ill stays unseen among others.", wait(240, 480, 720)),
    threshold(
      "Interview wait", .oldestWait(.interview), asylumRole, act: 120, keys: "2",
      "Custody clocks run out before the interview.", wait(720, 1_440, 2_160)),
    threshold(
      "Interviews wait long", .p90Wait(.interview), asylumRole, act: 240, keys: "2",
      "Not one case but a tenth of them wait too long: the interviews do not keep up.",
      [
        ThresholdLevel(.watch, raise: 600, clear: 480, offDelay: .minutes(30), minimumCount: 10),
        ThresholdLevel(.strained, raise: 1_200, clear: 900, offDelay: .minutes(30), minimumCount: 10),
      ]),
    threshold(
      "No interpreter", .plain(.interpreterShortage), asylumRole, act: 60, keys: "2",
      "People wait for an interview that nobody here can hold in their language.",
      [
        ThresholdLevel(.watch, raise: 1, clear: 0, onDelay: .minutes(15), offDelay: .minutes(15)),
        ThresholdLevel(.strained, raise: 10, clear: 5, onDelay: .minutes(30), offDelay: .minutes(15)),
      ]),
    threshold(
      "Case management wait", .oldestWait(.caseManagement), releaseRole, act: 60, keys: "2",
      "People who could leave fill the places of those who come.", wait(240, 480, 720)),
  ]

  private static let flows = [
    threshold(
      "Arrivals over processing", .arrivalsOverProcessed(minutes: 60), leadRole, act: 60, keys: "6",
      "At this pace the places run out.",
      [
        ThresholdLevel(.watch, raise: 30, clear: 10, onDelay: .minutes(15), offDelay: .minutes(30)),
        ThresholdLevel(.strained, raise: 60, clear: 30, onDelay: .minutes(15), offDelay: .minutes(30)),
      ]),
    threshold(
      "More stay than leave", .plain(.stockHours), leadRole, act: 240, keys: "6",
      "At the pace of the last day the center takes days to empty, while others come.",
      // A day must have been seen before its pace means anything.
      [
        ThresholdLevel(
          .watch, raise: 72, clear: 60, onDelay: .hours(24), offDelay: .hours(2), minimumCount: 50),
        ThresholdLevel(
          .strained, raise: 120, clear: 96, onDelay: .hours(24), offDelay: .hours(2), minimumCount: 50),
      ]),
    threshold(
      "Releases without a receiver", .plain(.releasesWithoutReceiver), releaseRole, act: 60, keys: "8",
      "People who are free to leave stay another night.",
      [
        ThresholdLevel(.watch, raise: 20, clear: 10, onDelay: .minutes(60), offDelay: .minutes(15)),
        ThresholdLevel(.strained, raise: 60, clear: 40, onDelay: .minutes(60), offDelay: .minutes(15)),
      ]),
  ]

  private static func near(_ level: AlarmLevel) -> [ThresholdLevel] { [ThresholdLevel(level, raise: 1, clear: 0)] }

  private static let clocks = [
    threshold(
      "Custody ends within 4 hours", .clocksNear(.custody, minutes: 240), leadRole, act: 60, keys: "0",
      "Someone is held longer than the rules allow.", near(.watch)),
    threshold(
      "Custody breaches ahead", .predictedBreaches(.custody, minutes: 720), leadRole, act: 120, keys: "0",
      "More cases reach the limit of their custody within twelve hours than leave in that time.",
      [
        ThresholdLevel(.watch, raise: 1, clear: 0, onDelay: .minutes(15), offDelay: .minutes(30)),
        ThresholdLevel(.strained, raise: 20, clear: 10, onDelay: .minutes(15), offDelay: .minutes(30)),
      ]),
    threshold(
      "Custody over its limit", .clocksNear(.custody, minutes: 0), leadRole, act: 30, keys: "0",
      "Someone is being held longer than the rules allow.", near(.strained)),
    threshold(
      "ORR notice due within 8 hours", .clocksNear(.notifyORR, minutes: 480), childrenRole, act: 30, keys: "0",
      "ORR learns of a child alone later than the law says.", near(.strained)),
    threshold(
      "ORR transfer due within 12 hours", .clocksNear(.transferORR, minutes: 720), childrenRole, act: 60, keys: "0",
      "A child alone stays longer than the law allows.", near(.strained)),
    threshold(
      "Child's health interview due", .clocksNear(.healthInterview, minutes: 60), healthRole, act: 30, keys: "0",
      "A child who may be ill is seen too late.", near(.watch)),
    threshold(
      "Review due within 24 hours", .clocksNear(.review, minutes: 1_440), asylumRole, act: 240, keys: "0",
      "A review of a negative decision runs over its limit.", near(.watch)),
  ]

  private static let families = [
    threshold(
      "Open separations", .plain(.openSeparations), childrenRole, act: 60, keys: "0",
      "A family stays apart longer than it must.", near(.watch)),
    threshold(
      "Child with unrelated adults", .plain(.coPlacements), childrenRole, act: 5, keys: "7",
      "A child alone is at risk right now.", near(.crisis)),
    threshold(
      "Linked illness", .plain(.linkedIllness), healthRole, act: 60, keys: "2",
      "An illness passes from family to family while they share rooms.",
      [ThresholdLevel(.strained, raise: 2, clear: 1)]),
  ]
}
