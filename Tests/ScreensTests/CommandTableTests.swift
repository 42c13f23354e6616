import CaseFlow
import Foundation
import Screens
import TestSupport
import Testing

@Suite struct CommandTableTests {
  static let views =
    ViewPictureTests.views.map(\.1) + LivePictureTests.views.map(\.1)
    + LeavingList.allCases.map { .leavingList($0) } + [.handOver, .drill]

  @Test func everyCommandStandsOnceAndIsExplained() {
    for id in CommandID.allCases {
      let commands = CommandTable.all.filter { $0.id == id }
      #expect(commands.count == 1)
      guard let command = commands.first else { continue }
      #expect(!command.label.isEmpty && command.label.count <= 16)
      #expect(command.help.hasSuffix("."))
      #expect(command.name.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0 == "-" })
      #expect(Self.views.contains { command.applies($0) })
    }
    #expect(Set(CommandTable.all.map(\.name)).count == CommandTable.all.count)
  }

  @Test func aKeyMeansOneThingInAView() {
    for view in Self.views {
      var seen: [Key: CommandID] = [:]
      for command in CommandTable.all where command.applies(view) {
        for key in command.keys {
          #expect(seen[key] == nil, "\(key.name) in \(view)")
          seen[key] = command.id
        }
      }
    }
  }

  /// Keys or the palette reach every command wherever it means something.
  @Test func everyCommandIsReachable() {
    let model = BoardExample.model()
    for view in Self.views {
      for command in CommandTable.all where command.applies(view) {
        var state = BoardExample.state(view, model, 80, 24)
        for scalar in ":\(command.name)".unicodeScalars { _ = reduce(.character(scalar), model, &state) }
        let before = state
        let actions = reduce(.enter, model, &state)
        let refused = command.whyNot(model, before) != nil
        #expect(state.messages.last?.isRefusal == (refused ? true : state.messages.last?.isRefusal))
        if refused { #expect(actions.isEmpty) }
        #expect(state.messages.last.map { !$0.text.hasPrefix("There is no command") } ?? true)
      }
    }
  }

  @Test func theFooterNeverOverflows() {
    for level in GlyphLevel.allCases {
      let model = BoardExample.model(level)
      for view in Self.views {
        let state = BoardExample.state(view, model, 120, 24)
        for width in 0...220 {
          #expect(TextWidth.cells(of: Footer.text(model, state, width: width)) <= width)
        }
      }
    }
  }

  @Test func theHelpNamesEveryCommand() {
    let model = BoardExample.model()
    let text = plain(model, .help, width: 200)
    for command in CommandTable.all { #expect(text.contains(command.help)) }
  }

  @Test func theDocumentedKeysAreThoseOfTheTable() throws {
    let file = PackageRoot.url.appendingPathComponent("docs/keys.md")
    if ProcessInfo.processInfo.environment["JPC_UPDATE_PICTURES"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(CommandTable.manual.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == CommandTable.manual)
  }
}
