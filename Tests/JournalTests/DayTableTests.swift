import Foundation
import Testing

@testable import Journal

@Suite("A table of days")
struct DayTableTests {
  private func faults(_ rows: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("days-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("date,parties,people,overnight_census\n\(rows)".utf8).write(to: file)
    return try DayTableFile.read(file.path).faults.map { "\($0.line):\($0.column): \($0.message)" }
  }

  @Test("days in a row are taken, days without anybody too")
  func sound() throws {
    #expect(try faults("2021-02-28,2,5,4\n2021-03-01,0,0,4\n2021-03-02,1,1,0\n") == [])
  }

  @Test("what cannot be is told at its cell")
  func refused() throws {
    #expect(try faults("2021-02-28,1,5,4\n2021-03-02,1,1,0\n").map { $0.hasPrefix("3:1: the days") } == [true])
    #expect(try faults("2021-02-28,2,5,6\n").map { $0.hasPrefix("2:16: 6 people cannot be there") } == [true])
    #expect(try faults("2021-02-30,2,5,4\n").map { $0.hasPrefix("2:1: '2021-02-30' is not a day") } == [true])
    #expect(try faults("2021-02-28,6,5,4\n").map { $0.hasPrefix("2:12: '6' is not a whole number") } == [true])
    #expect(try faults("2021-02-28,1,5000,4\n").map { $0.hasPrefix("2:12: so few parties") } == [true])
    #expect(try faults("2021-02-28,2,,4\n").map { $0.hasPrefix("2:14: people must be there") } == [true])
  }
}
