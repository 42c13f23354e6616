import Foundation
import TestSupport
import Testing

/// Lists from outside are taken in whole, once, or not at all.
@Suite("Lists from outside")
struct ImportTests {
  static let appointments = PackageRoot.url.appendingPathComponent("Fixtures/lists/appointments.csv").path

  private func taken(_ work: WorkFolder, _ file: String) throws -> Program.Result {
    try work.run(["import", "appointments", file, "--now", WorkFolder.morning])
  }

  private func counted(_ work: WorkFolder) throws -> [String: Int] {
    try #require(try work.status()["appointments"] as? [String: Int])
  }

  @Test("appointments are expected, and met at the door by their reference") func appointments() throws {
    let work = try WorkFolder()
    let result = try taken(work, Self.appointments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try counted(work)["expected"] == 5)
    #expect(try work.answers(["arrive f+3 appt=A-1044"]).first?.hasPrefix("ACK ") == true)
    #expect(try work.answers(["arrive m appt=A-1044"]).first?.hasPrefix("ACK ") == false, "they came already")
    #expect(try counted(work)["met"] == 1)
  }

  @Test("the same file again changes nothing, a longer one adds the rest") func again() throws {
    let work = try WorkFolder()
    _ = try taken(work, Self.appointments)
    let events = try work.status()["events"] as? Int
    #expect(try taken(work, Self.appointments).status == 0)
    #expect(try work.status()["events"] as? Int == events)
    let longer = try String(contentsOfFile: Self.appointments, encoding: .utf8) + "B-1,1,2026-03-16 12:00,,\n"
    let result = try taken(work, try work.file("longer.csv", longer))
    #expect(result.text.contains("1 appointment listed, 5 were listed before"), "\(result.text)")
  }

  @Test("every fault is told at its cell, and nothing is taken in") func faults() throws {
    let work = try WorkFolder()
    let file = try work.file(
      "list.csv",
      """
      reference,people,expected,language,nationality
      A-1,0,2026-03-16 09:30,spa,VEN
      A-2,1,2026-02-30 09:30,xx,HTI
      A-2,1,2026-03-16 10:00,Portuguese,bra
      A 3,1,2026-03-16 09:30,,
      A-4,1
      "A-5,1,2026-03-16 09:30,,

      """)
    let result = try taken(work, file)
    #expect(result.status == 65 && result.errorLines.count == 1, "\(result.errors)")
    let places = result.lines.map { $0.dropFirst(file.count + 1).prefix { $0 != " " } }
    #expect(places == ["2:5:", "3:7:", "3:24:", "4:1:", "4:35:", "5:1:", "6:1:", "7:1:"], "\(result.text)")
    #expect(try work.status()["events"] as? Int == 0)
  }

  @Test(
    "what is no such list says so",
    arguments: [
      ("", "is empty"), ("reference,expected\n", "no rows"), ("reference,name\nA,x\n", "unknown column 'name'"),
      ("reference\nA\n", "'expected' is missing"), ("reference,reference,expected\nA,B,C\n", "twice"),
      ("reference,expected\nA,2026-03-08 02:30\n", "exist"),
      ("reference,expected\n=1+1,2026-03-16 09:30\n", "reference"),
    ])
  func noList(_ text: String, _ words: String) throws {
    let work = try WorkFolder(center: false)
    // A center whose clock is set forward on 8 March 2026, at 2 in the morning.
    let center = try String(contentsOfFile: WorkFolder.training, encoding: .utf8)
      .replacingOccurrences(of: "America/Phoenix", with: "America/Denver")
    #expect(
      try work.run(["init", "--center", try work.file("denver.yaml", center), "--now", WorkFolder.morning]).status == 0)
    let result = try taken(work, try work.file("list.csv", text))
    #expect(result.status == 65, "\(result.errors)")
    #expect((result.text + result.errors).contains(words), "\(result.text)\(result.errors)")
    #expect(try work.status()["events"] as? Int == 0)
  }

  @Test("a reference that is listed for other people is a fault of the list") func otherwise() throws {
    let work = try WorkFolder()
    _ = try taken(work, Self.appointments)
    let changed = try String(contentsOfFile: Self.appointments, encoding: .utf8)
      .replacingOccurrences(of: "A-1041,3", with: "A-1041,4")
    let result = try taken(work, try work.file("changed.csv", changed))
    #expect(result.status == 65 && result.text.contains(":2:1: "), "\(result.text)")
  }
}
