import CaseFlow

/// How the overview uses its room: how many clocks and alarms it lists, and where its panels stand.
struct OverviewLayout {
  /// How much there is room for.
  enum Extent { case essential, medium, large }

  let extent: Extent
  /// Clocks and alarms that can be selected.
  let clocks: Int
  /// Clocks past their end that can be selected.
  let overdue: Int
  /// Whether they have a list of their own, below the queues.
  let isOverdueRight: Bool
  let alarms: Int
  /// Clocks on one line of the essential board.
  let clocksInLine: Int
  let width: Int
  let height: Int

  init(_ size: Size, _ model: BoardModel) {
    var state = ViewState(size: size)
    state.prompt = nil
    let body = BoardLayout(size, model, state).body
    width = body.width
    height = body.height
    let table = BoardRow.allCases.count + 1
    let rest = max(0, body.height - table - 1)
    clocksInLine = max(1, (body.width - 9) / 23)
    if body.width >= 180, body.height >= 40 {
      extent = .large
      alarms = min(12, max(3, rest / 3), max(1, model.openAlarms.count))
      clocks = max(0, rest - alarms - 7)
      overdue = min(model.figures.overdue.count, 30)
      isOverdueRight = true
    } else if body.width >= 112, body.height >= 28 {
      extent = .medium
      // The last row is that of those expected, from edge to edge.
      let right = rest - 1
      // The queues' heads take a few rows each; alarms have the rest.
      let heads = QueueHeads(model, columns: 1).height(shown: 2)
      alarms = min(max(3, rest / 4, right - heads - 4), max(1, model.openAlarms.count))
      let room = max(0, rest - model.figures.kinds.count - 6)
      // Where the queues are short, the clocks past their end stand below them and leave the left to those to come.
      let free = right - alarms - 4 - QueueHeads(model, columns: 1).height(shown: .max - 2)
      isOverdueRight = free >= min(model.figures.overdue.count, 4)
      overdue = min(model.figures.overdue.count, isOverdueRight ? free : room / 3)
      clocks = isOverdueRight ? room : room - overdue
    } else {
      extent = .essential
      overdue = 0
      isOverdueRight = false
      // Totals, places and those expected have their rows, alarms up to five, clocks the rest.
      let spare = max(2, body.height - table - 2 - OverviewPanels(model).placeLines(width: body.width))
      let most = min(5, max(1, spare >= 6 ? 3 + (spare - 6) / 4 : spare >= 3 ? spare - 1 : 1))
      alarms = min(most, max(1, model.openAlarms.count))
      let taken = model.figures.overdue.isEmpty ? 0 : 1
      clocks = min(model.figures.clockHeads.count, clocksInLine * max(1, spare - alarms) - taken)
    }
  }
}
