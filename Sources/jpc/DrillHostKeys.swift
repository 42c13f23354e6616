import CaseFlow
import Drill
import Journal
import Screens

// Keys.
extension DrillHost {
  /// Does what one key of a seat means, at a time of the machine.
  mutating func press(_ key: Key, seat index: Int, at nanoseconds: UInt64) throws(Failure) -> [Effect] {
    looked = nanoseconds
    drill.pressed(by: seats[index].board.by)
    var effects: [Effect] = []
    for action in reduce(key, seats[index].board.model, &seats[index].board.state) {
      guard try perform(action, index, at: nanoseconds, &effects) else { break }
    }
    askWhoDecides()
    if seats[index].board.state.view != seats[index].board.maker.shown {
      try refresh()
    }
    return effects
  }

  /// Carries out what a key asked for; false when it was refused, and nothing that follows from it is to be done.
  private mutating func perform(
    _ action: BoardAction, _ index: Int, at time: UInt64, _ effects: inout [Effect]
  ) throws(Failure) -> Bool {
    let by = seats[index].board.by
    if let event = action.answer(by: by) {
      return try enter(index) { (board, live) throws(EntryFault) in try board.record(event, &live) }
    }
    switch action {
    case .quit: effects.append(.leave)
    case .suspend: effects.append(.suspend)
    case .redraw: effects.append(.redraw)
    case .bell: effects.append(.ring)
    case .enter(let entry):
      return try enter(index) { (board, live) throws(EntryFault) in try board.enter(entry, &live) }
    case .keyAgain(let id): seats[index].board.keyAgain(id, try drill.live())
    case .emergency:
      try drill.end(.emergency, by: by)
      effects.append(.emergency)
    case .control(let isController): try control(isController, index)
    case .letControl(let name, let may): try letControl(name, may, by: by)
    default: return try direct(action, index, at: time)
    }
    return true
  }

  /// Moves in time, or changes what is to come.
  private mutating func direct(_ action: BoardAction, _ index: Int, at time: UInt64) throws(Failure) -> Bool {
    let by = seats[index].board.by
    switch action {
    case .pause: if clock.isPaused { clock.resume(at: time) } else { clock.pause(at: time) }
    case .faster: clock.faster(at: time)
    case .slower: clock.slower(at: time)
    case .seek(let span):
      return try moved(index, at: time) { (host) throws(Failure) in try host.seek(to: host.drill.now + span, at: time) }
    case .seekTo(let instant):
      return try moved(index, at: time) { (host) throws(Failure) in try host.seek(to: instant, at: time) }
    case .step(let direction):
      return try moved(index, at: time) { (host) throws(Failure) in try host.step(direction, at: time) }
    case .nextAlarm:
      return try moved(index, at: time) { (host) throws(Failure) in
        let found = try host.nextAlarm(for: index, at: time)
        host.seats[index].board.state.say(found ? Wording.pausedAtAlarm : Wording.noNextAlarm, at: host.drill.now)
      }
    case .showBranch(let number):
      return try moved(index, at: time) { (host) throws(Failure) in
        try host.move(at: time) { $0.show(branch: number) }
      }
    case .takeOver: return try takeOver(by, at: time)
    case .fire(let code):
      drill.fire(code, by: by)
      if let waiting = drill.session.injects.first(where: { $0.inject.code == code && !$0.isFired })?.inject {
        seats[index].board.state.say(Wording.injectWaits(waiting), at: drill.now)
      }
    case .holdInject(let code, let held): drill.hold(code, held, by: by)
    case .changeInject(let change): drill.change(change)
    case .endDrill:
      try drill.end(.controller, by: by)
      try halt(at: time)
    default: break
    }
    try refresh()
    return true
  }

  private mutating func moved(
    _ index: Int, at time: UInt64, _ move: (inout DrillHost) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    if let objection = objection(toMovingBy: index) {
      seats[index].board.state.say(objection, at: drill.now, isRefusal: true)
      return false
    }
    try move(&self)
    try hideWhatIsToCome(from: index, at: time)
    try refresh()
    return true
  }

  /// The team takes over at the instant shown, in a branch of its own.
  private mutating func takeOver(_ by: Code, at time: UInt64) throws(Failure) -> Bool {
    show.forget(drill.session.current)
    guard try drill.takeOver(by: by) else { return false }
    for seat in seats where seat.isController { try drill.controls(seat.board.by, true) }
    clock.set(drill.now, at: time)
    for index in seats.indices { seats[index].board.maker.forget() }
    try refresh()
    return true
  }

  /// Has a seat enter something; what it recorded is taken up by everyone, what was refused is counted.
  private mutating func enter(
    _ index: Int, _ body: (inout BoardSeat, inout LiveCenter) throws(EntryFault) -> [Record]
  ) throws(Failure) -> Bool {
    guard drill.session.isPlayed else { return false }
    let by = seats[index].board.by
    var live = try drill.live()
    var fault: EntryFault?
    do throws(EntryFault) {
      drill.took(try body(&seats[index].board, &live))
    } catch {
      fault = error
    }
    if case .refused(let refusal, let caseID)? = fault { try drill.refused(refusal, of: caseID, by: by) }
    try drill.countKeys(of: by)
    try refresh()
    return fault == nil
  }
}
