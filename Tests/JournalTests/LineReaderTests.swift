import Foundation
import Testing

@testable import Journal

@Suite("Lines of a text file")
struct LineReaderTests {
  @Test("LF and CR LF texts give the same lines")
  func lines() throws {
    for end in ["\n", "\r\n"] {
      var reader = LineReader(bytes: Array("one\(end)\(end)three é\(end)".utf8))
      #expect(try texts(&reader) == ["one", "", "three é"])
    }
  }

  @Test("a last line without an end is torn")
  func torn() throws {
    var reader = LineReader(bytes: Array("one\ntwo".utf8))
    let first = try #require(try reader.next())
    let second = try #require(try reader.next())
    #expect(!first.isTorn && second.isTorn && second.isPrintable)
    #expect(try reader.next() == nil)
    var cut = LineReader(bytes: Array("n\u{ed}".utf8.dropLast()))
    #expect(try cut.next()?.isPrintable == true)
    var noise = LineReader(bytes: [0x61, 0, 0x62])
    #expect(try noise.next()?.isPrintable == false)
  }

  @Test("mixed line ends are refused by line")
  func mixed() throws {
    var late = LineReader(bytes: Array("a\nbé\r\n".utf8), file: "x")
    _ = try late.next()
    #expect(throws: Fault(file: "x", "2:3", "line ends in CR LF, earlier lines in LF")) { try late.next() }
    var early = LineReader(bytes: Array("a\r\nbé\n".utf8))
    _ = try early.next()
    #expect(throws: Fault("2:3", "line ends in LF, earlier lines in CR LF")) { try early.next() }
  }

  @Test("a carriage return inside a line is a control character")
  func loneReturn() throws {
    var reader = LineReader(bytes: Array("{\"a\":\r1}\n".utf8))
    let line = try #require(try reader.next())
    #expect(throws: Fault("1:6", "control character in text")) { try line.json() }
  }

  @Test("a line longer than the limit is refused without being read further")
  func tooLong() {
    var reader = LineReader(bytes: [UInt8](repeating: 0x20, count: JSONLimits.documentBytesMax + 10))
    #expect(throws: Fault("1:1", "line longer than 16 MiB")) { try reader.next() }
  }

  @Test("each way a file cannot be read has its sentence and status")
  func errors() throws {
    let folder = try Folder()
    #expect(readError(folder.path + "/none") == .missing(file: folder.path + "/none"))
    #expect(readError(folder.path + "/none/x")?.exitStatus == 66)
    #expect(readError(folder.path) == .isDirectory(file: folder.path))
    #expect(readError(folder.path)?.exitStatus == 66)
    let empty = try folder.write([], as: "empty")
    #expect(readError(empty) == .empty(file: empty))
    #expect(readError(empty)?.exitStatus == 65)
    let marked = try folder.write([0xEF, 0xBB, 0xBF, 0x7B, 0x7D, 0x0A], as: "marked")
    #expect(
      readError(marked)?.description
        == "\(marked):1:1: starts with a byte-order mark (UTF-8); save it without the mark")
    let large = try folder.write(Array("0123456789".utf8), as: "large")
    #expect(throws: ReadError.tooLarge(file: large, bytesMax: 9)) { try LineReader(file: large, bytesMax: 9) }
    #expect(throws: Never.self) { try LineReader(file: large, bytesMax: 10) }
    #expect(ReadError.notPermitted(file: "x").exitStatus == 77)
    #expect(ReadError.inputOutput(file: "x", errno: 5).exitStatus == 74)
  }

  @Test("a gigabyte of zeros and an endless device are refused at once")
  func zeros() throws {
    let folder = try Folder()
    let file = try folder.write([], as: "zeros")
    #expect(truncate(file, 1 << 30) == 0)
    let refusal = ReadError.malformed(
      Fault(file: file, line: 1, column: 1, message: "is not text (it contains NUL bytes)"))
    let clock = ContinuousClock()
    let elapsed = clock.measure { #expect(readError(file) == refusal) }
    #expect(elapsed < .seconds(1))
    #expect(readError("/dev/zero")?.exitStatus == 65)
  }

  private func texts(_ reader: inout LineReader) throws -> [String] {
    var texts: [String] = []
    while let line = try reader.next() { texts.append(String(decoding: line.bytes[line.range], as: UTF8.self)) }
    return texts
  }

  private func readError(_ path: String) -> ReadError? {
    do throws(ReadError) {
      _ = try LineReader(file: path)
      return nil
    } catch {
      return error
    }
  }
}

/// A folder of its own for a test, gone afterward.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
