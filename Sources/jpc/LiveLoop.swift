import Alarms
import CaseFlow
import Glibc
import Journal
import Screens
import Terminal

/// The board of a center at work: one thread that waits for keys, for what others record, and for time.
struct LiveLoop {
  /// What the command line asked for.
  struct Request {
    var folder: String
    var view: BoardView
    var by: Code
    var clock: () -> Instant
    /// The clock, where it goes; a fixed one wakes nobody.
    private(set) var steady: SteadyClock?
    /// Whether the screen hangs on a wall.
    var isWall = false

    /// Goes by the machine's clock, as long as it goes as time passes.
    mutating func goesSteadily() {
      let steady = SteadyClock(machine: MachineClock.now, passed: MachineClock.passed)
      clock = steady.now
      self.steady = steady
    }
  }

  /// How often a board makes sure that its journal is still there: one look at a file, no more.
  private static let lookNanoseconds: UInt64 = 3_000_000_000
  /// How long the journal is left alone after it was read: others may write hundreds of times a second, and keys go
  /// before their news.
  private static let restNanoseconds: UInt64 = 50_000_000
  /// How soon the journal is looked at again that others held.
  private static let againNanoseconds: UInt64 = 5_000_000
  /// How long the screen stands still while others hold the journal.
  private static let patienceNanoseconds: UInt64 = 250_000_000

  /// An entry that was asked and of which nobody knows yet that the journal took it; asked again, it keeps its id, so
  /// that it is never there twice.
  private struct Unsaved {
    var entry: Entry
    var id: String
  }

  private let request: Request
  private let site: Site
  private var live: LiveCenter
  private var maker: LiveModelMaker
  private var model: BoardModel
  private var state: ViewState
  private var drafts: Drafts
  private var ids = CommandIDs()
  private var unsaved: Unsaved?
  /// Others held the journal when it was last looked at, or there was more than is read at once.
  private var isBehind = false
  /// When the journal was last read, on the session's clock.
  private var lookedAt: UInt64 = 0

  /// Opens the board and stays until the operator leaves; a signal ends the program the way it asks.
  static func run(_ request: Request) throws(Failure) {
    let session: TerminalSession
    do throws(TerminalError) { session = try TerminalSession(logPath: LogFile.path()) } catch { throw Failure(error) }
    switch live(session, request) {
    case .left: return
    case .failed(let failure): throw failure
    case .ended(let reason): reason.leave()
    }
  }

  private enum Ending {
    case left
    case failed(Failure)
    case ended(EndReason)
  }

  /// The session lives and dies in here, so that messages come after the terminal is restored.
  private static func live(_ opened: consuming TerminalSession, _ request: Request) -> Ending {
    var session = opened
    session.draw(screen(loading: request.folder, size: session.size))
    do throws(Failure) {
      var loop = try LiveLoop(request, glyphs: session.glyphs, size: session.size)
      let ending = loop.run(&session)
      loop.drafts.keep(loop.draftNow)
      loop.drafts.close()
      return ending
    } catch {
      return .failed(error)
    }
  }

  private init(_ request: Request, glyphs: Glyphs, size: Size) throws(Failure) {
    self.request = request
    let (site, isNew) = try FirstRun.site(request.folder, now: request.clock())
    self.site = site
    live = try storing { () throws(StoreError) in try site.live(clock: request.clock) }
    live.isAttended = true
    live.advance()
    maker = LiveModelMaker(by: request.by, glyphs: glyphs)
    model = maker.model(of: live, showing: .overview)
    state = ViewState(view: request.view, size: size)
    state.isWall = request.isWall
    drafts = Drafts(folder: request.folder, vault: site.vault, by: request.by)
    if let draft = drafts.left() { resume(draft) }
    if isNew { state.say(FirstRun.sentence(request.folder), at: live.now) }
    state.settle(model)
  }

  /// Puts a draft of before back where it was typed; what of it the journal has is told as when it was entered.
  private mutating func resume(_ draft: Draft) {
    state.resume(draft, model)
    guard let asked = draft.asked, let entry = draft.askedEntry else { return }
    if let entered = try? live.known(asked.id) {
      refresh()
      state.recorded(entry, entered.records, undone: undone(entered), model)
    } else {
      unsaved = Unsaved(entry: entry, id: asked.id)
    }
    drafts.keep(draftNow)
  }

  /// What is typed and not entered, with the id under which it is asked.
  private var draftNow: Draft {
    unsaved.map { state.draft(asking: $0.entry, under: $0.id) } ?? state.draft
  }

  private mutating func run(_ session: inout TerminalSession) -> Ending {
    while true {
      session.draw(screen(model, state, session.size))
      state.wasDrawn()
      // After the echo: a draft may wait for the disk, a key must not.
      drafts.keep(draftNow)
      if state.bell.rings(for: model) { session.ring() }
      switch wait(&session) {
      case .keys(let keys):
        if take(keys, &session) { return .left }
      case .resized(let size):
        state.size = size
        state.settle(model)
      case .timeout where state.enter.due != nil:
        if take([nil], &session) { return .left }
      case .continued, .timeout: look()
      case .ready:
        site.drainWatch()
        look()
      case .ended(let reason): return .ended(reason)
      }
    }
  }

