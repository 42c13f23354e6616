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

  // The census.

  static let census = PackageRoot.url.appendingPathComponent("Fixtures/lists/census.csv").path

  private func carried(_ work: WorkFolder, _ file: String) throws -> Program.Result {
    try work.run(["import", "census", file, "--now", WorkFolder.morning])
  }

  @Test("people already there are carried in, with places, families and the starts of their clocks") func census()
    throws
  {
    let work = try WorkFolder()
    let result = try carried(work, Self.census)
    #expect(result.status == 0 && result.text.contains("6 people in 4 cases"), "\(result.text)\(result.errors)")
    let status = try work.status()
    let counts = try #require(status["counts"] as? [String: Int])
    #expect(counts["carriedIn"] == 6 && counts["arrived"] == 0 && counts["onRoll"] == 6 && counts["unplaced"] == 0)
    let clocks = try #require(status["clocks"] as? [[String: Any]])
    #expect(
      clocks.contains { $0["clock"] as? String == "custody" && $0["due"] as? String == "2026-03-18T03:10:00-07:00" })
    #expect(try work.run(["verify"]).status == 0)
    #expect(try work.answers(["arrive m"]).first?.hasSuffix(" 0005-M") == true, "numbers go on after theirs")
    #expect(try carried(work, Self.census).status == 0, "the same file again is harmless")
    #expect(try work.count("carriedIn") == 6)
  }

  @Test("a census comes first or not at all") func censusFirst() throws {
    let work = try WorkFolder()
    _ = try work.answers(["arrive m"])
    let result = try carried(work, Self.census)
    #expect(result.status == 1 && result.errorLines.count == 1, "\(result.errors)")
    #expect(try work.count("carriedIn") == 0)
  }

  @Test("a row that cannot be true is a fault at its place") func censusFaults() throws {
    let work = try WorkFolder()
    let file = try work.file(
      "census.csv",
      """
      party,age,band,sex,arrived,step,area,needs,isolated,finding,outcome
      1,17,adult,f,2026-03-15 18:20,,,,,,
      2,,,m,2026-03-15 18:20,,,,,,
      3,30,,q,2026-03-15 18:20,,,,,,
      4,30,,m,2026-03-15 18:20,leaving,,,,,
      5,30,,m,2026-03-15 18:20,,men-z,,,,
      6,30,,m,2026-03-15 18:20,,,XX-YY,,,
      7,30,,m,2026-03-15 18:20,,,,2026-03-15 19:00,,
      8,30,,m,2026-03-15 18:20,,,,,,positive

      """)
    let result = try carried(work, file)
    #expect(result.status == 65 && result.errorLines.count == 1, "\(result.errors)")
    let lines = result.lines.compactMap { Int($0.dropFirst(file.count + 1).prefix { $0 != ":" }) }
    #expect(lines == [2, 3, 4, 5, 6, 7, 8, 9], "\(result.text)")
    #expect(try work.status()["events"] as? Int == 0)
  }

  @Test("the rules of the flow hold in a census, for every party that breaks them") func censusRules() throws {
    let work = try WorkFolder()
    let file = try work.file(
      "census.csv",
      """
      party,age,sex,arrived,step,area
      1,16,m,2026-03-15 18:20,interview,children-a
      2,30,m,2026-03-15 18:20,,men-a
      3,30,m,2026-03-17 18:20,,men-a
      4,16,m,2026-03-15 18:20,childrenAlone,men-a

      """)
    let result = try carried(work, file)
    #expect(result.status == 65, "\(result.errors)")
    let lines = result.lines.compactMap { Int($0.dropFirst(file.count + 1).prefix { $0 != ":" }) }
    #expect(lines == [2, 4, 5], "\(result.text)")
    #expect(try work.count("carriedIn") == 0)
  }
}
