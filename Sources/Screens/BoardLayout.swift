import CaseFlow

/// Where the parts of a screen stand: header, crisis line, body, replay bar, message line, footer.
///
/// A small screen gives up, in this order, the message line (it shares the footer's), the crisis line, the replay bar,
/// the header; the body is what is left.
struct BoardLayout {
  let header: Rect
  /// NOT SAVED, and why, while the journal takes nothing.
  let fault: Rect
  let crisis: Rect
  /// What a team in a drill was told and has not read yet.
  let told: Rect
  let body: Rect
  let replay: Rect
  let message: Rect
  let footer: Rect
  /// The rows of a list's or a page's body below its title and headings.
  let listRoom: Int
  /// The lines above a list: title and headings.
  let listHead: Int

  init(_ size: Size, _ model: BoardModel, _ state: ViewState) {
    var rest = size.rect
    let height = size.height
    func takeTop(_ rows: Int) -> Rect {
      let (lines, lower) = rest.split(rows: rows)
      rest = lower
      return lines
    }
    func takeBottom(_ wanted: Bool) -> Rect {
      guard wanted else { return rest.bottom(0) }
      let line = rest.bottom(1)
      rest = rest.inset(bottom: 1)
      return line
    }
    header = takeTop(height >= 3 ? 1 : 0)
    let faultLines = model.live?.fault.map { Page.wrap($0, to: max(8, size.width - 2)).count } ?? 0
    fault = takeTop(height < 3 ? 0 : min(faultLines, height >= 12 ? 3 : 1))
    let isCalm = model.crisis.standing == .none
    crisis = takeTop(!isCalm && height >= (state.view == .overview ? 8 : 12) ? 1 : 0)
    told = takeTop(BoardLayout.toldRows(state, model, size))
    footer = takeBottom(height >= 4)
    let ownMessage = height >= 12
    message = ownMessage ? takeBottom(true) : footer
    replay = takeBottom(model.replay != nil && height >= 7)
    body = rest
    switch state.view {
    case .overview: listHead = 0
    case .aCase, .alarm, .figures, .handOver, .help, .messages: listHead = body.height >= 4 ? 1 : 0
    case .arrive, .form: listHead = 0
    case .queue where model.live != nil && state.view.stage != nil:
      listHead = body.height >= 6 ? 3 : body.height >= 3 ? 1 : 0
    case .queue, .found, .leaving, .leavingList, .toDo, .appointments, .alarms, .places, .shift, .children, .clocks,
      .ledger, .screening, .contacts, .referrals:
      listHead = body.height >= 6 ? 2 : body.height >= 3 ? 1 : 0
    // Every part has its own headings, which move with its rows.
    case .drill: listHead = body.height >= 3 ? 1 : 0
    case .schedule:
      let grid = ScheduleGrid.rows(model, width: body.width, room: body.height)
      listHead = body.height >= 6 ? 2 + grid : body.height >= 3 ? 1 : 0
    case .plan:
      let rule = body.height >= 14 ? model.ruleLines(width: size.width - 2).count : 0
      listHead = body.height >= 6 ? 2 + rule : body.height >= 3 ? 1 : 0
    }
    listRoom = max(0, body.height - listHead)
  }
}
