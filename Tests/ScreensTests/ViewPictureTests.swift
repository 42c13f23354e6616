import CaseFlow
import Screens
import TestSupport
import Testing

/// Every view at every size, as pictures in `Fixtures/screens/board`.
@Suite struct ViewPictureTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (40, 10), (20, 5), (1, 1)]

  static let views: [(String, BoardView)] = [
    ("overview", .overview), ("queue-interview", .queue(.interview)), ("queue-reception", .queue(.reception)),
    ("case", .aCase(CaseID(number: 412))), ("everyone", .found("")), ("alarms", .alarms), ("plan", .plan),
    ("places", .places), ("leaving", .leaving), ("help", .help), ("messages", .messages),
    ("children", .children), ("clocks", .clocks), ("ledger", .ledger),
  ]

  @Test(arguments: 0..<views.count) func everyViewAtEverySize(_ index: Int) {
    let (name, view) = Self.views[index]
    let model = BoardExample.model()
    for (width, height) in Self.sizes {
      var state = BoardExample.state(view, model, width, height)
      if view == .messages { state.say("Taken: Families over places.", at: model.now) }
      state.isMessageShown = false
      let frame = screen(model, state, Size(width: width, height: height))
      expectPicture(frame.picture, named: "board/\(name)-\(width)x\(height)")
    }
  }

  @Test(arguments: 0..<views.count) func inPlainCharacters(_ index: Int) {
    let (name, view) = Self.views[index]
    let model = BoardExample.model(.ascii)
    let frame = screen(model, BoardExample.state(view, model, 80, 24), Size(width: 80, height: 24))
    #expect(frame.text.unicodeScalars.allSatisfy { $0.isASCII })
    expectPicture(frame.picture, named: "board/\(name)-80x24-ascii")
  }

  @Test func aQuietBoardHasNoInk() {
    let center = Center(plan: SmallCenter.plan, rules: .us2021)
    let model = BoardModel(center: center, now: SmallCenter.start)
    let frame = screen(model, BoardExample.state(.overview, model, 80, 24), Size(width: 80, height: 24))
    let abnormal: Set<Ink> = [.watch, .strained, .crisis, .refusal, .good]
    for row in 0..<frame.height {
      for cell in frame.row(row) { #expect(!abnormal.contains(cell.style.ink)) }
    }
    expectPicture(frame.picture, named: "board/overview-quiet-80x24")
  }

  @Test func questionsAndPalette() {
    let model = BoardExample.model()
    var state = BoardExample.state(.overview, model, 80, 24)
    _ = reduce(.char(":"), model, &state)
    for key in "ne".unicodeScalars { _ = reduce(.character(key), model, &state) }
    expectPicture(screen(model, state, Size(width: 80, height: 24)).picture, named: "board/palette-80x24")
    state = BoardExample.state(.plan, model, 80, 24)
    _ = reduce(.char("S"), model, &state)
    expectPicture(screen(model, state, Size(width: 80, height: 24)).picture, named: "board/confirm-80x24")
    state = BoardExample.state(.alarms, model, 80, 24)
    _ = reduce(.enter, model, &state)
    expectPicture(screen(model, state, Size(width: 80, height: 24)).picture, named: "board/alarm-80x24")
    state = BoardExample.state(.queue(.reception), model, 80, 24)
    for key in "\\lang:spa family".unicodeScalars { _ = reduce(.character(key), model, &state) }
    _ = reduce(.enter, model, &state)
    _ = reduce(.char(" "), model, &state)
    _ = reduce(.char("Z"), model, &state)
    expectPicture(screen(model, state, Size(width: 80, height: 24)).picture, named: "board/filtered-80x24")
  }

  @Test func plainLinesSayTheSame() {
    let model = BoardExample.model(.ascii)
    for (name, view) in Self.views {
      let text = plain(model, view)
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 32 || $0 == "\n") })
      expectPicture(text, named: "board/plain-\(name)")
    }
  }
}
