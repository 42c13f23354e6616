import Screens
import Testing

@testable import Terminal

/// The levels of alarms on every kind of terminal.
struct LevelLookTests {
  private static let levels: [Style] = [.plain, .watch, .strained, .crisis]

  @Test(arguments: [ColorDepth.mono, .eight, .many])
  func noTwoLevelsLookAlike(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let looks = Self.levels.map { palette.look(of: $0) }
    for (index, look) in looks.enumerated() { #expect(!looks[..<index].contains(look)) }
    let unowned = Self.levels.map { palette.look(of: $0.bold) }
    for (index, look) in unowned.dropFirst().enumerated() { #expect(look.attributes != 0 && look != looks[index]) }
  }

  @Test(arguments: [ColorDepth.mono, .eight, .many])
  func aWholeLineOfALevelIsReversedOnEveryTerminal(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let reverse = palette.look(of: .plain.reversed).attributes
    for level in Self.levels {
      #expect(palette.look(of: level.banner).attributes & reverse == reverse)
      #expect(palette.look(of: level.bold.banner).attributes & reverse == reverse)
    }
  }
}
