import Screens
import Testing

@Suite struct FrameTests {
  @Test func textIsPutAndCutAtTheEdge() {
    var frame = Frame(width: 8, height: 2)
    #expect(frame.put("Reception", row: 0, column: 2, style: .heading) == 6)
    #expect(frame.put("ab", row: 1, column: 7) == 1)
    #expect(frame.put("abcdef", row: 1, column: 0, limit: 3) == 3)
    #expect(frame.lines == ["  Recept", "abc    a"])
    #expect(frame[0, 2].style == .heading)
  }

  @Test func whatLiesOutsideIsCutOff() {
    var frame = Frame(width: 4, height: 2)
    let empty = frame
    for (row, column) in [(-1, 0), (2, 0), (0, 4), (0, Int.max), (Int.min, 0), (0, -4), (0, Int.min)] {
      frame.put("abcd", row: row, column: column)
    }
    #expect(frame == empty)
    frame.put("abcd", row: 0, column: -2)
    #expect(frame.lines == ["cd", ""])
    frame.fill(Rect(row: -5, column: -5, width: 6, height: 6), "x")
    #expect(frame.lines == ["xd", ""])
    #expect(Frame(width: -3, height: 5).lines == Array(repeating: "", count: 5))
    #expect(Frame(width: 5_000_000, height: 1).width == Frame.sideMax)
  }

  @Test func aWideCharacterIsNeverHalved() {
    var frame = Frame(width: 5, height: 1)
    #expect(frame.put("王小明", row: 0, column: 0) == 4)
    #expect(frame.lines == ["王小"])
    #expect(frame[0, 1].isContinuation)
    frame.put("x", row: 0, column: 1)
    #expect(frame.lines == [" x小"])
    frame.put("x", row: 0, column: 2)
    #expect(frame.lines == [" xx"])
    frame.put("王", row: 0, column: 1)
    frame.put("明", row: 0, column: 2)
    #expect(frame.lines == ["  明"])
    frame.put("小", row: 0, column: -1)
    #expect(frame.lines == ["  明"])
  }

  @Test func aHostileNameCannotLeaveItsPlace() {
    var frame = Frame(width: 20, height: 1)
    frame.put("A\u{1B}[31mB\u{7}\u{9B}C\tD\nE\u{0}", row: 0, column: 0)
    #expect(frame.lines == ["A?[31mB??C D E?"])
    frame = Frame(width: 20, height: 1)
    frame.put("a\u{202E}b\u{2066}c\u{200F}d\u{FEFF}e\u{E0041}f\u{200B}g", row: 0, column: 0)
    #expect(frame.lines == ["abcdefg"])
    frame = Frame(width: 20, height: 1)
    let flood = "Z" + String(repeating: "\u{301}", count: 500) + "x"
    #expect(frame.put(flood, row: 0, column: 0) == 2)
    #expect(frame[0, 0].text.unicodeScalars.count == 3)
    frame.put("\u{301}q\u{E000}\u{FFFF}", row: 0, column: 5)
    #expect(frame.lines == ["Z\u{301}\u{301}x   q??"])
  }

  @Test func anAccentOfItsOwnIsPartOfItsLetter() {
    var frame = Frame(width: 6, height: 1)
    #expect(frame.put("Jose\u{301}", row: 0, column: 0) == 4)
    #expect(frame.lines[0].unicodeScalars.elementsEqual("Jose\u{301}".unicodeScalars))
  }

  @Test func aPictureShowsTextCursorAndStyles() {
    var frame = Frame(width: 12, height: 2)
    frame.fill(frame.rect.top(1), style: .bar)
    frame.put("ALARMS", row: 0, column: 0, style: .bar)
    frame.put("!!", row: 1, column: 0, style: .crisis)
    frame.put("families", row: 1, column: 3, style: .plain.bold)
    frame.cursor = Position(row: 1, column: 0)
    #expect(
      frame.picture == """
        12x2 cursor 1,0
        ALARMS
        !! families
        -- styles
        0: 0-11 bar
        1: 0-1 crisis, 3-10 plain bold

        """)
    #expect(frame.text == "ALARMS\n!! families\n")
  }

  @Test func aPictureForDocumentsEscapesItsText() {
    var frame = Frame(width: 10, height: 2)
    frame.put("<a> & b", row: 1, column: 0, style: .watch)
    let svg = frame.svg(title: "a < b")
    #expect(svg.contains("&lt;a&gt; &amp; b</text>"))
    #expect(svg.contains("<title>a &lt; b</title>"))
    #expect(svg.contains("width=\"108\" height=\"60\""))
    #expect(svg.components(separatedBy: "<text").count == 2)
  }

  @Test func framesArePastedIntoFrames() {
    var small = Frame(width: 4, height: 2)
    small.put("王ab", row: 0, column: 0)
    small.put("cd", row: 1, column: 0)
    var frame = Frame(width: 5, height: 2)
    frame.paste(small, at: Position(row: 1, column: 2))
    #expect(frame.lines == ["", "  王a"])
  }

  @Test func rectanglesAreCutWithoutTurningInsideOut() {
    let rect = Rect(row: 2, column: 3, width: 10, height: 4)
    #expect(rect.split(rows: 1).lower == Rect(row: 3, column: 3, width: 10, height: 3))
    #expect(rect.split(rows: 9).lower.isEmpty)
    #expect(rect.split(columns: 4, gap: 1).right == Rect(row: 2, column: 8, width: 5, height: 4))
    #expect(rect.bottom(1) == Rect(row: 5, column: 3, width: 10, height: 1))
    #expect(rect.right(3) == Rect(row: 2, column: 10, width: 3, height: 4))
    #expect(rect.inset(top: 3, left: 20, bottom: 3, right: 3).isEmpty)
    #expect(rect.line(4).isEmpty)
    #expect(rect.line(3).row == 5)
    #expect(Rect(row: 0, column: 0, width: -1, height: -1).rows.isEmpty)
  }
}

extension String {
  fileprivate func components(separatedBy text: String) -> [Substring] { split(separator: text) }
}
