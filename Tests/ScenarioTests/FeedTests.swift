import Foundation
import TestSupport
import Testing

/// A board whose journal goes away says so by itself, and comes back by itself.
@Suite("A board that is no longer fed")
struct FeedTests {
  @Test("crosses itself out within five seconds and dates itself, until the data is back") func goneAndBack() throws {
    let folder = LiveCenterFolder()
    let terminal = try folder.board()
    terminal.settle()
    let away = folder.path + "-away"
    try FileManager.default.moveItem(atPath: folder.path, toPath: away)
    let moved = Date()
    try terminal.waitFor("NOT FED SINCE")
    #expect(Date().timeIntervalSince(moved) < 5)
    try FileManager.default.moveItem(atPath: away, toPath: folder.path)
    try terminal.wait("the board is fed again") { !$0.screen.text.contains("NOT FED") }
  }

  @Test("the wall needs no keys and shows large figures") func wall() throws {
    let folder = LiveCenterFolder()
    let terminal = try folder.board(as: "ortiz", ["--wall"], columns: 120, rows: 40)
    terminal.settle()
    #expect(terminal.screen.text.contains("███"))
    #expect(!terminal.screen.text.contains("ortiz"))
  }
}
