package import CaseFlow

// Who sits at a drill: what it is to leave it, and who controls it.

/// Somebody who sits at a drill.
package struct SeatItem: Hashable, Sendable {
  package var name: Code
  package var isController: Bool

  package init(name: Code, isController: Bool = false) {
    self.name = name
    self.isController = isController
  }
}

extension DrillItem {
  /// Whether the branch shown is being played, or, whichever is shown, the newest.
  var isBeingPlayed: Bool {
    [branches.first { $0.number == branch }, branches.last].contains { $0.map { $0.number > 0 && !$0.isOver } ?? false }
  }

  /// How many sit at it besides the first.
  var others: Int { max(0, seats.count - 1) }
}

/// Leaves the board. At the first terminal of a drill, where that ends it for others or ends what is played, it asks.
func leaveBoard(_ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let drill = model.drill, drill.isFirst, drill.others > 0 || drill.isBeingPlayed else { return [.quit] }
  state.ask(.leaveDrill)
  return []
}

extension BoardModel {
  /// The answers to whether the first terminal is really to be left.
  var leaveDrillChoices: [Choice] {
    [
      Choice(Wording.endIt, Wording.endNote(others: drill?.others ?? 0), .act(.quit), key: "y"),
      Choice(Wording.stayHere, "", .leave, key: "n"),
    ]
  }

  /// The answers to whether somebody may control the drill.
  func controlChoices(_ name: Code) -> [Choice] {
    [
      Choice(Wording.letControl, Wording.letControlNote, .act(.letControl(name, true)), key: "y"),
      Choice(Wording.keepControl, "", .act(.letControl(name, false)), key: "n"),
    ]
  }
}

extension ViewState {
  /// Asks whether somebody may control the drill; false where a question would fall into what is being done, so that it
  /// is to be asked later.
  package mutating func askForControl(_ name: Code, _ model: BoardModel) -> Bool {
    guard prompt == nil, !takesText, told == nil, DarkScreen(model) == nil else { return false }
    ask(.letControl(name))
    return true
  }

  /// Begins the drill view anew: at what comes next for its controller, else at its first row.
  package mutating func beginDrillView(_ model: BoardModel) {
    guard view == .drill, let drill = model.drill else { return }
    pane.scroll = 0
    let next = drill.isOver ? nil : drill.controller?.injects.first { !$0.isFired }
    pane.selection =
      next.map { .drill(.inject($0.inject.code)) } ?? drill.rows(width: size.width).first.map { .drill($0) }
    settle(model)
  }

  /// The drill is over: whoever types nothing is shown how it went. What is shown is to be measured before it begins.
  package mutating func goToScore(_ model: BoardModel) {
    guard prompt == nil, !takesText, DarkScreen(model) == nil else { return }
    go(to: .drill)
  }
}
