import CaseFlow
import Screens

/// A drill on the small center: branch 2 of branch 1 is played, two injects have happened, four are to come.
enum DrillExample {
  static let now = SmallCenter.now
  static let secret = "A power cut nobody may know of"

  /// What the team sees; `phase` says how the drill stands.
  static func team(_ phase: DrillPhase = .played, _ level: GlyphLevel = .unicode) -> BoardModel {
    var model = BoardExample.model(level)
    model.mode = .drill
    if phase == .played { model.live = LiveItem(by: Code("op1")) }
    model.replay?.title = "December surge"
    model.replay?.until = SmallCenter.start + .hours(12)
    var drill = DrillItem(title: "December surge", from: SmallCenter.start, until: SmallCenter.start + .hours(12))
    drill.purpose =
      "To find room for a bus of 120 while two officers are ill and no interpreter comes, and to keep every legal "
      + "clock all the same."
    drill.team = [.supervisor, .officer]
    drill.seats = [SeatItem(name: Code("op1")), SeatItem(name: Code("lund"), isController: true)]
    drill.phase = phase
    drill.branch = phase == .recorded ? 0 : 2
    drill.parent = phase == .recorded ? nil : 1
    drill.nextBranch = 3
    drill.told = [
      ToldItem(at: now - .minutes(50), text: "Dispatch: a bus of 120 in half an hour."),
      ToldItem(at: now - .minutes(2), text: "The Mam interpreter calls: she is ill and cannot come today."),
    ]
    drill.branches = branches.map { branch in
      var branch = branch
      branch.figures = nil
      return branch
    }
    model.drill = drill
    return model
  }

  /// What the controller sees of it.
  static func controller(_ phase: DrillPhase = .played, _ level: GlyphLevel = .unicode) -> BoardModel {
    var model = team(phase, level)
    model.live = nil
    model.drill?.controller = ControllerItem(injects: injects, alarmsToCome: [now + .minutes(25)])
    return measured(model)
  }

  /// The same with what was measured, as the team sees it when it is over.
  static func measured(_ model: BoardModel) -> BoardModel {
    var model = model
    model.drill?.branches = branches
    model.drill?.comparison = comparison
    model.drill?.expected = expected
    model.drill?.score = score
    return model
  }

  static let injects: [DrillInject] = [
    inject("B1", -50, .bus, .fired(now - .minutes(20))) {
      $0.count = 120
      $0.minutes = 30
      $0.tell.text = "Dispatch: a bus of 120 in half an hour."
    },
    inject("L1", -2, .interpreterLeaves, .fired(now - .minutes(2))) {
      $0.language = Code("mam")
      $0.tell.text = "The Mam interpreter calls: she is ill and cannot come today."
    },
    inject("S1", 3, .staffIll) {
      $0.stage = .interview
      $0.count = 2
      $0.tell.text = "Two officers call in sick."
    },
    inject("H1", 30, .illness, .held) {
      $0.finding = .measles
      $0.tell.text = ""
    },
    inject("P1", 95, .powerCut) {
      $0.minutes = 30
      $0.tell.text = secret
    },
    inject("M1", nil, .message) { $0.tell.text = "A reporter stands at the gate and asks for numbers." },
  ]

  static func inject(
    _ code: StaticString, _ minutes: Int?, _ kind: InjectKind, _ state: DrillInject.State = .toCome,
    _ fill: (inout Inject) -> Void
  ) -> DrillInject {
    var what = Inject()
    what.code = Code(code)
    what.at = minutes.map { now + .minutes($0) }
    what.kind = kind
    fill(&what)
    return DrillInject(what, state)
  }

  static let expected: [ExpectedItem] = [
    ExpectedItem(
      code: Code("E1"), title: "Declare a crisis", role: .supervisor, due: now - .minutes(30),
      state: .done(now - .minutes(40))),
    ExpectedItem(
      code: Code("E2"), title: "Order the gym before the bus arrives", role: .supervisor, due: now - .minutes(20),
      state: .late(now - .minutes(5))),
    ExpectedItem(code: Code("E3"), title: "Book a Mam line", role: .officer, due: now + .minutes(13), state: .open),
    ExpectedItem(
      code: Code("E4"), title: "Take the alarm of families over places", role: .supervisor, due: now - .minutes(4),
      state: .missed),
    ExpectedItem(code: Code("E5"), title: "Isolate the family with measles", role: .health),
  ]

  static let branches: [BranchItem] = {
    let until = SmallCenter.start + .hours(12)
    var day = BranchItem(number: 0, until: until)
    day.figures = DrillFigures(wait: .minutes(390), breaches: 7, alarms: 12, released: 31)
    var first = BranchItem(number: 1, parent: 0, at: now - .minutes(150), until: now + .minutes(40))
    first.figures = DrillFigures(wait: .minutes(312), breaches: 5, alarms: 9, released: 40)
    var second = BranchItem(number: 2, parent: 1, at: now - .minutes(65), until: now)
    second.figures = DrillFigures(wait: .minutes(255), breaches: 4, alarms: 8, released: 44)
    return [day, first, second]
  }()

  static let comparison = ComparisonItem(
    sides: [.branch(2), .branch(1), .branch(0), .doingNothing],
    hours: (0..<3).map { hour in
      let figures = (0..<4).map { side -> DrillFigures? in
        if side == 3, hour == 2 { return nil }
        let wait = Span.minutes(120 + 45 * hour + 30 * side)
        return DrillFigures(wait: wait, breaches: hour + side, alarms: side, released: 14 - side)
      }
      return ComparisonHour(from: now - .minutes(150) + .hours(hour), figures: figures)
    })

  static let score: [ScoreItem] = [
    ScoreItem(name: "Expected actions in time", value: "1 of 3", isGap: true),
    ScoreItem(name: "Longest wait, P0", value: "4h15", recorded: "6h30", nothing: "9h40"),
    ScoreItem(name: "Entries refused by a rule", value: "3"),
  ]
}

/// Someone at the keys of a drill.
struct DrillPlayer {
  var model: BoardModel
  var state: ViewState
  var actions: [BoardAction] = []

  init(_ model: BoardModel, _ view: BoardView = .overview, width: Int = 80, height: Int = 24, hasRead: Bool = true) {
    self.model = model
    state = BoardExample.state(view, model, width, height)
    guard hasRead, state.told != nil else { return }
    for _ in model.drill?.told ?? [] {
      state.wasDrawn()
      _ = reduce(.escape, model, &state)
    }
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      actions += reduce(key, model, &state)
      state.wasDrawn()
    }
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
  }

  /// Presses keys and answers only what they asked for.
  mutating func asks(_ keys: Key...) -> [BoardAction] {
    actions = []
    for key in keys { press(key) }
    return actions
  }

  mutating func says(_ line: String) -> [BoardAction] {
    actions = []
    type(":" + line)
    press(.enter)
    return actions
  }

  var message: String { state.message?.text ?? "" }
  var sees: String { screen(model, state, state.size).text }
}