  /// Waits for the next event; between two of them it looks every few seconds whether the journal is still there, and
  /// draws nothing while it is. What others record in quick succession is one event.
  private mutating func wait(_ session: inout TerminalSession) -> TerminalEvent {
    while true {
      let now = MonotonicClock.now()
      let rested = lookedAt + Self.restNanoseconds
      let isResting = now < rested
      let next = isResting ? rested : now + (isBehind ? Self.againNanoseconds : Self.lookNanoseconds)
      let due = deadline
      let event = session.next(deadline: min(due ?? next, next), watching: isResting ? [] : [site.watch])
      guard case .timeout = event, due.map({ MonotonicClock.now() < $0 }) ?? true else { return event }
      if isResting { continue }
      if isBehind { return .ready([]) }
      guard site.isThere, maker.unreadSince == nil else { return .timeout }
      maker.readAt = request.clock()
      if request.steady?.leap != maker.leap { return .timeout }
    }
  }

  /// When an Enter that waits counts, else the next minute, or the next moment at which an alarm may turn or rings
  /// again, on the session's clock.
  private var deadline: UInt64? {
    if let due = state.enter.due { return due }
    guard request.steady != nil else { return nil }
    let now = live.now
    let minute = Instant(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)
    let turn = live.alarms.nextTurn.map { max($0, now + Span(milliseconds: 1)) } ?? minute
    let next = min(minute, turn, state.bell.next(for: model) ?? minute)
    return MonotonicClock.now() + UInt64(max(1, (next - request.clock()).milliseconds)) * 1_000_000
  }
}

// What others do, and time.
extension LiveLoop {
  /// Takes what others recorded and lets time pass. A screen on which nothing changed is not written again.
  private mutating func look() {
    let news = news()
    isBehind = news.map { $0.count == LiveCenter.readAtOnce } ?? true
    if news == nil, MonotonicClock.now() < lookedAt + Self.patienceNanoseconds { return }
    lookedAt = MonotonicClock.now()
    let shelves = live.alarms.shelves.count { $0.ended == nil }
    model = LiveLoop.nothing
    live.take(news ?? [])
    refresh()
    sayWhatCameBack(shelves)
  }

  /// What others recorded since, or nil while they hold the journal; what keeps it from being read is told.
  private mutating func news() -> [Record]? {
    let couldRead = maker.unreadSince == nil
    do throws(StoreError) {
      guard site.isThere else { return unread() }
      guard let news = try live.news() else { return nil }
      maker.unreadSince = nil
      maker.readAt = request.clock()
      return news
    } catch {
      if couldRead { state.say(error.description, at: live.now, isRefusal: true) }
      return unread()
    }
  }

  /// Nothing is known of what others recorded: the screen says since when.
  private mutating func unread() -> [Record] {
    maker.unreadSince = maker.unreadSince ?? maker.readAt ?? live.now
    return []
  }

  /// The end of a shelf is announced.
  private mutating func sayWhatCameBack(_ before: Int) {
    let shelves = live.alarms.shelves
    guard shelves.count(where: { $0.ended == nil }) < before,
      let last = shelves.filter({ $0.ended != nil }).max(by: { ($0.ended ?? $0.since) < ($1.ended ?? $1.since) })
    else { return }
    state.say(Wording.shelfEnded(last.threshold), at: live.now)
  }

  /// Makes the model of the center as it is now.
  private mutating func refresh() {
    live.advance()
    maker.leap = request.steady?.leap
    model = maker.model(of: live, showing: state.view)
    state.settle(model)
  }

  /// Stands in while the center changes: a center that nobody else holds changes in place.
  private static let nothing = BoardModel(center: Center(plan: CenterPlan(), rules: .us2023), now: .earliest)
}

// Keys.
extension LiveLoop {
  /// Takes the keys that have come, or nil where only time has passed; true when the operator leaves.
  private mutating func take(_ keys: [Key?], _ session: inout TerminalSession) -> Bool {
    let time = MonotonicClock.now()
    for typed in keys {
      for key in state.admit(typed, at: time, model) where press(key, &session) { return true }
    }
    if unsaved != nil, state.draft.isEmpty { forget() }
    return false
  }

  /// Does what one key means; true when the operator leaves.
  private mutating func press(_ key: Key, _ session: inout TerminalSession) -> Bool {
    // What Enter records has stood on the screen, however fast it was typed.
    if key == .enter, state.view == .arrive, state.prompt == nil { session.draw(screen(model, state, session.size)) }
    for action in reduce(key, model, &state) {
      switch perform(action, &session) {
      case .left: return true
      case .refused: break
      case .done: continue
      }
      break
    }
    if state.view != maker.shown { refresh() }
    return false
  }

  /// An entry that was given up is not waited for any more: nothing typed is left.
  private mutating func forget() {
    unsaved = nil
    maker.fault = nil
    refresh()
  }

