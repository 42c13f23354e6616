import Alarms
import CaseFlow
import Drill
import Glibc
import Journal
import Screens

/// One who sits at a drill, at its own terminal or at another.
struct DrillSeat {
  var board: BoardSeat
  /// Whether they control the drill, and so see what is still to come.
  var isController: Bool
}

/// A drill with those who sit at it: what their keys do, and what time does. It knows no terminal.
struct DrillHost {
  var drill: PlayedDrill
  var clock: PlaybackClock
  var seats: [DrillSeat] = []
  var show = DrillShow()
  /// When a key was pressed or time passed last, on the machine's clock.
  var looked: UInt64 = 0
  /// Who asked to control the drill, and whose question nobody has seen yet.
  private var asking: [Code] = []
  /// The branches whose score everybody was shown as they ended.
  private var scored: Set<Int> = []
  /// The latest instant that time itself has come to: what lies after it is known to the controller alone.
  private var seen: Instant

  /// What a key asks of the terminal on which it was pressed.
  enum Effect {
    case leave, suspend, redraw, ring
    /// A real emergency: the drill has ended, everything is written.
    case emergency
  }

  init(_ drill: PlayedDrill, clock: PlaybackClock) {
    self.drill = drill
    self.clock = clock
    seen = drill.now
  }

  /// Seats somebody, and shows them the drill. Whoever opens it controls it if they say so; who joins is to ask.
  mutating func seat(
    _ by: Code, view: BoardView, glyphs: Glyphs, size: Size, isController: Bool
  ) throws(Failure) {
    let live = try drill.live()
    let board = BoardSeat(
      LiveModelMaker(by: by, glyphs: glyphs), ViewState(view: view, size: size), at: live)
    let isFirst = seats.isEmpty
    seats.append(DrillSeat(board: board, isController: isController && isFirst))
    try refresh()
    if isController, !isFirst { try control(true, seats.count - 1) }
  }

  /// Shows everybody the drill as it is now.
  mutating func refresh() throws(Failure) {
    if isMeasured { show.measure(drill, at: looked) }
    var live = try drill.live()
    let sitting = seats.map { SeatItem(name: $0.board.by, isController: $0.isController) }
    for index in seats.indices {
      var shown = show.shown(drill, clock, isController: seats[index].isController)
      shown.item.seats = sitting
      shown.item.isFirst = index == 0
      if index == 0 { shown.fault = drill.files.fault }
      seats[index].board.maker.drill = shown
      seats[index].board.release()
      seats[index].board.refresh(&live)
    }
    askWhoDecides()
  }

  /// Whether anybody looks at what the drill came to.
  private var isMeasured: Bool {
    seats.contains { $0.board.state.view == .drill && ($0.isController || drill.isEnded) }
  }

  /// When `tick` is to measure what somebody went back to, even if time stands still; nil where nothing is.
  var measureDue: UInt64? { isMeasured ? show.measureDue : nil }
}

// Time.
extension DrillHost {
  /// Lets time go on to what the clock shows at a time of the machine. It stops where the drill ends, and at the end of
  /// what was played when somebody had gone back: there the team goes on by itself.
  mutating func tick(at nanoseconds: UInt64) throws(Failure) {
    looked = nanoseconds
    if let due = measureDue, due <= nanoseconds { try refresh() }
    guard !clock.isPaused else { return }
    // Where somebody is asked whether a branch is to begin, it begins where they were asked.
    guard !seats.contains(where: { $0.board.state.prompt?.kind == .choose(.beginBranch) }) else {
      return clock.set(drill.now, at: nanoseconds)
    }
    let target = min(clock.instant(at: nanoseconds), drill.scenario.until)
    let stop = drill.session.isPlayed ? target : min(target, drill.branch.head)
    try drill.advance(to: stop)
    drill.growNothing(by: DrillHost.nothingStep)
    seen = max(seen, drill.now)
    if drill.now >= drill.scenario.until || stop < target || drill.isEnded { try halt(at: nanoseconds) }
    try refresh()
  }

  /// The program was stopped: the drill goes on where it stood.
  mutating func resync(at nanoseconds: UInt64) {
    if !clock.isPaused { clock.set(drill.now, at: nanoseconds) }
  }

  /// The first terminal is left, and so the drill is over: what was not counted yet is, and everything is durable.
  mutating func close() throws(Failure) {
    try drill.leave(by: seats[0].board.by)
    drill.finish()
  }

  /// So much of doing nothing is played in a frame at most: more than passes in one at the fastest speed.
  private static let nothingStep = Span.minutes(15)

  mutating func halt(at nanoseconds: UInt64) throws(Failure) {
    clock.set(drill.now, at: nanoseconds)
    clock.pause(at: nanoseconds)
    guard drill.isEnded else { return }
    drill.finish()
    drill.growNothing(by: drill.scenario.until - drill.scenario.from)
    for index in seats.indices { seats[index].board.state.say(Wording.drillEndedNow, at: drill.now) }
    guard scored.insert(drill.session.current).inserted else { return }
    // The end is the score: for it alone somebody waits.
    show.measure(drill, at: nanoseconds, isWhole: true)
    for index in seats.indices { seats[index].board.state.goToScore(seats[index].board.model) }
    try refresh()
    for index in seats.indices { seats[index].board.state.beginDrillView(seats[index].board.model) }
  }

