import Screens
import Testing

/// A frame goes to another terminal as bytes and is the same there.
@Suite("A frame as bytes")
struct FrameBytesTests {
  private func frame(_ text: String, row: Int = 1, style: Style = .plain, cursor: Position? = nil) -> Frame {
    var frame = Frame(width: 20, height: 4)
    frame.put("Reception", row: 0, column: 2, style: .heading)
    frame.put(text, row: row, column: 3, style: style)
    frame.cursor = cursor
    return frame
  }

  @Test(
    "any text and style arrives as it was sent",
    arguments: ["", "ascii", "María Ñuñez", "東京 に", "e\u{301}\u{323}!", "long beyond the edge of the frame"])
  func same(_ text: String) {
    for style in [Style.plain, .crisis.bold, Style(.select, [.reverse, .underline])] {
      let sent = frame(text, style: style, cursor: Position(row: 1, column: 5))
      #expect(Frame(sent.bytes(after: nil), after: nil) == sent)
    }
  }

  @Test("only rows that changed are sent") func changes() {
    let before = frame("one")
    let after = frame("two", cursor: Position(row: 1, column: 4))
    let bytes = after.bytes(after: before)
    #expect(bytes.count < after.bytes(after: nil).count / 2)
    #expect(Frame(bytes, after: before) == after)
    #expect(Frame(after.bytes(after: after), after: after) == after)
    // A frame of another size is sent whole.
    let larger = Frame(width: 30, height: 2)
    #expect(Frame(larger.bytes(after: before), after: before) == larger)
  }

  @Test("bytes that are no frame are none, wherever they are cut") func cut() {
    let bytes = frame("東京 two").bytes(after: nil)
    for length in 0..<bytes.count { #expect(Frame(Array(bytes.prefix(length)), after: nil) == nil) }
    #expect(Frame(Array(repeating: 255, count: 40), after: nil) == nil)
  }
}
