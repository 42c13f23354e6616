import CaseFlow
import Drill
import Journal

/// A drill as it is played: its session, the memory that the team's entries go to, and the files it leaves.
///
/// Whatever the team does is decided by `LiveCenter`, as in a center at work, on the state that the session shows; then
/// everyone simulated takes it up. What cannot be written to a file does not stop the drill; `files.fault` says so until
/// it is.
struct PlayedDrill {
  let beginning: DrillBeginning
  private(set) var session: DrillSession
  /// The journal of each branch, the recorded day's first.
  private var journals: [MemoryJournal]
  private(set) var files: BranchFiles
  /// Keys that nobody has counted in the journal yet, by who pressed them.
  private var keys: [Code: Int] = [:]
  private var ids = CommandIDs()
  /// What comes of doing nothing beside each branch, as far as it was played.
  var nothings: [Int: DoingNothing] = [:]
  /// Whether it ended in a real emergency: nothing keeps anyone any more.
  private(set) var wasEmergency = false

  init(_ beginning: DrillBeginning, folder: DrillFolder?) {
    self.beginning = beginning
    files = BranchFiles(folder: folder)
    session = DrillSession(scenario: beginning.scenario, day: beginning.day)
    var header = beginning.header
    header.drill = session.origin(of: 0)
    journals = [MemoryJournal(header: header, records: beginning.day.records)]
    journals[0].end = session.center.seq
  }
}

extension PlayedDrill {
  var scenario: Scenario { beginning.scenario }
  var zone: ZoneOffsets { beginning.zone }
  var now: Instant { session.now }
  var branch: DrillBranch { session.branches[session.current] }

  /// The center as of now, for one look or one act: what lies ahead of the instant shown is not there.
  func live() throws(Failure) -> LiveCenter {
    let journal = journals[session.current]
    let now = session.now
    return try storing { () throws(StoreError) in
      let last = try journal.store.records(session.center.seq - 1, 1).last
      return try LiveCenter(
        center: session.center, alarms: session.alarms, lastAuthor: last?.by ?? .none, store: journal.store,
        vault: journal.vault, clock: { now })
    }
  }
}

// Time.
extension PlayedDrill {
  /// Lets time go on: on the recorded day and within what was played it only shows it, else everyone simulated acts.
  mutating func advance(to target: Instant) throws(Failure) {
    while session.isPlayed, session.now < target {
      let stop = min(target, nextCount)
      let counts = stop == nextCount
      add(session.advance(to: stop))
      if counts { try countKeys() }
    }
    if !session.isPlayed { seek(to: max(target, session.now)) }
  }

  /// Keys are counted at these instants at least, whatever the steps in which time is let go on: at every quarter of an
  /// hour, and just before the scenario ends.
  private var nextCount: Instant {
    let quarter = DayIndex.quarter.milliseconds
    let next = Instant(milliseconds: (session.now.milliseconds / quarter + 1) * quarter)
    let last = scenario.until - .seconds(1)
    return session.now < last ? min(next, last) : next
  }

  /// Shows an instant of the branch shown.
  mutating func seek(to instant: Instant) {
    session.seek(to: instant)
    look()
  }

  /// Shows another branch.
  mutating func show(branch: Int) {
    session.show(branch: branch)
    look()
  }

  private func look() { journals[session.current].end = session.center.seq }
}

// The team.
extension PlayedDrill {
  /// The team takes over at the instant shown; false where it cannot, as in the dark or after the end.
  mutating func takeOver(by: Code) throws(Failure) -> Bool {
    try countKeys()
    let parent = journals[session.current]
    let seq = session.center.seq
    let made = session.takeOver(by: by)
    guard !made.isEmpty else { return false }
    journals.append(parent.branch(after: seq))
    journals[session.current].take(made)
    begin(session.current)
    return true
  }

