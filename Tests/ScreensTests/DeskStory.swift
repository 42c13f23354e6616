import CaseFlow
import Screens

/// A day at the desks, told in the lines that are typed there.
struct DeskStory {
  var center = Center(plan: SmallCenter.plan, rules: .us2023)
  var now = SmallCenter.now
  private(set) var records: [Record] = []

  /// Enters a line; whoever types it is `op1` unless named.
  @discardableResult
  mutating func enter(_ line: String, by: StaticString = "op1", desk: DeskID? = nil) throws -> [Event] {
    let by = Code(by)
    let context = EntryContext(center: center, zone: SmallCenter.zone, now: now, by: by, desk: desk)
    guard let command = try commandLine(line, in: context).command else { return [] }
    let events = try center.decide(command, Moment(now, by: by, desk: desk))
    for event in events {
      let record = Record(seq: center.seq + 1, at: now, recorded: now, by: by, desk: desk, event: event)
      center.apply(record)
      records.append(record)
    }
    return events
  }

  /// Why a line is refused, or nothing.
  mutating func refuses(_ line: String, by: StaticString = "op1") -> String {
    do {
      try enter(line, by: by)
      return ""
    } catch let refusal as Refusal {
      return refusal.sentence
    } catch {
      return "\(error)"
    }
  }

  mutating func pass(_ span: Span) { now = now + span }

  /// Calls a case to the first desk of a stage, screens it there if it is health, and ends the service.
  mutating func serve(_ id: CaseID, at desk: DeskID) throws {
    if center.desk(desk)?.isOpen == false { try enter("open \(desk.text)", by: Self.staff(desk.stage)) }
    try enter("call \(id.checked) \(desk.text) because familyTogether", desk: desk)
    try enter("begin", desk: desk)
    if desk.stage == .health {
      for person in center.cases[id]?.members ?? [] {
        try enter("check \(person.checked) interview clear", by: "nurse1", desk: desk)
        try enter("check \(person.checked) assessment clear", by: "nurse1", desk: desk)
      }
    }
    try enter("done", desk: desk)
  }

  private static func staff(_ stage: Stage) -> StaticString {
    switch stage {
    case .reception: "op1"
    case .health: "nurse1"
    case .interview: "ao1"
    case .caseManagement: "cm1"
    }
  }

  /// What a view shows now.
  func sees(_ view: BoardView, width: Int = 120, height: Int = 40) -> String {
    var model = BoardModel(center: center, now: now)
    model.mode = .live
    model.zone = SmallCenter.zone
    model.live = LiveItem(by: Code("op1"))
    let (records, center) = (records, center)
    model.records = { id in
      records.filter { record in
        var names = false
        record.event.forEachCase(in: center, former: { _ in nil }) { names = names || $0 == id }
        return names
      }
    }
    var state = ViewState(view: view, size: Size(width: width, height: height))
    state.settle(model)
    return screen(model, state, state.size).text
  }

  /// A center rebuilt from what was recorded, asking every guard.
  func replayed() throws -> Center {
    var copy = Center(plan: center.plan, rules: center.rules)
    for record in records {
      if let refusal = copy.objection(to: record) { throw refusal }
      copy.apply(record)
    }
    return copy
  }

  func clock(_ id: CaseID, _ kind: ClockKind) -> LegalClock? {
    center.cases[id].flatMap { center.clocks(of: $0, at: now).first { $0.kind == kind } }
  }
}
