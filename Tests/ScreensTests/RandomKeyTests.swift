import CaseFlow
import Screens
import Testing

/// Whatever is pressed at whatever size, nothing traps and the state stays lawful.
@Suite struct RandomKeyTests {
  /// A small generator of its own: the same keys on every run.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, sides)))
    }
  }

  static let keys: [Key] =
    ("jjjkkkgGqnNsIZueampt[]<>!?:/\\ 123456789QTDSXX" + "fh+abc .:05lw\u{301}\u{202E}世").unicodeScalars
    .map { Key.character($0) }
    + [
      .enter, .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .backspace,
      .delete, .insert, .function(5), .control("T"), .control("Z"), .control("L"), .control("U"), .control("W"),
      .paste("goto 14:05\n"),
      .paste("crisis\r\n\u{1B}[31m"), .resize, .unknown,
    ]

  @Test(arguments: 0..<4) func fiftyThousandKeys(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7_919 &+ 17)
    let models = [
      BoardExample.model(), BoardExample.model(.ascii, alarmed: false, at: SmallCenter.start + .minutes(60)),
      BoardModel(center: Center(plan: CenterPlan(), rules: .us2023), now: .earliest), LiveOperator().model,
      LiveOperator(.overview, desk: DeskID(stage: .reception, number: 2)).model, DrillExample.team(),
      DrillExample.controller(), DrillExample.team(.backedUp(playedUntil: SmallCenter.now)),
    ]
    var model = models[0]
    var state = ViewState()
    for count in 0..<12_500 {
      if dice.roll(50) == 0 { state.size = Size(width: dice.roll(210), height: dice.roll(64)) }
      if dice.roll(200) == 0 {
        model = models[dice.roll(models.count)]
        state.settle(model)
      }
      let actions = reduce(Self.keys[dice.roll(Self.keys.count)], model, &state)
      // Two where a service ends with what its stage decides.
      #expect(actions.count <= 2)
      if !state.pane.shown.isEmpty { #expect(state.pane.selection != nil) }
      if count % 10 == 0 {
        let frame = screen(model, state, state.size)
        #expect(frame.size == state.size)
        if let cursor = frame.cursor { #expect(cursor.row < frame.height && cursor.column < frame.width) }
      }
      if dice.roll(3) == 0 { state.wasDrawn() }
    }
  }
}
