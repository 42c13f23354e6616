import CaseFlow
import Screens
import Testing

/// The selection is a case's identity, never a row.
@Suite struct SelectionTests {
  private static func model(_ story: SmallCenter) -> BoardModel {
    var model = BoardModel(center: story.center, now: SmallCenter.now)
    model.zone = SmallCenter.zone
    return model
  }

  private static func select(_ number: Int32, in view: BoardView, _ model: BoardModel) -> ViewState {
    var state = ViewState(view: view)
    state.settle(model)
    state.pane.selection = .aCase(CaseID(number: number))
    state.settle(model)
    return state
  }

  @Test func itFollowsItsCaseWhenRowsMove() {
    var story = SmallCenter()
    var state = Self.select(417, in: .queue(.reception), Self.model(story))
    let before = state.pane.shown.firstIndex(of: .aCase(CaseID(number: 417)))
    story.call(CaseID(number: 415), .reception, 2, 505)
    state.settle(Self.model(story))
    let after = state.pane.shown.firstIndex(of: .aCase(CaseID(number: 417)))
    #expect(state.pane.selection == .aCase(CaseID(number: 417)))
    #expect(before == 2 && after == 1)
    #expect(state.message == nil)
  }

  @Test func whenItsCaseLeavesItGoesToTheNeighborAndSaysSo() {
    var story = SmallCenter()
    var state = Self.select(417, in: .queue(.reception), Self.model(story))
    story.serve(CaseID(number: 417), .reception, 2, 500, 8)
    state.settle(Self.model(story))
    #expect(state.pane.selection == .aCase(CaseID(number: 418)))
    #expect(state.message?.text == "Case 0417 left this list. Its neighbor is selected.")
  }

  @Test func frozenRowsKeepStillAndCountNewcomers() {
    var story = SmallCenter()
    let before = Self.model(story)
    var state = Self.select(417, in: .queue(.reception), before)
    _ = reduce(.char("Z"), before, &state)
    let rows = state.pane.shown
    story.serve(CaseID(number: 417), .reception, 2, 500, 8)
    story.arrive(509, [30], "spa", "PER")
    story.arrive(510, [31], "spa", "PER")
    let after = Self.model(story)
    state.settle(after)
    #expect(state.pane.shown == rows)
    #expect(state.pane.selection == .aCase(CaseID(number: 417)))
    let text = screen(after, state, Size(width: 120, height: 40)).text
    #expect(text.contains("FROZEN, 2 new since"))
    #expect(text.contains("left this list"))
    _ = reduce(.char("Z"), after, &state)
    #expect(state.pane.shown.count == rows.count + 1)
  }

  @Test func theSelectedRowIsAlwaysInSight() {
    let model = BoardExample.model()
    for (width, height) in [(80, 24), (40, 10), (20, 5), (200, 60)] {
      for view in [BoardView.overview, .found(""), .plan, .places] {
        var state = BoardExample.state(view, model, width, height)
        for _ in 0..<state.pane.shown.count {
          let frame = screen(model, state, state.size)
          #expect(frame.cursor != nil, "\(view) \(width)x\(height) \(String(describing: state.pane.selection))")
          _ = reduce(.char("j"), model, &state)
        }
      }
    }
  }
}