  /// Records an act of the team, and has everyone simulated take it up.
  mutating func perform(_ act: Act, by: Code) throws(ActError) -> Entered {
    var live: LiveCenter
    do throws(Failure) { live = try self.live() } catch { throw .store(.unusable(error.sentence)) }
    let entered = try live.perform(act, id: ids.next(), by: by)
    took(entered.records)
    return entered
  }

  /// What the team recorded in the journal of the branch shown, through `live()`.
  mutating func took(_ records: [Record]) {
    session.take(records)
    write(records)
  }

  /// A command of the team was refused.
  mutating func refused(_ refusal: Refusal, of caseID: CaseID?, by: Code) throws(Failure) {
    var event = CommandRefused()
    event.rule = refusal.rule
    event.caseID = caseID
    try note(.commandRefused(event), by: by)
  }

  /// Somebody of the team pressed a key.
  mutating func pressed(by: Code) {
    if session.isPlayed { keys[by, default: 0] += 1 }
  }

  /// Counts the keys pressed since the last count in the journal: of one person, or of all.
  mutating func countKeys(of person: Code? = nil) throws(Failure) {
    guard session.isPlayed else { return }
    for (by, count) in keys.sorted(by: { $0.key < $1.key }) where person == nil || by == person {
      var event = KeysCounted()
      event.keys = count
      keys[by] = nil
      try note(.keysCounted(event), by: by)
    }
  }

  private mutating func note(_ event: Event, by: Code) throws(Failure) {
    do throws(ActError) { _ = try perform(Act(.state(event)), by: by) } catch { throw Failure(error) }
  }
}

// The controller.
extension PlayedDrill {
  /// Fires an inject; one that fits nobody waits from now on.
  mutating func fire(_ code: Code, by: Code) { add(session.fire(code, by: by)) }

  mutating func hold(_ code: Code, _ held: Bool, by: Code) { add(session.hold(code, held, by: by)) }

  /// Changes an inject to come, or adds one: in the branch that is played, whose recording's header then says so; else
  /// for the branch that begins next.
  mutating func change(_ inject: Inject) {
    session.change(inject)
    if session.isPlayed { begin(session.current) }
  }

  /// Ends the drill in the branch shown, at the end of what was played in it, with everything written.
  mutating func end(_ end: DrillEnd, by: Code) throws(Failure) {
    if end == .emergency { wasEmergency = true }
    // Whatever is looked at, what ends is the play.
    if session.current == 0 || branch.isOver, let played = session.branches.last(where: { $0.number > 0 && !$0.isOver })
    {
      show(branch: played.number)
    }
    if !session.isPlayed, session.current > 0 { seek(to: branch.head) }
    try countKeys()
    add(session.end(end, by: by))
    finish()
  }
}

// Who sits at it.
extension PlayedDrill {
  /// Somebody controls the drill from now on, or not any more; where nobody plays there is nothing to record it in.
  mutating func controls(_ by: Code, _ taken: Bool) throws(Failure) {
    guard session.isPlayed else { return }
    var event = ControlTaken()
    event.taken = taken
    try note(.controlTaken(event), by: by)
  }

  /// The first terminal is left: what is being played ends, and everything is written.
  mutating func leave(by: Code) throws(Failure) {
    let played = [branch, session.branches.last].compactMap(\.self)
    if played.contains(where: { $0.number > 0 && !$0.isOver }) { return try end(.left, by: by) }
    try countKeys()
  }
}

// Files.
extension PlayedDrill {
  /// Takes what the session recorded by itself.
  private mutating func add(_ records: [Record]) {
    guard !records.isEmpty else { return }
    journals[session.current].take(records)
    write(records)
  }

  private mutating func write(_ records: [Record]) { files.append(records, to: session.current) }

  /// Writes the recording of a branch as it is now, to go on with.
  private mutating func begin(_ branch: Int) {
    files.begin(branch, beginning.header(of: session.origin(of: branch)), session.records(of: branch))
  }

  /// Writes what could not be written before, and makes all of it durable.
  mutating func finish() { files.finish() }
}
