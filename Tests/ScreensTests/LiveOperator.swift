import CaseFlow
import Screens

/// Someone at the keys of a live center: what they enter is decided and recorded as a journal would.
struct LiveOperator {
  var center: Center
  var state: ViewState
  var model: BoardModel
  let by: Code
  /// Everything recorded at these keys.
  var records: [Record] = []
  /// NOT SAVED, as long as the journal takes nothing.
  var fault: String?
  private var desk: DeskID?
  private var now = SmallCenter.now

  init(_ view: BoardView = .overview, by: StaticString = "op1", desk: DeskID? = nil, width: Int = 80, height: Int = 24)
  {
    center = BoardExample.story.center
    self.by = Code(by)
    self.desk = desk
    state = ViewState(view: view, size: Size(width: width, height: height))
    model = BoardModel(center: center, now: now)
    refresh()
  }

  /// Presses keys one after the other; the screen is drawn after each.
  mutating func press(_ keys: Key...) {
    for key in keys { take(key) }
  }

  /// Types text, drawn after every key.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { take(.character(scalar)) }
  }

  /// Types text that comes at once, before anything is drawn.
  mutating func typeAhead(_ text: String) {
    for scalar in text.unicodeScalars { take(.character(scalar), isSeen: false) }
  }

  var message: String { state.message?.text ?? "" }
  var sees: String { screen(model, state, state.size).text }
  var events: [Event] { records.map(\.event) }

  private mutating func take(_ key: Key, isSeen: Bool = true) {
    for action in reduce(key, model, &state) {
      guard case .enter(let entry) = action else { continue }
      guard enter(entry) else { break }
    }
    if isSeen { state.wasDrawn() }
  }

  private mutating func enter(_ entry: Entry) -> Bool {
    guard fault == nil else {
      refresh()
      state.kept(entry)
      return false
    }
    now = now + .minutes(1)
    do {
      guard let context = model.context(state), let command = try entry.act(in: context).command else { return false }
      let events = try center.decide(command, Moment(now, by: by, desk: desk))
      let new = events.enumerated().map { index, event in
        Record(seq: center.seq + 1 + Int64(index), at: now, recorded: now, by: by, event: event)
      }
      for record in new {
        center.apply(record)
        if case .deskOpened(let e) = record.event { desk = e.desk }
        if case .deskClosed(let e) = record.event, e.desk == desk { desk = nil }
      }
      records += new
      refresh()
      state.recorded(entry, new, model)
      state.settle(model)
      return true
    } catch let refusal as Refusal {
      state.refused(entry, refusal.sentence, at: now)
    } catch let fault as LineFault {
      state.refused(entry, fault.message, at: now)
    } catch {
      state.refused(entry, "\(error)", at: now)
    }
    return false
  }

  /// Goes on with a center that somebody else has changed.
  mutating func catchUp(with other: LiveOperator) {
    center = other.center
    now = other.now
    refresh()
  }

  mutating func refresh() {
    model = BoardModel(center: center, now: now)
    model.mode = .live
    model.zone = SmallCenter.zone
    model.live = LiveItem(by: by, desk: desk)
    model.live?.fault = fault
    model.records = { [records, center] id in
      records.filter { record in
        var concerns = false
        record.event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { concerns = concerns || $0 == id }
        return concerns
      }
    }
    state.settle(model)
  }
}