  /// Shows another instant or another branch to everybody, and forgets what came after it.
  mutating func move(at nanoseconds: UInt64, _ move: (inout PlayedDrill) -> Void) throws(Failure) {
    try drill.countKeys()
    move(&drill)
    clock.set(drill.now, at: nanoseconds)
    for index in seats.indices {
      seats[index].board.maker.forget()
      seats[index].board.state.forgetMessages(after: drill.now)
    }
    try refresh()
  }

  mutating func seek(to instant: Instant, at nanoseconds: UInt64) throws(Failure) {
    let target = min(max(instant, drill.scenario.from), drill.scenario.until)
    if drill.session.isPlayed, target > drill.now { return }
    try move(at: nanoseconds) { $0.seek(to: target) }
  }

  /// Why somebody may not move everyone to another instant or branch, or nil: where a controller sits, they lead.
  func objection(toMovingBy index: Int) -> String? {
    let isLed = seats.contains(where: \.isController) && !seats[index].isController
    return isLed ? Wording.controllerMoves : nil
  }

  /// Takes everyone back to what time has come to, where one who does not control the drill went further.
  mutating func hideWhatIsToCome(from index: Int, at nanoseconds: UInt64) throws(Failure) {
    guard !seats[index].isController, drill.now > seen else { return }
    try seek(to: seen, at: nanoseconds)
    seats[index].board.state.say(Wording.staysHidden, at: drill.now)
  }

  /// Goes to the last instant before this one at which something was recorded, or to the next after it.
  mutating func step(_ direction: Int, at nanoseconds: UInt64) throws(Failure) {
    clock.pause(at: nanoseconds)
    let (now, position) = (drill.now, drill.session.position)
    let records = drill.session.records(of: drill.session.current)
    if direction > 0 {
      try seek(to: position < records.count ? records[position].recorded : drill.branch.head, at: nanoseconds)
    } else if let before = records[..<position].last(where: { $0.recorded < now }) {
      try seek(to: before.recorded, at: nanoseconds)
    }
  }

  /// Goes to the next alarm of what is recorded already; answers whether there is one. Who does not control the drill
  /// looks no further than time has come to: also that no alarm follows is still to come.
  mutating func nextAlarm(for index: Int, at nanoseconds: UInt64) throws(Failure) -> Bool {
    let from = drill.now
    let end = min(drill.branch.head, seats[index].isController ? drill.scenario.until : seen)
    guard !drill.session.isPlayed else { return false }
    var ahead = drill.session
    while ahead.now < end {
      ahead.seek(to: min(ahead.now + .minutes(1), end))
      guard let next = ahead.alarms.nextAlarm(after: from) else { continue }
      clock.pause(at: nanoseconds)
      try seek(to: next, at: nanoseconds)
      return true
    }
    return false
  }
}

// Who controls the drill, and so sees what is to come.
extension DrillHost {
  /// Somebody wants to control the drill, or not any more. At the first terminal whoever sits there may, unless another
  /// does; everyone else asks that one, or who sits at the first.
  mutating func control(_ wants: Bool, _ index: Int) throws(Failure) {
    let decides = decider(about: index)
    guard wants, decides != index else { return try seat(index, controls: wants) }
    let by = seats[index].board.by
    if !asking.contains(by) { asking.append(by) }
    seats[index].board.state.say(Wording.askedForControl(seats[decides].board.by), at: drill.now)
    askWhoDecides()
  }

  /// Whoever joined leaves: their keys are counted, and who controlled the drill does so no more.
  mutating func leave(_ index: Int) throws(Failure) {
    let seat = seats.remove(at: index)
    try drill.countKeys(of: seat.board.by)
    if seat.isController { try drill.controls(seat.board.by, false) }
  }

  private func decider(about index: Int) -> Int {
    seats.indices.first { $0 != index && seats[$0].isController } ?? 0
  }

  /// Puts the question of whoever asked first before the one who decides, as soon as it disturbs nothing.
  mutating func askWhoDecides() {
    guard let name = asking.first else { return }
    guard let index = seats.firstIndex(where: { $0.board.by == name }) else { return asking.removeAll { $0 == name } }
    let decides = decider(about: index)
    guard decides != index, seats[decides].board.state.askForControl(name, seats[decides].board.model) else { return }
    asking.removeFirst()
  }

  /// The one who decides has decided.
  mutating func letControl(_ name: Code, _ may: Bool, by: Code) throws(Failure) {
    guard let index = seats.firstIndex(where: { $0.board.by == name }) else { return }
    if may { return try seat(index, controls: true) }
    seats[index].board.state.say(Wording.mayNotControl(by), at: drill.now, isRefusal: true)
  }

  private mutating func seat(_ index: Int, controls: Bool) throws(Failure) {
    seats[index].isController = controls
    try drill.controls(seats[index].board.by, controls)
    try refresh()
    seats[index].board.state.beginDrillView(seats[index].board.model)
    seats[index].board.state.say(controls ? Wording.controlsNow : Wording.teamsAgain, at: drill.now)
  }
}