  private enum Outcome {
    case done, refused, left
  }

  /// Carries out what a key asked for.
  private mutating func perform(_ action: BoardAction, _ session: inout TerminalSession) -> Outcome {
    switch action {
    case .quit: return .left
    case .suspend: raise(SIGTSTP)
    case .redraw: session.redraw()
    case .bell: session.ring()
    case .enter(let entry): return enter(entry) ? .done : .refused
    case .keyAgain(let id): keyAgain(id)
    case .acknowledge(let threshold): record(.alarmAcknowledged(AlarmAnswered(threshold)))
    case .answer(let answer): record(answer.event)
    case .declareCrisis: record(.crisisDeclared(CrisisAnswered(request.by)))
    case .standDown: record(.crisisStoodDown(CrisisAnswered(request.by)))
    case .tick(let card, let line, let undone):
      var done = ActionDone()
      done.card = card
      done.line = line + 1
      done.undone = undone
      record(.actionDone(done))
    case .takeLine(let card, let line, let undone):
      var taken = ActionTaken()
      taken.card = card
      taken.line = line + 1
      taken.undone = undone
      record(.actionTaken(taken))
    case .order(let reserve, let undone):
      var order = ReserveOrdered()
      order.reserve = reserve
      order.undone = undone
      record(.reserveOrdered(order))
    case .takeCharge: record(.chargeTaken(CrisisAnswered(request.by)))
    // Only a replay moves in time.
    case .pause, .faster, .slower, .seek, .seekTo, .step, .nextAlarm: break
    }
    return .done
  }

  /// Opens the form in which a case's details are keyed a second time.
  private mutating func keyAgain(_ id: CaseID) {
    var details: [PersonID: PersonDetails] = [:]
    for person in live.center.cases[id]?.members ?? [] { details[person] = try? live.details(of: person) }
    state.keyAgain(id, details, model)
  }

  /// Reads an entry against the center as it is and records it; false when it was not.
  private mutating func enter(_ entry: Entry) -> Bool {
    let act: Act
    do throws(LineFault) { act = try meaning(of: entry) } catch {
      state.refused(entry, error.message, at: live.now)
      return false
    }
    let id = unsaved.flatMap { $0.entry.asksSame(as: entry) ? $0.id : nil } ?? ids.next()
    // With its id, should the power fail between its record and the end of its draft.
    unsaved = Unsaved(entry: entry, id: id)
    drafts.keep(draftNow, durably: true)
    model = LiveLoop.nothing
    let anchor = request.steady?.anchor
    if case .state(.clockConfirmed)? = act.command { request.steady?.trust() }
    do throws(ActError) {
      let entered = try live.perform(act, id: id, by: request.by)
      remember(entered.records)
      refresh()
      state.recorded(entry, entered.records, undone: undone(entered), model)
      // At once: what is in the journal is no draft any more.
      drafts.keep(draftNow)
      state.settle(model)
      return true
    } catch {
      if let anchor { request.steady?.anchor = anchor }
      failed(error, entry)
      return false
    }
  }

  /// What is meant by an entry; the context, which holds the center, is gone when it is recorded.
  private func meaning(of entry: Entry) throws(LineFault) -> Act {
    guard let context = model.context(state) else { return Act(nil) }
    return try entry.act(in: context)
  }

  /// Records an answer to an alarm or a crisis.
  private mutating func record(_ event: Event) {
    model = LiveLoop.nothing
    do throws(ActError) {
      remember(try live.perform(Act(.state(event)), id: ids.next(), by: request.by).records)
      refresh()
    } catch {
      failed(error, nil)
    }
  }

  private mutating func failed(_ error: ActError, _ entry: Entry?) {
    switch error {
    case .refused(let refusal, let since):
      unsaved = nil
      maker.fault = nil
      refresh()
      let before = since.map { model.meanwhile($0) + " " } ?? ""
      state.refused(entry, before + refusal.sentence, at: live.now)
    case .store(let fault):
      // The screen says so until it is taken after all; an answer to an alarm is a key to press again.
      maker.fault = entry == nil ? maker.fault : fault.description
      refresh()
      if let entry { state.kept(entry) } else { state.refused(nil, fault.description, at: live.now) }
    }
    state.settle(model)
  }

  /// What the board keeps of its own entries: the desk signed on to, the bus opened.
  private mutating func remember(_ records: [Record]) {
    unsaved = nil
    maker.fault = nil
    maker.unreadSince = nil
    for record in records {
      switch record.event {
      case .deskOpened(let e) where e.staff.isSamePerson(as: request.by): maker.desk = e.desk
      case .busOpened(let e): state.bus = e.bus
      default: continue
      }
    }
  }

  /// The records that an undo took back.
  private func undone(_ entered: Entered) -> [Record] {
    for case .entryUndone(let e) in entered.records.map(\.event) {
      return (try? live.store.records(Int64(e.wrongs) - 1, 1)) ?? []
    }
    return []
  }
}
